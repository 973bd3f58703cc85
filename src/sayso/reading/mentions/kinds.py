"""What a capitalised run names: the rules, from the surest to the default."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.knowledge import tables
from sayso.knowledge.gazetteer import Place, look_up
from sayso.reading.mentions.lexicon import (
    ARMED_WORDS,
    DEMONYMS,
    FACILITY_WORDS,
    FIRST_NAMES,
    NEVER,
    ORG_WORDS,
    PLACE_WORDS,
    THINGS,
    TITLES,
)
from sayso.reading.mentions.names import Token
from sayso.records import MentionType

__all__ = ["Kinded", "kind_of", "place_weight", "strip_front"]

_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|from|toward|towards|outside|inside|across|around|into|throughout|via|within|reached|visit|visited|north|"
    r"south|east|west|northern|southern|eastern|western|central|downtown|town|city|village|province|district|region|state|"
    r"(?:town|city|village|province|district|region|state|port|suburb|outskirts|north|south|east|west|streets|capital|people) of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_SAYING_AFTER = re.compile(r"\s*,?\s*(?:who|said|says|told|added|wrote|tweeted|insisted|claimed|denied|warned|stated|argued|replied|explained)\b")
_NOT_BODIES = frozenset(
    "CD DVD TV DJ PC OK ID PS FREE NOT II III IV VI VII VIII IX XI XII AM PM AD BC CEO CFO COO PR HIV AIDS DNA SUV VIP POW IED APC "
    "UAV GPS USB SMS FAQ PDF RSS HTML WWW NO YES ALL NEW THE AND FOR VHS API IRR DUI LMAO WOW IT HR MP MD PhD BA MA".split()
)
# `Brattleboro, Vermont`: what stands behind the comma says that it is a place.
_HOLDER = re.compile(r",\s+([A-Z][\w.]+(?:\s[A-Z]\w+)?)")
_CONTRACTED = re.compile(r"['’](?:ve|d|ll|m|re|t|s)$")
_SUFFIX = re.compile(r"(?:Inc|Corp|Co|Ltd|LLC|PLC|plc|AG|SA|NV|GmbH)\.?$")


# Known names do not begin with these, whatever a gazetteer holds.
_FUNCTION = frozenset("In At On From To The A An Near With By For Of And But As While When After Before Since".split())


class Kinded(NamedTuple):
    """A type, the known name if a table gave one, and how strong the sign was (3 sure .. 1 default)."""

    type: MentionType
    known: str | None
    strength: int


def strip_front(tokens: tuple[Token, ...], *, initial: bool, common: dict[str, int]) -> tuple[Token, ...]:
    """Drop words in front that belong to the sentence and not to the name (`On Saturday Norwegian...`)."""
    while tokens:
        word = tokens[0].text
        if len(tokens) > 1 and word not in _FUNCTION and _starts_known(tokens):
            break
        if not tokens[0].capital or word in NEVER:
            tokens = tokens[1:]
        elif initial and len(tokens) > 1 and word.lower() in common and word not in FIRST_NAMES and not _starts_known(tokens):
            tokens = tokens[1:]
        else:
            break
        initial = False
    return tokens


def _starts_known(tokens: tuple[Token, ...]) -> bool:
    text = " ".join(t.text for t in tokens)
    return tables.actor(text) is not None or tables.outlet(text) is not None or tokens[0].text in TITLES or bool(look_up(text))


def place_weight(places: tuple[Place, ...]) -> int:
    """How likely a name that places go by is a place in news: 3 country or region, 2 city, 1 small, 0 none."""
    best = 0
    for place in places:
        if place.kind in ("country", "region") or (place.kind == "admin") or place.population >= 200_000 or place.capital:  # noqa: PLR2004
            return 3
        if place.population >= 15_000 or place.ours:  # noqa: PLR2004
            best = max(best, 2)
        else:
            best = max(best, 1)
    return best


def kind_of(tokens: tuple[Token, ...], text: str, *, titled: bool, initial: bool, common: dict[str, int]) -> Kinded | None:
    """The type of a name, or null when nothing speaks for it being one."""
    words = [t.text for t in tokens]
    name = text[tokens[0].start : tokens[-1].end]
    if len(words) == 1 and (words[0] in DEMONYMS or words[0].isdigit() or len(words[0]) < 2):  # noqa: PLR2004
        return None
    if titled:
        return Kinded("person", None, 3)
    known = tables.actor(name)
    if known is not None:
        return Kinded(known.kind, known.name, 3)
    if tables.outlet(name) is not None and not (len(words) == 1 and words[0].lower() in common):
        return Kinded("organization", tables.normal_outlet(name), 3)
    by_word = _by_words(words)
    if by_word is not None:
        return by_word
    before, after = text[max(0, tokens[0].start - 24) : tokens[0].start], text[tokens[-1].end : tokens[-1].end + 32]
    places = look_up(name)
    weight = place_weight(places)
    if len(words) == 1:
        return _single(words[0], before, after, weight, initial=initial, common=common)
    if words[0] in FIRST_NAMES and weight < 3:  # noqa: PLR2004
        return Kinded("person", None, 3)
    if weight >= 2 or (weight == 1 and _PLACE_BEFORE.search(before)):  # noqa: PLR2004
        return Kinded("place", None, weight)
    if words[-1] in THINGS or words[0] in THINGS:
        return None
    if len(words) <= 4 and all(w[:1].isupper() or w in ("bin", "ibn", "al", "de", "van", "von", "der", "el", "da", "di", "la") or w.startswith(("al-", "el-")) for w in words):  # noqa: PLR2004
        if any(w in ("of", "for", "and", "the", "&") for w in words):
            return Kinded("organization", None, 1)
        if any(w.isupper() and len(w) > 2 for w in words):  # noqa: PLR2004
            return Kinded("organization", None, 1)
        if words[0] in DEMONYMS:
            return None
        return Kinded("person", None, 2 if _SAYING_AFTER.match(after) else 1)
    if any(w in ("of", "for", "and") for w in words):
        return Kinded("organization", None, 1)
    return None


def _by_words(words: list[str]) -> Kinded | None:
    last = words[-1]
    if len(words) > 1:
        if last in FACILITY_WORDS or words[0] in ("Camp", "Port", "Fort") and len(words) == 2:  # noqa: PLR2004, RUF021
            return Kinded("facility", None, 2)
        if any(w in ARMED_WORDS for w in words) and not any(w in ("Ministry", "Department", "University") for w in words):
            return Kinded("armed_group", None, 2)
        if last in PLACE_WORDS or words[0] in ("Lake", "Mount", "Gulf", "River", "Cape"):
            return Kinded("place", None, 2)
        if any(w in ORG_WORDS for w in words) or _SUFFIX.search(last):
            return Kinded("organization", None, 2)
    return None


def _single(word: str, before: str, after: str, weight: int, *, initial: bool, common: dict[str, int]) -> Kinded | None:
    if word in NEVER or (word.lower() in common and initial) or _CONTRACTED.search(word):
        return None
    letters = word.replace(".", "")
    if letters.isupper() and 2 <= len(letters) <= 6:  # noqa: PLR2004
        if letters.lower() in common or letters in _NOT_BODIES:
            return None
        if weight == 3:  # noqa: PLR2004
            return Kinded("place", None, 3)
        return Kinded("organization", None, 1) if not letters.isdigit() else None
    if weight == 3:  # noqa: PLR2004
        return Kinded("place", None, 3)
    if weight and word.lower() not in common and (weight == 2 or _PLACE_BEFORE.search(before)):  # noqa: PLR2004
        if _SAYING_AFTER.match(after) or word in FIRST_NAMES:
            return Kinded("person", None, 1)
        holder = _HOLDER.match(after)
        if _PLACE_BEFORE.search(before) or (holder and place_weight(look_up(holder[1])) == 3):  # noqa: PLR2004
            return Kinded("place", None, 2)
        return None
    if word in FIRST_NAMES or _SAYING_AFTER.match(after):
        return None if initial and word.lower() in common else Kinded("person", None, 1)
    if word in ORG_WORDS or word in TITLES or word in ARMED_WORDS or word in PLACE_WORDS or word in FACILITY_WORDS:
        return None
    return None
