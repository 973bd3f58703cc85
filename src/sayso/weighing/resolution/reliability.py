"""How far each source can be relied on, with an interval, or why that cannot be told."""

from __future__ import annotations

import math
from typing import Final

import msgspec
import numpy as np

from sayso.records import ResolvedSource
from sayso.weighing.resolution.ballots import Ballots, Marks, Numbers, summed

__all__ = ["LEAST_CHECKED", "reliability"]

LEAST_CHECKED: Final = 3
"""Claims of a source that something else speaks to, without which nothing is said of it: of two, even both right, the
interval would reach from a third to one."""


def reliability(ballots: Ballots, shares: Numbers) -> tuple[ResolvedSource, ...]:
    """Mean share of each source's own values, coarser ones together with the finer ones inside; sources by name.

    Only objects count whose answer is known or of which two voices say something: elsewhere a source would be checked
    against itself. The interval is Wilson's, at 95 %.
    """
    checked = _checked(ballots)
    gains = np.where(checked, ballots.with_finer(shares)[ballots.says_where], 0.0)
    count = len(ballots.sources)
    gained = summed(ballots.says_who, gains, count).tolist()
    tried = summed(ballots.says_who, checked, count).astype(int).tolist()
    rows = zip(ballots.sources, gained, tried, ballots.rows.tolist(), strict=True)
    return tuple(_source(*row) for row in rows)


def _checked(ballots: Ballots) -> Marks:
    """Which of the values that sources claim something else speaks to."""
    pairs = np.unique(ballots.ballot[ballots.where] * max(len(ballots.voices), 1) + ballots.who)
    voices = np.bincount(pairs // max(len(ballots.voices), 1), minlength=len(ballots.objects))
    return ((voices > 1) | ballots.fixed)[ballots.ballot[ballots.says_where]]


def _source(name: str, gained: float, checked: int, claims: int) -> ResolvedSource:
    if checked < LEAST_CHECKED:
        said = f"{checked} of {claims} claims" if claims != 1 else f"{checked} of 1 claim"
        return ResolvedSource(
            source=name,
            reliability=None,
            low=None,
            high=None,
            claims=claims,
            checked=checked,
            note=f"Cannot tell: {said} can be checked against another origin or a known answer, and {LEAST_CHECKED} at"
            " least are needed.",
        )
    mean = min(1.0, gained / checked)
    low, high = _wilson(mean, checked)
    return ResolvedSource(
        source=name,
        reliability=round(mean, 9),
        low=round(low, 9),
        high=round(high, 9),
        claims=claims,
        checked=checked,
        note=msgspec.UNSET,
    )


def _wilson(share: float, count: int) -> tuple[float, float]:
    """Wilson's score interval at 95 % (1927) for a share of `count` trials."""
    z = 1.959963984540054
    middle = share + z * z / (2 * count)
    reach = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    whole = 1 + z * z / count
    return max(0.0, min(share, (middle - reach) / whole)), min(1.0, max(share, (middle + reach) / whole))
