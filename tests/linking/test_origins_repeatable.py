"""Same input, same bytes, whatever order sets come in."""

from __future__ import annotations

import os
import subprocess
import sys

CODE = """
import msgspec
from sayso.linking.incidents import group_incidents
from sayso.linking.origins import trace_origins
from sayso.records import Document, Reading

PARTS = (
    "The ferry Marigold ran onto the Teeth reef off Ister in fog on Sunday night. ",
    "Captain Runa Vale, 51, brought all 61 passengers ashore, harbour police said. ",
    "“We heard stone under the keel and then nothing at all for a minute,” Vale told the Ister Beacon. ",
    "Divers look at the hull on Thursday. The line has closed until the channel is marked anew. ",
)
documents = [
    Document(
        id=f"d{n}", sha256="0", outlet=f"Paper {n % 3}", title=f"Marigold aground {n}", published=f"2031-02-0{n % 7 + 1}",
        text="".join(part for k, part in enumerate(PARTS) if (n >> k) & 1 or k == n % 4) + f"Note {n}.",
    )
    for n in range(16)
]
print(msgspec.json.encode(trace_origins(documents)).hex())
print(msgspec.json.encode(group_incidents([Reading(document=d) for d in documents])).hex())
"""


def test_hash_seeds_change_nothing() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", CODE],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 1000
