"""What the value of a time expression may depend on: publication date, tense, what was mentioned before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

import msgspec

from sayso.reading.times.happenings import Happenings
from sayso.reading.times.values import parse_date
from sayso.records import TimeType

__all__ = ["Context", "Found"]

_FUTURE = re.compile(
    r"\b(?:will|shall|['’]ll|would|to be|going to|plans? to|planned|planning|scheduled|expected|expects?|due|slated|"
    r"set to|set for|supposed to|wants? to|hopes? to|upcoming|until|payable|intends?|aims?|should|deadline|"
    r"is to|are to)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?<!\bbe )(?:was|were|had|did|said|told|announced|reported|killed|struck|hit|after|since|ended|"
    r"began|ago|[a-z]{3,}ed)\b"
)
# A limit lies ahead, whatever the verb: "said it would run through January".
_UP_TO = re.compile(r"\b(?:by|until|till|through|ahead of)\s+$", re.IGNORECASE)
_MONTH = re.compile(r"\d{4}-\d\d(?![\w])")
_PAPER = re.compile(
    r"\b(?:dated|(?:letter|memo|memorandum|e-?mail|decree|circular|warrant|order|telegram|note)s?(?:\s+(?:dated|of|from))?)"
    r"\s*,?\s+(?:on\s+|the\s+)?$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"\bended\s+$")


@dataclass
class Context:
    """State of one document's pass: changes as expressions are valued in text order.

    `published` is null when the publication day is unknown; relative expressions then get values with X. `leant_on` is
    where the name of the happening ends that an expression leant on last.
    """

    text: str
    published: date | None
    known: str = ""
    last_date: date | None = None
    last_month: date | None = None
    last_quarter: str | None = None
    last_year: int | None = None
    happenings: Happenings = field(default_factory=Happenings)
    leant_on: int = 0

    def before(self, start: int, reach: int = 120) -> str:
        """The text of the same sentence in front of an offset, at most `reach` characters."""
        piece = self.text[max(0, start - reach) : start]
        return re.split(r"[.!?]\s+(?=[\"“A-Z])|\n", piece)[-1]

    def after(self, end: int, reach: int = 60) -> str:
        """The text of the same sentence behind an offset."""
        return re.split(r"[.!?](?:\s|$)|\n", self.text[end : end + reach])[0]

    def future(self, start: int, end: int) -> bool:
        """Whether the sentence speaks of what is to come (the nearest verb decides)."""
        ahead = self.before(start)
        if _UP_TO.search(ahead):
            return not re.search(r"\bhad\b", self.after(end))
        if self.ended(start):
            return False
        marks = [m.start() for m in _FUTURE.finditer(ahead)]
        pasts = [m.start() for m in _PAST.finditer(ahead)]
        if marks:
            return not pasts or marks[-1] >= pasts[-1]
        return not pasts and bool(re.search(r"\b(?:will|would|is to|are to)\b", self.after(end)))

    def note_happening(self, value: str, start: int, end: int) -> None:
        """Give the day of a value to the happening that its sentence names."""
        day = parse_date(value)
        if day is not None:
            ahead = self.before(start)
            # `Two days before the strike, on Friday, he left`: behind the comma, Friday is no day of the strike.
            if "," in self.text[self.leant_on : start]:
                ahead = ahead[max(0, self.leant_on - (start - len(ahead))) :]
            self.happenings.note(ahead, self.after(end), day)

    def ended(self, start: int) -> bool:
        """Whether something is said to have ended on what stands here."""
        return bool(_ENDED.search(self.before(start, 20)))

    def of_a_paper(self, start: int) -> bool:
        """Whether what stands here is the date of a letter or memo, not of what is told: "a memo dated 3 May"."""
        return bool(_PAPER.search(self.before(start, 40)))

    def remember(self, value: str, *, quarter_too: bool) -> None:
        """Keep a value that later expressions may lean on."""
        day = parse_date(value)
        if day is not None:
            self.last_date = day
        if _MONTH.match(value):
            self.last_month = parse_date(f"{value[:7]}-01")
        if value[:4].isdigit():
            self.last_year = int(value[:4])
        if quarter_too and value[4:6] == "-Q":
            self.last_quarter = value


@dataclass(frozen=True)
class Found:
    """A valued expression; `start` and `end` may be narrower than the rule's match.

    `give_or_take` is as in `TimeMention`; `leans_on` names a happening that had no day when the expression was valued.
    """

    type: TimeType
    value: str
    start: int | None = None
    end: int | None = None
    give_or_take: int | msgspec.UnsetType = msgspec.UNSET
    leans_on: str | None = None
