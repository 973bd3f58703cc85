"""Reactions: what officials and others make of the incident, by the words with which they are reported."""

from __future__ import annotations

import re

from sayso.records import Claim, Reading
from sayso.reporting.blocks import Section, Voices
from sayso.reporting.phrases import Desk
from sayso.reporting.summary import main_incident
from sayso.reporting.voices import voice_of

MOST_REACTIONS = 40
_CUES = re.compile(
    r"\b(?:condemn|denounc|deplor|decr(?:y|ie)|critici[sz]|protest|welcom|prais|hail|commend|defend|justif|warn|threat|"
    r"vow|pledg|promis|urg|demand|appeal|regret|apologi[sz]|reject|accus|blam|mourn|pray|thank|"
    r"(?:call|calls|called|calling) (?:for|on|upon)\b|(?:express|voic)\w* )",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"\b(?:unacceptable|unlawful|illegal|illegitimate|unjustifi\w+|(?:a|act of|blatant) (?:violation|aggression)"
    r"|outrage\w*|legitimate|justified|self-defence|self-defense|regrettabl[ey]|tragic|condolences?"
    r"|should be (?:investigated|punished))\b",
    re.IGNORECASE,
)


def reactions_section(desk: Desk) -> Section | None:
    """Claims that judge, demand or promise rather than tell what happened, each speaker's words once."""
    incident = main_incident(desk)
    about = set(incident.documents) if incident else set(desk.documents)
    chosen: list[tuple[Reading, Claim]] = []
    seen: set[str] = set()
    for reading in desk.view.readings:
        link = desk.relation_of.get(reading.document.id)
        if reading.document.id not in about or (link is not None and link.relation == "reprint"):
            continue
        for claim in reading.claims:
            if claim.source is not None and claim.content and claim.asserted and _reacts(claim):
                words = " ".join(span.text for span in claim.content).casefold()
                if words not in seen:
                    seen.add(words)
                    chosen.append((reading, claim))
    if not chosen:
        return None
    rows = tuple(voice_of(desk, reading, claim, (), cue=True) for reading, claim in chosen[:MOST_REACTIONS])
    caption = "Words of judgement, demand or promise, by the speaker they are attributed to."
    if len(chosen) > len(rows):
        caption += f" {len(chosen) - len(rows)} more are in the export of claims."
    return Section(id="reactions", title="Reactions", blocks=(Voices(rows=rows, total=len(chosen), caption=caption),))


def _reacts(claim: Claim) -> bool:
    cue = claim.cue.text if claim.cue is not None else ""
    return bool(_CUES.search(cue)) or any(_JUDGED.search(span.text) for span in claim.content)
