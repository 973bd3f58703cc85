"""Figures of one document, each with its speaker, sentence and place in a total."""

from __future__ import annotations

import bisect
import re
from typing import NamedTuple

from sayso.records import Claim, Figure, Passage, Reading

#: Kinds that describe people harmed; `shot` says nothing of whether they lived.
HARM = ("killed", "injured", "shot", "casualties", "missing")
_PART = re.compile(
    r"(?:includ(?:ing|ed|es|e)|among (?:them|those|whom|the)|of whom|of them|comprising)\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:others?|another|more|additional|further)\b", re.IGNORECASE)


class Entry(NamedTuple):
    """One figure as weighing sees it.

    `part` marks a part of a total already stated; `added` one that comes on top of what was stated before it.
    """

    figure: Figure
    document: str
    sentence: int
    speaker: str | None
    certainty: str
    part: bool
    added: bool

    @property
    def passage(self) -> Passage:
        """Where the figure stands."""
        f = self.figure
        return Passage(document=self.document, start=f.start, end=f.end, text=f.text)


def entries_of(reading: Reading) -> list[Entry]:
    """All figures of a document that speak of the happening reported, in text order."""
    claims = {claim.id: claim for claim in reading.claims}
    starts = [start for start, _ in reading.sentences]
    text = reading.document.text
    found = []
    for figure in reading.figures:
        if figure.background or figure.negated:
            continue
        claim = claims.get(figure.claim or "")
        found.append(
            Entry(
                figure=figure,
                document=reading.document.id,
                sentence=bisect.bisect_right(starts, figure.start) if starts else 0,
                speaker=speaker_of(claim, claims),
                certainty=claim.certainty if claim else "certain",
                part=_PART.search(text[max(0, figure.start - 60) : figure.start]) is not None,
                added=_OTHERS.search(figure.text) is not None,
            )
        )
    return found


def speaker_of(claim: Claim | None, claims: dict[str, Claim]) -> str | None:
    """Who says a claim, as resolved; an unnamed speaker inside another's words is that other's."""
    while claim is not None:
        if claim.source is not None:
            return claim.source.entity or claim.source.text
        claim = claims.get(claim.within or "")
    return None


def sentence_text(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Bounds of the sentence that holds `start:end`; the span itself when sentences are unknown."""
    for first, last in reading.sentences:
        if first <= start < last:
            return first, max(last, end)
    return start, end
