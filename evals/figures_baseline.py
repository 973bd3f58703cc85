"""The plain way to read a toll: a number that stands near a word of harm.

A number in digits or in words ("a man" is one) up to four words before `killed`, `dead`, `wounded`, `shot` and their
like, or right after `killed`, `killing`, `injuring`. Minimum and maximum are the least and the greatest number in all
documents of the incident, best is the first; no such number is 0.

It was rebuilt from the numbers that the data's description gives for such a pattern (gva/dev killed .728, injured .512;
airwars-gaza/dev exact .164, true ranges .090, covers .254); those stay the numbers to beat.
"""

from __future__ import annotations

import re
from typing import Any

__all__ = ["naive_ranges"]

_WORDS = {
    word: value
    for value, word in enumerate(
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
} | {"a": 1, "an": 1, "dozen": 12, "dozens": 12}
_NUMBER = r"(\d{1,3}(?:,\d{3})*|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_AFTER = {
    "killed": "killed|dead|died|dies|deaths?|fatally|martyrs?|bodies|fatalities|murdered|slain",
    "injured": "injured|wounded|hurt|injuries|shot|hospitalized",
}
_BEFORE = {
    "killed": "killed|killing|kills|deaths? of|toll",
    "injured": "injured|injuring|wounded|wounding|injures",
}
_PATTERNS = {
    what: (
        re.compile(rf"\b{_NUMBER}\s+(?:[\w'-]+\s+){{0,4}}(?:{_AFTER[what]})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{_BEFORE[what]})\s+(?:at least\s+|\w+\s+)?{_NUMBER}\b", re.IGNORECASE),
    )
    for what in ("killed", "injured")
}
_MOST = 1000
"""A greater number near such a word is a year or a sum."""


def _numbers(text: str, what: str) -> list[int]:
    found = []
    for pattern in _PATTERNS[what]:
        for match in pattern.finditer(text):
            word = match[1].lower()
            value = _WORDS[word] if word in _WORDS else int(word.replace(",", ""))
            if value < _MOST:
                found.append((match.start(), value))
    return [value for _, value in sorted(found)]


def naive_ranges(row: dict[str, Any]) -> dict[str, dict[str, int]]:
    """Ranges for one row of the figures sets (`text`, or `documents` with a `text` each), as `weigh` prints them."""
    texts = [entry["text"] for entry in row.get("documents") or [row]]
    found = {what: [n for text in texts for n in _numbers(text, what)] for what in _PATTERNS}
    return {
        what: {
            "minimum": min(values, default=0),
            "best": values[0] if values else 0,
            "maximum": max(values, default=0),
        }
        for what, values in found.items()
    }
