"""What a matrix leaves open."""

from __future__ import annotations

from sayso.records import Gaps, Matrix

__all__ = ["gaps"]


def gaps(matrix: Matrix) -> Gaps:
    """Name rows nobody rated, rows rated in part, rows that separate nothing, and hypotheses nothing speaks against.

    A hypothesis without evidence against it has not been confirmed: nobody has looked, or nobody has found.
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
    )
