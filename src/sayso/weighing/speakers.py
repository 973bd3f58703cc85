"""Who a speaker is over all documents: persons, the bodies they speak for, and words that name nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from sayso.knowledge.tables import actor
from sayso.knowledge.wordlists import words
from sayso.records import Account, Claim, Reading

__all__ = ["Speakers", "apart", "fuller_names", "name_of", "own_voice", "plain_name", "voice_of"]

_NOBODY = words(
    """
    he him his she her hers it its they them their we us our i me you who whom which that this these those one some
    many several others all both each none nobody everyone everybody somebody someone anyone the a an there
    report reports statement statements paragraph article story post document analysis update bulletin figures data
    list text headline count dispatch account accounts tweet tweets posts
    """
)
_VERSION = re.compile(
    r"(?:earlier|previous|first|original) (?:version|report|story|article)(?: of (?:this|our|the) \w+)?"
)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_ROLE = (
    r"(?:director|spokes(?:man|woman|person)|head|chief|chair(?:man|woman|person)?|secretary|commander|coordinator"
    r"|manager|administrator|superintendent)"
)
_OF_BODY = re.compile(rf"(?:the |an? )?(?:\w+ )?(?P<role>{_ROLE}) (?:of|for) (?P<body>[^,]+)", re.IGNORECASE)
_BODYS = re.compile(rf"(?P<body>[^,]+?)['’]s (?:\w+ )?(?P<role>{_ROLE})\b", re.IGNORECASE)
_BARE = re.compile(rf"(?:the |an? )?(?:\w+ )?(?P<role>{_ROLE})$", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: (?:al|de|el|van|von|bin|ibn|da|la)\b)?(?: [^\W\d_a-z][\w.’'-]*)+")
_BODIES = (
    r"(?:hospital|ministry|observatory|monitor|council|agency|department|office|centre|center|committee|clinic"
    r"|organi[sz]ation|authority|union|police)"
)
_INSTITUTION = re.compile(rf"\b{_BODIES}\b", re.IGNORECASE)
_OWN_KIND = re.compile(rf"{_BODIES}|mission|association|coalition|directorate|front|movement|party|monitors?|service")
_FULL = re.compile(rf"(?:[^\W\d_a-z][\w’'-]* ){{1,4}}(?i:{_BODIES})\b")
_SMALL = frozenset({"of", "the", "for", "and"})
_DESK = re.compile(
    r"(?:['’]s?)? (?:(?:press|media|communications?|information) (?:office|service|department|team|cent(?:re|er)|unit)"
    r"|newsroom|news ?desk)$",
    re.IGNORECASE,
)
_NO_KIND = (
    r"(?:former|ex|rival|breakaway|dissident|anti|pro|non|local|regional|new|old|of|in|at|from|for|near|by|to|and|or|with"
    r"|on|over|against)"
)
_LOWER = rf"(?!{_NO_KIND}\b)[a-z]+"
_KIND_OF = re.compile(rf"^(?:the |an? )?{_LOWER}(?: {_LOWER})? (?=[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)+$)")


@lru_cache(maxsize=1 << 16)
def plain_name(name: str) -> str:
    """A name as compared: case, spacing and a leading article do not matter."""
    return _ARTICLE.sub("", " ".join(name.casefold().split()))


def voice_of(account: Account) -> str:
    """Who speaks in an account, as names are compared: the speaker, else the outlet, else whoever its origin is."""
    return plain_name(account.speaker or account.outlet or account.origin)


def apart(said: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Origins that are independent of each other, among pairs of an origin and who speaks, in their order.

    Neither a second report of one outlet nor one speaker whom two outlets carry is a second origin.
    """
    origins: dict[str, None] = {}
    voices: set[str] = set()
    for origin, voice in said:
        if origin not in origins and voice not in voices:
            origins[origin] = None
            voices.add(voice)
    return tuple(origins)


def name_of(claim: Claim) -> str | None:
    """Who says a claim, by name or description; null where the words name nobody ("it", "a report")."""
    if claim.source is None:
        return None
    name = " ".join((claim.source.entity or claim.source.text).split())
    plain = plain_name(name)
    return None if plain in _NOBODY or _VERSION.fullmatch(plain) else name or None


