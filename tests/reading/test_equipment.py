from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.equipment import find_equipment


@pytest.mark.parametrize(
    ("written", "name", "kind"),
    [
        ("T62", "T-62", "tank"),
        ("T-62M", "T-62", "tank"),
        ("T 62", "T-62", "tank"),
        ("T‑62", "T-62", "tank"),
        ("T-72s", "T-72", "tank"),
        ("Strela-10", "9K35 Strela-10", "air defence"),
        ("9K35", "9K35 Strela-10", "air defence"),
        ("SA-13 Gopher", "9K35 Strela-10", "air defence"),
        ("Shilka", "ZSU-23-4 Shilka", "air defence"),
        ("ZSU-23-4", "ZSU-23-4 Shilka", "air defence"),
        ("Shahed-136", "Shahed-136", "drone"),
        ("RPGs", "RPG-7", "anti-tank"),
        ("HIMARS", "M142 HIMARS", "rocket artillery"),
        ("barrel bombs", "barrel bomb", "bomb"),
        ("Mother of All Bombs", "GBU-43 MOAB", "bomb"),
        ("KamAZ-63501", "KamAZ-63501", "truck"),
        ("Mi-60T", "Mi-60T", "helicopter"),
        ("BTR 152", "BTR 152", "armoured vehicle"),
        ("FV 432s", "FV432 Bulldog", "armoured vehicle"),
        ("AH-1Z", "AH-1 Cobra", "helicopter"),
        ("KS-9561 excavator", "KS-9561", "engineering vehicle"),
        ("R-990 radio relay station", "R-990", "command vehicle"),
        ("155mm howitzers", "155mm howitzers", "artillery"),
        ("Project 2299K Okrin-class corvette", "Project 2299K Okrin-class", "ship"),
    ],
)
def test_one_name_for_all_spellings(written: str, name: str, kind: str) -> None:
    text = f"Observers counted two {written} near the ford."
    (found,) = find_equipment(text)
    assert written.startswith(found.text)
    assert (found.name, found.kind) == (name, kind)


def test_the_longest_name_wins() -> None:
    assert [e.text for e in find_equipment("They lost M1A2 Abrams and anti-tank guided missiles.")] == [
        "M1A2 Abrams",
        "anti-tank guided missiles",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Apache nation lives there.",
        "She threw the javelin.",
        "A stinger of a bee hurt him.",
        "They saw a leopard and a grad student.",
        "Room F-1, item T-1 and form B.",
        "It is 916 kilometres away.",
        "She wore Puma shoes and met Abrams at noon.",
        "He joined a think tank and bought a water tank.",
        "A technical fault in a brick-and-mortar shop.",
        "A 10-year-old and An 18-year-old saw A 4-4 ruling.",
        "He wore a tank top and drove an F-150 pickup.",
        "Somebody fired at Bradley on Sunday.",
        "They played MI 48 and watched Shark Tank.",
    ],
)
def test_common_words_are_no_weapons(text: str) -> None:
    assert find_equipment(text) == ()


def test_a_common_word_counts_beside_a_military_one() -> None:
    (found,) = [e for e in find_equipment("An Apache fired on the convoy.") if e.kind == "helicopter"]
    assert found.name == "AH-64 Apache"


def test_the_noun_behind_a_name_is_no_second_thing() -> None:
    found = find_equipment("They lost two T-62 tanks, a tank and three Shahed-136 drones.")
    assert [e.text for e in found] == ["T-62", "tank", "Shahed-136"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=8), st.sampled_from(["T-62", "Su-24", "tanks", "\u202e", "T\u0301-62"]))))
def test_spans_prove_themselves(parts: list[str]) -> None:
    text = " ".join(parts)
    found = find_equipment(text)
    assert all(text[e.start : e.end] == e.text for e in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert found == find_equipment(text)
