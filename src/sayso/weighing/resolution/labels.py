"""Dawid and Skene: sources that err in their own ways, over one small set of labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sayso.weighing.resolution.ballots import Ballot
from sayso.weighing.resolution.methods import Shares

__all__ = ["dawid_skene"]

_ROUNDS: Final = 50
_SMOOTHING: Final = 0.05
"""Added to every count of a confusion matrix, so that what has not happened yet is not impossible."""


def dawid_skene(ballots: Sequence[Ballot]) -> Shares:
    """Dawid and Skene, Maximum likelihood estimation of observer error-rates using the EM algorithm (1979).

    Every voice has a table of how often it says one label where another is true. Starts from the vote. A label that
    nobody claims of an object is not considered for it.
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
    where, who, said = (np.array([vote[n] for vote in votes], dtype=np.intp) for n in range(3))
    weight = np.array([vote[3] for vote in votes])
    claimed = np.zeros((len(ballots), len(labels)))
    np.add.at(claimed, (where, said), weight)
    possible = np.zeros_like(claimed, dtype=bool)
    possible[where, said] = True
    # Where every voice has confidence 0 nothing is known but what was claimed.
    truth = np.where(claimed.sum(axis=1, keepdims=True) > 0, claimed, possible)
    truth = truth / truth.sum(axis=1, keepdims=True)
    for _ in range(_ROUNDS):
        prior = truth.sum(axis=0) / truth.sum()
        confusion = np.full((len(voices), len(labels), len(labels)), _SMOOTHING)
        # Said before true, so that one pair of indices finds a row to add to.
        np.add.at(confusion.transpose(0, 2, 1), (who, said), truth[where] * weight[:, None])
        confusion /= confusion.sum(axis=2, keepdims=True)
        logs = np.tile(np.log(prior + 1e-12), (len(ballots), 1))
        np.add.at(logs, where, np.log(confusion[who, :, said]) * weight[:, None])
        truth = np.exp(logs - logs.max(axis=1, keepdims=True))
        truth /= truth.sum(axis=1, keepdims=True)
    shares: Shares = []
    for ballot, row in zip(ballots, truth.tolist(), strict=True):
        # Rounded, so that the order in which a machine adds does not show.
        own = [round(row[labels[candidate.key]], 12) for candidate in ballot.candidates]
        whole = sum(own)
        shares.append([value / whole for value in own] if whole > 0 else [1 / len(own)] * len(own))
    return shares
