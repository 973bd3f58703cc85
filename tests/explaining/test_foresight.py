"""Indicators and the look back."""

from __future__ import annotations

import pytest

from sayso.explaining import as_row, brier, expected, look_back, overdue, parse_matrix, score, scored
from sayso.records import Indicator, IndicatorState


def _indicator(state: IndicatorState = "open", probability: float | None = 0.8) -> Indicator:
    return Indicator(
        says="Tracks are published",
        by="2031-06-30",
        ratings={"A": "CC", "B": "I"},
        who="ann",
        made="2031-01-01T00:00:00Z",
        probability=probability,
        state=state,
    )


def test_the_forecast_is_that_of_the_matrix() -> None:
    verdict = score(parse_matrix("e,A,B\n1,CC,II\n", "m"))  # .9 and .1
    assert expected({"A": "CC", "B": "I"}, verdict) == pytest.approx(0.9 * 0.9 + 0.1 * 0.3)
    # What is not rated is as likely as not.
    assert expected({"A": "CC"}, verdict) == pytest.approx(0.9 * 0.9 + 0.1 * 0.5)


@pytest.mark.parametrize(
    ("state", "score_"), [("open", None), ("happened", 0.04), ("did not happen", 0.64), ("cannot be told", None)]
)
def test_forecasts_are_scored_once_they_are_settled(state: IndicatorState, score_: float | None) -> None:
    assert scored(_indicator(state)).brier == (None if score_ is None else pytest.approx(score_))
    assert scored(_indicator(state, None)).brier is None


def test_a_settled_indicator_is_a_row_and_its_failing_is_the_opposite() -> None:
    names = ("A", "B", "C")
    assert as_row(_indicator(), names) is None
    assert as_row(_indicator("cannot be told"), names) is None
    happened, failed = as_row(_indicator("happened"), names), as_row(_indicator("did not happen"), names)
    assert happened is not None
    assert failed is not None
    assert happened.cells == ("CC", "I", None)
    assert failed.cells == ("II", "C", None)


def test_what_is_open_beyond_its_day_is_overdue() -> None:
    assert overdue([_indicator(), _indicator("happened")], "2031-07-01T08:00:00Z") == (_indicator(),)
    assert overdue([_indicator()], "2031-06-30") == ()


def test_brier_by_hand() -> None:
    chances = {"A": 0.6, "B": 0.3, "C": 0.1}
    assert brier(chances, ["A"]) == pytest.approx(0.16 + 0.09 + 0.01)
    assert brier(chances, ["A", "B"]) == pytest.approx(0.01 + 0.01)
    assert brier(chances, []) == pytest.approx(1 + 0.36 + 0.09 + 0.01)
    assert brier({"A": 1.0, "B": 0.0}, ["A"]) == 0
    assert brier({"A": 1.0, "B": 0.0}, ["B"]) == 2


def test_rows_that_misled_are_told_from_those_that_helped() -> None:
    matrix = parse_matrix("e,A,B,C,source\nhelped,CC,I,N,Mail\nmisled,II,C,N,Post\nsilent,N,N,CC,Post\n", "m")
    seen = look_back(matrix, {"A": 0.2, "B": 0.5, "C": 0.3}, ["A"], note=None, who="ann", when="2031-01-01")
    assert (seen.rival, seen.led) == ("B", False)
    assert [row.evidence for row in seen.misled] == ["misled"]
    assert [row.evidence for row in seen.helped] == ["helped"]
    assert seen.misled[0].pull == pytest.approx(-1.94591, abs=1e-5)  # ln (.1 / .7)
    assert seen.misled[0].source == "Post"
    assert seen.even == pytest.approx(4 / 9 + 2 / 9)
    nobody = look_back(matrix, {"A": 0.2, "B": 0.5, "C": 0.3}, [], note=None, who="ann", when="2031-01-01")
    assert (nobody.misled, nobody.led, nobody.rival) == ((), False, "B")
