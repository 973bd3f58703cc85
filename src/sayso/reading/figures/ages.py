"""Numbers that tell how old somebody is, or how long something has gone on, and count nobody."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.knowledge.wordlists import words
from sayso.reading.figures.lexicon import BE, PEOPLE, SINGULAR
from sayso.reading.figures.tokens import Token

_AGES = words("ages aged age")
_REACH = 6
_THAN = words("younger older")
_TURNS = words("turn turns turned turning")
_SPANS = words("year years month months day days week weeks hour hours")


def of_age(tokens: Sequence[Token], at: int, after: int) -> bool:
    """True where the number at tokens `at:after` is an age or a stretch of time.

    "Ages 4 and 6", "younger than 12", "would have turned 15", "Ana Belo 21,", "two boys, 4 and 6,", "a
    15-year veteran".
    """
    before = [t.low for t in tokens[max(0, at - _REACH) : at]]
    if set(before) & _AGES:
        return True
    following = [t.low for t in tokens[after : after + 2]]
    if following[:1] == ["to"] and after + 1 < len(tokens) and tokens[after + 1].kind == "age":
        return True
    if following[:1] == ["-"] and following[1:] and following[1] in _SPANS:
        return True
    if before[-1:] == ["than"] and before[-2:-1] and before[-2] in _THAN:
        return True
    if tokens[at].kind != "num" or len(tokens[at].text) > 2:
        return False
    return (
        bool(set(before[-1:]) & _TURNS)
        or _after_people(tokens, at, following[:1])
        or (following[:1] != [] and following[0] in BE and _after_kin(tokens, at))
    )


def _after_kin(tokens: Sequence[Token], at: int) -> bool:
    """True for the number after a name that words of kinship lead: "his wife, Ana Belo, 21 were"."""
    i = at - 2
    if i < 0 or tokens[at - 1].text != ",":
        return False
    while i >= 0 and tokens[i].kind == "word" and tokens[i].text[0].isupper():
        i -= 1
    i -= i > 0 and tokens[i].text == ","
    return 0 <= i < at - 2 and tokens[i].low in SINGULAR


def _after_people(tokens: Sequence[Token], at: int, following: Sequence[str]) -> bool:
    """True for the numbers between commas after those they are of: "two boys, 4 and 6, were", "Omar Belo 21, was"."""
    if at < 2 or following not in (["and"], [","]):
        return False
    before = tokens[at - 1]
    if following == [","] and before.kind == "word":
        if before.low == "and" and tokens[at - 2].kind == "num" and at > 3:
            return tokens[at - 3].text == "," and tokens[at - 4].low in PEOPLE
        return before.text[0].isupper() and tokens[at - 2].text[0].isupper() and tokens[at - 2].kind == "word"
    last = at + 2 < len(tokens) and tokens[at + 2].kind == "num" and at + 3 < len(tokens)
    return (
        following == ["and"]
        and before.text == ","
        and tokens[at - 2].low in PEOPLE
        and bool(last)
        and (tokens[at + 3].text == ",")
    )
