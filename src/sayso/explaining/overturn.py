"""The smallest change that would put others ahead: rows left out, or ratings moved along the scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

import msgspec

from sayso.explaining.board import TOLERANCE, competition_ranks, set_up
from sayso.explaining.ratings import INCONSISTENCY, SCALE, STEPS
from sayso.explaining.sensitivity import Sensitivity
from sayso.records import Matrix, Overturn, RatingChange

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["overturn"]

MOST_STEPS: Final = 8
"""Steps of rating that are looked into; a verdict that stands longer is not overturned by a slip."""
_MOVES: Final = len(SCALE) - 1

Move = tuple[int, int, int, float]
"""(place of the item, hypothesis, new step, what the rival gains on the leader)."""


def overturn(sensitivity: Sensitivity, matrix: Matrix) -> Overturn:
    """Find the fewest rows and the fewest steps of rating that put a rival ahead of every present leader.

    Candidates are what speaks most for the leader against each rival; every answer was scored again, and does what it
    says. Rows that lean on each other inside one origin may hide a smaller answer, so it is the smallest found.
    """
    if not sensitivity.board.items:
        return Overturn()
    leaders = sensitivity.outcome(frozenset()).leaders
    rivals = [h for h in range(len(matrix.hypotheses)) if h not in leaders]
    rivals.sort(key=lambda h: round(float(sensitivity.badness[h]), 9))
    gone, then = _fewest_rows(sensitivity, leaders, rivals)
    moves, then_changed = _fewest_steps(sensitivity, matrix, leaders, rivals)
    return Overturn(
        without=tuple(matrix.evidence[index].name for index in gone),
        then=sensitivity.named(then),
        changes=tuple(_named(sensitivity, matrix, move) for move in moves),
        steps=sum(_steps(sensitivity, move) for move in moves),
        then_changed=sensitivity.named(then_changed),
    )


def _fewest_rows(
    sensitivity: Sensitivity, leaders: tuple[int, ...], rivals: Sequence[int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Rows of the matrix to leave out, and who leads then."""
    best: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    own = _parts(sensitivity)
    for rival in rivals:
        for units in (
            [(i,) for i in range(len(own))],
            [tuple(range(s.start, s.stop)) for s in sensitivity.sums.slices],
        ):
            favour = [min(sum(own[i][rival] - own[i][h] for i in unit) for h in leaders) for unit in units]
            order = sorted((u for u in range(len(units)) if favour[u] > TOLERANCE), key=lambda u: (-favour[u], u))
            gone: list[int] = []
            for unit in order:
                gone += [m for i in units[unit] for m in sensitivity.board.items[i].members]
                if best[0] and len(gone) >= len(best[0]):
                    break
                now = sensitivity.outcome(frozenset(gone)).leaders
                if not set(now) & set(leaders):
                    best = (tuple(sorted(gone)), now)
                    break
    return best


def _parts(sensitivity: Sensitivity) -> list[list[float]]:
    """What each item adds to the badness of each hypothesis."""
    sums = sensitivity.sums
    if sensitivity.method != "bayes":
        return (sensitivity.shares[:, None] * sensitivity.units).tolist()  # type: ignore[no-any-return]
    return (-sums.weights[:, None] * sums.logs).tolist()  # type: ignore[no-any-return]


def _fewest_steps(
    sensitivity: Sensitivity, matrix: Matrix, leaders: tuple[int, ...], rivals: Sequence[int]
) -> tuple[tuple[Move, ...], tuple[int, ...]]:
    """Ratings to move, and who leads then."""
    items, columns, now, gains = _gains(sensitivity)
    best: tuple[tuple[Move, ...], tuple[int, ...]] = ((), ())
    most = MOST_STEPS
    for rival in rivals:
        leader = leaders[0]
        gap = float(sensitivity.badness[rival] - sensitivity.badness[leader])
        wins = gains[:, leader] - gains[:, rival]
        # One that leads alone can be pulled down; several are overtaken only by lifting the rival.
        places = ((columns == rival) | ((columns == leader) & (len(leaders) == 1))) & (wins > TOLERANCE)
        options = _strongest(sensitivity, items[places], columns[places], now[places], wins[places])
        for chosen in _by_steps(options, gap, sensitivity, most):
            ahead = _leaders_with(sensitivity, matrix, chosen)
            if not set(ahead) & set(leaders):
                best = (chosen, ahead)
                most = sum(_steps(sensitivity, move) for move in chosen) - 1
                break
    return best


