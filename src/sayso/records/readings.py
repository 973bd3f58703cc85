"""What one document says: claims, mentions, places, times, figures, equipment, explanations.

Field order and names are those that `sayso read` prints.
"""

from __future__ import annotations

from typing import Literal

from sayso.records.documents import Document
from sayso.records.spans import Record, Span, Speaker

Certainty = Literal["certain", "probable", "possible", "unknown"]
Polarity = Literal["affirmed", "denied"]
MentionType = Literal["person", "organization", "armed_group", "place", "facility", "equipment", "role"]
Precision = Literal["point", "settlement", "admin", "country", "offset"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Wording = Literal[
    "exact", "at_least", "at_most", "about", "range", "dozens", "hundreds", "tens", "thousands", "plural", "none"
]


Quantity = int | float
"""A number as claimed. Both types, so that a stored 9 comes back as 9 and not as 9.0."""


ASSERTED = 0.5
"""Score from which on a claim is asserted: it is more likely right than wrong as it is marked."""


class Claim(Record, frozen=True, kw_only=True):
    """An attribution: source + cue + content, as spans of the document's text.

    Attributes:
        source: who says; null is the outlet's own voice or an unnamed speaker left out of the sentence.
        cue: the words of saying; null in the outlet's own voice.
        content: what is said, in text order; several spans when discontinuous.
        via: the chain it came through, nearest speaker first.
        certainty: of the content, as the source presents it.
        score: 0..1, calibrated: of claims with this score, the share whose source and content are right. Under .5 a
            claim is proposed, not asserted: it is listed, and nothing rests on it.
        within: id of the claim whose content holds this one; null at the top.
    """

    id: str
    source: Speaker | None
    cue: Span | None
    content: tuple[Span, ...]
    via: tuple[Span, ...] = ()
    certainty: Certainty = "certain"
    polarity: Polarity = "affirmed"
    score: float = 0.5
    within: str | None = None

    @property
    def asserted(self) -> bool:
        """Whether it is more likely right than wrong as marked."""
        return self.score >= ASSERTED


class Mention(Span, frozen=True, kw_only=True):
    """A named or described actor, place, facility, weapon or role."""

    type: MentionType
    entity: str | None = None


class PlaceMention(Span, frozen=True, kw_only=True):
    """A place as written and where it is, if known. `lat`, `lon` in degrees WGS 84; `score` 0..1."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    precision: Precision = "settlement"
    score: float = 0.0


class TimeMention(Span, frozen=True, kw_only=True):
    """A time expression with its TIMEX3 value (`2017-05-18`, `P2W`, `2017-05-18TEV`, `XXXX-WXX-6`)."""

    type: TimeType
    value: str


class Figure(Span, frozen=True, kw_only=True):
    """A quantity claimed.

    Attributes:
        what: killed, injured, missing, detained, displaced, destroyed, damaged, deployed, distance, money,
            or another noun.
        of: of whom or what, as worded (`people`, `children`, `T-62 tanks`); null if not said.
        low: least value that the wording allows; null if open.
        high: greatest value that the wording allows; null if open.
        wording: how firm the number is.
        negated: the figure is denied (`no one was hurt` is 0 with wording `none`, not negated).
        claim: id of the innermost claim whose content holds it; null in the outlet's own voice.
        group: civilians, children, women, men, combatants, named, or null: the part of the whole that it counts.
        background: it is of another happening than the one reported (an earlier attack, a running total).
    """

    what: str
    of: str | None
    low: Quantity | None
    high: Quantity | None
    wording: Wording
    negated: bool = False
    claim: str | None = None
    group: str | None = None
    background: bool = False


class EquipmentMention(Span, frozen=True, kw_only=True):
    """A weapon, vehicle or system; `name` is the normal form, `kind` its class (`tank`, `air defence`)."""

    name: str
    kind: str


class Explanation(Span, frozen=True, kw_only=True):
    """A passage that offers a reason or purpose for what happened: a candidate hypothesis."""

    cue: str
    certainty: Certainty
    claim: str | None = None


class Reading(Record, frozen=True, kw_only=True):
    """All that was read in one document. Every list is in text order (start, then end).

    `headline` holds the figures of the document's title, as spans of the title, where the text does not repeat it.
    """

    document: Document
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    headline: tuple[Figure, ...] = ()
    equipment: tuple[EquipmentMention, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    reader: str = "plain/1"
