"""Accu, and who copies whom, told from the mistakes that sources share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np

from sayso.records import Copying
from sayso.weighing.resolution.ballots import Ballots, Numbers, Places, summed

__all__ = ["Pairs", "accu", "accu_alone"]

_ROUNDS: Final = 10
_FALSE_VALUES: Final = 50
"""How many wrong values a careless source may pick from, unless the whole table has fewer. The results hardly move from
10 upwards."""
_PRIOR: Final = 0.8
"""Accuracy of a source about which nothing is known, held with the weight of two claims."""
_COPIED: Final = 0.8
"""Share of a copier's values that it copies, and ..."""
_SUSPECTED: Final = 0.1
"""... how likely two sources depend on each other before their values are looked at: as published."""
_CROWD: Final = 200
"""Voices for one value beyond which they are not paired: what so many say shows nothing about any two."""
_MOST_PAIRS: Final = 6_000_000
"""Pairs of votes that are looked at, the smallest groups first."""
_PROBABLE: Final = 0.5
"""Likelihood from which two voices are told to copy."""
_TOLD: Final = 100
"""Pairs told at most."""
_AT_ONCE: Final = 1 << 14
"""Pairs whose objects are compared in one go."""
_FEWEST: Final = 2
"""Mistakes that two voices must share before one can be told to copy the other."""


class Pairs(NamedTuple):
    """Pairs of voices that share mistakes, and how likely one copies the other, 0..1.

    `likelihood` is of all pairs that share a value; the rest is of the `some` among them that share mistakes enough.
    """

    some: Places
    likelihood: Numbers
    same_false: Numbers
    same_true: Numbers
    different: Numbers


class _Shared:
    """Pairs of votes for one value, and of voices, fixed for all rounds."""

    def __init__(self, ballots: Ballots) -> None:
        sizes = np.bincount(ballots.where, minlength=ballots.size)
        first = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        left, right = [np.zeros(0, dtype=np.intp)], [np.zeros(0, dtype=np.intp)]
        spent = 0
        for size in range(2, min(int(sizes.max()), _CROWD) + 1):
            starts = first[sizes == size]
            spent += len(starts) * size * (size - 1) // 2
            if spent > _MOST_PAIRS:
                break
            one, other = np.triu_indices(size, 1)
            left.append((starts[:, None] + one).ravel())
            right.append((starts[:, None] + other).ravel())
        # Votes stand by candidate and then by voice, so the first of a pair is the voice with the smaller number.
        self.left, self.right = np.concatenate(left), np.concatenate(right)
        crowd = len(ballots.voices)
        code = ballots.who[self.left] * crowd + ballots.who[self.right]
        pairs, self.pair = np.unique(code, return_inverse=True)
        self.one, self.other = pairs // crowd, pairs % crowd
        self.candidate = ballots.where[self.left]
        self._overlap = np.full(len(pairs), -1.0)
        thing = ballots.ballot[ballots.where]
        self._said = np.unique(ballots.who * len(ballots.objects) + thing)
        self._things = len(ballots.objects)

    def overlap(self, wanted: Places) -> Numbers:
        """Objects of which both voices of the wanted pairs say something; counted when first asked for."""
        new = wanted[self._overlap[wanted] < 0]
        self._overlap[new] = self._common(self.one[new], self.other[new])
        return self._overlap[wanted]

    def _common(self, one: Places, other: Places) -> Numbers:
        who, what = self._said // self._things, self._said % self._things
        counts = np.bincount(who, minlength=int(max(one.max(), other.max())) + 1 if len(one) else 0)
        first = np.concatenate([[0], np.cumsum(counts)[:-1]])
        # The voice with fewer objects of each pair is walked through, and looked up with the other.
        swap = counts[one] > counts[other]
        small, large = np.where(swap, other, one), np.where(swap, one, other)
        found = np.zeros(len(one))
        for begin in range(0, len(one), _AT_ONCE):
            few, many = small[begin : begin + _AT_ONCE], large[begin : begin + _AT_ONCE]
            length = counts[few]
            at = np.repeat(np.arange(len(few)), length)
            step = np.arange(len(at)) - np.repeat(np.cumsum(length) - length, length)
            code = many[at] * self._things + what[first[few][at] + step]
            place = np.minimum(np.searchsorted(self._said, code), len(self._said) - 1)
            found[begin : begin + _AT_ONCE] = summed(at, self._said[place] == code, len(few))
        return found


