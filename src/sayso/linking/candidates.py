"""Places that a mention may mean, in the shipped gazetteer and that of the case: safe look-ups before bold ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.knowledge import names
from sayso.knowledge.gazetteer import Gazetteer, Place, look_up, look_up_sound
from sayso.linking.surroundings import distance_km

__all__ = ["Candidates", "candidates", "kind_follows"]

_KIND_AFTER = re.compile(
    r"\s+(?:[Gg]overnorate|[Pp]rovince|[Rr]egion|[Oo]blast|[Dd]istrict|[Cc]ounty|[Ss]tate|[Cc]ountryside|[Pp]refecture|"
    r"[Tt]erritory|[Pp]arish)\b"
)
_ADMIN_BEFORE = re.compile(
    r"\b(?:province|governorate|state|region|oblast|county|district|territory)\s+of\s+$", re.IGNORECASE
)
_PART_BEFORE = re.compile(r"\b(?:(?:north|south|east|west)(?:[\s-]?(?:east|west))?ern|central)\s+$", re.IGNORECASE)
_SAME = 10.0
"""Kilometres within which two gazetteers mean one place by one name."""


class Candidates(NamedTuple):
    """What a name may mean.

    Attributes:
        places: in the order of the gazetteers; none if nothing is known.
        name: the string that was found, after `names.key`.
        loose: the name was bent (sound, or a word for a feature dropped), so that only a place in a country that the
            document speaks of is believed.
        part: the words mean a part of it (`southern Syria`).
    """

    places: tuple[Place, ...]
    name: str = ""
    loose: bool = False
    part: bool = False


def kind_follows(text: str, start: int, end: int) -> bool:
    """Whether the words around a name say that it is an area (`Homs province`, `the state of Kano`)."""
    return bool(_KIND_AFTER.match(text, end) or _ADMIN_BEFORE.search(text[max(0, start - 30) : start]))


def candidates(text: str, start: int, end: int, added: Gazetteer | None) -> Candidates:
    """Find what the name at `start:end` may mean; without places if nothing is known."""
    name = " ".join(text[start:end].split())
    tail = _KIND_AFTER.match(text, end)
    if tail and (found := _named(name + tail[0], added)):
        return Candidates(found, names.key(name))
    if found := _named(name, added):
        return Candidates(found, names.key(name), part=bool(_PART_BEFORE.search(text[max(0, start - 16) : start])))
    plain = names.fold(name)
    rest = names.without_direction(name)
    if rest != plain and (found := _named(rest, added)):
        wide = tuple(p for p in found if p.kind in ("country", "region") or (p.kind == "admin" and p.ours))
        return Candidates(wide or found, names.key(rest), loose=not wide, part=True)
    if found := tuple(_alike(name, (*_added_sound(name, added), *look_up_sound(name)))):
        return Candidates(found, names.key(name), loose=True)
    rest = names.without_feature(name)
    if rest != plain and (found := _named(rest, added) or tuple(_alike(rest, look_up_sound(rest)))):
        return Candidates(found, names.key(rest), loose=True)
    return Candidates(())


def _named(name: str, added: Gazetteer | None) -> tuple[Place, ...]:
    """Places of both gazetteers; those that a person pinned for the case stand alone."""
    known = look_up(name)
    if added is None:
        return known
    own = added.named(name)
    if pinned := tuple(p for p in own if p.pinned):
        return pinned
    return (*known, *(p for p in own if not _there_already(p, known)))


def _added_sound(name: str, added: Gazetteer | None) -> tuple[Place, ...]:
    return () if added is None else added.sounding(name)


def _there_already(place: Place, known: Sequence[Place]) -> bool:
    points = (p for p in known if p.kind in ("settlement", "facility"))
    return any(distance_km(place.lat, place.lon, p.lat, p.lon) < _SAME for p in points)


def _alike(name: str, places: Sequence[Place]) -> Iterator[Place]:
    """Places whose name is written much like this one, where both are written in the same script."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - loads when a name is not known as written

    ours = names.key(name)
    for place in places:
        theirs = names.key(place.name)
        same_script = ours.isascii() and theirs.isascii()
        if not same_script or Levenshtein.normalized_similarity(ours, theirs) >= _CLOSE:
            yield place


_CLOSE = 0.6
