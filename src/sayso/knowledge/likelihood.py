"""Words of likelihood and the ranges they stand for.

Two published yardsticks: ICD 203 (Office of the Director of National Intelligence, Analytic Standards, 2015) and PHIA
(Professional Head of Intelligence Assessment, United Kingdom). A word speaks of likelihood alone: how confident
the author is belongs into another sentence.
"""

from __future__ import annotations

import math
from typing import Literal

from sayso.errors import UsageError
from sayso.records.spans import Record

__all__ = ["YARDSTICKS", "LikelihoodWord", "Yardstick", "describe", "words"]

Yardstick = Literal["icd203", "phia"]


class LikelihoodWord(Record, frozen=True, kw_only=True):
    """A word of a yardstick.

    Attributes:
        word: as the yardstick prints it.
        low, high: the probabilities for which it stands, 0..1.
        note: a sentence where a probability lay in none of the yardstick's ranges; else null.
    """

    word: str
    low: float
    high: float
    note: str | None = None


def _ladder(*steps: tuple[str, float, float]) -> tuple[LikelihoodWord, ...]:
    return tuple(LikelihoodWord(word=word, low=low, high=high) for word, low, high in steps)


YARDSTICKS: dict[str, tuple[LikelihoodWord, ...]] = {
    "icd203": _ladder(
        ("almost no chance", 0.01, 0.05),
        ("very unlikely", 0.05, 0.20),
        ("unlikely", 0.20, 0.45),
        ("roughly even", 0.45, 0.55),
        ("likely", 0.55, 0.80),
        ("very likely", 0.80, 0.95),
        ("almost certain", 0.95, 0.99),
    ),
    "phia": _ladder(
        ("remote chance", 0.0, 0.05),
        ("highly unlikely", 0.10, 0.20),
        ("unlikely", 0.25, 0.35),
        ("realistic possibility", 0.40, 0.50),
        ("likely", 0.55, 0.75),
        ("highly likely", 0.80, 0.90),
        ("almost certain", 0.95, 1.0),
    ),
}


def describe(probability: float, yardstick: str = "icd203") -> LikelihoodWord:
    """Put a probability into the words of a yardstick.

    Where two ranges meet, the upper word begins (0.20 is `unlikely`). A probability outside every range takes the
    nearest word, and of two equally near ones that which claims less; `note` says so.

    Args:
        probability: 0..1.
        yardstick: `icd203` or `phia`.

    Raises:
        UsageError: an unknown yardstick, or no probability.
    """
    ladder = YARDSTICKS.get(yardstick)
    if ladder is None:
        raise UsageError(f"There is no yardstick {yardstick!r}; choose one of {', '.join(YARDSTICKS)}.")
    if not (math.isfinite(probability) and 0.0 <= probability <= 1.0):
        raise UsageError(f"A probability lies between 0 and 1, which {probability} does not.")
    inside = [step for step in ladder if step.low <= probability < step.high or probability == step.high == 1.0]
    if not inside:
        # `unlikely` ends where a gap begins, and 0.35 itself is still inside it.
        inside = [step for step in ladder if probability == step.high]
    if inside:
        return inside[-1]
    nearest = min(ladder, key=lambda step: (round(_distance(probability, step), 9), abs(_middle(step) - 0.5)))
    note = (
        f"{probability:.3g} lies in none of the ranges of this yardstick; the nearest is "
        f"{nearest.word}, {nearest.low:g} to {nearest.high:g}."
    )
    return LikelihoodWord(word=nearest.word, low=nearest.low, high=nearest.high, note=note)


def words(probability: float, yardstick: str = "icd203") -> str:
    """Give the yardstick's word for a probability; see `describe`."""
    return describe(probability, yardstick).word


def _distance(probability: float, step: LikelihoodWord) -> float:
    return max(step.low - probability, probability - step.high, 0.0)


def _middle(step: LikelihoodWord) -> float:
    return (step.low + step.high) / 2
