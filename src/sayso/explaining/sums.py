"""The sums of a board as arrays, and what they come to when single cells or weights are changed.

Changing something takes its part away from the whole and sums only the origin that it touched again, so that a matrix
of 500 rows and 12 hypotheses, with every cell and weight changed in turn, takes a fraction of a second.
"""

from __future__ import annotations

import math
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, Final

from sayso.explaining.board import Board
from sayso.explaining.ratings import LIKELIHOOD, SCALE, STEPS

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Sums"]

_STEP_WEIGHT: Final = math.sqrt(2.0)
"""A weight one word higher or lower, as PARC spaces its three words."""

_FIXED: Final = 9
"""In place of the step of a cell that does not apply."""


class Sums:
    """Bayes of a board: `logs` (items x hypotheses) of P(e|h), `terms` by origin, `total` with the priors' logs.

    `steps` are the ratings on one line, 2 (CC) to -2 (II).
    """

    def __init__(self, board: Board) -> None:
        import numpy as np  # noqa: PLC0415 - heavy, and only needed once a matrix is scored

        self.np = np
        self.board = board
        shape = (len(board.items), len(board.hypotheses))
        self.weights = np.array([item.weight for item in board.items], dtype=float)
        self.logs = np.array([item.logs for item in board.items], dtype=float).reshape(shape)
        steps = [[_FIXED if cell == "NA" else STEPS[cell] for cell in item.cells] for item in board.items]
        self.steps = np.array(steps, dtype=int).reshape(shape)
        self._changed: tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]] | None = None
        ends = list(accumulate(len(group) for group in board.origins()))
        self.slices = [slice(start, end) for start, end in pairwise([0, *ends])]
        self.terms = [self.term(self.weights[part], self.logs[part]) for part in self.slices]
        self.total = sum(self.terms, np.log(np.array(board.priors)))

    def term(self, weights: NDArray[Any], logs: NDArray[Any]) -> NDArray[Any]:
        """One origin's term; see `sayso.explaining.board.term`."""
        rows = weights[:, None] * logs
        total: NDArray[Any] = rows.sum(axis=0)
        if len(rows) == 1:
            return total
        cap = float((rows.max(axis=1) - rows.min(axis=1)).max())
        spread = float(total.max() - total.min())
        return total * (cap / spread) if spread > cap else total

    def changed_cells(self) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]:
        """Every cell rated every other way: places of items, of hypotheses, new steps, new log odds.

        A cell that is not rated stands at neutral and may move like one; one that does not apply stays.
        """
        np = self.np
        if self._changed is None:
            # Cells that do not apply stand beyond the scale, so that no move leads from them.
            grid = np.broadcast_to(self.steps[:, :, None], (*self.steps.shape, len(SCALE)))
            items, columns, now = np.nonzero((grid != np.arange(-2, 3)) & (grid <= 2))
            rows = self.logs[items] * self.weights[items, None]
            by_step = np.array([math.log(LIKELIHOOD[cell]) for cell in SCALE])
            rows[np.arange(len(items)), columns] = by_step[now] * self.weights[items]
            self._changed = (items, columns, now - 2, self._with_rows(items, rows))
        return self._changed

    def moved_cells(self) -> NDArray[Any]:
        """Log odds with every rating moved by one step, one at a time."""
        items, columns, now, logs = self.changed_cells()
        return logs[self.np.abs(now - self.steps[items, columns]) == 1]  # type: ignore[no-any-return]

    def changed_weights(self) -> NDArray[Any]:
        """Log odds with every row weighed one word higher, then one word lower."""
        items = self.np.tile(self.np.arange(len(self.weights)), 2)
        factors = self.np.repeat([_STEP_WEIGHT, 1 / _STEP_WEIGHT], len(self.weights))
        return self._with_rows(items, (self.weights[items] * factors)[:, None] * self.logs[items])

    def _with_rows(self, items: NDArray[Any], rows: NDArray[Any]) -> NDArray[Any]:
        """Log odds where, in each variation, one item's weighted row is another."""
        np = self.np
        own = self.weights[:, None] * self.logs
        origin = np.empty(len(own), dtype=int)
        others = np.full(len(own), -1.0)
        spreads = own.max(axis=1) - own.min(axis=1) if len(own) else np.empty(0)
        for number, part in enumerate(self.slices):
            origin[part] = number
            if part.stop - part.start > 1:
                top, next_ = np.sort(spreads[part])[[-1, -2]]
                others[part] = np.where(spreads[part] == top, next_, top)
        raw = np.array([own[part].sum(axis=0) for part in self.slices]).reshape(len(self.slices), own.shape[1])
        terms = np.array(self.terms).reshape(raw.shape)
        whole = raw[origin[items]] - own[items] + rows
        cap = np.maximum(others[items], rows.max(axis=1) - rows.min(axis=1))
        spread = whole.max(axis=1) - whole.min(axis=1)
        shared = (others[items] >= 0) & (spread > cap)
        factor = np.where(shared, cap / np.where(shared, spread, 1.0), 1.0)
        return self.total - terms[origin[items]] + whole * factor[:, None]  # type: ignore[no-any-return]

    def chances(self, logs: NDArray[Any]) -> NDArray[Any]:
        """Probabilities of each row of log odds."""
        raw = self.np.exp(logs - logs.max(axis=1, keepdims=True))
        return raw / raw.sum(axis=1, keepdims=True)  # type: ignore[no-any-return]
