"""Scores as lists for people: rival explanations, and tables of who claims what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.desk.lists import Drawn, columns, file_name, folded
from sayso.workbench.lines import Line, number, one_line, shortlist

if TYPE_CHECKING:
    from sayso.records import Matrix, Proposal, Reading, Resolution, Verdict

METHODS = ("counts", "parc", "squared", "bayes")


def _share(value: float) -> str:
    return "<1 %" if 0 < value < 0.005 else ">99 %" if 0.995 < value < 1 else f"{value:.0%}".replace("%", " %")


def board(verdict: Verdict, width: int) -> Drawn:
    """Explanations by rank with their probability in words and all four scores, and what the verdict rests on."""
    rows = [
        (
            f"{h.rank}  {one_line(h.name)}",
            _share(h.probability),
            h.words or "",
            *(number(round(h.scores[m], 2)) for m in METHODS[:3]),
        )
        for h in sorted(verdict.hypotheses, key=lambda h: h.rank)
    ]
    yield from columns(("explanation", "prob.", "in words", "counts", "PARC", "squared"), rows, width)
    yield [("", "")]
    lead = " and ".join(map(one_line, verdict.leaders))
    end = "." if verdict.separated else ", but not separated from the next."
    yield from folded(f"Ahead by {verdict.method}: {lead}{end}", width, indent=0)
    for row in (e for e in verdict.evidence if e.decides):
        yield from folded(f"The verdict rests on: {row.name}", width, indent=0)
    for left in (x for x in verdict.without if x.changes):
        lead = " and ".join(map(one_line, left.leaders))
        yield from folded(f"Without {left.kind} {left.name}: {lead}", width, indent=0)


def hypotheses(
    matrix: Matrix | None,
    verdict: Verdict | None,
    proposals: Sequence[Proposal],
    readings: Sequence[Reading],
    width: int,
) -> Drawn:
    """Explanations that people wrote down, then those that the reports offer."""
    if verdict is not None:
        yield from board(verdict, width)
    elif matrix is not None:
        needs = "evidence" if len(matrix.hypotheses) > 1 else "a second explanation to weigh against"
        yield [(f"Written down; the scores wait for {needs}", "head")]
        for name in matrix.hypotheses:
            yield from folded(name, width)
    files = {r.document.id: file_name(r.document) for r in readings}
    if proposals:
        if matrix is not None:
            yield [("", "")]
        yield [("Proposed by the reports, adopted by nobody", "head")]
    for proposal in proposals:
        yield from folded(proposal.name, width)
        found = dict.fromkeys(files.get(p.document, p.document) for p in proposal.passages)
        yield from folded(f"in {shortlist(list(found))}", width, indent=4, style="quiet")


def resolution(found: Resolution, width: int) -> Drawn:
    """Each object with the value held and the others, then the sources by reliability."""
    blank: Line = [("", "")]
    yield [(f"By {found.method}", "head")]
    rows = [
        (one_line(o.object), one_line(o.value)[: width // 3], f"{o.support:.2f}", str(len(o.alternatives)))
        for o in found.objects
    ]
    yield from columns(("object", "value", "support", "others"), rows, width)
    yield blank
    rows = [
        (one_line(s.source), f"{s.reliability:.2f}", f"{s.low:.2f}-{s.high:.2f}", str(s.claims)) for s in found.sources
    ]
    yield from columns(("source", "reliability", "95 %", "claims"), rows, width)
