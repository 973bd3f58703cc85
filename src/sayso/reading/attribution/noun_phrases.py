"""The words for a speaker that end right before a verb: "Jan Baro, the minister of ports, | said"."""

from __future__ import annotations

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.cues import NOUN_LIKE
from sayso.reading.attribution.lexicon import NOUN_FORMS
from sayso.reading.attribution.units import Bounds, Unit

__all__ = ["REACH", "REFLEXIVE", "phrase_before", "subject_before"]

_NOMINAL = "wn#g"
_JOINING = words(
    "of for from with in at on near behind against between inside within to about among by under familiar close"
)
_INTENSIVE = words("very most more less much so")
_ROUGHLY = words("about over around nearly almost roughly some")
_NEVER = words("there it's yes no")
_ALONE = words("both all each some many others this those several most few")
_FLOATING = words("both all each")
_REMARKS = words("who whose which where when while as")
_NOT_FIRST = words("even meanwhile but still privately publicly")
REFLEXIVE = words("himself herself itself themselves")
REACH = 40  # no speaker's name is longer than this, in tokens


def subject_before(unit: Unit, end: int) -> Bounds | None:
    """The noun phrase that ends right before token `end`, with what stands in apposition; null if there is none."""
    last = end - 1
    while last >= 0 and (unit.kind(last) in "qt" or unit.low(last) in REFLEXIVE):
        last -= 1
    floating = unit.low(last) in _FLOATING and unit.kind(last - 1) in "nwr,"
    last -= floating  # "Baro and Denn both said"
    if unit.low(last) == "on" and last < end - 1:
        last -= 1  # "Baro on Monday said"
    if last < 0:
        return None
    found = _with_apposition(unit, last) if unit.kind(last) in ",-" and last > 1 else phrase_before(unit, last + 1)
    found = _present(unit, last) if found is None else _with_relative(unit, found)
    if floating and found is not None and unit.low(found[0] - 1) == "and":
        return _pair(unit, found)
    return found


def _present(unit: Unit, last: int) -> Bounds | None:
    """Read "a trader who was there | told": the remark ends in a place, not in a noun."""
    if unit.low(last) not in {"there", "here"}:
        return None
    for k in range(last - 1, max(0, last - 5), -1):
        if unit.low(k) == "who":
            head = phrase_before(unit, k)
            return None if head is None else (head[0], last + 1)
    return None


def _with_relative(unit: Unit, found: Bounds) -> Bounds:
    """Take in the head of "an official who heard the exchange | said"."""
    for k in range(found[0] - 1, max(-1, found[0] - 12), -1):
        if unit.kind(k) in ",;:.Q-(":
            break
        if unit.low(k) == "who" and k < found[0] - 1:
            head = phrase_before(unit, k)
            return found if head is None else (head[0], found[1])
    return found


def _pair(unit: Unit, second: Bounds) -> Bounds:
    """Take in the first of two: "Baro, the mayor, and Denn, the envoy, both said"."""
    k = second[0] - 2
    while k >= 0 and unit.kind(k) in "wn#gdp,":
        k -= 1
    start = unit.skip(k + 1, "cp,")
    return (start, second[1]) if start < second[0] - 1 else second


def _with_apposition(unit: Unit, comma: int) -> Bounds | None:
    """Noun phrase before a pair of commas that enclose a remark: "Baro, the minister, said"."""
    for k in _marks_before(unit, comma):
        kind, low = unit.kind(k + 1), unit.low(k + 1)
        if kind == "c" or (kind == "s" and low not in _REMARKS):
            continue
        head = phrase_before(unit, k)
        if head is None or unit.kind(head[1] - 1) not in "wn#g)":
            continue
        if unit.kind(head[0] - 1) in "$sc,;:.-Qa" or unit.low(head[0] - 1) == "that":
            aside = all(t.kind == "a" for t in unit.between(k + 1, comma))  # "officials, however, said"
            return head if aside else (head[0], comma)
    return None


def _marks_before(unit: Unit, comma: int) -> list[int]:
    """Up to three marks of the same kind before a comma or dash, nearest first, outside brackets."""
    mark = unit.kind(comma)
    marks: list[int] = []
    depth = 0
    for k in range(comma - 1, max(0, comma - REACH), -1):
        kind = unit.kind(k)
        depth += (kind == ")") - (kind == "(")
        if depth > 0:
            continue
        if kind == mark:
            marks.append(k)
            if len(marks) == 3:
                break
        elif kind in "Q;:." and unit.low(k) != ".":
            break
    return marks


