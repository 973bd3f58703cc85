from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.model.decoding import Floats, best_paths, legal, runs, softmax
from sayso.reading.model.tags import CUE_TAGS, NAME_TAGS, ROLE_TAGS

_SETS = [CUE_TAGS, NAME_TAGS, ROLE_TAGS]
_SMALL = [("O", "B-a", "I-a"), CUE_TAGS, ROLE_TAGS]


def may_stand(tags: Sequence[str], path: Sequence[int]) -> bool:
    """Written apart from the code: an inside follows its own beginning or inside, and opens no row."""
    names = ["O", *(tags[t] for t in path)]
    return all(not b.startswith("I-") or a in {f"B-{b[2:]}", b} for a, b in pairwise(names))


def total(scores: Floats, moves: Floats, path: Sequence[int]) -> float:
    return float(
        sum(scores[at, tag] for at, tag in enumerate(path))
        + (moves[-1, path[0]] if path else 0)
        + sum(moves[a, b] for a, b in pairwise(path))
    )


def best(tags: Sequence[str], scores: Floats, moves: Floats) -> list[int]:
    """Every legal sequence is tried; of equal ones that with the smaller tags, looked at from the end."""
    paths = [p for p in product(range(len(tags)), repeat=len(scores)) if may_stand(tags, p)]
    first = min(paths, key=lambda p: (-total(scores, moves, p), p[::-1]))
    return list(first)


@st.composite
def _tables(draw: st.DrawFn, span: int) -> tuple[tuple[str, ...], Floats, Floats, list[int]]:
    """Whole numbers, so that sums are exact and ties are true ties."""
    tags = draw(st.sampled_from(_SMALL))
    lengths = draw(st.lists(st.integers(0, 5 if len(tags) == 3 else 4), min_size=1, max_size=4))
    number = st.integers(-span, span)
    width = max(lengths) + draw(st.integers(0, 2))
    cells = len(lengths) * width * len(tags)
    scores = np.array(draw(st.lists(number, min_size=cells, max_size=cells)), dtype=np.float32)
    count = (len(tags) + 1) * len(tags)
    moves = np.array(draw(st.lists(number, min_size=count, max_size=count)), dtype=np.float32)
    return tags, scores.reshape(len(lengths), width, len(tags)), moves.reshape(-1, len(tags)), lengths


def check(tags: tuple[str, ...], scores: Floats, moves: Floats, lengths: list[int]) -> None:
    paths = best_paths(scores, legal(moves.tolist(), tags), lengths)
    assert paths.shape == scores.shape[:2]
    for row, path, size in zip(scores, paths.tolist(), lengths, strict=True):
        assert path[:size] == best(tags, row[:size], moves)
        assert path[size:] == [0] * (len(path) - size)


@settings(max_examples=80)
@given(_tables(span=50))
def test_the_best_path_is_the_best_of_all(table: tuple[tuple[str, ...], Floats, Floats, list[int]]) -> None:
    check(*table)


@settings(max_examples=80)
@given(_tables(span=1))
def test_of_equal_paths_the_same_one_is_taken(table: tuple[tuple[str, ...], Floats, Floats, list[int]]) -> None:
    check(*table)


@settings(max_examples=80)
@given(_tables(span=50), st.integers(0, 2**32 - 1))
def test_neither_other_rows_nor_what_stands_behind_the_length_matters(
    table: tuple[tuple[str, ...], Floats, Floats, list[int]], seed: int
) -> None:
    tags, scores, moves, lengths = table
    allowed = legal(moves.tolist(), tags)
    together = best_paths(scores, allowed, lengths).tolist()
    behind = np.arange(scores.shape[1]) >= np.array(lengths)[:, None]
    noise = np.random.default_rng(seed).integers(-5_000, 5_000, scores.shape).astype(np.float32)
    assert best_paths(np.where(behind[:, :, None], noise, scores), allowed, lengths).tolist() == together
    for at, size in enumerate(lengths):
        alone = best_paths(scores[at : at + 1, :size], allowed, [size]).tolist()
        assert alone[0] == together[at][:size]


