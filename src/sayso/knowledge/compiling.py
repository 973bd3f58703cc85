"""Compile names and places into one read-only index file that opens by mapping it into memory.

Layout (little endian), in this order, each part found through the header:

    header    magic 8 s, digest of the sources 32 s, counts: places, slots, postings, text bytes (4 x u32)
    slots     one per hash place: fingerprint u32 (0 is empty), reference u32. Open addressing, next slot on collision.
              Reference with the top bit set points into the postings (a count, then place numbers); without, a place.
    postings  u32
    places    geonameid u32, lat f32, lon f32, population u32, country 2 s, kind u8, flags u8, offset of name u32
    text      names in UTF-8, each after its length in one byte

A look-up hashes one string and reads about one slot, so a million take seconds. Same entries give the same bytes.
This file imports nothing of sayso, because the build hook loads it before the package exists.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable
from typing import NamedTuple

__all__ = [
    "CAPITAL",
    "HEADER",
    "KINDS",
    "MAGIC",
    "MANY",
    "OURS",
    "PINNED",
    "PLACE",
    "SLOT",
    "Entry",
    "compile_index",
    "hashed",
]

MAGIC = b"SAYSOGZ1"
HEADER = struct.Struct("<8s32sIIII")
SLOT = struct.Struct("<II")
PLACE = struct.Struct("<IffI2sBBI")
MANY = 0x80000000
CAPITAL = 1
OURS = 2
PINNED = 4
KINDS = ("country", "region", "admin", "settlement", "facility", "district")


class Entry(NamedTuple):
    """One place to put in.

    `keys` are folded names, `kind` one of `KINDS`, `country` ISO 3166-1 or two spaces; `ours` says that a person wrote
    the row, `pinned` that a person put it there for one case.
    """

    name: str
    keys: tuple[str, ...]
    country: str
    lat: float
    lon: float
    kind: str
    population: int = 0
    geonameid: int = 0
    capital: bool = False
    ours: bool = False
    pinned: bool = False


def hashed(key: str, slots: int) -> tuple[int, int]:
    """Fingerprint (never 0) and first slot of a key."""
    raw = int.from_bytes(hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
    return (raw >> 32) or 1, ((raw & 0xFFFFFFFF) * slots) >> 32


def compile_index(entries: Iterable[Entry], digest: bytes) -> bytes:
    """Make the bytes of the index. `digest` (32 bytes) says what it was made from."""
    postings: dict[str, list[int]] = {}
    records, text = bytearray(), bytearray()
    offsets: dict[bytes, int] = {}
    count = 0
    for number, entry in enumerate(entries):
        name = entry.name.encode("utf-8")[:255].decode("utf-8", "ignore").encode()
        if name not in offsets:
            offsets[name] = len(text)
            text += bytes((len(name),)) + name
        flags = (CAPITAL if entry.capital else 0) | (OURS if entry.ours else 0) | (PINNED if entry.pinned else 0)
        records += PLACE.pack(
            entry.geonameid, entry.lat, entry.lon, entry.population, entry.country.encode("ascii"),
            KINDS.index(entry.kind), flags, offsets[name],
        )  # fmt: skip
        for key in dict.fromkeys(entry.keys):
            postings.setdefault(key, []).append(number)
        count += 1
    slots, extra = _table(postings)
    header = HEADER.pack(MAGIC, digest, count, len(slots) // SLOT.size, len(extra) // 4, len(text))
    return header + bytes(slots) + bytes(extra) + bytes(records) + bytes(text)


def _table(postings: dict[str, list[int]]) -> tuple[bytearray, bytearray]:
    """Hash table and the lists it points into, filled in sorted order so that equal content gives equal bytes."""
    size = len(postings) * 3 // 2 + 1
    fingerprints, references = [0] * size, [0] * size
    extra = bytearray()
    for key in sorted(postings):
        numbers = postings[key]
        reference = numbers[0]
        if len(numbers) > 1:
            reference = MANY | (len(extra) // 4)
            extra += struct.pack(f"<{len(numbers) + 1}I", len(numbers), *numbers)
        fingerprint, at = hashed(key, size)
        while fingerprints[at]:
            at = (at + 1) % size
        fingerprints[at], references[at] = fingerprint, reference
    table = bytearray(size * SLOT.size)
    for at in range(size):
        SLOT.pack_into(table, at * SLOT.size, fingerprints[at], references[at])
    return table, extra
