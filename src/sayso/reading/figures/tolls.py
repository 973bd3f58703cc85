"""Numbers that a noun of counting announces: tolls, estimates, "the number of the dead"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.knowledge.wordlists import words
from sayso.reading.figures.lexicon import MOVES
from sayso.reading.figures.phrases import Phrase
from sayso.reading.figures.rolls import Match
from sayso.reading.figures.tokens import Token

_SPREAD = words("ranged ranging ranges varied varying varies rose risen increased")
_GIVES = words("at to is was")
_COUNTED = {
    **dict.fromkeys(("dead", "killed", "martyrs", "deaths", "victims", "fatalities"), "killed"),
    **dict.fromkeys(("injured", "wounded", "injuries", "injury"), "injured"),
}


def tolls(tokens: Sequence[Token], phrases: Sequence[Phrase], taken: dict[int, str]) -> list[Match]:
    """Read "the death toll rose to 14", "the number of dead stands at 9"; what is found is marked as taken."""
    found = []
    for at in range(len(tokens)):
        what = _counted(tokens, at)
        if what is None:
            continue
        risen = _risen(tokens, phrases, at)
        near = (
            [risen]
            if risen is not None and risen not in taken
            else [
                i
                for i, p in enumerate(phrases)
                if at < p.first <= at + 12 and i not in taken and p.kind in {"bare", "people"}
            ]
        )
        if (near and phrases[near[-1]].kind == "bare") or near:
            i = near[-1] if phrases[near[-1]].kind == "bare" else near[0]
            if phrases[i].wording != "plural":
                taken[i] = what
                found.append(Match(phrases[i], what, negated=False))
    return found


def _counted(tokens: Sequence[Token], at: int) -> str | None:
    """What a noun at `at` counts: "the death toll", "the number of the injured"; None if it is no such noun."""
    low = tokens[at].low
    if low in {"toll", "tolls"}:
        return _COUNTED.get(tokens[at - 1].low, "killed") if at else "killed"
    if low not in {"number", "numbers", "estimates", "estimate", "count"}:
        return None
    near = [t.low for t in tokens[at + 1 : at + 5]]
    what = next((_COUNTED[w] for w in near if w in _COUNTED), None)
    given = {t.low for t in tokens[at : at + 10]} & (_SPREAD | _GIVES)
    return what if what == "killed" or given else None


def _risen(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int) -> int | None:
    """Which phrase "the number of people killed in the strike on Friday has therefore risen to 11" gives."""
    for i, phrase in enumerate(phrases):
        lead = [t.low for t in tokens[max(at, phrase.first - 2) : phrase.first]]
        if len(lead) == 2 and lead[0] in MOVES and lead[1] in {"to", "at"} and phrase.kind in {"bare", "people"}:
            return i
    return None
