"""People told one by one: who is one and the same, which numbers hold them, and what they do to other numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.weighing.test_figures_parts import killed
from tests.weighing.test_figures_weighed import report, three, weighed

from sayso.weighing.figures.spelling import alike, same_name


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("mohamed", "muhammad", True),
        ("mahmoud", "muhammad", False),
        ("hassan", "hussein", False),
        ("hussain", "hussein", True),
        ("jameel", "jamil", True),
        ("jamal", "jamil", False),
        ("suleiman", "sulayman", True),
        ("ahmed", "hamad", False),
        ("john", "jon", True),
    ],
)
def test_spellings_of_one_name(one: str, two: str, same: bool) -> None:
    assert alike(one, two) is same


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz-' ", max_size=12), st.text(max_size=12))
def test_spelling_is_symmetric_and_a_name_is_itself(one: str, two: str) -> None:
    assert alike(one, one)
    assert alike(one, two) == alike(two, one)


def test_the_fathers_name_tells_two_people_apart() -> None:
    assert not same_name(("omar", "ali", "karim", "belo"), ("omar", "saeed", "karim", "belo"))
    assert same_name(("omar", "ali", "karim", "belo"), ("omar", "belo"))
    assert same_name(("omar", "abu nur", "belo"), ("omar", "ali", "belo"))


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Dr. Saeed Belo was killed. Sheikh Saeed Belo (Abu Ali) was killed. The martyr Abu Ali was killed.", 1),
        ("Mahmoud Adel Belo was killed. Muhammad Adel Belo was killed too.", 2),
        ("Omar Ali Karim Belo was killed. Omar Saeed Karim Belo was also killed.", 2),
        (
            ("Omar Belo and his wife Ana Orm were killed along with their four children. Their two daughters, Mala Belo "
            "and Abeer Belo were killed as well as their two sons, Sami Belo and Amir Belo."),
            6,
        ),
        ("Four members of the Belo family, a father and his three sons, were killed.", 4),
        (("Omar Belo’s two sons Ali Belo (13) and Nur Belo (5) and his daughter Rima Belo (1) were killed. Friends "
         "mourned the killing of the three children."), 3),
        ("Amal Belo was killed. Elham Orm and Elham’s daughter, whose name is unknown, died. Sami Velde died too.", 4),
        ("Adel Orm was killed. His cousin and her granddaughter were killed, but posts did not give their names.", 3),
        ("Ana Belo, 20, was killed. Rana Orm was killed, as was her daughter.", 3),
        ("Rana Orm and her son Ali were killed, along with Omar’s wife, who remains unnamed.", 3),
        ("Omar Belo was killed together with his wife, who was not named. His wife was a nurse.", 2),
        ("Omar Belo and his son were killed. His son, Ali Belo, was a nurse.", 2),
        ("Omar Belo was killed together with his wife and her relatives.", 4),
        ("Omar Belo was killed alongside his children. His sons, Ali Belo and Nur Belo, died at home.", 3),
        ("Omar Belo and his children were killed: Ali Belo (6), Nur Belo (8) and Rima Belo (9).", 4),
        ("Omar Belo was killed. Friends mourned Omar and his children.", 1),
        (("Ali Orm and Nur Orm were killed, along with Ali’s wife, who remains unnamed. Omar Belo and his wife, Ana Orm, "
         "were killed."), 5),
        ("Omar Belo was killed. His death was reported. A man, who was not identified, was killed.", 1),
    ],
)  # fmt: skip
def test_people_and_the_numbers_that_hold_them(text: str, dead: int) -> None:
    assert killed(text)[1] == dead


def test_a_number_of_those_known_by_name_takes_the_place_of_a_lower_one() -> None:
    text = (
        "Orin News first said ten people were killed. Relatives identified the names of 13 people who were killed. "
        "Hill Monitor said 15 people were killed."
    )
    assert three(weighed(report("d", text)).figures["killed"]) == (13, 13, 15)
    why = next(a.why for a in weighed(report("d", text)).accounts if a.low == 10)
    assert "known by name" in why


def test_at_least_a_number_below_those_named_gives_way() -> None:
    text = "At least two members of the family were killed. Omar Belo, Ana Orm and Nur Velde were killed."
    assert killed(text) == (3, 3, 3)


def test_bodies_in_a_picture_are_no_toll() -> None:
    text = "Orin Rescue said 38 people were killed. A photo shows at least three dead bodies on the floor."
    assert killed(text) == (38, 38, 38)
    assert killed("A photo shows at least three dead bodies on the floor.") == (3, 3, 3)


def test_two_daughters_are_a_share_of_what_others_count() -> None:
    assert killed("Orin Rescue said four people were killed.", "Hill Monitor said two daughters were killed.") == (
        4,
        4,
        4,
    )


def test_a_later_number_of_kin_replaces_no_number_of_people() -> None:
    assert killed("Twenty people were killed in Tarbo. Two sons of Ana Orm were killed, it was later said.") == (
        20,
        20,
        20,
    )
    assert killed("Orin Rescue said 20 people were killed. Orin Rescue said 22 people were now killed.") == (22, 22, 22)


def test_one_person_beside_a_plural_that_others_claim_is_one_to_two() -> None:
    text = "Omar Belo was killed. Orin News said that a number of people were killed."
    low, _, high = killed(text)
    assert (low, high) == (1, 2)
