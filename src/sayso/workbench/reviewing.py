"""A reading as people decided it: claims accepted, rejected, edited, split and marked; places corrected.

The program's reading stays as it is in the case; a decision keeps what it was about, so that it stands over a later
reading that finds other claims. It is applied only where its words still stand at its offsets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from sayso.records import Claim, ClaimReview, Decision, Explanation, Figure, PlaceMention, Reading, Review, Span

__all__ = ["Reviewed", "Reviews", "by_document", "review"]

_STATES: dict[str, Review] = {"accept": "accepted", "edit": "edited", "split": "edited", "mark": "marked"}


class Reviewed(NamedTuple):
    """A reading with decisions applied, and what was decided about each claim, in text order."""

    reading: Reading
    reviews: tuple[ClaimReview, ...]


def by_document(rows: Iterable[Decision]) -> dict[str, list[Decision]]:
    """Decisions about claims by the document or claim that they name; those on places under `""`."""
    found: dict[str, list[Decision]] = {}
    for row in rows:
        if row.kind == "claim":
            found.setdefault(row.value["document"], []).append(row)
            found.setdefault(row.subject, []).append(row)
        elif row.kind == "place" and "spellings" in row.value:
            found.setdefault("", []).append(row)
    return found


def review(reading: Reading, decided: Mapping[str, Sequence[Decision]]) -> Reviewed:
    """Apply to one reading the decisions that concern it.

    Args:
        reading: as the program read it.
        decided: from `by_document`, of the decisions that stand. A decision about a claim holds in every document
            that has the same claim, which only documents of the same text do.

    Returns:
        The reading without rejected claims, nor what they alone say; with the claims of people in place of the
        program's. Explanations and figures belong to the innermost claim that holds them.
    """
    places = decided.get("", ())
    if places:
        reading = _placed(reading, places)
    rows = {d.id: d for key in _keys(reading) for d in decided.get(key, ())}
    return _Sheet(reading).decided([rows[number] for number in sorted(rows)]) if rows else Reviewed(reading, ())


class Reviews:
    """Readings as people decided them, for one state of decisions after the other: only what they touch is done anew.

    `review` gives the same for each document; here those that no decision is about are not looked at.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = {reading.document.id: reading for reading in readings}
        self._bare = {name: Reviewed(reading, ()) for name, reading in self._readings.items()}
        self._homes: dict[str, list[str]] = {}
        for name, reading in self._readings.items():
            for key in _keys(reading):
                self._homes.setdefault(key, []).append(name)
        self._known: dict[str, tuple[tuple[int, ...], Reviewed]] = {}

    def at(self, rows: Iterable[Decision]) -> dict[str, Reviewed]:
        """Every document by id, in the order of the readings, with these decisions applied."""
        decided = by_document(rows)
        places = tuple(row.id for row in decided.get("", ()))
        touched: dict[str, set[int]] = {}
        for key, mine in decided.items():
            for name in self._homes.get(key, ()):
                touched.setdefault(name, set()).update(row.id for row in mine)
        moved = [name for name, reading in self._readings.items() if reading.places] if places else ()
        made = {}
        for name in (*touched, *(name for name in moved if name not in touched)):
            sign = (*places, 0, *sorted(touched.get(name, ())))
            known = self._known.get(name)
            made[name] = known if known and known[0] == sign else (sign, review(self._readings[name], decided))
        self._known = made
        return self._bare | {name: reviewed for name, (_, reviewed) in made.items()}

    def holding(self, claims: Iterable[str]) -> set[str]:
        """Documents in which the program read one of these claims."""
        return {name for claim in claims for name in self._homes.get(claim, ()) if name != claim}


def _keys(reading: Reading) -> Iterator[str]:
    yield reading.document.id
    yield from (claim.id for claim in reading.claims)


