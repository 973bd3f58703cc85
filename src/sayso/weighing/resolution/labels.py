"""Dawid and Skene: sources that err in their own ways, over one small set of labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sayso.errors import UsageError
from sayso.weighing.resolution.ballots import Ballot
from sayso.weighing.resolution.methods import Shares

__all__ = ["dawid_skene"]

_ROUNDS: Final = 50
_STILL: Final = 1e-6
"""A round that moves no share by more than this is the last one."""
_LARGEST: Final = 20_000_000
"""Cells of all tables of errors together; more labels than that allows are no closed set."""
_SMOOTHING: Final = 0.05
"""Added to every count of a confusion matrix, so that what has not happened yet is not impossible."""


def dawid_skene(ballots: Sequence[Ballot]) -> Shares:
    """Dawid and Skene, Maximum likelihood estimation of observer error-rates using the EM algorithm (1979).

    Every voice has a table of how often it says one label where another is true. Starts from the vote. A label that
    nobody claims of an object is not considered for it.

    Raises:
        UsageError: there are so many labels that no voice's table could be filled.
    """
    import numpy as np  # noqa: PLC0415 - heavy, and only this method needs it

    labels = {key: n for n, key in enumerate(sorted({c.key for ballot in ballots for c in ballot.candidates}))}
    voices: dict[str, int] = {}
    votes = [
        (place, voices.setdefault(vote.voice, len(voices)), labels[candidate.key], vote.weight)
        for place, ballot in enumerate(ballots)
        for candidate in ballot.candidates
        for vote in candidate.votes
    ]
    if len(voices) * len(labels) ** 2 > _LARGEST:
        raise UsageError(
            f"Dawid-Skene needs one small set of labels, and this table has {len(labels)}; choose accu or truthfinder."
        )
    where, who, said = (np.array([vote[n] for vote in votes], dtype=np.intp) for n in range(3))
    weight = np.array([vote[3] for vote in votes])
    claimed = np.zeros((len(ballots), len(labels)))
    np.add.at(claimed, (where, said), weight)
    possible = np.zeros_like(claimed, dtype=bool)
    possible[where, said] = True
    # Where every voice has confidence 0 nothing is known but what was claimed.
    truth = np.where(claimed.sum(axis=1, keepdims=True) > 0, claimed, possible)
    truth = truth / truth.sum(axis=1, keepdims=True)
    pair = who * len(labels) + said
    for _ in range(_ROUNDS):
        prior = truth.sum(axis=0) / truth.sum()
        confusion = np.full((len(voices), len(labels), len(labels)), _SMOOTHING)
        for true in range(len(labels)):
            told = np.bincount(pair, weights=truth[where, true] * weight, minlength=len(voices) * len(labels))
            confusion[:, true, :] += told.reshape(len(voices), len(labels))
        logs = np.log(confusion / confusion.sum(axis=2, keepdims=True))
        scores = np.stack(
            [
                np.log(prior[true] + 1e-12)
                + np.bincount(where, weights=logs[who, true, said] * weight, minlength=len(ballots))
                for true in range(len(labels))
            ],
            axis=1,
        )
        before = truth
        truth = np.exp(scores - scores.max(axis=1, keepdims=True))
        truth = truth / truth.sum(axis=1, keepdims=True)
        if float(np.abs(truth - before).max()) < _STILL:
            break
    shares: Shares = []
    for ballot, row in zip(ballots, truth.tolist(), strict=True):
        # Rounded, so that the order in which a machine adds does not show.
        own = [round(row[labels[candidate.key]], 12) for candidate in ballot.candidates]
        whole = sum(own)
        shares.append([value / whole for value in own] if whole > 0 else [1 / len(own)] * len(own))
    return shares
