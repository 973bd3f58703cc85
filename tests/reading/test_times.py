from __future__ import annotations

import itertools
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.times import find_times
from sayso.reading.times.grammar import RULES
from sayso.reading.times.lexicon import number_of
from sayso.reading.times.values import duration, moved, quarter, shift_months, weekday_near

SUNDAY = "2017-05-21"

CASES = [
    # days
    ("The bridge fell on 18 May 2017.", [("18 May 2017", "2017-05-18")]),
    ("The bridge fell on May 18, 2017.", [("May 18, 2017", "2017-05-18")]),
    ("It fell on Thursday, May 18.", [("Thursday, May 18", "2017-05-18")]),
    ("It fell on the 18th of May.", [("the 18th of May", "2017-05-18")]),
    ("Log entry 2017-05-18 was signed.", [("2017-05-18", "2017-05-18")]),
    ("Log entry 2017-05-18T19:05Z was signed.", [("2017-05-18T19:05Z", "2017-05-18T19:05Z")]),
    ("Filed on 23/04/2016 in the port.", [("23/04/2016", "2016-04-23")]),
    ("Filed on 05/06/2016 in the port.", [("05/06/2016", "2016-XX-XX")]),
    ("Filed on 05.06.2016 in the port.", [("05.06.2016", "2016-06-05")]),
    ("Shelling went on from 3 to 5 May.", [("3", "2017-05-03"), ("5 May", "2017-05-05")]),
    ("Shelling went on between May 3 and 5.", [("May 3", "2017-05-03"), ("5", "2017-05-05")]),
    # weekdays: the nearest past one, publication day included
    ("The convoy stopped on Saturday.", [("Saturday", "2017-05-20")]),
    ("The convoy stopped on Sunday.", [("Sunday", "2017-05-21")]),
    ("The convoy stopped on Monday.", [("Monday", "2017-05-15")]),
    ("The convoy stopped last Sunday.", [("last Sunday", "2017-05-14")]),
    ("The council will meet on Tuesday.", [("Tuesday", "2017-05-23")]),
    ("It stopped on Friday night.", [("Friday night", "2017-05-19TNI")]),
    # relative days
    ("It happened yesterday.", [("yesterday", "2017-05-20")]),
    ("It happened today.", [("today", "2017-05-21")]),
    ("It may happen tonight.", [("tonight", "2017-05-21TNI")]),
    ("It happened the day before yesterday.", [("the day before yesterday", "2017-05-19")]),
    ("It happened this morning.", [("this morning", "2017-05-21TMO")]),
    ("It happened last night.", [("last night", "2017-05-20TNI")]),
    ("It fell on 3 May. The next day it burned.", [("3 May", "2017-05-03"), ("The next day", "2017-05-04")]),
    # counted from publication
    ("It fell six weeks ago.", [("six weeks ago", "2017-W14")]),
    ("It fell two months ago.", [("two months ago", "2017-03")]),
    ("It fell 10 days ago.", [("10 days ago", "2017-05-11")]),
    ("It fell almost four years ago.", [("almost four years ago", "2013")]),
    ("It fell a few days ago.", [("a few days ago", "PAST_REF")]),
    # spans of the calendar
    ("It fell last month.", [("last month", "2017-04")]),
    ("It fell last week.", [("last week", "2017-W19")]),
    ("It fell last year.", [("last year", "2016")]),
    ("It fell in September 2016.", [("September 2016", "2016-09")]),
    ("It fell in December.", [("December", "2016-12")]),
    ("It fell in late March.", [("late March", "2017-03")]),
    ("It fell last August.", [("last August", "2016-08")]),
    ("It fell in 2015.", [("2015", "2015")]),
    ("It fell in the 1990s.", [("the 1990s", "199")]),
    ("It fell in the third quarter of 2016.", [("the third quarter of 2016", "2016-Q3")]),
    ("It fell in the summer of 2014.", [("the summer of 2014", "2014-SU")]),
    ("It fell at the end of 2016.", [("the end of 2016", "2016")]),
    ("It fell on Christmas Eve.", [("Christmas Eve", "2016-12-24")]),
    # lengths and sets
    ("They fought for three days.", [("three days", "P3D")]),
    ("They fought for two and a half years.", [("two and a half years", "P2Y6M")]),
    ("They fought for several hours.", [("several hours", "PTXH")]),
    ("A three-day truce held.", [("three-day", "P3D")]),
    ("They fought for the past two months.", [("the past two months", "P2M")]),
    ("Water comes every two weeks.", [("every two weeks", "P2W")]),
    ("Water comes every Thursday.", [("every Thursday", "XXXX-WXX-4")]),
    ("They bury 50 people a day.", [("a day", "P1D")]),
    ("Trucks arrive daily.", [("daily", "P1D")]),
    # clock
    ("It fell at 17:30 local time on Friday.", [("17:30 local time on Friday", "2017-05-19T17:30")]),
    ("It fell at 7 p.m. Friday.", [("7 p.m. Friday", "2017-05-19T19:00")]),
    (
        "It fell at 2:15 a.m. (local time) on Dec. 26, 2016.",
        [("2:15 a.m. (local time) on Dec. 26, 2016", "2016-12-26T02:15")],
    ),
    ("It fell on the morning of 21 August 2013.", [("the morning of 21 August 2013", "2013-08-21TMO")]),
    ("It fell at dawn on Wednesday.", [("dawn on Wednesday", "2017-05-17TMO")]),
    (
        "It fell at 6:30 a.m. (03:30 GMT) there.",
        [("6:30 a.m.", "2017-05-21T06:30"), ("03:30 GMT", "2017-05-21T03:30Z")],
    ),
    ("It fell the day after the strike on 3 May.", [("the day after", "2017-05-04"), ("3 May", "2017-05-03")]),
    # kept unknown
    ("The day after the strike, he said on 3 May.", [("The day after", "XXXX-XX-XX"), ("3 May", "2017-05-03")]),
    ("It fell the day after the strike. He left on 3 May.", [("the day after", "XXXX-XX-XX"), ("3 May", "2017-05-03")]),
    ("One day before the attack the road was closed.", [("One day before", "XXXX-XX-XX")]),
    ("It is now quiet.", [("now", "PRESENT_REF")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_expression_and_value(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.text, t.value) for t in find_times(text, SUNDAY)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "She may march with them.",
        "The second man spoke.",
        "The fall of the tower shook them.",
        "Some 2,017 people and 1998 prisoners were there.",
        "A day of mourning was declared.",
        "He is 34 years old.",
        "The price is 3.50 a piece.",
        "Flight 1990 landed.",
        "Jan Vesely spoke.",
        "It stood in the Okrin Sun. Nobody read it.",
    ],
)
def test_words_that_only_look_like_times(text: str) -> None:
    assert find_times(text, SUNDAY) == ()


def test_without_a_publication_date_nothing_is_filled_in() -> None:
    text = "On Saturday, and again last month, three weeks ago and yesterday, it fell."
    values = [t.value for t in find_times(text, None)]
    assert values == ["XXXX-WXX-6", "XXXX-XX", "XXXX-WXX", "XXXX-XX-XX"]
    assert find_times("It fell on May 18.", None)[0].value == "XXXX-05-18"


def test_a_partial_publication_date_is_no_day() -> None:
    assert find_times("It fell yesterday.", "2017-05")[0].value == "XXXX-XX-XX"


def test_footnote_marks_do_not_hide_a_year() -> None:
    assert [t.text for t in find_times("as in the war of 1991,23 it seems", SUNDAY)] == ["1991"]


def test_impossible_days_are_no_dates() -> None:
    assert find_times("Entry 2017-13-40 and 31/31/2017 and 30 February 2017.", SUNDAY) == tuple(
        t for t in find_times("Entry 2017-13-40 and 31/31/2017 and 30 February 2017.", SUNDAY) if t.value == "2017-02"
    )


def test_long_text_is_read_to_its_end() -> None:
    text = "Nothing was said of it. " * 5000 + "It fell on 18 May 2017."
    (only,) = find_times(text, SUNDAY)
    assert (only.start, only.end) == (text.index("18 May"), len(text) - 1)


NASTY = st.text(
    alphabet=st.one_of(
        st.sampled_from("\u202e\u0301\U0001f468\u200d\ufeff \n\t.,-–’'0123456789٣٤"), st.characters(codec="utf-8")
    ),
    max_size=12,
)
WORDS = st.sampled_from([c[0] for c in CASES] + ["a year ago", "week", "Monday", "1999", "May", "ago", "the past"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(NASTY, WORDS), max_size=8), st.sampled_from([None, SUNDAY, "0001-01-01", "9999-12-31", "x"]))
def test_spans_prove_themselves_on_any_text(parts: list[str], published: str | None) -> None:
    text = " ".join(parts)
    found = find_times(text, published)
    assert all(text[t.start : t.end] == t.text and t.text for t in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert found == find_times(text, published)
    assert all(re.fullmatch(r"[A-Z0-9:.+_-]+", t.value) for t in found)


def test_rule_names_are_unique() -> None:
    assert len({name for name, _ in RULES}) == len(RULES)


@pytest.mark.parametrize(
    ("words", "value"),
    [("twenty-four", 24), ("2 1/2", 2.5), ("a couple of", 2), ("a dozen", 12), ("half a dozen", 6), ("1,200", 1200),
     ("two hundred", 200), ("several", None), ("thirty", 30), ("two and a half", 2.5)],
)  # fmt: skip
def test_numbers(words: str, value: float | None) -> None:
    assert number_of(words) == value


def test_arithmetic_keeps_the_unit_as_precision() -> None:
    day = date(2017, 3, 31)
    assert shift_months(day, -1) == date(2017, 2, 28)
    assert moved(day, -1, "M") == "2017-02"
    assert moved(day, 1, "W") == "2017-W14"
    assert moved(day, -3, "E") == "198"
    assert moved(day, -9000, "Y") is None
    assert quarter(2017, 0) == "2016-Q4"
    assert duration(1.5, "H", timed=True) == "PT1H30M"
    assert weekday_near(day, day.weekday(), future=False) == day == weekday_near(day, day.weekday(), future=True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Shells fell on 3 May. The guns fell silent at 15:00.", "2017-05-03T15:00"),
        ("Shells fell on 3 May. A memo dated 1 May was found. The guns fell silent at 15:00.", "2017-05-03T15:00"),
        ("Shells fell on 3 May. He quoted a letter of 1 May. The guns fell silent at 15:00.", "2017-05-03T15:00"),
    ],
)
def test_the_date_of_a_letter_is_no_day_of_what_is_told(text: str, value: str) -> None:
    assert find_times(text, SUNDAY)[-1].value == value
