"""How often the true hypothesis leads, on matrices whose truth is known.

20,000 matrices of 4 hypotheses and 10 items. How probable an item is under each hypothesis is drawn from Beta(.8, .8); one
hypothesis is true, and decides whether the item happens or its opposite. The words of the cells cut that probability into five equal
steps. A tie of k hypotheses counts as 1/k.

The published share for Bayes, .878, is what the exact probabilities give. Five words lose a little of it: .861 is the
most that equal steps allow, since the middles of the steps are, within a hundredth, the shares in which items
of each word happen.
"""

from __future__ import annotations

import math
from typing import Any

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray

from sayso.explaining import score
from sayso.explaining.ratings import INCONSISTENCY, LIKELIHOOD
from sayso.records import AchMethod, Consistency, Evidence, Matrix

Grid = NDArray[Any]
WORDS: tuple[Consistency, ...] = ("II", "I", "N", "C", "CC")
PUBLISHED: dict[AchMethod, float] = {"parc": 0.828, "squared": 0.825, "counts": 0.789}


def _draw(seed: int, count: int) -> tuple[Grid, Grid, Grid]:
    """Probabilities (count, 10, 4), words 0..4 in the same shape, and the true hypothesis of each matrix."""
    rng = np.random.default_rng(seed)
    chances = rng.beta(0.8, 0.8, (count, 10, 4))
    truth = rng.integers(0, 4, count)
    happens = rng.random((count, 10)) < chances[np.arange(count), :, truth]
    chances = np.where(happens[:, :, None], chances, 1 - chances)
    return chances, np.minimum((chances * 5).astype(int), 4), truth


def _share(badness: Grid, truth: Grid) -> float:
    leads = np.abs(badness - badness.min(axis=1, keepdims=True)) < 1e-9
    return float((leads[np.arange(len(truth)), truth] / leads.sum(axis=1)).mean())


def _badness(words: Grid, method: AchMethod, copies: int = 1) -> Grid:
    """Inconsistency by the tables that `score` uses; the first item counts `copies` times."""
    if method == "bayes":
        table = np.array([-math.log(LIKELIHOOD[word]) for word in WORDS])
    else:
        table = np.array([float(INCONSISTENCY[method].get(word, 0)) for word in WORDS])
    times = np.ones(words.shape[1])
    times[0] = copies
    total: Grid = (table[words] * times[:, None]).sum(axis=1)
    return total


@pytest.mark.parametrize("seed", range(5))
def test_the_published_shares_come_out(seed: int) -> None:
    chances, words, truth = _draw(seed, 20_000)
    for method, share in PUBLISHED.items():
        assert _share(_badness(words, method), truth) == pytest.approx(share, abs=0.01)
    # An exact probability of 0 is drawn once in a while; its log is not needed to lose.
    exact = -np.log(np.maximum(chances, 1e-12)).sum(axis=1)
    assert _share(exact, truth) == pytest.approx(0.878, abs=0.01)
    assert _share(_badness(words, "bayes"), truth) == pytest.approx(0.861, abs=0.01)


def test_middles_of_steps_are_how_often_items_of_a_word_happen() -> None:
    rng = np.random.default_rng(7)
    chances = rng.beta(0.8, 0.8, 400_000)
    words = np.minimum((chances * 5).astype(int), 4)
    for number, word in enumerate(WORDS):
        assert float(chances[words == number].mean()) == pytest.approx(LIKELIHOOD[word], abs=0.015)


def test_copies_counted_as_rows_would_mislead() -> None:
    _, words, truth = _draw(1, 20_000)
    for method in ("bayes", *PUBLISHED):
        assert _share(_badness(words, method, copies=10), truth) < _share(_badness(words, method), truth) - 0.04


@pytest.mark.parametrize("method", ["bayes", "parc", "squared", "counts"])
def test_score_says_the_same_and_collapses_copies(method: AchMethod) -> None:
    _, words, _ = _draw(3, 40)
    badness = _badness(words, method)
    for cells, values in zip(words.tolist(), badness, strict=True):
        rows = [
            Evidence(name=str(n), cells=tuple(WORDS[word] for word in row), origin=f"o{n}")
            for n, row in enumerate(cells)
        ]
        copies = [msgspec.structs.replace(rows[0], name=f"copy {n}") for n in range(9)]
        verdict = score(Matrix(hypotheses=("A", "B", "C", "D"), evidence=(*rows, *copies)), method)
        leads = np.abs(values - values.min()) < 1e-9
        assert verdict.leaders == tuple(name for name, lead in zip("ABCD", leads, strict=True) if lead)
