"""Harm told without a plain verb: "lost his life", "in critical condition", "among the dead were"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.knowledge.wordlists import words
from sayso.reading.figures.announcing import among, as_victim, matched, opened, victims
from sayso.reading.figures.frames import Event, hypothetical, negated, word_before
from sayso.reading.figures.lexicon import ACTIVE, ADVERBS, BE, COUNT_WORDS, INTRANSITIVE, SINGULAR, TRANSITIVE
from sayso.reading.figures.tokens import Token, words_at

_KIN = words(
    "wife husband mother father son sons daughter daughters brother brothers sister sisters uncle uncles aunt aunts "
    "cousin cousins nephew nephews niece nieces grandmother grandfather grandson grandsons granddaughter grandchild "
    "grandchildren child children parents relatives members siblings"
)
_TAKEN = words("taken sent rushed transported flown airlifted brought driven admitted transferred")
_SUBJECT = 8
_HARMFUL = words(
    "shooting gunfire gunshot bullet bullets wound wounds attack strike airstrike raid shelling blast explosion "
    "stabbing crash"
)
_NUMBER = words("one two three four five six seven eight nine ten people others")
_HOSPITAL = frozenset(["hospital", "hospitals", "clinic"])
_RITES = words("memorial obituary eulogy")
_TO_DEATH = words("crushed trampled beaten hacked stoned bludgeoned burnt tortured choked strangled frozen starved")
_COMRADES = words("men women soldiers fighters officers policemen comrades colleagues workers crew")
_CONDITION = words("critical serious stable fair good guarded grave critically")


def _hospital(tokens: Sequence[Token], at: int) -> bool:
    words = [t.low for t in tokens[at + 1 : at + 11]]
    return any(w in _HOSPITAL for w in words) or ("medical" in words and "center" in words)


def _passed(tokens: Sequence[Token], at: int) -> Event | None:
    return Event(at, at + 2, "killed", "left") if words_at(tokens, at, 2) == ["passed", "away"] else None


def bereaved(tokens: Sequence[Token], at: int) -> bool:
    """Tell "lost his mother Ana", "lost four of his grandchildren", "the loss of 11 people" from other losses."""
    for token in tokens[at + 1 : at + 7]:
        if token.low in _KIN or token.low in {"people", "civilians", "martyrs"}:
            return True
        if token.kind == "mark" or token.low in {"contact", "in", "to"}:
            return False
    return False


def _of_ours(tokens: Sequence[Token], at: int) -> bool:
    """True for "lost three men", "lost two of its soldiers": a number of one's own, and no "to" where they went."""
    low = [t.low for t in tokens[at + 1 : at + 7]]
    counted = bool(low) and (tokens[at + 1].kind == "num" or low[0] in _NUMBER | COUNT_WORDS)
    noun = next((i for i, word in enumerate(low) if word in _COMRADES), len(low))
    return counted and noun < len(low) and low[noun + 1 : noun + 2] != ["to"]


def _lost(tokens: Sequence[Token], at: int) -> Event | None:
    if words_at(tokens, at, 3)[2:] in (["life"], ["lives"]):
        return Event(at, at + 3, "killed", "left")
    own = at > 0 and (bereaved(tokens, at) or _of_ours(tokens, at)) and word_before(tokens, at)[0] not in BE
    return Event(at, at + 1, "killed", "right") if own else None


def _to_death(tokens: Sequence[Token], at: int) -> Event | None:
    """Read "three people were crushed to death"; who did it, in "a mob beat a man to death", is left to other rules."""
    done = words_at(tokens, at, 3)[1:] == ["to", "death"] and word_before(tokens, at)[0] in BE
    return Event(at, at + 3, "killed", "left", negated(tokens, at)) if done else None


def _took(tokens: Sequence[Token], at: int) -> Event | None:
    """Read "took his own life", in a title "takes own life"."""
    words = [w for w in words_at(tokens, at + 1, 3) if w not in {"his", "her"}]
    return Event(at, at + 1, "killed", "left") if words[:2] == ["own", "life"] else None


def _sent(tokens: Sequence[Token], at: int) -> Event | None:
    """Read "the shooting sends a man to hospital", not "the ministry sent doctors to a hospital"."""
    words = words_at(tokens, at + 1, 8)
    if at and word_before(tokens, at)[0] in BE:
        return _taken(tokens, at)
    onwards = any(one in {"to", "in"} and set(words[i + 1 : i + 4]) & _HOSPITAL for i, one in enumerate(words))
    harmful = any(t.low in _HARMFUL for t in tokens[max(0, at - _SUBJECT) : at])
    return Event(at, at + 1, "injured", "right") if onwards and harmful else None


def _in_hospital(tokens: Sequence[Token], at: int) -> Event | None:
    """Read "two people in hospital after the shooting"."""
    words = words_at(tokens, at, 3)
    there = words[1:] in (["hospital", "after"], ["hospital", "following"])
    return Event(at, at + 2, "injured", "left") if there and at and tokens[at - 1].low not in INTRANSITIVE else None


def _fighting(tokens: Sequence[Token], at: int) -> Event | None:
    """Read "is fighting for his life"."""
    words = [w for w in words_at(tokens, at + 1, 3) if w not in {"his", "her", "their"}]
    return Event(at, at + 1, "injured", "left") if words[:2] in (["for", "life"], ["for", "lives"]) else None


def _suicide(tokens: Sequence[Token], at: int) -> Event | None:
    done = at > 0 and tokens[at - 1].low in {"committed", "commits"}
    return Event(at, at + 1, "killed", "left") if done else None


