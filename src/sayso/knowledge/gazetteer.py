"""Places known before any case: one read-only file, mapped into memory, looked up by folded name."""

from __future__ import annotations

import mmap
import struct
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from sayso.errors import DataMissing
from sayso.knowledge import names
from sayso.knowledge.compiling import CAPITAL, HEADER, KINDS, MAGIC, MANY, OURS, PLACE, SLOT, hashed
from sayso.records import Record

__all__ = ["Gazetteer", "Place", "gazetteer", "look_up"]

PATH = Path(__file__).parent / "data" / "gazetteer.bin"
PlaceKind = Literal["country", "region", "admin", "settlement", "facility"]
_U32 = struct.Struct("<I")


class Place(Record, frozen=True, kw_only=True):
    """One place: ISO 3166-1 `country` or null (seas, continents), degrees WGS 84, people living there (0 unknown).

    `geonameid` is null for places that GeoNames does not number; `number` is the place's own in this file;
    `ours` tells a hand-written row.
    """

    name: str
    country: str | None
    lat: float
    lon: float
    kind: PlaceKind
    population: int
    geonameid: int | None
    capital: bool
    number: int
    ours: bool = False


class Gazetteer:
    """A compiled index. Opening maps the file; nothing is read before it is looked up.

    Raises:
        DataMissing: the file is absent, cut or not an index.
    """

    def __init__(self, path: Path = PATH) -> None:
        try:
            with path.open("rb") as file:
                self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            magic, digest, places, self._slots, extra, text = HEADER.unpack_from(self._bytes)
        except (OSError, ValueError, struct.error) as error:
            raise DataMissing(
                f"The gazetteer {path.name} cannot be read; install sayso again, or in a checkout run "
                "`pip install -e .`."
            ) from error
        self._extra = HEADER.size + self._slots * SLOT.size
        self._places = self._extra + extra * 4
        self._text = self._places + places * PLACE.size
        if magic != MAGIC or len(self._bytes) != self._text + text:
            raise DataMissing(
                f"The gazetteer {path.name} is cut or altered; delete it and install sayso again, or in a checkout run "
                "`pip install -e .`."
            )
        self.size = places
        self.digest = digest.hex()

    def numbers(self, key: str) -> tuple[int, ...]:
        """Places that go by a folded name (see `names.key`), in the file's order; empty if none."""
        fingerprint, at = hashed(key, self._slots)
        while True:
            found, reference = SLOT.unpack_from(self._bytes, HEADER.size + at * SLOT.size)
            if found == fingerprint:
                break
            if not found:
                return ()
            at = (at + 1) % self._slots
        if not reference & MANY:
            return (reference,)
        start = self._extra + (reference & ~MANY) * 4
        (count,) = _U32.unpack_from(self._bytes, start)
        return struct.unpack_from(f"<{count}I", self._bytes, start + 4)

    def place(self, number: int) -> Place:
        """The place with a number, 0 <= number < size."""
        ident, lat, lon, population, country, kind, flags, at = PLACE.unpack_from(
            self._bytes, self._places + number * PLACE.size
        )
        start = self._text + at
        name = self._bytes[start + 1 : start + 1 + self._bytes[start]].decode("utf-8", "replace")
        return Place(
            name=name,
            country=country.decode("ascii").strip() or None,
            lat=round(lat, 5),
            lon=round(lon, 5),
            kind=KINDS[kind],  # type: ignore[arg-type]
            population=population,
            geonameid=ident or None,
            capital=bool(flags & CAPITAL),
            number=number,
            ours=bool(flags & OURS),
        )


@cache
def gazetteer() -> Gazetteer:
    """The shipped index, opened once a process."""
    return Gazetteer()


@lru_cache(maxsize=65536)
def look_up(name: str) -> tuple[Place, ...]:
    """Places that a name may mean: as written, else without its article, else without a word for the kind of area.

    Order is that of the file (countries, regions, conflict places, cities by GeoNames number, airports).
    """
    index = gazetteer()
    tried: set[str] = set()
    for candidate in (names.key(name), names.bare(name).replace(" ", ""), names.without_kind(name).replace(" ", "")):
        if len(candidate) < 2 or candidate in tried:
            continue
        tried.add(candidate)
        numbers = index.numbers(candidate)
        if numbers:
            return tuple(index.place(n) for n in numbers)
    return ()
