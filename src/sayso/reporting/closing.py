"""The end of a dossier: what is not known, what was not taken, and how every number came about."""

from __future__ import annotations

from sayso.records import Panel, Verdict
from sayso.reporting.blocks import Block, Cell, Paragraph, Section, Sentence, Table
from sayso.reporting.figures import accounts_by_quantity
from sayso.reporting.notes import name_of
from sayso.reporting.phrases import Desk, ours, record, told
from sayso.reporting.words import RULES, counted, inline, listed, moment, one_line, quantity, shortlist

_METHODS = {
    "airwars": "minimum and maximum across credible accounts of one moment and place; a number wins over a vague word;"
    " what a party says of its enemies alone is no evidence that they were fighters",
    "ucdp": "lowest, most likely and highest reliable estimate; a partisan figure can raise the highest only",
    "acled": "the most conservative figure, with the dispute noted",
    "gtd": "the latest of equally good sources; among many, the majority; else the lowest",
}


def unknown_section(desk: Desk) -> Section:
    """What no account settles, what has no date, and which figure hangs on one origin."""
    view = desk.view
    unknown = [s for s in view.statements if s.standing == "unknown"]
    bare = [inline(one_line(s.says).rstrip(".")) for s in unknown if not s.passages]
    said: list[Sentence] = [record(f"No document says {listed(bare, 'or')}")] if bare else []
    said += [told(s.says, desk.cite(s.passages)) for s in unknown if s.passages]
    for key, weighed in sorted(view.weighing.figures.items()):
        if key in {"killed", "injured"} and weighed.origins == 0:
            said.append(record(f"How many people were {key} is not known: no document gives a figure"))
    accounts = accounts_by_quantity(view.weighing.figures, view.weighing.accounts)
    figures = sorted(view.weighing.figures.items())
    single = [inline(quantity(k)) for k, r in figures if r.origins == 1 and accounts[k]]
    if single:
        said.append(record(f"Only one origin gives a number for {shortlist(single)}"))
    undated = [name_of(r.document) for r in view.readings if not r.document.published]
    if undated:
        said.append(record(f"No date of publication was found for {shortlist(undated)}"))
    lost = sorted({one_line(p.name) for r in view.readings for p in r.places if p.lat is None})
    if lost:
        said.append(record(f"These places could not be located: {shortlist(lost)}"))
    if not said:
        said.append(record("Nothing that the documents raise was left open"))
    return Section(id="unknown", title="What is not known", blocks=(Paragraph(sentences=tuple(said)),))


def refused_section(desk: Desk) -> Section | None:
    """Inputs that were refused and documents kept without being read; null when there are none."""
    rows = [(one_line(r.name), "refused", one_line(r.reason)) for r in desk.view.refused]
    rows += [
        (name_of(r.document), "kept, not read", one_line(r.document.unread))
        for r in desk.view.readings
        if r.document.unread
    ]
    if not rows:
        return None
    table = Table(
        id="refusals",
        caption="Inputs that this account does not rest on.",
        columns=("Input", "What happened", "Reason"),
        rows=tuple(tuple(Cell(runs=(ours(text),)) for text in row) for row in rows),
    )
    return Section(id="refused", title="What was not read", blocks=(table,))


def method_section(desk: Desk) -> Section:
    """How each number of the report came about, in sentences anyone can check."""
    view = desk.view
    rule = next(iter(view.weighing.figures.values())).rule if view.weighing.figures else "airwars"
    decided = [d for d in view.decisions if not d.undone]
    blocks: list[Block] = [
        Paragraph(
            lead="Collected",
            sentences=(
                record(
                    "Every document is kept as the bytes that came, with their SHA-256, the time in UTC and the place"
                    " they came from, in the case's WARC archive; the notes name the record"
                ),
                record(
                    "Words in notes are verbatim: their offsets count Unicode code points of the text extracted from"
                    " those bytes, and were compared with it when this report was made"
                ),
            ),
        ),
        Paragraph(
            lead="Counted",
            sentences=(
                record(
                    f"{counted(len(view.readings), 'document')} were traced to"
                    f" {counted(len(view.origins.origins), 'independent origin')}; reprints, rewrites and citations of"
                    " one origin count once"
                ),
                record("An account is what one source says for itself: a document, or a speaker quoted in it"),
                record("Grades are Admiralty grades given by a person; an ungraded source is shown as such"),
            ),
        ),
        Paragraph(
            lead="Weighed",
            sentences=(
                record(f"Figures were chosen among claimed values by the {RULES.get(rule, rule)}, never averaged"),
                record(f"The rule in short: {_METHODS.get(rule, 'see the manual')}"),
                record("Its steps stand below each figure, with the passages that they looked at"),
            ),
        ),
    ]
    if view.verdict is not None:
        blocks.append(
            Paragraph(lead="Explained", sentences=tuple(record(text) for text in _explained(view.verdict, view.panel)))
        )
    if view.redacted:
        blocks.append(
            Paragraph(
                lead="Redacted",
                sentences=(
                    record(
                        "Names of private persons and of sensitive sources gave way to blocks of the same length;"
                        " digests and archive records are those of the untouched documents"
                    ),
                ),
            )
        )
    people = sorted({one_line(d.who) for d in decided if d.who})
    who = f" by {listed(people)}" if people else ""
    blocks.append(
        Paragraph(
            lead="Decided",
            sentences=(
                record(f"{counted(len(decided), 'decision')} {'was' if len(decided) == 1 else 'were'} taken{who}"),
                record("All else is proposed by the program and marked so where a figure rests on it"),
            ),
        )
    )
    return Section(id="method", title="Method", blocks=tuple(blocks))


_SCORED = (
    (
        "Explanations were compared by Analysis of Competing Hypotheses: counts of inconsistent rows, PARC weights,"
        " squared inconsistency, and Bayes with one term an origin"
    ),
    (
        "In Bayes the ratings CC, C, N, I and II stand for probabilities of the evidence of 0.9, 0.7, 0.5, 0.3 and 0.1;"
        " the rows of one origin never weigh more than the strongest of them"
    ),
    (
        "The range of a probability is over single changes: each row, source and origin left out, each rating moved by"
        " a step, each weight by a word; cells not rated were tried all in favour and all against"
    ),
    "Ties are shown as ties, and leaders count as separated only beyond a tenth of the weight",
)


def _explained(verdict: Verdict, panel: Panel | None) -> list[str]:
    """How the scores of the explanations come about."""
    yardstick = {"icd203": "ICD 203", "phia": "the PHIA yardstick"}.get(verdict.yardstick, verdict.yardstick)
    said = [*_SCORED, f"Words of likelihood follow {yardstick}"]
    if panel is not None:
        said.append(
            "Where several analysts rated a cell their median stands in the matrix; pooled probabilities are the mean"
            " of each analyst's own"
        )
    return said


def state(now: str | None) -> str | None:
    """Write the state of the case: the time of its newest row."""
    return moment(now) if now else None
