"""What a person decides about claims and places: right as read, wrong, other words, several in one, one more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from sayso.errors import UsageError
from sayso.records import (
    Certainty,
    Claim,
    ClaimReview,
    Decision,
    Document,
    Polarity,
    Precision,
    Reading,
    Record,
    Span,
    Speaker,
    content_id,
)
from sayso.store import CaseStore
from sayso.workbench.decisions import check_name
from sayso.workbench.reviewing import Reviewed, by_document, review

__all__ = ["At", "ClaimDecisions", "ClaimEdit", "SpeakerAt"]


class At(Record, frozen=True, kw_only=True):
    """A place in a document's text, in code points, half-open."""

    start: int
    end: int


class SpeakerAt(At, frozen=True, kw_only=True):
    """Where a source stands, and whom it names: as resolved in the document unless told."""

    entity: str | UnsetType | None = UNSET


class ClaimEdit(Record, frozen=True, kw_only=True):
    """What to change about a claim. What is left out stays as it is; null takes away."""

    source: SpeakerAt | UnsetType | None = UNSET
    cue: At | UnsetType | None = UNSET
    content: tuple[At, ...] | UnsetType = UNSET
    via: tuple[At, ...] | UnsetType = UNSET
    certainty: Certainty | UnsetType = UNSET
    polarity: Polarity | UnsetType = UNSET


class _Found(Record, frozen=True, kw_only=True):
    """A claim as it stands, what the program read (null if it read none), and what was decided about it."""

    reading: Reading
    stands: Claim | None
    program: Claim | None
    reviewed: ClaimReview | None


class ClaimDecisions:
    """The part of a `Case` that is about its claims and places.

    `known`, where it may be given, is the claim's document with decisions applied: it spares a search through the case.
    """

    _store: CaseStore

    def reviewed(self, documents: Sequence[str] | None = None) -> Iterator[Reviewed]:
        """Newest readings with decisions applied, in stored order; of all documents, or of those named."""
        return reviewed_of(self._store, documents)

    def accept_claim(self, claim: str, *, who: str, known: Reviewed | None = None) -> Decision:
        """Say that a claim is right as it stands: it is asserted, whatever its score.

        Raises:
            UsageError: there is no such claim, or it was rejected by a decision that left nothing to accept.
        """
        found = self._found(claim, known)
        stands = found.stands or found.program
        if stands is None:
            raise UsageError(f"Nothing is left of the claim {claim}: reopen it, or mark it again.")
        if found.program is None:
            verdict = "mark"
        else:
            same = _bare(stands) == _bare(found.program)
            verdict = "accept" if same else "edit"
        return self._decide_claim(found, claim, verdict, [stands], who)

    def reject_claim(self, claim: str, *, who: str, known: Reviewed | None = None) -> Decision:
        """Say that a claim is wrongly read: nothing rests on it, and it stays on record as rejected.

        Raises:
            UsageError: there is no such claim.
        """
        return self._decide_claim(self._found(claim, known), claim, "reject", [], who)

    def reopen_claim(self, claim: str, *, who: str, known: Reviewed | None = None) -> Decision:
        """Leave a claim to the program again, as it was read; of one part, the whole that was split.

        Raises:
            UsageError: there is no such claim.
        """
        found = self._found(claim, known)
        whole = found.reviewed.part_of if found.reviewed and found.reviewed.part_of else claim
        return self._decide_claim(found, whole, "reopen", [], who)

    def edit_claim(self, claim: str, edit: ClaimEdit, *, who: str, known: Reviewed | None = None) -> Decision:
        """Change a claim; what the program read is kept beside it.

        Raises:
            UsageError: there is no such claim, or a span is not in the text.
        """
        found = self._found(claim, known)
        stands = found.stands or found.program
        if stands is None:
            raise UsageError(f"Nothing is left of the claim {claim}: mark it again.")
        verdict = "edit" if found.program else "mark"
        return self._decide_claim(found, claim, verdict, [edited(found.reading, stands, edit)], who)

    def split_claim(
        self, claim: str, parts: Sequence[ClaimEdit], *, who: str, known: Reviewed | None = None
    ) -> Decision:
        """Say that a claim is several: each part says what it changes of the whole.

        Raises:
            UsageError: there is no such claim, fewer than two different parts, or a span is not in the text.
        """
        found = self._found(claim, known)
        stands = found.stands or found.program
        if stands is None:
            raise UsageError(f"Nothing is left of the claim {claim} to split.")
        made = [_named(found.reading.document, edited(found.reading, stands, part)) for part in parts]
        if len({c.id for c in made}) != len(made) or len(made) < 2:
            raise UsageError("A split makes two or more claims that differ: say which words belong to which.")
        return self._decide_claim(found, claim, "split", made, who)

    def mark_claim(self, document: str, marked: ClaimEdit, *, who: str) -> Decision:
        """Mark a claim that the program did not read; at least its content must be said.

        Raises:
            UsageError: there is no such document with a reading, or a span is not in the text.
        """
        reading = next(iter(self._store.readings([document])), None)
        if reading is None:
            held = self._store.document_for(document)
            if held is None or held.id != document:
                raise UsageError(f"There is no document {document} in this case.")
            raise UsageError(f"The document {document} has not been read, so nothing can be marked in it.")
        bare = Claim(id="", source=None, cue=None, content=(), score=1.0)
        made = _named(reading.document, edited(reading, bare, marked))
        found = _Found(reading=reading, stands=None, program=None, reviewed=None)
        return self._decide_claim(found, made.id, "mark", [made], who)

    def grade_claim(self, claim: str, credibility: int | None, *, who: str, known: Reviewed | None = None) -> Decision:
        """Say how credible one piece of information is, apart from who says it: 1 confirmed to 6 cannot be judged.

        Raises:
            UsageError: there is no such claim, or no such digit.
        """
        self._found(claim, known)
        if credibility is not None and not 1 <= credibility <= 6:
            raise UsageError(
                f"{credibility} is no credibility: give a digit from 1 (confirmed) to 6 (cannot be judged)."
            )
        return self._store.decide("grade", claim, credibility, who)

    def _decide_claim(self, found: _Found, subject: str, verdict: str, claims: Sequence[Claim], who: str) -> Decision:
        value = {
            "document": found.reading.document.id,
            "verdict": verdict,
            "program": _bare(found.program) if found.program else None,
            "claims": [_bare(c) for c in claims],
        }
        return self._store.decide("claim", subject, value, who)

    def _found(self, claim: str, known: Reviewed | None) -> _Found:
        wanted = check_name(claim, "claim")
        for done in self.reviewed() if known is None else (known,):
            stands = next((c for c in done.reading.claims if c.id == wanted), None)
            noted = next((r for r in done.reviews if r.claim == wanted), None)
            if stands or noted:
                return _Found(
                    reading=done.reading, stands=stands, program=noted.program if noted else stands, reviewed=noted
                )
        raise UsageError(f"There is no claim {wanted} in this case; sayso show CASE claims lists them.")

    def move_place(
        self, place: str, *, who: str, spellings: Sequence[str], documents: Sequence[str],
        was: tuple[float, float] | None, to: tuple[float, float] | None, precision: Precision = "point",
        name: str | None = None,
    ) -> Decision:  # fmt: skip
        """Say where a place is.

        Args:
            place: its name.
            who: in whose name.
            spellings: as written; the mentions that this is about.
            documents: in which these stand; elsewhere only mentions put at `was` are meant.
            was: latitude and longitude that the program gave it, in degrees; null if none.
            to: latitude and longitude, in degrees; null when it is not known.
            precision: how exact `to` is.
            name: what it is called; else as it was.

        Raises:
            UsageError: not a place on Earth, or no spelling.
        """
        if to is not None and not (-90 <= to[0] <= 90 and -180 <= to[1] <= 180):
            raise UsageError(f"{to[0]:g}, {to[1]:g} is no place on Earth: latitude -90 to 90, longitude -180 to 180.")
        if not spellings:
            raise UsageError("Say which spellings of the place are meant.")
        now: dict[str, Any] = {"lat": to[0], "lon": to[1]} if to else {"lat": None, "lon": None, "country": None}
        now |= {"geonameid": None, "score": 1.0}
        if to:
            now["precision"] = precision
        if name is not None:
            now["name"] = check_name(name, "place")
        value = {
            "spellings": list(spellings),
            "documents": list(documents),
            "was": list(was or (None, None)),
            "to": now,
        }
        return self._store.decide("place", check_name(place, "place"), value, who)


