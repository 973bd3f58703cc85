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

_EPOCH = dt.datetime(1980, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)


class Page:
    """A python-docx document with the few moves that the report needs."""

    def __init__(self) -> None:
        from docx import Document  # noqa: PLC0415 - a heavy library, only when a docx is written
        from docx.shared import Mm, Pt  # noqa: PLC0415 - as above

        self.document: Any = Document()
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin, section.bottom_margin = Mm(19), Mm(18)
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = "Cambria", Pt(10.5)
        self.seen: set[int] = set()
        self._bookmarks = 0

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
        return paragraph

    def _face(self, run: Any, name: str, size: float) -> None:
        from docx.shared import Pt  # noqa: PLC0415 - with python-docx

        run.font.name, run.font.size = name, Pt(size)

    def runs(self, paragraph: Any, runs: Iterable[Run]) -> None:
        """Append words: theirs in italics, right-to-left ones marked as such."""
        for item in runs:
            made = paragraph.add_run(item.text)
            made.bold = item.strong or None
            made.italic = (item.theirs and item.direction == "ltr") or None
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
        from docx.oxml import OxmlElement  # noqa: PLC0415 - with python-docx
        from docx.oxml.ns import qn  # noqa: PLC0415 - with python-docx

        run = paragraph.add_run(text)
        if raised:
            self._raised(run)
        element = OxmlElement("w:hyperlink")
        element.set(qn("w:anchor"), anchor)
        element.append(run._r)  # noqa: SLF001 - python-docx has no call for internal links
        paragraph._p.append(element)  # noqa: SLF001 - as above

    def bookmark(self, paragraph: Any, name: str) -> None:
        """Put a bookmark at the end of what the paragraph holds so far."""
        from docx.oxml import OxmlElement  # noqa: PLC0415 - with python-docx
        from docx.oxml.ns import qn  # noqa: PLC0415 - with python-docx

        self._bookmarks += 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            element = OxmlElement(tag)
            element.set(qn("w:id"), str(self._bookmarks))
            if tag == "w:bookmarkStart":
                element.set(qn("w:name"), name)
            paragraph._p.append(element)  # noqa: SLF001 - python-docx has no call for bookmarks

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[WordCell]]) -> None:
        """Add a table with a heading row."""
        table = self.document.add_table(rows=1, cols=len(columns))
        table.style = "Light List"
        for cell, text in zip(table.rows[0].cells, columns, strict=True):
            cell.text = one_line(text)
        for row in rows:
            cells = table.add_row().cells
            for cell, (runs, notes) in zip(cells, row, strict=True):
                self.runs(cell.paragraphs[0], runs)
                self.notes(cell.paragraphs[0], notes)
        self.document.add_paragraph()

    def save(self, dossier: Dossier) -> bytes:
        """Give the file's bytes, with no trace of when or where it was made."""
        core = self.document.core_properties
        core.title, core.author, core.comments = dossier.title, "sayso", ""
        core.last_modified_by, core.revision = "sayso", 1
        core.created = core.modified = _EPOCH
        made = io.BytesIO()
        self.document.save(made)
        return _fixed(made.getvalue())


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
