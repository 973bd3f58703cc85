"""CSV with a header, row by row: what cannot be read is put aside by line, and the rest goes on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from sayso.errors import InputRefused

if TYPE_CHECKING:
    from _csv import Reader

__all__ = ["Faults", "need", "table"]

Faults = list[tuple[int, str]]
"""What is wrong with rows, by line."""
_UNCLOSED: Final = (
    "A quotation mark is opened here and never closed, so that all that follows is one cell; close it or take it out."
)


def need(where: Mapping[str, int], columns: tuple[str, ...], name: str) -> None:
    """See that a table has the columns it needs.

    Raises:
        InputRefused: one is missing.
    """
    for needed in columns:
        if needed not in where:
            raise InputRefused(
                name,
                f"There is no column {needed!r}; the first row must name {', '.join(columns[:-1])} and {columns[-1]}.",
            )


def table(
    text: str, name: str, known: Mapping[str, tuple[str, ...]], faults: Faults
) -> tuple[dict[str, int], Iterator[tuple[int, list[str]]]]:
    """Where the known columns stand, and the rows under the header with their line numbers.

    Rows that cannot be read are put among the `faults`, by line, while the rows are walked through.

    Args:
        text: CSV with a header; commas, semicolons or tabs between the cells.
        name: what a refusal calls it.
        known: the spellings of each column that is looked for.
        faults: where what is wrong with a row goes.

    Raises:
        InputRefused: there is no header, or a column stands twice.
    """
    text = text.removeprefix("\ufeff")
    header_line = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",;\t", key=header_line.count)
    rows = _rows(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), faults)
    header = next(rows, None)
    if faults:
        raise InputRefused(f"{name}:{faults[0][0]}", faults[0][1])
    if header is None:
        raise InputRefused(name, "The table is empty; its first row names the columns.")
    titles = [cell.strip().casefold() for cell in header[1]]
    where = {}
    for column, spellings in known.items():
        found = next((spelling for spelling in spellings if spelling in titles), None)
        if found is not None:
            if titles.count(found) > 1:
                raise InputRefused(name, f"More than one column is called {found!r}; leave the one that is meant.")
            where[column] = titles.index(found)
    return where, rows


def _rows(reader: Reader, faults: Faults) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not empty, with their line numbers; those that are none are put among the `faults`."""
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            open_ended = "unexpected end" in str(error)
            faults.append((line, _UNCLOSED if open_ended else f"This row cannot be read as CSV ({error}); mend it."))
            continue
        if any(row) and any(cell.strip() for cell in row):
            yield reader.line_num, row
