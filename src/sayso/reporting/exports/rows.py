"""CSV that a spreadsheet opens without acting on it, and the look-ups that several exports share."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from sayso.records import CaseView, Document, Incident, PlaceMention, Range, Statement
from sayso.reporting.words import clean, one_line

Value = str | float | int | bool | None

# What Excel, Calc and Sheets take as the start of a formula, also in full width.
_FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
_BREAKS = frozenset("\t\r\n")


def cell(value: Value) -> str | float | int:
    """Make one cell: text that would start a formula gets a leading apostrophe; unknown is empty; 6.0 is 6."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str):
        # The csv module does not quote a lone carriage return, and a reader would begin a new row there.
        text = clean(value).replace("\r\n", "\n").replace("\r", "\n")
        return f"'{text}" if text.lstrip()[:1] in _FORMULA or text[:1] in _BREAKS else text
    return value


def sheet(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """Write a CSV: UTF-8 without a byte order mark, one header line, a line feed at line ends."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([cell(c) for c in columns])
    for row in rows:
        writer.writerow([cell(v) for v in row])
    return out.getvalue()


def main_incident(view: CaseView) -> Incident | None:
    """The incident that most documents report, the first of equals."""
    return max(view.incidents, key=lambda i: len(i.documents), default=None)


def killed_by(view: CaseView, rule: str) -> Range | None:
    """The range of killed under a rule, when the case worked it out."""
    for weighing in (view.weighing, view.other_rules.get(rule)):
        found = weighing.figures.get("killed") if weighing is not None else None
        if found is not None and found.rule == rule:
            return found
    return None


def place_of(view: CaseView, name: str | None) -> PlaceMention | None:
    """The located place that bears `name`, most often mentioned first; null when none has coordinates."""
    if not name:
        return None
    wanted = {part.strip().casefold() for part in name.split(",")}
    found = [
        p
        for r in view.readings
        for p in r.places
        if p.lat is not None and p.lon is not None and {p.name.casefold(), p.text.casefold()} & wanted
    ]
    if not found:
        return None
    first = name.split(",")[0].strip().casefold()
    return max(found, key=lambda p: (first in {p.name.casefold(), p.text.casefold()}, p.score))


def day_of(value: str | None) -> tuple[str, str, str]:
    """Year, month and day of a partial ISO value, each empty where it is not known."""
    match = re.match(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\w])", (value or "").partition("T")[0])
    return (match[1], match[2] or "", match[3] or "") if match else ("", "", "")


def link_of(document: Document) -> str:
    """Where a document is: URL, else path, else empty."""
    return clean(document.url or document.path or "")


def statements(view: CaseView) -> str:
    """What is agreed and contested, as one line for a notes column."""
    words = {"agreed": "Agreed", "contested": "Contested", "single": "One origin", "unknown": "Unknown"}
    return " ".join(f"{words[s.standing]}: {_stop(s)}" for s in view.statements)


def _stop(statement: Statement) -> str:
    line = one_line(statement.says)
    return line if line.endswith((".", "!", "?")) else f"{line}."
