"""The bundled cases, end to end and offline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from sayso.errors import CaseNotFound, DataMissing, UsageError
from sayso.workbench.case import AddEvent, Case

DEFAULT = "al-tanf-2017"


def examples() -> Path:
    """The folder of bundled cases: inside an installed package, or beside `src` in a checkout.

    Raises:
        DataMissing: neither is there.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "examples", package.parent.parent / "examples"):
        if (folder / DEFAULT).is_dir():
            return folder
    raise DataMissing("The bundled cases are not part of this installation; install sayso again from its package.")


def _inputs(source: Path) -> list[str]:
    """The reports of a bundled case: its folder `documents`, or the numbered files beside its description."""
    if (source / "documents").is_dir():
        return [str(source / "documents")]
    return [str(path) for path in sorted(source.glob("[0-9][0-9]-*"))]


def build_demo(folder: Path, *, name: str = DEFAULT) -> Iterator[AddEvent]:
    """Build the bundled case `name` in `folder/name`, or take up one begun there; yields what happened.

    Raises:
        UsageError: there is no bundled case of that name, or the folder cannot be made.
    """
    source = examples() / name
    if not (source / "case.json").is_file():
        have = ", ".join(sorted(p.parent.name for p in examples().glob("*/case.json")))
        raise UsageError(f'There is no bundled case "{name}": choose one of {have}.')
    about = msgspec.json.decode((source / "case.json").read_bytes())
    target = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise UsageError(f"The folder {folder} cannot be made ({fault.strerror}); name another with --into.") from None
    try:
        case = Case.open(target, write=True)
    except CaseNotFound:
        case = Case.new(target, title=about.get("title"), note=about.get("note"))
    with case:
        yield from case.add(_inputs(source))
        if not case.store.decisions():
            for file in ("grades.csv", "matrix.csv"):
                if (source / file).is_file():
                    yield from case.import_file(source / file, who="the bundled case")
