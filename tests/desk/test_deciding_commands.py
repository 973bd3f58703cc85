"""`sayso grade` and `sayso distrust`, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.desk.cli import app
from sayso.workbench import Case

WIRE = (
    "Outlet: Brackwater Wire\nPublished: 2031-05-04\n\nAn air strike on Corvane landing killed 12 people on Saturday.\n"
)
AGENCY = (
    "Outlet: Ostrel State Agency\nPublished: 2031-05-05\n\nThree people were killed at Corvane landing on Saturday.\n"
)


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAYSO_USER", "ann")
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "wire.txt").write_text(WIRE)
    (tmp_path / "agency.txt").write_text(AGENCY)
    with Case.new(tmp_path / "case") as made:
        list(made.add([str(tmp_path / "wire.txt"), str(tmp_path / "agency.txt")]))
    return tmp_path / "case"


def run(*words: str | Path) -> Result:
    done = CliRunner().invoke(app, [str(word) for word in words])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done


def test_what_stands_already_is_told_and_decided_no_second_time(case: Path) -> None:
    assert "is set aside. Undo with" in run("distrust", case, "Ostrel State Agency").stdout
    assert (
        "Ostrel State Agency is set aside already, by ann at" in run("distrust", case, "the Ostrel State Agency").stdout
    )
    assert "People killed: 12" in run("distrust", case, "ostrel state agency", "--off").stdout
    last = run("distrust", case, "Ostrel State Agency", "--off").stdout
    assert last == "Ostrel State Agency counts already; nothing is changed.\n"
    with Case.open(case) as again:
        assert [d.value for d in again.store.decisions() if d.kind == "distrust"] == [True, False]


def test_machines_get_the_decision_that_stands(case: Path) -> None:
    assert json.loads(run("distrust", case, "Brackwater Wire", "--off", "--json").stdout) is None
    made, stands = (
        json.loads(run("distrust", case, name, "--json").stdout) for name in ("Brackwater Wire", "brackwater wire")
    )
    assert made.keys() == stands.keys()
    assert made["id"] == stands["id"]
    assert made["changes"]["figures"]
    assert not any(stands["changes"][part] for part in ("figures", "gone", "new", "rows", "rows_back", "chances"))


def test_a_grade_says_what_it_changes_and_nothing_where_nothing_changes(case: Path) -> None:
    graded, moved, *_ = run("grade", case, "Brackwater Wire", "B2").stdout.replace("\u00a0", " ").splitlines()
    assert graded == "Brackwater Wire is graded B2 (ann)."
    assert moved.startswith("People killed: 3 – 3 – 12 (2 origins, contested) becomes 3 – 12 – 12")
    assert run("grade", case, "Brackwater Wire", "B3").stdout == "Brackwater Wire is graded B3 (ann).\n"
    told = json.loads(run("grade", case, "Ostrel State Agency", "A1", "--json").stdout)
    assert told["value"] == "A1"
    assert told["changes"]["figures"]["killed"]


def test_a_slip_of_the_pen_gets_a_hint(case: Path) -> None:
    assert "Perhaps Brackwater Wire is meant." in run("grade", case, "Brackwater_Wire", "B2").stderr
    assert run("grade", case, "BRACKWATER wire", "B2").stderr == ""