@pytest.mark.parametrize("tags", _SETS)
@given(seed=st.integers(0, 2**32 - 1), width=st.integers(1, 40))
def test_forbidden_moves_are_never_taken(tags: tuple[str, ...], seed: int, width: int) -> None:
    draw = np.random.default_rng(seed)
    scores = draw.normal(0, 20, (3, width, len(tags))).astype(np.float32)
    scores[0, :, [t.startswith("I-") for t in tags]] += 100  # insides are wanted everywhere
    moves = draw.normal(0, 5, (len(tags) + 1, len(tags)))
    lengths = [width, max(1, width // 2), width]
    for path, size in zip(best_paths(scores, legal(moves.tolist(), tags), lengths).tolist(), lengths, strict=True):
        assert may_stand(tags, path[:size])


@pytest.mark.parametrize(("count", "width"), [(0, 5), (3, 0), (0, 0)])
def test_nothing_has_empty_paths(count: int, width: int) -> None:
    moves = legal(np.zeros((6, 5)).tolist(), CUE_TAGS)
    found = best_paths(np.zeros((count, width, 5), dtype=np.float32), moves, [0] * count)
    assert found.shape == (count, width)


@pytest.mark.parametrize("tags", _SETS)
def test_legal_keeps_what_may_be_and_forbids_the_rest(tags: tuple[str, ...]) -> None:
    moves = np.arange((len(tags) + 1) * len(tags), dtype=np.float32).reshape(-1, len(tags))
    allowed = legal(moves.tolist(), tags)
    assert allowed.shape == (len(tags) + 1, len(tags))
    assert allowed.dtype == np.float32
    for a, b in product(range(len(tags) + 1), range(len(tags))):
        before = "O" if a == len(tags) else tags[a]
        own = not tags[b].startswith("I-") or before in {f"B-{tags[b][2:]}", tags[b]}
        assert bool(allowed[a, b] == moves[a, b]) is own
        assert own or allowed[a, b] <= -1_000


@pytest.mark.parametrize(
    ("path", "begin", "found"),
    [
        ([], 1, []),
        ([0, 0], 1, []),
        ([1, 2, 2, 0, 1], 1, [(0, 3), (4, 5)]),
        ([1, 1, 2], 1, [(0, 1), (1, 3)]),
        ([2, 2, 0], 1, []),  # an inside without its beginning is nothing
        ([1, 0, 2], 1, [(0, 1)]),
        ([1, 3, 2], 1, [(0, 1)]),
        ([1, 2, 3, 4, 4], 3, [(2, 5)]),
        ([1, 2, 3, 4, 4], 1, [(0, 2)]),
        ([0, 3, 4, 1, 2], 3, [(1, 3)]),
    ],
)
def test_runs_by_hand(path: list[int], begin: int, found: list[tuple[int, int]]) -> None:
    assert runs(path, begin) == found


@given(st.lists(st.integers(0, 4), max_size=40))
def test_runs_of_a_legal_path_give_the_path_back(raw: list[int]) -> None:
    path: list[int] = []
    for tag in raw:
        path.append(tag if may_stand(CUE_TAGS, [*path, tag]) else 0)
    again = [0] * len(path)
    for begin in (1, 3):
        for low, high in runs(path, begin):
            again[low:high] = [begin, *[begin + 1] * (high - low - 1)]
    assert again == path


@given(st.lists(st.lists(st.floats(-80, 80, width=32), min_size=4, max_size=4), min_size=1, max_size=6))
def test_softmax_gives_shares(rows: list[list[float]]) -> None:
    shares = softmax(np.array(rows, dtype=np.float32))
    for row, got in zip(rows, shares.tolist(), strict=True):
        weight = [math.exp(v - max(row)) for v in row]
        assert got == pytest.approx([w / sum(weight) for w in weight], abs=1e-5)
        assert sum(got) == pytest.approx(1, abs=1e-5)


def test_softmax_stands_great_scores_and_every_shape() -> None:
    assert softmax(np.array([9_000, -9_000, 9_000], dtype=np.float32)).tolist() == [0.5, 0, 0.5]
    assert softmax(np.zeros((2, 3, 4), dtype=np.float32)).tolist() == [[[0.25] * 4] * 3] * 2
    assert softmax(np.zeros((0, 4), dtype=np.float32)).shape == (0, 4)
