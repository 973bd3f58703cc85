"""Formulas of reporting that look like a saying and are none, or whose parts stand in unlike places.

"Who asked not to be named" and "declined to comment" say nothing of what happened; in "it has been established that"
nobody speaks; in "according to the Coast Herald, citing a nurse, ..." the nurse speaks, through the paper.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.found import Found
from sayso.reading.attribution.lexicon import BODIES
from sayso.reading.attribution.names import ROLES
from sayso.reading.attribution.speaker_phrases import head_word

__all__ = ["name_the_cited", "says_something"]

Chars = tuple[int, int]
_NAMELESS = re.compile(
    r"(?:not\s+)?to\s+(?:be\s+(?:named|identified|quoted|cited)|(?:give|reveal|disclose)\s+(?:(?:his|her|their"
    r"|its|a|the)\s+)?(?:(?:full|real|own|last)\s+)?(?:names?|identit(?:y|ies)))\b|(?:(?:on|the|under)\s+)*(?:condition\s+"
    r"of\s+)?anonymity\b",
    re.IGNORECASE,
)
_NO_ANSWER = re.compile(
    r"(?:to\s+)?(?:(?:requests?|a\s+request|calls?|questions?)\s+for\s+)?(?:comment|respond|reply|answer|elaborate|"
    r"discuss)\b(?!\s+(?:whether|that|what|how|why))[^.]{0,40}\Z",
    re.IGNORECASE,
)
_NO_COMMENT = re.compile(r"\bnot (?:\w+ly )?comment\b", re.IGNORECASE)
_REFUSING = words("decline refuse respond")
_CITING = words("cite quote")
_NEAR = 60
_STOP = re.compile(r"[.!?]\s|\n")
_ENDS_CITING = re.compile(r"\b(?:citing|quoting)\Z")
_THAT = re.compile(r",\s+(?=that\b)")
_EXPLETIVE = re.compile(r"(?:is|was|has been|had been|have been)\b", re.IGNORECASE)
_AGREED_ON = re.compile(
    r"\b(?:established|believed|thought|reported|alleged|claimed|said|understood|rumou?red|feared|assumed|known|confirmed"
    r"|estimated|suspected)\Z",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?:who|which|that)\b", re.IGNORECASE)
_ON_CONDITION = re.compile(r",?\s+if\b", re.IGNORECASE)
_VERB = re.compile(r"\b(?:that|is|are|was|were|has|have|had|will|would|could|may|might|must|did|[a-z]{3,}ed)\b")
_WITNESSES = BODIES | words(
    "source employee worker engineer pilot sailor trader rescuer survivor neighbour neighbor relative doctor medic "
    "nurse soldier fighter guard diplomat member person people family villager fisherman driver farmer prosecutor "
    "investigator lawyer agency office report statement letter document record data figure account footage video memo"
)


def says_something(text: str, f: Found) -> bool:
    """Whether a candidate is a saying; one whose "it" stands for nobody loses its source on the way."""
    said = " … ".join(text[start:end] for start, end in f.content)
    cue = text[slice(*f.cue)]
    who = "" if f.source is None else text[slice(*f.source)]
    if _NAMELESS.match(said) or _NO_COMMENT.search(cue) or (f.lemma in _REFUSING and _NO_ANSWER.match(said)):
        return False
    if f.lemma == "offer" and said.lower().startswith("no "):
        return False  # "she offered no evidence"
    relative = _RELATIVE.match(who)
    if relative is not None and _ON_CONDITION.match(who, relative.end()):
        return False  # "which, if true, indicates"
    if relative is not None and relative.end() == len(who) and f.lemma in _CITING and not _VERB.search(said):
        return False  # "reports, which cite an unnamed official, are false"
    if who.lower() == "it" and _EXPLETIVE.match(cue) and _AGREED_ON.search(cue):
        f.source = None
    return True


def name_the_cited(text: str, found: Sequence[Found]) -> list[Found]:
    """Give what is said to whom is cited for it, where a mark took the cited for what is said.

    "According to the Coast Herald, citing a nurse, two men died": the nurse says so, and the paper passes it on. What
    cites a thing ("citing safety") and names nobody is left as it is; what cites somebody for nothing is dropped.
    """
    kept: list[Found] = []
    for f in found:
        f.content = _parted(text, f)
        if not _ENDS_CITING.search(text, *f.cue) or not _cited(text, f):
            kept.append(f)
            continue
        cited, *rest = f.content
        host = None if rest else _host(text, f, found)
        content = rest or ([] if host is None else list(host.content))
        if content:
            f.source, f.content = cited, content
            f.stance = f.stance if host is None else host.stance
            kept.append(f)
    return kept


def _parted(text: str, f: Found) -> list[Chars]:
    """What is said, where one piece holds whom is cited too: "citing | a nurse, that two men died"."""
    if f.lemma not in _CITING and not _ENDS_CITING.search(text, *f.cue):
        return f.content
    start, end = f.content[0] if f.content else (0, 0)
    comma = _THAT.search(text, start, end)
    return f.content if comma is None else [(start, comma.start()), (comma.end(), end), *f.content[1:]]


def _cited(text: str, f: Found) -> bool:
    """Whether what stands right behind the cue names somebody, or a paper of theirs."""
    if not f.content:
        return False
    start, end = f.content[0]
    if start < f.cue[1] or text[f.cue[1] : start].strip():
        return False
    phrase = text[start:end]
    head = head_word(phrase.lower())
    return not _VERB.search(phrase) and bool({head, head.removesuffix("s")} & (ROLES | _WITNESSES))


def _host(text: str, f: Found, found: Sequence[Found]) -> Found | None:
    """The saying in whose sentence somebody is cited: the nearest that ends or begins right beside the citation."""
    start, end = f.cue[0], f.content[-1][1]
    near = []
    for at, g in enumerate(found):
        if g is f or not g.content or g.source is None:
            continue
        low, high = _extent(g)
        gap = (high, start) if high <= start else (end, low) if end <= low else (start, start)
        if gap[1] - gap[0] < _NEAR and not _STOP.search(text, *gap):
            near.append((gap[1] - gap[0], at, g))
    return min(near, key=lambda n: n[:2])[2] if near else None


def _extent(f: Found) -> Chars:
    spans = [f.cue, *f.content] + ([f.source] if f.source is not None else []) + f.via
    return min(s for s, _ in spans), max(e for _, e in spans)
