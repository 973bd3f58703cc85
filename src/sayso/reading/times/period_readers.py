"""Values of expressions that name a stretch of the calendar: quarters, halves, seasons, decades, centuries."""

# ruff: noqa: ARG001 - all readers take a match and a context
from __future__ import annotations

import re

from sayso.reading.times.calendar_readers import month_number, year_value
from sayso.reading.times.context import Context, Found
from sayso.reading.times.lexicon import ORDINALS, SEASONS
from sayso.reading.times.values import quarter

__all__ = [
    "century",
    "decade",
    "halves",
    "named_quarter",
    "quarter_ended",
    "season_year",
    "the_quarter",
    "year_ago",
    "year_period",
]

Match = re.Match[str]
_HALVES = {"first": 1, "second": 2, "last": 2, "latter": 2}
_DECADE_WORDS = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
_CENTURIES = {
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "twenty-first": 21,
}


def decade(match: Match, context: Context) -> Found | None:
    """`the 1990s` is `199`."""
    if match["year"]:
        return Found("DATE", match["year"][:3])
    short = match["short"] or match["short2"]
    digit = short[0] if short else str(_DECADE_WORDS[match["word"].lower()])
    if match["word"] and not match["the"]:
        return None
    return Found("DATE", f"19{digit}")


def century(match: Match, context: Context) -> Found | None:
    """`the 20th century` is `19`."""
    number = (
        _CENTURIES.get(match["n"].lower())
        or ORDINALS.get(match["n"].lower())
        or int(re.sub(r"\D", "", match["n"]) or 0)
    )
    return Found("DATE", f"{number - 1:02d}") if 0 < number <= 30 else None


def named_quarter(match: Match, context: Context) -> Found | None:
    """`the third quarter of 1989`, `third-quarter`, `Q3 2017`."""
    named = match.groupdict()
    words = str(named["n"]).lower()
    number = int(words) if words.isdigit() else ORDINALS[words]
    said = year_value(named.get("year") or named.get("year1"), context)
    if said is None:
        published = context.published
        if published is None:
            return Found("DATE", f"XXXX-Q{number}")
        said = published.year
        if number > (published.month - 1) // 3 + 1 and not context.future(match.start(), match.end()):
            said -= 1
    return Found("DATE", quarter(said, number))


def year_period(match: Match, context: Context) -> Found | None:
    """`the 1988 period`: the quarter spoken of, in that year; the year where none is."""
    if context.last_quarter:
        return Found("DATE", match["year"] + context.last_quarter[4:])
    return Found("DATE", match["year"])


def quarter_ended(match: Match, context: Context) -> Found | None:
    """`the quarter ended July 31`: the calendar's quarter that holds most of it."""
    month = month_number(match["month"])
    said = year_value(match["year"], context)
    if said is None and context.published is not None:
        said = context.published.year - (month > context.published.month)
    return Found("DATE", quarter(said, (month - 2) // 3 + 1) if said else "XXXX-QX")


def halves(match: Match, context: Context) -> Found | None:
    """`the first half of 1990`, `H2 2016`."""
    said = year_value(match["year"] or match["year2"], context)
    if said is None and context.published is not None:
        said = context.published.year
    return Found("DATE", f"{said:04d}-H{match['digit'] or _HALVES[match['n'].lower()]}") if said else None


def season_year(match: Match, context: Context) -> Found | None:
    """`summer 2016`, `last fall`, `the winter of 1994`."""
    season = SEASONS[match["season"].lower()]
    said = year_value(match["year"], context)
    named = match.groupdict()
    if said is None:
        if context.published is None:
            return Found("DATE", f"XXXX-{season}")
        said = context.published.year
        step = (named.get("step") or "").lower()
        first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
        if "last" in step and context.published.month < first + 3:
            said -= 1
        if step == "the" and context.published.month < first:
            said -= 0 if context.future(match.start(), match.end()) else 1
        if "next" in step and context.published.month >= first:
            said += 1
    return Found("DATE", f"{said:04d}-{season}")


def the_quarter(match: Match, context: Context) -> Found | None:
    """`the quarter`: the one spoken of, else, as `the latest quarter`, the last that ended before publication."""
    newest = re.search(r"(?:latest|recent) quarter", match[0], re.IGNORECASE)
    if context.last_quarter and not newest:
        return Found("DATE", context.last_quarter)
    if context.published is None:
        return Found("DATE", "XXXX-QX")
    return Found("DATE", quarter(context.published.year, (context.published.month - 1) // 3))


def year_ago(match: Match, context: Context) -> Found | None:
    """`the year-earlier quarter`, `year-ago`."""
    if context.last_quarter:
        return Found("DATE", quarter(int(context.last_quarter[:4]) - 1, int(context.last_quarter[-1])))
    if context.published is None:
        return Found("DATE", "XXXX")
    if match["n"] and match["unit"].lower() == "quarter":
        return Found("DATE", quarter(context.published.year - 1, ORDINALS[match["n"].lower()]))
    if match["unit"] and match["unit"].lower() == "quarter":
        return Found("DATE", quarter(context.published.year - 1, (context.published.month - 1) // 3))
    return Found("DATE", f"{context.published.year - 1:04d}")
