"""Put the places of one document on the map: candidates of the gazetteers, weighed by what else the document names."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from sayso.knowledge import names
from sayso.knowledge.gazetteer import Gazetteer, Place
from sayso.knowledge.peoples import countries_meant
from sayso.linking.candidates import Candidates, candidates, kind_follows
from sayso.linking.datelines import datelines
from sayso.linking.further import further_places
from sayso.linking.surroundings import beside, distance_km, halfway, links
from sayso.records import Area, PlaceMention, Precision, Reading

__all__ = ["locate"]

# A capital that speaks, acts or is spoken to stands for its government, so it is not where the thing happened.
_GOVERNMENT_AFTER = re.compile(
    r"(?:\s+and\s+[A-Z]\w+)?\s*,?\s*(?:(?:has|had|have|also|repeatedly|later|again|will|would|officially|publicly)\s+)*"
    r"(?:said|says|denie[sd]|claim(?:ed|s)|warn(?:ed|s)|accuse[sd]|condemn(?:ed|s)|reject(?:ed|s)|insist(?:ed|s)|called|"
    r"announced|told|vowed|wants|agreed|demanded|urged|threatened|responded|argue[sd]|blame[sd]|back(?:ed|s)|"
    r"support(?:ed|s)|refused|denounced|confirmed|maintains|acknowledged|reacted|hopes|believes|fears)\b"
    r"|['’]s?\s+(?:allies|ally|government|envoys?|ambassadors?|claims?|denials?|decision|position|policy|intervention|"
    r"support|backing|proxies|interests|influence|foreign\s+minist\w+)\b"
)
_GOVERNMENT_BEFORE = re.compile(
    r"\b(?i:according\s+to|(?:backed|supported|accused|sponsored|recognised|recognized)\s+by|(?:allied|aligned|ties|"
    r"relations|talks|deal|agreement|tensions|negotiations|rapprochement)\s+(?:with|between)|(?:pressure|sanctions)\s+on|"
    r"message\s+to|(?:support|backing)\s+(?:from|of)|loyal\s+to|(?:ministry|government|authorities|officials?|command|"
    r"coast\s?guard|spokes(?:man|woman|person)|parliament|embassy)\s+in)\s+(?:[A-Z]\w+\s+and\s+)?$"
)
_LARGE_PROVINCE = 600.0
_MANY_ENOUGH = 200
_NO_SCENE = 0.3
_KNOWN = 0.7
"""Prominence of cities of a few millions."""
_ONE_PLACE = 60.0
"""Kilometres within which a town, its district and its airport are one answer."""
_SEAT = 120.0
"""Kilometres within which an area has the town that it is called after."""
_FAR_AHEAD = 0.3
"""A place so much more prominent than its namesakes needs no context."""
_NOT_HELD = -0.3
_WITHIN = re.compile(r"\A(?:,\s+|\s+in\s+|,\s+in\s+|\s+\()(?:the\s+)?\Z")
_WIDE = ("country", "region")
_AREAS = ("country", "region", "admin", "district")


def locate(reading: Reading, added: Gazetteer | None = None) -> Reading:
    """Give the places of a reading coordinates, country, precision and score; the rest of it stays as it is.

    A name that no gazetteer knows keeps null coordinates. `offset` marks an area beside the named place: the
    coordinates are those of the place it is measured from, `area` is the ground meant. The score (0..1) says how sure
    the choice is; a capital that speaks (`Damascus said`) or an area inside a body's name is placed but scores low: it
    is no scene.

    Args:
        reading: as read, or located before: what was found then is not used.
        added: what a case adds to the shipped gazetteer: names that it alone knows become places too; a place that a
            person pinned wins over all others.
    """
    if added is not None:
        reading = msgspec.structs.replace(reading, places=further_places(reading, added))
    if not reading.places:
        return reading
    scene = _Scene(reading, added)
    placed = [scene.placed(at) for at in range(len(reading.places))]
    for at, (one, other) in enumerate(pairwise(placed)):
        if links(scene.text, (one.start, one.end), (other.start, other.end)):
            placed[at : at + 2] = _between(one, other)
    return msgspec.structs.replace(reading, places=tuple(placed))


def _between(one: PlaceMention, other: PlaceMention) -> tuple[PlaceMention, PlaceMention]:
    """The ends of `between X and Y`, with the ground that lies there."""
    points = [(p.lat, p.lon) for p in (one, other) if p.precision not in ("country", "admin") and p.scene]
    if len(points) < 2 or None in points[0] or None in points[1]:
        return one, other
    area = halfway(*points)  # type: ignore[arg-type]
    if area is None:
        return one, other
    first, second = (msgspec.structs.replace(p, precision="offset", area=area) for p in (one, other))
    return first, second


def _prominence(place: Place) -> float:
    """How much a place is talked of, before any context: 0..1."""
    if place.kind == "country":
        return 1.0
    people = math.log10(place.population + 10)
    if place.kind in ("region", "admin"):
        return 0.8 if place.ours else 0.2 + people / 18
    if place.kind == "district":
        return 0.15 + people / 30
    return min(people / 9 + (0.15 if place.capital else 0.0) + (0.35 if place.ours else 0.0), 0.98)


def _best_alone(choices: Sequence[Place]) -> Place | None:
    return max(choices, key=lambda p: (_prominence(p), -p.number), default=None)


class _Scene:
    """One document's places and what they say about each other."""

    def __init__(self, reading: Reading, added: Gazetteer | None) -> None:
        self.text = reading.document.text
        self.places = reading.places
        named = [m for m in reading.mentions if m.type not in ("place", "facility")]
        self.named_starts = [m.start for m in named]
        self.named_ends = [m.end for m in named]
        self.options = [candidates(self.text, p.start, p.end, added) for p in reading.places]
        self.wanted = [option.name for option in self.options]
        self.countries = self._countries()
        self.spoken_of = sum(self.countries.values())
        # Places that need no context: others are expected near them.
        self.sure = list({p.number: p for p in self._sure()}.values())[:_MANY_ENOUGH]
        self.holders = self._holders()
        self.desks, holding = datelines(self.text, self.places)
        self.holding = {self.wanted[at] for at in holding}
        self.written = {names.key(p.text): " ".join(p.text.split()) for p in self.places if not p.text.isupper()}
        self.ranked: dict[tuple[str, bool, tuple[int, ...]], tuple[Place, float, float]] = {}

    def _countries(self) -> Counter[str]:
        """How often each country is spoken of: by name, by its people, and by places that can hardly be elsewhere."""
        seen: Counter[str] = Counter(countries_meant(self.text))
        for option in self.options:
            best = _best_alone(option.places)
            if option.loose or best is None or not best.country:
                continue
            elsewhere = [p for p in option.places if p.country != best.country]
            if best.kind == "country":
                # `Georgia` is a country or a state: by itself it speaks for neither.
                seen[best.country] += 0 if any(p.kind == "admin" and p.ours for p in elsewhere) else 2
            elif not elsewhere or (_prominence(best) > _KNOWN and _own_name(best, option.name)):
                seen[best.country] += 1
        return seen

    def _sure(self) -> Iterator[Place]:
        for option in self.options:
            best = _best_alone(option.places)
            if best is None or option.loose or best.kind in _WIDE:
                continue
            others = (p for p in option.places if distance_km(p.lat, p.lon, best.lat, best.lon) > _ONE_PLACE)
            if max(map(_prominence, others), default=0.0) + _FAR_AHEAD <= _prominence(best) or len(option.places) == 1:
                yield best

    def _holders(self) -> dict[str, tuple[Place, ...]]:
        """For each name, what stands behind a comma somewhere (`Millbrook, Ontario`): it is expected in or near that.

        One name means one place throughout a document unless said otherwise.
        """
        found: dict[str, tuple[Place, ...]] = {}
        for at, (one, other) in enumerate(pairwise(self.places)):
            best = _best_alone(self.options[at].places)
            if best is None or best.kind in _WIDE or (best.kind == "admin" and best.ours):
                continue  # in a list (`Georgia, Illinois, Ohio`) the next is no container
            if _WITHIN.match(self.text[one.end : other.start]):
                areas = tuple(p for p in self.options[at + 1].places if p.kind in _AREAS)
                if areas:
                    found.setdefault(self.wanted[at], areas)
        return found

    def _is_a_desk(self, at: int) -> bool:
        """Whether a dateline's place is only where the report was written: some other town stands behind it."""
        others = (
            _best_alone(self.options[k].places)
            for k in range(at + 1, len(self.places))
            if self.wanted[k] not in (self.wanted[at], *self.holding)
        )
        return at in self.desks and any(best is None or best.kind not in _AREAS for best in others)

    def placed(self, at: int) -> PlaceMention:
        """One mention with the best of its candidates."""
        mention, option = self.places[at], self.options[at]
        bare = PlaceMention(
            start=mention.start, end=mention.end, text=mention.text, name=self._called(mention),
            scene=not self._inside_a_name(mention),
        )  # fmt: skip
        held = [p for p in option.places if p.kind in _AREAS or self.wanted[at] not in self.holding]
        choices = tuple(p for p in held if not option.loose or self.countries[p.country or ""])
        if not choices:
            return bare
        best, top, second = self._rank(at, choices)
        score = min(0.99, 0.45 + 0.3 * min(top, 1.0) + 0.35 * min(1.0, max(0.0, top - second)))
        scene = bare.scene and not (best.capital and (self._stands_for_government(mention) or self._is_a_desk(at)))
        beside_it, area = self._ground(mention, best)
        return msgspec.structs.replace(
            bare,
            name=best.name,
            country=best.country,
            lat=best.lat,
            lon=best.lon,
            geonameid=best.geonameid,
            precision="offset" if beside_it else _precision(best, option),
            score=round(score if scene else min(score, _NO_SCENE), 3),
            area=area,
            scene=scene,
        )

    def _ground(self, mention: PlaceMention, place: Place) -> tuple[bool, Area | None]:
        # `Homs region` is the area of that name if there is one, else the ground around the town.
        if place.kind in _WIDE or (place.kind in _AREAS and kind_follows(self.text, mention.start, mention.end)):
            return False, None
        return beside(self.text, mention.start, mention.end, place.lat, place.lon)

    def _rank(self, at: int, choices: Sequence[Place]) -> tuple[Place, float, float]:
        """The best candidate, its score and that of the next; the same question is answered once."""
        mention, wanted = self.places[at], self.wanted[at]
        admin = kind_follows(self.text, mention.start, mention.end)
        holders = self.holders.get(wanted, ())
        if not admin:
            choices = _towns_before_their_areas(choices)
        question = (wanted, admin, tuple(p.number for p in choices))
        if question not in self.ranked:
            around = [s for s in self.sure if s.number not in question[2]]
            scored = sorted(
                ((self._score(p, wanted, holders, around, admin=admin), -p.number, p) for p in choices),
                key=lambda scored: scored[:2],
            )
            second = scored[-2][0] if len(scored) > 1 else 0.0
            self.ranked[question] = (scored[-1][2], scored[-1][0], second)
        return self.ranked[question]

    def _score(
        self, place: Place, wanted: str, holders: Sequence[Place], around: Sequence[Place], *, admin: bool
    ) -> float:
        score = _prominence(place)
        if place.country and self.spoken_of:
            score += 0.5 * self.countries[place.country] / self.spoken_of
        score += _own_name(place, wanted)
        if place.kind not in _WIDE:
            near = (distance_km(place.lat, place.lon, s.lat, s.lon) for s in around)
            score += 0.25 * math.exp(-min(near, default=math.inf) / 150.0)
        if admin and place.kind in ("admin", "district"):
            score += 0.6
        return score + max((_held(place, holder) for holder in holders), default=0.0)

    def _stands_for_government(self, mention: PlaceMention) -> bool:
        before = self.text[max(0, mention.start - 60) : mention.start]
        return bool(_GOVERNMENT_AFTER.match(self.text, mention.end) or _GOVERNMENT_BEFORE.search(before))

    def _called(self, mention: PlaceMention) -> str:
        """As written; what stands in capitals as it stands elsewhere in the document, if it does."""
        return self.written.get(names.key(mention.text), " ".join(mention.text.split()))

    def _inside_a_name(self, mention: PlaceMention) -> bool:
        """Whether the place only helps to name somebody (`California Department of Health`)."""
        at = bisect_right(self.named_starts, mention.start) - 1
        return at >= 0 and mention.end < self.named_ends[at]


