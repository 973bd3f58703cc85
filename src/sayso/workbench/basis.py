"""What of a case follows from its documents alone: loaded once, and worked out once for each state of them."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from sayso.linking import cast, trace_origins
from sayso.records import Actor, Decision, Incident, IncidentGroup, OriginLink, Origins, Reading, RuleName
from sayso.records.accounts import Relation
from sayso.store import CaseStore
from sayso.workbench.grouping import groups_of, regroupings_of
from sayso.workbench.places import added_ids, located

__all__ = ["Basis", "Overrules", "nearby"]

Overrules = Mapping[str, tuple[Relation, str | None]]

_KEPT = 4
"""States of overruled origins that are remembered, so that undoing one is quick."""


class Basis:
    """Documents with the program's readings, in stored order, and what costs most to work out from them.

    Their places are found anew where the case adds some.

    A document without a reading (its language cannot be read yet) is listed like the others, with nothing in it.
    Decisions that change no document, and so no origin or group, cost nothing here. `fresh` when something was worked
    out since it was last kept. `added`: numbers of the decisions that add places, which the readings know.
    """

    def __init__(self, store: CaseStore) -> None:
        self._store = store
        self.added = added_ids(store)
        read = {reading.document.id: reading for reading in located(store)}
        self.readings = tuple(read.get(d.id) or Reading(document=d) for d in store.documents())
        self.by_id = {reading.document.id: reading for reading in self.readings}
        self.copies = tuple(store.copies())
        self.refused = tuple(store.refused(latest=True))
        self.fresh = False
        self._origins: dict[bytes, Origins] = {}
        self._cast: tuple[bytes, tuple[Actor, ...]] | None = None
        self._weighed: dict[tuple[str, RuleName], tuple[tuple[Reading, ...], Origins, Incident]] = {}
        self._groups: tuple[bytes, tuple[IncidentGroup, ...]] | None = None

    def origins(self, overrules: Overrules) -> Origins:
        """Who goes back to whom, with what persons set."""
        key = msgspec.json.encode(sorted(overrules.items()))
        if key not in self._origins:
            found = trace_origins([r.document for r in self.readings], self.readings, overrules=overrules)
            self._origins = dict([*self._origins.items(), (key, found)][-_KEPT:])
            self.fresh = True
        return self._origins[key]

    def groups(self, decisions: Sequence[Decision]) -> tuple[IncidentGroup, ...]:
        """Documents by the happening that they report, with what persons settled."""
        key = msgspec.json.encode(regroupings_of(decisions))
        if self._groups is None or self._groups[0] != key:
            self._groups = key, groups_of(self._store, self.readings, decisions)
        return self._groups[1]

    def cast(self, decisions: Sequence[Decision]) -> tuple[Actor, ...]:
        """Everybody who is mentioned, with what persons said of who is who; mentions do not depend on claims."""
        key = msgspec.json.encode([d for d in decisions if d.kind == "actor"])
        if self._cast is None or self._cast[0] != key:
            self._cast = key, cast(self.readings, decisions)
        return self._cast[1]

    def incident(
        self, group: IncidentGroup, rule: RuleName, on: tuple[Sequence[Reading], Origins], make: Callable[[], Incident]
    ) -> Incident:
        """A happening as `make` weighs it; as before where the readings that it rests `on`, and their origins, are."""
        readings, origins = on
        kept = self._weighed.get((group.id, rule))
        if kept is None or kept[1] != origins or not all(map(operator.is_, kept[0], readings)):
            kept = tuple(readings), origins, make()
            self._weighed[group.id, rule] = kept
        return kept[2]

    def state(self) -> list[tuple[str, Origins]]:
        """Origins as worked out so far, for `restore`."""
        return [(key.decode(), found) for key, found in self._origins.items()]

    def restore(self, origins: Iterable[tuple[str, Origins]]) -> None:
        """Take up origins that were worked out earlier for the very same documents."""
        self._origins = {key.encode(): found for key, found in origins}


def nearby(origins: Origins) -> Callable[[Iterable[str]], Origins]:
    """Make a function that gives, for some documents, their links and those of documents that depend on them.

    Weighing one of thousands of happenings then does not go through the links of all.
    """
    own = {link.id: link for link in origins.documents}
    upon: dict[str, list[OriginLink]] = {}
    for link in origins.documents:
        if link.of is not None:
            upon.setdefault(link.of, []).append(link)

    def near(documents: Iterable[str]) -> Origins:
        links = [link for name in documents for link in (own.get(name), *upon.get(name, ())) if link is not None]
        return Origins(documents=tuple({link.id: link for link in links}.values()), origins=())

    return near
