"""Comparing names: pairs of a public set, match or not, by one fixed threshold.

The set is split in two by a hash of each pair. The threshold was chosen on the part `choice` and is a constant of the
program; the part kept apart and the whole are measured with it. Each baseline gets its best threshold on `choice`, too.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

from rapidfuzz.fuzz import ratio, token_sort_ratio

from evals.scoring import Row, f1_interval
from sayso.linking.actors.similarity import LIKELY, similarity

Pair = tuple[str, str, bool]
Score = Callable[[str, str], float]
STEPS = [step / 100 for step in range(30, 100)]


def read_pairs(path: Path) -> list[Pair]:
    """All pairs of the set, with whether they match."""
    with path.open(encoding="utf8", newline="") as file:
        return [(row["name1"], row["name2"], row["is_match"] == "true") for row in csv.DictReader(file)]


def for_choice(pair: Pair) -> bool:
    """Whether a pair is of the part on which thresholds are chosen: about half, by a hash of the two names."""
    return hashlib.sha256(f"{pair[0]}\x1f{pair[1]}".encode()).digest()[0] % 2 == 0


def units(pairs: Sequence[Pair], score: Score, threshold: float) -> list[tuple[float, float, float, float]]:
    """One unit a pair: (hits among predicted, predicted, hits among gold, gold)."""
    made = []
    for one, other, gold in pairs:
        told = score(one, other) >= threshold
        hit = float(told and gold)
        made.append((hit, float(told), hit, float(gold)))
    return made


def best_threshold(pairs: Sequence[Pair], score: Score) -> float:
    """The threshold with the best F1; of equals the greatest, which merges least."""
    return max((f1_interval(units(pairs, score, step))[0], step) for step in STEPS)[1]


def pairs(data: Path, _: ModuleType) -> list[Row]:
    """F1 of matches with the program's threshold, on the part kept apart and on all, beside plain edit distance."""
    every = read_pairs(data / "names" / "name_bench.csv")
    choice = [p for p in every if for_choice(p)]
    apart = [p for p in every if not for_choice(p)]
    print(f"#   best threshold on {len(choice)} pairs: {best_threshold(choice, similarity)}; the program's: {LIKELY}")
    systems: dict[str, tuple[Score, float]] = {"sayso": (similarity, LIKELY)}
    for name, plain in (("edit ratio", ratio), ("sorted words, ratio", token_sort_ratio)):
        score = _folded(plain)
        systems[name] = (score, best_threshold(choice, score))
    return [
        Row("name pairs", f"F1, {part}", system, *f1_interval(units(some, score, threshold)), len(some))
        for system, (score, threshold) in systems.items()
        for part, some in (("kept apart", apart), ("all", every))
    ]


def _folded(plain: Callable[[str, str], float]) -> Score:
    return lambda one, other: plain(one.casefold(), other.casefold()) / 100
