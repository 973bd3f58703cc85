"""Credibility from independent origins."""

from __future__ import annotations

import math

import pytest
from tests.weighing.stand_ins import account

from sayso.records import Account, Credibility
from sayso.weighing import credibility_of


def grade(*others: Account) -> Credibility:
    """Credibility of Owl's nine killed beside other accounts."""
    owl = account("Owl", 9)
    return credibility_of([owl, *others])[owl.id]


@pytest.mark.parametrize(
    ("same", "other", "digit"),
    [(0, 0, 6), (1, 0, 1), (3, 0, 1), (2, 1, 2), (1, 1, 3), (1, 2, 4), (0, 1, 4), (0, 2, 5), (0, 5, 5)],
)
def test_the_digit_follows_independent_origins(same: int, other: int, digit: int) -> None:
    found = grade(*(account(f"y{n}", 9) for n in range(same)), *(account(f"n{n}", 4) for n in range(other)))
    assert (found.digit, found.agree, found.against) == (digit, same, other)


def test_only_a_second_origin_confirms() -> None:
    assert grade(account("Wren", 9, origin="o Owl")).digit == 6
    assert grade(account("Owl", 9, origin="o Fathom")).digit == 6


def test_ranges_agree_where_some_number_fits_both() -> None:
    assert grade(account("Wren", 8, 10)).digit == 1
    assert grade(account("Wren", 10, math.inf)).digit == 4
    assert grade(account("Wren", 5, math.inf)).digit == 1


def test_other_quantities_and_parts_say_nothing_of_it() -> None:
    assert grade(account("Wren", 4, what="injured"), account("Lark", 4, group="children")).digit == 6


def test_the_reason_counts_and_points_to_passages() -> None:
    found = grade(account("Wren", 9), account("Lark", 4), account("Jay", 4))
    (reason,) = found.reasons
    assert reason.says == "1 origin apart from its own agrees, 2 origins contradict it."
    assert [p.document for p in reason.passages] == ["d Wren", "d Lark", "d Jay"]


def test_origins_that_contradict_it_and_each_other_weigh_no_more_than_the_most_that_say_one_thing() -> None:
    apart = [account("n0", 4), account("n1", 5)]
    found = grade(account("Wren", 9), *apart)
    assert (found.digit, found.agree, found.against) == (3, 1, 2)
    assert found.reasons[0].says.endswith("2 origins contradict it, no two of them alike.")
    assert grade(*apart).digit == 4
    assert grade(*apart, account("n2", 4, 6)).digit == 5
    three = grade(account("Wren", 9), *apart, account("n2", 4))
    assert (three.digit, three.reasons[0].says) == (
        4, "1 origin apart from its own agrees, 3 origins contradict it, 2 of them alike."
    )  # fmt: skip


def test_a_second_report_of_one_outlet_is_no_second_origin() -> None:
    twice = [account("Wren", 9), account("Wren", 9, origin="o Wren 2")]
    found = grade(*twice, account("Lark", 4))
    assert (found.digit, found.agree, found.against) == (3, 1, 1)


def test_a_death_since_makes_no_contradiction() -> None:
    owl = account("Owl", 9, used="superseded", since=10)
    wren, lark = account("Wren", 10), account("Lark", 9, used="superseded", since=10)
    found = credibility_of([owl, wren, lark])
    assert {found[a.id].digit for a in (owl, wren, lark)} == {1}


def test_what_a_source_replaced_itself_bears_nobody_out() -> None:
    assert grade(account("Wren", 9, used="superseded")).digit == 6
