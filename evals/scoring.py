"""The independent scorer, and intervals by resampling its units (documents or incidents)."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

ROUNDS = 1000
SEED = 20170518


@dataclass(frozen=True)
class Row:
    """One number of one system: `low` and `high` bound it at 95 % (percentile bootstrap over `n` units).

    `held`: against a floor, if there is one; not held are numbers that are told only, of test parts.
    """

    data: str
    metric: str
    system: str
    value: float
    low: float | None
    high: float | None
    n: int
    smaller_is_better: bool = False
    held: bool = True

    @property
    def key(self) -> str:
        """The name under which a floor is kept."""
        return f"{self.data} | {self.metric}"


def load_scorer(data: Path) -> ModuleType:
    """Load `score.py`, which lies beside the data folder.

    Raises:
        FileNotFoundError: it is not there.
    """
    path = data.parent / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def f1_interval(units: Sequence[tuple[float, float, float, float]]) -> tuple[float, float, float]:
    """F1 with its interval; a unit is (hits among predicted, predicted, hits among gold, gold)."""
    table = np.array(units, dtype=float).reshape(-1, 4)

    def f1(sums: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        precision = np.divide(sums[..., 0], sums[..., 1], out=np.zeros_like(sums[..., 0]), where=sums[..., 1] > 0)
        recall = np.divide(sums[..., 2], sums[..., 3], out=np.zeros_like(sums[..., 2]), where=sums[..., 3] > 0)
        both = precision + recall
        whole: np.ndarray[Any, Any] = np.divide(2 * precision * recall, both, out=np.zeros_like(both), where=both > 0)
        return whole

    draws = np.random.default_rng(SEED).integers(0, len(table), (ROUNDS, len(table)))
    low, high = np.percentile(f1(table[draws].sum(axis=1)), [2.5, 97.5])
    return float(f1(table.sum(axis=0))), float(low), float(high)


def ratio_interval(units: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    """Sum of the firsts over sum of the seconds, with its interval."""
    table = np.array(units, dtype=float)
    draws = np.random.default_rng(SEED).integers(0, len(table), (ROUNDS, len(table)))
    sums = table[draws].sum(axis=1)
    low, high = np.percentile(sums[:, 0] / sums[:, 1], [2.5, 97.5])
    return float(table[:, 0].sum() / table[:, 1].sum()), float(low), float(high)


def mean_interval(units: Sequence[float]) -> tuple[float, float, float]:
    """Mean of the units with its interval."""
    table = np.array(units, dtype=float)
    draws = np.random.default_rng(SEED).integers(0, len(table), (ROUNDS, len(table)))
    low, high = np.percentile(table[draws].mean(axis=1), [2.5, 97.5])
    return float(table.mean()), float(low), float(high)


def resampled(size: int, score: Callable[[Sequence[int]], float], rounds: int = ROUNDS) -> tuple[float, float]:
    """Interval of a score that no sum over units gives: `score` takes the indexes drawn."""
    draws = np.random.default_rng(SEED).integers(0, size, (rounds, size))
    low, high = np.percentile([score(draw.tolist()) for draw in draws], [2.5, 97.5])
    return float(low), float(high)


def unit(result: dict[str, Any]) -> tuple[float, float, float, float]:
    """Turn one unit's precision, recall and counts, as the scorer gives them, back into hits."""
    return (
        float(round(result["p"] * result["predicted"])),
        float(result["predicted"]),
        float(round(result["r"] * result["gold"])),
        float(result["gold"]),
    )


def scored_rows(
    data: str, system: str, gold: Sequence[dict[str, Any]], score: Callable[[int], dict[str, dict[str, Any]]]
) -> list[Row]:
    """F1 rows of one system: `score(i)` gives precision and recall by metric for the unit `i` alone."""
    by_metric: dict[str, list[tuple[float, float, float, float]]] = {}
    for index in range(len(gold)):
        for metric, result in score(index).items():
            by_metric.setdefault(metric, []).append(unit(result))
    return [Row(data, metric, system, *f1_interval(units), len(units)) for metric, units in by_metric.items()]
