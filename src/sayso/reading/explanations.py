"""Passages that offer a reason or a purpose for what happened: candidates for hypotheses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from sayso.records import Certainty, Claim, Explanation

__all__ = ["find_explanations"]

_DEED = (
    r"(?:air ?strikes?|strikes?|attacks?|bombings?|blasts?|explosions?|shelling|raids?|killings?|shootings?|assaults?|"
    r"operations?|incidents?|clash(?:es)?|crash|crossing|deployments?|moves?|missions?|offensives?|ambush|fire|"
    r"shoot-?down|detonations?|seizures?|arrests?|evacuations?|collapses?|sinkings?|outages?|decisions?|orders?|"
    r"actions?|convoys?|closures?|missiles?|rockets?|drones?|shells?|bombs?)"
)
# (pattern, certainty). The words matched are the cue. The first that matches a sentence counts, so strong ones lead.
_PATTERNS: tuple[tuple[str, Certainty], ...] = (
    (r"\bmost (?:likely|probable|plausible|credible|innocuous|obvious|convincing) (?:explanation|reason|motive|cause)\b", "probable"),
    (r"\b(?:it|this|that) (?:is|was|seems?|remains?) (?:also |even |very |quite |equally |highly |more |most ){0,3}(?:likely|probable) that\b", "probable"),
    (r"\b(?:it|this|that) (?:is|was|seems?|remains?) (?:also |even |very |quite |equally |just ){0,3}(?:possible|conceivable|plausible) that\b", "possible"),
    (r"\b(?:it|this|that) (?:could|may|might) (?:also |well |even |just |simply ){0,2}be (?:possible |the case |argued )?that\b", "possible"),
    (r"\b(?:there is|there's|there was|there remains) (?:also |even |always |still )*(?:the|a|another) (?:\w+ )?(?:possibility|chance|suspicion) (?:that|of)\b", "possible"),
    (r"\b(?:another|one|the other|a second|a third|a further|an alternative|the only other) (?:possible |likely |plausible )?(?:possibility|explanation|reason|theory|hypothesis|motive|scenario|reading|interpretation)(?: (?:for|why)\b[^.;:]{0,120}?|, [^.;:]{0,80}?,)? (?:is|was|could be|may be|might be|would be)\b", "possible"),
    (r"\bthe (?:other |main |real |true |possible |likely |stated |official )?(?:possible |likely )?(?:explanation|reason|motive|purpose|aim|goal|objective|point|cause|intention)(?: (?:for|of|behind|why)\b[^.;:]{0,120}?)? (?:is|was|were|appears|seems|could be|may be|might be|may have been|might have been|could have been)\b", "probable"),
    (r"\b(?:could|may|might|can) (?:also |well |even |simply )*(?:have been|be) (?:\w+ )?(?:an? )?(?:\w+ )?(?:attempt|effort|bid|ploy|ruse|message|warning|signal|response|retaliation|revenge|reprisal|mistake|accident|pretext|provocation|distraction|diversion|intended|meant|designed|aimed|motivated|prompted|provoked|triggered|caused|sending|trying|attempting|seeking|hoping|planning|preparing)\b", "possible"),
    (r"\b(?:could|may|might) [^.;:?]{0,80}?\bbe (?:an? )?(?:attempt|effort|bid|ploy|ruse|response|provocation|distraction|diversion|step|sign|part of)\b[^.;:]*\?", "possible"),
    (r"\b(?:perhaps|maybe|possibly) (?:the |this |that |it )?[^.;:]{0,60}?\b(?:was|is|were|are|had been|wanted|aimed|sought|meant|intended)\b", "possible"),
    (r"\b(?:is|was|were|are|been|be) (?:also |likely |probably |apparently |clearly |partly |mainly |deliberately )*(?:intended|meant|designed|calculated|aimed|planned|staged|launched|carried out|ordered|conducted|mounted|timed) (?:further |only |solely |simply )?(?:to|at|as|in order to|in an attempt to|so as to)\b", "certain"),
    (r"\b(?:is|was|were|are|been|be) (?:also |likely |probably |apparently |partly |mainly )*(?:motivated|prompted|provoked|triggered|caused|driven|sparked|brought on) by\b", "certain"),
    (r"\bin (?:an |a (?:\w+ )?)?(?:attempt|effort|bid|move) to\b", "certain"),
    (r"\bin (?:direct )?(?:retaliation|revenge|reprisal|response|reaction|self-defen[cs]e|return) (?:for|to|against|after)\b", "certain"),
    (r"\b(?:under|on) the (?:false |unfounded )?pretext (?:of|that)\b|\bunder an? [\w ]{0,20}pretext\b|\bwith the (?:sole |stated |express )?(?:purpose|aim|intention|intent|goal|objective) of\b|\bfor the (?:sole |stated )?purpose of\b", "certain"),
    (r"\bto (?:divert|distract|deflect|draw) (?:public |media )?(?:attention|focus|eyes)\b", "certain"),
    (r"\b(?:send|sends|sent|sending) (?:\w+ ){0,3}(?:message|warning|signal)\b", "certain"),
    (r"\b(?:posed|poses|posing|pose|presented|represented) (?:\w+ ){0,4}(?:threat|danger|risk)\b", "certain"),
    (r"\b(?:revenge|retaliation|reprisal|retribution|payback) (?:for|against|over)\b", "certain"),
    (r"\b(?:by mistake|by accident|mistook|mistaken for|mistakenly|accidentally|in error)\b", "certain"),
    (r"\b(?:thereby|thus) (?:prompting|forcing|allowing|provoking|preventing)\b", "certain"),
    (r"\bbecause of\b|\bdue to\b|\bowing to\b|\bas a result of\b|\bbecause\b", "certain"),
    (r"\bin order to\b|\bso as to\b|\bso that\b", "certain"),
    (r"\b(?:blamed|blames|blame) (?:\w+ ){1,6}?(?:on|for)\b|\battributed (?:\w+ ){0,8}?to\b", "certain"),
)  # fmt: skip
_ALL = tuple((re.compile(p, re.IGNORECASE), c) for p, c in _PATTERNS)
# Plain reasons explain many small things; they count only where the sentence speaks of a deed.
_PLAIN_FROM = next(i for i, (p, _) in enumerate(_PATTERNS) if p.startswith(r"\bin (?:an "))
_DEED_WORD = re.compile(rf"\b{_DEED}\b", re.IGNORECASE)
_TRIGGER = re.compile(
    r"explanation|reason|motive|likely|probable|possib|plausible|conceivable|could|may\b|might|perhaps|maybe|intended|"
    r"meant|designed|aimed|purpose|pretext|attempt|effort|bid|move to|retaliation|revenge|reprisal|response|reaction|"
    r"defen[cs]e|divert|distract|deflect|draw|send|sent|posed|poses|posing|threat|mistak|mistook|accident|error|"
    r"because|due to|owing|result of|order to|so as|so that|blame|attributed|prompt|provoked|trigger|motivated|caused|"
    r"driven|sparked|thereby|thus|carried out|launched|staged|conducted|mounted|timed|theory|hypothesis|return for|payback|retribution",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(r"\b(?:could|may|might|possibl[ey]|perhaps|maybe|possibility)\b", re.IGNORECASE)
_PROBABLE = re.compile(r"\b(?:likely|probabl[ey]|apparently|appears?|seems?|believed|thought)\b", re.IGNORECASE)
_LONGEST = 1200  # a longer sentence is looked at in pieces


def find_explanations(
    text: str, sentences: Sequence[tuple[int, int]], claims: Sequence[Claim]
) -> tuple[Explanation, ...]:
    """Find sentences that offer a reason or purpose for what happened.

    Args:
        text: the document's whole text.
        sentences: half-open bounds of its sentences, in order.
        claims: its claims; an explanation inside what one says carries that claim's id.

    Returns:
        Explanations in text order, at most one a sentence; the passage is the whole sentence.
    """
    holders = sorted((s.start, s.end, c.id) for c in claims for s in c.content)
    starts = [h[0] for h in holders]
    found: list[Explanation] = []
    for start, end in sentences:
        for low in range(start, end, _LONGEST):
            made = _explains(text, low, min(end, low + _LONGEST))
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
    for k, (pattern, certainty) in enumerate(_ALL):
        cue = pattern.search(sentence)
        if cue is None:
            continue
        if k >= _PLAIN_FROM and _DEED_WORD.search(sentence) is None:
            continue
        return start + cue.start(), cue.group(), _lessened(sentence, certainty)
    return None


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
