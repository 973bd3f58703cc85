"""Claims made ready for counting: who stands behind which value of which object.

- A claim's voice is its **origin** where one is named, else its source; a voice counts once for a value, however many
  sources repeat it.
- A later claim of one source about one object replaces its earlier ones, where all of them are dated.
- A voice that claims several values of one object is split evenly among them.
- A coarser value (a province) stands behind a finer one inside it (a town) that somebody claims.
"""

from __future__ import annotations

import functools
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from sayso.records import Record, SourceClaim

__all__ = ["Ballot", "Candidate", "Vote", "cast_votes"]


_THOUSANDS: Final = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+]?\d{1,3}(?: \d{3})+(?:\.\d+)?")


class Vote(Record, frozen=True, kw_only=True):
    """One voice for one value, with a weight 0..1 (its share among the voice's values, times its confidence)."""

    voice: str
    weight: float


class Candidate(Record, frozen=True, kw_only=True):
    """One value claimed of an object.

    Attributes:
        key: the value without what spelling alone changes; equal values have equal keys in every ballot.
        value: as most often written.
        votes: of those who claim it, by voice.
        sources: who claims it, by name.
        coarser: places, in the ballot, of claimed values that this one lies inside.
        depth: how many values it lies inside in the hierarchy.
        latest: latest date of its claims; empty if undated.
        number: the value as a number; null if it is none.
    """

    key: str
    value: str
    votes: tuple[Vote, ...]
    sources: tuple[str, ...]
    coarser: tuple[int, ...]
    depth: int
    latest: str
    number: float | None


class Ballot(Record, frozen=True, kw_only=True):
    """All candidates for one object, in an order that does not depend on that of the rows.

    `folded` counts claims that repeat their origin, `replaced` those that a later one of the same source replaces.
    """

    object: str
    candidates: tuple[Candidate, ...]
    folded: int = 0
    replaced: int = 0


def cast_votes(claims: Sequence[SourceClaim], hierarchy: Mapping[str, str]) -> list[Ballot]:
    """Bring the claims of each object together; objects in order of first appearance."""
    parents = {_key(child): _key(parent) for child, parent in hierarchy.items()}
    objects: dict[str, list[SourceClaim]] = {}
    for claim in claims:
        objects.setdefault(claim.object, []).append(claim)
    return [_ballot(name, said, parents) for name, said in objects.items()]


def _ballot(name: str, claims: list[SourceClaim], parents: Mapping[str, str]) -> Ballot:
    standing = _standing(claims)
    by_value: dict[str, list[SourceClaim]] = {}
    for claim in standing:
        by_value.setdefault(_key(claim.value), []).append(claim)
    spread: Counter[str] = Counter()
    for said in by_value.values():
        spread.update({_voice(claim) for claim in said})
    keys = sorted(by_value, key=lambda key: (_number(key) is None, _number(key) or 0.0, key))
    lines = {key: _ancestors(key, parents) for key in keys}
    candidates = []
    for key in keys:
        said = by_value[key]
        weights: dict[str, float] = {}
        for claim in said:
            weight = (1.0 if claim.confidence is None else claim.confidence) / spread[_voice(claim)]
            weights[_voice(claim)] = max(weight, weights.get(_voice(claim), 0.0))
        candidates.append(
            Candidate(
                key=key,
                value=_spelling(said),
                votes=tuple(Vote(voice=voice, weight=weights[voice]) for voice in sorted(weights)),
                sources=tuple(sorted({claim.source for claim in said})),
                coarser=tuple(place for place, other in enumerate(keys) if other in lines[key]),
                depth=len(lines[key]),
                latest=max(claim.date or "" for claim in said),
                number=_number(key),
            )
        )
    told = sum(len(candidate.votes) for candidate in candidates)
    return Ballot(
        object=name,
        candidates=tuple(candidates),
        folded=len(standing) - told,
        replaced=len(claims) - len(standing),
    )


def _standing(claims: list[SourceClaim]) -> list[SourceClaim]:
    """Claims without those that a later one of the same source replaces."""
    by_source: dict[str, list[SourceClaim]] = {}
    for claim in claims:
        by_source.setdefault(claim.source, []).append(claim)
    standing = []
    for said in by_source.values():
        dates = [claim.date for claim in said if claim.date]
        latest = max(dates) if len(dates) == len(said) else None
        standing += [claim for claim in said if latest is None or claim.date == latest]
    return standing


def _voice(claim: SourceClaim) -> str:
    # Marked, so that an origin and a source of one name stay two.
    return f"origin {claim.origin}" if claim.origin else f"source {claim.source}"


@functools.lru_cache(maxsize=1 << 16)
def _key(value: str) -> str:
    """What makes two spellings one value: letters' case and width, and spaces, do not; `1,200.0` is `1200`."""
    plain = " ".join(unicodedata.normalize("NFKC", value).casefold().split())
    number = _number(plain)
    return plain if number is None else f"{number:.0f}" if number.is_integer() and abs(number) < 1e15 else repr(number)


@functools.lru_cache(maxsize=1 << 16)
def _number(text: str) -> float | None:
    """A plain number; commas and spaces may part its thousands."""
    if _THOUSANDS.fullmatch(text):
        text = re.sub(r"[, ]", "", text)
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _spelling(claims: Sequence[SourceClaim]) -> str:
    counts = Counter(claim.value.strip() for claim in claims)
    return min(counts, key=lambda value: (-counts[value], value))


def _ancestors(key: str, parents: Mapping[str, str]) -> tuple[str, ...]:
    line: list[str] = []
    place = parents.get(key)
    while place is not None and place not in line:
        line.append(place)
        place = parents.get(place)
    return tuple(line)
