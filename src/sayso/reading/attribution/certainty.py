"""How sure the source is, and whether it affirms or denies, read from cue and content."""

from __future__ import annotations

import re

from sayso.knowledge.stances import LEFT_OPEN, NOT
from sayso.knowledge.wordlists import words
from sayso.reading.attribution.found import Found
from sayso.records import Certainty, Polarity

__all__ = ["certainty_of", "hedge_in", "hedge_of", "left_open", "polarity_of", "told_by_word"]

_POSSIBLE = re.compile(
    r"\b(?:(?-i:may)|might|could|possibl[ey]|possibility|perhaps|maybe|conceivabl[ey]|can(?:not|'t) rule out)\b",
    re.IGNORECASE,
)
_PROBABLE = re.compile(
    r"\b(?:likely|probabl[ey]|apparent(?:ly)?|presumably|appears?|appeared|seems?|seemed|believed|thought|expected|"
    r"suggests?|indicates?|reportedly|allegedly|supposedly|purportedly)\b", re.IGNORECASE
)  # fmt: skip
_NEGATED = re.compile(r"\b(?:not|never|no|n['’]t|neither|nor|without|none)\b|n['’]t\b", re.IGNORECASE)

_UNTOLD = re.compile(rf"{NOT}.{{0,20}}\b(?:sa(?:y|id)|t(?:ell|old)|specif|disclos|reveal)", re.IGNORECASE)
_ASKED = re.compile(r"\W*(?:who|whom|whose|what|when|where|whether|how|why|which|if)\b", re.IGNORECASE)
_HEDGED = re.compile(
    r"\W*(?:[\w’'-]+\W+){0,7}?(?:"
    r"(?P<possible>(?:(?-i:may)|might|could)\s+(?:\w+\s+){0,2}?(?:have|be)\b|possibly\b|perhaps\b)|"
    r"(?P<probable>probably\b|(?:very |most |more )?likely\b|(?:is|are|was|were)\s+(?:said|believed|thought|reported"
    r"|alleged|rumoured|rumored|understood)\s+to\b|reportedly\b|apparently\b))",
    re.IGNORECASE,
)
_THAT = re.compile(r"\A\W*that\W+", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"[,;:]|\b(?:that|who|which|because|if|when|while|after|before|as|whether|although)\b", re.IGNORECASE
)

_CERTAIN_LEMMAS = words("know confirm realize realise reveal show demonstrate find determine learn")
_PROBABLE_LEMMAS = words(
    "believe think expect assume suppose predict estimate figure reckon suspect indicate suggest imply project "
    "seem guess judge belief view opinion estimate assessment prediction appear feel forecast"
)
_POSSIBLE_LEMMAS = words(
    "hope fear wonder speculate doubt worry wish imagine speculation rumor rumour rumors rumours suspicion hopes "
    "fears suspicions doubts fret want plan intend aim seek"
)
_HEARSAY_LEMMAS = words("allege allegedly reportedly supposedly purportedly allegation allegations")
_DENYING = words("doubt deny refute rebut dispute denial denials reject dismiss repudiate disavow")


# Words that our labels for training give one certainty almost always, whatever is said.
_TOLD: tuple[tuple[frozenset[str], Certainty], ...] = (
    (words("ask urge wish demand order ordered advise appeal beg begged pray request wonder plead recommend want"),
     "unknown"),
    (words("believe think expect suspect assume appear appears reckon reportedly apparently predict"), "probable"),
    (words("fear doubt allegedly rumour rumoured"), "possible"),
)  # fmt: skip


def told_by_word(lemma: str) -> Certainty | None:
    """How firmly a word of saying alone puts its content; null where that hangs on the content."""
    return next((certainty for some, certainty in _TOLD if lemma in some), None)


def hedge_in(words: str) -> Certainty:
    """How sure a passage is by its own words: certain unless a modal or a hedge lessens it."""
    if _POSSIBLE.search(words):
        return "possible"
    if _PROBABLE.search(words):
        return "probable"
    return "certain"


def left_open(text: str, found: Found) -> Certainty | None:
    """What words of saying that settle nothing leave: "has not confirmed", "cannot rule out", "did not say who".

    Whoever could not verify a thing has not denied it. Null for all other words.
    """
    cue = text[slice(*found.cue)]
    settles = LEFT_OPEN.search(cue)
    if settles is not None:
        return "possible" if settles["out"] else "unknown"
    asked = bool(found.content) and _ASKED.match(text[slice(*found.content[0])])
    return "unknown" if asked and _UNTOLD.search(cue) else None


def hedge_of(words: str) -> Certainty | None:
    """The hedge on the main verb of what is said: "a patrol may have fired", "the crew probably believed"; or null."""
    words = _THAT.sub("", words)
    found = _HEDGED.match(words)
    if found is None or _SUBORDINATE.search(words, 0, found.end()):
        return None
    return "possible" if found["possible"] else "probable"


def certainty_of(text: str, found: Found) -> Certainty:
    """How sure the source is of what it says.

    A question or a rumour says nothing of how sure its source is: unknown.
    """
    if found.lemma in {"ask", "question", "questions"} and found.rule in {"wh", "object", "nominal"}:
        return "unknown"
    if found.source is None and found.lemma in {"say", "report", "allege", "claim"} | _HEARSAY_LEMMAS:
        return "probable" if found.lemma not in _HEARSAY_LEMMAS else "possible"
    settled = "possible" if found.lemma in _POSSIBLE_LEMMAS else left_open(text, found)
    if settled is not None:
        return settled
    words = text[found.content[0][0] : min(found.content[0][1], found.content[0][0] + 160)] if found.content else ""
    own = hedge_in(words)
    if own != "certain":
        return own
    if found.lemma in _PROBABLE_LEMMAS:
        return "probable"
    return "certain"


def polarity_of(text: str, found: Found) -> Polarity:
    """Denied if the cue denies ("denied that", "rejected claims that") or is itself negated ("did not say")."""
    cue = text[found.cue[0] : found.cue[1]]
    if left_open(text, found) is not None:
        return "affirmed"
    negated = _NEGATED.search(cue) is not None
    who = text[slice(*found.source)].lower() if found.source is not None else ""
    negated = negated != who.startswith(("no ", "nobody", "none ", "neither "))
    denies = found.lemma in _DENYING or cue.lower().startswith(("denial", "den"))
    return "denied" if denies != negated else "affirmed"
