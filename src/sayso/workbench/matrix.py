"""The matrix of a case from what people decided: hypotheses, links, evidence on claims, every analyst's ratings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from msgspec.structs import replace

from sayso.errors import UsageError
from sayso.explaining import as_row, combined, even_priors, mean_step, scored
from sayso.records import (
    Consistency,
    Decision,
    Document,
    Evidence,
    HypothesisLink,
    Indicator,
    Matrix,
    Origins,
    Passage,
    Reading,
    Record,
)
from sayso.weighing.speakers import plain_name

ROW_FIELDS = ("credibility", "relevance", "grade", "source", "origin")
Cells = dict[tuple[str, str], dict[str, Consistency]]
"""Ratings by (evidence, hypothesis) and analyst."""


class Hung(Record, frozen=True, kw_only=True):
    """A claim that evidence hangs on, as it stood when it was tied to it."""

    claim: str
    document: str
    speaker: str | None
    outlet: str | None
    passages: tuple[Passage, ...]


class Ground(Record, frozen=True, kw_only=True):
    """What rows of evidence stand on: the name of each document's origin, and grades by plain name of the source."""

    origins: dict[str, str] = {}  # noqa: RUF012 - msgspec copies empty defaults
    grades: dict[str, str] = {}  # noqa: RUF012 - as above


def ground_of(documents: Sequence[Document], origins: Origins, grades: Mapping[str, str]) -> Ground:
    """Name origins by the outlet of their first document; those that share an outlet are told apart by their id."""
    outlets = {d.id: d.outlet for d in documents}
    firsts = {o.id: outlets.get(o.documents[0]) or o.id for o in origins.origins if o.documents}
    taken = Counter(firsts.values())
    names = {k: name if taken[name] == 1 else f"{name} ({k})" for k, name in firsts.items()}
    return Ground(
        origins={link.id: names.get(link.origin, link.origin) for link in origins.documents},
        grades=by_plain_name(grades),
    )


def by_plain_name(grades: Mapping[str, str]) -> dict[str, str]:
    """Grades by names as they are compared."""
    return {plain_name(name): grade for name, grade in grades.items()}


def hang(readings: Iterable[Reading], claims: Sequence[str]) -> list[Hung]:
    """Look claims up, in the order given.

    Raises:
        UsageError: no claim of that id is in the case.
    """
    found: dict[str, Hung] = {}
    wanted = set(claims)
    for reading in readings:
        for claim in reading.claims:
            if claim.id in wanted and claim.id not in found:
                document = reading.document
                found[claim.id] = Hung(
                    claim=claim.id,
                    document=document.id,
                    speaker=(claim.source.entity or claim.source.text) if claim.source else None,
                    outlet=document.outlet,
                    passages=tuple(
                        Passage(document=document.id, start=s.start, end=s.end, text=s.text) for s in claim.content
                    ),
                )
    lost = next((claim for claim in claims if claim not in found), None)
    if lost is not None:
        raise UsageError(f"There is no claim {lost} in this case; sayso show CASE claims --json lists their ids.")
    return [found[claim] for claim in claims]


def hangs_of(rows: Iterable[Decision]) -> dict[str, tuple[Hung, ...]]:
    """The claims of every row of evidence that hangs on any."""
    import msgspec  # noqa: PLC0415 - only cases with such rows need it

    return {
        row.subject: msgspec.convert(row.value["hung"], tuple[Hung, ...])
        for row in rows
        if row.kind == "evidence" and row.value.get("hung")
    }


def distrusted_of(rows: Iterable[Decision]) -> tuple[str, ...]:
    """Sources that are set aside, by name; the newest word on one stands, however the name was spelt before."""
    newest = {plain_name(d.subject): d for d in rows if d.kind == "distrust"}
    return tuple(sorted(d.subject for d in newest.values() if d.value))


def _shunned(source: str | None, hung: Sequence[Hung], distrusted: frozenset[str]) -> bool:
    """Whether a row rests on nothing but distrusted sources: all its claims are theirs, or it names one."""
    if hung:
        return all({plain_name(one.speaker or ""), plain_name(one.outlet or "")} & distrusted for one in hung)
    return plain_name(source or "") in distrusted


def matrix_of(rows: Iterable[Decision], *, ground: Ground | None = None, analyst: str | None = None) -> Matrix | None:
    """Rebuild the matrix from decisions, oldest first; of one analyst's ratings of a cell the newest stands.

    Where several analysts rated a cell, their median stands in it, and their mean beside it. With `analyst`, only that
    person's ratings are in the cells. A row's grade is that of its source unless it has one of its own, its source and
    origin those of the first claim that it hangs on unless they were given. A row that rests on nothing but distrusted
    sources keeps its ratings and is set aside.
    """
    rows = list(rows)
    hypotheses: dict[str, float | None] = {r.subject: r.value.get("prior") for r in rows if r.kind == "hypothesis"}
    if not hypotheses:
        return None
    links = links_of(rows, hypotheses)
    described, cells = _described(rows), cells_of(rows)
    hung = hangs_of(rows)
    distrusted = frozenset(map(plain_name, distrusted_of(rows)))
    settled = (as_row(one, tuple(hypotheses)) for one in indicators_of(rows))
    made = [
        _row(name, fields, hypotheses, cells, hung.get(name, ()), ground=ground or Ground(), analyst=analyst)
        for name, fields in described.items()
    ]
    return Matrix(
        hypotheses=tuple(hypotheses),
        evidence=(
            *(replace(r, set_aside=True) if _shunned(r.source, hung.get(r.name, ()), distrusted) else r for r in made),
            *(row for row in settled if row is not None),
        ),
        priors=_priors(hypotheses, links),
        links=links,
    )


