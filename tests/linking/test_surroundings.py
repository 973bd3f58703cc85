from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.surroundings import beside, distance_km, halfway, links

LAT, LON = 33.5, 38.6


def ground(text: str, name: str = "Okrin") -> tuple[bool, float | None, float | None, float | None]:
    at = text.index(name)
    is_beside, area = beside(text, at, at + len(name), LAT, LON)
    if area is None:
        return is_beside, None, None, None
    return is_beside, area.lat, area.lon, area.radius_km


@pytest.mark.parametrize(
    ("text", "radius"),
    [
        ("They stood 20 kilometers from Okrin.", 20.0),
        ("They stood only 20 kilometres away from Okrin.", 20.0),
        ("They stood 5-10 km from the town of Okrin.", 10.0),
        ("They stood 1,200 metres from Okrin.", 1.2),
        ("They stood ten miles outside Okrin.", 16.093),
        ("A 55 km zone around Okrin was closed.", 55.0),
        ("A 55-kilometre deconfliction zone around Okrin was closed.", 55.0),
        ("All within 30 km of Okrin left.", 30.0),
        ("All in a radius of 12 kilometres around Okrin left.", 12.0),
    ],
)
def test_a_distance_is_a_circle(text: str, radius: float) -> None:
    assert ground(text) == (True, LAT, LON, radius)


@pytest.mark.parametrize(
    ("text", "north", "east"),
    [
        ("It fell 20 km north of Okrin.", 1, 0),
        ("It fell 12 miles (19 km) south-west of Okrin.", -1, -1),
        ("It fell 20 km to the east of Okrin.", 0, 1),
        ("It fell 30 kilometers northwest of Okrin.", 1, -1),
    ],
)
def test_a_distance_and_a_direction_are_ground_over_there(text: str, north: int, east: int) -> None:
    is_beside, lat, lon, radius = ground(text)
    assert is_beside
    assert lat is not None
    assert lon is not None
    assert radius is not None
    assert (round((lat - LAT) * 20) > 0) - (round((lat - LAT) * 20) < 0) == north
    assert (round((lon - LON) * 20) > 0) - (round((lon - LON) * 20) < 0) == east
    assert 1 <= radius < distance_km(LAT, LON, lat, lon)


@pytest.mark.parametrize(
    "text",
    [
        "It fell south of Okrin.", "It fell just east of Okrin.", "It fell near Okrin.", "It fell a few km from Okrin.",
        "It fell on Okrin's outskirts.", "It fell in the Okrin area.", "It fell on the outskirts of Okrin.",
    ],
)  # fmt: skip
def test_a_direction_or_nearness_leaves_the_ground_open(text: str) -> None:
    assert ground(text) == (True, None, None, None)


@pytest.mark.parametrize(
    "text", ["It fell in Okrin.", "They came from Okrin.", "In Okrin, 20 km of road were mined.", "Okrin said so."]
)
def test_the_place_itself_is_not_beside(text: str) -> None:
    assert ground(text) == (False, None, None, None)


def test_between_two_places_lies_a_circle() -> None:
    text = "The road between Okrin and Vellmar is cut."
    assert links(text, (17, 22), (27, 34))
    assert not links("Okrin and Vellmar are cut off.", (0, 5), (10, 17))
    area = halfway((33.0, 38.0), (34.0, 39.0))
    assert area is not None
    assert (area.lat, area.lon) == (33.5, 38.5)
    assert area.radius_km == pytest.approx(distance_km(33.0, 38.0, 34.0, 39.0) / 2, abs=0.1)
    assert halfway((33.0, 38.0), (55.0, 37.0)) is None
    assert halfway((33.0, 38.0), (33.0, 38.0)) is None


@given(st.floats(-89, 89), st.floats(-179, 179), st.integers(1, 300), st.sampled_from(["north", "south-east", "west"]))
def test_ground_over_there_lies_as_far_as_was_said(lat: float, lon: float, far: int, way: str) -> None:
    text = f"It fell {far} km {way} of Okrin."
    at = text.index("Okrin")
    _, area = beside(text, at, at + 5, lat, lon)
    assert area is not None
    assert -90 <= area.lat <= 90
    assert -180 <= area.lon <= 180
    assert distance_km(lat, lon, area.lat, area.lon) == pytest.approx(far, rel=0.02, abs=0.05)
