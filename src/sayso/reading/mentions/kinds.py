"""What a capitalised run names: the rules, from the surest to the default."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from sayso.knowledge import tables
from sayso.knowledge.gazetteer import Place, look_up
from sayso.reading.mentions.lexicon import (
    ARMED_WORDS,
    DEMONYMS,
    FACILITY_WORDS,
    FIRST_NAMES,
    NEVER,
    NOT_BODIES,
    ORG_WORDS,
    PLACE_WORDS,
    THINGS,
    TITLES,
)
from sayso.reading.mentions.names import Token
from sayso.records import MentionType

__all__ = ["Kinded", "by_words", "kind_of", "place_weight", "strip_front"]

_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|from|toward|towards|outside|inside|across|around|into|throughout|via|within|reached|"
    r"visit|visited|"
    r"struck|hit|bombed|shelled|attacked|targeted|captured|seized|retook|recaptured|entered|left|fled|besieged|"
    r"stormed|north|south|east|west|northern|southern|eastern|western|central|downtown|town|city|village|"
    r"province|district|"
    r"region|state|(?:town|city|village|province|district|region|state|port|suburb|outskirts|north|south|east|"
    r"west|streets|"
    r"capital|people) of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# Before a name that nothing explains: people are not stood in or near. `aimed at`, `faith in` lead to people.
_STOOD_IN = re.compile(
    r"(?<!aimed )(?<!fired )(?<!shouted )(?<!looked )(?<!trust )(?<!faith )(?<!confidence )(?<!believe )(?<!interest )"
    r"\b(?:in|at|near|outside|inside|within|around|throughout|across|towards?|(?:north|south|east|west) of|"
    r"from [A-Z]\w+(?: [A-Z]\w+)? to)\s+$"
)
_ON_TO = re.compile(r"\s+to\s+[A-Z]")
_SAYING_AFTER = re.compile(
    r"\s*,?\s*(?:who|said|says|told|added|wrote|tweeted|insisted|claimed|denied|warned|stated|argued|replied|"
    r"explained)\b"
)
# `Brattleboro, Vermont`: what stands behind the comma says that it is a place.
_HOLDER = re.compile(r",\s+([A-Z][\w.]+(?:\s[A-Z]\w+)?)")
_VILLAGE_AFTER = re.compile(
    r"\s+(?:village|town|district|neighbou?rhood|province|governorate|region|oblast|suburb|county|"
    r"refugee camp|hamlet)\b"
)
_VILLAGE_BEFORE = re.compile(r"\b(?:village|town|city|hamlet|suburb|district|province|governorate)s? of\s+$")
_CONTRACTED = re.compile(r"['’](?:ve|d|ll|m|re|t|s)$")
_SUFFIX = re.compile(r"(?:Inc|Corp|Co|Ltd|LLC|PLC|plc|AG|SA|NV|GmbH)\.?$")


# Known names do not begin with these, whatever a gazetteer holds.
_FUNCTION = frozenset(
    [
        "In",
        "At",
        "On",
        "From",
        "To",
        "The",
        "A",
        "An",
        "Near",
        "With",
        "By",
        "For",
        "Of",
        "And",
        "But",
        "As",
        "While",
        "When",
        "After",
        "Before",
        "Since",
    ]
)


_ARTICLED = re.compile(r"[AaEe](?:[lrtdnsz]|sh|th)[-‐‑]")
_COMPASS = frozenset(("North", "South", "East", "West"))
_METROPOLIS, _TOWN = 200_000, 15_000
# Small words that are part of persons' names.
_PARTICLES = frozenset(("bin", "ibn", "al", "de", "van", "von", "der", "el", "da", "di", "la"))


class Kinded(NamedTuple):
    """A type, the known name if a table gave one, and how strong the sign was (3 sure .. 1 default)."""

    type: MentionType
    known: str | None
    strength: int


def strip_front(tokens: tuple[Token, ...], *, initial: bool, common: Mapping[str, int]) -> tuple[Token, ...]:
    """Drop words in front that belong to the sentence and not to the name (`On Saturday Norwegian...`)."""
    while tokens:
        word, several = tokens[0].text, len(tokens) > 1
        if several and word not in _FUNCTION and _starts_known(tokens):
            break
        if word == "New" and several and not initial:
            break
        opening = initial and several and word.lower() in common and word not in FIRST_NAMES
        if tokens[0].capital and word not in NEVER and not opening:
            break
        tokens, initial = tokens[1:], False
    return tokens


def _starts_known(tokens: tuple[Token, ...]) -> bool:
    text = " ".join(t.text for t in tokens)
    if tokens[0].text in TITLES or tables.actor(text) is not None or tables.outlet(text) is not None:
        return True
    return bool(look_up(text))


def place_weight(places: tuple[Place, ...]) -> int:
    """How likely a name that places go by is a place in news: 3 country or region, 2 city, 1 small, 0 none."""
    if any(p.kind in ("country", "region", "admin") or p.capital or p.population >= _METROPOLIS for p in places):
        return 3
    if any(p.ours or p.population >= _TOWN for p in places):
        return 2
    return 1 if places else 0


def kind_of(
    tokens: tuple[Token, ...], text: str, *, titled: bool, initial: bool, common: Mapping[str, int]
) -> Kinded | None:
    """The type of a name, or null when nothing speaks for it being one."""
    words = [t.text for t in tokens]
    if len(words) == 1 and (words[0] in DEMONYMS or words[0].isdigit() or len(words[0]) < 2):
        return None
    if titled:
        return Kinded("person", None, 3)
    # `MINISTRY OF THE INTERIOR`, cut behind its first word, names nothing.
    if len(words) > 1 and words[0].capitalize() in _FUNCTION and all(w.isupper() for w in words):
        return None
    name = text[tokens[0].start : tokens[-1].end]
    known = _known(name, alone=len(words) == 1, common=common) or by_words(words)
    if known is not None:
        return known
    before, after = text[max(0, tokens[0].start - 24) : tokens[0].start], text[tokens[-1].end : tokens[-1].end + 32]
    weight = place_weight(look_up(name))
    if len(words) == 1:
        return _single(words[0], before, after, weight, initial=initial, common=common)
    return _several(words, before, after, weight)


def _known(name: str, *, alone: bool, common: Mapping[str, int]) -> Kinded | None:
    """What our tables say."""
    actor = tables.actor(name)
    if actor is not None:
        return Kinded(actor.kind, actor.name, 3)
    if tables.outlet(name) is not None and not (alone and name.lower() in common):
        return Kinded("organization", tables.normal_outlet(name), 3)
    return None


def by_words(words: list[str]) -> Kinded | None:
    """What a telling word says, in a name of several."""
    if len(words) == 1:
        return None
    first, last = words[0], words[-1]
    if last in FACILITY_WORDS or (first in ("Camp", "Port", "Fort") and len(words) == 2):
        return Kinded("facility", None, 2)
    if any(w in ARMED_WORDS for w in words) and not any(w in ("Ministry", "Department", "University") for w in words):
        return Kinded("armed_group", None, 2)
    if last in PLACE_WORDS or first in ("Lake", "Mount", "Gulf", "River", "Cape"):
        return Kinded("place", None, 2)
    if any(w in ORG_WORDS for w in words) or _SUFFIX.search(last):
        return Kinded("organization", None, 2)
    return None


def _several(words: list[str], before: str, after: str, weight: int) -> Kinded | None:
    """A name of several words that no table and no telling word explains."""
    if len(words) <= 3 and _called_a_place(before, after):
        return Kinded("place", None, 2)
    if weight >= 2 or (weight == 1 and _PLACE_BEFORE.search(before)):
        person = words[0] in FIRST_NAMES and weight < 3
        return Kinded("person", None, 3) if person else Kinded("place", None, weight)
    if words[0] in FIRST_NAMES:
        return Kinded("person", None, 3)
    found = _by_shape(words, after)
    if found == Kinded("person", None, 1) and len(words) <= 3 and _stood_in(before, after):
        return Kinded("place", None, 2)
    return found


def _by_shape(words: list[str], after: str) -> Kinded | None:
    """What the look of a name of several words leaves: bodies have small words or capitals, persons neither."""
    if words[-1] in THINGS or words[0] in THINGS:
        return None
    joined = any(w in ("of", "for", "and", "the", "&") for w in words)
    if joined or any(w.isupper() and len(w) > 2 for w in words):
        return Kinded("organization", None, 1)
    if (
        len(words) <= 4
        and words[0] not in DEMONYMS
        and all(w[:1].isupper() or w in _PARTICLES or w.startswith(("al-", "el-")) for w in words)
    ):
        return Kinded("person", None, 3 if _SAYING_AFTER.match(after) else 1)
    return None


def _single(
    word: str, before: str, after: str, weight: int, *, initial: bool, common: Mapping[str, int]
) -> Kinded | None:
    """A name of one word that no table explains."""
    if word in NEVER or word in _COMPASS or (initial and word.lower() in common) or _CONTRACTED.search(word):
        return None
    letters = word.replace(".", "")
    acronym = letters.isupper() and 2 <= len(letters) <= 6
    if acronym and (letters.lower() in common or letters in NOT_BODIES):
        return None
    if weight == 3 or (weight and _ARTICLED.match(word)) or _called_a_place(before, after):
        return Kinded("place", None, 3)
    if acronym:
        return Kinded("organization", None, 1)
    # `The interior ministry of Velmara said`: the ministry said it.
    says = bool(_SAYING_AFTER.match(after)) and not before.endswith(" of ")
    called = says or word in FIRST_NAMES
    if not called and weight and word.lower() not in common and _stands_for_place(before, after):
        return Kinded("place", None, 2)
    return Kinded("person", None, 1) if called else None


def _called_a_place(before: str, after: str) -> bool:
    """Whether the words around say outright what kind of place it is, known or not: `Okrin village`."""
    return bool(_VILLAGE_AFTER.match(after) or _VILLAGE_BEFORE.search(before))


def _stood_in(before: str, after: str) -> bool:
    """Whether the words before a name can only lead to a place: `near X`, `from X to Y`."""
    if re.match(r"['’]s\b", after):
        return False
    return bool(_STOOD_IN.search(before) or (before.endswith("from ") and _ON_TO.match(after)))


def _stands_for_place(before: str, after: str) -> bool:
    """Whether the words around say place: `in X`, `X, Vermont`."""
    if _PLACE_BEFORE.search(before):
        return True
    holder = _HOLDER.match(after)
    return holder is not None and place_weight(look_up(holder[1])) == 3
