"""From the bytes of a gazetteer file to places, with every row that is none refused by name."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sayso.collect.gazetteers.forms import Form, form_of, raw_places
from sayso.collect.gazetteers.rows import RawPlace, Wrong, entry_of, kind_of
from sayso.errors import InputRefused
from sayso.knowledge.compiling import Entry
from sayso.knowledge.gazetteer import look_up
from sayso.records import Record, Refused

__all__ = ["Gazetteered", "parse_gazetteer"]

MOST_BYTES = 1 << 30
MOST_PLACES = 1_000_000
_NOTES = ("readme", "license", "licence")
_TABLES = (".txt", ".tsv", ".csv", ".json", ".geojson")
_NEAR = 0.15
"""Degrees within which a place of the shipped gazetteer by the same name is the same place."""
_VOTERS, _SHARE = 5, 0.8


class Gazetteered(Record, frozen=True, kw_only=True):
    """What a file gave: its form, the places in file order, the rows refused, the country that all are in if known."""

    form: Form
    places: tuple[Entry, ...]
    refused: tuple[Refused, ...]
    country: str | None


def parse_gazetteer(raw: bytes, name: str, *, country: str | None = None) -> Gazetteered:
    """Read a gazetteer file.

    Args:
        raw: its bytes; `.gz` and a `.zip` with one table in it are unpacked. UTF-8.
        name: what to call it in refusals.
        country: ISO 3166-1 alpha-2 code of places whose row names none. When it is not given and the file names none
            either, it is the country in which the shipped gazetteer has places of the same name at the same spot.

    Raises:
        InputRefused: it is none of the four forms, not UTF-8, or holds no place or more than a million.
    """
    text = _text(_unpacked(raw, name), name)
    form = form_of(text, name)
    read: list[tuple[str, RawPlace]] = []
    refused: list[Refused] = []
    for where, item in raw_places(form, text, name):
        if isinstance(item, Wrong):
            refused.append(Refused(name=f"{name}, {where}", reason=str(item)))
        else:
            read.append((where, item))
        if len(read) > MOST_PLACES:
            raise InputRefused(name, "it holds more than a million places; cut it to the area of the case.")
    if not read:
        first = f" The first row refused is {refused[0].name}: {refused[0].reason}" if refused else ""
        raise InputRefused(name, f"it holds no place with a name and coordinates.{first}")
    told = country or _country(item for _, item in read)
    # Countries are known, in more spellings than any file has.
    places = tuple(entry_of(p, told) for _, p in read if kind_of(p.kind) != "country")
    return Gazetteered(form=form, places=places, refused=tuple(refused), country=told)


def _country(places: Iterable[RawPlace]) -> str | None:
    """The country on which places that both gazetteers know agree; null without such places, or where they do not."""
    votes: Counter[str] = Counter()
    for place in places:
        if place.country:
            continue
        there = {
            p.country
            for p in look_up(place.name)
            if p.country and abs(p.lat - place.lat) < _NEAR and abs(p.lon - place.lon) < _NEAR
        }
        votes.update(there)
    if votes.total() < _VOTERS:
        return None
    best, count = max(votes.items(), key=lambda item: (item[1], item[0]))
    return best if count >= _SHARE * votes.total() else None


def _text(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise InputRefused(name, f"byte {fault.start} is not UTF-8; save the table in UTF-8.") from None


def _unpacked(raw: bytes, name: str) -> bytes:
    try:
        if raw[:2] == b"\x1f\x8b":
            with gzip.GzipFile(fileobj=io.BytesIO(raw)) as packed:
                return _bounded(packed.read(MOST_BYTES + 1), name)
        if raw[:4] == b"PK\x03\x04":
            with zipfile.ZipFile(io.BytesIO(raw)) as many, many.open(_table_in(many.infolist(), name)) as one:
                return _bounded(one.read(MOST_BYTES + 1), name)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError) as fault:
        raise InputRefused(name, f"it cannot be unpacked ({fault}); fetch it anew, or unpack it yourself.") from None
    return raw


def _bounded(raw: bytes, name: str) -> bytes:
    if len(raw) > MOST_BYTES:
        raise InputRefused(name, "unpacked it is larger than 1 GiB; cut it to the area of the case.")
    return raw


def _table_in(members: Sequence[zipfile.ZipInfo], name: str) -> zipfile.ZipInfo:
    tables = list(_tables(members))
    if len(tables) != 1:
        raise InputRefused(name, f"it holds {len(tables)} tables, not one; unpack it and name the one to add.")
    return tables[0]


def _tables(members: Sequence[zipfile.ZipInfo]) -> Iterator[zipfile.ZipInfo]:
    for member in members:
        low = member.filename.rsplit("/", 1)[-1].casefold()
        if low.endswith(_TABLES) and not low.startswith((".", *_NOTES)):
            yield member
