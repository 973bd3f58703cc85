"""The base of all answers, and what a page asks first."""

from __future__ import annotations

from typing import Literal

from sayso.records import Decision, Record, Refused
from sayso.workbench import AddEvent


class Answer(Record, frozen=True, kw_only=True):
    """Base of all answers. `version` stands first, so that it can be told apart from the rest."""

    version: str = ""


class Problem(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Why a request was not done, as a sentence; `conflicts` is what others decided meanwhile, `says` that in words."""

    error: str
    status: int
    version: str | None = None
    conflicts: tuple[Decision, ...] = ()
    says: tuple[str, ...] = ()


class Counts(Record, frozen=True, kw_only=True):
    """How much a case holds; `origins` and `incidents` are null until it has been weighed."""

    documents: int
    claims: int
    asserted: int
    decided: int
    proposed: int
    rejected: int
    refused: int
    origins: int | None = None
    incidents: int | None = None


class Job(Record, frozen=True, kw_only=True):
    """Documents being added: how many were stored and read, of how many as far as is known; the last events."""

    id: str
    what: str
    state: Literal["waiting", "running", "done", "failed"]
    stored: int
    read: int
    total: int | None
    refused: tuple[Refused, ...]
    events: tuple[AddEvent, ...]
    error: str | None


class Weighing(Record, frozen=True, kw_only=True):
    """What is being worked out now, and how far it is: `done` of so many.

    `step`: `documents` (loading them), `origins`, `incidents`, `actors`, `figures`.
    """

    step: str
    done: int
    of: int


class Session(Answer, frozen=True, kw_only=True):
    """What a page asks first."""

    weighed: str | None
    weighing: Weighing | None
    fault: str | None
    name: str
    title: str
    note: str | None
    who: str
    software: str
    page: bool
    rule: str
    rules: tuple[str, ...]
    forms: tuple[str, ...]
    report_forms: tuple[str, ...]
    counts: Counts
    jobs: tuple[Job, ...]
    standing: int
    can_undo: Decision | None
    can_redo: Decision | None


class Jobs(Answer, frozen=True, kw_only=True):
    """Everything that was added in this session, newest last."""

    jobs: tuple[Job, ...]


class OneJob(Answer, frozen=True, kw_only=True):
    """One of them."""

    job: Job


class Named(Record, frozen=True, kw_only=True):
    """An id and what to call it."""

    id: str
    name: str


class OriginRow(Record, frozen=True, kw_only=True):
    """One independent origin by the name of its first document."""

    id: str
    name: str
    documents: tuple[str, ...]
