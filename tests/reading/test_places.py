from __future__ import annotations

from sayso.reading.mentions import find_mentions
from sayso.reading.places import find_places
from sayso.records import Mention


def names(text: str) -> list[str]:
    bounds = ((0, len(text)),)
    return [p.name for p in find_places(text, bounds, find_mentions(text, bounds))]


def test_places_are_found_and_not_resolved() -> None:
    text = "Shells fell near Khan Sheikhoun in Syria."
    bounds = ((0, len(text)),)
    places = find_places(text, bounds, find_mentions(text, bounds))
    assert [p.text for p in places] == ["Khan Sheikhoun", "Syria"]
    assert all(p.lat is None and p.lon is None and p.geonameid is None for p in places)
    assert all(text[p.start : p.end] == p.text for p in places)


def test_an_area_in_front_of_a_body_is_a_place_too() -> None:
    assert names("The California Department of Roads closed it.") == ["California"]


def test_a_facility_counts_when_a_gazetteer_knows_it() -> None:
    assert names("Missiles struck Shayrat Airbase.") == ["Shayrat Airbase"]
    assert names("Missiles struck Okrin Airbase.") == []


def test_a_place_taken_for_a_person_is_a_place_where_no_person_stands() -> None:
    text = "After the Khan Sheikhoun attack, Khan Sheikhoun was silent."
    person = [Mention(start=10, end=24, text="Khan Sheikhoun", type="person"),
              Mention(start=33, end=47, text="Khan Sheikhoun", type="person")]  # fmt: skip
    assert [p.start for p in find_places(text, ((0, len(text)),), person)] == [10]


def test_a_place_that_nobody_knows_is_none_when_it_is_a_person_elsewhere() -> None:
    text = "Vorrick spoke. It came from Vorrick."
    found = [Mention(start=0, end=7, text="Vorrick", type="person"),
             Mention(start=28, end=35, text="Vorrick", type="place")]  # fmt: skip
    assert find_places(text, ((0, len(text)),), found) == ()
    assert len(find_places(text, ((0, len(text)),), found[1:])) == 1
