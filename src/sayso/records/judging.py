"""What people add to a matrix over time: links, other analysts, predictions, and what turned out true."""

from __future__ import annotations

from typing import Literal

from sayso.records.accounts import Range, Statement
from sayso.records.hypotheses import Consistency, LeftOut
from sayso.records.spans import Record

IndicatorState = Literal["open", "happened", "did not happen", "cannot be told"]


class AnalystView(Record, frozen=True, kw_only=True):
    """What one analyst's own ratings come to; `probabilities` (0..1) in the matrix's order of hypotheses."""

    analyst: str
    rated: int
    leaders: tuple[str, ...]
    probabilities: tuple[float, ...]


class CellDispute(Record, frozen=True, kw_only=True):
    """A cell that analysts rated differently; `spread` in steps of the scale CC to II, 0..4."""

    evidence: str
    hypothesis: str
    ratings: dict[str, Consistency]
    spread: int


class Panel(Record, frozen=True, kw_only=True):
    """Several analysts side by side.

    Attributes:
        pooled: the mean of the analysts' probabilities, which are coherent each by itself; sums to 1.
        agreement: Krippendorff's alpha over the cells that two or more rated, ratings as equal steps; 1 is full
            agreement, 0 what chance would give, null where no cell has two ratings that could differ.
        cells: cells rated differently, the widest apart first.
    """

    hypotheses: tuple[str, ...]
    analysts: tuple[AnalystView, ...]
    pooled: tuple[float, ...]
    agreement: float | None
    cells: tuple[CellDispute, ...]


class Indicator(Record, frozen=True, kw_only=True):
    """Something that will or will not happen by a day, and what each hypothesis makes of it.

    Attributes:
        by: ISO date until which it may happen.
        ratings: how well its happening would go with each hypothesis.
        probability: 0..1, that it happens: as the analyst gave it, else as the matrix said when it was written down.
        resolved: ISO date on which somebody settled it; null while it is open.
        brier: (probability - outcome) squared, 0 best; null while open or where it cannot be told.
    """

    says: str
    by: str
    ratings: dict[str, Consistency]
    who: str
    made: str
    probability: float | None
    state: IndicatorState = "open"
    resolved: str | None = None
    note: str | None = None
    brier: float | None = None


class RowPull(Record, frozen=True, kw_only=True):
    """How far one row pulled towards what turned out true: weight x log of the likelihood ratio; below 0 it misled."""

    evidence: str
    source: str | None
    origin: str | None
    pull: float


class PostMortem(Record, frozen=True, kw_only=True):
    """A look back once the truth is known.

    Attributes:
        true: the hypotheses that turned out to hold; empty where none of them did.
        probabilities: of each hypothesis when the case was closed; what was learned later does not change them.
        brier: sum over classes of (probability - outcome) squared, 0 best and 2 worst; what is true is one class.
        even: the same score for even probabilities, to compare with.
        rival: the false hypothesis that stood highest.
        misled, helped: rows by how far they pulled from the truth towards the rival, and the other way.
    """

    true: tuple[str, ...]
    note: str | None
    who: str
    when: str
    probabilities: dict[str, float]
    led: bool
    brier: float
    even: float
    rival: str | None
    misled: tuple[RowPull, ...]
    helped: tuple[RowPull, ...]


class WhatIf(Record, frozen=True, kw_only=True):
    """What is left without some sources and all that goes back to them.

    Attributes:
        sources: as named.
        citing: whether documents that reprint, rewrite or cite them went too.
        documents: ids of the documents set aside.
        rows: names of the rows of evidence set aside.
        verdict: who leads then and with what probabilities; null without a matrix to score.
        figures: by quantity, the range before and after, where it changed.
    """

    sources: tuple[str, ...]
    citing: bool
    documents: tuple[str, ...]
    rows: tuple[str, ...]
    verdict: LeftOut | None
    figures: dict[str, tuple[Range, Range]] = {}


class Chance(Record, frozen=True, kw_only=True):
    """The probability 0..1 of one explanation before and after; null where there was no verdict."""

    hypothesis: str
    before: float | None
    after: float | None


class Reweighed(Record, frozen=True, kw_only=True):
    """What a decision changed in what a case amounts to.

    Attributes:
        figures: by quantity, the range before and after, where least, best, most, origins or being contested changed;
            null where the quantity is not claimed.
        gone: what was agreed, contested or unknown before and is no longer so.
        new: what is so now.
        rows: rows of evidence that no longer count.
        rows_back: rows of evidence that count again.
        chances: of all explanations, where any changed.
        leaders: of the explanations, before and after.
    """

    figures: dict[str, tuple[Range | None, Range | None]] = {}
    gone: tuple[Statement, ...] = ()
    new: tuple[Statement, ...] = ()
    rows: tuple[str, ...] = ()
    rows_back: tuple[str, ...] = ()
    chances: tuple[Chance, ...] = ()
    leaders: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    @property
    def nothing(self) -> bool:
        """Whether nothing changed."""
        return not (self.figures or self.gone or self.new or self.rows or self.rows_back or self.chances)
