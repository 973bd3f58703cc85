"""`The day before the attack`: from the day that the text gives to the attack, else unknown."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.reading.times import find_times
from sayso.reading.times.happenings import Happenings


def values(text: str, published: str | None = "2031-03-09") -> list[tuple[str, str]]:
    return [(t.text, t.value) for t in find_times(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The convoy was struck on 3 March. The day before the attack it left Vell.", "2031-03-02"),
        ("The mill was shelled on Thursday. Two days after the shelling it reopened.", "2031-03-08"),
        ("An explosion tore through the depot on 3 March. The night after the blast it burned.", "2031-03-04TNI"),
        ("A week before the election of 4 February 2031 he resigned. The election was on 4 February 2031.", "2031-W05"),
        ("The ministry said on Saturday that the mill was hit on 3 March. The day after the strike it shut.", "2031-03-04"),
        ("It fell the day after the strike on 3 March. Two days after the strike it burned.", "2031-03-05"),
        ("A year after the massacre on 3 March 2029 a stone was set.", "2030"),
    ],
)  # fmt: skip
def test_a_dated_happening_is_the_anchor(text: str, expected: str) -> None:
    assert expected in [value for _, value in values(text)]


def test_the_day_may_be_given_further_down() -> None:
    text = "The day before the raid the road was closed. The raid came on 3 March."
    assert values(text) == [("The day before", "2031-03-02"), ("3 March", "2031-03-03")]


@pytest.mark.parametrize(
    "text",
    [
        "The day before the attack the road was closed.",
        "The village was bombed on 3 March and shelled on 5 March. The day after the attack he left.",
        "The mayor spoke on 3 March. The day before the attack he was ill.",
        "The ministry reported on 3 March. The day after the strike it was silent.",
        "Talks were held on 3 March. The day after the raid he left.",
        "Two days before the raid, on Wednesday, he left.",
        "The raid came three weeks ago. The day after the raid he left.",
    ],
)
def test_without_one_day_for_it_the_value_stays_unknown(text: str) -> None:
    assert "XXXX-XX-XX" in [value for _, value in values(text)]


def test_days_before_are_no_day() -> None:
    text = "The mill was bombed on 3 March. In the days before the attack it was quiet."
    assert values(text)[-1] == ("the days before", "XXXX-XX-XX")


def test_the_anchor_does_not_need_a_publication_date() -> None:
    text = "The convoy was struck on 3 March 2031. The day after the strike it burned."
    assert values(text, None)[-1] == ("The day after", "2031-03-04")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 3 March it began. Two days later it ended.", "2031-03-05"),
        ("On 3 March it began. A week later it ended.", "2031-W11"),
        ("It began in January 2030. Two months later it ended.", "2030-03"),
        ("It began in 2028. Two years later it ended.", "2030"),
        ("In March 2030 it began. The following month it ended.", "2030-04"),
        ("Two days later it ended.", "XXXX-XX-XX"),
    ],
)
def test_later_counts_from_what_was_mentioned_last(text: str, expected: str) -> None:
    assert values(text)[-1][1] == expected


def test_a_word_with_two_days_is_no_anchor() -> None:
    seen = Happenings()
    seen.note("The strike came on ", "", date(2031, 3, 3))
    assert seen.day_of("strikes") == date(2031, 3, 3)
    assert seen.day_of("bombing") == date(2031, 3, 3)
    assert seen.day_of("election") is None
    seen.note("Another strike came on ", "", date(2031, 3, 5))
    assert seen.day_of("strike") is None


def test_the_day_of_saying_is_not_the_day_of_the_deed() -> None:
    seen = Happenings()
    seen.note("After the strike, the governor said on ", "", date(2031, 3, 4))
    assert seen.day_of("strike") is None
