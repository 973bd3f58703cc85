"""Hand-written tables of actors, outlets and equipment, read once on first use."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

from sayso.errors import DataMissing
from sayso.knowledge import names
from sayso.records import Record

__all__ = [
    "KnownActor", "KnownOutlet", "KnownSystem", "actor", "actors", "normal_outlet", "outlet", "outlet_of_domain",
    "outlets", "systems", "wire_tag",
]  # fmt: skip

_LONGEST_HOST, _DEEPEST_HOST = 253, 6  # a host name has no more letters; ours have fewer parts
_DATA = Path(__file__).parent / "data"


class KnownActor(Record, frozen=True, kw_only=True):
    """One actor of a conflict. `part_of` and `backed_by` are what is reported or claimed, with the word for it."""

    name: str
    kind: Literal["armed_group", "organization"]
    country: str | None
    aliases: tuple[str, ...]
    part_of: str | None
    backed_by: str | None
    note: str | None


class KnownOutlet(Record, frozen=True, kw_only=True):
    """One outlet; `kind` (wire, state, newspaper, broadcaster, magazine, online, monitor) is no grade."""

    name: str
    kind: str
    country: str | None
    domain: str
    aliases: tuple[str, ...]


class KnownSystem(Record, frozen=True, kw_only=True):
    """One weapon, vehicle or munition; one with `=` in front needs its capitals and a military word beside."""

    name: str
    kind: str
    spellings: tuple[str, ...]


def _rows(name: str) -> Iterator[dict[str, str]]:
    path = _DATA / name
    try:
        with path.open(encoding="utf-8") as lines:
            kept = [x for x in lines if x.strip() and not x.startswith("#")]
    except OSError as error:
        raise DataMissing(f"The table {name} of the package is missing; install sayso again.") from error
    for row in csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE):
        yield {k: (v or "").strip() for k, v in row.items() if k}


def _split(cell: str) -> tuple[str, ...]:
    return tuple(x.strip() for x in cell.split(";") if x.strip())


@cache
def actors() -> tuple[KnownActor, ...]:
    """All actors, in the table's order."""
    return tuple(_known_actor(row) for row in _rows("actors.tsv"))


def _known_actor(row: dict[str, str]) -> KnownActor:
    return KnownActor(
        name=row["name"],
        kind="armed_group" if row["kind"] == "armed_group" else "organization",
        country=None if row["country"] == "-" else row["country"],
        aliases=_split(row["aliases"]),
        part_of=row["part_of"] or None,
        backed_by=row["backed_by"] or None,
        note=row["note"] or None,
    )


@cache
def _by_actor_name() -> dict[str, KnownActor]:
    found: dict[str, KnownActor] = {}
    for each in actors():
        for name in (each.name, *each.aliases):
            found.setdefault(names.key(name), each)
    for each in actors():
        for name in (each.name, *each.aliases):
            bare = names.bare(name).replace(" ", "")
            if len(bare) > 4:
                found.setdefault(bare, each)
    return found


def actor(name: str) -> KnownActor | None:
    """The actor that goes by a name, over case, diacritics, hyphens, articles and scripts; null if none does.

    A name of two or three letters counts only in capitals: `IS` is one, `is` is not.
    """
    stripped = name.removeprefix("the ").removeprefix("The ")
    if len(stripped) <= 3 and not stripped.isupper():
        return None
    table = _by_actor_name()
    return table.get(names.key(stripped)) or table.get(names.bare(stripped).replace(" ", ""))


@cache
def outlets() -> tuple[KnownOutlet, ...]:
    """All outlets, in the table's order."""
    return tuple(_known_outlet(row) for row in _rows("outlets.tsv"))


def _known_outlet(row: dict[str, str]) -> KnownOutlet:
    return KnownOutlet(
        name=row["name"],
        kind=row["kind"],
        country=None if row["country"] == "-" else row["country"],
        domain=row["domain"],
        aliases=_split(row["aliases"]),
    )


@cache
def _by_outlet_name() -> dict[str, KnownOutlet]:
    found: dict[str, KnownOutlet] = {}
    for each in outlets():
        for name in (each.name, each.name.removeprefix("The "), *each.aliases):
            found.setdefault(names.key(name), each)
    return found


def outlet(name: str) -> KnownOutlet | None:
    """The outlet that goes by a name or a domain; null if we know none."""
    if "." in name and " " not in name.strip():
        return outlet_of_domain(name)
    stripped = name.strip().removeprefix("the ").removeprefix("The ")
    return _by_outlet_name().get(names.key(stripped))


def outlet_of_domain(address: str) -> KnownOutlet | None:
    """The outlet at a domain or URL (`https://www.reuters.com/...`); subdomains count."""
    host = re.sub(r"^[a-z]+://", "", address.strip().lower()).split("/")[0].split(":")[0]
    parts = host[-_LONGEST_HOST:].split(".")[-_DEEPEST_HOST:]
    known = _by_domain()
    for start in range(len(parts) - 1):
        found = known.get(".".join(parts[start:]))
        if found is not None:
            return found
    return None


@cache
def _by_domain() -> dict[str, KnownOutlet]:
    return {o.domain: o for o in outlets()}


def normal_outlet(name: str) -> str:
    """The normal name of an outlet, or the name as given when we do not know it."""
    found = outlet(name)
    return found.name if found else name.strip()


@cache
def _wire_pattern() -> re.Pattern[str]:
    wires = [n for o in outlets() if o.kind in ("wire", "state") for n in (o.name, *o.aliases) if n[:1].isupper()]
    tags = "|".join(re.escape(n) for n in sorted(wires, key=lambda n: (-len(n), n)))
    return re.compile(
        rf"\((?P<paren>{tags})\)|(?:^|\n)\s*(?P<front>{tags})\s*[—–]|(?:^|[,\s])(?P<slash>{tags})\s+[—–-]{{1,2}}\s"
    )


def wire_tag(text: str) -> str | None:
    """The wire named in a dateline tag at the front (`(Reuters)`, `AP —`), by its normal name; null if none.

    Only the first 300 characters are looked at: further down the same words are a mention.
    """
    match = _wire_pattern().search(text[:300])
    if match is None:
        return None
    return normal_outlet(match["paren"] or match["front"] or match["slash"])


@cache
def systems() -> tuple[KnownSystem, ...]:
    """All weapons, vehicles and munitions, in the table's order."""
    return tuple(
        KnownSystem(
            name=row["name"].removeprefix("="), kind=row["kind"], spellings=(row["name"], *_split(row["aliases"]))
        )
        for row in _rows("equipment.tsv")
    )
