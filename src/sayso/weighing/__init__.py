"""Figures, agreement and source reliability, with reasons."""

from __future__ import annotations

from sayso.weighing.agreement import agreement
from sayso.weighing.corroboration import corroborated
from sayso.weighing.credibility import credibility_of
from sayso.weighing.figures import RULES, held_of, weigh
from sayso.weighing.grading import propose_grades
from sayso.weighing.sources import Brought, brought, profile_sources
from sayso.weighing.speakers import fuller_names

__all__ = [
    "RULES",
    "Brought",
    "agreement",
    "brought",
    "corroborated",
    "credibility_of",
    "fuller_names",
    "held_of",
    "profile_sources",
    "propose_grades",
    "weigh",
]
