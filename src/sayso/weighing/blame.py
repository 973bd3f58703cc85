"""Who is said to have carried an attack out, and who denies having done it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sayso.knowledge.wordlists import words
from sayso.records import Claim, Origins, Passage, Reading
from sayso.weighing.forces import KIND_OF
from sayso.weighing.questions import agents_at
from sayso.weighing.voices import STOP, WORD, Voice

__all__ = ["Answer", "Refusal", "answers", "refusals"]

_FORCES: Final = (
    r"(?:army|military|(?:armed |security |government )?forces|troops|soldiers|police|policemen|officers|navy"
    r"|coast ?guards?|gendarmes?|militia(?:men)?|rebels|insurgents|fighters|militants|gunmen|warplanes?|jets?|artillery"
    r"|battery|patrol|brigade|front|battalion|regiment|vessel)"
)
_DEED: Final = (
    r"(?:fired|shelled|bombed|bombarded|struck|hit|rammed|attacked|shot|opened fire|launched|targeted|raided|shooting)"
)
_ACTIVE = re.compile(
    rf"(?P<who>(?:\b[\w’'-]+ ){{0,4}}\b{_FORCES})\b(?: (?:unit|vessel|boat|battery|aircraft)s?)?"
    rf"(?: (?:that|which|who))?(?: (?:had|has|have|then|later|first|also|deliberately))* {_DEED}\b",
    re.IGNORECASE,
)
_LEADS = re.compile(r".*\b(?:that|said|says|saying|when|after|before|because|and|by|of|from|an?|the)\s", re.IGNORECASE)
_DENIED_DEED = re.compile(
    rf"\b(?:{_DEED}|fir(?:e|ing)|shell(?:ing)?|bomb(?:ing)?|strik(?:e|ing)|attack(?:ing)?|collision|raid|shooting|killing"
    r"|responsib\w+|involve\w+|behind|(?:any )?(?:role|part|wrongdoing))\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:no|not|never|nor|neither|nobody|without)\b|n['’]t\b", re.IGNORECASE)
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}(?=\Z|T)")
_ITSELF = re.compile(
    r"\W*(?:that\s+)?(?:it|they|he|she|we|i|its|their|his|her|our|any|all|having|\w+ing)\b", re.IGNORECASE
)
_NO_NAME: Final = STOP | words(
    """
    unit units forces force vessel boat patrol base positions post office ministry press service spokesman spokeswoman
    spokesperson statement said people men gunmen fighters security government regime so-called itself two three several
    some aircraft jets jet warplane warplanes
    """
)


_KINDS: Final = frozenset(KIND_OF.values()) | words(
    "militia militiamen rebels insurgents fighters militants brigade front battalion regiment"
)
_WHERE = re.compile(r"\s(?:in|at|near|from)\s.*", re.DOTALL)


class Answer(NamedTuple):
    """Somebody named as having done it: as written, the words that tell who it is, and the voice that says so."""

    written: str
    party: frozenset[str]
    voice: Voice


class Refusal(NamedTuple):
    """Somebody who denies that a party did it; `party` as in `Answer`."""

    who: str
    party: frozenset[str]
    origin: str
    passage: Passage

    def of(self, party: frozenset[str]) -> bool:
        """Whether it is denied of that party: of one kind, and not of another name ("the Ormian army")."""
        kinds = party & _KINDS
        if kinds and not kinds & self.party:
            return False
        apart, own = party - _KINDS, self.party - _KINDS
        return bool(party & self.party) and (not apart or not own or apart <= own or own <= apart)


def answers(voices: Sequence[Voice], readings: Sequence[Reading], day: str | None) -> list[Answer]:
    """List who is affirmed to have carried it out, on that ISO day; a weapon carries nothing out.

    Words that are dated to other days alone tell of something else.
    """
    by_id = {r.document.id: r for r in readings}
    found = []
    for voice in voices:
        reading = by_id[voice.passage.document]
        if voice.polarity != "affirmed" or _of_another_day(voice.passage, reading, day):
            continue
        held = [(e.start, e.end) for e in reading.equipment]
        for start, end in _doers(voice.passage.text):
            low, high = voice.passage.start + start, voice.passage.start + end
            written = voice.passage.text[start:end]
            party = _party(written)
            negated = _NEGATED.search(voice.passage.text, 0, start)
            if party and not negated and not any(a < high and low < b for a, b in held):
                found.append(Answer(written, party, voice))
    return found


def _of_another_day(passage: Passage, reading: Reading, day: str | None) -> bool:
    dates = [
        found[0]
        for t in reading.times
        if passage.start <= t.start < passage.end and (found := _DATE.match(t.value)) is not None
    ]
    return day is not None and bool(dates) and not any(day.startswith(d) or d == day for d in dates)


def _doers(text: str) -> Iterator[tuple[int, int]]:
    """Bounds of the names of those who did it, in the passive and in the active."""
    yield from agents_at(text)
    for match in _ACTIVE.finditer(text):
        lead = _LEADS.match(text, match.start("who"), match.end("who"))
        start = match.start("who") if lead is None else lead.end()
        if start < match.end("who"):
            yield start, match.end("who")


def _party(name: str) -> frozenset[str]:
    # The armed forces are an army, an armed group is none.
    found = WORD.findall(name.casefold().replace("coast guard", "coastguard").replace("armed forces", "army"))
    said = (word.removesuffix("'s").removesuffix("’s") for word in found)
    return frozenset(KIND_OF.get(w, w) for w in said) - _NO_NAME


def refusals(readings: Sequence[Reading], origins: Origins) -> list[Refusal]:
    """List the denials of having carried it out, also those too short to be laid beside other words: "any attack"."""
    home = {link.id: link.origin for link in origins.documents}
    found = []
    for reading in readings:
        document = reading.document
        for claim in reading.claims:
            if claim.polarity != "denied" or not claim.asserted or not claim.content:
                continue
            who = _denier(claim, document.outlet)
            text = claim.content[0].text
            if who is None or _DENIED_DEED.search(text) is None:
                continue
            accused = [] if _ITSELF.match(text) else [_party(text[a:b]) for a, b in _doers(text)]
            party = next((p for p in accused if p), _party(_WHERE.sub("", who)))
            at = claim.content[0]
            passage = Passage(document=document.id, start=at.start, end=at.end, text=at.text)
            found.append(Refusal(who, party, home.get(document.id, document.id), passage))
    return found


def _denier(claim: Claim, outlet: str | None) -> str | None:
    return outlet if claim.source is None else claim.source.entity or claim.source.text
