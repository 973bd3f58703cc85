"""What the documents amount to: the incident, its figures, what is agreed or not, when, what waits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

import msgspec

from sayso.desk.web.answers.base import Counts
from sayso.desk.web.answers.weighed import (
    Contradiction,
    Contradictions,
    FigureRow,
    Figures,
    Hypotheses,
    IncidentRow,
    Incidents,
    OneFigure,
    Overview,
    Timeline,
    TimelineRow,
    ToDecide,
    Triple,
)
from sayso.records import Account, CaseView, Incident, Range, Statement, Weighing
from sayso.workbench import Each, Now, Reviewed, Weighed, chosen_of

_MEASURED = ("distance", "money")
_STATEMENTS, _PASSAGES, _INCIDENTS, _ACCOUNTS, _ENTRIES, _NEXT, _REFUSED = 12, 6, 20, 40, 60, 8, 20


def counts(now: Now, view: CaseView | None) -> Counts:
    """How much the case holds at this moment; origins and incidents as last weighed."""
    if "counts" not in now.kept:
        each = now.basis.recall("claims counted", (), lambda: Each(_claims)).of(now.reviewed.values())
        claims, asserted, decided, rejected = (sum(column) for column in zip(*each, strict=True)) if each else (0,) * 4
        now.kept["counts"] = Counts(
            documents=len(now.basis.readings),
            claims=claims + rejected,
            asserted=asserted,
            decided=decided,
            proposed=claims + rejected - decided,
            rejected=rejected,
            refused=len(now.basis.refused),
        )
    found: Counts = now.kept["counts"]
    if view is None:
        return found
    return msgspec.structs.replace(found, origins=len(view.origins.origins), incidents=len(view.incidents))


def _claims(done: Reviewed) -> tuple[int, int, int, int]:
    """Claims of one document that stand, that somebody asserts, that were decided, and that were rejected."""
    states = [r.state for r in done.reviews]
    asserted = sum(c.asserted for c in done.reading.claims)
    return len(done.reading.claims), asserted, len(states) - states.count("adrift"), states.count("rejected")


def figure_row(key: str, found: Range, accounts: Iterable[Account]) -> FigureRow:
    """One range as a row."""
    mine = [a for a in accounts if a.what == key]
    units = {a.of for a in mine} if key in _MEASURED else set()
    return FigureRow(
        key=key,
        unit=units.pop() if len(units) == 1 else None,
        minimum=found.minimum,
        best=found.best,
        maximum=found.maximum,
        origins=found.origins,
        contested=found.contested,
        rule=found.rule,
        reasons=tuple(r.says for r in found.reasons),
        accounts=len(mine),
        proposed=any(a.proposed and _counts(a) for a in mine),
    )


def _counts(account: Account) -> bool:
    return account.used in ("counts", "maximum only")


def figures(weighed: Weighed, rule: str) -> Figures:
    """All quantities of the subject under a rule."""
    found = under(weighed.view, rule)
    rows = tuple(figure_row(k, r, found.accounts) for k, r in found.figures.items())
    return Figures(rule=rule, figures=tuple(sorted(rows, key=lambda r: r.best is None)))


def under(view: CaseView, rule: str) -> Weighing:
    """The subject weighed by a rule: that of the view, or one of the others."""
    return view.other_rules.get(rule, view.weighing)


def one_figure(view: CaseView, key: str, rule: str, what_if: Weighing | None, *, each: bool) -> OneFigure | None:
    """One quantity; `what_if` is the subject weighed without some sources. Null where nothing speaks of it."""
    main = under(view, rule)
    if key not in main.figures:
        return None
    shown = what_if or main
    found = shown.figures.get(key)
    if found is None:  # nobody is left who speaks of it
        found = Range(minimum=None, best=None, maximum=None, origins=0, contested=False, rule=main.figures[key].rule)
    every = {view.weighing.figures["killed"].rule: view.weighing, **view.other_rules}
    return OneFigure(
        key=key,
        range=found,
        accounts=tuple(a for a in shown.accounts if a.what == key),
        other_rules={n: _triple(w.figures[key]) for n, w in every.items() if n != rule and key in w.figures},
        without={
            n: Triple(minimum=t[0], best=t[1], maximum=t[2]) for n, f in view.without_each.items() for t in _of(f, key)
        },
        each=each,
        before=main.figures[key] if what_if else None,
    )


def speakers(view: CaseView) -> int:
    """How many sources bear the figures."""
    return len({a.speaker or a.outlet for a in view.weighing.accounts if _counts(a)})


def _of(
    found: dict[str, tuple[float | None, float | None, float | None]], key: str
) -> Iterator[tuple[float | None, ...]]:
    if key in found:
        yield found[key]


def _triple(found: Range) -> Triple:
    return Triple(minimum=found.minimum, best=found.best, maximum=found.maximum, contested=found.contested)


def incident_row(incident: Incident, *, subject: bool, whole: bool = False) -> IncidentRow:
    """One happening as a row; `whole` with its documents and reasons."""
    return IncidentRow(
        id=incident.id,
        title=incident.title,
        date=incident.date,
        place=incident.place,
        documents=len(incident.documents),
        killed=figure_row("killed", incident.killed, incident.figures),
        injured=figure_row("injured", incident.injured, incident.figures),
        subject=subject,
        document_ids=incident.documents if whole else (),
        reasons=tuple(r.says for r in incident.reasons) if whole else (),
    )


def main_incident(view: CaseView) -> Incident | None:
    """The happening that the case is about: the one chosen, else that with most documents, the earliest of equals."""
    wanted = set(chosen_of(view.decisions))
    return max(view.incidents, key=lambda i: (len(wanted & set(i.documents)), len(i.documents)), default=None)


def incidents(weighed: Weighed) -> Incidents:
    """Every happening."""
    main = main_incident(weighed.view)
    return Incidents(incidents=tuple(incident_row(i, subject=i is main, whole=True) for i in weighed.view.incidents))


def timeline(view: CaseView) -> tuple[TimelineRow, ...]:
    """Dated sentences in time order, equal ones of several documents once."""
    folded: dict[tuple[str, str], TimelineRow] = {}
    carried: dict[tuple[str, str], dict[str, None]] = {}
    for entry in view.timeline:
        key = (entry.when, entry.says)
        carried.setdefault(key, {})[entry.passage.document] = None
        if key not in folded:
            folded[key] = TimelineRow(
                when=entry.when, says=entry.says, speaker=entry.speaker, documents=(), passage=entry.passage
            )
    return tuple(msgspec.structs.replace(row, documents=tuple(carried[key])) for key, row in folded.items())


def whole_timeline(weighed: Weighed) -> Timeline:
    """All dated sentences."""
    return Timeline(entries=timeline(weighed.view))


def _leading(rows: Sequence[TimelineRow]) -> tuple[TimelineRow, ...]:
    """The most widely reported, in time order."""
    ranked = sorted(range(len(rows)), key=lambda i: (-len(rows[i].documents), i))[:_ENTRIES]
    return tuple(rows[i] for i in sorted(ranked))


def _short(statement: Statement) -> Statement:
    return msgspec.structs.replace(statement, passages=statement.passages[:_PASSAGES])


def contradictions(weighed: Weighed) -> Contradictions:
    """Contested statements, passages on both sides."""
    view = weighed.view
    home = {link.id: link.origin for link in view.origins.documents}
    pairs = []
    for s in (s for s in view.statements if s.standing == "contested"):
        against = tuple(p for p in s.passages if home.get(p.document) in s.against_origins)
        for_ = tuple(p for p in s.passages if p not in against)
        pairs.append(
            Contradiction(
                says=s.says, for_=for_, against=against, for_origins=s.for_origins, against_origins=s.against_origins
            )
        )
    return Contradictions(pairs=tuple(pairs))


def overview(weighed: Weighed, now: Now) -> Overview:
    """The incident in one screen."""
    view = weighed.view
    main = main_incident(view)
    standing = {
        name: tuple(_short(s) for s in view.statements if s.standing == name)[:_STATEMENTS]
        for name in ("agreed", "contested", "unknown", "single")
    }
    others = sorted((i for i in view.incidents if i is not main), key=lambda i: -len(i.documents))[:_INCIDENTS]
    return Overview(
        title=view.title,
        note=view.note,
        now=view.now,
        incident=incident_row(main, subject=True) if main else None,
        other_incidents=tuple(incident_row(i, subject=False) for i in others),
        counts=counts(now, view),
        standing=standing,
        figures=figures(weighed, view.weighing.figures["killed"].rule).figures,
        accounts=tuple(a for a in view.weighing.accounts if a.what == "killed")[:_ACCOUNTS],
        timeline=_leading(timeline(view)),
        hypotheses=Hypotheses(matrix=view.matrix, verdict=view.verdict),
        next=tuple(_next(view))[:_NEXT],
        refused=view.refused[-_REFUSED:],
    )


def _next(view: CaseView) -> Iterator[ToDecide]:
    """What waits for a person, the weightiest first."""
    for key, range_ in view.weighing.figures.items():
        if range_.contested:
            says = f"{key.capitalize()} is contested: {range_.minimum} to {range_.maximum}."
            yield ToDecide(kind="figure", says=says, where=f"#/figures/{quote(key, safe='')}")
    resting = [a for a in view.weighing.accounts if a.proposed and _counts(a)]
    if resting:
        at = resting[0].passage
        one = len(resting) == 1
        says = (
            f"{len(resting)} figure{'' if one else 's'} that count{'s' if one else ''} rest{'s' if one else ''} on "
            "what nobody has decided on yet."
        )
        found = next((r for r in view.readings if r.document.id == at.document), None)
        claim = (
            next((f.claim for f in found.figures if (f.start, f.end) == (at.start, at.end)), None) if found else None
        )
        spot = f"claim={quote(claim, safe='')}" if claim else f"at={at.start}-{at.end}"
        yield ToDecide(kind="proposal", says=says, where=f"#/reading/{quote(at.document, safe='')}?{spot}")
    if view.matrix is None:
        if any(r.explanations for r in view.readings):
            yield ToDecide(
                kind="rating", says="The reports offer explanations; none is written down.", where="#/explanations"
            )
    elif view.verdict is None or view.verdict.gaps.unrated or view.verdict.gaps.partly_rated:
        yield ToDecide(kind="rating", says="Evidence waits to be rated against explanations.", where="#/explanations")
    unknown = {p.name for r in view.readings for p in r.places if p.lat is None}
    if unknown:
        says = f"{len(unknown)} place{'' if len(unknown) == 1 else 's'} could not be put on the map."
        yield ToDecide(kind="place", says=says, where="#/map")
    unsure = [link for link in view.origins.documents if any("order unknown" in r.says for r in link.reasons)]
    if unsure:
        says = f"{len(unsure)} document{'' if len(unsure) == 1 else 's'} may be the copy or the original."
        yield ToDecide(kind="origin", says=says, where=f"#/origins?document={quote(unsure[0].id, safe='')}")
