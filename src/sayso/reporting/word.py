"""The report as a Word document: headings, tables, and numbered notes joined to the text by internal links."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from sayso.reporting.blocks import (
    Block,
    Chronicle,
    Dossier,
    Grid,
    Paragraph,
    Plot,
    Run,
    Scores,
    Sentence,
    Standings,
    Table,
    Voices,
)
from sayso.reporting.notes import Note
from sayso.reporting.strip import band, bar, ruler
from sayso.reporting.words import brief, clean, listed, moment, one_line, spread, three

_EPOCH = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
STRIP = 34
"""Characters of a drawn range."""


def docx(dossier: Dossier) -> bytes:
    """Draw the dossier as a .docx file; the same dossier gives the same bytes."""
    page = _Page()
    page.heading(dossier.title, 0)
    for line in (dossier.dateline, dossier.counts, dossier.tag, dossier.state and f"State of {dossier.state}"):
        if line:
            page.line(line)
    for section in dossier.sections:
        page.heading(section.title, 1)
        for block in section.blocks:
            _block(page, block)
    page.heading("Notes", 1)
    for note in dossier.notes:
        _note(page, note)
    return page.save(dossier)


class _Page:
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
        self.document.add_heading(one_line(text), level)

    def line(self, text: str, *, mono: bool = False) -> Any:
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
        from docx.oxml import OxmlElement  # noqa: PLC0415 - with python-docx
        from docx.oxml.ns import qn  # noqa: PLC0415 - with python-docx

        self._bookmarks += 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            element = OxmlElement(tag)
            element.set(qn("w:id"), str(self._bookmarks))
            if tag == "w:bookmarkStart":
                element.set(qn("w:name"), name)
            paragraph._p.append(element)  # noqa: SLF001 - python-docx has no call for bookmarks

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[_Cell]]) -> None:
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
        core = self.document.core_properties
        core.title, core.author, core.comments = dossier.title, "sayso", ""
        core.last_modified_by, core.revision = "sayso", 1
        core.created = core.modified = _EPOCH
        made = io.BytesIO()
        self.document.save(made)
        return _fixed(made.getvalue())


_Cell = tuple[Sequence[Run], Sequence[int]]


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


def _text(text: str, notes: Sequence[int] = (), *, strong: bool = False) -> _Cell:
    return ((Run(one_line(text), strong=strong),), notes)


def _sentences(page: _Page, sentences: Iterable[Sentence], lead: str | None = None, style: str | None = None) -> None:
    paragraph = page.document.add_paragraph(style=style)
    if lead:
        page.runs(paragraph, (Run(f"{lead}. ", strong=True),))
    for i, sentence in enumerate(sentences):
        page.runs(paragraph, (Run(" "),) if i else ())
        page.runs(paragraph, sentence.runs)
        page.notes(paragraph, sentence.notes)
        if sentence.proposed:
            page.runs(paragraph, (Run(" (rests on proposed claims)"),))


def _block(page: _Page, block: Block) -> None:
    if isinstance(block, Paragraph):
        _sentences(page, block.sentences, block.lead)
    elif isinstance(block, Standings):
        page.table(
            ("Standing", "What", "Support"),
            [(_text(r.standing), (r.sentence.runs, r.sentence.notes), _text(r.support)) for r in block.rows],
        )
    elif isinstance(block, Plot):
        _plot(page, block)
    elif isinstance(block, Voices):
        page.line(f"{len(block.rows)} of {block.total:,} claims, in the order of the documents.")
        page.table(
            ("Who", "Their words", "How firmly", "In"),
            [
                (
                    _text(v.speaker + (f", via {v.via}" if v.via else ""), strong=True),
                    ((v.words,), v.notes),
                    _text(v.certainty + (", denied" if v.denied else "") + (f", {v.grade}" if v.grade else "")),
                    _text(f"{v.outlet}, {brief(v.published)}"),
                )
                for v in block.rows
            ],
        )
    elif isinstance(block, Chronicle):
        page.table(
            ("When", "Words", "Who"), [(_text(m.when), ((m.words,), m.notes), _text(m.who)) for m in block.rows]
        )
    elif isinstance(block, Scores):
        _scores(page, block)
    elif isinstance(block, Grid):
        _grid(page, block)
    else:
        _table(page, block)


def _plot(page: _Page, plot: Plot) -> None:
    page.heading(f"{plot.title}: {three(plot.minimum, plot.best, plot.maximum)}", 2)
    page.table(
        ("Account", "As worded", "Allows", "Use", "Grade"),
        [
            (
                _text(row.label + (f" (+{row.copies})" if row.copies else "")),
                ((row.worded, Run(" (proposed)" if row.proposed else "")), row.notes),
                _text(spread(row.low, row.high)),
                _text(row.use),
                _text(row.grade or "–"),
            )
            for row in plot.rows
        ],
    )
    page.line(ruler(plot, STRIP), mono=True)
    for row in plot.rows:
        page.line(f"{bar(row, plot.top, STRIP)}  {row.label}", mono=True)
    page.line(f"{band(plot, STRIP)}  weighed, {plot.rule}", mono=True)
    for sentence in plot.lines:
        _sentences(page, (sentence,))
    if plot.others:
        page.line("Other rules: " + "; ".join(f"{o.rule} {o.words}" for o in plot.others) + ".")
    for sentence in plot.steps:
        _sentences(page, (sentence,), style="List Number")


def _scores(page: _Page, block: Scores) -> None:
    page.table(
        ("", "Explanation", *block.methods, "Bayes", "Range", "In words"),
        [
            (
                _text(row.letter, strong=True),
                _text(row.name + (" (leads)" if row.leads else "")),
                *(_text(f"{value} ({rank})") for _, value, rank in row.scores),
                _text(f"{100 * row.probability:.0f} %"),
                _text("–" if row.low is None or row.high is None else f"{100 * row.low:.0f}–{100 * row.high:.0f}"),
                _text(row.words or "–"),
            )
            for row in block.rows
        ],
    )
    page.heading("What would change it", 2)
    for sentence in block.changes:
        _sentences(page, (sentence,), style="List Bullet")
    if not block.changes:
        page.line("No single row, source or origin changes who leads when it is left out.")


def _grid(page: _Page, block: Grid) -> None:
    page.line("Evidence in rows (* decides the verdict):")
    page.table(
        ("", "Evidence", "Source", *block.letters, "Spread", "Leaders"),
        [
            (
                _text(row.label + ("*" if row.decides else "")),
                _text(row.name, row.notes),
                _text(row.origin),
                *(_text(cell or "–") for cell in row.cells),
                _text(row.spread),
                _text(row.between),
            )
            for row in block.rows
        ],
    )
    page.line("Explanations in rows:")
    page.table(
        ("", "Explanation", *(row.label for row in block.rows)),
        [
            (_text(letter, strong=True), _text(name), *(_text(row.cells[i] or "–") for row in block.rows))
            for i, (letter, name) in enumerate(zip(block.letters, block.names, strict=True))
        ],
    )


def _table(page: _Page, block: Table) -> None:
    page.line(block.caption)
    page.table(
        block.columns,
        [[((*c.runs, *((Run(c.grade),) if c.grade else ())), c.notes) for c in row] for row in block.rows],
    )


def _note(page: _Page, note: Note) -> None:
    paragraph = page.document.add_paragraph()
    page.bookmark(paragraph, f"note{note.number}")
    if note.number in page.seen:
        page.link(paragraph, f"ref{note.number}", f"{note.number}.")
    head = note.outlet or note.title or one_line(note.document)
    title = f", {note.title}" if note.title and note.outlet else ""
    page.runs(paragraph, (Run(" "), Run(head, strong=True), Run(f"{title}, {moment(note.published)}. “")))
    rtl = note.direction
    page.runs(
        paragraph,
        [
            Run(clean(text).replace("\n", " "), theirs=True, strong=marked, direction=rtl)
            for text, marked in note.pieces()
        ],
    )
    also = f" Repeated by {listed(note.also)}; counted once." if note.also else ""
    copy = "no archived copy"
    if note.retrieved:
        copy = f"archived copy {note.record_id} in {note.warc}, retrieved {moment(note.retrieved)} ({note.method})"
    page.runs(
        paragraph,
        (Run(f"”{also} {note.where}; characters {note.start}–{note.end}; {copy}, SHA-256 {note.sha256}."),),
    )
