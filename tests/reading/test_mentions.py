from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.mentions import find_mentions
from sayso.reading.model import Named
from sayso.reading.sentences import split
from sayso.records import Mention


def mentions(text: str) -> tuple[Mention, ...]:
    bounds = [0, *(at + 2 for at in range(len(text)) if text.startswith(". ", at)), len(text)]
    return find_mentions(text, tuple((a, b) for a, b in itertools.pairwise(bounds) if a < b))


def typed(text: str) -> dict[str, str]:
    return {m.text: m.type for m in mentions(text)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Talks with Orla Venn resumed.", "Orla Venn", "person"),
        ("It was signed by President Tamsin Oke.", "Tamsin Oke", "person"),
        ("It was signed by President Tamsin Oke.", "President", "role"),
        ("The Velmar Ministry of Health gave the toll.", "Velmar Ministry of Health", "organization"),
        ("The Third Velmar Brigade left.", "Velmar Brigade", "armed_group"),
        ("Shells hit Okrin Hospital.", "Okrin Hospital", "facility"),
        ("Fighters of Hizbullah left.", "Hizbullah", "armed_group"),
        ("Reports reached Jordan.", "Jordan", "place"),
        ("It was seen in Damascus.", "Damascus", "place"),
        ("Two T-62 tanks burned.", "T-62", "equipment"),
        ("The US military denied it.", "US military", "armed_group"),
        ("Syrian state media denied it.", "Syrian state media", "organization"),
        ("A crossing at al-Tanf was shut.", "al-Tanf", "place"),
    ],
)
def test_type_of_a_name(text: str, name: str, kind: str) -> None:
    assert typed(text).get(name) == kind


@pytest.mark.parametrize(
    "text", ["The rain fell.", "On Saturday they left.", "He said I’ve no idea.", "Witnesses wept."]
)
def test_sentence_openings_are_no_names(text: str) -> None:
    assert mentions(text) == ()


def test_a_surname_gets_the_full_name_before_and_after() -> None:
    found = mentions("Venn denied it. Later Orla Venn spoke. Nobody believed Venn.")
    assert {m.entity for m in found if m.type == "person"} == {"Orla Venn"}
    assert len([m for m in found if m.type == "person"]) == 3


def test_a_titled_surname_marks_its_other_uses() -> None:
    found = mentions("Minister Draal spoke. They questioned Draal again.")
    assert [m.text for m in found if m.type == "person"] == ["Draal", "Draal"]


def test_an_acronym_gets_the_name_it_was_introduced_with() -> None:
    found = mentions("The Velmar Relief Council (VRC) came. A convoy of the VRC left.")
    assert {m.entity for m in found if "VRC" in m.text} == {"Velmar Relief Council"}


def test_known_actors_get_their_normal_name() -> None:
    entities = {m.text: m.entity for m in mentions("Fighters of ISIL, of Daesh and of the Hashd al-Shaabi were seen.")}
    assert entities["ISIL"] == entities["Daesh"] == "Islamic State"
    assert entities["Hashd al-Shaabi"] == "Popular Mobilization Forces"


def test_two_names_joined_are_two() -> None:
    assert typed("Between Syria and Iraq there is a road.") == {"Syria": "place", "Iraq": "place"}


