"""Values of expressions that name years by themselves."""

# ruff: noqa: ARG001 - all readers take a match and a context
from __future__ import annotations

import re

from sayso.reading.times.calendar_readers import spelled_year
from sayso.reading.times.context import Context, Found

__all__ = ["fiscal", "year", "year_words", "years_range"]

Match = re.Match[str]
_NOT_YEAR = re.compile(
    r"\s*(?:people|persons?|men|women|children|troops|soldiers|fighters|civilians|members|dead|killed|wounded|injured|"
    r"shares?|dollars|euros|pounds|feet|miles|kilomet|km|meters|metres|tons|tonnes|points?|votes|jobs|homes|houses|"
    r"percent|per cent|units|workers|employees|students|police|prisoners|refugees|of\s+(?:the|them|those)|or\s+so|more|"
    r"other|additional)",
    re.IGNORECASE,
)
_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|into|since|of|by|from|until|till|to|during|before|after|and|through|the|year|for|between|late|early|mid|or|"
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
    if not (_YEAR_LEAD.search(context.before(match.start(), 40)) or _names_one_thing(match, context)):
        return None
    return Found("DATE", f"{number:04d}")


def _names_one_thing(match: Match, context: Context) -> bool:
    """Whether the digits stand between a word and one thing: `his failed 1996 campaign`, not `held 1998 prisoners`."""
    ahead = re.search(r"([A-Za-z]+)\s$", context.before(match.start(), 20))
    thing = re.match(r"\s([a-z]+)\b", context.text[match.end() : match.end() + 30])
    if ahead is None or thing is None or _COUNTING.fullmatch(ahead[1]):
        return False
    return not thing[1].endswith("s") and 1900 <= int(match["year"]) <= 2050


_COUNTING = re.compile(
    r"some|about|least|most|nearly|almost|only|over|around|roughly|flight|route|unit|room|number", re.IGNORECASE
)


def year_words(match: Match, context: Context) -> Found | None:
    """`nineteen ninety-six`, `the year two thousand`."""
    number = spelled_year(match["all"])
    return Found("DATE", f"{number:04d}") if number else None


def fiscal(match: Match, context: Context) -> Found | None:
    """`fiscal 1989`, `the year 2000`, `the fiscal year`."""
    digits = match["year"] or match["year2"] or match["year3"]
    if digits and len(digits) == 2:
        digits = f"20{digits}"
    return Found("DATE", digits) if digits else Found("DURATION", "P1Y")


def years_range(match: Match, context: Context) -> list[Found]:
    """`1991-92`: two years, each at its own digits."""
    first = match["y1"]
    second = match["y2"] if len(match["y2"]) == 4 else first[:2] + match["y2"]
    if not 0 < int(second) - int(first) < 150:
        return []
    return [Found("DATE", first, *match.span("y1")), Found("DATE", second, *match.span("y2"))]
