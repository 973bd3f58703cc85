"""Speed of finding time expressions, beside splitting the same texts into words.

    python -m bench.times [300]

Seconds are the processor's own, so that a busy machine does not count against either.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Sequence

from bench.reading import articles
from sayso.reading.sentences import split
from sayso.reading.times import find_times
from sayso.records import Document

ROUNDS = 3
LINE = "the mill stood by the water and nobody came, " * 100 + "it burned on 18 May and "


def seconds(work: Callable[[], object]) -> float:
    """Least processor seconds of a few rounds."""
    took = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        took.append(time.process_time() - began)
    return min(took)


def times(documents: Sequence[Document]) -> list[str]:
    """Lines of the table: sentences a second of one core, and one line of two megabytes."""
    find_times("It fell on 18 May 2031.", None)  # compiles the grammar
    words = re.compile(r"\w+")
    count = sum(len(split(d.text)) for d in documents)
    base = seconds(lambda: [words.findall(d.text) for d in documents])
    ours = seconds(lambda: [find_times(d.text, d.published) for d in documents])
    line = LINE * (2_000_000 // len(LINE) + 1)
    long = seconds(lambda: find_times(line, "2031-05-21"))
    return [
        f"the same into words    {count / base:12,.0f} sentences/s  (baseline)",
        f"finding times          {count / ours:12,.0f} sentences/s, one core",
        f"  2 MB without a break {long:12.1f} s",
    ]


if __name__ == "__main__":
    print("\n".join(times(articles(int(sys.argv[1]) if len(sys.argv) > 1 else 300))))
