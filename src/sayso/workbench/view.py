"""The case as reports draw it: every room asked once, nothing inferred here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.linking import cast, described, group_incidents, timeline, trace_origins
from sayso.records import Account, CaseView, Incident, IncidentGroup, Origins, Reading, RuleName, Weighing
from sayso.store import CaseStore
from sayso.weighing import RULES, agreement, profile_sources, weigh
from sayso.workbench.decisions import (
    distrusted_of,
    grades_of,
    overrules_of,
    panel_of,
    post_mortem_of,
    sensitive_of,
    verdict_of,
    written_of,
)
from sayso.workbench.files import as_incident
from sayso.workbench.matrix import ground_of, indicators_of, matrix_of

Triple = tuple[float | None, float | None, float | None]
"""Minimum, best, maximum."""


MOST_TRIED = 40
"""Sources that are left out one by one, each with a weighing of its own."""


def terminal(view: CaseView, *, width: int, colour: bool) -> str:
    """Draw the dossier for a terminal of `width` columns."""
    from sayso.reporting import terminal as draw  # noqa: PLC0415 - drawing loads when used

    return draw(view, width=width, colour=colour)


def make_view(store: CaseStore, *, rule: RuleName = "airwars", yardstick: str = "icd203") -> CaseView:
    """Weigh a case: the incident that most of its documents report; other happenings are listed apart."""
    read = {reading.document.id: reading for reading in store.readings()}
    # A document without a reading (its language cannot be read yet) is listed like the others, with nothing in it.
    readings = [read.get(d.id) or Reading(document=d) for d in store.documents()]
    rows = store.decisions()
    grades, distrusted = grades_of(rows), distrusted_of(rows)
    origins = trace_origins([r.document for r in readings], readings, overrules=overrules_of(rows))

    groups = group_incidents(readings)
    subject = subject_of(groups, readings)

    def weighed(name: RuleName, without: Sequence[str] = ()) -> Weighing:
        return weigh(subject, origins, rule=name, grades=grades, distrusted=(*distrusted, *without))

    main = weighed(rule)
    ground = ground_of([r.document for r in readings], origins, grades)
    matrix, analysts = matrix_of(rows, ground=ground), panel_of(rows, ground)
    actors = cast(readings)
    sources = profile_sources(readings, origins, grades=grades, distrusted=distrusted)
    return CaseView(
        name=store.name,
        title=store.setting("title") or store.name,
        now=store.newest(),
        note=store.setting("note"),
        readings=tuple(readings),
        copies=tuple(store.copies()),
        refused=tuple(store.refused(latest=True)),
        origins=origins,
        incidents=_incidents(groups, readings, origins, rule, main if not grades and not distrusted else None),
        weighing=main,
        other_rules={name: weighed(name) for name in RULES if name != rule},
        statements=tuple(agreement(subject, origins, main)),
        actors=tuple(actors),
        sources=tuple(sources),
        timeline=tuple(timeline(readings)),
        matrix=matrix,
        verdict=verdict_of(matrix, analysts, yardstick=yardstick),
        decisions=tuple(rows),
        without_each=_without_each(main, weighed, rule),
        panel=analysts,
        indicators=indicators_of(rows),
        post_mortem=post_mortem_of(rows, ground),
        written=written_of(rows),
        sensitive=sensitive_of(rows),
        described=described(readings, actors),
    )


def subject_of(groups: Sequence[IncidentGroup], readings: Sequence[Reading]) -> list[Reading]:
    """Readings of the incident that the case is about: the largest group, the earliest of equals."""
    if not groups:
        return list(readings)
    members = set(max(groups, key=lambda group: len(group.documents)).documents)
    return [r for r in readings if r.document.id in members]


def _incidents(
    groups: Sequence[IncidentGroup],
    readings: Sequence[Reading],
    origins: Origins,
    rule: RuleName,
    main: Weighing | None,
) -> tuple[Incident, ...]:
    """Every happening with its ranges; `main` is what the subject's came to, where grades play no part in it."""
    by_id = {r.document.id: r for r in readings}
    subject = {r.document.id for r in subject_of(groups, readings)}
    return tuple(
        as_incident(
            g,
            main
            if main is not None and subject == set(g.documents)
            else weigh([by_id[i] for i in g.documents], origins, rule=rule),
        )
        for g in groups
    )


def _alone_at_an_end(main: Weighing, counted: Sequence[Account]) -> set[str]:
    """Sources that are the only one to give the minimum, or the maximum, of killed or injured."""
    found = set()
    for key in ("killed", "injured"):
        mine = [a for a in counted if a.what == key]
        for end, value in (("low", main.figures[key].minimum), ("high", main.figures[key].maximum)):
            holders = {a.speaker or a.outlet or "" for a in mine if getattr(a, end) == value}
            found |= holders if len(holders) == 1 else set()
    return found - {""}


def _without_each(
    main: Weighing, weighed: Callable[[RuleName, Sequence[str]], Weighing], rule: RuleName
) -> dict[str, dict[str, Triple]]:
    """Ranges of killed and injured with one source left out, for every source whose absence changes one.

    In a case of many sources only those are tried that alone hold an end of a range: without any other the ends stay.
    """
    counted = [a for a in main.accounts if a.used in ("counts", "maximum only")]
    names = sorted({a.speaker or a.outlet or "" for a in counted} - {""})
    if len(names) > MOST_TRIED:
        names = sorted(_alone_at_an_end(main, counted))
    changed: dict[str, dict[str, Triple]] = {}
    for name in names:
        other = weighed(rule, (name,))
        moved = {}
        for key in ("killed", "injured"):
            now, then = main.figures[key], other.figures[key]
            triple = (then.minimum, then.best, then.maximum)
            if triple != (now.minimum, now.best, now.maximum):
                moved[key] = triple
        if moved:
            changed[name] = moved
    return changed
