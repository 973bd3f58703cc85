"""Claims, figures and sources as lists for people: what a person gave, and beside it what the record supports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from sayso.desk import lists
from sayso.desk.lists import Drawn, columns, ends, folded, labels, quoted, speaker
from sayso.workbench import credibilities, figure_credibilities, given_credibilities
from sayso.workbench.lines import fit, name_of, one_line, plural, shortlist, spread

if TYPE_CHECKING:
    from sayso.records import CaseView, Claim, ClaimReview, Credibility

__all__ = ["ROWS", "claims", "sources"]


def sources(view: CaseView, width: int) -> Drawn:
    """Outlets and speakers with their grade and what they bring, then the record behind each proposed letter."""
    rows = [
        (
            one_line(s.name) + (" (set aside)" if s.distrusted else ""),
            s.kind,
            s.grade or "–",
            s.proposed.letter if s.proposed else "–",
            str(s.documents),
            str(s.claims),
            str(len(s.origins)),
        )
        for s in view.sources
    ]
    yield from columns(("source", "kind", "grade", "proposed", "documents", "claims", "origins"), rows, width)
    # An outlet that others quote stands twice, with one record.
    records = {s.name.casefold(): s for s in reversed(view.sources) if s.proposed is not None}
    for s in reversed(records.values()):
        if s.proposed is not None and s.proposed.compared:
            yield [("", "")]
            yield from folded(f"{one_line(s.name)}: proposed {s.proposed.letter}", width, indent=0)
            for reason in s.proposed.reasons:
                yield from folded(reason.says, width, style="quiet")
    silent = [one_line(s.name) for s in reversed(records.values()) if s.proposed and not s.proposed.compared]
    if silent:
        told = "Proposed F, cannot be judged, for want of figures by others to compare with:"
        yield [("", "")]
        yield from folded(f"{told} {shortlist(silent, len(silent))}.", width, indent=0)


def figures(view: CaseView, width: int) -> Drawn:
    """The ranges, then every account behind them: who, how much, as worded, what the rule made of it, how credible."""
    rows = [
        (
            key,
            *("–" if n is None else f"{n:g}" for n in (r.minimum, r.best, r.maximum)),
            str(r.origins),
            "contested" if r.contested else "",
        )
        for key, r in view.weighing.figures.items()
    ]
    yield from columns(("", "minimum", "best", "maximum", "origins", ""), rows, width)
    names, found = labels(view), figure_credibilities(view)
    for what in dict.fromkeys(a.what for a in view.weighing.accounts):
        yield [("", "")]
        yield [(what.upper(), "head")]
        for account in (a for a in view.weighing.accounts if a.what == what):
            who = one_line(account.speaker or account.outlet or "not named")
            grade = f" {account.grade}" if account.grade else ""
            group = f" {one_line(account.group)}" if account.group and account.group != "named" else ""
            told = f"{spread(account.low, account.high)}{group} · {account.used}"
            yield ends(f"{who}{grade}", told, width, indent=2, style="agreed")
            where = names.get(account.passage.document, account.passage.document)
            others = f" and {plural(len(account.documents) - 1, 'more', 'more')}" if len(account.documents) > 1 else ""
            yield from folded(f"{quoted(account.passage.text)} in {where}{others}", width, indent=4)
            if account.used != "counts":
                yield from folded(account.why, width, indent=4, style="quiet")
            if account.used in ("counts", "maximum only") and account.id in found:
                yield from _worked(found[account.id], width)


def claims(view: CaseView, width: int) -> Drawn:
    """What each document attributes to whom, in the order of its text; then the claims that a person rejected."""
    found, given = credibilities(view), given_credibilities(view)
    names = labels(view)
    noted = {(r.document, r.claim): r for r in view.reviews}
    first = True
    for reading in view.readings:
        of = reading.document.id
        out = [r.program for r in view.reviews if r.document == of and r.state == "rejected" and r.program is not None]
        if not reading.claims and not out:
            continue
        if not first:
            yield [("", "")]
        first = False
        yield ends(names[of], fit(name_of(reading.document), width // 2), width)
        for claim in (*reading.claims, *out):
            yield from _claim(claim, noted.get((of, claim.id)), width)
            if claim.id in given:
                digit, who = given[claim.id]
                yield from folded(f"credibility {digit}, given by {one_line(who)}", width, indent=4, style="quiet")
            worked = found.get(of, {}).get(claim.id)
            if worked is not None:
                yield from _worked(worked, width)


def _worked(found: Credibility, width: int) -> Drawn:
    """A credibility that was worked out; that none can be is not said."""
    if found.digit != 6:
        yield from folded(
            f"credibility {found.digit} proposed: {found.reasons[0].says}", width, indent=4, style="quiet"
        )


def _claim(claim: Claim, review: ClaimReview | None, width: int) -> Drawn:
    denied = ", denied" if claim.polarity == "denied" else ""
    place = f"{claim.content[0].start}-{claim.content[-1].end}" if claim.content else "no words"
    by = f"{review.state} by {one_line(review.who)}, " if review else "" if claim.asserted else "proposed, "
    style = "quiet" if review and review.state == "rejected" else "agreed"
    yield ends(speaker(claim), f"{by}{claim.certainty}{denied} · {place} · {claim.id}", width, indent=2, style=style)
    yield from folded(quoted(" … ".join(one_line(s.text) for s in claim.content)), width, indent=4)


ROWS: Mapping[str, Callable[[CaseView, int], Drawn]] = {
    **lists.ROWS,
    "claims": claims,
    "figures": figures,
    "sources": sources,
}
"""How each part of a case is drawn, in lines of at most the given number of cells."""
