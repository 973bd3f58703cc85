"""Mentions become actors, places and dates; documents become origins; claims become incidents."""

from __future__ import annotations

from sayso.linking.actors import cast, find_actor, nearest_actor
from sayso.linking.described import described
from sayso.linking.incidents import IncidentIndex, Shelf, group_incidents, index_keys
from sayso.linking.origins import trace_origins
from sayso.linking.places import locate
from sayso.linking.timeline import timeline

__all__ = [
    "IncidentIndex",
    "Shelf",
    "cast",
    "described",
    "find_actor",
    "group_incidents",
    "index_keys",
    "locate",
    "nearest_actor",
    "timeline",
    "trace_origins",
]
