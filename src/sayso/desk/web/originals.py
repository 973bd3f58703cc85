"""Archived copies as they came, shown so that nothing in them can act: no script, no request, no origin of ours."""

from __future__ import annotations

import io
import struct
import threading
import zlib
from typing import Any

from litestar import Response
from litestar.exceptions import HTTPException

from sayso.records import Document

SANDBOX = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src {images}; font-src 'none'; form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'self'"
)
"""No `allow-` word follows `sandbox`: the page is of an origin of its own and runs no script, opens nothing."""

FILE = "application/octet-stream"
"""What a browser keeps and never shows."""

_TEXT = 2_000_000
"""Characters of a text that are shown; the copy itself is a download away."""

_PIXELS = 24_000_000
"""Of one drawn page, so that a page a kilometre wide does not take all memory."""

_pdf = threading.Lock()  # PDFium is not safe for several threads


def headers(*, images: bool) -> dict[str, str]:
    """Headers of what is shown in a frame; `images` lets pictures that are inside the copy itself be seen."""
    return {"Content-Security-Policy": SANDBOX.format(images="data:" if images else "'none'")}


def framed(document: Document, raw: bytes, kind: str, *, images: bool) -> Response[bytes]:
    """A copy for a frame: archived HTML as it is, text as text, anything else as a sentence."""
    told = headers(images=images)
    if kind == "html":
        charset = (document.encoding or "utf-8").replace('"', "")
        return Response(raw, headers={**told, "Content-Type": f"text/html; charset={charset}"})
    if kind == "text":
        body = raw.decode(document.encoding or "utf-8", "replace")[:_TEXT]
    else:
        body = f"This copy ({document.media_type}) has no rendering here; take it as a file, or read its text."
    return Response(body.encode(), headers={**told, "Content-Type": "text/plain; charset=utf-8"})


def file_of(document: Document, raw: bytes, name: str) -> Response[bytes]:
    """The untouched bytes as a file to keep; never opened in the page."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "-_. ") else "_" for c in name)[-120:] or "original"
    return Response(
        raw,
        headers={
            **headers(images=False),
            "Content-Type": FILE,
            "Content-Disposition": f'attachment; filename="{plain}"',
            "X-Sayso-Media-Type": document.media_type,
        },
    )


def page_count(raw: bytes) -> int | None:
    """How many pages a PDF has; null when it cannot be opened."""
    import pypdfium2  # noqa: PLC0415 - loads when a PDF is looked at

    with _pdf:
        try:
            with pypdfium2.PdfDocument(io.BytesIO(raw)) as opened:
                return len(opened)
        except pypdfium2.PdfiumError:
            return None


def drawn_page(raw: bytes, number: int, scale: float) -> Response[bytes]:
    """One page of a PDF as PNG.

    Args:
        raw: the PDF.
        number: from 1.
        scale: pixels a point (a 72nd of an inch).

    Raises:
        HTTPException: 404 when there is no such page.
    """
    import pypdfium2  # noqa: PLC0415

    with _pdf:
        try:
            with pypdfium2.PdfDocument(io.BytesIO(raw)) as opened:
                if not 1 <= number <= len(opened):
                    raise HTTPException(status_code=404, detail=f"There is no page {number} in this copy.")
                page = opened[number - 1]
                width, height = page.get_size()
                most = (_PIXELS / max(width * height, 1)) ** 0.5
                # Forms and annotations are left out: they could show what the page itself does not.
                picture: Any = page.render(scale=min(scale, most), may_draw_forms=False, rev_byteorder=True)
                pixels = picture.to_numpy()[:, :, :3]
        except pypdfium2.PdfiumError:
            raise HTTPException(status_code=404, detail="This copy cannot be drawn as pages.") from None
        body = png(pixels.shape[1], pixels.shape[0], pixels.tobytes())
    return Response(body, headers={**headers(images=False), "Content-Type": "image/png"})


def png(width: int, height: int, rgb: bytes) -> bytes:
    """Write pixels, three bytes each, row by row, as PNG (ISO/IEC 15948)."""
    rows = b"".join(b"\0" + rgb[at * width * 3 : (at + 1) * width * 3] for at in range(height))

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 6)) + chunk(b"IEND", b"")
