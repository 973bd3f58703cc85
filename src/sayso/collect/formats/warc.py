"""Web archives: every readable page in a WARC, and the WARCs inside a WACZ.

A response or resource record whose payload is a page, text, PDF, Word document, feed or mail is a document, with the
record's own address and time. Requests, revisits, redirects, failed responses, pictures, scripts and robots.txt are
parts of pages rather than reports, and are passed over; an archive with nothing to read is refused.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

import msgspec

from sayso.collect.formats.unpacking import Unpacked, undo_coding
from sayso.collect.formats.zips import check_zip
from sayso.collect.options import Part
from sayso.collect.quiet import quiet
from sayso.collect.sniff import HEAD, sniff
from sayso.errors import InputRefused
from sayso.records import Capture, Refused

_READABLE = frozenset({
    "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf", "message/rfc822",
    "multipart/related", "application/rss+xml", "application/atom+xml", "application/rdf+xml",
    "application/xml", "text/xml", "application/octet-stream",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
})  # fmt: skip
# These may be anything; they are taken if their bytes turn out to be readable.
_VAGUE = frozenset({"", "application/octet-stream", "application/xml", "text/xml"})
# Content codings that are undone, or need not be.
_CODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_BREAK = "The web archive breaks off or is damaged after this point; the records before it were taken."


def split_wacz(stream: BinaryIO, whole: Part, *, limit: int) -> Iterator[Part | Refused]:
    """Give the pages of every WARC in a WACZ, in order of the WARCs' names. `stream` must be seekable."""
    files = check_zip(stream, whole.name, limit=limit, whole=False)
    inside = sorted(file.filename for file in files if re.search(r"\.warc(\.gz)?$", file.filename))
    if not inside:
        raise InputRefused(whole.name, "This WACZ holds no WARC.")
    with zipfile.ZipFile(stream) as archive:
        for member in inside:
            part = msgspec.structs.replace(whole, name=f"{whole.name}/{member}")
            try:
                with archive.open(member) as warc:
                    yield from split_warc(cast("BinaryIO", warc), part, limit=limit)
            except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
                yield Refused(name=part.name, reason=_BREAK)


def split_warc(stream: BinaryIO, whole: Part, *, limit: int) -> Iterator[Part | Refused]:
    """Give the pages of a WARC, plain or gzip-compressed; what is damaged is refused by name.

    Args:
        stream: the archive.
        whole: the archive as a part without bytes; a record's own time and address replace those in it.
        limit: largest payload in bytes.
    """
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - needed for few inputs
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - as above
    from warcio.statusandheaders import StatusAndHeadersParserException  # noqa: PLC0415 - as above

    quiet("warcio")
    looked = given = 0
    broken_at: str | None = None
    records = ArchiveIterator(Unpacked(stream, whole.name), check_digests=True)
    records.INC_RECORD = ""  # warcio would write its warning to the user's terminal
    try:
        for record in records:
            looked += 1
            part = None if _skipped(record) else _part(record, whole, limit)
            if _cut_off(record):
                broken_at = _record_name(whole.name, record)
                break
            if part is not None:
                given += 1
                yield part
            if records.err_count:
                break
    except InputRefused as refused:  # broken compression
        yield Refused(name=whole.name, reason=f"{refused.reason} The records before that were taken.")
        return
    except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError, AttributeError, TypeError):
        broken_at = whole.name  # besides its own errors, warcio lets slip others on headers that are damaged
    if broken_at or records.err_count:
        yield Refused(name=broken_at or whole.name, reason=_BREAK)
    elif not given:
        yield Refused(name=whole.name, reason=f"This web archive holds no readable page ({looked} records looked at).")


def _cut_off(record: Any) -> bool:
    """Read what is left of a record, and tell whether its bytes end before the length that it declares."""
    while record.raw_stream.read(HEAD):
        pass
    limit: int = getattr(record.raw_stream, "limit", 0)
    return limit > 0


def _target(record: Any) -> str:
    return (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")


def _record_name(name: str, record: Any) -> str:
    return f"{name}#{_target(record)}" if _target(record) else name


def _status(record: Any) -> int | None:
    code = record.http_headers.get_statuscode() if record.http_headers is not None else ""
    return int(code) if code.isdigit() else None


def _declared(record: Any) -> str:
    """Content-Type of the payload, as the server or the archiving tool told it; may be empty."""
    told = (record.http_headers or record.rec_headers).get_header("Content-Type")
    return str(told or "")


def _body(record: Any) -> Any:
    """The payload as a stream, its chunks joined."""
    from warcio.bufferedreaders import ChunkedDataReader  # noqa: PLC0415 - needed for few inputs

    http = record.http_headers
    if http is not None and (http.get_header("Transfer-Encoding") or "").strip().lower() == "chunked":
        return ChunkedDataReader(record.raw_stream)
    return record.raw_stream


def _coding(record: Any) -> str:
    told = record.http_headers.get_header("Content-Encoding") if record.http_headers is not None else None
    return str(told or "").strip().lower()


def _media(record: Any) -> str:
    return _declared(record).partition(";")[0].strip().lower()


def _skipped(record: Any) -> bool:
    """Whether a record is no report by its kind, answer, type or address."""
    status, target = _status(record), _target(record)
    return (
        record.rec_type not in {"response", "resource"}
        or not (status is None or 200 <= status < 300)
        or _media(record) not in _READABLE | _VAGUE
        or target.endswith("/robots.txt")
        or target.startswith(("urn:text:", "urn:pageinfo:", "dns:", "metadata:"))
    )


def _part(record: Any, whole: Part, limit: int) -> Part | Refused | None:
    name, target = _record_name(whole.name, record), _target(record)
    coding = _coding(record)
    payload = _body(record).read(limit + 1)
    if len(payload) <= limit:
        try:
            payload = undo_coding(payload, coding, name, limit=limit)
        except InputRefused as refused:
            return Refused(name=name, reason=refused.reason)
    if len(payload) > limit:
        return Refused(name=name, reason=f"This record is larger than the limit of {limit / 1e6:g} MB.")
    if payload and coding not in _CODINGS and not _readable(payload, name):
        return Refused(name=name, reason=f"It is compressed in a way that cannot be undone here ({coding}).")
    if not payload or (_media(record) in _VAGUE and not _readable(payload, name)):
        return None
    while record.raw_stream.read(HEAD):
        pass  # the digest covers what content decoding left unread
    if record.digest_checker is not None and record.digest_checker.passed is False:
        return Refused(name=name, reason="This record does not match the digest written beside it: it is damaged.")
    web = target if target.startswith(("http://", "https://")) else None
    headers = record.http_headers.headers if record.http_headers is not None else ()
    capture = Capture(
        retrieved=_moment(record.rec_headers.get_header("WARC-Date")) or whole.capture.retrieved,
        method="warc",
        tool=whole.capture.tool,
        location=whole.capture.location,
        final_url=web,
        status=_status(record),
        headers=tuple((str(key), str(value)) for key, value in headers),
    )
    return msgspec.structs.replace(
        whole, name=name, raw=payload, media_type=_declared(record) or None, url=web, strict=False, capture=capture
    )


def _readable(payload: bytes, name: str) -> bool:
    try:
        kind = sniff(payload[:HEAD], name=name, strict=False)
    except InputRefused:
        return False
    return kind in {"html", "feed", "pdf", "docx", "eml", "mhtml"}


def _moment(written: str | None) -> str | None:
    """WARC-Date to the second: `2017-05-18T19:05:00Z`; null if it is none."""
    match = re.match(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z$", written or "")
    return f"{match[1]}Z" if match else None
