"""Hypotheses, evidence and what the scores say (Analysis of Competing Hypotheses)."""

from __future__ import annotations

from typing import Literal

from sayso.records.spans import Passage, Record

Consistency = Literal["CC", "C", "N", "I", "II", "NA"]
AchMethod = Literal["counts", "parc", "squared", "bayes"]
Confidence = Literal["low", "moderate", "high"]


class Evidence(Record, frozen=True, kw_only=True):
    """One row. `cells` hold a rating per hypothesis, in the matrix's order; null is not rated yet.

    `credibility` and `relevance` are weights 0..1 or the words low / medium / high; `grade` an Admiralty grade.
    `claims` are ids of the claims that it hangs on, `passages` where these stand in documents. `means` has, where
    several analysts rated, the mean of each cell in steps from 2 (CC) to -2 (II). `likelihoods` are probabilities 0..1
    of the evidence under each hypothesis, where somebody gave them; Bayes takes these in place of the ratings' own.
    `set_aside`: it rests on nothing but sources that a person distrusts; its ratings stay and do not count.
    """

    name: str
    cells: tuple[Consistency | None, ...]
    credibility: str | None = None
    relevance: str | None = None
    grade: str | None = None
    source: str | None = None
    origin: str | None = None
    passages: tuple[Passage, ...] = ()
    claims: tuple[str, ...] = ()
    means: tuple[float | None, ...] = ()
    likelihoods: tuple[float | None, ...] = ()
    set_aside: bool = False


class HypothesisLink(Record, frozen=True, kw_only=True):
    """Two hypotheses that do not exclude each other.

    `overlaps`: both may hold at once. `variant`: one explanation told in two ways; they share one prior, so that
    telling a thing twice does not make it likelier.
    """

    first: str
    second: str
    kind: Literal["overlaps", "variant"]


class Matrix(Record, frozen=True, kw_only=True):
    """Evidence x hypotheses. `priors` sum to 1 (even when not given, with variants of one explanation as one)."""

    hypotheses: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    priors: tuple[float, ...] = ()
    links: tuple[HypothesisLink, ...] = ()


class HypothesisScore(Record, frozen=True, kw_only=True):
    """`scores` by method: `counts`, `parc`, `squared` are sizes of inconsistency (smaller is better).

    `bayes` is log odds (greater is better). `low` and `high` bound the probability; `words` are those of the yardstick.
    """

    name: str
    scores: dict[str, float]
    rank: int
    probability: float
    low: float | None = None
    high: float | None = None
    words: str | None = None
    ranks: dict[str, int] = {}


class EvidenceScore(Record, frozen=True, kw_only=True):
    """Spread of a row over all hypotheses, and between the two leaders; whether the verdict rests on it.

    Attributes:
        diagnosticity: standard deviation of the ratings, CC 2 to II -2, over the rated hypotheses; 0..2.
        between_leaders: steps between the ratings of the two leaders, 0..4; the greatest where leaders tie.
        decides: without this row others lead.
        weight: credibility x relevance, as the methods that weigh rows use it.
    """

    name: str
    diagnosticity: float
    between_leaders: float
    decides: bool
    weight: float = 1.0


class LeftOut(Record, frozen=True, kw_only=True):
    """What the leaders are once something is left out; `probabilities` in the matrix's order of hypotheses."""

    kind: Literal["row", "source", "origin", "set"]
    name: str
    leaders: tuple[str, ...]
    changes: bool
    contenders: tuple[str, ...] = ()
    probabilities: tuple[float, ...] = ()


class Gaps(Record, frozen=True, kw_only=True):
    """What a matrix leaves open.

    Attributes:
        unrated: evidence that nobody rated against any hypothesis.
        partly_rated: evidence with at least one cell rated and at least one not.
        untested: hypotheses with no evidence against them (no I, no II): not confirmed, only not tried.
        non_diagnostic: evidence rated the same for every hypothesis; it separates nothing.
        would_separate: evidence with an unrated cell whose rating could part the contenders.
    """

    unrated: tuple[str, ...] = ()
    partly_rated: tuple[str, ...] = ()
    untested: tuple[str, ...] = ()
    non_diagnostic: tuple[str, ...] = ()
    would_separate: tuple[str, ...] = ()


class LinkedGroup(Record, frozen=True, kw_only=True):
    """Hypotheses joined by links, and the probability (0..1) that one or more of them hold."""

    names: tuple[str, ...]
    probability: float
    low: float
    high: float
    words: str


class RatingChange(Record, frozen=True, kw_only=True):
    """One cell rated otherwise."""

    evidence: str
    hypothesis: str
    was: Consistency | None
    now: Consistency


class Overturn(Record, frozen=True, kw_only=True):
    """The smallest changes found that put others ahead; each was tried and does so.

    Attributes:
        without: fewest rows whose absence does it; empty when even leaving out all that favours the leaders does not.
        then: who leads without them.
        changes: ratings that do it, with the fewest steps along CC C N I II in all; empty when eight do not.
        steps: how many steps these are.
        then_changed: who leads with them.
    """

    without: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    changes: tuple[RatingChange, ...] = ()
    steps: int = 0
    then_changed: tuple[str, ...] = ()


class Verdict(Record, frozen=True, kw_only=True):
    """All scores of a matrix. `leaders` keeps ties; `separated` when they differ by more than 10 % of the weight.

    `margin` is that 10 %, in the unit of the method's score; `contenders` are the leaders and all that the margin does
    not separate from them, so that `separated` means a single contender. `confidence` in who leads is apart from any
    likelihood; `doubts` are the clauses that speak against it.
    """

    method: AchMethod
    hypotheses: tuple[HypothesisScore, ...]
    leaders: tuple[str, ...]
    separated: bool
    evidence: tuple[EvidenceScore, ...]
    without: tuple[LeftOut, ...]
    leaders_by_method: dict[str, tuple[str, ...]] = {}
    contenders: tuple[str, ...] = ()
    margin: float = 0.0
    yardstick: str = "icd203"
    gaps: Gaps = Gaps()
    groups: tuple[LinkedGroup, ...] = ()
    overturn: Overturn = Overturn()
    confidence: Confidence = "low"
    doubts: tuple[str, ...] = ()


class Proposal(Record, frozen=True, kw_only=True):
    """A hypothesis that the reports themselves offer: proposed, never decided.

    `name` is the wording of one of the `passages`, which stand in order of documents and of text.
    """

    name: str
    passages: tuple[Passage, ...]
