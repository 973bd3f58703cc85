"""Hijri dates: converted, give or take a day."""

from __future__ import annotations

import msgspec
import pytest

from sayso.reading.times import find_times


def read(text: str, published: str | None = "2017-06-21") -> list[tuple[str, str, object]]:
    return [(t.text, t.value, t.give_or_take) for t in find_times(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It fell on 1 Muharram 1446 AH.", "1 Muharram 1446 AH", "2024-07-07"),
        ("It fell on Ramadan 12, 1438.", "Ramadan 12, 1438", "2017-06-07"),
        ("It fell on the 12th of Ramadan.", "the 12th of Ramadan", "2017-06-07"),
        ("It fell on the first day of Ramadan.", "the first day of Ramadan", "2017-05-27"),
        ("It fell on 10 Dhu al-Hijjah 1437.", "10 Dhu al-Hijjah 1437", "2016-09-11"),
        ("It fell on 15 Sha'ban 1438H.", "15 Sha'ban 1438H", "2017-05-11"),
        ("It fell on Eid al-Adha 2016.", "Eid al-Adha 2016", "2016-09-11"),
        ("The truce will hold over Eid al-Fitr.", "Eid al-Fitr", "2017-06-25"),
    ],
)
def test_days_are_converted_give_or_take_one(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, value, 1)]


@pytest.mark.parametrize(
    ("text", "value"),
    [("It fell in Ramadan 1438.", "2017"), ("It fell in Rabi al-Thani 1438.", "201"), ("It was 1438 AH.", "201")],
)
def test_months_and_years_keep_what_is_certain(text: str, value: str) -> None:
    """A Hijri month or year seldom lies in one of ours: the shortest stretch of our calendar that holds it."""
    (only,) = read(text)
    assert only[1] == value


def test_spellings_of_one_month_meet() -> None:
    spelled = ["Dhu al-Qa'da", "Dhul Qadah", "Dhu al-Qi'dah", "Zul Qadah", "Dhul-Qa'dah"]
    assert {read(f"It fell on 3 {month} 1437.")[0][1] for month in spelled} == {"2016-08-06"}
    assert read("It fell on 3 Jumada al-Ula 1438.")[0][1] == read("It fell on 3 Jumada I 1438.")[0][1]
    assert read("It fell on 3 Rabi al-Awwal 1438.")[0][1] != read("It fell on 3 Rabi al-Thani 1438.")[0][1]


def test_other_values_say_nothing_of_a_margin() -> None:
    (only,) = find_times("It fell on 7 June 2017.", None)
    assert only.give_or_take is msgspec.UNSET
    assert b"give_or_take" not in msgspec.json.encode(only)


@pytest.mark.parametrize("text", ["Omar Shaban spoke.", "Mr Safar met them.", "Rajab and his brother left."])
def test_names_of_people_are_no_months(text: str) -> None:
    assert read(text) == []


def test_days_that_a_month_lacks_stay_unknown() -> None:
    assert read("It fell on 30 Ramadan 1438.")[0][1] == "XXXX-XX-XX"
    assert read("It fell on 31 Ramadan 1438.")[0][1] == "XXXX-XX-XX"
    assert read("It fell on 12 Ramadan.", None)[0][1] == "XXXX-XX-XX"
