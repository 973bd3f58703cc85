"""Values of expressions that lean on publication or on what was said before: yesterday, last week, six weeks ago."""

# ruff: noqa: ARG001 - all readers take a match and a context
from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.reading.times import calendar_readers as dated
from sayso.reading.times.clock_values import clock_value, zone_offset
from sayso.reading.times.context import Context, Found
from sayso.reading.times.lexicon import UNITS, number_of
from sayso.reading.times.values import iso_week, moved, parse_date, quarter, weekday_near

__all__ = [
    "UNKNOWN",
    "ago",
    "ago_from",
    "letter",
    "near_day",
    "over_next",
    "overnight",
    "phase_year",
    "relative_day",
    "same_day",
    "step_unit",

    "weekday",
    "weekend",

]  # fmt: skip

Match = re.Match[str]
_SHORT_DAY = re.compile(
    r"(?:^|[,(;:]|\b(?:on|by|since|until|till|from|to|and|next|last|this|every|late|early|before|after))\s*$"
)
_BACK = ("last", "past", "previous", "prior", "preceding")
_ON = ("next", "coming", "following")
UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "M": "XXXX-XX",
    "Y": "XXXX",
    "Q": "XXXX-QX",
    "E": "XXX",
    "C": "XX",
    "WE": "XXXX-WXX-WE",
    "H": "XXXX-XX-XX",
}


def letter(unit: str) -> str:
    """The TIMEX3 letter of a unit's word."""
    word = unit.lower()
    return UNITS.get(word) or UNITS[word.removesuffix("s")]


def _clocked(day: str, match: Match) -> Found:
    named = match.groupdict()
    at = clock_value(named["clock"]) if named.get("clock") else None
    if at:
        return Found("TIME", f"{day}{at}{zone_offset(named.get('zone'))}")
    if named.get("part"):
        return Found("TIME", f"{day}T{dated.part_letters(named['part'])}")
    return Found("DATE", day)


def weekday(match: Match, context: Context) -> Found | None:
    """`on Saturday`: the nearest past one, publication day included; ahead only where the sentence looks ahead."""
    words = match["weekday"]
    if words.endswith(".") and not _SHORT_DAY.search(context.before(match.start(), 20)):
        return None  # the Okrin Sun. and the like
    number = dated.weekday_number(words)
    step = (match["step"] or "").lower()
    if step in ("every", "each") or match["plural"]:
        part = f"T{dated.part_letters(match['part'])}" if match["part"] else ""
        return Found("SET", f"XXXX-WXX-{number + 1}{part}")
    published = context.published
    if published is None:
        return _clocked(f"XXXX-WXX-{number + 1}", match)
    if step in ("the following", "the previous", "following") and context.last_date is not None:
        day = weekday_near(context.last_date, number, future="follow" in step)
        if day == context.last_date:
            day += timedelta(days=7 if "follow" in step else -7)
    elif step == "next" or "coming" in step:
        day = weekday_near(published + timedelta(days=1), number, future=True)
    elif "last" in step or "past" in step or "previous" in step:
        day = weekday_near(published - timedelta(days=1), number, future=False)
    else:
        day = weekday_near(published, number, future=context.future(match.start(), match.end()))
    return _clocked(day.isoformat(), match)


def relative_day(match: Match, context: Context) -> Found | None:
    """`yesterday`, `tonight`, `the day after tomorrow`, `yesterday evening`."""
    word = match["day"].lower()
    steps = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[word]
    if match["skip"]:
        steps += -1 if "before" in match["skip"] else 1
    day = (context.published + timedelta(days=steps)).isoformat() if context.published else "XXXX-XX-XX"
    if word == "tonight" and not match["clock"]:
        return Found("TIME", f"{day}TNI")
    return _clocked(day, match)


