"""The report as Markdown with footnotes (CommonMark, GitHub tables and `[^1]` notes).

Everything that documents say is escaped: no heading, link, image, table cell or HTML of theirs takes effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from sayso.reporting.blocks import (
    Block,
    Cell,
    Chronicle,
    Dossier,
    Grid,
    Map,
    Paragraph,
    Plot,
    PlotRow,
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
from sayso.reporting.words import brief, listed, moment, one_line, percent, spread

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#$&^])")
_SCHEME = re.compile(r"(?i)\b(https?|ftp|javascript|data|vbscript|file|mailto):")
STRIP = 40
"""Characters of a drawn range."""


def escape(text: str) -> str:
    """Write `text` so that Markdown shows it as it is; addresses are not turned into links."""
    line = _SPECIAL.sub(r"\\\1", one_line(text))
    line = _SCHEME.sub(r"\1\\:", line)
    line = re.sub(r"(?i)\bwww\.", r"www\\.", line)
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+=])", r"\\\1", line))


def markdown(dossier: Dossier, copies: str = "") -> str:
    """Draw the dossier as Markdown; `copies` is the file beside it that has the archived texts, if there is one."""
    asides = (aside.says for aside in dossier.asides)
    opening = (dossier.dateline, dossier.counts, dossier.tag, *asides, _state(dossier.state))
    parts = [
        f"# {escape(dossier.title)}",
        "  \n".join(escape(t) for t in opening if t),
    ]
    for section in dossier.sections:
        parts.append(f"## {escape(section.title)}")
        parts += [part for block in section.blocks for part in _block(block)]
    parts.append("## Before it leaves")
    parts.append("\n".join(f"- {'OK:' if c.ok else 'Look:'} {escape(c.says)}" for c in dossier.checks))
    parts.append("## Notes")
    parts += [_note(note, copies) for note in dossier.notes]
    return "\n\n".join(parts) + "\n"


def _state(state: str | None) -> str:
    return f"State of {state}" if state else ""


def _run(run: Run) -> str:
    text = _plain(run.text)
    if run.link:
        return f"**{text}**"
    # White space may not stand inside the marks of emphasis.
    body = text.strip()
    if run.strong and body:
        return text.replace(body, f"**{body}**", 1)
    return text


def _notes(notes: Iterable[int]) -> str:
    return "".join(f"[^{n}]" for n in notes)


def _sentence(sentence: Sentence) -> str:
    mark = " *(rests on proposed claims)*" if sentence.proposed else ""
    return "".join(_run(r) for r in sentence.runs) + _notes(sentence.notes) + mark


def _cell(cell: Cell) -> str:
    return "".join(_run(r) for r in cell.runs) + (cell.grade or "") + _notes(cell.notes)


def _rows(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = [escape(c) for c in columns]
    lines = [f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join(lines)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        lead = f"**{escape(block.lead)}.** " if block.lead else ""
        yield lead + " ".join(_sentence(s) for s in block.sentences)
    elif isinstance(block, Standings):
        yield _rows(
            ("Standing", "What", "Support"),
            ((row.standing, _sentence(row.sentence), escape(support_line(row))) for row in block.rows),
        )
    elif isinstance(block, Plot):
        yield from _plot(block)
    elif isinstance(block, Voices):
        yield _voices(block)
    elif isinstance(block, Chronicle):
        yield _rows(
            ("When", "Words", "Who"),
            (
                (
                    escape(m.when),
                    _run(m.words) + _notes(m.notes),
                    escape(m.who) + (f" (+{m.copies})" if m.copies else ""),
                )
                for m in block.rows
            ),
        )
    elif isinstance(block, Scores):
        yield from _scores(block)
    elif isinstance(block, Grid):
        yield from _grid(block)
    elif isinstance(block, Words):
        yield from (" ".join(_sentence(s) for s in paragraph) for paragraph in block.paragraphs)
        yield f"*{escape(block.signed)}*"
    elif isinstance(block, Map):
        yield "\n".join(f"- **{escape(s.label)}** {escape(s.where)}{_notes(s.notes)}" for s in block.spots)
        if block.beyond:
            yield f"Farther away: {escape(listed(block.beyond))}."
    else:
        yield from _table(block)


def _plot(plot: Plot) -> Iterator[str]:
    yield f"### {escape(plot.title)}: {weighed(plot)}"
    yield _rows(
        ("Account", "As worded", "Allows", "Use", "Grade"),
        (
            (
                escape(row.label) + (f" (+{row.copies})" if row.copies else ""),
                _worded(row) + _notes(row.notes) + (" *(proposed)*" if row.proposed else ""),
                spread(row.low, row.high),
                escape(row.use),
                escape(row.grade or "–"),
            )
            for row in plot.rows
        ),
    )
    drawn = [f"{ruler(plot, STRIP)}"]
    drawn += [f"{bar(row, plot.top, STRIP)}  {i}" for i, row in enumerate(plot.rows, 1)]
    drawn.append(f"{band(plot, STRIP)}  weighed, {plot.rule}")
    if limited(plot):
        drawn.append(LIMITED)
    yield "```text\n" + "\n".join(drawn) + "\n```"
    if plot.lines:
        yield "\n".join(f"- {_sentence(s)}" for s in plot.lines)
    if plot.others:
        yield "Other rules: " + "; ".join(f"{escape(o.rule)} {o.words}" for o in plot.others) + "."
    if plot.steps:
        yield "\n".join(f"{i}. {_sentence(s)}" for i, s in enumerate(plot.steps, 1))


def _worded(row: PlotRow) -> str:
    """Write an account's words, struck where it was set aside or gave way."""
    words = _run(row.worded)
    return f"~~{words}~~" if row.use in {"set aside", "superseded"} and words.strip() else words


