"""The value held for each object, with its reasons, and the reliability of each source."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from sayso.errors import UsageError
from sayso.records import Copying, Resolution, ResolvedSource, SourceClaim, Truth
from sayso.weighing.resolution import methods
from sayso.weighing.resolution.ballots import Ballots, Numbers
from sayso.weighing.resolution.copying import accu, accu_alone
from sayso.weighing.resolution.holding import Holding
from sayso.weighing.resolution.labels import dawid_skene
from sayso.weighing.resolution.measures import centre, crh
from sayso.weighing.resolution.reliability import reliability

__all__ = ["METHODS", "resolve"]

_HOW: Final[dict[str, Callable[[Ballots], Numbers]]] = {
    "vote": methods.vote,
    "truthfinder": methods.truthfinder,
    "sums": methods.sums,
    "average-log": methods.average_log,
    "investment": methods.investment,
    "pooled-investment": methods.pooled_investment,
    "accu": lambda ballots: accu(ballots)[0],
    "accu-alone": accu_alone,
    "dawid-skene": lambda ballots: dawid_skene(ballots)[0],
    "crh": crh,
    "centre": centre,
}
METHODS: Final = ("auto", *_HOW)
_NOTHING: Final[Mapping[str, str]] = {}
_MANY: Final = 20
"""More labels than this are no closed set: a voice's table of errors could not be filled."""
_CROWD: Final = 5
"""Voices that an object has on average, from which on different numbers are taken for estimates ..."""
_SPREAD: Final = 3
"""... if there are so many different ones."""
_CROWDS: Final = ("auto", "centre", "dawid-skene")
"""Methods that can find what nobody claims."""


def resolve(
    claims: Sequence[SourceClaim],
    *,
    method: str = "auto",
    hierarchy: Mapping[str, str] = _NOTHING,
    known: Mapping[str, str] = _NOTHING,
    crowd: bool = False,
) -> Resolution:
    """Resolve a table of who-claims-what.

    Args:
        claims: in any order. Copies of one origin count once; see `sayso.weighing.resolution.ballots`.
        method: one of `METHODS`. `auto` takes Dawid-Skene where many objects take their values from one small set of
            labels, else TruthFinder for numbers (`centre` where five voices or more give an object three different
            ones or more) and Accu for everything else.
        hierarchy: parent of each value; a coarser value supports the finer ones inside it.
        known: answers of some objects. They are held, and every method but `vote` and `centre`, which weigh no source,
            measures the sources against them. An answer may be one that nobody claims.
        crowd: the table holds a crowd's answers to questions (ratings, labels), not reports of what happened. Then
            `centre` holds the mean of numbers and `dawid-skene` a label that nobody gave, where its record of the
            sources makes that the likeliest; `auto` takes `centre` for all numbers.

    Returns:
        For each object one of its claimed values, or the one that is known; never an average but in a crowd. Ties go
        to the finer value, then to the one with more voices, the later one, the smaller number, the alphabet; the
        reasons say so, and `undecided` names the values that nothing but the last two sets apart. A source's
        reliability is the mean share of its own values among those that another origin or a known answer speaks to,
        with Wilson's 95 % interval; null where these are fewer than three.

    Raises:
        UsageError: an unknown method, or one that does not suit the table.
    """
    if method not in METHODS:
        raise UsageError(f"There is no method {method!r}; choose one of {', '.join(METHODS)}.")
    if crowd and method not in _CROWDS:
        raise UsageError(
            f"{method} holds claimed values only, so it has no use for a crowd; leave out one of the two, or choose"
            f" {', '.join(_CROWDS)}."
        )
    if not claims:
        return Resolution(method="accu" if method == "auto" else method, objects=(), sources=())
    ballots = Ballots(claims, hierarchy, known)
    used = _suited(ballots, hierarchy, crowd=crowd) if method == "auto" else method
    copying: tuple[Copying, ...] = ()
    likelier: Mapping[int, Truth] = {}
    if used == "accu":
        shares, copying = accu(ballots)
    elif used == "dawid-skene":
        shares, likelier = dawid_skene(ballots)
    else:
        shares = _HOW[used](ballots)
    sources = reliability(ballots, shares)
    return Resolution(
        method=used,
        objects=tuple(Holding(ballots, shares, used, sources, known, likelier=likelier, crowd=crowd).held()),
        sources=sources,
        copying=copying,
        notes=tuple(_notes(sources, crowd=crowd)),
    )


def _suited(ballots: Ballots, hierarchy: Mapping[str, str], *, crowd: bool) -> str:
    """The method that does best on public tables of this shape; see `evals/`."""
    if hierarchy:
        return "accu"
    labels, things, votes = len(set(ballots.keys)), len(ballots.objects), len(ballots.who)
    if 1 < labels <= _MANY and things >= 5 * labels and votes >= 2 * things:
        return "dawid-skene"
    if not ballots.numeric.all():
        return "accu"
    if crowd:
        return "centre"
    # Many different numbers of one object are estimates, which the middle settles better than agreement.
    return "centre" if votes >= _CROWD * things and ballots.size >= _SPREAD * things else "truthfinder"


def _notes(sources: Sequence[ResolvedSource], *, crowd: bool) -> list[str]:
    cannot = sum(source.reliability is None for source in sources)
    if cannot == len(sources):
        said = "Of no source can it be told how far it can be relied on: their claims hardly overlap."
        return [said if crowd else f"{said} Values are held by number of origins and by rule."]
    if cannot:
        return [f"Of {cannot} of {len(sources)} sources it cannot be told how far they can be relied on."]
    return []
