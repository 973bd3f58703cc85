"""In a small collection, groups that tell of one place and day are one incident, and later comment joins it.

Comment on a strike, a week on, shares few words with the first reports but names the place. Among a few dozen
documents that someone put together that is telling; among thousands it is not, and nothing is done there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sayso.linking.incidents.description import claimed_day, claimed_place
from sayso.records import Reading

__all__ = ["join_by_place"]

_SMALL = 60
_NEAR_DAYS = 1
_ARTICLE = re.compile(r"^(?:al|el|ash|as|at|the)[- ]", re.IGNORECASE)


def join_by_place(groups: Sequence[Sequence[Reading]]) -> list[list[Reading]]:
    """Join groups that claim the same place on the same day, and those without a day where the place has but one.

    Above 60 documents groups come back as they are.
    """
    if sum(len(g) for g in groups) > _SMALL:
        return [list(g) for g in groups]
    placed: dict[str, list[int]] = defaultdict(list)
    days: dict[int, int | None] = {}
    for index, group in enumerate(groups):
        place = claimed_place(group)
        day = claimed_day(group)
        days[index] = date.fromisoformat(day.value).toordinal() if day else None
        if place:
            placed[_plain(place.value)].append(index)
    home = {i: i for i in range(len(groups))}
    for members in placed.values():
        home |= _heads(members, days)
    joined: dict[int, list[Reading]] = defaultdict(list)
    for index, group in enumerate(groups):
        joined[home[index]].extend(group)
    return list(joined.values())


def _heads(members: Sequence[int], days: dict[int, int | None]) -> dict[int, int]:
    """Say for groups of one place which of them each belongs to."""
    heads: dict[int, int] = {}
    dated = sorted((day, i) for i in members if (day := days[i]) is not None)
    before: tuple[int, int] | None = None
    for day, index in dated:
        near = before is not None and day - before[0] <= _NEAR_DAYS
        heads[index] = before[1] if near and before else index
        before = (before[0], before[1]) if near and before else (day, index)
    known = sorted(set(heads.values()))
    if len(known) > 1:
        return heads
    head = known[0] if known else min(members)
    return heads | {i: head for i in members if days[i] is None}


def _plain(place: str) -> str:
    return _ARTICLE.sub("", place.casefold()).replace("-", " ").strip()
