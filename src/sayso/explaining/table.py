"""A matrix as a spreadsheet: rows are evidence, columns are hypotheses. In and out."""

from __future__ import annotations

import csv
import io
from typing import Final

from sayso.errors import InputRefused
from sayso.explaining.ratings import grade_weight, parse_weight
from sayso.records import Consistency, Evidence, Matrix

__all__ = ["parse_matrix", "to_csv"]

_OPTIONS: Final = ("credibility", "relevance", "grade", "source", "origin")
_CELLS: Final[dict[str, Consistency]] = {
    "CC": "CC",
    "C": "C",
    "N": "N",
    "I": "I",
    "II": "II",
    "NA": "NA",
    "N/A": "NA",
    # Open Synthesis writes signs, PARC very consistent and very inconsistent.
    "++": "CC",
    "+": "C",
    "0": "N",
    "-": "I",
    "--": "II",
    "VC": "CC",
    "VI": "II",
}
_MINUS: Final = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2014": "--", "\uff0b": "+"})


def parse_matrix(text: str, name: str) -> Matrix:
    """Read a matrix from CSV text; commas, semicolons or tabs between the cells.

    The first column names the evidence. Columns called credibility, relevance, grade, source or origin, in any case,
    are about the row; every other column is a hypothesis. An empty cell is not rated yet.

    Args:
        text: the whole file; a byte order mark is passed over.
        name: what to call the file in an error.

    Raises:
        InputRefused: nothing in it, fewer than two hypotheses, or a cell that cannot be understood, named by row and
            column.
    """
    rows = _rows(text, name)
    header = [cell.strip() for cell in rows[0][1]]
    where = _columns(header, rows, name)
    evidence = tuple(_evidence(line, row, header, where, name) for line, row in rows[1:])
    if not evidence:
        raise InputRefused(
            name, "There is a header but no evidence under it; write one row for each piece of evidence."
        )
    return Matrix(hypotheses=tuple(header[column] for column in where[1]), evidence=evidence)


def to_csv(matrix: Matrix) -> str:
    """Write a matrix as CSV text that `parse_matrix` reads back to an equal matrix; option columns only where used."""
    used = [option for option in _OPTIONS if any(getattr(row, option) for row in matrix.evidence)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["evidence", *matrix.hypotheses, *used])
    for row in matrix.evidence:
        writer.writerow([row.name, *(cell or "" for cell in row.cells), *(getattr(row, o) or "" for o in used)])
    return out.getvalue()


def _rows(text: str, name: str) -> list[tuple[int, list[str]]]:
    """Rows that hold anything, each with its line number; the first is the header."""
    text = text.removeprefix("\ufeff")
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise InputRefused(name, f"This is no table that can be read ({error}); save it as CSV in UTF-8.") from error
    if not rows:
        raise InputRefused(name, "The table is empty; the first row names the hypotheses, the others are evidence.")
    return rows


def _columns(header: list[str], rows: list[tuple[int, list[str]]], name: str) -> tuple[dict[str, int], list[int]]:
    """Where the options stand, and which columns are hypotheses."""
    options: dict[str, int] = {}
    columns: list[int] = []
    for column, title in enumerate(header[1:], 1):
        key = title.casefold()
        if key in _OPTIONS:
            if key in options:
                raise InputRefused(name, f"The column {title!r} stands there twice; keep one.")
            options[key] = column
        elif title:
            columns.append(column)
        elif any(len(row) > column and row[column].strip() for _, row in rows[1:]):
            raise InputRefused(name, f"Column {column + 1} holds ratings but no hypothesis is named above it.")
    titles = [header[column] for column in columns]
    twice = next((title for title in titles if titles.count(title) > 1), None)
    if twice is not None:
        raise InputRefused(name, f"Two columns are called {twice!r}; give every hypothesis a name of its own.")
    if len(columns) < 2:
        raise InputRefused(name, "A matrix needs at least two hypotheses, one a column, to weigh against each other.")
    return options, columns


def _evidence(
    line: int, row: list[str], header: list[str], where: tuple[dict[str, int], list[int]], name: str
) -> Evidence:
    options, columns = where
    cells = [cell.strip() for cell in row] + [""] * (len(header) - len(row))
    title = cells[0] or f"row {line}"

    def refuse(column: str, reason: str) -> InputRefused:
        return InputRefused(name, f"Row {title!r} (line {line}), column {column!r}: {reason}")

    if any(cells[len(header) :]):
        raise refuse(f"number {len(header) + 1}", "the header has no such column; name it or empty it.")
    said = {option: cells[column] or None for option, column in options.items()}
    for option in ("credibility", "relevance"):
        weight = said.get(option)
        if weight is not None and parse_weight(weight) is None:
            raise refuse(option, f"{weight!r} is neither low, medium, high nor a number from 0 to 1.")
    grade = said.get("grade")
    if grade is not None and grade_weight(grade) is None:
        raise refuse("grade", f"{grade!r} is no Admiralty grade such as B2.")
    ratings: list[Consistency | None] = []
    for column in columns:
        word = cells[column].translate(_MINUS).upper()
        if word and word not in _CELLS:
            reason = (
                f"{cells[column]!r} is no rating; use CC, C, N, I, II or NA, or ++, +, 0, -, --, or leave it empty."
            )
            raise refuse(header[column], reason)
        ratings.append(_CELLS[word] if word else None)
    return Evidence(
        name=title,
        cells=tuple(ratings),
        credibility=said.get("credibility"),
        relevance=said.get("relevance"),
        grade=said.get("grade"),
        source=said.get("source"),
        origin=said.get("origin"),
    )
