"""Whom a sentence may speak of: counted, described and named people, and counted things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.knowledge.wordlists import words
from sayso.reading.figures.harm import BARE_HARM, harm_noun
from sayso.reading.figures.heads import STOP, VERBS, agents, group_of, harm_head, head_after, household, thing
from sayso.reading.figures.lexicon import (
    ADVERBS,
    BE,
    CONJUNCTIONS,
    COUNT_WORDS,
    DETERMINERS,
    MOVES,
    PEOPLE,
    PLURAL,
    PREPOSITIONS,
    PRONOUNS,
    SINGULAR,
    TRANSITIVE,
)
from sayso.reading.figures.names import FORMATIONS, age_after, name_end, part_of_a_noun, whose, with_name
from sayso.reading.figures.quantities import Quantity, quantity_at
from sayso.reading.figures.tokens import Token
from sayso.records import Wording

OWN = frozenset({"himself", "herself", "self"})
_NTH = re.compile(r"\d+(?:st|nd|rd|th)")
_FAR = 25
_CLOSING = frozenset('"”’')
_HURT = words("wounded injured dead missing killed hurt")
_PAIRS = words("parents")
_NO_MORE = words("other further additional more serious major life-threatening arrests")


class Phrase(NamedTuple):
    """Tokens `first:last` that stand for somebody or something counted.

    `of` is the token range of the noun phrase without its number; `kind` is people, name, pronoun, thing or bare (a
    number alone); `harm` is set where the noun itself says what happened ("four deaths").
    """

    first: int
    last: int
    low: float | None
    high: float | None
    wording: Wording
    of: tuple[int, int] | None
    kind: str
    harm: str | None = None


def _zero(tokens: Sequence[Token], at: int) -> Phrase | None:
    low = tokens[at].low
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if low in {"nobody", "none"}:
        return Phrase(at, at + 1, 0, 0, "none", None, "people")
    if low != "no" or following in _NO_MORE:
        return None
    if following in {"one", "-one"}:
        after = tokens[at + 2].low if at + 2 < len(tokens) else ""
        return None if after == "else" else Phrase(at, at + 2, 0, 0, "none", None, "people")
    harm = harm_head(tokens, at + 1)
    if harm:
        return Phrase(at, harm[0], 0, 0, "none", (at + 1, harm[0]), "people", harm[1])
    head = head_after(tokens, at + 1)
    return Phrase(at, head, 0, 0, "none", (at + 1, head), "people") if head else None


def _counted(tokens: Sequence[Token], found: Quantity) -> Phrase:  # noqa: PLR0911 - a cascade of rules: one return each reads best
    at = found.last
    if at + 1 < len(tokens) and tokens[at].text in _CLOSING and tokens[at + 1].low == "of":
        found, at = found._replace(last=at + 2), at + 2  # “dozens” of wounded
    if (owned := _of_somebody(tokens, found)) is not None:
        return owned
    if (partial := _of_a_whole(tokens, found)) is not None:
        return partial
    harm = harm_head(tokens, at)
    if harm:
        return Phrase(found.first, harm[0], *found[2:], (at, harm[0]), "people", harm[1])
    if at < len(tokens) and tokens[at].low in BARE_HARM and found.wording in {"dozens", "hundreds", "plural", "tens"}:
        last = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].low in PEOPLE)  # "a number of killed people"
        return Phrase(found.first, last, *found[2:], (at, last), "people", BARE_HARM[tokens[at].low])
    at += at + 1 < len(tokens) and tokens[at].low in {"more", "other"}
    head = _names_counted(tokens, at) or head_after(tokens, at)
    if head:
        head = household(tokens, head)
        return Phrase(found.first, head, *found[2:], (at, head), "people")
    if at < len(tokens) and (tokens[at].low in VERBS or tokens[at].low in BE or tokens[at].low in ADVERBS):
        return Phrase(found.first, found.last, *found[2:], None, "bare")
    if tokens[at - 1].low == "couple" and (at == len(tokens) or tokens[at].low in CONJUNCTIONS):
        return Phrase(found.first, at, *found[2:], (at - 1, at), "people")  # "a couple and their children"
    after = thing(tokens, at)
    if after:
        return Phrase(found.first, after, *found[2:], (at, after), "thing")
    return Phrase(found.first, found.last, *found[2:], None, "bare")


def _of_a_whole(tokens: Sequence[Token], found: Quantity) -> Phrase | None:  # noqa: PLR0911 - as above
    """Read "seven of our colleagues", "four of the dead", "a dozen of its supporters", "three of them"."""
    at = found.last
    if at + 1 >= len(tokens) or tokens[at].low != "of":
        return None
    if tokens[at + 1].low in {"them", "whom", "which"}:
        return Phrase(found.first, at + 2, *found[2:], None, "bare")
    if tokens[at + 1].low not in DETERMINERS:
        return None
    head = head_after(tokens, at + 2)
    if head:
        beside = [t.low for t in tokens[head : head + 2]]
        if beside[:1] == ["and"] and beside[1:] and beside[1] in PLURAL:
            head += 2  # "forty of our brothers and sisters"
        return Phrase(found.first, head, *found[2:], (at + 1, head), "people")
    if at + 2 < len(tokens) and tokens[at + 2].low in _HURT:
        part = _part_of_harmed(tokens, found, at + 2)
        return part or Phrase(found.first, at + 3, *found[2:], (at + 1, at + 3), "people")
    after = thing(tokens, at + 2)
    if after and agents(tokens, after):
        return Phrase(found.first, after, *found[2:], (at + 1, after), "thing")
    return Phrase(found.first, found.last, *found[2:], None, "bare")


def _of_somebody(tokens: Sequence[Token], found: Quantity) -> Phrase | None:
    """Read "three of Omar Belo's brothers"."""
    at = found.last
    if at + 1 >= len(tokens) or tokens[at].low != "of":
        return None
    owner = whose(tokens, at + 1)
    head = head_after(tokens, owner) if owner > at + 1 else None
    return Phrase(found.first, head, *found[2:], (owner, head), "people") if head else None


def _names_counted(tokens: Sequence[Token], at: int) -> int | None:
    """Index after "names" in "both names", "all three full names": names stand for people; None if there are none."""
    for i in range(at, min(at + 3, len(tokens))):
        if tokens[i].low == "names":
            return i + 1
        if tokens[i].low not in {"victim", "full", "victims", "of", "these"}:
            return None
    return None


def _part_of_harmed(tokens: Sequence[Token], found: Quantity, at: int) -> Phrase | None:
    """Read "four of the dead were children": the number is of children, who share the fate of the whole."""
    harm = BARE_HARM.get(tokens[at].low)
    if harm is None or at + 2 >= len(tokens) or tokens[at + 1].low not in {"are", "was", "were"}:
        return None
    head = head_after(tokens, at + 2)
    if head is None or group_of([tokens[head - 1].low], "people") is None:
        return None
    return Phrase(found.first, head, *found[2:], (at + 2, head), "people", harm)


def _described(tokens: Sequence[Token], at: int) -> Phrase | None:  # noqa: PLR0911 - a cascade of rules: one return each reads best
    """One described person, or an unspecified plural: "a man", "the 22-year-old", "his wife", "children"."""
    start = at + 1 if tokens[at].low in DETERMINERS else at
    if tokens[at].low == "another" and start < len(tokens) and tokens[start].low in TRANSITIVE:
        return Phrase(at, start, 1, 1, "exact", (at, start), "people")  # "one killed, another wounded"
    if start >= len(tokens) or (start > at and tokens[at].low in {"that", "this"} and tokens[start].low in VERBS):
        return None
    bare = start == at
    if bare and not (tokens[at].low in PEOPLE or tokens[at].kind == "age"):
        head = (
            head_after(tokens, at)
            if tokens[at].text[0].isupper() or tokens[at].low in {"young", "elderly", "armed", "unarmed"}
            else None
        )
        if head is None or head - at > 3 or any(t.low in VERBS for t in tokens[at:head]):
            return None
    else:
        head = head_after(tokens, start)
    if head is None:
        ages = [
            i
            for i in range(start, min(start + 3, len(tokens)))
            if tokens[i].kind == "age" and "years" not in tokens[i].low
        ]
        if not ages or any(t.low in STOP or t.text == ":" for t in tokens[start : ages[0]]):
            return None
        head = ages[0] + 1
    if any(_countable(tokens[i]) and quantity_at(tokens, i) for i in range(start, head - 1)):
        return None  # "the four men", "that two people": the number speaks
    noun = tokens[head - 1].low
    if noun.endswith("'s") or (head < len(tokens) and tokens[head].text in {"'", "’"} and _possessive(tokens, head)):
        return None
    last = with_name(tokens, head)
    if noun in _PAIRS and _owned(tokens, at):
        return Phrase(at, head, 2, 2, "exact", (start, head), "people")
    if noun in PLURAL and noun not in SINGULAR and tokens[head - 1].kind != "age":
        return Phrase(at, head, 2, None, "plural", (start, head), "people")
    return Phrase(at, last, 1, 1, "exact", (at, last), "people")


def _owned(tokens: Sequence[Token], at: int) -> bool:
    """True after or at a possessive: "his parents", "Omar Belo's parents"."""
    return tokens[at].low in {"his", "her", "my"} or (at > 0 and tokens[at - 1].low.endswith("'s"))


def _countable(token: Token) -> bool:
    return token.kind == "num" or token.low in COUNT_WORDS


def _possessive(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].kind == "word"


def _named(tokens: Sequence[Token], at: int) -> Phrase | None:
    end = name_end(tokens, at)
    if end == at or tokens[end - 1].low.endswith("'s"):
        return None
    if end < len(tokens) and tokens[end].text in {"'", "’"} and tokens[end - 1].low.endswith("s"):
        return None  # "Ana Davis' grandson"
    if part_of_a_noun(tokens, at, end):
        return _unclaimed(at, end)
    if any(t.low in FORMATIONS for t in tokens[at:end]):
        return _unclaimed(at, end)
    last = age_after(tokens, end)
    kind = "name" if end - at > 1 or last > end else "surname"
    return Phrase(at, last, 1, 1, "exact", (at, last), kind)


def _unclaimed(first: int, last: int) -> Phrase:
    """Words that stand for nobody counted: "the number of people", the name of a brigade."""
    return Phrase(first, last, None, None, "plural", None, "thing")


def _number_of(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Read "the number of people" where the sentence then gives that number: the words before it count nobody."""
    head = head_after(tokens, at + 3) if [t.low for t in tokens[at : at + 3]] == ["the", "number", "of"] else None
    told = head is not None and any(t.low in MOVES for t in tokens[head : head + _FAR])
    return _unclaimed(at, head) if head is not None and told else None


