"""Names that the model marks, as drafts: what a table knows has the last word on type and normal name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.knowledge.gazetteer import look_up
from sayso.knowledge.tables import actor, normal_outlet, outlet
from sayso.reading.mentions.drafts import Draft
from sayso.reading.mentions.kinds import by_words
from sayso.reading.mentions.lexicon import DEMONYMS, FIRST_NAMES
from sayso.reading.model.marks import Named
from sayso.records import MentionType

__all__ = ["drafts_of", "with_sure_places"]

_SURE = 0.8
_HYPHENS = ("-", "‐", "‑")
_CODE = 2  # letters of a country's code: in a list of prices it is none
_NARROW = 45
"""Characters of a line under which its end is the end of what it says."""
_BEFORE = 24
_VESSEL = re.compile(
    r"\b(?:boat|vessel|ship|warship|tanker|frigate|ferry|trawler|yacht|destroyer|corvette|cutter|submarine|freighter"
    r"|dredger|tugboat|lifeboat|steamer)\s[\"“'‘]?$",
    re.IGNORECASE,
)
_ROLE_IN_FRONT = re.compile(r"(?:[a-z][\w-]*\s+)+(?=[A-Z])")


def drafts_of(names: Sequence[Named], text: str) -> Iterator[Draft]:
    """One draft a name, in text order."""
    for name in (part for whole in _joined(names, text) for part in _by_line(whole, text)):
        start, end, kind = _part(name, text)
        words = text[start:end]
        known = None if kind == "role" else actor(words)
        if known is not None:
            yield Draft(start, end, known.kind, known.name, 3)
        elif kind == "role":
            yield Draft(start, end, kind, None, 2)
        elif kind != "armed_group" and _VESSEL.search(text[max(0, start - _BEFORE) : start]):
            yield Draft(start, end, "equipment", None, 2)
        elif kind in ("person", "organization") and outlet(words) is not None:
            yield Draft(start, end, "organization", normal_outlet(words), 3)
        elif words not in DEMONYMS:  # an adjective names nobody
            country = words not in FIRST_NAMES and _is_country(words)
            sure = 3 if country else 2 if name.score >= _SURE else 1
            yield Draft(start, end, "place" if country else _told_by_words(words, kind), None, sure)


def _by_line(name: Named, text: str) -> Iterator[Named]:
    """A name as marked; one that runs over the end of a short line is two, for no text is so narrow that it wraps."""
    line = text.find("\n", name.start, name.end)
    if line < 0 or line - (text.rfind("\n", 0, line) + 1) >= _NARROW:
        yield name
        return
    head, tail = name._replace(end=line), name._replace(start=line)
    for part in (head, tail):
        words = text[part.start : part.end]
        start, end = part.start + len(words) - len(words.lstrip()), part.end - len(words) + len(words.rstrip())
        if start < end:
            yield from _by_line(part._replace(start=start, end=end), text)


def _part(name: Named, text: str) -> tuple[int, int, MentionType]:
    """A person without words in small letters in front; "foreign minister of Libya" is a role, and Libya nobody."""
    front = _ROLE_IN_FRONT.match(text[name.start : name.end]) if name.type == "person" else None
    if front is None:
        return name.start, name.end, name.type
    if front[0].rstrip().endswith((" of", " for")):
        return name.start, name.end, "role"
    return name.start + front.end(), name.end, name.type


def _joined(names: Sequence[Named], text: str) -> list[Named]:
    """Names of one type with nothing but a hyphen between are one: `Bashar al-Assad`."""
    made: list[Named] = []
    for name in names:
        last = made[-1] if made else None
        if last is not None and last.type == name.type and text[last.end : name.start] in _HYPHENS:
            made[-1] = Named(last.start, name.end, last.type, min(last.score, name.score))
        else:
            made.append(name)
    return made


def _told_by_words(words: str, kind: MentionType) -> MentionType:
    """The type that a telling word gives away: no person is a brigade, and a place that is a camp is a facility."""
    told = by_words(words.split())
    if told is None or kind == "role":
        return kind
    if told.type == "armed_group" or (kind == "person" and told.type != "place"):
        return told.type
    return "facility" if (kind, told.type) == ("place", "facility") else kind


def with_sure_places(drafts: Sequence[Draft], others: Iterator[Draft]) -> list[Draft]:
    """The model's drafts, and places that rules are sure of where the model has marked nothing."""
    taken = sorted((d.start, d.end) for d in drafts)
    more: list[Draft] = []
    at = 0
    for other in others:
        while at < len(taken) and taken[at][1] <= other.start:
            at += 1
        free = at == len(taken) or taken[at][0] >= other.end
        if free and other.type == "place" and other.strength == 3 and other.end - other.start > _CODE:
            more.append(other)
    return [*drafts, *more]


def _is_country(words: str) -> bool:
    return any(place.kind == "country" for place in look_up(words))
