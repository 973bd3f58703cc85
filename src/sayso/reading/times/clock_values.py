"""Clock times and zones as parts of a TIMEX3 value."""

from __future__ import annotations

import re

from sayso.reading.times.lexicon import number_of

__all__ = ["clock_value", "zone_offset"]

_CLOCK = re.compile(r"(\d{1,2}|[a-z]+)(?:[:.](\d\d))?(:\d\d)?\s*(a|p)?", re.IGNORECASE)
_MILITARY = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
_OFFSET = re.compile(r"(?:GMT|UTC)\s?([+-])\s?(\d{1,2})(?::?(\d\d))?")
_ZONES = {
    "GMT": "Z", "UTC": "Z", "Z": "Z", "ZULU": "Z", "GREENWICH MEAN TIME": "Z",
    "EST": "-05:00", "EDT": "-04:00", "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00",
    "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00", "EEST": "+03:00", "TRT": "+03:00", "MSK": "+03:00",
}  # fmt: skip
"""Zones with one meaning and one offset. BST, CST, IST and AST have several; `ET`, `Damascus time` change by season."""


def clock_value(words: str) -> str | None:
    """`5 p.m.`, `17:30`, `0530 hours`, `noon` as `T17:30` parts of a TIMEX3 value; null if no time of day."""
    low = words.lower().strip()
    if low in ("noon", "midday"):
        return "T12:00"
    if low == "midnight":
        return "T24:00"
    if military := _MILITARY.match(low):
        return f"T{military[1]}:{military[2]}"
    match = _CLOCK.match(low)
    hour = number_of(match[1]) if match else None
    if match is None or hour is None or hour > 24:
        return None
    half = match[4]
    hours = int(hour)
    if half == "p" and hours < 12:
        hours += 12
    if half == "a" and hours == 12:
        hours = 0
    return f"T{hours:02d}:{match[2] or '00'}{match[3] or ''}"


def zone_offset(words: str | None) -> str:
    """`GMT` as `Z`, `EEST` and `UTC+3` as `+03:00`; empty for a zone whose offset the words leave open."""
    if not words:
        return ""
    if offset := _OFFSET.match(words):
        return f"{offset[1]}{int(offset[2]):02d}:{offset[3] or '00'}" if int(offset[2]) <= 14 else ""
    return _ZONES.get(words.upper(), "")
