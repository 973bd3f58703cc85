"""Quotations: pairs of quotation marks, in every style that news uses, over sentences and paragraphs.

A quotation opened and not closed goes on in the next paragraph if that one opens with a mark; otherwise it ends at a
footnote number, or with its paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Quote", "find_quotes", "spoken"]

_MARK = re.compile(r"''|``|[\"“”„«»]|‘|’|'|\n[^\S\n]*\n|\r\n[^\S\n]*\r\n")
_FOOTNOTE = re.compile(r"[.!?…]['’”\"]?\d{1,3}(?=\s|\Z)|[.!?…]['’”\"]?\[\d{1,3}\]")
_LEAD = re.compile(r"\s*(?:''|``|[\"“„«‘])")
_WORDS = re.compile(r"\w+")
_PAIRS: dict[str, tuple[str, ...]] = {
    "“": ("”", '"'), "„": ("“", "”", '"'), "«": ("»",), '"': ('"', "”"), "''": ("''", '"'), "``": ("''", '"', "”"),
    "‘": ("’", "'"), "'": ("'", "’"),
}  # fmt: skip
_SINGLE = frozenset("‘'")


@dataclass(slots=True)
class Quote:
    """A quotation with its marks; `goes_on` says that it continues the one before (next paragraph)."""

    start: int
    end: int
    goes_on: bool = False
    closed: bool = True


def find_quotes(text: str, start: int, end: int, *, single: bool = True) -> list[Quote]:
    """Find outermost quotations in `text[start:end]`, in order, not overlapping."""
    quotes: list[Quote] = []
    opened = -1
    mark = ""
    goes_on = False
    for found in _MARK.finditer(text, start, end):
        sign, at = found.group(), found.start()
        if sign[0] in "\n\r":
            if opened >= 0:
                follow = mark not in _SINGLE and _LEAD.match(text, found.end())
                if mark not in _SINGLE:
                    quotes.append(
                        Quote(opened, _unclosed_end(text, opened, at, keep=bool(follow)), goes_on, closed=False)
                    )
                if not follow:
                    opened = -1
                    goes_on = False
                else:
                    opened, goes_on = -2, True
            continue
        if opened == -2:  # the next paragraph of the same quotation opens with this mark
            opened, mark = at, sign
            continue
        if opened < 0:
            if _opens(text, at, sign, single=single):
                opened, mark, goes_on = at, sign, False
        elif sign in _PAIRS[mark] and _closes(text, at, sign, mark):
            quotes.append(Quote(opened, found.end(), goes_on))
            opened, goes_on = -1, False
        elif sign == mark and mark not in _SINGLE and _opens(text, at, sign, single=False):
            quotes.append(Quote(opened, _unclosed_end(text, opened, at, keep=False), goes_on, closed=False))
            opened, goes_on = at, False
    if opened >= 0 and mark not in _SINGLE:
        quotes.append(Quote(opened, _unclosed_end(text, opened, end, keep=False), goes_on, closed=False))
    return quotes


def _opens(text: str, at: int, sign: str, *, single: bool) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + len(sign)] if at + len(sign) < len(text) else " "
    if sign in "”»’":
        return False
    if sign in _SINGLE and (not single or not after.isalpha()):
        return False
    return (before.isspace() or before in "([{—–-/:,“‘") and not after.isspace()


def _closes(text: str, at: int, sign: str, mark: str) -> bool:
    after = text[at + len(sign)] if at + len(sign) < len(text) else " "
    if mark in _SINGLE:
        return not after.isalnum() and text[at - 1] != " "
    if sign == '"' or (sign == "“" and mark == "“"):
        before = text[at - 1]
        return not (before.isspace() and not after.isspace()) and sign != "“"
    return True


def _unclosed_end(text: str, start: int, limit: int, *, keep: bool) -> int:
    """Where a quotation without closing mark ends: at a footnote number, else at `limit`."""
    if not keep:
        note = _FOOTNOTE.search(text, start, limit)
        if note is not None:
            return note.end()
    while limit > start + 1 and text[limit - 1].isspace():
        limit -= 1
    return limit


def spoken(text: str, quote: Quote) -> bool:
    """Whether a quotation is speech of its own, not words woven into another's sentence ("US plots")."""
    inner = text[quote.start : quote.end].strip("\"“”„«»'‘’` \n")
    if not inner:
        return False
    if quote.goes_on or not quote.closed or "\n" in inner:
        return True
    words = len(_WORDS.findall(inner[:80]))
    tail = text[max(quote.start, quote.end - 3) : quote.end].rstrip("\"”»'’`")
    final = tail[-1:] in ".,!?…—-"
    lead = text[max(0, quote.start - 2) : quote.start].rstrip()
    introduced = lead[-1:] in ",:"
    capital = inner[0].isupper()
    if capital and words >= 4:
        woven = lead[-1:].isalnum() and not final and text[quote.end : quote.end + 2][-1:].islower()
        return not woven
    if final and capital:
        return words >= 3 or introduced or lead[-1:] in ".!?"
    return (introduced and words >= 3) or (final and not lead)
