"""Whose number a figure is where who tells of it does not stand behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sayso.knowledge.stances import DENIES, LEFT_OPEN, dismissed, whose
from sayso.records import Claim, Figure, Reading
from sayso.weighing.speakers import name_of

__all__ = ["stands_behind"]

_GRANTED = re.compile(r"\b(?:the|those|these)\s+\Z", re.IGNORECASE)
"""Who denies that the nine people killed were fighters grants that nine were."""
_BEFORE = 8
_CHECKED = re.compile(r"(?:confirm|verif|corroborat|authenticat)$", re.IGNORECASE)


def stands_behind(figure: Figure, claims: Mapping[str, Claim], reading: Reading) -> tuple[bool, str | None]:
    """Whether anybody stands behind a figure in this report, and who it is; null for the outlet's own voice.

    Who could not verify a number, calls it untrue or denies what it counts does not say it. It is then of whom the
    same words name ("the figure of 22 given by the Harbour Board"), else of nobody in this report.
    """
    claim = claims.get(figure.claim or "")
    granted = _GRANTED.search(reading.document.text[max(0, figure.start - _BEFORE) : figure.start]) is not None
    while claim is not None:
        name = name_of(claim)
        content = " ".join(span.text for span in claim.content)
        if not granted and _takes_no_stand(claim, content):
            other = whose(content)
            return other is not None, other
        if name is not None:
            return True, name
        claim = claims.get(claim.within or "")
    return _unclaimed(figure, reading)


def _takes_no_stand(claim: Claim, content: str) -> bool:
    cue = "" if claim.cue is None else claim.cue.text
    left_open = claim.certainty == "unknown" and LEFT_OPEN.search(cue) is not None
    return left_open or (claim.polarity == "denied" and DENIES.search(cue) is not None) or dismissed(content)


def _unclaimed(figure: Figure, reading: Reading) -> tuple[bool, str | None]:
    """The same of a sentence in which no claim was found: "Nobody was able to confirm the rebels' toll of nine"."""
    text = reading.document.text
    start, end = next(((a, b) for a, b in reading.sentences if a <= figure.start < b), (figure.start, figure.end))
    found = LEFT_OPEN.search(text, start, figure.start)
    if found is None or not _CHECKED.search(found[0]) or "," in text[found.end() : figure.start]:
        return True, None
    other = whose(text[found.end() : end].strip(" ."))
    return other is not None, other
