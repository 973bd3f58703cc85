"""Answers about what the documents amount to."""

from __future__ import annotations

from typing import Literal

from msgspec import field

from sayso.desk.web.answers.base import Answer, Counts
from sayso.records import Account, Matrix, Passage, Range, Record, Refused, SourceProfile, Statement, Verdict

Number = int | float | None


class FigureRow(Record, frozen=True, kw_only=True):
    """One quantity of an incident as a range; `reasons` in sentences, `accounts` how many speak of it.

    `proposed`: a figure that counts rests on a claim on which nobody has decided. `unit`: what a distance or a sum is
    counted in, where the accounts agree.
    """

    key: str
    unit: str | None
    minimum: Number
    best: Number
    maximum: Number
    origins: int
    contested: bool
    rule: str
    reasons: tuple[str, ...]
    accounts: int
    proposed: bool


class Triple(Record, frozen=True, kw_only=True):
    """Minimum, best and maximum."""

    minimum: Number
    best: Number
    maximum: Number
    contested: bool | None = None


class IncidentRow(Record, frozen=True, kw_only=True):
    """One happening; `subject` is the one that the case is about."""

    id: str
    title: str | None
    date: str | None
    place: str | None
    documents: int
    killed: FigureRow
    injured: FigureRow
    subject: bool
    document_ids: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


class TimelineRow(Record, frozen=True, kw_only=True):
    """One dated sentence; equal ones of several documents stand once."""

    when: str
    says: str
    speaker: str | None
    documents: tuple[str, ...]
    passage: Passage


class ToDecide(Record, frozen=True, kw_only=True):
    """Something that waits for a person; `where` is an address within the page."""

    kind: Literal["proposal", "conflict", "rating", "figure", "origin", "actor", "place"]
    says: str
    where: str


class Hypotheses(Record, frozen=True, kw_only=True):
    """The matrix as decided and its scores; null while there is none."""

    matrix: Matrix | None
    verdict: Verdict | None


class Overview(Answer, frozen=True, kw_only=True):
    """The incident in one screen."""

    title: str
    note: str | None
    now: str | None
    incident: IncidentRow | None
    other_incidents: tuple[IncidentRow, ...]
    counts: Counts
    standing: dict[str, tuple[Statement, ...]]
    figures: tuple[FigureRow, ...]
    accounts: tuple[Account, ...]
    timeline: tuple[TimelineRow, ...]
    hypotheses: Hypotheses
    next: tuple[ToDecide, ...]
    refused: tuple[Refused, ...]


class Contradiction(Record, frozen=True, kw_only=True):
    """Passages that speak for and against one statement."""

    says: str
    for_: tuple[Passage, ...] = field(name="for")
    against: tuple[Passage, ...]
    for_origins: tuple[str, ...]
    against_origins: tuple[str, ...]


class Contradictions(Answer, frozen=True, kw_only=True):
    """What accounts say against each other."""

    pairs: tuple[Contradiction, ...]


class Figures(Answer, frozen=True, kw_only=True):
    """All quantities under one rule."""

    rule: str
    figures: tuple[FigureRow, ...]


class OneFigure(Answer, frozen=True, kw_only=True):
    """One quantity with the steps of the rule, the accounts, other rules, and what single sources change.

    `before` is the range with the sources that `?without=` leaves out; null when none is left out. `each` tells whether
    `without` was worked out: with many sources it is only when asked for.
    """

    key: str
    range: Range
    accounts: tuple[Account, ...]
    other_rules: dict[str, Triple]
    without: dict[str, Triple]
    each: bool
    before: Range | None


class Sources(Answer, frozen=True, kw_only=True):
    """Outlets and speakers."""

    sources: tuple[SourceProfile, ...]


class Incidents(Answer, frozen=True, kw_only=True):
    """Every happening that the documents report."""

    incidents: tuple[IncidentRow, ...]


class Timeline(Answer, frozen=True, kw_only=True):
    """Dated sentences in time order."""

    entries: tuple[TimelineRow, ...]
