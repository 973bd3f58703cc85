"""Scores as lists for people: rival explanations, and tables of who claims what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.desk.lists import Drawn, columns, file_name, folded
from sayso.workbench.lines import Line, moment, number, one_line, plural, quantity, shortlist, three

if TYPE_CHECKING:
    from sayso.records import (
        Indicator,
        Matrix,
        Panel,
        PostMortem,
        Proposal,
        Reading,
        Resolution,
        ResolvedObject,
        Verdict,
        WhatIf,
    )

METHODS = ("counts", "parc", "squared", "bayes")


def share(value: float) -> str:
    """A probability in whole percents, never 0 or 100 unless it is."""
    return "<1 %" if 0 < value < 0.005 else ">99 %" if 0.995 < value < 1 else f"{value:.0%}".replace("%", " %")


def board(verdict: Verdict, width: int) -> Drawn:
    """Explanations by rank with their probability in words and all four scores, and what the verdict rests on."""
    rows = [
        (
            f"{h.rank}  {one_line(h.name)}",
            share(h.probability),
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
    doubts = f": {'; '.join(verdict.doubts)}" if verdict.doubts else ""
    yield from folded(f"Confidence in this order: {verdict.confidence}{doubts}.", width, indent=0)
    yield from _overturn(verdict, width)
    for group in verdict.groups:
        joined = " and ".join(map(one_line, group.names))
        told = f"{joined} may hold together; one or more of them: {share(group.probability)}, {group.words}."
        yield from folded(told, width, indent=0)
    for name in verdict.gaps.untested:
        yield from folded(f"Nothing speaks against {one_line(name)}: untested, not confirmed.", width, indent=0)


def _overturn(verdict: Verdict, width: int) -> Drawn:
    """The smallest changes found that put others ahead."""
    found = verdict.overturn
    if found.without:
        ahead = " and ".join(map(one_line, found.then))
        rows = "; ".join(map(one_line, found.without))
        count = plural(len(found.without), "row")
        yield from folded(f"Fewest rows to leave out before {ahead} leads: {count}: {rows}", width, indent=0)
    if found.changes:
        ahead = " and ".join(map(one_line, found.then_changed))
        told = "; ".join(
            f"{one_line(c.evidence)} | {one_line(c.hypothesis)}: {c.now} instead of {c.was or 'not rated'}"
            for c in found.changes
        )
        count = plural(found.steps, "step")
        yield from folded(f"Fewest steps of rating before {ahead} leads: {count}: {told}", width, indent=0)


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
    """Each object with the value held and the others, then the sources by reliability, then who copies whom."""
    blank: Line = [("", "")]
    yield [(f"By {found.method}", "head")]
    rows = [
        (
            one_line(o.object),
            one_line(o.value)[: width // 3],
            f"{o.support:.2f}",
            str(o.origins),
            str(len(o.alternatives)),
            _standing(o),
        )
        for o in found.objects
    ]
    yield from columns(("object", "value", "support", "origins", "others", ""), rows, width)
    yield blank
    told = [s for s in found.sources if s.reliability is not None]
    relied = [
        (one_line(s.source), f"{s.reliability:.2f}", f"{s.low:.2f}-{s.high:.2f}", str(s.claims), str(s.checked))
        for s in told
    ]
    if relied:
        yield from columns(("source", "reliability", "95 %", "claims", "checked"), relied, width)
    cannot = [one_line(s.source) for s in found.sources if s.reliability is None]
    if cannot:
        yield from folded(f"Cannot tell how far they can be relied on: {shortlist(cannot, 8)}.", width, indent=0)
    for pair in found.copying:
        yield from folded(
            f"{one_line(pair.one)} and {one_line(pair.other)} probably copy ({pair.likelihood:.2f}):"
            f" {pair.shared_mistakes} mistakes and {pair.shared_right} right answers in common,"
            f" {pair.different} apart.",
            width,
            indent=0,
        )


def _standing(held: ResolvedObject) -> str:
    if held.known:
        return "known"
    if held.unclaimed:
        return "nobody gave it"
    return f"cannot tell from {shortlist([one_line(v) for v in held.undecided], 3)}" if held.undecided else ""


def what_if(found: WhatIf, verdict: Verdict | None, width: int) -> Drawn:
    """What goes with some sources, and what is left: probabilities before and after, ranges before and after."""
    who = " and ".join(map(one_line, found.sources))
    tail = " and everything that goes back to them" if found.citing else ""
    yield [(f"Without {who}{tail}", "head")]
    gone = f"{plural(len(found.documents), 'document')} and {plural(len(found.rows), 'row')} of evidence are set aside."
    yield from folded(gone, width)
    for name in found.rows:
        yield from folded(f"without: {one_line(name)}", width, indent=4, style="quiet")
    if found.verdict is not None and verdict is not None:
        rows = [
            (one_line(h.name), share(h.probability), share(then))
            for h, then in zip(verdict.hypotheses, found.verdict.probabilities, strict=True)
        ]
        yield [("", "")]
        yield from columns(("explanation", "now", "without"), sorted(rows, key=lambda r: r[0]), width)
        lead = " and ".join(map(one_line, found.verdict.leaders))
        yield from folded(f"{'Then ahead' if found.verdict.changes else 'Still ahead'}: {lead}.", width, indent=0)
    if found.figures:
        yield [("", "")]
    for key, (now, then) in found.figures.items():
        before, after = (three(r.minimum, r.best, r.maximum) for r in (now, then))
        yield from folded(f"{quantity(key)}: {before} becomes {after}", width, indent=0)


def panel_lines(panel: Panel, width: int) -> Drawn:
    """Probabilities by analyst and pooled, the agreement, and the cells rated differently."""
    names = [one_line(view.analyst) for view in panel.analysts]
    rows = [
        (one_line(name), *(share(view.probabilities[h]) for view in panel.analysts), share(panel.pooled[h]))
        for h, name in enumerate(panel.hypotheses)
    ]
    yield from columns(("explanation", *(name[:14] for name in names), "pooled"), rows, width)
    agreement = "cannot be told yet" if panel.agreement is None else f"{panel.agreement:.2f}"
    yield from folded(f"Agreement on cells that several rated (Krippendorff's alpha): {agreement}.", width, indent=0)
    if panel.cells:
        yield [("", "")]
        yield [("Rated differently", "head")]
    for cell in panel.cells:
        told = ", ".join(f"{one_line(who)} {rating}" for who, rating in cell.ratings.items())
        yield from folded(f"{one_line(cell.evidence)} | {one_line(cell.hypothesis)}: {told}", width)


def indicator_lines(found: Sequence[Indicator], width: int) -> Drawn:
    """Each indicator with its day, its forecast, and how it came out."""
    for one in found:
        chance = "no forecast" if one.probability is None else f"forecast {share(one.probability)}"
        score = "" if one.brier is None else f", Brier {one.brier:.2f}"
        yield [(f"by {moment(one.by)}: {one.state}{score}", "head")]
        yield from folded(f"{one_line(one.says)} ({chance})", width)
        for name, rating in one.ratings.items():
            yield from folded(f"{rating}: {one_line(name)}", width, indent=4, style="quiet")
    done = [one.brier for one in found if one.brier is not None]
    if done:
        count = plural(len(done), "settled indicator")
        yield from folded(f"Mean Brier score of {count}: {sum(done) / len(done):.3f} (0 is best).", width, indent=0)


def review_lines(found: Sequence[tuple[str, PostMortem]], width: int) -> Drawn:
    """Each closed case with its score and the rows that misled, then the mean over all."""
    for name, seen in found:
        true = " and ".join(map(one_line, seen.true)) or "none of the explanations"
        yield [(one_line(name), "head")]
        yield from folded(
            f"Turned out true: {true}. Brier {seen.brier:.3f}; even odds would score {seen.even:.3f}.", width
        )
        if seen.rival is not None and seen.misled:
            yield from folded(f"Rows that pulled towards {one_line(seen.rival)}:", width)
        for row in seen.misled:
            source = f" ({one_line(row.source)})" if row.source else ""
            yield from folded(f"{row.pull:+.2f}  {one_line(row.evidence)}{source}", width, indent=4)
    mean = sum(seen.brier for _, seen in found) / len(found)
    even = sum(seen.even for _, seen in found) / len(found)
    count = plural(len(found), "closed case")
    yield from folded(
        f"Mean Brier score of {count}: {mean:.3f} (0 is best, 2 worst; even odds {even:.3f}).", width, indent=0
    )
