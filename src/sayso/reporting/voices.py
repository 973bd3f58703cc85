"""Who says what: the claims as recorded, each with its chain, its words, its firmness and its place."""

from __future__ import annotations

from sayso.records import Claim, Document, Reading
from sayso.reporting.blocks import Block, Paragraph, Run, Section, Voice, Voices
from sayso.reporting.notes import name_of
from sayso.reporting.phrases import Desk, record, theirs
from sayso.reporting.words import counted, one_line

MOST_VOICES = 80
"""Claims drawn in a report; the rest is counted in a sentence and stands in the export of claims."""


def voices_section(desk: Desk) -> Section:
    """All claims at the top of their sentence; those of reprints stay with their origin."""
    chosen: list[tuple[Reading, Claim]] = []
    folded = 0
    for reading in desk.view.readings:
        link = desk.relation_of.get(reading.document.id)
        reprint = link is not None and link.relation == "reprint" and link.of in desk.documents
        for claim in reading.claims:
            if claim.content and claim.within is None and (claim.source or claim.cue):
                folded += reprint
                if not reprint:
                    chosen.append((reading, claim))
    kept = set(sorted(range(len(chosen)), key=lambda i: _telling(*chosen[i]))[:MOST_VOICES])
    rows = tuple(_voice(desk, *chosen[i]) for i in sorted(kept))
    blocks: list[Block] = [Voices(rows=rows, total=sum(len(r.claims) for r in desk.view.readings))] if rows else []
    if not rows:
        blocks.append(Paragraph(sentences=(record("No attribution was found in the documents."),)))
    left = len(chosen) - len(rows)
    said = []
    if left:
        said.append(record(f"{counted(left, 'further claim')} are in the export of claims"))
    if folded:
        said.append(
            record(
                f"{counted(folded, 'claim')} in reprints {'counts' if folded == 1 else 'count'} with the origin only"
            )
        )
    if said:
        blocks.append(Paragraph(sentences=tuple(said)))
    return Section(id="claims", title="Who says what", blocks=tuple(blocks))


def _telling(reading: Reading, claim: Claim) -> tuple[int, int, float]:
    """Order claims by what they carry: a figure first, then a denial, then what the reader is surest of."""
    figure = any(f.claim == claim.id and not f.background for f in reading.figures)
    return (0 if figure else 1, 0 if claim.polarity == "denied" else 1, -claim.score)


def telling(voices: Voices, count: int, figure_notes: set[int]) -> tuple[Voice, ...]:
    """Choose a few voices for a short view: those whose notes carry figures, one a speaker, denials next."""
    order = sorted(
        range(len(voices.rows)),
        key=lambda i: (not figure_notes.intersection(voices.rows[i].notes), not voices.rows[i].denied, i),
    )
    chosen: list[int] = []
    for once in (True, False):
        for i in order:
            taken = {voices.rows[j].speaker for j in chosen}
            if len(chosen) < count and i not in chosen and not (once and voices.rows[i].speaker in taken):
                chosen.append(i)
    return tuple(voices.rows[i] for i in sorted(chosen))


def speaker_of(claim: Claim, document: Document) -> str:
    """Name who says it: as resolved, as written, unnamed, or the outlet in its own voice."""
    if claim.source is not None:
        name = one_line(claim.source.entity or claim.source.text)
        return name[:1].upper() + name[1:]
    return "Unnamed source" if claim.cue is not None else f"{name_of(document)} itself"


def _grade(desk: Desk, claim: Claim, document: Document) -> str | None:
    """Give the speaker's own grade; that of the outlet only where the outlet itself speaks."""
    if claim.source is None:
        return desk.letters.get(document.outlet or "") if claim.cue is None else None
    return desk.letters.get(claim.source.entity or "") or desk.letters.get(claim.source.text)


def _voice(desk: Desk, reading: Reading, claim: Claim) -> Voice:
    document = reading.document
    pieces = [theirs(span.text, document) for span in claim.content]
    words = Run(
        " … ".join(p.text for p in pieces), theirs=True, language=pieces[0].language, direction=pieces[0].direction
    )
    speaker = speaker_of(claim, document)
    outlet = name_of(document)
    via = ", ".join(one_line(span.text) for span in claim.via)
    return Voice(
        speaker=speaker,
        via=via or None,
        document=document.id,
        words=words,
        certainty=claim.certainty,
        denied=claim.polarity == "denied",
        grade=_grade(desk, claim, document),
        outlet=outlet,
        published=document.published,
        start=claim.content[0].start,
        end=claim.content[-1].end,
        notes=desk.cite(desk.passage(document, s.start, s.end) for s in claim.content),
    )
