"""Reports that sum several happenings: their numbers bound those of any one of them."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.weighing.figures.holding import Held

_COUNTED = r"weekend|citywide|separate|unrelated|overnight|several|multiple|two|three|four|five|six|seven|eight|nine|ten|\d+|dozens of|string of|rash of|spate of"
_SEVERAL = re.compile(
    rf"\b(?:(?:{_COUNTED}) (?:[\w-]+ ){{0,2}}(?:shootings|attacks|strikes|raids|shooting (?:incidents|cases))"
    r"|(?:separate|unrelated) (?:[\w-]+ )?(?:incidents|homicides|slayings|killings|cases)"
    r"|in (?!the |those |these |related )(?:[\w.'’-]+ ){0,3}shootings"
    r"|shootings (?:across|over|since|citywide|throughout|from|between)"
    r"|violent (?:night|weekend|day|24 hours))\b",
    re.IGNORECASE,
)
MODE = os.environ.get("ROUND", "lead")


@lru_cache(maxsize=4096)
def sums_several(title: str | None, text: str, lead: int) -> bool:
    """True for a report whose title speaks of several happenings."""
    return _SEVERAL.search(title or "") is not None or (
        MODE == "lead" and _SEVERAL.search(text[lead : lead + 300]) is not None
    )


def summed(held: Sequence[Held]) -> set[int]:
    """Places in `held` of numbers of dead and injured that are of several happenings, where other reports tell of one."""
    if MODE == "off":
        return set()
    many = {h.document: sums_several(h.reading.document.title, h.reading.document.text, h.lead) for h in held}
    alone = any(not many[h.document] for h in held if h.stated.what in {"killed", "injured", "shot"})
    if not alone:
        return set()
    return {i for i, h in enumerate(held) if many[h.document] and h.stated.what in {"killed", "injured"}}
