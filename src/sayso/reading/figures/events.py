"""What a sentence says was done to people and things, and in which frame it stands."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from sayso.knowledge.wordlists import words
from sayso.reading.figures.frames import Event, hypothetical, negated, word_before
from sayso.reading.figures.idioms import bereaved, idiom
from sayso.reading.figures.lexicon import (
    ACTIVE,
    ADVERBS,
    BE,
    BODY,
    DEATH_OF,
    DETERMINERS,
    HAVE,
    INJURY_OF,
    INTRANSITIVE,
    PEOPLE,
    PREPOSITIONS,
    THING_KINDS,
    TRANSITIVE,
)
from sayso.reading.figures.names import whose
from sayso.reading.figures.tokens import Token

_PROJECTILE = words("bullet bullets gunfire shrapnel shot round rounds gunshot gunshots crossfire fire missile")
_AIMED = words("shooting striking hitting hits strikes")
_SHOOTS = words("shooting shoots")
_COUNT = words("two three four five six seven eight nine ten at several dozens him")
_TAKES = words("claimed claim claims claiming took takes take taking lost losing cost costing ended")
_LEADS = words("linked led leads leading connected connection related relation contributed due")
_PARTIES = words("victim victims suspect suspects")  # "shooting victims" are no object of a shooting
_OPENED = frozenset('"“‘')
_OBJECT = 8
_INVERTED = 9
_SELF = frozenset(["himself", "herself", "themselves", "self"])


def _kind(tokens: Sequence[Token], at: int, what: str) -> tuple[str, int]:
    """Sharpen by neighbours: "fatally shot", "shot dead", "shot to death", "mortally wounded"."""
    before = {t.low for t in tokens[max(0, at - 2) : at]}
    after = [t.low for t in tokens[at + 1 : at + 4] if t.low not in _SELF][:2]
    if what in {"shot", "injured"}:
        if before & {"fatally", "mortally"} or after[:1] == ["fatally"]:
            return "killed", at + 1
        if after[:1] == ["dead"]:
            return "killed", at + 2
        if after == ["to", "death"]:
            return "killed", at + 3
        ahead = [t.low for t in tokens[at + 1 : at + _OBJECT] if t.kind != "mark" or t.text == "-"]
        if what == "shot" and ("to", "death") in itertools.pairwise(ahead) and "and" not in ahead:
            return "killed", at + 1  # "shot a cab driver to death"
    return what, at + 1


def _side(tokens: Sequence[Token], at: int, starts: frozenset[int]) -> str | None:  # noqa: PLR0911 - a cascade of rules: one return each reads best
    """Frame of a verb whose participle is its past tense: who suffered stands left or right."""
    before, i = word_before(tokens, at)
    after = at + 1 + (tokens[at].low == "gunned")
    follows = _follows(tokens, after, starts)
    if before in BE or before.endswith(("n't", "'s")) or before in {"being", "not"}:
        return "left"
    if after < len(tokens) and tokens[after].low in _SELF:
        return "self"
    if before in HAVE:
        return "right" if follows else None
    if [t.low for t in tokens[after : after + 2]] in (["the", "other"], ["each", "other"]):
        return None  # "one of them shot the other"
    if tokens[at].low == "shot" and before in DETERMINERS | {"gun", "warning", "single", "first", "second", "fatal"}:
        return None
    if before == "and" and i > 0 and tokens[i - 1].low in TRANSITIVE:
        return "right" if follows else "same"
    if not follows and _shares_object(tokens, after, starts):
        return None  # "shot and killed his brother": the second verb speaks for both
    if before in {"and", ","} and follows:
        return "right"
    return "right" if follows else "near"


def _shares_object(tokens: Sequence[Token], after: int, starts: frozenset[int]) -> bool:
    if after + 1 >= len(tokens) or tokens[after].low not in {"and", "or", ","}:
        return False
    verb = after + 1
    while verb < len(tokens) and tokens[verb].low in ADVERBS:
        verb += 1
    return verb < len(tokens) and tokens[verb].low in TRANSITIVE and _follows(tokens, verb + 1, starts)


def _bound(tokens: Sequence[Token], start: int, to: int) -> bool:
    return " ".join(t.low for t in tokens[start:to]) in {
        "at least",
        "more than",
        "up to",
        "as many",
        "some",
        "an",
        "between",
        "over",
        "about",
    }


def _follows(tokens: Sequence[Token], after: int, starts: frozenset[int]) -> bool:
    while (
        after < len(tokens) and (tokens[after].low in ADVERBS or tokens[after].text in _OPENED) and after not in starts
    ):
        after += 1
    if after + 1 < len(tokens) and tokens[after + 1].low == "times":
        return False  # "was shot several times"
    owner = whose(tokens, after) if after < len(tokens) else after
    if owner > after and owner in starts:
        return True  # "killed Ana Belo's son"
    return after in starts or any(
        b in starts for b in range(after, min(after + 3, len(tokens))) if _bound(tokens, after, b)
    )


def _aimed(tokens: Sequence[Token], at: int) -> bool:
    """Tell "hitting a man in the arm" and "after shooting two people" from other uses of the word."""
    if tokens[at].low == "shooting":
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is not None and after.low in _SELF:
            return False
        return after is not None and (
            after.kind in {"num", "age"}
            or after.low in DETERMINERS
            or after.low in PEOPLE - _PARTIES
            or after.low in _COUNT
            or after.text[0].isupper()
        )
    return any(t.low in BODY | _PROJECTILE for t in [*tokens[max(0, at - 4) : at], *tokens[at + 1 : at + 10]])


def _struck(tokens: Sequence[Token], at: int) -> bool:
    after = [t.low for t in tokens[at + 1 : at + 7]]
    if after[:1] in (["by"], ["with"]):
        return any(w in _PROJECTILE for w in after)
    if after[:1] in (["in"], ["on"], ["multiple"], ["several"], ["once"], ["twice"]):
        return any(w in BODY for w in after)
    return False


def events_of(tokens: Sequence[Token], starts: frozenset[int]) -> list[Event]:
    """All events of a sentence; `starts` are the token indexes where a phrase begins."""
    found: list[Event] = []
    at = 0
    while at < len(tokens):
        event = _event_at(tokens, at, starts, found[-1] if found else None)
        if event is not None:
            found.append(event)
            at = event.last
        else:
            at += 1
    return found


def _event_at(tokens: Sequence[Token], at: int, starts: frozenset[int], last: Event | None) -> Event | None:  # noqa: PLR0911 - a cascade of rules: one return each reads best
    low = tokens[at].low
    if low == "as" and last is not None and at + 1 < len(tokens) and tokens[at + 1].low in {"was", "were", "did"}:
        return Event(at, at + 2, last.what, "right")  # "was killed, as were his two sons"
    if low in TRANSITIVE or low in {"struck", "hit", "gunned"}:
        return _transitive(tokens, at, starts, last)
    if low == "loss" and not bereaved(tokens, at):
        return None
    if low in DEATH_OF and at + 1 < len(tokens) and tokens[at + 1].low == "of":
        beside = [t.low for t in tokens[max(0, at - 2) : at]] in (
            ["with", "the"],
            ["alongside", "the"],
        )  # "lost her life with the lives of"
        if low in {"life", "lives"} and not (beside or any(t.low in _TAKES for t in tokens[max(0, at - 3) : at])):
            return None
        if hypothetical(tokens, at) and not _linked(tokens, at):
            return None  # "the attempted murder of five people"
        return Event(at, at + 2, "killed", "of")
    if low in INJURY_OF and at + 1 < len(tokens) and tokens[at + 1].low == "of":
        return Event(at, at + 2, "injured", "of")
    if low == "shooting" and at + 1 < len(tokens) and tokens[at + 1].low == "of":
        deadly = at > 0 and tokens[at - 1].low in {"fatal", "deadly"}
        return Event(at, at + 2, "killed" if deadly else "shot", "of")
    if low in ACTIVE:
        return _active(tokens, at, starts)
    if low in INTRANSITIVE and not (at and tokens[at - 1].low in {"the", "of", "brain"}):
        if hypothetical(tokens, at):
            return None
        return Event(at, at + 1, INTRANSITIVE[low], "left", negated(tokens, at))
    return idiom(tokens, at, starts)


def _linked(tokens: Sequence[Token], at: int) -> bool:
    """True for the noun after "linked to", "led to": told of, not planned."""
    return at > 1 and tokens[at - 1].low == "to" and tokens[at - 2].low in _LEADS


def _active(tokens: Sequence[Token], at: int, starts: frozenset[int]) -> Event | None:
    """Read "killing two men", "shoots dead a guard", "shoots himself"."""
    low = tokens[at].low
    if low in _SHOOTS and at + 1 < len(tokens) and tokens[at + 1].low in _SELF:
        return None if hypothetical(tokens, at) else Event(at, at + 1, "shot", "self")
    if low in _AIMED and not _aimed(tokens, at):
        return None
    before = tokens[at - 1].low if at else ""
    planned = hypothetical(tokens, at) and ACTIVE[low] not in THING_KINDS
    what, end = _kind(tokens, at, ACTIVE[low])
    if before in DETERMINERS or planned or not _follows(tokens, end, starts):
        return None
    return Event(at, end, what, "right")


def _inverted(tokens: Sequence[Token], at: int, starts: frozenset[int]) -> int:
    """Index after "also killed in the strike were", where those it was done to follow; `at` itself otherwise."""
    if at and tokens[at - 1].low not in {"also", "among", "those", ",", "addition"}:
        return at
    for i in range(at + 1, min(at + _INVERTED, len(tokens) - 1)):
        if tokens[i].kind == "mark":
            return at
        if tokens[i].low in {"was", "were", "are", "is", "include", "included"}:
            near = range(i + 1, min(i + 5, len(tokens)))
            return i + 1 if any(k in starts for k in near) and tokens[i + 1].low not in PREPOSITIONS else at
    return at


def _transitive(tokens: Sequence[Token], at: int, starts: frozenset[int], last: Event | None) -> Event | None:
    low = tokens[at].low
    if low in {"struck", "hit"} and not _struck(tokens, at):
        return None
    told = _inverted(tokens, at, starts) if low in TRANSITIVE else at
    if told > at:
        return Event(at, told, TRANSITIVE[low], "right")
    if low == "gunned" and not (at + 1 < len(tokens) and tokens[at + 1].low == "down"):
        return None
    side = _side(tokens, at, starts)
    if side is None or hypothetical(tokens, at):
        return None
    if side == "same":
        side = last.side if last is not None else "left"
    kind = {"struck": "shot", "hit": "shot", "gunned": "killed"}.get(low) or TRANSITIVE[low]
    what, end = _kind(tokens, at, kind)
    if (
        [t.low for t in tokens[end : end + 1]] == ["or"]
        and end + 1 < len(tokens)
        and _either(tokens[end + 1].low, what)
    ):
        what, end = "casualties", end + 2
    return Event(at, end + (low == "gunned"), what, side, negated(tokens, at))


def _either(word: str, what: str) -> bool:
    """True for the other fate in "were killed or injured", which does not say how many died."""
    return {what, TRANSITIVE.get(word)} == {"killed", "injured"}
