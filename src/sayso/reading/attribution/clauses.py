"""What follows a verb of saying: where the words of what is said begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.reading.attribution.cues import CUES, PARTICLES, PREPOSITIONAL, Lemma
from sayso.reading.attribution.noun_phrases import phrase_after
from sayso.reading.attribution.tokens import Token

__all__ = ["Complement", "clause_end", "complement", "has_verb"]

_ADJUNCT_PREPOSITIONS = frozenset("in at on to during via after before through from by with for about of".split())
_TAIL = frozenset("adding saying noting citing calling telling arguing claiming suggesting insisting warning".split())
_ENDING = frozenset("when while after before because as since following".split())
_REACH = 30


@dataclass(slots=True)
class Complement:
    """What follows a cue: `shape` is that, bare, quote, to, wh, object, block (nothing yet, after a colon).

    Attributes:
        shape: how it is joined to the verb.
        start: first token of what is said.
        end: one past its last token.
        cue_end: one past the last token of the cue (particles and prepositions belong to it).
        addressee: who is told, as token bounds.
    """

    shape: str
    start: int
    end: int
    cue_end: int
    addressee: tuple[int, int] | None = None


def clause_end(unit: Sequence[Token], start: int, *, phrase: bool = False) -> int:
    """One past the last token of what is said, if that begins at `start`."""
    n = len(unit)
    depth = 0
    k = start
    while k < n:
        token = unit[k]
        kind = token.kind
        if kind == "(":
            depth += 1
        elif kind == ")":
            if not depth:
                return k
            depth -= 1
        elif depth:
            pass
        elif kind == ";":
            return k
        elif kind == "." and k > start and token.low != "." and k + 1 < n and unit[k + 1].kind == "n":
            return k + 1
        elif kind == "Q" and k > start and unit[k - 1].kind == "." and unit[k - 1].low == ".":
            return k
        elif kind in ",-" and k > start and k + 1 < n and _leaves(unit, k + 1, phrase=phrase):
            return k
        elif kind == "c" and token.low in {"and", "but"} and k > start and _says_again(unit, k + 1):
            return k
        elif phrase and k > start + 1 and (kind == "s" or token.low == "following") and token.low in _ENDING:
            return k if token.low != "as" else _phrase_as(unit, k, n)
        k += 1
    return n


def _phrase_as(unit: Sequence[Token], k: int, n: int) -> int:
    """ "described it as great" goes on; "criticised it as he left" ends."""
    if k + 1 < n and unit[k + 1].kind == "r":
        return k
    return clause_end(unit, k + 1, phrase=True)


def _leaves(unit: Sequence[Token], k: int, *, phrase: bool) -> bool:
    """Whether what comes after a comma is no longer part of what is said."""
    token = unit[k]
    if token.low in _TAIL:
        return True
    if token.low == "according" or (token.low == "as" and k + 1 < len(unit) and unit[k + 1].kind in "rn"):
        return True
    if token.kind == "c" and token.low in {"and", "but"}:
        return _says_again(unit, k + 1)
    if phrase and (token.low in {"which", "who", "where"} or token.kind in "svpx"):
        return True
    if phrase and token.kind == "w" and token.low.endswith(("ed", "ing")):
        return True
    if token.low in {"while", "though", "although"}:
        return _says_again(unit, k + 1)
    form = CUES.get(token.low)
    if form is not None and form.tense == "ing" and form.lemma.kind == "speech":
        return True
    return _says_after(unit, k)


def _says_again(unit: Sequence[Token], k: int) -> bool:
    """Whether a new saying begins at `k`: "added that", "he said", "the ministry later denied"."""
    n = len(unit)
    i = k
    while i < min(n, k + 3) and unit[i].kind in "ax":
        i += 1
    if i < n:
        form = CUES.get(unit[i].low)
        if form is not None and unit[i].kind == "w" and form.tense in {"past", "present"} and form.lemma.kind == "speech":
            return True
    return _speaks_soon(unit, k, n)


def _speaks_soon(unit: Sequence[Token], k: int, n: int) -> bool:
    """Whether a speaker and a finite verb of saying follow before any other verb or mark."""
    for j in range(k, min(n, k + 10)):
        token = unit[j]
        form = CUES.get(token.low)
        if form is not None and j > k and token.kind == "w" and form.tense in {"past", "present"} and unit[j - 1].kind not in "dgp":
            return form.lemma.kind == "speech" and "c" in form.lemma.frames
        if token.kind in "v,.;:Q-s" or (token.kind == "x" and (j + 1 >= n or unit[j + 1].low not in CUES)):
            return False
    return False


def _says_after(unit: Sequence[Token], k: int) -> bool:
    """Whether ", X said" (or ", said X") closes the sentence at `k`."""
    n = len(unit)
    first = CUES.get(unit[k].low)
    if first is not None and first.tense in {"past", "present"} and "q" in first.lemma.frames and unit[k].kind == "w":
        who = phrase_after(unit, k + 1)
        return who is not None and (who[1] >= n or unit[who[1]].kind in ".,;-")
    who = phrase_after(unit, k)
    if who is None:
        return False
    i = who[1]
    while i < min(n, who[1] + 3) and unit[i].kind in "axg":
        i += 1
    form = CUES.get(unit[i].low) if i < n else None
    if form is None or "q" not in form.lemma.frames or form.tense not in {"past", "present"}:
        return False
    return i + 1 >= n or unit[i + 1].kind in ".,;" or (unit[i + 1].kind in "tp" and unit[i + 1].low != "of")


def has_verb(unit: Sequence[Token], start: int, end: int) -> bool:
    """Whether a finite verb stands in reach: then the words make a clause, not a thing."""
    if start + 1 < end and unit[start].kind == "r" and unit[start + 1].kind not in ",.;:cp":
        return True
    for k in range(start, min(end, start + _REACH)):
        token = unit[k]
        if k > start and (token.kind == "s" or token.low in {"who", "which", "that"}):
            return False  # its verb belongs to a relative or other clause
        if token.kind == "x" or (token.kind == "g" and k + 1 < end and unit[k + 1].kind in "adx"):
            return True
        if token.kind == "v" and k > start and not token.low.endswith("ing"):
            return True
        form = CUES.get(token.low)
        if form is not None and token.kind == "w" and k > start and form.tense in {"past", "present"} and unit[k - 1].kind in "nrwa":
            return True
        if token.kind == "w" and k > start and unit[k - 1].kind in "rn" and token.low.endswith(("ed", "s")) and k + 1 < end:
            return True
        if token.kind in ",;:Q" and k > start + 1 and token.kind != ",":
            return False
    return False


def _skip_adjunct(unit: Sequence[Token], k: int) -> int:
    """One past an adverb, a time or a short phrase of place between verb and what is said; `k` if there is none."""
    n = len(unit)
    token = unit[k]
    if token.kind == "t" and k + 1 < n and (unit[k + 1].low == "night" or unit[k + 1].kind == "t"):
        return k + 2
    if token.kind == "t" or (token.kind == "a" and token.low not in {"not", "so"}):
        return k + 1
    if token.low in {"last", "this", "next", "earlier"} and k + 1 < n and (
        unit[k + 1].kind == "t" or unit[k + 1].low in {"week", "month", "year", "night", "weekend"}
    ):
        return k + 2
    if token.kind == "p" and token.low in _ADJUNCT_PREPOSITIONS and k + 1 < n:
        if unit[k + 1].kind == "t":
            return k + 2
        who = phrase_after(unit, k + 1, apposition=False)
        if who is not None and who[1] < n:
            return who[1]
    return k


def _past_remark(unit: Sequence[Token], k: int) -> int:
    """One past ", however," or ", among other things," if "that" or a quotation follows; else `k`."""
    for j in range(k + 1, min(len(unit) - 1, k + 9)):
        if unit[j].kind in ".;:Q":
            break
        if unit[j].kind == ",":
            return j + 1 if unit[j + 1].low == "that" or unit[j + 1].kind in "Qq" else k
    return k + 1 if k + 1 < len(unit) and unit[k + 1].low == "that" else k


def complement(unit: Sequence[Token], after: int, lemma: Lemma) -> Complement | None:
    """What follows the verb whose last token is `after - 1`; null if it is followed by nothing that is said."""
    n = len(unit)
    frames = lemma.frames
    k = after
    particles = PARTICLES.get(lemma.word, "").split()
    while k < n and particles and unit[k].low in particles:
        k += 1
    cue_end = k
    if k >= n:
        return None
    addressee = None
    if "d" in frames and unit[k].low != "that" and unit[k].kind not in "pQ,:":
        addressee = phrase_after(unit, k, apposition=False)
        if addressee is not None:
            k = addressee[1]
    direct = _direct(unit, k, cue_end, frames, addressee)
    if direct is not None:
        return direct
    bare = k
    for _ in range(4):
        if k >= n:
            return None
        if unit[k].low == "that" or unit[k].kind in "Q:":
            break
        step = _skip_adjunct(unit, k)
        if step == k and unit[k].kind == ",":
            step = _past_remark(unit, k)
        if step == k:
            break
        k = step
        direct = _direct(unit, k, cue_end, frames, addressee)
        if direct is not None:
            return direct
    governed = PREPOSITIONAL.get(lemma.word, "").split()
    if bare < n and unit[bare].low in governed and unit[bare].kind in "pa" and bare + 1 < n and unit[bare + 1].kind not in ".,":
        return Complement("object", bare + 1, clause_end(unit, bare + 1, phrase=True), bare + 1, addressee)
    for at in dict.fromkeys((bare, k)):
        made = _joined(unit, at, cue_end, lemma, addressee, adjacent=at == bare)
        if made is not None:
            return made
    return None


def _direct(unit: Sequence[Token], k: int, cue_end: int, frames: str, addressee: tuple[int, int] | None) -> Complement | None:
    """A quotation, "that", or a colon with what is said after it."""
    n = len(unit)
    if k >= n or not frames:
        return None
    token = unit[k]
    if token.low == "that" and "c" in frames and k + 1 < n and unit[k + 1].kind not in ".,":
        return Complement("that", k, clause_end(unit, k + 1), cue_end, addressee)
    if token.low == "," and k + 1 < n and unit[k + 1].low == "that" and "c" in frames:
        return Complement("that", k + 1, clause_end(unit, k + 2), cue_end, addressee)
    if token.kind == "Q":
        return Complement("quote", k, _quote_end(unit, k), cue_end, addressee)
    if token.kind in ",:" and k + 1 < n and unit[k + 1].kind == "Q":
        return Complement("quote", k + 1, _quote_end(unit, k + 1), cue_end, addressee)
    if token.kind == ":" and ("q" in frames or "c" in frames):
        rest = k + 1
        while rest < n and unit[rest].kind == "#" and rest + 1 >= n:
            rest += 1
        if rest >= n:
            return Complement("block", n, n, cue_end, addressee)
        return Complement("bare", rest, clause_end(unit, rest), cue_end, addressee)
    if token.kind == "," and k + 1 < n and unit[k + 1].kind == "q":
        return Complement("bare", k + 1, clause_end(unit, k + 1), cue_end, addressee)
    return None


def _quote_end(unit: Sequence[Token], k: int) -> int:
    """A quotation ends what is said, unless the sentence plainly runs on into it."""
    n = len(unit)
    while k + 1 < n and unit[k + 1].kind == "Q":
        k += 1
    return k + 1


def _joined(
    unit: Sequence[Token], k: int, cue_end: int, lemma: Lemma, addressee: tuple[int, int] | None, *, adjacent: bool
) -> Complement | None:
    """A clause without "that", an infinitive, a question, an object, a verb in -ing."""
    n = len(unit)
    if k >= n:
        return None
    frames, token = lemma.frames, unit[k]
    kind = token.kind
    if token.low == "to" and "t" in frames and k + 1 < n and unit[k + 1].kind in "vwxan":
        return Complement("to", k, clause_end(unit, k + 1, phrase=True), cue_end, addressee)
    if token.low in {"if", "unless"} and lemma.strength >= 0.85 and adjacent:
        return Complement("bare", k, clause_end(unit, k + 1), cue_end, addressee)
    if kind in "sr" and token.low in {"what", "how", "why", "which", "where", "whether", "who", "if", "when"}:
        if "w" in frames and (token.low not in {"if", "when", "who", "where"} or lemma.word in {"ask", "know", "wonder", "see"}):
            return Complement("wh", k, clause_end(unit, k + 1), cue_end, addressee)
        return None
    starts = kind in "dwn#rq" or (kind == "o" and adjacent) or (kind == "a" and not adjacent and token.low == "there")
    if kind == "v" and token.low.endswith("ing") and "g" in frames and adjacent:
        return Complement("object", k, clause_end(unit, k, phrase=True), cue_end, addressee)
    if not starts and not (kind == "p" and "c" in frames and lemma.kind == "speech" and adjacent and False):
        return None
    end = clause_end(unit, k)
    clause = has_verb(unit, k, end) or (lemma.word in {"say", "insist", "argue"} and end - k >= 3 and kind in "dwn#")
    if "c" in frames and kind != "o" and clause and not (kind == "r" and k + 1 < n and unit[k + 1].kind in ".,"):
        if not adjacent and kind == "w":
            return None
        return Complement("bare", k, end, cue_end, addressee)
    if "d" in frames and addressee is not None and "o" not in frames:
        return None
    if ("o" in frames or (kind == "q" and frames)) and adjacent:
        return Complement("object", k, clause_end(unit, k, phrase=True), cue_end, addressee)
    return None
