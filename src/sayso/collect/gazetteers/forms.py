"""The four forms of gazetteers, told apart by what is in them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec

from sayso.collect.gazetteers.rows import RawPlace, Wrong, point, split_names
from sayso.errors import InputRefused

__all__ = ["Form", "form_of", "raw_places"]

Form = Literal["geonames", "whosonfirst", "csv", "geojson"]
Row = tuple[str, RawPlace | Wrong]
"""Where in the file, and what is there."""

_GEONAMES_COLUMNS = 19
_WOF_COLUMNS = (6, 7)
_PREFIX = re.compile(r"^(?:wof|geom|gn|iso|mz|src|addr):")
_NAMES = ("name", "place", "place_name", "placename", "location", "toponym", "title", "name_en", "official_name")
_LAT = ("lat", "latitude", "y", "geom_latitude", "point_y", "decimallatitude", "lat_dd", "gps_latitude")
_LON = (
    "lon",
    "long",
    "lng",
    "longitude",
    "x",
    "geom_longitude",
    "point_x",
    "decimallongitude",
    "lon_dd",
    "gps_longitude",
)
_COUNTRY = ("country", "country_code", "countrycode", "iso", "iso2", "iso_country", "cc", "admin0pcode")
_KIND = ("kind", "type", "placetype", "feature_class", "featureclass", "feature_code", "category")
_OTHERS = ("aliases", "alternatenames", "alternate_names", "altnames", "alt_name", "other_names", "variants", "names")
_PEOPLE = ("population", "pop", "gn_pop", "wof_population")
_ASK = (
    "give a GeoNames dump (19 columns), a Who's On First extract (id, placetype, name, other names, lat, lon, "
    "population), a CSV with columns for name, latitude and longitude, or GeoJSON."
)


def form_of(text: str, name: str) -> Form:
    """Which of the four forms a text is.

    Raises:
        InputRefused: none of them.
    """
    if not text.strip():
        raise InputRefused(name, "it is empty.")
    if text.lstrip()[0] in "{[":
        return "geojson"
    first = text.split("\n", 1)[0].rstrip("\r")
    cells = first.split("\t")
    if len(cells) == _GEONAMES_COLUMNS and cells[0].isdigit():
        return "geonames"
    if len(cells) in _WOF_COLUMNS and cells[0].isdigit() and cells[1].isalpha():
        return "whosonfirst"
    columns = _columns(_header(first))
    if columns.keys() >= {"name", "lat", "lon"}:
        return "csv"
    missing = " and ".join(k for k in ("name", "lat", "lon") if k not in columns)
    raise InputRefused(name, f"its first line has no column for {missing}; {_ASK}")


def raw_places(form: Form, text: str, name: str) -> Iterator[Row]:
    """Every row of the file; blank lines are passed over."""
    if form == "geojson":
        yield from _geojson(text, name)
    elif form == "csv":
        yield from _csv(text)
    else:
        read = _geonames if form == "geonames" else _whosonfirst
        for number, line in enumerate(text.split("\n"), start=1):
            if line.strip():
                yield f"line {number}", read(line.rstrip("\r").split("\t"))


def _geonames(cells: Sequence[str]) -> RawPlace | Wrong:
    if len(cells) != _GEONAMES_COLUMNS:
        return Wrong(f"it has {len(cells)} columns and not {_GEONAMES_COLUMNS}.")
    ident, name, plain, others, lat, lon, group, code, country = cells[:9]
    # A code tells first-level areas and countries from others of its class; else the class tells enough.
    kind = code if code.casefold() in ("adm1", "pcli", "pcld", "pcls") else group
    alternatives = tuple(n for n in split_names(others, ",") if n != name)
    return _place(
        name, (plain, *alternatives) if plain != name else alternatives, lat, lon, country=country, kind=kind,
        people=cells[14], ident=ident,
    )  # fmt: skip


def _whosonfirst(cells: Sequence[str]) -> RawPlace | Wrong:
    if len(cells) not in _WOF_COLUMNS:
        return Wrong(f"it has {len(cells)} columns and not 7.")
    _, kind, name, others, lat, lon = cells[:6]
    return _place(name, split_names(others), lat, lon, kind=kind, people=cells[6] if len(cells) > 6 else "")


def _place(
    name: str, others: Sequence[str], lat: str, lon: str, *, country: str = "", kind: str = "", people: str = "",
    ident: str = "",
) -> RawPlace | Wrong:  # fmt: skip
    name = " ".join(name.split())
    if not name:
        return Wrong("it has no name.")
    where = point(lat, lon)
    if isinstance(where, Wrong):
        return where
    digits = people.strip().split(".")[0].replace(",", "")
    return RawPlace(
        name, tuple(dict.fromkeys(others)), *where, country.strip()[:2] if len(country.strip()) == 2 else "", kind,
        int(digits) if digits.isascii() and digits.isdigit() else 0,
        int(ident) if ident.isascii() and ident.isdigit() and len(ident) < 10 else 0,
    )  # fmt: skip


def _header(first: str) -> tuple[list[str], str]:
    """Cells of the first line and what separates them."""
    mark = max(("\t", ";", ",", "|"), key=first.count)
    return next(csv.reader([first], delimiter=mark), []), mark


def _columns(header: tuple[list[str], str]) -> dict[str, str]:
    """Which column holds what: our word, the file's word."""
    cells = {_PREFIX.sub("", c.strip().casefold()).replace(" ", "_"): c for c in reversed(header[0])}
    wanted = {
        "name": _NAMES, "lat": _LAT, "lon": _LON, "country": _COUNTRY, "kind": _KIND, "others": _OTHERS,
        "population": _PEOPLE,
    }  # fmt: skip
    found = {ours: next((cells[w] for w in words if w in cells), "") for ours, words in wanted.items()}
    return {ours: theirs for ours, theirs in found.items() if theirs}


