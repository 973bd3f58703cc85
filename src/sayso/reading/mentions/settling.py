"""Settle drafts against each other: overlaps, one type for one name, surnames, and the normal name of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.knowledge import names as folding
from sayso.reading.mentions.drafts import Draft
from sayso.reading.mentions.lexicon import FIRST_NAMES
from sayso.records import MentionType

__all__ = ["entities", "settle"]

_ACRONYM = re.compile(r"\s?\(\s?[\"“']?((?:[A-Z]\.?){2,8}s?)[\"”']?\s?\)")
_WORD = re.compile(r"(?<![\w-])[A-Z][^\W_]+(?:[-'’‘][^\W_]+)*")


_MISTAKEN = ("person", "organization", "armed_group", "facility")
"""What the name of a weapon may have been taken for."""


def settle(drafts: Iterable[Draft], text: str) -> list[Draft]:
    """Drafts in text order, none overlapping, each name of one type over the document, surnames added."""
    kept = _without_overlap(drafts)
    surnames = {
        folding.key(text[d.start : d.end].rsplit(maxsplit=1)[-1])
        for d in kept
        if d.type == "person" and (d.strength == 3 or " " in text[d.start : d.end])
    }
    given = {
        folding.key(text[d.start : d.end].split(maxsplit=1)[0])
        for d in kept
        if d.type == "person" and text[d.start : d.end].split(maxsplit=1)[0] in FIRST_NAMES
    }
    typed = _one_type_each(kept, surnames, given, text)
    return _with_surnames(typed, surnames, text)


def _without_overlap(drafts: Iterable[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end, d.type)):
        if not kept or draft.start >= kept[-1].end:
            kept.append(draft)
        elif draft.type == "equipment" and kept[-1].type in _MISTAKEN and kept[-1].strength < 3:
            kept[-1] = draft
    return kept


def _one_type_each(kept: Sequence[Draft], surnames: set[str], given: set[str], text: str) -> list[Draft]:
    """Let a sure type win over a default for the same name elsewhere in the document."""
    best: dict[str, tuple[int, MentionType]] = {}
    for draft in kept:
        key = folding.key(text[draft.start : draft.end])
        if draft.type not in ("role", "equipment") and draft.strength > best.get(key, (0, draft.type))[0]:
            best[key] = (draft.strength, draft.type)
    out: list[Draft] = []
    for draft in kept:
        key = folding.key(text[draft.start : draft.end])
        kind = draft.type
        if (kind in ("place", "organization", "person") and key in surnames and draft.strength < 3) or (
            kind == "place" and key in given
        ):
            kind = "person"
        elif kind not in ("role", "equipment") and best[key][0] > draft.strength:
            kind = best[key][1]
        out.append(draft._replace(type=kind))
    return out


def _with_surnames(kept: list[Draft], surnames: set[str], text: str) -> list[Draft]:
    """Add single surnames of persons named in full, which by themselves gave no sign of being a name."""
    more: list[Draft] = []
    at = 0
    for match in _WORD.finditer(text) if surnames else ():
        word = match[0]
        for tail in ("’s", "'s", "‘s"):
            word = word.removesuffix(tail)
        start, end = match.start(), match.start() + len(word)
        while at < len(kept) and kept[at].end <= start:
            at += 1
        taken = at < len(kept) and kept[at].start < end
        if not taken and len(word) > 2 and folding.key(word) in surnames:
            more.append(Draft(start, end, "person", None, 1))
    return sorted([*kept, *more], key=lambda d: (d.start, -d.end))


def entities(kept: Sequence[Draft], text: str) -> list[str | None]:
    """The normal name of each in the document; null for roles."""
    introduced: dict[str, str] = {}
    full: dict[str, str] = {}
    for draft in kept:
        name = _flat(text[draft.start : draft.end])
        match = _ACRONYM.match(text, draft.end)
        if match and _initials_fit(name, match[1]):
            introduced[match[1].replace(".", "")] = draft.known or name
        if draft.type == "person" and " " in name:
            full.setdefault(folding.key(name.rsplit(maxsplit=1)[-1]), name)
    for name in list(full.values()):
        full.setdefault(folding.key(name.split(maxsplit=1)[0]), name)
    return [_entity(draft, _flat(text[draft.start : draft.end]), introduced, full) for draft in kept]


def _entity(draft: Draft, name: str, introduced: dict[str, str], full: dict[str, str]) -> str | None:
    if draft.known:
        return draft.known
    if draft.type == "role":
        return None
    if draft.type == "person" and " " not in name:
        return full.get(folding.key(name), name)
    return introduced.get(name.replace(".", ""), name)


def _flat(name: str) -> str:
    return " ".join(name.split())


def _initials_fit(name: str, acronym: str) -> bool:
    """Whether an acronym's letters are initials of the name, in order (`World Food Programme`, `WFP`)."""
    wanted = acronym.replace(".", "").removesuffix("s")
    at = 0
    for word in re.split(r"[\s-]+", name):
        if at < len(wanted) and word[:1].upper() == wanted[at]:
            at += 1
    return at == len(wanted)
