"""Values of expressions that name a calendar date: days, months, years, quarters, seasons, decades, feasts."""

from __future__ import annotations

import calendar
import re
from datetime import date

from sayso.reading.times.clock_values import clock_value, zone_offset
from sayso.reading.times.context import Context, Found
from sayso.reading.times.lexicon import DAY, DAYPARTS, MONTH, MONTHS, WEEKDAYS, WORD_DAYS, YEAR, number_of
from sayso.reading.times.values import parse_date

__all__ = [
    "date_behind", "day_month", "day_named", "day_number", "exists", "month_alone", "month_day", "month_number",
    "month_year", "near_month", "nearest_year", "part_letters", "part_of_date", "range_days",
    "spelled_year", "week_of", "weekday_number", "word_day", "year_value",
]  # fmt: skip

Match = re.Match[str]
_DAY = re.compile(DAY)
_IN = re.compile(r"\b(?:in|since|until|during|from|of)\s+$", re.IGNORECASE)
_FAR_AHEAD = 100  # days
# `from 28 April to 3 May 2016`: the year stands at the end of the range only.
_RANGE_END = re.compile(
    rf"\s?(?:-|–|—|to|and|through|until|till)\s(?:the\s)?(?:early\s|mid\s|late\s)?(?:{DAY}\s(?:of\s)?)?"
    rf"(?P<month>{MONTH})(?:\s{DAY})?,?\s(?P<year>{YEAR})"
)


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


def _with_clock(value: str, match: Match) -> Found:
    at = clock_value(match["clock"]) if match["clock"] else None
    return Found("TIME", f"{value}{at}{zone_offset(match['zone'])}") if at else Found("DATE", value)


def nearest_year(context: Context, start: int, end: int, month: int, day: int | None) -> str:
    """The year of a month or day without one: that of a range's end, else by the tense, else closest to publication.

    `XXXX` when the publication day is unknown or no near year has such a day.
    """
    range_end = _RANGE_END.match(context.text, end, end + 50)
    if range_end:
        return f"{int(range_end['year']) - (month > month_number(range_end['month'])):04d}"
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
    years = [y for y in (published.year - 1, published.year, published.year + 1) if exists(y, month, day)]
    if not years:
        return "XXXX"
    best = min(years, key=lambda y: (abs((date(y, month, day) - published).days), y))
    # A day months ahead is believed only where the sentence looks ahead, and none is where something ended on it.
    far = (date(best, month, day) - published).days
    if (far > _FAR_AHEAD and not context.future(start, end)) or (far > 0 and context.ended(start)):
        return f"{best - 1:04d}"
    return f"{best:04d}"


def exists(year: int, month: int, day: int) -> bool:
    """Whether a calendar has such a day; months are 1..12."""
    return 1 <= year <= 9999 and 1 <= day <= calendar.monthrange(year, month)[1]


def month_day(match: Match, context: Context) -> Found | None:
    """`May 18`, `Saturday, May 20, 2017 at 5 p.m.`."""
    month, day = month_number(match["month"]), day_number(match["day"])
    year = year_value(match["year"], context)
    if not exists(year or 2000, month, day):  # 2000 has every day
        return None
    text = f"{year:04d}" if year else nearest_year(context, match.start(), match.end(), month, day)
    return _with_clock(f"{text}-{month:02d}-{day:02d}", match)


day_month = month_day


def word_day(match: Match, context: Context) -> Found | None:
    """`May twenty-first`, `the third of June 1998`."""
    month = month_number(match["month"] or match["month2"])
    day = WORD_DAYS[(match["n1"] or match["n2"]).lower().replace(" ", "-")]
    year = year_value(match["year"], context)
    if not exists(year or 2000, month, day):
        return None
    text = f"{year:04d}" if year else nearest_year(context, match.start(), match.end(), month, day)
    return Found("DATE", f"{text}-{month:02d}-{day:02d}")


