"""People told one by one beside a number that is open above; and who "three of them" are."""

from __future__ import annotations

from tests.weighing.test_independence import three, weighed

from sayso.records import Account


def found(what: str, text: str) -> list[Account]:
    """Accounts of one quantity in one report."""
    return [a for a in weighed(("Halden Post", "2031-05-05", text)).accounts if a.what == what]


def test_a_person_told_of_is_part_of_more_than_140() -> None:
    text = (
        "More than 140 people were wounded on the quay. Ana Belo died there; her brother Koen was wounded in the arm."
    )
    assert {a.low: a.used for a in found("injured", text)} == {140: "counts", 1: "folded"}


def test_names_are_no_less_than_they_are() -> None:
    text = "At least two people were killed. Ana Belo, Omar Orm and Nur Senn were killed on the quay."
    assert 3 in [a.low for a in found("killed", text) if a.used == "counts"]


def test_a_number_had_from_a_wire_holds_those_of_whom_the_paper_tells() -> None:
    wire = "More than 30 people were wounded at Corvane on Saturday, a doctor told Brackwater Wire."
    paper = (
        "More than 30 people were hurt, a doctor told Brackwater Wire. A docker carried a wounded girl to the clinic."
    )
    weighing = weighed(("Brackwater Wire", "2031-05-04", wire), ("Halden Post", "2031-05-05", paper))
    assert three(weighing.figures["injured"])[0] == 30


def test_three_of_the_dead_are_not_taken_from_the_injured() -> None:
    text = "Four people lost their lives. Three of them died in a stampede. Nineteen people were injured."
    assert [a.low for a in found("injured", text)] == [19]


def test_one_of_the_injured_who_died_is() -> None:
    assert 3 in [a.low for a in found("injured", "Four people were injured on the quay. One of them died on Sunday.")]
