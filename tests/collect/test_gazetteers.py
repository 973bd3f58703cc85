from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.collect.gazetteers import Gazetteered, parse_gazetteer
from sayso.errors import InputRefused

GEONAMES = "77\tOkrín\tOkrin\tOkryn,أوكرين\t33.5\t38.6\tP\tPPL\tSY\t\t01\t\t\t\t1200\t\t640\tAsia/Damascus\t2031-03-09"
WOF = "1108779077\tlocality\tOkrin\tOkryn|أوكرين\t33.5\t38.6\t1200"
CSV = "Place;Latitude;Longitude;Aliases;name_ar\nOkrin;33,5;38,6;Okryn | Ocrin;أوكرين\n"
GEOJSON = json.dumps(
    {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": {"name": "Okrin", "name:ar": "أوكرين", "aliases": ["Okryn"]},
             "geometry": {"type": "Point", "coordinates": [38.6, 33.5]}},
        ],
    }
)  # fmt: skip


def parsed(text: str | bytes, **told: str) -> Gazetteered:
    return parse_gazetteer(text if isinstance(text, bytes) else text.encode(), "places.txt", **told)


@pytest.mark.parametrize(
    ("form", "text"), [("geonames", GEONAMES), ("whosonfirst", WOF), ("csv", CSV), ("geojson", GEOJSON)]
)
def test_every_form_gives_the_same_place(form: str, text: str) -> None:
    found = parsed(text)
    assert (found.form, found.refused) == (form, ())
    (place,) = found.places
    assert (round(place.lat, 3), round(place.lon, 3), place.kind) == (33.5, 38.6, "settlement")
    assert {"okrin", "okryn", "اوكرين"} <= set(place.keys)
    assert any(key.startswith("~") for key in place.keys)


def test_what_a_dump_says_of_a_place_is_kept() -> None:
    (place,) = parsed(GEONAMES).places
    assert (place.name, place.country, place.population, place.geonameid) == ("Okrín", "SY", 1200, 77)


@pytest.mark.parametrize(
    ("word", "kind"), [("region", "admin"), ("county", "district"), ("campus", "facility"), ("hamlet", "settlement")]
)
def test_placetypes_are_kinds(word: str, kind: str) -> None:
    assert parsed(WOF.replace("locality", word)).places[0].kind == kind


def test_packed_files_are_unpacked() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as out:
        out.writestr("readme.txt", "not a table")
        out.writestr("SY.txt", GEONAMES)
    assert parsed(packed.getvalue()) == parsed(gzip.compress(GEONAMES.encode())) == parsed(GEONAMES)


def test_an_area_is_put_at_the_middle_of_its_extent() -> None:
    square = [[[38.0, 33.0], [39.0, 33.0], [39.0, 34.0], [38.0, 33.0]]]
    feature = {
        "type": "Feature",
        "properties": {"NAME": "Okrin Basin"},
        "geometry": {"type": "Polygon", "coordinates": square},
    }
    (place,) = parsed(json.dumps(feature)).places
    assert (place.lat, place.lon) == (33.5, 38.5)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Okrin,95,38.6", "outside"), ("Okrin,x,38.6", "decimal degrees"), ("Okrin,,", "no coordinates"),
        (",33.5,38.6", "no name"), ("Okrin,0,0", "unknown positions"), ("Okrin,nan,38.6", "outside"),
    ],
)  # fmt: skip
def test_a_wrong_row_is_refused_by_its_line_and_the_rest_is_taken(row: str, why: str) -> None:
    found = parsed(f"name,lat,lon\nVellmar,10,20\n{row}\nTarn,11,21\n")
    assert [p.name for p in found.places] == ["Vellmar", "Tarn"]
    (refused,) = found.refused
    assert refused.name == "places.txt, line 3"
    assert why in refused.reason


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"", "empty"), (b"\xff\xfe\x00", "not UTF-8"), (b"name,lat\nOkrin,33\n", "no column for lon"),
        (b"{]", "no JSON"), (b'{"a": 1}', "without features"), (b"name,lat,lon\nOkrin,x,y\n", "holds no place"),
        (b"\x1f\x8bnothing", "unpacked"), (b"PK\x03\x04nothing", "unpacked"), (b"just words", "no column"),
    ],
)  # fmt: skip
def test_what_is_no_gazetteer_is_refused_in_a_sentence(text: bytes, why: str) -> None:
    with pytest.raises(InputRefused, match=why):
        parsed(text)


def test_the_country_is_that_of_places_known_at_the_same_spot() -> None:
    rows = [("Homs", 34.73, 36.72), ("Hama", 35.13, 36.75), ("Aleppo", 36.2, 37.16), ("Damascus", 33.51, 36.29),
            ("Latakia", 35.53, 35.79), ("Okrin", 33.5, 38.6)]  # fmt: skip
    text = "\n".join(f"{n}\tlocality\t{name}\t\t{lat}\t{lon}\t" for n, (name, lat, lon) in enumerate(rows, 1))
    found = parsed(text)
    assert found.country == "SY"
    assert {p.country for p in found.places} == {"SY"}
    assert parsed(WOF).country is None
    assert parsed(WOF, country="SY").places[0].country == "SY"


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = parsed(text.encode("utf-8", "replace"))
    except InputRefused:
        return
    assert found.places
