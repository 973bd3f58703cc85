"""From pairs that may report one happening to groups of documents: average linkage."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Mapping

__all__ = ["COMMON", "SMALL", "STRANGERS", "THRESHOLD", "WORTH", "alike", "link"]

COMMON = 120
"""A word that more documents hold finds no candidates; rarer ones do that for every pair worth looking at."""

SMALL = 60
"""Up to so many documents every pair is looked at."""

THRESHOLD = -1.0
"""Mean log odds above which groups join; chosen on `gva/dev` for the F1 of pairs and B3."""

WORTH = -6.0
"""Log odds below which a pair is not kept."""

_LEAST = 0.05
STRANGERS = -4.0
"""Log odds given to a pair that was never a candidate, when two groups are averaged."""


def alike(cosine: float) -> bool:
    """Tell whether two documents share enough of their weightiest words to be compared."""
    return cosine >= _LEAST


def link(odds: Mapping[tuple[int, int], float], documents: int, threshold: float) -> list[list[int]]:
    """Join documents into groups by average linkage over log odds, until no two groups average above `threshold`.

    Returns groups of positions in rising order, the groups in order of their first member.
    """
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    pairs: dict[int, dict[int, int]] = defaultdict(dict)
    for (a, b), value in odds.items():
        sums[a][b] = sums[b][a] = value
        pairs[a][b] = pairs[b][a] = 1
    members = {i: [i] for i in range(documents)}
    heap = [(-value, a, b) for (a, b), value in odds.items() if value > threshold]
    heapq.heapify(heap)
    following = documents
    while heap:
        _, a, b = heapq.heappop(heap)
        if a not in members or b not in members:
            continue
        new, following = following, following + 1
        members[new] = members.pop(a) + members.pop(b)
        total: Counter[int] = Counter()
        counted: Counter[int] = Counter()
        for old in (a, b):
            for other, value in sums.pop(old, {}).items():
                if other in members:
                    total[other] += value  # type: ignore[assignment]  # sums of log odds, kept in a counter
                    counted[other] += pairs[old][other]
        sums[new], pairs[new] = dict(total), dict(counted)
        for other in sorted(total):
            sums[other][new], pairs[other][new] = total[other], counted[other]
            possible = len(members[new]) * len(members[other])
            mean = (total[other] + STRANGERS * (possible - counted[other])) / possible
            if mean > threshold:
                heapq.heappush(heap, (-mean, other, new))
    return sorted(sorted(group) for group in members.values())
