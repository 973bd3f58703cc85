"""Peoples by country: an adjective such as `Syrian` says which country a text speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.knowledge.tsv import cells, rows

__all__ = ["countries_meant"]


@cache
def _peoples() -> tuple[re.Pattern[str], dict[str, str]]:
    found = {people: row["iso"] for row in rows("peoples.tsv") for people in cells(row["adjectives"])}
    longest_first = sorted(found, key=lambda people: (-len(people), people))
    return re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})s?\b"), found


def countries_meant(text: str) -> Iterator[str]:
    """ISO 3166-1 alpha-2 code of the country of each people named (`Syrian forces`), in text order, repeats kept."""
    pattern, found = _peoples()
    for match in pattern.finditer(text):
        yield found[match[1]]
