"""What a case holds beside documents and readings, and the view of it that reports are made from."""

from __future__ import annotations

from typing import Any, Literal

from sayso.records.accounts import (
    Actor,
    Incident,
    Origins,
    SourceProfile,
    Statement,
    TimelineEntry,
    Weighing,
)
from sayso.records.documents import Capture, Refused
from sayso.records.hypotheses import Matrix, Verdict
from sayso.records.judging import Indicator, Panel, PostMortem
from sayso.records.readings import ClaimReview, Reading
from sayso.records.spans import Passage, Record

DecisionKind = Literal[
    "grade", "distrust", "hypothesis", "evidence", "rating", "origin", "claim", "setting", "actor", "incident", "place",
    "gazetteer",
    "link", "indicator", "outcome", "section", "sensitive",
]  # fmt: skip


class Decision(Record, frozen=True, kw_only=True):
    """A person's word: who, when, about what. Never overwritten; undone by a later row.

    `subject` names what it is about (a source's name, a document or claim id); `value` is JSON.
    """

    id: int
    kind: DecisionKind
    subject: str
    value: Any
    who: str
    when: str
    undone: bool = False


class ArchivedCopy(Record, frozen=True, kw_only=True):
    """Where a document's untouched bytes lie; `warc` is relative to the case folder, `offset` and `length` in bytes."""

    document: str
    warc: str
    offset: int
    length: int
    record_id: str
    sha256: str
    capture: Capture


class Finding(Record, frozen=True, kw_only=True):
    """One result of `verify`: `ok` or what is wrong, as a sentence that names the record."""

    ok: bool
    subject: str
    says: str


class Written(Record, frozen=True, kw_only=True):
    """What a person wrote into a section of the report; it survives every rebuild.

    Attributes:
        section: id of the section.
        place: before the program's own text, after it, or instead of it.
        text: paragraphs parted by blank lines; `[[document:start-end]]` and `[[claim id]]` become notes.
        over: digest of the program's text that it stood instead of; null where that was not asked.
    """

    section: str
    place: Literal["before", "after", "instead"]
    text: str
    who: str
    when: str
    over: str | None = None


class CaseView(Record, frozen=True, kw_only=True):
    """All that a report may say, already weighed: reporting draws it and infers nothing.

    `now` is the time of the newest stored row, never the clock, so that the same case gives the same bytes. `sensitive`
    are names that people marked as sensitive (true) or public (false); `described` what documents call an actor, by id.
    """

    name: str
    title: str
    now: str | None
    note: str | None
    readings: tuple[Reading, ...]
    copies: tuple[ArchivedCopy, ...]
    refused: tuple[Refused, ...]
    origins: Origins
    incidents: tuple[Incident, ...]
    weighing: Weighing
    other_rules: dict[str, Weighing]
    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]
    sources: tuple[SourceProfile, ...]
    timeline: tuple[TimelineEntry, ...]
    matrix: Matrix | None
    verdict: Verdict | None
    decisions: tuple[Decision, ...]
    without_each: dict[str, dict[str, tuple[float | None, float | None, float | None]]] = {}
    reviews: tuple[ClaimReview, ...] = ()
    panel: Panel | None = None
    indicators: tuple[Indicator, ...] = ()
    post_mortem: PostMortem | None = None
    written: tuple[Written, ...] = ()
    sensitive: dict[str, bool] = {}
    described: dict[str, tuple[Passage, ...]] = {}
    redacted: bool = False

    @property
    def waiting(self) -> int:
        """How many documents are stored and not read yet, since adding them was stopped: nothing here rests on them."""
        return sum(not r.sentences and not r.document.unread for r in self.readings)
