"""A small PMTiles file (version 3), made here so that the map can be tried with one: a lake, and a road across it."""

from __future__ import annotations

import gzip
import json
import struct

EXTENT = 4096
POLYGON, LINE = 3, 2


def varint(number: int) -> bytes:
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])


def field(number: int, value: int | bytes) -> bytes:
    """One field of a protocol buffer: a number, or bytes with their length."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def zigzag(number: int) -> int:
    return number << 1 if number >= 0 else (-number << 1) - 1


def path(points: list[tuple[int, int]], *, closed: bool) -> bytes:
    """Commands of a vector tile: move to the first point, lines to the others, and back where it is closed."""
    steps, before = [], (0, 0)
    for x, y in points:
        steps += [zigzag(x - before[0]), zigzag(y - before[1])]
        before = (x, y)
    commands = [1 << 3 | 1, *steps[:2], (len(points) - 1) << 3 | 2, *steps[2:], *([1 << 3 | 7] if closed else [])]
    return b"".join(map(varint, commands))


def layer(name: str, kind: int, points: list[tuple[int, int]]) -> bytes:
    feature = field(3, kind) + field(4, path(points, closed=kind == POLYGON))
    return field(3, field(15, 2) + field(1, name.encode()) + field(2, feature) + field(5, EXTENT))


def tile() -> bytes:
    """The whole world in one tile: water from edge to edge."""
    lake = [(0, 0), (EXTENT, 0), (EXTENT, EXTENT), (0, EXTENT)]
    return layer("water", POLYGON, lake) + layer("roads", LINE, [(0, 0), (EXTENT, EXTENT)])


def archive() -> bytes:
    """The file: header, directory of one tile, metadata, the tile; all compressed as programs write it."""
    data = gzip.compress(tile(), mtime=0)
    directory = gzip.compress(b"".join(map(varint, (1, 0, 1, len(data), 1))), mtime=0)
    layers = [{"id": "water", "fields": {}}, {"id": "roads", "fields": {}}]
    metadata = gzip.compress(json.dumps({"vector_layers": layers}).encode(), mtime=0)
    root = 127
    told = root + len(directory)
    tiles = told + len(metadata)
    header = struct.pack(
        "<7sB11Q6B4iB2i",
        *(b"PMTiles", 3),
        *(root, len(directory), told, len(metadata), tiles, 0, tiles, len(data), 1, 1, 1),
        *(1, 2, 2, 1, 0, 0),  # clustered, gzip within and for tiles, vector tiles, zoom 0 to 0
        *(-1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000),
        *(0, 0, 0),
    )
    assert len(header) == root
    return header + directory + metadata + data
