"""Claims made ready for counting: who stands behind which value of which object, in flat arrays.

- A claim's voice is its **origin** where one is named, else its source; a voice counts once for a value, however many
  sources repeat it.
- A later claim of one source about one object replaces its earlier ones, where all of them are dated (ISO dates).
- A voice that claims several values of one object is split evenly among them.
- A coarser value (a province) stands behind a finer one inside it (a town) that somebody claims.
- What is known of an object by other means is fixed: no voice moves it, and every voice is measured against it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.records import SourceClaim
from sayso.weighing.resolution.spelling import ancestors, key_of, number_of

__all__ = ["Ballots", "Marks", "Numbers", "Places", "summed"]

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]
Marks = NDArray[np.bool_]

_NEVER: Final[Mapping[str, str]] = {}


class _Rows(NamedTuple):
    """Columns of the rows that stand, as numbers."""

    thing: Places
    source: Places
    voice: Places
    text: Places
    date: Places
    sure: Numbers


class Ballots:
    """All candidates of all objects in one row, and all votes for them in another.

    Objects, sources and voices are numbered by name, candidates by object and in it by number, then by letters; so
    the same claims in any order give the same arrays, and sums of them the same bits.

    Attributes:
        objects: names. `asked`: their numbers in order of first appearance in the claims.
        sources: names. `voices`: origins and sources that speak for themselves.
        starts: first candidate of each object. `ballot`: object of each candidate.
        keys: of each candidate, the value without what spelling alone changes.
        values: of each candidate, the value as most often written.
        number: of each candidate, its value as a number, else NaN. `numeric`: whether all of its object are numbers.
        depth: how many values it lies inside in the hierarchy. `latest`: rank of the latest date of its claims, or -1.
        where, who, weight: votes; candidate, voice and weight 0..1 (share among the voice's values x confidence).
        says_where, says_who: candidate and source, once for each source that claims it.
        finer, coarser: pairs of candidates of one object, the first inside the second.
        known: key of the known answer of each object, else null. `fixed`: whether there is one. `answers`: as numbers.
        exact: whether a candidate is the known answer. `true`: whether it is that or a coarser value around it.
        claims: votes of each voice. `rows`: standing rows of each source.
        folded, replaced: of each object, claims that repeat their origin, and those that a later one replaces.
    """

    def __init__(
        self,
        claims: Sequence[SourceClaim],
        hierarchy: Mapping[str, str] = _NEVER,
        known: Mapping[str, str] = _NEVER,
    ) -> None:
        """Lay out `claims`; `known` gives the true value of objects by name."""
        self.objects, thing = _numbered([claim.object for claim in claims])
        self.asked: list[int] = list(dict.fromkeys(thing.tolist()))
        self.sources, source = _numbered([claim.source for claim in claims])
        # Marked, so that an origin and a source of one name stay two.
        if any(claim.origin for claim in claims):
            names = [f"origin {claim.origin}" if claim.origin else f"source {claim.source}" for claim in claims]
            self.voices, voice = _numbered(names)
        else:
            self.voices, voice = [f"source {name}" for name in self.sources], source
        texts, text = _numbered([claim.value.strip() for claim in claims])
        dates, date = _numbered([claim.date or "" for claim in claims])
        if dates and not dates[0]:
            date = date - 1
        sure = np.array([1.0 if claim.confidence is None else claim.confidence for claim in claims])
        standing = _standing(thing * max(len(self.sources), 1) + source, date, [day for day in dates if day])
        self.replaced: Places = np.bincount(thing[~standing], minlength=len(self.objects))
        rows = _Rows(thing[standing], source[standing], voice[standing], text[standing], date[standing], sure[standing])
        self._candidates(texts, rows)
        self._votes(rows)
        self._inside({key_of(child): key_of(parent) for child, parent in hierarchy.items()})
        self._fix(known)

    def _candidates(self, texts: Sequence[str], rows: _Rows) -> None:
        """Number the values that are claimed of each object."""
        spelt = [key_of(value) for value in texts]
        numbers = {key: number_of(key) for key in set(spelt)}
        words = sorted(key for key, number in numbers.items() if number is None)
        counted = sorted((number, key) for key, number in numbers.items() if number is not None)
        ranked = [*(key for _, key in counted), *words]
        rank = {key: place for place, key in enumerate(ranked)}
        key = np.array([rank[one] for one in spelt], dtype=np.intp)[rows.text]
        held, candidate = np.unique(rows.thing * max(len(ranked), 1) + key, return_inverse=True)
        self._of: Places = candidate
        self.size = len(held)
        self.ballot: Places = held // max(len(ranked), 1)
        self.starts: Places = np.flatnonzero(np.diff(self.ballot, prepend=-1))
        self.key: Places = held % max(len(ranked), 1)
        self.keys = [ranked[place] for place in self.key.tolist()]
        number = np.array([number for number, _ in counted] + [np.nan] * len(words))
        self.number: Numbers = number[self.key] if self.size else np.zeros(0)
        self.numeric: Marks = ~np.isnan(self.number)
        if self.size:
            self.numeric = np.logical_and.reduceat(self.numeric, self.starts)[self.ballot]
        self.values = [texts[place] for place in _commonest(candidate, rows.text, self.size, len(texts)).tolist()]
        self.latest: Places = np.full(self.size, -1, dtype=np.intp)
        np.maximum.at(self.latest, candidate, rows.date)

    def _votes(self, rows: _Rows) -> None:
        """Number the votes for them, and the sources that claim them."""
        crowd = max(len(self.voices), 1)
        votes, vote = np.unique(self._of * crowd + rows.voice, return_inverse=True)
        self.where: Places = votes // crowd
        self.who: Places = votes % crowd
        surest = np.zeros(len(votes))
        np.maximum.at(surest, vote, rows.sure)
        _, pair, spread = np.unique(self.ballot[self.where] * crowd + self.who, return_inverse=True, return_counts=True)
        self.weight: Numbers = surest / spread[pair]
        self.claims: Numbers = np.bincount(self.who, minlength=len(self.voices)).astype(np.float64)
        told = np.bincount(self.ballot[self.where], minlength=len(self.objects))
        self.folded: Places = np.bincount(rows.thing, minlength=len(self.objects)) - told
        count = max(len(self.sources), 1)
        said = np.unique(self._of * count + rows.source)
        self.says_where: Places = said // count
        self.says_who: Places = said % count
        self.rows: Places = np.bincount(self.says_who, minlength=len(self.sources))

    def _inside(self, parents: Mapping[str, str]) -> None:
        """Pair finer with coarser candidates of one object."""
        finer: list[int] = []
        coarser: list[int] = []
        self.depth: Places = np.zeros(self.size, dtype=np.intp)
        self.parents = parents
        if parents:
            places = {pair: place for place, pair in enumerate(zip(self.ballot.tolist(), self.keys, strict=True))}
            for (thing, key), place in places.items():
                line = ancestors(key, parents)
                self.depth[place] = len(line)
                inside = sorted(places[thing, other] for other in line if (thing, other) in places)
                finer += [place] * len(inside)
                coarser += inside
        self.finer: Places = np.array(finer, dtype=np.intp)
        self.coarser: Places = np.array(coarser, dtype=np.intp)

    def _fix(self, known: Mapping[str, str]) -> None:
        """Mark what is known."""
        self.known: list[str | None] = [key_of(known[name]) if name in known else None for name in self.objects]
        self.fixed: Marks = np.array([key is not None for key in self.known], dtype=bool)
        numbers = (number_of(key) if key is not None else None for key in self.known)
        self.answers: Numbers = np.array([np.nan if n is None else n for n in numbers], dtype=np.float64)
        self.true: Marks = np.zeros(self.size, dtype=bool)
        self.exact: Marks = np.zeros(self.size, dtype=bool)
        ends = [*self.starts[1:].tolist(), self.size]
        for thing in np.flatnonzero(self.fixed).tolist():
            key = self.known[thing] or ""
            around = {key, *ancestors(key, self.parents)}
            for place in range(int(self.starts[thing]), ends[thing]):
                self.true[place] = self.keys[place] in around
                self.exact[place] = self.keys[place] == key

    def candidates(self, thing: int) -> range:
        """Places of the candidates of an object."""
        end = self.starts[thing + 1] if thing + 1 < len(self.starts) else self.size
        return range(int(self.starts[thing]), int(end))

    def even(self) -> Numbers:
        """One for every voice."""
        return np.ones(len(self.voices))

    def own(self, scores: Numbers) -> Numbers:
        """Weight of those who claim each candidate; `scores` is one of each voice."""
        return summed(self.where, self.weight * scores[self.who], self.size)

    def supports(self, scores: Numbers) -> Numbers:
        """Weight behind each candidate: of those who claim it, and of those who claim a coarser value."""
        return self.with_coarser(self.own(scores))

    def with_coarser(self, own: Numbers) -> Numbers:
        """Add to each candidate what stands behind the coarser ones around it."""
        return own + 1.0 * summed(self.finer, own[self.coarser], self.size)

    def whole(self, values: Numbers) -> Numbers:
        """For each candidate, the sum of `values` over its object."""
        return np.add.reduceat(values, self.starts)[self.ballot]

    def most(self, values: Numbers) -> Numbers:
        """For each candidate, the greatest of `values` in its object."""
        return np.maximum.reduceat(values, self.starts)[self.ballot]

    def shares(self, values: Numbers) -> Numbers:
        """Each candidate's part of its object's sum; equal parts where that is 0. What is known gets all."""
        whole = self.whole(values)
        even = 1.0 / np.bincount(self.ballot)[self.ballot]
        return self.settle(np.where(whole > 0, values / np.where(whole > 0, whole, 1.0), even))

    def settle(self, shares: Numbers) -> Numbers:
        """Set shares to 1 and 0 where the answer is known."""
        return np.where(self.fixed[self.ballot], self.exact.astype(np.float64), shares) if self.fixed.any() else shares

    def softmax(self, values: Numbers) -> Numbers:
        """Shares of the exponentials."""
        return self.shares(np.exp(values - self.most(values)))

    def with_finer(self, values: Numbers) -> Numbers:
        """Add to each candidate what the finer ones inside it get, up to 1; known answers make all around them true."""
        if len(self.finer):
            inside = values + summed(self.coarser, values[self.finer], self.size)
            values = np.where(np.bincount(self.coarser, minlength=self.size) > 0, np.minimum(inside, 1.0), values)
        return np.where(self.fixed[self.ballot], self.true.astype(np.float64), values) if self.fixed.any() else values

    def means(self, values: Numbers, *, prior: float, weight: float, finer: bool = True) -> Numbers:
        """Mean of `values` over each voice's claims, with a prior of the given weight in claims.

        With `finer`, a coarser claim takes part in what the finer values inside it get, up to 1.
        """
        values = self.with_finer(values) if finer else values
        gained = summed(self.who, values[self.where], len(self.voices))
        return (gained + prior * weight) / (self.claims + weight)

    def first(self, chosen: Marks) -> Places:
        """Place of the first chosen candidate of each object; each has one."""
        return np.minimum.reduceat(np.where(chosen, np.arange(self.size), self.size), self.starts)

    def half(self, shares: Numbers) -> Places:
        """Place of each object's weighted median: the first candidate, from below, that reaches half the weight."""
        run = np.cumsum(shares)
        run = run - (run[self.starts] - shares[self.starts])[self.ballot]
        return self.first((run >= self.whole(shares) / 2 - 1e-9) | (np.diff(self.ballot, append=-1) != 0))


def summed(where: Places, values: NDArray[Any], size: int) -> Numbers:
    """Sum of the `values` that belong to each of `size` places."""
    return np.asarray(np.bincount(where, weights=values, minlength=size), dtype=np.float64)


def _numbered(names: Sequence[str]) -> tuple[list[str], Places]:
    """The distinct names in order, and the number of each."""
    distinct = sorted(set(names))
    numbers = dict(zip(distinct, range(len(distinct)), strict=True))
    return distinct, np.fromiter(map(numbers.__getitem__, names), dtype=np.intp, count=len(names))


def _standing(pair: Places, date: Places, days: Sequence[str]) -> Marks:
    """Which rows no later one of the same source replaces.

    Args:
        pair: object and source of each row, as one number.
        date: place of its date among `days`, or -1.
        days: ISO dates in order. Where one source's are given more or less exactly, they are compared as far as the
            least exact goes: a month does not come before its days.
    """
    if not len(date) or int(date.max()) < 0:
        return np.ones(len(pair), dtype=bool)
    _, group = np.unique(pair, return_inverse=True)
    latest = np.full(int(group.max()) + 1, -1, dtype=np.intp)
    np.maximum.at(latest, group, date)
    undated = np.zeros(len(latest), dtype=bool)
    undated[group[date < 0]] = True
    stands: Marks = undated[group] | (date == latest[group])
    size = np.array([len(day) for day in days])[date]
    least, most = np.full(len(latest), np.iinfo(np.intp).max), np.zeros(len(latest), dtype=np.intp)
    np.minimum.at(least, group, size)
    np.maximum.at(most, group, size)
    for row in np.flatnonzero(~stands & (least < most)[group]).tolist():
        exact = int(least[group[row]])
        stands[row] = days[date[row]][:exact] == days[latest[group[row]]][:exact]
    return stands


def _commonest(candidate: Places, text: Places, size: int, texts: int) -> Places:
    """The text by which each candidate is most often written; among equals the first by alphabet."""
    pairs, counts = np.unique(candidate * max(texts, 1) + text, return_counts=True)
    where, what = pairs // max(texts, 1), pairs % max(texts, 1)
    order = np.lexsort((what, -counts, where))
    chosen = np.zeros(size, dtype=np.intp)
    first = order[np.flatnonzero(np.diff(where[order], prepend=-1))]
    chosen[where[first]] = what[first]
    return chosen
