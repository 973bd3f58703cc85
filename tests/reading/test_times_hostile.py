"""Hostile texts: no pattern may run away on any of them."""

from __future__ import annotations

import time

import pytest

from sayso.reading.times import find_times

UNITS = [
    "a ", "1 ", "the day ", "May ", "two days before ", "3, ", "3 to 5 May 2017, ", "12:30 ", "1990s ", "Monday ", "last year ",
    "September the ", "a few of ", "Rabi al-", "12 Ramadan ", "20170518", "1,000,", "two years and ", "the first Monday of ",
    "between 2 and ", "the day before the the the ", "twenty-", "\u0663\u0665 ", "x",
]  # fmt: skip


def seconds(text: str) -> float:
    """Processor time, the least of three: what else the machine does only ever adds to it."""
    spent = []
    for _ in range(3):
        began = time.process_time()
        find_times(text, "2017-05-21")
        spent.append(time.process_time() - began)
    return min(spent)


@pytest.mark.parametrize("unit", UNITS)
def test_one_long_line_costs_in_proportion_to_its_length(unit: str) -> None:
    """Six times the text may cost fifteen times the time: that leaves room for noise and none for a square."""
    small, large = ((unit * (size // len(unit) + 1))[:size] for size in (4_000, 24_000))
    assert seconds(large) < max(0.5, 15 * seconds(small))


def test_two_megabytes_in_one_line_are_read() -> None:
    text = ("the mill stood by the water and nobody came, " * 100 + "it burned on 18 May and ") * 450
    assert len(text) > 2_000_000
    assert "\n" not in text
    assert len(find_times(text, "2017-05-21")) == 450
