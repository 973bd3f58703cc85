"""Values of expressions that name a calendar date: days, months, years, quarters, seasons, decades, feasts."""

# ruff: noqa: ARG001 - all readers take a match and a context
from __future__ import annotations

import calendar
import re
from datetime import date

from sayso.reading.times.context import Context, Found
from sayso.reading.times.lexicon import DAYPARTS, MONTHS, WEEKDAYS, number_of
from sayso.reading.times.values import parse_date

__all__ = [
    "clock_value", "day_month", "day_number", "fiscal", "iso", "month_alone", "month_day", "month_number", "month_year",
    "near_month", "nearest_year", "numeric", "part_letters", "range_days", "week_of", "weekday_number", "year",
    "year_value", "year_words", "years_range",
]  # fmt: skip

Match = re.Match[str]
_FAR_AHEAD = 100  # days
_CLOCK = re.compile(r"(\d{1,2}|[a-z]+)(?:[:.](\d\d))?(?::\d\d)?\s*(a|p)?", re.IGNORECASE)


def month_number(words: str) -> int:
    """1..12 from a full or short name."""
    return MONTHS[words[:3].lower()]


def day_number(words: str) -> int:
    """1..31 from `3`, `03`, `3rd`."""
    return int(re.sub(r"\D", "", words))


def year_value(words: str | None, context: Context) -> int | None:
    """A year from digits, words or `last year`; null when nothing is said or the publication year is unknown."""
    if not words:
        return None
    digits = re.search(r"\d{4}", words)
    if digits:
        return int(digits[0])
    low = words.lower()
    if low.startswith(("this", "last", "next")):
        if context.published is None:
            return None
        return context.published.year + {"this": 0, "last": -1, "next": 1}[low[:4]]
    return spelled_year(low)


def spelled_year(words: str) -> int | None:
    """`nineteen ninety-six` to 1996; null if it is no year."""
    low = words.lower().replace("-", " ").strip()
    if low.startswith("two thousand"):
        rest = number_of(low.removeprefix("two thousand").replace(" and ", " ").strip()) if len(low) > 13 else 0
        return 2000 + int(rest or 0)
    head, _, tail = low.partition(" ")
    front = {"nineteen": 1900, "eighteen": 1800}.get(head)
    if front is None:
        return None
    rest = number_of(tail.removeprefix("oh ").strip())
    return front + int(rest) if rest is not None else None


def clock_value(words: str) -> str | None:
    """`5 p.m.`, `17:30`, `noon` as `T17:30` parts of a TIMEX3 value; null if no time of day."""
    low = words.lower().strip()
    if low in ("noon", "midday"):
        return "T12:00"
    if low == "midnight":
        return "T24:00"
    match = _CLOCK.match(low)
    if match is None:
        return None
    hour = number_of(match[1])
    if hour is None or hour > 24:
        return None
    half = match[3]
    hours = int(hour)
    if half == "p" and hours < 12:
        hours += 12
    if half == "a" and hours == 12:
        hours = 0
    return f"T{hours:02d}:{match[2] or '00'}"


def _with_clock(value: str, match: Match) -> Found:
    clock = match.groupdict().get("clock")
    if clock:
        at = clock_value(clock)
        if at:
            zone = match.groupdict().get("zone")
            return Found("TIME", f"{value}{at}{'Z' if zone in ('GMT', 'UTC', 'Z', 'Zulu') else ''}")
    return Found("DATE", value)


def nearest_year(context: Context, start: int, end: int, month: int, day: int | None) -> str:
    """The year of a month or day without one: the tense decides, else what is closest to publication.

    `XXXX` when the publication day is unknown or no near year has such a day.
    """
    if context.published is None:
        return "XXXX"
    if day is None:
        return _year_of_month(context.published, month, future=context.future(start, end))
    return _year_of_day(context, start, end, month, day)


def _year_of_month(published: date, month: int, *, future: bool) -> str:
    step = 0
    if future and month < published.month:
        step = 1
    elif not future and month > published.month:
        step = -1
    return f"{published.year + step:04d}"


def _year_of_day(context: Context, start: int, end: int, month: int, day: int) -> str:
    published = context.published
    assert published is not None
    years = [y for y in (published.year - 1, published.year, published.year + 1) if _exists(y, month, day)]
    if not years:
        return "XXXX"
    best = min(years, key=lambda y: (abs((date(y, month, day) - published).days), y))
    # A day months ahead is believed only where the sentence looks ahead.
    if (date(best, month, day) - published).days > _FAR_AHEAD and not context.future(start, end):
        return f"{best - 1:04d}"
    return f"{best:04d}"


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= year <= 9999 and 1 <= day <= calendar.monthrange(year, month)[1]


def iso(match: Match, context: Context) -> Found | None:
    """`2017-05-18`, with a time where there is one."""
    if parse_date(match["iso"]) is None:
        return None
    if match["hm"]:
        zone = "Z" if match["z"] == "Z" else (match["z"] or "")
        return Found("TIME", f"{match['iso']}T{match['hm']}{zone}")
    return Found("DATE", match["iso"])


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
    day_first, month_first = _exists_or_not(year, second, first), _exists_or_not(year, first, second)
    if not (day_first or month_first):
        return None
    if day_first and (not month_first or match["sep"] == "." or first == second):
        return Found("DATE", f"{year:04d}-{second:02d}-{first:02d}")
    if not day_first or short:
        return Found("DATE", f"{year:04d}-{first:02d}-{second:02d}")
    return Found("DATE", f"{year:04d}-XX-XX")


