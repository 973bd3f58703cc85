"""Values of clock times, on the day named with them, else mentioned before, else published."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.reading.times import calendar_readers as dated
from sayso.reading.times.clock_values import clock_value, zone_offset
from sayso.reading.times.context import Context, Found
from sayso.reading.times.lexicon import number_of
from sayso.reading.times.values import weekday_near

__all__ = ["clock", "clock_range", "part_clock", "part_of_day_of"]

Match = re.Match[str]


def clock(match: Match, context: Context) -> Found | None:
    """`at 17:30 local time`, `7 p.m. Monday`, on the day named with it, else mentioned before, else published."""
    words = match["clock"]
    at = clock_value(words)
    if at is None:
        return None
    plain = re.fullmatch(r"\d{1,2}[.:]\d\d", words)
    if plain and "." in words and not match["zone"]:
        return None  # 3.50 is a price or a score
    if plain and not (
        match["zone"]
        or match["when"]
        or re.search(
            r"\b(?:at|by|around|about|until|from|to|and|since|before|after)\s+$", context.before(match.start())
        )
    ):
        return None
    when = match["when"]
    anchor = dated.date_behind(match, context) or context.last_date or context.published
    if when:
        anchor = _named_day(when, context, match) or (None if match["m1"] or match["m2"] else anchor)
        if re.search(r"afternoon|evening|night", when, re.IGNORECASE) and at[1:3].isdigit() and int(at[1:3]) < 12:
            at = f"T{int(at[1:3]) + 12:02d}{at[3:]}"
    return Found("TIME", f"{anchor.isoformat() if anchor else 'XXXX-XX-XX'}{at}{zone_offset(match['zone'])}")


def clock_range(match: Match, context: Context) -> list[Found]:
    """`between 2 and 5 p.m.`, `from 10:00 to 11:30 on Friday`: two times of one day, each at its own words."""
    last = clock(match, context)
    if last is None:
        return []
    day, _, until = last.value.partition("T")
    words = match["first"] if match["half"] else match["first"] + re.sub(r"[\d:. ]", "", match["clock"])[:1]
    first, plain = clock_value(words), clock_value(match["first"])
    if first is None or plain is None:
        return []
    if first[1:6] > until[:5]:  # `11 to 2 p.m.`
        first = plain
    return [
        Found("TIME", f"{day}{first}{zone_offset(match['zone'])}", *match.span("first")),
        Found("TIME", last.value, match.start("clock"), match.end()),
    ]


def _named_day(when: str, context: Context, match: Match) -> date | None:
    month, day = match["m1"] or match["m2"], match["d1"] or match["d2"]
    if month:
        return dated.day_named(month, day, match["year"], context, match)
    if context.published is None:
        return None
    word = when.split(maxsplit=1)[0].lower()
    if word in ("yesterday", "today", "tomorrow"):
        return context.published + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[word])
    if word[:3] in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"):
        return weekday_near(
            context.published, dated.weekday_number(word), future=context.future(match.start(), match.end())
        )
    return None


def part_clock(match: Match, context: Context) -> Found | None:
    """`4 in the morning`."""
    hour = number_of(match["hour"])
    if hour is None or not 1 <= hour <= 12:
        return None
    hours = int(hour) + (12 if match["part"].lower() != "morning" and hour < 12 else 0)
    anchor = context.last_date or context.published
    return Found("TIME", f"{anchor.isoformat() if anchor else 'XXXX-XX-XX'}T{hours:02d}:00")


def part_of_day_of(match: Match, context: Context) -> Found | None:
    """`the night of Saturday`."""
    number = dated.weekday_number(match["weekday"])
    if context.published is None:
        return Found("TIME", f"XXXX-WXX-{number + 1}T{dated.part_letters(match['part'])}")
    day = weekday_near(context.published, number, future=context.future(match.start(), match.end()))
    return Found("TIME", f"{day.isoformat()}T{dated.part_letters(match['part'])}")
