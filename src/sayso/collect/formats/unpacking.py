"""Streams that may be gzip-compressed, unpacked within bounds and with every damage told."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from sayso.errors import InputRefused

_BLOCK = 262_144
# No text compresses better than this; a bomb of zeros reaches a thousandfold.
_MOST_RATIO = 200
_BOMB_FROM = 64_000_000


def unpacked(stream: BinaryIO, name: str) -> Iterator[bytes]:
    """Give a stream's bytes block by block, unpacking gzip (of one member or several) if it is gzip.

    Raises:
        InputRefused: the compression is broken, breaks off, or is a bomb; what came before was given.
    """
    first = stream.read(_BLOCK)
    if not first.startswith(b"\x1f\x8b"):
        while first:
            yield first
            first = stream.read(_BLOCK)
        return
    unpack = zlib.decompressobj(31)
    begun = False
    taken = given = 0
    block = first
    while block:
        taken += len(block)
        while block:
            try:
                out = unpack.decompress(block, _BLOCK)
            except zlib.error:
                raise InputRefused(name, "Its gzip compression is broken here; get an undamaged copy.") from None
            begun = True
            given += len(out)
            if given > _BOMB_FROM and given > _MOST_RATIO * taken:
                raise InputRefused(name, "It unpacks to hundreds of times its size, as no text does (a gzip bomb).")
            yield out
            block = unpack.unconsumed_tail
            if unpack.eof:
                # Several members may follow each other; padding between them is allowed.
                block = unpack.unused_data.lstrip(b"\0")
                unpack, begun = zlib.decompressobj(31), False
        block = stream.read(_BLOCK)
    if begun:
        raise InputRefused(name, "Its gzip compression breaks off before the end; the file is not complete.")


class Unpacked:
    """What `unpacked` gives, as a stream to read from: each read gives what is there, up to the size asked for."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._blocks = unpacked(stream, name)
        self._held = b""

    def read(self, size: int) -> bytes:
        """Read up to `size` bytes; empty at the end."""
        while not self._held:
            block = next(self._blocks, None)
            if block is None:
                return b""
            self._held = block
        piece, self._held = self._held[:size], self._held[size:]
        return piece


def undo_coding(body: bytes, coding: str, name: str, *, limit: int) -> bytes:
    """Undo an HTTP content coding: gzip or deflate; others leave the body as it is.

    Bodies that are stored decoded under their old header, as some archiving tools leave them, stay as they are.

    Raises:
        InputRefused: the compression is damaged.
    """
    if coding in {"gzip", "x-gzip"} and body.startswith(b"\x1f\x8b"):
        unpack = zlib.decompressobj(31)
    elif coding == "deflate":
        # Servers send it with and without the zlib header.
        unpack = zlib.decompressobj(15 if body[:1] == b"\x78" else -15)
    else:
        return body
    try:
        out = unpack.decompress(body, limit + 1)
    except zlib.error:
        if coding == "deflate":
            return body
        raise InputRefused(name, "Its compression is damaged; get an undamaged copy.") from None
    if not unpack.eof and len(out) <= limit:
        raise InputRefused(name, "Its compression breaks off before the end; it is not complete.")
    return out
