"""Which value is held for each object, with the reasons in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import msgspec
import numpy as np

from sayso.records import Estimate, ResolvedObject, ResolvedSource, Truth
from sayso.weighing.resolution.ballots import Ballots, Numbers, summed
from sayso.weighing.resolution.measures import estimates
from sayso.weighing.resolution.methods import vote

__all__ = ["Holding"]

_TOLERANCE: Final = 1e-9
_NAMED: Final = 4
"""How many sources a reason names before it counts the rest."""


class Holding:
    """What is held of every object by one method."""

    def __init__(
        self,
        ballots: Ballots,
        shares: Numbers,
        method: str,
        sources: Sequence[ResolvedSource],
        known: Mapping[str, str],
        *,
        likelier: Mapping[int, Truth],
        crowd: bool,
    ) -> None:
        """Bring the candidates of each object into order; `sources` are as measured with the same shares.

        `likelier` are labels that nobody claims of an object, by its number, and that are likelier than those claimed;
        in a `crowd` they are held, and so are means.
        """
        self._likelier, self._crowd = likelier, crowd
        self._ballots, self._known, self._method = ballots, known, method
        rounded = np.round(shares, 9)
        self._shares: list[float] = rounded.tolist()
        votes = np.bincount(ballots.where, minlength=ballots.size)
        # Among equal shares the finer, more voices, the later, then numbers ascending or the alphabet.
        place = np.arange(ballots.size)
        order = np.lexsort((place, -ballots.latest, -votes, -ballots.depth, -rounded, ballots.ballot))
        self._order: list[int] = order.tolist()
        self._depth, self._votes, self._latest = ballots.depth.tolist(), votes.tolist(), ballots.latest.tolist()
        self._starts: list[int] = [*ballots.starts.tolist(), ballots.size]
        self._middle = self._medians(shares) if method == "crh" else None
        cannot = np.array([source.reliability is None for source in sources], dtype=bool)
        sure = summed(ballots.says_where, ~cannot[ballots.says_who], ballots.size)
        self._blind: list[bool] = (sure == 0).tolist()
        self._plain: list[float] = np.round(vote(ballots), 9).tolist() if any(self._blind) else []
        self._means = estimates(ballots) if method == "centre" else None
        ends = np.cumsum(np.bincount(ballots.says_where, minlength=ballots.size)).tolist()
        self._ends: list[int] = [0, *ends]
        self._who: list[int] = ballots.says_who.tolist()
        self._coarser: dict[int, list[int]] = {}
        for finer, coarser in zip(ballots.finer.tolist(), ballots.coarser.tolist(), strict=True):
            self._coarser.setdefault(finer, []).append(coarser)

    def held(self) -> Iterator[ResolvedObject]:
        """One record an object, in the order of the claims."""
        for thing in self._ballots.asked:
            if self._ballots.fixed[thing]:
                yield self._fixed(thing)
            else:
                yield self._of_crowd(thing) or self._free(thing)

    def _medians(self, shares: Numbers) -> tuple[list[int], list[bool]]:
        """Place of each object's weighted median, and whether the weight below it and above it is the same."""
        ballots = self._ballots
        middle = ballots.half(shares)
        run = np.cumsum(shares)
        below = run[middle] - (run[ballots.starts] - shares[ballots.starts])
        even = np.abs(below - np.add.reduceat(shares, ballots.starts) / 2) <= _TOLERANCE
        return middle.tolist(), even.tolist()

    def _free(self, thing: int) -> ResolvedObject:
        order = self._order[self._starts[thing] : self._starts[thing + 1]]
        by_median = self._middle is not None and bool(self._ballots.numeric[order[0]])
        held = self._middle[0][thing] if by_median and self._middle is not None else order[0]
        rest = [place for place in order if place != held]
        if by_median and self._middle is not None:
            tied = [held + 1] if self._middle[1][thing] and held + 1 < self._starts[thing + 1] else []
        else:
            tied = [p for p in rest if abs(self._shares[p] - self._shares[held]) <= _TOLERANCE]
        alike = [p for p in self._alike(held, rest) if p not in tied]
        even = [p for p in (*tied, *alike) if self._nothing_between(held, p)]
        says = self._reasons(held, rest)
        if tied and not by_median:
            says.append(f"Tie with {self._values(tied)}: {self._tiebreak(held, tied)}.")
        if alike:
            says.append(
                f"As many say {self._values(alike)}, and how far any of them can be relied on cannot be told: nothing"
                " sets the values apart."
            )
        if by_median and rest:
            says.append("Half of the weight lies at or below this number, and it is one that was claimed.")
        says += self._counted(thing)
        if other := self._likelier.get(thing):
            says.append(
                f"By the record of these sources {other.value} is likelier ({other.support:.2f}), but nobody claims it"
                " here: it is not held."
            )
        return self._record(thing, held, rest, says, undecided=[self._ballots.values[p] for p in even])

    def _of_crowd(self, thing: int) -> ResolvedObject | None:
        """What a crowd's answers amount to, where that is a mean or a label that nobody gave; else nothing."""
        order = self._order[self._starts[thing] : self._starts[thing + 1]]
        if not self._crowd:
            return None
        told, mean = self._likelier.get(thing), self._estimate(thing)
        if told is not None:
            says = f"By the record of these sources {told.value} is the likeliest label ({told.support:.2f})."
        elif isinstance(mean, Estimate) and self._means and len(order) > 1:
            inside = float(self._means[2][thing])
            told = Truth(value=f"{mean.mean:.15g}", support=round(inside, 9))
            says = "The mean of the answers, in which each source weighs by how little it strays from the others."
            if inside < 1:
                says += f" Left out as wild: {1 - inside:.0%} of the votes."
        else:
            return None
        given = [place for place in order if told.value in {self._ballots.keys[place], self._ballots.values[place]}]
        rest = [place for place in order if place not in given]
        return ResolvedObject(
            object=self._ballots.objects[thing],
            value=told.value,
            support=told.support,
            alternatives=tuple(Truth(value=self._ballots.values[p], support=self._shares[p]) for p in rest),
            reasons=(
                says,
                *([] if given else ["Nobody gave this very answer."]),
                *(f"{self._say(place)}." for place in order),
                *self._counted(thing),
            ),
            estimate=mean,
            unclaimed=msgspec.UNSET if given else True,
            origins=sum(self._votes[place] for place in given),
        )

    def _fixed(self, thing: int) -> ResolvedObject:
        ballots = self._ballots
        order = self._order[self._starts[thing] : self._starts[thing + 1]]
        answer = self._known[ballots.objects[thing]].strip()
        said = [place for place in order if ballots.exact[place]]
        says = [f"{answer} is known to be the answer."]
        if said:
            rest = [place for place in order if place != said[0]]
            says += [*self._reasons(said[0], rest), *self._counted(thing)]
            return self._record(thing, said[0], rest, says, known=True)
        says.append("Nobody says so.")
        for place in order:
            agrees = ", which is less exact and agrees" if ballots.true[place] else ""
            says.append(f"{self._say(place)}{agrees}.")
        return self._record(thing, None, order, says + self._counted(thing), known=True, answer=answer)

    def _record(
        self,
        thing: int,
        held: int | None,
        rest: Sequence[int],
        says: Sequence[str],
        *,
        undecided: Sequence[str] = (),
        known: bool = False,
        answer: str = "",
    ) -> ResolvedObject:
        return ResolvedObject(
            object=self._ballots.objects[thing],
            value=answer if held is None else self._ballots.values[held],
            support=1.0 if held is None else self._shares[held],
            alternatives=tuple(Truth(value=self._ballots.values[p], support=self._shares[p]) for p in rest),
            reasons=tuple(says),
            known=True if known else msgspec.UNSET,
            undecided=tuple(undecided) or msgspec.UNSET,
            estimate=msgspec.UNSET if known else self._estimate(thing),
            likelier=msgspec.UNSET if known else self._likelier.get(thing, msgspec.UNSET),
            origins=0 if held is None else self._votes[held],
        )

    def _estimate(self, thing: int) -> Estimate | msgspec.UnsetType:
        if self._means is None or np.isnan(self._means[0][thing]):
            return msgspec.UNSET
        mean, reach = float(self._means[0][thing]), 1.959963984540054 * float(self._means[1][thing])
        return Estimate(mean=round(mean, 6), low=round(mean - reach, 6), high=round(mean + reach, 6))

    def _alike(self, held: int, rest: Sequence[int]) -> list[int]:
        """Values with as much behind them by plain vote, where nothing is known of anybody behind any of them."""
        if not self._plain or not self._blind[held]:
            return []
        return [p for p in rest if self._blind[p] and self._plain[p] == self._plain[held]]

    def _nothing_between(self, one: int, other: int) -> bool:
        marks = (self._depth, self._votes, self._latest)
        return all(mark[one] == mark[other] for mark in marks)

    def _reasons(self, held: int, rest: Sequence[int]) -> list[str]:
        says = [f"{self._say(held)}."]
        coarser = self._coarser.get(held, [])
        says += [
            f"{self._ballots.values[wide]}, said by {self._names(wide)}, is less exact and agrees." for wide in coarser
        ]
        return says + [f"{self._say(other)}." for other in rest if other not in coarser]

    def _counted(self, thing: int) -> list[str]:
        says = []
        folded, replaced = int(self._ballots.folded[thing]), int(self._ballots.replaced[thing])
        if folded:
            says.append(f"Claims that repeat their own origin: {folded}; each origin counts once.")
        if replaced:
            says.append(f"Claims replaced by a later one of the same source: {replaced}.")
        return says

    def _tiebreak(self, held: int, rivals: Sequence[int]) -> str:
        if all(self._depth[held] > self._depth[rival] for rival in rivals):
            return "the more exact one is taken"
        if all(self._votes[held] > self._votes[rival] for rival in rivals):
            return "the one with more origins behind it is taken"
        if all(self._latest[held] > self._latest[rival] for rival in rivals):
            return "the later one is taken"
        if not np.isnan(self._ballots.number[[held, *rivals]]).any():
            return "nothing decides between them; the smallest number is taken"
        return "nothing decides between them; the first by alphabet is taken"

    def _say(self, place: int) -> str:
        one = self._ends[place + 1] - self._ends[place] == 1
        return f"{self._names(place)} {'says' if one else 'say'} {self._ballots.values[place]}"

    def _names(self, place: int) -> str:
        start, end = self._ends[place], self._ends[place + 1]
        shown = [self._ballots.sources[who] for who in self._who[start : min(end, start + _NAMED)]]
        if end - start > _NAMED:
            shown.append(f"{end - start - _NAMED} more")
        return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"

    def _values(self, places: Sequence[int]) -> str:
        return ", ".join(self._ballots.values[place] for place in places)
