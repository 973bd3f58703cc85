from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

import sayso.knowledge.tables as tables
from sayso.knowledge.names import key
from sayso.knowledge.words import words

DATA = Path(tables.__file__).parent / "data"
OURS = [
    "actors.tsv",
    "conflict_places.tsv",
    "countries.tsv",
    "equipment.tsv",
    "equipment_families.tsv",
    "outlets.tsv",
    "peoples.tsv",
    "regions.tsv",
    "words.txt",
]


@pytest.mark.parametrize("name", OURS)
def test_every_file_says_its_licence_and_source(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    head = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
    assert "licence: CC0-1.0" in head
    assert "source" in head or "note:" in head or "as commonly reported" in head


@pytest.mark.parametrize("name", ["conflict_places.tsv", "countries.tsv", "regions.tsv"])
def test_positions_are_on_earth(name: str) -> None:
    lines = [x for x in (DATA / name).read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) > 150
    assert all(-90 <= float(r["lat"]) <= 90 and -180 <= float(r["lon"]) <= 180 for r in rows)
    counted = Counter(r.get("name") or r["iso"] for r in rows)
    assert [n for n, c in counted.items() if c > 1] == []


def test_conflict_places_name_what_they_rest_on() -> None:
    lines = [
        x for x in (DATA / "conflict_places.tsv").read_text(encoding="utf-8").splitlines() if not x.startswith("#")
    ]
    assert all(r["note"] for r in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize(
    ("names", "known"),
    [
        (("Hezbollah", "Hizbullah", "Hizballah", "حزب الله", "hezbollah"), "Hezbollah"),
        (("ISIL", "ISIS", "IS", "Daesh", "داعش", "the Islamic State"), "Islamic State"),
        (("PMU", "PMF", "Hashd al-Shaabi", "al-Hashd al-Sha'abi", "الحشد الشعبي"), "Popular Mobilization Forces"),
        (("Saraya al-'Areen", "Saraya Al-‘Areen", "Saraya al-Areen"), "Saraya al-Areen"),
        (("SOHR", "Syrian Observatory for Human Rights"), "Syrian Observatory for Human Rights"),
    ],
)
def test_aliases_of_one_actor(names: tuple[str, ...], known: str) -> None:
    assert {found.name if (found := tables.actor(n)) else None for n in names} == {known}


@pytest.mark.parametrize("name", ["is", "us", "Iran", "Okrin Front", ""])
def test_words_and_strangers_are_no_actors(name: str) -> None:
    assert tables.actor(name) is None


def test_near_names_are_different_actors() -> None:
    jihad, state = tables.actor("Islamic Jihad"), tables.actor("Islamic State")
    protection, defence = tables.actor("People's Protection Units"), tables.actor("People's Defence Forces")
    assert len({a.name for a in (jihad, state, protection, defence) if a}) == 4


def test_no_alias_belongs_to_two_actors() -> None:
    owners: dict[str, set[str]] = {}
    for each in tables.actors():
        for name in (each.name, *each.aliases):
            owners.setdefault(key(name), set()).add(each.name)
    assert {k: v for k, v in owners.items() if len(v) > 1} == {}
    names = {a.name for a in tables.actors()}
    assert {a.part_of for a in tables.actors() if a.part_of} <= names


def test_backing_is_always_worded_as_somebodys_word() -> None:
    backed = [a.backed_by for a in tables.actors() if a.backed_by]
    assert backed
    assert all("(" in b and ("claimed" in b or "stated" in b) for b in backed)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("reuters", "Reuters"),
        ("AP", "Associated Press"),
        ("The Associated Press", "Associated Press"),
        ("https://www.reuters.com/world/x", "Reuters"),
        ("news.bbc.co.uk", "BBC News"),
        ("Farsnews", "Fars News"),
        ("Okrin Herald", "Okrin Herald"),
    ],
)
def test_outlets_get_their_normal_name(written: str, name: str) -> None:
    assert tables.normal_outlet(written) == name


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("OKRIN (Reuters) - A bridge fell.", "Reuters"),
        ("AP — A bridge fell.", "Associated Press"),
        ("OKRIN, Velmar, AFP – A bridge fell.", "Agence France-Presse"),
        ("A bridge fell, Reuters reported.", None),
        ("A bridge fell. " * 40 + "(Reuters)", None),
    ],
)
def test_wire_tags(text: str, wire: str | None) -> None:
    assert tables.wire_tag(text) == wire


def test_systems_have_one_kind_and_no_shared_alias() -> None:
    owners: dict[str, set[str]] = {}
    for system in tables.systems():
        assert system.kind
        for name in system.spellings:
            owners.setdefault(name.removeprefix("="), set()).add(system.name)
    assert {k: v for k, v in owners.items() if len(v) > 1} == {}


def test_word_lists_have_sections() -> None:
    assert "President" in words("titles")
    assert "Brigade" in words("armed")
    with pytest.raises(KeyError):
        words("nothing of the kind")
