"""Statements become accounts: copies fold, later figures replace earlier ones, distrusted sources stand aside."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from sayso.records import Account, Document, Origins, Reading, content_id
from sayso.weighing.figures.entries import entries_of, sentence_text
from sayso.weighing.figures.statements import VAGUE, Stated, stated_in
from sayso.weighing.figures.victims import victims_of

_UPDATE = re.compile(
    r"\b(?:ris(?:e|en|es|ing)|rose|climb(?:ed|s)?|later|updated?|correct(?:ed|ion)|revised?|now|succumbed|initially|"
    r"earlier|at first|increased|since died)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\bof (?:the|them|whom|those|his|her|their)\b", re.IGNORECASE)
_EARLY = re.compile(
    r"\b(?:initially|at first|earlier (?:report|figure|count|toll)s?|first (?:said|reported)|previously)\b",
    re.IGNORECASE,
)


class Held(NamedTuple):
    """A statement with the document and origin that carry it."""

    stated: Stated
    reading: Reading
    origin: str
    documents: tuple[str, ...]


class Desk(NamedTuple):
    """What a user told of sources: letters by name, names to set aside, values a person settled."""

    grades: Mapping[str, str]
    distrusted: frozenset[str]
    decided: Collection[str]


def folded(name: str) -> str:
    """A name as compared: case and spacing do not matter."""
    return " ".join(name.casefold().split())


def desk_of(grades: Mapping[str, str], distrusted: Collection[str], decided: Collection[str]) -> Desk:
    """Prepare a user's word on sources for look-up by folded name."""
    return Desk({folded(k): v for k, v in sorted(grades.items())}, frozenset(map(folded, distrusted)), decided)


def held_of(readings: Sequence[Reading], origins: Origins) -> list[Held]:
    """All statements, each with its origin and every document of that origin that states the same."""
    links = {link.id: link.origin for link in origins.documents}
    ordered = sorted(readings, key=lambda r: (r.document.published or "", r.document.id))
    found: dict[tuple[object, ...], Held] = {}
    told = {reading.document.id: entries_of(reading) for reading in ordered}
    people = {name: victims_of(entries) for name, entries in told.items()}
    for reading in ordered:
        document = reading.document
        origin = links.get(document.id, document.id)
        others = [v for name, own in people.items() if name != document.id for v in own]
        for stated in stated_in(told[document.id], others):
            key = (
                origin,
                stated.key,
                stated.speaker and folded(stated.speaker),
                stated.low,
                stated.high,
                stated.wording,
                stated.how,
            )
            known = found.get(key)
            if known is None:
                found[key] = Held(stated, reading, origin, (document.id,))
            elif document.id not in known.documents:
                found[key] = known._replace(documents=(*known.documents, document.id))
    return list(found.values())


def accounts_of(held: Sequence[Held], desk: Desk) -> list[Account]:
    """Accounts in a fixed order, with what becomes of each before a rule is applied."""
    replaced = _superseded(held)
    made = []
    for item in held:
        used, why = _use(item, desk, replaced)
        if used == "counts":
            used, why = _nested(item, held) or (used, why)
        made.append(_account(item, desk, used, why))
    return sorted(made, key=lambda a: (a.what, a.as_of or "", a.passage.document, a.passage.start, a.id))


def _use(item: Held, desk: Desk, replaced: Mapping[int, str]) -> tuple[str, str]:
    names = [item.stated.speaker, item.reading.document.outlet, item.reading.document.id]
    for name in names:
        if name and folded(name) in desk.distrusted:
            return "set aside", f"{name} is distrusted."
    if id(item.stated) in replaced:
        return "superseded", replaced[id(item.stated)]
    if item.stated.certainty == "possible":
        return "maximum only", "The source gives it as a possibility only."
    return "counts", "An account by a source that nobody distrusts."


def _nested(item: Held, held: Sequence[Held]) -> tuple[str, str] | None:
    """Victims told one by one are part of a total that the same origin states."""
    if item.stated.how == "total":
        return _partial(item, held)
    totals = [
        h.stated.high
        for h in held
        if h.origin == item.origin
        and h.stated.key == item.stated.key
        and (h.stated.how == "total" or (h.stated.how == "derived" and item.stated.how in {"listed", "named"}))
        and h.stated.high is not None
        and h.stated.wording not in VAGUE
    ]
    if not totals:
        return None
    if (item.stated.high or 0) <= max(totals):
        return "folded", f"Part of the total of {max(totals):g} that the same report states."
    if item.stated.how in {"named", "derived"}:
        return None
    return "maximum only", "More than the total that the same report states, so in the maximum only."


