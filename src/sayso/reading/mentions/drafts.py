"""A mention before it is settled: where it stands, what it seems to be, and how sure that is."""

from __future__ import annotations

from typing import NamedTuple

from sayso.records import MentionType

__all__ = ["Draft"]


class Draft(NamedTuple):
    """`known` is a table's name for it; `strength` goes from 1 (default) to 3 (sure)."""

    start: int
    end: int
    type: MentionType
    known: str | None
    strength: int
