"""Values of days written as logs write them: in digits, or with a month's name between strokes."""

# ruff: noqa: ARG001 - all readers take a match and a context
from __future__ import annotations

import re

from sayso.reading.times.calendar_readers import exists, month_number
from sayso.reading.times.context import Context, Found
from sayso.reading.times.values import parse_date

__all__ = ["iso", "log_date", "numeric", "numeric_month"]

Match = re.Match[str]


def iso(match: Match, context: Context) -> Found | None:
    """`2017-05-18`, with a time where there is one."""
    day = match["iso"].replace("/", "-")
    if parse_date(day) is None:
        return None
    if match["hm"]:
        zone = "Z" if match["z"] == "Z" else (match["z"] or "")
        return Found("TIME", f"{day}T{match['hm']}{zone}")
    return Found("DATE", day)


def numeric(match: Match, context: Context) -> Found | None:
    """`18/05/2017`: which number is the month is taken only where it can be known.

    Dots are written day first, two-digit years are an American habit and month first; else both stay unknown.
    """
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    short = len(match["y"]) == 2
    if short and match["sep"] != "/":
        return None
    if short:
        year += 1900 if year > 50 else 2000
    day_first, month_first = _dayexists(year, second, first), _dayexists(year, first, second)
    if not (day_first or month_first):
        return None
    if day_first and (not month_first or match["sep"] == "." or first == second):
        return Found("DATE", f"{year:04d}-{second:02d}-{first:02d}")
    if not day_first or short:
        return Found("DATE", f"{year:04d}-{first:02d}-{second:02d}")
    return Found("DATE", f"{year:04d}-XX-XX")


def _dayexists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and exists(year, month, day)


def numeric_month(match: Match, context: Context) -> Found | None:
    """`11/2016`."""
    return Found("DATE", f"{match['y']}-{int(match['m']):02d}")


def log_date(match: Match, context: Context) -> Found | None:
    """`05-Aug-2016`, `2020/Sep/23`, `16. Nov. 2016`, `Dec-2018`."""
    year = int(match["y"] or match["y2"] or match["y3"])
    month = month_number(match["m"] or match["m2"] or match["m3"])
    if match["m3"]:
        return Found("DATE", f"{year:04d}-{month:02d}")
    day = int(match["d"] or match["d2"])
    return Found("DATE", f"{year:04d}-{month:02d}-{day:02d}") if exists(year, month, day) else None
