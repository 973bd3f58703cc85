"""Taking cases away and taking other tools' work in."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sayso import __version__
from sayso.errors import InputRefused, UsageError
from sayso.explaining import parse_matrix
from sayso.records import Capture, CaseView, Collected, Matrix, content_id
from sayso.workbench.decisions import check_grade, check_name
from sayso.workbench.files import row_bytes, row_document
from sayso.workbench.matrix import ROW_FIELDS

if TYPE_CHECKING:
    from sayso.workbench.case import AddEvent, Case

ARCHIVES = ("warc", "wacz")

LONGEST_CELL = 100_000_000
"""Characters of one cell of a CSV file; a sheet's text column holds whole reports."""


def forms() -> tuple[str, ...]:
    """Names that `export` takes."""
    from sayso.reporting import FORMATS  # noqa: PLC0415 - templates load when used

    return (*FORMATS, *ARCHIVES)


def check_target(target: Path) -> None:
    """Say at once that a file cannot be written, before the work is done.

    Raises:
        UsageError: its folder is missing, or it is a folder itself.
    """
    if not target.parent.is_dir():
        raise UsageError(f"The folder {target.parent} does not exist: make it first, or choose another -o.")
    if target.is_dir():
        raise UsageError(f"{target} is a folder: give the name of a file to write with -o.")


def whole(target: Path, write: Callable[[Path], None]) -> None:
    """Write a file whole or not at all: `write` fills a file beside it, which then takes its place.

    Raises:
        UsageError: the system does not let it be written.
    """
    place = target.resolve()
    part = place.with_name(f".{place.stem}.part{place.suffix}")
    try:
        if target.exists() and not target.is_file():
            write(target)  # a pipe or a device has no place beside it
            return
        try:
            write(part)
            part.replace(place)
        finally:
            part.unlink(missing_ok=True)
    except OSError as fault:
        raise UsageError(f"{target} could not be written: {fault.strerror}. Choose another -o, or make room.") from None


def report_forms() -> tuple[str, ...]:
    """Endings that `report` takes."""
    return ("html", "md", "docx", "pdf")


def export_case(case: Case, form: str, target: Path, *, redact: bool = False, view: CaseView | None = None) -> None:
    """Write the case as `form`; archives come straight from the stored bytes.

    Raises:
        UsageError: unknown form, the target's folder is missing, or an archive is to be redacted.
    """
    if form not in forms():
        raise UsageError(f'There is no form called "{form}": choose one of {", ".join(forms())}.')
    check_target(target)
    if redact and form in ARCHIVES:
        raise UsageError(
            f"A {form} holds the untouched bytes of every document, names included, and none of them may be altered:"
            " export a report (its archived texts are redacted) or another form."
        )
    if form == "warc":
        case.store.export_warc(target)
    elif form == "wacz":
        case.store.export_wacz(target)
    else:
        from sayso.reporting import export  # noqa: PLC0415
        from sayso.reporting import redact as without_names  # noqa: PLC0415 - as above

        drawn = view or case.view()
        if redact:
            drawn = without_names(drawn)
        whole(target, lambda part: export(drawn, form, part))


def import_file(case: Case, path: Path, *, who: str, stdin: BinaryIO | None = None) -> Iterator[AddEvent]:
    """Take in one file: a matrix, grades, an auto-archiver sheet (all CSV), or anything that `add` takes.

    A CSV is told by its header: `link` is an auto-archiver sheet, `source,grade` a list of grades, `evidence` a matrix.
    `-` is standard input: CSV if its first line is such a header, else what `add` makes of it.

    Raises:
        InputRefused: the file cannot be read, its header says nothing known, or a row cannot be understood.
    """
    if str(path) == "-" and stdin is not None:
        raw = stdin.read()
        if _kind(_header(raw.decode("utf-8-sig", "replace"))) is None:
            yield from case.add(["-"], stdin=io.BytesIO(raw))
            return
    elif path.suffix.lower() == ".json" and (text := _matrix_json(path)) is not None:
        yield from _matrix(case, path, parse_matrix(text, str(path)), who)
        return
    elif path.suffix.lower() != ".csv":
        yield from case.add([str(path)], stdin=stdin)
        return
    else:
        try:
            raw = path.read_bytes()
        except OSError as fault:
            raise InputRefused(
                str(path), f"it cannot be read ({fault.strerror}); check name and permissions."
            ) from None
    try:
        yield from _table(case, path, raw.decode("utf-8-sig"), who)
    except UnicodeDecodeError:
        raise InputRefused(str(path), "it is not UTF-8; save the table as CSV in UTF-8.") from None
    except csv.Error as fault:
        raise InputRefused(str(path), f"it is not a CSV table ({fault}); save it as CSV in UTF-8.") from None


