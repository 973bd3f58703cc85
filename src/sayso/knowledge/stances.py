"""Words by which who tells of a claim takes no stand on it, and whose claim it then is."""

from __future__ import annotations

import re

__all__ = ["LEFT_OPEN", "NOT", "SAYING", "whose"]

NOT = r"(?:\b(?:not|never|cannot|unable|impossible|neither|nor|no one|nobody)\b|n['’]t\b)"
"""Words that negate, as alternatives of a pattern."""

LEFT_OPEN = re.compile(
    rf"{NOT}.{{0,40}}\b(?:confirm|verif|establish|determin|corroborat|authenticat|ascertain|know|clear|den(?:y|ied|ying)"
    r"|(?P<out>rul(?:e|ed|ing) out))|\bunclear\b|\bunconfirmed\b",
    re.IGNORECASE,
)
"""Words of saying that settle nothing: "could not verify", "has not confirmed or denied"; `out`: "cannot rule out"."""

SAYING = (
    r"(?:reports?|claims?|allegations?|accusations?|assertions?|suggestions?|statements?|figures?|numbers?|tolls?|counts?"
    r"|estimates?|accounts?|versions?|stor(?:y|ies)|tales?|rumou?rs?|talk|news)"
)
"""Nouns for what somebody says."""

_THE = r"(?:(?:the|an?) )?"
_CAPITAL = r"(?-i:[A-Z])[\w’'.-]*"
_ENDS = r"(?=\W*$|[,;]| (?:that|of|which|about)\b)"
_WHO = rf"({_CAPITAL}(?: (?:of|for|the|and|{_CAPITAL}))*|(?:[\w-]+ ){{0,2}}[\w-]+?){_ENDS}"
_GIVEN = "given|provided|reported|claimed|issued|announced|published|cited|quoted|made|put forward"
_WHOSE = (
    re.compile(rf"\b(?:{_GIVEN}) by {_THE}{_WHO}", re.IGNORECASE),
    re.compile(rf"\b{SAYING} (?:by|from) {_THE}{_WHO}", re.IGNORECASE),
    re.compile(rf"\b{SAYING} of (?:the )?((?:(?!that\b)[\w’'-]+ ){{0,3}}[\w’'-]+) that\b", re.IGNORECASE),
    re.compile(rf"^\W*{_THE}([\w’'-]+(?: [\w’'-]+){{0,4}}?)['’]s (?:\w+ )?{SAYING}\b", re.IGNORECASE),
)


def whose(content: str) -> str | None:
    """Whose words `content` names as its own source; null where it names nobody.

    "the figure of 22 deaths given by the Harbour Board", "the statement of the General Staff that 15 were killed",
    "the army's claim that nobody was hurt".
    """
    return next((found[1] for pattern in _WHOSE if (found := pattern.search(content))), None)
