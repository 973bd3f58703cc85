from __future__ import annotations

from sayso.reading.mentions import find_mentions
from sayso.reading.places import find_places


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
