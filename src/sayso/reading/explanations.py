"""Passages that offer a reason or a purpose for what happened: candidates for hypotheses."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.records import Certainty, Claim, Explanation

__all__ = ["find_explanations"]

# Where a passage of this kind is found, its certainty; words of the pattern that matched are the cue. A sentence is
# tried against the rows in order, so the plainest offers of an explanation lead.
_ADVERB = (
    r"(?:(?:also|even|very|quite|equally|highly|more|most|just|well|simply|only|likely|probably|partly|perhaps|"
    r"possibly) )"
)
_KIND = r"(?:possibility|explanation|reason|theory|hypothesis|motive|scenario|reading|interpretation)"
_AIM = r"(?:explanation|reason|motive|purpose|aim|goal|objective|point|cause|intention)"
_PLOY = (
    r"(?:attempt|effort|bid|ploy|ruse|message|warning|signal|response|retaliation|revenge|reprisal|mistake|accident|"
    r"pretext|provocation|distraction|diversion|step|part of)"
)
_MEANT = r"(?:intended|meant|designed|calculated|aimed|planned|staged|launched|carried out|ordered|timed)"
_CHANCE = r"(?:possibility|chance|suspicion)"
_REAL = r"(?:other|main|real|true|stated|official|possible|likely)"
_MAY = r"(?:could|may|might|can)"
_DOING = r"(?:sending|trying|attempting|seeking|hoping|preparing)"
_WAS = r"(?:was|is|were|are|wanted|aimed|sought|meant|intended)"
_ARE = r"(?:is|was|were|are|been|be)"
_TO = r"(?:to|as|so as to|in (?:order|an attempt) to)"
_ANSWER = r"(?:retaliation|revenge|reprisal|response|reaction|self-defen[cs]e|return)"
_MOVED = r"(?:motivated|prompted|provoked|triggered|caused|driven|sparked|brought on)"
_GOOD = r"(?:likely|probable|plausible|credible|innocuous|obvious|convincing)"
_IT_IS = rf"\b(?:it|this|that) (?:is|was|seems?|remains?) {_ADVERB}{{0,3}}"
_ANOTHER = r"(?:another|one|the (?:only )?other|a (?:second|third|further)|an alternative)"
_WHY = r"(?: (?:of|behind|for|why)\b[^.;:]{0,120}?|, [^.;:]{0,80}?,)?"
_OFFERS: tuple[tuple[str, Certainty], ...] = (
    (rf"\bmost {_GOOD} (?:explanation|reason|motive|cause)\b", "probable"),
    (rf"{_IT_IS}(?:likely|probable) that\b", "probable"),
    (rf"\b(?:is|was) (?:then )?{_ADVERB}?likely (?:that )?the\b", "probable"),
    (rf"{_IT_IS}(?:possible|conceivable|plausible) that\b", "possible"),
    (rf"\b(?:it|this|that) (?:could|may|might) {_ADVERB}{{0,2}}be (?:possible |the case |argued )?that\b", "possible"),
    (rf"\bthere (?:is|was|remains) {_ADVERB}*(?:the|a|another) (?:\w+ )?{_CHANCE} (?:that|of)\b", "possible"),
    (rf"\b{_ANOTHER} (?:possible |likely |plausible )?{_KIND}{_WHY} (?:is|was|(?:could|may|would) be)\b", "possible"),
    (rf"\bthe (?:{_REAL} ){{0,2}}{_AIM}{_WHY} (?:is|was|were|appears|seems|{_MAY} (?:be|have been))\b", "probable"),
    (
        rf"\b{_MAY} {_ADVERB}*(?:have been|be) (?:\w+ )?(?:an? )?(?:\w+ )?(?:{_PLOY}|{_MEANT}|{_MOVED}|{_DOING})\b",
        "possible",
    ),
    (rf"\b{_MAY} [^.;:?]{{0,80}}?\bbe (?:an? )?{_PLOY}\b[^.;:]*\?", "possible"),
)
# Ways to give a reason that also serve for small things: they count only in a sentence that speaks of a deed.
_REASONS = (
    rf"\b(?:perhaps|maybe|possibly) (?:the|this|that|it) [^.;:]{{0,60}}?\b{_WAS}\b",
    rf"\b{_ARE} {_ADVERB}{{0,2}}(?:clearly |deliberately )?{_MEANT} (?:further |solely )?{_TO}\b",
    rf"\b{_ARE} {_ADVERB}{{0,2}}(?:mainly )?{_MOVED} by\b",
    r"\bin (?:an |a (?:\w+ )?)?(?:attempt|effort|bid|move) to\b",
    rf"\bin (?:direct )?{_ANSWER} (?:for|to|against|after)\b",
    r"\b(?:under|on) the (?:false |unfounded )?pretext (?:of|that)\b|\bunder an? [\w ]{0,20}pretext\b",
    r"\bwith the (?:sole |stated |express )?(?:purpose|aim|intention|intent|goal|objective) of\b",
    r"\bfor the (?:sole )?purpose of\b",
    r"\bto (?:divert|distract|deflect|draw) (?:public |media )?(?:attention|focus|eyes)\b",
    r"\b(?:send|sends|sent|sending) (?:\w+ ){0,3}(?:message|warning|signal)\b",
    r"\b(?:posed|poses|posing|pose|presented|represented) (?:\w+ ){0,4}(?:threat|danger|risk)\b",
    r"\b(?:revenge|retaliation|reprisal|retribution|payback) (?:for|against|over)\b",
    r"\b(?:by mistake|by accident|mistook|mistaken for|mistakenly|accidentally|in error)\b",
    r"\b(?:probably|likely|apparently|evidently|seems to have|may have|might have|must have) missed\b",
    r"\b(?:thereby|thus) (?:prompting|forcing|allowing|provoking|preventing)\b",
    r"\bbecause of\b|\bdue to\b|\bowing to\b|\bas a result of\b|\bbecause\b",
    r"\bin order to\b|\bso as to\b|\bso that\b",
    rf"\b{_ARE} {_ADVERB}{{0,2}}aimed at\b",
)
# What went wrong, offered for what happened, in a sentence that need not name it: "It was probably an error of aim."
_WENT_WRONG = (
    r"\ban? (?:\w+ )?(?:error|mistake|fault|failure)s? (?:of|in|by) (?:the )?"
    r"(?:aim|aiming|targeting|navigation|identification|judge?ment|gunners?|crews?|pilots?|operators?)\b"
)
# Why somebody stays unnamed explains nothing that happened.
_UNNAMED = re.compile(
    r"\b(?:not (?:to )?be (?:named|identified|quoted)|(?:not|nor) (?:named|identified)|anonym(?:ous(?:ly)?|ity)|"
    r"not (?:be )?(?:allowed|authori[sz]ed|permitted) to (?:speak|talk|brief|comment))\b",
    re.IGNORECASE,
)
_BECAUSE = re.compile(r"\b(?:because|due to|owing to|as a result of)\b", re.IGNORECASE)
_DEED = re.compile(
    r"\b(?:(?:air ?)?strikes?|attacks?|bombings?|blasts?|explosions?|shelling|raids?|killings?|shootings?|assaults?|"
    r"operations?|incidents?|clash(?:es)?|crash|crossing|deployments?|moves?|missions?|offensives?|ambush|fire|"
    r"shoot-?down|detonations?|seizures?|arrests?|evacuations?|collapses?|sinkings?|outages?|decisions?|"
    r"actions?|convoys?|closures?|missiles?|rockets?|drones?|shells?|bombs?|bombed|attacked|fired|struck|shelled)\b",
    re.IGNORECASE,
)
_ALL = tuple((re.compile(p, re.IGNORECASE), c) for p, c in _OFFERS)
_ERROR = re.compile(_WENT_WRONG, re.IGNORECASE)
_PLAIN = tuple(re.compile(p, re.IGNORECASE) for p in _REASONS)
_TRIGGER = re.compile(
    r"explanation|reason|motive|likely|probable|possib|plausible|conceivable|could|may\b|might|perhaps|maybe|intended|"
    r"meant|designed|aimed|purpose|pretext|attempt|effort|bid|move to|retaliation|revenge|reprisal|response|reaction|"
    r"defen[cs]e|divert|distract|deflect|draw|send|sent|posed|poses|posing|threat|mistak|mistook|missed|fault|failure|accident|error|"
    r"because|due to|owing|result of|order to|so as|so that|prompt|provoked|trigger|motivated|caused|"
    r"driven|sparked|thereby|thus|carried out|launched|staged|conducted|ordered|timed|theory|hypothesis|return for|"
    r"payback|retribution|calculated|planned|chance|suspicion",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(r"\b(?:could|(?-i:may)|might|possibl[ey]|perhaps|maybe|possibility)\b", re.IGNORECASE)
_PROBABLE = re.compile(r"\b(?:likely|probabl[ey]|apparently|appears?|seems?|believed|thought)\b", re.IGNORECASE)
_LIKELY = 0.85  # of sentences kept aside in training, 15 of 17 with such a share explain something
_LONGEST = 1200  # a longer sentence is looked at in pieces


def find_explanations(
    text: str, sentences: Sequence[tuple[int, int]], claims: Sequence[Claim], likely: Sequence[tuple[int, float]] = ()
) -> tuple[Explanation, ...]:
    """Find sentences that offer a reason or purpose for what happened.

    Rules about words propose; the model adds sentences of which it is sure although no rule knows their wording. It
    drops none: a candidate too many costs a glance, a missing one is an explanation that nobody weighs.

    Args:
        text: the document's whole text.
        sentences: half-open bounds of its sentences, in order.
        claims: its claims; an explanation inside what one says carries that claim's id.
        likely: (character in a sentence, 0..1 how likely it explains something), in text order, from the model.

    Returns:
        Explanations in text order, at most one a sentence; the passage is the whole sentence.
    """
    holders = sorted((s.start, s.end, c.id) for c in claims for s in c.content)
    starts = [h[0] for h in holders]
    found: list[Explanation] = []
    for start, end in sentences:
        shown = [share for at, share in likely[bisect_left(likely, (start,)) : bisect_left(likely, (end,))]]
        for low in range(start, end, _LONGEST):
            made = _explains(text, low, min(end, low + _LONGEST))
            if made is None and shown and max(shown) >= _LIKELY:
                made = _untold(text, low, min(end, low + _LONGEST))
            if made is None:
                continue
            at, cue, certainty = made
            first, last = (start, end) if end - start <= _LONGEST else (low, min(end, low + _LONGEST))
            found.append(
                Explanation(
                    start=first, end=last, text=text[first:last], cue=cue, certainty=certainty,
                    claim=_holder(holders, starts, at),
                )
            )  # fmt: skip
    return tuple(found)


def _explains(text: str, start: int, end: int) -> tuple[int, str, Certainty] | None:
    """Where the cue stands, the cue, and how sure; null if the sentence explains nothing."""
    sentence = text[start:end]
    if _TRIGGER.search(sentence) is None:
        return None
    for pattern, certainty in _ALL:
        cue = pattern.search(sentence)
        if cue is not None:
            return start + cue.start(), cue.group(), certainty
    cue = _ERROR.search(sentence)
    if cue is None and _DEED.search(sentence) is None:
        return None
    for pattern in (_ERROR, *_PLAIN):
        cue = next((c for c in pattern.finditer(sentence) if not _for_being_unnamed(sentence, c)), None)
        if cue is not None:
            return start + cue.start(), cue.group(), _lessened(sentence, "certain")
    return None


def _untold(text: str, start: int, end: int) -> tuple[int, str, Certainty] | None:
    """An explanation that no rule knows: its cue is the first word that may be one; null without any."""
    sentence = text[start:end]
    cue = _TRIGGER.search(sentence)
    return None if cue is None else (start + cue.start(), cue.group(), _lessened(sentence, "certain"))


def _for_being_unnamed(sentence: str, cue: re.Match[str]) -> bool:
    """Whether a cue gives the reason for not being named: "who asked not to be named because he was not allowed to"."""
    if _BECAUSE.match(cue.group()) is None:
        return False
    start, end = cue.span()
    clause = sentence[max(0, start - 60) : start].rpartition(",")[2] + sentence[start : end + 60].partition(",")[0]
    return _UNNAMED.search(clause) is not None


def _lessened(sentence: str, certainty: Certainty) -> Certainty:
    if certainty == "certain" and _POSSIBLE.search(sentence):
        return "possible"
    if certainty == "certain" and _PROBABLE.search(sentence):
        return "probable"
    return certainty


def _holder(holders: Sequence[tuple[int, int, str]], starts: Sequence[int], at: int) -> str | None:
    """Id of the innermost claim whose content holds character `at`."""
    k = bisect_right(starts, at) - 1
    floor = max(-1, k - 50)
    while k > floor:
        if holders[k][1] > at:
            return holders[k][2]
        k -= 1
    return None
