"""Figures of other happenings: running totals, earlier attacks, rates, teasers."""

from __future__ import annotations

import re

_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_UNIT = "day|week|month|year"
_AGO = r"(?:[- ]olds?| (?:ago|after|before|earlier|later|and a half|younger|older|into))\b"
_ATTACK = "attack|strike|airstrike|shooting|incident|raid|bombing|case"
_SUCH = r"(?:alleged|reported|suspected|fatal|deadly|similar|air|drone|artillery|missile|rocket|\w+(?:ian|i|can|ish))"
_ELSEWHERE = re.compile(
    r"\b(?:last (?:year|month|summer|winter|spring|fall|autumn)"
    r"|since (?:the (?:war|conflict|start|beginning|uprising)|\w+ \d{4}|\d{4}|january|october|last)"
    r"|this (?:year|month)|(?:year|month)s? ago|year[- ]to[- ]date|(?<!born )in (?:19|20)\d\d"
    rf"|in recent (?:years|months|weeks)|(?:every|a|per|each) (?:{_UNIT})(?!{_AGO})|annually|on average"
    r"|throughout the (?:war|year)|up (?:un)?til (?:that|this) point|so far in the (?:war|conflict)"
    r"|across (?:several |multiple |various )?(?:attacks|strikes|raids)|killed previously"
    rf"|(?:an? )?(?:earlier|previous|separate|unrelated|another) (?:{_SUCH} ){{0,2}}(?:{_ATTACK})"
    r"|in (?:the (?:past|last|first) )?\d{2,} (?:days|weeks|months)"
    rf"|in (?:{_MONTH}) of (?:the same|that|the previous|last) year"
    rf"|in (?:{_MONTH}) of (?:19|20)\d\d|(?:earlier|later) (?:the same|that) year"
    r"|for the (?:year|month)|(?:stats|statistics) (?:for|from|show)\w*"
    r"|(?:weekend|citywide|separate|recent|string of|series of|rash of|unrelated) (?:\w+ )?shootings"
    r"|shootings (?:across|over|since|citywide|this|in (?:the )?(?:city|past|last))|violent (?:night|weekend)"
    rf"|nationwide|across the country|in (?:{_MONTH}),? (?:19|20)\d\d)\b",
    re.IGNORECASE,
)


_GOES_ON = re.compile(
    rf"\W*(?:(?:one|two|three|both|all|none) of them|(?:[^.]*\b(?:in|during|from|of|after) )?that (?:{_ATTACK}))\b",
    re.IGNORECASE,
)


def goes_on(sentence: str) -> bool:
    """True where a sentence after one of another happening still speaks of that: "two were shot in that incident"."""
    return _GOES_ON.match(sentence) is not None


_EARLIER = re.compile(
    r"\W*(?:on )?(?:the (?:previous|preceding) day|the day before|(?:just |only )?(?:an?|a few|several|\w+) "
    r"(?:day|week|month)s? (?:before|earlier|prior)),",
    re.IGNORECASE,
)


_MOST = (
    "worst|deadliest|bloodiest|biggest|largest|heaviest|gravest|fiercest|highest|first"
    "|most (?:deadly|serious|violent|lethal)"
)
_SPAN = (
    r"(?:so far )?this (?:year|month)|(?:since|in) (?:\w+ )?(?:19|20)\d\d|in (?:recent )?(?:years|months|weeks)"
    r"|since (?:the (?:war|conflict|start|beginning)[\w ]{0,30}?|\w+)"
)
_RECORD = re.compile(
    rf"\b(?:{_MOST})\b(?:\s+[\w’'-]+){{0,8}}?\s+(?:{_SPAN})(?=[.,;)”\"]|\s*$)(?!,? (?:when|which|in which))",
    re.IGNORECASE,
)
"""What makes the happening reported a record: it compares it with others and counts nobody of theirs."""


def elsewhere(sentence: str) -> bool:
    """True where a sentence places its figures in another happening than the one reported.

    "The previous day, a strike killed two" does; "a man who was shot the previous day has died" does not, nor does "in
    the deadliest attack this year", which compares the one reported; "since 2019, when 16 died" tells of another.
    """
    told = _RECORD.sub(" ", sentence)
    return _ELSEWHERE.search(told) is not None or _EARLIER.match(sentence) is not None


_LABEL = re.compile(
    r"[\W_]*(?:\d{1,2}:\d\d\s|(?:read|read more|related|more|watch|raw video|videos?|photos?|images?|exclusive|also"
    r"|see also|previous|previously|previous story|caption video)\s*:|caption\s)",
    re.IGNORECASE,
)
_PROMOTES = re.compile(
    r"[\W_]*(?:read (?:more|next|also)|related|see also|more (?:news|stories|on this)|don['’]?t miss|up next"
    r"|in other news|most read|trending|top stories|recommended|you (?:may|might) (?:also )?like|plus)\s*:",
    re.IGNORECASE,
)
"""What opens a line that leads to other stories, all of its sentences."""
_FULL = re.compile(r"[.!?][\"”’')]*\s")
_LONGEST_TEASER = 18


def teaser(text: str, start: int, end: int) -> bool:
    """True where a sentence is a label or a headline that leads to another story, not part of this one.

    That is a sentence after "RELATED:" and its like, any of a line that opens with "DON'T MISS:", or a line of its own
    without a full stop once the text has begun in full sentences.
    """
    line = text.rfind("\n", 0, start) + 1
    if _LABEL.match(text, start, end) or _PROMOTES.match(text, line, end):
        return True
    close = text.find("\n", end - 1)
    whole = text[line : close if close >= 0 else len(text)].strip()
    if line == 0 or whole != text[start:end].strip() or len(whole.split()) > _LONGEST_TEASER:
        return False
    return whole[-1:].isalnum() and _FULL.search(text, 0, line) is not None
