"""What people decide about incidents: what is one, what is apart, and which the case is about."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.errors import UsageError
from sayso.records import Decision, IncidentGroup
from sayso.workbench.basis import Grounded
from sayso.workbench.grouping import named

__all__ = ["IncidentWork"]


class IncidentWork(Grounded):
    """What a case lets people decide about its incidents; every decision is a row, and `undo` takes it back.

    Incidents are named by their id or by the id of one of their documents. Decisions are kept by document, so that
    they hold while incidents grow.
    """

    def incident_groups(self) -> tuple[IncidentGroup, ...]:
        """The incidents with their documents, not weighed: as proposed, and as people decided."""
        return self.basis().groups(self._store.decisions())

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
