"""Nouns that tell of harm without a verb: "martyrs and wounded", "his death", "the martyr Omar"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.knowledge.wordlists import words
from sayso.reading.figures.lexicon import (
    BE,
    BODY,
    PEOPLE,
    SINGULAR,
)
from sayso.reading.figures.names import name_end, whose, with_name
from sayso.reading.figures.tokens import Token
from sayso.records import Wording

#: Plurals that claim unnumbered harm when they stand alone.
BARE_HARM = {
    "martyrs": "killed", "fatalities": "killed", "deaths": "killed", "killed": "killed", "dead": "killed",
    "injuries": "injured", "wounded": "injured", "injured": "injured", "casualties": "casualties",
}  # fmt: skip
_DEATH = words("death killing murder slaying martyrdom passing assassination")
_FOLD = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
_OF_MURDER = words("suspect suspects charge charges trial victim victims investigation case")
_KILLINGS = words("homicide murder killing slaying")
_LEAD = words('and or causing caused reported reporting mentioned in as “ " including with that of were was there')
_CAUSE = words("causing caused reported reporting mentioned resulted resulting result claimed “")
_AFTER = words("and or in from to at by on have had as who during")

#: What follows the first token: index after, least, greatest, wording, tokens of the noun, kind, harm.
Noun = tuple[int, float | None, float | None, Wording, tuple[int, int], str, str | None]


def harm_noun(tokens: Sequence[Token], at: int) -> Noun | None:  # noqa: PLR0911 - a cascade of rules: one return each reads best
    """Read a noun of harm that starts at token `at`; None if there is none."""
    low = tokens[at].low
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if low in {"his", "her"} and following in _DEATH:
        return at + 1, 1, 1, "exact", (at, at + 1), "pronoun", "killed"
    if (
        low in {"the", "those"}
        and following in BARE_HARM
        and following != "casualties"
        and _stands_alone(tokens, at + 2)
    ):
        return at + 2, 2, None, "plural", (at + 1, at + 2), "people", BARE_HARM[following]
    if low in {"the", "a"} and following == "martyr":
        end = with_name(tokens, at + 2)
        if end == at + 2 and at + 3 < len(tokens) and tokens[at + 2].text == ":":
            end = max(name_end(tokens, at + 3), end)
        return end, 1, 1, "exact", (at, end), "people", "killed"
    if low in {"a", "one", "another"} and following == "body" and _found(tokens, at + 2):
        return at + 2, 1, 1, "exact", (at, at + 2), "people", "killed"
    if low in BARE_HARM and _reported(tokens, at):
        return at + 1, 2, None, "plural", (at, at + 1), "people", BARE_HARM[low]
    if low in {"fatal", "deadly"} and following in _HAPPENING:
        return at + 2, 1, None, "at_least", (at, at + 2), "thing", "killed"
    if low in {"murder", "manslaughter", "homicide"} and _charged(tokens, at):
        return at + 1, 1, None, "at_least", (at, at + 1), "thing", "killed"
    if low == "shooting" and following in {"death", "deaths"} and at + 2 < len(tokens) and tokens[at + 2].low != "of":
        return at + 2, 1, None, "at_least", (at, at + 2), "thing", "killed"
    if tokens[at].text[0].isupper():
        end = whose(tokens, at)
        if at < end < len(tokens) and tokens[end].low in _DEATH:
            return end, 1, 1, "exact", (at, end), "name", "killed"
    return _somebody(tokens, at)


def _somebody(tokens: Sequence[Token], at: int) -> Noun | None:  # noqa: PLR0911 - a cascade of rules: one return each reads best
    """Read nouns that count people by themselves: "a double homicide", "a couple", "the woman's killing", "his leg"."""
    low = tokens[at].low
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if low in _FOLD:
        return _folded(tokens, at)
    if low == "couple" and following not in {"of", "more"} and not (at and tokens[at - 1].low == "a"):
        return at + 1, 2, 2, "exact", (at, at + 1), "people", None
    if low == "gunshot" and following == "victim":
        return at + 2, 1, 1, "exact", (at, at + 2), "people", "shot"
    if low == "body" and at == 0 and following in _RECOVERED:
        return at + 1, 1, 1, "exact", (at, at + 1), "people", "killed"  # a title: "body found in a car"
    owner = low.endswith("'s") and low[:-2] in SINGULAR
    if owner and _death_follows(tokens, at + 1):
        return at + 1, 1, 1, "exact", (at, at + 1), "people", "killed"
    part = at + 1 if owner else at + 3 if _aged(tokens, at) else len(tokens)
    if part < len(tokens) and tokens[part].low in BODY:
        return part + 1, 1, 1, "exact", (at, part), "people", None  # "a bullet grazed the boy's leg"
    return None


def _aged(tokens: Sequence[Token], at: int) -> bool:
    """True for "13-year-old's"."""
    return tokens[at].kind == "age" and [t.low for t in tokens[at + 1 : at + 3]] in (["'", "s"], ["’", "s"])


def _folded(tokens: Sequence[Token], at: int) -> Noun | None:
    """Read "a double homicide", "the triple shooting": how many were killed, or shot."""
    number, said = float(_FOLD[tokens[at].low]), [t.low for t in tokens[at + 1 : at + 3]]
    what = "killed" if said[:1] and said[0] in _KILLINGS else "shot" if said[:1] == ["shooting"] else None
    if what is None or said[1:] == ["suicide"]:
        return None  # a "double murder suicide" leaves open whether its killer is one of the two
    return at + 2, number, number, "exact", (at, at + 2), "people", what


def _death_follows(tokens: Sequence[Token], after: int) -> bool:
    """True for "killing", "shooting death", "fatal shooting" after "the woman's"."""
    words = [t.low for t in tokens[after : after + 2]]
    if words[:1] and words[0] in {"shooting", "stabbing", "violent"}:
        words = words[1:]
    return (bool(words[:1]) and words[0] in _DEATH) or (words[:1] == ["fatal"] and words[1:] == ["shooting"])


def _found(tokens: Sequence[Token], after: int) -> bool:
    words = [t.low for t in tokens[after : after + 3]]
    return bool(set(words[:1]) & BE) and bool(set(words) & _RECOVERED)


_RECOVERED = words("found recovered discovered uncovered retrieved pulled")
_HAPPENING = words("shooting shootings attack strike airstrike stabbing bombing shelling raid incident crash")


def _charged(tokens: Sequence[Token], at: int) -> bool:
    """True for a charge or an inquiry that takes a death for granted; not for "attempted murder"."""
    before = {t.low for t in tokens[max(0, at - 6) : at]}
    after = {t.low for t in tokens[at + 1 : at + 2]}
    return not before & {"attempted", "attempt", "no", "unrelated"} and bool(
        after & _OF_MURDER
        or before
        & {
            "charged",
            "charge",
            "charges",
            "faces",
            "facing",
            "investigating",
            "investigated",
            "guilty",
            "suspicion",
            "arrested",
        }
    )


def _stands_alone(tokens: Sequence[Token], after: int) -> bool:
    """True where "the wounded" is a noun of its own and not the start of "the wounded man"."""
    if after >= len(tokens):
        return True
    token = tokens[after]
    return token.kind == "mark" or token.low in BE or (token.low not in PEOPLE and token.low in _AFTER)


def _reported(tokens: Sequence[Token], at: int) -> bool:
    """True for a bare plural that a report names: "martyrs and wounded", "reported injuries"."""
    low = tokens[at].low
    before = [t.low for t in tokens[max(0, at - 3) : at]]
    if not before:
        return low in {"martyrs", "casualties"} or (low in {"injuries", "deaths"} and _told(tokens, at + 1))
    if before[-1] in {"and", "or"}:
        nouns = _NOUNS if low in {"killed", "dead", "wounded", "injured"} else frozenset(BARE_HARM)
        return len(before) > 1 and before[-2] in nouns
    if low in {"killed", "dead", "wounded", "injured"}:
        return False
    if low in {"martyrs", "casualties"}:
        return before[-1] in _LEAD
    return any(w in _CAUSE for w in before[-2:]) or before[-1] in {"‘", "there", "that"} or _told(tokens, at + 1)


_NOUNS = frozenset(["martyrs", "deaths", "fatalities", "casualties"])


def _told(tokens: Sequence[Token], after: int) -> bool:
    words = [t.low for t in tokens[after : after + 3]]
    return bool(words) and (words[0] in {"resulted", "occurred"} or words[:2] == ["were", "reported"])
