"""What a dossier is made of: sentences with note numbers, drawings, tables. Plain values; renderers only draw them.

Text in these records is already on one line and free of control characters, but not escaped for any format.
"""

from __future__ import annotations

from typing import Literal

from sayso.records import Record
from sayso.reporting.copies import Copy
from sayso.reporting.drawings import (
    Chronicle,
    Grid,
    GridRow,
    Map,
    Mark,
    Moment,
    OtherRule,
    Plot,
    PlotRow,
    ScoreRow,
    Scores,
    Spot,
    Tick,
)
from sayso.reporting.notes import Note
from sayso.reporting.sentences import About, Run, Sentence

__all__ = [
    "About",
    "Aside",
    "Block",
    "Cell",
    "Check",
    "Chronicle",
    "Dossier",
    "Grid",
    "GridRow",
    "Map",
    "Mark",
    "Moment",
    "OtherRule",
    "Paragraph",
    "Plot",
    "PlotRow",
    "Run",
    "ScoreRow",
    "Scores",
    "Section",
    "Sentence",
    "Spot",
    "Stand",
    "Standing",
    "Standings",
    "Table",
    "Tick",
    "Voice",
    "Voices",
    "Words",
]

Standing = Literal["agreed", "contested", "unknown", "single"]


class Paragraph(Record, frozen=True, kw_only=True, tag=True):
    """Sentences that belong together; `lead` is a short bold opening, or null."""

    sentences: tuple[Sentence, ...]
    lead: str | None = None
    steps: bool = False
    """Drawn as a numbered list: the steps of a rule."""


class Stand(Record, frozen=True, kw_only=True):
    """One line of the agreed / contested / unknown summary; `support` as in `5 origins`, `3 against 1`."""

    standing: Standing
    sentence: Sentence
    support: str
    between: str | None = None
    """Who stands against whom, where it is contested."""


class Standings(Record, frozen=True, kw_only=True, tag=True):
    """What is agreed, contested, said once, unknown; in that order."""

    rows: tuple[Stand, ...]


class Voice(Record, frozen=True, kw_only=True):
    """One claim: who, through whom, their words, how firmly; and where it stands."""

    speaker: str
    via: str | None
    document: str
    words: Run
    certainty: str
    denied: bool
    grade: str | None
    outlet: str
    published: str | None
    start: int
    end: int
    notes: tuple[int, ...]
    copies: int = 0
    weight: tuple[bool, ...] = ()
    """What speaks against showing it in a short view, gravest first; all false is the most telling."""
    cue: str | None = None
    """The words of saying, where they are what matters."""
    aside: bool = False
    """Whoever says it, or the outlet that carries it, is set aside by a person."""

    @property
    def standing(self) -> str:
        """How firmly it is said, and what becomes of it: `certain, denied, set aside`."""
        more = (("denied", self.denied), ("set aside", self.aside))
        return ", ".join((self.certainty, *(word for word, holds in more if holds)))


class Voices(Record, frozen=True, kw_only=True, tag=True):
    """Claims as recorded. `total` counts all of them; `rows` those shown; `folded` is a list of the less telling."""

    rows: tuple[Voice, ...]
    total: int
    folded: bool = False
    caption: str | None = None


class Cell(Record, frozen=True, kw_only=True):
    """One cell of a table."""

    runs: tuple[Run, ...] = ()
    notes: tuple[int, ...] = ()
    grade: str | None = None
    number: bool = False
    anchor: str | None = None


class Table(Record, frozen=True, kw_only=True, tag=True):
    """A plain table; the first cell of a row is its heading."""

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    folded: str | None = None
    """Words to open a long table by, where the format can fold it; null is never folded."""


class Words(Record, frozen=True, kw_only=True, tag=True):
    """What a person wrote: paragraphs of sentences, by whom and when.

    `stale`: it stands instead of a text of the program that has changed since.
    """

    paragraphs: tuple[tuple[Sentence, ...], ...]
    who: str
    when: str
    stale: bool = False

    @property
    def signed(self) -> str:
        """Who wrote it, in a line for the reader."""
        line = f"Written by {self.who}, {self.when}."
        return f"{line} The program's own account of this has changed since." if self.stale else line


Block = Words | Map | Paragraph | Standings | Plot | Voices | Chronicle | Table | Scores | Grid


class Section(Record, frozen=True, kw_only=True):
    """A part of the dossier; `id` is stable and serves as an anchor."""

    id: str
    title: str
    blocks: tuple[Block, ...]


class Check(Record, frozen=True, kw_only=True):
    """Something to look at before the report leaves the room; `ok` or not, in a sentence."""

    ok: bool
    says: str


class Aside(Record, frozen=True, kw_only=True):
    """Something that the account does not rest on, in one line; `command` shows more of it, or null."""

    says: str
    command: str | None = None


class Dossier(Record, frozen=True, kw_only=True):
    """The whole report, in no format yet. `state` is the time of the newest stored row, or null."""

    name: str
    title: str
    dateline: str
    counts: str
    tag: str | None
    state: str | None
    asides: tuple[Aside, ...]
    """What the account does not rest on, one line each: other happenings, documents not read, inputs refused."""
    sections: tuple[Section, ...]
    checks: tuple[Check, ...]
    notes: tuple[Note, ...]
    copies: tuple[Copy, ...] = ()
    language: str = "en"
    redacted: bool = False
