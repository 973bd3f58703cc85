"""Actors whose names are so alike that they may be one: proposed to a person, never put together."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.linking.actors.grouping import Group, sort_of
from sayso.linking.actors.similarity import LIKELY, similarity, sounds

__all__ = ["perhaps_same"]

_COMMON = 60
"""A word that so many actors share tells none of them from another."""


def perhaps_same(groups: Sequence[Group]) -> dict[str, tuple[str, ...]]:
    """By an actor's id, the ids of those it may be, the most alike first.

    Only names that share the sound of a word are compared. Two that the table lists, or that a person told apart, are
    two.
    """
    by_sound: dict[tuple[str, str], list[int]] = {}
    for number, group in enumerate(groups):
        for sound in sounds(group.given or group.name):
            by_sound.setdefault((sort_of(group.kind), sound), []).append(number)
    pairs = {
        (a, b)
        for numbers in by_sound.values()
        if len(numbers) <= _COMMON
        for at, a in enumerate(numbers)
        for b in numbers[at + 1 :]
    }
    found: dict[str, list[tuple[float, str]]] = {}
    for a, b in sorted(pairs):
        one, other = groups[a], groups[b]
        if (one.known and other.known) or one.key in other.apart or other.key in one.apart:
            continue
        alike = similarity(one.given or one.name, other.given or other.name)
        if alike >= LIKELY:
            found.setdefault(one.id, []).append((-alike, other.id))
            found.setdefault(other.id, []).append((-alike, one.id))
    return {name: tuple(other for _, other in sorted(others)) for name, others in found.items()}
