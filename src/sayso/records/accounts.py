"""What several documents amount to: origins, incidents, ranges, accounts, agreement."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.records.readings import Certainty, Polarity, Quantity, RelationKind, Wording
from sayso.records.spans import Passage, Reason, Record

Relation = Literal["original", "reprint", "rewrite", "cites", "independent"]
RuleName = Literal["airwars", "ucdp", "acled", "gtd"]
Standing = Literal["agreed", "contested", "unknown", "single"]


class OriginLink(Record, frozen=True, kw_only=True):
    """Where one document's information comes from.

    `of` is the document it depends on; null when it depends on none that we hold.
    """

    id: str
    origin: str
    relation: Relation
    of: str | None
    reasons: tuple[Reason, ...] = ()


class Origin(Record, frozen=True, kw_only=True):
    """An independent root; its documents count once."""

    id: str
    documents: tuple[str, ...]


class Origins(Record, frozen=True, kw_only=True):
    """All documents with their origin, in input order, and the origins, in order of their first document."""

    documents: tuple[OriginLink, ...]
    origins: tuple[Origin, ...]


class Range(Record, frozen=True, kw_only=True):
    """A contested figure, chosen among claimed values; null where nothing was claimed."""

    minimum: Quantity | None
    best: Quantity | None
    maximum: Quantity | None
    origins: int
    contested: bool
    rule: RuleName
    reasons: tuple[Reason, ...] = ()


class Account(Record, frozen=True, kw_only=True):
    """What one speaker in one origin says of one quantity of the incident.

    Attributes:
        what: killed, injured, ... as in `Figure.what`.
        of, group, low, high, wording: as in `Figure`.
        origin: id of the origin, or of a speaker's own origin when several sources stand in one text.
        speaker: who says it, resolved; null is the outlet's own voice.
        outlet: who carried it.
        documents: all that carry it; reprints fold in here.
        grade: Admiralty, e.g. `B2`; null when nobody graded.
        as_of: ISO date for which it is said; null if unknown.
        used: `counts`, `maximum only`, `set aside`, `superseded`, `folded`.
        why: one sentence for `used`.
        passage: where it stands.
        since: the number that it amounts to by now, where a later report tells of deaths since: it stands behind that
            number; else null.
        doubt: `denies` or `does not confirm`, where the speaker says so of this number and does not give it; else null.
    """

    id: str
    what: str
    of: str | None
    group: str | None
    low: Quantity | None
    high: Quantity | None
    wording: Wording
    origin: str
    speaker: str | None
    outlet: str | None
    documents: tuple[str, ...]
    grade: str | None
    as_of: str | None
    used: Literal["counts", "maximum only", "set aside", "superseded", "folded"]
    why: str
    passage: Passage
    certainty: Certainty = "certain"
    proposed: bool = True
    since: Quantity | None = None
    doubt: Literal["denies", "does not confirm"] | None = None


class Weighing(Record, frozen=True, kw_only=True):
    """Ranges by quantity (`killed`, `injured`, `destroyed: T-62 tanks`...) and the accounts behind them."""

    figures: dict[str, Range]
    accounts: tuple[Account, ...]


class ProposedJoin(Record, frozen=True, kw_only=True):
    """A document of another incident that may report this one too; `likelihood` is 0..1, for a person to settle."""

    document: str
    likelihood: float
    reasons: tuple[Reason, ...] = ()


class Incident(Record, frozen=True, kw_only=True):
    """One happening as claims describe it. `figures` holds every account; `date` is partial ISO or null."""

    id: str
    documents: tuple[str, ...]
    date: str | None
    place: str | None
    killed: Range
    injured: Range
    figures: tuple[Account, ...] = ()
    title: str | None = None
    reasons: tuple[Reason, ...] = ()
    proposed: tuple[ProposedJoin, ...] = ()


class Regrouping(Record, frozen=True, kw_only=True):
    """What a person decided on which documents are one incident.

    Attributes:
        documents: those that the decision is about.
        together: the incidents that hold them are one; false: they are taken out of theirs.
        beside: a document whose incident they then belong to; null makes them an incident of their own.
        who: who decided.
    """

    documents: tuple[str, ...]
    together: bool
    beside: str | None
    who: str


class IncidentGroup(Record, frozen=True, kw_only=True):
    """Documents that report one happening, before their figures are weighed."""

    id: str
    documents: tuple[str, ...]
    date: str | None
    place: str | None
    reasons: tuple[Reason, ...] = ()
    proposed: tuple[ProposedJoin, ...] = ()


class Statement(Record, frozen=True, kw_only=True):
    """What accounts say in common or against each other, for the agreed / contested / unknown summary.

    `for_origins` and `against_origins` are origin ids; `says` is one sentence in plain words drawn from the passages.
    """

    standing: Standing
    says: str
    for_origins: tuple[str, ...]
    against_origins: tuple[str, ...]
    passages: tuple[Passage, ...]
    polarity: Polarity = "affirmed"


class StatedTie(Record, frozen=True, kw_only=True):
    """One statement of a tie: in which words, whose they are, whether they deny it.

    `speaker` is who says so, null for the outlet's own voice; `certainty` is as the speaker presents it.
    """

    passage: Passage
    speaker: str | None
    outlet: str | None
    denied: bool = False
    certainty: Certainty = "certain"


class ActorTie(Record, frozen=True, kw_only=True):
    """What reports say that an actor is to another: `kind` of `name`, with every statement of it.

    `actor` is the other's id in the cast, null where it is no actor of the case (a state).
    """

    kind: RelationKind
    name: str
    actor: str | None
    stated: tuple[StatedTie, ...]


class Actor(Record, frozen=True, kw_only=True):
    """One actor over all documents: `name` as most used, every spelling as written, and where it is mentioned.

    Attributes:
        known_as: its name in the table of known actors, null where that lacks it.
        mentions: all of them, those that describe it (`the group`) among them.
        decided: a person merged, split or renamed it, as its reasons tell.
        described: words that stand for it without naming it.
        ties: what reports say it is to others; whose words they are stands with each.
        perhaps: ids of actors whose names are so alike that they may be the same; a person says.
    """

    id: str
    name: str
    type: str
    spellings: tuple[str, ...]
    documents: tuple[str, ...]
    mentions: int
    known_as: str | None = None
    reasons: tuple[Reason, ...] = ()
    decided: bool = False
    described: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    ties: tuple[ActorTie, ...] = ()


class ProposedGrade(Record, frozen=True, kw_only=True):
    """An Admiralty letter that a source's record in the case supports; a proposal, never a decision.

    Attributes:
        letter: A to E, or F where fewer than three figures are decided either way.
        compared: its figures of which another origin says something too.
        agree, against: those of them that more origins bear out than agree on any other number, and fewer.
        first: those of them that came before any other origin's; `borne_out`: how many of these agree with most later.
        corrected: figures that it replaced by a later one of its own.
        own_documents: of the `documents` that carry its figures, those that reprint, rewrite or cite no other.
        reasons: the counts in words, with passages.
    """

    letter: Literal["A", "B", "C", "D", "E", "F"]
    compared: int
    agree: int
    against: int
    first: int
    borne_out: int
    corrected: int
    own_documents: int
    documents: int
    reasons: tuple[Reason, ...]


class Credibility(Record, frozen=True, kw_only=True):
    """Admiralty credibility of one item, 1 (confirmed) to 6 (cannot be judged), worked out from independent origins.

    `agree` and `against` count origins apart from its own.
    """

    digit: int
    agree: int
    against: int
    reasons: tuple[Reason, ...]


class SourceProfile(Record, frozen=True, kw_only=True):
    """One source of a case: an outlet or a speaker, what it claims, its Admiralty letter, how independent it is.

    `grade` is what a person gave; `proposed` what its record supports, null where it gives no figure at all.
    """

    name: str
    kind: Literal["outlet", "speaker"]
    documents: int
    claims: int
    origins: tuple[str, ...]
    grade: str | None
    distrusted: bool = False
    proposed: ProposedGrade | None = None


class TimelineEntry(Record, frozen=True, kw_only=True):
    """One dated passage: `when` is a partial ISO value or an interval of two; `says` the sentence that holds the words.

    `give_or_take`: days by which `when` may be off, as in `TimeMention`; left out where it is as said.
    """

    when: str
    says: str
    passage: Passage
    speaker: str | None = None
    give_or_take: int | msgspec.UnsetType = msgspec.UNSET
