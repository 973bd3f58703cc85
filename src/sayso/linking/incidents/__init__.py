"""Documents to incidents: which of them report one and the same happening, when and where."""

from __future__ import annotations

from sayso.linking.incidents.grouping import group_incidents, index_keys
from sayso.linking.incidents.index import IncidentIndex, Memory, Shelf

__all__ = ["IncidentIndex", "Memory", "Shelf", "group_incidents", "index_keys"]
