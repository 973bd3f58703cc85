"""Passives and hearsay: "was described by X as", "it was reported by X that", "is said to have", "appears to"."""

from __future__ import annotations

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.boundaries import clause_end, left_edge
from sayso.reading.attribution.cues import ADJECTIVES, RAISING
from sayso.reading.attribution.following import phrase_after
from sayso.reading.attribution.found import Found
from sayso.reading.attribution.groups import group_at
from sayso.reading.attribution.lexicon import BE
from sayso.reading.attribution.noun_phrases import subject_before
from sayso.reading.attribution.units import Bounds, Unit

__all__ = ["find_passive"]

_SEEM = words("seem seems seemed appear appears appeared")
_HEARSAY = words("reportedly allegedly supposedly purportedly")
_TELLING = words("tell inform assure remind advise notify")
_FATES = words("dead killed missing trapped wounded injured buried drowned hurt")
_WHICH = words("that to whether how if")
_ABOUT = words("about of over by")


def find_passive(unit: Unit, *, quoted: bool) -> list[Found]:
    """Find attributions whose speaker is behind "by" or left out, and states of mind ("is worried that")."""
    found: list[Found] = []
    for i, token in enumerate(unit.tokens):
        made = None
        if token.kind not in "wvan":
            continue
        if token.low in _HEARSAY:
            made = _reportedly(unit, i)
        elif token.low in _SEEM:
            made = None if quoted else _seems(unit, i)
        elif token.low in RAISING and _verbless(unit, i):
            made = _held(unit, i)
        elif _after_be(unit, i):
            form = unit.form(i)
            made = _state(unit, i) if token.low in ADJECTIVES else None
            if made is None and form is not None and form.tense in {"past", "participle"}:
                made = _passive(unit, i, form.lemma.word, form.lemma.frames)
        if made is not None:
            found.append(made)
    return found


def _after_be(unit: Unit, i: int) -> bool:
    k = unit.skip_back(i - 1, "a")
    return unit.low(k) in BE or (unit.kind(k) == "g" and unit.low(k) == "'s")


def _verbless(unit: Unit, i: int) -> bool:
    """Whether a headline's passive stands here: "nine feared dead", "rebels said to have fled"."""
    if unit.low(i + 1) in _FATES:
        return True
    return unit.low(i + 1) == "to" and unit.low(i + 2) in {"have", "be"} and not _after_be(unit, i)


def _held(unit: Unit, i: int) -> Found | None:
    """What nobody in particular holds of a subject, with or without "to be" before the participle."""
    g = group_at(unit, i).start
    subject = subject_before(unit, g)
    if subject is None:
        return None
    content = [unit.chars(subject), unit.chars((i + 1, clause_end(unit, i + 2)))]
    cue = (unit.at(g).start, unit.at(i).end)
    form = unit.form(i)
    lemma = unit.low(i) if form is None else form.lemma.word
    return Found(source=None, cue=cue, content=content, rule="passive", lemma=lemma, score=0.5)


def _subject(unit: Unit, g: int) -> Bounds | None:
    """The subject of a passive, also "it" and "there"."""
    subject = subject_before(unit, g)
    if subject is None and unit.low(g - 1) in {"it", "there", "as"}:
        return (g - 1, g)
    return subject


def _passive(unit: Unit, i: int, lemma: str, frames: str) -> Found | None:
    g = group_at(unit, i).start
    subject = _subject(unit, g)
    by = _agent(unit, i)
    if subject is None or not frames or i + 1 >= unit.n or lemma in {"quote", "cite"}:
        return None if subject is None or not frames else _quoted_by(unit, subject, (g, i), by)
    source = None if by is None else unit.chars(by)
    near = by is not None and by[0] - i <= 3
    cue = (unit.at(g).start, unit.at(by[0] - 1 if near and by is not None else i).end)
    impersonal = unit.low(subject[0]) == "it"
    k = unit.skip(i + 1 if by is None else by[1], "ta")
    low = unit.low(k)
    if low == "that" and "c" in frames:
        if not impersonal and lemma in _TELLING:
            return None
        content = [unit.chars((k, clause_end(unit, k + 1)))]
        return Found(source=source, cue=cue, content=content, rule="passive", lemma=lemma, score=0.65)
    if low == "as" or (low in {"to", "of"} and (unit.low(i) in RAISING or by is not None)):
        return None if impersonal and low == "to" else _of_subject(unit, subject, k, (source, cue), lemma)
    if by is not None and not impersonal and "o" in frames:
        return Found(source=source, cue=cue, content=[unit.chars(subject)], rule="passive", lemma=lemma, score=0.5)
    return None


