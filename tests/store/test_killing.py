"""A writer killed at any moment has lost nothing that it reported, and the next one completes the rest."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from sayso.store import CaseStore, open_case
from sayso.store.custody import Entry, append_lines
from sayso.store.warcs import files

from .conftest import Make, collected

HERE = Path(__file__).parent
TOTAL = 250

WORKER = """
import os, signal, sys
from collections.abc import Sequence
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import conftest
from sayso.store import open_case
import sayso.store.writing as writing
from sayso.store.archive import Archive
from sqlalchemy.engine.default import DefaultDialect

def die(*_args, **_more):
    os.kill(os.getpid(), signal.SIGKILL)

def then_die(function):
    def run(*args, **more):
        function(*args, **more)
        die()
    return run

def half(function):
    def run(path, entries):
        with path.open("ab") as out:
            data = b"".join(map(writing_line, entries))
            out.write(data[: len(data) * 2 // 3])
        die()
    return run

def torn(self, *args, **more):
    stored = add(self, *args, **more)
    self.sync()
    path = self.folder / stored[-1].warc
    os.truncate(path, path.stat().st_size - stored[-1].length // 2)
    die()

from sayso.store.custody import line as writing_line
add = Archive.add
MOMENTS = {
    "archive torn": lambda: setattr(Archive, "add", torn),
    "archive written": lambda: setattr(Archive, "sync", then_die(Archive.sync)),
    "log torn": lambda: setattr(writing, "append_lines", half(writing.append_lines)),
    "log written": lambda: setattr(writing, "append_lines", then_die(writing.append_lines)),
    "rows written": lambda: setattr(writing, "insert_rows", then_die(writing.insert_rows)),
    "committed": lambda: setattr(DefaultDialect, "do_commit", then_die(DefaultDialect.do_commit)),
    "": lambda: None,
}
case = open_case(Path(sys.argv[2]), write=True)
first, last, moment = int(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
for number in range(first, last):
    one = conftest.collected(f"Report {number}." * 50, path=f"r/{number}.txt")
    if moment and number == last - 1:
        MOMENTS[moment]()
    case.keep(one)
    print(one.document.id, flush=True)
case.close()
"""


def worker(folder: Path, first: int, last: int, moment: str = "") -> subprocess.Popen[bytes]:
    told = [sys.executable, "-c", WORKER, str(HERE), str(folder), str(first), str(last), moment]
    return subprocess.Popen(told, stdout=subprocess.PIPE)


def finish(process: subprocess.Popen[bytes]) -> tuple[list[str], int]:
    said, _ = process.communicate(timeout=60)
    return said.decode().split(), process.returncode


def sound(case: CaseStore, reported: list[str]) -> None:
    """Check that the case is whole and holds all that was reported."""
    assert [finding for finding in case.verify() if not finding.ok] == []
    held = {document.id for document in case.documents()}
    assert set(reported) <= held
    assert len(held) <= len(reported) + 1
    for name in reported:
        assert case.raw(name)


def test_random_kills(case: CaseStore, folder: Path) -> None:
    case.close()
    chosen = random.Random(11)
    reported: list[str] = []
    for _ in range(6):
        process = worker(folder, 0, TOTAL)
        assert process.stdout is not None
        said = process.stdout.readline()  # it has begun
        time.sleep(chosen.uniform(0.0, 0.25))
        process.send_signal(signal.SIGKILL)
        rest, _ = process.communicate(timeout=60)
        reported += [name for name in (said + rest).decode().split() if name not in reported]
        with open_case(folder) as left:
            sound(left, reported)
        with open_case(folder, write=True) as settled:
            sound(settled, reported)
            reported = [document.id for document in settled.documents()]
    names, code = finish(worker(folder, 0, TOTAL))
    assert (len(names), code) == (TOTAL, 0)
    with open_case(folder) as whole:
        assert len(whole.documents()) == TOTAL
        assert [finding for finding in whole.verify() if not finding.ok] == []


@pytest.mark.parametrize(
    "moment", ["archive torn", "archive written", "log torn", "log written", "rows written", "committed"]
)
def test_a_kill_at_each_step(case: CaseStore, folder: Path, make: Make, moment: str) -> None:
    case.keep(make("There before."))
    before = [document.id for document in case.documents()]
    case.close()
    reported, code = finish(worker(folder, 0, 3, moment))
    assert (len(reported), code) == (2, -signal.SIGKILL)
    with open_case(folder) as left:
        sound(left, before + reported)
        assert any("interrupted" in finding.says for finding in left.verify()) == (moment != "committed")
    with open_case(folder, write=True) as again:
        sound(again, before + reported)
        events = [row["event"] for row in again.custody()]
        assert ("interrupted" in events) == (moment != "committed")
        third = collected("Report 2." * 50, path="r/2.txt")
        assert again.keep(third) == ("known" if moment == "committed" else "new")
        assert again.raw(third.document.id) == third.raw
        again.keep(make("There after."))
        sound(again, [document.id for document in again.documents()])
        ids = [copy.record_id for copy in again.copies()]
    with open_case(folder) as last:
        assert [finding for finding in last.verify() if not finding.ok] == []
    assert len(ids) == len(set(ids)) == 5
    # Whatever was left over was taken up or cut off: the archive reads from end to end, each capture once.
    with (folder / files(folder)[0]).open("rb") as source:
        kinds = [record.rec_type for record in ArchiveIterator(source, check_digests="raise")]
    assert kinds == ["warcinfo", *["resource"] * 5]


def test_a_kill_while_an_archive_file_is_begun(case: CaseStore, folder: Path, make: Make) -> None:
    case.close()
    reported, _ = finish(worker(folder, 0, 1, "archive torn"))
    assert reported == []
    with open_case(folder, write=True) as again:
        assert again.keep(make()) == "new"
        sound(again, [make().document.id])


def test_a_kill_while_a_kill_is_being_settled(
    case: CaseStore, folder: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.close()
    reported, _ = finish(worker(folder, 0, 3, "log written"))

    def killed(path: Path, entries: Sequence[Entry]) -> None:
        append_lines(path, entries)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("sayso.store.recovering.append_lines", killed)
        for _ in range(2):
            with pytest.raises(KeyboardInterrupt):
                open_case(folder, write=True)
    with open_case(folder) as left:
        sound(left, reported)
    with open_case(folder, write=True) as settled:
        sound(settled, reported)
        settled.keep(make())
    with open_case(folder) as last:
        sound(last, [*reported, make().document.id])


def test_a_worker_that_outlives_its_killed_parent_does_not_keep_the_case_locked(case: CaseStore, folder: Path) -> None:
    case.close()
    code = (
        "import os, pathlib, signal, sys, time, sayso.store as s\n"
        "case = s.open_case(pathlib.Path(sys.argv[1]), write=True)\n"
        "child = os.fork()\n"
        "if not child:\n"
        "    print(os.getpid(), flush=True)\n"
        "    time.sleep(60)\n"
        "time.sleep(0.3)\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    child = int(process.stdout.readline())
    try:
        assert process.wait(timeout=30) == -signal.SIGKILL
        open_case(folder, write=True).close()
    finally:
        os.kill(child, signal.SIGKILL)
        process.stdout.close()


def test_a_kill_while_a_case_is_made_leaves_none(folder: Path) -> None:
    code = (
        "import os, signal, sys, pathlib, sayso.store.opened as o\n"
        "o.lay_out = lambda *a: os.kill(os.getpid(), signal.SIGKILL)\n"
        "o.OpenedCase.create(pathlib.Path(sys.argv[1]))"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(folder)], check=False)
    assert ran.returncode == -signal.SIGKILL
    assert not folder.exists()
