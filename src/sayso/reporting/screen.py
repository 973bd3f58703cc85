"""The dossier on a terminal: a page or two, every line within the width, readable without colour."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from sayso.records import CaseView
from sayso.reporting.blocks import Dossier, Plot, PlotRow, ScoreRow, Scores, Sentence, Standings, Voice, Voices
from sayso.reporting.cells import Line, fit, pad, paint, wrap
from sayso.reporting.dossier import blocks_of, build
from sayso.reporting.strip import band, bar, ruler
from sayso.reporting.voices import telling
from sayso.reporting.words import brief, inline, percent, plural, shortlist, three

WIDEST = 132
"""Cells; on a wider terminal the drawing stops growing, since long rows are hard to follow."""
PLOTS, ROWS, LINES, VOICES, STANDS = 4, 16, 3, 4, 12
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


def _columns(width: int) -> tuple[int, int, int, int]:
    """Share `width` out: name, copies and grade, plot, words."""
    name = max(width * 3 // 10, 12)
    worded = max(width // 5, 11)
    return name, 7, width - 1 - name - 7 - 2 - 2 - worded, worded


def _plots(dossier: Dossier, width: int) -> Iterator[Line]:
    plots = blocks_of(dossier, Plot)
    for i, plot in enumerate(plots[:PLOTS]):
        if i:
            yield []
        yield from _plot(plot, width, full=i == 0)
    if len(plots) > PLOTS:
        more = shortlist([inline(p.title) for p in plots[PLOTS:]])
        yield from ([(f" {part}", "quiet")] for part in wrap(f"also in the report: {more}", width - 2))


def _plot(plot: Plot, width: int, *, full: bool) -> Iterator[Line]:
    name, _, room, worded = _columns(width)
    title = plot.title.upper().removeprefix("PEOPLE ")
    last = "as worded" if full else ""
    yield [
        (" " + pad(title, name + 7), "head"),
        ("  " + ruler(plot, room) + "  ", "quiet"),
        (pad(last, worded), "quiet"),
    ]
    chosen = _chosen(plot)
    for row in chosen:
        yield _plot_row(row, plot, width)
    if len(chosen) < len(plot.rows):
        yield [(f" {plural(len(plot.rows) - len(chosen), 'more account')} in the report", "quiet")]
    yield [
        (" " + pad(f"weighed, {plot.rule}", name + 7), "band"),
        ("  " + band(plot, room) + "  ", "band"),
        (three(plot.minimum, plot.best, plot.maximum, dash="-"), "band"),
    ]
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
    name, _, room, worded = _columns(width)
    fold = f"+{row.copies}" if row.copies else ""
    style = "quiet" if row.aside else ""
    words = fit(row.short, worded - 2) + " ?" if row.proposed else fit(row.short, worded)
    return [
        (" " + pad(row.label, name), style),
        (pad(fold, 3, right=True) + " " + pad(row.grade or "–", 3), "quiet"),
        ("  " + bar(row, plot.top, room) + "  ", style or "mark"),
        (words, style or "theirs"),
    ]


def _voices(dossier: Dossier, width: int) -> Iterator[Line]:
    """Draw a few claims: who, through whom, their words; below, how firmly and where it stands."""
    blocks = blocks_of(dossier, Voices)
    if not blocks:
        return
    carried = {n for plot in blocks_of(dossier, Plot) for row in plot.rows for n in row.notes}
    rows = telling(blocks[0], VOICES, carried)
    count = f"({len(rows)} of {blocks[0].total}; sayso show {dossier.name} claims)"
    yield [(" WHO SAYS WHAT ", "head"), (fit(count, width - 16), "quiet")]
    for row in rows:
        yield from _voice(row, width)


def _voice(row: Voice, width: int) -> Iterator[Line]:
    speaker = fit(row.speaker, max(width * 3 // 10, 12))
    chain = fit(f"via {row.via}", 24) if row.via else ""
    head: Line = [(f" {speaker}", "")]
    used = 1 + cell_len(speaker)
    if chain:
        head.append((f"   {chain}", "quiet"))
        used += 3 + cell_len(chain)
    quote = width - used - 3
    words = row.words.text
    if quote >= 24:
        yield [*head, (f"   “{fit(words, quote - 3)}”", "theirs")]
    else:
        yield head
        yield [(f"   “{fit(words, width - 6)}”", "theirs")]
    firm = f"{row.certainty}, denied" if row.denied else row.certainty
    notes = "".join(f"[{n}]" for n in row.notes)
    parts = [
        firm,
        *([row.grade] if row.grade else []),
        f"{notes} {row.outlet}, {brief(row.published)}, {row.start}-{row.end}".strip(),
    ]
    yield [("   " + fit(" · ".join(parts), width - 4), "quiet")]


def _why(dossier: Dossier, width: int) -> Iterator[Line]:
    """Draw the explanations with probability and interval; then what would change their order."""
    for block in blocks_of(dossier, Scores):
        agree = "they agree" if block.agree else "they do not agree"
        yield [(" WHY ", "head"), (fit(f"(four scores; {agree} on who leads)", width - 6), "quiet")]
        scores = [_scores(row) for row in block.rows]
        wide = max((cell_len(s) for s in scores), default=0)
        words = max((len(r.words or "") for r in block.rows), default=0)
        name = width - 4 - 6 - 8 - words - 3 - (wide + 2)
        beside = name >= 18
        if not beside:
            name = max(width - 4 - 6 - 8 - words - 3, 10)
        for row, score in zip(block.rows, scores, strict=True):
            between = "" if row.low is None or row.high is None else f"{100 * row.low:.0f}-{100 * row.high:.0f}"
            line: Line = [
                (f" {row.letter:<3}", "mark"),
                (pad(row.name, name), ""),
                (f" {percent(row.probability):>3} %", "mark"),
                (f" {between:>6} ", "quiet"),
                (f" {row.words or '':<{words}}", ""),
            ]
            yield [*line, (f"  {score}", "quiet")] if beside else line
            if not beside:
                yield [("    " + fit(score, width - 5), "quiet")]
        changes = [_words(s).rstrip(".") for s in block.changes]
        changes = [c[0].lower() + c[1:] for c in changes] or ["no single omission changes who leads"]
        if not block.agree:
            changes.insert(0, f"leading are {block.by_method}")
        opening = "" if block.separated and block.agree else "not settled: "
        for i, part in enumerate(wrap(opening + "; ".join(changes[:4]), width - 5)):
            yield [(("   " if i == 0 else "     ") + part, "warn" if not block.separated else "quiet")]


def _scores(row: ScoreRow) -> str:
    """Write the rank by counts and the size by PARC; the report has all of them."""
    shown = {m: (s, r) for m, s, r in row.scores}
    parts = [f"counts {shown['counts'][1]:<2}"] if "counts" in shown else []
    if "parc" in shown:
        parts.append(f"PARC {float(shown['parc'][0].replace(',', '')):.2f}")
    return "  ".join(parts)


def _next(dossier: Dossier, width: int) -> list[Line]:
    text = f"sayso serve {dossier.name} · sayso report {dossier.name} -o report.html"
    return [[(f" {'Next' if i == 0 else '':<7}", "head"), (part, "")] for i, part in enumerate(wrap(text, width - 9))]