def _csv(text: str) -> Iterator[Row]:
    header = _header(text.split("\n", 1)[0].rstrip("\r"))
    columns = _columns(header)
    more = _further_names(header[0], columns)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=header[1])
    try:
        for row in rows:
            if any((v or "").strip() for v in row.values() if isinstance(v, str)):
                yield f"line {rows.line_num}", _of_fields(row, columns, more)
    except csv.Error as fault:
        yield f"line {rows.line_num}", Wrong(f"it is no CSV from here on ({fault}); the rest was left out.")


def _further_names(cells: Sequence[str], columns: Mapping[str, str]) -> list[str]:
    """Columns such as `name_ar`, `name:uk`: the name in other languages."""
    return [c for c in cells if re.match(r"name[_:]", c.strip().casefold()) and c != columns["name"]]


def _of_fields(row: Mapping[str, Any], columns: Mapping[str, str], more: Sequence[str]) -> RawPlace | Wrong:
    def cell(ours: str) -> str:
        return str(row.get(columns.get(ours, ""), None) or "")

    others = [*split_names(cell("others")), *(n for c in more for n in split_names(str(row.get(c) or "")))]
    return _place(
        cell("name"), others, cell("lat"), cell("lon"), country=cell("country"), kind=cell("kind"),
        people=cell("population"),
    )  # fmt: skip


def _geojson(text: str, name: str) -> Iterator[Row]:
    try:
        whole = msgspec.json.decode(text)
    except msgspec.DecodeError as fault:
        raise InputRefused(name, f"it begins like GeoJSON and is no JSON ({fault}).") from None
    features = whole.get("features") if isinstance(whole, dict) else None
    if features is None and isinstance(whole, dict) and whole.get("type") == "Feature":
        features = [whole]
    if not isinstance(features, list):
        raise InputRefused(name, f"it is JSON without features; {_ASK}")
    for number, feature in enumerate(features, start=1):
        yield f"feature {number}", _feature(feature)


def _feature(feature: Any) -> RawPlace | Wrong:
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        return Wrong("it is no feature with properties.")
    fields = {str(k): v for k, v in feature["properties"].items()}
    spots = list(_positions((feature.get("geometry") or {}).get("coordinates")))
    if spots:
        # The middle of the extent stands for a line or an area.
        lons, lats = [s[0] for s in spots], [s[1] for s in spots]
        fields["lat"], fields["lon"] = str((min(lats) + max(lats)) / 2), str((min(lons) + max(lons)) / 2)
    columns = _columns((list(fields), ""))
    if "name" not in columns:
        return Wrong("it has no name.")
    if not spots and not columns.keys() >= {"lat", "lon"}:
        return Wrong("it has no coordinates.")
    if spots:
        columns |= {"lat": "lat", "lon": "lon"}
    flat = {k: "|".join(map(str, v)) if isinstance(v, list) else v for k, v in fields.items()}
    return _of_fields(flat, columns, _further_names(list(fields), columns))


def _positions(coordinates: Any) -> Iterator[tuple[float, float]]:
    """Every (longitude, latitude) in the coordinates of a geometry, however deep."""
    if not isinstance(coordinates, list) or not coordinates:
        return
    if all(isinstance(c, int | float) for c in coordinates[:2]) and len(coordinates) > 1:
        yield float(coordinates[0]), float(coordinates[1])
        return
    for part in coordinates:
        yield from _positions(part)