def own_voice(name: str, outlet: str | None) -> bool:
    """True where a speaker in an outlet's own report is that outlet: "the Ministry", by the Ministry of Fisheries."""
    said, own = (frozenset(plain_name(n).split()) - _SMALL for n in (name, outlet or ""))
    return bool(said) and said <= own and (len(said) > 1 or all(_OWN_KIND.fullmatch(one) for one in said))


class Speakers:
    """One identity for a person and the body that the texts say they speak for.

    "The director of Keppel Hospital", "the hospital's director, Ana Belo" and "Ana Belo" speak with one voice: what
    one of them says later replaces what another said before. "The interior ministry of Velmara" and "Ministry of the
    Interior" are one where reports of one origin use both. Short names are their fuller ones (`fuller_names`).
    """

    def __init__(self, readings: Sequence[Reading], origins: Mapping[str, str]) -> None:
        """Learn from all claims of `readings`; `origins` gives the origin of a document by its id."""
        self._parent: dict[str, str] = {}
        self._person: dict[str, str] = {}
        self._fuller: dict[str, str] = {}
        self._short: dict[str, list[str]] = {}
        bodies: dict[str, set[str]] = {}
        for reading in readings:
            told = self._learn(reading)
            document = reading.document
            for within in {origins.get(document.id, document.id), f"outlet {document.outlet or document.id}"}:
                bodies.setdefault(within, set()).update(told)
        for names in bodies.values():
            self._same_body(sorted(names))
        for short, full in sorted(fuller_names(readings).items()):
            self._fuller[short] = full
            self._short.setdefault(plain_name(full), []).append(short)
            self._join(short, plain_name(full))

    def identity(self, name: str) -> str:
        """A key that is equal for all names of one speaker."""
        return self._root(plain_name(name))

    def shown(self, name: str) -> str:
        """The fuller name where `name` is short or only gives the office ("the director of ..."); else `name`."""
        key = plain_name(name)
        if key in self._fuller:
            return self._fuller[key]
        office = _OF_BODY.fullmatch(name) or _BODYS.fullmatch(name)
        return self._person.get(key, name) if office else name

    def names_of(self, name: str) -> frozenset[str]:
        """Plain forms of a name, the fuller one that it is short for, and whatever else is short for that."""
        full = plain_name(self.shown(name))
        return frozenset({plain_name(name), full, *self._short.get(full, ())})

    def _learn(self, reading: Reading) -> set[str]:
        """Read the offices that speakers of one document hold; returns the plain names of its speakers."""
        text = reading.document.text
        offices: dict[str, str] = {}
        held: list[tuple[str, str | None, str]] = []
        names = set()
        for claim in reading.claims:
            name = name_of(claim)
            if claim.source is None or name is None:
                continue
            names.add(plain_name(name))
            held.extend(_offices(" ".join(claim.source.text.split()), name, text))
        for role, body, _ in held:
            if body is not None:
                offices.setdefault(role, body)
        for role, stated, name in held:
            body = stated or offices.get(role)
            if body is None:
                continue
            office = f"{role} of {plain_name(body)}"
            self._join(office, plain_name(body))
            self._join(plain_name(name), office)
            if _NAME.fullmatch(name) and not _INSTITUTION.search(name):
                self._person.setdefault(office, name)
        full = _full_names(reading, text)
        for word in sorted(names):
            if word in full:
                self._join(word, full[word])
            if own_voice(word, reading.document.outlet):
                self._join(word, plain_name(reading.document.outlet or ""))
        return names

    def _same_body(self, names: Sequence[str]) -> None:
        """Join names of institutions of one origin when the words of one are among those of just one other."""
        said = {n: frozenset(n.split()) - _SMALL for n in names if _INSTITUTION.search(n)}
        for name, own in said.items():
            wider = [other for other, held in said.items() if len(own) > 1 and own < held]
            if len(wider) == 1:
                self._join(name, wider[0])

    def _root(self, key: str) -> str:
        while key in self._parent:
            key = self._parent[key]
        return key

    def _join(self, one: str, two: str) -> None:
        first, second = sorted((self._root(one), self._root(two)))
        if first != second:
            self._parent[second] = first


