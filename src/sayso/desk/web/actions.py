"""What a page can decide: records told apart by `do`."""

from __future__ import annotations

from typing import Literal

from sayso.records import Consistency, Precision, Record
from sayso.records.accounts import Relation
from sayso.workbench import At, ClaimEdit, LinkKind, Settled


class Action(Record, frozen=True, kw_only=True, tag_field="do", forbid_unknown_fields=True):
    """Something that a person decides."""


class Accept(Action, frozen=True, kw_only=True, tag="accept"):
    """A claim is right as it stands."""

    claim: str


class Reject(Action, frozen=True, kw_only=True, tag="reject"):
    """A claim is wrongly read."""

    claim: str


class Reopen(Action, frozen=True, kw_only=True, tag="reopen"):
    """Leave a claim to the program again."""

    claim: str


class Edit(Action, ClaimEdit, frozen=True, kw_only=True, tag="edit"):
    """Change a claim; what is left out stays, null takes away."""

    claim: str


class Split(Action, frozen=True, kw_only=True, tag="split"):
    """A claim is several."""

    claim: str
    parts: tuple[ClaimEdit, ...]


class Mark(Action, ClaimEdit, frozen=True, kw_only=True, tag="mark"):
    """A claim that the program did not read."""

    document: str
    content: tuple[At, ...]


class Grade(Action, frozen=True, kw_only=True, tag="grade"):
    """An Admiralty grade for a source."""

    source: str
    grade: str


class GradeClaim(Action, frozen=True, kw_only=True, tag="grade_claim"):
    """The credibility of one claim, 1 to 6; null takes it away."""

    claim: str
    credibility: int | None


class Distrust(Action, frozen=True, kw_only=True, tag="distrust"):
    """Set a source aside, or trust it again."""

    source: str
    distrusted: bool


class Overrule(Action, frozen=True, kw_only=True, tag="overrule"):
    """How a document came about."""

    document: str
    relation: Relation
    of: str | None = None


class MovePlace(Action, frozen=True, kw_only=True, tag="place"):
    """Where a place is; with `unplaced`, that nobody knows."""

    place: str
    lat: float | None = None
    lon: float | None = None
    precision: Precision = "point"
    name: str | None = None
    unplaced: bool = False


class MergeActors(Action, frozen=True, kw_only=True, tag="merge_actors"):
    """Several actors are one."""

    actors: tuple[str, ...]
    name: str | None = None


class SplitActor(Action, frozen=True, kw_only=True, tag="split_actor"):
    """Some spellings of an actor, or its mentions in some documents, mean another."""

    actor: str
    spellings: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    name: str | None = None


class RenameActor(Action, frozen=True, kw_only=True, tag="rename_actor"):
    """What an actor is called here."""

    actor: str
    name: str


class MergeIncidents(Action, frozen=True, kw_only=True, tag="merge_incidents"):
    """Several incidents are one."""

    incidents: tuple[str, ...]


class MoveDocument(Action, frozen=True, kw_only=True, tag="move_document"):
    """A document reports another incident; null makes one of its own."""

    document: str
    incident: str | None


class ChooseIncident(Action, frozen=True, kw_only=True, tag="choose_incident"):
    """What incident the case is about."""

    incident: str


class AddHypothesis(Action, frozen=True, kw_only=True, tag="hypothesis"):
    """An explanation to weigh."""

    name: str
    prior: float | None = None


class Rate(Action, frozen=True, kw_only=True, tag="rate"):
    """One piece of evidence against one explanation."""

    evidence: str
    hypothesis: str
    rating: Consistency
    source: str | None = None
    origin: str | None = None
    grade: str | None = None
    credibility: str | None = None
    relevance: str | None = None


class WeighEvidence(Action, frozen=True, kw_only=True, tag="weigh_evidence"):
    """A piece of evidence: the claims that it hangs on, and what describes it."""

    evidence: str
    claims: tuple[str, ...] = ()
    source: str | None = None
    origin: str | None = None
    grade: str | None = None
    credibility: str | None = None
    relevance: str | None = None


class LinkHypotheses(Action, frozen=True, kw_only=True, tag="link_hypotheses"):
    """Two explanations may hold together, or are one told twice; `none` unties them."""

    first: str
    second: str
    kind: LinkKind


class Foretell(Action, frozen=True, kw_only=True, tag="indicator"):
    """What would happen by a day, and how well that would go with explanations.

    `probability`, 0..1, is what the matrix implies where it is null.
    """

    says: str
    by: str
    ratings: dict[str, Consistency]
    probability: float | None = None


class Settle(Action, frozen=True, kw_only=True, tag="settle"):
    """Whether an indicator came true; `on` is the ISO date of that, `note` how it is known."""

    says: str
    state: Settled
    on: str | None = None
    note: str | None = None


class Conclude(Action, frozen=True, kw_only=True, tag="outcome"):
    """What explanations turned out true, none where none did; `note` says how it is known."""

    true: tuple[str, ...]
    note: str | None = None


class WriteSection(Action, frozen=True, kw_only=True, tag="section"):
    """A person's own words in a section of the report; empty takes them out."""

    section: str
    text: str
    place: Literal["before", "after", "instead"] = "before"


class MarkSensitive(Action, frozen=True, kw_only=True, tag="sensitive"):
    """A name that no redacted report shows, or that is public again."""

    name: str
    sensitive: bool = True


Act = (
    Accept | Reject | Reopen | Edit | Split | Mark | Grade | GradeClaim | Distrust | Overrule | MovePlace | MergeActors
    | SplitActor | RenameActor | MergeIncidents | MoveDocument | ChooseIncident | AddHypothesis | Rate | WeighEvidence
    | LinkHypotheses | Foretell | Settle | Conclude | WriteSection | MarkSensitive
)  # fmt: skip
