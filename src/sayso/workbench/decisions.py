"""What people decided, as the rooms need it: grades, distrust, overruled origins, the matrix."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, cast

import msgspec

from sayso.errors import UsageError
from sayso.explaining import score
from sayso.records import Consistency, Decision, Evidence, Matrix, Verdict

RATINGS: dict[str, Consistency] = {
    "CC": "CC", "C": "C", "N": "N", "I": "I", "II": "II", "NA": "NA",
    "++": "CC", "+": "C", "0": "N", "-": "I", "--": "II",
}  # fmt: skip
ROW_FIELDS = ("credibility", "relevance", "grade", "source", "origin")


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
    normal = RATINGS.get(rating.strip().upper())
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
        if name in given and not _is_weight(given[name]):
            raise UsageError(f'"{given[name]}" is no {name}: give low, medium, high, or a number from 0 to 1.')
    return given


def _is_weight(text: str) -> bool:
    if text.strip().lower() in ("low", "medium", "high"):
        return True
    try:
        return 0 <= float(text) <= 1
    except ValueError:
        return False


def check_relation(document: str, relation: str, of: str | None, held: Collection[str]) -> None:
    """See that a relation between documents makes sense."""
    if relation not in ("original", "independent", "reprint", "rewrite", "cites"):
        raise UsageError(f'There is no relation "{relation}": choose original, independent, reprint, rewrite or cites.')
    for name in (document, of):
        if name is not None and name not in held:
            raise UsageError(f"There is no document {name} in this case.")
    if (of is None) != (relation in ("original", "independent")) or of == document:
        raise UsageError("A reprint, rewrite or citation is one of another document, and only those are: name it.")


def verdict_of(matrix: Matrix | None) -> Verdict | None:
    """Score a matrix as soon as there is something to weigh: evidence, and two explanations to weigh it between."""
    if matrix is None or not matrix.evidence or len(matrix.hypotheses) < 2:
        return None
    return score(matrix)


def grades_of(rows: Iterable[Decision]) -> dict[str, str]:
    """Grade by source; the newest word stands. Credibilities of single claims, which are numbers, are no grades."""
    return {d.subject: str(d.value) for d in rows if d.kind == "grade" and isinstance(d.value, str)}


def distrusted_of(rows: Iterable[Decision]) -> tuple[str, ...]:
    """Sources that are set aside, by name."""
    newest = {d.subject: bool(d.value) for d in rows if d.kind == "distrust"}
    return tuple(sorted(name for name, out in newest.items() if out))


def overrules_of(rows: Iterable[Decision]) -> dict[str, tuple[Any, str | None]]:
    """Relations between documents that a person set: document id to (relation, of)."""
    return {d.subject: (d.value["relation"], d.value.get("of")) for d in rows if d.kind == "origin"}


def matrix_of(rows: Iterable[Decision]) -> Matrix | None:
    """Rebuild the matrix from decisions, oldest first, so that later ratings win over earlier ones."""
    hypotheses: dict[str, float | None] = {}
    described: dict[str, dict[str, str]] = {}
    cells: dict[tuple[str, str], Consistency] = {}
    for row in rows:
        if row.kind == "hypothesis":
            hypotheses[row.subject] = row.value.get("prior")
        elif row.kind in ("evidence", "rating"):
            fields = described.setdefault(row.subject, {})
            fields.update({k: str(row.value[k]) for k in ROW_FIELDS if row.value.get(k) is not None})
            if row.kind == "rating":
                cells[row.subject, row.value["hypothesis"]] = row.value["rating"]
            else:
                cells.update(
                    {(row.subject, h): cast("Consistency", c) for h, c in row.value.get("cells", {}).items() if c}
                )
    if not hypotheses:
        return None
    return Matrix(
        hypotheses=tuple(hypotheses),
        evidence=tuple(
            msgspec.structs.replace(
                Evidence(name=name, cells=tuple(cells.get((name, h)) for h in hypotheses)), **fields
            )
            for name, fields in described.items()
        ),
        priors=_priors(hypotheses),
    )


def _priors(hypotheses: dict[str, float | None]) -> tuple[float, ...]:
    """Given priors stand in proportion; those not given share evenly what a given one leaves over."""
    given = {h: p for h, p in hypotheses.items() if p is not None}
    if not given:
        return ()
    rest = len(hypotheses) - len(given)
    left = max(0.0, 1.0 - sum(given.values()))
    share = left / rest if rest and left else sum(given.values()) / len(given)
    raw = [p if p is not None else share for p in hypotheses.values()]
    return tuple(p / sum(raw) for p in raw)
