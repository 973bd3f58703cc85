"""How credible each claim of an incident is by what independent origins say, apart from who says it: 1 to 6."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sayso.records import Account, Claim, Credibility, Figure, Origins, Passage, Reading
from sayso.weighing.agreement import ALIKE, LEAST_PLAIN, LEAST_SHARED, OPPOSED
from sayso.weighing.alike import Crowd
from sayso.weighing.credibility import credibility_of, graded
from sayso.weighing.denials import contradicts
from sayso.weighing.sides import of_one_side
from sayso.weighing.speakers import plain_name
from sayso.weighing.voices import Voice, hear, rarity
from sayso.weighing.wordings import numbers_in

__all__ = ["corroborated"]

_SHOWN: Final = 4


def corroborated(
    readings: Sequence[Reading], origins: Origins, accounts: Sequence[Account]
) -> dict[str, dict[str, Credibility]]:
    """Grade the claims of one incident by how many other origins say the same or deny it.

    A claim that gives a figure is graded by its figures, the least credible of them; any other by what is said in much
    the same words and with no other numbers, as in `agreement`: affirmed or denied alike agrees, the opposite
    contradicts. What one speaker says through two outlets is no second voice.

    Args:
        readings: the documents of the incident, as read.
        origins: of the same documents.
        accounts: of the same documents, weighed.

    Returns:
        By document and claim id; every claim with content has one.
    """
    figures = credibility_of(accounts)
    by_document: dict[str, list[Account]] = {}
    for account in accounts:
        if account.id in figures:
            for name in account.documents:
                by_document.setdefault(name, []).append(account)
    said = _said(hear(readings, origins))
    found: dict[str, dict[str, Credibility]] = {}
    for reading in readings:
        name = reading.document.id
        for claim in reading.claims:
            if claim.content:
                held = [figures[a.id] for a in by_document.get(name, ()) if _gives(reading, claim, a)]
                words = said.get((name, claim.content[0].start, claim.content[0].end))
                grade = max(held, key=lambda c: (c.digit, c.against), default=words) or graded((), (), ())
                found.setdefault(name, {})[claim.id] = grade
    return found


def _gives(reading: Reading, claim: Claim, account: Account) -> bool:
    """Whether an account, which stands for all that repeat it in its origin, is what the claim's own words give."""
    at = account.passage
    if at.document == reading.document.id and not at.title and _within(at, claim):
        return True
    return any(
        (f.what, f.low, f.high) == (account.what.partition(":")[0], account.low, account.high) and _within(f, claim)
        for f in reading.figures
    )


def _within(words: Passage | Figure, claim: Claim) -> bool:
    return any(span.start <= words.start and words.end <= span.end for span in claim.content)


def _said(voices: Sequence[Voice]) -> dict[tuple[str, int, int], Credibility]:
    """Credibility of each thing that is attributed to somebody, by where it stands."""
    crowd = Crowd(voices, rarity(voices))
    found = {}
    for voice in voices:
        if not voice.attributed:
            continue
        who = plain_name(voice.who)
        same = [voices[i] for i in crowd.at_least(voice, ALIKE, stems=LEAST_SHARED, plain=LEAST_PLAIN)]
        near = [voices[i] for i in crowd.at_least(voice, OPPOSED)]
        numbers = numbers_in(voice.passage.text)
        agree = [
            v
            for v in same
            if v.polarity == voice.polarity
            and _apart(v, voice.origin, who)
            and not of_one_side((v.side, voice.side))
            and (numbers <= (others := numbers_in(v.passage.text)) or others <= numbers)
        ]
        against = [v for v in near if _opposite(voice, v) and _apart(v, voice.origin, who)]
        passages = tuple(dict.fromkeys(v.passage for v in (*agree, *against)))[:_SHOWN]
        at = voice.passage
        found[at.document, at.start, at.end] = graded({v.origin for v in agree}, {v.origin for v in against}, passages)
    return found


def _opposite(one: Voice, other: Voice) -> bool:
    if one.polarity == other.polarity:
        return False
    return contradicts(one, other) if one.polarity == "denied" else contradicts(other, one)


def _apart(voice: Voice, origin: str, who: str) -> bool:
    return voice.origin != origin and plain_name(voice.who) != who
