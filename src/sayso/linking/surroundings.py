"""Ground beside a named place: `20 kilometers from X`, `south of X`, `a 55 km zone around X`, `between X and Y`."""

from __future__ import annotations

import math
import re

from sayso.records import Area

__all__ = ["beside", "distance_km", "halfway", "links"]

_EARTH = 6371.0  # kilometres
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "a hundred": 100,
}  # fmt: skip
_UNITS = {"k": 1.0, "m": 0.001, "mi": 1.609344}
_BEARINGS = {"n": 0, "ne": 45, "e": 90, "se": 135, "s": 180, "sw": 225, "w": 270, "nw": 315}
_NUMBER = r"(?P<number>\d+(?:[.,]\d+)*|" + "|".join(_WORDS) + r"|(?:a few|several|some|about))"
_DISTANCE = (
    rf"{_NUMBER}(?:\s*(?:-|–|to|or)\s*(?P<upper>\d+(?:\.\d+)?))?\s*-?\s*"
    r"(?P<unit>kilomet(?:er|re)s?|kms?|miles?|mi|met(?:er|re)s?|m)\b"
)
_COMPASS = r"(?P<compass>(?:north|south)(?:[\s-]?(?:east|west))?|east|west)(?:ern)?"
_KIND = r"(?:(?:town|city|village|border\s+town|port|settlement|camp|base|junction|border\s+crossing)\s+of\s+)?"
_END = rf"\s+(?:the\s+)?{_KIND}$"
_AWAY = re.compile(
    rf"\b{_DISTANCE}\s*(?:\([^)]{{1,20}}\)\s*)?(?:away\s+)?(?:to\s+the\s+)?(?:{_COMPASS})?\s*"
    rf"(?:of|from|outside|off|short\s+of){_END}",
    re.IGNORECASE,
)
_AROUND = re.compile(
    rf"(?:\bwithin\s+(?:a\s+)?{_DISTANCE.replace('(?P<', '(?P<w_')}(?:\s+radius)?\s+(?:of|from|around)|"
    rf"\b{_DISTANCE}[\s-]*(?:radius\s*)?(?:\([^)]{{1,20}}\)\s*)?(?:[a-z-]+\s+){{0,2}}?[\"“”'’]?(?:[a-z-]+[\s-]+){{0,2}}?"
    rf"(?:zone|radius|perimeter|circle|area|ring|belt)[\"“”'’]?\s+(?:around|surrounding|about|round|of)|"
    rf"\bradius\s+of\s+(?:about\s+)?{_DISTANCE.replace('(?P<', '(?P<r_')}\s+(?:around|of|from)){_END}",
    re.IGNORECASE,
)
_BEARING = re.compile(rf"\b(?:just\s+|immediately\s+|further\s+)?{_COMPASS}\s+of{_END}", re.IGNORECASE)
_NEAR = re.compile(
    r"\b(?:near|nearby|close\s+to|not\s+far\s+from|outside|around|beyond|adjacent\s+to|(?:vicinity|outskirts|"
    rf"surroundings|countryside)\s+of){_END}",
    re.IGNORECASE,
)
_NEAR_AFTER = re.compile(r"(?:['’]s)?\s+(?:outskirts|surroundings|countryside|region|area|vicinity)\b")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?(?:(?:towns|cities|villages|settlements)\s+of\s+)?$", re.IGNORECASE)
_AND = re.compile(r"\A\s+and\s+(?:the\s+)?\Z")
_WRITTEN = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?")
BEFORE = 90
"""Characters in front of a name in which such words are looked for."""
_MOST_APART = 300.0
_SPREAD = 0.4
"""A compass word covers 45 degrees: the ground at distance d reaches 0.4 d to either side of the middle."""


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres between two points in degrees."""
    p, q = math.radians(lat1), math.radians(lat2)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(h)))


def beside(text: str, start: int, end: int, lat: float, lon: float) -> tuple[bool, Area | None]:
    """Whether the words around a name at `start:end` speak of ground beside the place, and which if they say so.

    `lat`, `lon` are where the named place is. A distance alone gives the whole circle, a distance and a direction the
    ground there; a direction alone, or `near`, leaves the ground open.
    """
    before = text[max(0, start - BEFORE) : start]
    if around := _AROUND.search(before):
        far = _kilometres(around, "w_") or _kilometres(around, "r_") or _kilometres(around, "")
        return True, Area(lat=lat, lon=lon, radius_km=far) if far else None
    if away := _AWAY.search(before):
        far = _kilometres(away, "")
        if not far:
            return True, None
        if not away["compass"]:
            return True, Area(lat=lat, lon=lon, radius_km=far)
        letters = "".join(part[0] for part in re.findall("north|south|east|west", away["compass"].casefold()))
        there = _moved(lat, lon, far, _BEARINGS[letters])
        return True, Area(lat=there[0], lon=there[1], radius_km=round(max(1.0, far * _SPREAD), 1))
    return bool(_BEARING.search(before) or _NEAR.search(before) or _NEAR_AFTER.match(text, end)), None


def links(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether two names, given as `start, end`, are the ends of `between X and Y`."""
    before = text[max(0, first[0] - BEFORE) : first[0]]
    return bool(_BETWEEN.search(before) and _AND.match(text[first[1] : second[0]]))


def halfway(one: tuple[float, float], other: tuple[float, float]) -> Area | None:
    """The circle that has both points on its rim; null when they are too far apart to say anything of a place."""
    apart = distance_km(*one, *other)
    if not 0 < apart <= _MOST_APART:
        return None
    lat, lon = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
    return Area(lat=round(lat, 4), lon=round(lon, 4), radius_km=round(apart / 2, 1))


def _kilometres(match: re.Match[str], group: str) -> float | None:
    """The distance that was said, its upper end if a range; null for `a few kilometres` or none."""
    said, unit = match[f"{group}upper"] or match[f"{group}number"], match[f"{group}unit"]
    if not said:
        return None
    said = said.casefold()
    if said in _WORDS:
        number = float(_WORDS[said])
    elif said[0].isdigit():
        number = (
            float(said.replace(",", "")) if re.fullmatch(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?", said) else 0
        )
    else:
        return None
    letter = unit.casefold()
    return round(number * _UNITS["mi" if letter.startswith("mi") else letter[0]], 3) or None


def _moved(lat: float, lon: float, far: float, bearing: float) -> tuple[float, float]:
    """The point `far` kilometres away in a direction (degrees clockwise from north), on a sphere."""
    p, turn, arc = math.radians(lat), math.radians(bearing), far / _EARTH
    q = math.asin(math.sin(p) * math.cos(arc) + math.cos(p) * math.sin(arc) * math.cos(turn))
    east = math.atan2(math.sin(turn) * math.sin(arc) * math.cos(p), math.cos(arc) - math.sin(p) * math.sin(q))
    return round(math.degrees(q), 4), round((lon + math.degrees(east) + 540) % 360 - 180, 4)
