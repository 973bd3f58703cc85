"""An event as the words frame it, and what around a verb makes it not one."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from sayso.reading.figures.lexicon import ADVERBS, MODAL, NEGATIONS
from sayso.reading.figures.tokens import Token

_AS_FAR = 12
_DENIED_WITHIN = 7
_ADMITTED = frozenset({"guilty", "admits", "admitted", "confesses", "confessed", "admitting", "confessing"})
_MIGHT = frozenset({"could", "might", "would", "may"})


class Event(NamedTuple):
    """Something that was done, at token `at`.

    `side` tells where those it was done to stand: left, near (left, close by), self (left, as who did it), right, or of
    (after "of"); `negated` where the text denies it;
    `last` is the index after the words of the event.
    """

    at: int
    last: int
    what: str
    side: str
    negated: bool = False


def word_before(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The word before `at` with adverbs stepped over, and its index."""
    i = at - 1
    while i >= 0 and tokens[i].low in ADVERBS:
        i -= 1
    return (tokens[i].low, i) if i >= 0 else ("", -1)


def hypothetical(tokens: Sequence[Token], at: int) -> bool:
    """True where the verb at `at` tells of what might be, was tried or was threatened."""
    window = [t.low for t in tokens[max(0, at - 4) : at]]
    if window[-1:] == ["and"] and _might_have(tokens, at):
        return True
    if window[-1:] == ["to"] and tokens[at].low.endswith("ing") and _ADMITTED & set(window):
        return False
    if window and window[-1] == "to":
        return not (len(window) > 1 and window[-2] in {"due", "continued", "gone"})
    return (
        bool(window and window[-1] in {"almost", "nearly"})
        or any(w.removesuffix("'ve") in MODAL for w in window)
        or any(w in {"attempted", "attempting", "threatened", "trying"} for w in window)
    )


def _might_have(tokens: Sequence[Token], at: int) -> bool:
    """True for the second verb of "could have hit her in the heart and killed her"."""
    before = [t.low for t in tokens[max(0, at - _AS_FAR) : at]]
    return any(one in _MIGHT and two == "have" for one, two in itertools.pairwise(before))


def negated(tokens: Sequence[Token], at: int) -> bool:
    """True where a negation stands just before token `at`."""
    return any(t.low in NEGATIONS or t.low.endswith("n't") for t in tokens[max(0, at - 3) : at])


def none_told(tokens: Sequence[Token], first: int) -> bool:
    """True for the nouns after "any" in "did not mention any injuries or deaths", where `first` is one of them."""
    before = [t.low for t in tokens[max(0, first - _DENIED_WITHIN) : first]]
    if "any" not in before:
        return False
    return any(w in NEGATIONS or w.endswith("n't") for w in before[: before.index("any")])
