"""Hypotheses against evidence: Analysis of Competing Hypotheses by four methods, with what the verdict rests on.

Nothing here names a winner alone: ties stay ties, every verdict says whether its leaders are separated, and what
changes when a row, a source or an origin is left out. NumPy is loaded when a matrix is scored, not before.
"""

from __future__ import annotations

from sayso.explaining.gaps import gaps
from sayso.explaining.proposals import propose
from sayso.explaining.table import parse_matrix, to_csv
from sayso.explaining.verdict import score

__all__ = ["gaps", "parse_matrix", "propose", "score", "to_csv"]
