"""Documents: the list, and one with everything read and decided in it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import msgspec

from sayso.desk.web.answers.base import OriginRow
from sayso.desk.web.answers.documents import (
    CaptureRow,
    Change,
    Changes,
    ClaimView,
    DocumentCredibility,
    DocumentRow,
    Documents,
    OneDocument,
    Original,
    PlaceSpan,
)
from sayso.desk.web.atlas import atlas_of
from sayso.records import CaseView, Claim, ClaimReview, Credibility, Decision, Document
from sayso.workbench import Now, Reviewed, Weighed, credibilities

_WORD = re.compile(r"\s*\S+\s*")
_LONG = 20_000
"""Words from which on two captures are compared line by line instead of word by word."""


def name_of(document: Document) -> str:
    """What people call it: the file's name, or the address."""
    return Path(document.path).name if document.path else document.url or document.id


def listed(weighed: Weighed) -> Documents:
    """The list of documents, as weighed."""
    view = weighed.view
    links = {link.id: link for link in view.origins.documents}
    overruled = {d.subject for d in view.decisions if d.kind == "origin"}
    sources = {s.name: s for s in view.sources if s.kind == "outlet"}
    incident = {name: i.id for i in view.incidents for name in i.documents}
    decided: dict[str, int] = {}
    for noted in view.reviews:
        decided[noted.document] = decided.get(noted.document, 0) + 1
    rows = []
    for reading in view.readings:
        d = reading.document
        link, source = links.get(d.id), sources.get(d.outlet or "")
        rows.append(
            DocumentRow(
                id=d.id,
                name=name_of(d),
                title=d.title,
                outlet=d.outlet,
                published=d.published,
                language=d.language,
                media_type=d.media_type,
                url=d.url,
                origin=link.origin if link else None,
                relation=link.relation if link else None,
                of=link.of if link else None,
                overruled=d.id in overruled,
                claims=len(reading.claims),
                decided=decided.get(d.id, 0),
                characters=len(d.text),
                unread=d.unread,
                grade=source.grade if source else None,
                distrusted=source.distrusted if source else False,
                incident=incident.get(d.id),
            )
        )
    return Documents(documents=tuple(rows), origins=origin_rows(view), refused=view.refused)


def origin_rows(view: CaseView) -> tuple[OriginRow, ...]:
    """Origins by the outlet (else the title, else the file) of their first document."""
    known = {r.document.id: r.document for r in view.readings}
    return tuple(
        OriginRow(id=o.id, name=_called(known[o.documents[0]]), documents=o.documents)
        for o in view.origins.origins
        if o.documents and o.documents[0] in known
    )


def _called(document: Document) -> str:
    return document.outlet or document.title or name_of(document)


def claim_views(now: Now, done: Reviewed) -> tuple[ClaimView, ...]:
    """Claims of one document as they stand, the rejected ones among them, in text order."""
    noted = {r.claim: r for r in done.reviews}
    shown: list[tuple[Claim, ClaimReview | None]] = [(c, noted.get(c.id)) for c in done.reading.claims]
    standing = {c.id for c in done.reading.claims}
    shown += [(r.program, r) for r in done.reviews if r.program is not None and r.claim not in standing]
    views = [claim_view(now, claim, note, done.reading.document.id) for claim, note in shown]
    return tuple(sorted(views, key=lambda v: _place(v.claim)))


def claim_view(now: Now, claim: Claim, noted: ClaimReview | None, document: str) -> ClaimView:
    """One claim with what was decided about it."""
    marks = _credibilities(now)
    if noted is None:
        return ClaimView(claim=claim, state="proposed", document=document, credibility=marks.get(claim.id))
    return ClaimView(
        claim=claim,
        state=noted.state,
        document=document,
        who=noted.who,
        when=noted.when,
        decision=noted.decision,
        program=noted.program,
        part_of=noted.part_of,
        credibility=marks.get(claim.id),
        disagreement=_disagreement(now, noted),
    )


def credibility(weighed: Weighed, document: str) -> DocumentCredibility | None:
    """What independent origins say of each claim of a document; null when there is no such document."""
    if not any(reading.document.id == document for reading in weighed.view.readings):
        return None
    if "credibility" not in weighed.kept:
        weighed.kept["credibility"] = credibilities(weighed.view)
    found: Mapping[str, Mapping[str, Credibility]] = weighed.kept["credibility"]
    return DocumentCredibility(claims=dict(found.get(document, {})))


