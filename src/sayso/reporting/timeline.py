"""The timeline: dated passages in order, drawn over the days that they name."""

from __future__ import annotations

import datetime as dt
import re

from sayso.records import CaseView, Passage, TimelineEntry, order_of
from sayso.reporting.blocks import Block, Chronicle, Moment, Paragraph, Section, Tick
from sayso.reporting.naming import label
from sayso.reporting.notes import name_of
from sayso.reporting.phrases import Desk, record, theirs
from sayso.reporting.words import MONTHS, moment_of, one_line, plural

_DATELINE = re.compile(r"(?:[\w .'\u2019-]{1,60},\s*){0,2}\d{1,2} [A-Z][a-z]+ \d{4}\.?")
MOST_MOMENTS = 80
"""Rows drawn; a case with more says how many it leaves out."""


def timeline_section(desk: Desk) -> Section:
    """Dated passages in order, drawn over the days they name, with the days the documents appeared."""
    entries = _folded(desk.view)
    shown = entries[:MOST_MOMENTS]
    if not shown:
        said = (record("No passage could be dated."),)
        return Section(id="timeline", title="Timeline", blocks=(Paragraph(sentences=said),))
    days = [d for e, _ in shown if (d := _day(e.when)) is not None]
    papers = [(d, name_of(r.document)) for r in desk.view.readings if (d := _day(r.document.published or ""))]
    low, high = _window(days, [d for d, _ in papers])
    width = max(high - low, 1)
    published = tuple(Tick(position=(d - low) / width, label=name) for d, name in sorted(papers) if low <= d <= high)
    blocks: list[Block] = [
        Chronicle(
            rows=tuple(_moment(desk, entry, copies, low, high) for entry, copies in shown),
            published=published,
            ticks=_ticks(low, high),
        )
    ]
    if len(entries) > len(shown):
        left = plural(len(entries) - len(shown), "later passage")
        blocks.append(Paragraph(sentences=(record(f"{left} with a date are not drawn"),)))
    return Section(id="timeline", title="Timeline", blocks=tuple(blocks))


def _folded(view: CaseView) -> list[tuple[TimelineEntry, list[Passage]]]:
    """Entries in order of time; those that say the same of the same moment become one, with the passages of all.

    A sentence that gives a day and a time of that day stands once, with the time; a bare dateline tells of nothing.
    """
    found: dict[tuple[str, str], tuple[TimelineEntry, list[Passage]]] = {}
    told = [e for e in view.timeline if not _DATELINE.fullmatch(one_line(e.says))]
    finer = {(e.passage.document, e.says, e.when[:10]) for e in told if len(e.when) > 10}
    told = [e for e in told if len(e.when) > 10 or (e.passage.document, e.says, e.when) not in finer]
    for entry in sorted(told, key=lambda e: order_of(e.when)):
        found.setdefault((entry.when, one_line(entry.says)), (entry, []))[1].append(entry.passage)
    return list(found.values())


def _moment(desk: Desk, entry: TimelineEntry, passages: list[Passage], low: int, high: int) -> Moment:
    document = desk.book.document(entry.passage.document)
    day = _day(entry.when)
    return Moment(
        when=moment_of(entry),
        iso=entry.when,
        position=(day - low) / max(high - low, 1) if day is not None and low <= day <= high else None,
        who=label(entry.speaker, document),
        copies=len({p.document for p in passages}) - 1,
        words=theirs(entry.says, document),
        notes=desk.cite(passages),
    )


def _day(value: str) -> int | None:
    """Day number of a value known to the day; null otherwise, since a month is no day."""
    if not re.match(r"\d{4}-\d{2}-\d{2}", value):
        return None
    try:
        return dt.date.fromisoformat(value[:10]).toordinal()
    except ValueError:
        return None


def _window(days: list[int], papers: list[int]) -> tuple[int, int]:
    """Choose the stretch to draw: around the middle half of all days, so that one far date cannot flatten the rest."""
    every = sorted(days + papers)
    if not every:
        return 0, 1
    first, last = every[len(every) // 4], every[(3 * len(every)) // 4]
    reach = max(2 * (last - first), 7)
    inside = [d for d in every if first - reach <= d <= last + reach]
    return inside[0] - 1, inside[-1] + 1


def _ticks(low: int, high: int) -> tuple[Tick, ...]:
    every = next(step for step in (1, 2, 3, 5, 7, 14, 31, 92, 366, 3660, 10**6) if (high - low) / step <= 2)
    ticks = []
    for day in range(low, high + 1, every):
        date = dt.date.fromordinal(max(day, 1))
        label = f"{date.day} {MONTHS[date.month - 1][:3]}" if every < 366 else str(date.year)
        ticks.append(Tick(position=(day - low) / max(high - low, 1), label=label))
    return tuple(ticks)
