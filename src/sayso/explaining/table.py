"""A matrix as a spreadsheet: rows are evidence, columns are hypotheses. In and out."""

from __future__ import annotations

import csv
import io
import math
import re
from typing import Final

import msgspec

from sayso.errors import InputRefused
from sayso.explaining.ratings import grade_weight, parse_rating, parse_weight, word_of
from sayso.records import Consistency, Evidence, Matrix

__all__ = ["parse_matrix", "to_csv", "to_json"]

_OPTIONS: Final = ("credibility", "relevance", "grade", "source", "origin")
_TURNED: Final = ("hypothesis", "hypotheses", "explanation", "explanations")
"""Heads of a first column that names hypotheses: the table lies on its side."""
_PROBABILITY: Final = re.compile(r"(\d+[.,]\d+|\d+(?=\s*%))\s*(%)?")
_PRIOR: Final = "prior"
"""Name of a row of numbers that holds the priors."""


def parse_matrix(text: str, name: str) -> Matrix:
    """Read a matrix from CSV text (commas, semicolons or tabs between the cells), or from JSON as `to_json` writes it.

    The first column names the evidence. Columns called credibility, relevance, grade, source or origin, in any case,
    are about the row; every other column is a hypothesis. An empty cell is not rated yet; a probability such as 0.83 or
    83 % is that of the evidence under the hypothesis. A row called prior with numbers gives the priors. Where the first
    column is headed hypothesis, the table lies on its side: hypotheses in rows, evidence in columns.

    Args:
        text: the whole file; a byte order mark is passed over.
        name: what to call the file in an error.

    Raises:
        InputRefused: nothing in it, fewer than two hypotheses, or a cell that cannot be understood, named by row and
            column.
    """
    if text.lstrip("\ufeff \r\n\t")[:1] == "{":
        return _from_json(text.removeprefix("\ufeff"), name)
    rows = _rows(text, name)
    if rows[0][1][0].strip().casefold() in _TURNED:
        rows = _turned(rows)
    header = [cell.strip() for cell in rows[0][1]]
    where = _columns(header, rows, name)
    priors, rows = _priors(rows, where[1], name)
    evidence = tuple(_evidence(line, row, header, where, name) for line, row in rows[1:])
    if not evidence:
        raise InputRefused(
            name, "There is a header but no evidence under it; write one row for each piece of evidence."
        )
    return Matrix(hypotheses=tuple(header[column] for column in where[1]), evidence=evidence, priors=priors)


def to_csv(matrix: Matrix) -> str:
    """Write a matrix as CSV text that `parse_matrix` reads back; option columns and priors only where used.

    Links, claims, passages and means of several analysts have no place in a table; `to_json` keeps them.
    """
    used = [option for option in _OPTIONS if any(getattr(row, option) for row in matrix.evidence)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["evidence", *matrix.hypotheses, *used])
    if matrix.priors:
        writer.writerow([_PRIOR, *(repr(prior) for prior in matrix.priors), *("" for _ in used)])
    for row in matrix.evidence:
        given = row.likelihoods or (None,) * len(row.cells)
        cells = ((cell or "") if p is None else _written(p) for cell, p in zip(row.cells, given, strict=True))
        writer.writerow([row.name, *cells, *(getattr(row, o) or "" for o in used)])
    return out.getvalue()


def _written(likelihood: float) -> str:
    """A probability that `parse_matrix` takes for one."""
    return repr(likelihood) if repr(likelihood).count(".") == 1 and "e" not in repr(likelihood) else f"{likelihood:.9f}"


def to_json(matrix: Matrix) -> str:
    """Write a matrix as JSON with all that it holds; `parse_matrix` reads back an equal matrix."""
    return msgspec.json.format(msgspec.json.encode(matrix), indent=1).decode() + "\n"


def _from_json(text: str, name: str) -> Matrix:
    try:
        matrix = msgspec.json.decode(text.encode(), type=Matrix)
    except (msgspec.DecodeError, UnicodeEncodeError) as fault:
        raise InputRefused(
            name, f"This is no matrix in JSON ({fault}); sayso export --to matrix-json writes one."
        ) from None
    if len(matrix.hypotheses) < 2 or not matrix.evidence:
        raise InputRefused(name, "A matrix needs at least two hypotheses and one row of evidence.")
    wide = len(matrix.hypotheses)
    uneven = next((row.name for row in matrix.evidence if len(row.cells) != wide), None)
    if uneven is not None:
        raise InputRefused(name, f"Row {uneven!r} has not one rating for each of {wide} hypotheses.")
    return matrix


def _turned(rows: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """A table with hypotheses in rows, with evidence in rows; lines are then numbers of columns."""
    wide = max(len(row) for _, row in rows)
    filled = [[*row, *([""] * (wide - len(row)))] for _, row in rows]
    columns = zip(*filled, strict=True)
    return [(number, list(cells)) for number, cells in enumerate(columns, 1) if any(c.strip() for c in cells)]


def _priors(
    rows: list[tuple[int, list[str]]], columns: list[int], name: str
) -> tuple[tuple[float, ...], list[tuple[int, list[str]]]]:
    """Priors, where a row holds them, as shares that sum to 1; and the other rows."""
    found = [(line, row) for line, row in rows[1:] if row[0].strip().casefold() == _PRIOR]
    given: list[float] = []
    try:
        given = [float(found[0][1][column]) for column in columns] if found else []
    except (ValueError, IndexError):
        return (), rows  # evidence that is called so, with ratings
    if given and not (min(given) > 0 and sum(given) < float("inf")):
        raise InputRefused(name, f"Line {found[0][0]}: priors are numbers above 0, one for each hypothesis.")
    whole = math.fsum(given)
    shares = given if abs(whole - 1) <= 1e-9 else [value / whole for value in given]
    return tuple(shares), [pair for pair in rows if not given or pair != found[0]]


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
    likelihoods: list[float | None] = []
    for column in columns:
        likelihood = _likelihood(cells[column])
        likelihoods.append(likelihood)
        rating = parse_rating(cells[column]) if likelihood is None else word_of(likelihood)
        if cells[column] and rating is None:
            reason = (
                f"{cells[column]!r} is no rating; use CC, C, N, I, II or NA, or ++, +, 0, -, --, or leave it empty."
            )
            raise refuse(header[column], reason)
        ratings.append(rating)
    return Evidence(
        name=title,
        cells=tuple(ratings),
        credibility=said.get("credibility"),
        relevance=said.get("relevance"),
        grade=said.get("grade"),
        source=said.get("source"),
        origin=said.get("origin"),
        likelihoods=tuple(likelihoods) if any(p is not None for p in likelihoods) else (),
    )


def _likelihood(cell: str) -> float | None:
    """A probability written with its decimals (`0.83`) or as percent (`83 %`); none where it is anything else.

    A bare 0 or 1 is none: 0 is how Open Synthesis writes neutral.
    """
    found = _PROBABILITY.fullmatch(cell)
    if found is None:
        return None
    value = float(found[1].replace(",", ".")) / (100 if found[2] else 1)
    return value if 0.0 <= value <= 1.0 else None
