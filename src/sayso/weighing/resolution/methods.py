"""Published ways of weighing sources against each other. Each gives, for every candidate of every ballot, a share 0..1.

All are deterministic: they start from the same trust in everybody and run a fixed number of rounds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sayso.weighing.resolution.ballots import Ballot

if TYPE_CHECKING:
    from sayso.weighing.resolution.flat import Flat, Numbers

__all__ = ["Shares", "accu", "centre", "crh", "is_numeric", "median_place", "truthfinder", "vote"]

Shares = list[list[float]]
"""For each ballot, the share of each of its candidates; shares of one ballot sum to 1."""

_ROUNDS: Final = 10
_FALSE_VALUES: Final = 50
"""Accu: how many wrong values a careless source may pick from. The results hardly move from 10 upwards."""
_PRIOR: Final = 0.8
"""Accu: accuracy of a source about which nothing is known, held with the weight of two claims."""
_WILD: Final = 10
"""Centre: how many times the usual distance from the median a number may lie off and still count."""
_TRUST: Final = 0.9
_DAMPING: Final = 0.3
"""TruthFinder: initial trust and damping factor, both as published."""


def vote(ballots: Sequence[Ballot]) -> Shares:
    """One voice, one vote."""
    flat = _flat(ballots)
    return flat.rows(flat.shares(flat.supports(_even(flat))))


def truthfinder(ballots: Sequence[Ballot]) -> Shares:
    """TruthFinder: Yin, Han and Yu, Truth discovery with multiple conflicting information providers (2008).

    Trust of a voice is the mean confidence in its values; confidence is the logistic of the damped sum of
    -ln(1 - trust). Implication between values is that of the hierarchy alone.
    """
    import numpy as np  # noqa: PLC0415 - heavy, and only tables need it

    flat = _flat(ballots)
    trust = _even(flat) * _TRUST
    for _ in range(_ROUNDS):
        confidence = 1.0 / (1.0 + np.exp(-_DAMPING * flat.supports(-np.log(1.0 - trust))))
        trust = np.minimum(flat.means(confidence, prior=0.0, weight=0.0), 0.999)
    return flat.rows(flat.shares(confidence))


def accu(ballots: Sequence[Ballot]) -> Shares:
    """Accu: Dong, Berti-Equille and Srivastava, Integrating conflicting data: the role of source dependence (2009).

    Without its copy detection: who copies whom is told by origins. A vote weighs ln(n A / (1 - A)) with A the voice's
    accuracy.
    """
    import numpy as np  # noqa: PLC0415 - heavy, and only tables need it

    flat = _flat(ballots)
    accuracy = _even(flat) * _PRIOR
    for _ in range(_ROUNDS):
        shares = flat.softmax(flat.supports(np.log(_FALSE_VALUES * accuracy / (1.0 - accuracy))))
        accuracy = np.clip(flat.means(shares, prior=_PRIOR, weight=2.0), 0.01, 0.99)
    return flat.rows(shares)


def crh(ballots: Sequence[Ballot]) -> Shares:
    """CRH: Li and others, Resolving conflicts in heterogeneous data by truth discovery and source reliability (2014).

    A voice weighs -ln of its loss as a share of the greatest, losses being means over its claims. Loss of a wrong word
    is 1. Of a number it is the distance from the value held, relative to that value and 1 at most: the published scale,
    a standard deviation, lets one wild number decide. A number is settled by weighted median, which is a claimed value.
    """
    import numpy as np  # noqa: PLC0415 - heavy, and only tables need it

    flat = _flat(ballots)
    weights = _even(flat)
    for _ in range(_ROUNDS):
        shares = flat.shares(flat.supports(weights))
        # The weight of one claim keeps a voice that has not erred yet from weighing without bound.
        means = flat.means(_losses(flat, shares), prior=0.5, weight=1.0, finer=False)
        # The paper's wider spread: shares of the greatest loss, not of all loss.
        worst = float(means.max()) if len(means) else 1.0
        weights = np.maximum(-np.log(means / worst), 1e-3)
    return flat.rows(shares)


def _losses(flat: Flat, shares: Numbers) -> Numbers:
    import numpy as np  # noqa: PLC0415 - heavy, and only tables need it

    run = np.cumsum(shares)
    run = run - (run[flat.starts] - shares[flat.starts])[flat.ballot]
    half = np.add.reduceat(shares, flat.starts)[flat.ballot] / 2
    most = shares >= np.maximum.reduceat(shares, flat.starts)[flat.ballot]
    held = flat.first(np.where(flat.numeric, run >= half - 1e-9, most))[flat.ballot]
    truth = flat.number[held]
    off = np.abs(flat.number - truth) / np.maximum(np.abs(truth), 1.0)
    losses = np.where(np.isnan(off), 1.0, np.minimum(off, 1.0))
    losses[held] = 0.0
    agreeing = flat.coarser[held[flat.finer] == flat.finer]
    losses[agreeing] = 0.0
    return losses


def centre(ballots: Sequence[Ballot]) -> Shares:
    """For estimates of one number by many: the claimed number nearest to the mean of the voices, and no average itself.

    Numbers further than ten times the median distance from the median are left out of the mean. Ballots with words are
    settled by vote.
    """
    made = []
    for ballot, row in zip(ballots, vote(ballots), strict=True):
        if not is_numeric(ballot):
            made.append(row)
            continue
        numbers = [candidate.number or 0.0 for candidate in ballot.candidates]
        middle = numbers[median_place(ballot, row)]
        spread = sorted(abs(number - middle) for number in numbers)[len(numbers) // 2]
        near = [abs(number - middle) <= _WILD * spread or number == middle for number in numbers]
        whole = math.fsum(weight for weight, kept in zip(row, near, strict=True) if kept)
        mean = math.fsum(n * w for n, w, kept in zip(numbers, row, near, strict=True) if kept) / whole
        reach = max(*(abs(number - mean) for number in numbers), 1e-12)
        # Only the order counts; a number twice as near has twice the room to the farthest.
        made.append(_share([1.0 - abs(number - mean) / reach + 1e-9 for number in numbers]))
    return made


def is_numeric(ballot: Ballot) -> bool:
    """Whether every candidate is a number."""
    return all(candidate.number is not None for candidate in ballot.candidates)


def median_place(ballot: Ballot, shares: Sequence[float]) -> int:
    """The first candidate, from below, that reaches half the weight; numbers stand in ascending order."""
    half, reached = math.fsum(shares) / 2, 0.0
    for place, weight in enumerate(shares):
        reached += weight
        if reached >= half - 1e-9:
            return place
    return len(ballot.candidates) - 1


def _flat(ballots: Sequence[Ballot]) -> Flat:
    from sayso.weighing.resolution.flat import Flat  # noqa: PLC0415 - brings numpy

    return Flat(ballots)


def _even(flat: Flat) -> Numbers:
    import numpy as np  # noqa: PLC0415 - heavy, and only tables need it

    return np.ones(flat.voices)


def _share(values: Sequence[float]) -> list[float]:
    whole = math.fsum(values)
    return [value / whole for value in values] if whole > 0 else [1.0 / len(values)] * len(values)
