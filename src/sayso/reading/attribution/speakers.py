"""Who a speaker is: "he", "the source", "Baro" -> the name or description given earlier in the document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.names import PERSON_TITLES, Names, bare_name, gender_of, split_title

__all__ = ["Resolver"]

_ARTICLE = re.compile(r"^(?:the|a|an|one|even|his|her|their|its|our|my|this|that)\s+", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_ACRONYM = re.compile(r"\s*\(\s*([A-Z][\w&.-]{1,11})\s*\)")
_BRACKET = re.compile(r"\s*\([^()]{0,60}\)")
_PHRASE_END = re.compile(
    r"\s+(?:of|in|for|from|at|with|on|to|who|which|whose|speaking|close|familiar|near|among|inside|based|involved|working|taking)\b"
)
_PROPER = re.compile(
    r"(?:{0}\s+)*(?:(?:al|de|el|van|von|bin|ibn|da|di|du|la|le|der)[ -])?{0}".format(r"[^\W\d_a-z][\w.’'‘&-]*")
)
_BREAK = re.compile(r",|\s[–—-]+\s")
_REMARK = re.compile(r"\s+who\s.+$", re.IGNORECASE)
_REFLEXIVE = re.compile(r"\s+(?:himself|herself|itself|themselves)$")
_AND = re.compile(r",?\s+and\s+")
_HE = words("he him his himself")
_SHE = words("she her hers herself")
_IT = words("it its itself they them their themselves")
_RELATIVE = words("who which that whose")
_NOBODY = words(
    "i we you one my our your me us some many others all most both each everyone anyone somebody someone people "
    "nobody several few this these those what it's another"
)
_ORGANISATION = words(
    "ministry army government agency military department council office group coalition party committee "
    "administration force forces observatory police organization organisation company statement report paper "
    "newspaper network channel outlet website command kremlin pentagon campaign court union force mission"
)
_HUMAN = PERSON_TITLES | words("source man woman witness official teacher survivor fighter soldier")
_OUTLETS = frozenset(
    f"the {noun}"
    for noun in words(
        "site website agency outlet newspaper paper channel broadcaster network daily magazine station portal monitor"
    )
)
_INTRODUCING = ("the ", "a ", "an ", "his ", "her ", "its ", "their ", "our ", "one ")
_BACK = 6  # sentences that a pronoun looks back over


@dataclass(slots=True)
class _Spoke:
    at: int
    name: str
    person: bool
    gender: str


class Resolver:
    """Remembers the speakers of a document in reading order and resolves later words for them.

    Names are learnt from the whole text beforehand: a surname may stand in the headline before the full name.
    """

    def __init__(self, text: str, sentences: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._starts = [s for s, _ in sentences]
        self._names = Names(text)
        self._acronyms: dict[str, str] = {}
        self._spoke: list[_Spoke] = []
        self._by_head: dict[str, str] = {}

    def resolve(self, start: int, end: int) -> str | None:
        """The speaker at `text[start:end]`, by name; null if it cannot be told. Call in reading order."""
        words = _SPACES.sub(" ", self._text[start:end]).strip(' ,.;:"“”‘—–-')
        low = _REFLEXIVE.sub("", words.lower())
        if low in _HE or low in _SHE:
            return self._pronoun(start, "m" if low in _HE else "f")
        if low in _IT:
            return self._organisation(start)
        if low in _RELATIVE:
            return self._antecedent(start)
        if low in _NOBODY or not words:
            return None
        name, person, gender = self._name(words, start)
        if not name:
            return None
        self._spoke.append(_Spoke(start, name, person, gender))
        self._by_head[_head(low)] = name
        return name

    def _name(self, words: str, start: int) -> tuple[str, bool, str]:
        acronym = _ACRONYM.search(words)
        bare = _REFLEXIVE.sub("", _BRACKET.sub("", words))
        parts = [p for p in _BREAK.split(bare) if p.strip()]
        head = parts[0].strip() if parts else bare
        if acronym is not None:
            self._acronyms[acronym[1]] = _ARTICLE.sub("", head)
        several = self._several(bare, start)
        if several is not None:
            return several, False, ""
        if len(parts) > 1 and head.lower().startswith(_INTRODUCING) and not self._names.is_person(bare_name(head)):
            named = parts[1].strip()  # "the minister, Jan Baro,"
            _, core = split_title(named)
            if " " in core and _PROPER.fullmatch(core) and not self._names.organised(core):
                head = named
        return self._one(head, start)

    def _several(self, words: str, start: int) -> str | None:
        """Resolve "A and B", two names or more, each perhaps with an apposition."""
        pieces = [_BREAK.split(p)[0].strip() for p in _AND.split(words) if p.strip(" ,")]
        if len(pieces) < 2 or not all(_ends_in_name(p) and p[:1].isupper() for p in pieces):
            return None
        return " and ".join(self._one(p, start)[0] for p in pieces)

    def _one(self, phrase: str, start: int) -> tuple[str, bool, str]:
        phrase = bare_name(phrase)
        cut = _PHRASE_END.search(phrase)
        title, core = split_title(phrase)
        titled = bool(title) and title.split()[-1].strip(".").lower() in PERSON_TITLES
        if titled and _PROPER.fullmatch(core):
            return self._person(core, title)
        head = phrase[: cut.start()] if cut is not None else phrase
        if _PROPER.fullmatch(head) and (cut is None or self._names.is_person(head)):
            full = self._acronyms.get(_ARTICLE.sub("", head)) or self._names.full(head)
            if self._names.is_person(full) or self._names.is_person(head):
                return self._person(head, "")
            return _ARTICLE.sub("", full), False, ""
        word = _head(phrase.lower())
        return self._described(phrase, word, start), word in _HUMAN, gender_of(word, "")

    def _described(self, phrase: str, word: str, start: int) -> str:
        """A description, or who was so described before: "the source", "the ministry", "the site"."""
        low, bare = phrase.lower(), _REMARK.sub("", _ARTICLE.sub("", phrase))
        length = len(low.split())
        earlier = None
        if low in _OUTLETS and word not in self._by_head:
            earlier = self._organisation(start)
        elif low.startswith(("the ", "this ", "that ")) and length <= 3:
            earlier = self._by_head.get(word) or self._names.with_title(word, start)
            if earlier is None and length == 2 and word in _ORGANISATION:
                earlier = self._names.ending_in(word)
            if earlier is not None and length > 2 and bare.lower() not in earlier.lower():
                earlier = None
        return earlier or bare

    def _person(self, core: str, title: str) -> tuple[str, bool, str]:
        full = self._names.full(core)
        return full, True, gender_of(title, full) or self._names.gender(full)

    def _pronoun(self, start: int, gender: str) -> str | None:
        """Whoever spoke, or was named first, in the nearest sentence that has such a person."""
        at = bisect_right(self._starts, start) - 1
        end = start
        for k in range(at, max(-1, at - _BACK), -1):
            low = self._starts[k]
            name = self._speaker_in(low, end, gender) or self._named_in(low, end, gender)
            if name is not None:
                self._spoke.append(_Spoke(start, name, person=True, gender=gender))
                return name
            end = low
        return None

    def _speaker_in(self, start: int, end: int, gender: str) -> str | None:
        for spoke in reversed(self._spoke):
            if spoke.at < start:
                return None
            if spoke.at < end and spoke.person and spoke.gender in {gender, ""}:
                spoke.gender = gender
                return spoke.name
        return None

    def _named_in(self, start: int, end: int, gender: str) -> str | None:
        unsure: str | None = None
        for name in self._names.within(start, end):
            full = self._names.full(name.core)
            if name.person or self._names.is_person(full):
                known = name.gender or self._names.gender(full)
                if known == gender:
                    return full
                unsure = unsure or (full if not known else None)
        return unsure

    def _organisation(self, start: int) -> str | None:
        at = bisect_right(self._starts, start) - 1
        floor = self._starts[max(0, at - 3)] if self._starts else 0
        for spoke in reversed(self._spoke):
            if spoke.at < floor:
                return None
            if not spoke.person:
                return spoke.name
        return None

    def _antecedent(self, start: int) -> str | None:
        """The name that stands right before a relative pronoun."""
        names = self._names.within(max(0, start - 80), start)
        if names and start - names[-1].end <= 3:
            return self._names.full(names[-1].core)
        return None


def _ends_in_name(words: str) -> bool:
    last = words.rsplit(maxsplit=1)[-1] if words.split() else ""
    return last[:1].isupper()


def _head(low: str) -> str:
    words = _PHRASE_END.split(low)[0].split(",")[0].split()
    return words[-1].strip("’'s.") if words else low
