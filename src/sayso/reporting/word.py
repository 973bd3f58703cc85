"""The report as a Word document: headings, tables, and numbered notes joined to the text by internal links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from sayso.reporting.blocks import (
    Block,
    Chronicle,
    Dossier,
    Grid,
    Map,
    Paragraph,
    Plot,
    Run,
    Scores,
    Sentence,
    Standings,
    Table,
    Voices,
    Words,
)
from sayso.reporting.notes import Note
from sayso.reporting.phrases import claims_line, scores_line, support_line
from sayso.reporting.strip import LIMITED, band, bar, limited, ruler, weighed
from sayso.reporting.wordpage import Page, WordCell
from sayso.reporting.words import brief, clean, listed, moment, one_line, percent, spread

TURNED = 14
"""Rows of evidence that stand side by side when the matrix is turned; more would not fit the page."""
STRIP = 34
"""Characters of a drawn range."""


def docx(dossier: Dossier, copies: str = "") -> bytes:
    """Draw the dossier as a .docx file; the same dossier gives the same bytes.

    `copies` is the file beside it that has the archived texts, if there is one.
    """
    page = Page(dossier.title)
    page.heading(dossier.title, 0)
    opening = (dossier.dateline, dossier.counts, dossier.tag, dossier.state and f"State of {dossier.state}")
    page.line(" · ".join(line for line in opening if line))
    for aside in dossier.asides:
        page.line(f"{aside.says}.")
    for section in dossier.sections:
        page.heading(section.title, 1)
        for block in section.blocks:
            _block(page, block)
    page.heading("Notes", 1)
    for note in dossier.notes:
        _note(page, note, copies)
    return page.save(dossier)


def _text(text: str, notes: Sequence[int] = (), *, strong: bool = False) -> WordCell:
    return ((Run(one_line(text), strong=strong),), notes)


def _sentences(page: Page, sentences: Iterable[Sentence], lead: str | None = None, style: str | None = None) -> None:
    parts = [page.runs((Run(f"{lead}. ", strong=True),))] if lead else []
    for i, sentence in enumerate(sentences):
        parts.append(page.runs((*((Run(" "),) if i else ()), *sentence.runs)) + page.notes(sentence.notes))
        if sentence.proposed:
            parts.append(page.runs((Run(" (rests on proposed claims)"),)))
    page.paragraph(parts, style)


def _block(page: Page, block: Block) -> None:
    if isinstance(block, Paragraph):
        _sentences(page, block.sentences, block.lead)
    elif isinstance(block, Standings):
        page.table(
            ("Standing", "What", "Support"),
            [(_text(r.standing), (r.sentence.runs, r.sentence.notes), _text(support_line(r))) for r in block.rows],
        )
    elif isinstance(block, Plot):
        _plot(page, block)
    elif isinstance(block, Voices | Chronicle):
        _told(page, block)
    elif isinstance(block, Scores):
        _scores(page, block)
    elif isinstance(block, Grid):
        _grid(page, block)
    elif isinstance(block, Words):
        _words(page, block)
    elif isinstance(block, Map):
        _map(page, block)
    else:
        _table(page, block)


def _told(page: Page, block: Voices | Chronicle) -> None:
    """Claims and dated passages, in tables."""
    if isinstance(block, Voices):
        page.line(claims_line(block))
        page.table(
            ("Who", "Their words", "How firmly", "In"),
            [
                (
                    _text(v.speaker + (f", via {v.via}" if v.via else ""), strong=True),
                    ((*((Run(f"{v.cue}: "),) if v.cue else ()), v.words), v.notes),
                    _text(v.standing + (f", {v.grade}" if v.grade else "")),
                    _text(f"{v.outlet}, {brief(v.published)}"),
                )
                for v in block.rows
            ],
        )
    else:
        page.table(
            ("When", "Words", "Who"),
            [
                (_text(m.when), ((m.words,), m.notes), _text(m.who + (f" (+{m.copies})" if m.copies else "")))
                for m in block.rows
            ],
        )


def _words(page: Page, block: Words) -> None:
    for paragraph in block.paragraphs:
        _sentences(page, paragraph)
    page.line(block.signed)


def _map(page: Page, block: Map) -> None:
    """Name the places: the drawing itself is in the HTML report."""
    for spot in block.spots:
        where = Sentence(runs=(Run(f"{spot.label} ", strong=True), Run(spot.where)), notes=spot.notes)
        _sentences(page, (where,), style="ListBullet")
    if block.beyond:
        page.line(f"Farther away: {listed(block.beyond)}.")


def _plot(page: Page, plot: Plot) -> None:
    page.heading(f"{plot.title}: {weighed(plot)}", 2)
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
    if limited(plot):
        page.line(LIMITED, mono=True)
    for sentence in plot.lines:
        _sentences(page, (sentence,))
    if plot.others:
        page.line("Other rules: " + "; ".join(f"{o.rule} {o.words}" for o in plot.others) + ".")
    for i, sentence in enumerate(plot.steps, 1):
        # A list of its own for each figure: Word would go on counting.
        _sentences(page, (sentence,), lead=str(i))


def _scores(page: Page, block: Scores) -> None:
    page.line(scores_line(block))
    page.table(
        ("", "Explanation", *block.methods, "Bayes", "Range", "In words"),
        [
            (
                _text(row.letter, strong=True),
                _text(row.name + (f" ({row.leads})" if row.leads else "")),
                *(_text(f"{value} ({rank})") for _, value, rank in row.scores),
                _text(f"{percent(row.probability)} %"),
                _text("–" if row.low is None or row.high is None else f"{percent(row.low)}–{percent(row.high)}"),
                _text(row.words or "–"),
            )
            for row in block.rows
        ],
    )
    page.heading("What would change it", 2)
    for sentence in block.changes:
        _sentences(page, (sentence,), style="ListBullet")
    if not block.changes:
        page.line("No single row, source or origin changes who leads when it is left out.")


def _grid(page: Page, block: Grid) -> None:
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
    for start in range(0, len(block.rows), TURNED):
        rows = block.rows[start : start + TURNED]
        page.line("Explanations in rows:" if not start else f"The same, {rows[0].label} to {rows[-1].label}:")
        page.table(
            ("", "Explanation", *(row.label for row in rows)),
            [
                (_text(letter, strong=True), _text(name), *(_text(row.cells[i] or "–") for row in rows))
                for i, (letter, name) in enumerate(zip(block.letters, block.names, strict=True))
            ],
        )


def _table(page: Page, block: Table) -> None:
    page.line(block.caption)
    page.table(
        block.columns,
        [[((*c.runs, *((Run(c.grade),) if c.grade else ())), c.notes) for c in row] for row in block.rows],
    )


def _note(page: Page, note: Note, copies: str) -> None:
    title = f", {note.title}" if note.title and note.title != note.name else ""
    opening = (Run(" "), Run(note.name, strong=True), Run(f"{title}, {moment(note.published)}. “"))
    pieces = [
        Run(clean(text).replace("\n", " "), theirs=True, strong=marked, direction=note.direction)
        for text, marked in note.pieces()
    ]
    also = f" Repeated by {listed(note.also)}; counted once." if note.also else ""
    copy = "no archived copy"
    if note.retrieved:
        copy = f"archived copy {note.record_id} in {note.warc}, retrieved {moment(note.retrieved)} ({note.method})"
    place = f"{note.where}; {note.place}"
    parts = [page.bookmark(f"note{note.number}")]
    if note.number in page.seen:
        parts.append(page.link(f"ref{note.number}", f"{note.number}."))
    parts += [page.runs((*opening, *pieces), size=9), page.runs((Run(f"”{also} "),), size=8)]
    if copies:
        address = f"{quote(copies, safe='')}#p{note.number}"
        parts += [page.outside(address, "Archived text", size=8), page.runs((Run("; "),), size=8)]
    parts.append(page.runs((Run(f"{place}; {copy}, SHA-256 {note.sha256}."),), size=8))
    page.paragraph(parts)
