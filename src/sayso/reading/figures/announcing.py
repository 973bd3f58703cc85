"""Words that announce who is dead: "among the dead were", "the victims were identified as", "the names of"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.knowledge.wordlists import words
from sayso.reading.figures.frames import Event, negated, word_before
from sayso.reading.figures.lexicon import ADVERBS, BE
from sayso.reading.figures.names import name_end
from sayso.reading.figures.tokens import Token, words_at

_NAMED_AS = words("were was include included are identified")
_FATE = {
    "dead": "killed", "killed": "killed", "deceased": "killed", "martyrs": "killed", "victims": "casualties",
    "injured": "injured", "wounded": "injured", "casualties": "casualties", "fatalities": "killed",
}  # fmt: skip
_LISTED = BE | words("listed named counted reported included")
_DEAD = words("killed dead deceased martyrs died")
_NONE = 8
_NAMING = 12
_OPENING = 26
_LIST_WITHIN = 24


def among(tokens: Sequence[Token], at: int) -> Event | None:
    """Read "among the dead were Ana Belo and her son", "Ana Belo was among the dead".

    "None of them was among the 31 victims" does not say that nobody was harmed.
    """
    none = any(t.low in {"none", "nobody"} for t in tokens[max(0, at - _NONE) : at])
    if none or words_at(tokens, at, 2)[1:] not in (["the"], ["those"]):
        return None
    words = [t.low for t in tokens[at : at + 12]]
    kind = next((_FATE[w] for w in words[2:4] if w in _FATE), None)
    kind = "killed" if kind == "casualties" and words[3:4] == ["killed"] else kind
    verb = next((i for i, w in enumerate(words) if w in {"was", "were", "is", "are"}), None)
    if kind is None:
        return None
    if word_before(tokens, at)[0] in _LISTED:
        named = at + 3 + (words[3:4] == ["killed"])
        if named < len(tokens) and name_end(tokens, named) > named + 1:
            return Event(at, named, kind, "right")  # "listed among the dead Omar Belo and Ana Orm"
        return Event(at, at + 1, kind, "left", negated(tokens, at))
    if verb is None:
        return None
    last = at + verb + 1
    while last < len(tokens) and tokens[last].low in ADVERBS:
        last += 1
    return Event(at, last, kind, "right")


def as_victim(tokens: Sequence[Token], at: int) -> Event | None:
    """Read "Ana Belo was identified as one of the victims"."""
    words = words_at(tokens, at, 8)
    said = word_before(tokens, at)[0] in BE and words[1:5] == ["as", "one", "of", "the"]
    kind = next((_FATE[w] for w in words[5:7] if w in _FATE), None) if said else None
    return Event(at, at + 6, kind, "left", negated(tokens, at)) if kind else None


def victims(tokens: Sequence[Token], at: int) -> Event | None:
    """Read "the victims were identified as Ana Belo and Omar Belo", "the names of those killed are: Ana Belo"."""
    head = tokens[at].low
    while at + 1 < len(tokens) and tokens[at + 1].low in ADVERBS:
        at += 1  # "victims also included"
    words = words_at(tokens, at, 4)
    named = _naming(tokens, at)
    if named > at:
        before = {t.low for t in tokens[at : named - 1]}
        return Event(at, named, "killed" if before & _DEAD else "casualties", "right")
    if head == "names":
        return None
    if words[1:2] and words[1] in _NAMED_AS:
        last = at + (3 if words[2:3] and words[2] in {"identified", "named", "as"} else 2)
        last += words[3:4] == ["as"]
        return Event(at, last, "casualties" if head == "victims" else "killed", "right")
    return None


def _naming(tokens: Sequence[Token], at: int) -> int:
    """Index after "were identified by relatives as" or "of those killed are:" behind the noun at `at`; else `at`."""
    verb = any(t.low in {"identified", "named", "listed"} for t in tokens[max(0, at - 3) : at])
    for i in range(at + 1, min(at + _NAMING, len(tokens) - 1)):
        low = tokens[i].low
        verb = verb or low in {"are", "were", "was", "include", "included"}
        if low == "as" and tokens[i + 1].low == "follows":
            continue  # "are as follows:"
        if verb and (low == ":" or (low == "as" and tokens[i - 1].low not in {"such", "well"})):
            return i + 1 + (tokens[i + 1].text == ":")
        if tokens[i].kind == "mark":
            return at
    return at


def opened(tokens: Sequence[Token], at: int) -> Event | None:
    """Read the colon or dash of "the names of five of the victims, as published: Ana Belo"."""
    before = [t.low for t in tokens[max(0, at - _OPENING) : at]]
    if "names" not in before or before[before.index("names") + 1 :][:1] != ["of"]:
        return None
    said = set(before[before.index("names") :])
    kind = "killed" if said & _DEAD else "casualties" if "victims" in said else None
    return Event(at, at + 1, kind, "right") if kind and not said & {":", "–", "—"} else None


def matched(tokens: Sequence[Token], at: int) -> Event | None:
    """Read "Ana Belo was matched with the ministry's list of fatalities"."""
    words = {t.low for t in tokens[at : at + _LIST_WITHIN]}
    dead = words & {"fatalities", "victims", "killed", "dead", "deaths"} or words >= {"ministry", "health"}
    return Event(at, at + 1, "killed", "left") if words & {"list", "lists"} and dead else None
