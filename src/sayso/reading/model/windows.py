"""Windows over a document: whole sentences, overlapping, each sentence owned by exactly one window.

Both ends of a link must come from one window, so a cue is read in the window that owns its sentence, with sentences
before and after it for context.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["LIMIT", "Window", "plan"]

LIMIT = 382
"""Most pieces in a window, without its two ends; the model was trained on windows up to this size."""
CONTEXT = 64
"""Pieces of context wanted on each side where the document goes on."""


class Window(NamedTuple):
    """Units `first:last` are read together; `core_first:core_last` are owned. Half-open indexes of units."""

    first: int
    last: int
    core_first: int
    core_last: int


def plan(costs: Sequence[int], limit: int = LIMIT, context: int = CONTEXT) -> list[Window]:
    """Lay windows over units (sentences, or pieces of sentences that are too long).

    Args:
        costs: pieces of each unit; one that is over `limit` gets a window of its own.
        limit: most pieces of a window.
        context: pieces of context wanted on each side; one unit of up to twice as many is taken where there is room.

    Returns:
        Windows in order; every unit is owned by exactly one.
    """
    windows: list[Window] = []
    core, total = 0, len(costs)
    while core < total:
        first, used = core, 0
        room = limit - costs[core]
        while first > 0 and _fits(used, costs[first - 1], context, room):
            first -= 1
            used += costs[first]
        last, used = core + 1, used + costs[core]
        while last < total and used + costs[last] <= limit:
            used += costs[last]
            last += 1
        own = last
        if last < total:
            behind = 0
            while own - 1 > core and _fits(behind, costs[own - 1], context, limit):
                own -= 1
                behind += costs[own]
        windows.append(Window(first, last, core, own))
        core = own
    return windows


def _fits(used: int, cost: int, context: int, room: int) -> bool:
    """Whether one more unit of context is wanted and has room; a single one may be longer than is wanted."""
    return used + cost <= min(context, room) or (not used and cost <= min(2 * context, room))
