"""Where the words for a speaker begin and end, left or right of a verb of saying."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.attribution.cues import CUES
from sayso.reading.attribution.lexicon import NOUN_FORMS
from sayso.reading.attribution.tokens import Token

__all__ = ["appositive_after", "phrase_after", "phrase_before", "subject_before"]

_NOMINAL = frozenset("wn#g")
_JOINING = frozenset("of for from with in at on near behind against between inside within to about among by under".split())
_RIGHT_JOINING = frozenset("of for from with".split())
_INTENSIVE = frozenset("very most more less much so".split())
_NEVER = frozenset("there it's yes no".split())
_REACH = 40  # no speaker's name is longer than this, in tokens
_REFLEXIVE = frozenset("himself herself itself themselves".split())
_FLOATING = frozenset("both all each".split())

Bounds = tuple[int, int]
"""Half-open range of token indexes."""


def subject_before(unit: Sequence[Token], end: int) -> Bounds | None:
    """The noun phrase that ends right before token `end`, with what stands in apposition; null if there is none."""
    last = end - 1
    while last >= 0 and (unit[last].kind in "q" or unit[last].low in _REFLEXIVE or unit[last].kind == "t"):
        last -= 1
    if last >= 1 and unit[last].kind == "t":
        last -= 1
    if last > 0 and unit[last].low in _FLOATING and unit[last - 1].kind in "nwr":
        last -= 1  # "Baro and Denn both said"
    if last < 0:
        return None
    if unit[last].kind == "p" and unit[last].low == "on" and last < end - 1:
        last -= 1  # "Clinton on Monday said"
    if last >= 0 and unit[last].kind in ",-" and last > 1:
        return _with_apposition(unit, last)
    return phrase_before(unit, last + 1)


def _with_apposition(unit: Sequence[Token], comma: int) -> Bounds | None:
    """Noun phrase before a pair of commas that enclose a remark: "Baro, the minister, said"."""
    mark = unit[comma].kind
    k = comma - 1
    depth = 0
    floor = max(0, comma - _REACH)
    commas = []
    while k > floor:
        kind = unit[k].kind
        if kind == ")":
            depth += 1
        elif kind == "(":
            depth -= 1
        elif depth <= 0:
            if kind == mark:
                commas.append(k)
                if len(commas) == 3:
                    break
            elif kind in "Q;:." and unit[k].low != ".":
                break
        k -= 1
    for k in commas:
        first = unit[k + 1]
        if first.kind in "c" or (first.kind in "s" and first.low not in {"who", "whose", "which", "where", "when", "while", "as"}):
            continue
        head = phrase_before(unit, k)
        if head is None or unit[head[1] - 1].kind not in "n#wg":
            continue
        before = unit[head[0] - 1] if head[0] else None
        opens = before is None or before.kind in "sc,;:.-pQa" or before.low in {"that"}
        if opens and not (before is not None and before.kind == "p"):
            return (head[0], comma)
    return None


def phrase_before(unit: Sequence[Token], end: int) -> Bounds | None:
    """The plain noun phrase that ends right before token `end`."""
    k = end - 1
    floor = max(0, end - _REACH)
    while k >= floor and unit[k].kind == "q":
        k -= 1
    if k < floor:
        return None
    token = unit[k]
    if token.kind == "r" and token.low not in _NEVER:
        return (k, k + 1)
    if token.low in {"that", "both", "all", "each", "some", "many", "others", "this", "those", "several", "most", "few"}:
        return (k, k + 1) if token.low != "that" else None
    if token.kind == ")":
        opening = _bracket_open(unit, k, floor)
        if opening is None:
            return None
        inner = phrase_before(unit, opening)
        return None if inner is None else (inner[0], end)
    if token.kind not in _NOMINAL:
        return None
    start = _walk_left(unit, k, floor)
    start = _strip(unit, start, end)
    return (start, k + 1) if start <= k else None


def _bracket_open(unit: Sequence[Token], k: int, floor: int) -> int | None:
    while k >= floor:
        if unit[k].kind == "(":
            return k
        k -= 1
    return None


def _walk_left(unit: Sequence[Token], k: int, floor: int) -> int:
    """Index of the first token of the noun phrase whose last token is `k`."""
    while k - 1 >= floor:
        token, left = unit[k], unit[k - 1]
        kind = left.kind
        if token.kind == "d" and kind not in "pcd":
            return k
        if kind in "wn#g":
            if kind == "w" and token.kind == "n" and left.low in NOUN_FORMS:
                return k  # "a day before the attack Zanfile reported"
            if kind == "w" and left.low in CUES and CUES[left.low].tense in {"past", "participle", "present"} and _is_verb(unit, k - 1):
                return k
            k -= 1
        elif kind == "d" or (kind == "q" and k - 2 >= floor and unit[k - 2].kind not in ",."):
            k -= 1
        elif kind == "a" and left.low in _INTENSIVE:
            k -= 1
        elif kind == "p" and left.low in _JOINING and k - 2 >= floor and unit[k - 2].kind in "wn#g)" and _head_ok(unit, k - 2):
            k -= 2
        elif kind == "c" and left.low in {"and", "&", "or"} and k - 2 >= floor and _coordinates(unit, k, floor):
            k -= 2
        elif kind == ")" :
            opening = _bracket_open(unit, k - 1, floor)
            if opening is None or opening - 1 < floor or unit[opening - 1].kind not in _NOMINAL:
                return k
            k = opening - 1
        elif kind == "v" and left.low.endswith("ed") and k - 2 >= floor and unit[k - 2].kind == "d":
            k -= 1
        elif kind == "t" and (token.kind == "g"):
            k -= 1
        else:
            return k
    return k


def _head_ok(unit: Sequence[Token], k: int) -> bool:
    """Whether the token before a preposition can be the head of a phrase, not a verb of saying."""
    token = unit[k]
    return not (token.low in CUES and token.kind == "w" and _is_verb(unit, k))


def _is_verb(unit: Sequence[Token], k: int) -> bool:
    form = CUES[unit[k].low]
    before = unit[k - 1] if k else None
    if before is None or before.kind in "dgp#":
        return False
    if form.tense in {"past", "participle"}:
        return before.kind in "rnwax)"
    return before.kind in "rx"


def _coordinates(unit: Sequence[Token], k: int, floor: int) -> bool:
    """Whether "A and B" before `k` is one phrase: A reaches back to where a clause may begin."""
    if unit[k - 2].kind not in _NOMINAL:
        return False
    start = _walk_left(unit, k - 2, floor)
    return start == 0 or unit[start - 1].kind in "s;:-Q." or (
        unit[start - 1].kind in "," and unit[start].kind == "n" and unit[k].kind in "nd"
    )


def _strip(unit: Sequence[Token], start: int, end: int) -> int:
    """Drop what cannot begin a speaker."""
    while start < end and (
        unit[start].kind in "acgs,tq" or unit[start].low in {"even", "meanwhile", "but", "still", "privately", "publicly"}
    ):
        start += 1
    return start


def phrase_after(unit: Sequence[Token], start: int, *, apposition: bool = True) -> Bounds | None:
    """The noun phrase that begins at token `start`, with what stands in apposition."""
    n = min(len(unit), start + _REACH)
    k = start
    while k < n and unit[k].kind == "q":
        k += 1
    if k >= n:
        return None
    token = unit[k]
    counts = token.low == "one" and k + 1 < n and unit[k + 1].kind in "wn"
    if (token.kind == "r" and not counts) or token.low in _REFLEXIVE:
        return (k, k + 1) if token.low not in _NEVER else None
    if counts:
        k += 1
        token = unit[k]
    if token.kind == "o":
        return (k, k + 1)
    if token.kind == "t" and k + 1 < n and unit[k + 1].kind in "gn":
        k += 1
        token = unit[k]
    if token.kind not in "dwn#vg" or (
        token.kind == "v" and not (token.low.endswith("ed") and k + 1 < n and unit[k + 1].kind in "nw")
    ):
        return None
    seen = False
    while k < n:
        token = unit[k]
        kind = token.kind
        if kind in "wn#g" or (kind == "v" and not seen) or (kind == "q" and k + 1 < n and unit[k + 1].kind in "wn"):
            if kind == "w" and seen and token.low in CUES and CUES[token.low].tense in {"past", "ing"} and unit[k - 1].kind != "d":
                break
            seen = seen or kind != "q"
            k += 1
        elif kind == "d" and (not seen or unit[k - 1].kind in "pc"):
            k += 1
        elif seen and kind == "p" and token.low in _RIGHT_JOINING and k + 1 < n and unit[k + 1].kind in "dwn#":
            k += 1
        elif seen and kind == "p" and token.low in {"in", "at", "on"} and unit[k - 1].kind == "w" and k + 1 < n and unit[k + 1].kind in "dn":
            k += 1
        elif seen and kind == "c" and token.low in {"and", "&"} and k + 1 < n and unit[k + 1].kind in "nd" and not _new_clause(unit, k + 1, n):
            k += 1
        elif seen and kind == "(":
            closing = next((i for i in range(k, n) if unit[i].kind == ")"), None)
            if closing is None or closing - k > 6:
                break
            k = closing + 1
        elif kind == "." and token.low == "." and seen and unit[k - 1].end == token.start and k + 1 < n and unit[k + 1].kind == "n":
            k += 1
        else:
            break
    if not seen:
        return None
    while k > start and unit[k - 1].kind in "cdpq":
        k -= 1
    return appositive_after(unit, start, k) if apposition else (start, k)


def _new_clause(unit: Sequence[Token], k: int, n: int) -> bool:
    """Whether a verb follows soon: then "and" joins clauses, not names."""
    for i in range(k, min(n, k + 6)):
        if unit[i].kind in "xv" or (unit[i].kind == "w" and unit[i].low in CUES and CUES[unit[i].low].tense == "past"):
            return True
        if unit[i].kind in ",.;:Q":
            return False
    return False


def appositive_after(unit: Sequence[Token], start: int, end: int) -> Bounds:
    """Take in ", the minister" or ", who leads the talks" after a name that ends at `end`."""
    n = len(unit)
    if end + 1 < n and unit[end].kind == ",":
        first = unit[end + 1]
        describes = first.kind == "d" or first.low in {"who", "whose"} or (
            first.kind in "wn#" and (first.low not in CUES or CUES[first.low].tense != "ing")
        )
        if describes:
            for k in range(end + 1, min(n, end + 30)):
                kind = unit[k].kind
                if kind in ".;:Q-" or kind == ",":
                    verbs = any(t.kind in "xv" for t in unit[end + 1 : k]) and first.low not in {"who", "whose"}
                    return (start, end) if verbs else (start, k)
                if kind == "s" and unit[k].low in {"as", "when", "after", "while", "because"} or kind == "c" and unit[k].low == "but":
                    break
            else:
                if n - end <= 30 and not any(t.kind in "xv" for t in unit[end + 1 : n]):
                    return (start, n)
    return (start, end)
