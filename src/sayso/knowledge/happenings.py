"""Words in which reports tell that something happened, and when at night."""

from __future__ import annotations

import re

__all__ = ["A_NIGHT", "DEEDS", "of_saying"]

DEEDS = (
    r"kill|shot|shoot|wound|injur|struck|strike|hit|bomb|shell|attack|raid|explo|blast|die|dead|crash|collapse|clash"
    r"|happen|destroy|target|sank|sunk|sinks|sinking|capsiz|drown|shipwreck|rammed|derail"
)
"""Beginnings of words for what attacks and accidents do, as alternatives of a pattern."""

A_NIGHT = re.compile(r"(?:(?:late )?last |over|(?:during|in) the )?night", re.IGNORECASE)
"""A night is of two days: which of them is meant, others may say."""

_SAYING = (
    r"(?:said|says|told|announced|reported|released|identified|confirmed|denied|denies|accused|admitted|acknowledged"
    r"|repeated|reiterated|claimed|declared|stated|added|insisted|rejected|dismissed|blamed|wrote|posted|published"
    r"|spoke|condemned|concluded|warned|testified|apologi[sz]ed|appealed|vowed"
    r"|(?:inquiry|investigation|report|commission|panel|court|board|mission|probe) (?:found|ruled))"
)
_NAME = r"(?-i:[A-Z])[\w.’'-]*"
_TO_WHOM = rf"(?: (?:(?:the )?(?:reporters|journalists|parliament|lawmakers|us)|{_NAME}(?: {_NAME})*))?"
_BY_WAY_OF = r"(?:in|at|by|through|via|over|on)(?: (?:an?|the|its|his|her|their))?"
_HOW = rf"(?: {_BY_WAY_OF}(?: (?!{DEEDS}|least\b)[\w’'-]+){{1,3}}){{0,2}}"
_ON = r"(?: (?:again|late|early|later|only))?(?: (?:on|late on|early on))?"
_SAID_BEFORE = re.compile(rf"\b{_SAYING}{_TO_WHOM}{_HOW}{_ON}\s$", re.IGNORECASE)
_SAID_AFTER = re.compile(rf"(?:,? (?:again|also|however),?)? {_SAYING}\b", re.IGNORECASE)
_OPENS = re.compile(r"\W*(?:on|late on|early on)?\s*$", re.IGNORECASE)
_UP_TO_SAYING = re.compile(rf"(?:(?!\b(?:{DEEDS}|that\b))[^;:“”\"])*?\b{_SAYING}\b", re.IGNORECASE)
_NEAR = 60
_CLAUSE = 160


def of_saying(text: str, sentence: tuple[int, int], start: int, end: int) -> bool:
    """True where `text[start:end]`, a day, is the one on which somebody said it, not that of what is told.

    "The ministry said on Friday", "said in a statement late on Friday", "Velmara on Friday denied" and, at the head of
    the sentence at `sentence`, "On Friday, the ministry said that ..." are. "The ministry said a strike on Friday
    killed four" is not, since a deed stands between; neither is "said that on Friday".
    """
    low, high = sentence
    if _SAID_BEFORE.search(text, max(low, start - _NEAR), start) or _SAID_AFTER.match(text, end, high):
        return True
    return bool(_OPENS.match(text, low, start) and _UP_TO_SAYING.match(text, end, min(high, end + _CLAUSE)))
