"""What people decided, as the rooms need it: grades, distrust, overruled origins, the matrix."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

import msgspec

from sayso.errors import UsageError
from sayso.records import Consistency, Decision, Evidence, Matrix

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


def grades_of(rows: Iterable[Decision]) -> dict[str, str]:
    """Grade by source; the newest word stands."""
    return {d.subject: str(d.value) for d in rows if d.kind == "grade"}


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
