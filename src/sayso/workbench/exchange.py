"""Taking cases away and taking other tools' work in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.collect import CollectOptions
from sayso.errors import InputRefused, UsageError
from sayso.explaining import parse_matrix
from sayso.records import Matrix
from sayso.workbench.decisions import ROW_FIELDS, check_grade

if TYPE_CHECKING:
    from sayso.workbench.case import AddEvent, Case

ARCHIVES = ("warc", "wacz")


def forms() -> tuple[str, ...]:
    """Names that `export` takes."""
    from sayso.reporting import FORMATS  # noqa: PLC0415 - templates load when used

    return (*FORMATS, *ARCHIVES)


def export_case(case: Case, form: str, target: Path) -> None:
    """Write the case as `form`; archives come straight from the stored bytes.

    Raises:
        UsageError: unknown form, or the target's folder is missing.
    """
    if form not in forms():
        raise UsageError(f'There is no form called "{form}": choose one of {", ".join(forms())}.')
    if not target.parent.is_dir():
        raise UsageError(f"The folder {target.parent} does not exist: make it first, or choose another -o.")
    if form == "warc":
        case.store.export_warc(target)
    elif form == "wacz":
        case.store.export_wacz(target)
    else:
        from sayso.reporting import export  # noqa: PLC0415

        export(case.view(), form, target)


def import_file(case: Case, path: Path, *, who: str) -> Iterator[AddEvent]:
    """Take in one file: a matrix, grades, an auto-archiver sheet (all CSV), or anything that `add` takes.

    A CSV is told by its header: `link` is an auto-archiver sheet, `source,grade` a list of grades, `evidence` a matrix.

    Raises:
        InputRefused: the file cannot be read or its header says nothing known.
    """
    if path.suffix.lower() != ".csv":
        yield from case.add([str(path)])
        return
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise InputRefused(str(path), f"it cannot be read ({fault.strerror}).") from None
    except UnicodeDecodeError:
        raise InputRefused(str(path), "it is not UTF-8; save the table as CSV in UTF-8.") from None
    header = [cell.strip().lower() for cell in next(csv.reader(io.StringIO(text)), [])]
    if "link" in header:
        yield from _sheet(case, path, text)
    elif header[:2] == ["source", "grade"]:
        yield from _grades(case, path, text, who)
    elif header and header[0] in ("evidence", ""):
        yield from _matrix(case, path, parse_matrix(text, str(path)), who)
    else:
        raise InputRefused(
            str(path), 'the header is none that sayso knows: an ACH matrix starts with "evidence", '
            'grades are "source,grade", an auto-archiver sheet has a column "link".',
        )  # fmt: skip


def _event(path: Path, reason: str) -> AddEvent:
    from sayso.workbench.case import AddEvent  # noqa: PLC0415 - the two modules need each other

    return AddEvent(name=str(path), outcome="stored", reason=reason)


def _matrix(case: Case, path: Path, matrix: Matrix, who: str) -> Iterator[AddEvent]:
    priors = matrix.priors or (None,) * len(matrix.hypotheses)
    for name, prior in zip(matrix.hypotheses, priors, strict=True):
        case.store.decide("hypothesis", name, {"prior": prior}, who)
    for row in matrix.evidence:
        fields = {k: getattr(row, k) for k in ROW_FIELDS if getattr(row, k) is not None}
        cells = dict(zip(matrix.hypotheses, row.cells, strict=True))
        case.store.decide("evidence", row.name, {**fields, "cells": cells}, who)
    yield _event(path, f"{len(matrix.hypotheses)} hypotheses and {len(matrix.evidence)} rows of evidence")


def _grades(case: Case, path: Path, text: str, who: str) -> Iterator[AddEvent]:
    rows = list(csv.DictReader(io.StringIO(text)))
    graded = [(row["source"].strip(), check_grade(row["grade"])) for row in rows]
    for source, grade in graded:
        case.store.decide("grade", source, grade, who)
    yield _event(path, f"{len(graded)} grades")


def _sheet(case: Case, path: Path, text: str) -> Iterator[AddEvent]:
    """An auto-archiver sheet: the text it archived becomes a document; nothing is fetched."""
    import msgspec  # noqa: PLC0415

    lines = []
    for number, raw in enumerate(csv.DictReader(io.StringIO(text)), start=2):
        row = {(k or "").strip().lower(): (v or "").strip() for k, v in raw.items() if isinstance(v, str | None)}
        content = row.get("text content") or row.get("upload title")
        if not row.get("link") or not content:
            yield case.refuse_row(f"{path}:{number}", "the row has no link or no text content; nothing was stored.")
            continue
        entry = {"id": f"{path.stem}-{number}", "text": content, "url": row["link"], "title": row.get("upload title"),
                 "published": row.get("upload timestamp")}  # fmt: skip
        lines.append(msgspec.json.encode({k: v for k, v in entry.items() if v}))
    if lines:
        yield from case.add(["-"], options=CollectOptions(), stdin=io.BytesIO(b"\n".join(lines)))
