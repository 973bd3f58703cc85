"""Mentions of places that reading could not know: names that only the gazetteer of a case holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.knowledge.gazetteer import Gazetteer
from sayso.knowledge.peoples import countries_meant
from sayso.records import PlaceMention, Reading, Span

__all__ = ["further_places"]

_ARTICLE = r"(?:(?i:al|at|an|as|ash|ar|az|ad|el|ez|ed|es|esh)-|(?:Al|Ash|Az|Ad|El|Ez|Ed|Es|Esh) |al |el )"
_NAME = rf"{_ARTICLE}?[A-Z][\w’'-]*\w"
_AFTER_PREPOSITION = re.compile(
    r"\b(?:in|near|at|from|to|outside|around|towards?|between|over|of|reached|entered|left|bombed|shelled|struck)\s+"
    rf"(?P<name>{_NAME}(?:\s{_NAME}){{0,3}})"
)


def further_places(reading: Reading, added: Gazetteer) -> tuple[PlaceMention, ...]:
    """The places of a reading and those that the added gazetteer alone makes one, in text order.

    These are: facilities that it knows; pinned names wherever they stand; and names behind words that lead to a place
    (`near X`), unless they belong to something else that was read.
    """
    found = list(reading.places)
    taken: list[Span] = [*found, *reading.times, *reading.equipment]
    named = [m for m in reading.mentions if m.type not in ("place", "facility")]
    for span in _candidates(reading, added, named):
        if not any(span.start < other.end and other.start < span.end for other in taken):
            place = PlaceMention(start=span.start, end=span.end, text=span.text, name=" ".join(span.text.split()))
            found.append(place)
            taken.append(place)
    return tuple(sorted(found, key=lambda p: (p.start, p.end)))


def _candidates(reading: Reading, added: Gazetteer, named: Sequence[Span]) -> Iterator[Span]:
    text = reading.document.text
    pinned = sorted(added.pinned(), key=lambda name: (-len(name), name))
    if pinned:
        pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, pinned))})(?!\w)"
        for match in re.finditer(pattern, text):
            yield Span.cut(text, match.start(), match.end())
    for mention in reading.mentions:
        if mention.type == "facility" and added.named(mention.text):
            yield mention
    for match in _AFTER_PREPOSITION.finditer(text):
        start, words = match.start("name"), match["name"].split()
        for count in range(len(words), 0, -1):
            end = start + len(match["name"]) if count == len(words) else _end_of(text, start, count)
            inside = any(start < m.end and m.start < end for m in named)
            people = any(countries_meant(text[start:end]))
            if not inside and not people and added.named(text[start:end]):
                yield Span.cut(text, start, end)
                break


def _end_of(text: str, start: int, count: int) -> int:
    """Where the word number `count` from `start` on ends."""
    at = start
    for match in re.compile(r"\S+").finditer(text, start):
        at, count = match.end(), count - 1
        if not count:
            break
    return at
