"""Certainty: values at words, errors and correlation, and labels matched to claims."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from evals import certainty
from evals.certainty import Judged, at_words, closest, denials, judged, pearson_interval, stance_rows, value_rows

from sayso.reading.model.marks import Seen
from sayso.reading.model.windows import Window

TEXT = "Dorn said the bridge is closed and the road is open."


def seen(window: Window, base: float) -> Seen:
    size = window.last - window.first
    fact = np.stack([np.full(size, -9), base + np.arange(size), 100 + base + np.arange(size)], axis=1)
    none = np.zeros((size, 1), dtype=np.float32)
    return Seen(window, none, none, none, fact.astype(np.float32))


def test_a_value_comes_from_the_window_that_owns_the_word() -> None:
    views = [seen(Window(0, 4, 0, 3), 0), seen(Window(2, 6, 3, 6), 10)]
    assert at_words(views, [(2, 0), (3, 0), (5, 1)]) == [2.0, 11.0, 113.0]


def test_a_word_that_no_window_owns_is_an_error() -> None:
    with pytest.raises(KeyError):
        at_words([seen(Window(0, 4, 0, 3), 0)], [(3, 0)])


def test_pearson_is_that_of_all_pairs_whatever_the_units() -> None:
    pairs = [(1.0, 2.0), (2.0, 1.5), (3.0, 4.0), (4.0, 3.5), (5.0, 7.0)]
    r, low, high = pearson_interval([pairs[:2], pairs[2:3], pairs[3:]])
    assert r == pytest.approx(np.corrcoef(np.array(pairs).T)[0, 1])
    assert low <= r <= high
    assert pearson_interval([[(1.0, 2.0), (1.0, 3.0)]])[0] == 0.0


def test_errors_are_averaged_over_targets_not_sentences() -> None:
    units = [[(0.0, 3.0)], [(1.0, 1.0), (2.0, 2.0)], []]
    error, r = value_rows("made-up", "sayso", units)
    assert (error.metric, error.value, error.n, error.smaller_is_better) == ("MAE", 1.0, 3, True)
    assert (r.metric, r.smaller_is_better) == ("Pearson r", False)
    assert [row.metric for row in value_rows("made-up", "mean", units, varies=False)] == ["MAE"]


def claim(words: str, **stance: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {
        "source": None,
        "cue": {"start": 5, "end": 9},
        "content": [{"start": start, "end": start + len(words)}],
    } | stance


GOLD = [[10, 30]]  # the bridge is closed


def test_the_claim_with_the_most_shared_content_is_taken() -> None:
    near, exact = claim("bridge is closed"), claim("the bridge is closed")
    assert closest(TEXT, GOLD, [near, exact]) is exact
    assert closest(TEXT, GOLD, [exact, claim("the bridge is closed")]) is exact


def test_less_than_half_is_no_match_and_half_is() -> None:
    assert closest(TEXT, GOLD, [claim("closed")]) is None
    assert closest(TEXT, GOLD, []) is None
    half = claim(TEXT[10:20])
    assert closest(TEXT, GOLD, [half]) is half


def test_labels_are_paired_by_text_and_index_and_own_voice_does_not_count() -> None:
    gold = [{"id": "x", "text": TEXT, "attributions": [{"content": [[35, 51]]}, {"content": GOLD}]}]
    said, own = claim("the bridge is closed"), claim("the road is open") | {"cue": None}
    labels = [{"id": "x", "attribution": 1}, {"id": "x", "attribution": 0}]
    pairs = judged(labels, gold, [{"claims": [own, said]}])
    assert [p.label for p in pairs] == labels
    assert pairs[0].said is said
    assert pairs[1].said is None


def label(sure: str, polarity: str = "affirmed", **alternative: str) -> dict[str, str]:
    return {"certainty": sure, "polarity": polarity} | alternative


PAIRS = [
    Judged(label("certain"), label("certain")),
    Judged(label("probable"), label("possible")),
    Judged(label("certain", alternative="unknown"), label("unknown")),
    Judged(label("unknown", "denied"), label("unknown")),
    Judged(label("certain", "denied"), label("certain", "denied")),
    Judged(label("possible"), None),
]


def test_only_what_was_matched_counts() -> None:
    rows = {row.metric: row for row in stance_rows("made-up", "sayso", PAIRS)}
    assert {row.n for row in rows.values()} == {5}
    assert {name: round(row.value, 2) for name, row in rows.items()} == {
        "polarity": 0.8, "certainty": 0.6, "certainty or alternative": 0.8, "stance": 0.6, "stance or alternative": 0.8,
    }  # fmt: skip


def test_nothing_matched_gives_no_rows() -> None:
    assert stance_rows("made-up", "sayso", [PAIRS[-1]]) == []


def test_without_an_alternative_nothing_but_the_label_is_right() -> None:
    right = certainty.METRICS["certainty or alternative"]
    assert not right(label("certain"), label("possible"))
    assert right(label("certain", alternative="possible"), label("possible"))
    assert right(label("certain"), label("certain"))


def test_denials_are_counted() -> None:
    assert denials(PAIRS) == "2 denied, 1 called so, 1 both"
