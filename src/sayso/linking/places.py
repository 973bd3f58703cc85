"""Put the places of one document on the map: candidates of the gazetteer, weighed by what else the document names."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from sayso.knowledge import names
from sayso.knowledge.gazetteer import Place, look_up
from sayso.records import Mention, PlaceMention, Precision, Reading

__all__ = ["distance_km", "locate"]

_NUMBER = r"(?:\d+(?:[.,]\d+)?|a few|several|some|about|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)"
_OFFSET = re.compile(
    rf"(?:{_NUMBER}\s*-?(?:kilomet(?:er|re)s?|kms?|miles?|mi|met(?:er|re)s?)\s*(?:\([^)]{{1,20}}\)\s*)?(?:away\s+)?(?:to\s+the\s+)?"
    r"(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west)?\s*(?:of|from|outside|off)"
    r"|\b(?:just\s+)?(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west)(?:ern)?\s+of"
    r"|\b(?:near|nearby|close\s+to|not\s+far\s+from|outside|around|in\s+the\s+vicinity\s+of|the\s+outskirts\s+of|in\s+the\s+outskirts\s+of|beyond))"
    r"\s+(?:the\s+)?(?:(?:town|city|village|border\s+town|port|settlement|camp|base|border\s+crossing)\s+of\s+)?$",
    re.IGNORECASE,
)
_OFFSET_AFTER = re.compile(r"['’]s\s+(?:outskirts|surroundings)|\s+(?:outskirts|area\b.{0,1}$)")
# A capital that speaks or acts stands for its government, so it is not where the thing happened.
_GOVERNMENT_AFTER = re.compile(
    r"\s*,?\s*(?:(?:has|had|have|also|repeatedly|later|again|will|would|officially|publicly)\s+)*(?:said|says|denied|denies|claimed|claims|warned|"
    r"warns|accused|accuses|condemned|condemns|rejected|rejects|insisted|insists|called|announced|told|vowed|wants|agreed|demanded|"
    r"urged|threatened|responded|argues|argued|blamed|blames|backs|backed|supports|supported|refused|denounced|confirmed|maintains)\b"
)
_KIND_AFTER = re.compile(r"\s+(?:[Gg]overnorate|[Pp]rovince|[Rr]egion|[Oo]blast|[Dd]istrict|[Cc]ounty|[Ss]tate|[Cc]ountryside|[Pp]refecture)\b")
_ADMIN_BEFORE = re.compile(r"\b(?:province|governorate|state|region|oblast|county|district)\s+of\s+$", re.IGNORECASE)
_EARTH = 6371.0
_WITHIN = re.compile(r"\A,\s+(?:in\s+)?(?:the\s+)?\Z")


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres between two points in degrees."""
    p, q = math.radians(lat1), math.radians(lat2)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(h)))


def locate(reading: Reading) -> Reading:
    """Give the places of a reading coordinates, country, precision and score; the rest of it stays as it is.

    A name that no gazetteer knows keeps null coordinates. `offset` marks an area beside the named place: the
    coordinates are those of the place it is measured from. The score (0..1) says how sure the choice is; a capital
    that speaks (`Damascus said`) is placed but scores low, because it is a government and not a scene.
    """
    if not reading.places:
        return reading
    text = reading.document.text
    options = [_candidates(p, text) for p in reading.places]
    countries = _countries(options)
    sure = _sure(options)
    placed = tuple(
        _placed(mention, choices, text, countries, sure, _container(at, reading.places, options, text), reading.mentions)
        for at, (mention, choices) in enumerate(zip(reading.places, options, strict=True))
    )
    return msgspec.structs.replace(reading, places=placed)


def _candidates(mention: PlaceMention, text: str) -> tuple[Place, ...]:
    tail = _KIND_AFTER.match(text, mention.end)
    found = look_up(mention.name + tail[0]) if tail else ()
    return found or look_up(mention.name)


def _prominence(place: Place) -> float:
    """How much a place is talked of, before any context: 0..1."""
    if place.kind == "country":
        return 1.0
    if place.kind in ("region", "admin"):
        return 0.72 if place.ours else 0.5
    score = math.log10(place.population + 10) / 9.0
    if place.capital:
        score += 0.15
    if place.ours:
        score += 0.35
    return min(score, 0.98)


def _best_alone(choices: Sequence[Place]) -> Place | None:
    return max(choices, key=lambda p: (_prominence(p), -p.number), default=None)


