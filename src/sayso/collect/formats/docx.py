"""Word documents: paragraphs, tables, text boxes and notes in order; deleted text left out, inserted text kept."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from sayso.collect.formats.zips import check_zip
from sayso.collect.noteheader import take_header
from sayso.collect.options import Draft, Labelled
from sayso.errors import InputRefused

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What python-docx lets slip on packages that are damaged.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
)
_SKIPPED = frozenset(
    {f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_WRAPPERS = frozenset(f"{_W}{tag}" for tag in ("sdt", "sdtContent", "ins", "customXml", "moveTo", "smartTag"))
_NOTES = {"/word/footnotes.xml", "/word/endnotes.xml"}


def draft_docx(raw: bytes, labelled: Labelled) -> Draft:
    """Draft a Word document. Dates in its properties are often those of a template: not taken.

    Its first paragraphs may be a note's header (`sayso.collect.noteheader`).

    Raises:
        InputRefused: broken, locked, a zip bomb, or without text.
    """
    import docx  # noqa: PLC0415 - slow to import
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 - as above
    from lxml import etree  # noqa: PLC0415 - as above

    check_zip(io.BytesIO(raw), labelled.name, limit=labelled.max_bytes)
    try:
        document = docx.Document(io.BytesIO(raw))
        blocks = list(_blocks(document.element.body))
        for part in sorted(document.part.package.iter_parts(), key=lambda part: str(part.partname)):
            if str(part.partname) in _NOTES:
                blocks.extend(_notes(part.blob))
        title, author = _title_and_author(document)
        links = _links(document)
    except (PackageNotFoundError, *_BROKEN, etree.XMLSyntaxError) as error:
        raise InputRefused(
            labelled.name, f"This Word document is broken ({_short(error)}); get an undamaged copy."
        ) from None
    header, length = take_header(blocks)
    text = "\n\n".join(blocks[length:])
    if not text:
        raise InputRefused(labelled.name, "This Word document holds no text.")
    published, how = header.published_or_dateline(text)
    return Draft(
        text=text,
        extractor=f"python-docx/{version('python-docx')} sayso-docx/1",
        title=header.title or title,
        outlet=header.outlet,
        author=header.author or author,
        published=published,
        published_how=how,
        url=header.url,
        links=links,
        stated=header.stated,
    )


def _title_and_author(document: Any) -> tuple[str | None, str | None]:
    """As the document's properties state them; python-docx makes some up for a document that has none."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415 - slow to import

    if not any(link.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for link in document.part.package.rels.values()):
        return None, None
    properties = document.core_properties
    title, author = properties.title.strip(), properties.author.strip()
    # It puts its own name into documents that it makes.
    return title or None, None if author in {"", "python-docx"} else author


def _short(error: Exception) -> str:
    return str(error).splitlines()[0][:120] if str(error) else type(error).__name__


def _blocks(root: Any) -> Iterator[str]:
    """Paragraphs and table rows in document order; the cells of a row are joined by a tab."""
    for child in root:
        if child.tag == f"{_W}p":
            yield from _paragraph(child)
        elif child.tag == f"{_W}tbl":
            rows = ["\t".join(" ".join(_blocks(cell)) for cell in _inside(row, "tc")) for row in _inside(child, "tr")]
            table = "\n".join(row.strip() for row in rows if row.strip())
            if table:
                yield table
        elif child.tag in _WRAPPERS:
            yield from _blocks(child)


def _inside(element: Any, tag: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also those wrapped in content controls, but not those of a table within."""
    for child in element:
        if child.tag == f"{_W}{tag}":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _paragraph(paragraph: Any) -> Iterator[str]:
    """The paragraph's own text, then that of text boxes anchored in it."""
    boxes: list[Any] = []
    text = "".join(_runs(paragraph, boxes))
    lines = (" ".join(line.split(" ")).strip() for line in text.split("\n"))
    whole = "\n".join(lines).strip()
    if whole:
        yield whole
    for box in boxes:
        yield from _blocks(box)


def _runs(element: Any, boxes: list[Any]) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag in _SKIPPED:
            continue
        if tag == f"{_W}t":
            yield child.text or ""
        elif tag in {f"{_W}tab", f"{_W}ptab"} and element.tag == f"{_W}r":
            yield "\t"
        elif tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n"
        elif tag == f"{_W}noBreakHyphen":
            yield "-"
        elif tag == f"{_W}txbxContent":
            boxes.append(child)
        else:
            yield from _runs(child, boxes)


def _notes(blob: bytes) -> Iterator[str]:
    from lxml import etree  # noqa: PLC0415 - slow to import

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    for note in etree.fromstring(blob, parser):
        if note.get(f"{_W}type") in {"separator", "continuationSeparator", "continuationNotice"}:
            continue
        text = " ".join(_blocks(note))
        if text:
            yield text


def _links(document: Any) -> tuple[str, ...]:
    targets = (rel.target_ref for rel in document.part.rels.values() if rel.is_external)
    return tuple(dict.fromkeys(target for target in targets if target.startswith(("http://", "https://"))))
