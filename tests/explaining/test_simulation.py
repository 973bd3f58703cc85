"""How often the true hypothesis leads, on matrices whose truth is known.

20,000 matrices of 4 hypotheses and 10 items. How probable an item is under each hypothesis is drawn from Beta(.8, .8); one
hypothesis is true, and decides whether the item happens or its opposite. In words, an item is very (in)consistent beyond
nine in ten, consistent or not beyond two in three. A tie of k hypotheses counts as 1/k.

The published share for Bayes, .878, is what the exact probabilities give, and `score` gives it for a matrix whose cells
are probabilities. No table of five values for five words comes near it, wherever the words are cut: the most that a word
can tell, the log of how much more often it falls to the true hypothesis than to a false one, gives .863 at best, and the
middles of five equal steps that `score` uses for words, which claim less certainty, .861.
"""

from __future__ import annotations

import math
from typing import Any

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray

from sayso.explaining import score
from sayso.explaining.ratings import CUTS, INCONSISTENCY, LIKELIHOOD
from sayso.records import AchMethod, Consistency, Evidence, Matrix

Grid = NDArray[Any]
WORDS: tuple[Consistency, ...] = ("II", "I", "N", "C", "CC")
PUBLISHED: dict[AchMethod, float] = {"parc": 0.828, "squared": 0.825, "counts": 0.789}
COPIES: dict[AchMethod, float] = {"parc": 0.771, "squared": 0.772, "counts": 0.745}
"""The same with the first item counted ten times, as ten reprints would be."""


def _draw(seed: int, count: int) -> tuple[Grid, Grid, Grid]:
    """Probabilities (count, 10, 4), words 0..4 in the same shape, and the true hypothesis of each matrix."""
    rng = np.random.default_rng(seed)
    chances = rng.beta(0.8, 0.8, (count, 10, 4))
    truth = rng.integers(0, 4, count)
    happens = rng.random((count, 10)) < chances[np.arange(count), :, truth]
    chances = np.where(happens[:, :, None], chances, 1 - chances)
    return chances, np.digitize(chances, CUTS), truth


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


def test_no_table_of_five_values_does_much_better() -> None:
    chances, words, truth = _draw(7, 100_000)
    best = np.array([-math.log(float(chances[words == number].mean())) for number in range(5)])
    bound = _share(best[words].sum(axis=1), truth)
    assert bound - 0.005 < _share(_badness(words, "bayes"), truth) <= bound + 0.001


@pytest.mark.parametrize("cuts", [CUTS, (0.2, 0.4, 0.6, 0.8), (0.05, 0.35, 0.65, 0.95), (0.15, 0.4, 0.6, 0.85)])
def test_no_five_words_tell_as_much_as_the_probabilities(cuts: tuple[float, ...]) -> None:
    chances, _, truth = _draw(8, 60_000)
    words = np.digitize(chances, cuts)
    true = np.zeros(words.shape, dtype=bool)
    true[np.arange(len(truth)), :, truth] = True
    told = np.array([np.log((words[true] == w).mean() / (words[~true] == w).mean()) for w in range(5)])
    assert 0.85 < _share(-told[words].sum(axis=1), truth) < 0.868


def test_score_takes_probabilities_as_they_are() -> None:
    chances, words, _ = _draw(5, 40)
    for grid, cells in zip(chances.tolist(), words.tolist(), strict=True):
        rows = tuple(
            Evidence(name=str(n), cells=tuple(WORDS[w] for w in line), likelihoods=tuple(ps))
            for n, (line, ps) in enumerate(zip(cells, grid, strict=True))
        )
        verdict = score(Matrix(hypotheses=("A", "B", "C", "D"), evidence=rows))
        logs = np.log(np.maximum(np.array(grid), 1e-6)).sum(axis=0)
        raw = np.exp(logs - logs.max())
        assert [h.probability for h in verdict.hypotheses] == pytest.approx((raw / raw.sum()).tolist(), abs=1e-9)


def test_copies_counted_as_rows_would_mislead() -> None:
    _, words, truth = _draw(1, 20_000)
    for method, share in COPIES.items():
        assert _share(_badness(words, method, copies=10), truth) == pytest.approx(share, abs=0.01)
    assert _share(_badness(words, "bayes", copies=10), truth) < 0.7


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
