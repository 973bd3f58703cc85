"""Dated passages of all documents, in the order of what they are dated to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

import msgspec

from sayso.records import Passage, Reading, TimelineEntry, TimeMention, order_of

__all__ = ["Dated", "dated", "in_order", "timeline"]

# Only values that name a calendar day, month, year, quarter, week or season have a place on a time line.
# Decades and centuries have none: they say when something was usual, not when it happened.
_DATED = re.compile(r"\d{4}(?:-(?:\d\d|Q[1-4]|H[12]|W\d\d(?:-WE)?|S[PU]|FA|WI)(?:-\d\d)?)?(?:T.*)?\Z")


class Dated(NamedTuple):
    """An entry with what puts it in order: its moment, and the offset of what is dated."""

    moment: str
    at: int
    entry: TimelineEntry


def timeline(readings: Sequence[Reading]) -> tuple[TimelineEntry, ...]:
    """One entry for each time expression with a calendar value: the sentence that holds it, and who says it.

    The two ends of a range (`between 3 and 5 May`) are one entry with an interval, `2017-05-03/2017-05-05`. Sorted by
    date (a coarser date before the finer ones in it; clock times with a zone as UTC), then in the order of documents
    and text. A sentence that names one moment twice gives one entry.
    """
    return in_order(dated(reading) for reading in readings)


def in_order(found: Iterable[Sequence[Dated]]) -> tuple[TimelineEntry, ...]:
    """Lay the entries of several documents, each from `dated`, into one time line, as `timeline` does."""
    ranked = [((one.moment, number, one.at), one.entry) for number, own in enumerate(found) for one in own]
    return tuple(entry for _, entry in sorted(ranked, key=itemgetter(0)))


def dated(reading: Reading) -> tuple[Dated, ...]:
    """Entries of one document, in the order of its text."""
    text = reading.document.text
    starts = [start for start, _ in reading.sentences]
    speakers = _Speakers(reading)
    seen: set[tuple[str, int]] = set()
    found = []
    for time in _moments(reading):
        start, end = _sentence(reading, starts, time)
        if (time.value, start) in seen or _heads_a_report(reading, start, end):
            continue
        seen.add((time.value, start))
        entry = TimelineEntry(
            when=time.value,
            says=_one_line(text[start:end]),
            passage=Passage(document=reading.document.id, start=start, end=end, text=text[start:end]),
            speaker=speakers.at(time.start),
            give_or_take=time.give_or_take,
        )
        found.append(Dated(order_of(time.value), time.start, entry))
    return tuple(found)


_BETWEEN = re.compile(r"\s*(?:(?P<and>and)|to|until|till|through|-|–|—)\s*(?:the\s+)?", re.IGNORECASE)
_LEAD = re.compile(r"\bbetween\s+(?:the\s+)?\Z", re.IGNORECASE)


def _moments(reading: Reading) -> Iterator[TimeMention]:
    """Expressions that have a place on a time line, the two ends of a range as one."""
    dated = [time for time in reading.times if _DATED.match(time.value)]
    at = 0
    while at < len(dated):
        first = dated[at]
        last = dated[at + 1] if at + 1 < len(dated) else None
        if last is not None and _one_range(reading.document.text, first, last):
            at += 1
            first = _joined(reading.document.text, first, last)
        yield first
        at += 1


def _one_range(text: str, first: TimeMention, last: TimeMention) -> bool:
    """Whether a later, equally precise expression follows behind `to`, or behind `and` where `between` opened."""
    if first.type != last.type or len(first.value) != len(last.value) or order_of(first.value) >= order_of(last.value):
        return False
    gap = _BETWEEN.fullmatch(text, first.end, last.start) if last.start - first.end < 15 else None
    return gap is not None and (not gap["and"] or bool(_LEAD.search(text[max(0, first.start - 15) : first.start])))


def _joined(text: str, first: TimeMention, last: TimeMention) -> TimeMention:
    loose = [t.give_or_take for t in (first, last) if isinstance(t.give_or_take, int)]
    return TimeMention(
        start=first.start,
        end=last.end,
        text=text[first.start : last.end],
        type=first.type,
        value=f"{first.value}/{last.value}",
        give_or_take=max(loose) if loose else msgspec.UNSET,
    )


def _sentence(reading: Reading, starts: Sequence[int], time: TimeMention) -> tuple[int, int]:
    """The sentence that holds an expression; the expression itself if no sentence does."""
    at = bisect_right(starts, time.start) - 1
    if at >= 0 and time.start < reading.sentences[at][1]:
        return reading.sentences[at][0], max(reading.sentences[at][1], time.end)
    return time.start, time.end


_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(
    """
    by of in at on for and the from press media official staff reporter reporters correspondent statement release
    briefing note published posted updated issued dated
    """.split()  # noqa: SIM905 - a word list reads best as words
)
_TELLS = re.compile(
    r"(?:strike|attack|raid|shell|bomb|kill|explo|blast|clash|shoot|shot|crash|fire|sink|sank)", re.IGNORECASE
)
_MOST_WORDS = 8


def _heads_a_report(reading: Reading, start: int, end: int) -> bool:
    """Whether a line only says where, when and by whom a report was written: "By Ana Belo, 3 May 2031"."""
    text = reading.document.text
    alone = text[:start].endswith("\n") or not text[:start].strip()
    if not alone or text[end : end + 1].strip() or text[start:end].rstrip().endswith((".", "!", "?", "…", "”", '"')):
        return False
    dates = [(t.start, t.end) for t in reading.times if start <= t.start < end]
    words = [m[0] for m in _WORD.finditer(text, start, end) if not any(a <= m.start() < b for a, b in dates)]
    named = all(word[0].isupper() or word in _SMALL for word in words)
    return named and len(words) <= _MOST_WORDS and not _TELLS.search(" ".join(words))


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
