"""A text as the model sees it: words with exact offsets, what each looks like, and where sentences begin.

The encoder knows no case, so the shape of a word (capitals, digits, inside a quotation, glued to the word before) goes
in beside it. Words are cut from the untouched text before any normalisation: offsets cannot drift.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["SHAPES", "Words", "split_words"]

_WORD = re.compile(r"[^\W_]{1,40}|[^\w\s]|_")
_PARAGRAPH = re.compile(r"(?>\r\n|[\n\r\x0b\x0c\x85\u2028])\s*[\n\r\x0b\x0c\x85\u2028]|\u2029")
_OPENS = frozenset("“„«‹‟")
_CLOSES = frozenset("”»›")
_CLASSES = 7
SHAPES = _CLASSES * 8 + 1
"""Number of shapes; 0 is for what is no word (the ends of a window, a paragraph break)."""


class Words(NamedTuple):
    """Words of one text, in order; the lists run in parallel.

    `shapes` are 1..SHAPES-1; `sentence_starts` and `breaks` are indexes of words: the first of each sentence, and
    those before which a new paragraph begins.
    """

    starts: list[int]
    ends: list[int]
    shapes: list[int]
    sentence_starts: list[int]
    breaks: frozenset[int]


def split_words(text: str, sentences: Sequence[tuple[int, int]]) -> Words:
    """Cut a text into words: runs of letters and digits (at most 40), and every other visible character by itself.

    Args:
        text: the whole text.
        sentences: half-open bounds of its sentences, in order; characters outside them still become words, in the
            sentence before.
    """
    starts: list[int] = []
    ends: list[int] = []
    shapes: list[int] = []
    sentence_starts: list[int] = []
    breaks: list[int] = []
    bounds = iter([*(s for s, _ in sentences), len(text) + 1])
    upcoming = next(bounds)
    quoted, last = False, 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match[0]
        first = start >= upcoming or not starts
        while start >= upcoming:
            upcoming = next(bounds)
        if first:
            sentence_starts.append(len(starts))
        if starts and start - last > 1 and _PARAGRAPH.search(text, last, start):
            breaks.append(len(starts))
            quoted = False
        glued = bool(starts) and start == last
        opening = word in _OPENS or (not quoted and _straight(text, start, word, glued=glued))
        if word in _CLOSES or (quoted and _straight(text, start, word, glued=glued)):
            quoted = False
        shapes.append(1 + _case(word) + _CLASSES * (quoted + 2 * glued + 4 * first))
        quoted = quoted or opening
        starts.append(start)
        ends.append(end)
        last = end
    return Words(starts, ends, shapes, sentence_starts, frozenset(breaks))


def _straight(text: str, start: int, word: str, *, glued: bool) -> bool:
    """Whether a word is a straight quotation mark: `"`, or the second of two apostrophes or backticks."""
    return word == '"' or (word in "'`" and glued and text[start - 1] == word)


def _case(word: str) -> int:
    """What a word looks like: other marks, digits, lower, Capitalised, UPPER, one capital, miXed."""
    if not word[0].isalnum():
        return 0
    if not any(c.isalpha() for c in word):
        return 1
    if word.islower() or word.lower() == word:
        return 2
    if len(word) == 1:
        return 5
    if word.isupper():
        return 4
    return 3 if word[0].isupper() and word[1:].islower() else 6