def accu(ballots: Ballots) -> tuple[Numbers, tuple[Copying, ...]]:
    """Accu: Dong, Berti-Equille and Srivastava, Integrating conflicting data: the role of source dependence (2009).

    A vote weighs ln(n A / (1 - A)) with A the voice's accuracy, times the likelihood that it was not copied from a
    better voice for the same value. Voices depend on each other if they share more mistakes than chance allows.

    Returns:
        The shares, and the pairs that probably copy, most likely first; a hundred at most.
    """
    shared = _Shared(ballots)
    accuracy, weight = ballots.even() * _PRIOR, np.ones(len(ballots.who))
    for _ in range(_ROUNDS):
        shares, accuracy = _round(ballots, accuracy, weight)
        pairs = _depend(ballots, shared, shares, accuracy)
        weight = _independent(ballots, shared, pairs.likelihood, accuracy)
    return shares, tuple(_told(ballots, shared, pairs))


def accu_alone(ballots: Ballots) -> Numbers:
    """Accu without its copy detection (AccuNoDep in the paper): who copies whom is told by origins alone."""
    accuracy, weight = ballots.even() * _PRIOR, np.ones(len(ballots.who))
    for _ in range(_ROUNDS):
        shares, accuracy = _round(ballots, accuracy, weight)
    return shares


def _round(ballots: Ballots, accuracy: Numbers, weight: Numbers) -> tuple[Numbers, Numbers]:
    score = np.log(_wrong(ballots) * accuracy / (1.0 - accuracy))
    own = summed(ballots.where, ballots.weight * weight * score[ballots.who], ballots.size)
    shares = ballots.softmax(ballots.with_coarser(own))
    return shares, np.clip(ballots.means(shares, prior=_PRIOR, weight=2.0), 0.01, 0.99)


def _wrong(ballots: Ballots) -> int:
    return max(1, min(_FALSE_VALUES, len(set(ballots.keys)) - 1))


def _depend(ballots: Ballots, shared: _Shared, shares: Numbers, accuracy: Numbers) -> Pairs:
    """Bayes' rule over values shared and true, shared and false, and different."""
    count = len(shared.one)
    # A value counts as a shared mistake as far as something else is more likely true.
    likely = ballots.with_finer(shares)
    # Where the known answer is one that nobody gives, all that is shared is mistaken.
    held = ((likely >= ballots.most(shares) - 1e-9) & (likely > 0.0))[shared.candidate]
    mistakes = summed(shared.pair, ~held, count)
    some = np.flatnonzero(mistakes >= _FEWEST)
    same_false = mistakes[some]
    same_true = summed(shared.pair, held, count)[some]
    different = np.maximum(shared.overlap(some) - same_true - same_false, 0.0)
    one, other = accuracy[shared.one[some]], accuracy[shared.other[some]]
    both, neither = one * other, (1.0 - one) * (1.0 - other) / _wrong(ballots)
    # Either may be the copier: its source's accuracy is that of the values it takes over.
    logs = [
        same_true * np.log(both / (source * _COPIED + both * (1.0 - _COPIED)))
        + same_false * np.log(neither / ((1.0 - source) * _COPIED + neither * (1.0 - _COPIED)))
        - different * np.log(1.0 - _COPIED)
        for source in (one, other)
    ]
    odds = (1.0 - _SUSPECTED) / (_SUSPECTED / 2.0)
    against = 1.0 / (np.exp(np.clip(-logs[0], -700, 700)) + np.exp(np.clip(-logs[1], -700, 700)))
    likelihood = np.zeros(count)
    likelihood[some] = 1.0 / (1.0 + odds * against)
    return Pairs(some, likelihood, same_false, same_true, different)


def _independent(ballots: Ballots, shared: _Shared, likelihood: Numbers, accuracy: Numbers) -> Numbers:
    """Likelihood that each vote was not copied from a better voice for the same value."""
    left, right = ballots.who[shared.left], ballots.who[shared.right]
    first = accuracy[left] >= accuracy[right]
    later = np.where(first, shared.right, shared.left)
    logs = summed(later, np.log1p(-_COPIED * likelihood[shared.pair]), len(ballots.who))
    return np.exp(logs)


def _told(ballots: Ballots, shared: _Shared, pairs: Pairs) -> Iterator[Copying]:
    likely = pairs.likelihood[pairs.some]
    one, other = shared.one[pairs.some], shared.other[pairs.some]
    order = np.lexsort((other, one, -np.round(likely, 9)))
    for place in order[likely[order] >= _PROBABLE][:_TOLD].tolist():
        yield Copying(
            one=_name(ballots.voices[one[place]]),
            other=_name(ballots.voices[other[place]]),
            likelihood=round(float(likely[place]), 9),
            shared_mistakes=int(pairs.same_false[place]),
            shared_right=int(pairs.same_true[place]),
            different=int(pairs.different[place]),
        )


def _name(voice: str) -> str:
    """Of an origin or a source, without the mark that tells them apart."""
    return voice.partition(" ")[2]
