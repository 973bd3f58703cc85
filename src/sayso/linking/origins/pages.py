"""Documents prepared for comparison: what is report in them, as words and as shingles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sayso.linking.origins.furniture import STOP, outlet_key, report_spans
from sayso.linking.origins.ties import Paper, order_of
from sayso.linking.shingles import Words, codes, keys_of, shingles_of, words
from sayso.records import Document, Passage

if TYPE_CHECKING:
    from sayso.linking.shingles import Shingles

__all__ = ["QUOTED", "Page", "came_first", "day_of", "passage", "prepare", "within"]


QUOTED = re.compile(r"[“\"«]([^”\"»\n]{30,}?)[”\"»]")
_ENOUGH = 20


class Page:
    """One document ready for comparison.

    Attributes:
        spans: the parts of the text that are report, half-open code points in text order.
        outlet: key of the outlet (host or name), null if unknown.
        plain: shingles of five words.
        skeleton: shingles of three content words, which outlive the changed function words of a rewrite.
        content: the content words, hashed. Like the skeleton without what stands in quotation marks: two who quote one
            speaker do not for that tell the same story.
        size: number of words that are report.
    """

    __slots__ = ("content", "document", "outlet", "plain", "size", "skeleton", "spans")

    def __init__(self, document: Document, spans: tuple[tuple[int, int], ...]) -> None:
        self.document = document
        self.spans = spans
        self.outlet = outlet_key(document)
        keys = keys_of(document.text, spans)
        told = keys_of(document.text, _unquoted(document.text, spans)) if QUOTED.search(document.text) else keys
        everything = codes(keys)
        enough = len(told) >= _ENOUGH and told is not keys
        numbers, chosen = (codes(told), told) if enough else (everything, keys)
        carrying = numbers[[len(k) > 2 and k not in STOP for k in chosen]]
        self.size = len(keys)
        self.plain: Shingles = shingles_of(everything)
        self.skeleton: Shingles = shingles_of(carrying, 3)
        self.content: Shingles = shingles_of(carrying, 1)

    def words(self) -> Words:
        """Return the words that are report; not kept, so that a large set stays small."""
        return words(self.document.text, self.spans)

    def paper(self) -> Paper:
        """Return what ranks this document among others."""
        return Paper(self.document.id, self.document.published, self.size)

    def order(self) -> tuple[str, int, str]:
        """Return a key that puts earlier documents first, as `order_of`."""
        return order_of(self.paper())


def prepare(documents: Sequence[Document]) -> list[Page]:
    """Prepare documents; what counts as furniture is judged over all of them."""
    return [Page(d, spans) for d, spans in zip(documents, report_spans(documents), strict=True)]


def passage(document: Document, start: int, end: int) -> Passage:
    """Cut a passage that proves itself."""
    return Passage(document=document.id, start=start, end=end, text=document.text[start:end])


def _unquoted(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for low, high in spans:
        at = low
        for quoted in QUOTED.finditer(text, low, high):
            yield at, quoted.start(1)
            at = quoted.end(1)
        yield at, high


_DAY = re.compile(r"^\d{4}(?:-\d{2}(?:-\d{2})?)?")


def came_first(a: Document, b: Document) -> bool | None:
    """Tell by their dates whether `a` was published before `b`; null when the dates cannot tell.

    Clock times are compared only when both have one.
    """
    first, second = a.published, b.published
    if not first or not second:
        return None
    if "T" in first and "T" in second:
        return None if first[:16] == second[:16] else first[:16] < second[:16]
    day_a, day_b = _DAY.match(first), _DAY.match(second)
    if not day_a or not day_b:
        return None
    known = min(len(day_a.group()), len(day_b.group()))
    early, late = day_a.group()[:known], day_b.group()[:known]
    return None if early == late else early < late


def day_of(document: Document) -> int | None:
    """Return the day of publication as an ordinal, null when it is not known to the day."""
    try:
        return date.fromisoformat((document.published or "")[:10]).toordinal()
    except ValueError:
        return None


def within(a: Page, b: Page, days: int) -> bool:
    """Tell whether two documents were published within so many days; true when that is not known."""
    first, second = day_of(a.document), day_of(b.document)
    return first is None or second is None or abs(first - second) <= days
