"""Joins that are too uncertain to make: proposed, with a likelihood and reasons, for a person to settle."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Container, Sequence

from sayso.linking.incidents.index import IncidentIndex
from sayso.linking.incidents.joining import STRANGERS
from sayso.records import ProposedJoin, Reason

__all__ = ["propose_joins"]

_LEAST = 0.2
"""Likelihood below which nobody is asked. On `gva/dev` about three in ten of those proposed are right."""

_MOST = 5
_WORDS = 5


def propose_joins(
    index: IncidentIndex, groups: Sequence[Sequence[str]], fixed: Container[str]
) -> dict[int, tuple[ProposedJoin, ...]]:
    """Return for groups, by position, documents of other groups that may report the same incident, likeliest first.

    The likelihood is that of the mean log odds over the group's documents, which is what groups are joined by.

    Args:
        index: brought up to date with these documents.
        groups: ids of their documents.
        fixed: documents about which a person has decided: nothing is proposed for them.
    """
    home = {name: at for at, group in enumerate(groups) for name in group}
    found: dict[int, list[tuple[float, str]]] = defaultdict(list)
    for name, own in home.items():
        if name in fixed:
            continue
        odds: dict[int, list[float]] = defaultdict(list)
        for other, value in index.near(name).items():
            if home[other] != own:
                odds[home[other]].append(value)
        for at, values in odds.items():
            size = len(groups[at])
            mean = (math.fsum(values) + STRANGERS * (size - len(values))) / size
            likelihood = 1 / (1 + math.exp(-mean))
            if likelihood >= _LEAST:
                found[at].append((likelihood, name))
    return {
        at: tuple(
            ProposedJoin(document=name, likelihood=round(p, 3), reasons=(_why(index, name, groups[at]),))
            for p, name in sorted(some, key=lambda x: (-x[0], x[1]))[:_MOST]
        )
        for at, some in found.items()
    }


def _why(index: IncidentIndex, name: str, group: Sequence[str]) -> Reason:
    mine = index.features(name)
    theirs = {word for other in group for word in index.features(other).weights}
    shared = sorted(mine.weights.keys() & theirs, key=lambda w: (-index.rarity.of(w) * mine.weights[w], w))[:_WORDS]
    return Reason(
        step="may report", says=f"It may report this incident too, or instead: it shares {', '.join(shared)}."
    )
