"""Spreadsheets in: who claims what, what is known, and which value lies inside which."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from sayso.errors import InputRefused
from sayso.records import Refused, SourceClaim
from sayso.weighing.resolution.spelling import key_of

if TYPE_CHECKING:
    from _csv import Reader

__all__ = ["Claims", "Known", "parse_claims", "parse_hierarchy", "parse_known"]

_CLAIM_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "object": ("object", "obj", "question", "item", "task"),
    "source": ("source", "src", "worker"),
    "value": ("value", "answer", "truth"),
    "origin": ("origin",),
    "date": ("date",),
    "confidence": ("confidence",),
}
_KNOWN_COLUMNS: Final = {column: _CLAIM_COLUMNS[column] for column in ("object", "value")}
_HIERARCHY_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "child": ("child",),
    "parent": ("parent",),
    "id": ("id",),
    "name": ("name",),
    "parent id": ("parentid", "parent_id"),
}


class Claims(NamedTuple):
    """Rows of a table that could be read, and those that could not."""

    claims: list[SourceClaim]
    refused: list[Refused]


class Known(NamedTuple):
    """Known answers by object, and the rows that could not be read."""

    answers: dict[str, str]
    refused: list[Refused]


def parse_claims(text: str, name: str) -> Claims:
    """Read claims from CSV text with a header; commas, semicolons or tabs between the cells.

    Columns `object`, `source`, `value` are needed, `origin`, `date`, `confidence` (0..1) are welcome, others are passed
    over. `obj`, `question`, `src`, `worker` and `answer`, as public tables call them, are understood. A row without a
    needed cell, or with a confidence that is none, is refused as `name:line`, and the rest is taken.

    Raises:
        InputRefused: a needed column is missing, or there is no row that can be taken.
    """
    where, rows = _table(text, name, _CLAIM_COLUMNS)
    _need(where, ("object", "source", "value"), name)
    claims: list[SourceClaim] = []
    refused: list[Refused] = []
    places = [where.get(column) for column in _CLAIM_COLUMNS]
    for line, row in rows:
        width = len(row)
        thing, source, value, origin, date, confidence = [
            row[place].strip() if place is not None and place < width else "" for place in places
        ]
        if thing and source and value and not confidence:
            sure = None
        else:
            missing = next((n for n, s in (("object", thing), ("source", source), ("value", value)) if not s), None)
            sure = _confidence(confidence)
            if missing is not None or math.isnan(sure or 0.0):
                refused.append(Refused(name=f"{name}:{line}", reason=_fault(missing, confidence)))
                continue
        claims.append(
            SourceClaim(
                object=thing, source=source, value=value, origin=origin or None, date=date or None, confidence=sure
            )
        )
    if not claims:
        raise InputRefused(*_nothing(name, refused, "claim"))
    return Claims(claims, refused)


def parse_known(text: str, name: str, claims: Sequence[SourceClaim]) -> Known:
    """Read known answers from CSV text with a header: columns `object` (or `question`) and `value` (or `answer`).

    A row is refused as `name:line`, and the rest taken, where a cell is empty, where an earlier row gives another
    answer to the same question, or where none of the `claims` is about it.

    Raises:
        InputRefused: a needed column is missing, or there is no row that can be taken.
    """
    where, rows = _table(text, name, _KNOWN_COLUMNS)
    _need(where, ("object", "value"), name)
    asked = {claim.object for claim in claims}
    answers: dict[str, str] = {}
    lines: dict[str, int] = {}
    refused: list[Refused] = []
    for line, row in rows:
        thing, value = (row[place].strip() if (place := where[c]) < len(row) else "" for c in ("object", "value"))
        if not thing or not value:
            fault = f"It has no {'value' if thing else 'object'}; fill it in or take the row out."
        elif thing not in asked:
            fault = f"No claim is about {thing!r}; write the object as the table of claims does, or take the row out."
        elif thing in answers and key_of(answers[thing]) != key_of(value):
            fault = (
                f"Line {lines[thing]} already gives {answers[thing]!r} as the answer for {thing!r}; that one is taken."
                " Take out the row that is wrong."
            )
        else:
            answers.setdefault(thing, value)
            lines.setdefault(thing, line)
            continue
        refused.append(Refused(name=f"{name}:{line}", reason=fault))
    if not answers:
        raise InputRefused(*_nothing(name, refused, "answer"))
    return Known(answers, refused)


def _need(where: Mapping[str, int], columns: tuple[str, ...], name: str) -> None:
    for needed in columns:
        if needed not in where:
            raise InputRefused(
                name,
                f"There is no column {needed!r}; the first row must name {', '.join(columns[:-1])} and {columns[-1]}.",
            )


def _nothing(name: str, refused: Sequence[Refused], what: str) -> tuple[str, str]:
    """Name and reason of a table without any row that can be taken: its first fault, if it has rows."""
    if refused:
        return refused[0].name, refused[0].reason
    return name, f"There is a header but no {what} under it; write one row for each {what}."


def _fault(missing: str | None, confidence: str) -> str:
    if missing is not None:
        return f"It has no {missing}; fill it in or take the row out."
    return f"The confidence {confidence!r} is no number from 0 to 1; mend it or leave it empty."


def parse_hierarchy(text: str, name: str) -> dict[str, str]:
    """Read which value lies inside which: columns `child,parent`, or `id,name,parentid` as public tables have them.

    A value with several parents keeps the first. A parent that is not named anywhere is the top.

    Returns:
        The parent of each value.

    Raises:
        InputRefused: columns are missing, or a value lies inside itself.
    """
    where, rows = _table(text, name, _HIERARCHY_COLUMNS)
    cells = [
        {column: row[place].strip() if place < len(row) else "" for column, place in where.items()} for _, row in rows
    ]
    parents: dict[str, str] = {}
    if {"child", "parent"} <= where.keys():
        pairs = [(row["child"], row["parent"]) for row in cells]
    elif {"id", "name", "parent id"} <= where.keys():
        names = {row["id"]: row["name"] for row in cells}
        pairs = [(row["name"], names.get(row["parent id"], "")) for row in cells]
    else:
        raise InputRefused(name, "A hierarchy needs the columns child and parent in its first row.")
    for child, parent in pairs:
        if child and parent and child != parent:
            parents.setdefault(child, parent)
    loop = _loop(parents)
    if loop is not None:
        raise InputRefused(name, f"{loop!r} lies inside itself, by way of its parents; break the circle.")
    return parents


def _table(
    text: str, name: str, known: Mapping[str, tuple[str, ...]]
) -> tuple[dict[str, int], Iterator[tuple[int, list[str]]]]:
    """Where the known columns stand, and the rows under the header with their line numbers."""
    text = text.removeprefix("\ufeff")
    header_line = next((line for line in text.splitlines() if line.strip()), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header_line.count))
    rows = _rows(reader, name)
    header = next(rows, None)
    if header is None:
        raise InputRefused(name, "The table is empty; its first row names the columns.")
    titles = [cell.strip().casefold() for cell in header[1]]
    where = {}
    for column, spellings in known.items():
        place = next((titles.index(spelling) for spelling in spellings if spelling in titles), None)
        if place is not None:
            where[column] = place
    return where, rows


def _rows(reader: Reader, name: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not empty, with their line numbers."""
    try:
        for row in reader:
            if any(row) and any(cell.strip() for cell in row):
                yield reader.line_num, row
    except csv.Error as error:
        raise InputRefused(name, f"This is no table that can be read ({error}); save it as CSV in UTF-8.") from error


def _confidence(text: str) -> float | None:
    """A number 0..1, null if none is given, NaN if it is no such number."""
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        return math.nan
    return number if 0.0 <= number <= 1.0 else math.nan


def _loop(parents: Mapping[str, str]) -> str | None:
    """A value that is its own ancestor, if any."""
    safe: set[str] = set()
    for start in parents:
        path: list[str] = []
        seen: set[str] = set()
        place: str | None = start
        while place is not None and place not in safe:
            if place in seen:
                return place
            seen.add(place)
            path.append(place)
            place = parents.get(place)
        safe.update(path)
    return None
