"""Values of expressions for stretches and repetitions: durations, sets, and the vague ones."""

# ruff: noqa: ARG001 - all readers take a match and a context
from __future__ import annotations

import re

from sayso.reading.times.context import Context, Found
from sayso.reading.times.lexicon import DAYPARTS, MONTHS, PLAIN_NUMBER, SEASONS, UNIT, UNITS, number_of
from sayso.reading.times.values import duration, moved, shift_months

__all__ = [
    "adverb_set", "bare_units", "compound", "duration_compound", "every", "first_months", "full_year", "future",
    "length", "length_range", "past", "per_unit", "present", "step_span", "times_per", "unit_half", "unit_long",
    "year_ended",
]  # fmt: skip

Match = re.Match[str]
_TIMED = ("second", "minute", "min", "hour", "hr")
_ADVERBS = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y",
    "annual": "P1Y", "yearly": "P1Y", "hourly": "PT1H", "quarterly": "P3M", "biweekly": "P2W", "fortnightly": "P2W",
    "semiannual": "P6M", "semiannually": "P6M",
}  # fmt: skip


def _parts(unit: str) -> tuple[str, bool]:
    word = unit.lower()
    singular = word if word in UNITS else word.removesuffix("s")
    return UNITS[singular], singular in _TIMED


def _amount(count: float | None, unit: str) -> str:
    letter, timed = _parts(unit)
    if letter == "F":  # a fortnight
        return duration(None if count is None else count * 2, "W", timed=False)
    return duration(count, letter, timed=timed)


def length(match: Match, context: Context) -> Found | None:
    """`for three days`, `two and a half years`, `several hours`."""
    words = match["count"].lower()
    ahead = context.before(match.start(), 30)
    if words in ("a", "an") and not _measured(match, context, ahead):
        return None
    if match["unit"].lower() in ("second", "quarter", "night") and words in ("a", "one", "the"):
        return None
    count = number_of(match["count"])
    end = match.end("unit")
    if match["unit2"] and match["count2"] and count is not None and match["count2"].lower() not in ("a half", "a"):
        more = number_of(match["count2"])
        first, timed = _parts(match["unit"])
        second, timed2 = _parts(match["unit2"])
        if more is not None and timed == timed2 and first != second:
            return Found("DURATION", f"{'PT' if timed else 'P'}{count:g}{first}{more:g}{second}")
    loose = _OR_SO.match(context.text, end)
    return Found("DURATION", _amount(count, match["unit"]), match.start(), loose.end() if loose else end)


_PART = re.compile(rf"({PLAIN_NUMBER})\s({UNIT})", re.IGNORECASE)
_ORDER = "YMWDhms"


def compound(match: Match, context: Context) -> Found | None:
    """`2 years, 1 month and 21 days` is one length; with `ago`, the day that lies so far back."""
    parts: dict[str, float] = {}
    for count, unit in _PART.findall(match["parts"]):
        number = number_of(count)
        letter, timed = _parts(unit)
        key = letter.lower() if timed else letter
        if number is None or _ORDER.find(key) <= max(map(_ORDER.index, parts), default=-1):
            return None  # lengths run from long units to short ones
        parts[key] = number
    side = (match["side"] or "").lower()
    if side in ("ago", "from now") or (side and context.last_date):
        return _counted(parts, side, context)
    days, hours = ("".join(f"{parts[key]:g}{key.upper()}" for key in keys if key in parts) for keys in ("YMWD", "hms"))
    return Found("DURATION", f"P{days}{'T' if hours else ''}{hours}", *match.span("parts"))


def _counted(parts: dict[str, float], side: str, context: Context) -> Found:
    day = context.published if side in ("ago", "from now") else context.last_date
    if day is None or any(key in parts for key in "hms"):
        return Found("DATE", "XXXX-XX-XX")
    sign = -1 if side in ("ago", "earlier", "before") else 1
    day = shift_months(day, sign * round(parts.get("Y", 0) * 12 + parts.get("M", 0)))
    value = moved(day, sign * (parts.get("W", 0) * 7 + parts.get("D", 0)), "D")
    return Found("DATE", value or "XXXX-XX-XX")


def length_range(match: Match, context: Context) -> list[Found]:
    """`two to three weeks`: two lengths, each at its own words."""
    low, high = number_of(match["low"]), number_of(match["high"])
    if low is None or high is None or low >= high or match["unit"].lower().removesuffix("s") == "second":
        return []
    return [
        Found("DURATION", _amount(low, match["unit"]), *match.span("low")),
        Found("DURATION", _amount(high, match["unit"]), match.start("high"), match.end()),
    ]


_OR_SO = re.compile(r"\s+or\s+(?:so|two|more)\b(?!\s+\w+s\b)")
_A_UNIT = re.compile(
    r"(?:\b(?:for|in|within|after|over|than|about|nearly|almost|lasted|last|lasting|least|took|takes|take|half|only|once|every|"
    r"of|spent|spend|wait|waited|during|under|just|to|up to|later|delayed?|until|where|and|more than)|[(,—])\s+$",
    re.IGNORECASE,
)


