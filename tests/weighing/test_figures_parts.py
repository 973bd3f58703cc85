"""Parts and wholes: which numbers of a report, or of several, hold one another."""

from __future__ import annotations

import pytest
from tests.weighing.test_figures_weighed import report, roots, three, weighed

from sayso.weighing.figures import weigh


def killed(*texts: str) -> tuple[float | None, float | None, float | None]:
    return three(weighed(*(report(f"d{i}", text) for i, text in enumerate(texts))).figures["killed"])


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("The strike killed eight members of his family, including four children and three women.", 8),
        ("The strike killed nine civilians, including four women, four children, and one man.", 9),
        ("Omar Belo was killed alongside his three sons. Samir Belo, 9, Adel Belo, 7, and Nur Belo, 3, were killed.", 4),
        ("Omar Belo (son), Adel Orm (son) and Nur Velde (daughter) were killed.", 3),
        ("A 20-month-old boy was killed. The boy, 1, died at home.", 1),
        ("A guard killed a 5-year-old. The child is another 5-year-old killed in Tarbo.", 2),
    ],
)  # fmt: skip
def test_parts_and_names_fill_their_number(text: str, dead: int) -> None:
    assert killed(text)[1] == dead


def test_others_who_were_shot_are_counted_beside_the_dead() -> None:
    figures = weighed(report("d", "A man was killed. Three other people were shot.")).figures
    assert (figures["killed"].best, figures["injured"].best) == (1, 3)


def test_a_number_of_children_alone_is_a_share_of_what_others_count() -> None:
    assert killed("Orin Rescue said five children were killed.", "Hill Monitor said 12 people were killed.") == (
        12,
        12,
        12,
    )
    assert killed("Orin Rescue said five children were killed.") == (5, 5, 5)


def test_at_least_three_of_the_four_is_a_share_of_the_four() -> None:
    figures = weighed(report("d", "Four people were wounded. At least three of the four victims were injured.")).figures
    assert three(figures["injured"]) == (4, 4, 4)


def test_at_least_two_backs_a_greater_number_of_another_origin() -> None:
    assert killed("At least two people were killed.", "Five people were killed.", "Three people were killed.")[1] == 3


def test_a_tie_goes_to_the_smaller_number() -> None:
    assert killed("Six people were killed.", "Nine people were killed.")[1] == 6


def test_what_no_other_source_bears_out_counts_in_the_maximum_only() -> None:
    text = "Orin Rescue said six people were killed. "
    more = "Hill Monitor said nine people were killed, which no other source confirmed."
    found = weighed(report("d", text + more))
    assert three(found.figures["killed"]) == (6, 6, 9)
    assert [a.used for a in found.accounts if a.low == 9] == ["maximum only"]


def test_a_report_that_drops_the_words_at_least_gives_no_second_number() -> None:
    own = report("a", "Hill Monitor said at least 30 people were wounded.", "2031-03-01")
    cites = report("b", "Hill Monitor said 30 people were wounded.", "2031-03-02")
    for same, exact in (({"b": "a"}, "folded"), ({}, "counts")):
        found = weigh([own, cites], roots([own, cites], same)).accounts
        assert {a.wording: a.used for a in found if a.what == "injured"} == {"at_least": "counts", "exact": exact}


@pytest.mark.parametrize(
    "text",
    [
        "Four wounded died in hospital on Sunday, the mayor said.",
        "Four injured people died overnight.",
        "Four injured men later succumbed to their wounds.",
        "Four of the wounded have died.",
    ],
)
def test_wounded_people_who_died_are_dead_and_no_longer_wounded(text: str) -> None:
    found = weighed(report("d", text))
    assert (found.figures["killed"].minimum, found.figures["killed"].maximum) == (4, 4)
    assert not found.figures["injured"].maximum


def test_the_dead_beside_wounded_people_are_not_the_wounded() -> None:
    found = weighed(report("d", "Three guards and five wounded men were found. The guards had been killed."))
    assert found.figures["injured"].maximum == 5
    assert found.figures["killed"].maximum != 5
