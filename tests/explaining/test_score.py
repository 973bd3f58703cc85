"""Scores, ranks and what a verdict rests on."""

from __future__ import annotations

import json
import math
from pathlib import Path
from random import Random
from typing import cast

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.explaining.matrices import matrices

from sayso.errors import UsageError
from sayso.explaining import parse_matrix, score
from sayso.explaining.board import set_up, term
from sayso.explaining.ratings import METHODS
from sayso.records import AchMethod, Consistency, Evidence, Matrix, Verdict

VECTORS = Path(__file__).parents[3] / "shared" / "data" / "ach"
has_vectors = pytest.mark.skipif(not VECTORS.is_dir(), reason="the published matrices in ../shared/data are not here")


def _matrix(*rows: str, **more: str) -> Matrix:
    cells = [tuple(row.split()) for row in rows]
    return Matrix(
        hypotheses=tuple("ABCDEFG"[: len(cells[0])]),
        evidence=tuple(
            msgspec.convert({"name": f"E{n}", "cells": row, **more}, Evidence) for n, row in enumerate(cells, 1)
        ),
    )


def _scores(verdict: Verdict, method: AchMethod) -> list[float]:
    return [hypothesis.scores[method] for hypothesis in verdict.hypotheses]


@has_vectors
def test_published_matrices_come_out_exact() -> None:
    expected = json.loads((VECTORS / "expected.json").read_text(encoding="utf-8"))
    verdicts = {
        name: score(parse_matrix((VECTORS / f"{name}.csv").read_text(encoding="utf-8"), name), "counts")
        for name in expected
    }
    iraq = verdicts["iraq-1993"]
    assert _scores(iraq, "counts") == expected["iraq-1993"]["counts"]
    order = sorted(iraq.hypotheses, key=lambda hypothesis: hypothesis.rank)
    assert [hypothesis.name[:2] for hypothesis in order] == expected["iraq-1993"]["order"]
    flat = [number for number, row in enumerate(iraq.evidence, 1) if row.diagnosticity == 0]
    assert flat == expected["iraq-1993"]["non_diagnostic"]
    assert any(part.changes for part in iraq.without) is expected["iraq-1993"]["leave_one_out_changes_leader"]
    four = verdicts["two-by-four"]
    assert _scores(four, "parc") == expected["two-by-four"]["points (II 2, I 1)"]
    assert _scores(four, "counts") == expected["two-by-four"]["counts"]
    assert _scores(four, "squared") == expected["two-by-four"]["squared"]
    differ = verdicts["scorings-disagree"]
    assert _scores(differ, "squared") == expected["scorings-disagree"]["squared (Open Synthesis inconsistency)"]
    assert _scores(differ, "parc") == expected["scorings-disagree"]["points"]
    three = verdicts["three-by-three"]
    assert _scores(three, "parc") == expected["three-by-three"]["points"]
    assert three.leaders == (expected["three-by-three"]["leader"],)


def test_each_method_by_hand() -> None:
    verdict = score(_matrix("CC I", "N II", "NA C", credibility="high", relevance="high"))
    assert _scores(verdict, "counts") == [0, 2]
    assert _scores(verdict, "parc") == pytest.approx([0, 6])  # weight 2: (1 + 2) x 2
    assert _scores(verdict, "squared") == [0, 5]
    # P(e|h) squared by the weight: .9 .5 .5 against .3 .1 .7
    odds = ((0.9 * 0.5 * 0.5) / (0.3 * 0.1 * 0.7)) ** 2
    assert _scores(verdict, "bayes") == pytest.approx([math.log(odds), -math.log(odds)])
    assert verdict.hypotheses[0].probability == pytest.approx(odds / (1 + odds))


def test_priors_enter_as_log_odds() -> None:
    matrix = msgspec.structs.replace(_matrix("N N"), priors=(0.8, 0.2))
    assert [h.probability for h in score(matrix).hypotheses] == pytest.approx([0.8, 0.2])


