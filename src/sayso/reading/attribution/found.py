"""An attribution while it is being found: token bounds, not yet spans of the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.reading.attribution.tokens import Token

__all__ = ["Found", "chars"]

Bounds = tuple[int, int]


@dataclass(slots=True)
class Found:
    """A candidate claim; all bounds are characters of the document.

    Attributes:
        source: who says; null if left out.
        cue: the words of saying.
        content: what is said, in text order.
        rule: the construct that found it.
        lemma: the cue's dictionary form.
        score: 0..1.
        via: channels named beside the source.
        awaits: what is said stands in the next paragraph.
        quoted: what is said is (or contains) a quotation of its own.
        hedge: words that lessen certainty and stand outside the content.
    """

    source: Bounds | None
    cue: Bounds
    content: list[Bounds]
    rule: str
    lemma: str
    score: float
    via: list[Bounds] = field(default_factory=list)
    awaits: bool = False
    quoted: bool = False


def chars(unit: Sequence[Token], bounds: Bounds) -> Bounds:
    """Characters covered by a half-open range of tokens, without punctuation at its end."""
    start, end = bounds
    while end > start + 1 and unit[end - 1].kind in ",;:-(":
        end -= 1
    while start < end - 1 and unit[start].kind in ",;:-":
        start += 1
    return unit[start].start, unit[end - 1].end