class _Sheet:
    """One document's claims while decisions are applied, each to what the earlier ones left."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.program = {claim.id: claim for claim in reading.claims}
        self.standing = dict(self.program)
        self.reviews: dict[str, ClaimReview] = {}
        self.rejected: dict[str, Claim] = {}

    def decided(self, rows: Sequence[Decision]) -> Reviewed:
        for row in rows:
            self._apply(row)
        claims = sorted(self.standing.values(), key=_where)
        out = {*self.program} - {*self.standing}
        touched = out | {r.claim for r in self.reviews.values() if r.state in ("edited", "marked")}
        holders = [*claims, *self.rejected.values()]
        reviews = tuple(sorted(self.reviews.values(), key=lambda r: self._place(r.claim)))
        reading = msgspec.structs.replace(
            self.reading,
            claims=tuple(msgspec.structs.replace(c, within=self._within(c, holders)) for c in claims),
            figures=tuple(self._owned(self.reading.figures, holders, touched)),
            explanations=tuple(self._owned(self.reading.explanations, holders, touched)),
        )
        if self.rejected:
            spans = sorted((s.start, s.end) for c in self.rejected.values() for s in c.content)
            reading = msgspec.structs.replace(reading, set_aside=tuple(spans))
        return Reviewed(reading, reviews)

    def _place(self, name: str) -> tuple[int, int, str]:
        claim = self.standing.get(name) or self.rejected.get(name) or self.program.get(name)
        return (*_where(claim), name) if claim else (0, 0, name)

    def _apply(self, row: Decision) -> None:
        value: dict[str, Any] = row.value
        mine = [msgspec.convert(c, Claim) for c in value["claims"]]
        before = self._before(row)
        stood = self.standing.get(row.subject) or self.rejected.get(row.subject) or before
        if not all(_holds(self.reading.document.text, span) for c in mine for span in _spans(c)):
            self._note(row, row.subject, "adrift", before)
            return
        part_of = self.reviews[row.subject].part_of if row.subject in self.reviews else None
        self._forget(row.subject)
        if value["verdict"] == "reopen":
            if before is not None:
                self.standing[row.subject] = before
        elif value["verdict"] == "reject":
            if stood is not None:
                self.rejected[row.subject] = stood
            self._note(row, row.subject, "rejected", before, part_of)
        else:
            state = _STATES[value["verdict"]]
            for claim in mine:
                self.standing[claim.id] = msgspec.structs.replace(claim, review=state)
                split = row.subject if value["verdict"] == "split" else part_of
                self._note(row, claim.id, state, before, split)

    def _before(self, row: Decision) -> Claim | None:
        """The claim that a decision is about, without what people made of it: as read now, else as read then."""
        read = self.program.get(row.subject)
        if read is None and row.value.get("program") is not None:
            read = msgspec.convert(row.value["program"], Claim)
            if not all(_holds(self.reading.document.text, span) for span in _spans(read)):
                return None
        return read

    def _forget(self, name: str) -> None:
        """Take away what earlier decisions made of a claim, the parts that it was split into included."""
        self.standing.pop(name, None)
        self.rejected.pop(name, None)
        self.reviews.pop(name, None)
        for part in [r.claim for r in self.reviews.values() if r.part_of == name]:
            self._forget(part)

    def _note(self, row: Decision, name: str, state: Any, program: Claim | None, part_of: str | None = None) -> None:
        self.reviews[name] = ClaimReview(
            claim=name,
            document=self.reading.document.id,
            state=state,
            who=row.who,
            when=row.when,
            decision=row.id,
            program=program,
            part_of=part_of,
        )

    def _within(self, claim: Claim, holders: Sequence[Claim]) -> str | None:
        """The claim around this one: as read where nothing there was decided, else the innermost that holds it."""
        around = claim.within
        if _as_read(claim) and (around is None or (around in self.standing and _as_read(self.standing[around]))):
            return around
        start, end = _where(claim)
        others = (h for h in holders if h.id in self.standing and h.id != claim.id)
        return _innermost(others, start, end)

    def _owned(self, spans: Sequence[Any], holders: Sequence[Claim], touched: set[str]) -> Iterator[Any]:
        """Figures or explanations by the innermost claim around them; without those that a rejected claim says."""
        for span in spans:
            inside = _innermost(holders, span.start, span.end)
            if span.claim not in touched and inside not in touched and inside not in self.rejected:
                yield span
            elif inside not in self.rejected:
                yield _of(span, inside)


def _as_read(claim: Claim) -> bool:
    return claim.review is msgspec.UNSET or claim.review == "accepted"


def _of(span: Figure | Explanation, claim: str | None) -> Figure | Explanation:
    return msgspec.structs.replace(span, claim=claim)


def _spans(claim: Claim) -> Iterator[Span]:
    if claim.source is not None:
        yield claim.source
    if claim.cue is not None:
        yield claim.cue
    yield from claim.content
    yield from claim.via


def _where(claim: Claim) -> tuple[int, int]:
    spans = list(_spans(claim))
    return min((s.start for s in spans), default=0), max((s.end for s in spans), default=0)


def _holds(text: str, span: Span) -> bool:
    return text[span.start : span.end] == span.text


def _innermost(claims: Iterable[Claim], start: int, end: int) -> str | None:
    """The claim with the shortest content span that holds `start:end`, the last of equals in the order given."""
    around = [(s.end - s.start, c.id) for c in claims for s in c.content if s.start <= start and end <= s.end]
    return min(around, key=lambda a: a[0])[1] if around else None


# -- places ----------------------------------------------------------------------------------------------------------


def _placed(reading: Reading, rows: Sequence[Decision]) -> Reading:
    """Correct places: a decision names spellings, the documents it was made over, and the place it was about."""
    if not reading.places:
        return reading
    return msgspec.structs.replace(
        reading, places=tuple(_corrected(p, rows, reading.document.id) for p in reading.places)
    )


def _corrected(place: PlaceMention, rows: Sequence[Decision], document: str) -> PlaceMention:
    was = (place.lat, place.lon)
    now = place
    for row in rows:
        value = row.value
        same = document in value["documents"] or list(was) == value["was"]
        if same and place.text in value["spellings"]:
            now = msgspec.structs.replace(place, **value["to"])
    return now
