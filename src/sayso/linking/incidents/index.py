"""Which documents report one happening, kept so that one more document costs little.

What is learned from the collection as a whole (how rare words are, which lines are furniture, which words are too
common to find anything by) is learned from its first documents, in the order in which they came, and learned anew
whenever it has grown by a quarter; up to 512 documents, with each new one. In between, a pair of documents is judged
once and for all. Average linkage never joins what no chain of likely pairs connects, so a new document regroups only
those that it is connected with. The groups are those that the whole collection would give, grouped from scratch.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, MutableMapping, Sequence
from typing import Any, Protocol

from sayso.linking.incidents.features import Features, Rarity, cut, features_of, rarity_over
from sayso.linking.incidents.joining import COMMON, SMALL, THRESHOLD, WORTH, alike, link
from sayso.linking.incidents.scoring import compare, log_odds, prior_shift
from sayso.linking.origins.furniture import repeated, spans_without
from sayso.records import Document

__all__ = ["Fetch", "IncidentIndex", "Memory", "Shelf", "rung"]

_EACH = 512
_GROWTH = 1.25
_VERSION = 1

Fetch = Callable[[Sequence[str]], Iterable[Document]]
"""Gives documents by id, in the order asked for."""


class Shelf(Protocol):
    """Keeps named mappings; values are what msgspec can write and read back as the type given."""

    def space(self, name: str, kind: Any) -> MutableMapping[Any, Any]:
        """Return the mapping of that name, from strings or integers to values of a type."""
        ...

    def clear(self) -> None:
        """Empty all mappings."""
        ...


class Memory:
    """A shelf that is gone when the program ends."""

    def __init__(self) -> None:
        self._spaces: dict[str, dict[Any, Any]] = {}

    def space(self, name: str, kind: Any) -> MutableMapping[Any, Any]:  # noqa: ARG002 - needed where values are written
        """Return the mapping of that name."""
        return self._spaces.setdefault(name, {})

    def clear(self) -> None:
        """Empty all mappings."""
        for space in self._spaces.values():
            space.clear()


def rung(documents: int) -> int:
    """Return from how many of its first documents a collection of this size learns."""
    if documents <= _EACH:
        return documents
    step = _EACH
    while int(step * _GROWTH) <= documents:
        step = int(step * _GROWTH)
    return step


class IncidentIndex:
    """Documents in the order in which they came, the likely pairs among them, and their groups."""

    def __init__(self, shelf: Shelf, *, steps: Callable[[int], int] = rung) -> None:
        """Open an index.

        Args:
            shelf: where it is kept.
            steps: from how many of its first documents a collection of a size learns.
        """
        self._shelf = shelf
        self._steps = steps
        self._state = shelf.space("state", dict[str, Any])
        self._ids = shelf.space("ids", str)
        self._places = shelf.space("places", int)
        self._features = shelf.space("features", Features)
        self._rarity = shelf.space("rarity", float)
        self._banned = shelf.space("banned", bool)
        self._common = shelf.space("common", bool)
        self._holders = shelf.space("holders", list[tuple[int, float]])
        self._pairs = shelf.space("pairs", dict[int, float])
        self._head = shelf.space("head", int)
        self._members = shelf.space("members", list[int])
        self._unseen = 1.0

    def sync(self, keys: Sequence[tuple[str, str]], fetch: Fetch) -> int:
        """Bring the index up to date; returns how many documents it had to describe.

        Args:
            keys: id and digest of the text of every document, in the order in which they came.
            fetch: gives the documents.
        """
        known = self._known(keys)
        learned = self._steps(len(keys))
        if known == len(keys):
            return 0
        if known is None or learned != self._state["now"]["rung"]:
            self._rebuild([name for name, _ in keys], learned, fetch)
            known = 0
        else:
            new = range(known, len(keys))
            for position, document in zip(new, fetch([keys[i][0] for i in new]), strict=True):
                self._describe(position, document)
            for position in new:
                self._pair(position)
            self._regroup(new)
        self._state["now"] = {
            "version": _VERSION, "rung": learned, "count": len(keys), "chain": _chain(keys), "unseen": self._unseen
        }  # fmt: skip
        return len(keys) - known

    def groups(self) -> list[list[str]]:
        """Return the ids of every group, in the order in which they came; groups in order of their first."""
        heads = sorted(self._members)
        return [[self._ids[i] for i in self._members[head]] for head in heads]

    @property
    def rarity(self) -> Rarity:
        """How rare words are in the collection, as last learned."""
        return Rarity(self._rarity, self._unseen)

    def features(self, name: str) -> Features:
        """Return what a document is compared by."""
        found: Features = self._features[self._places[name]]
        return found

    def near(self, name: str) -> dict[str, float]:
        """Return the log odds of every pair worth a look that a document is in, by the other's id."""
        shift = self._shift()
        found = self._pairs.get(self._places[name], {})
        return {self._ids[other]: value + shift for other, value in found.items()}

    def candidates(self, position: int) -> list[int]:
        """Return earlier documents, by position, that share enough of their weightiest words; in a small set, all."""
        if self._state["now"]["rung"] <= SMALL:
            return list(range(position))
        shared: dict[int, float] = defaultdict(float)
        for word, weight in self._features[position].weights.items():
            for other, theirs in self._holders.get(word, ()):
                if other >= position:
                    break
                shared[other] += weight * theirs
        return sorted(other for other, cosine in shared.items() if alike(cosine))

    def _known(self, keys: Sequence[tuple[str, str]]) -> int | None:
        """Return how many of the documents stand in the index; null when it holds others, or is of another version."""
        state = self._state.get("now")
        if not state or state["version"] != _VERSION or state["count"] > len(keys):
            return None
        self._unseen = float(state["unseen"])
        return int(state["count"]) if _chain(keys[: state["count"]]) == state["chain"] else None

    def _rebuild(self, names: Sequence[str], learned: int, fetch: Fetch) -> None:
        self._shelf.clear()
        first = list(fetch(names[:learned]))
        banned = repeated(first)
        self._banned.update(dict.fromkeys(banned, True))
        rarity = rarity_over(cut(d, spans_without(d.text, banned)) for d in first)
        self._rarity.update(rarity.known)
        self._unseen = rarity.unseen_number
        self._state["now"] = {"rung": learned}
        for position, document in enumerate(first):
            self._describe(position, document)
        self._common.update({w: True for w, held in self._holders.items() if len(held) > COMMON})
        for word in self._common:
            del self._holders[word]
        for position, document in enumerate(fetch(names[learned:]), learned):
            self._describe(position, document)
        for position in range(len(names)):
            self._pair(position)
        self._regroup(range(len(names)))

    def _describe(self, position: int, document: Document) -> None:
        read = cut(document, spans_without(document.text, self._banned))
        features = features_of(read, self.rarity)
        self._ids[position], self._places[document.id] = document.id, position
        self._features[position] = features
        for word, weight in features.weights.items():
            if word not in self._common:
                held = self._holders.get(word, [])
                held.append((position, weight))
                self._holders[word] = held

    def _shift(self) -> float:
        return prior_shift(self._state["now"]["rung"])

    def _pair(self, position: int) -> None:
        rarity, shift = self.rarity, self._shift()
        mine = self._pairs.get(position, {})
        for other in self.candidates(position):
            odds = log_odds(compare(self._features[other], self._features[position], rarity))
            if odds + shift > WORTH:
                mine[other] = odds
                theirs = self._pairs.get(other, {})
                theirs[position] = odds
                self._pairs[other] = theirs
        self._pairs[position] = mine

    def _regroup(self, positions: Iterable[int]) -> None:
        """Group anew all that a chain of likely pairs connects with these documents."""
        seen: set[int] = set()
        for position in positions:
            if position in seen:
                continue
            component = self._component(position)
            seen |= component
            for old in {self._head[i] for i in component if i in self._head}:
                del self._members[old]
            for group in self._linked(component):
                self._members[group[0]] = group
                for i in group:
                    self._head[i] = group[0]

    def _component(self, position: int) -> set[int]:
        shift = self._shift()
        found, open_ends = {position}, [position]
        while open_ends:
            for other, odds in self._pairs.get(open_ends.pop(), {}).items():
                if odds + shift > THRESHOLD and other not in found:
                    found.add(other)
                    open_ends.append(other)
        return found

    def _linked(self, component: set[int]) -> list[list[int]]:
        # Ranked by id, so that equal odds break the same way in whatever order the documents came.
        ranked = sorted(component, key=lambda i: self._ids[i])
        place = {i: n for n, i in enumerate(ranked)}
        shift = self._shift()
        odds = {
            (place[i], place[j]): value + shift
            for i in ranked
            for j, value in self._pairs.get(i, {}).items()
            if j in place and place[i] < place[j]
        }
        return [sorted(ranked[n] for n in group) for group in link(odds, len(ranked), THRESHOLD)]


def _chain(keys: Iterable[tuple[str, str]]) -> str:
    digest = hashlib.sha256()
    for name, text in keys:
        digest.update(f"{name}\0{text}\0".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
