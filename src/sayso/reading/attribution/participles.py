"""Attributions made by a participle: "Baro left, saying that", "a statement calling it"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.boundaries import first_comma
from sayso.reading.attribution.complements import Complement, complement
from sayso.reading.attribution.cues import Form
from sayso.reading.attribution.following import phrase_after
from sayso.reading.attribution.found import Found
from sayso.reading.attribution.groups import first_subject
from sayso.reading.attribution.noun_phrases import phrase_before
from sayso.reading.attribution.units import Bounds, Unit

__all__ = ["find_participle"]

_VEHICLES = words("statement letter memo email release tweet post message speech interview video note text")


def find_participle(unit: Unit, i: int, form: Form, found: Sequence[Found]) -> Found | None:
    """Read the verb in -ing at token `i`.

    After a comma, or after the paper that somebody issued ("a statement saying"), the speaker is that of the main
    clause; right after another noun it is that noun.
    """
    g = unit.skip_back(i - 1, "a") + 1
    before = unit.kind(g - 1)
    verb = unit.form(g - 1)
    if unit.low(g - 1) == "as" and unit.low(i) == "saying":
        return _quoted_as(unit, g - 1, i, form)
    if before not in "$,-wn#" or (verb is not None and verb.tense == "past" and unit.kind(g - 1) == "w"):
        return None
    follows = complement(unit, i + 1, form.lemma)
    if follows is None or follows.end <= follows.start:
        return None
    source = _main_speaker(unit, g, found)
    end = follows.end
    if form.lemma.word in {"cite", "quote"} and found and before in ",-" and found[-1].cue[1] <= unit.at(g).start:
        found[-1].via.append(unit.chars((follows.start, end)))  # "..., Zanfile reported, citing an officer"
    if before == "$":  # "Calling it a lie, Baro left"
        end = first_comma(unit, follows.start, end)
        later = phrase_after(unit, end + 1)
        source = None if later is None else unit.chars(later)
    if before in "wn#":
        phrase = phrase_before(unit, g)
        if phrase is None or _adjectival(unit, follows):
            return None
        vehicle = any(t.low in _VEHICLES for t in unit.between(*phrase))
        source = (source if vehicle else None) or unit.chars(phrase)
        if follows.shape != "quote":
            end = first_comma(unit, follows.start, end)  # "polls showing a lead, he left"
    return Found(
        source=source,
        cue=(unit.at(g).start, unit.at(follows.cue_end - 1).end),
        content=[unit.chars((follows.start, end))],
        rule="participle",
        lemma=form.lemma.word,
        score=form.lemma.strength * (0.75 if form.lemma.kind == "speech" else 0.4),
        quoted=follows.shape == "quote",
    )


def _quoted_as(unit: Unit, at: int, i: int, form: Form) -> Found | None:
    """Read "quoted Baro as saying ...": what Baro says, inside what is quoted."""
    who = phrase_before(unit, at)
    follows = complement(unit, i + 1, form.lemma)
    if who is None or follows is None or follows.end <= follows.start:
        return None
    return Found(
        source=unit.chars(who), cue=(unit.at(at).start, unit.at(i).end),
        content=[unit.chars((follows.start, follows.end))], rule="participle", lemma=form.lemma.word, score=0.7,
        quoted=follows.shape == "quote",
    )  # fmt: skip


def _adjectival(unit: Unit, follows: Complement) -> bool:
    """Whether the participle is an adjective: "the opposing groups"."""
    return follows.shape == "object" and unit.kind(follows.start) not in "dnorqQ#"


def _main_speaker(unit: Unit, g: int, found: Sequence[Found]) -> Bounds | None:
    """Who spoke last in this sentence, else its first subject; null if the sentence begins with the participle."""
    at = unit.at(g).start
    for earlier in reversed(found):
        if earlier.source is not None and earlier.cue[1] <= at:
            return earlier.source
    first = first_subject(unit, g) if g else None
    return None if first is None else unit.chars(first)
