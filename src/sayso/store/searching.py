"""Search over titles and texts that finds words whatever their accents, case, Arabic vowel signs or hamza forms."""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Sequence

from sayso.records import Document, Passage
from sayso.records.spans import Record

_ARABIC = {
    "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ە": "ه", "ہ": "ه", "ٱ": "ا", "ء": "", "ـ": "",
    "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
}  # fmt: skip
_BEFORE, _AFTER = 60, 120  # code points shown around a match


def _fold_one(char: str) -> str:
    """Fold one character: empty when it is a sign on another, a space when it separates words."""
    out: list[str] = []
    for part in unicodedata.normalize("NFKD", char.casefold()):
        plain = _ARABIC.get(part, part)
        for one in unicodedata.normalize("NFKD", plain.casefold()):
            kind = unicodedata.category(one)
            if kind in {"Mn", "Me", "Cf"}:
                continue
            if kind[0] in "LN" or kind == "Mc":
                digit = unicodedata.decimal(one, -1)
                out.append(one if digit < 0 else str(digit))
            else:
                out.append(" ")
    folded_char = "".join(out)
    # Chinese and Japanese write without spaces: every such character is a word, and a run of them a phrase.
    return f" {folded_char} " if "\u3040" <= char <= "\u9fff" else folded_char


class _Table(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = value = _fold_one(chr(code))
        return value


_TABLE = _Table()


def folded(text: str) -> str:
    """Fold a text into its words, parted by single spaces: NFKC-compatible forms, no case, no diacritics, one alef."""
    return " ".join(text.translate(_TABLE).split())


class Hit(Record, frozen=True, kw_only=True):
    """One document that a search found.

    Attributes:
        document: its id.
        outlet: who published it; null if unknown.
        title: its title; null if it has none.
        passage: a stretch of the stored text around the first match; its beginning when only the title matched.
        matches: every match in the text, in order.
        score: greater is better; comparable within one search only.
    """

    document: str
    outlet: str | None
    title: str | None
    passage: Passage
    matches: tuple[Passage, ...]
    score: float


Phrase = tuple[tuple[str, ...], bool]


def phrases(words: str) -> list[Phrase]:
    """Read what a person typed: words that must all occur, `"..."` for a phrase, `*` at the end for a beginning.

    Anything can be typed; signs that mean nothing here only part words.
    """
    found: list[Phrase] = []
    for quoted, bare in re.findall(r'["“”«»„]([^"“”«»„]*)["“”«»„]?|([^\s"“”«»„]+)', words):
        told = quoted or bare
        parts = tuple(folded(told).split())
        if parts:
            found.append((parts, told.rstrip().endswith("*")))
    return found


class _Words:
    """The words of a text with their places in it."""

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        current = ""
        for place, char in enumerate(text):
            piece = _TABLE[ord(char)]
            for index, part in enumerate(piece.split(" ")):
                if index and current:
                    self.words.append(current)
                    current = ""
                if part:
                    if not current:
                        self.starts.append(place)
                        self.ends.append(place + 1)
                    current += part
                    self.ends[-1] = place + 1
            if current and not piece:
                self.ends[-1] = place + 1
        if current:
            self.words.append(current)

    def places(self, phrase: Phrase) -> list[tuple[int, int]]:
        parts, prefix = phrase
        found: list[tuple[int, int]] = []
        for index in range(len(self.words) - len(parts) + 1):
            window = self.words[index : index + len(parts)]
            last = window[-1].startswith(parts[-1]) if prefix else window[-1] == parts[-1]
            if last and window[:-1] == list(parts[:-1]):
                found.append((self.starts[index], self.ends[index + len(parts) - 1]))
        return found


def matches_in(text: str, wanted: Sequence[Phrase]) -> list[tuple[int, int]]:
    """Find all places of all phrases in the true text, in order, none within another."""
    words = _Words(text)
    places = sorted({place for phrase in wanted for place in words.places(phrase)}, key=lambda p: (p[0], -p[1]))
    kept: list[tuple[int, int]] = []
    for start, end in places:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def window(text: str, places: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Choose the stretch to show: where most matches stand close together, cut at white space where there is some."""
    first, last = 0, 0
    if places:
        starts = [place[0] for place in places]
        near = [bisect.bisect(starts, start + _AFTER) - index for index, start in enumerate(starts)]
        first, last = places[near.index(max(near))]
    start, end = max(0, first - _BEFORE), min(len(text), max(last, first + _AFTER))
    if start:
        spaces = [at for at in range(start, first) if text[at].isspace()]
        start = spaces[0] + 1 if spaces else start
    if end < len(text):
        spaces = [at for at in range(last, end) if text[at].isspace()]
        end = spaces[-1] if spaces else end
    shown = text[start:end]
    return start + len(shown) - len(shown.lstrip()), max(start, end - len(shown) + len(shown.rstrip()))


def hit(document: Document, wanted: Sequence[Phrase], score: float) -> Hit:
    """Make the hit for one found document."""
    name, text = document.id, document.text
    places = matches_in(text, wanted)
    start, end = window(text, places)
    return Hit(
        document=name,
        outlet=document.outlet,
        title=document.title,
        passage=Passage(document=name, start=start, end=end, text=text[start:end]),
        matches=tuple(Passage(document=name, start=s, end=e, text=text[s:e]) for s, e in places),
        score=score,
    )
