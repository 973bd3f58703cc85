"""What a sentence says was done to people and things, and in which frame it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.reading.figures.lexicon import (
    ACTIVE,
    ADVERBS,
    BE,
    DEATH_OF,
    DETERMINERS,
    HAVE,
    INTRANSITIVE,
    MODAL,
    NEGATIONS,
    THING_KINDS,
    TRANSITIVE,
)
from sayso.reading.figures.tokens import Token

_BODY = frozenset(
    [
        "arm",
        "leg",
        "head",
        "chest",
        "back",
        "face",
        "neck",
        "stomach",
        "abdomen",
        "shoulder",
        "hand",
        "foot",
        "torso",
        "thigh",
        "hip",
        "buttocks",
        "knee",
        "ankle",
        "side",
        "groin",
        "wrist",
        "elbow",
        "arms",
        "legs",
        "eye",
        "cheek",
        "jaw",
        "buttock",
        "forearm",
        "finger",
        "toe",
        "calf",
        "ribs",
        "body",
        "feet",
        "hands",
    ]
)
_PROJECTILE = frozenset(
    [
        "bullet",
        "bullets",
        "gunfire",
        "shrapnel",
        "shot",
        "round",
        "rounds",
        "gunshot",
        "gunshots",
        "crossfire",
        "fire",
        "missile",
    ]
)
_AIMED = frozenset("shooting striking hitting hits strikes".split())
_COUNT = frozenset("two three four five six seven eight nine ten at several dozens him".split())
_SELF = frozenset(["himself", "herself", "themselves", "self"])
_CONDITION = frozenset(["critical", "serious", "stable", "fair", "good", "guarded", "grave", "critically"])


class Event(NamedTuple):
    """Something that was done, at token `at`.

    `side` tells where those it was done to stand: left, right, or of (after "of"); `negated` where the text denies it;
    `last` is the index after the words of the event.
    """

    at: int
    last: int
    what: str
    side: str
    negated: bool = False


def _before(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The word before `at` with adverbs stepped over, and its index."""
    i = at - 1
    while i >= 0 and tokens[i].low in ADVERBS:
        i -= 1
    return (tokens[i].low, i) if i >= 0 else ("", -1)


def _hypothetical(tokens: Sequence[Token], at: int) -> bool:
    window = [t.low for t in tokens[max(0, at - 4) : at]]
    if window and window[-1] == "to":
        return not (len(window) > 1 and window[-2] in {"due", "continued", "gone"})
    return any(w in MODAL for w in window) or any(
        w in {"attempted", "attempting", "threatened", "trying"} for w in window
    )


def _negated(tokens: Sequence[Token], at: int) -> bool:
    return any(t.low in NEGATIONS or t.low.endswith("n't") for t in tokens[max(0, at - 3) : at])


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
    return what, at + 1


def _side(tokens: Sequence[Token], at: int, starts: frozenset[int]) -> str | None:
    """Frame of a verb whose participle is its past tense: who suffered stands left or right."""
    before, i = _before(tokens, at)
    after = at + 1 + (tokens[at].low == "gunned")
    follows = _follows(tokens, after, starts)
    if before in BE or before.endswith(("n't", "'s")) or before in {"being", "not"}:
        return "left"
    if after < len(tokens) and tokens[after].low in _SELF:
        return "left"
    if before in HAVE:
        return "right" if follows else None
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
    while after < len(tokens) and tokens[after].low in ADVERBS and after not in starts:
        after += 1
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
            after.kind in {"num", "age"} or after.low in DETERMINERS or after.low in _COUNT or after.text[0].isupper()
        )
    return any(t.low in _BODY | _PROJECTILE for t in [*tokens[max(0, at - 4) : at], *tokens[at + 1 : at + 10]])


def _struck(tokens: Sequence[Token], at: int) -> bool:
    after = [t.low for t in tokens[at + 1 : at + 7]]
    if after[:1] == ["by"]:
        return any(w in _PROJECTILE for w in after)
    if after[:1] in (["in"], ["on"], ["multiple"], ["several"], ["once"], ["twice"]):
        return any(w in _BODY for w in after)
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


def _event_at(tokens: Sequence[Token], at: int, starts: frozenset[int], last: Event | None) -> Event | None:
    low = tokens[at].low
    if low in TRANSITIVE or low in {"struck", "hit", "gunned"}:
        return _transitive(tokens, at, starts, last)
    if low in DEATH_OF and at + 1 < len(tokens) and tokens[at + 1].low == "of":
        if low in {"life", "lives"} and not any(t.low in _TAKES for t in tokens[max(0, at - 3) : at]):
            return None
        return Event(at, at + 2, "killed", "of")
    if low == "shooting" and at + 1 < len(tokens) and tokens[at + 1].low == "of":
        deadly = at > 0 and tokens[at - 1].low in {"fatal", "deadly"}
        return Event(at, at + 2, "killed" if deadly else "shot", "of")
    if low in ACTIVE:
        before = tokens[at - 1].low if at else ""
        if low in _AIMED and not _aimed(tokens, at):
            return None
        planned = _hypothetical(tokens, at) and ACTIVE[low] not in THING_KINDS
        if before in DETERMINERS or planned or not _follows(tokens, at + 1, starts):
            return None
        what, end = _kind(tokens, at, ACTIVE[low])
        return Event(at, end, what, "right")
    if low in INTRANSITIVE and not (at and tokens[at - 1].low == "the"):
        if _hypothetical(tokens, at):
            return None
        return Event(at, at + 1, INTRANSITIVE[low], "left", _negated(tokens, at))
    return _idiom(tokens, at, starts)


