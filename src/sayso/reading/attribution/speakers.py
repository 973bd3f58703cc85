"""Who a speaker is: "he", "the source", "Baro" -> the name or description given earlier in the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Resolver"]

_NAME = re.compile(
    r"(?<![\w.])(?:[A-Z][\w’'‘.-]*|[A-Z]\.)(?:\s+(?:(?:al|de|el|van|von|bin|ibn|da|di|du|la|le)[\s-])?[A-Z][\w’'‘-]*\.?|\s+[A-Z]\.){1,4}"
)
_ARTICLE = re.compile(r"^(?:the|a|an|one|his|her|their|its)\s+", re.I)
_TITLES = frozenset(
    "mr mrs ms mx dr prof gen lt col maj capt sgt adm brig hon rev fr sr sen rep gov president minister secretary "
    "spokesman spokeswoman spokesperson general colonel lieutenant major captain admiral brigadier senator "
    "representative governor mayor ambassador chief director chairman chairwoman chair king queen prince princess "
    "sheikh sheik imam pope bishop prime foreign defense defence deputy vice former acting state department official "
    "officer commander adviser advisor judge justice attorney professor doctor sir lord lady dame superior analyst "
    "journalist reporter correspondent editor delegate congressman congresswoman lawmaker candidate even actor author "
    "white house u.s us un russian iranian syrian american british french german turkish israeli republican democratic "
    "democrat rival ministry national security campaign manager press strategist leader speaker majority minority "
    "party house senate county city police sheriff deputies resident activist lawyer counsel".split()
)
_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_THEY = frozenset("they them their themselves".split())
_MALE = frozenset("mr sir king prince lord spokesman chairman congressman father husband son brother".split())
_FEMALE = frozenset("mrs ms mx queen princess lady dame spokeswoman chairwoman congresswoman mother wife daughter sister".split())
_SPACES = re.compile(r"\s+")
_ACRONYM = re.compile(r"\s*\(([A-Z][\w&.-]{1,9})\)")


@dataclass(slots=True)
class _Known:
    name: str
    person: bool
    gender: str
    at: int


class Resolver:
    """Remembers the speakers of a document in reading order and resolves later words for them.

    Names are learnt from the whole text beforehand (a surname may stand in the headline before the full name).
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._full: dict[str, str] = {}
        self._acronyms: dict[str, str] = {}
        self._spoke: list[_Known] = []
        self._recent: dict[str, _Known] = {}
        for found in _NAME.finditer(text):
            name = _core(found.group())
            parts = name.split()
            if len(parts) > 1:
                self._full.setdefault(parts[-1].strip(".’'").lower(), name)

    def resolve(self, start: int, end: int) -> str | None:
        """The speaker at `text[start:end]`, by name; null if it cannot be told. Call in reading order."""
        words = _SPACES.sub(" ", self._text[start:end]).strip(" ,.;:\"“”'‘’—–-")
        low = words.lower()
        if low in _HE | _SHE:
            return self._pronoun("f" if low in _SHE else "m", start)
        if low in _THEY:
            return self._last(person=False, before=start)
        if low in {"it", "its"}:
            return self._last(person=False, before=start)
        if low in {"who", "which", "that", "whose"}:
            return self._antecedent(start)
        if low in {"i", "we", "you", "one", "my", "our", "your", "me", "us", "some", "many", "others", "all", "most", "both"}:
            return None
        name, person, gender = self._named(words)
        if name is None:
            name = self._described(low) or _ARTICLE.sub("", words)
            person = _human(low)
        known = _Known(name, person, gender, start)
        self._spoke.append(known)
        self._recent[_head(low)] = known
        return name or None

    def _named(self, words: str) -> tuple[str | None, bool, str]:
        bare = _ACRONYM.sub("", words).split(",")[0].strip()
        acronym = _ACRONYM.search(words)
        gender = _gender(words)
        found = None
        for found in _NAME.finditer(bare):
            pass
        if acronym is not None and bare:
            self._acronyms[acronym[1]] = _ARTICLE.sub("", bare)
        if bare in self._acronyms:
            return self._acronyms[bare], False, gender
        if found is not None and found.end() >= len(bare) - 2:
            core = _core(found.group())
            parts = core.split()
            if len(parts) == 1:
                return self._full.get(core.lower(), core), True, gender
            return core if _title_led(found.group()) or found.start() == 0 else _ARTICLE.sub("", bare), True, gender
        single = bare.removesuffix("’s").removesuffix("'s")
        if " " not in single and single[:1].isupper():
            return self._full.get(single.lower(), single), single.lower() in self._full, gender
        return None, False, gender

    def _pronoun(self, gender: str, start: int) -> str | None:
        for known in reversed(self._spoke[-12:]):
            if known.person and known.gender in {gender, ""} and start - known.at < 3000:
                known.gender = gender
                return known.name
        return self._antecedent(start, person=True)

    def _last(self, *, person: bool, before: int) -> str | None:
        for known in reversed(self._spoke[-8:]):
            if known.person is person and before - known.at < 2000:
                return known.name
        return None

    def _antecedent(self, start: int, *, person: bool = False) -> str | None:
        """The name that stands before a relative pronoun, or most recently in the text before a pronoun."""
        window = self._text[max(0, start - 300) : start]
        found = None
        for found in _NAME.finditer(window):
            pass
        if found is None or (not person and len(window) - found.end() > 60):
            return None
        return _core(found.group())

    def _described(self, low: str) -> str | None:
        """ "the source" -> "regime military source", if that was the last speaker with this head."""
        if not low.startswith(("the ", "this ", "that ")):
            return None
        known = self._recent.get(_head(low))
        return known.name if known is not None and len(low.split()) <= 3 else None


def _head(low: str) -> str:
    words = re.split(r"\s(?:of|for|from|in|at|with|who|speaking)\s|,", low)[0].split()
    return words[-1].strip("’'s.") if words else low


def _human(low: str) -> bool:
    return _head(low) in {t for t in _TITLES} or _head(low) in {"source", "man", "woman", "witness", "official"}


def _gender(words: str) -> str:
    parts = {w.strip(".").lower() for w in words.split()}
    return "m" if parts & _MALE else "f" if parts & _FEMALE else ""


def _title_led(words: str) -> bool:
    return words.split()[0].strip(".").lower() in _TITLES


def _core(words: str) -> str:
    """A name without the titles before it."""
    parts = _SPACES.sub(" ", words).split()
    while len(parts) > 1 and parts[0].strip(".,’'").lower().removesuffix("’s") in _TITLES:
        parts.pop(0)
    if parts and parts[0].lower() in {"the", "even", "but", "and", "in", "on", "while", "as", "when", "according"} and len(parts) > 1:
        parts.pop(0)
    return " ".join(parts).removesuffix("’s").removesuffix("'s")


_ = Sequence
