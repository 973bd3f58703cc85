"""Search over titles and texts that finds words whatever their accents, case, Arabic vowel signs or hamza forms."""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Sequence

from sayso.records import Document, Passage
from sayso.records.spans import Record

_ALIKE = {
    "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ە": "ه", "ہ": "ه", "ٱ": "ا", "ء": "", "ـ": "",
    "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
}  # fmt: skip
_BEFORE, _AFTER = 60, 120  # code points shown around a match
_MOST = 100  # matches that one hit names


def _fold_one(char: str) -> str:
    """Fold one character: empty when it is a sign on another, a space when it separates words."""
    before, after = "", char
    while before != after:  # one folding may open the way for another
        before = after
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", before).casefold())
        after = "".join(_ALIKE.get(one, one) for one in plain)
    out: list[str] = []
    for one in after:
        kind = unicodedata.category(one)
        if kind in {"Mn", "Me", "Cf"}:
            continue
        if kind[0] not in "LN" and kind != "Mc":
            out.append(" ")
        elif "\u3040" <= one <= "\u9fff":
            # Chinese and Japanese write without spaces: every such character is a word, and a run of them a phrase.
            out.append(f" {one} ")
        else:
            digit = unicodedata.decimal(one, -1)
            out.append(one if digit < 0 else str(digit))
    return "".join(out)


class _Table(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = value = _fold_one(chr(code))
        return value


_TABLE = _Table()


# "the", alone or behind "and", "so", "with", "like", "to"; what is left must still be a word
_ARTICLE = re.compile("(?:[وف]?[بك]?ال|[وف]?لل)(?=\\w{3})")
_ARTICLE_BEGUN = re.compile("(?:[وف]?[بك]?ال|[وف]?لل)(?=\\w)")


def _without_article(word: str, article: re.Pattern[str] = _ARTICLE) -> str:
    """Take the Arabic article off a folded word, as light stemmers do (Larkey, Ballesteros and Connell 2007)."""
    while found := article.match(word):
        word = word[found.end() :]
    return word


def _words(text: str) -> list[str]:
    return [_without_article(word) for word in text.translate(_TABLE).split()]


def folded(text: str) -> str:
    """Fold a text into its words, parted by single spaces.

    Compatibility forms, case, diacritics, Arabic vowel signs, hamza and alef forms and the Arabic article are folded.
    """
    return " ".join(_words(text))


class Hit(Record, frozen=True, kw_only=True):
    """One document that a search found.

    Attributes:
        document: its id.
        outlet: who published it; null if unknown.
        title: its title; null if it has none.
        passage: a stretch of the stored text around the first match; its beginning when only the title matched.
        matches: the matches in the text, in order; the first hundred where there are more.
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
        parts = _words(told)
        begun = told.rstrip().endswith("*")
        if begun and parts:
            parts[-1] = _without_article(parts[-1], _ARTICLE_BEGUN)
        if parts:
            found.append((tuple(parts), begun))
    return found


class _Words:
    """The words of a text with their places in it."""

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        self._where: list[tuple[int, str, int]] = []
        seen: dict[str, list[str]] = {}
        for found in re.finditer(r"\S+", text):
            run = found.group()
            words = seen.get(run)
            if words is None:
                words = seen[run] = _words(run)
            for number, word in enumerate(words):
                self.words.append(word)
                self._where.append((found.start(), run, number))

    def places(self, phrase: Phrase) -> list[tuple[int, int]]:
        """Find where a phrase stands, as start and end in the text."""
        parts, prefix = phrase
        found: list[tuple[int, int]] = []
        for index in range(len(self.words) - len(parts) + 1):
            last = self.words[index + len(parts) - 1]
            fits = last.startswith(parts[-1]) if prefix else last == parts[-1]
            if fits and tuple(self.words[index : index + len(parts) - 1]) == parts[:-1]:
                found.append((self._span(index)[0], self._span(index + len(parts) - 1)[1]))
        return found

    def _span(self, index: int) -> tuple[int, int]:
        """Find one word's place, sign by sign: signs on its letters belong to it, others between words do not."""
        offset, run, number = self._where[index]
        spans: list[tuple[int, int]] = []
        inside = False
        for place, char in enumerate(run, start=offset):
            piece = _TABLE[ord(char)]
            if not piece and inside:
                spans[-1] = (spans[-1][0], place + 1)
            for part_number, part in enumerate(piece.split(" ") if piece else ()):
                inside = inside and part_number == 0
                if part and inside:
                    spans[-1] = (spans[-1][0], place + 1)
                elif part:
                    spans.append((place, place + 1))
                    inside = True
        return spans[number]


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
        matches=tuple(Passage(document=name, start=s, end=e, text=text[s:e]) for s, e in places[:_MOST]),
        score=score,
    )
