"""Floors only ratchet up: a value below its floor fails the run, and a lower floor takes its own flag."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType

import pytest
from evals import __main__ as evals
from evals.scoring import Row, f1_interval, mean_interval, ratio_interval


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one made-up set, measured as .8."""
    (tmp_path / "score.py").write_text("", encoding="utf-8")
    (tmp_path / "data" / "made-up").mkdir(parents=True)
    monkeypatch.setattr(evals, "FLOORS", tmp_path / "floors.json")
    measure(monkeypatch, 0.8)
    return tmp_path / "data"


def measure(monkeypatch: pytest.MonkeyPatch, value: float, *, smaller: bool = False) -> None:
    def rows(_: Path, __: ModuleType) -> list[Row]:
        return [
            Row("made-up", "share", "sayso", value, None, None, 10, smaller),
            Row("made-up", "share", "baseline", 0.1, None, None, 10, smaller),
        ]

    monkeypatch.setattr(evals, "SETS", {"made-up": ("made-up", rows)})


def run(data: Path, *flags: str) -> int:
    return evals.main(["--data", str(data), *flags])


def floor(data: Path) -> float:
    found: dict[str, float] = json.loads((data.parent / "floors.json").read_text(encoding="utf-8"))
    return found["made-up | share"]


def test_a_fall_fails_and_the_floor_stays(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(data, "--raise-floors") == 0
    assert floor(data) == 0.8
    measure(monkeypatch, 0.79)
    assert run(data) == 1
    assert run(data, "--raise-floors") == 1
    assert floor(data) == 0.8
    assert run(data, "--lower-floors") == 0
    assert floor(data) == 0.79


def test_where_smaller_is_better_more_is_a_fall(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    measure(monkeypatch, 0.5, smaller=True)
    assert run(data, "--raise-floors") == 0
    measure(monkeypatch, 0.6, smaller=True)
    assert run(data) == 1


@pytest.mark.parametrize(("system", "held"), [("plain reader", True), ("sayso", False)])
def test_baselines_and_test_parts_are_held_to_no_floor(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], system: str, held: bool
) -> None:
    assert run(data, "--raise-floors") == 0
    row = Row("made-up", "share", system, 0.2, None, None, 10, held=held)
    monkeypatch.setattr(evals, "SETS", {"made-up": ("made-up", lambda _, __: [row])})
    assert run(data) == 0
    assert run(data, "--lower-floors") == 0
    assert floor(data) == 0.8
    assert "0.200" in capsys.readouterr().out


def test_rows_are_written_for_the_model_card(data: Path) -> None:
    target = data.parent / "out" / "rows.json"
    assert run(data, "--write", str(target)) == 0
    rows = json.loads(target.read_text(encoding="utf-8"))
    assert [(row["data"], row["metric"], row["system"], row["value"], row["low"], row["n"]) for row in rows] == [
        ("made-up", "share", "sayso", 0.8, None, 10),
        ("made-up", "share", "baseline", 0.1, None, 10),
    ]


def test_without_data_nothing_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "nowhere") == 0
    assert "nothing was measured" in capsys.readouterr().out


def test_intervals_hold_the_value() -> None:
    f1, low, high = f1_interval([(1, 2, 1, 1), (3, 3, 3, 4), (0, 1, 0, 1)])
    assert f1 == pytest.approx(2 * (4 / 6) * (4 / 6) / (8 / 6))
    assert low <= f1 <= high
    assert mean_interval([0.0, 1.0])[0] == 0.5
    assert ratio_interval([(1, 2), (3, 4)])[0] == pytest.approx(4 / 6)


def test_the_kept_floors_are_numbers_with_a_set_and_a_metric() -> None:
    kept = json.loads(Path(evals.__file__).with_name("floors.json").read_text(encoding="utf-8"))
    assert len(kept) > 20
    assert all(name.count(" | ") == 1 and isinstance(value, float) for name, value in kept.items())
