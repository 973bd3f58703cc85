"""The opening of a dossier: when and where, what the figures amount to, what is agreed, contested and unknown."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records import Incident, Range, Statement
from sayso.reporting.blocks import Aside, Block, Cell, Paragraph, Section, Sentence, Stand, Standing, Standings, Table
from sayso.reporting.figures import accounts_by_quantity, every_proposed
from sayso.reporting.notes import name_of
from sayso.reporting.phrases import Desk, ours, record, told
from sayso.reporting.words import (
    RULES,
    counted,
    listed,
    moment,
    number,
    one_line,
    plural,
    range_words,
    shortlist,
    silent,
    weekday,
)

_ORDER: tuple[Standing, ...] = ("agreed", "contested", "single", "unknown")
MOST_INCIDENTS = 12
_VERBS = {"killed": "killed", "injured": "injured", "missing": "missing", "detained": "detained"}


def main_incident(desk: Desk) -> Incident | None:
    """Pick the incident that most documents report; the first of equals. Null when none was made out."""
    return max(desk.view.incidents, key=lambda i: len(i.documents), default=None)


def dateline(desk: Desk) -> str:
    """Write when and where in one line, with what is unknown said so."""
    incident = main_incident(desk)
    if incident is None:
        return "date and place unknown"
    day = weekday(incident.date)
    when = f"{day} {moment(incident.date)}" if day else moment(incident.date, missing="date unknown")
    where = one_line(incident.place) if incident.place else "place unknown"
    return f"{when}, {where}"


def counts(desk: Desk) -> str:
    """Write what the case holds in one line."""
    view = desk.view
    claims = sum(len(r.claims) for r in view.readings)
    decided = {d.subject for d in view.decisions if d.kind == "claim" and not d.undone}
    proposed = sum(c.id not in decided for r in view.readings for c in r.claims)
    parts = [
        plural(len(view.readings), "document"),
        plural(len(view.origins.origins), "independent origin"),
        plural(claims, "claim") + (f" ({proposed:,} still proposed)" if proposed else ""),
    ]
    if view.refused:
        parts.append(f"{len(view.refused):,} refused")
    return " · ".join(parts)


def asides(desk: Desk) -> tuple[Aside, ...]:
    """Say in one line each what the account does not rest on: other happenings, documents kept unread, refusals."""
    view = desk.view
    main = main_incident(desk)
    others = [i for i in view.incidents if i is not main]
    said = []
    elsewhere = sum(len(i.documents) for i in others if i.date or i.place)
    unread = [r.document for r in view.readings if r.document.unread]
    silent = {d.id for d in unread}
    loose = sum(d not in silent for i in others if not (i.date or i.place) for d in i.documents)
    parts = [plural(elsewhere, "document reports", "documents report") + " other happenings"] if elsewhere else []
    if loose:
        parts.append(plural(loose, "gives", "give") if parts else plural(loose, "document gives", "documents give"))
        parts[-1] += " neither date nor place"
    if parts:
        said.append(Aside(says=listed(parts), command=f"sayso show {one_line(view.name)} incidents"))
    if unread:
        names = shortlist([name_of(d) for d in unread], 3)
        kept = plural(len(unread), "document is", "documents are")
        said.append(Aside(says=f"{kept} kept but could not be read: {names}"))
    if view.refused:
        names = shortlist([one_line(r.name) for r in view.refused], 3)
        said.append(Aside(says=f"{plural(len(view.refused), 'input was', 'inputs were')} refused: {names}"))
    return tuple(said)


def summary_section(desk: Desk) -> Section:
    """When and where, the ranges in words, and what stands how."""
    blocks: list[Block] = []
    opening = _opening(desk)
    if opening:
        blocks.append(Paragraph(sentences=tuple(opening)))
    ranges = [s for key in _VERBS if (s := _range_sentence(desk, key))]
    if ranges:
        blocks.append(Paragraph(sentences=tuple(ranges)))
    rows = tuple(stand(desk, s) for kind in _ORDER for s in desk.view.statements if s.standing == kind)
    if rows:
        blocks.append(Standings(rows=rows))
    if len(desk.view.incidents) > 1:
        blocks.append(_incidents(desk))
    if not blocks:
        blocks.append(Paragraph(sentences=(record("Nothing has been read yet."),)))
    return Section(id="summary", title="Summary", blocks=tuple(blocks))


def _opening(desk: Desk) -> list[Sentence]:
    incident = main_incident(desk)
    view = desk.view
    first = record(
        f"{counted(len(view.readings), 'document')} from {counted(len(view.origins.origins), 'independent origin')}"
        f" {'was' if len(view.readings) == 1 else 'were'} collected{_not_read(desk)}"
    )
    if incident is None:
        return [first, record("No incident could be made out in them")]
    said = [
        (f"on {moment(incident.date)}" if incident.date else None),
        (f"at {one_line(incident.place)}" if incident.place else None),
    ]
    if not any(said):
        return [first, record("Neither its date nor its place could be made out")]
    notes = desk.cite(p for reason in incident.reasons for p in reason.passages[:2])
    where = ", ".join(s for s in said if s)
    missing = "" if all(said) else f"; its {'place' if incident.date else 'date'} is not known"
    who = counted(len(incident.documents), "document reports", "documents report")
    return [first, told(f"{who} the incident {where}{missing}", notes)]


def _not_read(desk: Desk) -> str:
    unread = sum(bool(r.document.unread) for r in desk.view.readings)
    if not unread:
        return ""
    return f"; {counted(unread, 'of them was', 'of them were')} kept but could not be read"


def _range_sentence(desk: Desk, key: str) -> Sentence | None:
    weighed: Range | None = desk.view.weighing.figures.get(key)
    if weighed is None or silent(weighed):
        # That nobody mentions a harm is no finding; the figures say so, with the convention.
        return None
    accounts = accounts_by_quantity(desk.view.weighing.figures, desk.view.weighing.accounts)[key]
    used = [a for a in accounts if a.used in {"counts", "maximum only"}]
    if weighed.best is None and weighed.minimum is None and weighed.maximum is None:
        return record(f"How many people were {_VERBS[key]} is not known: no account gives a number") if used else None
    who = counted(weighed.origins, desk.independent(a.origin for a in used))
    puts = "puts" if weighed.origins == 1 else "put"
    if not used:
        # A rule may code a number where nobody gives one; that is ours to say, not a claim.
        passages = [p for reason in weighed.reasons for p in reason.passages]
        rule = RULES.get(weighed.rule, weighed.rule)
        text = f"No account gives a number of people {_VERBS[key]}; the {rule} codes it as {range_words(weighed)}"
        return told(text, desk.cite(passages))
    head = f"{who} {puts} the number of people {_VERBS[key]}"
    if weighed.minimum == weighed.maximum:
        text = f"{head} at {number(weighed.minimum)}"
    elif weighed.maximum is None:
        text = f"{head} at {number(weighed.minimum)} or more"
    else:
        text = f"{head} between {number(weighed.minimum)} and {number(weighed.maximum)}"
        text += f"; the best figure among those claimed is {number(weighed.best)}" if weighed.best is not None else ""
    some = any(a.proposed for a in used)
    return told(text, desk.cite(a.passage for a in used), proposed=some and not every_proposed(desk))


def stand(desk: Desk, statement: Statement) -> Stand:
    """Write one statement with how many origins are for and against it."""
    for_, against = len(statement.for_origins), len(statement.against_origins)
    if statement.standing == "contested" or (for_ and against):
        support = f"{for_} against {against}"
    elif not for_ and not statement.passages:
        support = "no claim"
    else:
        support = plural(for_ or 1, desk.independent(statement.for_origins).removeprefix("independent "))
    return Stand(
        standing=statement.standing,
        sentence=told(statement.says, desk.cite(statement.passages)),
        support=support,
        between=_between(desk, statement) if for_ and against else None,
    )


def _between(desk: Desk, statement: Statement) -> str | None:
    """Name who stands against whom: `Radio, Wire against Ministry`; null where one report brings both sides."""
    if set(statement.for_origins) == set(statement.against_origins):
        return None
    sides = (statement.for_origins, statement.against_origins)
    return " against ".join(shortlist(list(dict.fromkeys(desk.origin(o) for o in side)), 3) for side in sides)


def _incidents(desk: Desk) -> Table:
    """List the happenings that the documents seem to report, largest first."""
    ordered = sorted(desk.view.incidents, key=lambda i: -len(i.documents))
    known = [i for i in ordered if i.date or i.place or i is ordered[0]]
    rows = []
    for incident in known[:MOST_INCIDENTS]:
        notes = desk.cite(p for reason in incident.reasons for p in reason.passages[:1])
        rows.append(
            (
                Cell(runs=(ours(moment(incident.date, missing="date unknown")),), notes=notes),
                Cell(runs=(ours(one_line(incident.place or "place unknown")),)),
                Cell(runs=(ours(str(len(incident.documents))),), number=True),
                Cell(runs=(ours(range_words(incident.killed)),), number=True),
                Cell(runs=(ours(range_words(incident.injured)),), number=True),
            )
        )
    return Table(
        id="incidents",
        caption="Happenings that the documents seem to report; the figures below are those of the first."
        + _others(desk, rows),
        columns=("Date", "Place", "Documents", "Killed", "Injured"),
        rows=tuple(rows),
    )


def _others(desk: Desk, rows: Sequence[tuple[Cell, ...]]) -> str:
    left = len(desk.view.incidents) - len(rows)
    return f" {counted(left, 'further group', first=True)} of documents without date or place." if left else ""
