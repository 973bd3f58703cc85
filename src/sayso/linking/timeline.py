"""Dated passages of all documents, in the order of what they are dated to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.records import Passage, Reading, TimelineEntry

__all__ = ["timeline"]

# Only values that name a calendar day, month, year, quarter, week or season have a place on a time line.
_DATED = re.compile(r"\d{4}(?:-(?:\d\d|Q[1-4]|H[12]|W\d\d(?:-WE)?|S[PU]|FA|WI)(?:-\d\d)?)?(?:T.*)?\Z")


def timeline(readings: Sequence[Reading]) -> tuple[TimelineEntry, ...]:
    """One entry for each time expression with a calendar value: the sentence that holds it, and who says it.

    Sorted by date (a coarser date before the finer ones in it), then in the order of documents and text. A sentence
    that names one moment twice gives one entry.
    """
    found: list[tuple[tuple[str, int, int], TimelineEntry]] = []
    for number, reading in enumerate(readings):
        text = reading.document.text
        seen: set[tuple[str, int]] = set()
        for time in reading.times:
            if not _DATED.match(time.value):
                continue
            start, end = _sentence(reading, time.start, time.end)
            if (time.value, start) in seen:
                continue
            seen.add((time.value, start))
            passage = Passage(document=reading.document.id, start=start, end=end, text=text[start:end])
            entry = TimelineEntry(
                when=time.value, says=_one_line(text[start:end]), passage=passage, speaker=_speaker(reading, time.start)
            )
            found.append(((_sort_key(time.value), number, time.start), entry))
    return tuple(entry for _, entry in sorted(found, key=lambda f: f[0]))


def _sentence(reading: Reading, start: int, end: int) -> tuple[int, int]:
    for s, e in reading.sentences:
        if s <= start < e:
            return s, max(e, end)
    return start, end


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _speaker(reading: Reading, at: int) -> str | None:
    """Who says it: the innermost claim whose content holds the expression; null is the outlet's own voice."""
    best: tuple[int, str | None] | None = None
    for claim in reading.claims:
        for span in claim.content:
            if span.start <= at < span.end and (best is None or span.end - span.start < best[0]):
                name = (claim.source.entity or claim.source.text) if claim.source else None
                best = (span.end - span.start, name)
    return best[1] if best else None


_SEASON_MONTH = {
    "SP": "03",
    "SU": "06",
    "FA": "09",
    "WI": "12",
    "H1": "01",
    "H2": "07",
    "Q1": "01",
    "Q2": "04",
    "Q3": "07",
    "Q4": "10",
}


def _sort_key(value: str) -> str:
    """A string that sorts as time does: weeks by their Monday, seasons and quarters by their first month."""
    part = value[5:7]
    if part in _SEASON_MONTH:
        return f"{value[:4]}-{_SEASON_MONTH[part]}"
    if value[5:6] == "W":
        from datetime import date  # noqa: PLC0415 - only weeks need it

        try:
            return date.fromisocalendar(int(value[:4]), int(value[6:8]), 1).isoformat()
        except ValueError:
            return value
    return value
