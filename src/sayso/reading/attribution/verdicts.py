"""Denials that name what they deny: "allegations by the union that the dam was mined are false"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading.attribution.found import Found

__all__ = ["find_verdicts"]

_VERDICT = re.compile(
    r"\b(?P<noun>allegations?|accusations?|claims?|reports?|rumou?rs?|suggestions?|assertions?|statements?|charges?)\b"
    r"(?P<whose>[^.;:\n]{0,80}?)\s(?P<said>that\s[^.;:\n]{8,240}?)\s"
    r"(?P<verdict>(?:is|are|was|were)\s(?:(?:all|also|completely|entirely|utterly|totally|simply|wholly|patently)\s)?"
    r"(?:false|untrue|baseless|unfounded|groundless|fabricated|fabrications|lies|a lie|nonsense|wrong|incorrect|fiction"
    r"|propaganda|without (?:any )?(?:foundation|basis)))\b",
    re.IGNORECASE,
)
_SCORE = 0.8


def find_verdicts(text: str, found: Sequence[Found]) -> list[Found]:
    """Find what is called false, and cut the verdict off what others are said to say.

    The denial is of whoever's words it stands in, else the outlet's own word. `found` is changed in place: what the
    union alleges ends before "are false".
    """
    made: list[Found] = []
    for match in _VERDICT.finditer(text):
        said, verdict = match.span("said"), match.span("verdict")
        holder = None
        for f in found:
            if f.cue[0] >= verdict[1] and any(verdict[0] <= start < verdict[1] for start, _ in f.content):
                f.content = [(match.start(), max(end for _, end in f.content))]  # "... are untrue, the governor said"
            outer = any(start <= match.start() and verdict[1] <= end for start, end in f.content)
            holder = f if outer and f.source is not None else holder
            if not outer and any(start < verdict[0] < end for start, end in f.content):
                f.content = [(start, min(end, verdict[0] - 1)) for start, end in f.content if start < verdict[0]]
        made.append(
            Found(
                source=None if holder is None else holder.source, cue=verdict, content=[said], rule="verdict",
                lemma="deny", score=_SCORE, own=holder is None,
            )
        )  # fmt: skip
    return made
