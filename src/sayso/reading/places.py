"""Places named in a text, not yet on the map: linking decides where they are."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.knowledge.gazetteer import look_up
from sayso.records import Mention, PlaceMention

__all__ = ["find_places"]


def find_places(text: str, sentences: Sequence[tuple[int, int]], mentions: Sequence[Mention]) -> tuple[PlaceMention, ...]:
    """Every mention of a place, and of a facility that a gazetteer knows, with its name and no coordinates yet."""
    found: list[PlaceMention] = []
    for mention in mentions:
        if mention.type == "place" or (mention.type == "facility" and look_up(mention.text)):
            found.append(
                PlaceMention(start=mention.start, end=mention.end, text=mention.text, name=" ".join(mention.text.split()))
            )
    return tuple(found)
