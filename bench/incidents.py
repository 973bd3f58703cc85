"""Time and memory of the incident index over made-up news, and of one document more.

    python bench/incidents.py 10000 [50000 ...]

Prints one line a size: documents, seconds of one core to learn and group them all, peak memory, size of the file; then
seconds, by the clock and of one core, to take one more document into the index as it lies on the disk, saved again.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from bench.origins import make
from sayso.linking import IncidentIndex
from sayso.records import Document
from sayso.store.shelf import FILE, FileShelf


def given(by_id: Mapping[str, Document], names: Sequence[str]) -> list[Document]:
    """Give documents by id."""
    return [by_id[name] for name in names]


def main() -> None:
    """Measure every size named on the command line."""
    for size in map(int, sys.argv[1:] or ["10000"]):
        documents, _ = make(size + 3)
        fetch = partial(given, {d.id: d for d in documents})
        keys = [(d.id, "1") for d in documents]
        with tempfile.TemporaryDirectory() as folder:
            began = time.process_time()
            shelf = FileShelf(Path(folder), write=True)
            IncidentIndex(shelf).sync(keys[:size], fetch)
            shelf.save()
            shelf.close()
            whole = time.process_time() - began
            stored = (Path(folder) / FILE).stat().st_size / 1e6
            took = []
            for number in range(size + 1, size + 4):
                wall, core = time.perf_counter(), time.process_time()
                shelf = FileShelf(Path(folder), write=True)
                IncidentIndex(shelf).sync(keys[:number], fetch)
                shelf.save()
                shelf.close()
                took.append((time.perf_counter() - wall, time.process_time() - core))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        wall, core = min(took)
        print(
            f"{size} documents  {whole:.1f} s  {peak:.0f} MB  {stored:.0f} MB on disk;"
            f"  one more: {wall:.2f} s by the clock, {core:.2f} s of one core",
            flush=True,
        )


if __name__ == "__main__":
    main()
