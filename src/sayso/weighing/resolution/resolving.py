"""The value held for each object, with its reasons, and the reliability of each source."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from sayso.errors import UsageError
from sayso.records import Resolution, ResolvedObject, ResolvedSource, SourceClaim, Truth
from sayso.weighing.resolution.ballots import Ballot, Candidate, cast_votes
from sayso.weighing.resolution.labels import dawid_skene
from sayso.weighing.resolution.methods import Shares, accu, centre, crh, is_numeric, median_place, truthfinder, vote

__all__ = ["METHODS", "resolve"]

_HOW: Final[dict[str, Callable[[Sequence[Ballot]], Shares]]] = {
    "vote": vote,
    "truthfinder": truthfinder,
    "accu": accu,
    "dawid-skene": dawid_skene,
    "crh": crh,
    "centre": centre,
}
METHODS: Final = ("auto", *_HOW)
_TOLERANCE: Final = 1e-9
_MANY: Final = 20
"""More labels than this are no closed set: a voice's table of errors could not be filled."""
_CROWD: Final = 5
"""Voices that an object has on average, from which on different numbers are taken for estimates ..."""
_SPREAD: Final = 3
"""... if there are so many different ones."""
_NAMED: Final = 4
"""How many sources a reason names before it counts the rest."""


def resolve(claims: Sequence[SourceClaim], *, method: str = "auto", hierarchy: Mapping[str, str] = {}) -> Resolution:
    """Resolve a table of who-claims-what.

    Args:
        claims: in any order. Copies of one origin count once; see `sayso.weighing.resolution.ballots`.
        method: `vote`, `truthfinder`, `accu`, `dawid-skene`, `crh`, `centre`, or `auto`: Dawid-Skene where many
            objects take their values from one small set of labels, else TruthFinder for numbers (`centre` where five
            voices or more give an object three different ones or more) and Accu for everything else.
        hierarchy: parent of each value; a coarser value supports the finer ones inside it.

    Returns:
        For each object one of its claimed values, never an average. Ties go to the finer value, then to the one with
        more voices, the later one, the smaller number, the alphabet; the reasons say so. A source's reliability is the
        mean share of its own values, with Wilson's 95 % interval.

    Raises:
        UsageError: an unknown method.
    """
    if method not in METHODS:
        raise UsageError(f"There is no method {method!r}; choose one of {', '.join(METHODS)}.")
    ballots = cast_votes(claims, hierarchy)
    used = _suited(ballots, hierarchy) if method == "auto" else method
    shares = _HOW[used](ballots) if ballots else []
    return Resolution(
        method=used,
        objects=tuple(_held(ballot, row, used) for ballot, row in zip(ballots, shares, strict=True)),
        sources=_reliability(ballots, shares),
    )


def _suited(ballots: Sequence[Ballot], hierarchy: Mapping[str, str]) -> str:
    """The method that does best on public tables of this shape; see `evals/`."""
    if hierarchy:
        return "accu"
    labels = {candidate.key for ballot in ballots for candidate in ballot.candidates}
    voices = sum(len(candidate.votes) for ballot in ballots for candidate in ballot.candidates)
    if 1 < len(labels) <= _MANY and len(ballots) >= 5 * len(labels) and voices >= 2 * len(ballots):
        return "dawid-skene"
    if not ballots or not all(is_numeric(ballot) for ballot in ballots):
        return "accu"
    # Many different numbers of one object are estimates, which the middle settles better than agreement.
    different = sum(len(ballot.candidates) for ballot in ballots)
    crowded = voices >= _CROWD * len(ballots) and different >= _SPREAD * len(ballots)
    return "centre" if crowded else "truthfinder"


def _held(ballot: Ballot, shares: Sequence[float], method: str) -> ResolvedObject:
    order = _order(ballot, shares)
    by_median = method == "crh" and is_numeric(ballot)
    held = median_place(ballot, shares) if by_median else order[0]
    tied = [place for place in order if place != held and abs(shares[place] - shares[held]) <= _TOLERANCE]
    rest = [place for place in order if place != held]
    return ResolvedObject(
        object=ballot.object,
        value=ballot.candidates[held].value,
        support=round(shares[held], 9),
        alternatives=tuple(
            Truth(value=ballot.candidates[place].value, support=round(shares[place], 9)) for place in rest
        ),
        reasons=tuple(_reasons(ballot, held, rest, [] if by_median else tied, by_median=by_median)),
    )