def _quoted_by(unit: Unit, subject: Bounds, verb: Bounds, by: Bounds | None) -> Found | None:
    """Read "Baro was quoted by Zanfile as saying ...": Baro speaks, through Zanfile."""
    k = verb[1] + 1 if by is None else by[1]
    if unit.low(k) != "as" or unit.low(k + 1) != "saying" or k + 2 >= unit.n:
        return None
    start = min(k + 2 + (unit.kind(k + 2) in ",:"), unit.n - 1)
    content = [unit.chars((start, unit.skip(start, "Q") if unit.kind(start) == "Q" else clause_end(unit, start)))]
    cue = (unit.at(verb[0]).start, unit.at(k + 1).end)
    via = [] if by is None else [unit.chars(by)]
    return Found(source=unit.chars(subject), cue=cue, content=content, rule="quoted", lemma="say", score=0.8, via=via)


def _agent(unit: Unit, i: int) -> Bounds | None:
    """The speaker behind "by", at most ten tokens on and in the same clause."""
    for j in range(i + 1, min(unit.n, i + 12)):
        if unit.low(j) == "by" and unit.kind(j) == "p":
            return phrase_after(unit, j + 1, apposition=False)
        if unit.kind(j) in ",;:.Qsc" or unit.low(j) == "to":
            return None
    return None


def _of_subject(unit: Unit, subject: Bounds, k: int, said: tuple[Bounds | None, Bounds], lemma: str) -> Found:
    """What is held of the subject: "the strike is said | to have killed six", "was described by X | as a trap"."""
    source, cue = said
    low = unit.low(k)
    end = clause_end(unit, k + 1, phrase=low == "as")
    start = k + 1 if low in {"as", "of"} and k + 1 < end else k
    if source is None and low in {"as", "of"}:
        cue = (cue[0], unit.at(k).end)
    content = [unit.chars(subject), unit.chars((start, end))]
    return Found(source=source, cue=cue, content=content, rule="passive", lemma=lemma, score=0.6 if source else 0.5)


def _state(unit: Unit, i: int) -> Found | None:
    """A state of mind: "is concerned that", "was confident of"."""
    g = group_at(unit, i).start
    subject = subject_before(unit, g)
    k = unit.skip(i + 1, "q")
    if subject is None or unit.low(subject[0]) == "it" or k + 1 >= unit.n:
        return None
    low = unit.low(k)
    if low in _WHICH or (unit.kind(k) == "r" and low not in {"who", "which"}):
        cue, content = unit.at(i).end, (k, clause_end(unit, k + 1))
    elif low in _ABOUT and unit.kind(k) in "pa":
        cue, content = unit.at(k).end, (k + 1, clause_end(unit, k + 1, phrase=True))
    else:
        return None
    return Found(
        source=unit.chars(subject), cue=(unit.at(g).start, cue), content=[unit.chars(content)], rule="state",
        lemma=unit.low(i), score=0.45,
    )  # fmt: skip


def _seems(unit: Unit, i: int) -> Found | None:
    """How things look to nobody in particular: "the convoy appears to be", "it seems that"."""
    g = group_at(unit, i).start
    subject = _subject(unit, g)
    k = i + 1
    blocked = unit.kind(k) in "$,.;pt" and unit.low(k) not in {"to", "like"}
    if subject is None or k + 1 >= unit.n or blocked:
        return None
    content = [unit.chars(subject), unit.chars((k, clause_end(unit, k, phrase=True)))]
    if unit.low(subject[0]) in {"it", "there"} and unit.low(k) != "to":
        if unit.low(k) not in {"that", "like", "as"} and unit.kind(k) not in "rdnw":
            return None
        content = [unit.chars((k, clause_end(unit, k + 1)))]
    cue = (unit.at(g).start, unit.at(i).end)
    return Found(source=None, cue=cue, content=content, rule="seems", lemma="seem", score=0.45)


def _reportedly(unit: Unit, i: int) -> Found | None:
    """Hearsay in one adverb: "reportedly killed six"."""
    g = unit.skip_back(i - 1, "x") + 1
    subject = subject_before(unit, g)
    end = clause_end(unit, i + 1, phrase=True)
    if end <= i + 1:
        return None
    content = [unit.chars((i + 1, end))]
    start = left_edge(unit, i) if subject is None else subject[0]
    if start < i:
        content.insert(0, unit.chars((start, i)))
    cue = (unit.at(i).start, unit.at(i).end)
    return Found(source=None, cue=cue, content=content, rule="adverb", lemma=unit.low(i), score=0.45)
