"""Rolls of the dead: a sentence that tells of one death and then names, one after the other, who else died."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sayso.knowledge.wordlists import words
from sayso.reading.figures.phrases import Phrase
from sayso.reading.figures.tokens import Token

_KIN = words(
    "wife husband mother father son daughter brother sister uncle aunt cousin nephew niece grandmother grandfather "
    "grandson granddaughter mother-in-law father-in-law son-in-law daughter-in-law sister-in-law brother-in-law"
)
_BEFORE = words(", and : ; with – — - ( his her their as were was alongside children sons daughters")
_AFTER = words(", . and ; : ( ) – — - along alongside together as with")
_OTHER_FATES = frozenset({"injured", "shot", "missing", "detained", "casualties"})


class Match(NamedTuple):
    """One phrase and what happened to it."""

    phrase: Phrase
    what: str
    negated: bool


def roll_of(tokens: Sequence[Token], phrases: Sequence[Phrase], taken: Mapping[int, str]) -> list[Match]:
    """People that a sentence about a death lists by full name, beyond those its verbs reach.

    Only where no other fate is told in the sentence, and only people by age or kinship and two names, or by three names
    beside such a one; each has to stand between the marks and words of a list.
    """
    fates = set(taken.values())
    if "killed" not in fates or fates & _OTHER_FATES:
        return []
    listed = [p for i, p in enumerate(phrases) if i not in taken and _in_list(tokens, p)]
    known = [p for p in listed if _known(tokens, p)]
    if not known:
        return []
    return [Match(p, "killed", negated=False) for p in listed if p in known or _names(tokens, p) > 2]


def _names(tokens: Sequence[Token], phrase: Phrase) -> int:
    return sum(t.kind == "word" and t.text[0].isupper() for t in tokens[phrase.first : phrase.last])


def _known(tokens: Sequence[Token], phrase: Phrase) -> bool:
    words = tokens[phrase.first : phrase.last]
    return _names(tokens, phrase) > 1 and any(t.kind == "age" or t.low in _KIN for t in words)


def _in_list(tokens: Sequence[Token], phrase: Phrase) -> bool:
    if (phrase.low, phrase.high) != (1, 1) or phrase.kind not in {"people", "name"}:
        return False
    before = tokens[phrase.first - 1] if phrase.first else None
    after = tokens[phrase.last] if phrase.last < len(tokens) else None
    led = before is None or before.low in _BEFORE or before.low.endswith("'s")
    return led and (after is None or after.low in _AFTER)
