"""Whom "he", "she", "it" and "they" mean: earlier speakers and names, weighed by place, part in the sentence, gender.

The weights follow the usual preferences (Lappin and Leass 1994): near before far, subject before the rest, speakers
before others. They were set by hand while reading articles of PolNeAR, `_KNOWN` and `_CLEAR` also against CoreNLP's
chains of its train part.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.names import Name, Names
from sayso.reading.attribution.quotes import find_quotes
from sayso.reading.attribution.speaker_evidence import inside, title_case_headings

__all__ = ["Pronouns", "Spoke"]

_BACK = 6  # sentences of narration that a pronoun looks back over
_FARTHEST = 40  # sentences in all: long quotations lie between
_MOST = 40  # names, and speakers, that are weighed
_KNOWN = 1.0  # what a known gender weighs, in sentences
_KNOWN_SPEAKER = 0.5  # the same for one who has spoken
_CLEAR = 0.5  # closer to the best is a toss-up: of 74 such in PolNeAR's train part 36 % agreed with the chains
_UNSHOWN = 0.75  # what a speaker loses whom nothing shows to be a person
_AHEAD = 200  # characters: "While he agreed that it sank, Baro ..."
_OBJECT = re.compile(
    r"\b(?:of|in|for|from|at|with|on|to|by|than|about|against|under|over|between|like|the|into|toward|towards|behind"
    r"|that|called|told|asked|including|versus|vs)\s+(?:[A-Z][a-z]*\.?\s+){0,2}\Z"
)
_FRONTED = re.compile(
    r"[\s\"“]*(?:While|As|When|If|Before|After|Although|Though|Despite|In|Unlike|With|Asked|Counter to|Contrary to|"
    r"Because|Since|Even|On|At|During|By|Until|Once)\b[^,.;:”\"]*"
)
_COMMA = re.compile(r",\s(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep)\.\s|[A-Z][a-z]+\s){0,3}\Z")
_PLURAL = re.compile(r"(?:[^s'’]s|men|women|people|police|media|staff|others)\Z")
_NOT_PLURAL = words("congress news press times states nations forces politics")
_PAPERS = words("report statement study poll survey book letter article editorial memo document email tweet video ad")
_ENDS_IN_S = re.compile(r"(?:ss|us|is|['’]s)\Z")


@dataclass(slots=True)
class Spoke:
    """A speaker who was resolved: `person` null means that nothing shows whether this is a person."""

    at: int
    name: str
    person: bool | None
    gender: str


class Pronouns:
    """Looks back from a pronoun; remembers who has spoken and whose gender a pronoun told."""

    def __init__(self, text: str, sentences: Sequence[tuple[int, int]], names: Names) -> None:
        self._text = text
        self._names = names
        self._starts = [start for start, _ in sentences]
        self._quotes = [(q.start, q.end) for q in find_quotes(text, 0, len(text))]
        self._headings = title_case_headings(text)
        self._spoke: list[Spoke] = []

    def note(self, spoke: Spoke) -> None:
        """Remember a speaker; they come in reading order."""
        self._spoke.append(spoke)

    def person(self, start: int, gender: str) -> str | None:
        """Whom "he" (gender "m") or "she" ("f") at a place means; null if nobody near can be meant."""
        scores: dict[str, float] = dict(self._ahead(start, gender))
        nearness = 0.0
        for low, high in self._sentences(start):
            same = 0.0 if nearness else 0.75  # "Denn said it sank, but she ..."
            spoke = ((name, score + same) for name, score in self._speakers(low, high, gender))
            for name, score in (*spoke, *self._named(low, high, start, gender)):
                scores[name] = max(scores.get(name, -9.0), score - nearness)
            nearness += 1.0
        best = self._clear(scores, gender)
        if best is None:
            return None
        self._names.learn(best, gender)
        self.note(Spoke(start, best, person=True, gender=gender))
        return best

    def _clear(self, scores: dict[str, float], gender: str) -> str | None:
        """The best, or of those about as good the only one whose gender is known; null rather than a toss-up."""
        top = max(scores.values(), default=0.0)
        rivals = [name for name, score in scores.items() if top - score < _CLEAR]
        if len(rivals) > 1:
            rivals = [name for name in rivals if self._names.gender(name) == gender]
        return rivals[0] if len(rivals) == 1 else None

    def body(self, start: int, *, plural: bool) -> str | None:
        """What "it" or "they" at a place means: the last speaker near that is no person, and several for "they"."""
        at = bisect_right(self._starts, start) - 1
        floor = self._starts[max(0, at - 3)] if self._starts else 0
        for spoke in reversed(self._spoke[-_MOST:]):
            if spoke.at < floor:
                return None
            if _several(spoke.name):
                if plural:
                    return spoke.name
            elif spoke.person is not True and not (plural and _is_paper(spoke.name)):
                return spoke.name
        return None

    def _sentences(self, start: int) -> Iterator[tuple[int, int]]:
        """Bounds of the sentences before a place, nearest first, as far as they are not all quotation."""
        at = bisect_right(self._starts, start) - 1
        quoted = inside(self._quotes, start)
        end, seen = start, 0
        for k in range(at, max(-1, at - _FARTHEST), -1):
            low = self._starts[k]
            quote = inside(self._quotes, low)
            if k == at or quote < 0 or quote == quoted or self._quotes[quote][1] < end - 2:
                seen += 1
                yield low, end
            end = low
            if seen > _BACK:
                return

    def _speakers(self, start: int, end: int, gender: str) -> Iterator[tuple[str, float]]:
        for spoke in reversed(self._spoke[-_MOST:]):
            if spoke.at < start:
                return
            known = self._names.gender(spoke.name) or spoke.gender
            if spoke.at < end and spoke.person is not False and known in {gender, ""}:
                yield spoke.name, 2.5 + (_KNOWN_SPEAKER if known else 0.0) - (0.0 if spoke.person else _UNSHOWN)

    def _named(self, start: int, end: int, pronoun: int, gender: str) -> Iterator[tuple[str, float]]:
        """Persons named in a sentence; what a quotation names counts only for a pronoun in that quotation."""
        first = True
        quoted = inside(self._quotes, pronoun)
        for name in self._names.within(start, end)[-_MOST:]:
            quote = inside(self._quotes, name.start)
            if (quote >= 0 and quote != quoted) or inside(self._headings, name.start) >= 0:
                continue
            full, known = self._meant(name, gender)
            weight = self._weight(name, full, first=first) if known in {gender, ""} else None
            if weight is not None:
                yield full, weight + (_KNOWN if known else 0.0)
            if weight is not None or known:
                first = first and (_owns(self._text, name) or self._is_object(name))

    def _meant(self, name: Name, gender: str) -> tuple[str, str]:
        """The full name, by preference one of this gender, and the gender known of it."""
        full = self._names.full(name.core, gender)
        if full == name.core:
            full = self._names.full(name.core, name.gender)
        return full, name.gender or self._names.gender(full)

    def _ahead(self, start: int, gender: str) -> Iterator[tuple[str, float]]:
        """The subject after a fronted clause that the pronoun stands in: "While he agreed, Baro ..."."""
        at = bisect_right(self._starts, start) - 1
        if at < 0 or not _FRONTED.fullmatch(self._text, self._starts[at], start):
            return
        high = self._starts[at + 1] if at + 1 < len(self._starts) else len(self._text)
        for name in self._names.within(start, min(high, start + _AHEAD))[:_MOST]:
            full, known = self._meant(name, gender)
            if known in {gender, ""} and _COMMA.search(self._text, max(start, name.start - 40), name.start):
                weight = self._weight(name, full, first=True)
                if weight is not None:
                    yield full, weight + 1.0 + (_KNOWN if known else 0.0)
                return

    def _weight(self, name: Name, full: str, *, first: bool) -> float | None:
        """How likely a pronoun means this name; null if it is nothing that shows a person."""
        if not (name.person or self._names.is_person(full) or self._names.is_person(name.core)):
            return None
        if _owns(self._text, name):
            return 1.0 if first else 0.5
        if self._is_object(name):
            return 0.5
        return 2.0 if first else 1.0

    def _is_object(self, name: Name) -> bool:
        return _OBJECT.search(self._text, max(0, name.start - 24), name.start) is not None


def _owns(text: str, name: Name) -> bool:
    return text[name.end : name.end + 2] in {"'s", "’s"}


def _several(name: str) -> bool:
    """Whether a speaker is more than one: "officials", "Jan Baro and Mira Denn"."""
    last = name.rsplit(maxsplit=1)[-1]
    if " and " in name:
        return True
    return last.islower() and last not in _NOT_PLURAL and bool(_PLURAL.search(last)) and not _ENDS_IN_S.search(last)


def _is_paper(name: str) -> bool:
    return name.rsplit(maxsplit=1)[-1].lower() in _PAPERS
