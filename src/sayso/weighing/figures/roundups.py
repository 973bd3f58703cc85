"""Reports that sum several happenings: their numbers bound those of any one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.records import Document
from sayso.weighing.figures.holding import Held

_MANY = (
    r"weekend|citywide|separate|unrelated|overnight|several|multiple|two|three|four|five|six|seven|eight|nine|ten|\d+"
    r"|dozens of|string of|rash of|spate of"
)
# Strikes and raids come in numbers within one happening ("two strikes hit the market"), shootings do not.
_SEVERAL = re.compile(
    rf"\b(?:(?:{_MANY}) (?:[\w-]+ ){{0,2}}(?:shootings|shooting (?:incidents|cases))"
    r"|(?:separate|unrelated) (?:[\w-]+ )?(?:incidents|attacks|strikes|raids|homicides|slayings|killings|cases)"
    r"|in (?!the |those |these |related )(?:[\w.'’-]+ ){0,3}shootings"
    r"|shootings (?:across|over|since|citywide|throughout|from|between)"
    r"|violent (?:night|weekend|day|24 hours))\b",
    re.IGNORECASE,
)
_OPENING = 300
"""Code points from its beginning in which a text says that it sums several happenings."""


def summed(held: Sequence[Held]) -> set[int]:
    """Places in `held` of the dead and injured of reports that sum several happenings, where another tells of one."""
    many = {h.document: _sums(h.reading.document, h.lead) for h in held}
    if all(many[h.document] for h in held if h.stated.what in {"killed", "injured", "shot"}):
        return set()
    return {i for i, h in enumerate(held) if many[h.document] and h.stated.what in {"killed", "injured"}}


def _sums(document: Document, lead: int) -> bool:
    return _says_so(document.title or "", document.text[lead : lead + _OPENING])


@lru_cache(maxsize=4096)
def _says_so(title: str, opening: str) -> bool:
    return _SEVERAL.search(title) is not None or _SEVERAL.search(opening) is not None
