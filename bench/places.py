"""The gazetteer beside a Python dictionary of the same names: opening, a million look-ups, size."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice

from sayso.knowledge.gazetteer import PATH, Gazetteer, look_up
from sayso.knowledge.names import fold
from sayso.linking import locate
from sayso.reading import read_plainly
from sayso.records import Document

MILLION, SAMPLE = 1_000_000, 100_000


def _seconds(work: Callable[[], object]) -> float:
    """Seconds of processor time, which a busy machine does not stretch."""
    began = time.process_time()
    work()
    return time.process_time() - began


def _names(index: Gazetteer) -> Iterator[str]:
    """Names to look up, one in five of them unknown: spread over the whole file."""
    for number in range(0, index.size, 2):
        name = index.place(number).name
        yield f"{name} {number}" if number % 5 == 0 else name


def places(documents: Sequence[Document]) -> list[str]:
    """Lines of the table."""
    opening = min(_seconds(Gazetteer) for _ in range(5))
    index = Gazetteer()
    wanted = list(islice(cycle(_names(index)), SAMPLE))
    known: dict[str, list[int]] = {}

    def fill() -> None:
        for number in range(index.size):
            known.setdefault(fold(index.place(number).name), []).append(number)

    filling = _seconds(fill)
    plain = _seconds(lambda: [known.get(fold(name)) for name in wanted]) * MILLION / SAMPLE
    numbers = _seconds(lambda: [index.numbers(fold(name).replace(" ", "")) for name in wanted]) * MILLION / SAMPLE
    named = _seconds(lambda: [look_up(name) for name in wanted]) * MILLION / SAMPLE
    readings = [read_plainly(d) for d in documents]
    locating = _seconds(lambda: [locate(r) for r in readings])
    return [
        f"filling a dictionary   {filling:12.2f} s for {index.size:,} places  (baseline of opening)",
        f"opening the gazetteer  {opening * 1000:12.2f} ms, {PATH.stat().st_size / 1e6:.1f} MB",
        f"dictionary, a million  {plain:12.2f} s  (baseline of looking up)",
        f"gazetteer, a million   {numbers:12.2f} s for numbers, {named:.2f} s for whole places by every spelling",
        f"placing on the map     {len(documents) / locating:12,.0f} documents/s",
    ]
