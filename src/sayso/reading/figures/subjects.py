"""One sentence as figures are read from it: which of its phrases can be what an event was done to."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from sayso.knowledge.wordlists import words
from sayso.reading.figures.enumerations import lists_of
from sayso.reading.figures.frames import Event
from sayso.reading.figures.heads import agents
from sayso.reading.figures.lexicon import (
    ADVERBS,
    BE,
    FEMALE,
    HARM_KINDS,
    HAVE,
    MALE,
    PREPOSITIONS,
    THING_KINDS,
)
from sayso.reading.figures.names import TITLES, whose
from sayso.reading.figures.phrases import OWN, Phrase
from sayso.reading.figures.tokens import Token

_AT = frozenset({"to", "at", "in", "near", "on", "into", "outside", "inside"})
_CLAUSAL = frozenset({"after", "before", "since", "without"})
_SAYS = words(
    "said says told reported added wrote confirmed stated tells explained saying reporting adding writing stating "
    "noting shared posted announced"
)
_TELLS = _SAYS | words("identified named listed mourned referred described remembered mentioned grieved expressed")
_OBJECTS = frozenset({"him", "himself", "herself", "self"})
_POSSESSED = {"she": "her", "he": "his", "herself": "her", "himself": "his"}
_WITH = (["alongside"], ["along", "with"], ["together", "with"], ["with"], ["as", "well", "as"])
_AND = words("and & plus then alongside along with")
_LIGHT = (
    ADVERBS
    | BE
    | HAVE
    | words("who that which , and others more people - – : said to have one pronounced declared confirmed presumed")
)
_PLAIN_FATES = frozenset({"killed", "injured"})
_PEOPLES_FATES = _PLAIN_FATES | {"missing", "detained"}
_MORE = words("who whose whom including mostly mainly")
_LIVING = words("survived survives survive escaped lived")
_REACH = 16
_BY = 6
_NEAR = 5
_LET_IN = frozenset('."“‘')  # "killed “forty of our people”"
_QUOTES = frozenset("\"“”'‘’")


class Sentence:
    """Phrases and events of one sentence, and which phrases have been given a fate (`taken`)."""

    def __init__(
        self, tokens: Sequence[Token], phrases: Sequence[Phrase], events: Sequence[Event], *, headline: bool
    ) -> None:
        self.headline = headline
        self.tokens = tokens
        self.told = {i for event in events for i in range(event.at, event.last)}
        self.phrases = phrases
        self.events = events
        self.lists = lists_of(tokens, phrases)
        self.objects: set[int] = set()
        self.foreign: set[int] = set()
        self.taken: dict[int, str] = {}

    def fits(self, phrase: Phrase, what: str) -> bool:
        """True where such a thing can be done to such a phrase: people are not destroyed, things not wounded."""
        if what in THING_KINDS:
            if phrase.wording == "plural" or phrase.kind in {"pronoun", "name", "surname"}:
                return False
            if phrase.kind == "people" and what != "deployed":
                return False
            return (phrase.low, phrase.high) != (1, 1) or phrase.kind == "thing"
        return phrase.kind != "thing" or (
            what in _PEOPLES_FATES and phrase.of is not None and agents(self.tokens, phrase.of[1])
        )

    def members(self, i: int, what: str) -> list[int]:
        """Phrases of the enumeration of phrase `i` that share the fate `what`; `i` alone where nothing links them."""
        row = [j for j, n in enumerate(self.lists) if n == self.lists[i]]
        between = [
            t for a, b in itertools.pairwise(row) for t in self.tokens[self.phrases[a].last : self.phrases[b].first]
        ]
        linked = any(t.low in _AND or t.low == "well" for t in between) or (
            self.headline and all(t.text == "," or t.low == "then" for t in between)
        )
        if not linked:
            row = [i - 1, i] if i - 1 in row and self._apposed(i) else [i]
        fitting = [j for j in row if self.fits(self.phrases[j], what) and self.phrases[j].harm in {None, what}]
        alive = {j for j in fitting if j > i and (self._speaks(j) or self._lives(j))}
        return [j for j in fitting if (self._own_fate(j) in {None, what} or self._fell(i, j, what)) and j not in alive]

    def _fell(self, i: int, j: int, what: str) -> bool:
        """True for "three injured people died": of the phrase itself, not of another that is told of beside it."""
        return i == j and what == "killed" and self._own_fate(j) == "injured"

    def _lives(self, i: int) -> bool:
        """True for who survived, a name between commas let in: "killed with his son; a third child, Nur, survived"."""
        rest = self.tokens[self.phrases[i].last : self.phrases[i].last + _NEAR]
        after = next((t.low for t in rest if t.text != "," and not t.text[0].isupper()), "")
        return after in _LIVING

    def _speaks(self, i: int) -> bool:
        """True for who says it: "killing two guards, Captain Ana Belo said"; "Ana Belo and Omar Orm mourned"."""
        last = self.phrases[i].last
        following = [t.low for t in self.tokens[last : last + 1]]
        if following == ["and"] and i + 1 < len(self.phrases) and self.phrases[i + 1].first == last + 1:
            return self._speaks(i + 1)
        return bool(following) and following[0] in (_TELLS if self.phrases[i].kind == "name" else _SAYS)

    def _own_fate(self, i: int) -> str | None:
        """What an adjective of the phrase says was done: "wounded people" are none of the dead told of beside them."""
        phrase = self.phrases[i]
        return next(
            (e.what for e in self.events if phrase.first <= e.at < phrase.last - 1 and e.what in _PLAIN_FATES), None
        )

    def _apposed(self, i: int) -> bool:
        """Tell "Ana Belo, a nurse, was killed": a name and, between commas, who it is."""
        name, said = self.phrases[i - 1], self.phrases[i]
        last = said.last + 2 * (
            [t.low for t in self.tokens[said.last : said.last + 1]] == ["of"]
            and [t.kind for t in self.tokens[said.last + 1 : said.last + 2]] == ["num"]
        )  # "a man of 18,"
        closed = last < len(self.tokens) and self.tokens[last].text == ","
        plain = not self.tokens[said.last - 1].text[0].isupper()
        return closed and plain and name.kind in {"name", "surname"} and not self._hangs(name)

    def right(self, event: Event) -> list[int]:
        """Whom the words right of the event say it was done to."""
        for i, phrase in enumerate(self.phrases):
            if phrase.first >= event.last:
                gap = self.tokens[event.last : phrase.first]
                if (
                    len(gap) > 3
                    or any(t.kind == "mark" and t.text not in _LET_IN for t in gap)
                    or any(t.low in PREPOSITIONS for t in gap)
                ):
                    return []
                if event.what in HARM_KINDS and not self.fits(phrase, event.what):
                    return []
                if phrase.kind == "surname" and self.tokens[event.at].text[0].isupper():
                    return []  # a headline's words, "Shot Rings", are no name
                members = [j for j in self.members(i, event.what) if j >= i]
                self.objects.update(members)
                return [self.antecedent(j) for j in members]
        return []

    def left(self, event: Event) -> list[int]:
        """Whom the words left of the event say it was done to: the nearest phrase that can be its subject."""
        limit, close = self._clause(event.at)
        for i in range(len(self.phrases) - 1, -1, -1):
            phrase = self.phrases[i]
            if phrase.first <= event.at < phrase.last:
                # "three guards and five wounded men": an adjective is of its own noun.
                mine = [i] if event.at < phrase.last - 1 else [j for j in self.members(i, event.what) if j <= i]
                return mine if self.fits(phrase, event.what) else []
            if (
                (phrase.last > limit and phrase.first < close)
                or phrase.last > event.at
                or (i in self.objects and (event.side == "self" or limit < event.at))
                or self._agent(i)
            ):
                continue
            between = [k for k in range(phrase.last, event.at) if not limit <= k < close]
            gap = [self.tokens[k] for k in between]
            if len(gap) > 1 and gap[0].low in _SAYS:
                return []  # who says it is not whom it was done to
            light = all(self.tokens[k].low in _LIGHT or k in self.told for k in between)
            if self._too_far(event, gap, light=light) or (light and phrase.harm == event.what):
                return []  # "a number of injured people were taken to hospital": counted by the noun
            if self._subject(i, event, gap, light=light):
                more = self.alongside(event)
                if phrase.kind == "pronoun":
                    return [self.antecedent(i), *more]
                return [*(j for j in self.members(i, event.what) if j <= i), *more]
        return []

    def _agent(self, i: int) -> bool:
        """True for who did it: "shot in the head by her son"."""
        first = self.phrases[i].first
        return first > 0 and self.tokens[first - 1].low == "by" and any(0 < first - e.last <= _BY for e in self.events)

    @staticmethod
    def _too_far(event: Event, gap: Sequence[Token], *, light: bool) -> bool:
        """True where so much lies between that no earlier phrase can be the subject either."""
        if len(gap) > _REACH or any(t.text == ";" for t in gap):
            return True
        return event.side == "near" and not light and (len(gap) > _NEAR or any(t.text in _QUOTES for t in gap))

    def _subject(self, i: int, event: Event, gap: Sequence[Token], *, light: bool) -> bool:
        """True where phrase `i` can be what the event was done to; `light` when only light words lie between."""
        phrase = self.phrases[i]
        if not self.fits(phrase, event.what) or (phrase.harm and event.what != "missing"):
            return False
        if (i in self.objects and not light) or self.tokens[phrase.first].low in _OBJECTS:
            return False
        if phrase.kind == "surname" and (event.side == "near" or (phrase.first > 0 and not light)):
            return False
        placed = phrase.kind == "name" and phrase.first > 0 and self.tokens[phrase.first - 1].low in _AT
        if placed or (phrase.kind == "bare" and not light):
            return False
        if light and self._belongs(i):
            return False
        parted = not light or (len(gap) > 0 and gap[0].text == "," and not any(t.low in {"who", "whom"} for t in gap))
        return not ((parted or phrase.kind == "surname") and self._hangs(phrase))

    def _belongs(self, i: int) -> bool:
        """True for the name in "the grandson of Ana Belo was shot", where it says whose the victim is."""
        owned = self.phrases[i - 1] if i else None
        if owned is None or owned.last != self.phrases[i].first - 1 or not self._hangs(self.phrases[i]):
            return False
        if self.phrases[i].wording == "plural":
            return owned.kind == "people" and not owned.harm  # "four people from the Belo family were killed"
        return owned.kind == "people" and (owned.low, owned.high) == (1, 1) and not owned.harm

    def _clause(self, at: int) -> tuple[int, int]:
        """Where a subject must end for an event after a closing comma: before ", who ...,"; and where that clause ends.

        Twice `at` where there is no such clause.
        """
        i = at - 1
        while i > 0 and (self.tokens[i].low in ADVERBS | BE | HAVE | {"and"} or i in self.told):
            i -= 1
        if i < 0 or self.tokens[i].text != ",":
            return at, at
        for j in range(i - 1, 0, -1):
            if self.tokens[j - 1].text == "," and self._aside(j):
                ends = (k for k in range(j + 1, i) if self.tokens[k].text == "," and self.tokens[k + 1].low == "and")
                return j, next(ends, i)
        return at, at

    def _aside(self, at: int) -> bool:
        """True for what opens a clause that tells more of those before it: "who", "including", "two of them"."""
        low = [t.low for t in self.tokens[at : at + 3]]
        return low[0] in _MORE or (low[1:2] == ["of"] and low[2:3] in (["them"], ["whom"]))

    def alongside(self, event: Event) -> list[int]:
        """Those named after the verb: "was killed together with his wife Rana and their son"."""
        after = event.last
        while after < len(self.tokens) and self.tokens[after].low in ADVERBS:
            after += 1
        comma = [t.low for t in self.tokens[after : after + 2]]
        after += comma[:1] == [","] and comma[1:] != ["with"]
        for linker in _WITH:
            if [t.low for t in self.tokens[after : after + len(linker)]] == linker:
                start = whose(self.tokens, after + len(linker)) if after + len(linker) < len(self.tokens) else after
                told = [t.low for t in self.tokens[start : start + 3]]
                if told[:1] == ["a"] and told[1:] in (["set", "of"], ["pair", "of"], ["group", "of"]):
                    start += 3  # "as well as a pair of brothers called Ali and Nur"
                if not any(p.first == start for p in self.phrases):
                    start += start < len(self.tokens) and self.tokens[start].low in {"his", "her", "their"}
                for i, phrase in enumerate(self.phrases):
                    if phrase.first == start and phrase.kind != "thing":
                        return [j for j in self.members(i, event.what) if j >= i]
        return []

    def antecedent(self, i: int) -> int:
        """The first single person of the sentence that "he" or "she" may mean; the pronoun itself if there is none."""
        word = self.tokens[self.phrases[i].first].low
        if self.phrases[i].kind != "pronoun" or word in {"him", "her", "his", "self"}:
            return i
        order = range(i - 1, -1, -1) if word in OWN else range(i)
        for j in order:
            phrase = self.phrases[j]
            if any(t.low in _TELLS for t in self.tokens[phrase.last : phrase.last + 5]):
                continue
            if phrase.kind in {"people", "name", "surname"} and (phrase.low, phrase.high) == (1, 1):
                if j in self.objects or self._hangs(phrase) or (phrase.kind == "surname" and phrase.first > 0):
                    continue
                words = {t.low for t in self.tokens[phrase.first : phrase.last]}
                if self.tokens[phrase.first].low == _POSSESSED.get(word):
                    continue  # "she told her mother before she died": whose mother it is
                if not words & (FEMALE if word in {"he", "himself"} else MALE):
                    return j
        return i

    def _hangs(self, phrase: Phrase) -> bool:
        """True where the phrase is the object of a preposition, a title let in ("grandson of Rep. Ana Belo")."""
        before = phrase.first - 1
        if phrase.kind in {"name", "surname"}:
            while before > 0 and (self.tokens[before].text == "." or _title(self.tokens[before])):
                before -= 1
        return before >= 0 and self.tokens[before].low in PREPOSITIONS - _CLAUSAL


def _title(token: Token) -> bool:
    return token.kind == "word" and token.text[0].isupper() and token.low in TITLES
