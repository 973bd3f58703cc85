"""Words of one sentence, with their places in the whole text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_AGE = (
    r"(?:(?:less than|under|\d{1,3} or|\d{1,3} to) )?"
    r"(?:\d{1,3}|[A-Za-z]+(?:-[a-z]+)?)[-‐‑– ](?:year|month|week|day)s?[-‐‑– ]olds?"
    r"|\d{1,3}[ -]?y/?o\b"
)
_TOKEN = re.compile(
    rf"(?P<age>\b(?i:{_AGE}))"
    r"|(?P<num>(?<![\w.])\d{1,3}(?:,\d{3})+(?![\w,]*\d)|(?<![\w.,:/])\d+(?:\.\d+)?(?![\w:/]))"
    r"|(?P<mix>[\w]*\d[\w.:/]*\w|\d)"
    r"|(?P<word>[^\W\d_]+(?:[.'’][^\W\d_]+)*(?:[-‐‑][^\W_]+)*)"
    r"|(?P<mark>[^\w\s])"
)


class Token(NamedTuple):
    """One word or mark. `kind` is age, num, mix (digits with letters: no number), word or mark."""

    start: int
    end: int
    text: str
    low: str
    kind: str


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Cut `text[start:end]` into tokens; offsets are those of `text`."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        found.append(Token(match.start(), match.end(), word, word.lower().replace("’", "'"), match.lastgroup or "mark"))
    return found


def words_at(tokens: Sequence[Token], at: int, count: int) -> list[str]:
    """Up to `count` words from `at` on, in small letters."""
    return [t.low for t in tokens[at : at + count]]