def _exists_or_not(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and _exists(year, month, day)


def month_day(match: Match, context: Context) -> Found | None:
    """`May 18`, `Saturday, May 20, 2017 at 5 p.m.`."""
    month, day = month_number(match["month"]), day_number(match["day"])
    year = year_value(match["year"], context)
    if not _exists(year or 2000, month, day):  # 2000 has every day
        return None
    text = f"{year:04d}" if year else nearest_year(context, match.start(), match.end(), month, day)
    return _with_clock(f"{text}-{month:02d}-{day:02d}", match)


day_month = month_day


def month_year(match: Match, context: Context) -> Found | None:
    """`May 2017`, `July last year`."""
    year = year_value(match["year"], context)
    return Found("DATE", f"{year:04d}-{month_number(match['month']):02d}") if year else None


def range_days(match: Match, context: Context) -> list[Found]:
    """`3-5 May`, `May 3 to 5`: two dates, each at its own words."""
    month = month_number(match["month"])
    days = [day_number(match[g]) for g in ("d1", "d2")]
    year = year_value(match["year"], context)
    text = f"{year:04d}" if year else nearest_year(context, match.start(), match.end(), month, days[0])
    spans = [list(match.span("d1")), list(match.span("d2"))]
    if match.start("month") < spans[0][0]:
        spans[0][0] = match.start("month")
        if match["year"]:
            spans[1][1] = match.end()
    else:
        spans[1][1] = match.end()
    return [Found("DATE", f"{text}-{month:02d}-{d:02d}", s, e) for d, (s, e) in zip(days, spans, strict=True)]


def month_alone(match: Match, context: Context) -> Found | None:
    """`in December`, `late November`."""
    words = match["month"]
    if len(words) < 5 and not words.endswith(".") and words.lower() not in ("may", "june", "july"):
        return None  # Jan, Jun and Mar are names of people too
    if words.lower() in ("may", "march", "august") and not match["phase"]:
        ahead = context.before(match.start())
        if not re.search(
            r"(?:\b(?:in|since|until|by|from|during|of|and|to|through|between|for|before|after|or|on)|[,(])\s+$", ahead
        ):
            return None
    month = month_number(words)
    return Found("DATE", f"{nearest_year(context, match.start(), match.end(), month, None)}-{month:02d}")


def near_month(match: Match, context: Context) -> Found | None:
    """`last May`, `this September`, `next April`."""
    published, month = context.published, month_number(match["month"])
    if published is None:
        return Found("DATE", f"XXXX-{month:02d}")
    step = match["step"].lower()
    if "last" in step or "past" in step or "previous" in step:
        year = published.year if month < published.month else published.year - 1
    elif "next" in step or "coming" in step or "following" in step:
        year = published.year if month > published.month else published.year + 1
    else:
        year = published.year
    return Found("DATE", f"{year:04d}-{month:02d}")


def week_of(match: Match, context: Context) -> Found | None:
    """`the week of March 6`."""
    month, day = month_number(match["month"]), day_number(match["day"])
    year = year_value(match["year"], context)
    text = f"{year:04d}" if year else nearest_year(context, match.start(), match.end(), month, day)
    try:
        calendar_year, week, _ = date(int(text), month, day).isocalendar()
    except ValueError:
        return None
    return Found("DATE", f"{calendar_year}-W{week:02d}")


_NOT_YEAR = re.compile(
    r"\s*(?:people|persons?|men|women|children|troops|soldiers|fighters|civilians|members|dead|killed|wounded|injured|"
    r"shares?|dollars|euros|pounds|feet|miles|kilomet|km|meters|metres|tons|tonnes|points?|votes|jobs|homes|houses|"
    r"percent|per cent|units|workers|employees|students|police|prisoners|refugees|of\s+(?:the|them|those)|or\s+so|more|"
    r"other|additional)",
    re.IGNORECASE,
)
_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|of|by|from|until|till|to|during|before|after|and|through|the|year|for|between|late|early|mid|or|"
    r"around|about|circa|c|election|season|back|is|was|this|its|his|her|their|a|on|with|as|than|fall|"
    r"spring|summer|winter|autumn)|[,(;—–-]|^)\s*$",
    re.IGNORECASE,
)


def year(match: Match, context: Context) -> Found | None:
    """A bare year, where its surroundings make it one."""
    if _NOT_YEAR.match(context.text, match.end()):
        return None
    number = int(match["year"])
    if not 1600 <= number <= 2100:
        return None
    if not _YEAR_LEAD.search(context.before(match.start(), 40)):
        return None
    return Found("DATE", f"{number:04d}")


def year_words(match: Match, context: Context) -> Found | None:
    """`nineteen ninety-six`, `the year two thousand`."""
    number = spelled_year(match["all"])
    return Found("DATE", f"{number:04d}") if number else None


def fiscal(match: Match, context: Context) -> Found | None:
    """`fiscal 1989`, `the year 2000`, `the fiscal year`."""
    digits = match["year"] or match["year2"]
    return Found("DATE", digits) if digits else Found("DURATION", "P1Y")


def years_range(match: Match, context: Context) -> list[Found]:
    """`1991-92`: two years, each at its own digits."""
    first = match["y1"]
    second = match["y2"] if len(match["y2"]) == 4 else first[:2] + match["y2"]
    if not 0 < int(second) - int(first) < 150:
        return []
    return [Found("DATE", first, *match.span("y1")), Found("DATE", second, *match.span("y2"))]


def part_letters(words: str) -> str:
    """`morning` to `MO`."""
    return DAYPARTS[words.lower().removesuffix("s") if words.lower() not in DAYPARTS else words.lower()]


def weekday_number(words: str) -> int:
    """0 (Monday) .. 6."""
    return WEEKDAYS[words[:3].lower()]
