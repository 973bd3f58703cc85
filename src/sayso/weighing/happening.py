"""The day and the place that independent origins give for what happened."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sayso.knowledge.happenings import A_NIGHT, DEEDS, of_saying
from sayso.records import Origins, Passage, Reading, Statement
from sayso.weighing.speakers import apart, plain_name

__all__ = ["when_and_where"]

_TELLS = re.compile(rf"\b(?:{DEEDS})", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=\Z|T)")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_KINDS = (
    *("air strike", "airstrike", "strike", "shelling", "bombing", "explosion", "blast", "shooting", "attack", "raid"),
    *("ambush", "clash", "crash", "collision", "shipwreck", "sinking", "fire", "flood", "collapse", "massacre"),
    "killing",
)
_KIND = re.compile(r"\b(?:air[ -]?strike|" + "|".join(_KINDS) + r")(?:e?s)?\b", re.IGNORECASE)
_WIDE = ("country", "admin")
_SHOWN = 8
_Given = dict[str, dict[str, list[Passage]]]


def likeliest_day(readings: Sequence[Reading], origins: Origins) -> str | None:
    """The ISO day that most origins give where they tell of the happening; null where none gives one."""
    days, _ = _told(readings, {link.id: link.origin for link in origins.documents})
    return min(days, key=lambda d: (-len(days[d]), d), default=None)


def when_and_where(readings: Sequence[Reading], origins: Origins) -> Iterator[Statement]:
    """State the day, and the place, that most origins give where they tell of the happening, if two do or more."""
    home = {link.id: link.origin for link in origins.documents}
    who = {home.get(d.id, d.id): plain_name(d.outlet or d.id) for d in (r.document for r in reversed(readings))}
    days, places = _told(readings, home)
    kind = _kind(readings, home)
    for answers, says in ((days, _on), (places, _at)):
        if not answers:
            continue
        best = min(answers, key=lambda a: (-len(answers[a]), a))
        held = answers[best]
        bearers = apart((origin, who[origin]) for origin in held)
        if len(bearers) > 1:
            yield Statement(
                standing="agreed",
                says=says(kind, best),
                for_origins=bearers,
                against_origins=(),
                passages=tuple(p for some in held.values() for p in some[:1])[:_SHOWN],
            )


def _told(readings: Sequence[Reading], home: Mapping[str, str]) -> tuple[_Given, _Given]:
    """Days and places of sentences that tell of the happening: for each, where every origin gives it."""
    days: _Given = defaultdict(lambda: defaultdict(list))
    places: _Given = defaultdict(lambda: defaultdict(list))
    for reading in readings:
        origin = home.get(reading.document.id, reading.document.id)
        published = (reading.document.published or "9999")[:10]
        for start, end in reading.sentences:
            if not _TELLS.search(reading.document.text, start, end):
                continue
            for t in reading.times:
                day = _DAY.match(t.value)
                if not (start <= t.start < end and day and day[0] <= published) or A_NIGHT.fullmatch(t.text):
                    continue
                if not of_saying(reading.document.text, (start, end), t.start, t.end):
                    days[day[0]][origin].append(_passage(reading, t.start, t.end))
            for p in reading.places:
                if start <= p.start < end and p.scene and p.precision not in _WIDE:
                    places[p.name][origin].append(_passage(reading, p.start, p.end))
    return days, places


def _kind(readings: Sequence[Reading], home: Mapping[str, str]) -> str:
    """Return what most origins call the happening: `strike`, `fire`; `It` where not two of them agree."""
    held: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for found in _KIND.finditer(reading.document.text):
            word = found.group().casefold().replace("-", " ")
            name = next((k for k in _KINDS if word.startswith(k)), "strike")
            # An air strike is a strike: who says the one bears out who says the other.
            for k in {name, "strike"} if "strike" in name else {name}:
                held[k].add(home.get(reading.document.id, reading.document.id))
    if not held:
        return "It"
    best = min(held, key=lambda k: (-len(held[k]), _KINDS.index(k)))
    return f"The {best}" if len(held[best]) > 1 else "It"


def _on(kind: str, day: str) -> str:
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return f"{kind} was on {day}."
    return f"{kind} was on {when.day} {_MONTHS[when.month - 1]} {when.year}."


def _at(kind: str, place: str) -> str:
    return f"{kind} was at or near {place}."


def _passage(reading: Reading, start: int, end: int) -> Passage:
    document = reading.document
    return Passage(document=document.id, start=start, end=end, text=document.text[start:end])
