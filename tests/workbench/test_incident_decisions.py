"""People settle incidents: merged, moved, chosen, undone; nothing proposed writes over it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.desk.cli import app
from sayso.errors import UsageError
from sayso.workbench import Case

REPORTS = {
    "mill": ("2031-05-07", "Three people were killed when the mill at Vell burned on Tuesday, the mayor said."),
    "mill-two": ("2031-05-08", "The mill at Vell burned down on Tuesday. The mayor, Ida Brandt, said that three were killed."),
    "bus": ("2031-06-20", "Five people were hurt when a bus overturned at Orm on Friday, police said."),
}  # fmt: skip


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case of two happenings."""
    source = tmp_path / "reports.jsonl"
    rows = [{"id": name, "text": text, "published": day} for name, (day, text) in REPORTS.items()]
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf8")
    with Case.new(tmp_path / "case") as opened:
        list(opened.add([str(source)]))
    return tmp_path / "case"


def parted(case: Case) -> set[frozenset[str]]:
    return {frozenset(g.documents) for g in case.incident_groups()}


PROPOSED = {frozenset({"mill", "mill-two"}), frozenset({"bus"})}


def test_incidents_are_merged_split_and_moved_and_each_can_be_undone(case: Path) -> None:
    with Case.open(case, write=True) as opened:
        assert parted(opened) == PROPOSED
        opened.merge_incidents("mill", "bus", who="ida")
        assert parted(opened) == {frozenset(REPORTS)}
        opened.move_document("mill-two", None, who="ida")
        assert parted(opened) == {frozenset({"mill", "bus"}), frozenset({"mill-two"})}
        opened.move_document("bus", "mill-two", who="ida")
        assert parted(opened) == {frozenset({"mill"}), frozenset({"bus", "mill-two"})}
        for _ in range(3):
            opened.undo(who="ida")
        assert parted(opened) == PROPOSED
        assert opened.view().decisions == ()


def test_a_decision_holds_when_documents_come(case: Path, tmp_path: Path) -> None:
    with Case.open(case, write=True) as opened:
        opened.move_document("mill-two", None, who="ida")
        late = tmp_path / "late.txt"
        late.write_text("The mill at Vell burned on Tuesday, and three people were killed, said the mayor, Ida Brandt.")
        list(opened.add([str(late)]))
        assert frozenset({"mill-two"}) in parted(opened)


def test_the_incident_that_a_case_is_about_is_chosen_or_named(case: Path) -> None:
    def hurt(opened: Case, incident: str | None = None) -> float | None:
        return opened.view(incident=incident).weighing.figures["injured"].best

    with Case.open(case, write=True) as opened:
        before = hurt(opened)
        assert hurt(opened, "bus") == 5
        opened.choose_incident("bus", who="ida")
        assert hurt(opened) == 5
        opened.undo(who="ida")
        assert hurt(opened) == before != 5


def test_what_makes_no_sense_is_refused_in_a_sentence(case: Path) -> None:
    with Case.open(case, write=True) as opened:
        for wrong in (
            lambda: opened.merge_incidents("mill", "mill-two", who="ida"),
            lambda: opened.merge_incidents("mill", "nowhere", who="ida"),
            lambda: opened.move_document("nothing", None, who="ida"),
            lambda: opened.move_document("bus", None, who="ida"),
            lambda: opened.move_document("mill", "mill-two", who="ida"),
            lambda: opened.split_incident((), who="ida"),
            lambda: opened.choose_incident("nowhere", who="ida"),
            lambda: opened.view(incident="nowhere"),
        ):
            with pytest.raises(UsageError, match=r"\.$"):
                wrong()
        assert parted(opened) == PROPOSED


def test_at_the_desk(case: Path) -> None:
    run = CliRunner()
    for words in (
        ["merge", str(case), "mill", "bus"],
        ["move", str(case), "bus"],
        ["choose", str(case), "bus"],
    ):
        done = run.invoke(app, ["incident", *words, "--who", "ida", "--json"])
        assert done.exit_code == 0, done.output
        assert json.loads(done.stdout)["kind"] == "incident"
    shown = run.invoke(app, ["show", str(case), "figures", "--json"])
    assert json.loads(shown.stdout)["figures"]["injured"]["best"] == 5
    named = run.invoke(app, ["show", str(case), "figures", "--json", "--incident", "mill"])
    assert json.loads(named.stdout)["figures"]["killed"]["best"] == 3
    listed = run.invoke(app, ["show", str(case), "incidents", "--json"])
    assert {frozenset(i["documents"]) for i in json.loads(listed.stdout)["incidents"]} == PROPOSED
