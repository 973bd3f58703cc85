"""A look back once the truth is known: how good the probabilities were, and which rows misled."""

from __future__ import annotations

import math
from collections.abc import Sequence

from sayso.explaining.board import set_up
from sayso.records import Matrix, PostMortem, RowPull

__all__ = ["brier", "look_back"]


def brier(probabilities: dict[str, float], true: Sequence[str]) -> float:
    """Brier score over classes (Monthly Weather Review 78, 1950): 0 best, 2 worst.

    The hypotheses that turned out true are one class; where none did, that class had no probability at all.
    """
    right = math.fsum(probabilities[name] for name in true)
    wrong = math.fsum(p * p for name, p in probabilities.items() if name not in true)
    return round((1 - right) ** 2 + wrong, 9)


def look_back(
    matrix: Matrix, probabilities: dict[str, float], true: Sequence[str], *, note: str | None, who: str, when: str
) -> PostMortem:
    """Hold what was believed against what turned out.

    Args:
        matrix: as it stood when the case was closed.
        probabilities: of each hypothesis at that time; they sum to 1.
        true: hypotheses that hold; empty where none does.
        note: how it is known.
        who: who closed the case.
        when: UTC time of closing.
    """
    false = [name for name in matrix.hypotheses if name not in true]
    rival = max(false, key=lambda name: probabilities.get(name, 0.0), default=None)
    pulls = _pulls(matrix, true, rival) if true and rival is not None else []
    best = max(probabilities.values(), default=0.0)
    return PostMortem(
        true=tuple(true),
        note=note,
        who=who,
        when=when,
        probabilities=probabilities,
        led=any(best - probabilities.get(name, 0.0) <= 1e-9 for name in true),
        brier=brier(probabilities, true),
        even=brier({name: 1 / len(probabilities) for name in probabilities}, true),
        rival=rival,
        misled=tuple(sorted((p for p in pulls if p.pull < 0), key=lambda p: p.pull)),
        helped=tuple(sorted((p for p in pulls if p.pull > 0), key=lambda p: -p.pull)),
    )


def _pulls(matrix: Matrix, true: Sequence[str], rival: str) -> list[RowPull]:
    """How far each row that counts pulls from the rival to the truth: that of its best rated true hypothesis."""
    columns = {name: h for h, name in enumerate(matrix.hypotheses)}
    found = []
    for item in set_up(matrix).items:
        row = matrix.evidence[item.members[0]]
        best = max(item.logs[columns[name]] for name in true)
        pull = item.weight * (best - item.logs[columns[rival]])
        found.append(RowPull(evidence=row.name, source=row.source, origin=row.origin, pull=round(pull, 6)))
    return found
