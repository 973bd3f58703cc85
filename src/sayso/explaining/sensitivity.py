"""What the verdict rests on: every row, source and origin left out in turn, every cell and weight moved by one step."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal

from sayso.explaining.board import TOLERANCE, Board, origin_of
from sayso.explaining.ratings import LIKELIHOOD
from sayso.explaining.sums import Sums
from sayso.records import AchMethod, LeftOut, Matrix, Record

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Outcome", "Sensitivity"]

_DIGITS: Final = 9
"""Rounding of what is summed in floating point, so that no machine's order of adding shows."""
_GONE: Final = -1.0
"""In place of the weight of a row that is left out; a row may well weigh 0 and still be counted."""


class Outcome(Record, frozen=True, kw_only=True):
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
        self.board, self.method, self.sums = board, method, Sums(board)
        self._matrix = matrix
        self._item_of = {member: place for place, item in enumerate(board.items) for member in item.members}
        np, shape = self.sums.np, self.sums.logs.shape
        self.units = np.array(board.inconsistency(method), dtype=float).reshape(shape)
        self.shares = np.array([self._share(weight) for weight in self.sums.weights], dtype=float)
        self.badness: NDArray[Any] = (
            -self.sums.total if method == "bayes" else (self.shares[:, None] * self.units).sum(axis=0)
        )
        self._available = board.margin(method)
        self._known: dict[frozenset[int], Outcome] = {}

    def without(self) -> tuple[LeftOut, ...]:
        """Every row (with its copies), then every source, then every origin left out, in order of first appearance."""
        base = self.outcome(frozenset())
        out: list[LeftOut] = []
        for kind, name, rows in self._parts():
            now = self.outcome(rows)
            out.append(
                LeftOut(
                    kind=kind,
                    name=name,
                    leaders=self.named(now.leaders),
                    changes=now.leaders != base.leaders,
                    contenders=self.named(now.contenders),
                    probabilities=now.chances,
                )
            )
        return tuple(out)

    def intervals(self, sets: Sequence[Sequence[int]]) -> list[tuple[float, float]]:
        """Least and greatest probability that one of some hypotheses holds, for each set of numbers of hypotheses.

        Over every row, source and origin left out, every rating and every weight moved by one step, one change at a
        time; and over the cells not rated beside rated ones, all in favour (CC) or all against (II).
        """
        np = self.sums.np
        left_out = [self.outcome(rows).chances for _, _, rows in self._parts()]
        parts = [np.array([*left_out, self.outcome(frozenset()).chances])]
        if self.board.items:
            parts.append(self.sums.chances(self.sums.moved_cells()))
            parts.append(self.sums.chances(self.sums.changed_weights()))
        parts += [np.array(found) for h in range(len(self.board.hypotheses)) if (found := self._if_rated(h))]
        every = np.concatenate(parts)
        sums = [every[:, list(members)].sum(axis=1) for members in sets]
        return [(round(float(s.min()), _DIGITS), min(round(float(s.max()), _DIGITS), 1.0)) for s in sums]

    def _parts(self) -> Iterator[tuple[Literal["row", "source", "origin"], str, frozenset[int]]]:
        sources: dict[str, list[int]] = {}
        origins: dict[str, list[int]] = {}
        for index, row in enumerate(self._matrix.evidence):
            # A row goes together with its copies: they are one piece of evidence, told twice.
            place = self._item_of.get(index)
            yield "row", row.name, frozenset({index} if place is None else self.board.items[place].members)
            if row.source:
                sources.setdefault(row.source, []).append(index)
            origin = origin_of(self._matrix, index)
            if isinstance(origin, str):
                origins.setdefault(origin, []).append(index)
        for source, rows in sources.items():
            yield "source", source, frozenset(rows)
        for name, rows in origins.items():
            yield "origin", name, frozenset(rows)

    def outcome(self, left_out: frozenset[int]) -> Outcome:
        """What comes out without the given rows of the matrix."""
        # The same rows may be a row, a source and an origin at once; they are scored once.
        rows = frozenset(index for index in left_out if index in self._item_of)
        if rows not in self._known:
            changed = self._reweighed(rows)
            logs, bayes_lost = self._log_odds(changed)
            if self.method == "bayes":
                self._known[rows] = self._settle(logs, -logs, self._available - bayes_lost)
            else:
                lost = {i: float(self.shares[i]) - self._share(weight) for i, weight in changed.items()}
                badness = sum((-share * self.units[i] for i, share in lost.items()), self.badness)
                self._known[rows] = self._settle(logs, badness, self._available - 0.1 * math.fsum(lost.values()))
        return self._known[rows]

    def _reweighed(self, left_out: frozenset[int]) -> dict[int, float]:
        """New weight of every item that loses rows: that of its remaining copies, or gone."""
        changed = {}
        for place in sorted({self._item_of[index] for index in left_out}):
            item = self.board.items[place]
            rest = [w for m, w in zip(item.members, item.weights, strict=True) if m not in left_out]
            changed[place] = max(rest, default=_GONE)
        return changed

    def _log_odds(self, changed: dict[int, float]) -> tuple[NDArray[Any], float]:
        """Unnormalised log odds with changed weights, and how much of the margin went."""
        logs, lost = self.sums.total, 0.0
        for number in sorted({self.board.items[place].origin for place in changed}):
            part = self.sums.slices[number]
            weights = self.sums.weights[part].copy()
            for place in range(part.start, part.stop):
                if place in changed:
                    weights[place - part.start] = max(changed[place], 0.0)
            logs = logs - self.sums.terms[number] + self.sums.term(weights, self.sums.logs[part])
            lost += 0.1 * float(self.sums.weights[part].max() - weights.max())
        return logs, lost

    def _settle(self, logs: NDArray[Any], badness: NDArray[Any], margin: float) -> Outcome:
        gaps = [round(value, _DIGITS) for value in (badness - badness.min()).tolist()]
        raw = [math.exp(value) for value in (logs - logs.max()).tolist()]
        whole = math.fsum(raw)
        return Outcome(
            leaders=tuple(h for h, gap in enumerate(gaps) if gap <= TOLERANCE),
            contenders=tuple(h for h, gap in enumerate(gaps) if gap <= margin + TOLERANCE),
            chances=tuple(round(value / whole, _DIGITS) for value in raw),
        )

    def _if_rated(self, h: int) -> list[tuple[float, ...]]:
        """Probabilities if a hypothesis's unrated cells were all CC, and if they were all II."""
        places = [place for place, item in enumerate(self.board.items) if item.cells[h] is None]
        if not places:
            return []
        out = []
        for rating in ("CC", "II"):
            logs = self.sums.logs.copy()
            logs[places, h] = math.log(LIKELIHOOD[rating])
            total = self.sums.total
            for number in sorted({self.board.items[place].origin for place in places}):
                part = self.sums.slices[number]
                total = total - self.sums.terms[number] + self.sums.term(self.sums.weights[part], logs[part])
            out.append(self._settle(total, -total, 0.0).chances)
        return out

    def _share(self, weight: float) -> float:
        """What a row of this weight counts in the method followed: its weight in PARC, one row in the others."""
        return max(weight, 0.0) if self.method == "parc" else float(weight >= 0.0)

    def named(self, places: Sequence[int]) -> tuple[str, ...]:
        """Names of hypotheses by their numbers."""
        return tuple(self.board.hypotheses[place] for place in places)
