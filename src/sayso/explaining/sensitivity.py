"""What the verdict rests on: every row, source and origin left out in turn, and every unrated cell rated.

Leaving something out takes its part away from the whole and sums only the origins that it touched again, so that
500 rows of 12 hypotheses take a fraction of a second.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, Final, Literal

from sayso.explaining.board import TOLERANCE, Board, origin_of
from sayso.explaining.ratings import INCONSISTENCY, LIKELIHOOD
from sayso.records import AchMethod, Consistency, LeftOut, Matrix, Record

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Sensitivity"]

_DIGITS: Final = 9
"""Rounding of what is summed in floating point, so that no machine's order of adding shows."""
_GONE: Final = -1.0
"""In place of the weight of a row that is left out; a row may well weigh 0 and still be counted."""


class _Outcome(Record, frozen=True, kw_only=True):
    """Numbers of the leading hypotheses, of those not separated from them, and a probability for each."""

    leaders: tuple[int, ...]
    contenders: tuple[int, ...]
    chances: tuple[float, ...]


class Sensitivity:
    """Scores of a board with rows taken away.

    Args:
        matrix: as given.
        board: the same matrix, set up.
        method: whose leaders are followed.
    """

    def __init__(self, matrix: Matrix, board: Board, method: AchMethod) -> None:
        import numpy as np  # noqa: PLC0415 - heavy, and only needed once a matrix is scored

        self._np = np
        self._matrix, self._board, self._method = matrix, board, method
        self._item_of = {member: place for place, item in enumerate(board.items) for member in item.members}
        self._weights = np.array([item.weight for item in board.items], dtype=float)
        self._logs = self._grid({cell: math.log(value) for cell, value in LIKELIHOOD.items()})
        self._slices = self._origin_slices()
        # What the whole comes to; leaving something out only takes away from these.
        self._terms = [self._term(self._weights[part], self._logs[part]) for part in self._slices]
        self._log_total = sum(self._terms, np.log(np.array(board.priors)))
        self._units = self._grid(INCONSISTENCY.get(method, {}))
        shares = np.array([self._share(weight) for weight in self._weights])
        self._inconsistency = (shares[:, None] * self._units).sum(axis=0)
        self._available = board.margin(method)
        self._known: dict[frozenset[int], _Outcome] = {}

    def without(self) -> tuple[LeftOut, ...]:
        """Every row (with its copies), then every source, then every origin left out, in order of first appearance."""
        base = self._outcome(frozenset())
        out: list[LeftOut] = []
        for kind, name, rows in self._parts():
            now = self._outcome(rows)
            out.append(
                LeftOut(
                    kind=kind,
                    name=name,
                    leaders=self._named(now.leaders),
                    changes=now.leaders != base.leaders,
                    contenders=self._named(now.contenders),
                    probabilities=now.chances,
                )
            )
        return tuple(out)

    def interval(self) -> list[tuple[float, float]]:
        """Least and greatest probability of each hypothesis.

        Over everything left out in turn, and over the cells not yet rated beside rated ones: all in favour
        (CC), all against (II).
        """
        chances = [self._outcome(rows).chances for _, _, rows in self._parts()]
        chances.append(self._outcome(frozenset()).chances)
        bounds = [[row[h] for row in chances] for h in range(len(self._board.hypotheses))]
        for h, values in enumerate(bounds):
            values.extend(self._if_rated(h))
        return [(min(values), max(values)) for values in bounds]

    def _parts(self) -> Iterator[tuple[Literal["row", "source", "origin"], str, frozenset[int]]]:
        sources: dict[str, list[int]] = {}
        origins: dict[str, list[int]] = {}
        for index, row in enumerate(self._matrix.evidence):
            # A row goes together with its copies: they are one piece of evidence, told twice.
            place = self._item_of.get(index)
            yield "row", row.name, frozenset({index} if place is None else self._board.items[place].members)
            if row.source:
                sources.setdefault(row.source, []).append(index)
            origin = origin_of(self._matrix, index)
            if isinstance(origin, str):
                origins.setdefault(origin, []).append(index)
        for source, rows in sources.items():
            yield "source", source, frozenset(rows)
        for name, rows in origins.items():
            yield "origin", name, frozenset(rows)

    def _outcome(self, left_out: frozenset[int]) -> _Outcome:
        """What comes out without the given rows of the matrix."""
        # The same rows may be a row, a source and an origin at once; they are scored once.
        rows = frozenset(index for index in left_out if index in self._item_of)
        if rows not in self._known:
            changed = self._reweighed(rows)
            logs, bayes_lost = self._log_odds(changed)
            if self._method == "bayes":
                self._known[rows] = self._settle(logs, -logs, self._available - bayes_lost)
            else:
                lost = {i: self._share(float(self._weights[i])) - self._share(weight) for i, weight in changed.items()}
                badness = sum((-share * self._units[i] for i, share in lost.items()), self._inconsistency)
                self._known[rows] = self._settle(logs, badness, self._available - 0.1 * math.fsum(lost.values()))
        return self._known[rows]

    def _reweighed(self, left_out: frozenset[int]) -> dict[int, float]:
        """New weight of every item that loses rows: that of its remaining copies, or gone."""
        changed = {}
        for place in sorted({self._item_of[index] for index in left_out}):
            item = self._board.items[place]
            rest = [w for m, w in zip(item.members, item.weights, strict=True) if m not in left_out]
            changed[place] = max(rest, default=_GONE)
        return changed

    def _log_odds(self, changed: dict[int, float]) -> tuple[NDArray[Any], float]:
        """Unnormalised log odds with changed weights, and how much of the margin went."""
        logs, lost = self._log_total, 0.0
        for number in sorted({self._board.items[place].origin for place in changed}):
            part = self._slices[number]
            weights = self._weights[part].copy()
            for place in range(part.start, part.stop):
                if place in changed:
                    weights[place - part.start] = max(changed[place], 0.0)
            logs = logs - self._terms[number] + self._term(weights, self._logs[part])
            lost += 0.1 * float(self._weights[part].max() - weights.max())
        return logs, lost

    def _settle(self, logs: NDArray[Any], badness: NDArray[Any], margin: float) -> _Outcome:
        gaps = [round(value, _DIGITS) for value in (badness - badness.min()).tolist()]
        raw = [math.exp(value) for value in (logs - logs.max()).tolist()]
        whole = math.fsum(raw)
        return _Outcome(
            leaders=tuple(h for h, gap in enumerate(gaps) if gap <= TOLERANCE),
            contenders=tuple(h for h, gap in enumerate(gaps) if gap <= margin + TOLERANCE),
            chances=tuple(round(value / whole, _DIGITS) for value in raw),
        )

    def _term(self, weights: NDArray[Any], logs: NDArray[Any]) -> NDArray[Any]:
        """One origin's term; see `sayso.explaining.board.term`."""
        rows = weights[:, None] * logs
        total: NDArray[Any] = rows.sum(axis=0)
        if len(rows) == 1:
            return total
        cap = float((rows.max(axis=1) - rows.min(axis=1)).max())
        spread = float(total.max() - total.min())
        return total * (cap / spread) if spread > cap else total

    def _if_rated(self, h: int) -> list[float]:
        """Probability of a hypothesis if its unrated cells were all CC, and if they were all II."""
        places = [place for place, item in enumerate(self._board.items) if item.cells[h] is None]
        if not places:
            return []
        out = []
        for rating in ("CC", "II"):
            logs = self._logs.copy()
            logs[places, h] = math.log(LIKELIHOOD[rating])
            total = self._log_total
            for number in sorted({self._board.items[place].origin for place in places}):
                part = self._slices[number]
                total = total - self._terms[number] + self._term(self._weights[part], logs[part])
            out.append(self._settle(total, -total, 0.0).chances[h])
        return out

    def _share(self, weight: float) -> float:
        """What a row of this weight counts in the method followed: its weight in PARC, one row in the others."""
        return max(weight, 0.0) if self._method == "parc" else float(weight >= 0.0)

    def _origin_slices(self) -> list[slice]:
        ends = list(accumulate(len(group) for group in self._board.origins()))
        return [slice(start, end) for start, end in pairwise([0, *ends])]

    def _grid(self, values: dict[Consistency | None, int] | dict[Consistency | None, float]) -> NDArray[Any]:
        cells = [[float(values.get(cell, 0)) for cell in item.cells] for item in self._board.items]
        return self._np.array(cells, dtype=float).reshape(len(self._board.items), len(self._board.hypotheses))

    def _named(self, places: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(self._board.hypotheses[place] for place in places)
