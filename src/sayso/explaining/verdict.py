"""All scores of a matrix side by side, and what they rest on."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from sayso.errors import UsageError
from sayso.explaining.board import TOLERANCE, Board, competition_ranks, linked, probabilities, set_up
from sayso.explaining.confidence import confidence
from sayso.explaining.gaps import gaps
from sayso.explaining.overturn import overturn
from sayso.explaining.ratings import METHODS, STEPS, row_weight
from sayso.explaining.sensitivity import Sensitivity
from sayso.knowledge.likelihood import words
from sayso.records import AchMethod, Evidence, EvidenceScore, HypothesisScore, LeftOut, LinkedGroup, Matrix, Verdict

__all__ = ["leave_out", "score"]


def score(matrix: Matrix, method: AchMethod = "bayes", *, yardstick: str = "icd203") -> Verdict:
    """Score a matrix by every method, and follow `method` for ranks, leaders and what changes them.

    `counts` is Heuer's count of inconsistent rows, `parc` the weighted inconsistency of PARC ACH 2, `squared` the
    inconsistency of Open Synthesis: smaller is better. `bayes` is log odds. Probabilities are those of Bayes whatever
    the method, and sum to 1; their interval is over single changes (a row, source or origin left out, a rating or a
    weight moved by one step) and over cells not yet rated. What counts as one row is told in `sayso.explaining.board`.

    Args:
        matrix: at least two hypotheses; every row has a cell for each.
        method: `counts`, `parc`, `squared` or `bayes`.
        yardstick: `icd203` or `phia`, for the words of likelihood.

    Raises:
        UsageError: an unknown method or yardstick, fewer than two hypotheses, a row of another length, or priors that
            are not one positive share for each hypothesis.
    """
    _check(matrix, method)
    board = set_up(matrix)
    totals = board.totals()
    ranks = {each: competition_ranks(values, smaller_is_better=each != "bayes") for each, values in totals.items()}
    order = ranks[method]
    leaders = tuple(h for h, rank in enumerate(order) if rank == 1)
    margin = board.margin(method)
    contenders = _within(margin, totals[method], board, method)
    sensitivity = Sensitivity(matrix, board, method)
    without, smallest, open_ = (
        sensitivity.without(),
        overturn(sensitivity, matrix),
        gaps(matrix, _looked_at(order, contenders)),
    )
    led_by = {tuple(h for h, rank in enumerate(found) if rank == 1) for found in ranks.values()}
    sure, doubts = confidence(
        separated=len(contenders) == 1,
        agree=len(led_by) == 1,
        without=without,
        overturn=smallest,
        origins=len(board.origins()),
        gaps=open_,
        leaders=[matrix.hypotheses[h] for h in leaders],
    )
    chances = probabilities(totals["bayes"])
    joined = [group for group in linked(matrix.hypotheses, matrix.links) if len(group) > 1]
    bounds = sensitivity.intervals([*((h,) for h in range(len(chances))), *joined])
    return Verdict(
        method=method,
        hypotheses=tuple(
            HypothesisScore(
                name=name,
                scores={each: round(totals[each][h], 9) for each in METHODS},
                rank=order[h],
                probability=round(chances[h], 12),
                low=min(bounds[h][0], round(chances[h], 12)),
                high=max(bounds[h][1], round(chances[h], 12)),
                words=words(min(max(chances[h], 0.0), 1.0), yardstick),
                ranks={each: ranks[each][h] for each in METHODS},
            )
            for h, name in enumerate(matrix.hypotheses)
        ),
        leaders=tuple(matrix.hypotheses[h] for h in leaders),
        separated=len(contenders) == 1,
        # Rows are left out first and in order, so the first entries are theirs.
        evidence=tuple(_evidence(row, order, without[index].changes) for index, row in enumerate(matrix.evidence)),
        without=without,
        leaders_by_method={
            each: tuple(name for name, rank in zip(matrix.hypotheses, ranks[each], strict=True) if rank == 1)
            for each in METHODS
        },
        contenders=tuple(matrix.hypotheses[h] for h in contenders),
        margin=round(margin, 9),
        yardstick=yardstick,
        gaps=open_,
        groups=tuple(
            _group(matrix, group, chances, limits, yardstick)
            for group, limits in zip(joined, bounds[len(chances) :], strict=True)
        ),
        overturn=smallest,
        confidence=sure,
        doubts=doubts,
    )


def _looked_at(ranks: Sequence[int], contenders: Sequence[int]) -> list[int]:
    """Hypotheses whose open cells matter most: those not separated, or the leader and the next."""
    return list(contenders) if len(contenders) > 1 else [h for h, rank in enumerate(ranks) if rank <= 2]


def leave_out(matrix: Matrix, rows: Iterable[int], name: str, method: AchMethod = "bayes") -> LeftOut:
    """What changes without any set of rows, given by their numbers from 0; a row's copies stay unless named too."""
    board = set_up(matrix)
    sensitivity = Sensitivity(matrix, board, method)
    base, now = sensitivity.outcome(frozenset()), sensitivity.outcome(frozenset(rows))
    return LeftOut(
        kind="set",
        name=name,
        leaders=sensitivity.named(now.leaders),
        changes=now.leaders != base.leaders,
        contenders=sensitivity.named(now.contenders),
        probabilities=now.chances,
    )