def _matrix_json(path: Path) -> str | None:
    """The text of a matrix in JSON; none where the file is something else, which `add` then judges."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
    return text if text.lstrip()[:1] == "{" and '"hypotheses"' in text and '"evidence"' in text else None


@contextmanager
def _long_cells() -> Iterator[None]:
    """Let cells be long for a while: the limit is one for the whole process, and other tables keep theirs."""
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _header(text: str) -> list[str]:
    with _long_cells():
        return [cell.strip().lower() for cell in next(csv.reader(io.StringIO(text)), [])]


def _kind(header: list[str]) -> str | None:
    if "link" in header:
        return "sheet"
    if {"source", "grade"} <= set(header) and "evidence" not in header:
        return "grades"
    return "matrix" if header and header[0] == "evidence" else None


def _table(case: Case, path: Path, text: str, who: str) -> Iterator[AddEvent]:
    header = _header(text)
    kind = _kind(header)
    if kind == "sheet":
        yield from _sheet(case, path, text)
    elif kind == "grades":
        yield from _grades(case, path, text, who)
    elif kind == "matrix" or header[:1] == [""]:
        yield from _matrix(case, path, parse_matrix(text, str(path)), who)
    else:
        raise InputRefused(
            str(path), 'the header is none that sayso knows: an ACH matrix starts with "evidence", '
            'grades are "source,grade", an auto-archiver sheet has a column "link".',
        )  # fmt: skip


def _rows(text: str) -> list[tuple[int, dict[str, str]]]:
    """Rows of a table by line number, with the header's words in small letters; empty rows are passed over."""
    reader = csv.reader(io.StringIO(text))
    with _long_cells():
        header = [cell.strip().lower() for cell in next(reader, [])]
        return [
            (reader.line_num, dict(zip(header, (cell.strip() for cell in cells), strict=False)))
            for cells in reader
            if any(cell.strip() for cell in cells)
        ]


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _event(path: Path, reason: str) -> AddEvent:
    from sayso.workbench.case import AddEvent  # noqa: PLC0415 - the two modules need each other

    name = "standard input" if str(path) == "-" else str(path)
    return AddEvent(name=name, outcome="stored", reason=reason)


def _matrix(case: Case, path: Path, matrix: Matrix, who: str) -> Iterator[AddEvent]:
    priors = matrix.priors or (None,) * len(matrix.hypotheses)
    for name, prior in zip(matrix.hypotheses, priors, strict=True):
        case.store.decide("hypothesis", name, {"prior": prior}, who)
    for link in matrix.links:
        case.store.decide("link", link.first, {"to": link.second, "kind": link.kind}, who)
    for row in matrix.evidence:
        fields = {k: getattr(row, k) for k in ROW_FIELDS if getattr(row, k) is not None}
        cells = dict(zip(matrix.hypotheses, row.cells, strict=True))
        case.store.decide("evidence", row.name, {**fields, "cells": cells}, who)
    yield _event(
        path,
        _count(len(matrix.hypotheses), "hypothesis", "hypotheses")
        + " and "
        + _count(len(matrix.evidence), "row of evidence", "rows of evidence"),
    )


def _grades(case: Case, path: Path, text: str, who: str) -> Iterator[AddEvent]:
    graded = []
    for line, row in _rows(text):
        try:
            graded.append((check_name(row.get("source", ""), "source"), check_grade(row.get("grade", ""))))
        except UsageError as fault:
            raise InputRefused(f"{path}:{line}", f"{fault} No grade of this file was taken.") from None
    for source, grade in graded:
        case.store.decide("grade", source, grade, who)
    yield _event(path, _count(len(graded), "grade", "grades"))


def _sheet(case: Case, path: Path, text: str) -> Iterator[AddEvent]:
    """An auto-archiver sheet: the text that it archived becomes a document; nothing is fetched."""
    import msgspec  # noqa: PLC0415

    retrieved = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for line, row in _rows(text):
        content = row.get("text content") or row.get("upload title")
        if not row.get("link") or not content:
            yield case.refuse_row(f"{path}:{line}", "the row has no link or no text content; nothing was stored.")
            continue
        fields = {"text": content, "url": row["link"], "title": row.get("upload title"),
                  "published": row.get("upload timestamp")}  # fmt: skip
        entry = {"id": content_id("d", row["link"], content)} | {k: v for k, v in fields.items() if v}
        try:
            document = row_document(entry, f"{path}:{line}")
        except InputRefused as refused:
            yield case.refuse_row(refused.name, refused.reason)
            continue
        yield case.keep(
            Collected(
                document=msgspec.structs.replace(document, path=str(path)),
                raw=row_bytes(entry),
                capture=Capture(retrieved=retrieved, method="import", tool=f"sayso/{__version__}", location=str(path)),
            )
        )
    yield from case.read_new()
