"""Several analysts: combined ratings, agreement, disputes, pooled probabilities."""

from __future__ import annotations

import math

import msgspec
import pytest

from sayso.explaining import combined, mean_step, panel, parse_matrix, score, with_analysts
from sayso.records import Consistency, Matrix


def _matrix(text: str) -> Matrix:
    return parse_matrix(text, "m")


ANN = _matrix("e,A,B\n1,CC,I\n2,C,I\n3,N,N\n")
BO = _matrix("e,A,B\n1,CC,I\n2,I,C\n3,,\n")


@pytest.mark.parametrize(
    ("ratings", "stands"),
    [
        (["CC"], "CC"),
        (["CC", "C", "II"], "C"),
        (["C", "CC"], "C"),
        (["I", "II"], "I"),
        (["C", "I"], "N"),
        (["NA", "C"], "NA"),
        (["NA", "C", "C"], "C"),
    ],
)
def test_the_median_stands_and_leans_to_neutral(ratings: list[Consistency], stands: Consistency) -> None:
    assert combined(ratings) == stands


def test_means_are_over_those_to_whom_it_applies() -> None:
    assert mean_step(["CC", "II", "NA"]) == 0
    assert mean_step(["C", "CC"]) == 1.5
    assert mean_step(["NA"]) is None


def test_squares_are_of_the_mean_as_open_synthesis_has_it() -> None:
    whole = _matrix("e,A,B\n1,I,C\n")
    row = msgspec.structs.replace(whole.evidence[0], means=(-1.5, 1.0))
    verdict = score(msgspec.structs.replace(whole, evidence=(row,)), "squared")
    assert [h.scores["squared"] for h in verdict.hypotheses] == [2.25, 0]


def test_analysts_stand_side_by_side() -> None:
    found = panel({"Bo": BO, "Ann": ANN}, ANN)
    assert [view.analyst for view in found.analysts] == ["Ann", "Bo"]
    assert [view.rated for view in found.analysts] == [6, 4]
    ann, bo = (view.probabilities for view in found.analysts)
    # .9 x .7 against .3 x .3, and with the second row turned .9 x .3 against .3 x .7.
    assert ann == pytest.approx((0.875, 0.125))
    assert bo == pytest.approx((0.27 / 0.48, 0.21 / 0.48))
    assert found.pooled == pytest.approx([(a + b) / 2 for a, b in zip(ann, bo, strict=True)])
    assert math.fsum(found.pooled) == pytest.approx(1)
    assert [(cell.evidence, cell.hypothesis, cell.spread) for cell in found.cells] == [("2", "A", 2), ("2", "B", 2)]
    assert found.cells[0].ratings == {"Ann": "C", "Bo": "I"}


def test_agreement_by_hand() -> None:
    # Four cells with two ratings each, in steps: (2,2) (-1,-1) (1,-1) (-1,1).
    # Observed: (4 + 4) x 2 / (2 - 1) / 8 = 2. All values: sum 2, squares 14: 2 x (8 x 14 - 4) / (8 x 7).
    found = panel({"Ann": ANN, "Bo": BO}, ANN)
    assert found.agreement == pytest.approx(1 - 2 / (2 * (8 * 14 - 4) / 56), abs=1e-6)
    assert panel({"Ann": ANN, "Bo": ANN}, ANN).agreement == 1


def test_intervals_reach_to_every_analyst() -> None:
    verdict = with_analysts(score(ANN), panel({"Ann": ANN, "Bo": _matrix("e,A,B\n1,II,CC\n2,II,CC\n3,,\n")}, ANN))
    assert verdict.hypotheses[0].low == pytest.approx(1 / 82)