def phrase_before(unit: Unit, end: int) -> Bounds | None:
    """The plain noun phrase that ends right before token `end`."""
    floor = max(0, end - REACH)
    k = unit.skip_back(end - 1, "q", limit=REACH)
    if k < floor:
        return None
    kind, low = unit.kind(k), unit.low(k)
    if (kind == "r" and low not in _NEVER) or low in _ALONE:
        return (k, k + 1)
    if kind == ")":
        opening = _bracket_open(unit, k, floor)
        inner = None if opening is None else phrase_before(unit, opening)
        return None if inner is None else (inner[0], end)
    if kind not in _NOMINAL or _is_verb(unit, k):
        return None
    start = _walk_left(unit, k, floor)
    while start <= k and (unit.kind(start) in "acgs,tq" or unit.low(start) in _NOT_FIRST):
        start += 1
    return (start, k + 1) if start <= k else None


def _bracket_open(unit: Unit, k: int, floor: int) -> int | None:
    while k >= floor:
        if unit.kind(k) == "(":
            return k
        k -= 1
    return None


def _walk_left(unit: Unit, k: int, floor: int) -> int:
    """Index of the first token of the noun phrase whose last token is `k`."""
    while k - 1 >= floor:
        step = _step_left(unit, k, floor)
        if step == 0:
            return k
        k -= step
    return k


def _step_left(unit: Unit, k: int, floor: int) -> int:
    """By how many tokens the phrase that begins at `k` reaches further left; 0 if it does not."""
    kind, low = unit.kind(k - 1), unit.low(k - 1)
    stops = (unit.kind(k) == "d" and kind not in "pcd") or (kind == "w" and _ends_clause(unit, k))
    if stops or kind in _NOMINAL:
        return 0 if stops else 1
    rough = _rough(unit, k)
    if rough:
        return rough
    if kind == "p":
        joins = low in _JOINING and k - 2 >= floor and unit.kind(k - 2) in "wn#g)" and not _is_verb(unit, k - 2)
        return 2 if joins else 0
    if kind == "c":
        return 2 if low != "but" and k - 2 >= floor and _coordinates(unit, k, floor) else 0
    if kind == ")":
        opening = _bracket_open(unit, k - 1, floor)
        holds = opening is not None and opening > floor and unit.kind(opening - 1) in _NOMINAL
        return k - opening + 1 if holds and opening is not None else 0
    passes = (
        kind == "d"
        or (kind == "q" and k - 2 >= floor and unit.kind(k - 2) not in ",.")
        or (kind == "a" and low in _INTENSIVE)
        or (kind == "v" and low.endswith("ed") and unit.kind(k - 2) in "d$c,")
        or (kind == "t" and unit.kind(k) == "g")
    )
    return 1 if passes else 0


def _rough(unit: Unit, k: int) -> int:
    """Words before a count that belong to it: "at least | six", "about | 40", "up to | 40"."""
    low = unit.low(k - 1)
    if unit.low(k) == "least" and low == "at":
        return 1
    if unit.kind(k) == "#" and low == "to" and unit.low(k - 2) == "up":
        return 2
    return 1 if unit.kind(k) == "#" and low in _ROUGHLY else 0


def _ends_clause(unit: Unit, k: int) -> bool:
    """Whether the word left of `k` belongs to what stands before the speaker: "before the attack | Zanfile said"."""
    if unit.kind(k) == "n" and unit.low(k - 1) in NOUN_FORMS:
        return True
    return _is_verb(unit, k - 1)


def _is_verb(unit: Unit, k: int) -> bool:
    """Whether a word that can be a verb of saying is one here, not a noun or an adjective."""
    form = unit.form(k) if unit.kind(k) == "w" else None
    before = unit.kind(k - 1)
    if form is None or before in "dgp#$":
        return False
    if form.tense in {"past", "participle"}:
        return before in "rnwax)"
    if form.tense == "base":
        return form.lemma.word not in NOUN_LIKE and before in "nwr"
    return form.tense == "present" and before in "rx"


def _coordinates(unit: Unit, k: int, floor: int) -> bool:
    """Whether "A and B" before `k` is one phrase: A reaches back to where a clause may begin."""
    if unit.kind(k - 2) not in "wn#gr":
        return False
    start = k - 2 if unit.kind(k - 2) == "r" else _walk_left(unit, k - 2, floor)
    before = unit.kind(start - 1)
    return before in "$s;:-Q." or (before == "," and unit.kind(start) == "n" and unit.kind(k) in "nd")
