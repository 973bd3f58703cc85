"""Places of a case, each with its mentions: what the program took for one place stays one when a person moves it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

from sayso.desk.web.answers.linked import OnePlace, PlaceRow, Places
from sayso.records import Passage, PlaceMention, Reading, content_id
from sayso.workbench import Now

RADIUS = {"point": 0.5, "settlement": 4.0, "offset": 25.0, "admin": 60.0, "country": None}
"""Kilometres within which a place of each precision may lie; null where no circle would say anything."""

_SHOWN = 200

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass
class _Spot:
    read: PlaceMention
    stands: PlaceMention
    mentions: int = 0
    documents: dict[str, None] = field(default_factory=dict)
    spellings: dict[str, None] = field(default_factory=dict)
    names: Counter[str] = field(default_factory=Counter)
    passages: list[Passage] = field(default_factory=list)
    days: set[str] = field(default_factory=set)


@dataclass
class Atlas:
    """Places by id; `names` has, for each document, the id of every place mention in text order."""

    spots: dict[str, _Spot] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    decided: set[str] = field(default_factory=set)


class _Days:
    """Calendar days by the sentence that names them."""

    def __init__(self, reading: Reading) -> None:
        self.starts = [start for start, _ in reading.sentences]
        self.named: dict[int, set[str]] = {}
        for time in reading.times:
            if _DAY.match(time.value):
                self.named.setdefault(bisect_right(self.starts, time.start), set()).add(time.value[:10])

    def near(self, at: int) -> set[str]:
        """Days named in the sentence that holds this place of the text."""
        return self.named.get(bisect_right(self.starts, at), set())


def atlas_of(now: Now) -> Atlas:
    """Gather the places of a case, once for all states of it in which people decided the same about places."""
    moved = [d.id for d in now.decisions if d.kind == "place"]
    return now.basis.recall("atlas", (moved,), lambda: _gathered(now))


def _gathered(now: Now) -> Atlas:
    atlas = Atlas()
    for reading in now.basis.readings:
        document = reading.document.id
        names = atlas.names[document] = []
        if not reading.places:
            continue
        days = _Days(reading)
        for read, stands in zip(reading.places, now.reviewed[document].reading.places, strict=True):
            # A headline in capitals names no other place.
            name = content_id("place", read.name.casefold(), read.country, read.lat, read.lon)
            spot = atlas.spots.setdefault(name, _Spot(read, stands))
            if stands is not read:
                atlas.decided.add(name)
                spot.stands = stands
            spot.mentions += 1
            spot.documents[document] = spot.spellings[read.text] = None
            spot.names[read.name] += 1
            spot.days |= days.near(read.start)
            if len(spot.passages) < _SHOWN:
                spot.passages.append(Passage(document=document, start=read.start, end=read.end, text=read.text))
            names.append(name)
    return atlas


def _row(name: str, spot: _Spot, *, decided: bool) -> PlaceRow:
    place = spot.stands
    known = place.lat is not None
    radius = RADIUS[place.precision] if known else None
    about = f"within about {radius:g} km" if radius else "somewhere in it"
    country = f", {place.country}" if place.country else ""
    where = f"{place.precision}, {about}" if known else "nobody knows where"
    called = place.name if decided else min(spot.names, key=lambda n: (-spot.names[n], n))
    return PlaceRow(
        id=name,
        name=called,
        country=place.country,
        precision=place.precision,
        radius_km=radius,
        mentions=spot.mentions,
        documents=tuple(spot.documents),
        spellings=tuple(spot.spellings),
        decided=decided,
        score=place.score,
        says=f"{called}{country}: {where}{', set by a person' if decided else ''}.",
        when=tuple(sorted(spot.days)),
    )


def on_the_map(now: Now) -> Places:
    """Places with a position as GeoJSON points, most mentioned first, and those without."""
    atlas = atlas_of(now)
    features, unplaced = [], []
    for name, spot in sorted(atlas.spots.items(), key=lambda item: (-item[1].mentions, item[0])):
        row = _row(name, spot, decided=name in atlas.decided)
        if spot.stands.lat is None or spot.stands.lon is None:
            unplaced.append(row)
            continue
        geometry = {"type": "Point", "coordinates": [spot.stands.lon, spot.stands.lat]}
        features.append({"type": "Feature", "id": name, "geometry": geometry, "properties": row})
    return Places(features={"type": "FeatureCollection", "features": features}, unplaced=tuple(unplaced))


def one_place(now: Now, name: str) -> OnePlace | None:
    """One place with its passages; null when there is none of that id."""
    atlas = atlas_of(now)
    spot = atlas.spots.get(name)
    if spot is None:
        return None
    row = _row(name, spot, decided=name in atlas.decided)
    return OnePlace(place=row, lat=spot.stands.lat, lon=spot.stands.lon, passages=tuple(spot.passages))
