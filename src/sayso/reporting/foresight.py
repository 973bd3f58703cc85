"""Around the scores: analysts side by side, what would change the verdict, predictions, and a look back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.records import Indicator, Overturn, Panel, PostMortem, RowPull, Verdict
from sayso.reporting.blocks import Block, Cell, Paragraph, Run, Sentence, Table
from sayso.reporting.phrases import Desk, ours
from sayso.reporting.words import counted, listed, moment, one_line, percent, shortlist

MOST_CELLS = 12
"""Disputed cells written out; the rest is counted."""


def overturn_sentences(found: Overturn, named: Mapping[str, str], labels: Mapping[str, str]) -> tuple[Sentence, ...]:
    """The smallest changes found that put others ahead: rows left out, ratings moved."""
    said = []
    if found.without:
        rows = listed([labels.get(name, one_line(name)) for name in found.without])
        ahead = listed([named.get(n, one_line(n)) for n in found.then])
        count = counted(len(found.without), "row", first=False)
        text = f"The fewest rows whose absence puts {ahead} ahead are {count}: {rows}."
        said.append(text if len(found.without) > 1 else f"Without {rows} alone, {ahead} would be ahead.")
    if found.changes:
        ahead = listed([named.get(n, one_line(n)) for n in found.then_changed])
        ratings = listed(
            [
                f"{labels.get(c.evidence, one_line(c.evidence))} rated {c.now} instead of {c.was or 'not at all'} for"
                f" {named.get(c.hypothesis, one_line(c.hypothesis))}"
                for c in found.changes
            ]
        )
        steps = counted(found.steps, "step")
        said.append(f"The smallest change of ratings that puts {ahead} ahead is {steps} along the scale: {ratings}.")
    elif found.without:
        said.append("No change of eight steps or fewer along the scale of ratings puts another explanation ahead.")
    return tuple(_judged(text) for text in said)


def group_sentences(verdict: Verdict, named: Mapping[str, str]) -> tuple[Sentence, ...]:
    """For explanations that may hold together, how likely it is that one or more of them hold."""
    said = []
    for group in verdict.groups:
        who = listed([named.get(n, one_line(n)) for n in group.names])
        said.append(
            f"{who} do not exclude each other: that one or more of them hold is {group.words},"
            f" {percent(group.probability)} in 100, between {percent(group.low)} and {percent(group.high)}."
        )
    return tuple(_judged(text) for text in said)


def panel_blocks(panel: Panel | None, named: Mapping[str, str], labels: Mapping[str, str]) -> list[Block]:
    """Probabilities by analyst and pooled, and the cells that they rate differently."""
    if panel is None:
        return []
    rows = [(view.analyst, view.probabilities, str(view.rated)) for view in panel.analysts] + [
        ("Pooled", panel.pooled, "")
    ]
    table = Table(
        id="analysts",
        caption="Analysts who rated apart: percent by each one's own ratings (cells that one left open as the others"
        " rated them), and their mean.",
        columns=("Analyst", *(named.get(h, one_line(h)) for h in panel.hypotheses), "Cells rated"),
        rows=tuple(
            (
                Cell(runs=(ours(one_line(who), strong=who == "Pooled"),)),
                *(Cell(runs=(ours(percent(p)),), number=True) for p in chances),
                Cell(runs=(ours(rated),), number=True),
            )
            for who, chances, rated in rows
        ),
    )
    said = [_judged(_agreement(panel))]
    for cell in panel.cells[:MOST_CELLS]:
        told = ", ".join(f"{one_line(who)} {rating}" for who, rating in cell.ratings.items())
        where = f"{labels.get(cell.evidence, one_line(cell.evidence))} for {named.get(cell.hypothesis, '?')}"
        said.append(_judged(f"{where}: {told}."))
    if len(panel.cells) > MOST_CELLS:
        said.append(_judged(f"{counted(len(panel.cells) - MOST_CELLS, 'further cell', first=True)} in dispute."))
    return [table, Paragraph(lead="Where analysts differ", sentences=tuple(said))]


def _agreement(panel: Panel) -> str:
    if not panel.cells:
        return "No cell is rated differently."
    count = counted(len(panel.cells), "cell is", "cells are", first=True)
    alpha = (
        "" if panel.agreement is None else f" (Krippendorff's alpha {panel.agreement:.2f}, where 1 is full agreement)"
    )
    return f"{count} rated differently{alpha}."


def indicator_block(indicators: Sequence[Indicator], named: Mapping[str, str]) -> list[Block]:
    """Predictions with their day: what happening would mean, what was expected, how it came out."""
    if not indicators:
        return []
    return [
        Table(
            id="indicators",
            caption="Indicators, written down before the event. Forecast: probability that it happens, as given or as"
            " the matrix said then. Brier: squared error of the forecast, 0 is best.",
            columns=("If this happens", "By", "It would go with", "Forecast", "So far", "Brier"),
            rows=tuple(
                (
                    Cell(runs=(ours(one_line(one.says)),)),
                    Cell(runs=(ours(moment(one.by)),)),
                    Cell(runs=(ours(", ".join(f"{named.get(h, '?')} {r}" for h, r in one.ratings.items())),)),
                    Cell(
                        runs=(ours("–" if one.probability is None else f"{percent(one.probability)} %"),), number=True
                    ),
                    Cell(runs=(ours(one.state + (f" ({one_line(one.note)})" if one.note else "")),)),
                    Cell(runs=(ours("–" if one.brier is None else f"{one.brier:.2f}"),), number=True),
                )
                for one in indicators
            ),
        )
    ]


def look_back_blocks(seen: PostMortem | None, named: Mapping[str, str], labels: Mapping[str, str]) -> list[Block]:
    """What turned out true, the score of what was believed, and the rows that misled."""
    if seen is None:
        return []
    true = listed([named.get(n, one_line(n)) for n in seen.true])
    note = f" {one_line(seen.note).rstrip('.')}." if seen.note else ""
    said = [
        f"{true} turned out true.{note}" if true else f"None of the explanations turned out true.{note}",
        (
            f"When the case was closed the Brier score was {seen.brier:.2f}, where 0 is best; even odds would have"
            f" scored {seen.even:.2f}."
        ),
    ]
    if seen.rival is not None:
        rival = named.get(seen.rival, one_line(seen.rival))
        if seen.misled:
            said.append(f"Rows that pulled towards {rival} instead: {_rows(seen.misled, labels)}.")
        if seen.helped:
            said.append(f"Rows that pulled towards the truth: {_rows(seen.helped, labels)}.")
    return [Paragraph(lead="Looking back", sentences=tuple(_judged(text) for text in said))]


def _rows(pulls: Iterable[RowPull], labels: Mapping[str, str]) -> str:
    return shortlist([labels.get(p.evidence, one_line(p.evidence)) for p in pulls], 6)


def _judged(text: str) -> Sentence:
    return Sentence(runs=(Run(text),), about="judgement")


def around(desk: Desk, verdict: Verdict, named: Mapping[str, str], labels: Mapping[str, str]) -> list[Block]:
    """What stands behind the matrix: linked explanations, what would overturn, analysts, predictions, a look back."""
    linked, change = group_sentences(verdict, named), overturn_sentences(verdict.overturn, named, labels)
    first: list[Block] = [Paragraph(lead="Linked explanations", sentences=linked)] if linked else []
    first += [Paragraph(lead="The smallest change", sentences=change)] if change else []
    view = desk.view
    return [
        *first,
        *panel_blocks(view.panel, named, labels),
        *indicator_block(view.indicators, named),
        *look_back_blocks(view.post_mortem, named, labels),
    ]
