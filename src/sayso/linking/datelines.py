"""Datelines among the places of a document: they say where a report was written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.records import PlaceMention

__all__ = ["datelines"]

_REST = re.compile(r"(?:, [^\n()–—-]{2,40})?(?: \([^()\n]{2,40}\))? ?(?:--?|–|—)\s")
_BRACKETED = re.compile(r"\) ?(?:--?|–|—)\s")


def datelines(text: str, places: Sequence[PlaceMention]) -> tuple[frozenset[int], frozenset[int]]:
    """Numbers of the places that stand in front of `TOWN, Country (Wire) - `, and of those named as holding them."""
    fronts = frozenset(at for at, place in enumerate(places) if _opens(text, place.start, place.end))
    holders = {at + 1 for at in fronts if at + 1 < len(places) and text[places[at].end : places[at + 1].start] == ", "}
    return fronts, frozenset(holders)


def _opens(text: str, start: int, end: int) -> bool:
    """Tell whether the name at `text[start:end]` opens one: `TOWN, Country (Wire) - `, `TOWN - `, `(Town) - `."""
    line = text.rfind("\n", 0, start) + 1
    before = text[line:start].strip()
    if not before:
        return text[start:end].isupper() and _REST.match(text, end) is not None
    return before == "(" and _BRACKETED.match(text, end) is not None