def _gains(sensitivity: Sensitivity) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Every cell moved every way, with what that adds to the badness of each hypothesis."""
    items, columns, now, logs = sensitivity.sums.changed_cells()
    if sensitivity.method == "bayes":
        return items, columns, now, sensitivity.sums.total - logs
    np = sensitivity.sums.np
    table = np.array([float(INCONSISTENCY[sensitivity.method].get(cell, 0)) for cell in SCALE])
    gains = np.zeros_like(logs)
    change = table[now + 2] - sensitivity.units[items, columns]
    gains[np.arange(len(items)), columns] = sensitivity.shares[items] * change
    return items, columns, now, gains


def _strongest(
    sensitivity: Sensitivity, items: NDArray[Any], columns: NDArray[Any], now: NDArray[Any], wins: NDArray[Any]
) -> list[list[Move]]:
    """Moves by cell; of every length the strongest, more of which could not be used together."""
    np = sensitivity.sums.np
    lengths = np.abs(now - sensitivity.sums.steps[items, columns])
    cells: dict[tuple[int, int], list[Move]] = {}
    for length in range(1, _MOVES + 1):
        places = np.nonzero(lengths == length)[0]
        order = np.lexsort((columns[places], items[places], -wins[places].round(9)))[: MOST_STEPS // length]
        for p in places[order].tolist():
            move = (int(items[p]), int(columns[p]), int(now[p]), float(wins[p]))
            cells.setdefault(move[:2], []).append(move)
    return list(cells.values())


def _by_steps(
    cells: Sequence[Sequence[Move]], gap: float, sensitivity: Sensitivity, most: int
) -> Iterable[tuple[Move, ...]]:
    """For each number of steps, fewest first, the moves that gain most, where they gain more than the gap."""
    best: list[tuple[float, tuple[Move, ...]]] = [(0.0, ())] * (MOST_STEPS + 1)
    for options in cells:
        for spent in range(MOST_STEPS, 0, -1):
            for move in options:
                rest = spent - _steps(sensitivity, move)
                if rest >= 0 and best[rest][0] + move[3] > best[spent][0] + TOLERANCE:
                    best[spent] = (best[rest][0] + move[3], (*best[rest][1], move))
    return [best[spent][1] for spent in range(1, most + 1) if best[spent][0] > gap + TOLERANCE]


def _steps(sensitivity: Sensitivity, move: Move) -> int:
    return abs(move[2] - STEPS[sensitivity.board.items[move[0]].cells[move[1]]])


def _leaders_with(sensitivity: Sensitivity, matrix: Matrix, moves: Sequence[Move]) -> tuple[int, ...]:
    """Who leads once the ratings are moved; copies of a row move with it."""
    rows = list(matrix.evidence)
    for place, h, step, _ in moves:
        for member in sensitivity.board.items[place].members:
            cells = list(rows[member].cells)
            cells[h] = SCALE[step + 2]
            rows[member] = msgspec.structs.replace(
                rows[member], cells=tuple(cells), means=(), likelihoods=_freed(rows[member].likelihoods, h)
            )
    totals = set_up(msgspec.structs.replace(matrix, evidence=tuple(rows))).totals()[sensitivity.method]
    ranks = competition_ranks(totals, smaller_is_better=sensitivity.method != "bayes")
    return tuple(h for h, rank in enumerate(ranks) if rank == 1)


def _freed(likelihoods: tuple[float | None, ...], h: int) -> tuple[float | None, ...]:
    """Likelihoods without that of the cell that is rated anew."""
    return (*likelihoods[:h], None, *likelihoods[h + 1 :]) if likelihoods else ()


def _named(sensitivity: Sensitivity, matrix: Matrix, move: Move) -> RatingChange:
    row = matrix.evidence[sensitivity.board.items[move[0]].members[0]]
    return RatingChange(
        evidence=row.name, hypothesis=matrix.hypotheses[move[1]], was=row.cells[move[1]], now=SCALE[move[2] + 2]
    )
