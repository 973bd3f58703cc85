"""Incidents of a case: grouped as documents come, and as people decided; which of them the case is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from sayso.errors import UsageError
from sayso.linking import IncidentIndex, group_incidents
from sayso.records import Decision, IncidentGroup, Reading, Regrouping
from sayso.store import CaseStore

__all__ = ["chosen_of", "groups_of", "keep_up", "kept_index", "named", "regroupings_of", "subject_of"]

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
