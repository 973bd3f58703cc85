"""Values of days named by their place in a week or month: `the first Monday of May`, `Friday the 15th`."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from sayso.reading.times.calendar_readers import day_number, month_number, nearest_year, weekday_number, year_value
from sayso.reading.times.context import Context, Found
from sayso.reading.times.lexicon import ORDINALS
from sayso.reading.times.values import shift_months

__all__ = ["day_alone", "nth_weekday", "week_in", "weekday_of_week"]

Match = re.Match[str]
_STEPS = {"last": -1, "this": 0, "next": 1}


def _month_of(match: Match, context: Context) -> str | None:
    """`2017-05` from a month's name, with or without a year, or from `last month`; null if that is unknown."""
    if match["month"]:
        month = month_number(match["month"])
        year = year_value(match["year"], context)
        text = f"{year:04d}" if year else nearest_year(context, match.start(), match.end(), month, None)
        return f"{text}-{month:02d}" if text.isdigit() else None
    if context.published is None:
        return None
    return shift_months(context.published, _STEPS[match["step"].lower()]).isoformat()[:7]


def nth_weekday(match: Match, context: Context) -> Found | None:
    """`the first Monday of May`, `the last Friday of last month`."""
    inside = _month_of(match, context)
    if inside is None:
        return Found("DATE", "XXXX-XX-XX")
    year, month = int(inside[:4]), int(inside[5:])
    size = calendar.monthrange(year, month)[1]
    wanted = weekday_number(match["weekday"])
    days = [day for n in range(1, size + 1) if (day := date(year, month, n)).weekday() == wanted]
    at = ORDINALS.get(match["n"].lower(), 0) - 1  # the last is at -1
    return Found("DATE", days[at].isoformat())


def week_in(match: Match, context: Context) -> Found | None:
    """`the first week of May` is known to the month, `the first week of 2017` to the week."""
    if match["alone"]:
        year, number = int(match["alone"]), ORDINALS.get(match["n"].lower())
        weeks = date(year, 12, 28).isocalendar()[1]
        return Found("DATE", f"{year:04d}-W{number or weeks:02d}")
    return Found("DATE", _month_of(match, context) or "XXXX-XX")


def weekday_of_week(match: Match, context: Context) -> Found | None:
    """`Tuesday of last week`, `next week Wednesday`."""
    number = weekday_number(match["w1"] or match["w2"])
    if context.published is None:
        return Found("DATE", f"XXXX-WXX-{number + 1}")
    monday = context.published - timedelta(days=context.published.weekday())
    step = _STEPS[(match["s1"] or match["s2"]).lower()]
    return Found("DATE", (monday + timedelta(weeks=step, days=number)).isoformat())


def day_alone(match: Match, context: Context) -> Found | None:
    """`on the 21st`, `Friday the 15th`: in the month spoken of last, else the nearest past one, ahead if looked ahead.

    A weekday named with it must be right; otherwise the month stays unknown.
    """
    day = day_number(match["day"])
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None
    base = context.last_month or (context.published.replace(day=1) if context.published else None)
    if base is None:
        return Found("DATE", f"XXXX-XX-{day:02d}")
    ahead = context.future(match.start(), match.end())
    for step in (0, 1) if ahead else (0, -1, 1):
        month = shift_months(base, step)
        if day > calendar.monthrange(month.year, month.month)[1]:
            continue
        found = month.replace(day=day)
        if (
            context.published
            and not context.last_month
            and (found < context.published if ahead else found > context.published)
        ):
            continue
        if weekday is None or found.weekday() == weekday:
            return Found("DATE", found.isoformat())
    return Found("DATE", f"XXXX-XX-{day:02d}")
