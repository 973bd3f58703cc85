"""When two values of a table are one: spelling, forms of numbers, and what lies inside what."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from typing import Final

__all__ = ["ancestors", "key_of", "number_of"]

_THOUSANDS: Final = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+]?\d{1,3}(?: \d{3})+(?:\.\d+)?")
_NO_NUMBER: Final = re.compile(r"[^-+.\d]")
"""First characters that no number begins with, in a text without capitals; `inf` and `nan` are none here."""


def key_of(value: str) -> str:
    """What makes two spellings one value: letters' case and width, and spaces, do not; `1,200.0` is `1200`."""
    plain = value if value.isascii() else unicodedata.normalize("NFKC", value)
    plain = " ".join(plain.casefold().split())
    number = number_of(plain)
    return plain if number is None else f"{number:.0f}" if number.is_integer() and abs(number) < 1e15 else repr(number)


def number_of(text: str) -> float | None:
    """A plain number; commas and spaces may part its thousands. Null if it is none."""
    if not text or _NO_NUMBER.match(text):
        return None
    if _THOUSANDS.fullmatch(text):
        text = re.sub(r"[, ]", "", text)
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def ancestors(key: str, parents: Mapping[str, str]) -> tuple[str, ...]:
    """All that a value lies inside, the nearest first; a circle ends where it began."""
    line: list[str] = []
    place = parents.get(key)
    while place is not None and place not in line:
        line.append(place)
        place = parents.get(place)
    return tuple(line)
