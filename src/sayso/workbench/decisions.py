"""What people decided, as the rooms need it: grades, distrust, overruled origins, the matrix."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sayso.errors import UsageError
from sayso.explaining import look_back, panel, parse_rating, parse_weight, score, with_analysts
from sayso.records import AchMethod, Consistency, Decision, Matrix, Panel, PostMortem, Verdict, Written
from sayso.weighing.speakers import plain_name
from sayso.workbench.matrix import ROW_FIELDS, Ground, analysts_of, matrix_of


def check_grade(grade: str) -> str:
    """Return an Admiralty grade in its normal form (`B2`, or `B` for the source alone)."""
    normal = grade.strip().upper()
    if not re.fullmatch(r"[A-F][1-6]?", normal):
        raise UsageError(
            f'"{grade}" is no Admiralty grade: give a letter A to F for the source and, if you like, '
            "a digit 1 to 6 for the information, such as B2."
        )
    return normal


def check_rating(rating: str) -> Consistency:
    """Return a cell of the matrix in its normal form."""
    normal = parse_rating(rating)
    if normal is None:
        raise UsageError(f'"{rating}" is no rating: give one of CC C N I II NA (or ++ + 0 - --).')
    return normal


def check_name(name: str, what: str) -> str:
    """Return a name without blanks around it; an empty one names nothing."""
    if not name.strip():
        raise UsageError(f"An empty {what} names nothing: say which in a few words.")
    return name.strip()


def check_prior(prior: float | None) -> float | None:
    """Return a share of belief that leaves something to the other explanations."""
    if prior is not None and not 0 < prior < 1:
        raise UsageError(
            f"A prior of {prior:g} decides before any evidence: give a share between 0 and 1, such as 0.3."
        )
    return prior


def check_row(row: Mapping[str, str | None]) -> dict[str, str]:
    """Return what describes a row of evidence, without what was not given."""
    given = {k: v for k, v in row.items() if v is not None}
    unknown = sorted(set(given) - set(ROW_FIELDS))
    if unknown:
        raise UsageError(f"A row of evidence has no {unknown[0]}: choose from {', '.join(ROW_FIELDS)}.")
    if "grade" in given:
        given["grade"] = check_grade(given["grade"])
    for name in ("credibility", "relevance"):
        if name in given and parse_weight(given[name]) is None:
            raise UsageError(f'"{given[name]}" is no {name}: give low, medium, high, or a number from 0 to 1.')
    return given


def check_day(day: str) -> str:
    """Return a day as an ISO date."""
    try:
        return date.fromisoformat(day.strip()[:10]).isoformat()
    except ValueError:
        raise UsageError(f'"{day}" is no date: write it as 2031-06-30.') from None


def check_relation(document: str, relation: str, of: str | None, held: Collection[str]) -> None:
    """See that a relation between documents makes sense."""
    if relation not in ("original", "independent", "reprint", "rewrite", "cites"):
        raise UsageError(f'There is no relation "{relation}": choose original, independent, reprint, rewrite or cites.')
    for name in (document, of):
        if name is not None and name not in held:
            raise UsageError(f"There is no document {name} in this case.")
    if (of is None) != (relation in ("original", "independent")) or of == document:
        raise UsageError("A reprint, rewrite or citation is one of another document, and only those are: name it.")


def verdict_of(
    matrix: Matrix | None, analysts: Panel | None = None, *, method: AchMethod = "bayes", yardstick: str = "icd203"
) -> Verdict | None:
    """Score a matrix as soon as there is something to weigh: evidence, and two explanations to weigh it between."""
    if matrix is None or not matrix.evidence or len(matrix.hypotheses) < 2:
        return None
    verdict = score(matrix, method, yardstick=yardstick)
    return verdict if analysts is None else with_analysts(verdict, analysts)


def panel_of(rows: Sequence[Decision], ground: Ground | None = None) -> Panel | None:
    """Analysts side by side, each with their own ratings of the same matrix; none while fewer than two have rated."""
    names, whole = analysts_of(rows), matrix_of(rows, ground=ground)
    if len(names) < 2 or whole is None or len(whole.hypotheses) < 2 or not whole.evidence:
        return None
    found = {name: matrix_of(rows, ground=ground, analyst=name) for name in names}
    return panel({name: matrix for name, matrix in found.items() if matrix is not None}, whole)


def grades_of(rows: Iterable[Decision]) -> dict[str, str]:
    """Grade by source, named as in the newest word on it, which stands, however the name was spelt before.

    Credibilities of single claims, which are numbers, are no grades.
    """
    newest = {plain_name(d.subject): d for d in rows if d.kind == "grade" and isinstance(d.value, str)}
    return {d.subject: str(d.value) for d in newest.values()}


def overrules_of(rows: Iterable[Decision]) -> dict[str, tuple[Any, str | None]]:
    """Relations between documents that a person set: document id to (relation, of)."""
    return {d.subject: (d.value["relation"], d.value.get("of")) for d in rows if d.kind == "origin"}


def post_mortem_of(rows: Sequence[Decision], ground: Ground | None = None) -> PostMortem | None:
    """Hold the matrix as it stood when the case was closed against what turned out; none while it is open."""
    closed = next((row for row in reversed(rows) if row.kind == "outcome"), None)
    matrix = matrix_of([row for row in rows if row.id < closed.id], ground=ground) if closed is not None else None
    if closed is None or matrix is None:
        return None
    value = closed.value
    return look_back(
        matrix, value["probabilities"], value["true"], note=value.get("note"), who=closed.who, when=closed.when
    )


def written_of(rows: Iterable[Decision]) -> tuple[Written, ...]:
    """Sections of the report that people wrote: of each section and place the newest, oldest first."""
    newest: dict[tuple[str, str], Written] = {}
    for row in rows:
        if row.kind == "section":
            key = (row.subject, row.value["place"])
            newest.pop(key, None)
            if row.value["text"]:
                newest[key] = Written(
                    section=row.subject,
                    place=row.value["place"],
                    text=row.value["text"],
                    who=row.who,
                    when=row.when,
                    over=row.value.get("over"),
                )
    return tuple(newest.values())


def sensitive_of(rows: Iterable[Decision]) -> dict[str, bool]:
    """Names that people marked as sensitive (true) or as public (false), as they wrote them; the newest word stands."""
    return {row.subject: bool(row.value) for row in rows if row.kind == "sensitive"}