def _order(ballot: Ballot, shares: Sequence[float]) -> list[int]:
    """Places by share; among equals the finer, more voices, the later, then numbers ascending or the alphabet."""
    candidates = ballot.candidates
    # In two passes, since a date cannot be negated: what is sorted last decides first.
    later = sorted(range(len(shares)), key=lambda place: candidates[place].latest, reverse=True)
    return sorted(
        later,
        key=lambda place: (-round(shares[place], 9), -candidates[place].depth, -len(candidates[place].votes)),
    )


def _reasons(ballot: Ballot, held: int, rest: Sequence[int], tied: Sequence[int], *, by_median: bool) -> list[str]:
    chosen = ballot.candidates[held]
    says = [f"{_names(chosen.sources)} {_verb(chosen.sources)} {chosen.value}."]
    coarser = [ballot.candidates[place] for place in chosen.coarser]
    says += [f"{wide.value}, said by {_names(wide.sources)}, is less exact and agrees." for wide in coarser]
    others = [ballot.candidates[place] for place in rest if place not in chosen.coarser]
    says += [f"{_names(other.sources)} {_verb(other.sources)} {other.value}." for other in others]
    if tied:
        rivals = ", ".join(ballot.candidates[place].value for place in tied)
        says.append(f"Tie with {rivals}: {_tiebreak(chosen, [ballot.candidates[place] for place in tied])}.")
    if by_median and rest:
        says.append("Half of the weight lies at or below this number, and it is one that was claimed.")
    if ballot.folded:
        says.append(f"Claims that repeat their own origin: {ballot.folded}; each origin counts once.")
    if ballot.replaced:
        says.append(f"Claims replaced by a later one of the same source: {ballot.replaced}.")
    return says


def _tiebreak(chosen: Candidate, rivals: Sequence[Candidate]) -> str:
    if all(chosen.depth > rival.depth for rival in rivals):
        return "the more exact one is taken"
    if all(len(chosen.votes) > len(rival.votes) for rival in rivals):
        return "the one with more origins behind it is taken"
    if all(chosen.latest > rival.latest for rival in rivals):
        return "the later one is taken"
    if all(item.number is not None for item in (chosen, *rivals)):
        return "nothing decides between them; the smallest number is taken"
    return "nothing decides between them; the first by alphabet is taken"


def _names(sources: Sequence[str]) -> str:
    shown = list(sources[:_NAMED])
    if len(sources) > _NAMED:
        shown.append(f"{len(sources) - _NAMED} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _verb(sources: Sequence[str]) -> str:
    return "says" if len(sources) == 1 else "say"


def _reliability(ballots: Sequence[Ballot], shares: Shares) -> tuple[ResolvedSource, ...]:
    """Mean share of each source's own values, coarser ones together with the finer ones inside; sources by name."""
    gained: dict[str, list[float]] = {}
    for ballot, row in zip(ballots, shares, strict=True):
        inside = list(row)
        for place, candidate in enumerate(ballot.candidates):
            for coarser in candidate.coarser:
                inside[coarser] += row[place]
        for value, candidate in zip(inside, ballot.candidates, strict=True):
            for source in candidate.sources:
                gained.setdefault(source, []).append(min(1.0, value))
    out = []
    for source in sorted(gained):
        mean = math.fsum(gained[source]) / len(gained[source])
        low, high = _wilson(mean, len(gained[source]))
        out.append(
            ResolvedSource(
                source=source,
                reliability=round(mean, 9),
                low=round(low, 9),
                high=round(high, 9),
                claims=len(gained[source]),
            )
        )
    return tuple(out)


def _wilson(share: float, count: int) -> tuple[float, float]:
    """Wilson's score interval at 95 % (1927) for a share of `count` trials."""
    z = 1.959963984540054
    middle = share + z * z / (2 * count)
    reach = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    whole = 1 + z * z / count
    return max(0.0, min(share, (middle - reach) / whole)), min(1.0, max(share, (middle + reach) / whole))
