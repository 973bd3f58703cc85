"""A python-docx document with the few moves that the report needs; the same content gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from sayso.reporting.blocks import Dossier, Run
from sayso.reporting.words import clean, one_line

WordCell = tuple[Sequence[Run], Sequence[int]]
"""What a table cell holds: its words, and the notes under them."""

_LETTER = 0.0115
"""Share of the width of the page that a letter of a table's head takes."""
_SERIF, _SANS = "Cambria", "Calibri"
_EPOCH = dt.datetime(1980, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)


class Page:
    """A python-docx document with the few moves that the report needs."""

    def __init__(self, title: str) -> None:
        """Start an A4 page: serif text, sans for what is ours in tables, black headings, a footer with the page."""
        from docx import Document  # noqa: PLC0415 - a heavy library, only when a docx is written
        from docx.shared import Mm, Pt, RGBColor  # noqa: PLC0415 - as above

        self.document: Any = Document()
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin, section.bottom_margin = Mm(19), Mm(18)
        for name, face, size, after in (
            ("Normal", _SERIF, 10.5, 4),
            ("Title", _SERIF, 20, 4),
            ("Heading 1", _SANS, 13, 3),
            ("Heading 2", _SANS, 11, 2),
        ):
            style = self.document.styles[name]
            style.font.name, style.font.size, style.font.color.rgb = face, Pt(size), RGBColor(0x17, 0x19, 0x1C)
            style.paragraph_format.space_after = Pt(after)
            faces = style.element.get_or_add_rPr().get_or_add_rFonts()
            for key in [k for k in faces.attrib if k.endswith("Theme")]:
                del faces.attrib[key]
        for border in list(self.document.styles["Title"].element.iter(_w("pBdr"))):
            border.getparent().remove(border)
        self._footer(section, title)
        self.seen: set[int] = set()
        self._bookmarks = 0

    def _footer(self, section: Any, title: str) -> None:
        """Write the title and the number of the page at the foot of every page."""
        paragraph = section.footer.paragraphs[0]
        self._face(paragraph.add_run(f"{one_line(title)}\t\t"), _SANS, 8)
        field = _element("fldSimple", instr="PAGE")
        paragraph._p.append(field)  # noqa: SLF001 - python-docx has no call for fields

    def heading(self, text: str, level: int) -> None:
        """Add a heading; level 0 is the title."""
        self.document.add_heading(one_line(text), level)

    def line(self, text: str, *, mono: bool = False) -> Any:
        """Add a paragraph of plain words; `mono` for drawn ranges, whose spaces count."""
        paragraph = self.document.add_paragraph()
        run = paragraph.add_run(clean(text) if mono else one_line(text))
        if mono:
            self._face(run, "Consolas", 8)
            paragraph.paragraph_format.space_after = 0
            paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def _face(self, run: Any, name: str, size: float) -> None:
        from docx.shared import Pt  # noqa: PLC0415 - with python-docx

        run.font.name, run.font.size = name, Pt(size)

    def runs(self, paragraph: Any, runs: Iterable[Run], *, size: float | None = None) -> None:
        """Append words; in tables (`size` in points) theirs are serif and ours sans; right-to-left ones marked so."""
        for item in runs:
            made = paragraph.add_run(item.text)
            made.bold = item.strong or None
            if size is not None:
                self._face(made, _SERIF if item.theirs else _SANS, size)
            if item.direction == "rtl":
                made.font.rtl = True

    def notes(self, paragraph: Any, notes: Sequence[int]) -> None:
        """Append superscript links to notes; the first link to a note is the one it leads back to."""
        for i, number in enumerate(notes):
            if i:
                self._raised(paragraph.add_run(","))
            if number not in self.seen:
                self.seen.add(number)
                self.bookmark(paragraph, f"ref{number}")
            self.link(paragraph, f"note{number}", str(number), raised=True)

    def _raised(self, run: Any) -> None:
        run.font.superscript = True

    def link(self, paragraph: Any, anchor: str, text: str, *, raised: bool = False) -> None:
        """Append a link to a bookmark of this document."""
        run = paragraph.add_run(text)
        if raised:
            self._raised(run)
        element = _element("hyperlink", anchor=anchor)
        element.append(run._r)  # noqa: SLF001 - python-docx has no call for internal links
        paragraph._p.append(element)  # noqa: SLF001 - as above

    def outside(self, paragraph: Any, address: str, text: str, *, size: float) -> None:
        """Append a link to a file beside this one."""
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        identifier = paragraph.part.relate_to(address, kind, is_external=True)
        run = paragraph.add_run(text)
        self._face(run, _SANS, size)
        run.font.underline = True
        element = _element("hyperlink")
        element.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", identifier)
        element.append(run._r)  # noqa: SLF001 - python-docx has no call for links
        paragraph._p.append(element)  # noqa: SLF001 - as above

    def bookmark(self, paragraph: Any, name: str) -> None:
        """Put a bookmark at the end of what the paragraph holds so far."""
        self._bookmarks += 1
        number = str(self._bookmarks)
        paragraph._p.append(_element("bookmarkStart", id=number, name=name))  # noqa: SLF001 - as above
        paragraph._p.append(_element("bookmarkEnd", id=number))  # noqa: SLF001 - as above

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[WordCell]]) -> None:
        """Add a table with hairlines and a heading row that repeats; columns are as wide as their words ask for."""
        from docx.shared import Mm, Pt  # noqa: PLC0415 - with python-docx

        rows = list(rows)
        table = self.document.add_table(rows=1, cols=len(columns))
        table.autofit = False
        table._tbl.tblPr.append(_borders())  # noqa: SLF001 - python-docx has no call for borders
        widths = [Mm(170 * share) for share in _shares(columns, rows)]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        heads = table.rows[0]
        heads._tr.get_or_add_trPr().append(_element("tblHeader"))  # noqa: SLF001 - nor for repeated rows
        filled: list[tuple[Any, Sequence[WordCell]]] = [
            (heads.cells, [((Run(one_line(c), strong=True),), ()) for c in columns])
        ]
        for row in rows:
            made = table.add_row()
            made._tr.get_or_add_trPr().append(_element("cantSplit"))  # noqa: SLF001 - as above
            filled.append((made.cells, row))
        for cells, contents in filled:
            for cell, (runs, notes), width in zip(cells, contents, widths, strict=True):
                cell.width = width
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_after = Pt(1)
                self.runs(paragraph, runs, size=9)
                self.notes(paragraph, notes)
        self.document.add_paragraph().paragraph_format.space_after = Pt(2)

    def save(self, dossier: Dossier) -> bytes:
        """Give the file's bytes, with no trace of when or where it was made."""
        core = self.document.core_properties
        core.title, core.author, core.comments = dossier.title, "sayso", ""
        core.last_modified_by, core.revision = "sayso", 1
        core.created = core.modified = _EPOCH
        made = io.BytesIO()
        self.document.save(made)
        return _fixed(made.getvalue())


