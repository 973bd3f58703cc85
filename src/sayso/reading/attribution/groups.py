"""The verb group around a verb of saying, and who its subject is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.cues import NOUN_LIKE, Form
from sayso.reading.attribution.following import phrase_after
from sayso.reading.attribution.found import Found
from sayso.reading.attribution.lexicon import BE
from sayso.reading.attribution.noun_phrases import subject_before
from sayso.reading.attribution.units import Bounds, Unit

__all__ = ["Group", "first_subject", "group_at", "is_noun", "relative_before", "subject_of"]

_SEMI = words(
    "went go goes going continued continues continue used declined refused tried trying sought seeks failed began "
    "begun wants wanted came rushed hastened"
)
_OPENERS = words("however meanwhile instead so yet today yesterday then")
_SINGULAR = words("a an this that every each")
_PLURALS = words("they we i you people police who many some others")
_NOUNS_FIRST = words("calls claims reports fears hopes plans views demands questions attacks")


class Group(NamedTuple):
    """A verb with its auxiliaries and adverbs.

    Attributes:
        start: its first token.
        verb: the token of the verb of saying, its last.
        be: a form of "to be" is in it: passive, or progressive before -ing.
        infinitive: "to" stands before it, and no verb that would make it finite.
    """

    start: int
    verb: int
    be: bool
    infinitive: bool


def group_at(unit: Unit, verb: int) -> Group:
    """The verb group whose last token is `verb`: "has repeatedly said", "went on to say"."""
    g = verb
    be = False
    while g > 0:
        kind, low = unit.kind(g - 1), unit.low(g - 1)
        if kind == "x" or (kind == "a" and low not in {"there", "here"}):
            be = be or low in BE
            g -= 1
        elif low == "to" and kind == "p":
            outer = _outer_verb(unit, g - 2)
            if outer is None or unit.skip_back(verb - 1, "a") != g - 1:
                return Group(g, verb, be, infinitive=True)
            g = outer
        elif low == "'s" and g > 1 and (unit.kind(g) in "xa" or unit.low(verb).endswith("ing")):
            be = True
            g -= 1
        else:
            break
    while g < verb and unit.low(g) in _OPENERS and g == 0:
        g += 1
    return Group(g, verb, be, infinitive=False)


def _outer_verb(unit: Unit, k: int) -> int | None:
    """The verb that makes "to say" finite: "went on (to say)", "went so far as (to say)", "declined (to say)"."""
    if unit.low(k) in _SEMI:
        return k
    if unit.low(k) in {"on", "as"}:
        return next((j for j in range(k - 1, max(-1, k - 5), -1) if unit.low(j) in _SEMI), None)
    return None


def subject_of(unit: Unit, start: int, found: Sequence[Found]) -> Bounds | Found | None:
    """Who says, before a verb group: a phrase or, after "and", whoever spoke before in this sentence."""
    if start == 0:
        return None
    before = unit.kind(start - 1)
    if before == "t":  # "left but on Tuesday said"
        k = start - 2 if unit.low(start - 2) != "on" else start - 3
        if unit.kind(k) == "c":
            start, before = k + 1, "c"
    phrase = None if before == "c" else subject_before(unit, start)
    if before == "c" or (before == "," and phrase is None and found):
        at = unit.at(start - 1).start
        for earlier in reversed(found):
            if earlier.source is not None and earlier.source[1] <= at and earlier.rule != "inverted":
                return earlier
        return first_subject(unit, start - 1)
    return phrase


def first_subject(unit: Unit, end: int) -> Bounds | None:
    """The first noun phrase of the sentence that a verb follows."""
    for k in range(end):
        if unit.kind(k) == "r" and unit.low(k) not in {"there", "it", "who", "which"}:
            return (k, k + 1)
        form = unit.finite(k)
        if unit.kind(k) in "vx" or (form is not None and form.tense == "past"):
            subject = subject_before(unit, k) if k else None
            if subject is not None:
                return subject
    return phrase_after(unit, 0) if end and unit.kind(0) in "dn" else None


def is_noun(unit: Unit, group: Group, form: Form, subject: Bounds, *, of_object: bool) -> bool:
    """Whether a word that is both noun and verb is the noun here ("officials' claims", "a police report")."""
    if group.start == group.verb and unit.low(group.verb) == "called" and unit.low(subject[0]) in {"a", "an"}:
        return of_object and unit.kind(group.verb + 1) in "nQq"  # "a company called Orlan"
    if group.start != group.verb or form.lemma.word not in NOUN_LIKE or form.tense not in {"base", "present"}:
        return False
    last = unit.low(subject[1] - 1)
    if unit.kind(group.verb + 1) == "x" or unit.finite(group.verb + 1) is not None or unit.low(group.verb + 1) == "say":
        return True  # "unconfirmed reports say"
    if form.tense == "base":
        joined = any(t.low == "and" for t in unit.between(*subject))
        plural = last.endswith("s") or last in _PLURALS or joined
        return unit.low(subject[0]) in _SINGULAR or not plural
    plain = unit.kind(subject[1] - 1) == "w" and last.endswith("s")
    return of_object and plain and unit.low(group.verb) in _NOUNS_FIRST


def relative_before(unit: Unit, subject: Bounds) -> Bounds | None:
    """As in "..., which officials say was": the relative pronoun before the subject is part of what is said."""
    k = subject[0] - 1
    if unit.low(k) in {"which", "who", "whom", "what"} and unit.low(subject[0]) not in {"which", "who"}:
        return (k, k + 1)
    return None
