"""What of a case follows from its documents: loaded once, and worked out once for each state of them.

What hangs on the texts alone, and takes long (what ties documents to one another, who is mentioned), is told apart from
what a decision changes in it, which is quick. The former is kept between sessions (`keeping`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, TypeVar

from sayso.linking import (
    Bonds,
    Gathered,
    Overrules,
    dated,
    described,
    find_bonds,
    gather,
    in_order,
    settle_cast,
    settle_origins,
)
from sayso.linking.timeline import Dated
from sayso.records import (
    Actor,
    Decision,
    Incident,
    IncidentGroup,
    Origins,
    Passage,
    Reading,
    RuleName,
    TimelineEntry,
)
from sayso.store import CaseStore
from sayso.weighing import Brought, brought, fuller_names
from sayso.workbench.grouping import groups_of, regroupings_of
from sayso.workbench.keeping import Kept, Nowhere, digest, program
from sayso.workbench.places import added_ids, located
from sayso.workbench.recall import Each, Recall
from sayso.workbench.reviewing import Reviewed, Reviews

__all__ = ["Basis", "Grounded"]

T = TypeVar("T")

Tell = Callable[[str, int, int], None]
"""Is told how far the work is: the step (`origins`, `incidents`, `actors`, `figures`), how many done, of how many."""

WORTH = 200
"""Documents from which on results are kept between sessions."""

_TEXTS = ("knowledge", "linking", "records", "workbench")
_FIGURES = (*_TEXTS, "weighing")


def _silent(step: str, done: int, of: int) -> None:
    """Tell nobody."""


class Basis:
    """Documents with the program's readings, in stored order, and what costs most to work out from them.

    Their places are found anew where the case adds some.

    A document without a reading (its language cannot be read yet) is listed like the others, with nothing in it.
    Decisions that change no document, and so no origin or group, cost nothing here. `added`: numbers of the decisions
    that add places, which the readings know; `held`: the state of the case without its decisions. `recall` remembers
    what else was made of the case, `tell` is told of work that takes long. `is_large`: results are kept.
    """

    def __init__(self, store: CaseStore) -> None:
        self._store = store
        self.added = added_ids(store)
        self.held = store.version()[1]
        read = {reading.document.id: reading for reading in located(store)}
        self.readings = tuple(read.get(d.id) or Reading(document=d) for d in store.documents())
        self.by_id = {reading.document.id: reading for reading in self.readings}
        self.copies = tuple(store.copies())
        self.refused = tuple(store.refused(latest=True))
        self.recall = Recall()
        self.tell: Tell = _silent
        self.is_large = len(self.readings) >= WORTH
        self._kept = Kept(store.path) if self.is_large else Nowhere(store.path)
        self._of = digest(store.mark(), self.added)
        self._reviews = Reviews(self.readings)
        self._incidents: dict[tuple[str, RuleName], tuple[tuple[Any, ...], str, Incident]] = {}
        self._dated: Each[Reading, tuple[Dated, ...]] = Each(dated)
        self._brought: Each[Reading, Brought] = Each(brought)

    def holds(self, store: CaseStore) -> bool:
        """Whether the documents of the case are still those that this was made from."""
        return self.held == store.version()[1] and self.added == added_ids(store)

    # From the texts alone

    @cached_property
    def bonds(self) -> Bonds:
        """What ties documents to one another."""
        return self._worked_out(
            "origins", Bonds, lambda: find_bonds([r.document for r in self.readings], self.readings)
        )

    @cached_property
    def gathered(self) -> Gathered:
        """Who is mentioned."""
        return gather(self.readings)

    @cached_property
    def fuller(self) -> dict[str, str]:
        """What short names of speakers stand for."""
        return fuller_names(self.readings)

    # With what people decided

    def reviewed(self, decisions: Sequence[Decision]) -> dict[str, Reviewed]:
        """Readings by document as people decided them; the same objects as before where nothing was decided anew."""
        return self._reviews.at(decisions)

    def holding(self, claims: Iterable[str]) -> set[str]:
        """Documents in which the program read one of these claims."""
        return self._reviews.holding(claims)

    def origins(self, overrules: Overrules) -> Origins:
        """Who goes back to whom, with what persons set."""
        return self.recall("origins", (sorted(overrules.items()),), lambda: settle_origins(self.bonds, overrules))

    def groups(self, decisions: Sequence[Decision]) -> tuple[IncidentGroup, ...]:
        """Documents by the happening that they report, with what persons settled."""
        rows = regroupings_of(decisions)

        def make() -> tuple[IncidentGroup, ...]:
            return self._worked_out(
                "incidents", tuple[IncidentGroup, ...], lambda: groups_of(self._store, self.readings, decisions), rows
            )

        return self.recall("groups", (rows,), make)

    def cast(self, decisions: Sequence[Decision]) -> tuple[Actor, ...]:
        """Everybody who is mentioned, with what persons said of who is who; mentions do not depend on claims."""
        rows = [d for d in decisions if d.kind == "actor"]

        def make() -> tuple[Actor, ...]:
            return self._worked_out("actors", tuple[Actor, ...], lambda: settle_cast(self.gathered, rows), rows)

        return self.recall("cast", (rows,), make)

    def described(self, actors: tuple[Actor, ...]) -> dict[str, tuple[Passage, ...]]:
        """What documents call these actors."""

        def make() -> dict[str, tuple[Passage, ...]]:
            names = [(a.id, a.type, a.spellings) for a in actors]
            return self._worked_out(
                "described", dict[str, tuple[Passage, ...]], lambda: described(self.readings, actors), names
            )

        return self.recall("described", (actors,), make)

    def timeline(self, readings: Sequence[Reading]) -> tuple[TimelineEntry, ...]:
        """Dated passages of all documents as people decided them."""
        return in_order(self._dated.of(readings))

    def sources(self, readings: Sequence[Reading]) -> list[Brought]:
        """What each document brings of which source."""
        return self._brought.of(readings)

    def incident(
        self,
        group: IncidentGroup,
        rule: RuleName,
        readings: tuple[Reading, ...],
        origins: Origins,
        make: Callable[[], Incident],
    ) -> Incident:
        """A happening as `make` weighs it; as before where the group, its readings and their origins are the same."""
        on = group, readings, origins
        known = self._incidents.get((group.id, rule))
        # Tuples compare their members by identity first, so readings that nobody touched cost nothing.
        if known is None or known[0] != on:
            name = digest(on, rule)
            known = self._incidents[group.id, rule] = on, name, self._kept_incidents.get(name) or make()
        return known[2]

    @cached_property
    def _kept_incidents(self) -> dict[str, Incident]:
        return self._kept.take("figures", program(*_FIGURES), dict[str, Incident]) or {}

    def keep(self) -> None:
        """Write down the incidents weighed so far, unless they are: all else is written as it is worked out."""
        weighed = {name: found for _, name, found in self._incidents.values()}
        if weighed.keys() - self._kept_incidents.keys():
            self._kept.keep("figures", program(*_FIGURES), weighed)
            self._kept_incidents = weighed

    def _worked_out(self, name: str, kind: type[T], make: Callable[[], T], *on: object) -> T:
        """What was kept of the very same documents, readings and decisions; else made, and kept."""
        of = digest(program(*_TEXTS), self._of, on)
        found = self._kept.take(name, of, kind)
        if found is None:
            self.tell(name, 0, len(self.readings))
            found = make()
            self._kept.keep(name, of, found)
        return found


class Grounded:
    """The part of a `Case` that others stand on: what follows from its documents."""

    _store: CaseStore
    _basis: Basis | None = None

    def basis(self) -> Basis:
        """What follows from the documents as they are now; the same object while they stay."""
        known = self._basis
        if known is None or not known.holds(self._store):
            known = self._basis = Basis(self._store)
        return known

    def lend(self, basis: Basis | None) -> None:
        """Give what follows from the documents, where it is at hand; it is used while it holds."""
        self._basis = basis
