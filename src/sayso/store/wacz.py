"""The archive for others: one WARC file, or a WACZ 1.1.1 package that replay tools open.

The format: https://specs.webrecorder.net/wacz/1.1.1/
"""

from __future__ import annotations

import gzip
import hashlib
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

import msgspec

from sayso import __version__
from sayso.errors import UsageError
from sayso.records import Document
from sayso.store.warcs import Stored, files, payload, read_member

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same case gives the same package, to the byte
_BLOCK = 1 << 20


@contextmanager
def _fresh(target: Path) -> Iterator[IO[bytes]]:
    """Write a file that appears under its name only when it is whole."""
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("wb") as out:
            yield out
        part.replace(target)
    except OSError as error:
        raise UsageError(f"{target} could not be written: {error.strerror or error}.") from error
    finally:
        part.unlink(missing_ok=True)


def export_warc(folder: Path, target: Path) -> None:
    """Write all archive files as one; unpacked when `target` ends in `.warc`."""
    with _fresh(target) as out:
        for name in files(folder):
            with (folder / name).open("rb") as source:
                plain: Any = source if target.suffix == ".gz" else gzip.GzipFile(fileobj=source)
                shutil.copyfileobj(plain, out, _BLOCK)


def export_wacz(
    folder: Path,
    target: Path,
    *,
    stored: Sequence[Stored],
    documents: Sequence[tuple[Document, str]],
    title: str,
    created: str,
) -> None:
    """Write a WACZ package.

    Args:
        folder: the case folder.
        target: the file to write.
        stored: all archive records, in their order.
        documents: every document with the id of its record.
        title: of the package.
        created: UTC time that the package states, of the newest stored row.
    """
    targets: dict[str, tuple[str, str]] = {}
    index = sorted(_index_lines(folder, stored, targets))
    parts: list[tuple[str, bytes | Path]] = [(name, folder / name) for name in files(folder)]
    parts.append(("indexes/index.cdx.gz", gzip.compress("".join(index).encode(), mtime=0)))
    parts.append(("pages/pages.jsonl", _pages(documents, targets)))
    with _fresh(target) as out, zipfile.ZipFile(out, "w") as package:
        resources = [_put(package, name, content) for name, content in parts]
        about = {
            "profile": "data-package",
            "wacz_version": "1.1.1",
            "title": title,
            "created": created,
            "software": f"sayso {__version__}",
            "resources": resources,
        }
        data = msgspec.json.format(msgspec.json.encode(about), indent=2)
        _put(package, "datapackage.json", data)
        digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}
        _put(package, "datapackage-digest.json", msgspec.json.format(msgspec.json.encode(digest), indent=2))


def _put(package: zipfile.ZipFile, name: str, content: bytes | Path) -> dict[str, Any]:
    """Add one file, stored and not compressed, so that replay tools can read ranges of it."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.external_attr = 0o644 << 16
    digest, size = hashlib.sha256(), 0
    with package.open(info, "w", force_zip64=isinstance(content, Path)) as out:
        for piece in _pieces(content):
            out.write(piece)
            digest.update(piece)
            size += len(piece)
    return {"name": Path(name).name, "path": name, "hash": f"sha256:{digest.hexdigest()}", "bytes": size}


def _pieces(content: bytes | Path) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    with content.open("rb") as source:
        while piece := source.read(_BLOCK):
            yield piece


def _index_lines(folder: Path, stored: Sequence[Stored], targets: dict[str, tuple[str, str]]) -> Iterator[str]:
    """Give CDXJ lines; fills `targets` with each record's address and time as the archive states them."""
    for one in stored:
        if one.kind == "warcinfo" or one.capture is None:
            continue
        fields, _ = payload(read_member(folder, one.warc, one.offset, one.length))
        url, date = fields.get("warc-target-uri", ""), fields.get("warc-date", "")
        targets[one.id] = (url, date)
        media = fields.get("content-type", "application/octet-stream")
        if one.kind == "response":
            named = {name.lower(): value for name, value in one.capture.headers}
            media = named.get("content-type", "application/octet-stream")
        entry = {
            "url": url,
            "mime": media.split(";")[0].strip(),
            "status": str(one.capture.status or 200),
            "digest": f"sha256:{one.sha256}",
            "length": str(one.length),
            "offset": str(one.offset),
            "filename": Path(one.warc).name,
        }
        stamp = "".join(char for char in date if char.isdigit())[:14]
        yield f"{surt(url)} {stamp} {msgspec.json.encode(entry).decode()}\n"


def surt(url: str) -> str:
    """Turn an address into the sort-friendly form that CDX indexes use: `com,example)/path?query`.

    Addresses other than http and https stay as they are.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return url
    host = parts.hostname.removeprefix("www.")
    place = ",".join(reversed(host.split(".")))
    if port and port != {"http": 80, "https": 443}[parts.scheme]:
        place += f":{port}"
    query = f"?{'&'.join(sorted(parts.query.lower().split('&')))}" if parts.query else ""
    return f"{place}){parts.path.lower() or '/'}{query}"


def _pages(documents: Sequence[tuple[Document, str]], targets: dict[str, tuple[str, str]]) -> bytes:
    lines: list[Any] = [{"format": "json-pages-1.0", "id": "pages", "title": "All documents"}]
    for document, record in documents:
        url, date = targets.get(record, (document.url or f"urn:sha256:{document.sha256}", ""))
        page = {"id": document.id, "url": url, "ts": date, "title": document.title or document.path or url}
        lines.append(page)
    return b"".join(msgspec.json.encode(one) + b"\n" for one in lines)
