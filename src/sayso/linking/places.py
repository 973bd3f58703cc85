"""Put the places of one document on the map: candidates of the gazetteer, weighed by what else the document names."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

import msgspec

from sayso.knowledge import names
from sayso.knowledge.gazetteer import Place, look_up
from sayso.records import PlaceMention, Precision, Reading

__all__ = ["distance_km", "locate"]

_NUMBER = (
    r"(?:\d+(?:[.,]\d+)?|a few|several|some|about|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|"
    r"twenty|thirty|forty|fifty)"
)
_COMPASS = "(?:north|south|east|west|(?:north|south)-?(?:east|west))"
_OFFSET = re.compile(
    rf"(?:{_NUMBER}\s*-?(?:kilomet(?:er|re)s?|kms?|miles?|mi|met(?:er|re)s?)\s*(?:\([^)]{{1,20}}\)\s*)?(?:away\s+)?"
    rf"(?:to\s+the\s+)?{_COMPASS}?\s*(?:of|from|outside|off)"
    rf"|\b(?:just\s+)?{_COMPASS}(?:ern)?\s+of"
    r"|\b(?:near|nearby|close\s+to|not\s+far\s+from|outside|around|beyond|(?:vicinity|outskirts)\s+of))"
    r"\s+(?:the\s+)?(?:(?:town|city|village|border\s+town|port|settlement|camp|base|border\s+crossing)\s+of\s+)?$",
    re.IGNORECASE,
)
_OFFSET_AFTER = re.compile(r"['’]s\s+(?:outskirts|surroundings)|\s+(?:outskirts|surroundings)\b")
# A capital that speaks or acts stands for its government, so it is not where the thing happened.
_GOVERNMENT_AFTER = re.compile(
    r"\s*,?\s*(?:(?:has|had|have|also|repeatedly|later|again|will|would|officially|publicly)\s+)*(?:said|says|"
    r"denie[sd]|claim(?:ed|s)|warn(?:ed|s)|accuse[sd]|condemn(?:ed|s)|reject(?:ed|s)|insist(?:ed|s)|called|announced|told|"
    r"vowed|wants|agreed|demanded|urged|threatened|responded|argue[sd]|blame[sd]|back(?:ed|s)|support(?:ed|s)|refused|"
    r"denounced|confirmed|maintains)\b"
)
_KIND_AFTER = re.compile(
    r"\s+(?:[Gg]overnorate|[Pp]rovince|[Rr]egion|[Oo]blast|[Dd]istrict|[Cc]ounty|[Ss]tate|[Cc]ountryside|[Pp]refecture)\b"
)
_ADMIN_BEFORE = re.compile(r"\b(?:province|governorate|state|region|oblast|county|district)\s+of\s+$", re.IGNORECASE)
_EARTH = 6371.0  # kilometres
_LARGE_PROVINCE = 600.0
_MANY_ENOUGH = 200
_NO_SCENE = 0.3
_WITHIN = re.compile(r"\A(?:,\s+|\s+in\s+|,\s+in\s+)(?:the\s+)?\Z")


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres between two points in degrees."""
    p, q = math.radians(lat1), math.radians(lat2)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(h)))


def locate(reading: Reading) -> Reading:
    """Give the places of a reading coordinates, country, precision and score; the rest of it stays as it is.

    A name that no gazetteer knows keeps null coordinates. `offset` marks an area beside the named place: the
    coordinates are those of the place it is measured from. The score (0..1) says how sure the choice is; a capital
    that speaks (`Damascus said`) or an area inside a body's name is placed but scores low: it is no scene.
    """
    if not reading.places:
        return reading
    scene = _Scene(reading)
    placed = tuple(scene.placed(at) for at in range(len(reading.places)))
    return msgspec.structs.replace(reading, places=placed)


def _prominence(place: Place) -> float:
    """How much a place is talked of, before any context: 0..1."""
    if place.kind == "country":
        return 1.0
    if place.kind in ("region", "admin"):
        return 0.72 if place.ours else 0.5
    score = math.log10(place.population + 10) / 9.0 + (0.15 if place.capital else 0.0) + (0.35 if place.ours else 0.0)
    return min(score, 0.98)


def _best_alone(choices: Sequence[Place]) -> Place | None:
    return max(choices, key=lambda p: (_prominence(p), -p.number), default=None)


