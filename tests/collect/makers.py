"""Inputs that the tests make themselves, good and bad."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso.collect import CollectOptions, collect
from sayso.records import Collected, Refused

NOON = datetime(2031, 4, 5, 12, 0, 0, tzinfo=UTC)
ENGLISH = (
    "Two people were hurt at the ferry pier on Tuesday, the mayor of Port Example said. "
    "She told reporters that the cause was not known and that the pier would stay closed."
)
ARABIC = "قال المتحدث باسم البلدية إن شخصين أصيبا بجروح على رصيف العبارة يوم الثلاثاء وإن السبب غير معروف حتى الآن."


def gather(
    *inputs: str | Path, stdin: BinaryIO | None = None, options: CollectOptions | None = None
) -> tuple[list[Collected], list[Refused]]:
    """Collect everything, at a fixed time, and set apart what was taken and what was refused."""
    items = list(
        collect([str(one) for one in inputs], options=options or CollectOptions(), stdin=stdin, now=lambda: NOON)
    )
    return [one for one in items if isinstance(one, Collected)], [one for one in items if isinstance(one, Refused)]


def one(path: str | Path, *, options: CollectOptions | None = None) -> Collected:
    """The one document that an input gives; fails if there are others, or refusals."""
    taken, refused = gather(path, options=options)
    assert not refused, refused
    assert len(taken) == 1
    return taken[0]


def reason(path: str | Path, *, options: CollectOptions | None = None) -> str:
    """Why the one input was refused; fails if anything of it was taken."""
    taken, refused = gather(path, options=options)
    assert not taken
    assert len(refused) == 1
    assert refused[0].reason.endswith(".")
    assert "Traceback" not in refused[0].reason
    return refused[0].reason


def page(body: str, *, head: str = "", title: str = "Two hurt at pier") -> str:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>{body}</body></html>"


def article(text: str = ENGLISH) -> str:
    return page(f"<nav><a href='/'>Home</a></nav><article><h1>Two hurt at pier</h1><p>{text}</p></article>")


def pdf(lines: Sequence[str], *, pages: int = 1, extra: str = "", info: str = "") -> bytes:
    """A minimal PDF, written by hand: each page shows the lines."""
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    stream = f"BT /F1 12 Tf 40 700 Td {shown}ET".encode("latin-1")
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(pages))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< {info} >>",
    ]
    body: list[bytes] = [one.encode("latin-1") for one in objects]
    for number in range(pages):
        body.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {6 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        body.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(body, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(body) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += f"trailer << /Size {len(body) + 1} /Root 1 0 R /Info 4 0 R {extra} >>\n".encode()
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def locked_pdf() -> bytes:
    """A PDF whose encryption dictionary no empty password opens."""
    key = "00" * 32
    locked = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<{'11' * 16}> <{'11' * 16}>]"
    return pdf(["secret"], extra=locked)


def warc(
    pages: Iterable[tuple[str, str, bytes]],
    *,
    gzip: bool = True,
    status: str = "200 OK",
    date: str = "2031-04-02T10:05:00Z",
    coding: str | None = None,
) -> bytes:
    """A WARC of (address, content type, payload) responses, with a request beside each."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    for address, media, payload in pages:
        told = [("Content-Type", media)] + ([("Content-Encoding", coding)] if coding else [])
        headers = StatusAndHeaders(status, told, protocol="HTTP/1.1")
        asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "example.org")], is_http_request=True)
        given = {"WARC-Date": date}
        writer.write_record(writer.create_warc_record(address, "request", http_headers=asked, warc_headers_dict=given))
        writer.write_record(
            writer.create_warc_record(
                address,
                "response",
                payload=io.BytesIO(payload),
                length=len(payload),
                http_headers=headers,
                warc_headers_dict=given,
            )
        )
    return out.getvalue()
