"""Passives and hearsay: "were described by X as", "it was reported by X that", "is said to have", "appears to"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.attribution.clauses import clause_end
from sayso.reading.attribution.cues import ADJECTIVES, CUES, RAISING
from sayso.reading.attribution.found import Found, chars
from sayso.reading.attribution.lexicon import BE
from sayso.reading.attribution.noun_phrases import phrase_after, subject_before
from sayso.reading.attribution.tokens import Token

__all__ = ["find_passive"]

Bounds = tuple[int, int]
_SEEM = frozenset("seem seems seemed appear appears appeared".split())
_HEARSAY = frozenset("reportedly allegedly supposedly purportedly".split())


def find_passive(unit: Sequence[Token], *, quoted: bool) -> list[Found]:
    """Find attributions whose speaker is behind "by", or left out, and states of mind ("is worried that")."""
    found: list[Found] = []
    for i, token in enumerate(unit):
        if token.kind not in "wvan":
            continue
        made = None
        if token.low in _SEEM:
            made = None if quoted else _seems(unit, i)
        elif token.low in _HEARSAY:
            made = _reportedly(unit, i)
        elif i and _after_be(unit, i):
            form = CUES.get(token.low)
            if form is not None and form.tense in {"past", "participle"}:
                made = _passive(unit, i)
            elif token.low in ADJECTIVES:
                made = _state(unit, i)
        if made is not None:
            found.append(made)
    return found


def _after_be(unit: Sequence[Token], i: int) -> bool:
    k = i - 1
    while k >= 0 and unit[k].kind == "a":
        k -= 1
    return k >= 0 and (unit[k].low in BE or (unit[k].kind == "g" and unit[k].low == "'s"))


def _group(unit: Sequence[Token], i: int) -> int:
    g = i
    while g > 0 and (unit[g - 1].kind in "xa" or (unit[g - 1].kind == "g" and unit[g].kind in "xaw" and g == i)):
        g -= 1
    return g


def _passive(unit: Sequence[Token], i: int) -> Found | None:
    lemma = CUES[unit[i].low].lemma
    if lemma.kind == "stance" and not lemma.frames:
        return None
    n = len(unit)
    g = _group(unit, i)
    subject = subject_before(unit, g) or _it(unit, g)
    if subject is None or i + 1 >= n:
        return None
    source = None
    k = i + 1
    for j in range(i + 1, min(n, i + 12)):  # the speaker, behind "by"
        if unit[j].low == "by" and unit[j].kind == "p":
            who = phrase_after(unit, j + 1, apposition=False)
            if who is not None:
                source, k = who, who[1]
            break
        if unit[j].kind in ",;:.Qsc" or unit[j].low == "to":
            break
    cue = (unit[g].start, unit[source[0] - 1 if source and source[0] - i <= 3 else i].end)
    subject_chars = chars(unit, subject)
    impersonal = unit[subject[0]].low == "it"
    while k < n and unit[k].kind in "ta":
        k += 1
    if k < n and unit[k].low == "that" and "c" in lemma.frames:
        return _hearsay(unit, source, cue, (k, clause_end(unit, k + 1)), None if impersonal else subject_chars, lemma.word, i)
    if k < n and unit[k].low in {"to", "as", "of"} and (unit[i].low in RAISING or source is not None or unit[k].low == "as"):
        if impersonal and unit[k].low == "to":
            return None
        end = clause_end(unit, k + 1, phrase=unit[k].low == "as")
        content = [subject_chars, chars(unit, (k + 1 if unit[k].low in {"as", "of"} else k, end))]
        if unit[k].low in {"as", "of"}:
            cue = (cue[0], unit[k].end) if source is None else cue
        score = 0.6 if source is not None else 0.5
        return Found(None if source is None else chars(unit, source), cue, content, "passive", lemma.word, score)
    if source is not None and not impersonal and "o" in lemma.frames:
        return Found(chars(unit, source), cue, [subject_chars], "passive", lemma.word, 0.5)
    return None


def _it(unit: Sequence[Token], g: int) -> Bounds | None:
    return (g - 1, g) if g and unit[g - 1].low in {"it", "there", "as"} else None


def _hearsay(
    unit: Sequence[Token], source: Bounds | None, cue: Bounds, content: Bounds, told: Bounds | None, lemma: str, i: int
) -> Found | None:
    if told is not None and lemma in {"tell", "inform", "assure", "remind", "advise", "notify"}:
        return None
    who = None if source is None else chars(unit, source)
    return Found(who, cue, [chars(unit, content)], "passive", lemma, 0.65)


def _state(unit: Sequence[Token], i: int) -> Found | None:
    """ "is concerned that", "was confident of"."""
    n = len(unit)
    if i + 2 >= n:
        return None
    g = _group(unit, i)
    subject = subject_before(unit, g)
    if subject is None or unit[subject[0]].low == "it":
        return None
    k = i + 1
    while k < n and unit[k].kind == "q":
        k += 1
    if k + 1 >= n:
        return None
    token = unit[k]
    if token.low in {"that", "to", "whether", "how", "if"} or (token.kind == "r" and token.low not in {"who", "which"}):
        return Found(
            chars(unit, subject), (unit[g].start, unit[i].end), [chars(unit, (k, clause_end(unit, k + 1)))],
            "state", unit[i].low, 0.45,
        )  # fmt: skip
    if token.low in {"about", "of", "over", "by"} and token.kind in "pa":
        return Found(
            chars(unit, subject), (unit[g].start, unit[k].end),
            [chars(unit, (k + 1, clause_end(unit, k + 1, phrase=True)))], "state", unit[i].low, 0.45,
        )  # fmt: skip
    return None


def _seems(unit: Sequence[Token], i: int) -> Found | None:
    n = len(unit)
    g = _group(unit, i)
    subject = subject_before(unit, g) or _it(unit, g)
    k = i + 1
    if subject is None or k + 1 >= n or unit[k].kind in ",.;pt" and unit[k].low not in {"to", "like"}:
        return None
    cue = (unit[g].start, unit[i].end)
    if unit[subject[0]].low in {"it", "there"} and unit[k].low != "to":
        if unit[k].low in {"that", "like", "as"} or unit[k].kind in "rdnw":
            return Found(None, cue, [chars(unit, (k, clause_end(unit, k + 1)))], "seems", "seem", 0.45)
        return None
    return Found(None, cue, [chars(unit, subject), chars(unit, (k, clause_end(unit, k, phrase=True)))], "seems", "seem", 0.45)


def _reportedly(unit: Sequence[Token], i: int) -> Found | None:
    g = i
    while g > 0 and unit[g - 1].kind == "x":
        g -= 1
    subject = subject_before(unit, g)
    end = clause_end(unit, i + 1, phrase=True)
    if end <= i + 1:
        return None
    content = [chars(unit, (i + 1, end))]
    if subject is not None:
        content.insert(0, chars(unit, (subject[0], i)))
    return Found(None, (unit[i].start, unit[i].end), content, "adverb", unit[i].low, 0.45)
