"""Rules of the house that a machine can watch."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import sayso
from sayso import errors, records, workbench

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
TRACKED = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()

HEAVY = ("trafilatura", "lxml", "numpy", "sqlalchemy", "alembic", "docx", "litestar", "uvicorn", "httpx", "pypdfium2",
         "jinja2", "rapidfuzz", "rich", "ray", "onnxruntime", "py3langid", "warcio", "feedparser")  # fmt: skip


def test_the_public_names_are_these() -> None:
    assert sayso.__all__ == ["Case", "__version__", "ach", "incidents", "origins", "read", "resolve", "weigh"]
    assert all(hasattr(sayso, name) for name in sayso.__all__)
    with pytest.raises(AttributeError, match="no attribute 'guess'"):
        sayso.guess  # noqa: B018


@pytest.mark.parametrize("module", [records, errors, workbench], ids=lambda m: m.__name__)
def test_all_names_what_is_there(module: object) -> None:
    names = module.__all__  # type: ignore[attr-defined]
    assert sorted(names) == list(names)
    assert all(hasattr(module, name) for name in names)


def test_every_error_is_in_the_tree_drawn_in_its_docstring() -> None:
    classes = [c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, Exception)]
    assert len(classes) > 8
    for kind in classes:
        assert issubclass(kind, errors.SaysoError)
        assert kind.__name__ in (errors.__doc__ or ""), kind


def loaded(code: str) -> set[str]:
    script = f"import sys; {code}; print('\\n'.join(sorted({{m.split('.')[0] for m in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_sayso_loads_nothing_heavy() -> None:
    assert loaded("import sayso").isdisjoint({*HEAVY, "msgspec", "typer"})


def test_the_command_line_starts_without_the_heavy_parts() -> None:
    assert loaded("import sayso.desk.cli").isdisjoint(set(HEAVY) - {"rich"})


def test_importing_the_workbench_waits_with_the_heavy_parts() -> None:
    assert loaded("import sayso.workbench").isdisjoint({"litestar", "docx", "alembic", "ray", "trafilatura"})


def test_files_are_short_and_say_what_they_hold() -> None:
    for path in SOURCES:
        lines = path.read_text(encoding="utf-8").splitlines()
        assert len(lines) <= 300, f"{path.name} has {len(lines)} lines"
        assert lines[0].startswith(('"""', 'r"""')), f"{path} has no docstring"
        assert path.stem not in {"utils", "helpers", "misc", "common"}


def test_nothing_names_a_machine_or_a_registry() -> None:
    foreign = re.compile(r"(?<![\w.])/(?:work|root|farm)/|pypi\.org|registry\.npmjs|deb\.debian\.org")
    for name in TRACKED:
        path = ROOT / name
        if not path.is_file() or path.suffix in {".gz", ".pdf", ".docx", ".png", ".onnx"} or path == Path(__file__):
            continue
        assert not foreign.search(path.read_text(encoding="utf-8", errors="replace")), name


def test_constraints_pin_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *project["optional-dependencies"]["dev"],
        *project["optional-dependencies"]["ray"],
    ]
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {re.split(r"==", line)[0].lower().replace("_", "-") for line in lines if "==" in line}
    assert {re.split(r"[<>=!\[;]", need)[0].lower() for need in wanted} <= pinned
