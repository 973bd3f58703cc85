"""Search finds words as people type them, and shows where they stand in the true text."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.store import CaseStore
from sayso.store.searching import folded, matches_in, phrases, window

from .conftest import Make

CALM = settings(max_examples=60, deadline=None)


def found(case: CaseStore, words: str) -> list[str]:
    return [hit.document for hit in case.search(words)]


@pytest.fixture
def shelf(case: CaseStore, make: Make) -> CaseStore:
    case.keep(make("The Minister said six T-62 tanks were lost near Žilin on Friday.", name="en"))
    case.keep(make("قال المتحدّث إنّ الهُجُومَ وقع في الشّـــارع قرب المدرسة الأولى", name="ar", title="إعلان"))
    case.keep(make("Straße und Überfall: die Behörde schweigt.", name="de", title="Ministerium"))
    case.keep(make("Полиция заявила о взрыве. Сообщили ещё двое.", name="ru", title=None))
    case.keep(make("港口办公室说两艘船沉没了。", name="zh", title=None))
    return case


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("minister", ["en"]),
        ("MINISTER friday", ["en"]),
        ("minister monday", []),
        ("zilin", ["en"]),
        ("t-62", ["en"]),
        ('"t-62 tanks"', ["en"]),
        ('"tanks six"', []),
        ("minist*", ["en", "de"]),
        ("minist", []),
        ("strasse", ["de"]),
        ("UBERFALL behorde", ["de"]),
        ("ещё", ["ru"]),
        ("еще", ["ru"]),
        ("الهجوم", ["ar"]),
        ("هجوم", ["ar"]),
        ("والهجوم للمدرسة", ["ar"]),
        ("الهج*", ["ar"]),
        ("هجو", []),
        ("الشارع", ["ar"]),
        ("المدرسه الاولي", ["ar"]),
        ('"المدرسة الأولى"', ["ar"]),
        ("المتحدث ان", ["ar"]),
        ("اعلان", ["ar"]),
        ("两艘船", ["zh"]),
        ("船两", []),
        ("", []),
        ('"', []),
        ("***", []),
        ("AND OR NOT NEAR(a b) title:x ^y -z", []),
    ],
)
def test_words_are_found_however_they_are_written(shelf: CaseStore, words: str, names: list[str]) -> None:
    assert sorted(found(shelf, words)) == sorted(names)


def test_a_hit_shows_the_true_text(shelf: CaseStore) -> None:
    (hit,) = shelf.search("الهجوم المدرسه")
    text = shelf.documents()[1].text
    assert (hit.document, hit.outlet, hit.title) == ("ar", "Quell Gazette", "إعلان")
    assert [match.text for match in hit.matches] == ["الهُجُومَ", "المدرسة"]
    for passage in (hit.passage, *hit.matches):
        assert text[passage.start : passage.end] == passage.text
    assert hit.passage.start <= hit.matches[0].start


def test_a_match_in_the_title_alone_shows_the_beginning(shelf: CaseStore) -> None:
    (hit,) = shelf.search("ministerium")
    assert (hit.matches, hit.passage.start, hit.passage.text) == ((), 0, "Straße und Überfall: die Behörde schweigt.")


def test_a_long_text_is_shown_in_part_cut_at_spaces(case: CaseStore, make: Make) -> None:
    case.keep(make("word " * 500 + "the needle stands here " + "word " * 500))
    (hit,) = case.search("needle")
    assert 80 < len(hit.passage.text) < 200
    assert "needle stands here" in hit.passage.text
    assert set(hit.passage.text.split()) == {"word", "the", "needle", "stands", "here"}


def test_the_best_come_first_and_no_more_than_asked(case: CaseStore, make: Make) -> None:
    case.keep(make("A harbour, once, in a long text about many other things.", title=None))
    case.keep(make("Harbour harbour.", title="Harbour"))
    hits = case.search("harbour")
    assert [hit.title for hit in hits] == ["Harbour", None]
    assert hits[0].score > hits[1].score
    assert len(case.search("harbour", limit=1)) == 1
    assert case.search("harbour", limit=0) == []


def test_only_the_newest_text_is_searched(case: CaseStore, make: Make) -> None:
    case.keep(make("An old wording.", raw=b"<p>"))
    case.keep(make("A new phrasing.", raw=b"<p>", extractor="sayso-text/2"))
    assert found(case, "old") == []
    assert len(found(case, "new")) == 1


def test_a_hit_names_a_hundred_matches_at_most(case: CaseStore, make: Make) -> None:
    case.keep(make("harbour " * 500))
    (hit,) = case.search("harbour")
    assert len(hit.matches) == 100


@CALM
@given(st.text())
def test_matches_stand_where_they_say(text: str) -> None:
    for word in folded(text).split()[:5]:
        places = matches_in(text, [((word,), False)])
        assert places
        for start, end in places:
            assert word in folded(text[start:end]).split()  # one sign may be two words: a fraction
        first, last = window(text, places)
        assert 0 <= first <= last <= len(text)


def test_no_character_folds_to_something_that_folds_further() -> None:
    every = [chr(code) for code in range(0x30000) if not 0xD800 <= code < 0xE000]
    assert [char for char in every if folded(folded(char)) != folded(char)] == []


@example("0⼀")
@CALM
@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@CALM
@given(words=st.text(alphabet=st.sampled_from("ab\"*“”' ()-+:^{}\\\x00ÄéءAND")))
def test_nothing_typed_is_a_syntax_error(words: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(title, body, content='')")
    terms = ['"' + " ".join(parts) + '"' + ("*" if prefix else "") for parts, prefix in phrases(words)]
    if terms:
        connection.execute("SELECT rowid FROM words WHERE words MATCH ?", (" AND ".join(terms),)).fetchall()
    connection.close()
