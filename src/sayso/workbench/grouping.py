"""Incidents of a case: kept up to date as documents come, and settled by people where the program is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from sayso.errors import UsageError
from sayso.linking import IncidentIndex, group_incidents
from sayso.records import Decision, IncidentGroup, Reading, Regrouping
from sayso.store import CaseStore
from sayso.workbench.places import located

__all__ = ["IncidentWork", "chosen_of", "groups_of", "keep_up", "kept_index", "named", "regroupings_of", "subject_of"]

_WORTH_KEEPING = 512
"""Documents up to which groups are made anew faster than they are looked up."""


@contextmanager
def kept_index(store: CaseStore, keys: Sequence[tuple[str, int]]) -> Iterator[IncidentIndex]:
    """Open the index of a case, up to date with its documents; `keys` are those of `store.text_keys()`."""
    shelf = store.shelf()
    try:
        index = IncidentIndex(shelf)
        if index.sync([(name, str(text)) for name, text in keys], store.named_documents):
            shelf.save()
        yield index
    finally:
        shelf.close()


def keep_up(store: CaseStore) -> None:
    """Take new documents into the index of a large case, so that looking at it later costs little."""
    keys = store.text_keys()
    if len(keys) > _WORTH_KEEPING:
        with kept_index(store, keys):
            pass


def groups_of(store: CaseStore, readings: Sequence[Reading], rows: Iterable[Decision]) -> tuple[IncidentGroup, ...]:
    """Group a case's documents, as proposed and as people decided."""
    decided = regroupings_of(rows)
    if len(readings) <= _WORTH_KEEPING:
        return group_incidents(readings, decided=decided)
    with kept_index(store, store.text_keys()) as index:
        return group_incidents(readings, decided=decided, index=index)


def regroupings_of(rows: Iterable[Decision]) -> tuple[Regrouping, ...]:
    """Decisions on which documents are one incident, oldest first."""
    return tuple(
        Regrouping(
            documents=tuple(d.value["documents"]),
            together=d.value["action"] == "merge",
            beside=d.value.get("beside"),
            who=d.who,
        )
        for d in rows
        if d.kind == "incident" and d.value["action"] in ("merge", "move")
    )


def chosen_of(rows: Iterable[Decision]) -> tuple[str, ...]:
    """Documents of the incident that a person chose as what the case is about; the newest word stands."""
    chosen = [d for d in rows if d.kind == "incident" and d.value["action"] == "choose"]
    return tuple(chosen[-1].value["documents"]) if chosen else ()


def subject_of(groups: Sequence[IncidentGroup], chosen: Sequence[str], incident: str | None) -> IncidentGroup | None:
    """Tell what incident a case is about: the one named, else the one chosen, else the largest, the earliest of equals.

    Raises:
        UsageError: there is no incident of that name.
    """
    if incident is not None:
        return named(groups, incident)
    if not groups:
        return None
    wanted = set(chosen)
    return max(groups, key=lambda g: (len(wanted & set(g.documents)), len(g.documents)))


def named(groups: Sequence[IncidentGroup], name: str) -> IncidentGroup:
    """Find an incident by its id, or by the id of one of its documents.

    Raises:
        UsageError: there is none.
    """
    for group in groups:
        if name == group.id or name in group.documents:
            return group
    raise UsageError(
        f"There is no incident {name} in this case: name it by its id, or by one of its documents, as in "
        "`sayso show CASE incidents --json`."
    )


class IncidentWork:
    """What a case lets people decide about its incidents; every decision is a row, and `undo` takes it back.

    Incidents are named by their id or by the id of one of their documents. Decisions are kept by document, so that
    they hold while incidents grow.
    """

    _store: CaseStore

    def incident_groups(self) -> tuple[IncidentGroup, ...]:
        """The incidents with their documents, not weighed: as proposed, and as people decided."""
        read = {r.document.id: r for r in located(self._store)}
        readings = [read.get(d.id) or Reading(document=d) for d in self._store.documents()]
        return groups_of(self._store, readings, self._store.decisions())

    def merge_incidents(self, one: str, other: str, *, who: str) -> Decision:
        """Say that two incidents are one.

        Raises:
            UsageError: there is no such incident, or both are the same.
        """
        groups = self.incident_groups()
        first, second = named(groups, one), named(groups, other)
        if first == second:
            raise UsageError(f"{one} and {other} are one incident already.")
        return self._decide("merge", first.id, (*first.documents, *second.documents), None, who)

    def move_document(self, document: str, to: str | None, *, who: str) -> Decision:
        """Say that a document reports another incident than proposed; none: one of its own.

        Raises:
            UsageError: there is no such document or incident, or it is there already.
        """
        return self.split_incident((document,), to, who=who)

    def split_incident(self, documents: Sequence[str], to: str | None = None, *, who: str) -> Decision:
        """Take documents out of their incidents: into an incident of their own, together, or into another.

        Raises:
            UsageError: there is no such document or incident, or they are there already.
        """
        groups = self.incident_groups()
        home = {name: group for group in groups for name in group.documents}
        for name in documents:
            if name not in home:
                raise UsageError(f"There is no document {name} in this case.")
        if not documents:
            raise UsageError("No document was named: name at least one.")
        target = named(groups, to) if to is not None else None
        if target is not None and all(home[name] == target for name in documents):
            raise UsageError(f"{', '.join(documents)} is in that incident already.")
        beside = next((n for n in target.documents if n not in documents), None) if target else None
        if target is None and set(home[documents[0]].documents) == set(documents):
            raise UsageError(f"{', '.join(documents)} is an incident of its own already.")
        return self._decide("move", documents[0], tuple(documents), beside, who)

    def choose_incident(self, incident: str, *, who: str) -> Decision:
        """Say what incident the case is about: the one whose figures are weighed and reported.

        Raises:
            UsageError: there is no such incident.
        """
        group = named(self.incident_groups(), incident)
        return self._decide("choose", group.id, group.documents, None, who)

    def _decide(self, action: str, subject: str, documents: Sequence[str], beside: str | None, who: str) -> Decision:
        value = {"action": action, "documents": list(documents), "beside": beside}
        return self._store.decide("incident", subject, value, who)
