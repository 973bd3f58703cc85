"""Peoples by country: an adjective such as `Syrian` says which country a text speaks of."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sayso.errors import DataMissing

__all__ = ["countries_meant"]

_PATH = Path(__file__).parent / "data" / "countries.tsv"


@cache
def _peoples() -> tuple[re.Pattern[str], dict[str, str]]:
    try:
        lines = _PATH.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise DataMissing(f"The table {_PATH.name} of the package is missing; install sayso again.") from error
    rows = csv.DictReader((x for x in lines if not x.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
    found = {people: row["iso"] for row in rows for people in (row["peoples"] or "").split(";") if people}
    longest_first = sorted(found, key=lambda people: (-len(people), people))
    return re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})s?\b"), found


def countries_meant(text: str) -> Iterator[str]:
    """ISO 3166-1 alpha-2 code of the country of each people named (`Syrian forces`), in text order, repeats kept."""
    pattern, found = _peoples()
    for match in pattern.finditer(text):
        yield found[match[1]]
