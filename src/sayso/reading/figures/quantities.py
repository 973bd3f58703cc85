"""Number expressions: digits and words, ranges, bounds and vague amounts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.knowledge.numbers import SCALES, TENS, UNITS
from sayso.knowledge.wordlists import words
from sayso.reading.figures.ages import of_age
from sayso.reading.figures.lexicon import (
    CURRENCY,
    DAYS,
    DISTANCE,
    MONEY_WORDS,
    MONTHS,
    NAME_STOP,
    NO_FIGURE,
    NUMBERED,
    PEOPLE,
    VAGUE,
)
from sayso.reading.figures.tokens import Token
from sayso.records import Wording

_LEAST = (
    "at least",
    "more than",
    "over",
    "no fewer than",
    "no less than",
    "upwards of",
    "greater than",
    "in excess of",
)
_MOST = ("up to", "as many as", "at most", "fewer than", "less than", "no more than", "under", "as much as")
_ABOUT = (
    "about", "around", "some", "nearly", "almost", "approximately", "roughly", "an estimated", "estimated", "close to",
)  # fmt: skip
_SPREAD = words("ranging range ranged ranges vary varied varying varies estimated")


_STARTS = frozenset({*UNITS, *TENS, *VAGUE, "a", "half", "both", "large"})


class Quantity(NamedTuple):
    """A number as worded: tokens `first:last` (half-open), least and greatest value, wording."""

    first: int
    last: int
    low: float | None
    high: float | None
    wording: Wording


def _simple(tokens: Sequence[Token], at: int) -> tuple[int, float] | None:
    """Read one plain number at `at`: (index after it, value)."""
    token = tokens[at]
    if token.kind == "num":
        value = float(token.text.replace(",", ""))
        return _scaled(tokens, at + 1, value)
    return _spelled(tokens, at)


def _scaled(tokens: Sequence[Token], at: int, value: float) -> tuple[int, float]:
    while at < len(tokens) and tokens[at].low in SCALES:
        value *= SCALES[tokens[at].low]
        at += 1
    return at, value


def _word_value(word: str) -> float | None:
    if word in UNITS:
        return UNITS[word]
    if word in TENS:
        return TENS[word]
    tens, _, unit = word.partition("-")
    if tens in TENS and unit in UNITS:
        return TENS[tens] + UNITS[unit]
    return None


def _spelled(tokens: Sequence[Token], at: int) -> tuple[int, float] | None:
    word = tokens[at].low
    if word in {"a", "half"} or word == "both":
        return _spelled_idiom(tokens, at)
    value = _word_value(word)
    if value is None:
        return None
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if following == "dozen":
        return at + 2, value * 12
    if value in set(TENS.values()) and following in UNITS and 0 < UNITS[following] < 10:
        return _scaled(tokens, at + 2, value + UNITS[following])
    end, total = _scaled(tokens, at + 1, value)
    if end > at + 1 and end < len(tokens):
        rest = end + 1 if tokens[end].low == "and" and end + 1 < len(tokens) else end
        tail = _spelled(tokens, rest) if _word_value(tokens[rest].low) is not None else None
        if tail is not None and tail[1] < total:
            return tail[0], total + tail[1]
    return end, total


def _spelled_idiom(tokens: Sequence[Token], at: int) -> tuple[int, float] | None:
    words = [t.low for t in tokens[at : at + 3]]
    if words == ["half", "a", "dozen"] or words[:2] == ["half", "dozen"]:
        return at + (3 if words[1] == "a" else 2), 6
    if words[:2] == ["a", "dozen"]:
        return at + 2, 12
    if words[:2] == ["a", "couple"]:
        return at + (3 if words[2:] == ["of"] else 2), 2
    if words[:2] in (["a", "hundred"], ["a", "thousand"]):
        return _scaled(tokens, at + 1, 1)
    if words[0] == "both":
        return at + 1, 2
    return None


def _vague(tokens: Sequence[Token], at: int) -> Quantity | None:
    word = tokens[at].low
    words = [t.low for t in tokens[at : at + 4]]
    if (words[:2] == ["a", "number"] and words[2:] in (["”", "of"], ['"', "of"])) or words[:3] == ["a", "number", "of"]:
        return Quantity(at, at + 2 + (words[2] == "of"), 2, None, "plural")
    if words[:3] in (["a", "large", "number"], ["large", "numbers", "of"]) or words[:2] == ["large", "numbers"]:
        return Quantity(at, min(at + (4 if words[0] == "a" else 3), len(tokens)), 12, None, "dozens")
    if word == "a" and len(words) > 1 and words[1] == "few":
        return Quantity(at, at + 2, 2, None, "plural")
    if word not in VAGUE:
        return None
    if word in {"some", "few", "tens", "scores"} and at + 1 < len(tokens) and tokens[at + 1].kind == "num":
        return None
    low, wording = VAGUE[word]
    end = at + 1
    while end < len(tokens) and tokens[end].low in {"of", *VAGUE} and end - at < 4:
        if tokens[end].low == "of" and end + 1 < len(tokens) and tokens[end + 1].low in {"the", "his", "her", "those"}:
            break
        end += 1
    return Quantity(at, end, low, None, wording)  # type: ignore[arg-type]


def _bounds(tokens: Sequence[Token], first: int) -> tuple[int, str | None]:
    """Look left of a number for words that bound it: (where they start, least | most | about)."""
    before = [t.low for t in tokens[max(0, first - 3) : first]]
    for size in (3, 2, 1):
        if len(before) < size:
            continue
        phrase = " ".join(before[-size:])
        for kind, phrases in (("least", _LEAST), ("most", _MOST), ("about", _ABOUT)):
            if phrase in phrases:
                return first - size, kind
    return first, None


def _no_number(tokens: Sequence[Token], at: int, after: int) -> bool:  # noqa: PLR0911, PLR0912 - a cascade of rules: one return each reads best
    """True where a number is a date, time, age, address, calibre, rate or the like."""
    before = tokens[at - 1].low if at else ""
    following = tokens[after].low if after < len(tokens) else ""
    token = tokens[at]
    if following in NO_FIGURE or following.rstrip(".") in {"st", "ave", "dr", "blvd"}:
        return True
    if before in NUMBERED and token.kind == "num":
        return True
    if of_age(tokens, at, after):
        return True
    if before in MONTHS and not (before in {"may", "march"} and not tokens[at - 1].text[0].isupper()):
        return True
    if before == "." and at > 1 and tokens[at - 2].low in MONTHS and token.kind == "num":
        return True  # "Dec. 25"
    if following in MONTHS and tokens[after].text[0].isupper() and token.kind == "num":
        return True
    if token.kind != "num":
        return following in {"-", "/"} or (token.text[0].isupper() and before in NUMBERED)
    if "." in token.text:
        return following not in SCALES and following not in DISTANCE
    if len(token.text) == 4 and token.text[:2] in {"19", "20"}:
        return following not in PEOPLE or before in {"a", "an", "in"}
    if before in {",", "("} and following in {",", ")", ".", ""}:
        return True  # an age after a name, a score, an item number
    if following in {"-", "/", ":"} and after + 1 < len(tokens) and tokens[after + 1].kind in {"mix", "num"}:
        return len(token.text) >= 3 or following != "-"
    if before in {"-", "/", ":", "."} and at > 1 and tokens[at - 2].kind in {"num", "mix"}:
        return len(tokens[at - 2].text) >= 3 or before != "-"
    if following in {"block", "north", "south", "east", "west", "n", "s", "e", "w"}:
        return True
    return _address(tokens, after) if after < len(tokens) else False


def _address(tokens: Sequence[Token], after: int) -> bool:
    words = tokens[after : after + 3]
    return (
        any(
            w.low
            in {"street", "st", "avenue", "ave", "road", "rd", "drive", "dr", "lane", "blvd", "boulevard", "court"}
            and w.text[0].isupper()
            for w in words
        )
        and words[0].text[0].isupper()
    )


def _range_end(tokens: Sequence[Token], at: int, value: float) -> tuple[int, float] | None:
    """Read "to eight", "-8", "or 8" after a number: (index after it, upper value)."""
    if at + 1 >= len(tokens) or tokens[at].low not in {"to", "-", "–", "—", "or"}:
        return None
    upper = _simple(tokens, at + 1)
    if upper is None or upper[1] <= value or _no_number(tokens, at + 1, upper[0]):
        return None
    if tokens[at].low == "to" and upper[1] > value * 10:
        return None
    return upper


def quantity_at(tokens: Sequence[Token], at: int) -> Quantity | None:  # noqa: PLR0911 - a cascade of rules: one return each reads best
    """Read the number expression that starts at token `at`, bounds to its left included; None if there is none."""
    token = tokens[at]
    if token.kind in {"mark", "mix", "age"} or (
        token.kind == "word" and token.low not in _STARTS and token.low.partition("-")[0] not in TENS
    ):
        return None
    plain = _simple(tokens, at)
    if plain is None:
        return _vague(tokens, at)
    after, value = plain
    if _no_number(tokens, at, after) or (after < len(tokens) and tokens[after].low == "-to"):
        return None
    first, bound = _bounds(tokens, at)
    if at >= 1 and tokens[at - 1].low == "between" and after < len(tokens) and tokens[after].low == "and":
        upper = _simple(tokens, after + 1) if after + 1 < len(tokens) else None
        if upper and upper[1] > value:
            return Quantity(at - 1, upper[0], value, upper[1], "range")
    spread = at >= 2 and tokens[at - 2].low in _SPREAD
    upper = None if at >= 1 and tokens[at - 1].low == "from" and not spread else _range_end(tokens, after, value)
    if upper:
        return Quantity(first, upper[0], value, upper[1], "range")
    if after + 1 < len(tokens) and tokens[after].low == "or" and tokens[after + 1].low == "more":
        return Quantity(first, after + 2, value, None, "at_least")
    if bound == "least":
        return Quantity(first, after, value, None, "at_least")
    if bound == "most":
        return Quantity(first, after, None, value, "at_most")
    return Quantity(first, after, value, value, "about" if bound == "about" else "exact")


def unit_of(tokens: Sequence[Token], found: Quantity) -> tuple[str, int] | None:
    """Tell money and distance by sign or unit: (kind, index after the unit)."""
    number = next((i for i in range(found.first, found.last) if tokens[i].kind == "num"), found.first)
    if number and tokens[number - 1].text in CURRENCY:
        return "money", found.last
    if found.last < len(tokens):
        word = tokens[found.last].low
        if word in MONEY_WORDS:
            return "money", found.last + 1
        if word in DISTANCE:
            return "distance", found.last + 1
        if word == "-" and found.last + 1 < len(tokens) and tokens[found.last + 1].low in DISTANCE:
            return "distance", found.last + 2
    return None


def calendar(word: str) -> bool:
    """True for the name of a day or month, and for words no person is called."""
    return word in DAYS or word in MONTHS or word in NAME_STOP
