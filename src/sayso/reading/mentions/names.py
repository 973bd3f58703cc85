"""Capitalised sequences: where a name may stand, before it is known what it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.reading.mentions.lexicon import CONNECTORS, NEVER

__all__ = ["Run", "Token", "common_words", "runs"]

TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Prof|St|Adm|Brig|Rev|Cpl|Cmdr|Pvt|Inc|Corp|Co|Ltd|Jr|Sr)\.(?=[\s,])"
    r"|[A-Z]\.(?=\s{0,2}[A-Z])|[^\W_]+(?:(?:[-‐‑]['’‘ʿʻ]?|['’‘ʿʻ&])[^\W_]+)*",
)
_LONGEST_WORD = 64  # letters
_LONGEST = 16  # words; longer runs are headlines and tables in capitals, not names
_GAP = re.compile(r"[ \u00a0]{1,2}\Z")


# Possessives that are part of a name: People's Republic, St. Peter's Square, Queen Anne's County.
_KEPT_LAST = frozenset(["State", "City", "Government", "May", "Police"])
_KEEPS_POSSESSIVE = frozenset(
    [
        "People",
        "Women",
        "Children",
        "Workers",
        "Farmers",
        "Anne",
        "George",
        "John",
        "Peter",
        "Paul",
        "Mary",
        "Martha",
        "Prince",
        "Queen",
        "King",
    ]
)


class Token(NamedTuple):
    """One word: where it stands and whether it starts a name."""

    start: int
    end: int
    text: str
    capital: bool


class Run(NamedTuple):
    """A run of capitalised words with the connectors between them; `initial` at a sentence's start."""

    tokens: tuple[Token, ...]
    initial: bool


def is_capital(word: str) -> bool:
    """Whether a word is written like a name: a capital first, or behind an article (`al-Tanf`, `d'Ivoire`)."""
    if len(word) > _LONGEST_WORD:
        return False
    if word[:1].isupper() or (word[:1].isalpha() and not word[:1].islower()):
        return True
    head, dash, tail = (
        re.split(r"([-‐‑]['’‘ʿʻ]?|['’‘])", word, maxsplit=1) if re.search(r"[-‐‑'’‘]", word) else (word, "", "")
    )
    return (
        bool(dash)
        and head.lower() in ("al", "el", "ar", "as", "ash", "at", "ad", "an", "az", "ez", "d", "l", "e", "i")
        and tail[:1].isupper()
    )


def common_words(text: str) -> Counter[str]:
    """Words that the text writes in lower case, with how often: a capital at a sentence's start proves nothing then."""
    return Counter(m[0] for m in re.finditer(r"(?<![\w'’-])[a-z]+(?:['’-][a-z]+)*(?![\w-])", text))


def _tokens(text: str, start: int, end: int) -> list[Token]:
    return [Token(m.start(), m.end(), m[0], is_capital(m[0])) for m in TOKEN.finditer(text, start, end)]


def _strip_possessive(token: Token) -> tuple[Token, bool]:
    for tail in ("'s", "’s", "‘s"):
        if token.text.endswith(tail) and len(token.text) > 3 and token.text[:-2] not in _KEEPS_POSSESSIVE:
            return Token(token.start, token.end - 2, token.text[:-2], token.capital), True
    return token, False


def runs(text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[Run]:
    """All capitalised runs, in text order. A possessive ends a run; so do punctuation and line breaks."""
    for start, end in sentences:
        tokens = _tokens(text, start, end)
        run: list[Token] = []
        first = 0
        for at, token in enumerate(tokens):
            plain, possessive = _strip_possessive(token)
            joined = (
                not run
                or bool(_GAP.match(text[run[-1].end : plain.start]))
                or (text[run[-1].end : plain.start] == " & ")
            )
            if run and (not joined or len(run) >= _LONGEST):
                yield from _emit(run, first)
                run = []
            if plain.capital:
                if not run:
                    first = at
                run.append(plain)
                if possessive:
                    yield from _emit(run, first)
                    run = []
            elif run and plain.text in CONNECTORS and at + 1 < len(tokens) and _leads(tokens, at):
                run.append(plain)
            elif run:
                yield from _emit(run, first)
                run = []
        if run:
            yield from _emit(run, first)


def _leads(tokens: list[Token], at: int) -> bool:
    """Whether a connector is followed by a capital, at most one connector further (`of the`)."""
    after = tokens[at + 1]
    if after.capital and after.text not in NEVER:
        return True
    if after.text not in CONNECTORS or at + 2 >= len(tokens) or not tokens[at + 2].capital:
        return False
    return tokens[at].text != "and" or tokens[at + 2].text in ("Levant", "Sham")


def _emit(run: list[Token], first: int) -> Iterator[Run]:
    while run and (not run[-1].capital or (run[-1].text in NEVER and run[-1].text not in _KEPT_LAST)):
        run.pop()
    if run:
        yield Run(tuple(run), first == 0)