def near_day(match: Match, context: Context) -> Found | None:
    """`this morning`, `last night`, `the next day`, `that day`."""
    step, part = match["step"].lower(), match["part"].lower()
    anchor = context.published
    if step in ("this", "last"):
        if part == "day":
            return None
        if anchor is not None and step == "last":
            anchor -= timedelta(days=1)
    elif step == "the other":
        return Found("DATE", "PAST_REF") if part == "day" else None
    else:
        # What follows or precedes a day that the text itself named; unknown when it named none.
        anchor = context.last_date
        if anchor is not None and ("next" in step or "following" in step):
            anchor += timedelta(days=1)
        elif anchor is not None and "previous" in step:
            anchor -= timedelta(days=1)
    day = anchor.isoformat() if anchor else "XXXX-XX-XX"
    return Found("DATE", day) if part == "day" else Found("TIME", f"{day}T{dated.part_letters(part)}")


def same_day(match: Match, context: Context) -> Found | None:
    """`earlier that day`: the day mentioned last."""
    return Found("DATE", context.last_date.isoformat() if context.last_date else "XXXX-XX-XX")


def ago(match: Match, context: Context) -> Found | None:
    """`six weeks ago`, `a year earlier`, `three days later`: as precise as the unit."""
    side = match["side"].lower()
    if side == "on":
        return None
    unit = letter(match["unit"])
    count = number_of(match["count"])
    back = side in ("ago", "earlier", "previously", "before that")
    if count is None:
        return Found("DATE", "PAST_REF" if back else "FUTURE_REF")
    said = match["unit"].lower().removesuffix("s")
    if said in ("second", "minute", "hour"):
        return _clock_ago(count, unit, side, context)
    if side in ("ago", "from now", "from today", "hence"):
        anchor = context.published
    else:
        anchor = (
            context.last_date if side not in ("earlier", "previously") else (context.last_date or context.published)
        )
        if unit == "Y" and side in ("earlier", "previously"):
            anchor = context.published
    if unit == "Y" and back and count == 1 and context.last_quarter:
        return Found("DATE", quarter(int(context.last_quarter[:4]) - 1, int(context.last_quarter[-1])))
    if side not in ("ago", "from now", "from today", "hence"):
        anchor = anchor or _coarser(unit, context)
    if anchor is None:
        return Found("DATE", UNKNOWN.get(unit, "XXXX-XX-XX"))
    value = moved(anchor, -count if back else count, "D" if said == "night" else unit)
    return Found("DATE", value) if value else None


def _coarser(unit: str, context: Context) -> date | None:
    """What months and years are counted from where the text named no day: its last month, its last year."""
    if unit == "M":
        return context.last_month
    return date(context.last_year, 1, 1) if unit == "Y" and context.last_year else None


def _clock_ago(count: float, unit: str, side: str, context: Context) -> Found | None:
    """`24 hours ago` is a day; `30 minutes later` only a length."""
    if side != "ago":
        return Found("DURATION", f"PT{count:g}{unit}")
    days = count // 24 if unit == "H" else 0
    value = moved(context.published, -days, "D") if context.published else "XXXX-XX-XX"
    return Found("TIME", value) if value else None


def ago_from(match: Match, context: Context) -> Found | None:
    """`two days before yesterday`, `a week after May 18`."""
    count = number_of(match["count"])
    if count is None or context.published is None:
        return None
    words = match["from"].lower()
    steps = {"yesterday": -1, "today": 0, "tomorrow": 1}
    if words in steps:
        anchor: date | None = context.published + timedelta(days=steps[words])
    elif re.search(r"\d", words):
        month, _, day = words.partition(" ")
        year = dated.nearest_year(context, match.start(), match.end(), dated.month_number(month), dated.day_number(day))
        anchor = parse_date(f"{year}-{dated.month_number(month):02d}-{dated.day_number(day):02d}")
    else:
        anchor = weekday_near(context.published, dated.weekday_number(words.removeprefix("last ")), future=False)
    if anchor is None:
        return None
    unit = letter(match["unit"])
    value = moved(anchor, -count if match["side"].lower() in ("before", "prior to") else count, unit)
    return Found("DATE", value) if value else None


