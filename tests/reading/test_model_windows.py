from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.model.pieces import MOST, cut_units, layout
from sayso.reading.model.windows import CONTEXT, LIMIT, Window, plan
from sayso.reading.model.words import Words, split_words
from sayso.reading.sentences import split

_UNIT = LIMIT - 2 * CONTEXT
_COSTS = st.one_of(
    st.lists(st.integers(1, _UNIT), max_size=120),
    st.lists(st.integers(1, 30), max_size=300),
    st.lists(st.sampled_from([1, CONTEXT, CONTEXT + 1, _UNIT]), max_size=120),  # where one more piece would not fit
    st.lists(st.one_of(st.just(1), st.just(_UNIT)), max_size=300),
)


@st.composite
def _settings(draw: st.DrawFn) -> tuple[list[int], int, int]:
    context = draw(st.integers(0, 12))
    limit = draw(st.integers(4 * context + 1, 4 * context + 40))
    return draw(st.lists(st.integers(1, limit - 2 * context), max_size=60)), limit, context


def owned(windows: list[Window]) -> list[int]:
    return [at for w in windows for at in range(w.core_first, w.core_last)]


def check(costs: list[int], limit: int, context: int) -> None:
    windows = plan(costs, limit, context)
    assert owned(windows) == list(range(len(costs)))  # each once, in order
    for w in windows:
        assert 0 <= w.first <= w.core_first < w.core_last <= w.last <= len(costs)
        assert sum(costs[w.first : w.last]) <= limit
    assert plan(costs, limit, context) == windows
    # Of two neighbours, what they own and what did not fit any more is never little.
    assert len(windows) <= 2 * sum(costs) // (limit - 3 * context) + 2


@settings(max_examples=300)
@given(_COSTS)
def test_every_unit_is_owned_once_and_no_window_is_too_large(costs: list[int]) -> None:
    check(costs, LIMIT, CONTEXT)


@settings(max_examples=300)
@given(_settings())
def test_so_it_is_for_every_limit(given_: tuple[list[int], int, int]) -> None:
    check(*given_)


