"""Published ways of weighing sources against each other. Each gives, for every candidate of every ballot, a share 0..1.

All are deterministic: they start from the same trust in everybody and run a fixed number of rounds.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Final

from sayso.weighing.resolution.ballots import Ballot

__all__ = ["Shares", "accu", "crh", "is_numeric", "median_place", "truthfinder", "vote"]

Shares = list[list[float]]
"""For each ballot, the share of each of its candidates; shares of one ballot sum to 1."""

_ROUNDS: Final = 10
_FALSE_VALUES: Final = 50
"""Accu: how many wrong values a careless source may pick from. The results hardly move from 10 upwards."""
_PRIOR: Final = 0.8
"""Accu: accuracy of a source about which nothing is known, held with the weight of two claims."""
_TRUST: Final = 0.9
_DAMPING: Final = 0.3
"""TruthFinder: initial trust and damping factor, both as published."""


def vote(ballots: Sequence[Ballot]) -> Shares:
    """One voice, one vote."""
    return [_share(_supports(ballot, lambda _: 1.0)) for ballot in ballots]


def truthfinder(ballots: Sequence[Ballot]) -> Shares:
    """TruthFinder: Yin, Han and Yu, Truth discovery with multiple conflicting information providers (2008).

    Trust of a voice is the mean confidence in its values; confidence is the logistic of the damped sum of
    -ln(1 - trust). Implication between values is that of the hierarchy alone.
    """
    trust = dict.fromkeys(_voices(ballots), _TRUST)
    shares: Shares = []
    for _ in range(_ROUNDS):
        scores = {voice: -math.log(1.0 - value) for voice, value in trust.items()}
        confidence = [
            [1.0 / (1.0 + math.exp(-_DAMPING * value)) for value in _supports(ballot, scores.__getitem__)]
            for ballot in ballots
        ]
        shares = [_share(values) for values in confidence]
        means = _means(ballots, confidence, prior=0.0, weight=0.0)
        trust = {voice: min(value, 0.999) for voice, value in means.items()}
    return shares


def accu(ballots: Sequence[Ballot]) -> Shares:
    """Accu: Dong, Berti-Equille and Srivastava, Integrating conflicting data: the role of source dependence (2009).

    Without its copy detection: who copies whom is told by origins. A vote weighs ln(n A / (1 - A)) with A the voice's
    accuracy.
    """
    accuracy = dict.fromkeys(_voices(ballots), _PRIOR)
    shares: Shares = []
    for _ in range(_ROUNDS):
        scores = {voice: math.log(_FALSE_VALUES * value / (1.0 - value)) for voice, value in accuracy.items()}
        shares = [_softmax(_supports(ballot, scores.__getitem__)) for ballot in ballots]
        means = _means(ballots, shares, prior=_PRIOR, weight=2.0)
        accuracy = {voice: min(max(value, 0.01), 0.99) for voice, value in means.items()}
    return shares


def crh(ballots: Sequence[Ballot]) -> Shares:
    """CRH: Li and others, Resolving conflicts in heterogeneous data by truth discovery and source reliability (2014).

    A voice weighs -ln of its loss as a share of the greatest, losses being means over its claims. Loss of a wrong word
    is 1. Of a number it is the distance from the value held, relative to that value and 1 at most: the published scale,
    a standard deviation, lets one wild number decide. A number is settled by weighted median, which is a claimed value.
    """
    weights = dict.fromkeys(_voices(ballots), 1.0)
    shares: Shares = []
    for _ in range(_ROUNDS):
        supports = [_supports(ballot, weights.__getitem__) for ballot in ballots]
        shares = [_share(values) for values in supports]
        losses = []
        for ballot, values in zip(ballots, shares, strict=True):
            held = median_place(ballot, values) if is_numeric(ballot) else values.index(max(values))
            losses.append([_loss(ballot, place, held) for place in range(len(values))])
        # The weight of one claim keeps a voice that has not erred yet from weighing without bound.
        means = _means(ballots, losses, prior=0.5, weight=1.0, finer=False)
        # The paper's wider spread: shares of the greatest loss, not of all loss.
        worst = max(means.values(), default=1.0)
        weights = {voice: max(-math.log(value / worst), 1e-3) for voice, value in means.items()}
    return shares


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


def _supports(ballot: Ballot, weigh: Callable[[str], float]) -> list[float]:
    """Weight behind each candidate: of those who claim it, and of those who claim a coarser value."""
    own = [math.fsum(vote.weight * weigh(vote.voice) for vote in candidate.votes) for candidate in ballot.candidates]
    return [
        math.fsum([value, *(own[place] for place in candidate.coarser)])
        for value, candidate in zip(own, ballot.candidates, strict=True)
    ]


def _means(
    ballots: Sequence[Ballot], values: Shares, *, prior: float, weight: float, finer: bool = True
) -> dict[str, float]:
    """Mean of `values` over each voice's claims, with a prior of the given weight in claims.

    With `finer`, a coarser claim takes part in what the finer values inside it get, up to 1.
    """
    gained: dict[str, list[float]] = {}
    for ballot, row in zip(ballots, values, strict=True):
        inside = list(row)
        for place, candidate in enumerate(ballot.candidates):
            for coarser in candidate.coarser if finer else ():
                inside[coarser] = min(1.0, inside[coarser] + row[place])
        for value, candidate in zip(inside, ballot.candidates, strict=True):
            for cast in candidate.votes:
                gained.setdefault(cast.voice, []).append(value)
    return {voice: (math.fsum(got) + prior * weight) / (len(got) + weight) for voice, got in gained.items()}


def _loss(ballot: Ballot, place: int, held: int) -> float:
    value, truth = ballot.candidates[place], ballot.candidates[held]
    if place == held or place in truth.coarser:
        return 0.0
    if value.number is None or truth.number is None:
        return 1.0
    return min(1.0, abs(value.number - truth.number) / max(abs(truth.number), 1.0))


def _voices(ballots: Sequence[Ballot]) -> list[str]:
    return sorted({cast.voice for ballot in ballots for candidate in ballot.candidates for cast in candidate.votes})


def _share(values: Sequence[float]) -> list[float]:
    whole = math.fsum(values)
    return [value / whole for value in values] if whole > 0 else [1.0 / len(values)] * len(values)


def _softmax(values: Sequence[float]) -> list[float]:
    top = max(values)
    return _share([math.exp(value - top) for value in values])
