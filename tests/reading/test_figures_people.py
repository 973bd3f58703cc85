"""Whom a number counts when the noun is no listed one, and which numbers are of the happening reported."""

from __future__ import annotations

import pytest

from sayso.reading.figures import find_figures
from sayso.reading.sentences import split

COUNTED = {
    "Three participants in the rally lost their lives on Monday.": [("killed", 3)],
    "Nine rioters were injured and two trespassers were killed.": [("injured", 9), ("killed", 2)],
    "Seven of our colleagues and one contractor lost their lives.": [("killed", 7), ("killed", 1)],
    "At least a dozen of its supporters had died.": [("killed", 12)],
    "Forty-one rioters were taken into custody.": [("detained", 41)],
    "Three people were crushed to death at the gate.": [("killed", 3)],
    "Seven migrants drowned off the cape.": [("killed", 7)],
    "The guards had killed “forty of our brothers and sisters”.": [("killed", 40)],
    "“We lost three men,” the commander said.": [("killed", 3)],
}
NOT_COUNTED = [
    "Two servers died when the power failed.",
    "The firm lost four workers to a rival.",
    "A dozen of its trailers were parked there on the quay.",
    "He was taken to task over the three people missing from the list of guests.",
]


def harmed(text: str) -> list[tuple[str, float | None]]:
    """Kind and least number of every figure of people that is of the happening."""
    found = find_figures(text, split(text), ())
    return [(f.what, f.low) for f in found if not f.background and f.what in {"killed", "injured", "detained"}]


@pytest.mark.parametrize("text", COUNTED)
def test_people_by_the_form_of_their_noun(text: str) -> None:
    assert harmed(text) == COUNTED[text]


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_no_people_by_that_form(text: str) -> None:
    assert harmed(text) == []


def test_a_thing_is_still_destroyed() -> None:
    found = find_figures(text := "Two tankers were destroyed.", split(text), ())
    assert [(f.what, f.low) for f in found] == [("destroyed", 2)]


def test_not_being_among_the_counted_is_no_zero() -> None:
    text = "The team counted 14 bodies and none of them was among the 31 victims."
    assert 0 not in [f.low for f in find_figures(text, split(text), ())]


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed on Monday, in the worst violence to hit the region this year.",
        "Nine people were killed in the deadliest attack since 2019.",
        "Nine people were killed in the first such raid since March.",
    ],
)
def test_a_record_counts_nobody_of_another_happening(text: str) -> None:
    assert harmed(text) == [("killed", 9)]


@pytest.mark.parametrize(
    "text",
    [
        "It was the deadliest accident since 2019, when 16 miners died in a pit.",
        "So far this year 40 people have been killed.",
        "Nine people have been killed there since 2019.",
    ],
)
def test_what_happened_in_another_year_stays_apart(text: str) -> None:
    assert harmed(text) == []


@pytest.mark.parametrize("label", ["DON’T MISS", "Related", "In other news", "You may also like"])
def test_a_line_that_leads_to_other_stories_counts_nobody_here(label: str) -> None:
    assert harmed(
        f"Eight people were killed on the quay.\n\n{label}: 12 hurt in brawl. Plus: 3 killed in train smash"
    ) == [("killed", 8)]


def test_a_line_that_only_begins_with_such_words_counts() -> None:
    assert harmed("Eight people were killed.\n\nDon’t miss the point: 3 children were killed, a nurse said.") == [
        ("killed", 8),
        ("killed", 3),
    ]
