"""Numbers that a speaker denies, or does not confirm: they are somebody else's, and the speaker gives none.

"The ministry denied that eight people were killed" gives no toll of the ministry's. In "denied responsibility for the
attack that killed eight people" nobody denies the eight.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal, get_args

from sayso.knowledge.stances import SAYING, whose
from sayso.records import Claim, Figure, Reading
from sayso.weighing.speakers import name_of

__all__ = ["DOUBTS", "Doubt", "claimant", "doubt_of", "granted_by", "rumoured"]

Doubt = Literal["denies", "does not confirm"]
DOUBTS: Final[tuple[Doubt, ...]] = get_args(Doubt)

_CLAIM: Final = (
    rf"(?:(?:as|\w+['’]?s|the|any|all|such|a|an|\w+ed|\w+al|media|press|news|earlier)\s+){{0,4}}?{SAYING}\b"
    r"(?:\s+(?:by|from|in|on)(?:\s+[^\s,.;]+){1,6}?)?\s+(?:that|of|saying)\s+"
)
_HEAD = re.compile(rf"\W*(?:that\s+)?{_CLAIM}", re.IGNORECASE)
"""Somebody's claim, before what it is: "reports by the union that", "the figure of"."""
_THAT = re.compile(r"\W*(?:(?:if|that|whether)\s+)?", re.IGNORECASE)
_HARM: Final = (
    r"(?:kill(?:ed|ing)?|died|dead|deaths?|injur(?:ed|ing|ies)|wounded|wounding|hurt|shot|missing|perished|slain)"
)
_HARMED = re.compile(rf"\W*(?:\w+\s+){{0,3}}?(?:(?:had|have|has|were|was|are|been|being)\s+)*{_HARM}\b", re.IGNORECASE)
"""What follows a number that is told to have been harmed."""
_HARMS = re.compile(
    r"(?:(?:[^\s,;]+\s+){0,7}?(?:kill(?:ed|ing)|injur(?:ed|ing)|wound(?:ed|ing)|hurt|left|claimed|shot|shooting|hit|caused)"
    r"|(?:the\s+)?(?:deaths?|killings?|injur(?:y|ies))\s+of)\s+(?:(?:about|at|least|more|than|as|many|some|up|to|the)\s+){0,3}",
    re.IGNORECASE,
)
"""What stands before a number that something is told to have harmed: "that its strike killed"."""
_GRANTED = re.compile(
    r"\b(?:responsib\w+|involve\w+|role|part|behind|blame|connection|links?|knowledge|when|where|after|in which)\b"
    r"|\bwh(?:o|om|ich)\b|\w\W+that\s+(?:\w+\s+){0,3}(?:killed|left|wounded|injured|claimed|took|cost|hurt)\b",
    re.IGNORECASE,
)
"""What stands before a number that nobody denies: another thing is denied, beside which the number is told."""
_UNTRUE: Final = (
    r"(?:not true|untrue|fals\w+|fabricat\w+|baseless|unfounded|groundless|incorrect|inaccurate|wrong|exaggerat\w+"
    r"|invent\w+|lies?|fakes?|misleading|absurd|nonsense|propaganda|hoax\w*|inflated|fiction\w*|fantas\w+|ridiculous"
    r"|disinformation)"
)
_IS_UNTRUE = re.compile(rf"\W*(?:that\s+)?it\s+(?:is|was)\s+(?:\w+ly\s+)?{_UNTRUE}\s+that\b", re.IGNORECASE)
_WAS_UNTRUE = re.compile(
    r"[^.;]*?\b(?:is|are|was|were|be|been|as|being|proved|turned out)(?:\s+to be)?(?:\s+\w+ly)?\s+"
    rf"{_UNTRUE}\b",
    re.IGNORECASE,
)
_CALLED_UNTRUE = re.compile(rf"(?:\s+[^\s,.;]+){{0,5}}?\s+[\"“‘']?{_UNTRUE}\b", re.IGNORECASE)
_CLAIMED = re.compile(rf"(?:^|[\s“\"(]){_CLAIM}\Z", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:contrary to|despite|reject(?:ed|ing)|dismiss(?:ed|ing)|den(?:ied|ying)|disput(?:ed|ing)|refut(?:ed|ing))"
    rf"\s+{_CLAIM}\Z",
    re.IGNORECASE,
)
_NOT: Final = (
    r"(?:(?:can|could|did|does|do|would|has|have|had|was|were|is|are)(?:\s+not|n['’]t)|cannot|unable\s+to|declined\s+to"
    r"|refused\s+to)"
)
_UNABLE: Final = (
    rf"{_NOT}(?:\s+(?:been|yet|immediately|independently|able|to)){{0,4}}\s+(?:confirm|verify|corroborate)"
    r"|no\s+(?:information|knowledge)(?:\s+(?:about|on|of))?|(?:not\s+a|una)ware\s+of"  # "about eight" is one number
)
_LOOKS: Final = r"(?:check|investigat|examin|verify|look)ing(?:\s+into)?"
_WITHHELD = re.compile(
    rf"\b(?:(?:{_UNABLE})\s+(?:{_CLAIM}|that\s+|whether\s+)?|{_LOOKS}\s+(?:{_CLAIM}|whether\s+))\Z", re.IGNORECASE
)
"""That somebody cannot confirm what follows, or looks into a claim of it; "investigating eight deaths" grants them."""
_RUMOUR = re.compile(
    r"\b(?:rumou?rs?|speculation|(?:unconfirmed|unverified)\s+(?:reports?|claims?|accounts?))"
    r"(?:\s+(?:by|from|in|on)(?:\s+[^\s,.;]+){1,6}?)?\s+(?:that|of)\s+\Z",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es|ed)|refut(?:es|ed))\b")


