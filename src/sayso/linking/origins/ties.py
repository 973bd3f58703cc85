"""What ties one document to another, before a partition is made of it."""

from __future__ import annotations

from typing import NamedTuple

from sayso.records import Reason
from sayso.records.accounts import Relation

__all__ = ["Tie"]


class Tie(NamedTuple):
    """`child` takes its information from `parent` (positions in the input).

    `relation` is what the child is to the parent; `strength` decides between ties, larger first (a person's word 9,
    copied text 3, a report that rests on a citation 2, rewritten text 1, each plus a share 0..1).
    """

    child: int
    parent: int
    relation: Relation
    strength: float
    reasons: tuple[Reason, ...]
