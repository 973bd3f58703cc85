"""One row of a gazetteer: what counts as a name, a position and a kind."""

from __future__ import annotations

from typing import NamedTuple

from sayso.knowledge import names
from sayso.knowledge.compiling import Entry

__all__ = ["RawPlace", "Wrong", "entry_of", "kind_of", "point", "split_names"]

# Classes of GeoNames, placetypes of Who's On First, and plain words; what is not here is a settlement.
_KINDS = {
    "country": ("country", "dependency", "empire", "pcli", "pcld", "pclix", "pcls"),
    "admin": ("region", "macroregion", "adm1", "governorate", "province", "state", "oblast"),
    "district": (
        *("county", "macrocounty", "localadmin", "adm2", "adm3", "adm4", "adm5", "a", "district", "subdistrict"),
        *("h", "l", "t", "u", "v", "r", "area", "river", "lake", "mountain", "road", "desert", "valley"),
    ),
    "facility": (
        *("campus", "venue", "building", "address", "intersection", "s", "facility", "airbase", "airport", "base"),
        *("bridge", "camp", "checkpoint", "crossing", "dam", "hospital", "plant", "port", "prison", "school", "point"),
        *("airfield", "junction", "factory", "mosque", "church", "market", "station", "oil field", "gas field"),
    ),
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words}
_MOST_NAMES = 200
"""Names kept of one place; more are those of world cities in languages that no report is in."""


class Wrong(str):
    """Why a row is no place, as a sentence."""

    __slots__ = ()


class RawPlace(NamedTuple):
    """A row understood: degrees WGS 84; `kind` in the file's own word; `geonameid` 0 unless GeoNames numbered it."""

    name: str
    others: tuple[str, ...]
    lat: float
    lon: float
    country: str
    kind: str
    population: int
    geonameid: int = 0


def kind_of(word: str) -> str:
    """The kind of place that a file's word means; `settlement` where it says nothing."""
    return _KIND_OF.get(word.strip().casefold(), "settlement")


def split_names(cell: str, marks: str = "|;") -> tuple[str, ...]:
    """Names in one cell, apart by any of `marks`."""
    for mark in marks[1:]:
        cell = cell.replace(mark, marks[0])
    return tuple(part.strip() for part in cell.split(marks[0]) if part.strip())[:_MOST_NAMES]


def point(lat: str, lon: str) -> tuple[float, float] | Wrong:
    """Read a position in degrees; a decimal comma is taken."""
    if not lat.strip() or not lon.strip():
        return Wrong("it has no coordinates; give latitude and longitude, or leave the row out.")
    try:
        north, east = float(lat.strip().replace(",", ".")), float(lon.strip().replace(",", "."))
    except ValueError:
        return Wrong(
            f'"{lat.strip()[:20]}, {lon.strip()[:20]}" are no coordinates; write decimal degrees, such as 33.51.'
        )
    if not (-90 <= north <= 90 and -180 <= east <= 180):  # also refuses what is not a number
        return Wrong(f"{lat.strip()[:20]}, {lon.strip()[:20]} lie outside -90..90 and -180..180; are they swapped?")
    if north == east == 0:
        return Wrong("its coordinates are 0, 0, where unknown positions end up; find the right ones.")
    return north, east


def entry_of(place: RawPlace, country: str | None, *, pinned: bool = False) -> Entry:
    """A place as the index takes it; `country` for rows that name none."""
    where = place.country.upper() or country or ""
    where = where if len(where) == 2 and where.isascii() and where.isalpha() else "  "
    kind = kind_of(place.kind)
    keys = names.keys_of(place.name, place.others, where, area=kind in ("admin", "district"), vary=True)
    return Entry(
        place.name, keys, where, place.lat, place.lon, kind, min(max(place.population, 0), 0xFFFFFFFF),
        place.geonameid, pinned=pinned,
    )  # fmt: skip
