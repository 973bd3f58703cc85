"""Answers about what people decided."""

from __future__ import annotations

from sayso.desk.web.answers.base import Answer
from sayso.desk.web.answers.documents import ClaimView
from sayso.records import Decision, Indicator, Matrix, Panel, PostMortem, Proposal, Record, Verdict, Written


class Rating(Record, frozen=True, kw_only=True):
    """One analyst's rating of one cell."""

    evidence: str
    hypothesis: str
    rating: str
    who: str
    when: str
    decision: int


class Likelihood(Record, frozen=True, kw_only=True):
    """Words of the yardstick and the probabilities that they stand for."""

    words: str
    low: float
    high: float


class Explaining(Answer, frozen=True, kw_only=True):
    """The matrix, its scores, explanations that the reports offer, and who rated what."""

    matrix: Matrix | None
    verdict: Verdict | None
    panel: Panel | None
    indicators: tuple[Indicator, ...]
    post_mortem: PostMortem | None
    proposals: tuple[Proposal, ...]
    ratings: tuple[Rating, ...]
    likelihood: tuple[Likelihood, ...]


class NameMark(Record, frozen=True, kw_only=True):
    """A name that somebody marked: sensitive, so that no redacted report or export shows it, or public."""

    name: str
    sensitive: bool
    who: str
    when: str


class MarkedNames(Answer, frozen=True, kw_only=True):
    """Names that people marked, in the order of the marks that stand."""

    names: tuple[NameMark, ...]


class SectionRow(Record, frozen=True, kw_only=True):
    """One section of the report, and what people wrote into it."""

    id: str
    title: str
    written: tuple[Written, ...]


class ReportSections(Answer, frozen=True, kw_only=True):
    """The sections of the report in their order."""

    sections: tuple[SectionRow, ...]


class Past(Record, frozen=True, kw_only=True):
    """A decision and what it says in a sentence."""

    decision: Decision
    says: str


class History(Answer, frozen=True, kw_only=True):
    """Decisions, newest first; `more` when there are earlier ones."""

    decisions: tuple[Past, ...]
    more: bool


class Decided(Answer, frozen=True, kw_only=True):
    """All decisions made or undone since what the request was based on, and the claims that they changed."""

    decisions: tuple[Decision, ...]
    claims: tuple[ClaimView, ...]
