"""Named and described actors, places, facilities and roles."""

from __future__ import annotations

from sayso.reading.mentions.finder import find_mentions

__all__ = ["find_mentions"]
