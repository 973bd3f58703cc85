"""Small builders for runs and sentences, shared by the sections."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.records import CaseView, Document, Passage
from sayso.reporting.blocks import About, Run, Sentence
from sayso.reporting.notes import NoteBook, name_of
from sayso.reporting.words import clean, direction, language_tag, one_line, sentence


def ours(text: str, *, strong: bool = False, link: str | None = None) -> Run:
    """Words of the report itself."""
    return Run(clean(text), strong=strong, link=link)


def theirs(text: str, document: Document) -> Run:
    """Verbatim words of a document, in their own direction and language."""
    line = one_line(text)
    return Run(
        line, theirs=True, language=language_tag(document.language), direction=direction(line, document.language)
    )


def record(text: str) -> Sentence:
    """State something about the collection, which needs no passage."""
    return Sentence(runs=(Run(sentence(text)),), about="record")


def told(text: str, notes: tuple[int, ...], *, otherwise: About = "record", proposed: bool = False) -> Sentence:
    """Write a sentence about the incident, resting on notes; with none it can only speak of the record."""
    return Sentence(
        runs=(Run(sentence(text)),), notes=notes, about="incident" if notes else otherwise, proposed=proposed
    )


class Desk:
    """What every section needs at hand: the view, the note book, names of documents and origins."""

    def __init__(self, view: CaseView) -> None:
        """Prepare look-ups; changes nothing in `view`."""
        self.view = view
        self.book = NoteBook(view)
        self.documents = {r.document.id: r.document for r in view.readings}
        self.origin_of = {link.id: link.origin for link in view.origins.documents}
        self.relation_of = {link.id: link for link in view.origins.documents}
        self.origin_names = {
            o.id: name_of(self.documents[o.documents[0]])
            for o in view.origins.origins
            if o.documents and o.documents[0] in self.documents
        }
        self.letters = {p.name: p.grade for p in view.sources if p.grade}

    def cite(self, passages: Iterable[Passage]) -> tuple[int, ...]:
        """Number passages in the note book."""
        return self.book.cite(passages)

    def origin(self, name: str | None) -> str:
        """Name an origin: by its first document, or as it was given."""
        return self.origin_names.get(name or "", one_line(name or ""))

    def passage(self, document: Document, start: int, end: int) -> Passage:
        """Cut a passage out of a document."""
        return Passage(document=document.id, start=start, end=end, text=document.text[start:end])
