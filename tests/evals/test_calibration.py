"""Calibration: bins, their error, and agreement with the scorer."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from evals import calibration, readings
from evals.attribution import CLAIM
from evals.calibration import binned, ece, ece_interval, judged, outermost, reliability

TEXT = "Dorn said the bridge is closed. Police said the road is open."
GOLD = {
    "id": "x",
    "text": TEXT,
    "attributions": [
        {"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 30]]},
        {"source": [[32, 38]], "cue": [[39, 43]], "content": [[44, 60]]},
    ],
}


def claim(source: tuple[int, int], content: tuple[int, int], score: float, within: str | None = None) -> dict[str, Any]:
    spans = [{"start": start, "end": end} for start, end in (source, (5, 9), content)]
    return {"source": spans[0], "cue": spans[1], "content": spans[2:], "score": score, "within": within}


READING = {
    "claims": [claim((0, 4), (10, 30), 0.9), claim((0, 4), (44, 60), 0.4, "c-1"), claim((32, 38), (44, 60), 0.8)]
}


def test_a_claim_is_right_by_content_and_source() -> None:
    # The second has the content of one and the source of another, and stands in its place.
    assert judged(GOLD, READING | {"claims": READING["claims"][:2]}) == [(0.9, True), (0.4, False)]
    assert judged(GOLD, outermost(READING)) == [(0.9, True), (0.8, True)]


def test_the_outlets_own_voice_is_not_judged() -> None:
    own = claim((0, 4), (10, 30), 0.9) | {"source": None, "cue": None}
    assert judged(GOLD, {"claims": [own]}) == []


def test_scores_fall_into_tenths_and_one_into_the_last() -> None:
    table = binned([[(0.0, False), (0.099, True)], [(0.3, True), (0.7, True), (1.0, False)]])
    assert table.shape == (2, 10, 3)
    counts = table.sum(axis=0)[:, 0]
    assert [number for number, count in enumerate(counts) if count] == [0, 3, 7, 9]
    assert table[0, 0].tolist() == pytest.approx([2, 0.099, 1])


def test_the_error_is_the_gap_of_each_bin_weighed_by_its_claims() -> None:
    units = [[(0.9, True), (0.9, True), (0.9, False), (0.2, False)]]
    assert ece(binned(units).sum(axis=0)) == pytest.approx((abs(2.7 - 2) + 0.2) / 4)
    assert ece(binned([[]]).sum(axis=0)) == 0.0


def test_a_calibrated_reader_has_no_error_and_a_sure_wrong_one_all() -> None:
    assert ece_interval([[(0.5, True), (0.5, False)]] * 3) == pytest.approx((0.0, 0.0, 0.0))
    assert ece_interval([[(1.0, False)]] * 3) == pytest.approx((1.0, 1.0, 1.0))


def test_the_interval_comes_from_documents() -> None:
    value, low, high = ece_interval([[(0.6, True)], [(0.6, True)], [(0.6, False)], [(0.6, False)]])
    assert value == pytest.approx(0.1)
    assert low <= value < high <= 0.6


def test_the_lines_show_ten_bins_and_brier() -> None:
    lines = reliability("made-up", [[(0.95, True), (0.95, False)]])
    assert all(line.startswith("#") for line in lines)
    assert len(lines) == 12
    assert lines[10].split() == ["#", "0.9-1.0", "2", "0.950", "0.500"]
    assert lines[1].split() == ["#", "0.0-0.1", "0", "-", "-"]
    assert "Brier 0.453" in lines[11]
    assert lines[11].endswith("0.250")


def scorer(hits: int, claims: int) -> ModuleType:
    made = ModuleType("score")
    result = {"p": hits / claims, "r": hits / 2, "f1": 0.0, "gold": 2, "predicted": claims}
    made.__dict__["attribution"] = lambda *_: {CLAIM: result}
    return made


def test_the_scorer_must_agree(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    reading = outermost(READING)
    monkeypatch.setattr(readings, "found", lambda *_: [reading])
    (row,) = calibration.measure("made-up", scorer(2, 2), [GOLD])
    assert (row.key, row.system, row.n, row.smaller_is_better) == ("made-up | ECE", "sayso", 2, True)
    assert row.value == pytest.approx(0.15)
    assert "ECE 0.150" in capsys.readouterr().out
    with pytest.raises(RuntimeError, match="x: the scorer counts 1 right claims"):
        calibration.measure("made-up", scorer(1, 2), [GOLD])


def test_no_claims_give_no_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "found", lambda *_: [{"claims": []}])
    empty = ModuleType("score")
    empty.__dict__["attribution"] = lambda *_: {CLAIM: {"p": 0.0, "r": 0.0, "gold": 2, "predicted": 0}}
    assert calibration.measure("made-up", empty, [GOLD]) == []
