"""Ballots as flat arrays, so that a million claims are weighed in seconds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.weighing.resolution.ballots import Ballot

__all__ = ["Flat", "Numbers"]

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]


class Flat:
    """All candidates of all ballots in one row, and all votes for them in another.

    Sums run in the order of the ballots, so that the same ballots give the same numbers to the last bit.
    """

    def __init__(self, ballots: Sequence[Ballot]) -> None:
        """Lay out `ballots`; each has one candidate at least."""
        sizes = np.array([len(ballot.candidates) for ballot in ballots], dtype=np.intp)
        self.starts: Places = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.intp)
        self.ballot: Places = np.repeat(np.arange(len(ballots), dtype=np.intp), sizes)
        self.size = int(sizes.sum())
        candidates = [candidate for ballot in ballots for candidate in ballot.candidates]
        names: dict[str, int] = {}
        voted = [
            (place, names.setdefault(vote.voice, len(names)), vote.weight)
            for place, candidate in enumerate(candidates)
            for vote in candidate.votes
        ]
        self.voices = len(names)
        self.where: Places = np.array([v[0] for v in voted], dtype=np.intp)
        self.who: Places = np.array([v[1] for v in voted], dtype=np.intp)
        self.weight: Numbers = np.array([v[2] for v in voted], dtype=np.float64)
        inside = [
            (place, int(start) + coarser)
            for start, ballot in zip(self.starts, ballots, strict=True)
            for place, candidate in enumerate(ballot.candidates, start=int(start))
            for coarser in candidate.coarser
        ]
        self.finer: Places = np.array([pair[0] for pair in inside], dtype=np.intp)
        self.coarser: Places = np.array([pair[1] for pair in inside], dtype=np.intp)
        self.number: Numbers = np.array([np.nan if c.number is None else c.number for c in candidates])
        numeric = np.logical_and.reduceat(~np.isnan(self.number), self.starts)
        self.numeric = numeric[self.ballot]
        self.claims: Numbers = np.bincount(self.who, minlength=self.voices).astype(np.float64)

    def supports(self, scores: Numbers) -> Numbers:
        """Weight behind each candidate: of those who claim it, and of those who claim a coarser value."""
        own = np.bincount(self.where, weights=self.weight * scores[self.who], minlength=self.size)
        return own + 1.0 * np.bincount(self.finer, weights=own[self.coarser], minlength=self.size)

    def shares(self, values: Numbers) -> Numbers:
        """Each candidate's part of its ballot's sum; equal parts where that is 0."""
        whole = np.add.reduceat(values, self.starts)[self.ballot]
        even = 1.0 / np.bincount(self.ballot)[self.ballot]
        return np.where(whole > 0, values / np.where(whole > 0, whole, 1.0), even)

    def softmax(self, values: Numbers) -> Numbers:
        """Shares of the exponentials."""
        return self.shares(np.exp(values - np.maximum.reduceat(values, self.starts)[self.ballot]))

    def means(self, values: Numbers, *, prior: float, weight: float, finer: bool = True) -> Numbers:
        """Mean of `values` over each voice's claims, with a prior of the given weight in claims.

        With `finer`, a coarser claim takes part in what the finer values inside it get, up to 1.
        """
        if finer and len(self.finer):
            inside = values + np.bincount(self.coarser, weights=values[self.finer], minlength=self.size)
            values = np.where(np.bincount(self.coarser, minlength=self.size) > 0, np.minimum(inside, 1.0), values)
        gained = np.bincount(self.who, weights=values[self.where], minlength=self.voices)
        return (gained + prior * weight) / (self.claims + weight)

    def first(self, chosen: NDArray[np.bool_]) -> Places:
        """Place of the first chosen candidate of each ballot; each has one."""
        return np.minimum.reduceat(np.where(chosen, np.arange(self.size), self.size), self.starts)

    def rows(self, values: Numbers) -> list[list[float]]:
        """The values ballot by ballot."""
        ends = [*self.starts[1:].tolist(), self.size]
        plain = values.tolist()
        return [plain[start:end] for start, end in zip(self.starts.tolist(), ends, strict=True)]
