"""Who says what, sentence by sentence, ready to be laid side by side."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.knowledge.happenings import DEEDS
from sayso.records import Claim, Origins, Passage, Polarity, Reading
from sayso.weighing.carriers import Carriers
from sayso.weighing.sides import NONE, Side, letterhead, sides_in
from sayso.weighing.speakers import Speakers, apart, own_voice, plain_name

__all__ = ["STOP", "WORD", "Voice", "hear", "likeness", "rarity", "said_by"]

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
STOP = frozenset(
    """
    a about after again all also am an and any are as at be because been before being but by can could did do does
    for from had has have he her here him his how i if in into is it its just me more most my new no not now of off
    on one only or other our out over said say says she should so some than that the their them then there these
    they this those to under until up upon us very was we were what when where which while who whom why will with
    would you your according told reported reports added
    """.split()  # noqa: SIM905 - a word list reads best as words
)
_TELLS = re.compile(rf"\b(?:{DEEDS}|fire|damage|convoy|column|arrest|fled|displac|overturn)", re.IGNORECASE)
_LEAST = 3
_MOST = 60
_UNSAID = 20


class Voice(NamedTuple):
    """One thing said: by whom (speaker, else outlet, else document), in which origin, with its telling words.

    `side` is the police or an army that the speaker is or speaks for, if any.
    `stems` are all of these, `plain` those not written with a capital: names alone do not make a statement.
    """

    origin: str
    who: str
    named: bool
    polarity: Polarity
    passage: Passage
    stems: frozenset[str]
    plain: frozenset[str]
    attributed: bool
    side: Side = NONE


def hear(readings: Sequence[Reading], origins: Origins, distrusted: Collection[str] = ()) -> list[Voice]:
    """List what every document says: contents of its claims, and own sentences that tell of a happening.

    What a document passes on from a report that is held too rests on the origin of that report. Outlets and speakers
    that are distrusted, by whichever of their names, are not heard.
    """
    home = {link.id: link.origin for link in origins.documents}
    carriers, speakers = Carriers(readings, home), Speakers(readings, home)
    shunned = {name for one in distrusted for name in speakers.names_of(one)}
    return [
        v._replace(who=speakers.shown(v.who))
        for r in readings
        if plain_name(r.document.outlet or "") not in shunned
        for v in _of_reading(r, home.get(r.document.id, r.document.id), carriers)
        if plain_name(v.who) not in shunned
    ]


def said_by(voices: Iterable[Voice]) -> tuple[str, ...]:
    """Origins that bear what voices say, in their order; one speaker whom two carry is one."""
    return apart((v.origin, plain_name(v.who)) for v in voices)


def _of_reading(reading: Reading, origin: str, carriers: Carriers) -> Iterator[Voice]:
    document = reading.document
    text = document.text
    outlet = document.outlet or letterhead(reading) or document.title or document.id
    sides = sides_in(reading)
    taken: list[tuple[int, int]] = list(reading.set_aside or ())
    for claim in reading.claims:
        if claim.within is not None or not claim.content or not claim.asserted:
            continue
        taken += [(s.start, s.end) for s in claim.content]
        if claim.certainty == "unknown":
            continue  # who asks, or could not verify, says nothing that could bear others out
        start, end = claim.content[0].start, claim.content[0].end
        rests_on = carriers.origin_of(claim, document) or origin
        who = _speaker(claim, outlet)
        voice = _voice(reading, rests_on, who, (start, end), claim)
        if voice:
            yield voice._replace(side=sides.get("" if claim.source is None else plain_name(who), NONE))
    for start, end in reading.sentences:
        if any(a < end and start < b for a, b in taken) or not _TELLS.search(text, start, end):
            continue
        # What is perhaps somebody's words is at least not the outlet's own.
        perhaps = next((c for c in reading.claims if not c.asserted and _fills(c, start, end)), None)
        who = outlet if perhaps is None else _speaker(perhaps, outlet)
        voice = _voice(reading, origin, who, (start, end), None)
        if voice:
            yield voice._replace(side=sides.get("" if perhaps is None else plain_name(who), NONE))


def _fills(claim: Claim, start: int, end: int) -> bool:
    """Whether somebody's words make up half of a sentence or more."""
    held = sum(max(0, min(s.end, end) - max(s.start, start)) for s in claim.content)
    return claim.source is not None and claim.within is None and 2 * held >= end - start


def _speaker(claim: Claim, outlet: str) -> str:
    if claim.source is None:
        return outlet
    name = claim.source.entity or claim.source.text
    return outlet if own_voice(name, outlet) else name


def _voice(reading: Reading, origin: str, who: str, span: tuple[int, int], claim: Claim | None) -> Voice | None:
    text = reading.document.text[span[0] : span[1]]
    found = WORD.findall(text)
    telling = [w for w in found if len(w) > 2 and w.casefold() not in STOP]
    stems = frozenset(_stem(w.casefold()) for w in telling)
    plain = frozenset(_stem(w) for w in telling if w.islower())
    if len(stems) < _LEAST or len(found) > _MOST:
        return None
    passage = Passage(document=reading.document.id, start=span[0], end=span[1], text=text)
    polarity: Polarity = claim.polarity if claim else "affirmed"
    return Voice(origin, " ".join(who.split()), who[:1].isupper(), polarity, passage, stems, plain, claim is not None)


def _stem(word: str) -> str:
    for ending in ("ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word.removesuffix("'s").removesuffix("’s")


def rarity(voices: Sequence[Voice]) -> dict[str, float]:
    """Return the weight of every stem: log of how few of the things said hold it.

    Smoothed as if twenty more things had been said: where only two speak, the words they share still weigh something.
    """
    held = Counter(s for v in voices for s in v.stems)
    return {s: math.log((len(voices) + _UNSAID) / (n + 0.5)) for s, n in held.items()}


def likeness(a: Voice, b: Voice, weight: dict[str, float]) -> float:
    """Return how alike two things said are, 0..1: shared weight over the mean weight of the two."""
    # fsum, because sets come in another order in every process and sums must not.
    shared = math.fsum(weight[s] for s in a.stems & b.stems)
    both = math.fsum(weight[s] for s in a.stems) + math.fsum(weight[s] for s in b.stems)
    return 2 * shared / both if both else 0.0