def _towns_before_their_areas(choices: Sequence[Place]) -> tuple[Place, ...]:
    """Leave out areas called after a town that is meant unless the text speaks of the area (`Homs province`)."""
    towns = [p for p in choices if p.kind == "settlement"]
    return tuple(
        p
        for p in choices
        if p.ours
        or p.kind not in ("admin", "district")
        or not any(t.country == p.country and distance_km(t.lat, t.lon, p.lat, p.lon) < _SEAT for t in towns)
    )


def _own_name(place: Place, wanted: str) -> float:
    """A place called by its own name is likelier meant than one that has it among many others."""
    if names.key(place.name) in (wanted, wanted + "city"):
        return 0.3
    return (
        0.2 if place.kind in ("admin", "district") and names.without_kind(place.name).replace(" ", "") == wanted else 0
    )


def _precision(place: Place, option: Candidates) -> Precision:
    if place.kind == "country" and not option.part:
        return "country"
    if place.kind in _AREAS:
        return "admin"
    if place.kind == "facility":
        return "point"
    return "settlement"


def _held(place: Place, holder: Place) -> float:
    """How well one place lies in another: same country, and not far from its middle."""
    if holder.country != place.country:
        return _NOT_HELD
    if holder.kind == "country":
        return 0.8
    apart = distance_km(place.lat, place.lon, holder.lat, holder.lon)
    return 0.8 * math.exp(-apart / 600.0) if apart < _LARGE_PROVINCE else _NOT_HELD
