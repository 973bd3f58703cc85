"""Footnotes: the way from a sentence of the report down to a verbatim passage in an archived copy.

One note stands for one quoted stretch of one document. It quotes whole sentences and marks, inside them, the spans that
the report rests on; every offset proves itself against the document's text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from sayso.errors import CaseDamaged
from sayso.records import ArchivedCopy, CaseView, Document, Passage, Reading, Record
from sayso.reporting.words import Direction, clean, direction, language_tag, one_line, safe_link

LONGEST_QUOTE = 700
"""Code points; a longer sentence (a list without stops, a table) is quoted around the marked span only."""
_ROUND = 220
_Key = tuple[str, int, int, bool]
"""Document, start, end, and whether the stretch is of its title."""


class Note(Record, frozen=True, kw_only=True):
    """One numbered footnote. `quote == text[start:end]` of the document; `marks` are offsets inside that text too.

    For `of_title` the document's title stands for its text.
    """

    number: int
    document: str
    name: str
    """Of the document, for people."""
    outlet: str | None
    title: str | None
    author: str | None
    published: str | None
    published_how: str | None
    where: str
    link: str | None
    sha256: str
    retrieved: str | None
    method: str | None
    warc: str | None
    record_id: str | None
    quote: str
    start: int
    end: int
    of_title: bool
    """The quotation is the document's title, and the offsets count in it."""
    marks: tuple[tuple[int, int], ...]
    extractor: str
    """What made the text that the offsets count in."""
    language: str | None
    direction: Direction
    grade: str | None
    also: tuple[str, ...]

    @property
    def place(self) -> str:
        """Where in the document the quotation stands, in words."""
        return f"characters {self.start}–{self.end} of the {'title' if self.of_title else f'text by {self.extractor}'}"

    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """Cut the quotation into plain and marked parts; joined they are the quotation again."""
        parts: list[tuple[str, bool]] = []
        at = self.start
        for begin, end in self.marks:
            if begin > at:
                parts.append((self.quote[at - self.start : begin - self.start], False))
            parts.append((self.quote[begin - self.start : end - self.start], True))
            at = end
        if at < self.end:
            parts.append((self.quote[at - self.start :], False))
        return tuple(parts)


def name_of(document: Document) -> str:
    """Name a document for people: outlet, else title, else file name, else id."""
    for value in (document.outlet, document.title, (document.path or "").replace("\\", "/").rpartition("/")[2]):
        if value and one_line(value):
            return one_line(value)
    return one_line(document.id)


