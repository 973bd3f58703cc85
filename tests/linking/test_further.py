from __future__ import annotations

from sayso.collect.gazetteers import parse_gazetteer
from sayso.knowledge.compiling import compile_index
from sayso.knowledge.gazetteer import Gazetteer
from sayso.linking.further import further_places
from sayso.records import Document, Mention, Reading

TABLE = b"name,lat,lon\nOkrin,33.5,38.6\nal-Vellmar,33.6,38.7\nOld Tarn Bridge,33.7,38.8\nSyrian,35,38\n"
ADDED = Gazetteer(compile_index(parse_gazetteer(TABLE, "t.csv").places, b"d" * 32))


def found(text: str, *mentions: Mention) -> list[str]:
    reading = Reading(document=Document(id="d", sha256="", text=text), mentions=mentions)
    places = further_places(reading, ADDED)
    assert all(text[p.start : p.end] == p.text for p in places)
    return [p.text for p in places]


def test_names_behind_words_that_lead_to_a_place() -> None:
    assert found("Smoke near Okrin Ridge, then in al-Vellmar and over Nowhere.") == ["Okrin", "al-Vellmar"]


def test_a_name_anywhere_else_is_none() -> None:
    assert found("Okrin spoke. A Syrian came from an Okrin of Syrian descent.") == []


def test_what_belongs_to_a_person_stays_theirs() -> None:
    text = "A letter from Okrin Tarn came."
    assert found(text) == ["Okrin"]
    assert found(text, Mention(start=14, end=24, text="Okrin Tarn", type="person")) == []


def test_a_facility_that_it_knows_is_a_place() -> None:
    text = "Old Tarn Bridge fell."
    assert found(text, Mention(start=0, end=15, text="Old Tarn Bridge", type="facility")) == ["Old Tarn Bridge"]
