"""Ways of settling numbers: CRH, by weighted median, and the middle of many estimates."""

from __future__ import annotations

from typing import Final

import numpy as np

from sayso.weighing.resolution.ballots import Ballots, Marks, Numbers, Places, summed
from sayso.weighing.resolution.methods import vote

__all__ = ["centre", "crh", "estimates"]

_ROUNDS: Final = 10
_WILD: Final = 10
"""Centre: how many times the usual distance from the median a number may lie off and still count."""
_PRIOR: Final = 2.0
"""Estimates: least weight, in claims, of the spread that is usual in the table, in that of each voice."""


def crh(ballots: Ballots) -> Numbers:
    """CRH: Li and others, Resolving conflicts in heterogeneous data by truth discovery and source reliability (2014).

    A voice weighs -ln of its loss as a share of the greatest, losses being means over its claims. Loss of a wrong word
    is 1. Of a number it is the distance from the value held, relative to that value and 1 at most: the published scale,
    a standard deviation, lets one wild number decide. A number is settled by weighted median, which is a claimed value.
    """
    weights = ballots.even()
    for _ in range(_ROUNDS):
        shares = ballots.shares(ballots.supports(weights))
        # The weight of one claim keeps a voice that has not erred yet from weighing without bound.
        means = ballots.means(_losses(ballots, shares), prior=0.5, weight=1.0, finer=False)
        # The paper's wider spread: shares of the greatest loss, not of all loss.
        weights = np.maximum(-np.log(means / float(means.max())), 1e-3)
    return ballots.shares(ballots.supports(weights))


def _losses(ballots: Ballots, shares: Numbers) -> Numbers:
    most = shares >= ballots.most(shares) - 1e-9
    numeric = ballots.numeric[ballots.starts]
    held = np.where(numeric, ballots.half(shares), ballots.first(most))[ballots.ballot]
    truth = ballots.number[held]
    right = (np.arange(ballots.size) == held) | _around(ballots, held)
    if ballots.fixed.any():
        fixed = ballots.fixed[ballots.ballot]
        truth = np.where(fixed, ballots.answers[ballots.ballot], truth)
        right = np.where(fixed, ballots.true, right)
    off = np.abs(ballots.number - truth) / np.maximum(np.abs(truth), 1.0)
    losses = np.where(np.isnan(off), 1.0, np.minimum(off, 1.0))
    # Words that nothing sets apart share what is lost: the alphabet teaches nothing about who is right.
    level = ballots.whole(most.astype(np.float64))
    tied = most & (level > 1) & ~ballots.numeric & ~ballots.fixed[ballots.ballot]
    return np.where(tied, 1.0 - 1.0 / level, np.where(right, 0.0, losses))


def _around(ballots: Ballots, held: Places) -> Marks:
    """Whether a candidate is coarser than the one held, which it then agrees with."""
    around = np.zeros(ballots.size, dtype=bool)
    around[ballots.coarser[held[ballots.finer] == ballots.finer]] = True
    return around


def centre(ballots: Ballots) -> Numbers:
    """For estimates of one number by many: the claimed number nearest to their mean, and no average itself.

    Numbers further than ten times the median distance from the median are left out of the mean. Objects with words are
    settled by vote.
    """
    shares = vote(ballots)
    mean = _means(ballots, shares, _near(ballots, shares))
    off = np.abs(ballots.number - mean[ballots.ballot])
    reach = np.maximum(ballots.most(np.where(ballots.numeric, off, 0.0)), 1e-12)
    # Only the order counts; a number twice as near has twice the room to the farthest.
    return ballots.shares(np.where(ballots.numeric, 1.0 - off / reach + 1e-9, shares))


