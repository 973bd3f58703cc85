"""The baseline that the reader must beat: quotation marks, the nearest word of saying, the nearest name.

Deliberately simple and honestly so; `evals` prints it beside the reader. Nothing in the product calls it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.records import Claim, Span, Speaker, content_id

__all__ = ["find_quotations"]

_QUOTATION = re.compile(r"“[^“”\n]{2,2000}+[”\n]|\"[^\"\n]{2,2000}+[\"\n]|''[^\n']{2,2000}+''")
_SAYING = re.compile(
    r"\b(?:said|says|say|saying|told|tells|added|adds|wrote|writes|asked|asks|noted|stated|states|claimed|claims|"
    r"announced|argued|explained|insisted|warned|declared|replied|tweeted|called|responded|continued|commented)\b"
)
_SPEAKER = re.compile(
    r"\b(?:(?:[A-Z][\w’'-]*\.?)(?:\s(?:of\s|the\s|al-)?[A-Z][\w’'-]*\.?){0,4}|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e)\b"
)
_REACH = 120  # characters on either side of a quotation that are searched


def find_quotations(
    text: str, sentences: Sequence[tuple[int, int]] = (), *, outlet: str | None = None
) -> tuple[Claim, ...]:
    """Make one claim of every quotation that has a word of saying nearby.

    Args:
        text: the document's whole text.
        sentences: not used; there so that it can stand in for the reader.
        outlet: not used.

    Returns:
        Claims in text order. Source and cue are the nearest ones within 120 characters of the quotation.
    """
    del sentences, outlet
    claims: list[Claim] = []
    for found in _QUOTATION.finditer(text):
        start, end = found.start(), len(text[: found.end()].rstrip())
        near = (text[max(0, start - _REACH) : start], text[end : end + _REACH])
        cue = _nearest(_SAYING, near, start, end)
        if cue is None:
            continue
        speaker = _nearest(_SPEAKER, near, start, end, beside=cue)
        claims.append(
            Claim(
                id=content_id("q", text, start, end),
                source=None if speaker is None else Speaker(
                    start=speaker[0], end=speaker[1], text=text[speaker[0] : speaker[1]], entity=None
                ),
                cue=Span.cut(text, *cue),
                content=(Span.cut(text, start, end),),
                score=0.5,
            )
        )  # fmt: skip
    return tuple(claims)


def _nearest(
    pattern: re.Pattern[str], near: tuple[str, str], start: int, end: int, *, beside: tuple[int, int] | None = None
) -> tuple[int, int] | None:
    """The match nearest to the quotation, or to the span `beside`."""
    base = max(0, start - _REACH)
    spots = [(base + m.start(), base + m.end()) for m in pattern.finditer(near[0])]
    spots += [(end + m.start(), end + m.end()) for m in pattern.finditer(near[1])]
    a, b = beside or (start, end)
    return min(spots, key=lambda s: (max(a - s[1], s[0] - b), s), default=None)
