"""The archive: WARC 1.1 files in which every record is a gzip member of its own, so that it can be read by its offset.

HTTP captures become `response` records, everything else `resource` records; the capture as we know it travels along in
the field `Sayso-Capture`. Digests are SHA-256, in hexadecimal.
"""

from __future__ import annotations

import contextlib
import io
import os
import uuid
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

import msgspec

from sayso import __version__
from sayso.records import Capture
from sayso.store.schema import sha256
from sayso.store.warcs import FOLDER, Stored, address_of, files

_SPACE = uuid.UUID("6f0c7a5e-5a30-5f0e-9b1a-3d1f0e5c8a11")
_ENCODED = {"gzip": b"\x1f\x8b", "x-gzip": b"\x1f\x8b", "zstd": b"\x28\xb5\x2f\xfd"}


def _target(capture: Capture, address: str | None) -> str:
    if address:
        return quote(address, safe="%/:=&?~#+!$,;'@()*[]-._")
    if Path(capture.location).is_absolute():
        return Path(capture.location).as_uri()
    return "urn:sayso:" + quote(capture.location, safe="")


def _one_line(value: str) -> str:
    return value.replace("\r", " ").replace("\n", " ")


def _record_id(*parts: object) -> str:
    # Made from content and place, so that the same adds at the same times give the same archive, to the byte.
    return uuid.uuid5(_SPACE, "\x1f".join(map(str, parts))).urn


def _http_head(capture: Capture, raw: bytes) -> bytes:
    """Write status line and headers as received.

    The bytes are kept as the report had them after transfer and content decoding; headers that would make a reader
    decode them again are renamed, as web archives do.
    """
    status = capture.status or 0
    phrase = HTTPStatus(status).phrase if status in HTTPStatus.__members__.values() else "Unknown"
    lines = [f"HTTP/1.1 {status} {phrase}"]
    for name, value in capture.headers:
        low, plain = name.lower(), value.strip().lower()
        decoded = (
            low == "transfer-encoding"
            or (low == "content-encoding" and not raw.startswith(_ENCODED.get(plain, b"\x00none")))
            or (low == "content-length" and plain != str(len(raw)))
        )
        clean = _one_line(f"{name}: {value}")
        lines.append(f"X-Archive-Orig-{clean}" if decoded else clean)
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "replace")


def _member(fields: list[tuple[str, str]], block: bytes) -> bytes:
    from warcio.recordloader import ArcWarcRecord  # noqa: PLC0415 - loaded with the first write
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415

    # No line may be smuggled into the head of a record by a path or an address.
    clean = [(name, _one_line(value)) for name, value in fields]
    headers = StatusAndHeaders("", clean, protocol="WARC/1.1")
    kind, media = headers.get_header("WARC-Type"), headers.get_header("Content-Type")
    record = ArcWarcRecord("warc", kind, headers, io.BytesIO(block), None, media, len(block))
    record.payload_length = len(block)
    out = io.BytesIO()
    WARCWriter(out, gzip=True, warc_version="1.1").write_record(record)
    return out.getvalue()


