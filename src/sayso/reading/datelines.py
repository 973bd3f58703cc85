"""Where a report begins behind its dateline: `ARLO BAY, Va. (WXX) – `, `SENN - `."""

from __future__ import annotations

import re

__all__ = ["behind_dateline", "dateline_end"]

_DATELINE = re.compile(r"\W*(?:[A-Z][A-Z.'’]+,? ?){1,4}(?:[A-Z][a-z]+\.? ?)?(?:\([^()]{2,30}\) ?)?[–—-]{1,2} ")


def dateline_end(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind its dateline ("ARLO BAY, VA (WXX) – "); `start` if it has none."""
    found = _DATELINE.match(text, start, end)
    return found.end() if found else start


def behind_dateline(text: str, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """A span without the dateline that it begins with: the town where a report was written says nothing."""
    if span is None or text[text.rfind("\n", 0, span[0]) + 1 : span[0]].strip():
        return span
    start = dateline_end(text, *span)
    return (start, span[1]) if start < span[1] else span