def doubt_of(
    figure: Figure, claim: Claim | None, claims: Mapping[str, Claim], reading: Reading, lead: int
) -> Doubt | None:
    """Whether who says `claim`, in which a figure stands, denies that number or does not confirm it.

    Args:
        figure: in the reading with its title before the text.
        claim: the innermost that holds it.
        claims: all of the document by id.
        reading: with its title before the text, which `lead` code points move.
        lead: see `sayso.weighing.figures.titles`.
    """
    text = reading.document.text
    if figure.end <= lead:
        return _in_title(text[:lead], figure)
    while claim is not None:
        for span in claim.content:
            start, end = span.start + lead, span.end + lead
            if start <= figure.start < end:
                before, after = text[start : figure.start], text[figure.end : end]
                if (found := _said_of(claim, figure, before, after)) is not None:
                    return found
        claim = claims.get(claim.within or "")
    start, end = _sentence(figure, reading)
    return _in_sentence(text[start : figure.start], text[figure.end : max(end, figure.end)])


def _sentence(figure: Figure, reading: Reading) -> tuple[int, int]:
    return next(((a, b) for a, b in reading.sentences if a <= figure.start < b), (figure.start, figure.end))


def _in_sentence(before: str, after: str) -> Doubt | None:
    """What the words right before a number, and those behind it, say of it, whoever speaks."""
    if _AGAINST.search(before) or (_CLAIMED.search(before) and _WAS_UNTRUE.match(after)):
        return "denies"
    return "does not confirm" if _WITHHELD.search(before) else None


def claimant(
    figure: Figure, claim: Claim | None, claims: Mapping[str, Claim], reading: Reading, lead: int
) -> str | None:
    """Who is named for a number that somebody else denies or does not confirm; arguments as in `doubt_of`."""
    text = reading.document.text
    if figure.end <= lead:
        return None
    while claim is not None:
        if any(s.start + lead <= figure.start < s.end + lead for s in claim.content):
            found = whose(" ".join(span.text for span in claim.content))
            if found is not None:
                return found
        claim = claims.get(claim.within or "")
    start, end = _sentence(figure, reading)
    said = _AGAINST.search(text[start : figure.start]) or _WITHHELD.search(text[start : figure.start])
    return None if said is None else whose(text[start + said.start() : end].strip(" ."))


def rumoured(figure: Figure, text: str) -> bool:
    """True for a number that is told as a rumour: "rumours that thirty people had died spread"."""
    return _RUMOUR.search(text[max(0, figure.start - 120) : figure.start]) is not None


def _said_of(claim: Claim, figure: Figure, before: str, after: str) -> Doubt | None:
    if name_of(claim) is not None and (claim.polarity == "denied" or claim.certainty == "unknown"):
        if not _told(figure, before, after):
            return None
        return "denies" if claim.polarity == "denied" else "does not confirm"
    return "denies" if _untrue(before, after) else None


def _told(figure: Figure, before: str, after: str) -> bool:
    """Whether words tell that so many were harmed, and not something else beside which the number stands."""
    harmed = _HARMED.match(after) is not None
    if (head := _HEAD.match(before)) is not None:
        rest = before[head.end() :]
        if not rest:
            return harmed or re.search(rf"\b{_HARM}\b", figure.text, re.IGNORECASE) is not None
    else:
        rest = before[_that(before) :]
        if not rest:
            return harmed
    return _GRANTED.search(rest) is None and _HARMS.fullmatch(rest) is not None


def _that(before: str) -> int:
    found = _THAT.match(before)
    return found.end() if found else 0


def granted_by(claim: Claim | None, claims: Mapping[str, Claim]) -> Claim | None:
    """Whose words a number is that stands in a denial of something else: those of whoever reports the denial."""
    while claim is not None and (claim.polarity == "denied" or claim.certainty == "unknown"):
        claim = claims.get(claim.within or "")
    return claim


def _untrue(before: str, after: str) -> bool:
    if _IS_UNTRUE.match(before):
        return True
    return _HEAD.fullmatch(before) is not None and bool(_WAS_UNTRUE.match(after) or _CALLED_UNTRUE.match(after))


def _in_title(title: str, figure: Figure) -> Doubt | None:
    found = _DENIES.search(title.casefold(), 0, figure.start)
    if found is None:
        return None
    return "denies" if _told(figure, title[found.end() : figure.start].lstrip(), title[figure.end :]) else None
