"""Dawid and Skene: sources that err in their own ways, over one small set of labels."""

from __future__ import annotations

from typing import Final

import numpy as np

from sayso.errors import UsageError
from sayso.records import Truth
from sayso.weighing.resolution.ballots import Ballots, Marks, Numbers, Places

__all__ = ["dawid_skene"]

_ROUNDS: Final = (50, 500)
_STILL: Final = 1e-6
"""A round that moves no share by more than this is the last one."""
_WORK: Final = 50_000_000
"""Votes counted in all rounds together: some tables take hundreds to come to rest, and the largest get fifty."""
_LARGEST: Final = 20_000_000
"""Cells of all tables of errors, or of all shares, together; more labels than that allows are no closed set."""
_SMOOTHING: Final = 0.05
"""Added to every count of a confusion matrix, so that what has not happened yet is not impossible."""


def dawid_skene(ballots: Ballots) -> tuple[Numbers, dict[int, Truth]]:
    """Dawid and Skene, Maximum likelihood estimation of observer error-rates using the EM algorithm (1979).

    Every voice has a table of how often it says one label where another is true. Starts from the vote. A label that
    nobody claims of an object is not held for it, unless it is known to be true; where such a label is the likeliest by
    the record of the voices, it is told beside.

    Returns:
        A share of every candidate, and by number of the object the label that is likelier than any that is claimed of
        it, with its share among all labels.

    Raises:
        UsageError: there are so many labels that no voice's table could be filled.
    """
    known = [key for key in ballots.known if key is not None]
    labels = {key: n for n, key in enumerate(sorted({*ballots.keys, *known}))}
    size, things, voices = len(labels), len(ballots.objects), len(ballots.voices)
    if max(voices * size**2, things * size) > _LARGEST:
        raise UsageError(
            f"Dawid-Skene needs one small set of labels, and this table has {size}; choose accu or truthfinder."
        )
    label = np.array([labels[key] for key in ballots.keys], dtype=np.intp)
    where, who, said, weight = ballots.ballot[ballots.where], ballots.who, label[ballots.where], ballots.weight
    claimed = np.zeros((things, size))
    np.add.at(claimed, (where, said), weight)
    possible = np.zeros_like(claimed, dtype=bool)
    possible[where, said] = True
    # Where every voice has confidence 0 nothing is known but what was claimed.
    truth = np.where(claimed.sum(axis=1, keepdims=True) > 0, claimed, possible)
    truth = truth / truth.sum(axis=1, keepdims=True)
    fixed = np.flatnonzero(ballots.fixed)
    sure = np.zeros((len(fixed), size))
    sure[np.arange(len(fixed)), [labels[key] for key in known]] = 1.0
    truth[fixed] = sure
    pair = who * size + said
    for _ in range(min(max(_WORK // len(who), _ROUNDS[0]), _ROUNDS[1])):
        prior = truth.sum(axis=0) / truth.sum()
        confusion = np.full((voices, size, size), _SMOOTHING)
        for true in range(size):
            told = np.bincount(pair, weights=truth[where, true] * weight, minlength=voices * size)
            confusion[:, true, :] += told.reshape(voices, size)
        logs = np.log(confusion / confusion.sum(axis=2, keepdims=True))
        scores = np.stack(
            [
                np.log(prior[true] + 1e-12)
                + np.bincount(where, weights=logs[who, true, said] * weight, minlength=things)
                for true in range(size)
            ],
            axis=1,
        )
        before = truth
        truth = np.exp(scores - scores.max(axis=1, keepdims=True))
        truth = truth / truth.sum(axis=1, keepdims=True)
        truth[fixed] = sure
        if float(np.abs(truth - before).max()) < _STILL:
            break
    # Rounded, so that the order in which a machine adds does not show.
    truth = np.round(truth, 12)
    return ballots.shares(truth[ballots.ballot, label]), _unclaimed(ballots, truth, label, possible)


def _unclaimed(ballots: Ballots, truth: Numbers, label: Places, possible: Marks) -> dict[int, Truth]:
    """The likeliest label of each object where nobody claims it; `label` is that of each candidate."""
    spelt = dict(zip(label.tolist(), ballots.values, strict=True))
    claimed = np.where(possible, truth, -1.0).max(axis=1)
    likelier = np.flatnonzero((truth.max(axis=1) > claimed) & ~ballots.fixed)
    best = truth.argmax(axis=1)
    return {
        thing: Truth(value=spelt[int(best[thing])], support=round(float(truth[thing, best[thing]]), 9))
        for thing in likelier.tolist()
        if int(best[thing]) in spelt
    }
