"""Which phrases of a sentence one enumeration joins."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.knowledge.wordlists import words
from sayso.reading.figures.lexicon import SINGULAR
from sayso.reading.figures.phrases import OWN, Phrase
from sayso.reading.figures.tokens import Token

_LIST = words(
    "called named , and & plus alongside along with together ( ) ; : - – — both also then their his her including "
    "namely two three four five six seven"
)


def lists_of(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> list[int]:
    """Number of the enumeration each phrase belongs to; phrases joined by commas and "and" share one."""
    numbers: list[int] = []
    for i, phrase in enumerate(phrases):
        joined = False
        if i:
            between = tokens[phrases[i - 1].last : phrase.first]
            told = phrases[i - 1].wording == "plural" and phrase.kind == "surname"  # "their sons Ali and Nur"
            joined = _joined(between) or (not between and (phrase.kind == "name" or told))
            own = tokens[phrase.first].low in OWN and len(between) > 0
            joined = joined and ("bare" not in {phrase.kind, phrases[i - 1].kind} or own)
        numbers.append(numbers[-1] if joined else (numbers[-1] + 1 if numbers else 0))
    return numbers


def _owner(tokens: Sequence[Token], at: int) -> bool:
    """True for a word of "Omar Belo's", "the couple's": whose kin the next member of a list is."""
    last = at + (tokens[at].low == "the" and at + 1 < len(tokens))
    while last + 1 < len(tokens) and tokens[last].text[0].isupper() and not tokens[last].low.endswith("'s"):
        last += 1
    token = tokens[last]
    return token.low.endswith("'s") and (token.text[0].isupper() or token.low[:-2] in SINGULAR | {"couple", "latter"})


def _joined(between: Sequence[Token]) -> bool:
    """True for words that link two members of an enumeration, a short "from Tarbo" or "of Velde" let in."""
    inner = {i for i, t in enumerate(between) if t.text == "("}
    if inner and between[-1].text != "(":  # "nephews (sons of Omar) Ali (3)"
        close = next((i for i, t in enumerate(between) if t.text == ")"), -1)
        between = [*between[: min(inner)], *between[close + 1 :]] if close > min(inner) else between
        if not between:
            return True
    words = [t for i, t in enumerate(between) if not _owner(between, i)]
    if [t.low for t in words[-2:]] == ["in", "particular"] or [t.low for t in words[-3:-1]] == ["in", "particular"]:
        words = [t for t in words if t.low not in {"in", "particular"}]
    if words and words[0].low in {"from", "of", "in"}:
        i = 1
        while i < len(words) and words[i].kind == "word" and words[i].text[0].isupper():
            i += 1
        words = words[i:] if i > 1 else words
    lows = [t.low for t in words]
    for k in range(len(lows) - 2):
        if lows[k : k + 3] == ["as", "well", "as"]:
            lows[k : k + 3] = ["and", "and", "and"]
    return 0 < len(lows) <= 6 and all(w in _LIST for w in lows)
