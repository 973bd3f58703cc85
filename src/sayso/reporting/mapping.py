"""The map: places that the reports name, drawn from their coordinates on a grid of degrees; nothing is fetched."""

from __future__ import annotations

import math
from collections.abc import Sequence

from sayso.records import PlaceMention, Record
from sayso.reporting.blocks import Map, Section, Spot
from sayso.reporting.phrases import Desk
from sayso.reporting.summary import main_incident
from sayso.reporting.words import number, one_line, plural

WIDTH, HEIGHT, EDGE = 660.0, 380.0, 46.0
MOST_SPOTS = 16
NEAR = 600.0
"""Kilometres around the main place that are drawn; what lies beyond is named with its distance."""
LEAST = 20.0
"""Kilometres that the drawing spans at the least."""
_KM = 111.32
"""Kilometres of a degree of latitude."""


class _Found(Record, frozen=True, kw_only=True):
    name: str
    lat: float
    lon: float
    precision: str
    mentions: tuple[tuple[str, PlaceMention], ...]
    sentence: tuple[int, int]
    """Where the sentence of the first mention lies: the note marks no name in it."""


def map_section(desk: Desk) -> Section | None:
    """Places of the incident's documents around the place that most reports are about; null when none is located."""
    found = _places(desk)
    if not found:
        return None
    centre = _centre(desk, found)
    near = sorted((p for p in found if _km(centre, p) <= NEAR), key=lambda p: (-len(p.mentions), p.name))[:MOST_SPOTS]
    far = sorted((p for p in found if _km(centre, p) > NEAR), key=lambda p: (_km(centre, p), p.name))
    return Section(id="map", title="Map", blocks=(_drawn(desk, centre, near, far),))


def _places(desk: Desk) -> list[_Found]:
    """Located places finer than a country, each once, of the documents that report the incident."""
    incident = main_incident(desk)
    about = set(incident.documents) if incident else set(desk.documents)
    spots: dict[tuple[str, float, float], list[tuple[str, PlaceMention]]] = {}
    sentences: dict[tuple[str, float, float], tuple[int, int]] = {}
    for reading in desk.view.readings:
        for place in reading.places if reading.document.id in about else ():
            if place.lat is not None and place.lon is not None and place.precision not in ("country", "offset"):
                spot = (one_line(place.name), place.lat, place.lon)
                spots.setdefault(spot, []).append((reading.document.id, place))
                around = (s for s in reading.sentences if s[0] <= place.start < s[1])
                sentences.setdefault(spot, next(around, (place.start, place.end)))
    return [
        _Found(
            name=spot[0],
            lat=spot[1],
            lon=spot[2],
            precision=found[0][1].precision,
            mentions=tuple(found),
            sentence=sentences[spot],
        )
        for spot, found in spots.items()
    ]


def _centre(desk: Desk, found: Sequence[_Found]) -> _Found:
    """The place of the incident, where it is located; else the one that most passages name."""
    incident = main_incident(desk)
    name = one_line(incident.place or "").partition(",")[0].casefold() if incident else ""
    return max(found, key=lambda p: (p.name.casefold() == name, len(p.mentions), p.name))


def _km(one: _Found, other: _Found) -> float:
    """Great-circle distance in kilometres (haversine, mean radius of the Earth)."""
    a, b = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((a - b) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(one.lon - other.lon) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(math.sqrt(half), 1.0))


