"""What of one report another tells in nearly the same words and order, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from sayso.knowledge.numbers import TENS, UNITS
from sayso.linking.origins.pages import Page
from sayso.linking.shingles import words

__all__ = ["Retold", "retold"]

_END = re.compile(r"(?<=[.!?؟。])[\"”’»)\]]*\s+|\n+")
_LEAST = 4
_STEM = 5
_HALF = 0.5
_NUMBERS = {word: str(number) for word, number in (UNITS | TENS).items() if number > 1}
"""Numbers in words; "one" is as often no number."""


class Retold(NamedTuple):
    """Shares of the shorter report's words, each 0..1.

    `sentences`: those in sentences of which half the words stand, in their order, in two sentences of the other that
    follow each other, and which give no number that the other does not. `order`: the most that stand in both reports in
    one order.
    """

    sentences: float
    order: float


def retold(a: Page, b: Page) -> Retold:
    """Compare two reports. Words count as equal that begin alike: "shooting" and "shootings", "Denn" and "Denn's"."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - loads where reports are compared at all

    small, large = sorted((_sentences(a), _sentences(b)), key=lambda told: sum(map(len, told)))
    size = sum(map(len, small))
    if not size:
        return Retold(0.0, 0.0)
    # A sentence may be told in two, and two in one.
    windows = [[*first, *second] for first, second in pairwise([*large, []])]
    given = _numbers(_flat(large))
    # Who gives another number tells something else, however alike the words.
    found = sum(
        len(s)
        for s in small
        if _numbers(s) <= given and any(LCSseq.similarity(s, w) >= _HALF * len(s) for w in windows)
    )
    return Retold(found / size, LCSseq.similarity(_flat(small), _flat(large)) / size)


def _sentences(page: Page) -> list[list[str]]:
    """Sentences of what is report, as beginnings of words; very short ones are left out."""
    text = page.document.text
    told = []
    for low, high in page.spans:
        start = low
        for end, after in [*(m.span() for m in _END.finditer(text, low, high)), (high, high)]:
            told.append([_NUMBERS.get(key, key[:_STEM]) for key in words(text, ((start, end),)).keys])
            start = after
    return [sentence for sentence in told if len(sentence) >= _LEAST]


def _numbers(told: Iterable[str]) -> set[str]:
    return {key for key in told if key[0].isdigit()}


def _flat(told: Sequence[Sequence[str]]) -> list[str]:
    return list(chain.from_iterable(told))
