"""Indicators: what would follow if an explanation held, written down before it happens and scored afterwards."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import msgspec

from sayso.explaining.ratings import LIKELIHOOD
from sayso.records import Consistency, Evidence, Indicator, Verdict

__all__ = ["as_row", "expected", "overdue", "scored"]

_OPPOSITE: Final[dict[Consistency, Consistency]] = {
    "CC": "II", "C": "I", "N": "N", "I": "C", "II": "CC", "NA": "NA",
}  # fmt: skip
"""What is rated for its happening, rated for its not happening: P(not e|h) = 1 - P(e|h)."""


def expected(ratings: dict[str, Consistency], verdict: Verdict) -> float:
    """Probability 0..1 that something happens: P(e|h) of each hypothesis, weighed by how probable that one is now."""
    return round(
        math.fsum(h.probability * LIKELIHOOD[ratings.get(h.name)] for h in verdict.hypotheses),
        6,
    )


def scored(indicator: Indicator) -> Indicator:
    """The indicator with its Brier score (probability - outcome) squared, where it can be told."""
    outcome = {"happened": 1.0, "did not happen": 0.0}.get(indicator.state)
    if outcome is None or indicator.probability is None:
        return indicator
    return msgspec.structs.replace(indicator, brier=round((indicator.probability - outcome) ** 2, 6))


def as_row(indicator: Indicator, hypotheses: Sequence[str]) -> Evidence | None:
    """The row of evidence that a settled indicator becomes; none while it is open or cannot be told."""
    if indicator.state not in ("happened", "did not happen"):
        return None
    cells = [indicator.ratings.get(name) for name in hypotheses]
    if indicator.state == "did not happen":
        cells = [None if cell is None else _OPPOSITE[cell] for cell in cells]
    return Evidence(name=f"{indicator.says} ({indicator.state} by {indicator.by})", cells=tuple(cells))


def overdue(indicators: Sequence[Indicator], today: str) -> tuple[Indicator, ...]:
    """Open indicators whose day has passed; `today` is an ISO date."""
    return tuple(one for one in indicators if one.state == "open" and one.by < today[:10])
