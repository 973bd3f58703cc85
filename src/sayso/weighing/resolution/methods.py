"""Published ways of weighing sources against each other. Each gives, for every candidate of every object, a share 0..1.

All are deterministic: they start from the same trust in everybody and run a fixed number of rounds. What is known
beforehand is held true in every round, so that sources are measured against it.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from sayso.weighing.resolution.ballots import Ballots, Numbers, summed

__all__ = ["average_log", "investment", "pooled_investment", "sums", "truthfinder", "vote"]

_ROUNDS: Final = 10
_TRUST: Final = 0.9
_DAMPING: Final = 0.3
"""TruthFinder: initial trust and damping factor, both as published."""
_BELIEF_ROUNDS: Final = 20
_INVESTMENT: Final = 1.2
_POOLED: Final = 1.4
"""Exponents by which beliefs grow, and the number of rounds, as published."""


def vote(ballots: Ballots) -> Numbers:
    """One voice, one vote."""
    return ballots.shares(ballots.supports(ballots.even()))


def truthfinder(ballots: Ballots) -> Numbers:
    """TruthFinder: Yin, Han and Yu, Truth discovery with multiple conflicting information providers (2008).

    Trust of a voice is the mean confidence in its values; confidence is the logistic of the damped sum of
    -ln(1 - trust). Implication between values is that of the hierarchy alone.
    """
    trust = ballots.even() * _TRUST
    for _ in range(_ROUNDS):
        confidence = 1.0 / (1.0 + np.exp(-_DAMPING * ballots.supports(-np.log(1.0 - trust))))
        trust = np.minimum(ballots.means(confidence, prior=0.0, weight=0.0), 0.999)
    return ballots.shares(confidence)


def sums(ballots: Ballots) -> Numbers:
    """Sums, after Kleinberg's hubs and authorities: Pasternack and Roth, Knowing what to believe (2010).

    Trust of a voice is the sum of the beliefs in its values, belief in a value the sum of the trust of its voices;
    both as shares of the greatest.
    """
    return _hubs(ballots, ballots.even())


def average_log(ballots: Ballots) -> Numbers:
    """Average.Log: Pasternack and Roth, Knowing what to believe (2010).

    As Sums, but trust is the mean belief in a voice's values times the logarithm of their number, so that many claims
    alone do not make a voice trusted. A voice with a single claim has no trust.
    """
    return _hubs(ballots, np.log(ballots.claims) / ballots.claims)


def _hubs(ballots: Ballots, scale: Numbers) -> Numbers:
    belief = vote(ballots)
    for _ in range(_BELIEF_ROUNDS):
        trust = scale * _gains(ballots, belief)
        belief = ballots.supports(trust / max(float(trust.max()), 1e-300))
        belief = _known(ballots, belief / max(float(belief.max()), 1e-300))
    # An object whose voices have no trust at all is settled by their number.
    return np.where(ballots.whole(belief) > 0, ballots.shares(belief), vote(ballots))


def investment(ballots: Ballots) -> Numbers:
    """Investment: Pasternack and Roth, Knowing what to believe (2010).

    A voice invests its trust evenly in its values; belief in a value is what it holds, to the power 1.2, and flows back
    by what each put in.
    """
    return _invest(ballots, pooled=False)


def pooled_investment(ballots: Ballots) -> Numbers:
    """PooledInvestment: Pasternack and Roth, Knowing what to believe (2010).

    As Investment, but what the values of one object hold is shared out among them by its power of 1.4.
    """
    return _invest(ballots, pooled=True)


def _invest(ballots: Ballots, *, pooled: bool) -> Numbers:
    trust = ballots.even()
    for rounds in range(_BELIEF_ROUNDS + 1):
        stake = trust / ballots.claims
        held = ballots.supports(stake)
        if pooled:
            # Scaled by the greatest of the object first: powers of small numbers vanish otherwise.
            grown = (held / np.maximum(ballots.most(held), 1e-300)) ** _POOLED
            belief = held * grown / np.maximum(ballots.whole(grown), 1e-300)
        else:
            belief = held**_INVESTMENT
        belief = _known(ballots, belief)
        if rounds == _BELIEF_ROUNDS:
            break
        back = belief / np.where(held > 0, held, 1.0)
        trust = stake * _gains(ballots, back)
        trust = trust / max(float(trust.max()), 1e-300)
    return ballots.shares(belief)


def _gains(ballots: Ballots, belief: Numbers) -> Numbers:
    """For each voice, the sum of the beliefs in its values."""
    return summed(ballots.who, ballots.weight * belief[ballots.where], len(ballots.voices))


def _known(ballots: Ballots, belief: Numbers) -> Numbers:
    """Where the answer is known, what it and the coarser ones around it are believed goes to them whole."""
    if not ballots.fixed.any():
        return belief
    return np.where(ballots.fixed[ballots.ballot], np.where(ballots.true, ballots.whole(belief), 0.0), belief)
