"""What a matrix leaves open."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records import Gaps, Matrix

__all__ = ["gaps"]


def gaps(matrix: Matrix, contenders: Sequence[int] = ()) -> Gaps:
    """Name rows nobody rated, rows rated in part, rows that separate nothing, and hypotheses nothing speaks against.

    A hypothesis without evidence against it has not been confirmed: nobody has looked, or nobody has found.

    Args:
        matrix: whose rows are looked at.
        contenders: numbers of the hypotheses that the scores do not separate; a row with an open cell under one of
            these (or under a leader that stands alone) would tell more once it is rated.
    """
    rated = [(row, [cell for cell in row.cells if cell is not None]) for row in matrix.evidence]
    return Gaps(
        unrated=tuple(row.name for row, cells in rated if not cells),
        partly_rated=tuple(row.name for row, cells in rated if 0 < len(cells) < len(row.cells)),
        untested=tuple(
            name
            for h, name in enumerate(matrix.hypotheses)
            if not any(row.cells[h] in ("I", "II") for row in matrix.evidence)
        ),
        non_diagnostic=tuple(row.name for row, cells in rated if len(cells) == len(row.cells) and len(set(cells)) == 1),
        would_separate=tuple(row.name for row in matrix.evidence if any(row.cells[h] is None for h in contenders)),
    )
