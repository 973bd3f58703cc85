"""Victims told one by one: which mentions are of one and the same person, and what became of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.knowledge.numbers import TENS, UNITS
from sayso.knowledge.wordlists import words
from sayso.weighing.figures.entries import Entry
from sayso.weighing.figures.spelling import alike, same_name

_AGE = re.compile(r"\b(\d{1,3})[-‐‑– ](year|month|week|day)|[,(] ?(?:aged? )?(\d{1,3})\b", re.IGNORECASE)
_NUMBER = {word: value for word, value in (UNITS | TENS).items() if value}
_NUMBER |= {f"{ten}-{one}": TENS[ten] + UNITS[one] for ten in TENS for one in UNITS if 0 < UNITS[one] < 10}
_SPELLED = re.compile(
    rf"\b({'|'.join(sorted(_NUMBER, key=len, reverse=True))})[-‐‑– ](year|month|week|day)", re.IGNORECASE
)
_AGED = re.compile(r"\b(?:\w+[-‐‑–])?\w+[-‐‑– ](?:year|month|week|day)s?[-‐‑– ]olds?\b", re.IGNORECASE)
_ASIDE = re.compile(r"\s*(?:\(([^()]*)\)|[“\"]([^“”\"]*)[”\"]|, also known as (.*))")
_ALSO = re.compile(
    r"(?:(?:also |reportedly |possibly )*(?:known as|called|spelled|or) )?(?=[A-Z“\"])[^\d,]*", re.IGNORECASE
)
_RANKED = re.compile(r"(?:suspect|victim|mr|mrs|ms|dr|sgt|lt|capt)\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][^\W\d_]*(?:[-'’][^\W\d_]+)*")
_MALE = re.compile(
    r"\b(?:he|him|himself|man|men|boy|male|husband|father|son|brother|uncle|nephew|grandfather|grandson|boyfriend|gentleman"
    r"|gunman)\b",
    re.IGNORECASE,
)
_FEMALE = re.compile(
    r"\b(?:she|herself|woman|girl|female|wife|mother|daughter|sister|aunt|niece|grandmother|granddaughter|girlfriend|lady)"
    r"\b",
    re.IGNORECASE,
)
_CHILD = re.compile(r"\b(?:boy|girl|child|toddler|infant|baby|newborn|kid)\b", re.IGNORECASE)
_ADULT = re.compile(r"\b(?:man|woman|adult|husband|wife|father|mother|officer|deputy|gunman)\b", re.IGNORECASE)
_TEEN = 12
_PRONOUN = re.compile(r"(?:he|she|him|her)$", re.IGNORECASE)
_SELF = re.compile(r"(?:himself|herself|self)$", re.IGNORECASE)
_KINSHIP = re.compile(r"\b(?:son|daughter|wife|husband|mother|father|brother|sister|widow)\b", re.IGNORECASE)
_FRESH = re.compile(r"^(?:a|an|another|one(?! of))\b", re.IGNORECASE)
_POINTING = re.compile(r"^(?:the|this|that|he|she|his|her)\b", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:another|other|second|third)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_ANYBODY = words("victim he she him her his himself herself self person who")
_NO_NAME = words(
    "A An The His Her Their Another One He She Man Woman Boy Girl Teen Teenager Toddler Child Baby Mother "
    "Father Adult Juvenile Victim Suspect Officer Police Coroner Deputy Detective Sheriff Sgt Lt Capt Captain Chief Mr "
    "Mrs Ms Dr Student Students Teacher School High College University Resident Driver Passenger Worker Friend"
)
_OWNER = re.compile(r".*['’]s\s+(?=.*[A-Z])", re.DOTALL)
_PARTICLES = words("al el bin ibn abu s de la")
#: Before a name, and no part of it.
_TITLES = words(
    "Dr Mr Mrs Ms Prof Professor Engineer Eng Sheikh Sheikha Hajj Haj Haji Hajji Hajja Sayyed Journalist Martyr "
    "Captain Uncle Aunt Grandfather Grandmother Father Sister Brother Son Daughter Wife Husband Cousin Nephew Niece"
)
#: These make one name with the word after them: "Abdul Rahman", "Abu Omar".
_COMPOUND = words("abdul abdel abdal abd abu abo umm um bin ibn")
_RANK = {"casualties": -1, "shot": 0, "injured": 1, "killed": 2}


@dataclass
class Victim:
    """One person, as far as told. `fate` is the gravest of what is said; `entries` every mention.

    `aliases` are further names given in parentheses: "Omar Belo (Abu Ali)"; `nameless` for kin of whom no name is
    known.
    """

    names: tuple[str, ...] = ()
    aliases: tuple[tuple[str, ...], ...] = ()
    age: str | None = None
    sex: str | None = None
    child: bool | None = None
    fate: str = "shot"
    nameless: bool = False
    entries: list[Entry] = field(default_factory=list)


def _traits(entry: Entry) -> Victim:
    text = entry.figure.text
    age = _AGE.search(_SPELLED.sub(lambda m: f"{_NUMBER[m[1].lower()]}-{m[2]}", text))
    value = None
    if age:
        value = age[1] + (age[2].lower() if age[2].lower() != "year" else "") if age[1] else age[3]
    male, female = _MALE.search(text), _FEMALE.search(text)
    sex = None if bool(male) == bool(female) else ("m" if male else "f")
    young = _CHILD.search(text) is not None
    if value and (not value.isdigit() or int(value) < 15):
        young = True  # an age in months, weeks or days is a baby's
    old = _ADULT.search(text) is not None or bool(value and value.isdigit() and int(value) >= 18)
    child = True if young else (False if old else None)
    role = entry.heading and entry.figure.group != "named" and len(text.split()) == 1  # "Baker killed at mill"
    return Victim(
        names=() if role else _names(_ASIDE.sub("", text)), aliases=_aliases(text), age=value, sex=sex, child=child
    )


def _aliases(text: str) -> tuple[tuple[str, ...], ...]:
    """Other names in parentheses: "(Abu Ali)", "(also known as Abu Ali)"; not "(wife of Omar)", "(34 years old)"."""
    said = (m[1] or m[2] or m[3] or "" for m in _ASIDE.finditer(text))
    named = (_names(s) for s in said if _ALSO.fullmatch(s) and not _KINSHIP.search(s))
    return tuple(names for names in named if names)


def _names(text: str) -> tuple[str, ...]:
    """Names stand at the end of a phrase, after the last plain word: "his wife Rana", not "an Arlo High student"."""
    text = _AGED.sub("", _OWNER.sub("", text))
    words = [w.strip(",.") for w in text.split() if w.strip(",.") not in _TITLES]
    if any(w in _NO_NAME and w[0].isupper() for w in words[1:]) and not _RANKED.match(text):
        return ()  # the capitals of a title: "Tarbo Girl"
    plain = [m.end() for m in re.finditer(r"(?<!['’])\b[a-z][^\W\d_]*\b(?!-)", text) if m[0] not in _PARTICLES]
    tail = text[plain[-1] :] if plain else text
    bare = [n.removesuffix("'s").removesuffix("’s") for n in _NAME.findall(tail)]
    return _joined([n.lower() for n in bare if n not in _NO_NAME and n not in _TITLES])


def _joined(names: Sequence[str]) -> tuple[str, ...]:
    made: list[str] = []
    for name in names:
        if made and made[-1] in {"al", "el"}:
            made[-1] = f"al-{name}"
        elif made and made[-1] in _COMPOUND:
            made[-1] += f" {name}"
        else:
            made.append(name)
    return tuple(made)


def _years(age: str) -> str:
    """An age in whole years: a child of 20 months is one year old."""
    number = re.sub(r"\D", "", age)
    if age == number:
        return age
    return str(int(number) // 12) if age.endswith("month") else "0"


def _named_alike(one: Victim, two: Victim) -> bool:
    """One person may be called by the names of these two, the ones in parentheses among them."""
    if one.names and two.names and same_name(one.names, two.names):
        return True
    pairs = [(a, b) for a in one.aliases for b in (two.names, *two.aliases)]
    pairs += [(a, one.names) for a in two.aliases]
    return any(alike(a[0], b[0]) and (len(a) == 1 or same_name(a, b)) for a, b in pairs if b)


def _conflict(one: Victim, two: Victim) -> bool:
    if one.names and two.names and not _named_alike(one, two):
        return True
    if one.age and two.age and _years(one.age) != _years(two.age):
        return True
    if one.sex and two.sex and one.sex != two.sex:
        return True
    return one.child is not None and two.child is not None and one.child != two.child


def _small(victim: Victim) -> bool:
    """True for a child so young that nobody calls it "the man" later on."""
    return victim.age is not None and int(_years(victim.age)) < _TEEN


def _apart(victim: Victim, entry: Entry) -> bool:
    """True where a victim is told of beside `entry` in one enumeration, so that they are two people."""
    if any(e.row == entry.row and e.figure.start != entry.figure.start for e in victim.entries):
        return True
    if entry.heading and any(_beside(e, entry) for e in victim.entries):
        return True
    return entry.kin and any(
        e.sentence == entry.sentence and e.figure.start < entry.figure.start for e in victim.entries
    )


def _of_newcomer(people: Sequence[Victim], entry: Entry) -> bool:
    """True for the kin of somebody whom the same sentence has just named for the first time: nobody known so far."""
    return entry.kin and any(v.names and _new_in(v, entry) for v in people)


def _may_be_named(victim: Victim, entry: Entry, people: Sequence[Victim]) -> bool:
    """True where somebody told of without a name may be the one whom `entry` names."""
    return not (victim.nameless or _of_newcomer(people, entry))


def _new_in(victim: Victim, entry: Entry) -> bool:
    first = victim.entries[0]
    return first.sentence == entry.sentence and first.figure.start < entry.figure.start


def _beside(one: Entry, two: Entry) -> bool:
    """True for two people of one title ("officer shot, suspect dead"), which calls nobody by two nouns but a victim."""
    words = [set(_WORD.findall(e.figure.text.lower())) for e in (one, two)]
    apart = one.heading and one.figure.start != two.figure.start
    return apart and not (words[0] & words[1]) and not any(w & _ANYBODY for w in words)


def _gravest(entries: Sequence[Entry]) -> list[Entry]:
    """Of mentions at one and the same place the gravest: "was shot and died" is one mention of a death."""
    best: dict[tuple[int, int], Entry] = {}
    for entry in entries:
        place = (entry.figure.start, entry.figure.end)
        if entry.figure.what in _RANK and (
            place not in best or _RANK[entry.figure.what] > _RANK[best[place].figure.what]
        ):
            best[place] = entry
    return list(best.values())


def victims_of(entries: Sequence[Entry]) -> list[Victim]:
    """Merge mentions of single people of one document into the fewest people they can be."""
    people: list[Victim] = []
    for entry in _gravest(entries):
        figure = entry.figure
        if figure.what not in _RANK or (figure.low, figure.high) != (1, 1) or figure.of is None:
            continue
        same = next(
            (v for v in people if any((e.figure.start, e.figure.end) == (figure.start, figure.end) for e in v.entries)),
            None,
        )
        victim = same or _match(people, entry)
        if victim is None:
            victim = _traits(entry)
            people.append(victim)
        else:
            _learn(victim, _traits(entry))
        victim.nameless = victim.nameless or entry.nameless
        victim.entries.append(entry)
        if _RANK[figure.what] > _RANK[victim.fate] or len(victim.entries) == 1:
            victim.fate = figure.what
    return people


def died_later(victim: Victim, others: Sequence[Victim]) -> bool:
    """True where another report tells of the same person, by name or age, as dead."""
    for other in others:
        if other.fate != "killed" or _conflict(victim, other):
            continue
        if (victim.age and victim.age == other.age) or (victim.names and other.names and _named_alike(victim, other)):
            return True
    return False


def _match(people: Sequence[Victim], entry: Entry) -> Victim | None:  # noqa: PLR0911 - a cascade of rules: one return each reads best
    traits = _traits(entry)
    if _OTHER.search(entry.figure.text):
        told = [v for v in people if any(_OTHER.search(e.figure.text) for e in v.entries)]
        return next((v for v in told if v.age and v.age == traits.age and not _apart(v, entry)), None)
    if _SELF.match(entry.figure.text):
        own = [v for v in people if any(_SELF.match(e.figure.text) for e in v.entries)]
        return own[-1] if own else None
    fitting = [v for v in people if not _conflict(v, traits) and not _apart(v, entry)]
    if traits.names:
        fitting = [v for v in fitting if v.names or _may_be_named(v, entry, people)]
    elif entry.nameless or _of_newcomer(people, entry):
        return next((v for v in reversed(fitting) if not v.names), None)
    if entry.figure.what == "injured" and _FRESH.match(entry.figure.text):
        fitting = [v for v in fitting if v.fate != "killed" or (v.age and v.age == traits.age)]
    if traits.names:
        named = [v for v in fitting if v.names and _named_alike(v, traits)]
        if named:
            return named[-1]
    if not fitting and _POINTING.match(entry.figure.text):
        grown = replace(traits, child=None)
        fitting = [v for v in people if not _conflict(v, grown) and not _apart(v, entry) and not _small(v)]
        fitting = [v for v in fitting if v.names or not traits.names or _may_be_named(v, entry, people)]
    if not fitting:
        return None
    same = [v for v in fitting if v.fate == entry.figure.what]
    if same and not _PRONOUN.match(entry.figure.text):
        return same[-1]
    return max(fitting, key=lambda v: v.entries[-1].figure.start)


def _learn(victim: Victim, traits: Victim) -> None:
    victim.names = max(victim.names, traits.names, key=len)
    victim.aliases += traits.aliases
    victim.age = victim.age or traits.age
    victim.sex = victim.sex or traits.sex
    victim.child = traits.child if victim.child is None else victim.child
