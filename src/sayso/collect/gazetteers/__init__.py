"""Gazetteers that a person adds to a case: GeoNames dumps, Who's On First extracts, CSV, GeoJSON."""

from __future__ import annotations

from sayso.collect.gazetteers.parsing import Gazetteered, parse_gazetteer

__all__ = ["Gazetteered", "parse_gazetteer"]
