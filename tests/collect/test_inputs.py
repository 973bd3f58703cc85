"""From what the user typed to files, in a stable order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sayso.collect.inputs import Found, expand
from sayso.records import Refused


def _names(*inputs: str) -> list[str]:
    return [one.name if isinstance(one, Found) else f"refused {one.name}" for one in expand(inputs)]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b/2.txt", "b/1.txt", "b/c/3.txt", "a.txt", "b/.hidden", ".git/x", "b/~$lock.docx", "odd[1].txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_order_is_the_users_then_by_name(tree: Path) -> None:
    assert _names("b", "a.txt") == ["b/1.txt", "b/2.txt", "b/c/3.txt", "a.txt"]
    assert _names("a.txt", "b") == ["a.txt", "b/1.txt", "b/2.txt", "b/c/3.txt"]


def test_globs(tree: Path) -> None:
    assert _names("*.txt") == ["a.txt", "odd[1].txt"]
    assert _names("b/**/*.txt") == ["b/1.txt", "b/2.txt", "b/c/3.txt"]
    assert set(_names("**")) >= {"a.txt", "b/c/3.txt"}
    assert _names("odd[1].txt") == ["odd[1].txt"]
    assert _names("*.none") == ["refused *.none"]
    assert _names("b*") == ["b/1.txt", "b/2.txt", "b/c/3.txt"]


def test_hidden_files_are_passed_over_unless_named(tree: Path) -> None:
    assert "b/.hidden" not in _names("b")
    assert _names("b/.hidden") == ["b/.hidden"]


def test_hard_and_symbolic_links_to_one_file_are_one(tree: Path) -> None:
    os.link("a.txt", "z.txt")
    Path("y.txt").symlink_to("a.txt")
    assert _names("a.txt", "y.txt", "z.txt") == ["a.txt"]


def test_addresses_and_standard_input(tree: Path) -> None:
    found = list(expand(["https://example.org/a*", "-", "file:///etc/passwd"]))
    assert isinstance(found[0], Found)
    assert (found[0].url, found[0].path) == ("https://example.org/a*", None)
    assert isinstance(found[1], Found)
    assert (found[1].url, found[1].path) == (None, None)
    assert isinstance(found[2], Refused)


def test_names_that_are_not_utf8_can_be_shown(tree: Path) -> None:
    Path(os.fsdecode(b"b/\xff.txt")).write_text("x")
    names = _names("b")
    assert "b/\ufffd.txt" in names
    for name in names:
        name.encode()


def test_very_deep_folders(tmp_path: Path) -> None:
    top = tmp_path / "deep"
    at = top
    for _ in range(150):
        at = at / "xxxxxxxxxx"
    at.mkdir(parents=True)
    (at / "a.txt").write_text("x")
    assert len(_names(str(top))) == 1


def test_a_case_is_no_folder_of_reports(tree: Path) -> None:
    Path("b/mine/archive").mkdir(parents=True)
    Path("b/mine/case.db").touch()
    assert _names("b") == ["b/1.txt", "b/2.txt", "b/c/3.txt", "refused b/mine"]
