"""Which phrase suffers which event: figures are given to their own verbs."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.figures.frames import Event, none_told
from sayso.reading.figures.lexicon import HARM_KINDS, PARTS
from sayso.reading.figures.phrases import Phrase
from sayso.reading.figures.rolls import Match, roll_of
from sayso.reading.figures.subjects import Sentence
from sayso.reading.figures.tokens import Token
from sayso.reading.figures.tolls import tolls


def attach(
    tokens: Sequence[Token], phrases: Sequence[Phrase], events: Sequence[Event], *, headline: bool = False
) -> list[Match]:
    """Give every event the phrases it was done to; figures that stand alone speak for themselves.

    In a headline commas alone join an enumeration.
    """
    sentence = Sentence(tokens, phrases, events, headline=headline)
    matches: list[Match] = []
    for order in ("right", "left"):
        for event in events:
            wanted = event.side in {"left", "near", "self"} and order == "left"
            if not wanted and not (event.side in {"right", "of"} and order == "right"):
                continue
            for i in sentence.left(event) if wanted else sentence.right(event):
                matches.append(Match(phrases[i], event.what, event.negated))
                sentence.taken.setdefault(i, event.what)
    for i, phrase in enumerate(phrases):
        if headline and phrase.harm and i not in sentence.taken:
            for j in sentence.members(i, phrase.harm):
                if j < i and j not in sentence.taken:  # "gunman, 3 others dead"
                    matches.append(Match(phrases[j], phrase.harm, negated=False))
                    sentence.taken[j] = phrase.harm
        if phrase.harm and i not in sentence.taken:
            matches.append(
                Match(phrase, phrase.harm, negated=phrase.wording == "plural" and none_told(tokens, phrase.first))
            )
            sentence.taken[i] = phrase.harm
    matches.extend(tolls(tokens, phrases, sentence.taken))
    matches.extend(_parts(tokens, phrases, sentence))
    foreign = {i: "" for i, n in enumerate(sentence.lists) if n in sentence.foreign and i not in sentence.taken}
    matches.extend(roll_of(tokens, phrases, {**sentence.taken, **foreign}, sentence.lists))
    return matches


def _parts(tokens: Sequence[Token], phrases: Sequence[Phrase], sentence: Sentence) -> list[Match]:
    """Read "12 killed, among them 4 children": the part has the fate of its whole."""
    found = []
    for i, phrase in enumerate(phrases):
        if i in sentence.taken or phrase.kind in {"thing", "surname", "pronoun"}:
            continue
        if i and phrases[i - 1].kind != "bare" and i - 1 not in sentence.taken:
            continue
        lead = {t.low for t in tokens[max(0, phrase.first - 3) : phrase.first]}
        if lead & set(PARTS):
            before = [
                sentence.taken[j]
                for j in range(i)
                if sentence.taken.get(j) in HARM_KINDS and (phrases[j].low, phrases[j].high) != (1, 1)
            ]  # "mourned him in posts, including his uncle": one person has no parts
            if not before:
                sentence.foreign.add(sentence.lists[i])
            if before:
                for j in sentence.members(i, before[-1]):
                    if j >= i and j not in sentence.taken:
                        sentence.taken[j] = before[-1]
                        found.append(Match(phrases[j], before[-1], negated=False))
    return found