@settings(max_examples=300)
@given(st.lists(st.integers(1, CONTEXT // 2), max_size=400))
def test_small_units_have_context_where_the_text_goes_on(costs: list[int]) -> None:
    windows = plan(costs)
    assert owned(windows) == list(range(len(costs)))
    for w in windows:
        before, behind = sum(costs[w.first : w.core_first]), sum(costs[w.core_last : w.last])
        # As many whole units as fit: one more would be over it.
        assert before <= CONTEXT
        assert w.first == 0 or before + costs[w.first - 1] > CONTEXT
        assert behind <= CONTEXT
        assert w.last == len(costs) or behind + costs[w.core_last - 1] > CONTEXT
    for w in windows[1:]:
        assert sum(costs[w.first : w.core_first]) > CONTEXT // 2
    for w in windows[:-1]:
        assert sum(costs[w.core_last : w.last]) > CONTEXT // 2


def test_the_edges_of_a_plan() -> None:
    assert plan([]) == []
    assert plan([1]) == [Window(0, 1, 0, 1)]
    assert plan([LIMIT // 2, LIMIT // 2]) == [Window(0, 2, 0, 2)]  # what fits is read at once
    assert plan([10] * 60) == [Window(0, 38, 0, 32), Window(26, 60, 32, 60)]


def test_small_windows_by_hand() -> None:
    assert plan([2] * 8, 8, 2) == [Window(0, 4, 0, 3), Window(2, 6, 3, 5), Window(4, 8, 5, 8)]


def test_twice_the_text_takes_twice_the_windows() -> None:
    for costs in ([1], [30], [_UNIT], [1] * 65 + [_UNIT], [64, _UNIT], [65, _UNIT, 1]):
        small, large = len(plan(costs * 200)), len(plan(costs * 2_000))
        assert small > 0
        assert large <= 10 * small + 10
    began = time.process_time()
    plan([1, 40, _UNIT, 3] * 50_000)
    assert time.process_time() - began < 6


# In words


@st.composite
def _documents(draw: st.DrawFn) -> tuple[Words, list[int]]:
    sentence = st.tuples(st.integers(1, 400), st.sampled_from([" ", "\n", "\n\n"]))
    text = "".join("Ab" + " word" * (n - 1) + "." + gap for n, gap in draw(st.lists(sentence, max_size=25)))
    words = split_words(text, split(text))
    sizes = draw(st.one_of(st.just(1), st.just(MOST), st.none()))
    if sizes is not None:
        return words, [sizes] * len(words.starts)
    seed = draw(st.randoms(use_true_random=False))
    return words, [seed.choice((1, 1, 1, 2, 3, MOST)) for _ in words.starts]


def cost(words: Words, sizes: list[int], first: int, last: int) -> int:
    return sum(sizes[first:last]) + sum(at in words.breaks for at in range(first, last))


@settings(max_examples=60)
@given(_documents())
def test_units_are_sentences_and_long_ones_are_cut(document: tuple[Words, list[int]]) -> None:
    words, sizes = document
    units = cut_units(words, sizes)
    assert [at for a, b in units for at in range(a, b)] == list(range(len(sizes)))
    assert all(a < b and cost(words, sizes, a, b) <= _UNIT for a, b in units)
    begun = {a for a, _ in units}
    assert begun >= set(words.sentence_starts)
    for before, (a, b) in pairwise(units):
        if a not in words.sentence_starts:  # cut only because the next word would not fit any more
            assert cost(words, sizes, *before) + cost(words, sizes, a, a + 1) > _UNIT
        assert not begun & set(range(a + 1, b))


@settings(max_examples=60)
@given(_documents())
def test_every_word_is_owned_once_and_fits(document: tuple[Words, list[int]]) -> None:
    words, sizes = document
    windows = layout(words, sizes)
    assert owned(windows) == list(range(len(sizes)))
    edges = {a for a, _ in cut_units(words, sizes)} | {len(sizes)}
    for w in windows:
        assert 0 <= w.first <= w.core_first < w.core_last <= w.last <= len(sizes)
        assert cost(words, sizes, w.first, w.last) <= LIMIT
        assert {w.first, w.core_first, w.core_last, w.last} <= edges
    assert len(windows) <= 2 * cost(words, sizes, 0, len(sizes)) // (LIMIT - 3 * CONTEXT) + 2
    assert layout(words, sizes) == windows


@settings(max_examples=60)
@given(st.lists(st.integers(1, 28), min_size=1, max_size=120))
def test_short_sentences_have_context_in_words_too(lengths: list[int]) -> None:
    text = " ".join("Ab" + " word" * (n - 1) + "." for n in lengths)  # at most 29 words each
    words = split_words(text, split(text))
    sizes = [1] * len(words.starts)
    assert len(words.sentence_starts) == len(lengths)
    windows = layout(words, sizes)
    for w in windows[1:]:
        assert CONTEXT - 29 < w.core_first - w.first <= CONTEXT
    for w in windows[:-1]:
        assert CONTEXT - 29 < w.last - w.core_last <= CONTEXT


def test_paragraph_breaks_take_their_room_too() -> None:
    text = "Denn left.\n\n" * 400
    words = split_words(text, split(text))
    sizes = [1] * len(words.starts)
    assert len(words.breaks) == 399
    windows = layout(words, sizes)
    assert owned(windows) == list(range(len(sizes)))
    assert all(LIMIT - 4 < cost(words, sizes, w.first, w.last) <= LIMIT for w in windows[:-1])


def test_a_sentence_without_end_is_cut_and_read_to_its_end() -> None:
    text = "word " * 5_000
    words = split_words(text, split(text))
    assert words.sentence_starts == [0]
    windows = layout(words, [1] * 5_000)
    assert owned(windows) == list(range(5_000))
    assert len(windows) < 5_000 / 64


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_nothing_has_no_windows(text: str) -> None:
    assert layout(split_words(text, split(text)), []) == []


def test_a_long_document_is_laid_out_in_linear_time() -> None:
    text = "Denn left the port at noon and nobody saw it.\n\n" * 20_000
    words = split_words(text, split(text))
    began = time.process_time()
    windows = layout(words, [2] * len(words.starts))
    assert time.process_time() - began < 6
    assert windows[-1].core_last == len(words.starts)
