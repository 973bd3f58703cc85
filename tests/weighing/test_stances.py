"""A number that somebody could not verify, or calls untrue, is not theirs."""

from __future__ import annotations

import pytest
from tests.weighing.test_independence import agreed, weighed

from sayso.knowledge.stances import whose
from sayso.records import Account

WHOSE = {
    "the figure of 22 deaths given by the Harbour Coalition": "Harbour Coalition",
    "the statement of the General Staff that 15 fighters were killed in a clash": "General Staff",
    "the army's claim that nobody was hurt": "army",
    "claims by residents that nine people died": "residents",
    "Omar Belo's statement that two died": "Omar Belo",
    "the figure of nine": None,
    "that nine people were killed": None,
    "reports that nine were killed": None,
    "the claim that the army killed nine": None,
}


@pytest.mark.parametrize("content", WHOSE)
def test_whose_words_are_taken_up(content: str) -> None:
    assert whose(content) == WHOSE[content]


def test_who_could_not_confirm_a_number_is_not_its_source() -> None:
    text = (
        "The Corvane Rights Centre has documented the deaths of 14 people. The Centre was not able to confirm the figure "
        "of 22 deaths given by the Harbour Coalition."
    )
    found = accounts(text)
    assert [a.low for a in found if a.speaker and "Centre" in a.speaker] == [14]
    assert [a.speaker for a in found if a.low == 22] == ["Harbour Coalition"]


def test_a_number_that_nobody_is_named_for_is_left_out() -> None:
    assert [a.low for a in accounts("Reporters could not verify reports that nine people had been killed.")] == []


@pytest.mark.parametrize(
    "said",
    [
        "The general described reports of dozens of dead as a fabrication.",
        "The mayor called the report of eight dead “absurd and dangerous”.",
        "The army described claims of eight dead as baseless propaganda.",
        "The ministry denied that eight people had been killed.",
        "The mayor dismissed claims that eight people were killed.",
    ],
)
def test_who_dismisses_a_number_does_not_say_it(said: str) -> None:
    assert accounts(f"Shells hit the quay on Saturday. {said}") == []


def test_who_denies_something_of_the_nine_grants_that_there_were_nine() -> None:
    text = "The ministry denied that the nine people killed on the quay were fishermen."
    assert [a.low for a in accounts(text)] == [9]


def test_who_could_not_verify_a_claim_does_not_bear_it_out() -> None:
    post = "The army said on Sunday that its gunners had sunk two smuggling boats off Corvane."
    centre = "The Centre could not verify that the army's gunners had sunk two smuggling boats off Corvane."
    bears_out = "Fishermen said that the army's gunners had sunk two smuggling boats off Corvane."
    assert not [s for s in agreed(("Post", "2031-05-04", post), ("Wire", "2031-05-05", centre)) if "smuggl" in s]
    assert [s for s in agreed(("Post", "2031-05-04", post), ("Wire", "2031-05-05", bears_out)) if "smuggl" in s]


def accounts(text: str) -> list[Account]:
    """Accounts of people killed in one report that somebody stands behind."""
    found = weighed(("Halden Post", "2031-05-05", text)).accounts
    return [a for a in found if a.what == "killed" and a.used != "set aside"]
