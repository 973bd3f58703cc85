"""Words of likelihood."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.knowledge.likelihood import YARDSTICKS, describe, words


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (0.03, "almost no chance"),
        (0.05, "very unlikely"),
        (0.2, "unlikely"),
        (0.449, "unlikely"),
        (0.45, "roughly even"),
        (0.5, "roughly even"),
        (0.55, "likely"),
        (0.79, "likely"),
        (0.8, "very likely"),
        (0.95, "almost certain"),
        (0.99, "almost certain"),
    ],
)
def test_icd_203_words(probability: float, word: str) -> None:
    found = describe(probability)
    assert (found.word, found.note) == (word, None)
    assert found.low <= probability <= found.high


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (0.0, "remote chance"),
        (0.05, "remote chance"),
        (0.1, "highly unlikely"),
        (0.35, "unlikely"),
        (0.4, "realistic possibility"),
        (0.55, "likely"),
        (0.9, "highly likely"),
        (0.95, "almost certain"),
        (1.0, "almost certain"),
    ],
)
def test_phia_words(probability: float, word: str) -> None:
    assert (describe(probability, "phia").word, describe(probability, "phia").note) == (word, None)


@pytest.mark.parametrize(
    ("probability", "yardstick", "word"),
    [
        (0.06, "phia", "remote chance"),
        (0.09, "phia", "highly unlikely"),
        # Halfway: the word that claims less.
        (0.075, "phia", "highly unlikely"),
        (0.925, "phia", "highly likely"),
        (0.375, "phia", "realistic possibility"),
        (0.001, "icd203", "almost no chance"),
        (0.999, "icd203", "almost certain"),
    ],
)
def test_between_two_ranges_the_nearest_is_taken_and_said(probability: float, yardstick: str, word: str) -> None:
    found = describe(probability, yardstick)
    assert found.word == word
    assert found.note is not None
    assert word in found.note


@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from(sorted(YARDSTICKS)))
def test_more_probable_never_sounds_less_so(one: float, other: float, yardstick: str) -> None:
    ladder = [step.word for step in YARDSTICKS[yardstick]]
    low, high = sorted((one, other))
    assert ladder.index(words(low, yardstick)) <= ladder.index(words(high, yardstick))


@pytest.mark.parametrize("probability", [-0.1, 1.1, math.nan, math.inf])
def test_what_is_no_probability_is_refused(probability: float) -> None:
    with pytest.raises(UsageError):
        words(probability)


def test_an_unknown_yardstick_is_refused() -> None:
    with pytest.raises(UsageError, match="icd203, phia"):
        words(0.5, "gut")
