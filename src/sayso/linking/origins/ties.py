"""What ties documents to one another, before a partition is made of it."""

from __future__ import annotations

from typing import NamedTuple

from sayso.records import Reason, Record
from sayso.records.accounts import Relation

__all__ = ["Bonds", "Common", "Paper", "SharedQuotation", "Tie", "order_of"]


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


class Common(NamedTuple):
    """Two documents that rest on one source which we do not hold; `reasons` for `a` and for `b`."""

    a: int
    b: int
    key: str
    reasons: tuple[Reason, Reason]


class SharedQuotation(NamedTuple):
    """Two documents that quote the same words; `reasons` for `a` and for `b`."""

    a: int
    b: int
    reasons: tuple[Reason, Reason]


class Paper(NamedTuple):
    """What ranks a document: `published` as it was given, null if unknown; `size` in words that are report."""

    id: str
    published: str | None
    size: int


class Bonds(Record, frozen=True, kw_only=True):
    """All that the texts tell of who goes back to whom; documents are positions in `papers`.

    Attributes:
        papers: every document, in input order.
        ties: who may take information from whom, in no order that matters.
        commons: who rests on one source that is not held.
        cited: for each document, whom it cites or credits without resting on it.
        quotations: who quotes the same words.
    """

    papers: tuple[Paper, ...]
    ties: tuple[Tie, ...]
    commons: tuple[Common, ...]
    cited: tuple[tuple[Reason, ...], ...]
    quotations: tuple[SharedQuotation, ...]


def order_of(paper: Paper) -> tuple[str, int, str]:
    """Return a key that puts earlier documents first; of equally early ones the longer, and then by id.

    Undated documents come last; of a date without day or hour only what is known is compared.
    """
    return (paper.published or "9999", -paper.size, paper.id)
