"""Spreadsheets in: who claims what, and which value lies inside which."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping
from typing import Final

from sayso.errors import InputRefused
from sayso.records import SourceClaim

__all__ = ["parse_claims", "parse_hierarchy"]

_CLAIM_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "object": ("object", "obj", "question", "item", "task"),
    "source": ("source", "src", "worker"),
    "value": ("value", "answer"),
    "origin": ("origin",),
    "date": ("date",),
    "confidence": ("confidence",),
}
_HIERARCHY_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "child": ("child",),
    "parent": ("parent",),
    "id": ("id",),
    "name": ("name",),
    "parent id": ("parentid", "parent_id"),
}


def parse_claims(text: str, name: str) -> list[SourceClaim]:
    """Read claims from CSV text with a header; commas, semicolons or tabs between the cells.

    Columns `object`, `source`, `value` are needed, `origin`, `date`, `confidence` (0..1) are welcome, others are passed
    over. `obj`, `question`, `src`, `worker` and `answer`, as public tables call them, are understood.

    Raises:
        InputRefused: a needed column or cell is missing, or a confidence is none; named by line.
    """
    where, rows = _table(text, name, _CLAIM_COLUMNS)
    for needed in ("object", "source", "value"):
        if needed not in where:
            raise InputRefused(
                name, f"There is no column {needed!r}; the first row must name object, source and value."
            )
    claims = []
    for line, row in rows:
        said = {column: row[place].strip() if place < len(row) else "" for column, place in where.items()}
        for needed in ("object", "source", "value"):
            if not said[needed]:
                raise InputRefused(name, f"Line {line} has no {needed}; fill it in or take the row out.")
        claims.append(
            SourceClaim(
                object=said["object"],
                source=said["source"],
                value=said["value"],
                origin=said.get("origin") or None,
                date=said.get("date") or None,
                confidence=_confidence(said.get("confidence", ""), line, name),
            )
        )
    if not claims:
        raise InputRefused(name, "There is a header but no claim under it; write one row for each claim.")
    return claims


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
) -> tuple[dict[str, int], list[tuple[int, list[str]]]]:
    """Where the known columns stand, and the rows under the header with their line numbers."""
    text = text.removeprefix("\ufeff")
    header_line = next((line for line in text.splitlines() if line.strip()), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header_line.count))
    try:
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise InputRefused(name, f"This is no table that can be read ({error}); save it as CSV in UTF-8.") from error
    if not rows:
        raise InputRefused(name, "The table is empty; its first row names the columns.")
    titles = [cell.strip().casefold() for cell in rows[0][1]]
    where = {}
    for column, spellings in known.items():
        place = next((titles.index(spelling) for spelling in spellings if spelling in titles), None)
        if place is not None:
            where[column] = place
    return where, rows[1:]


def _confidence(text: str, line: int, name: str) -> float | None:
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0.0 <= number <= 1.0:
        raise InputRefused(name, f"Line {line}: the confidence {text!r} is no number from 0 to 1.")
    return number


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