def _partial(item: Held, held: Sequence[Held]) -> tuple[str, str] | None:
    """A smaller number in the same report by the same speaker counts a part; so does "three of the wounded"."""
    if item.stated.wording in VAGUE or item.stated.high is None:
        return None
    named = [
        h.stated.high
        for h in held
        if h.reading.document.id == item.reading.document.id
        and h.stated.key == item.stated.key
        and h.stated.how == "named"
        and h.stated.high is not None
        and h.stated.high > item.stated.high
    ]
    if named:
        return "set aside", f"The report tells of {max(named):g} victims one by one, more than this number."
    share = _SHARE.search(item.stated.passages[0].text) is not None
    larger = [
        h.stated.high
        for h in held
        if h.reading.document.id == item.reading.document.id
        and h.stated.key == item.stated.key
        and (
            h.stated.how == "derived"
            or (h.stated.how == "total" and (share or h.stated.speaker == item.stated.speaker))
        )
        and h.stated.wording not in VAGUE
        and h.stated.high is not None
        and h.stated.high > item.stated.high
    ]
    return ("folded", f"Part of the {max(larger):g} that the same report states.") if larger else None


def _superseded(held: Sequence[Held]) -> dict[int, str]:
    """The same speaker's later figure replaces the earlier one, by date, or in one text by words of updating."""
    replaced: dict[int, str] = {}
    by: dict[tuple[str, str], list[Held]] = {}
    for item in held:
        s = item.stated
        if s.how == "total" and s.wording not in VAGUE:
            who = folded(s.speaker or item.reading.document.outlet or f"document {item.reading.document.id}")
            by.setdefault((s.key, who), []).append(item)
    for items in by.values():
        for one, two in zip(items, items[1:], strict=False):
            if (one.stated.low, one.stated.high) == (two.stated.low, two.stated.high):
                continue
            earlier, later = _by_words(one, two)
            if earlier is not None:
                replaced[id(earlier.stated)] = f"The same source later says {later.stated.passages[0].text!r}."
    return replaced


def _by_words(one: Held, two: Held) -> tuple[Held | None, Held]:
    if one.reading.document.id != two.reading.document.id:
        earlier, later = one.reading.document.published, two.reading.document.published
        return (one, two) if earlier and later and earlier < later else (None, two)
    first, second = _sentence(one), _sentence(two)
    if first == second:
        return None, two
    if _EARLY.search(second) and not _EARLY.search(first):
        return two, one
    if _EARLY.search(first) or _UPDATE.search(second):
        return one, two
    return None, two


def _sentence(item: Held) -> str:
    start, end = sentence_text(item.reading, item.stated.passages[0].start, item.stated.passages[0].end)
    return item.reading.document.text[start:end]


def _grade(stated: Stated, document: Document, desk: Desk) -> str | None:
    for name in (stated.speaker, document.outlet):
        if name and folded(name) in desk.grades:
            return desk.grades[folded(name)]
    return None


def _account(item: Held, desk: Desk, used: str, why: str) -> Account:
    stated, document = item.stated, item.reading.document
    passage = stated.passages[0]
    return Account(
        id=content_id("account", item.origin, stated.key, stated.speaker, passage.document, passage.start, stated.how),
        what=stated.key,
        of=stated.of,
        group=stated.group,
        low=stated.low,
        high=stated.high,
        wording=stated.wording,
        origin=item.origin,
        speaker=stated.speaker,
        outlet=document.outlet,
        documents=item.documents,
        grade=_grade(stated, document, desk),
        as_of=document.published,
        used=used,  # type: ignore[arg-type]
        why=why if stated.how == "total" else f"{why} {_HOW[stated.how]}",
        passage=passage,
        certainty=stated.certainty,  # type: ignore[arg-type]
    )


_HOW = {
    "implied": "Nobody dead is counted; the words take one death for granted.",
    "named": "The victims are told one by one, by name, and were counted.",
    "listed": "The victims are told one by one and were counted.",
    "derived": "Worked out from those shot less those killed.",
}
