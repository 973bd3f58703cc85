"""Places known before any case: one read-only file, mapped into memory, looked up by folded name."""

from __future__ import annotations

import mmap
import struct
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from sayso.errors import DataMissing
from sayso.knowledge import names
from sayso.knowledge.compiling import CAPITAL, HEADER, KINDS, MAGIC, MANY, OURS, PINNED, PLACE, SLOT, hashed
from sayso.records import Record

__all__ = ["Gazetteer", "Place", "PlaceKind", "gazetteer", "look_up", "look_up_sound"]

PATH = Path(__file__).parent / "data" / "gazetteer.bin"
PlaceKind = Literal["country", "region", "admin", "settlement", "facility", "district"]
"""`admin` is a first-level area of a country, `district` a second-level one, `region` anything over several."""
_U32 = struct.Struct("<I")


class Place(Record, frozen=True, kw_only=True):
    """One place: ISO 3166-1 `country` or null (seas, continents), degrees WGS 84, people living there (0 unknown).

    `geonameid` is null for places that GeoNames does not number; `number` is the place's own among the gazetteers that
    are asked together; `ours` tells a hand-written row, `pinned` one that a person put there for a case.
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
    pinned: bool = False


class Gazetteer:
    """A compiled index. Opening maps the file; nothing is read before it is looked up.

    Args:
        source: the file, or its bytes.
        first: the number of its first place, so that gazetteers asked together number no place alike.

    Raises:
        DataMissing: the file is absent, cut or not an index.
    """

    def __init__(self, source: Path | bytes = PATH, *, first: int = 0) -> None:
        name = source.name if isinstance(source, Path) else "of this case"
        try:
            self._bytes = source if isinstance(source, bytes) else _mapped(source)
            magic, digest, places, self._slots, extra, text = HEADER.unpack_from(self._bytes)
        except (OSError, ValueError, struct.error) as error:
            raise DataMissing(
                f"The gazetteer {name} cannot be read; install sayso again, or in a checkout run `pip install -e .`."
            ) from error
        self._extra = HEADER.size + self._slots * SLOT.size
        self._places = self._extra + extra * 4
        self._text = self._places + places * PLACE.size
        if magic != MAGIC or len(self._bytes) != self._text + text:
            raise DataMissing(
                f"The gazetteer {name} is cut or altered; delete it and install sayso again, or in a checkout run "
                "`pip install -e .`."
            )
        self.size = places
        self.first = first
        self.digest = digest.hex()

    def named(self, name: str) -> tuple[Place, ...]:
        """Places that a name may mean: as written, else without its article, else without a word for a kind of area.

        Order is that of the file (countries, regions, conflict places, areas, cities by GeoNames number, airports).
        """
        for key in names.plain_keys(name):
            numbers = self.numbers(key)
            if numbers:
                return tuple(self.place(n) for n in numbers)
        return ()

    def sounding(self, name: str) -> tuple[Place, ...]:
        """Places whose name has the same consonants in any script; only in countries where spellings vary.

        A bold look-up: ask for it when `named` knows nothing, and believe it only near what else is known.
        """
        consonants = names.skeleton(name)
        if len(consonants) < names.SHORTEST_SKELETON:
            return ()
        return tuple(self.place(n) for n in self.numbers(names.SOUND + consonants))

    def pinned(self) -> tuple[str, ...]:
        """Names of the places that a person pinned; an index has them in front."""
        found = []
        for number in range(self.size):
            place = self.place(number)
            if not place.pinned:
                break
            found.append(place.name)
        return tuple(found)

    def numbers(self, key: str) -> tuple[int, ...]:
        """Places that go by a folded name (see `names.key`), counted from 0, in the file's order; empty if none."""
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
            number=self.first + number,
            ours=bool(flags & OURS),
            pinned=bool(flags & PINNED),
        )


@cache
def gazetteer() -> Gazetteer:
    """The shipped index, opened once a process."""
    return Gazetteer()


@lru_cache(maxsize=65536)
def look_up(name: str) -> tuple[Place, ...]:
    """Places of the shipped index that a name may mean; see `Gazetteer.named`."""
    return gazetteer().named(name)


@lru_cache(maxsize=4096)
def look_up_sound(name: str) -> tuple[Place, ...]:
    """Places of the shipped index whose name sounds alike; see `Gazetteer.sounding`."""
    return gazetteer().sounding(name)


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
