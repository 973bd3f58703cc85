"""The dossier on a terminal: a page or two, every line within the width, readable without colour."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from sayso.records import CaseView
from sayso.reporting.blocks import (
    Cell,
    Dossier,
    Plot,
    PlotRow,
    ScoreRow,
    Scores,
    Sentence,
    Standings,
    Table,
    Voice,
    Voices,
)
from sayso.reporting.cells import Line, fit, pad, paint, wrap
from sayso.reporting.dossier import blocks_of, build
from sayso.reporting.strip import LIMITED, band, bar, limited, ruler, weighed
from sayso.reporting.telling import telling
from sayso.reporting.words import brief, inline, percent, plural, shortlist

WIDEST = 132
"""Cells; on a wider terminal the drawing stops growing, since long rows are hard to follow."""
PLOTS, ROWS, LINES, VOICES, STANDS, QUOTED = 4, 16, 3, 4, 12, 2
_RANKED = (("counts", "counts"), ("parc", "PARC"))
RANKS = "counts, PARC: ranks, least inconsistent 1st, = a tie; sizes in the report"
_LABELS = {"agreed": "AGREED", "contested": "CONTESTED", "single": "ONE ORIGIN", "unknown": "UNKNOWN"}


def draw(view: CaseView, *, width: int, colour: bool) -> str:
    """Draw the view in at most `width` cells a line."""
    dossier = build(view)
    room = max(min(width, WIDEST), 40)
    lines: list[Line] = []
    for part in (_head, _standings, _plots, _voices, _why):
        block = list(part(dossier, room))
        if block:
            lines += [*block, []]
    lines += _next(dossier, room)
    return paint(lines, max(width, 1), colour=colour)


def _head(dossier: Dossier, width: int) -> Iterator[Line]:
    tag = dossier.tag or ""
    inner = width - 2
    if tag and cell_len(dossier.title) + cell_len(tag) + 2 <= inner:
        gap = inner - cell_len(dossier.title) - cell_len(tag)
        yield [(f" {dossier.title}", "title"), (" " * gap + tag, "quiet")]
    else:
        yield from ([(f" {part}", "title")] for part in wrap(dossier.title, inner))
        yield from ([(f" {part}", "quiet")] for part in wrap(tag, inner))
    for text in (dossier.dateline, dossier.counts):
        yield from ([(f" {part}", "")] for part in wrap(text, inner))
    for aside in dossier.asides:
        text = f"{aside.says}: {aside.command}" if aside.command else aside.says
        for i, part in enumerate(wrap(text, inner - 2)):
            yield [((" " if i == 0 else "   ") + part, "quiet")]


def _words(sentence: Sentence) -> str:
    return "".join(run.text for run in sentence.runs)


def _standings(dossier: Dossier, width: int) -> Iterator[Line]:
    """Draw the summary: the label once a group, the support at the right edge of the first line."""
    before = ""
    rows = [row for block in blocks_of(dossier, Standings) for row in block.rows]
    support = min(max((cell_len(r.support) for r in rows), default=0), 14)
    room = width - 13 - 2 - support
    for row in rows[:STANDS]:
        label = _LABELS[row.standing] if row.standing != before else ""
        before = row.standing
        for i, part in enumerate(wrap(_words(row.sentence), room)):
            if i == 0:
                text = part + " " * max(room - cell_len(part), 0)
                yield [(f" {label:<12}", row.standing), (text, ""), ("  " + pad(row.support, support), "quiet")]
            else:
                yield [(" " * 13 + part, "")]
    if len(rows) > STANDS:
        yield [(f" {'':<12}{len(rows) - STANDS} more in the report", "quiet")]


def _columns(plot: Plot, width: int) -> tuple[int, int, int, int]:
    """Share `width` out: name, copies and grade (only as wide as the plot has any), plot, words."""
    marks = 7 if any(r.grade for r in plot.rows) else 4 if any(r.copies for r in plot.rows) else 1
    name = max(width * 3 // 10 + 7 - marks, 12)
    worded = max(width // 5, 11)
    return name, marks, width - 1 - name - marks - 2 - 2 - worded, worded


def _plots(dossier: Dossier, width: int) -> Iterator[Line]:
    plots = blocks_of(dossier, Plot)
    for i, plot in enumerate(plots[:PLOTS]):
        if i:
            yield []
        yield from _plot(plot, width, full=i == 0)
    if len(plots) > PLOTS:
        more = shortlist([inline(p.title) for p in plots[PLOTS:]])
        yield from ([(f" {part}", "quiet")] for part in wrap(f"also in the report: {more}", width - 2))
    for table in blocks_of(dossier, Table):
        if table.id == "once":
            said = [f"{inline(_cell(row, 0))}, {_cell(row, 1)} ({_cell(row, 2)})" for row in table.rows]
            rest = [f"{len(said) - LINES} more in the report"] if len(said) > LINES else []
            for i, part in enumerate(wrap(f"given besides: {'; '.join((*said[:LINES], *rest))}", width - 5)):
                yield [((" " if i == 0 else "   ") + part, "quiet")]
        if table.id == "silent":
            for row in table.rows:
                text = f"{inline(_cell(row, 0))}: {_cell(row, 1)}. {_cell(row, 2).rstrip('.')}"
                yield from ([((" " if i == 0 else "   ") + p, "quiet")] for i, p in enumerate(wrap(text, width - 5)))


def _cell(row: tuple[Cell, ...], at: int) -> str:
    return "".join(run.text for run in row[at].runs)


def _plot(plot: Plot, width: int, *, full: bool) -> Iterator[Line]:
    name, marks, room, worded = _columns(plot, width)
    title = plot.title.upper().removeprefix("PEOPLE ")
    last = "as worded" if full else ""
    yield [
        (" " + pad(title, name + marks), "head"),
        ("  " + ruler(plot, room) + "  ", "quiet"),
        (pad(last, worded), "quiet"),
    ]
    chosen = _chosen(plot)
    for row in chosen:
        yield _plot_row(row, plot, width)
    if len(chosen) < len(plot.rows):
        yield [(f" {plural(len(plot.rows) - len(chosen), 'more account')} in the report", "quiet")]
    yield [
        (" " + pad(f"weighed, {plot.rule}", name + marks), "band"),
        ("  " + band(plot, room) + "  ", "band"),
        (weighed(plot, dash="-"), "band"),
    ]
    if any(row.aside for row in chosen):
        yield [("   × does not count; the reason is below or in the report", "quiet")]
    if limited(plot):
        yield [(f"   {LIMITED}", "quiet")]
    for line in plot.lines[:LINES]:
        text = _words(line).rstrip(".")
        text = text[0].lower() + text[1:]
        for i, part in enumerate(wrap(text, width - 5)):
            yield [(("   " if i == 0 else "     ") + part, "quiet")]
    if len(plot.lines) > LINES:
        yield [(f"   {plural(len(plot.lines) - LINES, 'more remark')} in the report", "quiet")]


def _chosen(plot: Plot) -> list[PlotRow]:
    """Choose the rows to draw: all, or those at the ends of the range first, then those that count, in their order."""
    ends = {plot.minimum, plot.best, plot.maximum} - {None}
    order = sorted(
        range(len(plot.rows)),
        key=lambda i: (plot.rows[i].aside, not ends & {plot.rows[i].low, plot.rows[i].high}, i),
    )
    return [plot.rows[i] for i in sorted(order[:ROWS])]


def _plot_row(row: PlotRow, plot: Plot, width: int) -> Line:
    name, marks, room, worded = _columns(plot, width)
    fold = f"+{row.copies}" if row.copies else ""
    style = "quiet" if row.aside else ""
    flag = " ×" if row.aside else " ?" if row.proposed else ""
    words = fit(row.short, worded - len(flag)) + flag
    beside = {1: " ", 4: pad(fold, 3, right=True) + " "}
    return [
        (" " + pad(row.label, name), style),
        (beside.get(marks) or pad(fold, 3, right=True) + " " + pad(row.grade or "–", 3), "quiet"),
        ("  " + bar(row, plot.top, room) + "  ", style or "mark"),
        (words, style or "theirs"),
    ]


def _voices(dossier: Dossier, width: int) -> Iterator[Line]:
    """Draw a few claims: who, through whom, their words; below, how firmly and where it stands."""
    blocks = [block for block in blocks_of(dossier, Voices) if block.caption is None]
    if not blocks:
        return
    rows = telling(blocks, VOICES)
    count = f"({len(rows)} of {blocks[0].total}; sayso show {dossier.name} claims)"
    yield [(" WHO SAYS WHAT ", "head"), (fit(count, width - 16), "quiet")]
    for row in rows:
        yield from _voice(row, width)


def _voice(row: Voice, width: int) -> Iterator[Line]:
    chain = fit(f"via {row.via}", 24) if row.via else ""
    speaker = fit(row.speaker, width - 4 - cell_len(chain))
    head: Line = [(f" {speaker}", "")]
    used = 1 + cell_len(speaker)
    if chain:
        head.append((f"   {chain}", "quiet"))
        used += 3 + cell_len(chain)
    quote = width - used - 6
    words = row.words.text
    if cell_len(words) <= quote:
        yield [*head, (f"   “{fit(words, quote)}”", "theirs")]
    else:
        yield head
        yield from _quoted(words, width)
    firm = row.standing
    notes = "".join(f"[{n}]" for n in row.notes)
    parts = [
        firm,
        *([row.grade] if row.grade else []),
        f"{notes} {row.outlet}, {brief(row.published)}, {row.start}-{row.end}".strip(),
    ]
    yield [("   " + fit(" · ".join(parts), width - 4), "quiet")]


def _quoted(words: str, width: int) -> Iterator[Line]:
    """Set a quotation over two lines at most, cut with an ellipsis."""
    parts = wrap(words, width - 8)
    shown = parts if len(parts) <= QUOTED else [*parts[: QUOTED - 1], fit(" ".join(parts[QUOTED - 1 :]), width - 8)]
    for i, part in enumerate(shown):
        opening, closing = "“" if i == 0 else " ", "”" if i == len(shown) - 1 else ""
        yield [(f"   {opening}{part}{closing}", "theirs")]


def _why(dossier: Dossier, width: int) -> Iterator[Line]:
    """Draw the explanations with probability and interval; then what would change their order."""
    for block in blocks_of(dossier, Scores):
        agree = "they agree" if block.agree else "they do not agree"
        yield [(" WHY ", "head"), (fit(f"(four scores; {agree} on who leads)", width - 6), "quiet")]
        scores = [_scores(row) for row in block.rows]
        wide = max((cell_len(s) for s in scores), default=0)
        words = max((len(r.words or "") for r in block.rows), default=0)
        spans = [_span(row) for row in block.rows]
        apart = max((len(s) for s in spans), default=0)
        rest = width - 4 - 6 - (apart + 2) - words - 3
        name = rest - (wide + 2)
        beside = name >= 18
        if not beside:
            name = max(rest, 10)
        for row, score, between in zip(block.rows, scores, spans, strict=True):
            line: Line = [
                (f" {row.letter:<3}", "mark"),
                (pad(row.name, name), ""),
                (f" {percent(row.probability):>3} %", "mark"),
                (f" {between:>{apart}} ", "quiet"),
                (f" {row.words or '':<{words}}", ""),
            ]
            yield [*line, (f"  {score}", "quiet")] if beside else line
            if not beside:
                yield [("    " + fit(score, width - 5), "quiet")]
        if wide:
            yield from ([("   " + part, "quiet")] for part in wrap(RANKS, width - 5))
        changes = [_words(s).rstrip(".") for s in block.changes]
        changes = [c[0].lower() + c[1:] for c in changes] or ["no single omission changes who leads"]
        opening = "" if block.separated and block.agree else "not settled: "
        leading = [] if block.agree else [f"leading are {block.by_method}"]
        said = [_words(s).rstrip(".") for s in block.gaps]
        for text in (opening + "; ".join([*leading, *changes[:3]]), *said):
            for i, part in enumerate(wrap(text, width - 5)):
                yield [(("   " if i == 0 else "     ") + part, "quiet" if block.separated and block.agree else "warn")]


def _span(row: ScoreRow) -> str:
    """Write the interval of a probability in percent: `70-83`; nothing when there is none."""
    return "" if row.low is None or row.high is None else f"{100 * row.low:.0f}-{100 * row.high:.0f}"


def _scores(row: ScoreRow) -> str:
    """Write the ranks by counts and by PARC, never a size beside a rank; the report has all sizes and ranks."""
    ranks = {method: rank for method, _, rank in row.scores}
    return "  ".join(f"{word} {ranks[m]:<3}" for m, word in _RANKED if m in ranks).rstrip()


def _next(dossier: Dossier, width: int) -> list[Line]:
    text = f"sayso serve {dossier.name} · sayso report {dossier.name} -o report.html"
    return [[(f" {'Next' if i == 0 else '':<7}", "head"), (part, "")] for i, part in enumerate(wrap(text, width - 9))]
