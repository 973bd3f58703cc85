"""Personal names as they stand in a text, with the ages and other names that follow them."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.knowledge.wordlists import words
from sayso.reading.figures.heads import STOP, VERBS
from sayso.reading.figures.lexicon import (
    ACTIVE,
    ADVERBS,
    INTRANSITIVE,
    NAME_STOP,
    PEOPLE,
    TRANSITIVE,
)
from sayso.reading.figures.tokens import Token

_NO_NAME = NAME_STOP | frozenset(TRANSITIVE) | frozenset(ACTIVE) | frozenset(INTRANSITIVE) | ADVERBS
#: Words in the names of armed groups and bodies: nobody is called so.
FORMATIONS = words(
    "brigade brigades battalion battalions regiment division liwa jaysh jaish kataib kata'ib katibat harakat front "
    "movement militia corps legion observatory monitor directorate"
)
_FATES = frozenset(TRANSITIVE) | frozenset(ACTIVE) | frozenset(INTRANSITIVE) | words("with alongside who including")
_OF_KIN = words("son daughter wife husband mother father brother sister child grandson granddaughter")
_CONTRACTED = words("i we you they he she it that there here what who let")
_SHORT = words("jr sr dr mr mrs ms prof eng st sgt lt col gen capt maj rev hon rep sen gov")
TITLES = _SHORT | words(
    "u.s us u s congressman congresswoman senator representative governor mayor president former deputy sheriff "
    "detective officer trooper captain colonel"
)
"""Words before a name that say what its bearer is."""
_QUOTES = frozenset('“”"')
_BREAKS = frozenset(":;")
_QUARTERS = frozenset({"north", "south", "east", "west"})
_INSTITUTIONS = words("high school police county hospital street avenue university college center centre park church")
_ASIDE = 16
_ARABIC = words("al el bin ibn abu umm abd de la van von")


def name_end(tokens: Sequence[Token], at: int) -> int:
    """Index after the personal name that starts at `at`; `at` itself if none does."""
    i, capitals = at, 0
    while i < len(tokens) and i - at < 9:
        token = tokens[i]
        if token.kind == "word" and token.text[0].isupper() and not _no_name(token):
            capitals += 1
        elif not (
            (i > at and token.text in {".", "-", "’", "'"} and _glued(tokens, i))
            or (i > at and token.low in _ARABIC and i + 1 < len(tokens) and tokens[i + 1].kind in {"word", "mark"})
            or (token.low.startswith(("al-", "el-")) and not token.text.islower())
            or (i > at and token.low.startswith(("al-", "el-")))
        ):
            break
        i += 1
    while i > at and tokens[i - 1].kind == "mark":
        i -= 1
    if capitals == 1 and tokens[at].low.endswith("ly"):
        return at  # "Sadly", "Reportedly" open a sentence, nobody is called so
    return i if capitals else at


def _no_name(token: Token) -> bool:
    return token.low in _NO_NAME or token.low.partition("'")[0] in _CONTRACTED or _shouted(token.text)


def _shouted(word: str) -> bool:
    return len(word) > 3 and word.isupper()


def _glued(tokens: Sequence[Token], i: int) -> bool:
    before = tokens[i - 1]
    return tokens[i].start == before.end and (len(before.text) == 1 or before.low in _SHORT or tokens[i].text != ".")


def age_after(tokens: Sequence[Token], at: int) -> int:
    """Extend a name over ", 22" or "(22)" or ", age 22"."""
    words = [t.text for t in tokens[at : at + 5]]
    if words[:4] == [",", "also", "known", "as"] and at + 4 < len(tokens) and name_end(tokens, at + 4) > at + 4:
        return name_end(tokens, at + 4)
    said = aside(tokens, at)
    if said > at:
        return said
    if len(words) >= 2 and words[0] in {",", "("} and words[1].isdigit() and len(words[1]) <= 3:
        nxt = words[2] if len(words) > 2 else ""
        if nxt in {",", ")", ".", "", ";"} or nxt in {"of", "was", "is", "and", "died"}:
            return at + 2
    if len(words) >= 3 and words[0] == "," and words[1].lower() in {"age", "aged"} and words[2].isdigit():
        return at + 3
    return at


def aside(tokens: Sequence[Token], at: int) -> int:  # noqa: PLR0911 - a cascade of rules: one return each reads best
    """Index after "(Abu Omar)", "(34 years old)", "(wife of Omar Belo)" at `at`: more of the person named before it.

    `at` itself where there is no such parenthesis, or where it tells of others or of somebody's fate.
    """
    if at < len(tokens) and tokens[at].text in _QUOTES:
        return _quoted(tokens, at)
    if at >= len(tokens) or tokens[at].text != "(":
        return at
    for end in range(at + 1, min(at + _ASIDE, len(tokens))):
        if tokens[end].text == ")":
            after = end + 1
            more = name_end(tokens, after) if after < len(tokens) else after
            if more > after and tokens[at + 1].text[0].isupper():
                return aside(tokens, more)
            return aside(tokens, after)  # "Ana Belo (32) (Umm Omar)"
        if tokens[end].low in _FATES or tokens[end].text in _BREAKS:
            return at
        numbers = all(t.kind == "num" for t in tokens[end - 1 : end + 2 : 2])  # "(aged between 38 and 40)"
        if tokens[end].low == "and" and not numbers and not {t.low for t in tokens[at + 1 : at + 4]} & _OF_KIN:
            return at
    return at


def _quoted(tokens: Sequence[Token], at: int) -> int:
    """Index after a second name in quotes ("Omar Belo “Abu Ali” was killed"), `at` if there is none."""
    end = name_end(tokens, at + 1) if at + 1 < len(tokens) else at
    if end == at + 1 and tokens[end].low.startswith(("al-", "el-")):
        end += 1  # “al-Belo”
    closed = at + 1 < end < len(tokens) and tokens[end].text in _QUOTES and tokens[at].start > tokens[at - 1].end
    if not closed:
        return at
    more = name_end(tokens, end + 1) if end + 1 < len(tokens) else end + 1  # "Omar “Abu Ali” Belo, 34"
    return age_after(tokens, more) if more > end + 1 else aside(tokens, end + 1)


def whose(tokens: Sequence[Token], at: int) -> int:
    """Index after a name in the possessive ("Ana Belo's"), `at` if there is none."""
    end = name_end(tokens, at)
    return end if end > at and tokens[end - 1].low.endswith("'s") else at


def with_name(tokens: Sequence[Token], head: int) -> int:
    """Extend "his wife" over "Ana Belo", ", Ana Belo,", ", 22-year-old Ana Belo" and ", 22"."""
    said = [t.low for t in tokens[head : head + 3]]
    if said[:1] in (["named"], ["called"]) and head + 1 < len(tokens):
        named = name_end(tokens, head + 1)
        if named > head + 1:
            return age_after(tokens, named)
    if said[-2:] == ["identified", "as"] and len(said) == (3 if said[0] == "," else 2):
        named = name_end(tokens, head + len(said)) if head + len(said) < len(tokens) else head
        if named > head + len(said):
            return age_after(tokens, named)
    paired = head > 1 and tokens[head - 2].low == "and"  # "a mother and son, 55-year-old Ana and 24-year-old Omar"
    aged = head + (head < len(tokens) and tokens[head].text == "," and not paired)
    aged += (
        aged > head and aged + 1 < len(tokens) and tokens[aged].low in {"a", "an"} and tokens[aged + 1].kind == "age"
    )
    if aged + 1 < len(tokens) and tokens[aged].kind == "age":
        named = name_end(tokens, aged + 1)
        if named - aged > 2:
            return age_after(tokens, named)
    said = [t.low for t in tokens[head : head + 3]]
    if said[:2] == [",", "the"] and said[2:] and said[2] in PEOPLE:
        named = name_end(tokens, head + 3) if head + 3 < len(tokens) else head
        if named - head > 4:
            return age_after(tokens, named)  # "her husband, the engineer Omar Belo"
    said_of = aside(tokens, head) if head < len(tokens) and tokens[head].text == "(" else head
    if (
        said_of > head
        and said_of < len(tokens)
        and (tokens[said_of].kind == "age" or name_end(tokens, said_of) > said_of)
    ):
        head = said_of  # "a boy (age unknown) Omar Belo", "a grandson (son of Ali) 4-year-old Omar Belo"
        if tokens[head].kind == "age":
            return age_after(tokens, max(name_end(tokens, head + 1), head + 1))
    end = name_end(tokens, head) if head < len(tokens) else head
    if end == head and head + 1 < len(tokens) and tokens[head].text == "," and not paired:
        named = name_end(tokens, head + 1)
        closed = named - head > 1 and tokens[head - 1].low in _OF_KIN and _closed(tokens, named)
        if named - head > 2 or closed:
            end = named
    return age_after(tokens, max(end, head))


def _closed(tokens: Sequence[Token], at: int) -> bool:
    """True where a comma or an age closes the first name in "his wife, Rana, and their son", "his wife, Rana (35)"."""
    return at < len(tokens) and (tokens[at].text == "," or age_after(tokens, at) > at)


def part_of_a_noun(tokens: Sequence[Token], at: int, end: int) -> bool:
    """True for the name in "a Tarbo Falls apartment" or "St. Ana Valley": of a place, not of a person."""
    if at > 1 and tokens[at - 1].text == "." and tokens[at - 2].low == "st":
        return True
    if at > 0 and (
        tokens[at - 1].low in {"the", "this"} or (tokens[at - 1].low in _QUARTERS and tokens[at - 1].text[0].isupper())
    ):
        return True
    led = at > 0 and tokens[at - 1].low in {"a", "an"}
    following = tokens[end] if end < len(tokens) else None
    if following is not None and following.low in _INSTITUTIONS:
        return True
    return (
        led
        and following is not None
        and following.kind == "word"
        and following.text.islower()
        and (following.low not in STOP and following.low not in VERBS and following.low not in ADVERBS)
    )