def test_role_and_holder_are_apart() -> None:
    found = typed("Then Velmar Deputy Foreign Minister Ansa Krill answered.")
    assert found["Ansa Krill"] == "person"
    assert any(kind == "role" and "Minister" in name for name, kind in found.items())


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=10),
            st.sampled_from(["Orla Venn", "of the", "al-Tanf", "US", "and", "(VRC)", "\u202eKhan", "St. ", "Mr. X"]),
        ),
        max_size=12,
    )
)
def test_spans_prove_themselves(parts: list[str]) -> None:
    text = " ".join(parts)
    found = find_mentions(text, ((0, len(text)),) if text else ())
    assert all(text[m.start : m.end] == m.text and m.text for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert found == find_mentions(text, ((0, len(text)),) if text else ())


def test_a_village_is_a_place_though_no_gazetteer_knows_it() -> None:
    assert typed("Planes bombed Okrinvel village at noon.") == {"Okrinvel": "place"}
    assert typed("Planes bombed the village of Okrinvel at noon.") == {"Okrinvel": "place"}


def test_bodies_named_by_their_country_keep_it_as_a_weak_place() -> None:
    assert typed("Velmar's air force denied it.") == {"Velmar's air force": "armed_group"}


def test_a_run_of_capitals_is_cut_and_not_dropped() -> None:
    found = mentions("OKRIN VELMAR CO " * 2000)
    assert len(found) > 100
    assert all(len(m.text.split()) <= 16 for m in found)


def test_a_given_name_is_no_town_beside_its_bearer() -> None:
    found = mentions("They buried Charlotte Venn. Neighbours liked Charlotte.")
    assert [(m.type, m.entity) for m in found] == [("person", "Charlotte Venn"), ("person", "Charlotte Venn")]


def test_new_stays_with_the_name() -> None:
    assert "New Okrin Press" in typed("A note in the New Okrin Press said so.")


def test_a_name_that_follows_at_is_a_place_throughout_the_document() -> None:
    assert typed(
        "Rockets hit the market at Sarn Keppel. Help for Sarn Keppel came late, from Upper Dorrin to Marrin."
    ) == {
        "Sarn Keppel": "place",
        "Upper Dorrin": "place",
    }


def test_who_speaks_is_a_person_though_once_stood_in() -> None:
    found = typed("Doubts grew in Harrel Dast. Later Harrel Dast said that he would go.")
    assert found["Harrel Dast"] == "person"


def test_a_dateline_names_a_place_its_country_and_its_outlet() -> None:
    found = typed("SARN KEPPEL, Velmara (Velmara Wire) - Rockets struck the market on Friday.")
    assert found == {"SARN KEPPEL": "place", "Velmara": "place", "Velmara Wire": "organization"}


def test_a_fragment_in_capitals_that_opens_with_of_is_no_mention() -> None:
    found = typed("MINISTRY OF THE INTERIOR OF VELMARA\nThe ministry keeps silent.")
    assert not any(name.startswith("OF") for name in found)


def test_of_whom_a_speaker_is_does_not_speak() -> None:
    assert "person" not in typed("The interior ministry of Velmara said that nobody fired.").values()


def test_names_that_the_model_marks_are_settled_by_tables() -> None:
    text = "Ansa Krill met Bashar al-Orm in Libya. The foreign minister of Libya left."
    spans = [
        ("Ansa Krill", "person"), ("Bashar al", "person"), ("Orm", "person"), ("Libya", "person"),
        ("foreign minister of Libya", "person"),
    ]  # fmt: skip
    names = [Named(text.index(w), text.index(w) + len(w), "person", 0.9) for w, _ in spans]
    found = [(m.text, m.type) for m in find_mentions(text, split(text), names)]
    assert ("Ansa Krill", "person") in found
    assert ("Bashar al-Orm", "person") in found
    assert ("Libya", "place") in found
    assert ("foreign minister of Libya", "role") in found
    assert ("Libya", "person") not in found


def test_a_brigade_is_no_person_and_sure_places_are_read_without_the_model() -> None:
    text = "The Orlan Brigade shelled Denver on Friday."
    start = text.index("Orlan Brigade")
    found = [(m.text, m.type) for m in find_mentions(text, split(text), [Named(start, start + 13, "person", 0.6)])]
    assert ("Orlan Brigade", "armed_group") in found
    assert ("Denver", "place") in found


def test_a_name_ends_with_a_short_line_and_runs_on_where_the_text_wraps() -> None:
    def found(text: str, *names: str) -> list[str]:
        marked = [Named(text.index(n), text.index(n) + len(n), "place", 0.9) for n in names]
        return [m.text for m in find_mentions(text, split(text), marked)]

    assert found("Rockets fell.\n\nSarn Okrin\nVellmark\n", "Sarn Okrin\nVellmark") == ["Sarn Okrin", "Vellmark"]
    wrapped = (
        "On Friday a column of six trucks was seen on the road that leads to Sarn\nOkrin, far from the front line."
    )
    assert found(wrapped, "Sarn\nOkrin") == ["Sarn\nOkrin"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The patrol boat Orla Venn sailed.", "equipment"),
        ("A tanker “Orla Venn” burned.", "equipment"),
        ("The captain Orla Venn sailed.", "person"),
        ("Friends of Orla Venn sailed.", "person"),
    ],
)
def test_a_ships_name_is_no_person(text: str, kind: str) -> None:
    at = text.index("Orla Venn")
    found = find_mentions(text, split(text), [Named(at, at + 9, "person", 0.9)])
    assert {m.text: m.type for m in found}["Orla Venn"] == kind
