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
_DEAD = words("martyrs dead deceased killed martyred fatalities")
_OPENS = _DEAD | words("names victims")
_SAYERS = words(
    "said says told reported posted wrote by from according suspects suspect officers detectives police charged "
    "arrested injured wounded survived mourned"
)
_OPENING = 14
_LEAST = 3


class Match(NamedTuple):
    """One phrase and what happened to it."""

    phrase: Phrase
    what: str
    negated: bool


def roll_of(
    tokens: Sequence[Token], phrases: Sequence[Phrase], taken: Mapping[int, str], lists: Sequence[int]
) -> list[Match]:
    """People that a sentence about a death lists by full name, beyond those its verbs reach.

    Only where no other fate is told in the sentence. Either people by age or kinship and two names, or by three names
    in one enumeration (`lists` numbers them) with such a one, each between the marks and words of a list; or three and
    more full names in one enumeration that words like "the names of the victims" open.
    """
    fates = set(taken.values())
    if fates & _OTHER_FATES:
        return []
    listed = [i for i, p in enumerate(phrases) if i not in taken and _in_list(tokens, p)]
    opened = {i: fate for i in listed if (fate := _opened(tokens, phrases, lists, i)) is not None}
    known = {i for i in listed if _known(tokens, phrases[i])} if "killed" in fates else set()
    if known:
        rows = {lists[i] for i in known} | {lists[i] for i in taken}
        killed = known | {i for i in listed if _names(tokens, phrases[i]) > 2 and lists[i] in rows}
        opened |= dict.fromkeys(killed, "killed")
    return [Match(phrases[i], opened[i], negated=False) for i in sorted(opened)]


def _opened(tokens: Sequence[Token], phrases: Sequence[Phrase], lists: Sequence[int], i: int) -> str | None:
    """What became of phrase `i` by the words that open an enumeration of full names; None where no such words do.

    "The dead are" tells of deaths; "the victims were identified as" leaves open who lived. Behind a colon two are
    a list.
    """
    row = [p for p, n in zip(phrases, lists, strict=True) if n == lists[i] and _names(tokens, p) > 1]
    head = row[0].first if row else 0
    if len(row) < _LEAST - (head > 0 and tokens[head - 1].text == ":"):
        return None
    before = [t.low for t in tokens[max(0, head - _OPENING) : head]]
    opening = max((k for k, w in enumerate(before) if w in _OPENS), default=None)
    after = {t.low for t in tokens[row[-1].last : row[-1].last + 4]}
    if opening is None or (set(before[opening:]) | after) & _SAYERS:
        return None
    return "killed" if set(before) & _DEAD else "casualties"


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
    if after is not None and after.text == "," and {t.low for t in tokens[phrase.last + 1 : phrase.last + 2]} & _SAYERS:
        return False  # "Their uncle, Omar Belo, said"
    led = before is None or before.low in _BEFORE or before.low.endswith("'s")
    return led and (after is None or after.low in _AFTER)
