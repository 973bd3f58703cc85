"""Contested figures: ranges by published rules, chosen among claimed values."""

from __future__ import annotations

from sayso.weighing.figures.holding import held_of
from sayso.weighing.figures.rules import RULES
from sayso.weighing.figures.weigher import weigh

__all__ = ["RULES", "held_of", "weigh"]
