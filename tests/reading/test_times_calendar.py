"""Days named by their place, feasts, fiscal periods, log dates, lengths of several units."""

from __future__ import annotations

import pytest

from sayso.reading.times import find_times

SUNDAY = "2017-05-21"

CASES = [
    # by place in a month or week
    ("the first Monday of May", "2017-05-01"), ("the last Friday of last month", "2017-04-28"),
    ("the third Tuesday in June 2016", "2016-06-21"), ("Tuesday of last week", "2017-05-09"),
    ("next week Wednesday", "2017-05-24"), ("Friday the 19th", "2017-05-19"), ("the first week of 2019", "2019-W01"),
    ("the last week of June 2016", "2016-06"), ("the week after next", "2017-W22"), ("earlier in the week", "2017-W20"),
    # in words, in logs
    ("May twenty-first", "2017-05-21"), ("the third of June 1998", "1998-06-03"), ("05-Aug-2016", "2016-08-05"),
    ("2020/Sep/23", "2020-09-23"), ("16. Nov. 2016", "2016-11-16"), ("11/2016", "2016-11"), ("March 12 2009", "2009-03-12"),
    ("26 June in 2019", "2019-06-26"),
    # feasts
    ("Easter Monday 2016", "2016-03-28"), ("Good Friday", "2017-04-14"), ("last Thanksgiving", "2016-11-24"),
    ("Memorial Day", "2017-05-29"), ("Black Friday 2010", "2010-11-26"), ("May Day", "2017-05-01"),
    # quarters, fiscal years, seasons, decades
    ("FY2016", "2016"), ("fiscal 2015", "2015"), ("the fiscal third quarter of 2016", "2016-Q3"), ("Q3 FY2016", "2016-Q3"),
    ("H2 2016", "2016-H2"), ("the last half of 2016", "2016-H2"), ("the winter of 2015", "2015-WI"), ("last summer", "2016-SU"),
    ("the early 2000s", "200"), ("the '80s", "198"), ("the mid-1990s", "199"),
    # lengths and what is counted by them
    ("2 years, 1 month and 21 days ago", "2015-03-31"), ("3 hours and 20 minutes", "PT3H20M"), ("a year or two", "P1Y"),
    ("a fortnight ago", "2017-W18"), ("a week or so ago", "2017-W19"), ("20 mins", "PT20M"),
    # parts of a day
    ("the early hours of Friday", "2017-05-19TMO"), ("overnight on Friday", "2017-05-19TNI"), ("overnight", "2017-05-20TNI"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "value"), CASES)
def test_value(words: str, value: str) -> None:
    (only,) = find_times(f"It fell in {words}.", SUNDAY)
    assert only.text.rstrip(".").casefold() == words.casefold()
    assert only.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Talks are expected to resume in April.", "2018-04"),
        ("Rules to be published in early April are ready.", "2018-04"),
        ("The shelling ended Jan. 31.", "2017-01-31"),
        ("He said that it would run through March.", "2018-03"),
        ("Until Thursday, they had not been seen.", "2017-05-18"),
        ("The council scheduled a vote on Thursday.", "2017-05-25"),
        ("They rested over the weekend.", "2017-W20-WE"),
    ],
)
def test_tense_and_limits_decide_between_past_and_future(text: str, value: str) -> None:
    (only,) = find_times(text, SUNDAY)
    assert only.value == value


def test_the_weekend_of_a_monday_is_the_one_before() -> None:
    (only,) = find_times("They rested over the weekend.", "2017-05-22")
    assert only.value == "2017-W20-WE"


def test_on_the_15th_leans_on_the_month_spoken_of() -> None:
    assert [t.value for t in find_times("In March 2016 it began. On the 15th it stopped.", SUNDAY)] == [
        "2016-03",
        "2016-03-15",
    ]
    assert [t.value for t in find_times("It stopped on the 15th.", SUNDAY)] == ["2017-05-15"]
    assert [t.value for t in find_times("It stopped on the 30th.", SUNDAY)] == ["2017-04-30"]
    assert [t.value for t in find_times("It stopped on the 15th.", None)] == ["XXXX-XX-15"]


@pytest.mark.parametrize(
    "text",
    ["He came second of the runners.", "Gen. Jun spoke.", "The report by Jan Vesely is long.", "She has 1998 books.",
     "Flight 1990 landed.", "On the 4th floor it burned.", "It has a 16:9 screen."],
)  # fmt: skip
def test_what_only_looks_like_a_date(text: str) -> None:
    assert find_times(text, SUNDAY) == ()


def test_a_year_before_one_thing_is_a_year() -> None:
    assert [t.value for t in find_times("His failed 1996 campaign was costly.", SUNDAY)] == ["1996"]