class Archive:
    """The archive of one case, for adding and for reading.

    Added records are not safe until `sync()`; `rewind()` takes back what was added since.
    """

    def __init__(self, folder: Path, *, limit: int) -> None:
        self.folder = folder
        self._limit = limit
        self._out: io.BufferedWriter | None = None
        self._file = ""
        self._marks: dict[str, int] = {}
        self._last = (b"", sha256(b""))

    def digest(self, raw: bytes) -> str:
        """Hash bytes, remembering the last: one file may hold many documents."""
        if self._last[0] is not raw:
            self._last = (raw, sha256(raw))
        return self._last[1]

    def begin(self) -> None:
        """Remember where the archive ends now, for `rewind()`."""
        self._marks = {}

    def add(self, raw: bytes, capture: Capture, *, url: str | None, media_type: str, operator: str) -> list[Stored]:
        """Append one record; also the file's `warcinfo` where a file is begun.

        Raises:
            OSError: the disk is full or the folder cannot be written.
        """
        made: list[Stored] = []
        name, offset = self._place()
        if offset == 0:
            info = f"software: sayso/{__version__}\r\nformat: WARC File Format 1.1\r\noperator: {operator}\r\n".encode()
            fields = [
                ("WARC-Type", "warcinfo"),
                ("WARC-Record-ID", _record_id(name, 0, capture.retrieved)),
                ("WARC-Date", capture.retrieved),
                ("WARC-Filename", Path(name).name),
                ("Content-Type", "application/warc-fields"),
                ("WARC-Block-Digest", f"sha256:{sha256(info)}"),
            ]
            made.append(self._write(name=name, offset=0, fields=fields, block=info, raw=info))
            offset = made[-1].length
        address = address_of(capture, url)
        response = capture.status is not None
        digest = self.digest(raw)
        block = _http_head(capture, raw) + raw if response else raw
        fields = [
            ("WARC-Type", "response" if response else "resource"),
            ("WARC-Record-ID", _record_id(name, offset, digest, capture.retrieved)),
            ("WARC-Date", capture.retrieved),
            ("WARC-Target-URI", _target(capture, address)),
            ("Content-Type", "application/http; msgtype=response" if response else media_type),
            ("WARC-Block-Digest", f"sha256:{sha256(block)}"),
            ("WARC-Payload-Digest", f"sha256:{digest}"),
            ("Sayso-Operator", operator),
            ("Sayso-Capture", msgspec.json.encode(capture).decode()),
        ]
        made.append(
            self._write(name=name, offset=offset, fields=fields, block=block, raw=raw, address=address, capture=capture)
        )
        return made

    def _place(self) -> tuple[str, int]:
        names = files(self.folder)
        name = names[-1] if names else f"{FOLDER}/sayso-00001.warc.gz"
        size = (self.folder / name).stat().st_size if names else 0
        if self._out is not None and self._file == name:
            size = self._out.tell()
        if size >= self._limit:
            number = int(Path(name).name.removeprefix("sayso-").split(".", 1)[0]) + 1
            name, size = f"{FOLDER}/sayso-{number:05d}.warc.gz", 0
        return name, size

    def _write(
        self,
        *,
        name: str,
        offset: int,
        fields: list[tuple[str, str]],
        block: bytes,
        raw: bytes,
        address: str | None = None,
        capture: Capture | None = None,
    ) -> Stored:
        if self._file != name or self._out is None:
            self.sync()
            self.close()
            (self.folder / FOLDER).mkdir(exist_ok=True)
            self._out, self._file = (self.folder / name).open("ab"), name
            _sync_folder(self.folder / FOLDER)
        self._marks.setdefault(name, offset)
        member = _member(fields, block)
        self._out.write(member)
        known = dict(fields)
        return Stored(
            id=known["WARC-Record-ID"],
            warc=name,
            offset=offset,
            length=len(member),
            stored_sha256=sha256(member),
            kind=known["WARC-Type"],
            sha256=sha256(raw),
            size=len(raw),
            address=address,
            capture=capture,
        )

    def sync(self) -> None:
        """Put on disk all that was added."""
        if self._out is not None:
            self._out.flush()
            os.fsync(self._out.fileno())

    def rewind(self) -> None:
        """Take back what was added since `begin()`: the write it was part of failed."""
        marks, self._marks = self._marks, {}
        out, self._out = self._out, None
        if out is not None:
            with contextlib.suppress(OSError):  # what was still to be flushed did not fit; it is cut off below
                out.close()
        for name, size in marks.items():
            os.truncate(self.folder / name, size)

    def close(self) -> None:
        """Close the file that is being written."""
        if self._out is not None:
            self._out.close()
            self._out = None


def _sync_folder(folder: Path) -> None:
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # pragma: no cover - a system on which folders cannot be opened
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
