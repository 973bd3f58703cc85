"""Reading the archive: what one record holds, where records begin and end, and what can be made of them alone."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from sayso.errors import CaseDamaged
from sayso.records import Capture
from sayso.records.spans import Record
from sayso.store.schema import sha256

FOLDER = "archive"
_PIECE = 1 << 20
_OURS = re.compile(r"sayso-\d{5,}\.warc\.gz")


class Stored(Record, frozen=True, kw_only=True):
    """One record as it lies in the archive: the row of table `records`, without the time.

    Attributes:
        id: WARC-Record-ID, `urn:uuid:...`.
        warc: file, relative to the case folder, with `/`.
        offset: where its gzip member begins, bytes.
        length: of the gzip member, bytes.
        stored_sha256: of the gzip member.
        kind: `warcinfo`, `response` or `resource`.
        sha256: of the untouched bytes that it holds.
        size: of those bytes.
        address: URL that they came from; null for a file.
        capture: how they came; null for `warcinfo`.
    """

    id: str
    warc: str
    offset: int
    length: int
    stored_sha256: str
    kind: str
    sha256: str
    size: int
    address: str | None = None
    capture: Capture | None = None


def address_of(capture: Capture, url: str | None) -> str | None:
    """Say which URL bytes came from; null when they came from a file or standard input."""
    if capture.method in {"file", "stdin"}:
        return None
    return capture.final_url or url or (capture.location if "://" in capture.location else None)


def files(folder: Path) -> list[str]:
    """List the archive's files, relative to the case folder, in order, without those that others put there."""
    return sorted(f"{FOLDER}/{path.name}" for path in (folder / FOLDER).glob("*.warc.gz") if _OURS.fullmatch(path.name))


def read_member(folder: Path, warc: str, offset: int, length: int) -> bytes:
    """Read the stored (compressed) bytes of one record; fewer than `length` where the file ends before."""
    with (folder / warc).open("rb") as source:
        source.seek(offset)
        return source.read(length)


def payload(member: bytes) -> tuple[dict[str, str], bytes]:
    """Unpack one gzip member into the WARC fields and the untouched bytes.

    Raises:
        CaseDamaged: it is no WARC record, or cut.
    """
    try:
        plain = gzip.decompress(member)
        head, _, rest = plain.partition(b"\r\n\r\n")
        version, *rows = head.decode("utf-8").split("\r\n")
        fields = {name.strip().lower(): value.strip() for name, _, value in (row.partition(":") for row in rows)}
        size = int(fields["content-length"])
    except (OSError, EOFError, zlib.error, ValueError, KeyError) as error:
        raise CaseDamaged("These bytes are no archive record that can be read.") from error
    if not version.startswith("WARC/") or len(rest) != size + 4:
        raise CaseDamaged("This archive record is cut or malformed.")
    block = rest[:size]
    if fields.get("content-type", "").startswith("application/http"):
        block = block.partition(b"\r\n\r\n")[2]
    return fields, block


def members(path: Path, start: int) -> Iterator[tuple[int, int, bytes]]:
    """Walk the complete gzip members of a file from `start`: offset, length and stored bytes of each.

    Ends quietly at the first that is cut or damaged; the caller compares with the file's size.
    """
    offset = start
    with path.open("rb") as source:
        while True:
            source.seek(offset)
            unpack = zlib.decompressobj(zlib.MAX_WBITS + 16)
            stored = bytearray()
            try:
                while not unpack.eof and (piece := source.read(_PIECE)):
                    unpack.decompress(piece)
                    stored += piece
            except zlib.error:
                return
            if not unpack.eof:
                return
            length = len(stored) - len(unpack.unused_data)
            yield offset, length, bytes(stored[:length])
            offset += length


def understood(warc: str, offset: int, member: bytes) -> Stored:
    """Make the row of a record from its stored bytes alone.

    Raises:
        CaseDamaged: it is no record that sayso wrote whole.
    """
    fields, raw = payload(member)
    try:
        told: Any = fields.get("sayso-capture")
        capture = msgspec.json.decode(told, type=Capture) if told else None
        kind, name = fields["warc-type"], fields["warc-record-id"]
    except (msgspec.DecodeError, KeyError) as error:
        raise CaseDamaged("This archive record was not written by sayso.") from error
    if capture and fields.get("warc-payload-digest") != f"sha256:{sha256(raw)}":
        raise CaseDamaged("The bytes of this archive record do not have the digest that it states.")
    target = fields.get("warc-target-uri", "")
    address = None if capture is None else address_of(capture, target if "://" in target else None)
    return Stored(
        id=name,
        warc=warc,
        offset=offset,
        length=len(member),
        stored_sha256=sha256(member),
        kind=kind,
        sha256=sha256(raw),
        size=len(raw),
        address=address,
        capture=capture,
    )
