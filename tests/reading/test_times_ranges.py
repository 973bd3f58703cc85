"""Ranges of days, hours and lengths; zones; years that stand at the end of a range only."""

from __future__ import annotations

import pytest

from sayso.reading.times import find_times

SUNDAY = "2017-05-21"

RANGES = [
    ("between 3 and 5 May", [("3", "2017-05-03"), ("5 May", "2017-05-05")]),
    ("from May 3 to 5, 2016", [("May 3", "2016-05-03"), ("5, 2016", "2016-05-05")]),
    ("on 3, 5 and 7 May", [("3", "2017-05-03"), ("5", "2017-05-05"), ("7 May", "2017-05-07")]),
    ("on 3-5 May 2016", [("3", "2016-05-03"), ("5 May 2016", "2016-05-05")]),
    ("from 28 April to 3 May 2016", [("28 April", "2016-04-28"), ("3 May 2016", "2016-05-03")]),
    ("from 28 December to 3 January 2017", [("28 December", "2016-12-28"), ("3 January 2017", "2017-01-03")]),
    ("from December to February 2016", [("December", "2015-12"), ("February 2016", "2016-02")]),
    ("from 2014 to 2016", [("2014", "2014"), ("2016", "2016")]),
    ("between 2 and 5 p.m. on 3 May", [("2", "2017-05-03T14:00"), ("5 p.m. on 3 May", "2017-05-03T17:00")]),
    ("from 11 to 2 p.m.", [("11", "2017-05-21T11:00"), ("2 p.m.", "2017-05-21T14:00")]),
    ("from 10:00 to 11:30 on Friday", [("10:00", "2017-05-19T10:00"), ("11:30 on Friday", "2017-05-19T11:30")]),
    ("for two to three weeks", [("two", "P2W"), ("three weeks", "P3W")]),
    ("between 60 and 90 days", [("60", "P60D"), ("90 days", "P90D")]),
]


@pytest.mark.parametrize(("words", "expected"), RANGES)
def test_both_ends_of_a_range(words: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.text, t.value) for t in find_times(f"It went on {words}.", SUNDAY)] == expected


ZONES = [
    ("17:30 GMT", "17:30Z"), ("17:30 UTC", "17:30Z"), ("5:30 p.m. EEST", "17:30+03:00"), ("05:30 UTC+3", "05:30+03:00"),
    ("6:40 p.m. (GMT -8)", "18:40-08:00"), ("0530 UTC", "05:30Z"), ("1430 hours", "14:30"), ("17:30:15 UTC", "17:30:15Z"),
    ("2 a.m. local time", "02:00"), ("2 a.m. Damascus time", "02:00"), ("2 a.m. BST", "02:00"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "clock"), ZONES)
def test_zones_with_one_meaning_give_an_offset(words: str, clock: str) -> None:
    (only,) = find_times(f"It fell at {words} on Friday.", SUNDAY)
    assert (only.text, only.value) == (f"{words} on Friday", f"2017-05-19T{clock}")


def test_a_clock_time_takes_the_date_behind_it() -> None:
    (only,) = find_times("It fell at 5 p.m. EST, May 9.", SUNDAY)
    assert (only.text, only.value) == ("5 p.m. EST, May 9", "2017-05-09T17:00-05:00")


@pytest.mark.parametrize(
    "text",
    ["Chapters 3 and 5 are long.", "They won 3 to 5.", "Pages 10-12 are lost.", "Between 30 and 31 people came."],
)
def test_ranges_of_other_things_are_none(text: str) -> None:
    assert find_times(text, SUNDAY) == ()


def test_a_day_that_does_not_exist_leaves_its_month() -> None:
    assert [t.value for t in find_times("It went on from 28 to 31 April.", SUNDAY)] == ["2017-04-28", "2017-04"]
