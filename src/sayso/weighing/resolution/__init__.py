"""A spreadsheet of who-claims-what, resolved: the value held for each object, and how far each source can be relied on.

Values are chosen among those that were claimed, never averaged. Copies of one origin count once.
"""

from __future__ import annotations

from sayso.weighing.resolution.resolving import METHODS, resolve
from sayso.weighing.resolution.tables import parse_claims, parse_hierarchy, parse_known

__all__ = ["METHODS", "parse_claims", "parse_hierarchy", "parse_known", "resolve"]