def test_ties_are_kept_and_the_next_rank_skips() -> None:
    verdict = score(_matrix("I N N II", "N I N II", "N N I II"), "parc")
    assert [hypothesis.rank for hypothesis in verdict.hypotheses] == [1, 1, 1, 4]
    assert verdict.leaders == ("A", "B", "C")
    assert verdict.separated is False
    assert verdict.leaders_by_method["counts"] == ("A", "B", "C")


def test_leaders_are_separated_only_beyond_a_tenth_of_the_weight() -> None:
    # One row of ten apart is exactly a tenth; one of nine is more.
    ten = score(_matrix("N I", *["C C"] * 9), "counts")
    assert (ten.leaders, ten.separated, ten.contenders, ten.margin) == (("A",), False, ("A", "B"), 1.0)
    nine = score(_matrix("N I", *["C C"] * 8), "counts")
    assert (nine.leaders, nine.separated, nine.contenders, nine.margin) == (("A",), True, ("A",), 0.9)


def test_weight_follows_from_the_grade_unless_set_by_hand() -> None:
    def weight(**more: str) -> float:
        return score(_matrix("C I", **more)).evidence[0].weight

    assert weight() == 1
    assert weight(grade="B2") == pytest.approx(math.sqrt(2))
    assert weight(grade="B4") == pytest.approx(math.sqrt(0.5))
    assert weight(grade="F6") == 1
    assert weight(grade="F2") == pytest.approx(math.sqrt(2))
    assert weight(grade="E5", credibility="high") == pytest.approx(math.sqrt(2))
    assert weight(grade="B2", relevance="high") == pytest.approx(2)
    assert weight(credibility="0.25", relevance="low") == pytest.approx(0.25 * math.sqrt(0.5))


def test_diagnosticity_is_told_overall_and_between_the_leaders() -> None:
    verdict = score(_matrix("CC C N I II", "C C II II II", "C CC I II II"), "parc")
    first, second, third = verdict.evidence
    assert first.diagnosticity == pytest.approx(math.sqrt(2))
    assert verdict.leaders == ("A", "B")
    # The second row spreads widely and yet does not part the leaders.
    assert second.diagnosticity > first.diagnosticity
    assert (first.between_leaders, second.between_leaders, third.between_leaders) == (1, 0, 1)


def test_a_source_with_many_rows_may_decide_where_no_row_does() -> None:
    matrix = parse_matrix("e,A,B,source,origin\n1,N,I,Mail,o1\n2,N,I,Mail,o2\n3,I,N,Post,o3\n4,N,N,Post,o4\n", "m")
    verdict = score(matrix, "counts")
    assert verdict.leaders == ("A",)
    changed = {(part.kind, part.name): part.leaders for part in verdict.without if part.changes}
    assert changed[("source", "Mail")] == ("B",)
    assert changed[("row", "1")] == ("A", "B")
    assert ("source", "Post") not in changed
    assert [row.decides for row in verdict.evidence] == [True, True, False, False]


def test_ten_copies_in_one_origin_are_one_row() -> None:
    rows = ["e,A,B,origin", *[f"copy {n},N,II,wire" for n in range(10)], "own,I,C,field"]
    verdict = score(parse_matrix("\n".join(rows), "m"))
    once = score(parse_matrix("\n".join([rows[0], rows[1], rows[-1]]), "m"))
    assert [h.scores for h in verdict.hypotheses] == [h.scores for h in once.hypotheses]
    apart = score(parse_matrix("\n".join(row.replace(",wire", "") for row in rows), "m"))
    assert _scores(apart, "counts") == [1, 10]


def test_rows_of_one_origin_never_outweigh_its_strongest() -> None:
    def odds(*rows: str) -> float:
        return score(_matrix(*rows, origin="wire")).hypotheses[0].scores["bayes"]

    assert odds("C I", "CC II") == pytest.approx(odds("CC II"))
    # Two weak rows do not reach beyond one of their kind either; one that contradicts takes away.
    assert odds("C I", "C N") == pytest.approx(odds("C I"))
    assert odds("CC II", "I N") == pytest.approx(odds("CC II") + math.log(0.3 / 0.5))


