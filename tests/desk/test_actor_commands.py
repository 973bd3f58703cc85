"""`sayso actor`: merge, split, rename in a case, told in a sentence and undone."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from sayso.desk.cli import app
from sayso.errors import UsageError
from sayso.workbench import Case

TEXT = (
    "Outlet: Harbour Wire\nPublished: 2031-03-09\n\n"
    "The Dorrin Monitor said that nine people were killed. The Okrin Watch denied it.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with Case.new(tmp_path / "mill") as case:
        list(case.add([str(tmp_path / "a.txt")]))
    return tmp_path / "mill"


def sayso(*words: str | Path) -> str:
    done = CliRunner().invoke(app, [*map(str, words)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def names(folder: Path) -> set[str]:
    with Case.open(folder) as case:
        return {a.name for a in case.actors()}


def test_a_person_merges_splits_and_renames(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_USER", "sam")
    told = sayso("actor", "merge", folder, "Dorrin Monitor", "Okrin Watch", "--name", "The monitors")
    assert told.startswith("One actor now: The monitors. Undo with: sayso undo ")
    assert names(folder) == {"The monitors"}
    sayso("actor", "split", folder, "The monitors", "Okrin Watch")
    assert names(folder) == {"The monitors", "Okrin Watch"}
    assert "is called OW here" in sayso("actor", "rename", folder, "Okrin Watch", "OW")
    assert "OW" in sayso("show", folder, "actors")
    decision = msgspec.json.decode(sayso("actor", "rename", folder, "OW", "Watch", "--json"))
    assert (decision["kind"], decision["who"], decision["value"]["name"]) == ("actor", "sam", "Watch")
    for _ in range(4):
        sayso("undo", folder)
    assert names(folder) == {"Dorrin Monitor", "Okrin Watch"}


def test_a_stranger_is_refused_in_a_sentence(folder: Path) -> None:
    with pytest.raises(UsageError, match="Nobody in this case is called"):
        sayso("actor", "rename", folder, "Stranger", "X")
