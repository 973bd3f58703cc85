"""Who a speaker is: "he", "the source", "Baro" -> the name or description given earlier in the document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.names import PERSON_TITLES, ROLES, Names, bare_name, gender_of, split_title
from sayso.reading.attribution.speaker_phrases import (
    PHRASE_END,
    PROPER,
    Phrase,
    after_roles,
    head_word,
    listed,
    parted,
)
from sayso.reading.attribution.speaker_pronouns import Pronouns, Spoke

__all__ = ["Resolver"]

_ARTICLE = re.compile(r"^(?:the|a|an|one(?!\s+of\b)|even|his|her|their|its|our|my|this|that)\s+", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_ACRONYM = re.compile(r"\s*\(\s*([A-Z][\w&.-]{1,11})\s*\)")
_ABBREVIATED = re.compile(r"(?:[A-Z]\.){2,}\Z")
_REMARK = re.compile(r"\s+who\s.+$", re.IGNORECASE)
_REFLEXIVE = re.compile(r"\s+(?:himself|herself|itself|themselves)$")
_SHORTENED = re.compile(r"^(he|she|it|they)['’](?:s|d|ll|re|ve)$")
_JOINED = re.compile(r"\b(?:and|to|for|from|with|at|by|of|in)\b")  # "aides to Mr. Baro": somebody else's title
_SEVERAL = re.compile(r"(?!one of\b).*\b(?:[a-z-]+[^s\W]s|Republicans|Democrats)")
_HE = words("he him his himself")
_SHE = words("she her hers herself")
_IT = words("it its itself")
_THEY = words("they them their themselves")
_RELATIVE = words("who which that whose")
_NOBODY = words(
    "i we you one my our your me us some many others all most both each everyone anyone somebody someone people "
    "nobody several few this these those what it's another"
)
_ORGANISATION = words(
    "ministry army government agency military department council office group coalition party committee "
    "administration force forces observatory police organization organisation company statement report paper "
    "newspaper network channel outlet website command kremlin pentagon campaign court union force mission "
    "commission bureau association federation centre center institute foundation fund alliance authority board"
)
_HUMAN = ROLES | words("source man woman witness official teacher survivor fighter soldier")
_OUTLETS = frozenset(
    f"the {noun}"
    for noun in words(
        "site website agency outlet newspaper paper channel broadcaster network daily magazine station portal monitor"
    )
)
_INTRODUCING = ("the ", "a ", "an ", "his ", "her ", "its ", "their ", "our ", "one ", "another ", "my ")
_MARKS = ("''", '"', "“", "‘", "'")
_LONGEST = 500  # characters of a source that are read: its name stands in front
_OWN = ("his ", "her ", "their ", "my ", "our ")
Resolved = tuple[str, bool | None, str]
"""Name or description, whether it is a person (null: nothing shows it), gender ("" when unknown)."""


class Resolver:
    """Remembers the speakers of a document in reading order and resolves later words for them.

    Names are learnt from the whole text beforehand: a surname may stand in the headline before the full name.
    """

    def __init__(self, text: str, sentences: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._names = Names(text)
        self._pronouns = Pronouns(text, sentences, self._names)
        self._acronyms: dict[str, str] = {}
        self._by_head: dict[str, str] = {}

    def resolve(self, start: int, end: int) -> str | None:
        """The speaker at `text[start:end]`, by name; null if it cannot be told. Call in reading order."""
        raw = _SPACES.sub(" ", self._text[start : min(end, start + _LONGEST)]).strip(' ,;:"“”‘—–-')
        words = raw if _ABBREVIATED.search(raw) else raw.rstrip(' ,.;:"“”‘—–-')
        low = _SHORTENED.sub(r"\1", _REFLEXIVE.sub("", words.lower()))
        if low in _HE or low in _SHE:
            return self._pronouns.person(start, "m" if low in _HE else "f")
        if low in _IT or low in _THEY:
            return self._pronouns.body(start, plural=low in _THEY)
        if low in _RELATIVE:
            return self._antecedent(start)
        if low in _NOBODY or not words:
            return None
        name, person, gender = self._name(words, start)
        if not name:
            return None
        self._pronouns.note(Spoke(start, name, person, gender))
        self._by_head[head_word(low)] = name
        return name

    def _name(self, words: str, start: int) -> Resolved:
        acronym = _ACRONYM.search(words)
        phrase = parted(words)
        if acronym is not None:
            self._acronyms[acronym[1]] = _ARTICLE.sub("", phrase.head)
        several = listed(phrase.words)
        if several is None and not PROPER.fullmatch(phrase.head):  # "two members, Jan Baro and Mira Denn"
            several = listed(", ".join(phrase.rest))
        if several is not None:
            return " and ".join(self._one(p, start)[0] for p in several), False, ""
        return self._one(self._named(phrase), start)

    def _named(self, phrase: Phrase) -> str:
        """The head of a phrase, or the name behind it: "the minister, Jan Baro,"."""
        head, low = phrase.head, phrase.head.lower()
        if (
            not phrase.rest
            or self._names.is_person(bare_name(head))
            or " and " in head
            or _SEVERAL.fullmatch(PHRASE_END.split(head)[0])
        ):
            return head
        behind = PHRASE_END.split(phrase.rest[0])[0]
        _, core = split_title(behind)
        if behind.startswith(_MARKS):
            return head  # the title of a book
        if " " in core and PROPER.fullmatch(core) and not self._names.organised(core):
            return behind if low.startswith(_INTRODUCING) or low.rsplit(maxsplit=1)[-1] in ROLES else head
        if low.startswith(_OWN) and low.rsplit(maxsplit=1)[-1] in ROLES and PROPER.fullmatch(core):
            return behind  # "his wife, Mira,"
        return head

    def _one(self, phrase: str, start: int) -> Resolved:
        phrase = bare_name(phrase)
        cut = PHRASE_END.search(phrase)
        head = phrase[: cut.start()] if cut is not None else phrase
        for part in dict.fromkeys((phrase, head)):
            title, core = split_title(part)
            if title and _is_role(title.split()[-1]) and PROPER.fullmatch(core) and not _JOINED.search(title):
                return self._person(core, title)
        behind = after_roles(head)
        if behind is not None and not self._names.organised(behind):
            known = self._names.is_person(behind)
            return self._person(behind, "") if known else (behind, None, "")
        if PROPER.fullmatch(head) and (cut is None or self._names.is_person(head)):
            return self._proper(head)
        word = head_word(phrase.lower())
        person = word in _HUMAN and not head.endswith("s")
        return self._described(phrase, word, start), person, gender_of(word, "")

    def _proper(self, head: str) -> Resolved:
        short = _ARTICLE.sub("", head)
        stood_for = self._acronyms.get(short) or self._names.abbreviated(short)
        if stood_for is not None:
            return stood_for, False, ""
        full = self._names.full(head)
        if self._names.is_person(full) or self._names.is_person(head):
            return self._person(head, "")
        plural = " " not in short and short.endswith("s")  # "Voters", at the head of a sentence
        body = head != short or self._names.organised(full) or plural or (head.isupper() and len(head) < 7)
        return _ARTICLE.sub("", full), False if body else None, ""

    def _described(self, phrase: str, word: str, start: int) -> str:
        """A description, or who was so described before: "the source", "the ministry", "the site"."""
        low, bare = phrase.lower(), _REMARK.sub("", _ARTICLE.sub("", phrase))
        said = low.split()
        earlier = None
        if low in _OUTLETS and word not in self._by_head:
            earlier = self._names.ending_in(word, start) or self._pronouns.body(start, plural=False)
        elif low.startswith(("the ", "this ", "that ")) and len(said) <= 4:
            described = frozenset(said[1:-1])
            earlier = self._by_head.get(word)
            if earlier is not None and described and bare.lower() not in earlier.lower():
                earlier = None
            earlier = earlier or self._names.with_title(word, start, described)
            if earlier is None and not described and word in _ORGANISATION:
                earlier = self._names.ending_in(word, start)
        return earlier or bare

    def _person(self, core: str, title: str) -> Resolved:
        gender = gender_of(title, core)
        full = self._names.full(core, gender)
        return full, True, gender or self._names.gender(full)

    def _antecedent(self, start: int) -> str | None:
        """The name that stands right before a relative pronoun."""
        names = self._names.within(max(0, start - 80), start)
        if names and start - names[-1].end <= 3:
            return self._names.full(names[-1].core, names[-1].gender)
        return None


def _is_role(word: str) -> bool:
    bare = word.strip(".,’'")
    return bare in ROLES or bare.lower() in PERSON_TITLES