def reviewed_of(store: CaseStore, documents: Sequence[str] | None = None) -> Iterator[Reviewed]:
    """Newest readings with decisions applied, in stored order; of all documents, or of those named."""
    decided = by_document(store.decisions())
    return (review(reading, decided) for reading in store.readings(documents))


def edited(reading: Reading, claim: Claim, edit: ClaimEdit) -> Claim:
    """A claim with changes, its spans cut anew from the text.

    Raises:
        UsageError: a span is not in the text, or no content is left.
    """
    text = reading.document.text
    changes: dict[str, Any] = {}
    if edit.source is not UNSET:
        changes["source"] = None if edit.source is None else _speaker(reading, edit.source)
    if edit.cue is not UNSET:
        changes["cue"] = None if edit.cue is None else _cut(text, edit.cue)
    if edit.content is not UNSET:
        changes["content"] = _row(text, edit.content)
    if edit.via is not UNSET:
        changes["via"] = tuple(_cut(text, at) for at in edit.via)
    for name in ("certainty", "polarity"):
        if getattr(edit, name) is not UNSET:
            changes[name] = getattr(edit, name)
    made = msgspec.structs.replace(claim, **changes)
    if not made.content:
        raise UsageError("A claim without content says nothing: mark the words that are claimed.")
    return made


def _cut(text: str, at: At) -> Span:
    if not 0 <= at.start < at.end <= len(text):
        raise UsageError(f"{at.start}-{at.end} is no span of this text, which has {len(text)} characters.")
    return Span.cut(text, at.start, at.end)


def _row(text: str, spans: Sequence[At]) -> tuple[Span, ...]:
    cut = sorted((_cut(text, at) for at in spans), key=lambda s: (s.start, s.end))
    if any(one.end > two.start for one, two in pairwise(cut)):
        raise UsageError("The spans of a content overlap: mark each word once.")
    return tuple(cut)


def _speaker(reading: Reading, at: SpeakerAt) -> Speaker:
    span = _cut(reading.document.text, at)
    entity = at.entity
    if entity is UNSET:
        entity = next((m.entity for m in reading.mentions if (m.start, m.end) == (at.start, at.end)), None)
    return Speaker(start=span.start, end=span.end, text=span.text, entity=entity)


def _named(document: Document, claim: Claim) -> Claim:
    """The claim with an id of its own, made from its words and where they stand."""
    spans = [(s.start, s.end) for s in (claim.source, claim.cue, *claim.content) if s is not None]
    return msgspec.structs.replace(claim, id=content_id("m", document.id, spans, claim.certainty, claim.polarity))


def _bare(claim: Claim) -> Claim:
    """A claim without what depends on others or was decided: as it is compared and kept."""
    return msgspec.structs.replace(claim, review=UNSET, within=None)
