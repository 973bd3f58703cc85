"""Figures: quantities that a text claims, with how firm they are and whom they count."""

from __future__ import annotations

from sayso.reading.figures.finder import find_figures
from sayso.reading.figures.headline import find_headline

__all__ = ["find_figures", "find_headline"]
