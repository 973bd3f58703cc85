"""`sayso hypothesis` and what else people decide, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner

from sayso.desk.cli import app
from sayso.errors import UsageError
from sayso.workbench import Case

MATRIX = "evidence,Depot,Error,source\nFar away,I,C,Survey\nReported twice,I,CC,Inquiry\nBurned,C,N,Fire service\n"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAYSO_USER", "ann")
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "matrix.csv").write_text(MATRIX)
    with Case.new(tmp_path / "market") as made:
        list(made.import_file(tmp_path / "matrix.csv", who="ann"))
    return tmp_path / "market"


def run(*words: str | Path, stdin: str = "") -> str:
    done = CliRunner().invoke(app, [str(word) for word in words], input=stdin)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.stdout


def drawn(*words: str | Path) -> str:
    """What a list prints, none of its lines wider than the terminal."""
    text = run(*words)
    assert max(map(cell_len, text.splitlines())) <= 80
    return text


def told(*words: str | Path) -> Any:
    return json.loads(run(*words, "--json"))


def test_sources_are_left_out_by_name(case: Path) -> None:
    assert "Still ahead: Error." in drawn("hypothesis", "without", case, "Survey")
    found = told("hypothesis", "without", case, "Survey", "Inquiry")
    assert found["rows"] == ["Far away", "Reported twice"]
    assert found["verdict"]["leaders"] == ["Depot"]
    assert found["verdict"]["changes"] is True


def test_analysts_are_shown_side_by_side(case: Path) -> None:
    assert "nothing to compare" in CliRunner().invoke(app, ["hypothesis", "analysts", str(case)]).output
    run("hypothesis", "rate", case, "Burned", "Depot", "II", "--analyst", "Bo")
    text = drawn("hypothesis", "analysts", case)
    assert "Burned | Depot: Bo II, ann C" in text
    assert "pooled" in text
    assert [v["analyst"] for v in told("hypothesis", "analysts", case)["analysts"]] == ["Bo", "ann"]


def test_indicators_go_their_way(case: Path) -> None:
    run(
        "hypothesis", "indicator", case, "Invoices = found", "--by", "2031-06-30", "--if", "Depot=CC", "--if", "Error=I"
    )
    assert "by 30 June 2031: open" in drawn("hypothesis", "indicators", case)
    run("hypothesis", "settle", case, "Invoices = found", "not", "--on", "2031-07-01")
    (one,) = told("hypothesis", "indicators", case)
    assert (one["state"], one["resolved"]) == ("did not happen", "2031-07-01")
    assert one["brier"] == pytest.approx(one["probability"] ** 2, abs=1e-5)
    assert "Mean Brier score of 1 settled indicator" in drawn("hypothesis", "indicators", case)
    wrong: list[list[str | Path]] = [
        ["settle", case, "Invoices = found", "perhaps"],
        ["indicator", case, "x", "--by", "2031-06-30", "--if", "CC"],
        ["indicator", case, "x", "--by", "June", "--if", "Depot=CC"],
    ]
    for words in wrong:
        with pytest.raises(UsageError):
            run("hypothesis", *words)


def test_closed_cases_are_reviewed(case: Path) -> None:
    run("hypothesis", "outcome", case, "Depot", "--note", "Inquiry of 2033")
    text = drawn("hypothesis", "review", case)
    assert "Turned out true: Depot." in text
    assert "Reported twice (Inquiry)" in text
    found = told("hypothesis", "review", case)
    assert found["brier"] == pytest.approx(found["cases"][0]["brier"])
    assert found["cases"][0]["true"] == ["Depot"]


def test_links_show_in_the_list(case: Path) -> None:
    run("hypothesis", "link", case, "Depot", "Error")
    text = " ".join(drawn("hypothesis", "list", case).split())
    assert "Depot and Error may hold together; one or more of them:" in text
    assert "Fewest rows to leave out before Depot leads" in text
    found = told("hypothesis", "list", case)
    assert {"matrix", "verdict", "proposed", "panel", "indicators", "post_mortem"} <= set(found)
    assert found["matrix"]["links"] == [{"first": "Depot", "second": "Error", "kind": "overlaps"}]


def test_evidence_without_a_claim_is_written_down(case: Path) -> None:
    run("hypothesis", "evidence", case, "Craters", "--grade", "B2", "--source", "Survey")
    with Case.open(case) as opened:
        matrix = opened.matrix()
    assert matrix is not None
    assert (matrix.evidence[-1].name, matrix.evidence[-1].grade) == ("Craters", "B2")


def test_own_words_and_redaction(case: Path, tmp_path: Path) -> None:
    run("write", case, "assessment", "-", stdin="Ivo Senn was there.\n")
    run("sensitive", case, "Ivo Senn")
    run("report", case, "-o", tmp_path / "r.html")
    assert "Ivo Senn was there." in (tmp_path / "r.html").read_text(encoding="utf-8")
    run("report", case, "-o", tmp_path / "r.html", "--redact", "--no-copies", "--yardstick", "phia")
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "Senn" not in page
    assert "PHIA" in page
    run("sensitive", case, "Ivo Senn", "--public")
    run("report", case, "-o", tmp_path / "r.html", "--redact")
    assert "Ivo Senn was there." in (tmp_path / "r.html").read_text(encoding="utf-8")
    with pytest.raises(UsageError, match="untouched bytes"):
        run("export", case, "--to", "wacz", "-o", tmp_path / "x.wacz", "--redact")
