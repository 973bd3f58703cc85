"""Which parts of a document are its report, and which are the furniture of the page it stood on.

Menus, share boxes, comment rules and copyright lines repeat over an outlet's pages, and over the pages of every
outlet that bought the same publishing system. Two pages then share most of their words and nothing of what they
report. A segment (a line, or a sentence of a longer line) counts as furniture

- by its form (`forms`): lines that ask the reader to do something, rights, appeals for tips, galleries, lists of links;
- by repetition: it stands in three documents or more (in two of one outlet) that otherwise have little in common. A
  wire
  text stands in many documents too: so documents only testify against a segment when what they say in segments of their
  own differs, and when the segment is not what their titles speak of.

Nothing is taken out of the stored text: what comes back are the spans that remain.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Sequence
from hashlib import blake2b
from typing import NamedTuple
from urllib.parse import urlsplit

from sayso.linking.origins.forms import furniture_by_form
from sayso.linking.shingles import keys_of
from sayso.records import Document

__all__ = [
    "STOP",
    "Segment",
    "content_words",
    "headline_words",
    "outlet_key",
    "repeated",
    "report_spans",
    "segments",
    "spans_without",
]

_BREAK = re.compile(r"\n+|(?<=[.!?…])[\"”’']?\s+(?=[\"“‘'A-Z0-9])")
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/(.+)$", re.IGNORECASE)
_PLAIN = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")
_NAME = re.compile(r"(?<=[a-z,] )(?:[A-Z][\w'’.-]{0,40})(?: [A-Z][\w'’.-]{0,40}){0,9}")

STOP = frozenset(
    """
    a about after again all also am an and any are as at be because been before being but by can could did do does
    for from had has have he her here him his how i if in into is it its just me more most my new no not now of off
    on one only or other our out over said say says she should so some than that the their them then there these
    they this those to two under until up upon us very was we were what when where which while who whom why will
    with would year years you your told according
    """.split()  # noqa: SIM905 - a word list reads best as words
)
_AFTER_HEADLINE = re.compile(r"\s(?:-|–|—|\||::|«|»)\s")
_HEADLINE = 3
_TESTIFY = 25
_LITTLE_IN_COMMON = 0.25
_TITLE_SHARE = 0.5


class Segment(NamedTuple):
    """A line or sentence: half-open code points.

    `key` is equal for equal wording (numbers aside), `pattern` also when only names differ.
    """

    start: int
    end: int
    key: int
    pattern: int


def outlet_key(document: Document) -> str | None:
    """Return what tells one outlet's pages from another's: the host of the address, else the outlet's name, else null.

    Addresses of web archives are unwrapped; `www.`, `m.` and ports are dropped.
    """
    url = document.url
    if url:
        archived = _ARCHIVED.match(url)
        try:
            host = urlsplit(archived.group(1) if archived else url).hostname
        except ValueError:
            host = None
        if host:
            return re.sub(r"^(?:www\d?|m|mobile|amp)\.", "", host.casefold())
    return document.outlet.casefold().strip() if document.outlet else None


def content_words(text: str) -> frozenset[str]:
    """Return the words that carry content: no function words, none of fewer than three letters."""
    return frozenset(k for k in keys_of(text, ((0, len(text)),)) if len(k) > 2 and k not in STOP)


def headline_words(document: Document) -> frozenset[str]:
    """Return the content words of a title without the outlet's name that pages put behind it."""
    title = document.title or ""
    head = content_words(_AFTER_HEADLINE.split(title, maxsplit=1)[0])
    return head if len(head) >= _HEADLINE else content_words(title)


def segments(text: str) -> list[Segment]:
    """Cut a text at line ends and sentence ends."""
    found: list[Segment] = []
    at = 0
    for stop in [*_BREAK.finditer(text), None]:
        end = stop.start() if stop else len(text)
        piece = text[at:end].strip()
        if piece:
            start = text.index(piece, at)
            flat = _flat(piece)
            if flat:
                key, nameless = _key(flat), _NAME.sub("#", piece)
                pattern = key if nameless == piece else _key(_flat(nameless))
                found.append(Segment(start, start + len(piece), key, pattern))
        at = stop.end() if stop else len(text)
    return found


def _flat(piece: str) -> str:
    return " ".join(_PLAIN.findall(piece.casefold()))


