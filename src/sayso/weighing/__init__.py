"""Figures, agreement and source reliability, with reasons."""

from __future__ import annotations

from sayso.weighing.agreement import agreement
from sayso.weighing.figures import RULES, held_of, weigh
from sayso.weighing.sources import Brought, brought, profile_sources

__all__ = ["RULES", "Brought", "agreement", "brought", "held_of", "profile_sources", "weigh"]
