"""How often the true hypothesis leads on simulated matrices, beside the published shares.

20,000 matrices of 4 hypotheses and 10 items for each of five seeds; how probable an item is under a hypothesis is drawn
from Beta(.8, .8), and in words as `sayso.explaining.ratings.CUTS` has it. A tie of k hypotheses counts as 1/k. The
published system is the row beside each of ours.
"""

from __future__ import annotations

import math
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evals.scoring import Row
from sayso.explaining.ratings import CUTS, INCONSISTENCY, LIKELIHOOD, SCALE

PUBLISHED = {"bayes, probabilities": 0.878, "parc": 0.828, "squared": 0.825, "counts": 0.789}
SEEDS, MATRICES = 5, 20_000


def simulated(_: Path, __: ModuleType) -> list[Row]:
    """Share of matrices in which the true hypothesis leads, by method, over all seeds with its 95 % interval."""
    shares: dict[str, list[NDArray[Any]]] = {}
    for seed in range(SEEDS):
        chances, truth = _drawn(seed)
        words = np.digitize(chances, CUTS)
        tables: dict[str, NDArray[Any]] = {
            method: np.array([float(values.get(word, 0)) for word in SCALE]) for method, values in INCONSISTENCY.items()
        }
        tables["bayes, words"] = np.array([-math.log(LIKELIHOOD[word]) for word in SCALE])
        for name, table in tables.items():
            shares.setdefault(name, []).append(_leads(table[words].sum(axis=1), truth))
        exact = -np.log(np.maximum(chances, 1e-6)).sum(axis=1)
        shares.setdefault("bayes, probabilities", []).append(_leads(exact, truth))
    rows = []
    for method, parts in shares.items():
        units = np.concatenate(parts)
        mean, error = float(units.mean()), 1.96 * float(units.std()) / math.sqrt(len(units))
        rows.append(Row("ach/simulation", method, "sayso", mean, mean - error, mean + error, len(units)))
        if method in PUBLISHED:
            rows.append(Row("ach/simulation", method, "published", PUBLISHED[method], None, None, MATRICES))
    return rows


def _drawn(seed: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """Probability of what was seen under each hypothesis (matrices x items x hypotheses), and the true one."""
    rng = np.random.default_rng(seed)
    chances = rng.beta(0.8, 0.8, (MATRICES, 10, 4))
    truth = rng.integers(0, 4, MATRICES)
    happens = rng.random((MATRICES, 10)) < chances[np.arange(MATRICES), :, truth]
    return np.where(happens[:, :, None], chances, 1 - chances), truth


def _leads(badness: NDArray[Any], truth: NDArray[Any]) -> NDArray[Any]:
    ahead = np.abs(badness - badness.min(axis=1, keepdims=True)) < 1e-9
    found: NDArray[Any] = ahead[np.arange(len(truth)), truth] / ahead.sum(axis=1)
    return found