def _key(flat: str) -> int:
    digest = blake2b(_DIGITS.sub("0", flat).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def report_spans(documents: Sequence[Document]) -> list[tuple[tuple[int, int], ...]]:
    """Return for every document the spans of its text that are report, in text order.

    What is judged depends on all documents given, not on their order.
    """
    cut = [_cut(d.text) for d in documents]
    banned = _Repeats(documents, cut).banned()
    return [_kept(own, banned) for own in cut]


def repeated(documents: Sequence[Document]) -> set[int]:
    """Return the keys of segments that are furniture by their repetition over these documents."""
    return _Repeats(documents, [_cut(d.text) for d in documents]).banned()


def spans_without(text: str, banned: Container[int]) -> tuple[tuple[int, int], ...]:
    """Return the spans of a text that are report, where `repeated` was learned before, from other documents."""
    return _kept(_cut(text), banned)


def _kept(own: Sequence[Segment], banned: Container[int]) -> tuple[tuple[int, int], ...]:
    return tuple((s.start, s.end) for s in own if s.key not in banned and s.pattern not in banned)


def _cut(text: str) -> list[Segment]:
    found = segments(text)
    formed = furniture_by_form([text[s.start : s.end] for s in found])
    return [s for s, furniture in zip(found, formed, strict=True) if not furniture]


class _Repeats:
    """Segments that repeat over documents which otherwise have little in common."""

    def __init__(self, documents: Sequence[Document], cut: Sequence[Sequence[Segment]]) -> None:
        self.documents = documents
        self.cut = cut
        self.outlets = [outlet_key(d) for d in documents]
        self.titles = [headline_words(d) for d in documents]
        self.holders: dict[int, list[int]] = defaultdict(list)
        for index, own in enumerate(cut):
            for key in {k for s in own for k in (s.key, s.pattern)}:
                self.holders[key].append(index)
        self._own: dict[int, frozenset[str]] = {}

    def banned(self) -> set[int]:
        """Return the keys and patterns that are furniture."""
        order = sorted(range(len(self.documents)), key=lambda i: self.documents[i].id)
        rank = {index: place for place, index in enumerate(order)}
        sample: dict[int, tuple[int, ...]] = {}
        for key, held in self.holders.items():
            if len(held) > 1 and not self._too_few(held):
                inside = sorted(held, key=rank.__getitem__)
                sample[key] = tuple(inside[:: max(1, len(inside) // 6)][:7])
        carrying: dict[tuple[int, ...], set[str]] = defaultdict(set)
        for index, own in enumerate(self.cut):
            for s in own:
                for some in {sample[k] for k in (s.key, s.pattern) if k in sample}:
                    if index == some[0]:
                        carrying[some] |= content_words(self.documents[index].text[s.start : s.end])
        verdicts = {some: self._differ(some, carrying[some]) for some in carrying}
        return {key for key, some in sample.items() if verdicts.get(some, False)}

    def _too_few(self, held: Sequence[int]) -> bool:
        """Two documents of different outlets may well share a report: only three can tell."""
        if len(held) > 2:
            return False
        first, second = (self.outlets[i] for i in held)
        return first is None or first != second

    def _own_words(self, index: int) -> frozenset[str]:
        """Return the content words that a document says in segments that no other has."""
        if index not in self._own:
            text = self.documents[index].text
            alone = (
                text[s.start : s.end]
                for s in self.cut[index]
                if len(self.holders[s.key]) == 1 and len(self.holders[s.pattern]) < 4
            )
            self._own[index] = frozenset().union(*(content_words(piece) for piece in alone))
        return self._own[index]

    def _differ(self, some: tuple[int, ...], shared: set[str]) -> bool:
        """Do these documents, which share some segments, report different things?"""
        about = [i for i in some if self.titles[i]]
        told = [i for i in about if len(self.titles[i] & shared) >= _TITLE_SHARE * len(self.titles[i])]
        if about and 2 * len(told) > len(about):
            return False
        votes = 0
        apart = 0
        for place, a in enumerate(some):
            for b in some[place + 1 :]:
                own_a, own_b = self._own_words(a), self._own_words(b)
                small = min(len(own_a), len(own_b))
                if small >= _TESTIFY:
                    votes += 1
                    apart += len(own_a & own_b) <= _LITTLE_IN_COMMON * small
                elif len(self.titles[a]) >= 3 and len(self.titles[b]) >= 3:
                    votes += 1
                    apart += len(self.titles[a] & self.titles[b]) <= 1
        return votes > 0 and apart > 0.6 * votes
