"""Time of scoring a matrix of 12 hypotheses and 500 rows with everything left out and everything changed in turn.

python -m bench.explaining
"""

from __future__ import annotations

import random
import time

from sayso.explaining import score
from sayso.records import AchMethod, Consistency, Evidence, Matrix

RATINGS: tuple[Consistency, ...] = ("CC", "C", "N", "I", "II", "NA")
METHODS: tuple[AchMethod, ...] = ("bayes", "counts", "parc", "squared")


def matrix(hypotheses: int = 12, rows: int = 500) -> Matrix:
    """Random ratings by 60 sources in 150 origins; the same at every run."""
    chance = random.Random(1)  # noqa: S311 - a made-up matrix, not secrets
    return Matrix(
        hypotheses=tuple(f"H{number}" for number in range(hypotheses)),
        evidence=tuple(
            Evidence(
                name=f"E{number}",
                cells=tuple(chance.choice(RATINGS) for _ in range(hypotheses)),
                source=f"s{number % 60}",
                origin=f"o{number % 150}",
                credibility=chance.choice(["low", "medium", "high"]),
            )
            for number in range(rows)
        ),
    )


def main() -> None:
    """Print one line a method: the best of five, on one core and on the clock."""
    made = matrix()
    for method in METHODS:
        took = []
        for _ in range(5):
            core, clock = time.process_time(), time.perf_counter()
            score(made, method)
            took.append((time.process_time() - core, time.perf_counter() - clock))
        print(f"{method:8} {min(c for c, _ in took):6.3f} s core {min(w for _, w in took):6.3f} s clock")


if __name__ == "__main__":
    main()
