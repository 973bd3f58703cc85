"""Time reading, names, origins, places, start-up; each beside something known, in one run.

python -m bench [--documents 300]
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median

from bench import names, places, reading, resolving, times
from sayso.linking import trace_origins
from sayso.reading.sentences import split
from sayso.records import Document
from sayso.workbench.files import read_document

SUBJECTS = ("The ministry", "A hospital official", "The Harbour Post", "Colonel Ida Brandt", "An unnamed witness")
VERBS = ("said", "told reporters", "denied", "confirmed", "claimed")
HAPPENINGS = (
    "that {n} people were killed near the mill on Saturday",
    "that at least {n} fighters had been wounded and {m} trucks destroyed",
    "that the convoy was 20 kilometres from the crossing when it was struck",
    "that the strike was meant to keep the road closed",
)


def corpus(size: int) -> list[Document]:
    """Made-up reports of 24 sentences, different from one another, the same at every run."""
    made = []
    for number in range(size):
        sentences = []
        for line in range(24):
            k = number * 31 + line * 7
            happening = HAPPENINGS[k % 4].format(n=k % 37 + 2, m=k % 5 + 1)
            sentences.append(
                f"{SUBJECTS[k % 5]} {VERBS[(k // 5) % 5]} {happening}, and report {k} of the town of Vell agrees."
            )
        made.append(Document(id=f"d{number}", sha256="", text=" ".join(sentences), published="2031-03-09"))
    return made


def timed(work: Callable[[], object], rounds: int = 3) -> float:
    """Median seconds of a few rounds."""
    took = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return median(took)


def command(*words: str) -> Callable[[], object]:
    """A command of this Python, run and waited for."""
    return lambda: subprocess.run([sys.executable, *words], check=True, capture_output=True)


def main() -> None:
    """Print one line a measurement."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--claims", type=int, default=100_000, help="of a table; bench.resolving alone has a million")
    options = parser.parse_args()
    documents = corpus(options.documents)
    read_document(documents[0])
    count = sum(len(split(d.text)) for d in documents)
    words = re.compile(r"\w+")
    base = timed(lambda: [words.findall(d.text) for d in documents])
    print(f"splitting into words   {count / base:12,.0f} sentences/s  (baseline)")
    print("\n".join([*reading.command(), *reading.reading(reading.articles(len(documents)))]))
    print("\n".join(times.times(reading.articles(len(documents)))))
    print("\n".join(names.comparing(timed)))
    took = timed(lambda: trace_origins(documents), rounds=1)
    print(f"tracing origins        {len(documents) / took:12,.0f} documents/s")
    print("\n".join(places.places(documents)))
    print("\n".join(resolving.resolving(options.claims)))
    bare = timed(command("-c", "pass"), 7)
    print(f"bare Python            {bare:12.3f} s  (baseline)")
    print(f"import sayso           {timed(command('-c', 'import sayso'), 7):12.3f} s")
    print(f"sayso --help           {timed(command('-m', 'sayso', '--help'), 7):12.3f} s")


if __name__ == "__main__":
    main()
