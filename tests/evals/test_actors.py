"""The split, the threshold and the counts of the evaluation of names, on pairs made for it."""

from __future__ import annotations

from evals.actors import best_threshold, for_choice, units
from evals.scoring import f1_interval

PAIRS = [("Orla Venn", "Orla Ven", True), ("Orla Venn", "Petra Krill", False), ("Okrin", "Okria", False)]
SCORES = {"Orla Ven": 0.8, "Petra Krill": 0.1, "Okria": 0.6}


def score(_: str, other: str) -> float:
    return SCORES[other]


def test_the_threshold_is_the_greatest_of_the_best() -> None:
    assert best_threshold(PAIRS, score) == 0.8
    assert f1_interval(units(PAIRS, score, 0.8))[0] == 1.0


def test_a_wrong_match_and_a_missed_one_lower_f1() -> None:
    assert units(PAIRS, score, 0.5) == [(1, 1, 1, 1), (0, 0, 0, 0), (0, 1, 0, 0)]
    assert f1_interval(units(PAIRS, score, 0.9))[0] == 0.0


def test_the_split_is_fixed_and_about_even() -> None:
    pairs = [(f"Name {n}", f"Naem {n}", True) for n in range(400)]
    chosen = [for_choice(p) for p in pairs]
    assert chosen == [for_choice(p) for p in pairs]
    assert 150 < sum(chosen) < 250
