"""Who is said to have done it, and who denies it, among fictional accounts."""

from __future__ import annotations

import msgspec
import pytest
from tests.weighing.test_agreement import NOTHING, origins, reading

from sayso.records import EquipmentMention, Passage, Reading, TimeMention
from sayso.weighing.agreement import agreement
from sayso.weighing.blame import Refusal
from sayso.weighing.happening import likeliest_day


def who_did_it(*readings: Reading) -> str | None:
    groups = [r.document.id for r in readings]
    found = [s.says for s in agreement(readings, origins(*groups), NOTHING) if s.says.startswith("Who carried it out")]
    return found[0].removeprefix("Who carried it out: ") if found else None


def test_an_army_that_is_accused_and_a_ministry_that_denies_it() -> None:
    accuses = reading("a", ("an envoy", "an Ormian army unit that shelled the quay took it for a depot"))
    blames = reading("b", ("Colonel Denn", "the quay had been shelled by the Lantern Front itself"))
    denies = reading("c", ("the defence ministry in Vell", "its forces had fired on the quay", "denied"))
    assert who_did_it(accuses, blames, denies) == (
        "Ormian army (denied by the defence ministry in Vell), or Lantern Front."
    )
    assert who_did_it(accuses, blames) == "Ormian army, or Lantern Front."
    assert who_did_it(accuses, denies) == "Ormian army (denied by the defence ministry in Vell)."
    assert who_did_it(accuses) is None
    assert who_did_it(denies) is None


def test_a_denial_of_few_words_counts() -> None:
    accuses = reading("a", ("a sailor", "that a coastguard vessel had rammed their boat at night"))
    denies = reading("b", ("the Vellish coast guard", "any collision", "denied"))
    assert who_did_it(accuses, denies) == "coastguard vessel (denied by the Vellish coast guard)."


def test_an_armed_group_speaks_for_no_army_and_the_armed_forces_do() -> None:
    accuses = reading("a", ("an envoy", "an Ormian army unit that shelled the quay took it for a depot"))
    group = reading("b", ("an armed group", "having fired at the quay", "denied"))
    forces = reading("c", ("the Ormian armed forces", "having fired at the quay", "denied"))
    assert who_did_it(accuses, group) is None
    assert who_did_it(accuses, group, forces) == "Ormian army (denied by the Ormian armed forces)."


def test_both_sides_may_stand_in_one_report() -> None:
    both = reading(
        "a",
        ("a sailor", "that a coastguard vessel had rammed their boat at night"),
        ("the Vellish coastguard", "any collision", "denied"),
    )
    assert who_did_it(both) == "coastguard vessel (denied by the Vellish coastguard)."


def test_a_longer_name_holds_the_shorter() -> None:
    first = reading("a", ("an envoy", "the mill was bombed by the Lantern Front of Orm"))
    second = reading("b", ("a guard", "the mill was bombed by the Front, as everybody saw"))
    assert who_did_it(first, second) is None


def test_a_weapon_carries_nothing_out() -> None:
    text = "the tail fin is of a kind fired by BM-21 Grad launchers of old"
    first = reading("a", ("an expert", text))
    at = first.document.text.index("BM-21 Grad")
    weapon = EquipmentMention(start=at, end=at + 10, text="BM-21 Grad", name="BM-21 Grad", kind="rocket launcher")
    first = msgspec.structs.replace(first, equipment=(weapon,))
    second = reading("b", ("Colonel Denn", "the quay had been shelled by the Lantern Front itself"))
    assert who_did_it(first, second) is None


def test_what_is_negated_or_of_another_day_names_nobody() -> None:
    blames = reading("a", ("Colonel Denn", "the quay had been shelled by the Lantern Front itself"))
    clears = reading("b", ("an envoy", "there is no sign that the Seventh Fleet brigade had fired on the quay"))
    assert who_did_it(blames, clears) is None

    def dated(name: str, text: str, day: str) -> Reading:
        told = reading(name, ("a guard", text))
        start = told.document.text.index("on the")
        return msgspec.structs.replace(
            told, times=(TimeMention(start=start, end=start + 6, text="on the", type="DATE", value=day),)
        )

    now = [dated(n, "the quay was bombed by the Lantern Front on the day", "2031-05-08TMO") for n in "ab"]
    then = dated("c", "the mill was bombed by the Pale Brigade on the day", "2031-04")
    assert likeliest_day([*now, then], origins("a", "b", "c")) == "2031-05-08"
    assert who_did_it(*now, then) is None


@pytest.mark.parametrize(
    ("denied", "accused", "same"),
    [
        ({"army"}, {"ormian", "army"}, True),
        ({"vellish", "army"}, {"ormian", "army"}, False),
        ({"ormian", "army"}, {"ormian", "front"}, False),
        ({"ormian", "coastguard", "bureau"}, {"coastguard"}, True),
        ({"seventh", "fleet"}, {"seventh", "fleet"}, True),
    ],
)
def test_whom_a_denial_is_about(denied: set[str], accused: set[str], same: bool) -> None:
    refusal = Refusal("somebody", frozenset(denied), "o", Passage(document="a", start=0, end=1, text="N"))
    assert refusal.of(frozenset(accused)) is same
