"""The case as reports draw it: every room asked once, nothing inferred here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from sayso.records import (
    Account,
    CaseView,
    ClaimReview,
    Decision,
    Incident,
    IncidentGroup,
    OriginLink,
    Origins,
    Reading,
    RuleName,
    Weighing,
)
from sayso.store import CaseStore
from sayso.weighing import RULES, agreement, held_of, profile_sources, propose_grades, weigh
from sayso.workbench.basis import Basis
from sayso.workbench.decisions import (
    grades_of,
    overrules_of,
    panel_of,
    post_mortem_of,
    sensitive_of,
    verdict_of,
    written_of,
)
from sayso.workbench.files import as_incident
from sayso.workbench.grouping import chosen_of, subject_of
from sayso.workbench.matrix import distrusted_of, ground_of, indicators_of, matrix_of

Triple = tuple[float | None, float | None, float | None]
"""Minimum, best, maximum."""


MOST_TRIED = 40
"""Sources that are left out one by one, each with a weighing of its own."""


def terminal(view: CaseView, *, width: int, colour: bool) -> str:
    """Draw the dossier for a terminal of `width` columns."""
    from sayso.reporting import terminal as draw  # noqa: PLC0415 - drawing loads when used

    return draw(view, width=width, colour=colour)


def make_view(
    store: CaseStore,
    basis: Basis,
    *,
    rule: RuleName = "airwars",
    yardstick: str = "icd203",
    incident: str | None = None,
    decisions: Sequence[Decision] | None = None,
    each: bool = True,
) -> CaseView:
    """Weigh a case: the incident named, or the one a person chose, or that which most of its documents report.

    Other happenings are listed apart.

    Args:
        store: the case.
        basis: what follows from its documents; remembers what was worked out, for the next time.
        rule: how figures are chosen.
        yardstick: whose words of likelihood are used, `icd203` or `phia`.
        incident: id of the incident, or of one of its documents.
        decisions: those to apply; else all that stand.
        each: weigh again without every source, which is most of the work where there are many; see `with_each`.

    Raises:
        UsageError: there is no incident of that name.
    """
    rows = store.decisions() if decisions is None else decisions
    reviewed = basis.reviewed(rows).values()
    readings = tuple(one.reading for one in reviewed)
    reviews = tuple(noted for one in reviewed for noted in one.reviews)
    grades, distrusted = grades_of(rows), distrusted_of(rows)
    # Whose text goes back to whose does not hang on how a claim in it is read.
    origins = basis.origins(overrules_of(rows))
    groups = basis.groups(rows)
    subject = tuple(reported(groups, readings, rows, incident))
    settled = _settled(subject, reviews)
    recall = basis.recall
    on = subject, origins, grades, distrusted, settled
    weigher = recall("weigher", on, lambda: _weigher(*on))
    weighings = recall("weighings", on, lambda: {name: weigher(name, ()) for name in RULES})
    main = weighings[rule]
    ground = recall(
        "ground", (origins, grades), lambda: ground_of([r.document for r in basis.readings], origins, grades)
    )
    matrix, analysts = matrix_of(rows, ground=ground), panel_of(rows, ground)
    actors = basis.cast(rows)
    happenings = tuple(_incidents(basis, groups, readings, origins, rule))
    proposed = recall("proposed", (happenings, origins), lambda: propose_grades(happenings, origins))
    return CaseView(
        name=store.name,
        title=store.setting("title") or store.name,
        now=store.newest(),
        note=store.setting("note"),
        readings=readings,
        copies=basis.copies,
        refused=basis.refused,
        origins=origins,
        incidents=happenings,
        weighing=main,
        other_rules={name: found for name, found in weighings.items() if name != rule},
        statements=recall(
            "statements",
            (subject, origins, main, distrusted),
            lambda: tuple(agreement(subject, origins, main, distrusted=distrusted)),
        ),
        actors=actors,
        sources=profile_sources(
            basis.sources(readings),
            origins,
            grades=grades,
            distrusted=distrusted,
            proposed=proposed,
            fuller=basis.fuller,
        ),
        timeline=basis.timeline(readings),
        matrix=matrix,
        verdict=recall(
            "verdict", (matrix, analysts, yardstick), lambda: verdict_of(matrix, analysts, yardstick=yardstick)
        ),
        decisions=tuple(rows),
        without_each=_without_each(main, weigher, rule) if each else {},
        reviews=reviews,
        panel=analysts,
        indicators=indicators_of(rows),
        post_mortem=post_mortem_of(rows, ground),
        written=written_of(rows),
        sensitive=sensitive_of(rows),
        described=basis.described(actors),
    )


def with_each(view: CaseView, rule: RuleName) -> CaseView:
    """Add to a view, made by this rule, what each source changes."""
    return msgspec.structs.replace(view, without_each=_without_each(view.weighing, _again(view), rule))


def weigh_without(view: CaseView, sources: Sequence[str], rule: RuleName) -> Weighing:
    """Weigh the subject of a view anew, with some more sources set aside; decides nothing."""
    return _again(view)(rule, sources)


def subject_of_view(view: CaseView) -> list[Reading]:
    """Readings of the incident that a view is about."""
    groups = [IncidentGroup(id=i.id, documents=i.documents, date=i.date, place=i.place) for i in view.incidents]
    return reported(groups, view.readings, view.decisions)


def _again(view: CaseView) -> Callable[[RuleName, Sequence[str]], Weighing]:
    """What weighed the subject of a view, made anew from the view."""
    subject = subject_of_view(view)
    grades, distrusted = grades_of(view.decisions), distrusted_of(view.decisions)
    return _weigher(subject, view.origins, grades, distrusted, _settled(subject, view.reviews))


def _weigher(
    subject: Sequence[Reading],
    origins: Origins,
    grades: Mapping[str, str],
    distrusted: Sequence[str],
    settled: Mapping[str, Sequence[tuple[int, int]]],
) -> Callable[[RuleName, Sequence[str]], Weighing]:
    """Make a function that weighs the subject by a rule, without some sources.

    What rests on a claim that a person found right is no longer marked as proposed.
    """
    held = held_of(subject, origins)  # what is said depends on neither rule nor trust
    every = weigh(subject, origins, rule="airwars", held=held).accounts if settled else ()
    sure = frozenset(a.id for a in every if _rests_on(a, settled))

    def weighed(name: RuleName, without: Sequence[str] = ()) -> Weighing:
        out = (*distrusted, *without)
        return weigh(subject, origins, rule=name, grades=grades, distrusted=out, decided=sure, held=held)

    return weighed


def _settled(readings: Sequence[Reading], reviews: Sequence[ClaimReview]) -> dict[str, list[tuple[int, int]]]:
    """Where the claims stand, by document, that a person found right."""
    right = {(r.document, r.claim) for r in reviews if r.state in ("accepted", "edited", "marked")}
    return {
        r.document.id: [(s.start, s.end) for c in r.claims if (r.document.id, c.id) in right for s in c.content]
        for r in (readings if right else ())
    }


def _rests_on(account: Account, settled: Mapping[str, Sequence[tuple[int, int]]]) -> bool:
    at = account.passage
    return any(start <= at.start and at.end <= end for start, end in settled.get(at.document, ()))


def reported(
    groups: Sequence[IncidentGroup], readings: Sequence[Reading], rows: Sequence[Decision], incident: str | None = None
) -> list[Reading]:
    """Readings of the incident that the case is about."""
    about = subject_of(groups, chosen_of(rows), incident)
    members = set(about.documents) if about else set()
    return [r for r in readings if r.document.id in members]


def _incidents(
    basis: Basis,
    groups: Sequence[IncidentGroup],
    readings: Sequence[Reading],
    origins: Origins,
    rule: RuleName,
) -> Iterator[Incident]:
    by_id = {r.document.id: r for r in readings}
    near = nearby(origins)
    for number, group in enumerate(groups):
        basis.tell("figures", number, len(groups))
        mine, home = tuple(by_id[i] for i in group.documents), near(group.documents)

        def weighed(group: IncidentGroup = group, mine: Sequence[Reading] = mine, home: Origins = home) -> Incident:
            return as_incident(group, weigh(mine, home, rule=rule))

        yield basis.incident(group, rule, mine, home, weighed)


def nearby(origins: Origins) -> Callable[[Iterable[str]], Origins]:
    """Make a function that gives, for some documents, their links and those of documents that depend on them.

    Weighing one of thousands of happenings then does not go through the links of all.
    """
    own = {link.id: link for link in origins.documents}
    upon: dict[str, list[OriginLink]] = {}
    for link in origins.documents:
        if link.of is not None:
            upon.setdefault(link.of, []).append(link)

    def near(documents: Iterable[str]) -> Origins:
        links = [link for name in documents for link in (own.get(name), *upon.get(name, ())) if link is not None]
        return Origins(documents=tuple({link.id: link for link in links}.values()), origins=())

    return near


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