def _group(
    matrix: Matrix, group: tuple[int, ...], chances: tuple[float, ...], limits: tuple[float, float], yardstick: str
) -> LinkedGroup:
    both = min(math.fsum(chances[h] for h in group), 1.0)
    return LinkedGroup(
        names=tuple(matrix.hypotheses[h] for h in group),
        probability=round(both, 12),
        low=min(limits[0], round(both, 12)),
        high=max(limits[1], round(both, 12)),
        words=words(both, yardstick),
    )


def _check(matrix: Matrix, method: str) -> None:
    if method not in METHODS:
        raise UsageError(f"There is no method {method!r}; choose one of {', '.join(METHODS)}.")
    wide = len(matrix.hypotheses)
    if wide < 2:
        raise UsageError("A matrix needs at least two hypotheses to weigh against each other.")
    for row in matrix.evidence:
        if len(row.cells) != wide:
            raise UsageError(f"Row {row.name!r} has {len(row.cells)} ratings for {wide} hypotheses.")
    priors = matrix.priors
    if priors and (len(priors) != wide or min(priors) <= 0 or abs(math.fsum(priors) - 1) > 1e-6):
        raise UsageError("Priors are one share above 0 for each hypothesis, and sum to 1.")


def _within(margin: float, values: tuple[float, ...], board: Board, method: AchMethod) -> list[int]:
    """The leaders and all that the margin does not separate from them."""
    # Between two hypotheses the log of their ratio counts, which is free of the others; log odds are not.
    sizes = [-math.log(p) if p > 0 else math.inf for p in probabilities(values)] if method == "bayes" else list(values)
    best = min(sizes)
    return [h for h in range(len(board.hypotheses)) if sizes[h] - best <= margin + TOLERANCE]


def _evidence(row: Evidence, ranks: tuple[int, ...], decides: bool) -> EvidenceScore:  # noqa: FBT001 - a field's value
    steps = [STEPS[cell] for cell in row.cells if cell is not None]
    return EvidenceScore(
        name=row.name,
        diagnosticity=round(_deviation(steps), 9),
        between_leaders=_between(row, ranks),
        decides=decides,
        weight=round(row_weight(row), 9),
    )


def _deviation(steps: list[int]) -> float:
    """Population standard deviation; whole numbers until the last step, so that order cannot show."""
    count = len(steps)
    return math.sqrt(count * sum(step * step for step in steps) - sum(steps) ** 2) / count if count else 0.0


def _between(row: Evidence, ranks: tuple[int, ...]) -> float:
    """Steps between the two leaders: the first and the second, or any two that share a place among them."""
    first = [h for h, rank in enumerate(ranks) if rank == 1]
    second = sorted(rank for rank in ranks if rank > 1)[:1]
    rivals = first if len(first) > 1 else [h for h, rank in enumerate(ranks) if rank in second]
    pairs = [(row.cells[a], row.cells[b]) for a in first for b in rivals]
    return float(max((abs(STEPS[a] - STEPS[b]) for a, b in pairs if a is not None and b is not None), default=0))
