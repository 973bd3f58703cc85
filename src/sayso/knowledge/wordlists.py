"""Word lists as one string each: easier to read, and to review, than a column of quoted words."""

from __future__ import annotations

__all__ = ["words"]


def words(text: str) -> frozenset[str]:
    """The words of a string, separated by white space."""
    return frozenset(text.split())
