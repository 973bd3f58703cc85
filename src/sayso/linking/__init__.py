"""Mentions become actors, places and dates; documents become origins; claims become incidents."""

from __future__ import annotations

from sayso.linking.actors import Gathered, cast, find_actor, gather, nearest_actor, settle_cast
from sayso.linking.described import described
from sayso.linking.incidents import IncidentIndex, Shelf, group_incidents, index_keys
from sayso.linking.origins import Bonds, Overrules, find_bonds, settle_origins, trace_origins
from sayso.linking.places import locate
from sayso.linking.timeline import dated, in_order, timeline

__all__ = [
    "Bonds",
    "Gathered",
    "IncidentIndex",
    "Overrules",
    "Shelf",
    "cast",
    "dated",
    "described",
    "find_actor",
    "find_bonds",
    "gather",
    "group_incidents",
    "in_order",
    "index_keys",
    "locate",
    "nearest_actor",
    "settle_cast",
    "settle_origins",
    "timeline",
    "trace_origins",
]