def step_unit(match: Match, context: Context) -> Found | None:
    """`last week`, `this month`, `the following year`, `earlier this year`."""
    step = match["step"].lower()
    unit = letter(match["unit"])
    published = context.published
    if (
        step in ("that", "the same", "that same", "the following", "the preceding", "the previous", "previous")
        or step == "the first"
    ):
        return _leaning(step, unit, context)
    if step in ("the past", "past", "the last", "the next", "the opening") and unit in ("W", "M", "Y", "Q", "E", "C"):
        if unit in ("E", "C"):
            return Found("DURATION", f"P{10 if unit == 'E' else 100}Y")
        if step in ("the past", "past") and unit != "Y":
            return Found("DURATION", f"P1{unit}" if unit != "Q" else "P3M")
    if published is None:
        return Found("DATE", UNKNOWN.get(unit, "XXXX"))
    steps = -1 if any(w in step for w in _BACK) else 1 if any(w in step for w in _ON) else 0
    if unit == "WE":
        return Found("DATE", f"{iso_week(published + timedelta(weeks=steps))}-WE")
    value = moved(published, steps, unit)
    return Found("DATE", value) if value else None


def over_next(match: Match, context: Context) -> Found | None:
    """`the week after next`, `the month before last`."""
    unit = letter(match["unit"])
    if context.published is None:
        return Found("DATE", UNKNOWN[unit])
    steps = 2 if match["side"].lower().startswith("after") else -2
    if unit == "WE":
        return Found("DATE", f"{iso_week(context.published + timedelta(weeks=steps))}-WE")
    value = moved(context.published, steps, unit)
    return Found("DATE", value) if value else None


def _leaning(step: str, unit: str, context: Context) -> Found | None:
    anchor = context.last_month if unit == "M" else context.last_date
    if unit == "Y" and context.last_year:
        steps = 1 if "following" in step else -1 if step in ("the preceding", "the previous", "previous") else 0
        return Found("DATE", f"{context.last_year + steps:04d}")
    if anchor is None or unit in ("E", "C", "K"):
        return Found("DATE", UNKNOWN.get(unit, "XXXX"))
    steps = 1 if "following" in step else -1 if step in ("the preceding", "the previous", "previous") else 0
    if unit == "WE":
        return Found("DATE", f"{iso_week(anchor + timedelta(weeks=steps))}-WE")
    value = moved(anchor, steps, unit)
    return Found("DATE", value) if value else None


def phase_year(match: Match, context: Context) -> Found | None:
    """`the end of 1990`, `the end of the year`, `mid-week`."""
    words = match["year"].lower()
    digits = re.search(r"\d{4}", words)
    if digits:
        return Found("DATE", digits[0])
    if words.endswith(("day", "decade", "century")) or context.published is None:
        return None
    steps = -1 if words.startswith("last") else 1 if words.startswith("next") else 0
    unit = letter(words.split()[-1])
    if unit == "Q" and context.last_quarter:
        return Found("DATE", context.last_quarter)
    value = moved(context.published, steps, unit)
    return Found("DATE", value) if value else None


def overnight(match: Match, context: Context) -> Found | None:
    """`overnight`: the night before publication, or that of the day named behind it."""
    if match["weekday"] is None:
        day = context.published - timedelta(days=1) if context.published else None
    else:
        number = dated.weekday_number(match["weekday"])
        if context.published is None:
            return Found("TIME", f"XXXX-WXX-{number + 1}TNI")
        day = weekday_near(context.published, number, future=context.future(match.start(), match.end()))
    return Found("TIME", f"{day.isoformat() if day else 'XXXX-XX-XX'}TNI")


def weekend(match: Match, context: Context) -> Found | None:
    """`the weekend`: the last one, that of publication included; the next where the sentence looks ahead."""
    if context.published is None:
        return Found("DATE", "XXXX-WXX-WE")
    ahead = context.future(match.start(), match.end())
    weeks = 0 if ahead or context.published.weekday() >= 5 else -1
    return Found("DATE", f"{iso_week(context.published + timedelta(weeks=weeks))}-WE")
