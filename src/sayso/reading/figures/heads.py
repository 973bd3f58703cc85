"""Where a noun phrase ends: the head noun of people, of harm, of things."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.knowledge.wordlists import words
from sayso.reading.figures.lexicon import (
    ACTIVE,
    BE,
    CHILDREN,
    CIVILIANS,
    COMBATANTS,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    INTRANSITIVE,
    MEN,
    MODAL,
    NEGATIONS,
    PEOPLE,
    PREPOSITIONS,
    TRANSITIVE,
    WOMEN,
)
from sayso.reading.figures.tokens import Token

STOP = PREPOSITIONS | BE | HAVE | MODAL | DETERMINERS | NEGATIONS | CONJUNCTIONS | words(
    "as when while where then if than that which who whom but or so because said says told police's he "
    "she they it we you i him them is's"
)  # fmt: skip
_OPENING = frozenset('“‘"')
VERBS = frozenset(TRANSITIVE) | frozenset(ACTIVE) | frozenset(INTRANSITIVE)
HARM_HEADS = {
    "deaths": "killed", "death": "killed", "fatalities": "killed", "fatality": "killed", "martyrs": "killed",
    "bodies": "killed",
    "corpses": "killed", "homicides": "killed", "injuries": "injured", "casualties": "casualties",
    "lives": "killed", "injury": "injured", "victims": "", "wounded": "injured", "dead": "killed",
}  # fmt: skip


def head_after(tokens: Sequence[Token], at: int) -> int | None:
    """Index after the head noun of a person phrase whose modifiers start at `at`; None if none is near."""
    last = min(len(tokens), at + 6)
    for i in range(at, last):
        token = tokens[i]
        minor = token.low == "minor" and i + 1 < len(tokens) and tokens[i + 1].low in HARM_HEADS
        if minor or (token.low in ACTIVE and not _victim_of(tokens, i)):
            return None
        if token.low in PEOPLE:
            while i + 1 < len(tokens) and tokens[i + 1].low in PEOPLE:
                i += 1  # noqa: PLW2901 - compound nouns: "police officers", "family members"
            return i + 1
        if token.kind not in {"word", "age"} and token.text not in {"-", ","}:
            return None
        if token.text == "," and not (i > at and tokens[i - 1].kind == "word"):
            return None
        if token.low in STOP or token.low.endswith("'s") or (token.text == "," and i - at > 1):
            return None
    return None


def _victim_of(tokens: Sequence[Token], i: int) -> bool:
    """True for the first word of "shooting victim"."""
    return i + 1 < len(tokens) and tokens[i].low == "shooting" and tokens[i + 1].low in {"victim", "victims", "suspect"}


def harm_head(tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
    """Index after a noun of harm near `at` ("two more deaths"), and its kind; None if none is near."""
    at += at + 1 < len(tokens) and tokens[at].text in _OPENING and HARM_HEADS.get(tokens[at + 1].low) is not None
    for i in range(at, min(len(tokens), at + 4)):
        low = tokens[i].low
        if HARM_HEADS.get(low) and (i > at or low not in {"wounded", "dead"}):
            return i + 1, HARM_HEADS[low]
        if tokens[i].kind != "word" or low in STOP:
            return None
    return None


def thing(tokens: Sequence[Token], at: int) -> int | None:
    """Index after a noun phrase of things: up to five words until a verb, preposition or mark."""
    i = at
    while i < len(tokens) and i - at < 5:
        token = tokens[i]
        if (
            token.low in STOP
            or token.low in VERBS
            or token.low == "lost"
            or token.kind == "age"
            or (token.kind == "mark" and token.text != "-")
        ):
            break
        i += 1
    return i if i > at else None


_AGENT = re.compile(r"[a-z-]{3,}(?:er|or|ist|ant|ent|ee|ian|mate)s?\Z")
_DEVICES = words("computer computers server servers router routers printer printers generator generators motor motors")


def agents(tokens: Sequence[Token], last: int) -> bool:
    """True where the noun before `last` has the form of one for people, as "rioters", "participants" and "trustee"."""
    return _AGENT.match(tokens[last - 1].low) is not None and tokens[last - 1].low not in _DEVICES


def household(tokens: Sequence[Token], head: int) -> int:
    """Extend "ten members" over "of the Belo family"."""
    if (
        tokens[head - 1].low not in {"members", "people", "individuals"}
        or head >= len(tokens)
        or tokens[head].low != "of"
    ):
        return head
    for i in range(head + 1, min(head + 7, len(tokens))):
        if tokens[i].low in {"family", "families", "household", "tribe", "clan"}:
            return i + 1
        if tokens[i].kind == "mark" and tokens[i].text not in {"-", "’", "'"}:
            break
    return head


def group_of(words: Sequence[str], kind: str) -> str | None:
    """Which part of the whole the words count: children, women, men, combatants, civilians, named, or None."""
    if kind in {"name", "surname"}:
        return "named"
    if any(word in MEN for word in words) and any(word in WOMEN for word in words):
        return None
    for name, members in (
        ("children", CHILDREN),
        ("combatants", COMBATANTS),
        ("civilians", CIVILIANS),
        ("women", WOMEN),
        ("men", MEN),
    ):
        if any(word in members for word in words):
            return name
    return None
