"""Who says what: the claims as recorded, each with its chain, its words, its firmness and its place."""

from __future__ import annotations

from sayso.records import Claim, Document, Reading
from sayso.reporting.blocks import Block, Paragraph, Run, Section, Sentence, Voice, Voices
from sayso.reporting.naming import is_nobody, speaker_of
from sayso.reporting.notes import name_of
from sayso.reporting.phrases import Desk, record, theirs
from sayso.reporting.telling import Weigher, spoken
from sayso.reporting.words import counted, one_line

MOST_VOICES = 80
"""Claims drawn in a report; the rest is counted in a sentence and stands in the export of claims."""
TELLING = 16
"""Claims drawn openly; the others follow in a list that can be folded."""


def voices_section(desk: Desk) -> Section:
    """All claims at the top of their sentence; those of reprints stay with their origin, and nobody is no speaker."""
    chosen: list[tuple[Reading, Claim]] = []
    folded = unsure = 0
    for reading in desk.view.readings:
        link = desk.relation_of.get(reading.document.id)
        reprint = link is not None and link.relation == "reprint" and link.of in desk.documents
        for claim in reading.claims:
            if claim.content and claim.within is None and _spoken(claim):
                folded += reprint
                unsure += not reprint and not claim.asserted
                if not reprint and claim.asserted:
                    chosen.append((reading, claim))
    weigher = Weigher(desk)
    order = sorted(range(len(chosen)), key=lambda i: (weigher.weight(*chosen[i]), -chosen[i][1].score, i))
    total = sum(len(r.claims) for r in desk.view.readings)
    blocks: list[Block] = []
    for part, low in ((order[:TELLING], False), (order[TELLING:MOST_VOICES], True)):
        rows = tuple(voice_of(desk, *chosen[i], weigher.weight(*chosen[i])) for i in sorted(part))
        if rows:
            blocks.append(Voices(rows=rows, total=total, folded=low))
    said = _left(max(len(order) - MOST_VOICES, 0), folded, unsure)
    if not chosen:
        said.insert(0, record("No attribution was found in the documents."))
    if said:
        blocks.append(Paragraph(sentences=tuple(said)))
    return Section(id="claims", title="Who says what", blocks=tuple(blocks))


def _left(left: int, folded: int, unsure: int) -> list[Sentence]:
    said = []
    if left:
        said.append(record(f"{counted(left, 'further claim is', 'further claims are')} in the export of claims"))
    if folded:
        verb = "counts" if folded == 1 else "count"
        said.append(record(f"{counted(folded, 'claim')} in reprints {verb} with the origin only"))
    if unsure:
        subject = counted(unsure, "claim that the reader is unsure of is", "claims that the reader is unsure of are")
        said.append(record(f"{subject} in the export of claims only"))
    return said


def _spoken(claim: Claim) -> bool:
    """Whether somebody speaks, be it that the outlet itself denies something; "nobody" says nothing."""
    if claim.source is None:
        return claim.cue is not None or claim.polarity == "denied"
    return not is_nobody(claim.source.entity or claim.source.text)


def _grade(desk: Desk, claim: Claim, document: Document) -> str | None:
    """Give the speaker's own grade; that of the outlet only where the outlet itself speaks."""
    if claim.source is None:
        return desk.letters.get(document.outlet or "") if claim.cue is None else None
    return desk.letters.get(claim.source.entity or "") or desk.letters.get(claim.source.text)


def _named(claim: Claim, document: Document) -> set[str]:
    """Who says it, as resolved and as written, and the outlet that carries it."""
    said = (claim.source.entity, claim.source.text) if claim.source else ()
    return {name for name in (*said, document.outlet) if name}


def voice_of(desk: Desk, reading: Reading, claim: Claim, weight: tuple[bool, ...], *, cue: bool = False) -> Voice:
    """One claim as it is drawn; `cue` puts the words of saying before it."""
    document = reading.document
    begin, end = spoken(claim.content[0].text)
    first, *rest = (span.text for span in claim.content)
    pieces = [theirs(text, document) for text in (first[begin:end], *rest)]
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
        start=claim.content[0].start + begin,
        end=claim.content[-1].end if rest else claim.content[0].start + end,
        notes=desk.cite(desk.passage(document, s.start, s.end) for s in claim.content),
        weight=weight,
        cue=one_line(claim.cue.text) if cue and claim.cue is not None else None,
        aside=bool(desk.shunned & {name.casefold() for name in _named(claim, document)}),
    )
