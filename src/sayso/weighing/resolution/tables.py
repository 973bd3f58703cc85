"""Spreadsheets in: who claims what, what is known, and which value lies inside which."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date as calendar_date
from functools import lru_cache
from typing import Final, NamedTuple

from sayso.errors import InputRefused
from sayso.records import Refused, SourceClaim
from sayso.weighing.resolution.sheets import Faults, need, table
from sayso.weighing.resolution.spelling import key_of, number_of

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
_ENDLESS: Final = re.compile(r"[-+]?(?:nan|NaN|NAN|[iI]nf|INF|[iI]nfinity|\d[\d.]*[eE]\+?\d{3,})")
"""Forms in which programs write what is no number, or one without bound; "Nan" is a name."""
_NO_NUMBER: Final = "{!r} is what programs write where there is no number; take the row out, or write what is claimed."
_DATE: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?")


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

    Columns `object`, `source`, `value` are needed, `origin`, `date` (ISO), `confidence` (0..1) are welcome, others are
    passed over. `obj`, `question`, `src`, `worker` and `answer`, as public tables call them, are understood. A row
    without a needed cell, with a date or a confidence that is none, or with a `nan` or `inf` where no words are
    claimed, is refused as `name:line`, and the rest is taken.

    Raises:
        InputRefused: a needed column is missing or stands twice, or there is no row that can be taken.
    """
    faults: Faults = []
    where, rows = table(text, name, _CLAIM_COLUMNS, faults)
    need(where, ("object", "source", "value"), name)
    claims: list[SourceClaim] = []
    endless: dict[int, int] = {}
    places = [where.get(column) for column in _CLAIM_COLUMNS]
    for line, row in rows:
        width = len(row)
        thing, source, value, origin, date, confidence = [
            row[place].strip() if place is not None and place < width else "" for place in places
        ]
        sure = None
        if confidence or date or not (thing and source and value):
            sure = _confidence(confidence)
            fault = _fault(thing, source, value, date, confidence)
            if fault is not None:
                faults.append((line, fault))
                continue
        if _ENDLESS.fullmatch(value):
            endless[len(claims)] = line
        claims.append(
            SourceClaim(
                object=thing, source=source, value=value, origin=origin or None, date=date or None, confidence=sure
            )
        )
    out = _no_numbers(claims, endless)
    faults += [(endless[place], _NO_NUMBER.format(claims[place].value)) for place in out]
    claims = [claim for place, claim in enumerate(claims) if place not in out] if out else claims
    refused = [Refused(name=f"{name}:{line}", reason=fault) for line, fault in sorted(faults)]
    if not claims:
        raise InputRefused(*_nothing(name, refused, "claim"))
    return Claims(claims, refused)


def _no_numbers(claims: Sequence[SourceClaim], endless: Mapping[int, int]) -> set[int]:
    """Places of those claims, of some that look endless, about whose object nobody claims a word."""
    if not endless:
        return set()
    asked = {claims[place].object for place in endless}
    worded = {
        claim.object
        for place, claim in enumerate(claims)
        if place not in endless and claim.object in asked and number_of(key_of(claim.value)) is None
    }
    return {place for place in endless if claims[place].object not in worded}


def parse_known(text: str, name: str, claims: Sequence[SourceClaim]) -> Known:
    """Read known answers from CSV text with a header: columns `object` (or `question`) and `value` (or `answer`).

    A row is refused as `name:line`, and the rest taken, where a cell is empty, where an earlier row gives another
    answer to the same question, or where none of the `claims` is about it.

    Raises:
        InputRefused: a needed column is missing, or there is no row that can be taken.
    """
    faults: Faults = []
    where, rows = table(text, name, _KNOWN_COLUMNS, faults)
    need(where, ("object", "value"), name)
    asked = {claim.object for claim in claims}
    answers: dict[str, str] = {}
    lines: dict[str, int] = {}
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
        faults.append((line, fault))
    refused = [Refused(name=f"{name}:{line}", reason=fault) for line, fault in sorted(faults)]
    if not answers:
        raise InputRefused(*_nothing(name, refused, "answer"))
    return Known(answers, refused)


def _nothing(name: str, refused: Sequence[Refused], what: str) -> tuple[str, str]:
    """Name and reason of a table without any row that can be taken: its first fault, if it has rows."""
    if refused:
        return refused[0].name, refused[0].reason
    return name, f"There is a header but no {what} under it; write one row for each {what}."


def _fault(thing: str, source: str, value: str, date: str, confidence: str) -> str | None:
    missing = next((n for n, s in (("object", thing), ("source", source), ("value", value)) if not s), None)
    if missing is not None:
        return f"It has no {missing}; fill it in or take the row out."
    if date and not _is_date(date):
        return f"The date {date!r} cannot be put in order; write it as 2031-06-30 or leave it empty."
    if math.isnan(_confidence(confidence) or 0.0):
        return f"The confidence {confidence!r} is no number from 0 to 1; mend it or leave it empty."
    return None


@lru_cache(maxsize=1 << 16)
def _is_date(text: str) -> bool:
    """Whether it is an ISO date, be it a year or a month alone, with or without a time of day."""
    if not _DATE.fullmatch(text):
        return False
    try:
        calendar_date.fromisoformat(f"{text[:10]}-01-01"[:10] if len(text) < 10 else text[:10])
    except ValueError:
        return False
    return True


def parse_hierarchy(text: str, name: str) -> dict[str, str]:
    """Read which value lies inside which: columns `child,parent`, or `id,name,parentid` as public tables have them.

    A value with several parents keeps the first. A parent that is not named anywhere is the top.

    Returns:
        The parent of each value.

    Raises:
        InputRefused: columns are missing, or a value lies inside itself.
    """
    faults: Faults = []
    where, rows = table(text, name, _HIERARCHY_COLUMNS, faults)
    cells = [
        {column: row[place].strip() if place < len(row) else "" for column, place in where.items()} for _, row in rows
    ]
    if faults:
        raise InputRefused(f"{name}:{faults[0][0]}", faults[0][1])
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
