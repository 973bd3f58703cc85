"""Small builders for runs and sentences, shared by the sections."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from sayso.records import CaseView, Document, Passage
from sayso.reporting.blocks import About, Run, Scores, Sentence, Stand, Voices
from sayso.reporting.naming import capital, plain
from sayso.reporting.notes import NoteBook, name_of
from sayso.reporting.words import clean, direction, language_tag, listed, one_line, plural, sentence


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


MOST_NOTES = 40
"""Notes under one sentence; a reader follows a few of them, and the exports have all passages."""
FOLD_AT = 12
"""Rows from which on a table that few readers need whole is folded, where the format can fold."""


class Desk:
    """What every section needs at hand: the view, the note book, names of documents and origins."""

    def __init__(self, view: CaseView) -> None:
        """Prepare look-ups; changes nothing in `view`."""
        self.view = view
        self.book = NoteBook(view)
        self.documents = {r.document.id: r.document for r in view.readings}
        self.origin_of = {link.id: link.origin for link in view.origins.documents}
        self.relation_of = {link.id: link for link in view.origins.documents}
        firsts = {o.id: self.documents.get(o.documents[0]) for o in view.origins.origins if o.documents}
        names = [name_of(d) for d in firsts.values() if d]
        self.origin_names = {
            # In a text that brings several speakers together each of them is an origin of figures.
            **{a.origin: capital(plain(a.speaker)) for a in view.weighing.accounts if a.speaker},
            **{k: _apart(d, names) for k, d in firsts.items() if d},
        }
        self.outlets = {p.name for p in view.sources if p.kind == "outlet"}
        self.letters = {p.name: p.grade for p in view.sources if p.grade}
        self.shunned = frozenset(p.name.casefold() for p in view.sources if p.distrusted)

    def cite(self, passages: Iterable[Passage]) -> tuple[int, ...]:
        """Number passages in the note book: of very many under one sentence the first `MOST_NOTES`."""
        return self.book.cite(islice(passages, MOST_NOTES))

    def origin(self, name: str | None) -> str:
        """Name an origin: by its first document, by the speaker who is one, or as it was given."""
        return self.origin_names.get(name or "", one_line(name or ""))

    def independent(self, origins: Iterable[str]) -> str:
        """Name what is counted: origins, or accounts where speakers inside one text count for themselves."""
        known = {o.id for o in self.view.origins.origins}
        return "independent origin" if known.issuperset(origins) else "independent account"

    def passage(self, document: Document, start: int, end: int) -> Passage:
        """Cut a passage out of a document."""
        return Passage(document=document.id, start=start, end=end, text=document.text[start:end])


def _apart(document: Document, names: list[str]) -> str:
    """Name an origin; two origins of one outlet are told apart by their titles."""
    name = name_of(document)
    title = one_line(document.title or "")
    return f"{name} (“{title}”)" if names.count(name) > 1 and title and title != name else name


SCORES = "sizes of inconsistency, smaller is better, each with its rank: 1st, or 2= for a tie."
BAYES = (
    "Bayes: percent, with the range over single changes: a row, source or origin left out, a rating or weight moved a"
    " step."
)


def scores_line(block: Scores) -> str:
    """Say which numbers of the scores are sizes and which are ranks."""
    return f"{listed(block.methods)}: {SCORES} {BAYES}" if block.methods else BAYES


def support_line(row: Stand) -> str:
    """Say how many stand behind a statement, and who stands against whom."""
    return f"{row.support}: {row.between}" if row.between else row.support


def claims_line(block: Voices) -> str:
    """Say which claims a list holds."""
    if block.caption:
        return block.caption
    if block.folded:
        return f"{plural(len(block.rows), 'further claim')}: elsewhere, without a figure, or by someone unnamed."
    return f"{len(block.rows)} of {plural(block.total, 'claim')}, in the order of the documents."