class NoteBook:
    """Numbers passages in the order in which the report first leans on them."""

    def __init__(self, view: CaseView) -> None:
        """Index the documents, sentences, copies and grades of `view`."""
        self._readings: dict[str, Reading] = {r.document.id: r for r in view.readings}
        self._starts: dict[str, list[int]] = {r.document.id: [s for s, _ in r.sentences] for r in view.readings}
        self._copies = _copies(view.copies)
        self._grades = {p.name: p.grade for p in view.sources if p.kind == "outlet"}
        self._carriers = _carriers(view)
        self._numbers: dict[_Key, int] = {}
        self._marks: dict[_Key, set[tuple[int, int]]] = {}

    def document(self, name: str) -> Document:
        """Look a document up by its id; raises `CaseDamaged` when the case lacks it."""
        if name not in self._readings:
            raise CaseDamaged(f"A passage points to document {one_line(name)}, which this case does not hold.")
        return self._readings[name].document

    def cite(self, passages: Iterable[Passage]) -> tuple[int, ...]:
        """Number the passages, each once; raises `CaseDamaged` when one is not what its document says there."""
        numbers: list[int] = []
        for passage in passages:
            document = self.document(passage.document)
            text = document.title or "" if passage.title else document.text
            if not 0 <= passage.start < passage.end <= len(text) or text[passage.start : passage.end] != passage.text:
                where = "title" if passage.title else "text"
                raise CaseDamaged(
                    f"The passage at {passage.start}-{passage.end} of document {one_line(passage.document)} is not what"
                    f" its {where} says there; run `sayso verify` before a report is made."
                )
            stretch = (0, len(text)) if passage.title else self._stretch(passage)
            key = (passage.document, *stretch, passage.title)
            self._marks.setdefault(key, set()).add((passage.start, passage.end))
            numbers.append(self._numbers.setdefault(key, len(self._numbers) + 1))
        return tuple(sorted(set(numbers)))

    def _stretch(self, passage: Passage) -> tuple[int, int]:
        """Widen a passage to the sentences that hold it, within `LONGEST_QUOTE`."""
        reading = self._readings[passage.document]
        starts = self._starts[passage.document]
        start, end = passage.start, passage.end
        if starts:
            first = max(bisect_right(starts, start) - 1, 0)
            last = max(bisect_right(starts, max(end - 1, start)) - 1, 0)
            start = min(start, reading.sentences[first][0])
            end = max(end, reading.sentences[last][1])
        if end - start <= LONGEST_QUOTE:
            return start, end
        return _around(reading.document.text, passage, start, end)

    def notes(self) -> tuple[Note, ...]:
        """All notes, in the order of their numbers."""
        return tuple(self._note(key, n) for key, n in self._numbers.items())

    def _note(self, key: _Key, number: int) -> Note:
        name, start, end, of_title = key
        document = self.document(name)
        copy = self._copies.get((name, document.sha256))
        quote = (document.title or "" if of_title else document.text)[start:end]
        location = document.url or (copy.capture.final_url if copy else None)
        return Note(
            number=number,
            document=name,
            name=name_of(document),
            outlet=_clean(document.outlet),
            title=_clean(document.title),
            author=_clean(document.author),
            published=document.published,
            published_how=_clean(document.published_how),
            where=clean(location or _file(document.path or (copy.capture.location if copy else "")) or document.id),
            link=safe_link(location),
            sha256=document.sha256,
            retrieved=copy.capture.retrieved if copy else None,
            method=copy.capture.method if copy else None,
            warc=_clean(copy.warc) if copy else None,
            record_id=_clean(copy.record_id) if copy else None,
            quote=quote,
            start=start,
            end=end,
            of_title=of_title,
            marks=_merge(self._marks[key], end - start),
            extractor=one_line(document.extractor),
            language=language_tag(document.language),
            direction=direction(quote, document.language),
            grade=self._grades.get(document.outlet or ""),
            also=self._carriers.get(name, ()),
        )


def _file(path: str) -> str:
    """Name a file without its folders: where an analyst keeps a case is nobody else's business."""
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2]


def _clean(text: str | None) -> str | None:
    return one_line(text) or None if text else None


def _copies(copies: Sequence[ArchivedCopy]) -> dict[tuple[str, str], ArchivedCopy]:
    found: dict[tuple[str, str], ArchivedCopy] = {}
    for copy in copies:
        found.setdefault((copy.document, copy.sha256), copy)
    return found


def _carriers(view: CaseView) -> dict[str, tuple[str, ...]]:
    """For each original, the names of the documents that only repeat it."""
    names = {r.document.id: name_of(r.document) for r in view.readings}
    found: dict[str, list[str]] = {}
    for link in view.origins.documents:
        if link.of and link.relation in {"reprint", "rewrite"} and link.id in names:
            found.setdefault(link.of, []).append(names[link.id])
    return {key: tuple(dict.fromkeys(value)) for key, value in found.items()}


def _around(text: str, passage: Passage, start: int, end: int) -> tuple[int, int]:
    """Cut a long sentence at white space near the passage."""
    low, high = max(start, passage.start - _ROUND), min(end, passage.end + _ROUND)
    while start < low < passage.start and not text[low - 1].isspace():
        low += 1
    while passage.end < high < end and not text[high].isspace():
        high -= 1
    return low, high


def _merge(marks: set[tuple[int, int]], length: int) -> tuple[tuple[int, int], ...]:
    """Join marks that overlap, so that they can be drawn one after the other.

    A mark over nearly the whole quotation (`length` code points) shows nothing, and gives way to narrower ones.
    """
    narrow = {(begin, end) for begin, end in marks if end - begin < 0.9 * length}
    merged: list[tuple[int, int]] = []
    for begin, end in sorted(narrow or marks):
        if merged and begin < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return tuple(merged)
