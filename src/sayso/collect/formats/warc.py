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
from typing import Any, BinaryIO

from sayso.collect.formats.zips import check_zip
from sayso.collect.options import Part
from sayso.collect.sniff import HEAD, sniff
from sayso.errors import InputRefused
from sayso.records import Capture, Refused

_READABLE = frozenset(
    "text/html application/xhtml+xml text/plain text/markdown application/pdf message/rfc822 multipart/related "
    "application/rss+xml application/atom+xml application/rdf+xml application/xml text/xml application/octet-stream "
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document".split()
)
# These may be anything; they are taken if their bytes turn out to be readable.
_VAGUE = frozenset({"", "application/octet-stream", "application/xml", "text/xml"})
_BREAK = "The web archive breaks off or is damaged after this point; the records before it were taken."


def split_wacz(
    stream: BinaryIO, name: str, path: str | None, *, capture: Capture, limit: int
) -> Iterator[Part | Refused]:
    """Give the pages of every WARC in a WACZ, in order of the WARCs' names. `stream` must be seekable."""
    files = check_zip(stream, name, limit=limit, whole=False)
    inside = sorted(file.filename for file in files if re.search(r"\.warc(\.gz)?$", file.filename))
    if not inside:
        raise InputRefused(name, "This WACZ holds no WARC.")
    with zipfile.ZipFile(stream) as archive:
        for member in inside:
            try:
                with archive.open(member) as warc:
                    yield from split_warc(
                        warc,
                        f"{name}/{member}",
                        path,
                        capture=capture,
                        limit=limit,  # type: ignore[arg-type] # reads alike
                    )
            except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
                yield Refused(name=f"{name}/{member}", reason=_BREAK)


def split_warc(
    stream: BinaryIO, name: str, path: str | None, *, capture: Capture, limit: int
) -> Iterator[Part | Refused]:
    """Give the pages of a WARC, plain or gzip-compressed; what is damaged is refused by name.

    Args:
        stream: the archive.
        name: what to call it.
        path: where it is; null if it came from a URL.
        capture: how the archive reached us; a record's own time and address replace those in it.
        limit: largest payload in bytes.
    """
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - needed for few inputs
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - as above
    from warcio.statusandheaders import StatusAndHeadersParserException  # noqa: PLC0415 - as above

    looked = given = 0
    records = ArchiveIterator(stream, check_digests=True)
    records.INC_RECORD = ""  # warcio would write its warning to the user's terminal
    try:
        for record in records:
            looked += 1
            part = _part(record, name, path, capture, limit)
            if _cut_off(record):
                given += 1
                yield Refused(name=_record_name(name, record), reason=_BREAK)
                break
            if part is not None:
                given += 1
                yield part
            if records.err_count:
                break
        if records.err_count:
            given += 1
            yield Refused(name=name, reason=_BREAK)
    except (ArchiveLoadFailed, StatusAndHeadersParserException, zlib.error, EOFError, ValueError):
        given += 1
        yield Refused(name=name, reason=_BREAK)
    if not given:
        yield Refused(name=name, reason=f"This web archive holds no readable page ({looked} records looked at).")


def _cut_off(record: Any) -> bool:
    """Read what is left of a record, and tell whether its bytes end before the length that it declares."""
    while record.raw_stream.read(HEAD):
        pass
    return getattr(record.raw_stream, "limit", 0) > 0


def _record_name(name: str, record: Any) -> str:
    target = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    return f"{name}#{target}" if target else name


def _part(record: Any, name: str, path: str | None, capture: Capture, limit: int) -> Part | Refused | None:
    if record.rec_type not in {"response", "resource"}:
        return None
    target = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    http = record.http_headers
    status = int(http.get_statuscode()) if http is not None and http.get_statuscode().isdigit() else None
    if status is not None and not 200 <= status < 300:
        return None
    declared = (http or record.rec_headers).get_header("Content-Type") or ""
    media = declared.partition(";")[0].strip().lower()
    if media not in _READABLE and media != "":
        return None
    if target.endswith("/robots.txt") or target.startswith(("urn:text:", "urn:pageinfo:", "dns:", "metadata:")):
        return None
    payload: bytes = record.content_stream().read(limit + 1)
    named = _record_name(name, record)
    if len(payload) > limit:
        return Refused(name=named, reason=f"This record is larger than the limit of {limit / 1e6:g} MB.")
    if not payload or (media in _VAGUE and not _readable(payload, named)):
        return None
    while record.raw_stream.read(HEAD):
        pass
    if record.digest_checker is not None and record.digest_checker.passed is False:
        return Refused(name=named, reason="This record does not match the digest written beside it: it is damaged.")
    web = target if target.startswith(("http://", "https://")) else None
    return Part(
        name=named,
        path=path,
        raw=payload,
        media_type=declared or None,
        url=web,
        strict=False,
        capture=Capture(
            retrieved=_moment(record.rec_headers.get_header("WARC-Date")) or capture.retrieved,
            method="warc",
            tool=capture.tool,
            location=capture.location,
            final_url=web,
            status=status,
            headers=tuple((str(key), str(value)) for key, value in http.headers) if http is not None else (),
        ),
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
