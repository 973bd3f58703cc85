"""Mentions of one actor meet, over spellings and documents; what a person says about that stands."""

from __future__ import annotations

from sayso.linking.actors.casting import cast
from sayso.linking.actors.comparing import same_name
from sayso.linking.actors.deciding import find_actor

__all__ = ["cast", "find_actor", "same_name"]
