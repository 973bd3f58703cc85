"""What one document says: claims, mentions, places, times, figures, equipment, explanations.

Field order and names are those that `sayso read` prints.
"""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, UnsetType

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


Review = Literal["accepted", "rejected", "edited", "marked"]
"""What a person made of a claim; `marked` is one that a person found."""

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
        review: what a person decided; left out where nobody has decided.
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
    review: Review | UnsetType = UNSET

    @property
    def asserted(self) -> bool:
        """Whether it is more likely right than wrong as marked, or a person says so."""
        return self.score >= ASSERTED if self.review is UNSET else self.review != "rejected"


class ClaimReview(Record, frozen=True, kw_only=True):
    """What a person decided about one claim of one document.

    Attributes:
        claim: id of the claim as it stands, or stood if it was rejected.
        document: where.
        state: what was decided. `adrift`: the text has changed under it, so it is not applied.
        who: the person.
        when: UTC.
        decision: number of the decision.
        program: the claim as the program read it; null where it read none.
        part_of: id of the claim that was split into this one and others.
    """

    claim: str
    document: str
    state: Literal["accepted", "rejected", "edited", "marked", "adrift"]
    who: str
    when: str
    decision: int
    program: Claim | None
    part_of: str | None = None


class Mention(Span, frozen=True, kw_only=True):
    """A named or described actor, place, facility, weapon or role."""

    type: MentionType
    entity: str | None = None


class Area(Record, frozen=True, kw_only=True):
    """A stretch of ground: its middle in degrees WGS 84, and how far from there it reaches."""

    lat: float
    lon: float
    radius_km: float


class PlaceMention(Span, frozen=True, kw_only=True):
    """A place as written and where it is, if known.

    Attributes:
        name: what the place is called; as written while it is not located.
        country: ISO 3166-1 alpha-2; null for seas and continents.
        lat: degrees WGS 84, of the named place itself.
        lon: the same.
        geonameid: its number in GeoNames.
        precision: how much ground the words leave open; `offset` is an area beside the named place.
        score: 0..1, how sure the choice is.
        area: with `offset`, the ground that is meant, as far as the words give it (`20 km north of X`, `between X and
            Y`).
        scene: false where the name stands for a government (`Damascus said`) or only helps to name somebody: nothing
            is said to be there.
    """

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    precision: Precision = "settlement"
    score: float = 0.0
    area: Area | None = None
    scene: bool = True


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

    `set_aside` are spans that a person rejected: nothing said there is weighed. Left out where there are none.
    """

    document: Document
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    equipment: tuple[EquipmentMention, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    reader: str = "plain/1"
    set_aside: tuple[tuple[int, int], ...] | UnsetType = UNSET