def _w(name: str) -> str:
    from docx.oxml.ns import qn  # noqa: PLC0415 - with python-docx

    full: str = qn(f"w:{name}")
    return full


def _element(tag: str, **attributes: str) -> Any:
    """Make an element of WordprocessingML."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - with python-docx

    made = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(_w(key), value)
    return made


def _borders() -> Any:
    """A rule above and below, hairlines between rows, none between columns."""
    borders = _element("tblBorders")
    for side, size, colour in (("top", "8", "17191C"), ("bottom", "8", "17191C"), ("insideH", "4", "DCDCD4")):
        borders.append(_element(side, val="single", sz=size, space="0", color=colour))
    return borders


def _shares(columns: Sequence[str], rows: Sequence[Sequence[WordCell]]) -> list[float]:
    """Share the width of a table out: room for the longest word of each head, the rest by the longest texts."""
    longest = [len(c) for c in columns]
    for row in rows:
        longest = [max(most, sum(len(r.text) for r in runs)) for most, (runs, _) in zip(longest, row, strict=True)]
    heads = [max((len(w) for w in c.split()), default=0) for c in columns]
    # A label such as `E12` is never broken, whatever the head above it.
    least = [(max(head, min(most, 3)) + 3) * _LETTER for head, most in zip(heads, longest, strict=True)]
    asked = [min(n, 48) + 1 for n in longest]
    spare = max(1 - sum(least), 0)
    return [(low + spare * n / sum(asked)) / max(sum(least), 1) for low, n in zip(least, asked, strict=True)]


def _fixed(data: bytes) -> bytes:
    """Write the package again with one date for all its parts, so that equal content is equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            part.compress_type, part.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            part.create_system = 3
            target.writestr(part, source.read(name))
    return out.getvalue()
