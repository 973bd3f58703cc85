"""Several analysts who rated apart: where they differ, how far they agree, and their probabilities pooled."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.explaining.board import probabilities, set_up
from sayso.explaining.ratings import SCALE, STEPS
from sayso.records import AnalystView, CellDispute, Consistency, Matrix, Panel, Verdict

__all__ = ["combined", "mean_step", "panel", "with_analysts"]


def combined(ratings: Sequence[Consistency]) -> Consistency:
    """The rating that stands for several: their median; between two middle ones, that nearer to neutral.

    `NA` stands only where at least half of them say so, and counts for nothing else.
    """
    steps = sorted(STEPS[rating] for rating in ratings if rating != "NA")
    if 2 * len(steps) <= len(ratings):
        return "NA"
    low, high = steps[(len(steps) - 1) // 2], steps[len(steps) // 2]
    middle = (low + high) / 2
    return SCALE[int(math.copysign(math.floor(abs(middle)), middle)) + 2]


def mean_step(ratings: Sequence[Consistency]) -> float | None:
    """Mean of ratings in steps, 2 (CC) to -2 (II); null where none of them applies."""
    steps = [STEPS[rating] for rating in ratings if rating != "NA"]
    return sum(steps) / len(steps) if steps else None


def panel(matrices: Mapping[str, Matrix], whole: Matrix) -> Panel:
    """Put analysts side by side; all matrices have the same hypotheses and rows in the same order as the `whole`.

    What an analyst did not rate is taken from the whole, so that whoever looked at three rows of forty is not heard as
    if the others said nothing. Probabilities of each analyst are coherent, because one scorer makes them, and are then
    averaged with equal weight: of the aggregations compared by Mandel, Karvetski and Dhami (Judgment and Decision
    Making, 2018) coherent ones come closest to the truth.
    """
    views = []
    for analyst, matrix in sorted(matrices.items()):
        chances = probabilities(set_up(_filled(matrix, whole)).totals()["bayes"])
        best = max(chances)
        views.append(
            AnalystView(
                analyst=analyst,
                rated=sum(cell is not None for row in matrix.evidence for cell in row.cells),
                leaders=tuple(h for h, p in zip(matrix.hypotheses, chances, strict=True) if best - p <= 1e-9),
                probabilities=tuple(round(p, 12) for p in chances),
            )
        )
    cells = list(_cells(matrices))
    disputes = [cell for cell in cells if cell.spread or len(set(cell.ratings.values())) > 1]
    return Panel(
        hypotheses=whole.hypotheses,
        analysts=tuple(views),
        pooled=tuple(
            round(math.fsum(view.probabilities[h] for view in views) / len(views), 12)
            for h in range(len(whole.hypotheses))
        ),
        agreement=_alpha([[STEPS[r] for r in cell.ratings.values() if r != "NA"] for cell in cells]),
        cells=tuple(sorted(disputes, key=lambda cell: -cell.spread)),
    )


def _filled(matrix: Matrix, whole: Matrix) -> Matrix:
    """One analyst's matrix with the cells of the whole where that analyst gave none."""
    return msgspec.structs.replace(
        whole,
        evidence=tuple(
            msgspec.structs.replace(
                row, means=(), cells=tuple(c or o for c, o in zip(own.cells, row.cells, strict=True))
            )
            for own, row in zip(matrix.evidence, whole.evidence, strict=True)
        ),
    )


def _cells(matrices: Mapping[str, Matrix]) -> Iterable[CellDispute]:
    """Every cell with who rated it how, in the order of the matrix."""
    first = next(iter(matrices.values()))
    for index, row in enumerate(first.evidence):
        for h, hypothesis in enumerate(first.hypotheses):
            rated = {who: matrix.evidence[index].cells[h] for who, matrix in sorted(matrices.items())}
            ratings = {who: cell for who, cell in rated.items() if cell is not None}
            steps = [STEPS[cell] for cell in ratings.values() if cell != "NA"]
            spread = max(steps) - min(steps) if steps else 0
            yield CellDispute(evidence=row.name, hypothesis=hypothesis, ratings=ratings, spread=spread)


def _alpha(units: Iterable[Sequence[int]]) -> float | None:
    """Krippendorff's alpha with the interval metric (Content Analysis, 2004, chapter 11); null where undefined."""
    paired = [unit for unit in units if len(unit) > 1]
    values = [value for unit in paired for value in unit]
    if not values or len(set(values)) < 2:
        return None
    observed = math.fsum(_squares(unit) / (len(unit) - 1) for unit in paired) / len(values)
    expected = _squares(values) / (len(values) * (len(values) - 1))
    return round(1 - observed / expected, 6)


def _squares(values: Sequence[int]) -> float:
    """Sum of the squared differences of all ordered pairs."""
    return 2 * (len(values) * sum(value * value for value in values) - sum(values) ** 2)


def with_analysts(verdict: Verdict, found: Panel) -> Verdict:
    """The verdict with its intervals widened to what each analyst's own ratings come to."""
    return msgspec.structs.replace(
        verdict,
        hypotheses=tuple(
            msgspec.structs.replace(
                score,
                low=min(score.low or 0.0, *(view.probabilities[h] for view in found.analysts)),
                high=max(score.high or 0.0, *(view.probabilities[h] for view in found.analysts)),
            )
            for h, score in enumerate(verdict.hypotheses)
        ),
    )
