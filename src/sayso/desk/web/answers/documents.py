"""Answers about documents and claims."""

from __future__ import annotations

from typing import Any, Literal

from sayso.desk.web.answers.base import Answer, Named, OriginRow
from sayso.records import (
    ArchivedCopy,
    Claim,
    Credibility,
    Decision,
    Document,
    EquipmentMention,
    Explanation,
    Figure,
    Mention,
    PlaceMention,
    Record,
    Refused,
    TimeMention,
)
from sayso.workbench import Hit

ClaimState = Literal["proposed", "accepted", "rejected", "edited", "marked", "adrift"]


class DocumentRow(Record, frozen=True, kw_only=True):
    """One document in a list."""

    id: str
    name: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    media_type: str
    url: str | None
    origin: str | None
    relation: str | None
    of: str | None
    overruled: bool
    claims: int
    decided: int
    characters: int
    unread: str | None
    grade: str | None
    distrusted: bool
    incident: str | None


class Documents(Answer, frozen=True, kw_only=True):
    """All documents in stored order, and what was refused."""

    documents: tuple[DocumentRow, ...]
    origins: tuple[OriginRow, ...]
    refused: tuple[Refused, ...]


class ClaimView(Record, frozen=True, kw_only=True):
    """A claim as it stands, with the program's reading of it where a person decided."""

    claim: Claim
    state: ClaimState
    document: str
    who: str | None = None
    when: str | None = None
    decision: int | None = None
    program: Claim | None = None
    part_of: str | None = None
    credibility: int | None = None
    disagreement: tuple[Decision, ...] = ()


class DocumentCredibility(Answer, frozen=True, kw_only=True):
    """Credibility of a document's claims by their id, as worked out from independent origins of the incident in view.

    A claim that gives nothing to compare, or stands in another incident, has none. A person's word is in `ClaimView`.
    """

    claims: dict[str, Credibility]


class PlaceSpan(PlaceMention, frozen=True, kw_only=True):
    """A place as written, with the id of the place that it means."""

    place: str
    decided: bool


class CaptureRow(Record, frozen=True, kw_only=True):
    """One state of an address: the document that keeps it."""

    id: str
    retrieved: str
    sha256: str


class Original(Record, frozen=True, kw_only=True):
    """Where the untouched copy can be looked at: `url` in a frame, `download` as a file."""

    url: str
    download: str
    kind: Literal["html", "pdf", "text", "other"]
    pages: int | None


class OneDocument(Answer, frozen=True, kw_only=True):
    """One document with everything that was read in it."""

    document: Document
    sentences: tuple[tuple[int, int], ...]
    claims: tuple[ClaimView, ...]
    mentions: tuple[Mention, ...]
    places: tuple[PlaceSpan, ...]
    times: tuple[TimeMention, ...]
    figures: tuple[Figure, ...]
    equipment: tuple[EquipmentMention, ...]
    explanations: tuple[Explanation, ...]
    copy: ArchivedCopy | None
    captures: tuple[CaptureRow, ...]
    decisions: tuple[Decision, ...]
    original: Original


class Change(Record, frozen=True, kw_only=True):
    """A run of words that two captures share, or that only the earlier or the later has."""

    op: Literal["equal", "delete", "insert"]
    text: str


class Changes(Answer, frozen=True, kw_only=True):
    """What differs between two captures."""

    changes: tuple[Change, ...]


class OneClaim(Answer, frozen=True, kw_only=True):
    """A claim with everything that was decided about it, what was undone included."""

    document: str
    view: ClaimView
    history: tuple[Decision, ...]


class ClaimTable(Answer, frozen=True, kw_only=True):
    """Claims by column; numbers in columns are positions in the lists beside them, -1 for none.

    Where it is not the whole, it has all claims of the documents listed, and of no others.
    """

    whole: bool
    n: int
    documents: tuple[str, ...]
    speakers: tuple[str, ...]
    outlets: tuple[str, ...]
    actors: tuple[Named, ...]
    places: tuple[Named, ...]
    days: tuple[str, ...]
    origins: tuple[str, ...] | None
    columns: dict[str, list[Any]]


class Hits(Answer, frozen=True, kw_only=True):
    """Passages that a search found, best first."""

    hits: tuple[Hit, ...]
