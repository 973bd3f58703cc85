"""Places named in a text, not yet on the map: linking decides where they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.knowledge.gazetteer import Place, look_up
from sayso.knowledge.names import fold, key, without_kind
from sayso.records import Mention, PlaceMention

__all__ = ["find_places"]

_WORD = re.compile(r"[^\W_](?:[\w’'-]*[\w.])?")
_LONGEST = 4
_LEADS_TO_PLACE = re.compile(
    r"\b(?:the|in|near|at|outside|around|towards?)\s+(?:al|el|at|an|as|ash|ar|ad|az)?[- ]?$", re.IGNORECASE
)


def find_places(
    text: str,
    sentences: Sequence[tuple[int, int]],  # noqa: ARG001 - the parts of reading share one signature
    mentions: Sequence[Mention],
) -> tuple[PlaceMention, ...]:
    """Every mention of a place, and of a facility that a gazetteer knows, with its name and no coordinates yet.

    A country, state or region at the front of somebody's name or role (`California Department of Health`, `US
    President`) is a mention of it too. So is a name that was taken for a person's though it is one of our places and
    stands where no person's does (`the Khan Sheikhoun attack`); a place that nobody knows is none when the document
    has a person by that name.
    """
    persons = {key(m.text) for m in mentions if m.type == "person"}
    found: list[PlaceMention] = []
    for mention in mentions:
        known = look_up(mention.text)
        if mention.type == "place":
            if known or key(mention.text) not in persons:
                found.append(_place(text, mention.start, mention.end))
        elif mention.type == "facility":
            if known:
                found.append(_place(text, mention.start, mention.end))
        elif mention.type == "person":
            if any(p.ours for p in known) and _LEADS_TO_PLACE.search(text[max(0, mention.start - 24) : mention.start]):
                found.append(_place(text, mention.start, mention.end))
        elif mention.type in ("organization", "armed_group", "role"):
            end = _area_in_front(mention)
            if end:
                found.append(_place(text, mention.start, mention.start + end))
    return tuple(found)


def _place(text: str, start: int, end: int) -> PlaceMention:
    return PlaceMention(start=start, end=end, text=text[start:end], name=" ".join(text[start:end].split()))


def _area_in_front(mention: Mention) -> int:
    """Where the name of a country, state or region at the front of a longer name ends; 0 if there is none."""
    ends = [m.end() for m in _WORD.finditer(mention.text)][:_LONGEST]
    ends += [e - 2 for e in ends if mention.text[:e].endswith(("'s", "’s"))]
    for end in reversed(ends):
        name = mention.text[:end]
        if end < len(mention.text) and any(
            p.kind == "country" or (p.ours and p.kind in ("region", "admin"))
            for p in look_up(name)
            if _as_written(p, name)
        ):
            return end
    return 0


def _as_written(place: Place, name: str) -> bool:
    """Whether no word for the kind of area had to be dropped (`United States Department`)."""
    return without_kind(name) == fold(name) or key(place.name) == key(name)
