"""Cut one opened input into the pieces whose bytes are kept: rows, records, attachments, or the whole."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO, cast

import msgspec

from sayso.collect.options import Part
from sayso.collect.sniff import HEAD, Kind, Packed, inside_gzip, sniff
from sayso.errors import InputRefused
from sayso.records import Refused

_DEEPEST = 5
"""How many messages attached to messages are opened."""


def split(stream: BinaryIO, whole: Part, *, size: int | None, limit: int, depth: int = 0) -> Iterator[Part | Refused]:
    """Give the parts of one input, each with its kind and bytes.

    JSON Lines and web archives are streamed, and `limit` holds for each row and record; everything else is read
    whole, and refused unread when `size` exceeds the limit.

    Args:
        stream: the opened input, at its start; seekable unless it is standard input.
        whole: the input as a part still without bytes: name, path, capture and so on are taken over.
        size: bytes in it, if known.
        limit: most bytes to read at once.
        depth: how many messages this one is attached to.

    Raises:
        InputRefused: it cannot be taken.
    """
    head = stream.read(HEAD)
    kind: Kind | Packed = sniff(head, name=whole.name, media_type=whole.media_type, strict=whole.strict)
    if kind == "gzip":
        kind = inside_gzip(head, whole.name)
    rest = _rejoin(head, stream)
    if kind == "jsonl":
        yield from _rows(rest, whole, limit)
        return
    if kind == "warc":
        from sayso.collect.formats.warc import split_warc  # noqa: PLC0415 - keeps the command's start fast

        for part in split_warc(rest, whole, limit=limit):
            yield part if isinstance(part, Refused) else _whole_kind(part, limit)
        return
    if kind == "zip":
        yield from _zip(rest, whole, size, limit)
        return
    raw = _read(rest, whole.name, size, limit)
    part = msgspec.structs.replace(whole, raw=raw, kind=kind)
    if kind == "eml":
        yield from _mail(part, limit, depth)
    else:
        yield part


def _read(stream: BinaryIO, name: str, size: int | None, limit: int) -> bytes:
    if size is None or size <= limit:
        raw = stream.read(limit + 1)
        if len(raw) <= limit:
            return raw
        size = None
    told = "" if size is None else f" It has {size / 1e6:.0f} MB."
    raise InputRefused(name, f"It is larger than the limit of {limit / 1e6:g} MB.{told} Split it, or raise the limit.")


def _rows(stream: BinaryIO, whole: Part, limit: int) -> Iterator[Part | Refused]:
    from sayso.collect.formats.jsonl import split_lines  # noqa: PLC0415 - keeps the command's start fast

    nothing = True
    for line in split_lines(stream, whole.name, max_line=limit):
        nothing = False
        if isinstance(line, Refused):
            yield line
        else:
            yield msgspec.structs.replace(whole, name=f"{whole.name}:{line.number}", raw=line.raw, kind="jsonl")
    if nothing:
        raise InputRefused(whole.name, "It holds no lines.")


def _zip(stream: BinaryIO, whole: Part, size: int | None, limit: int) -> Iterator[Part | Refused]:
    from sayso.collect.formats.warc import split_wacz  # noqa: PLC0415 - keeps the command's start fast
    from sayso.collect.formats.zips import check_zip, inside_zip  # noqa: PLC0415 - as above

    if not stream.seekable():
        stream = io.BytesIO(_read(stream, whole.name, size, limit))
    kind = inside_zip(check_zip(stream, whole.name, limit=limit, whole=False), whole.name)
    stream.seek(0)
    if kind == "docx":
        yield msgspec.structs.replace(whole, raw=_read(stream, whole.name, size, limit), kind=kind)
        return
    for part in split_wacz(stream, whole, limit=limit):
        yield part if isinstance(part, Refused) else _whole_kind(part, limit)


def _whole_kind(part: Part, limit: int) -> Part | Refused:
    """Tell what a part taken out of an archive or message is."""
    try:
        kind = sniff(part.raw[:HEAD], name=part.name, media_type=part.media_type, strict=part.strict)
        if kind == "zip":
            from sayso.collect.formats.zips import check_zip, inside_zip  # noqa: PLC0415 - as above

            kind = inside_zip(check_zip(io.BytesIO(part.raw), part.name, limit=limit, whole=False), part.name)
    except InputRefused as refused:
        return Refused(name=refused.name, reason=refused.reason)
    if kind in {"gzip", "warc", "wacz"}:
        return Refused(name=part.name, reason="It is an archive inside another; unpack it first.")
    return msgspec.structs.replace(part, kind=cast("Kind", kind))


def _mail(whole: Part, limit: int, depth: int) -> Iterator[Part | Refused]:
    """A message and what is attached to it; a message that only carries attachments is no document itself."""
    from sayso.collect.formats.mail import attachments, has_own_text  # noqa: PLC0415 - keeps the command's start fast

    attached = list(attachments(whole.raw, whole.name))
    if not attached or has_own_text(whole.raw, whole.name):
        yield whole
    for attachment in attached:
        name = f"{whole.name}/{attachment.name}"
        part = msgspec.structs.replace(
            whole,
            name=name,
            path=name if whole.path is not None else None,
            raw=b"",
            media_type=attachment.media_type,
            url=None,
            capture=msgspec.structs.replace(whole.capture, location=name),
            kind=None,
        )
        if depth >= _DEEPEST:
            yield Refused(name=name, reason="It is attached too deep: a message within a message, many times over.")
            continue
        try:
            yield from split(io.BytesIO(attachment.raw), part, size=len(attachment.raw), limit=limit, depth=depth + 1)
        except InputRefused as refused:
            yield Refused(name=refused.name, reason=refused.reason)


def _rejoin(head: bytes, stream: BinaryIO) -> BinaryIO:
    """The stream from its start again: sought back where that is possible, else with `head` put before the rest."""
    if stream.seekable():
        stream.seek(0)
        return stream
    return io.BufferedReader(_Rejoined(head, stream))


class _Rejoined(io.RawIOBase):
    """Bytes already read, then the rest of the stream they were read from."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        super().__init__()
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override] # typeshed's Buffer is wider
        wanted = len(buffer)
        if self._head:
            piece, self._head = self._head[:wanted], self._head[wanted:]
        else:
            piece = self._stream.read(wanted)
        buffer[: len(piece)] = piece
        return len(piece)