def _countries(options: Sequence[Sequence[Place]]) -> Counter[str]:
    """How often each country is spoken of: by name, and by places that are in only one country."""
    seen: Counter[str] = Counter()
    for choices in options:
        best = _best_alone(choices)
        if best is None:
            continue
        if best.kind == "country" and best.country:
            seen[best.country] += 2
        elif best.country and (len({p.country for p in choices}) == 1 or _prominence(best) > 0.7):  # noqa: PLR2004
            seen[best.country] += 1
    return seen


def _sure(options: Sequence[Sequence[Place]]) -> list[Place]:
    """Places that need no context: others are expected near them."""
    out = []
    for choices in options:
        if len(choices) == 1 and choices[0].kind not in ("country", "region"):
            out.append(choices[0])
    return out


def _container(at: int, places: Sequence[PlaceMention], options: Sequence[Sequence[Place]], text: str) -> Sequence[Place]:
    """What stands behind a comma (`Pandi, Bulacan`): the place is expected in or near it."""
    best = _best_alone(options[at])
    if best is None or best.kind in ("country", "region", "admin"):
        return ()  # in a list (`Georgia, Illinois, Ohio`) the next is no container
    if at + 1 < len(places) and _WITHIN.match(text[places[at].end : places[at + 1].start]):
        return options[at + 1]
    return ()


def _score(place: Place, text_countries: Counter[str], sure: Sequence[Place], container: Sequence[Place], wanted: str, *, admin: bool) -> float:
    score = _prominence(place)
    total = sum(text_countries.values())
    if place.country and total:
        score += 0.5 * text_countries[place.country] / total
    # Called by its own name rather than by one of many others.
    if names.key(place.name) == wanted:
        score += 0.3
    near = [distance_km(place.lat, place.lon, s.lat, s.lon) for s in sure if s.number != place.number]
    if near and place.kind not in ("country", "region"):
        score += 0.25 * math.exp(-min(near) / 150.0)
    for holder in container:
        if holder.country == place.country and holder.kind == "country":
            score += 0.8
            break
        if holder.kind in ("admin", "region", "settlement") and holder.country == place.country:
            apart = distance_km(place.lat, place.lon, holder.lat, holder.lon)
            if apart < 600:  # noqa: PLR2004 - a large province
                score += 0.8 * math.exp(-apart / 600.0)
                break
    if admin and place.kind == "admin":
        score += 0.6
    return score


def _placed(
    mention: PlaceMention, choices: Sequence[Place], text: str, countries: Counter[str], sure: Sequence[Place],
    container: Sequence[Place], mentions: Sequence[Mention],
) -> PlaceMention:  # fmt: skip
    if not choices:
        return mention
    admin = bool(_KIND_AFTER.match(text, mention.end) or _ADMIN_BEFORE.search(text[max(0, mention.start - 30) : mention.start]))
    ranked = sorted(((_score(p, countries, sure, container, names.key(mention.name), admin=admin), -p.number, p) for p in choices), key=lambda r: r[:2])
    top, _, best = ranked[-1]
    second = ranked[-2][0] if len(ranked) > 1 else 0.0
    score = min(0.99, 0.45 + 0.3 * min(top, 1.0) + 0.35 * min(1.0, max(0.0, top - second)))
    if (best.capital and _GOVERNMENT_AFTER.match(text, mention.end)) or _inside_a_name(mention, mentions):
        score = min(score, 0.3)
    return msgspec.structs.replace(
        mention,
        name=best.name if best.kind != "country" else best.name,
        country=best.country,
        lat=best.lat,
        lon=best.lon,
        geonameid=best.geonameid,
        precision=_precision(best, mention, text),
        score=round(score, 3),
    )


def _precision(place: Place, mention: PlaceMention, text: str) -> Precision:
    if place.kind not in ("country", "region") and (
        _OFFSET.search(text[max(0, mention.start - 70) : mention.start]) or _OFFSET_AFTER.match(text, mention.end)
    ):
        return "offset"
    if place.kind == "country":
        return "country"
    if place.kind in ("region", "admin"):
        return "admin"
    return "point" if place.kind == "facility" else "settlement"


def _inside_a_name(mention: PlaceMention, mentions: Sequence[Mention]) -> bool:
    """Whether the place only helps to name somebody (`California Department of Health`)."""
    return any(
        m.start <= mention.start and mention.end < m.end and m.type not in ("place", "facility") for m in mentions
    )
