"""PDF: the text layer of every page, pages set apart by a blank line. Hyphens at line ends stay as they are printed."""

from __future__ import annotations

import re
from threading import Lock

from sayso.collect.formats.text import links_in
from sayso.collect.noteheader import take_header
from sayso.collect.options import Draft, Labelled
from sayso.errors import InputRefused

_EDGE = 2
"""Lines at either end of a page among which a browser's are looked for."""
_NUMBER = r"(?:\d+ ?(?:/|of) ?\d+)"
_PRINTED_ON = re.compile(
    rf"(?:{_NUMBER}\s+)?(?:\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}),? \d{{1,2}}:\d{{2}}"
    r"(?::\d{2})?(?:[ \u202f][AaPp]\.?[Mm]\.?)?(?:\s.{0,200})?"
)
_PRINTED_FROM = re.compile(rf"(?:.{{0,200}}\s)?(?:https?|file)://\S+(?:\s+{_NUMBER})?")
_PASSWORD = 4
_SECURITY = 5
_ONE_AT_A_TIME = Lock()
"""PDFium may not be entered by two threads."""


def draft_pdf(raw: bytes, labelled: Labelled) -> Draft:
    """Draft a PDF. Dates in its properties tell when the file was made, not when it was published: not taken.

    Its first lines may be a note's header (`sayso.collect.noteheader`).

    Raises:
        InputRefused: broken, locked, or without a text layer.
    """
    import pypdfium2  # noqa: PLC0415 - loads a C library

    with _ONE_AT_A_TIME:
        text, title, author = _read(raw, labelled.name)
    if not text.strip():
        raise InputRefused(labelled.name, "This PDF has no text layer (a scan?); run OCR over it first.")
    lines = text.split("\n")
    header, length = take_header(lines)
    text = "\n".join(lines[length:]).strip("\n")
    if not text:
        raise InputRefused(labelled.name, "This PDF holds nothing but a header.")
    published, how = header.published_or_dateline(text)
    return Draft(
        text=text,
        extractor=f"pypdfium2/{pypdfium2.version.PYPDFIUM_INFO} sayso-pdf/1",
        title=header.title or title,
        outlet=header.outlet,
        author=header.author or author,
        published=published,
        published_how=how,
        url=header.url,
        links=links_in(text),
        stated=header.stated,
    )


def _read(raw: bytes, name: str) -> tuple[str, str | None, str | None]:
    """Text of all pages, title and author."""
    import pypdfium2  # noqa: PLC0415 - loads a C library

    try:
        pdf = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in {_PASSWORD, _SECURITY}:
            reason = "This PDF is locked with a password; save a copy without one."
        else:
            reason = "This PDF is broken and cannot be opened; get an undamaged copy."
        raise InputRefused(name, reason) from None
    try:
        pages = [_page_text(pdf, number, name) for number in range(len(pdf))]
        title, author = ((pdf.get_metadata_value(key) or "").strip() or None for key in ("Title", "Author"))
    finally:
        pdf.close()
    return "\n\n".join(page for page in pages if page), title, author


def _page_text(pdf: object, number: int, name: str) -> str:
    import pypdfium2  # noqa: PLC0415 - loads a C library

    assert isinstance(pdf, pypdfium2.PdfDocument)
    try:
        page = pdf[number]
        try:
            layer = page.get_textpage()
            try:
                text: str = layer.get_text_range()
            finally:
                layer.close()
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        raise InputRefused(name, f"Page {number + 1} of this PDF is broken; get an undamaged copy.") from None
    # pdfium joins a word hyphenated at a line's end, and marks the place by U+FFFE; here it stays as printed, for a
    # hyphen at a line's end may also belong to the word (al-Example).
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "-\n").replace("\0", "").split("\n")
    return _unprinted("\n".join(line.rstrip() for line in lines).strip("\n"))


def _unprinted(page: str) -> str:
    """A page without the day of printing, address and page number that a browser puts around a page that it prints."""
    lines = page.split("\n")
    edges = {*range(min(_EDGE, len(lines))), *range(max(0, len(lines) - _EDGE), len(lines))}
    day = {at for at in edges if _PRINTED_ON.fullmatch(lines[at])}
    address = {at for at in edges if _PRINTED_FROM.fullmatch(lines[at])}
    if not day or not address:
        return page  # one of them alone may be the document's own
    return "\n".join(line for at, line in enumerate(lines) if at not in day | address).strip("\n")
