"""Spans: places in a document's text that prove themselves.

Offsets are half-open and count Unicode code points of `Document.text`. For every span `text[start:end] == span.text`.
"""

from __future__ import annotations

import hashlib

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records: a pure, immutable value; equal content, equal objects."""


class Span(Record, frozen=True, kw_only=True):
    """A verbatim passage: `text` is exactly what stands at `start:end`."""

    start: int
    end: int
    text: str

    @classmethod
    def cut(cls, whole: str, start: int, end: int) -> Span:
        """Cut a span out of `whole`."""
        return Span(start=start, end=end, text=whole[start:end])


class Speaker(Span, frozen=True, kw_only=True):
    """The source of a claim as it stands in the text, and whom it names once resolved in the document."""

    entity: str | None


class Passage(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A span together with the document that holds it: the end of every way down from a number.

    Attributes:
        document: id of the document.
        start: first code point of its text, or of its title where `title` is set.
        end: code point after the last.
        text: exactly what stands there.
        title: the passage stands in the document's title, which its text does not repeat.
    """

    document: str
    start: int
    end: int
    text: str
    title: bool = False


class Reason(Record, frozen=True, kw_only=True):
    """One step of how a value came about, with the passages it used.

    Attributes:
        step: the name of the step or rule, one or two words.
        says: a full sentence for a person.
        passages: what the step looked at, in document order; may be empty.
    """

    step: str
    says: str
    passages: tuple[Passage, ...] = ()


def content_id(prefix: str, *parts: object) -> str:
    """Make an id that depends on content alone: `prefix-` and 12 hexadecimal digits."""
    digest = hashlib.sha256("\x1f".join(str(p) for p in parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:12]}"
