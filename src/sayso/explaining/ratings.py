"""What a rating is worth in each method, and what a row weighs."""

from __future__ import annotations

import math
import re
from typing import Final

from sayso.records import AchMethod, Consistency, Evidence

__all__ = [
    "CUTS",
    "INCONSISTENCY",
    "LIKELIHOOD",
    "METHODS",
    "RATINGS",
    "SCALE",
    "STEPS",
    "WORD_WEIGHTS",
    "grade_weight",
    "log_likelihood",
    "parse_rating",
    "parse_weight",
    "row_weight",
    "word_of",
]

METHODS: Final[tuple[AchMethod, ...]] = ("counts", "parc", "squared", "bayes")

STEPS: Final[dict[Consistency | None, int]] = {"CC": 2, "C": 1, "N": 0, "NA": 0, None: 0, "I": -1, "II": -2}
"""Ratings as steps on one line. Not applicable and not rated stand where neutral stands."""

SCALE: Final[tuple[Consistency, ...]] = ("II", "I", "N", "C", "CC")
"""The five ratings in order; a rating of step s stands at place s + 2."""

INCONSISTENCY: Final[dict[AchMethod, dict[Consistency | None, int]]] = {
    # Heuer, Psychology of Intelligence Analysis (1999), chapter 8: rows that speak against a hypothesis.
    "counts": {"I": 1, "II": 1},
    # PARC ACH 2: weighted inconsistency; whatever is not inconsistent counts nothing.
    "parc": {"I": 1, "II": 2},
    # Open Synthesis: (3 - m) squared for a mean m below 3, on II 1, I 2, N 3, C 4, CC 5.
    "squared": {"I": 1, "II": 4},
}

LIKELIHOOD: Final[dict[Consistency | None, float]] = {
    "CC": 0.9,
    "C": 0.7,
    "N": 0.5,
    "NA": 0.5,
    None: 0.5,
    "I": 0.3,
    "II": 0.1,
}
"""P(e|h): how probable the evidence is if the hypothesis holds.

The five words cut 0..1 into five equal steps, and each stands for the middle of its step. Values further out (.05 to
.95) lead to the true hypothesis no more often (.864 against .861 of simulated matrices, see
`tests/explaining/test_simulation.py`) and are far surer of themselves where evidence hangs together. Not applicable
and not rated stand for one half: they are silent beside a neutral cell.
"""

WORD_WEIGHTS: Final[dict[str, float]] = {"low": math.sqrt(0.5), "medium": 1.0, "high": math.sqrt(2.0)}
"""PARC ACH 2: three words, each the square root of 2 above the one before it."""

RATINGS: Final[dict[str, Consistency]] = {
    "CC": "CC",
    "C": "C",
    "N": "N",
    "I": "I",
    "II": "II",
    "NA": "NA",
    "N/A": "NA",
    # Open Synthesis writes signs, PARC very consistent and very inconsistent.
    "++": "CC",
    "+": "C",
    "0": "N",
    "-": "I",
    "--": "II",
    "VC": "CC",
    "VI": "II",
    "VERY CONSISTENT": "CC",
    "CONSISTENT": "C",
    "NEUTRAL": "N",
    "INCONSISTENT": "I",
    "VERY INCONSISTENT": "II",
    "NOT APPLICABLE": "NA",
}
"""Ratings as people and other tools write them, in capitals."""

CUTS: Final = (0.1, 1 / 3, 2 / 3, 0.9)
"""Where the words change for a probability of the evidence: II up to a tenth, CC from nine tenths on."""
_SUREST: Final = 1e-6
"""Nearer to 0 no probability is taken: nothing that was seen can be quite impossible."""

_MINUS: Final = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2014": "--", "\uff0b": "+"})

_RELIABILITY: Final[dict[str, str]] = {"A": "high", "B": "high", "C": "medium", "D": "low", "E": "low", "F": "medium"}
_CREDIBILITY: Final[dict[str, str]] = {"1": "high", "2": "high", "3": "medium", "4": "low", "5": "low", "6": "medium"}
_GRADE: Final = re.compile(r"([A-F])?([1-6])?")


def parse_rating(text: str) -> Consistency | None:
    """Read a rating in any case, with any minus sign. Null if it is none."""
    return RATINGS.get(" ".join(text.translate(_MINUS).upper().replace("_", " ").split()))


def word_of(likelihood: float) -> Consistency:
    """The rating that a probability of the evidence comes to."""
    return SCALE[sum(likelihood >= cut for cut in CUTS)]


def log_likelihood(cell: Consistency | None, likelihood: float | None) -> float:
    """Log P(e|h) of a cell: that of its word, or of the probability given for it."""
    return math.log(LIKELIHOOD[cell] if likelihood is None else max(likelihood, _SUREST))


def parse_weight(text: str) -> float | None:
    """Read a weight: `low`, `medium`, `high` in any case, or a number 0..1. Null if it is neither.

    A number is used as it stands, so that 1 equals `medium` and 0 takes the row out of the weighted methods.
    """
    word = WORD_WEIGHTS.get(text.strip().casefold())
    if word is not None:
        return word
    try:
        number = float(text)
    except ValueError:
        return None
    return number if 0.0 <= number <= 1.0 else None


def grade_weight(grade: str) -> float | None:
    """Weight that follows from an Admiralty grade (`B2`, `b`, `3`). Null if it is no grade.

    A, B and 1, 2 are high, C and 3 medium, D, E and 4, 5 low. F and 6 say that nobody can judge, and so change nothing
    (medium). The two axes are not averaged: the row weighs as much as its weaker axis, of those that could be judged.
    """
    found = _GRADE.fullmatch(grade.strip().upper())
    if found is None or not found.group():
        return None
    axes = [
        table[mark]
        for mark, table in ((found[1], _RELIABILITY), (found[2], _CREDIBILITY))
        if mark is not None and mark not in "F6"
    ]
    return min((WORD_WEIGHTS[word] for word in axes), default=1.0)


def row_weight(row: Evidence) -> float:
    """Credibility x relevance of a row, 0..2.

    Credibility set by hand goes before the grade; what is not said weighs medium, which is 1.
    """
    credibility = parse_weight(row.credibility) if row.credibility else None
    if credibility is None and row.grade:
        credibility = grade_weight(row.grade)
    relevance = parse_weight(row.relevance) if row.relevance else None
    return (1.0 if credibility is None else credibility) * (1.0 if relevance is None else relevance)
