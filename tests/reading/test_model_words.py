from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.model.words import SHAPES, Words, split_words
from sayso.reading.sentences import split

_PIECES = [
    "Mira Denn", "said", " ", ". ", "\n\n", "\n", "\r\n", "\r\n\r\n", "\u2028", "\u2029", "\x85", "\x0b", "\x1c", "\t", "\xa0", "\u3000",
    "e\u0301", "\u0301\u0301", "\u200b", "\u200d", "\u200e", "\u202e", "\u2066", "\ufeff", "\xad", "\ud800", "\udfff", "\x00", "\x1b", "\x7f",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f3f4\U000e0067\U000e007f", "❤\ufe0f", "وقال الجيشُ", "軍は否定した。", "ﬁre", "İzmir", "ǅ",
    "ß", "½", "Ⅳ", "T-62", "12", "1,200", "_", "__init__", "''", "``", "'", '"', "“", "”", "«", "»", "„", "’", "(", ")", ".12 ", "x" * 41,
    "A" * 200, "नमस्ते", "ไม่", "𝔄rmy", "𐍈", "\ue000", "\uffff", "٣",
]  # fmt: skip
_TEXTS = st.one_of(st.lists(st.sampled_from(_PIECES), max_size=60).map("".join), st.text(st.characters(), max_size=80))


def cut(text: str) -> Words:
    return split_words(text, split(text))


def written(text: str, words: Words) -> list[str]:
    return [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)]


def part(text: str, word: str) -> tuple[int, bool, bool, bool]:
    """Case class, quoted, glued, first of its sentence: of the last place where `word` stands."""
    words = cut(text)
    at = len(words.starts) - 1 - written(text, words)[::-1].index(word)
    marks, case = divmod(words.shapes[at] - 1, 7)
    return case, bool(marks & 1), bool(marks & 2), bool(marks & 4)


