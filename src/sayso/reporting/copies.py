"""The archived text of every quoted document, whole, with the quoted passages marked: where the notes lead to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from sayso.records import Document, Record, content_id
from sayso.reporting.notes import Note
from sayso.reporting.words import clean

__all__ = ["Copy", "Piece", "copies"]


class Piece(Record, frozen=True, kw_only=True):
    """A stretch of a document's text; `notes` are those whose quotation begins with it."""

    text: str
    quoted: bool
    notes: tuple[int, ...] = ()


class Copy(Record, frozen=True, kw_only=True):
    """One document as it was read. `note` is the first of its notes, which has all that is known of it.

    `of_title` are numbers of the notes that quote its title.
    """

    id: str
    note: Note
    pieces: tuple[Piece, ...]
    of_title: tuple[int, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """Numbers of the notes that quote it, those of its title first, then in the order of its text."""
        return (*self.of_title, *(number for piece in self.pieces for number in piece.notes))


def copies(notes: Sequence[Note], documents: Iterable[Document]) -> tuple[Copy, ...]:
    """Copies of the documents that notes quote, in the order of the documents; joined, the pieces are the text."""
    by_document: dict[str, list[Note]] = {}
    for note in notes:
        by_document.setdefault(note.document, []).append(note)
    return tuple(
        Copy(
            id=content_id("copy", document.id),
            note=by_document[document.id][0],
            pieces=_pieces(document.text, [n for n in by_document[document.id] if not n.of_title]),
            of_title=tuple(n.number for n in by_document[document.id] if n.of_title),
        )
        for document in documents
        if document.id in by_document
    )


def _pieces(text: str, notes: Sequence[Note]) -> tuple[Piece, ...]:
    """Cut a text where quotations begin and end."""
    cuts = sorted({0, len(text), *(n.start for n in notes), *(n.end for n in notes)})
    starting: dict[int, list[int]] = {}
    for note in notes:
        starting.setdefault(note.start, []).append(note.number)
    spans = sorted((note.start, note.end) for note in notes)
    pieces, reach, at = [], 0, 0
    for start, end in pairwise(cuts):
        while at < len(spans) and spans[at][0] <= start:
            reach = max(reach, spans[at][1])
            at += 1
        pieces.append(
            Piece(text=clean(text[start:end]), quoted=start < reach, notes=tuple(sorted(starting.get(start, ()))))
        )
    return tuple(pieces)
