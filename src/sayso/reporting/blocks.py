"""What a dossier is made of: sentences with note numbers, plots, tables. Plain values; renderers only draw them.

Text in these records is already on one line and free of control characters, but not escaped for any format.
"""

from __future__ import annotations

from typing import Literal

from sayso.records import Consistency, Record
from sayso.reporting.copies import Copy
from sayso.reporting.notes import Note
from sayso.reporting.words import Direction

About = Literal["incident", "judgement", "record", "person"]
Mark = Literal["exact", "about", "range", "at_least", "at_most", "vague"]
Standing = Literal["agreed", "contested", "unknown", "single"]


class Run(Record, frozen=True):
    """A stretch of words: ours, or theirs (verbatim, set in serif), with the script's own direction."""

    text: str
    theirs: bool = False
    strong: bool = False
    language: str | None = None
    direction: Direction = "ltr"
    link: str | None = None
    """Id of a place in this report (`e3`), never an address outside."""


class Sentence(Record, frozen=True, kw_only=True):
    """One sentence and the notes under it.

    `about` says what carries it: `incident` rests on notes (there is at least one), `judgement` on rows of the matrix,
    `record` speaks of the collection itself (how many documents, what was not found) and needs none; `person` was
    written by a person, with the notes that they gave it.
    """

    runs: tuple[Run, ...]
    notes: tuple[int, ...] = ()
    about: About = "incident"
    proposed: bool = False


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


class PlotRow(Record, frozen=True, kw_only=True):
    """One independent account in a plot. `low`, `high` null where the wording leaves that side open."""

    label: str
    copies: int
    grade: str | None
    low: float | None
    high: float | None
    mark: Mark
    worded: Run
    short: str
    """The words without the noun that the plot's title already says."""
    use: str
    why: str
    aside: bool
    proposed: bool
    notes: tuple[int, ...]
    limited: bool = False
    """Drawn half full: it may raise the maximum only. `aside` is drawn hollow and struck: it does not count at all."""


class OtherRule(Record, frozen=True, kw_only=True):
    """What another published rule makes of the same accounts."""

    rule: str
    words: str


class Plot(Record, frozen=True, kw_only=True, tag=True):
    """A contested figure by independent account, with the weighed minimum, best and maximum.

    The scale runs from 0 to `top` with `ticks` on it. `lines` say what the range rests on, `steps` how it came about.
    """

    id: str
    title: str
    rule: str
    ticks: tuple[float, ...]
    top: float
    rows: tuple[PlotRow, ...]
    minimum: float | None
    best: float | None
    maximum: float | None
    contested: bool
    origins: int
    lines: tuple[Sentence, ...]
    steps: tuple[Sentence, ...]
    others: tuple[OtherRule, ...]
    silent: bool = False
    """Nobody mentions such harm; the range is null here, since no origin claims the 0 that recorders code."""


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


class Voices(Record, frozen=True, kw_only=True, tag=True):
    """Claims as recorded. `total` counts all of them; `rows` those shown; `folded` is a list of the less telling."""

    rows: tuple[Voice, ...]
    total: int
    folded: bool = False
    caption: str | None = None


class Moment(Record, frozen=True, kw_only=True):
    """One dated passage. `position` is 0..1 along the drawn scale, null when the date cannot be put on it."""

    when: str
    iso: str
    position: float | None
    who: str
    copies: int
    words: Run
    notes: tuple[int, ...]


class Tick(Record, frozen=True, kw_only=True):
    """A label on the scale of a timeline, at 0..1."""

    position: float
    label: str


class Chronicle(Record, frozen=True, kw_only=True, tag=True):
    """The timeline: dated passages in order, and when the documents were published (0..1 on the same scale)."""

    rows: tuple[Moment, ...]
    published: tuple[Tick, ...]
    ticks: tuple[Tick, ...]


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


class ScoreRow(Record, frozen=True, kw_only=True):
    """One hypothesis under every method. `ranks` as words, ties as `2=`; probability and bounds 0..1."""

    letter: str
    name: str
    leads: str | None
    """By which methods it leads, as in `leads by Bayes`, and `untested` when nothing speaks against it; or null."""
    scores: tuple[tuple[str, str, str], ...]
    """(method, score, rank) for each size of inconsistency that was computed."""
    probability: float
    low: float | None
    high: float | None
    words: str | None


class Scores(Record, frozen=True, kw_only=True, tag=True):
    """The explanations side by side, and sentences on what would change their order."""

    rows: tuple[ScoreRow, ...]
    methods: tuple[str, ...]
    separated: bool
    agree: bool
    by_method: str
    settled: str
    changes: tuple[Sentence, ...]
    tried: str | None
    """What was left out, one at a time, without changing who leads."""
    gaps: tuple[Sentence, ...] = ()
    """What the matrix leaves open: explanations that nothing speaks against, rows that nobody rated."""


class GridRow(Record, frozen=True, kw_only=True):
    """One piece of evidence. `cells` follow the hypotheses; `spread` overall and between the leaders."""

    id: str
    label: str
    name: str
    origin: str
    grade: str | None
    weight: str
    cells: tuple[Consistency | None, ...]
    spread: str
    between: str
    decides: bool
    notes: tuple[int, ...]


class Grid(Record, frozen=True, kw_only=True, tag=True):
    """The matrix; drawn with hypotheses in columns and again in rows."""

    letters: tuple[str, ...]
    names: tuple[str, ...]
    rows: tuple[GridRow, ...]


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


class Spot(Record, frozen=True, kw_only=True):
    """One place on a map: `x`, `y` in units of the drawing from its upper left corner."""

    label: str
    x: float
    y: float
    mentions: int
    documents: int
    main: bool
    precision: str
    where: str
    notes: tuple[int, ...]
    label_left: bool = False
    lift: float = 0.0


class Map(Record, frozen=True, kw_only=True, tag=True):
    """Places on a plain grid of degrees, without any map from outside; `scale` is a length in kilometres.

    `meridians` and `parallels` are lines at a place of the drawing with their label.
    """

    width: float
    height: float
    spots: tuple[Spot, ...]
    meridians: tuple[tuple[float, str], ...]
    parallels: tuple[tuple[float, str], ...]
    scale: float
    scale_width: float
    beyond: tuple[str, ...]
    """Places too far away to be drawn with the others."""


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
