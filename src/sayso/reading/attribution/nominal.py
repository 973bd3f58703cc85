"""Attributions made by a noun: "X's claim that", "allegations by X that", "reports that"."""

from __future__ import annotations

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.boundaries import clause_end
from sayso.reading.attribution.cues import NOUNS
from sayso.reading.attribution.following import phrase_after
from sayso.reading.attribution.found import Found
from sayso.reading.attribution.noun_phrases import phrase_before
from sayso.reading.attribution.units import Bounds, Unit

__all__ = ["find_nominal"]

_POSSESSIVE = words("his her its their our my your")
_GOVERNS = words("of about to on for against")


def find_nominal(unit: Unit) -> list[Found]:
    """Find nouns of saying with what is said after "that", "of", "about" or "to"."""
    found: list[Found] = []
    for i, token in enumerate(unit.tokens):
        strength = NOUNS.get(token.low)
        if strength is None or token.kind not in ("w" if i else "wn"):
            continue
        made = _nominal(unit, i, strength)
        if made is not None:
            found.append(made)
    return found


def _nominal(unit: Unit, i: int, strength: float) -> Found | None:
    owner, first = _owner(unit, i)
    cue_end = k = i + 1
    if owner is None and unit.low(k) in {"by", "from"}:
        owner = phrase_after(unit, k + 1, apposition=False)
        if owner is None:
            return None
        cue_end, k = i + 2, owner[1]
    k = unit.skip(k, "t")
    low = unit.low(k)
    if low == "that" and k + 2 < unit.n and not _relative(unit, k):
        content = (k, clause_end(unit, k + 1))
        score = strength * (1.0 if owner is not None else 0.8)
    elif owner is not None and low in _GOVERNS and k == i + 1 and k + 1 < unit.n:
        content = (k if low == "to" else k + 1, clause_end(unit, k + 1, phrase=True))
        cue_end = content[0]
        score = strength * 0.7
    else:
        return None
    return Found(
        source=None if owner is None else unit.chars(owner),
        cue=(unit.at(first).start, unit.at(cue_end - 1).end),
        content=[unit.chars(content)],
        rule="nominal",
        lemma=unit.low(i),
        score=score,
    )


def _owner(unit: Unit, i: int) -> tuple[Bounds | None, int]:
    """Whose saying it is, and the first token of the cue."""
    k = unit.skip_back(i - 1, "w#n", limit=4)
    if unit.kind(k) == "g":
        phrase = phrase_before(unit, k)
        return phrase, (k if phrase is not None else i)
    if unit.low(k) in _POSSESSIVE:
        return (k, k + 1), min(k + 1, i)
    return None, i


def _relative(unit: Unit, k: int) -> bool:
    """Whether "that" is a relative pronoun ("claims that shook the city"): a verb follows at once."""
    return unit.kind(k + 1) in "xv" or unit.finite(k + 1) is not None