def _measured(match: Match, context: Context, ahead: str) -> bool:
    """Whether `a year`, `a day` is a stretch and not `40 loads a day` or `a day of mourning`."""
    if re.match(r"\s+(?:of|for|when|that|to|marked|with|in which)\b", context.text[match.end() : match.end() + 12]):
        return bool(re.search(r"\b(?:for|within|in|over|after)\s+$", ahead))
    return bool(_A_UNIT.search(ahead)) or bool(match["about"])


def duration_compound(match: Match, context: Context) -> Found | None:
    """`three-day`, `10-year-old`: a length; a person's age is none."""
    whole = match[0].lower()
    if whole.endswith(("old", "olds")) and match["unit"].lower() in ("year", "month"):
        return None
    return Found(
        "DURATION",
        _amount(
            number_of(match["count"]) if match["count"].lower() not in ("several", "multi") else None, match["unit"]
        ),
    )


def step_span(match: Match, context: Context) -> Found | None:
    """`the past two months`: the stretch itself."""
    return Found("DURATION", _amount(number_of(match["count"]), match["unit"]), *match.span("all"))


def first_months(match: Match, context: Context) -> Found | None:
    """`the nine-month period`."""
    return Found("DURATION", _amount(number_of(match["count"]), match["unit"]))


def unit_half(match: Match, context: Context) -> Found | None:
    """`a minute and a half`."""
    return Found("DURATION", _amount(1.5, match["unit"]))


def unit_long(match: Match, context: Context) -> Found | None:
    """`day-long`, `decades-long`, `all week`."""
    word = match["unit"] or match["unit2"]
    return Found("DURATION", _amount(None if word.lower().endswith("s") else 1.0, word))


def bare_units(match: Match, context: Context) -> Found | None:
    """`for years`, `in weeks`, `days later`: a stretch of unknown length."""
    tail = (match["ago"] or "").strip().lower()
    if tail:
        return Found("DATE", "PAST_REF" if tail in ("ago", "earlier") else "FUTURE_REF")
    word = match["unit"] or match["unit2"]
    if match["unit"] is None and not re.search(
        r"\b(?:for|in|within|over(?: the)?|after|of|lasted|took|many|these|those|take|two)\s+$",
        context.before(match.start(), 20),
        re.IGNORECASE,
    ):
        return None
    return Found("DURATION", _amount(None, word))


def every(match: Match, context: Context) -> Found | None:
    """`every week`, `each July`, `every two years`."""
    unit = match["unit"].lower()
    if unit[:3] in MONTHS and match["unit"][0].isupper():
        return Found("SET", f"XXXX-{MONTHS[unit[:3]]:02d}")
    if unit in SEASONS:
        return Found("SET", f"XXXX-{SEASONS[unit]}")
    if unit in DAYPARTS and unit != "night":
        return Found("SET", f"XXXX-XX-XXT{DAYPARTS[unit]}")
    other = (match["other"] or "").lower()
    count = {"other": 2.0, "second": 2.0, "third": 3.0, "": 1.0, "few": None}.get(
        other, number_of(other) if other else 1.0
    )
    return Found("SET", _amount(count, match["unit"]))


def adverb_set(match: Match, context: Context) -> Found | None:
    """`daily`, `annually`."""
    return Found("SET", _ADVERBS[match["word"].lower()])


def full_year(match: Match, context: Context) -> Found | None:
    """`for the full year`: the one that the quarter spoken of belongs to, else that of publication."""
    if context.last_quarter:
        return Found("DATE", context.last_quarter[:4], *match.span("all"))
    return Found("DATE", f"{context.published.year:04d}" if context.published else "XXXX", *match.span("all"))


def year_ended(match: Match, context: Context) -> Found | None:
    """`the year ended March 31`: its length; its end has a value of its own."""
    return Found("DURATION", "P1Y")


def times_per(match: Match, context: Context) -> Found | None:
    """`twice a week`."""
    return Found("SET", _amount(1.0, match["unit"]))


def per_unit(match: Match, context: Context) -> Found | None:
    """`40 loads a day`: a rate, so a set; only behind a counted thing."""
    if not re.search(
        r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand|million|billion|times|once|twice|dozens))\b[^.;:]{0,28}$",
        context.before(match.start(), 50),
        re.IGNORECASE,
    ):
        return None
    if re.search(
        r"\b(?:for|in|within|after|over|than|about|nearly|almost|of|is|was)\s+$", context.before(match.start(), 12)
    ):
        return None
    return Found("SET", _amount(1.0, match["unit"]))


def present(match: Match, context: Context) -> Found | None:
    """`now`, `currently`."""
    return Found("DATE", "PRESENT_REF")


def past(match: Match, context: Context) -> Found | None:
    """`recently`, `in the past`."""
    if match["past"]:
        return Found("DATE", "PAST_REF", match.end() - len("the past"), match.end())
    return Found("DATE", "PAST_REF")


def future(match: Match, context: Context) -> Found | None:
    """`soon`, `in the near future`, `the coming months`."""
    for group in ("future", "days"):
        if match[group]:
            return Found("DATE", "FUTURE_REF", *match.span(group))
    return Found("DATE", "FUTURE_REF")
