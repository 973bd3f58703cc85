"""Figures of other happenings: running totals, earlier attacks, rates, teasers."""

from __future__ import annotations

import re

_ELSEWHERE = re.compile(
    r"\b(?:last (?:year|month|summer|winter|spring|fall|autumn)|since (?:the (?:war|conflict|start|beginning|uprising)|\w+ \d{4}|\d{4}|january|october|last)"
    r"|(?:so far )?this year|this month|years? ago|months? ago|year[- ]to[- ]date|in (?:19|20)\d\d|in recent (?:years|months|weeks)"
    r"|every (?:day|year|week|month)|(?:a|per|each) (?:day|year|week|month)|annually|on average|throughout the (?:war|year)"
    r"|(?:an? )?(?:earlier|previous|separate|unrelated|another) (?:attack|strike|airstrike|shooting|incident|raid|bombing|case)"
    r"|nationwide|across the country|in (?:january|february|march|april|may|june|july|august|september|october|november|december),? (?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def elsewhere(sentence: str) -> bool:
    """True where a sentence places its figures in another happening than the one reported."""
    return _ELSEWHERE.search(sentence) is not None
