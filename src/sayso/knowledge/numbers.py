"""Numbers in English words, and numbers as people write them."""

from __future__ import annotations

__all__ = ["EACH_ITS_OWN", "ORDINALS", "SCALES", "TENS", "UNITS", "whole"]

EACH_ITS_OWN = frozenset({"distance", "money"})
"""Quantities of which each number is of something else: two neither agree nor contradict, and there is no range."""

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
"""Words up to nineteen, in order."""

TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip

SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}


def whole(number: float | None) -> float | None:
    """A number without a fraction as a whole one, so that it prints as 14 and not 14.0."""
    return int(number) if number is not None and float(number).is_integer() else number
