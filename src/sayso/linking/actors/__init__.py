"""Mentions of one actor meet, over spellings and documents; what a person says about that stands."""

from __future__ import annotations

from sayso.linking.actors.casting import Gathered, cast, gather, settle_cast
from sayso.linking.actors.comparing import same_name
from sayso.linking.actors.deciding import find_actor, nearest_actor

__all__ = ["Gathered", "cast", "find_actor", "gather", "nearest_actor", "same_name", "settle_cast"]
