"""Sections that people wrote, beside the program's own: marked as theirs, with notes where they point to passages."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from sayso.errors import UsageError
from sayso.records import Passage, Written, content_id
from sayso.reporting.blocks import Block, Run, Section, Sentence, Words
from sayso.reporting.phrases import Desk
from sayso.reporting.words import moment, one_line

__all__ = ["OWN", "add_written", "digest", "passages_of"]

OWN = "assessment"
"""A section that exists only where somebody wrote it; it stands first."""
_POINTER = re.compile(r"\[\[([^\[\]]+)\]\]")
_PLACE = re.compile(r"(.+):(\d+)-(\d+)")


def add_written(desk: Desk, sections: Sequence[Section]) -> tuple[Section, ...]:
    """Put every text that a person wrote into its section; what has no section any more stands at the end."""
    own = [written for written in desk.view.written if written.section == OWN]
    drawn = [Section(id=OWN, title="Assessment", blocks=tuple(_words(desk, one) for one in own))] if own else []
    for section in sections:
        here = [written for written in desk.view.written if written.section == section.id]
        drawn.append(_joined(desk, section, here) if here else section)
    known = {OWN, *(section.id for section in sections)}
    for lost in (written for written in desk.view.written if written.section not in known):
        title = f"Written into “{one_line(lost.section)}”"
        drawn.append(Section(id=content_id("own", lost.section, lost.place), title=title, blocks=(_words(desk, lost),)))
    return tuple(drawn)


def digest(section: Section) -> str:
    """A digest of what a section says, in which numbers of notes do not count: other sections shift these."""
    words = re.sub(rb'"notes":\[[\d,]*\]', b"", msgspec.json.encode(section))
    return content_id("s", words.decode())


def _joined(desk: Desk, section: Section, here: Sequence[Written]) -> Section:
    blocks: list[Block] = [_words(desk, one) for one in here if one.place == "before"]
    instead = [one for one in here if one.place == "instead"]
    blocks += [_words(desk, one, stale=one.over not in (None, digest(section))) for one in instead]
    blocks += [] if instead else section.blocks
    blocks += [_words(desk, one) for one in here if one.place == "after"]
    return msgspec.structs.replace(section, blocks=tuple(blocks))


def _words(desk: Desk, written: Written, *, stale: bool = False) -> Words:
    return Words(
        paragraphs=tuple(_paragraph(desk, text) for text in re.split(r"\n\s*\n", written.text.strip()) if text.strip()),
        who=one_line(written.who),
        when=moment(written.when.partition("T")[0]),
        stale=stale,
    )


def _paragraph(desk: Desk, text: str) -> tuple[Sentence, ...]:
    """Cut at the pointers: the words before one bear its note."""
    sentences: list[Sentence] = []
    at = 0
    for pointer in _POINTER.finditer(text):
        said = one_line(text[at : pointer.start()])
        passages = passages_of(desk, pointer[1])
        lost = "" if passages else f" ⟨{one_line(pointer[1])}: no such passage any more⟩"
        notes = desk.cite(passages)
        if said or not sentences:
            sentences.append(Sentence(runs=(Run(said + lost),), notes=notes, about="person"))
        else:
            last = sentences.pop()
            runs = (*last.runs, Run(lost)) if lost else last.runs
            sentences.append(Sentence(runs=runs, notes=tuple(sorted({*last.notes, *notes})), about="person"))
        at = pointer.end()
    rest = one_line(text[at:])
    if rest and not re.search(r"\w", rest) and sentences:
        # The full stop behind a pointer belongs to the words before it.
        last = sentences.pop()
        sentences.append(msgspec.structs.replace(last, runs=(*last.runs, Run(rest))))
    elif rest:
        sentences.append(Sentence(runs=(Run(rest),), about="person"))
    return tuple(sentences)


def passages_of(desk: Desk, pointer: str) -> tuple[Passage, ...]:
    """Passages that `claim ID` or `DOCUMENT:START-END` points to; none where there is no such claim or place."""
    kind, _, name = pointer.strip().partition(" ")
    if kind == "claim":
        found = [(r.document, c) for r in desk.view.readings for c in r.claims if c.id == name.strip()]
        return tuple(desk.passage(d, s.start, s.end) for d, c in found[:1] for s in c.content)
    place = _PLACE.fullmatch(pointer.strip())
    document = desk.documents.get(place[1].strip()) if place else None
    if place is None or document is None:
        return ()
    start, end = int(place[2]), int(place[3])
    return (desk.passage(document, start, end),) if start < end <= len(document.text) else ()


def check(desk: Desk, sections: Sequence[Section], section: str, text: str, place: str) -> dict[str, str | None]:
    """See that a text can stand in a section; gives what is to be kept of it.

    Raises:
        UsageError: no such section or place, or a pointer leads to no passage.
    """
    known = {one.id: one for one in sections}
    if section != OWN and section not in known:
        raise UsageError(f'The report has no section "{section}": choose from {", ".join([OWN, *known])}.')
    if place not in ("before", "after", "instead"):
        raise UsageError(f'A text stands before, after or instead of the program\'s own, not "{place}".')
    for pointer in _POINTER.finditer(text):
        if not passages_of(desk, pointer[1]):
            raise UsageError(
                f"[[{pointer[1]}]] leads to no passage: write [[claim ID]] or [[DOCUMENT:START-END]] with ids from"
                " sayso show CASE claims --json."
            )
    over = digest(known[section]) if place == "instead" and section in known else None
    return {"text": text.strip(), "place": place, "over": over}
