"""Who "we" are where a report speaks of itself: the outlet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from sayso.reading.attribution.quotes import find_quotes
from sayso.records import Claim

__all__ = ["spoken_by_the_outlet"]

_WE = frozenset(("we", "us"))


def spoken_by_the_outlet(text: str, claims: Sequence[Claim], outlet: str | None) -> tuple[Claim, ...]:
    """Give claims whose speaker is "we" the outlet as speaker, outside quotations; unknown stays unknown."""
    if outlet is None or not any(c.source is not None and c.source.text.lower() in _WE for c in claims):
        return tuple(claims)
    quotes = find_quotes(text, 0, len(text))
    starts = [q.start for q in quotes]
    named = []
    for claim in claims:
        who = claim.source
        if who is not None and who.text.lower() in _WE and who.entity is None and claim.within is None:
            at = bisect_right(starts, who.start) - 1
            if at < 0 or quotes[at].end <= who.start:
                claim = msgspec.structs.replace(claim, source=msgspec.structs.replace(who, entity=outlet))  # noqa: PLW2901
        named.append(claim)
    return tuple(named)
