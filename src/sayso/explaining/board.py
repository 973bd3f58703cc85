"""A matrix made ready for scoring: copies collapsed, rows of one origin brought together.

Which rows count:

- A **copy** is a row of the same origin with the same ratings. Copies count once, with the greatest weight among them,
  in every method. A row without an origin is an origin of its own.
- A row that nobody has rated counts nowhere.
- The three published scorings (counts, PARC, squared) see every remaining row. Bayes has one term an **origin**: the
  rows of an origin add up, but never to more than the strongest of them alone would weigh. So a second telling adds
  nothing, a row that contradicts its fellow takes away, and a row that separates nothing changes nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final

from sayso.explaining.ratings import INCONSISTENCY, METHODS, log_likelihood, row_weight
from sayso.records import AchMethod, Consistency, HypothesisLink, Matrix, Record

__all__ = [
    "TOLERANCE",
    "Board",
    "Item",
    "competition_ranks",
    "even_priors",
    "linked",
    "log_odds",
    "origin_of",
    "probabilities",
    "set_up",
    "term",
]

_Told = tuple[str | int, tuple[Consistency | None, ...], tuple[float | None, ...], tuple[float | None, ...]]
"""What makes two rows copies: origin, ratings, the means behind these, and likelihoods."""

TOLERANCE: Final = 1e-9
"""Scores closer than this are equal: sums of square roots differ in their last digits by the order of summing."""


class Item(Record, frozen=True, kw_only=True):
    """One row that counts: `members` are the matrix rows it stands for, `weights` theirs, `origin` a running number."""

    cells: tuple[Consistency | None, ...]
    means: tuple[float | None, ...]
    likelihoods: tuple[float | None, ...]
    members: tuple[int, ...]
    weights: tuple[float, ...]
    origin: int

    @property
    def weight(self) -> float:
        """The greatest weight among the copies."""
        return max(self.weights)

    @property
    def logs(self) -> tuple[float, ...]:
        """Log P(e|h) for each hypothesis."""
        given = self.likelihoods or (None,) * len(self.cells)
        return tuple(log_likelihood(cell, p) for cell, p in zip(self.cells, given, strict=True))


class Board(Record, frozen=True, kw_only=True):
    """The rows that count, those of one origin side by side, and the prior of each hypothesis (they sum to 1)."""

    hypotheses: tuple[str, ...]
    items: tuple[Item, ...]
    priors: tuple[float, ...]

    def totals(self) -> dict[AchMethod, tuple[float, ...]]:
        """Score by method, in the order of hypotheses; inconsistency for three, log odds for `bayes`.

        Sums are exact before they are rounded (`math.fsum`), so that no order of rows or columns can show.
        """
        across = range(len(self.hypotheses))
        sums: dict[AchMethod, tuple[float, ...]] = {}
        for method in INCONSISTENCY:
            rows = self.inconsistency(method)
            shares = [item.weight if method == "parc" else 1.0 for item in self.items]
            sums[method] = tuple(
                math.fsum(share * row[h] for share, row in zip(shares, rows, strict=True)) for h in across
            )
        terms = [tuple(math.log(prior) for prior in self.priors), *(term(group) for group in self.origins())]
        sums["bayes"] = log_odds([math.fsum(part[h] for part in terms) for h in across])
        return {method: sums[method] for method in METHODS}

    def inconsistency(self, method: AchMethod) -> list[list[float]]:
        """Size of inconsistency of every cell, unweighed, by item; nothing for `bayes`.

        Where several analysts rated, `squared` takes the mean of their ratings, as Open Synthesis does.
        """
        values = INCONSISTENCY.get(method, {})
        rows = [[float(values.get(cell, 0)) for cell in item.cells] for item in self.items]
        if method == "squared":
            for row, item in zip(rows, self.items, strict=True):
                for h, mean in enumerate(item.means):
                    if mean is not None:
                        row[h] = min(mean, 0.0) ** 2
        return rows

    def origins(self) -> list[list[Item]]:
        """The items of each origin."""
        groups: dict[int, list[Item]] = {}
        for item in self.items:
            groups.setdefault(item.origin, []).append(item)
        return list(groups.values())

    def margin(self, method: AchMethod) -> float:
        """10 % of the total available weight: what must lie between two scores that count as separated.

        Weights for PARC, one a row for counts and squared, the greatest weight of each origin for Bayes (in units
        of log odds).
        """
        if method == "bayes":
            return 0.1 * math.fsum(max(item.weight for item in group) for group in self.origins())
        return 0.1 * math.fsum(item.weight if method == "parc" else 1.0 for item in self.items)


def set_up(matrix: Matrix) -> Board:
    """Collapse copies and bring the rows of one origin together."""
    found: dict[_Told, list[int]] = {}
    for index, row in enumerate(matrix.evidence):
        if not row.set_aside and any(cell is not None for cell in row.cells):
            key = (origin_of(matrix, index), row.cells, row.means, row.likelihoods)
            found.setdefault(key, []).append(index)
    numbers = {origin: number for number, origin in enumerate(dict.fromkeys(origin for origin, *_ in found))}
    items = [
        Item(
            cells=cells,
            means=means,
            likelihoods=likelihoods,
            members=tuple(members),
            weights=tuple(row_weight(matrix.evidence[index]) for index in members),
            origin=numbers[origin],
        )
        for (origin, cells, means, likelihoods), members in found.items()
    ]
    return Board(
        hypotheses=matrix.hypotheses,
        items=tuple(sorted(items, key=lambda item: item.origin)),
        priors=matrix.priors or even_priors(matrix.hypotheses, matrix.links),
    )


def even_priors(hypotheses: Sequence[str], links: Iterable[HypothesisLink]) -> tuple[float, ...]:
    """One share for each explanation; variants of one explanation divide its share."""
    groups = linked(hypotheses, [link for link in links if link.kind == "variant"])
    share = {h: 1.0 / (len(groups) * len(group)) for group in groups for h in group}
    return tuple(share[h] for h in range(len(hypotheses)))


def linked(hypotheses: Sequence[str], links: Iterable[HypothesisLink]) -> list[tuple[int, ...]]:
    """Numbers of the hypotheses that links join, directly or through others; one without links stands alone."""
    place = {name: h for h, name in enumerate(hypotheses)}
    group = {h: {h} for h in place.values()}
    for link in links:
        if link.first in place and link.second in place:
            joined = group[place[link.first]] | group[place[link.second]]
            for h in joined:
                group[h] = joined
    return [tuple(sorted(members)) for h, members in group.items() if h == min(members)]


def origin_of(matrix: Matrix, index: int) -> str | int:
    """Name of a row's origin, or the row's own number where none is named."""
    return (matrix.evidence[index].origin or "").strip() or index


def term(group: Iterable[Item]) -> tuple[float, ...]:
    """One origin's term in log odds: weight x log P(e|h) summed over its rows, held to the strongest row's spread."""
    rows = [[item.weight * log for log in item.logs] for item in group]
    total = [math.fsum(column) for column in zip(*rows, strict=True)]
    cap, spread = max(_spread(row) for row in rows), _spread(total)
    return tuple(value * cap / spread for value in total) if spread > cap else tuple(total)


def log_odds(logs: Sequence[float]) -> tuple[float, ...]:
    """Log odds of each hypothesis against all others, from unnormalised log probabilities."""
    return tuple(
        value - _log_sum([other for place, other in enumerate(logs) if place != h]) for h, value in enumerate(logs)
    )


def probabilities(odds: Sequence[float]) -> tuple[float, ...]:
    """Probabilities from log odds; they sum to 1."""
    raw = [1.0 / (1.0 + math.exp(-value)) if value > -700 else math.exp(value) for value in odds]
    whole = math.fsum(raw)
    return tuple(value / whole for value in raw)


def competition_ranks(values: Sequence[float], *, smaller_is_better: bool) -> tuple[int, ...]:
    """Ranks from 1 with ties kept: equal scores share a rank, and the next one skips (1, 1, 3)."""
    numbers = [value if smaller_is_better else -value for value in values]
    return tuple(1 + sum(other < value - TOLERANCE for other in numbers) for value in numbers)


def _log_sum(logs: Sequence[float]) -> float:
    top = max(logs)
    return top + math.log(math.fsum(math.exp(value - top) for value in logs))


def _spread(values: Sequence[float]) -> float:
    return max(values) - min(values)