def _voices(block: Voices) -> str:
    table = _rows(
        ("Who", "Their words", "How firmly", "Grade", "In"),
        (
            (
                escape(v.speaker) + (f" (via {escape(v.via)})" if v.via else ""),
                (f"*{escape(v.cue)}:* " if v.cue else "") + _run(v.words) + _notes(v.notes),
                v.standing,
                escape(v.grade or "not graded"),
                f"{escape(v.outlet)}, {escape(brief(v.published))}",
            )
            for v in block.rows
        ),
    )
    return f"{claims_line(block)}\n\n{table}"


def _scores(block: Scores) -> Iterator[str]:
    yield f"*{escape(scores_line(block))}*"
    yield _rows(
        ("", "Explanation", *block.methods, "Bayes", "Range", "In words"),
        (
            (
                row.letter,
                escape(row.name) + (f" ({row.leads})" if row.leads else ""),
                *(f"{value} ({rank})" for _, value, rank in row.scores),
                f"{percent(row.probability)} %",
                "–" if row.low is None or row.high is None else f"{percent(row.low)}–{percent(row.high)}",
                escape(row.words or "–"),
            )
            for row in block.rows
        ),
    )
    yield "### What would change it"
    if block.changes:
        yield "\n".join(f"- {_sentence(s)}" for s in block.changes)
    else:
        yield "No single row, source or origin changes who leads when it is left out."


def _grid(block: Grid) -> Iterator[str]:
    yield "Evidence in rows (\\* decides the verdict):"
    yield _rows(
        ("", "Evidence", "Source", "Grade", "Weight", *block.letters, "Spread", "Leaders"),
        (
            (
                row.label + ("\\*" if row.decides else ""),
                escape(row.name) + _notes(row.notes),
                escape(row.origin),
                escape(row.grade or "–"),
                escape(row.weight),
                *(cell or "–" for cell in row.cells),
                row.spread,
                row.between,
            )
            for row in block.rows
        ),
    )
    yield "Explanations in rows:"
    yield _rows(
        ("", "Explanation", *(row.label for row in block.rows)),
        (
            (letter, escape(name), *(row.cells[i] or "–" for row in block.rows))
            for i, (letter, name) in enumerate(zip(block.letters, block.names, strict=True))
        ),
    )


def _table(block: Table) -> Iterator[str]:
    yield f"*{escape(block.caption)}*"
    yield _rows(block.columns, ((_cell(c) for c in row) for row in block.rows))


def _note(note: Note, copies: str) -> str:
    head = f"**{escape(note.name)}**"
    for more in (note.title if note.title != note.name else None, note.author):
        head += f", {escape(more)}" if more else ""
    said = "".join(_marked(text) if marked else _plain(text) for text, marked in note.pieces())
    also = f" Repeated by {escape(listed(note.also))}; counted once." if note.also else ""
    where = f"<{note.link}>" if note.link else escape(note.where)
    if note.retrieved:
        copy = f"archived copy {escape(note.record_id or '')} in {escape(note.warc or '')}, retrieved "
        copy += f"{moment(note.retrieved)} ({escape(note.method or '')})"
    else:
        copy = "no archived copy"
    if copies:
        copy = f"[archived text](<{quote_path(copies)}#p{note.number}>), {copy}"
    grade = f" [{note.grade}]" if note.grade else ""
    place = escape(note.place)
    return (
        f"[^{note.number}]: {head}, {escape(moment(note.published))}.{escape(grade)} “{said.strip()}”{also}"
        f" {where}; {place}; {copy}, SHA-256 `{note.sha256}`."
    )


def quote_path(name: str) -> str:
    """Write a file's name as a relative address."""
    return quote(name, safe="")


def _plain(text: str) -> str:
    """Escape a piece of a quotation, keeping the spaces at its ends."""
    body = escape(text)
    return f"{' ' if text[:1].isspace() else ''}{body}{' ' if body and text[-1:].isspace() else ''}"


def _marked(text: str) -> str:
    return f"**{escape(text)}**" if text.strip() else _plain(text)
