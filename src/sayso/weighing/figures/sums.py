"""How the numbers of one sentence go together: members add up, a whole holds its parts, names fill a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.knowledge.wordlists import words
from sayso.records import Wording
from sayso.weighing.figures.entries import Entry
from sayso.weighing.figures.victims import Victim

VAGUE = words("plural dozens hundreds tens thousands")
"""Wordings that name no number."""

_GENERAL = words(
    "people persons individuals victims citizens lives deaths fatalities bodies martyrs casualties "
    "injuries dead wounded homicide murder killing slaying shooting"
)
_SPOUSE = re.compile(r"\b(?:wife|husband|mother|father)\b", re.IGNORECASE)
_WHOEVER = words("civilians victims residents")
_ANYBODY = words("people persons members relatives victims civilians residents")
_OFFSPRING_ONE = re.compile(r"\b(?:son|daughter|child|boy|girl|toddler|infant|baby)\b", re.IGNORECASE)
_YOUNG = words("children kids grandchildren siblings")
_OFFSPRING = words(
    "sons daughters boys girls grandsons granddaughters brothers sisters twins infants toddlers children"
)
_KIN = _OFFSPRING | words("children grandchildren siblings relatives nephews nieces cousins parents")
_PLURAL = 2
"""People whom a plural without number stands for (Airwars, and the least that it can mean)."""
_OWN = re.compile(r"[A-Z\d]")
_PRONOUN = re.compile(r"(?:he|she|him|her|himself|herself)$", re.IGNORECASE)
_FAMILY = 7
"""A number of relatives above this is named over more sentences than that."""
_FILLED_WITHIN = 2
"""Sentences after a number in which those may be named whom it counts."""


def single(entry: Entry) -> bool:
    """True for a figure of one person, described or named."""
    return (entry.figure.low, entry.figure.high) == (1, 1) and entry.figure.of is not None


def general(entry: Entry) -> bool:
    """True for a number of people as such, which holds whomever else the sentence counts."""
    of = (entry.figure.of or "people").lower().split()
    return not entry.added and bool(of) and of[-1] in _GENERAL and not single(entry)


def counting(items: Sequence[Entry]) -> list[Entry]:
    """Those figures of one sentence (at least one) that make up its total."""
    wholes = [e for e in items if general(e)]
    if wholes:
        whole = _whole(_largest(wholes), items)
        return [*whole, *_killer(whole, items)]
    firm = [e for e in items if e.figure.wording not in VAGUE]
    for number in reversed([e for e in firm if not single(e)]):
        parts = _filling(number, firm)
        firm = [e for e in firm if e not in parts]
    return _added(firm) or list(items[:1])


def _killer(number: Sequence[Entry], items: Sequence[Entry]) -> list[Entry]:
    """Who killed them and died as well: "Omar killed four people before turning the gun on himself" is five."""
    whole = number[0].figure
    if whole.what != "killed" or any(e.part for e in number):
        return []
    alone = [e for e in items if e.own and single(e) and not e.part and e not in number]
    return [e for e in alone if e.figure.end <= whole.start or _PRONOUN.match(e.figure.text)][:1]


def _fills(entry: Entry, number: Entry | None) -> bool:
    """True for one person by name or age, who may be one of a number just given; of children a parent is none."""
    text = entry.figure.text
    if not single(entry) or (entry.figure.group != "named" and _OWN.search(text[1:]) is None):
        return False
    return _SPOUSE.search(text) is None or (number is not None and number.figure.group is None and _mixed(number))


def _mixed(number: Entry) -> bool:
    """True for a number of people of any kin: "four members of the family", "six relatives"."""
    return set((number.figure.of or "people").lower().split()) & _ANYBODY != set()


def _added(counted: Sequence[Entry]) -> list[Entry]:
    """Numbers of one sentence add up, unless the first is the sum of the others ("four: three men and a woman").

    So may be a later one of people of any kind ("three men and a woman, four in all"), but no "three sons".
    """
    values = [_size(e) for e in counted]
    for i, value in enumerate(values):
        if len(values) > 2 and value == sum(values) - value and (i == 0 or _anybody(counted[i])):
            return [counted[i]]
    return list(counted)


def _anybody(number: Entry) -> bool:
    return number.figure.of is None or _mixed(number)


def _whole(general: Entry, items: Sequence[Entry]) -> list[Entry]:
    """A general number with what an "and" adds to it ("three people and a guard"); not "two people, a man and ..."."""
    after = [e for e in items if e.row == general.row and e.figure.start > general.figure.start]
    named = sum(e.figure.high or 0 for e in after)
    if not after or named == general.figure.high or not after[0].linked:
        return [general]
    return [general, *(e for e in after if e.figure.wording not in VAGUE)]


def _largest(entries: Sequence[Entry]) -> Entry:
    return max(
        entries, key=lambda e: (e.figure.wording not in VAGUE, e.figure.high or e.figure.low or 0, -e.figure.start)
    )


def total(values: Sequence[float | None]) -> float | None:
    """The sum; null when one of the values is."""
    known = [v for v in values if v is not None]
    return sum(known) if len(known) == len(values) else None


def joint(entries: Sequence[Entry]) -> Wording:
    """The wording of a sum: that of its members when they share one."""
    words = {e.figure.wording for e in entries}
    return next(iter(words)) if len(words) == 1 else "about"


def unnamed(entries: Sequence[Entry], what: str, people: Sequence[Victim]) -> int:
    """How many a list counts without naming them: "Omar, his wife and their three daughters" holds three more.

    Names after a number fill it up, and so do smaller numbers that are parts of it ("their four children: two sons,
    Ali and Omar, and two daughters"); the same number of the same kind counts once in a document.
    """
    first = {(e.figure.start, e.figure.end) for v in people for e in v.entries[:1]}
    own = [e for e in entries if e.figure.what == what]
    free = [e for e in entries if (e.figure.start, e.figure.end) in first and e.figure.what in {what, "casualties"}]
    rows = {e.sentence for e in free}
    told = [e for e in own if e in free or not single(e)]
    left: dict[tuple[str, int], int] = {}
    for number in reversed(own):  # names fill the number that stands nearest before them
        if number.sentence not in rows or not _holds(number) or _told_before(number, told):
            continue
        filling = _filling(number, free)
        free = sorted([*(e for e in free if e not in filling), number], key=lambda e: e.figure.start)
        kind = _noun(number), _size(number)
        left[kind] = max(left.get(kind, 0), kind[1] - sum(map(_size, filling)))
    return sum(left.values()) + sum(_PLURAL for e in own if _unnumbered(e, people))


def _unnumbered(entry: Entry, people: Sequence[Victim]) -> bool:
    """True for the kin without number and names of somebody told of first just before: "Omar Belo and his children".

    Kin that may be named soon after are none.
    """
    if entry.figure.wording != "plural" or entry.part or not (entry.kin and entry.linked) or _noun(entry) not in _KIN:
        return False
    first = [v.entries[0] for v in people]
    before = [e for e in first if e.sentence == entry.sentence and e.figure.start < entry.figure.start]
    near = [e for e in first if e.figure.start > entry.figure.start and e.sentence - entry.sentence <= _FILLED_WITHIN]
    return bool(before) and not any(_fills(e, None) and _may_be(e, entry) for e in near)


def _may_be(entry: Entry, kin: Entry) -> bool:
    """False for "her brother Nur Orm", who is none of "her children"."""
    return not entry.kin or _noun(kin) not in _YOUNG | _OFFSPRING or bool(_OFFSPRING_ONE.search(entry.figure.text))


def _told_before(number: Entry, told: Sequence[Entry]) -> bool:
    """True for a number of children, as many as were told of one by one before and none after it: the same ones."""
    if _noun(number) not in _YOUNG:
        return False
    if any(e.figure.start > number.figure.start and e.sentence == number.sentence for e in told):
        return False
    before = [e for e in told if e.figure.start < number.figure.start]
    children = [
        e for e in before if (_OFFSPRING_ONE.search(e.figure.text) if single(e) else _noun(e) in _OFFSPRING)
    ]  # fmt: skip
    return sum(map(_size, children)) == _size(number)


def _filling(number: Entry, free: Sequence[Entry]) -> list[Entry]:
    """Which people and smaller numbers after a number make it up, in text order.

    A number of the same enumeration is part of it only where the sum comes out: "four children: three daughters and a
    son", not "four children and two grandchildren".
    """
    many = _mixed(number) and _size(number) > _FAMILY
    after = [
        e
        for e in free
        if number.figure.start < e.figure.start
        and (e.sentence - number.sentence <= _FILLED_WITHIN or e.figure.what == "casualties" or many)
    ]  # fmt: skip
    row = [e for e in after if e.row == number.row]
    if row and _mixed(number) and sum(map(_size, row)) == _size(number) > 0:
        return row  # "four members of the family, a father and his three sons"
    taken = _take(number, [e for e in after if (_fills(e, number) if single(e) else _part_of(e, number))])
    if sum(map(_size, taken)) < _size(number) and any(e.row == number.row and not single(e) for e in taken):
        return _take(number, [e for e in taken if e.row != number.row or single(e)])
    return taken


def _take(number: Entry, parts: Sequence[Entry]) -> list[Entry]:
    taken: list[Entry] = []
    room = _size(number)
    for entry in parts:
        if 0 < _size(entry) <= room:
            taken.append(entry)
            room -= _size(entry)
    return taken


def _part_of(entry: Entry, number: Entry) -> bool:
    """True for a smaller number of those whom another one counts: sons and daughters among children."""
    if _size(entry) >= _size(number):
        return False
    return _noun(entry) == _noun(number) or _mixed(number) or (_noun(number) in _YOUNG and _noun(entry) in _OFFSPRING)


def _size(entry: Entry) -> int:
    return int(entry.figure.high or 0)


def _noun(entry: Entry) -> str:
    return (entry.figure.of or "others").lower().split()[-1]


def _holds(entry: Entry) -> bool:
    """True for an exact number of people of some kind, who may be named after it."""
    f = entry.figure
    exact = f.wording in {"exact", "about"} and f.high is not None
    return exact and not single(entry) and not general(entry) and not entry.part and _noun(entry) not in _WHOEVER


def _hurt(entry: Entry) -> bool:
    return entry.figure.what == "injured" or (entry.figure.what == "shot" and not single(entry))


def announced(entries: Sequence[Entry], what: str) -> float | None:
    """How many people the title of a document says were killed, or injured; None where it gives no number.

    A title that tells of people injured, or numbers those shot, and of nobody killed says that nobody was.
    """
    told = [e for e in entries if e.title]
    own = [e for e in told if e.figure.what == what]
    if what == "injured" and any(e.figure.what == "shot" and not single(e) for e in told):
        return None  # "five shot, two seriously injured"
    if what == "killed" and not own and any(_hurt(e) for e in told):
        # Such a title would not leave out the dead, unless they died after it was written.
        return None if any(e.since for e in entries if e.figure.what == "killed") else 0
    if not own or any(e.figure.wording in VAGUE or e.figure.high is None for e in own):
        return None
    return total([e.figure.high for e in counting(own)]) if not all(single(e) for e in own) else float(len(own))
