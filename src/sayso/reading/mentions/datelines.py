"""Datelines: `SARN KEPPEL, Velmara (Velmara Wire) - ` opens with where, in whose country, and for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.reading.mentions.drafts import Draft
from sayso.records import MentionType

__all__ = ["datelines", "is_a_month"]

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"
_DATELINE = re.compile(
    r"(?m)^[ \t]*(?P<town>[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+){0,2})"
    rf"(?:, (?P<holder>(?!{_MONTH})[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}}))?"
    rf"(?:, (?:{_MONTH}[a-z]*\.? \d{{1,2}}|\d{{1,2}} {_MONTH}[a-z]*\.?)(?:,? \d{{4}})?)?"
    r"(?: \((?P<outlet>[A-Z][\w.&]*(?: [A-Z&][\w.&]*){0,3})\))?"
    r" ?(?:--?|–|—)[ \n]"
)
_TYPES: tuple[tuple[str, MentionType], ...] = (("town", "place"), ("holder", "place"), ("outlet", "organization"))


_BEFORE_A_DAY = re.compile(rf"{_MONTH}[a-z]*\.? \d{{1,2}}\b")
_BEHIND_A_DAY = re.compile(rf"\b\d{{1,2}} {_MONTH}[a-z]*\.?\Z")


def is_a_month(text: str, start: int, end: int) -> bool:
    """Tell whether the words at `start:end` are a month with its day beside it: `Nov 6`, `6 Nov`."""
    return _BEFORE_A_DAY.match(text, start) is not None or (
        _BEHIND_A_DAY.search(text, max(0, start - 4), end) is not None
    )


def datelines(text: str) -> Iterator[Draft]:
    """What datelines name, in text order. Capitals and a dash alone make none: `UPDATE - ` is no town."""
    for match in _DATELINE.finditer(text):
        if match["holder"] or match["outlet"]:
            yield from (Draft(*match.span(part), kind, None, 3) for part, kind in _TYPES if match[part])
