"""Where what is said ends: at the end of the sentence, or where somebody says something else."""

from __future__ import annotations

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.cues import NOUN_LIKE, Form
from sayso.reading.attribution.following import phrase_after
from sayso.reading.attribution.units import Unit

__all__ = ["clause_end", "first_comma", "has_verb", "left_edge"]

_ENDING = words("when while after before because as since following")
_CONTRAST = words("while though although")
_RELATIVE = words("which who where")
_REACH = 30


def clause_end(unit: Unit, start: int, *, phrase: bool = False) -> int:
    """One past the last token of what is said, if that begins at `start`.

    Args:
        unit: the sentence.
        start: first token of what is said.
        phrase: what is said is a thing or an infinitive, not a whole clause, so that a new clause ends it.
    """
    depth = 0
    for k in range(start, unit.n):
        kind = unit.kind(k)
        if kind == ")" and not depth:
            return k
        depth += (kind == "(") - (kind == ")")
        if depth or kind in "wdn":
            continue
        if kind == ";" or (kind == "Q" and k > start and unit.low(k - 1) == "."):
            return k
        if k > start and _stops(unit, k, phrase=phrase):
            return k
        if phrase and k > start + 1 and unit.low(k) in _ENDING and kind in "sp":
            return k if unit.low(k) != "as" or unit.kind(k + 1) == "r" else clause_end(unit, k + 1, phrase=True)
    return unit.n


def _stops(unit: Unit, k: int, *, phrase: bool) -> bool:
    """Whether a comma, a dash or an "and" at `k` ends what is said."""
    if unit.kind(k) == "c":
        return unit.low(k) in {"and", "but"} and _says_again(unit, k + 1)
    return unit.kind(k) in ",-" and k + 1 < unit.n and _leaves(unit, k + 1, phrase=phrase)


def _leaves(unit: Unit, k: int, *, phrase: bool) -> bool:
    """Whether what comes after a comma is no longer part of what is said."""
    kind, low = unit.kind(k), unit.low(k)
    if low == "according" or (low == "as" and unit.kind(k + 1) in "rn"):
        return True
    if phrase and (low in _RELATIVE or kind in "svpx" or (kind == "w" and low.endswith(("ed", "ing")))):
        return True
    if low in _CONTRAST or (kind == "c" and low in {"and", "but"}):
        return _says_again(unit, k + 1)
    form = unit.form(k)
    if form is not None and form.tense == "ing" and form.lemma.kind == "speech":
        return True
    return _says_after(unit, k)


def _says_again(unit: Unit, k: int) -> bool:
    """Whether a new saying begins at `k`: "added that", "he said", "the ministry later denied"."""
    form = unit.finite(unit.skip(k, "ax", limit=3))
    if form is not None and form.lemma.kind == "speech":
        return True
    for j in range(k, min(unit.n, k + 10)):
        form = unit.finite(j) or _plural_verb(unit, j)
        if form is not None and j > k and unit.kind(j - 1) not in "dgp":
            return form.lemma.kind == "speech" and "c" in form.lemma.frames
        if unit.kind(j) in "v,.;:Q-s" or (unit.kind(j) == "x" and unit.form(j + 1) is None):
            return False
    return False


def _plural_verb(unit: Unit, k: int) -> Form | None:
    """A verb of saying in its base form after a plural subject: "the police insist"."""
    form = unit.form(k)
    clear = form is not None and form.tense == "base" and form.lemma.word not in NOUN_LIKE
    return form if clear and unit.kind(k) == "w" and unit.kind(k - 1) in "wnr" else None


def _says_after(unit: Unit, k: int) -> bool:
    """Whether ", X said" (or ", said X") closes the sentence at `k`."""
    first = unit.finite(k)
    if first is not None and "q" in first.lemma.frames:
        who = phrase_after(unit, k + 1)
        return who is not None and unit.kind(who[1]) in "$.,;-"
    who = phrase_after(unit, k)
    if who is None:
        return False
    i = unit.skip(who[1], "axg", limit=3)
    form = unit.form(i)
    if form is None or "q" not in form.lemma.frames or form.tense not in {"past", "present"}:
        return False
    return unit.kind(i + 1) in "$.,;tp" and unit.low(i + 1) != "of"


def has_verb(unit: Unit, start: int, end: int) -> bool:
    """Whether a finite verb stands in reach: then the words make a clause, not a thing."""
    if start + 1 < end and unit.kind(start) == "r" and unit.kind(start + 1) not in ",.;:cp":
        return True
    for k in range(start, min(end, unit.n, start + _REACH)):
        kind, low = unit.kind(k), unit.low(k)
        if kind == "x" or (kind == "g" and unit.kind(k + 1) in "adx"):
            return True
        if k == start:
            continue
        if kind == "s" or low in {"who", "which", "that"} or (kind in ";:Q" and k > start + 1):
            return False  # the verb of a relative or other clause does not count
        if (kind == "v" and not low.endswith("ing")) or _verb_like(unit, k, end):
            return True
    return False


def _verb_like(unit: Unit, k: int, end: int) -> bool:
    if unit.kind(k) != "w":
        return False
    if unit.finite(k) is not None and unit.kind(k - 1) in "nrwa":
        return True
    return unit.kind(k - 1) in "rn" and unit.low(k).endswith(("ed", "s")) and k + 1 < end


def left_edge(unit: Unit, end: int) -> int:
    """First token of what is said, if that ends before `end` and its speaker comes after it."""
    k = end
    while k > 0:
        kind, low = unit.kind(k - 1), unit.low(k - 1)
        if kind == ";" or (kind == "Q" and len(low) > 1) or (kind == "." and low != "."):
            break  # a Q with a mark in `low` is a quotation that ends in punctuation
        k -= 1
    return unit.skip(k, ",-c") if k < end else end


def first_comma(unit: Unit, start: int, end: int) -> int:
    """The first comma in a range, else its end."""
    at = unit.find(start, end, ",")
    return end if at is None else at
