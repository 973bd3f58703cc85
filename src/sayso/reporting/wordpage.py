"""A python-docx document with the few moves that the report needs; the same content gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from sayso.reporting.blocks import Dossier, Run
from sayso.reporting.words import clean, one_line

WordCell = tuple[Sequence[Run], Sequence[int]]
"""What a table cell holds: its words, and the notes under them."""

_LETTER = 0.0115
"""Share of the width of the page that a letter of a table's head takes."""
_SERIF, _SANS = "Cambria", "Calibri"
_WIDE = 9638
"""Width of the text in twentieths of a point: 170 mm."""
_RAISED = '<w:vertAlign w:val="superscript"/>'
_BORDERS = "<w:tblBorders>{}</w:tblBorders>".format(
    "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        for side, size, colour in (("top", "8", "17191C"), ("bottom", "8", "17191C"), ("insideH", "4", "DCDCD4"))
    )
)
"""A rule above and below, hairlines between rows, none between columns."""
_MARGINS = '<w:tblCellMar><w:left w:w="56" w:type="dxa"/><w:right w:w="56" w:type="dxa"/></w:tblCellMar>'
"""A millimetre at either side of a cell, so that a matrix of many columns has room for its words."""
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_EPOCH = dt.datetime(1980, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)


class Page:
    """A python-docx document with the few moves that the report needs.

    The body is written as one piece of WordprocessingML and read once: python-docx takes a second for every few hundred
    table cells.
    """

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
        self._body: list[str] = []

    def _footer(self, section: Any, title: str) -> None:
        """Write the title and the number of the page at the foot of every page."""
        from docx.shared import Pt  # noqa: PLC0415 - with python-docx

        paragraph = section.footer.paragraphs[0]
        run = paragraph.add_run(f"{one_line(title)}\t\t")
        run.font.name, run.font.size = _SANS, Pt(8)
        field = _element("fldSimple", instr="PAGE")
        paragraph._p.append(field)  # noqa: SLF001 - python-docx has no call for fields

    def heading(self, text: str, level: int) -> None:
        """Add a heading; level 0 is the title."""
        style = f"Heading{level}" if level else "Title"
        self._body.append(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(one_line(text))}</w:p>')

    def line(self, text: str, *, mono: bool = False) -> None:
        """Add a paragraph of plain words; `mono` for drawn ranges, whose spaces count."""
        if mono:
            close = '<w:pPr><w:keepNext/><w:spacing w:after="0"/></w:pPr>'
            self._body.append(f"<w:p>{close}{_run(clean(text), _face('Consolas', 8))}</w:p>")
        else:
            self._body.append(f"<w:p>{_run(one_line(text))}</w:p>")

    def paragraph(self, parts: Iterable[str], style: str | None = None) -> None:
        """Add a paragraph of what `runs`, `notes`, `link`, `outside` and `bookmark` give."""
        named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        self._body.append(f"<w:p>{named}{''.join(parts)}</w:p>")

    def runs(self, runs: Iterable[Run], *, size: float | None = None) -> str:
        """Words; in tables (`size` in points) theirs are serif and ours sans; right-to-left ones marked so."""
        made = []
        for item in runs:
            look = _face(_SERIF if item.theirs else _SANS, size) if size is not None else ""
            # The schema has an order for these.
            look = look.replace("<w:sz ", "<w:b/><w:sz ", 1) if look and item.strong else look + "<w:b/>" * item.strong
            made.append(_run(item.text, look + ("<w:rtl/>" if item.direction == "rtl" else "")))
        return "".join(made)

    def notes(self, notes: Sequence[int]) -> str:
        """Superscript links to notes; the first link to a note is the one it leads back to."""
        made = []
        for i, number in enumerate(notes):
            if i:
                made.append(_run(",", _RAISED))
            if number not in self.seen:
                self.seen.add(number)
                made.append(self.bookmark(f"ref{number}"))
            made.append(self.link(f"note{number}", str(number), raised=True))
        return "".join(made)

    def link(self, anchor: str, text: str, *, raised: bool = False) -> str:
        """A link to a bookmark of this document."""
        return f'<w:hyperlink w:anchor="{anchor}">{_run(text, _RAISED if raised else "")}</w:hyperlink>'

    def outside(self, address: str, text: str, *, size: float) -> str:
        """A link to a file beside this one."""
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        identifier = self.document.part.relate_to(address, kind, is_external=True)
        look = _face(_SANS, size) + '<w:u w:val="single"/>'
        return f'<w:hyperlink r:id="{identifier}">{_run(text, look)}</w:hyperlink>'

    def bookmark(self, name: str) -> str:
        """A bookmark at this point."""
        self._bookmarks += 1
        return f'<w:bookmarkStart w:id="{self._bookmarks}" w:name="{name}"/><w:bookmarkEnd w:id="{self._bookmarks}"/>'

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[WordCell]]) -> None:
        """Add a table with hairlines and a heading row that repeats; columns are as wide as their words ask for."""
        rows = list(rows)
        widths = [round(_WIDE * share) for share in _shares(columns, rows)]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        heads: list[WordCell] = [((Run(one_line(c), strong=True),), ()) for c in columns]
        drawn = [self._row(heads, widths, "<w:tblHeader/>")]
        drawn += [self._row(row, widths, "<w:cantSplit/>") for row in rows]
        look = f'<w:tblW w:type="dxa" w:w="{sum(widths)}"/>{_BORDERS}<w:tblLayout w:type="fixed"/>{_MARGINS}'
        self._body.append(f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(drawn)}</w:tbl>")
        self._body.append('<w:p><w:pPr><w:spacing w:after="40"/></w:pPr></w:p>')

    def _row(self, cells: Sequence[WordCell], widths: Sequence[int], kind: str) -> str:
        made = [
            f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr><w:p><w:pPr><w:spacing w:after="20"/></w:pPr>'
            f"{self.runs(runs, size=9)}{self.notes(notes)}</w:p></w:tc>"
            for (runs, notes), width in zip(cells, widths, strict=True)
        ]
        return f"<w:tr><w:trPr>{kind}</w:trPr>{''.join(made)}</w:tr>"

    def save(self, dossier: Dossier) -> bytes:
        """Give the file's bytes, with no trace of when or where it was made."""
        from docx.oxml import parse_xml  # noqa: PLC0415 - with python-docx

        body = self.document.element.body
        drawn = parse_xml(f"<w:body {_SPACES}>{''.join(self._body)}</w:body>")
        for element in list(drawn):
            body.insert(len(body) - 1, element)  # the last element holds the page's size
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


def _face(name: str, size: float) -> str:
    """Properties of a run: its face, and its size in points."""
    face = f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'
    return f'{face}<w:sz w:val="{round(2 * size)}"/>'


def _run(text: str, look: str = "") -> str:
    """A run of words as WordprocessingML; control characters, which XML cannot hold, are visible already."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _shares(columns: Sequence[str], rows: Sequence[Sequence[WordCell]]) -> list[float]:
    """Share the width of a table out: room for the longest word of each head, the rest by the longest texts."""
    longest = [len(c) for c in columns]
    for row in rows:
        longest = [max(most, sum(len(r.text) for r in runs)) for most, (runs, _) in zip(longest, row, strict=True)]
    heads = [max((len(w) for w in c.split()), default=0) for c in columns]
    # A label such as `E12` is never broken, whatever the head above it.
    least = [(max(head, min(most, 3)) + 1.6) * _LETTER for head, most in zip(heads, longest, strict=True)]
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
