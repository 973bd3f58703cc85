"""Hypotheses against evidence: Analysis of Competing Hypotheses by four methods, with what the verdict rests on.

Nothing here names a winner alone: ties stay ties, every verdict says whether its leaders are separated, and what
changes when a row, a source or an origin is left out. NumPy is loaded when a matrix is scored, not before.
"""

from __future__ import annotations

from sayso.explaining.board import even_priors
from sayso.explaining.foresight import as_row, expected, overdue, scored
from sayso.explaining.gaps import gaps
from sayso.explaining.hindsight import brier, look_back
from sayso.explaining.panel import combined, mean_step, panel, with_analysts
from sayso.explaining.proposals import propose
from sayso.explaining.ratings import RATINGS, parse_rating, parse_weight
from sayso.explaining.table import parse_matrix, to_csv, to_json
from sayso.explaining.verdict import leave_out, score

__all__ = [
    "RATINGS",
    "as_row",
    "brier",
    "combined",
    "even_priors",
    "expected",
    "gaps",
    "leave_out",
    "look_back",
    "mean_step",
    "overdue",
    "panel",
    "parse_matrix",
    "parse_rating",
    "parse_weight",
    "propose",
    "score",
    "scored",
    "to_csv",
    "to_json",
    "with_analysts",
]
