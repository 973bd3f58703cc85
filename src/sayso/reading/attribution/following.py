"""The words for a speaker (or for who is told) that begin right after a verb: "said | Jan Baro, the minister"."""

from __future__ import annotations

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.noun_phrases import REACH, REFLEXIVE
from sayso.reading.attribution.units import Bounds, Unit

__all__ = ["appositive_after", "phrase_after"]

_JOINING = words("of for from with")
_PLACING = words("in at on")
_NEVER = words("there it's yes no")
_BREAKING = words("as when after while because but")
_LONGEST = 30  # tokens of an apposition


def phrase_after(unit: Unit, start: int, *, apposition: bool = True) -> Bounds | None:
    """The noun phrase that begins at token `start`, with what stands in apposition if wanted; null if none does."""
    k = unit.skip(start, "q", limit=REACH)
    if unit.kind(k) in "ro" or unit.low(k) in REFLEXIVE:
        return (k, k + 1) if unit.low(k) not in _NEVER else None
    if unit.kind(k) == "t" and unit.kind(k + 1) in "gn":
        k += 1
    adjective = unit.kind(k) == "v" and unit.low(k).endswith("ed") and unit.kind(k + 1) in "nw"
    if unit.kind(k) not in "dwn#g" and not adjective:
        return None
    end = _walk_right(unit, k, min(unit.n, start + REACH))
    if end is None:
        return None
    while end > start and unit.kind(end - 1) in "cdpq":
        end -= 1
    return appositive_after(unit, start, end) if apposition else (start, end)


def _walk_right(unit: Unit, k: int, n: int) -> int | None:
    seen = False
    while k < n:
        kind = unit.kind(k)
        step = _step_right(unit, k, n, seen=seen)
        if step == 0:
            break
        seen = seen or kind in "wn#gv"
        k += step
    return k if seen else None


def _step_right(unit: Unit, k: int, n: int, *, seen: bool) -> int:
    """By how many tokens the phrase reaches further right at `k`; 0 if it ends."""
    kind, nxt = unit.kind(k), unit.kind(k + 1)
    if kind in "wn#g":
        form = unit.finite(k) or unit.form(k)
        verb = kind == "w" and seen and form is not None and form.tense in {"past", "ing"} and unit.kind(k - 1) != "d"
        return 0 if verb else 1
    if kind in "vd":
        return 1 if not seen or (kind == "d" and unit.kind(k - 1) in "pc") else 0
    if kind == "q":
        return 1 if nxt in "wn" else 0
    if not seen:
        return 0
    if kind == "(":
        closing = unit.find(k, min(n, k + 7), ")")
        return 0 if closing is None else closing + 1 - k
    return 1 if _joins(unit, k, n) else 0


def _joins(unit: Unit, k: int, n: int) -> bool:
    """Whether a preposition or "and" at `k` goes on with the same phrase."""
    kind, low, nxt = unit.kind(k), unit.low(k), unit.kind(k + 1)
    if kind == "p":
        return (low in _JOINING and nxt in "dwn#") or (low in _PLACING and unit.kind(k - 1) == "w" and nxt in "dn")
    return kind == "c" and low in {"and", "&"} and nxt in "nd" and not _new_clause(unit, k + 1, n)


def _new_clause(unit: Unit, k: int, n: int) -> bool:
    """Whether a verb follows soon: then "and" joins clauses, not names."""
    for i in range(k, min(n, k + 6)):
        form = unit.finite(i)
        if unit.kind(i) in "xv" or (form is not None and form.tense == "past"):
            return True
        if unit.kind(i) in ",.;:Q":
            return False
    return False


def appositive_after(unit: Unit, start: int, end: int) -> Bounds:
    """Take in ", the minister" or ", who leads the talks" after a name that ends at `end`."""
    if unit.kind(end) != "," or end + 1 >= unit.n:
        return (start, end)
    form = unit.form(end + 1)
    clause = unit.low(end + 1) in {"who", "whose"}
    describes = (
        clause or unit.kind(end + 1) == "d" or (unit.kind(end + 1) in "wn#" and (form is None or form.tense != "ing"))
    )
    if not describes:
        return (start, end)
    close = end + 1
    while close < min(unit.n, end + _LONGEST) and unit.kind(close) not in ",.;:Q-":
        if unit.low(close) in _BREAKING:
            return (start, end)
        close += 1
    verbs = any(t.kind in "xv" for t in unit.between(end + 1, close))
    return (start, end) if close >= end + _LONGEST or (verbs and not clause) else (start, close)