class _Scene:
    """One document's places and what they say about each other."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.document.text
        self.places = reading.places
        named = [m for m in reading.mentions if m.type not in ("place", "facility")]
        self.named_starts = [m.start for m in named]
        self.named_ends = [m.end for m in named]
        self.options = [self._candidates(p) for p in reading.places]
        self.countries = self._countries()
        self.spoken_of = sum(self.countries.values())
        # Places that need no context: others are expected near them.
        alone = (c[0] for c in self.options if len(c) == 1 and c[0].kind not in ("country", "region"))
        self.sure = list({p.number: p for p in alone}.values())[:_MANY_ENOUGH]
        self.ranked: dict[tuple[str, bool, tuple[int, ...]], tuple[Place, float, float]] = {}

    def _candidates(self, mention: PlaceMention) -> tuple[Place, ...]:
        tail = _KIND_AFTER.match(self.text, mention.end)
        found = look_up(mention.name + tail[0]) if tail else ()
        return found or look_up(mention.name)

    def _countries(self) -> Counter[str]:
        """How often each country is spoken of: by name, and by places that can hardly be elsewhere."""
        seen: Counter[str] = Counter()
        for choices in self.options:
            best = _best_alone(choices)
            if best is None or not best.country:
                continue
            if best.kind == "country":
                seen[best.country] += 2
            elif len({p.country for p in choices}) == 1 or _prominence(best) > 0.7:
                seen[best.country] += 1
        return seen

    def _container(self, at: int) -> Sequence[Place]:
        """What stands behind a comma (`Millbrook, Ontario`): the place is expected in or near it."""
        best = _best_alone(self.options[at])
        if best is None or best.kind in ("country", "region", "admin"):
            return ()  # in a list (`Georgia, Illinois, Ohio`) the next is no container
        after = self.places[at + 1] if at + 1 < len(self.places) else None
        if after is not None and _WITHIN.match(self.text[self.places[at].end : after.start]):
            return self.options[at + 1]
        return ()

    def placed(self, at: int) -> PlaceMention:
        """One mention with the best of its candidates."""
        mention, choices = self.places[at], self.options[at]
        if not choices:
            return mention
        before = self.text[max(0, mention.start - 30) : mention.start]
        admin = bool(_KIND_AFTER.match(self.text, mention.end) or _ADMIN_BEFORE.search(before))
        best, top, second = self._rank(names.key(mention.name), choices, self._container(at), admin=admin)
        score = min(0.99, 0.45 + 0.3 * min(top, 1.0) + 0.35 * min(1.0, max(0.0, top - second)))
        if (best.capital and _GOVERNMENT_AFTER.match(self.text, mention.end)) or self._inside_a_name(mention):
            score = min(score, _NO_SCENE)
        return msgspec.structs.replace(
            mention,
            name=best.name,
            country=best.country,
            lat=best.lat,
            lon=best.lon,
            geonameid=best.geonameid,
            precision=self._precision(best, mention),
            score=round(score, 3),
        )

    def _rank(
        self, wanted: str, choices: Sequence[Place], container: Sequence[Place], *, admin: bool
    ) -> tuple[Place, float, float]:
        """The best candidate, its score and that of the next; the same question is answered once."""
        question = (wanted, admin, tuple(p.number for p in container))
        if question not in self.ranked:
            scored = sorted(((self._score(p, wanted, container, admin=admin), -p.number, p) for p in choices), key=_by)
            second = scored[-2][0] if len(scored) > 1 else 0.0
            self.ranked[question] = (scored[-1][2], scored[-1][0], second)
        return self.ranked[question]

    def _score(self, place: Place, wanted: str, container: Sequence[Place], *, admin: bool) -> float:
        score = _prominence(place)
        if place.country and self.spoken_of:
            score += 0.5 * self.countries[place.country] / self.spoken_of
        if names.key(place.name) == wanted:  # called by its own name rather than by one of many others
            score += 0.3
        if place.kind not in ("country", "region"):
            near = (distance_km(place.lat, place.lon, s.lat, s.lon) for s in self.sure if s.number != place.number)
            score += 0.25 * math.exp(-min(near, default=math.inf) / 150.0)
        if admin and place.kind == "admin":
            score += 0.6
        return score + max((_held(place, holder) for holder in container), default=0.0)

    def _precision(self, place: Place, mention: PlaceMention) -> Precision:
        before = self.text[max(0, mention.start - 70) : mention.start]
        wide = place.kind in ("country", "region")
        if not wide and (_OFFSET.search(before) or _OFFSET_AFTER.match(self.text, mention.end)):
            return "offset"
        if place.kind == "country":
            return "country"
        if place.kind in ("region", "admin"):
            return "admin"
        return "point" if place.kind == "facility" else "settlement"

    def _inside_a_name(self, mention: PlaceMention) -> bool:
        """Whether the place only helps to name somebody (`California Department of Health`)."""
        at = bisect_right(self.named_starts, mention.start) - 1
        return at >= 0 and mention.end < self.named_ends[at]


def _by(scored: tuple[float, int, Place]) -> tuple[float, int]:
    return scored[:2]


def _held(place: Place, holder: Place) -> float:
    """How well one place lies in another: same country, and not far from its middle."""
    if holder.country != place.country:
        return 0.0
    if holder.kind == "country":
        return 0.8
    apart = distance_km(place.lat, place.lon, holder.lat, holder.lon)
    return 0.8 * math.exp(-apart / 600.0) if apart < _LARGE_PROVINCE else 0.0