def phrases_of(tokens: Sequence[Token]) -> list[Phrase]:
    """All phrases of a sentence, left to right, none overlapping another."""
    found: list[Phrase] = []
    at = 0
    while at < len(tokens):
        phrase = _phrase_at(tokens, at)
        if phrase is None:
            at += 1
            continue
        while found and found[-1].last > phrase.first:
            found.pop()
        found.append(_shared(tokens, found[-1], phrase) if found else phrase)
        at = max(phrase.last, at + 1)
    return found


def _shared(tokens: Sequence[Token], before: Phrase, phrase: Phrase) -> Phrase:
    """Read "dozens of martyrs and wounded": the amount is said of both."""
    joined = before.last == phrase.first - 1 and tokens[before.last].low in {"and", "or"}
    if joined and before.harm and phrase.harm and phrase.wording == "plural" and phrase.last == phrase.first + 1:
        return phrase._replace(low=before.low, high=before.high, wording=before.wording)
    return phrase


def _phrase_at(tokens: Sequence[Token], at: int) -> Phrase | None:  # noqa: PLR0911 - a cascade of rules: one return each reads best
    token = tokens[at]
    if token.kind == "mix" and _NTH.fullmatch(token.low) and at + 1 < len(tokens):
        following = _described(tokens, at + 1)
        return following and following._replace(first=at)  # "2nd victim dies"
    if token.kind in {"mark", "mix"}:
        return None
    if token.low in {"no", "nobody", "none"}:
        return _zero(tokens, at)
    if token.low == "the" and (number := _number_of(tokens, at)) is not None:
        return number
    if (
        token.low in PRONOUNS
        or token.low in {"him", "himself", "herself"}
        or (token.low == "self" and at and tokens[at - 1].low in {",", "and", "kills", "killed", "shoots", "then"})
        or (token.low == "her" and _object(tokens, at))
    ):
        return Phrase(at, at + 1, 1, 1, "exact", (at, at + 1), "pronoun")
    harm = harm_noun(tokens, at)
    if harm is not None:
        return Phrase(at, *harm)
    quantity = quantity_at(tokens, at)
    if token.low == "both" and at + 1 < len(tokens) and name_end(tokens, at + 1) > at + 1:
        return None  # "both Ana Belo and her son"
    if quantity is not None:
        return _counted(tokens, quantity)
    if token.kind == "num":
        return None
    return _described(tokens, at) or (_named(tokens, at) if token.text[0].isupper() else None)


def _object(tokens: Sequence[Token], at: int) -> bool:
    """True where "her" stands alone: "shot her in the arm", not "shot her son"."""
    if at + 1 >= len(tokens):
        return True
    following = tokens[at + 1]
    return following.kind == "mark" or following.low in PREPOSITIONS | ADVERBS | BE | CONJUNCTIONS
