"""The names that a document contains, in order, with what shows that one is a person."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from sayso.knowledge.wordlists import words
from sayso.reading.attribution import lexicon

__all__ = ["Name", "Names", "bare_name", "split_title"]

_CAPITAL = r"A-ZÀ-ÖØ-ÞĆČĐŁŚŞŠŻŽİА-Я"
_PART = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Brig|Sen|Rep|Gov|Prof|Rev|St|Jr|Sr|Sens|Reps|U\.S|U\.N|U\.K)\."
    rf"|[A-Z]\.|[{_CAPITAL}][\w’'‘-]*)"
)
_NAME = re.compile(
    rf"(?<![\w.’'‘-])(?=[{_CAPITAL}]){_PART}"
    rf"(?:[ \t\xa0]{{1,3}}(?:(?:al|de|el|van|von|bin|ibn|da|di|du|la|le|der)[ -])?{_PART}){{0,7}}"
)
_OFFICE = re.compile(
    r"\b(?:[Ss]ecretary|[Mm]inister) (?:of|for) (?:the )?(?:State|Defen[cs]e|Interior|Justice|Finance|Health|"
    r"Foreign Affairs|Homeland Security|Energy|Labou?r|Commerce|Agriculture|Education) (?=[A-Z])"
)
_TITLE_BEFORE = re.compile(r"\b([a-z]+)\s\Z")

PERSON_TITLES = words(
    "mr mrs ms miss mx dr prof gen lt col maj capt sgt adm brig cmdr hon rev fr sr sen sens rep reps gov "
    "president minister secretary spokesman spokeswoman spokesperson general colonel lieutenant major captain "
    "admiral brigadier sergeant senator representative governor mayor ambassador envoy chief director chairman "
    "chairwoman chair king queen prince princess sheikh sheik imam pope bishop archbishop premier chancellor "
    "adviser advisor judge justice attorney professor doctor sir lord lady dame superior analyst journalist "
    "reporter correspondent editor delegate congressman congresswoman lawmaker candidate author commander "
    "coordinator commissioner superintendent inspector constable officer strategist leader speaker manager aide "
    "activist lawyer counsel resident witness economist expert researcher pollster coach actor singer businessman "
    "veteran officials official deputy"
)
_ORGANISED = words(
    "army forces force ministry department house office agency council committee party union court police navy "
    "command news times post journal press media television tv radio agency observatory front brigade brigades "
    "regiment corps guard guards group organization organisation association institute university college school "
    "bank company corp inc ltd foundation fund network centre center commission parliament senate congress "
    "assembly government administration coalition alliance league nations state states street airport base "
    "hospital city county river sea east west north south heights province district region valley square zone "
    "unit militia movement campaign convention act bill today herald tribune gazette chronicle guardian "
    "independent star sun mirror telegraph service services board team pentagon kremlin mission"
)
_MALE_NAMES = words(
    "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony "
    "mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan "
    "jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel frank gregory raymond "
    "alexander patrick jack dennis jerry tyler aaron jose henry adam douglas nathan peter zachary kyle walter "
    "ethan jeremy harold carl keith roger gerald terry sean austin arthur lawrence jesse dylan bryan joe jordan "
    "billy bruce albert willie gabriel logan alan juan mohammed muhammad mohamed ahmed ahmad ali hassan hussein "
    "omar ibrahim mustafa khalid abdullah yusuf bashar saddam vladimir sergey sergei dmitry dmitri ivan alexei "
    "mikhail nikolai gennady igor oleg yuri viktor andrei boris bahram javad hamid reza recep benjamin binyamin "
    "jens jean pierre francois hans klaus luigi marco mike bill bob jim tom tim rex jeff steve chris dan dave ed "
    "fred greg jerome ken matt nick pete ray rick ron sam ted tony barack bernie"
)
_FEMALE_NAMES = words(
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret "
    "ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon "
    "cynthia kathleen amy shirley anna angela ruth brenda pamela nicole katherine virginia catherine christine "
    "samantha debra janet rachel carolyn emma maria heather diane julie joyce victoria kelly christina joan "
    "evelyn lauren judith megan andrea cheryl hannah jacqueline martha madison teresa gloria sara janice ann "
    "kathryn abigail sophia frances jean alice judy julia grace denise amber doris marilyn danielle beverly "
    "isabella theresa diana natalie brittany charlotte marie kayla alexis fatima aisha amina leila layla zainab "
    "mariam maryam noor hala nikki hillary angela theresa olga svetlana irina tatiana natalia elena marine ursula "
    "kate jane anne sue jill"
)
_MALE_TITLES = words("mr sir king prince lord spokesman chairman congressman businessman sheikh imam")
_FEMALE_TITLES = words("mrs ms miss queen princess lady dame spokeswoman chairwoman congresswoman")
_LEADING = (
    lexicon.DETERMINERS
    | lexicon.PREPOSITIONS
    | lexicon.COORDINATORS
    | lexicon.SUBORDINATORS
    | lexicon.WH_WORDS
    | lexicon.ADVERBS
    | lexicon.PRONOUNS
    | lexicon.TIME_WORDS
    | words("according asked even former ex then-president then-sen")
) - {"may", "march", "will"}


@dataclass(frozen=True, slots=True)
class Name:
    """One name as it stands in the text, without titles; `gender` is "m", "f" or "" when unknown."""

    start: int
    end: int
    core: str
    person: bool
    gender: str


def bare_name(words: str) -> str:
    """A name without possessive ending and outer punctuation."""
    return words.strip(" ,;:\"“”’'‘").removesuffix("’s").removesuffix("'s").rstrip("’'")


def split_title(words: str) -> tuple[str, str]:
    """Split "Foreign Minister Jan Baro" into title and name; the title is empty if there is none.

    What follows the last title word is the name; words before it (a country, an office) go with the title.
    """
    words = _OFFICE.sub("Secretary ", words)
    parts = words.split()
    cut = 0
    for k, part in enumerate(parts[:-1]):
        if part.strip(".,’'").lower() in PERSON_TITLES:
            cut = k + 1
    while cut < len(parts) - 1 and parts[cut].strip(".,").lower() in _LEADING:
        cut += 1
    return " ".join(parts[:cut]), bare_name(" ".join(parts[cut:]))


def gender_of(title: str, core: str) -> str:
    """Give "m", "f" or "" from a title and a given name."""
    titles = {t.strip(".").lower() for t in title.split()}
    if titles & _MALE_TITLES:
        return "m"
    if titles & _FEMALE_TITLES:
        return "f"
    first = core.split(maxsplit=1)[0].lower() if core else ""
    return "m" if first in _MALE_NAMES else "f" if first in _FEMALE_NAMES else ""


class Names:
    """All names of a text, with look-up by surname, by title and by position."""

    def __init__(self, text: str) -> None:
        self.all: list[Name] = []
        self._titled: dict[str, list[Name]] = {}
        counts: Counter[str] = Counter()
        for found in _NAME.finditer(text):
            name = self._read(text, found)
            if name is not None:
                self.all.append(name)
                if " " in name.core:
                    counts[name.core] += 1
        self._starts = [n.start for n in self.all]
        self._full: dict[str, str] = {}
        for core, _ in sorted(counts.items(), key=lambda item: -item[1]):
            self._full.setdefault(core.split()[-1].strip(".").lower(), core)
        people = {n.core for n in self.all if n.person}
        self._people = people | {core.split()[-1] for core in people}
        self._genders = {n.core: n.gender for n in self.all if n.gender}

    def _read(self, text: str, found: re.Match[str]) -> Name | None:
        raw = found.group()
        title, core = split_title(raw)
        if not core or core.lower() in _LEADING or core.lower() in PERSON_TITLES:
            return None
        before = _TITLE_BEFORE.search(text, max(0, found.start() - 24), found.start())
        if before is not None and before[1] in PERSON_TITLES:
            title = f"{title} {before[1]}".strip()
        gender = gender_of(title, core)
        last = core.split()[-1].lower()
        titled = any(t.strip(".").lower() in PERSON_TITLES for t in title.split())
        person = last not in _ORGANISED and (titled or (gender != "" and " " in core))
        name = Name(found.end() - len(raw) + max(0, raw.rfind(core)), found.end(), core, person, gender)
        if person and titled:
            for word in title.lower().replace(".", "").split():
                self._titled.setdefault(word, []).append(name)
        return name

    def full(self, core: str) -> str:
        """The full name for a surname or other last part; `core` itself if there is none."""
        return self._full.get(core.lower(), core) if " " not in core else core

    def is_person(self, core: str) -> bool:
        """Whether anything in the document shows that this name is a person's."""
        return core in self._people

    def organised(self, core: str) -> bool:
        """Whether the last word of a name is that of an organisation or a place ("Coast Guard")."""
        return core.rpartition(" ")[2].lower() in _ORGANISED

    def gender(self, core: str) -> str:
        """Give "m", "f" or "" when unknown."""
        return self._genders.get(core, "")

    def within(self, start: int, end: int) -> list[Name]:
        """Names in `text[start:end]`, in order."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def with_title(self, word: str, before: int) -> str | None:
        """The last person introduced with this title before a place in the text."""
        for name in reversed(self._titled.get(word, ())):
            if name.start < before:
                return self.full(name.core)
        return None

    def ending_in(self, word: str) -> str | None:
        """A name of several words that ends in `word` ("ministry" -> "Interior Ministry")."""
        return self._full.get(word)