def _described(rows: Iterable[Decision]) -> dict[str, dict[str, str]]:
    """What was said about each row of evidence, in order of first appearance."""
    described: dict[str, dict[str, str]] = {}
    for row in rows:
        if row.kind in ("evidence", "rating"):
            fields = described.setdefault(row.subject, {})
            fields.update({k: str(row.value[k]) for k in ROW_FIELDS if row.value.get(k) is not None})
    return described


def cells_of(rows: Iterable[Decision]) -> Cells:
    """Every analyst's newest rating of every cell."""
    cells: Cells = {}
    for row in rows:
        who = str(row.value.get("analyst") or row.who) if row.kind in ("evidence", "rating") else ""
        if row.kind == "rating":
            cells.setdefault((row.subject, row.value["hypothesis"]), {})[who] = row.value["rating"]
        elif row.kind == "evidence":
            for hypothesis, cell in (row.value.get("cells") or {}).items():
                if cell:
                    cells.setdefault((row.subject, hypothesis), {})[who] = cast("Consistency", cell)
    return cells


def analysts_of(rows: Iterable[Decision]) -> tuple[str, ...]:
    """Everybody who rated a cell that still stands, by name."""
    return tuple(sorted({who for cell in cells_of(rows).values() for who in cell}))


def _row(
    name: str,
    fields: Mapping[str, str],
    hypotheses: Iterable[str],
    cells: Cells,
    hung: tuple[Hung, ...],
    *,
    ground: Ground,
    analyst: str | None,
) -> Evidence:
    given = [cells.get((name, h), {}) for h in hypotheses]
    if analyst is not None:
        given = [{who: cell for who, cell in ratings.items() if who == analyst} for ratings in given]
    first = hung[0] if hung else None
    source = fields.get("source") or (first and (first.speaker or first.outlet)) or None
    grade = fields.get("grade") or ground.grades.get(plain_name(source or ""))
    if grade is None and first is not None:
        grade = ground.grades.get(plain_name(first.outlet or ""))
    return Evidence(
        name=name,
        cells=tuple(combined(list(ratings.values())) if ratings else None for ratings in given),
        means=tuple(mean_step(list(r.values())) for r in given) if any(len(r) > 1 for r in given) else (),
        credibility=fields.get("credibility"),
        relevance=fields.get("relevance"),
        grade=grade,
        source=source,
        origin=fields.get("origin") or (first and ground.origins.get(first.document)) or None,
        claims=tuple(one.claim for one in hung),
        passages=tuple(passage for one in hung for passage in one.passages),
    )


def links_of(rows: Iterable[Decision], hypotheses: Iterable[str]) -> tuple[HypothesisLink, ...]:
    """Links between hypotheses of the case; the newest word on a pair stands."""
    known, newest = set(hypotheses), dict[frozenset[str], HypothesisLink | None]()
    for row in rows:
        if row.kind == "link" and {row.subject, row.value["to"]} <= known:
            kind = row.value["kind"]
            pair = frozenset((row.subject, row.value["to"]))
            newest.pop(pair, None)
            newest[pair] = (
                None if kind == "none" else HypothesisLink(first=row.subject, second=row.value["to"], kind=kind)
            )
    return tuple(link for link in newest.values() if link is not None)


def indicators_of(rows: Iterable[Decision]) -> tuple[Indicator, ...]:
    """Indicators in the order in which they were written down, each with how it was settled, and scored."""
    import msgspec  # noqa: PLC0415 - loaded with the records

    found: dict[str, Indicator] = {}
    for row in rows:
        if row.kind != "indicator":
            continue
        value: dict[str, Any] = row.value
        if "by" in value:
            found[row.subject] = Indicator(
                says=row.subject,
                by=value["by"],
                ratings=value["ratings"],
                who=row.who,
                made=row.when,
                probability=value.get("probability"),
            )
        elif row.subject in found:
            found[row.subject] = msgspec.structs.replace(
                found[row.subject], state=value["state"], resolved=value.get("on"), note=value.get("note")
            )
    return tuple(scored(one) for one in found.values())


def _priors(hypotheses: dict[str, float | None], links: Sequence[HypothesisLink]) -> tuple[float, ...]:
    """Given priors stand in proportion; those not given share what is left over, variants as one explanation."""
    given = {h: p for h, p in hypotheses.items() if p is not None}
    if not given:
        return ()
    open_ = [h for h in hypotheses if h not in given]
    left = max(0.0, 1.0 - sum(given.values()))
    even = dict(zip(open_, even_priors(open_, links), strict=True))
    share = left or sum(given.values()) / len(given) * len(open_)
    raw = [p if p is not None else share * even[h] for h, p in hypotheses.items()]
    return tuple(p / sum(raw) for p in raw)
