"""Dated passages of all documents, in the order of what they are dated to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from sayso.records import Passage, Reading, TimelineEntry, TimeMention

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
        starts = [start for start, _ in reading.sentences]
        speakers = _Speakers(reading)
        seen: set[tuple[str, int]] = set()
        for time in reading.times:
            if not _DATED.match(time.value):
                continue
            start, end = _sentence(reading, starts, time)
            if (time.value, start) in seen:
                continue
            seen.add((time.value, start))
            passage = Passage(document=reading.document.id, start=start, end=end, text=text[start:end])
            entry = TimelineEntry(
                when=time.value, says=_one_line(text[start:end]), passage=passage, speaker=speakers.at(time.start)
            )
            found.append(((_sort_key(time.value), number, time.start), entry))
    return tuple(entry for _, entry in sorted(found, key=lambda f: f[0]))


def _sentence(reading: Reading, starts: Sequence[int], time: TimeMention) -> tuple[int, int]:
    """The sentence that holds an expression; the expression itself if no sentence does."""
    at = bisect_right(starts, time.start) - 1
    if at >= 0 and time.start < reading.sentences[at][1]:
        return reading.sentences[at][0], max(reading.sentences[at][1], time.end)
    return time.start, time.end


class _Speakers:
    """Who speaks at an offset. Offsets are asked in rising order, so every span is looked at once."""

    def __init__(self, reading: Reading) -> None:
        self.coming = sorted(
            (
                (span.start, span.end, (claim.source.entity or claim.source.text) if claim.source else None)
                for claim in reading.claims
                for span in claim.content
            ),
            key=lambda s: s[:2],
        )[::-1]
        self.open: list[tuple[int, int, str | None]] = []

    def at(self, offset: int) -> str | None:
        """The speaker of the innermost content there; null is the outlet's own voice."""
        while self.coming and self.coming[-1][0] <= offset:
            self.open.append(self.coming.pop())
        self.open = [span for span in self.open if offset < span[1]]
        return min(self.open, key=lambda s: s[1] - s[0])[2] if self.open else None


def _one_line(text: str) -> str:
    return " ".join(text.split())


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