def fuller_names(readings: Sequence[Reading]) -> dict[str, str]:
    """What short names of speakers stand for over all documents, by plain name.

    A surname is the only speaker of that surname where nobody else bears it, letters are the name that some document
    introduces them for, the names of one known actor are the longest that is used.
    """
    said = sorted({name for r in readings for claim in r.claims if (name := name_of(claim)) is not None})
    people = {m.entity or m.text for r in readings for m in r.mentions if m.type == "person"} | set(said)
    bearers: dict[str, set[str]] = {}
    for name in people:
        if _NAME.fullmatch(name) and not _INSTITUTION.search(name):
            bearers.setdefault(plain_name(name).rsplit(maxsplit=1)[-1], set()).add(plain_name(name))
    full = {plain_name(name): name for name in reversed(said)}
    found: dict[str, str] = {}
    for name in said:
        borne = bearers.get(plain_name(name), set())
        if len(borne) == 1 and (whole := full.get(next(iter(borne)))):
            found[plain_name(name)] = whole
    outlets = {r.document.outlet for r in readings if r.document.outlet}
    return _desks({*said, *outlets}) | found | _letters(readings, said) | _known(said)


def _desks(names: Iterable[str]) -> dict[str, str]:
    """Whom a press office, or a name with its bearer's kind before it ("opposition Harbour Coalition"), speaks for."""
    found = {}
    for name in names:
        body = _DESK.sub("", _KIND_OF.sub("", " ".join(name.split()), count=1))
        if plain_name(body) != plain_name(name):
            found[plain_name(name)] = body
    return found


def _letters(readings: Sequence[Reading], said: Sequence[str]) -> dict[str, str]:
    """Names that documents introduce letters for ("Northern Relief Council (NRC)"), where all mean the same."""
    introduced: dict[str, set[str]] = {}
    for reading in readings:
        for mention in reading.mentions:
            if mention.text.isupper() and " " not in mention.text and mention.entity not in (None, mention.text):
                introduced.setdefault(mention.text, set()).add(str(mention.entity))
    alone = {letters: names for letters, names in introduced.items() if len({*map(plain_name, names)}) == 1}
    return {plain_name(name): min(alone[name]) for name in said if name in alone}


def _known(said: Sequence[str]) -> dict[str, str]:
    """Names of one known actor: all are shown by the longest that is used."""
    named: dict[str, set[str]] = {}
    for name in said:
        if (one := actor(name)) is not None:
            named.setdefault(one.name, set()).add(name)
    longest = {known: max(sorted(names), key=len) for known, names in named.items()}
    return {
        plain_name(name): longest[known]
        for known, names in named.items()
        for name in names
        if plain_name(name) != plain_name(longest[known])
    }


def _offices(said: str, name: str, text: str) -> Iterable[tuple[str, str | None, str]]:
    """Role, body (null if not said here) and speaker that the words of a source tell."""
    for part in said.split(", "):
        match = _OF_BODY.fullmatch(part) or _BODYS.fullmatch(part)
        if match is not None:
            yield match["role"].lower(), _whole_name(plain_name(match["body"]), text), name
        elif (bare := _BARE.fullmatch(part)) is not None:
            yield bare["role"].lower(), None, name


def _whole_name(body: str, text: str) -> str:
    """The full name of "hospital" where the text gives just one."""
    if " " in body:
        return body
    found = {plain_name(m[0]) for m in _FULL.finditer(text) if m[0].casefold().endswith(body)}
    return found.pop() if len(found) == 1 else body


def _full_names(reading: Reading, text: str) -> dict[str, str]:
    """Full name by last word ("hospital"), for institutions of which a document names just one."""
    found: dict[str, set[str]] = {}
    for match in _FULL.finditer(f"{text}\n{reading.document.outlet or ''}"):
        name = plain_name(match[0])
        found.setdefault(name.rsplit(maxsplit=1)[-1], set()).add(name)
    return {word: names.pop() for word, names in found.items() if len(names) == 1}
