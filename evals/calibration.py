"""Whether a claim's score is what it says: the share of claims with that score that are right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from evals import readings
from evals.attribution import CLAIM
from evals.pairs import attributed, marked, matched
from evals.scoring import ROUNDS, SEED, Row, unit

BINS = 10
Judged = list[tuple[float, bool]]
"""Claims of one document: score, and whether it is right."""
Floats = np.ndarray[Any, Any]


def judged(gold: dict[str, Any], reading: dict[str, Any]) -> Judged:
    """Each attribution of a reading with its score and whether the gold has it (content by half, right source)."""
    text = gold["text"]
    claims = marked(text, attributed(text, reading["claims"]))
    right = {found for _, found in matched(marked(text, gold["attributions"]), claims)}
    return [(claim.score, number in right) for number, claim in enumerate(claims)]


def binned(units: Sequence[Judged]) -> Floats:
    """(units, `BINS`, 3): claims, sum of scores and right ones, by tenths of the score; the last bin holds 1 too."""
    table = np.zeros((len(units), BINS, 3))
    for row, claims in zip(table, units, strict=True):
        for score, right in claims:
            # To the thousandth first: .3 * 10 in binary is a hair off the edge.
            row[min(round(score * 1000) * BINS // 1000, BINS - 1)] += (1, score, right)
    return table


def ece(table: Floats) -> Floats:
    """Expected calibration error of (..., `BINS`, 3), 0..1 (Naeini et al. 2015): |share right - mean score|."""
    gaps = np.abs(table[..., 1] - table[..., 2]).sum(axis=-1)
    total = table[..., 0].sum(axis=-1)
    error: Floats = np.divide(gaps, total, out=np.zeros_like(gaps), where=total > 0)
    return error


def ece_interval(units: Sequence[Judged]) -> tuple[float, float, float]:
    """ECE with its interval by resampling documents; noise adds to it, so the interval lies high when n is small."""
    table = binned(units)
    draws = np.random.default_rng(SEED).integers(0, len(table), (ROUNDS, len(table)))
    low, high = np.percentile(ece(table[draws].sum(axis=1)), [2.5, 97.5])
    return float(ece(table.sum(axis=0))), float(low), float(high)


def reliability(data: str, units: Sequence[Judged]) -> list[str]:
    """Lines: each bin with its claims, mean score and share right; and the Brier score beside one score for all."""
    lines = [f"# {data}: score of claims, in tenths: claims, mean score, share right"]
    for number, (count, scores, right) in enumerate(binned(units).sum(axis=0)):
        shares = f"{scores / count:.3f}  {right / count:.3f}" if count else "    -      -"
        lines.append(f"#   {number / BINS:.1f}-{(number + 1) / BINS:.1f}  {int(count):5}  {shares}")
    flat = [claim for claims in units for claim in claims]
    if flat:
        share = sum(right for _, right in flat) / len(flat)
        brier = sum((score - right) ** 2 for score, right in flat) / len(flat)
        lines.append(
            f"#   Brier {brier:.3f}; the share right ({share:.3f}) as the score of all: {share * (1 - share):.3f}"
        )
    return lines


def outermost(reading: dict[str, Any]) -> dict[str, Any]:
    """The reading without claims that stand inside another's content: PolNeAR marks none of those."""
    return reading | {"claims": [claim for claim in reading["claims"] if claim.get("within") is None]}


def measure(data: str, scorer: ModuleType, gold: Sequence[dict[str, Any]]) -> list[Row]:
    """Print the reliability of the product's scores, and give ECE; n is claims.

    Raises:
        RuntimeError: the scorer counts other claims as right.
    """
    units, outer = [], []
    for row, reading in zip(gold, readings.found("sayso", gold), strict=True):
        units.append(judged(row, reading))
        outer.append(judged(row, outermost(reading)))
        hits = int(unit(scorer.attribution([row], [reading])[CLAIM])[0])
        if hits != sum(right for _, right in units[-1]):
            raise RuntimeError(f"{row['id']}: the scorer counts {hits} right claims, this evaluation does not")
    print("\n".join(reliability(data, units)))
    print(f"#   without claims inside another's content: {sum(map(len, outer))}, ECE {ece_interval(outer)[0]:.3f}")
    count = sum(map(len, units))
    return [Row(data, "ECE", "sayso", *ece_interval(units), count, smaller_is_better=True)] if count else []


def articles(data: Path, scorer: ModuleType) -> list[Row]:
    """PolNeAR, development part."""
    return measure("polnear/dev", scorer, readings.polnear(data))


def reports(data: Path, scorer: ModuleType) -> list[Row]:
    """Reports of shootings and strikes."""
    halves = readings.incident_reports(data).values()
    return measure("incident-reports", scorer, [row for half in halves for row in half])
