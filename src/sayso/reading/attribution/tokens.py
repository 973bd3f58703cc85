"""Text as tokens with a rough word class; long quotations become one token each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.knowledge.wordlists import words
from sayso.reading.attribution import lexicon
from sayso.reading.attribution.quotes import Quote

__all__ = ["Token", "tokenize"]

_TOKEN = re.compile(
    r"(?P<clitic>(?<=\w)['’](?:s|S|ll|ve|re|d|m)\b|(?<=[sS])['’](?=\s))"
    r"|(?P<abbr>(?<![\w.])(?:(?:[^\W\d_]\.){2,}|[A-Z]\.(?=\s[A-Z])"
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Brig|Sen|Rep|Sens|Reps|Gov|Prof|Rev|Hon|St|Jr|Sr|Messrs|No)\.(?!\s*\Z)))"
    r"|(?P<compound>\d++(?:-[^\W\d_]++)++)"
    r"|(?P<number>[$€£]?\d[\d,.]*\d%?|[$€£]?\d%?)"
    r"|(?P<word>@?[^\W_]+(?:(?:[-&/‑]|['’](?!(?:s|S|ll|ve|re|d|m)\b)|-['‘’]"
    r"|\.(?=(?:com|org|net|gov|edu|tv|co|uk|info|ru|ua|fr|de)\b))[^\W_]+)*)"
    r"|(?P<dash>--+|[—–])"
    r"|(?P<mark>['\"“”‘’«»„`]+)"
    r"|(?P<other>\S)"
)
_LETTERED = frozenset({"word", "abbr", "compound"})
_OF_GROUP = {"number": "#", "dash": "-", "mark": "q"}
_CLASS: dict[str, str] = {}
for _words, _kind in (
    (lexicon.COMMON_VERBS, "v"),
    (lexicon.PREPOSITIONS, "p"),
    (lexicon.ADVERBS, "a"),
    (lexicon.SUBORDINATORS, "s"),
    (lexicon.WH_WORDS, "s"),
    (lexicon.COORDINATORS, "c"),
    (lexicon.DETERMINERS, "d"),
    (lexicon.OBJECT_PRONOUNS, "o"),
    (lexicon.PRONOUNS, "r"),
    (lexicon.TIME_WORDS, "t"),
    (lexicon.AUXILIARIES, "x"),
):
    for _word in sorted(_words):
        _CLASS[_word] = _kind
_CLASS |= {"to": "p", "who": "r", "which": "r", "march": "w", "may": "x", "one": "#"}
_ADJECTIVAL = words("first long only then now later earlier far once still initially over")
_PUNCTUATION = dict(zip(",;:.!?…()[]", ",;:....()()", strict=True))


@dataclass(slots=True)
class Token:
    """One token.

    Attributes:
        start: first character in the document.
        end: one past the last.
        low: lower case, straight apostrophes.
        kind: v verb, p preposition, a adverb, s subordinator, c coordinator, d determiner, o object pronoun,
            r pronoun, t time word, x auxiliary, w other word, n capitalised word, # number, g possessive mark,
            q quotation mark, Q whole quotation, - dash, or the punctuation mark itself.
    """

    start: int
    end: int
    low: str
    kind: str


def tokenize(text: str, start: int, end: int, quotes: Sequence[Quote] = ()) -> list[Token]:
    """Tokenise `text[start:end]`; every quotation given (in order, not overlapping) becomes one token."""
    tokens: list[Token] = []
    at = start
    shouted = text[start:end].isupper()  # in capitals throughout, a capital marks no name
    for quote in quotes:
        if quote.start < at or quote.end > end:
            continue
        _plain(text, at, quote.start, tokens, shouted=shouted)
        tokens.append(Token(quote.start, quote.end, _marks(text, quote), "Q"))
        at = quote.end
    _plain(text, at, end, tokens, shouted=shouted)
    return tokens


def _marks(text: str, quote: Quote) -> str:
    """A quotation in small: a double mark, a single one if it begins in lower case; and the mark it ends in, if any."""
    inside = text[quote.start : quote.start + 4].lstrip("\"“„«'‘` ")
    tail = text[max(quote.start, quote.end - 4) : quote.end].rstrip("\"”»'’` ")
    return ("'" if inside[:1].islower() else '"') + (tail[-1:] if tail[-1:] in ".,!?…—-" else "")


def _stands_as_noun(before: Token, low: str) -> bool:
    """Whether a word that can be a verb ("strike", "fire", "led") stands where only a noun or adjective can."""
    if low not in lexicon.NOUN_FORMS and not low.endswith(("ed", "en", "ing")):
        return False
    if before.kind in "dg#" or before.low in {"says", "said", "say"}:
        return True
    if before.kind == "p":
        return before.low != "to" and not low.endswith("ing")
    return before.kind == "w" and low in lexicon.NOUN_FORMS and not before.low.endswith("s")


def _plain(text: str, start: int, end: int, tokens: list[Token], *, shouted: bool) -> None:
    for found in _TOKEN.finditer(text, start, end):
        group = found.lastgroup
        raw = found.group()
        low = raw
        if group in _LETTERED:
            low = raw.lower().replace("’", "'")
            kind = _class_of(raw, low, tokens, capital=raw[0].isupper() and not shouted)
            if kind == "n" and tokens and tokens[-1].kind == "v" and text[tokens[-1].start].isupper():
                tokens[-1].kind = "n"  # "Mark Baro"
        elif group == "clitic":
            low = raw.lower().replace("’", "'")
            kind = "g" if low in {"'s", "'"} else "x"
        elif group == "other":
            kind = _PUNCTUATION.get(raw, "y")
        else:
            kind = _OF_GROUP[group or ""]
        tokens.append(Token(found.start(), found.end(), low, kind))


def _class_of(raw: str, low: str, tokens: list[Token], *, capital: bool) -> str:
    """The word class of a word, by itself and by what stands before it."""
    kind = _CLASS.get(low)
    before = tokens[-1] if tokens else None
    if kind is None:
        adverb = low.endswith("ly") and len(low) > 4 and low not in lexicon.NOT_ADVERBS
        return "n" if capital else "a" if adverb else "w"
    if capital and kind in "or" and len(raw) > 1 and raw.isupper():
        return "n"  # US, WHO, IT
    if before is None:
        return kind
    if capital and kind in "va" and (before.kind == "n" or (kind == "v" and before.kind not in ".-:Q" and tokens[1:])):
        return "n"
    adjective = kind == "a" and before.kind in "d#g" and low in _ADJECTIVAL
    return "w" if adjective or (kind == "v" and _stands_as_noun(before, low)) else kind
