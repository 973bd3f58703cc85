"""Find time expressions with the ordered grammar and value them in text order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from sayso.reading.times import calendar_readers as dated
from sayso.reading.times import clock_readers as clocks
from sayso.reading.times import event_readers as events
from sayso.reading.times import feast_readers as feasts
from sayso.reading.times import hijri_readers as hijri
from sayso.reading.times import numeric_readers as numerals
from sayso.reading.times import period_readers as periods
from sayso.reading.times import relative_readers as near
from sayso.reading.times import span_readers as spans
from sayso.reading.times import weekday_readers as weekdays
from sayso.reading.times import year_readers as years
from sayso.reading.times.context import Context, Found
from sayso.reading.times.grammar import REACH, compiled, needs, triggers
from sayso.reading.times.values import parse_date
from sayso.records import TimeMention

__all__ = ["find_times"]

Match = re.Match[str]
Reader = Callable[[Match, Context], Found | list[Found] | None]


READERS: dict[str, Reader] = {
    "iso": numerals.iso, "numeric": numerals.numeric, "numeric_month": numerals.numeric_month,
    "range_month": dated.range_days, "range_days": dated.range_days, "month_day": dated.month_day,
    "day_month": dated.day_month, "word_day": dated.word_day, "log_date": numerals.log_date,
    "nth_weekday": weekdays.nth_weekday, "week_in": weekdays.week_in, "weekday_of_week": weekdays.weekday_of_week,
    "day_alone": weekdays.day_alone, "compound": spans.compound, "month_year": dated.month_year,
    "part_of_date": dated.part_of_date, "week_of": dated.week_of, "clock": clocks.clock,
    "clock_range": clocks.clock_range, "part_clock": clocks.part_clock, "weekday": near.weekday,
    "overnight": near.overnight, "part_of_day_of": clocks.part_of_day_of, "relative_day": near.relative_day,
    "near_day": near.near_day, "early_later_day": near.same_day, "ago": near.ago, "ago_from": near.ago_from,
    "before_event": events.before_event, "step_span": spans.step_span, "step_unit": near.step_unit,
    "over_next": near.over_next, "step_month": dated.near_month, "step_season": periods.season_year,
    "season_year": periods.season_year, "quarter": periods.named_quarter, "quarter_short": periods.named_quarter,
    "year_period": periods.year_period, "quarter_ended": periods.quarter_ended, "the_quarter": periods.the_quarter,
    "bare_quarter": periods.the_quarter, "year_ago": periods.year_ago, "halves": periods.halves,
    "first_months": spans.first_months, "phase_year": near.phase_year, "year_words": years.year_words,
    "fiscal": years.fiscal, "years_range": years.years_range, "decade": periods.decade, "century": periods.century,
    "month_alone": dated.month_alone, "year": years.year, "feast": feasts.feast, "every": spans.every,
    "adverb_set": spans.adverb_set, "times_per": spans.times_per, "per_unit": spans.per_unit,
    "duration_compound": spans.duration_compound, "duration": spans.length, "duration_range": spans.length_range,
    "unit_half": spans.unit_half, "bare_units": spans.bare_units, "unit_long": spans.unit_long,
    "full_year": spans.full_year, "year_ended": spans.year_ended, "the_day": near.weekend, "present": spans.present,
    "past_ref": spans.past, "future_ref": spans.future, "hijri_day": hijri.day, "hijri_month": hijri.month,
    "hijri_feast": hijri.feast,
}  # fmt: skip
"""What values a match of each rule."""

# Only what names a quarter is leaned on by `a year earlier`; the answer to that is not.
_QUARTERS = frozenset(("quarter", "quarter_short", "step_unit"))


def _windows(text: str) -> dict[str, list[tuple[int, int]]]:
    """Stretches of text around the words that rules need, by kind, merged where they touch."""
    found: dict[str, list[tuple[int, int]]] = {}
    for match in triggers().finditer(text):
        kind = match.lastgroup or ""
        low, high = max(0, match.start() - REACH), match.end() + REACH
        windows = found.setdefault(kind, [])
        if windows and low <= windows[-1][1]:
            windows[-1] = (windows[-1][0], high)
        else:
            windows.append((low, high))
    return found


def _joined(kinds: tuple[str, ...], windows: dict[str, list[tuple[int, int]]]) -> list[tuple[int, int]]:
    if len(kinds) == 1:
        return windows.get(kinds[0], [])
    out: list[tuple[int, int]] = []
    for low, high in sorted(w for kind in kinds for w in windows.get(kind, [])):
        if out and low <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], high))
        else:
            out.append((low, high))
    return out


def _candidates(text: str) -> Iterator[tuple[int, int, int, str, Match]]:
    windows = _windows(text)
    for order, (name, pattern) in enumerate(compiled()):
        for low, high in _joined(needs(name), windows):
            for match in pattern.finditer(text, low, high):
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
    waiting: list[tuple[int, Match]] = []
    reached = 0
    for start, _, _, name, match in sorted(_candidates(text), key=lambda c: c[:3]):
        if start < reached:
            continue
        result = READERS[name](match, context)
        if result is None:
            continue
        for each in result if isinstance(result, list) else [result]:
            mention = _mention(each, name, match, text)
            if mention is None or mention.start < reached:
                continue
            if each.leans_on:
                waiting.append((len(found), match))
            found.append(mention)
            reached = mention.end
            if name != "overnight" and not context.of_a_paper(mention.start):
                context.remember(mention.value, quarter_too=name in _QUARTERS)
            if name != "before_event":
                context.note_happening(mention.value, mention.start, mention.end)
    for at, match in waiting:  # the happening may have got its day further down
        late = events.before_event(match, context)
        if late is not None:
            found[at] = msgspec.structs.replace(found[at], type=late.type, value=late.value)
    return tuple(found)


def _mention(found: Found, name: str, match: Match, text: str) -> TimeMention | None:
    start = match.start() if found.start is None else found.start
    if name in ("quarter", "year_ago") and re.search(r"-(?:quarter|ago|earlier)\Z", match[0]):
        start = match.end() - len(
            re.sub(r"^(?:the|its|a)\s+", "", match[0])
        )  # `the third-quarter loss` names `third-quarter`
    end = match.end() if found.end is None else found.end
    while start < end and text[start] in " \t\n,":
        start += 1
    while end > start and text[end - 1] in " \t\n,":
        end -= 1
    if start >= end:
        return None
    return TimeMention(
        start=start, end=end, text=text[start:end], type=found.type, value=found.value, give_or_take=found.give_or_take
    )
