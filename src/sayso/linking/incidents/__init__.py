"""Documents to incidents: which of them report one and the same happening, when and where."""

from __future__ import annotations

from sayso.linking.incidents.grouping import group_incidents

__all__ = ["group_incidents"]
