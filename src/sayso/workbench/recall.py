"""Remembering in a session what was worked out, and from what, so that only what a decision changed is made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

__all__ = ["Each", "Recall"]

T = TypeVar("T")
A = TypeVar("A")


class Recall:
    """The last result under each name, made anew when what it rests on differs."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[Any, ...], Any]] = {}

    def __call__(self, name: str, on: tuple[Any, ...], make: Callable[[], T]) -> T:
        """Return what `make` gives, or gave the last time, if `on` is equal to what it was then.

        Equal is told quickly where most of `on` are the very objects of the last time.
        """
        known = self._known.get(name)
        if known is None or known[0] != on:
            known = self._known[name] = (on, make())
        found: T = known[1]
        return found


class Each(Generic[A, T]):
    """What a function gives for each of some things: made anew only for things that are not those of the last time."""

    def __init__(self, make: Callable[[A], T]) -> None:
        self._make = make
        self._known: dict[int, tuple[A, T]] = {}

    def of(self, things: Iterable[A]) -> list[T]:
        """Return the results in the order of the things."""
        # The thing is held with its result, so that no other object can come to have its id.
        pairs = [self._known.get(id(one)) or (one, self._make(one)) for one in things]
        self._known = {id(one): (one, found) for one, found in pairs}
        return [found for _, found in pairs]
