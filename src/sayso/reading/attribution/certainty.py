"""How sure the source is, and whether it affirms or denies, read from cue and content."""

from __future__ import annotations

import re

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.found import Found
from sayso.records import Certainty, Polarity

__all__ = ["certainty_of", "hedge_in", "polarity_of", "told_by_word"]

_POSSIBLE = re.compile(
    r"\b(?:(?-i:may)|might|could|possibl[ey]|possibility|perhaps|maybe|conceivabl[ey]|can(?:not|'t) rule out)\b",
    re.IGNORECASE,
)
_PROBABLE = re.compile(
    r"\b(?:likely|probabl[ey]|apparent(?:ly)?|presumably|appears?|appeared|seems?|seemed|believed|thought|expected|"
    r"suggests?|indicates?|reportedly|allegedly|supposedly|purportedly)\b", re.IGNORECASE
)  # fmt: skip
_NEGATED = re.compile(r"\b(?:not|never|no|n['’]t|neither|nor|without|none)\b|n['’]t\b", re.IGNORECASE)

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
_DENYING = words("deny refute rebut dispute denial denials reject dismiss repudiate disavow")


# Words that our labels for training give one certainty almost always, whatever is said.
_TOLD: tuple[tuple[frozenset[str], Certainty], ...] = (
    (words("ask urge wish demand order ordered advise appeal beg begged pray request wonder plead recommend want"),
     "unknown"),
    (words("believe think expect suspect assume appear appears reckon reportedly apparently predict"), "probable"),
    (words("fear allegedly rumour rumoured"), "possible"),
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


def certainty_of(text: str, found: Found) -> Certainty:
    """How sure the source is of what it says.

    A question or a rumour says nothing of how sure its source is: unknown.
    """
    if found.lemma in {"ask", "question", "questions"} and found.rule in {"wh", "object", "nominal"}:
        return "unknown"
    if found.source is None and found.lemma in {"say", "report", "allege", "claim"} | _HEARSAY_LEMMAS:
        return "probable" if found.lemma not in _HEARSAY_LEMMAS else "possible"
    if found.lemma in _POSSIBLE_LEMMAS:
        return "possible"
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
    negated = _NEGATED.search(cue) is not None
    who = text[slice(*found.source)].lower() if found.source is not None else ""
    negated = negated != who.startswith(("no ", "nobody", "none ", "neither "))
    denies = found.lemma in _DENYING or cue.lower().startswith(("denial", "den"))
    return "denied" if denies != negated else "affirmed"
