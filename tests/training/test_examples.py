"""Labels of characters become labels of words, and come out again; windows lose nothing."""

import random
from pathlib import Path

import pytest
from training.reader.corpora import aside, made_up, refined
from training.reader.examples import ALL_NAMES, Attribution, Labelled, Text, batches

from sayso.reading.model import loading
from sayso.reading.model.pieces import Pieces
from sayso.reading.model.tags import CUE_TAGS, NAME_TAGS, ROLE_TAGS

TEXT = "Colonel Brandt said on Friday that two tanks burned.\n\nThe ministry told Radio Vell: “Denn knew it sank.”"


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces((loading.FOLDER / "tokenizer.json").read_bytes())


def labelled(**more: object) -> Labelled:
    def at(words: str) -> tuple[int, int]:
        return TEXT.index(words), TEXT.index(words) + len(words)

    outer = Attribution(source=(at("The ministry"),), cue=at("told"), content=(at("“Denn knew it sank.”"),))
    inner = Attribution(source=(at("Denn"),), cue=at("knew"), content=(at("it sank"),), nested=True)
    first = Attribution(source=(at("Colonel Brandt"),), cue=at("said"), content=(at("that two tanks burned"),))
    return Labelled(id="t", text=TEXT, attributions=(first, outer, inner), **more)  # type: ignore[arg-type]


def word(text: Text, words: str) -> int:
    return text.span(TEXT.index(words), TEXT.index(words) + 1)[0]


def test_roles_come_out_as_they_went_in(pieces: Pieces) -> None:
    text = Text(labelled(), pieces)
    (window,) = text.windows()
    found = set()
    for first, last, tags in window.roles:
        said = [at for at, tag in enumerate(tags) if ROLE_TAGS[tag].endswith("content")]
        start, end = text.words.starts[said[0]], text.words.ends[said[-1]]
        found.add((TEXT[text.words.starts[first] : text.words.ends[last - 1]], TEXT[start:end]))
    assert found == {("said", "that two tanks burned"), ("told", "“Denn knew it sank.”"), ("knew", "it sank")}


def test_a_corpus_without_nested_marks_leaves_them_open(pieces: Pieces) -> None:
    closed = Text(labelled(marks_nested=True), pieces).cue_allowed
    open_ = Text(labelled(), pieces).cue_allowed
    assert closed is not None
    assert open_ is not None
    text = Text(labelled(), pieces)
    sank, friday, knew = word(text, "sank"), word(text, "Friday"), word(text, "knew")
    assert closed[sank] == 1 << CUE_TAGS.index("O")
    assert open_[sank] == 1 | 1 << CUE_TAGS.index("B-nested") | 1 << CUE_TAGS.index("I-nested")
    assert open_[friday] == 1
    assert closed[knew] == open_[knew] == 1 << CUE_TAGS.index("B-nested")


def test_names_may_be_left_open(pieces: Pieces) -> None:
    start = TEXT.index("Brandt")
    text = Text(labelled(names=((start, start + 6, "person"), (0, 7, None))), pieces)
    assert text.name_allowed is not None
    assert text.name_allowed[:3] == [ALL_NAMES, 1 << NAME_TAGS.index("B-person"), 1]


def test_windows_hold_every_word_once_and_cut_attributions_teach_nothing(pieces: Pieces) -> None:
    text = Text(labelled(), pieces)
    small = list(text.windows(limit=20))
    assert len(small) > 1
    assert sum(len(w.first) for w in small) == len(text.ids)
    assert all(len(tags) == len(w.first) for w in small for _, _, tags in w.roles)
    assert sum(len(w.roles) for w in small) <= 3


def test_batches_keep_kinds_apart_and_lose_no_window(pieces: Pieces) -> None:
    windows = [w for one in made_up(Path()) for w in Text(one, pieces).windows()]
    bare = list(Text(Labelled(id="n", text=TEXT, names=()), pieces).windows())
    made = batches([*windows, *bare], 2048, random.Random(1))
    assert sum(map(len, made)) == len(windows) + len(bare)
    for batch in made:
        assert len({w.cue_allowed is None for w in batch}) == 1
        assert len(batch) == 1 or len(batch) * max(len(w.pieces) for w in batch) <= 2048


def test_what_is_aside_hangs_on_the_name_alone() -> None:
    names = [f"text-{n}" for n in range(2000)]
    share = sum(aside(n, 5) for n in names) / len(names)
    assert 0.03 < share < 0.07
    assert [n for n in names if aside(n, 5)] == [n for n in reversed(names) if aside(n, 5)][::-1]


def test_tables_refine_types() -> None:
    assert refined("organization", "Third Valley Brigade") == "armed_group"
    assert refined("organization", "Ministry of Health") == "organization"
    assert refined("place", "Copper Hill Hospital") == "facility"
    assert refined("person", "Third Brigade") == "person"