def _near(ballots: Ballots, shares: Numbers) -> Marks:
    """Which numbers are not wild."""
    off = np.abs(ballots.number - ballots.number[ballots.half(shares)][ballots.ballot])
    sizes = np.bincount(ballots.ballot)
    middle = ballots.starts + sizes // 2
    usual = off[np.lexsort((off, ballots.ballot))][middle][ballots.ballot]
    near: Marks = ballots.numeric & (off <= _WILD * usual)
    return near


def _means(ballots: Ballots, weights: Numbers, near: Marks) -> Numbers:
    """Weighted mean of the numbers of each object that are `near`."""
    kept = np.where(near, weights, 0.0)
    numbers = np.where(near, ballots.number, 0.0)
    whole = np.add.reduceat(kept, ballots.starts)
    return np.add.reduceat(kept * numbers, ballots.starts) / np.where(whole > 0, whole, 1.0)


def estimates(ballots: Ballots) -> tuple[Numbers, Numbers, Numbers]:
    """What many estimates of one number amount to: a mean of the voices, each weighing 1 / its variance.

    A voice's variance is that of its distances from the mean of the *other* voices (its own part would flatter it),
    over all its objects, drawn towards that of the table as far as the voices differ less from each other than each
    from itself (`_credible`). Wild numbers are left out as in `centre`. This is no claimed value: it stands beside the
    value held, and instead of it only in a crowd.

    Returns:
        Mean and standard error of each object, NaN for words; the share of its votes that are in the mean.
    """
    near = _near(ballots, vote(ballots))[ballots.where]
    thing = ballots.ballot[ballots.where]
    number = np.where(near, ballots.number[ballots.where], 0.0)
    weight = np.where(near, ballots.weight, 0.0)
    count = len(ballots.objects)
    total = summed(thing, weight, count)
    gross = summed(thing, weight * number, count)
    others = total[thing] - weight
    usable = near & (others > 1e-9)
    mean = (gross[thing] - weight * number) / np.where(usable, others, 1.0)
    square = np.where(usable, (number - mean) ** 2, 0.0)
    crowd = len(ballots.voices)
    gained = summed(ballots.who, weight * square, crowd)
    held = summed(ballots.who, np.where(usable, weight, 0.0), crowd)
    variance = _credible(gained, held, summed(ballots.who, weight * square**2, crowd))
    weight = weight / variance[ballots.who]
    whole = summed(thing, weight, count)
    found = summed(thing, weight * number, count) / np.where(whole > 0, whole, 1.0)
    some = ballots.numeric[ballots.starts] & (whole > 0)
    votes = summed(thing, ballots.weight, count)
    return (
        np.where(some, found, np.nan),
        np.where(some, 1.0 / np.sqrt(np.where(some, whole, 1.0)), np.nan),
        total / np.where(votes > 0, votes, 1.0),
    )


def _credible(gained: Numbers, held: Numbers, squared: Numbers) -> Numbers:
    """The mean of each voice, drawn towards that of all, after Bühlmann and Straub.

    Glaubwürdigkeit für Schadensätze (1970). The mean of all weighs as many claims as the variance inside the voices is
    times that between them; two at the least. Voices that differ by no more than chance, or have one claim each, all
    get the mean of all.

    Args:
        gained: sum over each voice's claims.
        held: their number.
        squared: sum of their squares.
    """
    number = max(float(held.sum()), 1e-300)
    usual = max(float(gained.sum()) / number, 1e-300)
    count = np.maximum(held, 1e-300)
    spare = float(np.maximum(held - 1.0, 0.0).sum())
    inside = float(np.maximum(squared - gained**2 / count, 0.0).sum()) / spare if spare > 0 else 0.0
    voices = int((held > 0).sum())
    room = number - float((held**2).sum()) / number
    between = float((held * (gained / count - usual) ** 2).sum()) - (voices - 1) * inside
    if spare <= 0 or between <= 0 or room <= 0:
        return np.full(len(held), usual)
    prior = max(_PRIOR, inside * room / between)
    return np.asarray((gained + prior * usual) / (held + prior), dtype=np.float64)
