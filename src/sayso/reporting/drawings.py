"""What a dossier draws: figures by account, timeline, map, scores and matrix, as plain values for the renderers."""

from __future__ import annotations

from typing import Literal

from sayso.records import Consistency, Record
from sayso.reporting.sentences import Run, Sentence

Mark = Literal["exact", "about", "range", "at_least", "at_most", "vague"]


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
