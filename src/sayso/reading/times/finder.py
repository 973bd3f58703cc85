"""Find time expressions with the ordered grammar and value them in text order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sayso.reading.times import calendar_readers as dated
from sayso.reading.times import relative_readers as near
from sayso.reading.times import span_readers as spans
from sayso.reading.times.context import Context, Found
from sayso.reading.times.grammar import compiled
from sayso.reading.times.values import parse_date
from sayso.records import TimeMention

__all__ = ["find_times"]

Match = re.Match[str]
Reader = Callable[[Match, Context], Found | list[Found] | None]


def _present(match: Match, context: Context) -> Found | None:
    return spans.vague("PRESENT_REF")


def _past(match: Match, context: Context) -> Found | None:
    if match["past"]:
        return Found("DATE", "PAST_REF", match.end() - len("the past"), match.end())
    return spans.vague("PAST_REF")


def _future(match: Match, context: Context) -> Found | None:
    if match["future"]:
        return Found("DATE", "FUTURE_REF", *match.span("future"))
    if match["days"]:
        return Found("DATE", "FUTURE_REF", *match.span("days"))
    return spans.vague("FUTURE_REF")


def _weekend(match: Match, context: Context) -> Found | None:
    if context.published is None:
        return Found("DATE", "XXXX-WXX-WE")
    value = near.iso_week(context.published)
    return Found("DATE", f"{value}-WE")


READERS: dict[str, Reader] = {
    "iso": dated.iso, "numeric": dated.numeric, "range_month": dated.range_days, "range_days": dated.range_days,
    "month_day": dated.month_day, "day_month": dated.day_month, "month_year": dated.month_year, "week_of": dated.week_of,
    "clock": near.clock, "part_clock": near.part_clock, "weekday": near.weekday, "part_of_day_of": near.part_of_day_of,
    "relative_day": near.relative_day, "near_day": near.near_day, "early_later_day": near.same_day, "ago": near.ago,
    "ago_from": near.ago_from, "before_event": near.before_event, "step_span": spans.step_span,
    "step_unit": near.step_unit, "step_month": dated.near_month, "step_season": dated.season_year,
    "season_year": dated.season_year, "quarter": dated.named_quarter, "quarter_short": dated.named_quarter,
    "the_quarter": near.the_quarter, "bare_quarter": near.the_quarter, "year_ago": near.year_ago, "halves": dated.halves,
    "first_months": spans.first_months, "phase_year": near.phase_year, "year_words": dated.year_words,
    "fiscal": dated.fiscal, "years_range": dated.years_range, "decade": dated.decade, "century": dated.century,
    "month_alone": dated.month_alone, "year": dated.year, "feast": dated.feast, "every": spans.every,
    "adverb_set": spans.adverb_set, "times_per": spans.times_per, "per_unit": spans.per_unit,
    "duration_compound": spans.duration_compound, "duration": spans.length, "unit_half": spans.unit_half,
    "bare_units": spans.bare_units, "unit_long": spans.unit_long, "the_day": _weekend, "present": _present,
    "past_ref": _past, "future_ref": _future,
}  # fmt: skip


def _candidates(text: str) -> Iterator[tuple[int, int, int, str, Match]]:
    for order, (name, pattern) in enumerate(compiled()):
        for match in pattern.finditer(text):
            if match.end() > match.start():
                yield match.start(), -match.end(), order, name, match


def find_times(text: str, published: str | None) -> tuple[TimeMention, ...]:
    """Find every time expression with its TIMEX3 value, in text order, none overlapping.

    Args:
        text: the document's working text.
        published: ISO 8601 publication date, or null; a partial one (`2017-05`) anchors only what it can.

    Returns:
        Mentions whose spans prove themselves. What cannot be known stays `X` (`XXXX-XX-XX`): nothing is filled in.
    """
    context = Context(text=text, published=parse_date(published), known=published or "")
    found: list[TimeMention] = []
    reached = 0
    for start, _, _, name, match in sorted(_candidates(text), key=lambda c: c[:3]):
        if start < reached:
            continue
        result = READERS[name](match, context)
        if result is None:
            continue
        for each in result if isinstance(result, list) else [result]:
            mention = _mention(each, match, text)
            if mention is None or mention.start < reached:
                continue
            found.append(mention)
            reached = mention.end
            context.remember(mention.value)
    return tuple(found)


def _mention(found: Found, match: Match, text: str) -> TimeMention | None:
    start = match.start() if found.start is None else found.start
    end = match.end() if found.end is None else found.end
    while start < end and text[start] in " \t\n,":
        start += 1
    while end > start and text[end - 1] in " \t\n,":
        end -= 1
    if start >= end:
        return None
    return TimeMention(start=start, end=end, text=text[start:end], type=found.type, value=found.value)  # type: ignore[arg-type]
