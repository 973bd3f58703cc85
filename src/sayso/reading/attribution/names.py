"""The names that a document contains, in order, with what shows that one is a person."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from sayso.knowledge.wordlists import words
from sayso.reading.attribution import lexicon
from sayso.reading.attribution.speaker_evidence import acronyms, bodies_named, inside, roles_beside, title_case_headings

__all__ = ["ROLES", "Name", "Names", "bare_name", "gender_of", "split_title"]

_CAPITAL = r"A-ZÀ-ÖØ-ÞĆČĐŁŚŞŠŻŽİА-Я"
_PART = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Brig|Sen|Rep|Gov|Prof|Rev|St|Jr|Sr|Sens|Reps|U\.S|U\.N|U\.K)\."
    rf"|[A-Z]\.|[{_CAPITAL}](?:[\w‘-]|[’'](?!s\b))*)"  # a possessive ends a name: "Baro's Zanfile" is two
)
_NAME = re.compile(
    rf"(?<![\w.’'‘-])(?=[{_CAPITAL}]){_PART}"
    rf"(?:[ \t\xa0]{{1,3}}(?:(?:al|de|el|van|von|bin|ibn|da|di|du|la|le|der)[ -])?{_PART}){{0,7}}"
)
_OFFICE = re.compile(
    r"\b(?:[Ss]ecretary|[Mm]inister) (?:of|for) (?:the )?(?:State|Defen[cs]e|Interior|Justice|Finance|Health|"
    r"Foreign Affairs|Homeland Security|Energy|Labou?r|Commerce|Agriculture|Education) (?=[A-Z])"
)

PERSON_TITLES = words(
    "mr mrs ms miss mx dr prof gen lt col maj capt sgt adm brig cmdr hon rev fr sr sen sens rep reps gov "
    "president minister secretary spokesman spokeswoman spokesperson general colonel lieutenant major captain "
    "admiral brigadier sergeant senator representative governor mayor ambassador envoy chief director chairman "
    "chairwoman chair king queen prince princess sheikh sheik imam pope bishop archbishop premier chancellor "
    "adviser advisor judge justice attorney professor doctor sir lord lady dame superior analyst journalist "
    "reporter correspondent editor delegate congressman congresswoman lawmaker candidate author commander "
    "coordinator commissioner superintendent inspector constable officer strategist leader speaker manager aide "
    "activist lawyer counsel resident witness economist expert researcher pollster coach actor singer businessman "
    "veteran officials official deputy pastor nominee nominees senators representatives governors ceo founder"
)
ROLES = PERSON_TITLES | words(
    "cofounder host anchor columnist physician surgeon scientist scholar historian novelist filmmaker strategists "
    "pollsters incumbent frontrunner wife husband widow widower mother father daughter son sister brother actress "
    "co-founder co-chair organizer organiser campaigner advocate consultant priest nurse student"
)

"""What a person is said to be, before the name or after it; in lower case: "Mother Jones" is no mother."""
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
    "fred greg jerome ken matt nick pete ray rick ron sam ted tony barack bernie andy jon brad carter chuck colin "
    "dean derek don doug earl eli evan frederick geoffrey geoff glenn harry howard hugh ian jared jay josh kurt leon "
    "lewis lloyd louis luke marcus martin max mitch neil norman oliver oscar philip phillip ralph randy rob robby roy "
    "rudy russell simon stanley stewart stuart theodore todd tommy victor vincent wayne wesley antonio carlos diego "
    "eduardo enrique felipe fernando jorge luis manuel miguel pablo pedro rafael ricardo roberto bilal faisal hamza "
    "karim khaled mahmoud nasser rami samir tariq walid youssef ziad anwar oleksandr oleksiy volodymyr serhiy pavlo "
    "petro mykola konstantin maxim pavel anton artem"
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
    "kate jane anne sue jill alison allison anita annie audrey becky beth bonnie carly caroline carrie cathy cecilia "
    "claire claudia connie debbie dolores dorothy eleanor elaine elise ellen erica erin esther eva gail gina irene "
    "ivanka jasmine jeanne jenny joanne josephine katie katrina kirsten kristen kristin laurie lena lois loretta lori "
    "lucy lydia marcia maureen melanie melania miriam molly monica nadia naomi natasha nina nora norma patty paula "
    "peggy phyllis polly regina renee rhonda rita roberta rosa sally sabrina sheila shelly sherry stacy suzanne sylvia "
    "tammy tara tina valerie vanessa vera veronica vicki vivian wanda wendy yolanda yvonne zoe yasmin rania salma "
    "samira nadine huda iman khadija rasha dalia hanan lina reem oksana yulia iryna kateryna larisa ludmila daria "
    "chelsea"
)
_MALE_TITLES = words(
    "mr sir king prince lord spokesman chairman congressman businessman sheikh imam father husband son brother "
    "widower actor"
)
_FEMALE_TITLES = words(
    "mrs ms miss queen princess lady dame spokeswoman chairwoman congresswoman businesswoman mother wife daughter "
    "sister widow actress"
)
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
_PLACED = re.compile(r"\b(?:[Tt]he|[Ii]n)\s\Z")
_LOOK = 50  # introductions with one title that are looked through for the right adjectives


@dataclass(frozen=True, slots=True)
class Name:
    """One name as it stands in the text, without titles; `gender` is "m", "f" or "" when unknown.

    `roles` are the words of what it is said to be, in lower case: "the Freland envoy Jan Baro" gives freland, envoy.
    """

    start: int
    end: int
    core: str
    person: bool
    gender: str
    roles: frozenset[str] = frozenset()


_GENERAL_BODIES = frozenset(("Staff", "Assembly", "Secretariat", "Directorate", "Command", "Council", "Security"))
"""What is no general: the General Staff."""


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
        bare = part.strip(".,’'")
        body = bare == "General" and parts[k + 1].strip(".,’'") in _GENERAL_BODIES
        if not body and (bare in ROLES or bare.lower() in PERSON_TITLES):
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
        self._genders: dict[str, str] = {}
        self._bodies = bodies_named(text)
        self._acronyms = acronyms(text)
        headings = title_case_headings(text)
        counts: Counter[str] = Counter()
        alone: Counter[str] = Counter()
        for found in _NAME.finditer(text):
            name = self._read(text, found)
            if name is None:
                continue
            self.all.append(name)
            if inside(headings, found.start()) < 0:
                (counts if " " in name.core else alone)[name.core] += 1
            elif name.person and " " in name.core:
                counts[name.core] += 0
        self._starts = [n.start for n in self.all]
        self._count = counts + alone
        self._full: dict[str, list[str]] = {}
        for core, _ in sorted(counts.items(), key=lambda item: -item[1]):
            self._full.setdefault(_last(core), []).append(core)
        people = {n.core for n in self.all if n.person} | self._likely(text, counts, alone)
        self._people = people | {core.split()[-1] for core in people}
        self._people |= {full for core in people for full in self._full.get(core.lower(), ())}
        self._genders |= {n.core: n.gender for n in self.all if n.gender}

    def _read(self, text: str, found: re.Match[str]) -> Name | None:
        raw = found.group()
        title, core = split_title(raw)
        if not core or core.lower() in _LEADING or core.lower() in PERSON_TITLES:
            return None
        before, after, human = roles_beside(text, found.start(), found.end())
        roles = [w.strip(".,’'").lower() for w in title.split()]
        if before and before[-1] in ROLES:
            roles += [w.lower() for w in before]
        said = [w.strip(",.").lower() for w in after]
        if said and said[-1] in ROLES and " " in core:  # "Jan Baro, the Freland envoy to Zan"
            roles += said
        gender = gender_of(" ".join(roles), core)
        titled = any(role in ROLES for role in roles)
        human = human and (" " in core or not core.endswith("s"))  # "Democrats who ..." are many
        person = not self.organised(core) and (titled or human or (gender != "" and " " in core))
        start = found.end() - len(raw) + max(0, raw.rfind(core))
        name = Name(start, found.end(), core, person, gender, frozenset(roles))
        if person and titled:
            for word in sorted(name.roles & ROLES):
                self._titled.setdefault(word, []).append(name)
        return name

    def _likely(self, text: str, counts: Counter[str], alone: Counter[str]) -> set[str]:
        """Names of two or three words of which the last stands alone too, never behind "the", "in": persons, mostly."""
        places = {n.core for n in self.all if _PLACED.search(text, max(0, n.start - 6), n.start)}
        return {
            core
            for core in counts
            if core.count(" ") < 3 and alone[core.rpartition(" ")[2]] and not self.organised(core)
            and not {core, core.rpartition(" ")[2]} & places
        }  # fmt: skip

    def full(self, core: str, gender: str = "") -> str:
        """The full name for a surname or other last part; `core` itself if there is none, or none of this gender."""
        if " " in core:
            return core
        for full in self._full.get(_last(core), ()):
            if not gender or self._genders.get(full, gender) == gender:
                return full
        return core

    def is_person(self, core: str) -> bool:
        """Whether anything in the document shows that this name is a person's."""
        return core in self._people

    def organised(self, core: str) -> bool:
        """Whether the last word of a name is that of an organisation or a place ("Coast Guard")."""
        return core.rpartition(" ")[2].lower() in _ORGANISED

    def count(self, core: str) -> int:
        """How often a name stands in the text, headings left out."""
        return self._count[core]

    def gender(self, core: str) -> str:
        """Give "m", "f" or "" when unknown."""
        return self._genders.get(core, "")

    def learn(self, core: str, gender: str) -> None:
        """Take note of what a pronoun told about a person."""
        self._genders.setdefault(core, gender)

    def within(self, start: int, end: int) -> list[Name]:
        """Names in `text[start:end]`, in order."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def with_title(self, word: str, before: int, described: frozenset[str] = frozenset()) -> str | None:
        """The last person introduced with this title, and all words of `described`, before a place in the text."""
        titled = self._titled.get(word, [])
        last = bisect_left(titled, before, key=lambda name: name.start)
        for name in reversed(titled[max(0, last - _LOOK) : last]):
            if described <= name.roles:
                return self.full(name.core, name.gender)
        return None

    def abbreviated(self, short: str) -> str | None:
        """What an abbreviation stands for, if the text says it: "Zan Relief Fund (ZRF)"."""
        return self._acronyms.get(short)

    def ending_in(self, word: str, before: int) -> str | None:
        """A name of several words for a body: "ministry" -> "Interior Ministry", "Ministry of Harbours"."""
        bodies = self._bodies.get(word, [])
        at = bisect_left(bodies, (before, ""))
        if at:
            return bodies[at - 1][1]
        return next(iter(self._full.get(word, ())), None)


def _last(core: str) -> str:
    return core.rsplit(maxsplit=1)[-1].strip(".").lower()