def quoted(text: str) -> list[str]:
    words = cut(text)
    return [w for w, s in zip(written(text, words), words.shapes, strict=True) if (s - 1) // 7 & 1]


def check(text: str, sentences: tuple[tuple[int, int], ...]) -> None:
    words = split_words(text, sentences)
    assert len(words.starts) == len(words.ends) == len(words.shapes)
    covered = [at for a, b in zip(words.starts, words.ends, strict=True) for at in range(a, b)]
    assert covered == [at for at, c in enumerate(text) if not c.isspace()]  # in order, once each, no white space
    assert all(a < b for a, b in zip(words.starts, words.ends, strict=True))
    assert all(1 <= s < SHAPES for s in words.shapes)
    assert all(a < b for a, b in pairwise(words.sentence_starts))
    assert words.sentence_starts[:1] == ([0] if words.starts else [])
    assert all(at < len(words.starts) for at in words.sentence_starts)
    assert all(0 < at < len(words.starts) for at in words.breaks)
    first = {at for at, shape in enumerate(words.shapes) if (shape - 1) // 7 & 4}
    assert first == set(words.sentence_starts)
    glued = {at for at, shape in enumerate(words.shapes) if (shape - 1) // 7 & 2}
    assert glued == {at for at in range(1, len(words.starts)) if words.starts[at] == words.ends[at - 1]}
    assert split_words(text, sentences) == words


@settings(max_examples=300)
@given(_TEXTS)
def test_words_of_any_text_are_sound(text: str) -> None:
    check(text, split(text))


@given(_TEXTS)
def test_words_need_no_sentences(text: str) -> None:
    check(text, ())
    words = split_words(text, ())
    assert words.sentence_starts == ([0] if words.starts else [])


@given(_TEXTS, st.data())
def test_sentences_may_leave_gaps(text: str, data: st.DataObject) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    gappy = tuple((a, b) for a, b in zip(edges[::2], edges[1::2], strict=False))
    check(text, gappy)
    words = split_words(text, gappy)
    begun = {0, *(next((k for k, s in enumerate(words.starts) if s >= a), -1) for a, _ in gappy)} - {-1}
    assert words.sentence_starts == (sorted(begun) if words.starts else [])


@pytest.mark.parametrize("text", ["", " \n\t", "\r\n\r\n", "\u2028\x85\u3000"])
def test_what_holds_nothing_visible_has_no_words(text: str) -> None:
    assert cut(text) == Words([], [], [], [], frozenset())


def test_each_sentence_begins_at_its_own_word() -> None:
    text = "Denn left. Baro stayed. Orlan?"
    words = cut(text)
    assert [written(text, words)[at] for at in words.sentence_starts] == ["Denn", "Baro", "Orlan"]


def test_words_outside_the_sentences_belong_to_the_one_before() -> None:
    text = "Denn left. Baro stayed. Orlan slept."
    words = split_words(text, ((0, 10), (24, 36)))
    assert [written(text, words)[at] for at in words.sentence_starts] == ["Denn", "Orlan"]


def test_a_very_long_word_is_cut_and_stays_whole_together() -> None:
    text = "x" * 95
    words = cut(text)
    assert [b - a for a, b in zip(words.starts, words.ends, strict=True)] == [40, 40, 15]
    assert written("army_unit", cut("army_unit")) == ["army", "_", "unit"]


@pytest.mark.parametrize("between", ["\n\n", "\r\n\r\n", "\n \t\n", "\n\n\n\n"])
def test_a_paragraph_breaks_before_its_first_word(between: str) -> None:
    text = f"Denn left.{between}Baro stayed."
    words = cut(text)
    assert [written(text, words)[at] for at in words.breaks] == ["Baro"]


@pytest.mark.parametrize("between", ["\n", "\r\n", " "])
def test_a_line_alone_is_no_paragraph(between: str) -> None:
    assert cut(f"Denn left.{between}Baro stayed.").breaks == frozenset()
    assert cut("\n\n\nDenn left.\n\n\n").breaks == frozenset()  # nothing stands before the first


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Denn said “we left” then.", ["we", "left"]),
        ('Denn said "we left" then.', ["we", "left"]),
        ("Denn said ''we left'' then.", ["we", "left", "'"]),  # the pair closes at its second half
        ("Denn said ``we left'' then.", ["we", "left", "'"]),
        ("Denn said «we left» then.", ["we", "left"]),
        ("“One,” he said. “Two,” he said.", ["One", ",", "Two", ","]),
        ('"One," he said. "Two," he said.', ["One", ",", "Two", ","]),
        ("He's Denn's friend and they've left.", []),  # apostrophes alone open nothing
        ("The rebels' road and Denn's car.", []),
        ("No marks at all.", []),
    ],
)
def test_what_stands_inside_a_quotation_is_known(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


@pytest.mark.parametrize("mark", ["“", '"', "''", "«"])
@pytest.mark.parametrize("between", ["\n\n", "\r\n\r\n"])
def test_an_open_quotation_ends_with_its_paragraph(mark: str, between: str) -> None:
    text = f"Denn said {mark}we left.{between}Nobody saw it."
    assert quoted(text) == ["we", "left", "."]


def test_an_open_quotation_goes_on_over_a_line() -> None:
    assert quoted("Denn said “we left.\nNobody saw it.” Then.") == ["we", "left", ".", "Nobody", "saw", "it", "."]


def test_a_quotation_of_several_paragraphs_is_inside_in_each() -> None:
    text = '"We left.\n\n"It was dark," Denn said.'
    assert quoted(text) == ["We", "left", ".", "It", "was", "dark", ","]


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("!", 0), ("_", 0), ("\u200d", 0), ("\u0301", 0), ("\ud800", 0), ("12", 1), ("½", 1), ("٣", 1), ("army", 2), ("1st", 2), ("وقال", 2),
        ("軍", 2), ("ﬁre", 2), ("ß", 2), ("Army", 3), ("Émile", 3), ("İzmir", 3), ("ARMY", 4), ("T62", 4), ("АРМИЯ", 4), ("A", 5), ("İ", 5),
        ("ǅ", 5), ("McKay", 6), ("mRNA", 6), ("iPhone", 6),
    ],
)  # fmt: skip
def test_case_classes(word: str, case: int) -> None:
    assert part(f"so {word} so", word) == (case, False, False, False)


def test_a_footnote_digit_is_glued_and_begins_no_sentence() -> None:
    text = "It ended.12 The army left."
    assert part(text, "12") == (1, False, True, False)
    assert part(text, "The") == (3, False, False, True)
    assert part("It ended. 12 men left.", "12") == (1, False, False, True)


def test_a_mark_glued_to_its_word_is_told_from_one_that_stands_free() -> None:
    assert part("Denn , who left", ",") == (0, False, False, False)
    assert part("Denn, who left", ",") == (0, False, True, False)


@pytest.mark.parametrize(
    "text", ["a" * 400_000, "' " * 200_000, "“" * 200_000, "\n" * 400_000, "\n\na" * 100_000, "\u0301" * 300_000, "a b " * 100_000]
)  # fmt: skip
def test_hostile_text_takes_linear_time(text: str) -> None:
    began = time.process_time()
    split_words(text, ((0, len(text)),))
    assert time.process_time() - began < 6
