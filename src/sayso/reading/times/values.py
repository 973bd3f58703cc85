"""Arithmetic on dates of limited precision: TIMEX3 values from an anchor and a step."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

__all__ = ["duration", "iso_week", "moved", "parse_date", "quarter", "shift_months", "weekday_near"]

_FULL = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST_YEAR, _LAST_YEAR = 1000, 9000  # beyond, counting on would leave the calendar
_DAYS = {"D": 1, "W": 7, "F": 14}


def parse_date(value: str | None) -> date | None:
    """A full date from the front of an ISO value; the middle of what is known would be a guess, so null if partial."""
    if not value or not _FULL.match(value):  # fromisoformat takes a week for its Monday
        return None
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return None
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def iso_week(day: date) -> str:
    """The week as TIMEX3 writes it: `2017-W20`."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def quarter(year: int, number: int) -> str:
    """`2017-Q3`; numbers beyond 1..4 run into other years."""
    return f"{year + (number - 1) // 4}-Q{(number - 1) % 4 + 1}"


def shift_months(day: date, months: int) -> date:
    """The same day some months on, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return day
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def moved(anchor: date, count: float, unit: str) -> str | None:
    """The value `count` units on from the anchor, as precise as the unit (`-2`, `M` gives `2017-03`).

    `unit` is a TIMEX3 letter with D, W, F (a fortnight, as precise as a week), M, Y, E (ten years), C (a hundred) or
    Q. Null beyond years 1..9999.
    """
    try:
        if unit in _DAYS:
            day = anchor + timedelta(days=count * _DAYS[unit])
            return day.isoformat() if unit == "D" else iso_week(day)
        if unit == "M":
            return shift_months(anchor, round(count)).isoformat()[:7]
    except (OverflowError, ValueError):
        return None
    if unit == "Q":
        return quarter(anchor.year, (anchor.month - 1) // 3 + 1 + round(count))
    year = anchor.year + round(count * {"Y": 1, "E": 10, "C": 100}.get(unit, 1))
    if not 1 <= year <= 9999:
        return None
    return f"{year:04d}"[: {"E": 3, "C": 2}.get(unit, 4)]


def duration(count: float | None, unit: str, *, timed: bool) -> str:
    """`P3D`, `PT5H`, `PXM`; decades and centuries in years (`P20Y`, `PXE` when vague), halves in the smaller unit."""
    head = "PT" if timed else "P"
    if count is None:
        return f"{head}X{unit}"
    if unit in ("E", "C"):
        count, unit = count * (10 if unit == "E" else 100), "Y"
    whole = int(count)
    if count == whole:
        return f"{head}{whole}{unit}"
    rest = count - whole
    smaller = {"Y": ("M", 12), "D": ("H", 24), "H": ("M", 60), "W": ("D", 7)}
    if unit in smaller and not (timed and unit == "M") and rest == 0.5:
        letter, size = smaller[unit]
        amount = f"{size // 2}{letter}"
        front = f"P{whole}{unit}" if whole else "P"
        if unit == "D":
            return f"{front}T{amount}"
        return f"PT{whole}{unit}{amount}" if timed and whole else f"{'PT' if timed else front}{amount}"
    return f"{head}{count:g}{unit}"


def weekday_near(anchor: date, weekday: int, *, future: bool) -> date:
    """The nearest such weekday at or before the anchor, or at or after it: the anchor's own weekday means that day."""
    step = (weekday - anchor.weekday()) % 7
    if future:
        return anchor + timedelta(days=step)
    return anchor - timedelta(days=(7 - step) % 7)
