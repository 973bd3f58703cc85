"""How firmly a verdict stands: a level of confidence with its reasons, apart from how likely anything is.

ICD 203 keeps the two apart: an explanation may be very likely on evidence that one source could overturn.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sayso.records import Confidence, Gaps, LeftOut, Overturn

__all__ = ["confidence"]

_FEW: Final = 3
"""Independent origins below which nothing is firm."""


def confidence(
    *,
    separated: bool,
    agree: bool,
    without: Sequence[LeftOut],
    overturn: Overturn,
    origins: int,
    gaps: Gaps,
    leaders: Sequence[str],
) -> tuple[Confidence, tuple[str, ...]]:
    """Level of confidence in who leads, and what speaks against it, each in a clause.

    High when nothing of this holds, moderate with one or two, low with more: leaders are not separated; the methods
    name different ones; one row, source or origin decides; one step of one rating would overturn it; fewer than three
    independent origins; nothing speaks against a leader, or cells are not rated.
    """
    single = sum(part.changes for part in without)
    doubts = [
        ("the leaders are not separated from the rest", not separated),
        ("the methods name different leaders", not agree),
        (f"leaving out one thing changes who leads in {single} of {len(without)} trials", single > 0),
        ("one step of one rating would put another ahead", overturn.steps == 1),
        (f"it rests on {origins} independent {'origin' if origins == 1 else 'origins'}", origins < _FEW),
        ("nothing was found that speaks against a leader", bool(set(leaders) & set(gaps.untested))),
        ("cells are not rated yet", bool(gaps.unrated or gaps.partly_rated)),
    ]
    reasons = tuple(says for says, holds in doubts if holds)
    return ("low" if len(reasons) > 2 else "moderate" if reasons else "high"), reasons