def _turned(tokens: Sequence[Token], at: int) -> Event | None:
    """Read "turned the gun on himself"."""
    own = words_at(tokens, at, 2) in (["on", "himself"], ["on", "herself"])
    return Event(at, at + 1, "killed", "right") if own and at > 1 and tokens[at - 1].low == "gun" else None


def _gunshot(tokens: Sequence[Token], at: int) -> Event | None:
    if words_at(tokens, at, 2)[1:] not in (["wound"], ["wounds"], ["injury"], ["injuries"]):
        return None
    deadly = at > 0 and tokens[at - 1].low in {"fatal", "deadly"}
    return Event(at, at + 2, "killed" if deadly else "shot", "left")


def _taken(tokens: Sequence[Token], at: int) -> Event | None:
    """Read "was taken to a hospital", not "medics arrived and transported the man to a hospital"."""
    verb = word_before(tokens, at)[0] if at else ""
    onwards = at + 1 < len(tokens) and tokens[at + 1].low in {"to", "by", "from", "in", "for"} | ADVERBS
    passive = verb in BE or (verb == "and" and onwards)
    if (
        not passive
        and at
        and tokens[at].low != "rushed"
        and (tokens[at - 1].low in SINGULAR | _NUMBER or tokens[at - 1].kind == "num")
    ):
        passive = onwards  # a title: "man taken to hospital"
        if tokens[at].low == "airlifted":
            return Event(at, at + 1, "injured", "left")
    if passive and words_at(tokens, at, 3)[1:] in (["into", "custody"], ["into", "detention"]):
        return Event(at, at + 3, "detained", "left", negated(tokens, at))
    if not passive or not _hospital(tokens, at):
        return None
    return Event(at, at + 1, "injured", "left", negated(tokens, at))


def _mourned(_tokens: Sequence[Token], at: int) -> Event:
    return Event(at, at + 1, "killed", "right")


def _fatally(tokens: Sequence[Token], at: int) -> Event | None:
    following = words_at(tokens, at, 2)[1:]
    return (
        None
        if following and (following[0] in TRANSITIVE or following[0] in ACTIVE)
        else Event(at, at + 1, "killed", "left")
    )


def _condition(tokens: Sequence[Token], at: int) -> Event | None:
    words = words_at(tokens, at, 3)
    if words[1:2] == ["condition"] or words[1:] == ["but", "stable"]:
        start = at - 1 if at and tokens[at - 1].low == "in" else at
        return Event(start, at + 2, "injured", "left")
    if words[1:2] in (["after"], ["following"]) and word_before(tokens, at)[0] in SINGULAR:
        return Event(at, at + 1, "injured", "left")  # a title: "man critical after shooting"
    ends = at + 1 == len(tokens) or tokens[at + 1].kind == "mark"
    alone = words[0] == "critically" and ends and at > 0 and tokens[at - 1].kind in {"num", "word"}
    return Event(at, at + 1, "injured", "left") if alone else None


def _body(tokens: Sequence[Token], at: int) -> Event | None:
    """Read "the dead body of a man", "the bodies of Ana Belo and her son"."""
    named = at + 1 < len(tokens) and tokens[at + 1].low in ({"of"} if tokens[at].low not in _RITES else {"of", "for"})
    return Event(at, at + 2, "killed", "of") if named else None


def _injuries(tokens: Sequence[Token], at: int) -> Event | None:
    if not {t.low for t in tokens[max(0, at - _SUFFERED) : at]} & _SUFFERS:
        return None  # "firearms that can cause injury", "charged with negligent injury"
    return None if negated(tokens, at) else Event(at, at + 1, "injured", "left")


_SUFFERED = 9
_SUFFERS = words("suffer suffers suffered suffering sustain sustains sustained sustaining received incurred treated")


_READERS: dict[str, Callable[[Sequence[Token], int], Event | None]] = {
    "passed": _passed,
    **dict.fromkeys(sorted(_TAKEN), _taken),
    "lost": _lost,
    **dict.fromkeys(sorted(_TO_DEATH), _to_death),
    **dict.fromkeys(("took", "takes", "taking"), _took),
    **dict.fromkeys(("sends", "sent", "sending", "puts", "lands"), _sent),
    "fighting": _fighting,
    "in": _in_hospital,
    "suicide": _suicide,
    "on": _turned,
    "gunshot": _gunshot,
    **dict.fromkeys(("among", "amongst"), among),
    "identified": as_victim,
    **dict.fromkeys((":", "–", "—"), opened),
    "fatally": _fatally,
    **dict.fromkeys(("matched", "reconciled", "found", "appear", "appears"), matched),
    **dict.fromkeys(("body", "bodies", "corpse", "corpses", *sorted(_RITES)), _body),
    "injuries": _injuries,
    "injury": _injuries,
    **dict.fromkeys(
        ("mourned", "mourning", "mourns", "eulogized", "eulogised", "memorialized", "memorialised"), _mourned
    ),
    **dict.fromkeys(("victims", "dead", "deceased", "martyrs", "names"), victims),
    **dict.fromkeys(sorted(_CONDITION), _condition),
}


def idiom(tokens: Sequence[Token], at: int, starts: frozenset[int]) -> Event | None:
    """Read an idiom of harm at token `at`; `starts` are where phrases begin. None if there is none."""
    low = tokens[at].low
    reader = _READERS.get(low)
    if reader in {_passed, _lost, _took} and hypothetical(tokens, at):
        return None
    if reader is None or (reader is _mourned and at + 1 not in starts) or (reader is _injuries and at in starts):
        return None
    return reader(tokens, at)