def test_unrated_cells_widen_the_interval() -> None:
    def bounds(last: str) -> tuple[float, float, float]:
        found = score(parse_matrix(f"e,A,B\n1,C,I\n2,C,I\n3,N,{last}\n", "m")).hypotheses[1]
        assert found.low is not None
        assert found.high is not None
        return found.low, found.probability, found.high

    rated, unrated = bounds("N"), bounds("")
    assert rated[1] == unrated[1]
    # A step from I to II makes .3 x .1 against .7 x .7; without either row, and with it at N, .3 against .7 is left.
    assert (rated[0], rated[2]) == pytest.approx((3 / 52, 0.3), abs=1e-8)
    # The open cell at II makes .3 x .3 x .1 against .7 x .7 x .5.
    assert unrated[0] == pytest.approx(0.009 / (0.009 + 0.245), abs=1e-8)


def test_words_are_those_of_the_yardstick() -> None:
    matrix = _matrix("CC II", "CC II")
    assert [h.words for h in score(matrix).hypotheses] == ["almost certain", "almost no chance"]
    assert [h.words for h in score(matrix, yardstick="phia").hypotheses] == ["almost certain", "remote chance"]


def test_requests_that_make_no_sense_are_refused() -> None:
    good = _matrix("C I")
    with pytest.raises(UsageError, match="method"):
        score(good, cast("AchMethod", "guess"))
    with pytest.raises(UsageError, match="yardstick"):
        score(good, yardstick="tea leaves")
    for bad in (
        Matrix(hypotheses=("A",), evidence=()),
        Matrix(hypotheses=("A", "B"), evidence=(Evidence(name="x", cells=("C",)),)),
        msgspec.structs.replace(good, priors=(1.0, 0.0)),
        msgspec.structs.replace(good, priors=(0.5, 0.6)),
    ):
        with pytest.raises(UsageError):
            score(bad)


def test_a_matrix_nobody_has_rated_is_a_tie_of_all() -> None:
    verdict = score(parse_matrix("e,A,B,C\nx,,,\n", "m"))
    assert verdict.leaders == ("A", "B", "C")
    assert verdict.separated is False
    assert [h.probability for h in verdict.hypotheses] == pytest.approx([1 / 3] * 3)


def test_a_flood_of_evidence_neither_overflows_nor_rounds_to_nothing() -> None:
    verdict = score(_matrix(*["CC II N"] * 2000, credibility="high", relevance="high"))
    assert all(math.isfinite(value) for h in verdict.hypotheses for value in h.scores.values())
    assert math.fsum(h.probability for h in verdict.hypotheses) == pytest.approx(1)


@settings(max_examples=150, deadline=None)
@given(matrices(), st.sampled_from(METHODS))
def test_probabilities_sum_to_one_within_their_intervals(matrix: Matrix, method: AchMethod) -> None:
    verdict = score(matrix, method)
    assert math.fsum(h.probability for h in verdict.hypotheses) == pytest.approx(1, abs=1e-9)
    for hypothesis in verdict.hypotheses:
        assert 0 <= (hypothesis.low or 0) <= hypothesis.probability <= (hypothesis.high or 0) <= 1
    assert verdict.separated is (len(verdict.contenders) == 1)
    assert set(verdict.leaders) <= set(verdict.contenders)
    for part in verdict.without:
        assert math.fsum(part.probabilities) == pytest.approx(1, abs=1e-6)


