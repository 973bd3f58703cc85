"""One `sayso add` with everything that can be wrong: each refused by name, the rest stored, the case whole."""

from __future__ import annotations

import gzip
import io
import os
import socket
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from tests.collect.makers import locked_pdf

from sayso import Case
from sayso.workbench.files import read_document

GOOD = "The ministry said that at least nine people were killed near Vell on Saturday.\n"


@pytest.fixture
def hanging() -> Iterator[str]:
    """The address of a server that takes a connection and never answers."""
    server = socket.create_server(("127.0.0.1", 0))
    held: list[socket.socket] = []

    def hold() -> None:
        try:
            while True:
                held.append(server.accept()[0])
        except OSError:
            return

    thread = threading.Thread(target=hold, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}/report"
    # Closing alone does not wake a thread that waits in accept.
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join(timeout=5)
    for connection in held:
        connection.close()


def bomb() -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"\0" * 400_000_000)
    return raw.getvalue()


def wrong(folder: Path) -> list[str]:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Cata")
    (folder / "locked.pdf").write_bytes(locked_pdf())
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    (folder / "bomb.docx").write_bytes(bomb())
    whole = gzip.compress(b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 4000\r\n\r\n" + b"x" * 4000)
    (folder / "cut.warc.gz").write_bytes(whole[: len(whole) // 2])
    (folder / "loop").mkdir()
    (folder / "loop" / "again").symlink_to(folder / "loop")
    (folder / "loop" / "inside.txt").write_text(GOOD.replace("nine", "ten"), encoding="utf-8")
    return ["empty.txt", "binary.txt", "broken.pdf", "locked.pdf", "huge.txt", "bomb.docx", "cut.warc.gz", "gone.txt"]


def sayso(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sayso", *words], cwd=cwd, capture_output=True, text=True, check=False, timeout=180,
        env=os.environ | {"COLUMNS": "80", "NO_PROXY": "*"},
    )  # fmt: skip


def test_each_is_refused_by_name_the_rest_is_stored_and_the_case_is_whole(tmp_path: Path, hanging: str) -> None:
    names = wrong(tmp_path)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes("Der Minister im Café sagte, zwölf Männer seien verletzt.\n".encode("latin-1"))
    assert sayso("new", "case", cwd=tmp_path).returncode == 0
    done = sayso("add", "case", *names, "loop", "good.txt", "latin.txt", hanging, "--timeout", "2", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    for name in (*names, hanging):
        told = [line for line in done.stderr.splitlines() if line.startswith(f"refused {name}")]
        assert told, f"{name}\n{done.stderr}"
        assert all(line.rstrip().endswith(".") and len(line) > len(name) + 20 for line in told), told
    assert "stored: good.txt" in done.stderr
    assert "stored: loop/inside.txt" in done.stderr
    checked = sayso("verify", "case", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout
    listed = sayso("show", "case", "documents", "--json", cwd=tmp_path).stdout
    assert all(name in listed for name in (*names, "good.txt"))


def test_a_case_whose_reading_was_cut_off_says_so(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    assert sayso("new", "case", cwd=tmp_path).returncode == 0
    with Case.open(tmp_path / "case", write=True) as case:
        adding = case.add([str(tmp_path / "good.txt")])
        assert next(e for e in adding if e.outcome == "stored")
        adding.close()  # type: ignore[attr-defined]  # what a signal does in the midst of it
    shown = sayso("show", "case", cwd=tmp_path)
    assert "Still to be read: 1 of 1 documents." in shown.stderr
    sayso("report", "case", "-o", "report.md", cwd=tmp_path)
    assert "Look: 1 document is still to be read." in (tmp_path / "report.md").read_text(encoding="utf-8")
    sayso("add", "case", "good.txt", cwd=tmp_path)
    assert "Still to be read" not in sayso("show", "case", cwd=tmp_path).stderr


def test_a_case_that_earlier_rules_read_says_so_until_it_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    with Case.new(tmp_path / "case") as case:
        adding = case.add([str(tmp_path / "good.txt")])
        assert next(e for e in adding if e.outcome == "stored")
        adding.close()  # type: ignore[attr-defined]
        (document,) = case.documents()
        case.store.save_reading(msgspec.structs.replace(read_document(document), reader="earlier/1"))
    shown = sayso("show", "case", "claims", cwd=tmp_path)
    assert "Read with other rules than this program has: 1 of 1 documents." in shown.stderr
    sayso("add", "case", "good.txt", cwd=tmp_path)
    assert "other rules" not in sayso("show", "case", "claims", cwd=tmp_path).stderr
