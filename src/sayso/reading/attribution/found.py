"""An attribution while it is being found."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.reading.model.stance import Stance

__all__ = ["Found"]

Chars = tuple[int, int]


@dataclass(slots=True, kw_only=True)
class Found:
    """A candidate claim; all bounds are half-open ranges of characters of the document.

    Attributes:
        source: who says; null if left out.
        cue: the words of saying.
        content: what is said.
        rule: the construct that found it.
        lemma: the cue's dictionary form.
        score: 0..1, how reliable the construct is.
        via: channels named beside the source.
        awaits: (more of) what is said stands in the next paragraph.
        stance: how firmly, as the model sees it; null where rules are to tell.
        own: the outlet itself says so, in its own voice.
        quoted: what is said ends in a quotation, so that quotations right after it go on with it.
    """

    source: Chars | None
    cue: Chars
    content: list[Chars]
    rule: str
    lemma: str
    score: float
    via: list[Chars] = field(default_factory=list)
    awaits: bool = False
    quoted: bool = False
    own: bool = False
    stance: Stance | None = None
