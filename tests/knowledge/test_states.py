from __future__ import annotations

import pytest

from sayso.knowledge.states import state_body, state_named, states_of
from sayso.knowledge.tables import actor, actors, possible_actors


@pytest.mark.parametrize(
    ("name", "country", "role"),
    [
        ("Syrian army", "SY", "armed forces"),
        ("Syria's government troops", "SY", "armed forces"),
        ("the Jordanian Foreign Ministry", "JO", "foreign ministry"),
        ("Ministry of Defence of Chad", "TD", "defence ministry"),
        ("US government", "US", "government"),
        ("U.S. air force", "US", "air force"),
        ("South Sudanese army", "SS", "armed forces"),
    ],
)
def test_bodies_of_states(name: str, country: str, role: str) -> None:
    body = state_body(name)
    assert body is not None
    assert (body.country, body.role) == (country, role)


@pytest.mark.parametrize(
    "name", ["army", "Free Syrian Army", "Syrian", "Syrian Democratic Forces", "Ministry of Health", ""]
)
def test_others_are_no_state_bodies(name: str) -> None:
    assert state_body(name) is None


def test_the_table_has_the_word_on_a_state_that_it_lists() -> None:
    listed, made = actor("Syrian armed forces"), actor("Norwegian foreign ministry")
    assert listed is not None
    assert listed.name == "Syrian Arab Army"
    assert made is not None
    assert (made.name, made.kind, made.source) == ("Norwegian foreign ministry", "organization", None)
    assert actor("Palestinian forces") is None


def test_a_people_in_front_is_no_part_of_a_name_from_its_own_country() -> None:
    found = actor("Iraqi Kataib Hezbollah")
    assert found is not None
    assert found.name == "Kataib Hezbollah"
    assert actor("Iraqi Hezbollah") is None  # Hezbollah is Lebanese


def test_adjectives_name_states() -> None:
    assert (state_named("Turkish"), state_named("the United States"), state_named("Kurdish")) == (
        "Turkey", "United States", None,
    )  # fmt: skip
    assert states_of("Iraqi") == "IQ"


def test_names_that_many_have_need_their_context() -> None:
    assert actor("PDF") is None
    assert [a.name for a in possible_actors("PDF")] == ["People's Defence Force"]
    assert possible_actors("Hezbollah") == ()


def test_the_table_is_broad_and_every_row_says_where_it_can_be_checked() -> None:
    rows = actors()
    assert len(rows) >= 250
    assert all(a.source for a in rows)
    assert {"SY", "IQ", "UA", "SD", "YE", "PS", "LB", "ML", "MM", "CD"} <= {a.country for a in rows}
    assert all((a.since or "1").isdigit() and (a.until or "1").isdigit() for a in rows)
    assert all(int(a.since) <= int(a.until) for a in rows if a.since and a.until)
    roles = [(a.country, a.role) for a in rows if a.role]
    assert len(roles) == len(set(roles))
