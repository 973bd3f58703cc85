"""Shared text: the measures hold their bounds, and every shared run stands word for word in both texts."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.linking.shingles import candidate_pairs, containment, jaccard, shared_runs, shingles, words

WORDS = st.lists(
    st.sampled_from(["river", "bridge", "mill", "orchard", "ferry", "smoke", "tower", "lantern"]), max_size=40
)


def test_words_prove_themselves_and_keep_to_the_spans() -> None:
    text = "The Ferry’s bell — rang twice.\nÖrn's mill burned."
    cut = words(text)
    assert [text[a:b].casefold() for a, b in zip(cut.starts, cut.ends, strict=True)] == list(cut.keys)
    assert cut.keys == ("the", "ferry’s", "bell", "rang", "twice", "örn's", "mill", "burned")
    assert words(text, [(31, len(text))]).keys == ("örn's", "mill", "burned")


def test_known_measures() -> None:
    a = shingles(["one", "two", "three", "four", "five", "six"])
    b = shingles(["two", "three", "four", "five", "six", "seven"])
    assert (len(a), len(b)) == (2, 2)
    assert jaccard(a, b) == 1 / 3
    assert containment(a, b) == 0.5
    assert len(shingles(["short", "text"])) == 1
    assert len(shingles([])) == 0
    assert jaccard(shingles([]), shingles([])) == 0


@given(WORDS, WORDS)
def test_measures_are_shares_and_a_text_is_like_itself(a: list[str], b: list[str]) -> None:
    first, second = shingles(a), shingles(b)
    assert jaccard(first, second) == jaccard(second, first)
    assert 0 <= jaccard(first, second) <= min(1, containment(first, second)) + 1e-12
    if a:
        assert jaccard(first, first) == 1


@given(WORDS, WORDS)
@settings(max_examples=60)
def test_shared_runs_stand_in_both_and_do_not_overlap(a: list[str], b: list[str]) -> None:
    end = 0
    for run in shared_runs(a, b, 3):
        assert a[run.a_start : run.a_end] == b[run.b_start : run.b_end]
        assert run.a_end - run.a_start >= 3
        assert run.a_start >= end
        end = run.a_end


def test_candidates_are_the_pairs_that_share() -> None:
    texts = ["a b c d e f g", "x a b c d e f", "m n o p q r s", "a b c d e y z"]
    sets = [shingles(t.split()) for t in texts]
    assert candidate_pairs(sets, least=1) == [(0, 1, 2), (0, 3, 1), (1, 3, 1)]
    assert candidate_pairs(sets, least=2) == [(0, 1, 2)]
    assert candidate_pairs([]) == []


def test_a_phrase_in_very_many_texts_still_joins_them_in_a_chain() -> None:
    same = shingles(["nine", "words", "that", "every", "one", "of", "these", "texts", "holds"])
    pairs = {(a, b) for a, b, _ in candidate_pairs([same] * 40, least=1)}
    assert {(i, i + 1) for i in range(39)} <= pairs
    assert len(pairs) < 40 * 39 / 2 / 2


def test_shingles_are_the_same_in_every_process() -> None:
    code = (
        "from sayso.linking.shingles import shingles; print(shingles('a ferry left the mill at dawn'.split()).tolist())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