def _transitive(tokens: Sequence[Token], at: int, starts: frozenset[int], last: Event | None) -> Event | None:
    low = tokens[at].low
    if low in {"struck", "hit"} and not _struck(tokens, at):
        return None
    if low == "gunned" and not (at + 1 < len(tokens) and tokens[at + 1].low == "down"):
        return None
    side = _side(tokens, at, starts)
    if side is None or _hypothetical(tokens, at):
        return None
    if side == "same":
        side = last.side if last is not None else "left"
    kind = {"struck": "shot", "hit": "shot", "gunned": "killed"}.get(low) or TRANSITIVE[low]
    what, end = _kind(tokens, at, kind)
    return Event(at, end + (low == "gunned"), what, side, _negated(tokens, at))


_TAKES = frozenset("claimed claim claims claiming took takes take taking lost losing cost costing ended".split())
_NAMED_AS = frozenset("were was include included are identified".split())


def _dead_list(tokens: Sequence[Token], at: int) -> bool:
    """True where a name is matched with a list of the dead."""
    words = {t.low for t in tokens[at : at + 24]}
    return bool(words & {"list", "lists"}) and bool(words & {"fatalities", "victims", "killed", "dead", "deaths"})


def _among(tokens: Sequence[Token], at: int) -> Event | None:
    """ "Among the dead were Ana Belo and her son"."""
    words = [t.low for t in tokens[at : at + 12]]
    kind = next((_FATE[w] for w in words[2:4] if w in _FATE), None)
    verb = next((i for i, w in enumerate(words) if w in {"was", "were", "is", "are"}), None)
    if kind is None or verb is None:
        return None
    last = at + verb + 1
    while last < len(tokens) and tokens[last].low in ADVERBS:
        last += 1
    return Event(at, last, kind, "right")


_FATE = {
    "dead": "killed", "killed": "killed", "deceased": "killed", "martyrs": "killed", "victims": "casualties",
    "injured": "injured", "wounded": "injured", "casualties": "casualties", "fatalities": "killed",
}  # fmt: skip
_TAKEN = frozenset("taken rushed transported flown airlifted brought driven admitted transferred".split())
_HOSPITAL = frozenset("hospital hospitals clinic".split())


def _hospital(tokens: Sequence[Token], at: int) -> bool:
    words = [t.low for t in tokens[at + 1 : at + 11]]
    return any(w in _HOSPITAL for w in words) or ("medical" in words and "center" in words)


def _idiom(tokens: Sequence[Token], at: int, starts: frozenset[int]) -> Event | None:
    words = [t.low for t in tokens[at : at + 4]]
    if words[:2] == ["passed", "away"] or (words[0] == "lost" and len(words) > 2 and words[2] in {"life", "lives"}):
        return Event(at, at + 2, "killed", "left")
    if words[0] in _TAKEN and at and _before(tokens, at)[0] in BE | {"and"} and _hospital(tokens, at):
        return Event(at, at + 1, "injured", "left", _negated(tokens, at))
    if words[0] == "gunshot" and len(words) > 1 and words[1] in {"wound", "wounds", "injury", "injuries"}:
        deadly = at > 0 and tokens[at - 1].low in {"fatal", "deadly"}
        return Event(at, at + 2, "killed" if deadly else "shot", "left")
    if words[0] in {"suicide"} and at and tokens[at - 1].low in {"committed", "commits"}:
        return Event(at, at + 1, "killed", "left")
    if words[:3] in (["took", "his", "own"], ["took", "her", "own"]):
        return Event(at, at + 3, "killed", "left")
    if words[0] == "among" and words[1] in {"the", "those"} if len(words) > 2 else False:
        return _among(tokens, at)
    if words[0] in {"mourned", "mourning", "mourns", "eulogized", "eulogised"} and at + 1 in starts:
        return Event(at, at + 1, "killed", "right")
    if words[0] in {"victims", "dead", "deceased", "martyrs"} and words[1:2] and words[1] in _NAMED_AS:
        last = at + (3 if words[2:3] and words[2] in {"identified", "named", "as"} else 2)
        last += words[3:4] == ["as"]
        return Event(at, last, "casualties" if words[0] == "victims" else "killed", "right")
    if words[:2] == ["on", "himself"] or words[:2] == ["on", "herself"]:
        return Event(at, at + 1, "killed", "right") if at > 1 and tokens[at - 1].low == "gun" else None
    if words[0] == "fatally" and not (len(words) > 1 and words[1] in TRANSITIVE):
        return Event(at, at + 1, "killed", "left")
    if words[0] in _CONDITION and (words[1:2] == ["condition"] or words[1:3] == ["but", "stable"]):
        return Event(at, at + 2, "injured", "left")
    if words[0] == "critically" and at and tokens[at - 1].kind in {"num", "word"}:
        return Event(at, at + 1, "injured", "left")
    if words[0] == "matched" and _dead_list(tokens, at):
        return Event(at, at + 1, "killed", "left")
    if words[0] in {"injuries", "injury"} and at not in starts and not _negated(tokens, at):
        return Event(at, at + 1, "injured", "left")
    return None
