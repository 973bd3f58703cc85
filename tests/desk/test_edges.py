"""What the system around the command may do to it: each ends in a sentence, never in a traceback."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.desk import progress, talk
from sayso.desk.progress import Progress

NOTE = "The ministry said that nine people were killed near Vell.\n"


def sayso(
    *words: str, cwd: Path, shell: str = "", stdin: bytes = b"", **environ: str
) -> subprocess.CompletedProcess[bytes]:
    command = ["bash", "-c", f'exec "$@" {shell}', "-", sys.executable, "-m", "sayso", *words]
    done = subprocess.run(
        command, cwd=cwd, input=stdin, capture_output=True, check=False, timeout=60,
        env=os.environ | {"SAYSO_USER": "tester", "COLUMNS": "80"} | environ,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr
    assert b"inside sayso" not in done.stderr
    return done


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("edges")
    (folder / "note.txt").write_text(NOTE, encoding="utf-8")
    sayso("new", "case", cwd=folder)
    sayso("add", "case", "note.txt", cwd=folder)
    return folder


@pytest.mark.parametrize("shell", [">&-", ">/dev/full"])
def test_output_with_nowhere_to_go_is_a_sentence(folder: Path, shell: str) -> None:
    done = sayso("show", "case", "figures", cwd=folder, shell=shell)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_closed_standard_input_and_error(folder: Path) -> None:
    done = sayso("read", "-", cwd=folder, shell="<&-")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"standard input" in done.stderr
    assert sayso("read", "gone.txt", cwd=folder, shell="2>&-").returncode == 1


def test_a_terminal_of_ascii_gets_stand_ins(folder: Path) -> None:
    done = sayso("show", "case", cwd=folder, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert b"?" not in done.stdout


@pytest.mark.parametrize("target", ["none/r.html", ".", "r.xyz", "case.lock/r.md"])
def test_a_report_that_cannot_be_written_there(folder: Path, target: str) -> None:
    done = sayso("report", "case", "-o", target, cwd=folder)
    assert done.returncode == 2
    assert done.stderr.startswith(b"sayso: ")


def test_file_names_of_any_kind(folder: Path) -> None:
    names = [b"new\nline.txt", b"bad\xff.txt", b"-dash.txt", "emoji🜁.txt".encode(), b"esc\x1b[2J.txt"]
    for name in names:
        (Path(os.fsdecode(bytes(folder) + b"/odd-" + name))).write_bytes(b"")
    done = sayso("read", "odd-*", cwd=folder)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == len(names)
    assert b"\x1b" not in done.stderr


def test_every_command_that_does_something_prints_json_if_asked(folder: Path) -> None:
    (folder / "grades.csv").write_text("source,grade\nministry,C3\n", encoding="utf-8")
    steps = [
        ["new", "other"], ["add", "other", "note.txt"], ["import", "other", "grades.csv"], ["grade", "other", "ministry", "B2"],
        ["distrust", "other", "ministry"], ["undo", "other"], ["hypothesis", "add", "other", "A"],
        ["hypothesis", "rate", "other", "E", "A", "CC"], ["hypothesis", "list", "other"], ["search", "other", "killed"],
        ["report", "other", "-o", "o.md"], ["export", "other", "--to", "csv", "-o", "o.csv"], ["verify", "other"],
    ]  # fmt: skip
    said = {}
    for words in steps:
        done = sayso(*words, "--json", cwd=folder)
        assert done.returncode == 0, done.stderr
        said[" ".join(words[:2])] = [json.loads(line) for line in done.stdout.splitlines()]
    assert [e["outcome"] for e in said["add other"]] == ["stored", "read"]
    assert said["grade other"][0]["value"] == "B2"
    assert {"figures", "gone", "new", "rows", "chances", "leaders"} <= set(said["distrust other"][0]["changes"])
    assert said["undo other"][0]["kind"] == "distrust"
    assert said["report other"] == [{"wrote": "o.md"}]


def test_tables_come_from_standard_input(folder: Path) -> None:
    done = sayso("ach", "-", "--json", cwd=folder, stdin=b"evidence,A,B\nSmoke,C,II\n")
    assert json.loads(done.stdout)["leaders"] == ["A"]
    done = sayso("resolve", "-", "--json", cwd=folder, stdin=b"object,source,value\ntoll,Wire,9\n")
    assert json.loads(done.stdout)["objects"][0]["value"] == "9"


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_stopped_in_the_middle_nothing_is_lost(folder: Path, number: signal.Signals, code: int) -> None:
    many = folder / f"many-{code}"
    many.mkdir()
    for i in range(400):
        (many / f"{i}.txt").write_text(f"{NOTE}Note {i}.\n", encoding="utf-8")
    case = f"stopped-{code}"
    sayso("new", case, cwd=folder)
    adding = subprocess.Popen(
        [sys.executable, "-m", "sayso", "add", case, many.name], cwd=folder,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert adding.stderr is not None
    first = adding.stderr.readline()
    adding.send_signal(number)
    rest = adding.stderr.read()
    adding.stderr.close()
    assert adding.wait(timeout=30) == code
    assert rest.splitlines()[-1].startswith("sayso: Stopped.")
    told = sum(line.startswith("stored: ") for line in (first + rest).splitlines())
    shown = json.loads(sayso("show", case, "documents", "--json", cwd=folder).stdout)
    assert told <= len(shown["documents"]) < 400
    assert sayso("verify", case, cwd=folder).returncode == 0


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def watched(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A terminal that somebody watches; made in the test itself, because pytest puts its own stderr in place before."""
    made = Screen()
    monkeypatch.setattr(sys, "stderr", made)
    monkeypatch.setattr(progress, "PATIENCE", 0.05)
    monkeypatch.setattr(progress, "STEP", 0.02)
    return made


def test_a_bar_appears_after_a_while_and_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watched(monkeypatch)
    for _ in progress.counted(range(3), "read", total=3):
        time.sleep(0.06)
    drawn = screen.getvalue()
    assert "2 of 3 read" in drawn
    assert drawn.endswith("\r\x1b[K")


def test_what_is_said_meanwhile_stands_on_a_line_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watched(monkeypatch)
    with Progress("weighing"):
        time.sleep(0.15)
        talk.say("refused a.txt: It is empty.")
    assert "\r\x1b[Krefused a.txt: It is empty.\n" in screen.getvalue()


def test_short_work_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watched(monkeypatch)
    with Progress("weighing"):
        pass
    assert screen.getvalue() == ""


def test_the_line_fits_and_counts() -> None:
    bar = Progress("documents read", total=10)
    bar.done = 5
    assert bar.line(61.4) == "[##########..........] 5 of 10 documents read (61 s)"
    bar.total = None
    assert bar.line(0.4).count("#") == 1
