"""Reading speed beside the bare encoder on the same windows, in one run; start-up and memory of the command."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast
from unittest.mock import patch

from sayso.reading import read, read_plainly
from sayso.reading.model import loading, marks
from sayso.reading.model.words import split_words
from sayso.reading.sentences import split
from sayso.records import Document


class Watched:
    """An encoder session that counts the seconds spent inside it."""

    def __init__(self, session: Any) -> None:
        self._session = session
        self.seconds = 0.0

    def run(self, outputs: list[str], fed: dict[str, Any]) -> Any:
        """Run the session."""
        began = time.perf_counter()
        found = self._session.run(outputs, fed)
        self.seconds += time.perf_counter() - began
        return found


def articles(size: int) -> list[Document]:
    """Articles of four of our made-up reports each: as much narration between attributions as news has."""
    path = Path(__file__).resolve().parents[1] / "training" / "reader" / "labels" / "made-up.jsonl"
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf8").splitlines()]
    made = []
    for number in range(size):
        parts = [texts[(number * 4 + at * 7) % len(texts)] for at in range(4)]
        made.append(Document(id=f"a{number}", sha256="", text="\n\n".join(parts), published="2031-03-09"))
    return made


def reading(documents: Sequence[Document]) -> list[str]:
    """Lines of the table: encoder alone, whole reader, rules alone."""
    opened = loading.model()
    watched = Watched(opened.encoder)
    roles = Watched(opened.roles)
    bare = opened._replace(encoder=cast("Any", watched), roles=cast("Any", roles))
    count = sum(len(split(d.text)) for d in documents)
    began = time.perf_counter()
    for d in documents:
        for _ in marks.windows_of(bare, d.text, split_words(d.text, split(d.text))):
            pass
    alone, inside = time.perf_counter() - began, watched.seconds
    watched.seconds = 0.0
    with patch("sayso.reading.model.marks.model", lambda: bare):
        began = time.perf_counter()
        for d in documents:
            read(d)
        whole, share = time.perf_counter() - began, watched.seconds
    began = time.perf_counter()
    for d in documents:
        read_plainly(d)
    plain = time.perf_counter() - began
    return [
        f"bare encoder           {count / inside:12,.0f} sentences/s  (baseline)",
        f"  with its windows     {count / alone:12,.0f} sentences/s",
        f"reading, one process   {count / whole:12,.0f} sentences/s, {len(documents) / whole:.1f} documents/s",
        f"  inside the encoder   {share / whole:12.1%} of that time",
        f"  and the role head    {roles.seconds / whole:12.1%}",
        f"by rules alone         {count / plain:12,.0f} sentences/s",
    ]


def command() -> list[str]:
    """Start and memory of `sayso read` on one short text."""
    note = b"The ministry said that six to eight people were killed on Saturday."
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "sayso", "read", "-"], input=note, check=True, capture_output=True)
    took = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [f"sayso read, one line   {took:12.3f} s, at most {peak:.0f} MB (of all commands so far)"]
