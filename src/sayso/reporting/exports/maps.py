"""Places on maps: GeoJSON, and the sheets that TimeMap reads."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

from sayso.records import CaseView, Passage, PlaceMention, TimelineEntry
from sayso.reporting.exports.rows import Value, day_of, link_of, main_incident, place_of, sheet, statements
from sayso.reporting.notes import name_of
from sayso.reporting.words import clean, one_line, range_words

ASSOCIATIONS = 3
"""Actors that one TimeMap event can name; more are left to the other exports."""


def geojson(view: CaseView) -> str:
    """Write incidents and places as points (RFC 7946, WGS 84), each place with the passages that name it.

    What could not be located has no geometry, as the standard allows.
    """
    features: list[dict[str, Any]] = []
    for incident in view.incidents:
        place = place_of(view, incident.place)
        features.append(
            _feature(
                place,
                {
                    "kind": "incident",
                    "id": incident.id,
                    "place": incident.place,
                    "date": incident.date,
                    "killed": range_words(incident.killed),
                    "injured": range_words(incident.injured),
                    "documents": list(incident.documents),
                },
            )
        )
    for (name, country), mentions in _places(view).items():
        best = max((p for _, p in mentions), key=lambda p: (p.lat is not None, p.score))
        features.append(
            _feature(
                best,
                {
                    "kind": "place",
                    "name": name,
                    "country": country,
                    "precision": best.precision,
                    "score": best.score,
                    "geonameid": best.geonameid,
                    "scene": any(p.scene for _, p in mentions),
                    "areas": [
                        dict(zip(("lat", "lon", "radius_km"), area, strict=True)) for area in sorted(_areas(mentions))
                    ],
                    "passages": [
                        {"document": d, "start": p.start, "end": p.end, "text": clean(p.text)} for d, p in mentions
                    ],
                },
            )
        )
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=2) + "\n"


def _feature(place: PlaceMention | None, properties: dict[str, Any]) -> dict[str, Any]:
    located = place is not None and place.lat is not None and place.lon is not None
    geometry = {"type": "Point", "coordinates": [place.lon, place.lat]} if located and place else None
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _places(view: CaseView) -> dict[tuple[str, str | None], list[tuple[str, PlaceMention]]]:
    found: dict[tuple[str, str | None], list[tuple[str, PlaceMention]]] = {}
    for reading in view.readings:
        for place in reading.places:
            found.setdefault((clean(place.name), place.country), []).append((reading.document.id, place))
    return found


def _areas(mentions: list[tuple[str, PlaceMention]]) -> set[tuple[float, float, float]]:
    """Ground beside a place that mentions of it speak of."""
    return {(p.area.lat, p.area.lon, p.area.radius_km) for _, p in mentions if p.area is not None}


def timemap(view: CaseView) -> dict[str, str]:
    """Make the three TimeMap sheets: events, sources, associations; by file name."""
    actors = [a for a in view.actors if len(a.name) > 1]
    events = (
        "description",
        "date",
        "time",
        "location",
        "latitude",
        "longitude",
        *(f"association{i + 1}" for i in range(ASSOCIATIONS)),
        "source1",
    )
    rows: list[list[Value]] = []
    incident = main_incident(view)
    if incident is not None:
        place = place_of(view, incident.place)
        first = incident.documents[0] if incident.documents else None
        text = f"{one_line(view.title)}. {statements(view)}"
        rows.append([text, *_when(incident.date), *_where(place, incident.place), *[None] * ASSOCIATIONS, first])
    for entry in view.timeline:
        place = _inside(view, entry.passage)
        named = [a.name for a in actors if any(s in entry.passage.text for s in (a.name, *a.spellings))]
        named = (named + [""] * ASSOCIATIONS)[:ASSOCIATIONS]
        rows.append([one_line(entry.says), *_when(entry.when), *_where(place, None), *named, entry.passage.document])
    documents = [r.document for r in view.readings]
    return {
        "EXPORT_EVENTS.csv": sheet(events, rows),
        "EXPORT_SOURCES.csv": sheet(
            ("id", "title", "thumbnail", "description", "path1", "type"),
            (
                [d.id, one_line(d.title or name_of(d)), None, f"{name_of(d)}, SHA-256 {d.sha256}", link_of(d), "Text"]
                for d in documents
            ),
        ),
        "EXPORT_ASSOCIATIONS.csv": sheet(
            ("id", "title", "desc", "mode", "filter_path0"),
            ([a.name, a.name, ", ".join(a.spellings), "FILTER", a.type.replace("_", " ")] for a in actors),
        ),
    }


def _when(value: str | None) -> tuple[str, str]:
    """Date as MM/DD/YYYY and time as HH:mm; empty unless known to the day, and to the minute."""
    year, month, day = day_of(value)
    clock = re.match(r"(\d{2}):(\d{2})", (value or "").partition("T")[2])
    return (f"{month}/{day}/{year}" if day else "", f"{clock[1]}:{clock[2]}" if clock and day else "")


def _where(place: PlaceMention | None, name: str | None) -> tuple[Value, Value, Value]:
    if place is None:
        return one_line(name) if name else None, None, None
    return one_line(place.name), place.lat, place.lon


def _inside(view: CaseView, passage: Passage) -> PlaceMention | None:
    """The first located place that stands inside a passage; a scene before a government or a country."""
    inside = [
        place
        for reading in view.readings
        if reading.document.id == passage.document
        for place in reading.places
        if passage.start <= place.start < passage.end and place.lat is not None
    ]
    return min(inside, key=lambda p: (not p.scene, p.precision == "country", p.start), default=None)


def write_timemap(view: CaseView, target: Path) -> None:
    """Write the sheets into a folder, or into a .zip whose bytes depend on the case alone."""
    sheets = timemap(view)
    if target.suffix.lower() != ".zip":
        target.mkdir(parents=True, exist_ok=True)
        for name, text in sheets.items():
            (target / name).write_text(text, encoding="utf-8", newline="")
        return
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in sheets.items():
            part = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            part.compress_type, part.create_system = zipfile.ZIP_DEFLATED, 3
            made.writestr(part, text.encode())
    target.write_bytes(out.getvalue())


def dated(entries: tuple[TimelineEntry, ...]) -> int:
    """How many entries are known to the day, and so appear on TimeMap's axis."""
    return sum(bool(_when(e.when)[0]) for e in entries)