def part_of_date(match: Match, context: Context) -> Found | None:
    """`the morning of 21 August 2013`."""
    month, day = month_number(match["m1"] or match["m2"]), day_number(match["d1"] or match["d2"])
    text = match["year"] or nearest_year(context, match.start(), match.end(), month, day)
    if not exists(int(text) if text.isdigit() else 2000, month, day):
        return None
    return Found("TIME", f"{text}-{month:02d}-{day:02d}T{part_letters(match['part'])}")


_ON_DATE = re.compile(
    rf"[^,;]{{0,60}}?\bon\s+(?:(?P<iso>\d{{4}}-\d\d-\d\d)|(?P<m1>{MONTH})\s+(?P<d1>{DAY})|(?P<d2>{DAY})\s+"
    rf"(?P<m2>{MONTH}))(?:,?\s+(?P<year>{YEAR}))?"
)


def date_behind(match: Match, context: Context) -> date | None:
    """The date that follows an expression in the same phrase: `at 2 a.m. (local time) on May 18`."""
    found = _ON_DATE.match(context.text, match.end(), match.end() + 100)
    if found is None or re.search(r"\n|[a-z]{3}[.!?]\s", found[0]):
        return None
    if found["iso"]:
        return parse_date(found["iso"])
    return day_named(found["m1"] or found["m2"], found["d1"] or found["d2"], found["year"], context, match)


def day_named(month: str, day: str, year: str | None, context: Context, match: Match) -> date | None:
    """The date of a month's name and a day, in the year given or the nearest; null if that is unknown or no date."""
    in_year, on = month_number(month), day_number(day)
    said = year or nearest_year(context, match.start(), match.end(), in_year, on)
    return parse_date(f"{said}-{in_year:02d}-{on:02d}")


def month_year(match: Match, context: Context) -> Found | None:
    """`May 2017`, `July last year`."""
    year = year_value(match["year"], context)
    return Found("DATE", f"{year:04d}-{month_number(match['month']):02d}") if year else None


def range_days(match: Match, context: Context) -> list[Found]:
    """`3-5 May`, `May 3 to 5`, `3, 5 and 7 May`: one date each, at its own words; the month goes with its neighbour."""
    month = month_number(match["month"])
    year = year_value(match["year"], context)
    listed = [(match.start("days") + m.start(), match.start("days") + m.end()) for m in _DAY.finditer(match["days"])]
    days = [day_number(context.text[start:end]) for start, end in listed]
    text = f"{year:04d}" if year else nearest_year(context, match.start(), match.end(), month, days[0])
    if match.start("month") < match.start("days"):
        listed[0] = (match.start("month"), listed[0][1])
        if match["year"]:
            listed[-1] = (listed[-1][0], match.end())
    else:
        listed[-1] = (listed[-1][0], match.end())
    return [
        Found("DATE", f"{text}-{month:02d}-{day:02d}", start, end)
        for day, (start, end) in zip(days, listed, strict=True)
        if exists(int(text) if text.isdigit() else 2000, month, day)
    ]


def month_alone(match: Match, context: Context) -> Found | None:
    """`in December`, `late November`."""
    words = match["month"]
    if len(words) < 5 and not words.endswith(".") and words.lower() not in ("may", "june", "july"):
        # Jan, Jun and Mar are names of people too.
        named = context.text[match.end() : match.end() + 2].strip()[:1].isupper()
        if named or words.islower() or not _IN.search(context.before(match.start(), 12)):
            return None
    if words.lower() in ("may", "march", "august") and not match["phase"]:
        ahead = context.before(match.start())
        if not re.search(
            r"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Dd]uring|of|and|to|[Tt]hrough|[Bb]etween|for|[Bb]efore|[Aa]fter|or|on)|[,(])\s+$",
            ahead,
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


def part_letters(words: str) -> str:
    """`morning` to `MO`."""
    return DAYPARTS[words.lower().removesuffix("s") if words.lower() not in DAYPARTS else words.lower()]


def weekday_number(words: str) -> int:
    """0 (Monday) .. 6."""
    return WEEKDAYS[words[:3].lower()]
