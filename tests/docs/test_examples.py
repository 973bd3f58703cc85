"""Every example in README and docs is run, page by page, in order, and its output compared."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from sayso.desk.cli import app

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(console|pycon)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(page: Path) -> list[tuple[str, str]]:
    return [(m[1], m[2]) for m in BLOCK.finditer(page.read_text(encoding="utf-8"))]


def commands(block: str) -> list[tuple[str, str]]:
    """Pairs of a command and the output that the page promises."""
    found: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            assert found, f"output before any command: {line}"
            found[-1][1].append(line)
    return [(command, "\n".join(lines)) for command, lines in found]


def environment() -> dict[str, str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return os.environ | {"PATH": path, "COLUMNS": "80", "SAYSO_USER": "you", "NO_COLOR": "1", "PYTHONWARNINGS": ""}


def run(command: str, folder: Path) -> tuple[int, str]:
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, timeout=120, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout


def same(want: str, got: str) -> bool:
    """Whether the output is as promised: `...` stands for anything within a line, or, alone, for any lines or none."""
    if not want.strip():
        return True
    pattern = ""
    for line in spaced(want):
        if line == "...":
            pattern += r"(?:[^\n]*\n)*?"
        else:
            pattern += "[^\n]*?".join(map(re.escape, line.split("..."))) + "\n"
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in spaced(got))) is not None


def spaced(text: str) -> list[str]:
    """Lines with one space for any run of blanks, so that columns may move."""
    return [" ".join(line.split()) for line in text.strip().splitlines()]


def setting(folder: Path) -> Path:
    (folder / "examples").symlink_to(ROOT / "examples")
    return folder


@pytest.mark.parametrize("page", [p for p in PAGES if blocks(p)], ids=lambda p: str(p.relative_to(ROOT)))
def test_examples_do_what_the_page_says(page: Path, tmp_path: Path) -> None:
    folder = setting(tmp_path)
    for kind, block in blocks(page):
        if kind == "console":
            for command, want in commands(block):
                expected = int(m[1]) if (m := re.search(r"# exit (\d)$", command)) else 0
                code, got = run(command, folder)
                assert code == expected, f"$ {command}\nexit {code}\n{got}"
                assert same(want, got), f"$ {command}\nthe page says:\n{want}\nit prints:\n{got}"
        else:
            script = folder / "example.txt"
            script.write_text(block, encoding="utf-8")
            code, got = run("python -m doctest -o ELLIPSIS -o NORMALIZE_WHITESPACE example.txt", folder)
            assert code == 0, got


def test_every_command_has_its_place_in_the_reference() -> None:
    page = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    names = list(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    assert len(names) > 20
    assert [name for name in names if f"## sayso {name}\n" not in page] == []


def test_a_promise_that_is_not_kept_is_noticed() -> None:
    assert same("stored: ...\n1 stored.", "stored: a.txt\n1 stored.")
    assert same("a\n...\nb", "a\nb")
    assert same("a\n...\nb", "a\n\nx\nb")
    assert not same("2 stored.", "1 stored.")
    assert not same("a\n...\nb", "a\nx")
    assert not same("1 stored.", "1 stored.\nand more")
