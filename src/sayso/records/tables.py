"""Tables of who claims what, and what they amount to."""

from __future__ import annotations

import msgspec

from sayso.records.documents import Refused
from sayso.records.spans import Record


class Truth(Record, frozen=True, kw_only=True, gc=False):
    """One value with its support, a share 0..1."""

    value: str
    support: float


class Estimate(Record, frozen=True, kw_only=True):
    """What many estimates of one number amount to: a mean weighted by how far each source strays, with a 95 % interval.

    It is no claimed value and takes the place of one only in a table that is said to be of a crowd's answers.
    """

    mean: float
    low: float
    high: float


class ResolvedObject(Record, frozen=True, kw_only=True, gc=False):
    """The value held for one object, the others, and why.

    Attributes:
        support: share 0..1 of the value held; of a mean, the share of the votes that are in it.
        origins: how many independent origins claim it; 0 where nobody does.
        known: it was known beforehand; left out where it was not.
        undecided: values that nothing sets apart from the one held, which is then taken by rule alone; left out where
            there are none.
        estimate: beside numbers that many sources estimated; left out elsewhere.
        likelier: a label that nobody claims of this object and that is likelier, by the record of those who speak of
            it, than any that is claimed; left out where there is none.
        unclaimed: nobody claims the value held, a mean or such a label: only in a table of a crowd's answers; left out
            elsewhere.
    """

    object: str
    value: str
    support: float
    alternatives: tuple[Truth, ...]
    reasons: tuple[str, ...]
    known: bool | msgspec.UnsetType = msgspec.UNSET
    undecided: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    estimate: Estimate | msgspec.UnsetType = msgspec.UNSET
    likelier: Truth | msgspec.UnsetType = msgspec.UNSET
    unclaimed: bool | msgspec.UnsetType = msgspec.UNSET
    origins: int = 0


class ResolvedSource(Record, frozen=True, kw_only=True):
    """How far a source can be relied on, as far as that can be told.

    Attributes:
        reliability: 0..1 with a 95 % interval `low` to `high`; all null where it cannot be told, and `note` says why.
        claims: how many it makes.
        checked: claims about objects whose answer is known or of which another origin says something too.
        note: left out where the reliability can be told.
    """

    source: str
    reliability: float | None
    low: float | None
    high: float | None
    claims: int
    checked: int = 0
    note: str | msgspec.UnsetType = msgspec.UNSET


class Copying(Record, frozen=True, kw_only=True):
    """Two sources or origins that share so many mistakes that one probably copies the other; which one stays open.

    `likelihood` is 0..1; the counts are of objects of which both say something.
    """

    one: str
    other: str
    likelihood: float
    shared_mistakes: int
    shared_right: int
    different: int


class Resolution(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Who-claims-what, resolved. Objects in order of first appearance, sources by name.

    Attributes:
        copying: pairs that probably copy, most likely first, a hundred at most; only `accu` looks for them.
        notes: what the table as a whole does not allow to tell.
        refused: rows that were not taken. Each of these three is left out where there is nothing to tell.
    """

    method: str
    objects: tuple[ResolvedObject, ...]
    sources: tuple[ResolvedSource, ...]
    copying: tuple[Copying, ...] = ()
    notes: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()


class SourceClaim(Record, frozen=True, kw_only=True, gc=False):
    """One row of a who-claims-what table; `date` is ISO, `confidence` 0..1."""

    object: str
    source: str
    value: str
    origin: str | None = None
    date: str | None = None
    confidence: float | None = None