def _place(claim: Claim) -> tuple[int, int]:
    spans = [s for s in (claim.source, claim.cue, *claim.content) if s is not None]
    return min((s.start for s in spans), default=0), max((s.end for s in spans), default=0)


def _credibilities(now: Now) -> dict[str, int | None]:
    if "credibilities" not in now.kept:
        rows = [d for d in now.decisions if d.kind == "grade" and not isinstance(d.value, str)]
        now.kept["credibilities"] = {d.subject: d.value for d in rows}
    found: dict[str, int | None] = now.kept["credibilities"]
    return found


def decisions_on_claims(now: Now) -> dict[str, list[Decision]]:
    """Standing decisions on claims by the claim's id, oldest first."""
    if "by claim" not in now.kept:
        by_claim: dict[str, list[Decision]] = {}
        for d in now.decisions:
            if d.kind == "claim":
                by_claim.setdefault(d.subject, []).append(d)
        now.kept["by claim"] = by_claim
    found: dict[str, list[Decision]] = now.kept["by claim"]
    return found


def _disagreement(now: Now, noted: ClaimReview) -> tuple[Decision, ...]:
    """What others said last of this claim, where it is not what stands."""
    rows = decisions_on_claims(now).get(noted.claim, [])
    stands = next((d for d in rows if d.id == noted.decision), None)
    if stands is None:
        return ()
    last = {d.who: d for d in rows if d.id < stands.id and d.who != stands.who}
    return tuple(d for d in last.values() if _word(d) != _word(stands))


def _word(decision: Decision) -> tuple[object, object]:
    return decision.value["verdict"], decision.value["claims"]


def one(now: Now, document: str) -> OneDocument | None:
    """One document with all that was read in it; null when there is none."""
    done = now.reviewed.get(document)
    if done is None:
        return None
    reading, d = done.reading, done.reading.document
    copies = {c.document: c for c in now.basis.copies}
    same = [r.document for r in now.basis.readings if d.url is not None and r.document.url == d.url]
    captures = [
        CaptureRow(id=s.id, retrieved=copies[s.id].capture.retrieved, sha256=s.sha256) for s in same if s.id in copies
    ]
    atlas = atlas_of(now)
    return OneDocument(
        document=d,
        sentences=reading.sentences,
        claims=claim_views(now, done),
        mentions=reading.mentions,
        places=tuple(
            PlaceSpan(**msgspec.structs.asdict(p), place=name, decided=name in atlas.decided)
            for p, name in zip(reading.places, atlas.names[document], strict=True)
        ),
        times=reading.times,
        figures=reading.figures,
        equipment=reading.equipment,
        explanations=reading.explanations,
        copy=copies.get(document),
        captures=tuple(captures),
        decisions=tuple(_concerning(now, done)),
        original=original(d),
    )


def original(document: Document) -> Original:
    """Where the untouched copy can be looked at."""
    media = document.media_type
    html = media in ("text/html", "application/xhtml+xml")
    kind: Literal["html", "pdf", "text", "other"] = "other"
    kind = "html" if html else "pdf" if media == "application/pdf" else "text" if media.startswith("text/") else "other"
    name = quote(document.id, safe="")
    return Original(url=f"/frames/documents/{name}", download=f"/api/documents/{name}/original", kind=kind, pages=None)


def _concerning(now: Now, done: Reviewed) -> Iterator[Decision]:
    d = done.reading.document
    claims = {c.id for c in done.reading.claims} | {r.claim for r in done.reviews}
    for row in now.decisions:
        if row.kind == "claim":
            if row.value["document"] == d.id or row.subject in claims:
                yield row
        elif row.kind == "place":
            if d.id in row.value.get("documents", ()):
                yield row
        elif row.subject in (d.id, d.outlet):
            yield row


def compared(before: Document, after: Document) -> Changes:
    """What differs between the texts of two documents, word by word."""
    one_, two = _WORD.findall(before.text), _WORD.findall(after.text)
    if max(len(one_), len(two)) > _LONG:
        one_, two = before.text.splitlines(keepends=True), after.text.splitlines(keepends=True)
    return Changes(changes=tuple(_changes(one_, two)))


def _changes(one_: Sequence[str], two: Sequence[str]) -> Iterator[Change]:
    for op, a, b, c, d in difflib.SequenceMatcher(None, one_, two, autojunk=False).get_opcodes():
        if op == "equal":
            yield Change(op="equal", text="".join(one_[a:b]))
            continue
        if b > a:
            yield Change(op="delete", text="".join(one_[a:b]))
        if d > c:
            yield Change(op="insert", text="".join(two[c:d]))
