"""When and where: the day and place that most documents of a group claim for the happening."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from sayso.knowledge.happenings import A_NIGHT, DEEDS, of_saying
from sayso.records import Passage, Reading, Reason, Span, TimeMention

S = TypeVar("S", bound=Span)

__all__ = ["Claimed", "claimed_day", "claimed_place"]

_HAPPENS = re.compile(rf"\b(?:{DEEDS}|fire|death|took place|occur)", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:(?:taken|moved|brought|transferred|sent|flown|evacuated|rushed|returned|fled)(?: back)? to"
    r"|(?:bound|headed) for|on the (?:way|road) to"
    r"|(?:hospital|clinic|morgue|mortuary|cent(?:re|er)|prison|jail|court|cemetery) in) (?:the )?$",
    re.IGNORECASE,
)
"""What stands before the place where people were brought, or were going: not the one where it happened."""
_LATER = re.compile(
    r"\b(?:charged?|charges|court|arraign|hearing|sentenc|trial|jury|plead|pleaded|indict|bail|bond|arrested"
    r"|custody|vigil|funeral"
    r"|memorial|mourn|anniversary|buried)",
    re.IGNORECASE,
)
_OPENING = 4
_ISO = re.compile(r"^\d{4}-\d{2}-\d{2}")
_MONTHS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
_DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_WRITTEN = re.compile(
    r"\b(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)? (?P<m1>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?"
    r"|(?P<m2>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.? (?P<d2>\d{1,2}))\b(?:,? (?P<y>\d{4}))?"
    r"|\b(?P<w>Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*day\b|\b(?P<rel>[Yy]esterday|[Ll]ast night|[Tt]oday"
    r"|[Tt]his morning|[Tt]his afternoon)\b"
)
_WHERE = re.compile(
    r"\b(?:in|at|near|outside|around) (?:the )?((?:al-|el-|Al-|El-|ash-|as-"
    r"|at-)?[A-Z][\w’'-]{1,40}(?: [A-Z][\w’'-]{1,40}){0,2})"
)
_NOT_PLACES = frozenset(
    """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday
    """.split()  # noqa: SIM905 - a word list reads best as words
)


class Claimed(NamedTuple):
    """A value, how many documents claim it, of how many that claim one; and the reason in words."""

    value: str
    reason: Reason


class _Said(NamedTuple):
    value: str
    passage: Passage

    @property
    def open(self) -> bool:
        """Whether it may mean the day after as well: a night is of two days."""
        return A_NIGHT.fullmatch(self.passage.text) is not None


def claimed_day(readings: Sequence[Reading]) -> Claimed | None:
    """Return the ISO day that most documents claim for what happened, the earlier of equals; null if none does."""
    said = [s for r in readings if (s := _day_of(r))]
    return _most(said, "day", "date")


def claimed_place(readings: Sequence[Reading]) -> Claimed | None:
    """Return the place that most documents name for what happened; null if none names one."""
    votes: Counter[str] = Counter()
    first: dict[str, Passage] = {}
    for r in readings:
        mine: Counter[str] = Counter()
        for name, passage, weight in _places_of(r):
            mine[name] = max(mine[name], weight)
            first.setdefault(name, passage)
        votes.update(mine)
    if not votes:
        return None
    # Of equals the one named more often, titles included: the town rather than the street.
    most = max(votes.values())
    equals = [name for name, held in votes.items() if held == most]
    texts = [f"{r.document.title or ''} {r.document.text}" for r in readings] if len(equals) > 1 else []
    best = min(equals, key=lambda name: (-sum(text.count(name) for text in texts), name))
    holders = [p for name, p in first.items() if name == best]
    says = f"{best} is the place most often named where the documents tell what happened."
    return Claimed(best, Reason(step="place", says=says, passages=tuple(holders)))


def _most(said: Sequence[_Said], what: str, step: str) -> Claimed | None:
    if not said:
        return None
    votes = Counter(s.value for s in said)
    plain = Counter(s.value for s in said if not s.open)
    best = min(votes, key=lambda v: (-votes[v], -plain[v], v))
    shown = tuple(s.passage for s in said if s.value == best)[:6]
    says = f"{votes[best]} of {len(said)} documents that give a {what} give {best}."
    return Claimed(best, Reason(step=step, says=says, passages=shown))


def _sentences(reading: Reading) -> Sequence[tuple[int, int]]:
    if reading.sentences:
        return reading.sentences
    text = reading.document.text
    ends = [m.end() for m in re.finditer(r"[.!?…][\"”’']?(?=\s)|\n+", text)]
    bounds = [0, *ends, len(text)]
    return [(a, b) for a, b in pairwise(bounds) if text[a:b].strip()]


def _day_of(reading: Reading) -> _Said | None:
    """Return the day that most likely is the happening's own: the best of those named, of equals the first.

    A day in a sentence that tells of the happening counts for it, less where that sentence tells of charges, court or
    mourning too; the day on which somebody said so is none of it.
    """
    published = (reading.document.published or "")[:10]
    text = reading.document.text
    dated = _Placed([t for t in reading.times if t.type in ("DATE", "TIME") and _ISO.match(t.value)])
    best: _Said | None = None
    most = 0
    for place, (low, high) in enumerate(_sentences(reading)):
        days = [day for day in _days_in(reading, dated, low, high, published) if not published or day[0] <= published]
        if not days:
            continue
        happens = 4 if _HAPPENS.search(text, low, high) else 0
        later = 3 if _LATER.search(text, low, high) else 0
        opening = 1 if place < _OPENING else 0
        for value, start, end in days:
            score = happens + opening - later
            if score > most and not of_saying(text, (low, high), start, end):
                most = score
                best = _Said(value, Passage(document=reading.document.id, start=start, end=end, text=text[start:end]))
    return best


def _days_in(
    reading: Reading, dated: _Placed[TimeMention], low: int, high: int, published: str
) -> Iterator[tuple[str, int, int]]:
    if reading.times:
        for t in dated.inside(low, high):
            yield t.value[:10], t.start, t.end
        return
    for m in _WRITTEN.finditer(reading.document.text, low, high):
        value = _resolve(m, published)
        if value:
            yield value, m.start(), m.end()


def _resolve(m: re.Match[str], published: str) -> str | None:
    """Turn a written date into an ISO day, with the day of publication where it needs one."""
    try:
        written = date.fromisoformat(published) if published else None
        month = m.group("m1") or m.group("m2")
        if month:
            return _calendar(_MONTHS[month[:3].casefold()], int(m.group("d1") or m.group("d2")), m.group("y"), written)
    except ValueError:
        return None
    if written is None:
        return None
    if m.group("w"):
        back = (written.weekday() - _DAYS[m.group("w").casefold()]) % 7
    else:
        back = 1 if m.group("rel").casefold() in ("yesterday", "last night") else 0
    return (written - timedelta(days=back)).isoformat()


def _calendar(month: int, day: int, year: str | None, written: date | None) -> str | None:
    if year:
        return date(int(year), month, day).isoformat()
    if written is None:
        return None
    this = date(written.year, month, day)
    return (this if this <= written else date(written.year - 1, month, day)).isoformat()


def _places_of(reading: Reading) -> Iterator[tuple[str, Passage, int]]:
    text = reading.document.text
    scenes = _Placed([p for p in reading.places if p.scene and p.precision not in ("country", "admin")])
    for low, high in _sentences(reading):
        here = scenes.inside(low, high)
        named = [(p.name, p.start, p.end) for p in here if not _ELSEWHERE.search(text, max(0, p.start - 50), p.start)]
        if not reading.places:
            found = [(m.group(1), m.start(1), m.end(1)) for m in _WHERE.finditer(text, low, high)]
            named = [one for one in found if not set(one[0].casefold().split()) & _NOT_PLACES]
        weight = 2 if named and _HAPPENS.search(text, low, high) else 1
        for name, start, end in named:
            yield name, Passage(document=reading.document.id, start=start, end=end, text=text[start:end]), weight


class _Placed(Generic[S]):
    """Spans in text order, to be found by sentence: a long document has thousands of both."""

    def __init__(self, spans: Sequence[S]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def inside(self, low: int, high: int) -> Sequence[S]:
        """Return those that begin in low:high."""
        return self._spans[bisect_left(self._starts, low) : bisect_left(self._starts, high)]
