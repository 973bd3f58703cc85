"""Names that the model marks, as drafts: what a table knows has the last word on type and normal name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.knowledge.gazetteer import look_up
from sayso.knowledge.tables import actor, normal_outlet, outlet
from sayso.reading.mentions.drafts import Draft
from sayso.reading.mentions.kinds import by_words
from sayso.reading.mentions.lexicon import DEMONYMS, FIRST_NAMES, TITLES
from sayso.reading.model.marks import Named
from sayso.records import MentionType

__all__ = ["drafts_of", "with_sure_places"]

_SURE = 0.8
_HYPHENS = ("-", "‐", "‑")
_WORD = re.compile(r"\S+")
_CODE = 2  # letters of a country's code: in a list of prices it is none
_ROLE_IN_FRONT = re.compile(r"(?:[a-z][\w-]*\s+)+(?=[A-Z])")


def drafts_of(names: Sequence[Named], text: str) -> Iterator[Draft]:
    """One draft a name, or two where a title stands in front of a person's, in text order."""
    for name in _joined(names, text):
        for start, end, kind in _parts(name, text):
            words = text[start:end]
            known = None if kind == "role" else actor(words)
            if known is not None:
                yield Draft(start, end, known.kind, known.name, 3)
            elif kind == "role":
                yield Draft(start, end, kind, None, 2)
            elif kind in ("person", "organization") and outlet(words) is not None:
                yield Draft(start, end, "organization", normal_outlet(words), 3)
            elif words not in DEMONYMS:  # an adjective names nobody
                country = words not in FIRST_NAMES and _is_country(words)
                sure = 3 if country else 2 if name.score >= _SURE else 1
                yield Draft(start, end, "place" if country else _told_by_words(words, kind), None, sure)


def _parts(name: Named, text: str) -> Iterator[tuple[int, int, MentionType]]:
    """A person without what stands in front: a title, which is a role of its own, or words in small letters."""
    words = text[name.start : name.end]
    if name.type != "person":
        yield name.start, name.end, name.type
        return
    front = _ROLE_IN_FRONT.match(words)
    if front is not None and front[0].rstrip().endswith((" of", " for")):
        # "foreign minister of Libya" is a role, and Libya is nobody's surname
        yield name.start, name.end, "role"
        return
    title = _title(words)
    if title:
        yield name.start, name.start + len(words[:title].rstrip()), "role"
    yield name.start + (title or (front.end() if front is not None else 0)), name.end, "person"


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


def _title(words: str) -> int:
    """Where the name begins behind titles in front of it (`Deputy Foreign Minister Ansa Krill`); 0 without any."""
    found = [m.end() for m in _WORD.finditer(words) if m[0].rstrip(".") in TITLES or m[0] in TITLES]
    rest = words[found[-1] :].lstrip() if found else ""
    return len(words) - len(rest) if rest[:1].isupper() else 0


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
