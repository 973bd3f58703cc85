"""What follows a verb of saying: "that ...", a quotation, a clause, an infinitive, a thing."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.boundaries import clause_end, has_verb
from sayso.reading.attribution.cues import PARTICLES, PREPOSITIONAL, Lemma
from sayso.reading.attribution.following import phrase_after
from sayso.reading.attribution.units import Bounds, Unit

__all__ = ["Complement", "complement"]

_ADJUNCT = words("in at on to during via after before through from by with for about of")
_QUESTIONS = words("what how why which where whether who if when")
_DOUBTFUL_QUESTIONS = words("if when who where")
_ASKING = words("ask know wonder see")
_OBJECTLESS = words("say insist argue")
_ROUGHLY = words("at about up over around between nearly almost only roughly under below")
_NUMBERS = words(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred dozen dozens "
    "hundreds scores thousands"
)
_TELLING_NOBODY = words("warn advise caution promise vow pledge")
_LAST = words("last this next earlier")
_PERIODS = words("week month year night weekend")


@dataclass(slots=True)
class Complement:
    """What follows a cue.

    Attributes:
        shape: that, bare (a clause without "that"), quote, to, wh, object, or block (nothing yet, after a colon).
        start: first token of what is said.
        end: one past its last token.
        cue_end: one past the last token of the cue (particles and prepositions belong to it).
        addressee: who is told, as token bounds.
    """

    shape: str
    start: int
    end: int
    cue_end: int
    addressee: Bounds | None = None


def complement(unit: Unit, after: int, lemma: Lemma) -> Complement | None:
    """What follows the verb whose last token is `after - 1`; null if it is followed by nothing that is said."""
    particles = PARTICLES.get(lemma.word, ())
    cue_end = after
    while unit.low(cue_end) in particles:
        cue_end += 1
    bare = cue_end
    addressee = None
    if "d" in lemma.frames and unit.low(bare) != "that" and unit.kind(bare) not in "pQ,:":
        addressee = phrase_after(unit, bare, apposition=False)
        bare = bare if addressee is None else addressee[1]
    made, k = _after_adjuncts(unit, bare, lemma)
    if made is None and unit.low(bare) in PREPOSITIONAL.get(lemma.word, ()) and unit.kind(bare + 1) not in "$.,":
        made = Complement("object", bare + 1, clause_end(unit, bare + 1, phrase=True), 0)
        cue_end = bare + 1
    if made is None:
        made = _joined(unit, bare, lemma, adjacent=True, told=addressee is not None)
    if made is None and k != bare:
        made = _joined(unit, k, lemma, adjacent=False, told=addressee is not None)
    if (
        made is None and addressee is not None and lemma.word in _TELLING_NOBODY
    ):  # "warned the toll may rise": nobody is told
        made, addressee = _joined(unit, cue_end, lemma, adjacent=True, told=False), None
    if made is not None:
        made.cue_end, made.addressee = cue_end, addressee
    return made


def _after_adjuncts(unit: Unit, bare: int, lemma: Lemma) -> tuple[Complement | None, int]:
    """A quotation or "that", directly or after up to four adverbials; and where the adverbials end."""
    k = bare
    for _ in range(5):
        made = _direct(unit, k, lemma.frames)
        if made is not None or unit.low(k) == "that" or unit.kind(k) in "Q:$":
            return made, k
        step = _past_remark(unit, k) if unit.kind(k) == "," else _skip_adjunct(unit, k)
        if step == k:
            break
        k = step
    return None, k


def _direct(unit: Unit, k: int, frames: str) -> Complement | None:
    """A quotation, "that", or a colon with what is said after it."""
    kind, nxt = unit.kind(k), unit.kind(k + 1)
    comma = kind == "," and unit.low(k + 1) == "that"
    if "c" in frames and (comma or (unit.low(k) == "that" and nxt not in "$.,")):
        return Complement("that", k + comma, clause_end(unit, k + 1 + comma), 0)
    if frames and (kind == "Q" or (kind in ",:" and nxt == "Q")):
        start = k if kind == "Q" else k + 1
        return Complement("quote", start, unit.skip(start, "Q"), 0)
    if kind == ":" and ("q" in frames or "c" in frames):
        rest = k + 2 if nxt == "#" and k + 2 >= unit.n else k + 1  # a footnote number may follow
        return Complement("block" if rest >= unit.n else "bare", rest, clause_end(unit, rest), 0)
    return Complement("bare", k + 1, clause_end(unit, k + 1), 0) if frames and kind == "," and nxt == "q" else None


def _skip_adjunct(unit: Unit, k: int) -> int:
    """One past an adverb, a time or a short phrase of place between verb and what is said; `k` if there is none."""
    kind, low = unit.kind(k), unit.low(k)
    if kind == "t":
        return k + 2 if unit.low(k + 1) == "night" or unit.kind(k + 1) == "t" else k + 1
    if kind == "a" and low not in {"not", "so"}:
        return k + 1
    if low in _LAST and (unit.kind(k + 1) == "t" or unit.low(k + 1) in _PERIODS):
        return k + 2
    if kind == "p" and low in _ADJUNCT and not _quantity(unit, k):
        if unit.kind(k + 1) == "t":
            return k + 2
        who = phrase_after(unit, k + 1, apposition=False)
        if who is not None and who[1] < unit.n:
            return who[1]
    return k


def _past_remark(unit: Unit, k: int) -> int:
    """One past ", however," or ", among other things," if "that" or a quotation follows; else `k`."""
    close = unit.find(k + 1, k + 9, ",.;:Q")
    if close is not None and unit.kind(close) == ",":
        return close + 1 if unit.low(close + 1) == "that" or unit.kind(close + 1) in "Qq" else k
    return k + 1 if unit.low(k + 1) == "that" else k


def _joined(unit: Unit, k: int, lemma: Lemma, *, adjacent: bool, told: bool) -> Complement | None:
    """A clause without "that", an infinitive, a question, an object, a verb in -ing."""
    frames, kind, low = lemma.frames, unit.kind(k), unit.low(k)
    if low == "to" and "t" in frames and unit.kind(k + 1) in "vwxan":
        return Complement("to", k, clause_end(unit, k + 1, phrase=True), 0)
    if adjacent and low in {"if", "unless"} and lemma.strength >= 0.85:
        return Complement("bare", k, clause_end(unit, k + 1), 0)
    if kind in "sr" and low in _QUESTIONS:
        asks = "w" in frames and (low not in _DOUBTFUL_QUESTIONS or lemma.word in _ASKING)
        return Complement("wh", k, clause_end(unit, k + 1), 0) if asks else None
    if adjacent and kind == "v" and low.endswith("ing") and "g" in frames:
        return Complement("object", k, clause_end(unit, k, phrase=True), 0)
    if kind in "dwn#rq" or (kind == "o" and adjacent) or _quantity(unit, k):
        return _clause_or_object(unit, k, lemma, adjacent=adjacent, told=told)
    return None


def _quantity(unit: Unit, k: int) -> bool:
    """Whether a count begins at `k`: "at least six", "about 40", "up to a dozen"."""
    if unit.low(k) not in _ROUGHLY:
        return False
    return any(unit.kind(j) == "#" or unit.low(j) in _NUMBERS for j in range(k + 1, k + 4))


def _clause_or_object(unit: Unit, k: int, lemma: Lemma, *, adjacent: bool, told: bool) -> Complement | None:
    frames, kind = lemma.frames, unit.kind(k)
    end = clause_end(unit, k)
    clause = has_verb(unit, k, end) or (lemma.word in _OBJECTLESS and end - k >= 3 and kind in "dwn#")
    if "c" in frames and kind != "o" and clause and not (kind == "r" and unit.kind(k + 1) in ".,"):
        return Complement("bare", k, end, 0) if adjacent or kind != "w" else None
    if told and "o" not in frames:
        return None
    if adjacent and ("o" in frames or (kind == "q" and frames)):
        return Complement("object", k, clause_end(unit, k, phrase=True), 0)
    return None
