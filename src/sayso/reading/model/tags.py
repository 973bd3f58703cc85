"""The tags of each head, in the order of the model's outputs, and which may follow which."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sayso.records import MentionType

__all__ = ["CUE_TAGS", "NAME_TAGS", "NAME_TYPES", "ROLE_TAGS", "may_follow"]

CUE_TAGS: Final = ("O", "B-cue", "I-cue", "B-nested", "I-nested")
"""Words of saying; nested: inside what another attribution says."""
ROLE_TAGS: Final = ("O", "B-source", "I-source", "B-content", "I-content")
"""What a word is to one given cue."""
NAME_TYPES: Final[tuple[MentionType, ...]] = ("person", "organization", "armed_group", "place", "facility", "role")
NAME_TAGS: Final = ("O", *(f"{mark}-{kind}" for kind in NAME_TYPES for mark in "BI"))


def may_follow(tags: Sequence[str]) -> list[list[bool]]:
    """`[a][b]`: whether tag b may stand right after tag a; an inside needs its own beginning or inside before it."""
    return [[not b.startswith("I-") or a[1:] == b[1:] for b in tags] for a in tags]
