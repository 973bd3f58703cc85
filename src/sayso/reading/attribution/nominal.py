"""Attributions made by a noun: "X's claim that", "allegations by X that", "reports that"; and "according to X"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.attribution.clauses import clause_end, has_verb
from sayso.reading.attribution.cues import CUES, NOUNS
from sayso.reading.attribution.found import Found, chars
from sayso.reading.attribution.noun_phrases import appositive_after, phrase_after, phrase_before
from sayso.reading.attribution.tokens import Token

__all__ = ["find_according", "find_colon", "find_nominal"]

Bounds = tuple[int, int]
_POSSESSIVE = frozenset("his her its their our my your".split())


def find_nominal(unit: Sequence[Token]) -> list[Found]:
    """Find nouns of saying with what is said after "that", "of", "about" or "to"."""
    found: list[Found] = []
    for i, token in enumerate(unit):
        strength = NOUNS.get(token.low)
        if strength is None or token.kind != "w" or i + 2 >= len(unit):
            continue
        made = _nominal(unit, i, strength)
        if made is not None:
            found.append(made)
    return found


def _nominal(unit: Sequence[Token], i: int, strength: float) -> Found | None:
    n = len(unit)
    owner, first = _owner(unit, i)
    k = i + 1
    if owner is None and k < n and unit[k].low in {"by", "from"}:
        owner = phrase_after(unit, k + 1, apposition=False)
        if owner is None:
            return None
        k = owner[1]
        cue_end = i + 2
    else:
        cue_end = i + 1
    while k < n and unit[k].kind in "t":
        k += 1
    if k + 1 >= n:
        return None
    low = unit[k].low
    if low == "that" and (k + 2 < n) and not _relative(unit, k):
        content = (k, clause_end(unit, k + 1))
        score = strength * (1.0 if owner is not None else 0.8)
    elif owner is not None and low in {"of", "about", "to", "on", "for", "against"} and k == i + 1:
        content = (k + 1 if low != "to" else k, clause_end(unit, k + 1, phrase=True))
        cue_end = k + 1 if low != "to" else k
        score = strength * 0.7
    else:
        return None
    source = None if owner is None else chars(unit, owner)
    return Found(source, (unit[first].start, unit[cue_end - 1].end), [chars(unit, content)], "nominal", unit[i].low, score)


def _owner(unit: Sequence[Token], i: int) -> tuple[Bounds | None, int]:
    """Whose saying it is, and the first token of the cue."""
    k = i - 1
    while k >= 0 and unit[k].kind in "w#n" and i - k < 5:
        k -= 1
    if k >= 0 and unit[k].kind == "g":
        phrase = phrase_before(unit, k)
        return phrase, (k if phrase is not None else i)
    if k >= 0 and unit[k].low in _POSSESSIVE:
        return (k, k + 1), min(k + 1, i)
    return None, i


def _relative(unit: Sequence[Token], k: int) -> bool:
    """Whether "that" is a relative pronoun ("claims that shook the city"): a verb follows at once."""
    nxt = unit[k + 1]
    if nxt.kind in "xv":
        return True
    form = CUES.get(nxt.low)
    return form is not None and form.tense in {"past", "present"} and nxt.kind == "w"


def find_according(unit: Sequence[Token]) -> list[Found]:
    """Find "according to X", before or after what is said, and "as X put it"."""
    found: list[Found] = []
    for i, token in enumerate(unit):
        if token.low == "according" and i + 2 < len(unit) and unit[i + 1].low == "to":
            made = _according(unit, i)
            if made is not None:
                found.append(made)
    return found


def find_colon(unit: Sequence[Token]) -> list[Found]:
    """Find "Baro: the convoy was empty" and, in headlines, "The convoy was empty: Baro"."""
    n = len(unit)
    k = next((k for k in range(1, min(n - 1, 10)) if unit[k].kind == ":"), None)
    if k is None or any(t.kind in "xvrsQa,(;." or (t.kind == "w" and t.low in CUES) for t in unit[:k]):
        return _trailing(unit)
    named = unit[k - 1].kind == "n" and (unit[0].kind == "n" or unit[0].low == "the")
    rest = unit[k + 1]
    if rest.kind == "Q" and unit[k - 1].kind in "nw":
        return [Found(chars(unit, (0, k)), (unit[k].start, unit[k].end), [chars(unit, (k + 1, k + 2))], "colon", "say", 0.6, quoted=True)]
    if named and n - k > 3 and has_verb(unit, k + 1, n) and rest.kind not in "c#":
        return [Found(chars(unit, (0, k)), (unit[k].start, unit[k].end), [chars(unit, (k + 1, n))], "colon", "say", 0.5)]
    return []


def _trailing(unit: Sequence[Token]) -> list[Found]:
    n = len(unit) - (unit[-1].kind == ".") if unit else 0
    k = next((k for k in range(n - 2, max(2, n - 6), -1) if unit[k].kind == ":"), None)
    if k is None or k < 4 or not all(t.kind == "n" for t in unit[k + 1 : n]) or not any(t.kind in "xv" or t.low in CUES for t in unit[:k]):
        return []
    return [Found(chars(unit, (k + 1, n)), (unit[k].start, unit[k].end), [chars(unit, (0, k))], "colon", "say", 0.5)]


def _according(unit: Sequence[Token], i: int) -> Found | None:
    n = len(unit)
    cue = (unit[i].start, unit[i + 1].end)
    leading = i == 0 or unit[i - 1].kind in "sc:;-" or (i == 1 and unit[0].kind in "cq")
    who = phrase_after(unit, i + 2, apposition=not leading)
    if who is None:
        return None
    if leading:
        who = _apposed(unit, who)
    end = who[1]
    via: list[Bounds] = []
    if end < n and unit[end].low in {"speaking", "talking", "quoted", "cited", "interviewed"} and end + 2 < n:
        told = phrase_after(unit, end + 2, apposition=False)
        if told is not None:
            via.append(chars(unit, told))
            end = told[1]
    colon = next((k for k in range(end, min(n, end + 12)) if unit[k].kind == ":"), None)
    if leading and colon is not None and all(t.kind in ":#" for t in unit[colon:]):
        return Found(chars(unit, who), cue, [], "according", "according", 0.9, via, awaits=True)
    if leading or (i >= 2 and unit[i - 1].kind == "," and False):
        stop = next((k for k in range(end, n) if unit[k].kind in ",:Q"), None)
        if stop is None:
            return None
        start = stop if unit[stop].kind == "Q" else stop + 1
        if start >= n:
            return None
        return Found(
            chars(unit, who), cue, [chars(unit, (start, clause_end(unit, start)))], "according", "according", 0.9, via
        )
    start = _start(unit, i)
    if start < i and not leading and unit[i - 1].kind == "," and not has_verb(unit, start, i):
        who = phrase_after(unit, i + 2, apposition=False) or who  # "The fund, according to one report, holds"
        end = who[1]
    last = i
    if start >= last:
        return None
    content = [chars(unit, (start, last))]
    if end + 1 < n and unit[end].kind == "," and has_verb(unit, end + 1, n) and unit[i - 1].kind == ",":
        nxt = unit[end + 1]
        if nxt.kind in "xv" or (nxt.kind == "w" and nxt.low not in CUES):
            content.append(chars(unit, (end + 1, clause_end(unit, end + 1))))
    return Found(chars(unit, who), cue, content, "according", "according", 0.85, via, quoted=unit[start].kind == "Q")


def _apposed(unit: Sequence[Token], who: Bounds) -> Bounds:
    """Take in an apposition only if a second comma closes it and a clause follows: "according to Baro, an analyst, it"."""
    wide = appositive_after(unit, *who)
    closed = wide[1] < len(unit) and unit[wide[1]].kind == "," and wide != who
    return wide if closed and has_verb(unit, wide[1] + 1, len(unit)) and not has_verb(unit, who[1] + 1, wide[1]) else who


def _start(unit: Sequence[Token], end: int) -> int:
    k = end
    while k > 0 and unit[k - 1].kind not in ";:" and not (unit[k - 1].kind == "." and unit[k - 1].low != "."):
        k -= 1
    while k < end and unit[k].kind in ",-c":
        k += 1
    return k
