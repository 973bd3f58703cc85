"""How alike two names are: words of one are paired with words of the other, and what is left over counts against them.

Pairing words with edit distance is the usual way of comparing names (Cohen, Ravikumar and Fienberg 2003, A Comparison
of String Distance Metrics for Name-Matching Tasks). Here a word left over on one side alone (a middle name, a legal
form) costs little, and words left over on both sides, which contradict each other, cost much.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from sayso.knowledge import names
from sayso.knowledge.numbers import ORDINALS, TENS, UNITS
from sayso.knowledge.words import words

__all__ = ["LIKELY", "similarity", "sounds"]

LIKELY = 0.77
"""From here on two names are more likely one than two: chosen on half of a public set, see evals/actors.py."""
_HOPELESS = 34.0  # of 100; so different in letters that no pairing of words would help
_PAIRED = 0.6  # how alike two words must be to be paired
_INITIAL = 0.9
_SOUND = 0.92  # as far as words go that differ in vowels alone
_ONE_SIDE, _BOTH_SIDES = 0.18, 1.6  # what words left over cost
_LIGHT = {"courtesy": 0.1, "particles": 0.15, "legal forms": 0.3}
_NUMBERS = {**UNITS, **TENS, **ORDINALS, "fourty": 40}
_DIGITS = re.compile(r"\d+")
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")


class _Word(NamedTuple):
    text: str
    sound: str
    weight: float


class _Name(NamedTuple):
    words: tuple[_Word, ...]
    flat: str
    ordered: str


@cache
def _pairs(section: str) -> dict[str, str]:
    return dict(each.split("=") for each in words(section))


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    """Legal forms of several words, the longest first."""
    spelled = ((long.replace("-", " "), short) for long, short in _pairs("legal phrases").items() if "-" in long)
    return tuple(sorted(spelled, key=lambda p: (-len(p[0]), p[0])))


def _ascii(name: str) -> str:
    if name.isascii():
        return name
    from anyascii import anyascii  # noqa: PLC0415 - tables load only when scripts have to meet

    return str(anyascii(name))


@lru_cache(maxsize=262144)
def _name(name: str) -> _Name:
    text = names.fold(_ascii(names.fold(name).replace("&", " and ")))
    for long, short in _phrases():
        if long in text:
            text = f" {text} ".replace(f" {long} ", f" {short} ").strip()
    made = tuple(_word(w) for w in _numbers(w for w in text.split() if w != "and"))
    plain = [w.text for w in made if w.weight == 1.0] or [w.text for w in made]
    return _Name(
        words=made,
        flat="".join(plain),
        ordered=" ".join(sorted(plain)),
    )


def _numbers(parts: Iterable[str]) -> list[str]:
    """Words with numbers in digits: `Fourth`, `4th` and `4` are one, and so are `forty four` and `44`."""
    found: list[str] = []
    for part in parts:
        digits = str(_NUMBERS[part]) if part in _NUMBERS else _ORDINAL.sub(r"\1", part)
        if digits.isdigit() and len(digits) == 1 and found and re.fullmatch(r"[2-9]0", found[-1]):
            found[-1] = found[-1][0] + digits
        else:
            found.append(digits)
    return found


def _word(text: str) -> _Word:
    text = _pairs("legal phrases").get(text) or _pairs("american spellings").get(text) or text
    weight = next((weight for section, weight in _LIGHT.items() if text in words(section)), 1.0)
    return _Word(text, names.skeleton(text), weight)


def sounds(name: str) -> tuple[str, ...]:
    """Consonants of the words that tell a name from others, in order: names that share none are hardly one."""
    return tuple(dict.fromkeys(w.sound for w in _name(name).words if w.weight == 1.0 and len(w.sound) > 1))


def similarity(one: str, other: str) -> float:
    """How alike two names are, 0 (nothing in common) to 1 (the same when folded); symmetric.

    Order, case, diacritics, script, titles, legal forms, initials and short given names count for little or nothing.
    """
    left, right = _name(one), _name(other)
    if left.ordered == right.ordered:
        return 1.0 if left.words == right.words else _aligned(left, right)
    if ratio(left.ordered, right.ordered) < _HOPELESS:
        return 0.0
    return max(_aligned(left, right), _joined(left.flat, right.flat))


def _joined(left: str, right: str) -> float:
    """Letters alone, for words run together or torn apart; only nearly equal ones count."""
    if left == right:
        return 0.98
    if _DIGITS.findall(left) != _DIGITS.findall(right):
        return 0.0
    distance = Levenshtein.distance(left, right, score_cutoff=1)
    return 0.9 if distance == 1 and min(len(left), len(right)) > 6 else 0.0


def _aligned(left: _Name, right: _Name) -> float:
    """Pair equal words, then the others greedily, and set what is left over against what was paired."""
    if (len(left.words), left.words) > (len(right.words), right.words):
        left, right = right, left
    paired = over_left = 0.0
    free, alone = list(right.words), []
    for word in left.words:
        if word in free:
            free.remove(word)
            paired += word.weight
        else:
            alone.append(word)
    total = paired
    for word in alone:
        best, at = 0.0, -1
        for number, other in enumerate(free):
            alike = _alike(word, other)
            if alike > best:
                best, at = alike, number
        if best >= _PAIRED:
            weight = min(word.weight, free.pop(at).weight)
            paired += weight * best * best
            total += weight
        else:
            over_left += word.weight
    if total == 0.0:
        return 0.0
    over_right = sum(w.weight for w in free)
    return paired / (total + _BOTH_SIDES * min(over_left, over_right) + _ONE_SIDE * abs(over_left - over_right))


@lru_cache(maxsize=65536)
def _alike(one: _Word, other: _Word) -> float:
    """How alike two words are, 0..1. Numbers are equal or not; an initial stands for what begins with it."""
    a, b = one.text, other.text
    if a == b:
        return 1.0
    if a.isdigit() or b.isdigit():
        return 0.0
    if len(a) == 1 or len(b) == 1:
        return _INITIAL if a[0] == b[0] else 0.0
    if _pairs("short names").get(a) == b or _pairs("short names").get(b) == a:
        return _INITIAL
    if one.sound == other.sound and len(one.sound) > 1 and a[0] == b[0]:
        return _SOUND
    return 1.0 - Levenshtein.distance(a, b) / max(len(a), len(b))