def _drawn(desk: Desk, centre: _Found, near: Sequence[_Found], far: Sequence[_Found]) -> Map:
    squeeze = math.cos(math.radians(centre.lat)) or 1e-6
    east = [(_turn(p.lon - centre.lon)) * squeeze * _KM for p in near]
    north = [(p.lat - centre.lat) * _KM for p in near]
    left, right, low, high = min(east), max(east), min(north), max(north)
    across, up = max(right - left, LEAST), max(high - low, LEAST)
    unit = min((WIDTH - 2 * EDGE) / across, (HEIGHT - 2 * EDGE) / up)
    mid_east, mid_north = (left + right) / 2, (low + high) / 2

    def x(km: float) -> float:
        return round(WIDTH / 2 + (km - mid_east) * unit, 1)

    def y(km: float) -> float:
        return round(HEIGHT / 2 - (km - mid_north) * unit, 1)

    spots = [_spot(desk, p, x(e), y(n), main=p is centre) for p, e, n in zip(near, east, north, strict=True)]
    reach_east, reach_north = WIDTH / 2 / unit, HEIGHT / 2 / unit
    west_degrees = centre.lon + (mid_east - reach_east) / _KM / squeeze
    east_degrees = centre.lon + (mid_east + reach_east) / _KM / squeeze
    south_degrees, north_degrees = (centre.lat + (mid_north + s * reach_north) / _KM for s in (-1, 1))
    scale = _round(110 / unit)
    return Map(
        width=WIDTH,
        height=HEIGHT,
        spots=tuple(_apart(spots)),
        meridians=tuple(
            (x((d - centre.lon) * squeeze * _KM), _degrees(_turn(d), "E", "W"))
            for d in _lines(west_degrees, east_degrees)
        ),
        parallels=tuple(
            (y((d - centre.lat) * _KM), _degrees(d, "N", "S")) for d in _lines(south_degrees, north_degrees)
        ),
        scale=scale,
        scale_width=round(scale * unit, 1),
        beyond=tuple(f"{p.name} ({number(round(_km(centre, p), -1))} km {_bearing(centre, p)})" for p in far),
    )


def _spot(desk: Desk, place: _Found, x: float, y: float, *, main: bool) -> Spot:
    document, _ = place.mentions[0]
    documents = len({name for name, _ in place.mentions})
    return Spot(
        label=place.name,
        x=x,
        y=y,
        mentions=len(place.mentions),
        documents=documents,
        main=main,
        precision=place.precision,
        where=f"{_fine(place.lat, 'N', 'S')}, {_fine(place.lon, 'E', 'W')};"
        f" {plural(len(place.mentions), 'passage')} in {plural(documents, 'document')}",
        notes=desk.cite([desk.passage(desk.documents[document], *place.sentence)]),
        label_left=x > 0.7 * WIDTH,
    )


def _apart(spots: Sequence[Spot]) -> list[Spot]:
    """Move labels up or down where they would touch, the main place's last."""
    import msgspec  # noqa: PLC0415 - loaded with the records

    placed: list[tuple[float, float, float]] = []
    moved = []
    for spot in sorted(spots, key=lambda s: (not s.main, -s.mentions, s.label)):
        width = 7.0 * len(spot.label) + 14
        start = spot.x - width if spot.label_left else spot.x
        lift = next(
            (
                step
                for step in sorted((13.0 * n for n in range(-8, 9)), key=abs)
                if all(
                    abs(spot.y + step - line) >= 12 or start > end or start + width < begin
                    for line, begin, end in placed
                )
            ),
            0.0,
        )
        placed.append((spot.y + lift, start, start + width))
        moved.append(msgspec.structs.replace(spot, lift=lift))
    return moved


def _turn(degrees: float) -> float:
    """Bring a longitude, or a difference of two, between -180 and 180."""
    return (degrees + 180) % 360 - 180


def _round(value: float) -> float:
    """The largest of 1, 2, 5 times a power of ten that is not larger."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(factor * power for factor in (5, 2, 1) if factor * power <= value * (1 + 1e-9))


def _lines(low: float, high: float) -> list[float]:
    """Round degrees between two, three to six of them."""
    step = _round((high - low) / 2.5)
    first = math.ceil(low / step)
    return [round(i * step, 6) for i in range(first, math.floor(high / step) + 1)]


def _fine(value: float, plus: str, minus: str) -> str:
    return f"{abs(value):.2f}° {plus if value >= 0 else minus}"


def _degrees(value: float, plus: str, minus: str) -> str:
    return f"{number(abs(value))}°" + (f" {plus if value > 0 else minus}" if value else "")


def _bearing(one: _Found, other: _Found) -> str:
    """The direction in which the other place lies, one of eight, along a line of constant bearing."""
    east = _turn(other.lon - one.lon) * math.cos(math.radians((one.lat + other.lat) / 2))
    turn = round(math.degrees(math.atan2(east, other.lat - one.lat)) / 45) % 8
    return ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")[turn]
