"""Names that the model marks, as drafts: what a table knows has the last word on type and normal name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.knowledge.tables import actor
from sayso.reading.mentions.drafts import Draft
from sayso.reading.model.marks import Named

__all__ = ["drafts_of"]

_SURE = 0.8


def drafts_of(names: Sequence[Named], text: str) -> Iterator[Draft]:
    """One draft a name, in text order."""
    for name in names:
        known = None if name.type == "role" else actor(text[name.start : name.end])
        if known is not None:
            yield Draft(name.start, name.end, known.kind, known.name, 3)
        else:
            yield Draft(name.start, name.end, name.type, None, 2 if name.score >= _SURE else 1)
