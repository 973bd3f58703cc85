"""Places that a person adds to a case: gazetteer files, and single places pinned by hand.

Both are decisions: rows with who and when, which `undo` takes back. A file's bytes lie in the archive like those of
documents. The index made of them, `places.bin` in the case's folder, only saves time: it is made anew when it is
missing or of another state, and nothing rests on it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from sayso import __version__
from sayso.collect.gazetteers import parse_gazetteer
from sayso.collect.gazetteers.rows import RawPlace, Wrong, entry_of, point
from sayso.errors import DataMissing, InputRefused, UsageError
from sayso.knowledge.compiling import Entry, compile_index
from sayso.knowledge.gazetteer import Gazetteer, gazetteer
from sayso.linking import locate
from sayso.records import Capture, Decision, Reading, Record, Refused
from sayso.store import CaseStore

if TYPE_CHECKING:
    from sayso.workbench.case import Case

__all__ = ["Added", "add_places", "added_places", "gazetteer_of", "located", "pin_place"]

INDEX = "places.bin"
FORMAT = "1"
"""Counts up when the same decisions give another index."""
LARGEST = 1 << 30


class Added(Record, frozen=True, kw_only=True):
    """What adding a gazetteer file did: how many places it holds, which rows were refused, whether it was there."""

    name: str
    form: str
    country: str | None
    places: int
    refused: tuple[Refused, ...]
    known: bool


def add_places(
    case: Case, file: str | Path, *, who: str, country: str | None = None, stdin: BinaryIO | None = None
) -> Added:
    """Add a gazetteer file to a case; the same file twice is added once.

    Args:
        case: opened for writing.
        file: a GeoNames country dump, a Who's On First extract, CSV or GeoJSON; `-` is `stdin`.
        who: in whose name.
        country: ISO 3166-1 alpha-2 code of places whose row names none; else it is worked out where it can be.
        stdin: where `-` reads from.

    Raises:
        InputRefused: the file cannot be read, or no place in it.
        UsageError: `country` is no such code.
    """
    if country is not None and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise UsageError(f'"{country}" is no country code: give two letters, such as SY.')
    name = "standard input" if str(file) == "-" else Path(file).name
    raw = _bytes(file, name, stdin)
    found = parse_gazetteer(raw, name, country=country.upper() if country else None)
    value = {
        "sha256": hashlib.sha256(raw).hexdigest(), "form": found.form, "country": found.country,
        "places": len(found.places), "refused": len(found.refused),
    }  # fmt: skip
    store = case.store
    known = any(_same_file(d.value, value) for d in store.decisions() if d.kind == "gazetteer")
    if not known:
        capture = Capture(
            retrieved=store.options.time(), method="stdin" if str(file) == "-" else "file",
            tool=f"sayso/{__version__}", location=str(file),
        )  # fmt: skip
        media = "application/geo+json" if found.form == "geojson" else "text/tab-separated-values"
        store.decide_on_file("gazetteer", name, value, who, raw=raw, capture=capture, media_type=media)
        _keep_index(store)
    return Added(
        name=name, form=found.form, country=found.country, places=len(found.places), refused=found.refused, known=known
    )


def pin_place(
    case: Case, name: str, lat: float, lon: float, *, who: str, country: str | None = None, kind: str = "facility"
) -> Decision:
    """Say where a name is in this case; it wins over every gazetteer. Pinning it again moves it.

    Args:
        case: opened for writing.
        name: as reports write it; spellings that fold alike meet it too.
        lat: degrees WGS 84, -90..90.
        lon: -180..180.
        who: in whose name.
        country: ISO 3166-1 alpha-2 code.
        kind: `facility` (a point), `settlement`, `district` or `admin` (an area).

    Raises:
        UsageError: no name, or no such position on Earth.
    """
    if not name.strip():
        raise UsageError("An empty name names no place: say which in a few words.")
    where = point(str(lat), str(lon))
    if isinstance(where, Wrong):
        raise UsageError(f"{name}: {where}")
    value = {"lat": where[0], "lon": where[1], "country": country.upper() if country else None, "kind": kind}
    decision = case.store.decide("place", name.strip(), value, who)
    _keep_index(case.store)
    return decision


def added_places(case: Case) -> list[Decision]:
    """What was added and stands: gazetteer files (kind `gazetteer`) and pinned places (kind `place`), oldest first."""
    return _rows(case.store)


def located(store: CaseStore) -> list[Reading]:
    """The newest reading of every document, its places found anew in what the case adds, if it adds any."""
    added = gazetteer_of(store)
    readings = store.readings()
    return readings if added is None else [locate(reading, added) for reading in readings]


def gazetteer_of(store: CaseStore) -> Gazetteer | None:
    """What a case adds to the shipped gazetteer; null when nothing."""
    rows = _rows(store)
    if not rows:
        return None
    first = gazetteer().size
    path = store.path / INDEX
    if path.is_file():
        try:
            index = Gazetteer(path, first=first)
        except DataMissing:
            pass  # cut or of another format: it is made anew below
        else:
            if index.digest == _digest(rows).hex():
                return index
    return Gazetteer(compile_index(_entries(store, rows), _digest(rows)), first=first)


def _keep_index(store: CaseStore) -> None:
    """Write the index of the present state beside the case; a case that cannot hold it works without."""
    rows = _rows(store)
    part = store.path / f".{INDEX}.part"
    try:
        part.write_bytes(compile_index(_entries(store, rows), _digest(rows)))
        part.replace(store.path / INDEX)
    except OSError:
        part.unlink(missing_ok=True)


def _rows(store: CaseStore) -> list[Decision]:
    rows = (d for d in store.decisions() if d.kind in ("place", "gazetteer") and isinstance(d.value, Mapping))
    # One that names spellings moves the mentions of a place and adds none (see `Case.move_place`).
    return [d for d in rows if "spellings" not in d.value]


def added_ids(store: CaseStore) -> tuple[int, ...]:
    """Numbers of the decisions that add places: where they are the same, `located` gives the same."""
    return tuple(d.id for d in _rows(store))


def _digest(rows: list[Decision]) -> bytes:
    told = [FORMAT, *([d.kind, d.subject, d.value] for d in rows)]
    return hashlib.sha256(msgspec.json.encode(told, order="deterministic")).digest()


def _entries(store: CaseStore, rows: list[Decision]) -> Iterator[Entry]:
    """Pinned places first, the newest of a name alone; then those of each file."""
    pinned: dict[str, Mapping[str, Any]] = {d.subject: d.value for d in rows if d.kind == "place"}
    for name, value in pinned.items():
        where = point(str(value.get("lat")), str(value.get("lon")))
        if not isinstance(where, Wrong):
            kind = str(value.get("kind") or "facility")
            yield entry_of(RawPlace(name, (), *where, value.get("country") or "", kind, 0), None, pinned=True)
    for row in rows:
        if row.kind == "gazetteer":
            raw = store.file(row.value["record"])
            yield from parse_gazetteer(raw, row.subject, country=row.value["country"]).places


def _same_file(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(one[part] == other[part] for part in ("sha256", "country"))


def _bytes(file: str | Path, name: str, stdin: BinaryIO | None) -> bytes:
    if str(file) == "-" and stdin is None:
        raise InputRefused(name, "nothing is connected to it; name a file.")
    try:
        if str(file) == "-" and stdin is not None:
            raw = stdin.read(LARGEST + 1)
        else:
            with Path(file).open("rb") as source:
                raw = source.read(LARGEST + 1)
    except (OSError, ValueError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else "its name holds a NUL"
        raise InputRefused(name, f"it cannot be read ({why}); check the name and the permissions.") from None
    if len(raw) > LARGEST:
        raise InputRefused(name, "it is larger than 1 GiB; cut it to the area of the case.")
    return raw