@settings(max_examples=150, deadline=None)
@given(matrices(), st.sampled_from(METHODS), st.randoms(use_true_random=False))
def test_order_of_rows_and_columns_never_matters(matrix: Matrix, method: AchMethod, chance: Random) -> None:
    rows, columns = list(matrix.evidence), list(range(len(matrix.hypotheses)))
    chance.shuffle(rows)
    chance.shuffle(columns)
    other = score(
        Matrix(
            hypotheses=tuple(matrix.hypotheses[c] for c in columns),
            evidence=tuple(msgspec.structs.replace(row, cells=tuple(row.cells[c] for c in columns)) for row in rows),
        ),
        method,
    )
    verdict = score(matrix, method)
    assert {h.name: h for h in other.hypotheses} == {h.name: h for h in verdict.hypotheses}
    assert (set(other.leaders), other.separated) == (set(verdict.leaders), verdict.separated)
    assert {row.name: row for row in other.evidence} == {row.name: row for row in verdict.evidence}
    assert {(p.kind, p.name): (set(p.leaders), p.changes) for p in other.without} == {
        (p.kind, p.name): (set(p.leaders), p.changes) for p in verdict.without
    }


@settings(max_examples=150, deadline=None)
@given(
    matrices(),
    st.sampled_from(METHODS),
    st.sampled_from(["CC", "C", "N", "I", "II", "NA"]),
    st.sampled_from([None, "o", "p", "new"]),
)
def test_a_row_that_separates_nothing_never_changes_a_rank(
    matrix: Matrix, method: AchMethod, rating: Consistency, origin: str | None
) -> None:
    flat = Evidence(name="flat", cells=(rating,) * len(matrix.hypotheses), origin=origin, credibility="high")
    more = msgspec.structs.replace(matrix, evidence=(*matrix.evidence, flat))
    before, after = score(matrix, method), score(more, method)
    assert [h.ranks for h in after.hypotheses] == [h.ranks for h in before.hypotheses]
    assert [h.probability for h in after.hypotheses] == pytest.approx([h.probability for h in before.hypotheses])


@settings(max_examples=150, deadline=None)
@given(matrices(), st.sampled_from(METHODS), st.integers(0, 7), st.integers(1, 3))
def test_a_copy_in_the_same_origin_never_changes_anything(
    matrix: Matrix, method: AchMethod, which: int, times: int
) -> None:
    row = matrix.evidence[which % len(matrix.evidence)]
    if row.origin is None:
        row = msgspec.structs.replace(row, origin="given")
    rows = [row if other.name == row.name else other for other in matrix.evidence]
    copies = [msgspec.structs.replace(row, name=f"copy {n}") for n in range(times)]
    once = score(msgspec.structs.replace(matrix, evidence=tuple(rows)), method)
    often = score(msgspec.structs.replace(matrix, evidence=(*rows, *copies)), method)
    assert often.hypotheses == once.hypotheses
    assert (often.leaders, often.separated, often.margin) == (once.leaders, once.separated, once.margin)
    assert often.evidence[: len(rows)] == once.evidence
    assert [part for part in often.without if not part.name.startswith("copy")] == list(once.without)


@settings(max_examples=100, deadline=None)
@given(matrices(), st.sampled_from(METHODS))
def test_leaving_out_is_the_same_as_never_having_had(matrix: Matrix, method: AchMethod) -> None:
    verdict = score(matrix, method)
    for part in verdict.without:
        key = {"row": "name", "source": "source", "origin": "origin"}[part.kind]
        gone = [row for row in matrix.evidence if getattr(row, key) == part.name]
        if part.kind == "row" and gone[0].origin:
            # Copies of a row go with it.
            gone = [row for row in matrix.evidence if (row.origin, row.cells) == (gone[0].origin, gone[0].cells)]
        rest = tuple(row for row in matrix.evidence if row not in gone)
        alone = score(msgspec.structs.replace(matrix, evidence=rest), method)
        assert part.leaders == alone.leaders
        assert part.contenders == alone.contenders
        assert part.probabilities == pytest.approx([h.probability for h in alone.hypotheses], abs=1e-8)


def test_a_single_row_is_its_own_term() -> None:
    board = set_up(_matrix("C I"))
    assert term(board.items) == pytest.approx((math.log(0.7), math.log(0.3)))
