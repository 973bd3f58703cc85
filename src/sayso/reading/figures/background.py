"""Figures of other happenings: running totals, earlier attacks, rates, teasers."""

from __future__ import annotations

import re

_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_UNIT = "day|week|month|year"
_ATTACK = "attack|strike|airstrike|shooting|incident|raid|bombing|case"
_ELSEWHERE = re.compile(
    r"\b(?:last (?:year|month|summer|winter|spring|fall|autumn)"
    r"|since (?:the (?:war|conflict|start|beginning|uprising)|\w+ \d{4}|\d{4}|january|october|last)"
    r"|this (?:year|month)|(?:year|month)s? ago|year[- ]to[- ]date|(?<!born )in (?:19|20)\d\d"
    rf"|in recent (?:years|months|weeks)|(?:every|a|per|each) (?:{_UNIT})|annually|on average"
    r"|throughout the (?:war|year)"
    rf"|(?:an? )?(?:earlier|previous|separate|unrelated|another) (?:{_ATTACK})"
    rf"|in (?:{_MONTH}) of (?:the same|that|the previous|last) year|(?:earlier|later) (?:the same|that) year"
    rf"|nationwide|across the country|in (?:{_MONTH}),? (?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def elsewhere(sentence: str) -> bool:
    """True where a sentence places its figures in another happening than the one reported."""
    return _ELSEWHERE.search(sentence) is not None
