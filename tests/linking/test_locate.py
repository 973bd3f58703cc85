from __future__ import annotations

import pytest

from sayso.linking.places import locate
from sayso.linking.surroundings import distance_km
from sayso.reading.mentions import find_mentions
from sayso.reading.places import find_places
from sayso.records import Document, PlaceMention, Reading


def located(text: str) -> dict[str, PlaceMention]:
    bounds = ((0, len(text)),)
    found = find_mentions(text, bounds)
    reading = Reading(
        document=Document(id="d", sha256="0" * 64, text=text),
        mentions=found,
        places=find_places(text, bounds, found),
        sentences=bounds,
    )
    return {p.text: p for p in locate(reading).places}


@pytest.mark.parametrize(
    ("text", "name", "country", "lat", "lon"),
    [
        ("Shots were heard in Paris.", "Paris", "FR", 48.85, 2.35),
        ("Shots were heard in Paris, Texas.", "Paris", "US", 33.66, -95.55),
        ("Planes left al-Shayrat in Syria.", "al-Shayrat", "SY", 34.49, 36.91),
        ("Trucks reached Tripoli in Lebanon.", "Tripoli", "LB", 34.43, 35.84),
        ("Trucks reached Tripoli in Libya.", "Tripoli", "LY", 32.89, 13.19),
        ("Guns were heard in Kharkiv.", "Kharkiv", "UA", 49.98, 36.25),
        ("It fell in Bab al-Hawa.", "Bab al-Hawa", "SY", 36.24, 36.68),
        ("A Syrian officer fled to Deir al-Zor.", "Deir al-Zor", "SY", 35.34, 40.14),
        ("Homs was calm. Shells hit Tripoli, Lebanon, and then Tripoli again.", "Tripoli", "LB", 34.43, 35.84),
    ],
)
def test_where_a_place_is(text: str, name: str, country: str, lat: float, lon: float) -> None:
    place = located(text)[name]
    assert place.country == country
    assert place.lat is not None
    assert place.lon is not None
    assert distance_km(place.lat, place.lon, lat, lon) < 30


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("They were 20 kilometers from al-Tanf.", "al-Tanf", "offset"),
        ("They were 12 miles (19 km) north-east of Homs.", "Homs", "offset"),
        ("They camped south of Aleppo.", "Aleppo", "offset"),
        ("They camped near Aleppo.", "Aleppo", "offset"),
        ("They camped in Aleppo.", "Aleppo", "settlement"),
        ("They camped in Syria.", "Syria", "country"),
        ("They camped in Texas.", "Texas", "admin"),
        ("They camped in southern Syria.", "Syria", "admin"),
        ("They camped in Idlib province.", "Idlib", "admin"),
        ("They camped in the Homs area.", "Homs", "offset"),
        ("They struck al-Shayrat.", "al-Shayrat", "point"),
    ],
)
def test_how_precise_a_place_is(text: str, name: str, precision: str) -> None:
    assert located(text)[name].precision == precision


@pytest.mark.parametrize(
    "text",
    [
        "Damascus denied it.", "Damascus has repeatedly accused them.", "It is backed by Damascus.",
        "Talks with Damascus failed.", "Damascus' allies came.",
    ],
)  # fmt: skip
def test_a_capital_that_speaks_is_no_scene(text: str) -> None:
    spoke, struck = located(text)["Damascus"], located("Shells hit Damascus.")["Damascus"]
    assert spoke.lat == struck.lat
    assert (spoke.scene, struck.scene) == (False, True)
    assert spoke.score <= 0.3 < struck.score


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        ("DAMASCUS (Gulf Wire) - Shells hit a mill in Homs on Monday.", False),
        ("(Damascus) - Shells hit a mill in Homs on Monday.", False),
        ("DAMASCUS - Shells hit a mill in Syria on Monday.", True),
        ("DAMASCUS (Gulf Wire) - Shells hit a mill on Monday.", True),
        ("Shells hit a mill in Homs. The ministry in Damascus was silent.", False),
        ("Shells hit a mill in Homs, and another in Damascus.", True),
    ],
)
def test_a_capital_in_a_dateline_is_no_scene_where_another_town_is_named(text: str, scene: bool) -> None:
    assert located(text)[text[text.lower().index("damascus") :][:8]].scene is scene


def test_what_a_dateline_puts_a_town_in_is_never_another_town() -> None:
    assert located("ORREL DUN, Karvia (Gulf Wire) - Shells hit a mill in Orrel Dun.")["Karvia"].lat is None
    assert located("HOMS, Syria (Gulf Wire) - Shells hit a mill.")["Syria"].precision == "country"


def test_a_name_in_capitals_is_called_as_it_stands_elsewhere() -> None:
    found = located("ORREL DUN, Velmara (Gulf Wire) - Shells hit a mill in Orrel Dun.")
    assert found["ORREL DUN"].name == found["Orrel Dun"].name == "Orrel Dun"


def test_a_month_is_no_place() -> None:
    text = "TRIPOLI, Nov 6 (Gulf Wire) - A boat sank near Homs on 6 Nov, the navy said."
    assert set(located(text)) == {"TRIPOLI", "Homs"}


def test_areas_beside_a_place_are_stated() -> None:
    near = located("They were 20 kilometers from al-Tanf.")["al-Tanf"]
    assert near.area is not None
    assert (near.area.lat, near.area.lon, near.area.radius_km) == (near.lat, near.lon, 20.0)
    ends = located("The road between Homs and Hama was cut.")
    assert ends["Homs"].precision == ends["Hama"].precision == "offset"
    assert ends["Homs"].area == ends["Hama"].area is not None
    assert ends["Homs"].lat != ends["Hama"].lat
    assert located("A deal between Syria and Iraq was signed.")["Syria"].area is None


def as_read(text: str, name: str) -> PlaceMention:
    """One place of a text in which reading found just that."""
    at = text.index(name)
    document = Document(id="d", sha256="0" * 64, text=text)
    place = PlaceMention(start=at, end=at + len(name), text=name, name=name)
    (found,) = locate(Reading(document=document, places=(place,))).places
    return found


@pytest.mark.parametrize("name", ["Sinjaar", "Senjaar", "سنجر", "Синжар"])
def test_a_spelling_that_nobody_lists_is_placed_by_its_sound_where_the_country_is_named(name: str) -> None:
    assert as_read(f"Iraqi units camped near {name}.", name).country == "IQ"
    assert as_read(f"Units camped near {name}.", name).lat is None


def test_a_camp_that_nobody_lists_is_placed_at_its_town() -> None:
    place = as_read("Iraqi units left Sinjar military base.", "Sinjar military base")
    assert (place.country, place.precision) == ("IQ", "settlement")


def test_a_name_means_its_bearer_before_a_city_that_it_translates() -> None:
    place = as_read("Staff of the White House left.", "White House")
    assert (place.name, place.country) == ("White House", "US")


def test_an_unknown_place_keeps_null() -> None:
    reading = Reading(
        document=Document(id="d", sha256="0" * 64, text="In Qzxvville it rained."),
        places=(PlaceMention(start=3, end=13, text="Qzxvville ", name="Qzxvville"),),
    )
    (place,) = locate(reading).places
    assert (place.lat, place.lon, place.country, place.geonameid, place.score) == (None, None, None, None, 0.0)


def test_a_reading_without_places_comes_back_as_it_is() -> None:
    reading = Reading(document=Document(id="d", sha256="0" * 64, text=""))
    assert locate(reading) is reading


def test_same_input_same_output() -> None:
    text = "From Tripoli to Homs, near Aleppo and in Paris, Texas, they heard of Syria."
    assert located(text) == located(text)
