"""Hand-written tables of actors, outlets and equipment, read once on first use."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from sayso.knowledge import names
from sayso.knowledge.states import ARMED, StateBody, state_body, states_of
from sayso.knowledge.tsv import cells, rows
from sayso.records import Record

__all__ = [
    "KnownActor",
    "KnownOutlet",
    "KnownSystem",
    "actor",
    "actors",
    "equipment_families",
    "normal_outlet",
    "outlet",
    "outlet_of_domain",
    "outlets",
    "possible_actors",
    "systems",
    "wire_tag",
]  # fmt: skip

_LONGEST_HOST, _DEEPEST_HOST = 253, 6  # a host name has no more letters; ours have fewer parts


class KnownActor(Record, frozen=True, kw_only=True):
    """One actor of a conflict.

    Attributes:
        role: what it is in its state (`armed forces`, `foreign ministry`...); null for others.
        aliases: other names, as written.
        weak: names that many others have, too: they count only where the context fits.
        part_of: what it is reported to belong to, never a finding of this program.
        backed_by: who is said to back it, with the word for how that is known (`claimed`, `stated`, `denied`).
        since: year from which the name is used.
        until: year in which that ended.
        source: where the row can be checked.
    """

    name: str
    kind: Literal["armed_group", "organization"]
    country: str | None
    role: str | None = None
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    part_of: str | None = None
    backed_by: str | None = None
    since: str | None = None
    until: str | None = None
    note: str | None = None
    source: str | None = None


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


@cache
def actors() -> tuple[KnownActor, ...]:
    """All actors, in the table's order."""
    return tuple(_known_actor(row) for row in rows("actors.tsv"))


def _known_actor(row: dict[str, str]) -> KnownActor:
    called = cells(row["aliases"])
    return KnownActor(
        name=row["name"],
        kind="armed_group" if row["kind"] == "armed_group" else "organization",
        country=None if row["country"] == "-" else row["country"],
        role=row["role"] or None,
        aliases=tuple(a for a in called if not a.endswith("?")),
        weak=tuple(a.removesuffix("?") for a in called if a.endswith("?")),
        part_of=row["part_of"] or None,
        backed_by=row["backed_by"] or None,
        since=row["from"] or None,
        until=row["until"] or None,
        note=row["note"] or None,
        source=row["source"] or None,
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


@cache
def _by_weak_name() -> dict[str, tuple[KnownActor, ...]]:
    found: dict[str, tuple[KnownActor, ...]] = {}
    for each in actors():
        for name in each.weak:
            found[names.key(name)] = (*found.get(names.key(name), ()), each)
    return found


@cache
def _by_role() -> dict[tuple[str | None, str | None], KnownActor]:
    return {(each.country, each.role): each for each in actors() if each.role}


@lru_cache(maxsize=65536)
def actor(name: str) -> KnownActor | None:
    """The actor that goes by a name, over case, diacritics, hyphens, articles and scripts; null if none does.

    A name of two or three letters counts only in capitals: `IS` is one, `is` is not. Bodies of states are made by rule
    (`Jordanian foreign ministry`) where the table has none, and a people in front is no part of a name from its own
    country (`Iraqi Kataib Hezbollah`).
    """
    stripped = name.removeprefix("the ").removeprefix("The ")
    if len(stripped) <= 3 and not stripped.isupper():
        return None
    table = _by_actor_name()
    found = table.get(names.key(stripped)) or table.get(names.bare(stripped).replace(" ", ""))
    if found is not None:
        return found
    body = state_body(stripped)
    if body is not None:
        return _by_role().get((body.country, body.role)) or _made(body)
    first, _, rest = stripped.partition(" ")
    country = states_of(first.removesuffix("'s").removesuffix("’s")) if rest else None
    found = table.get(names.key(rest)) if country else None
    return found if found is not None and found.country == country else None


def _made(body: StateBody) -> KnownActor | None:
    if body.country == "PS" and body.role != "government":
        return None  # several authorities, and armed groups that are nobody's army
    kind: Literal["armed_group", "organization"] = "armed_group" if body.role in ARMED else "organization"
    return KnownActor(name=body.called, kind=kind, country=body.country, role=body.role)


def possible_actors(name: str) -> tuple[KnownActor, ...]:
    """Those that a name may stand for where the context fits (`PDF`, `AA`), in the table's order; mostly none."""
    return _by_weak_name().get(names.key(name), ())


@cache
def outlets() -> tuple[KnownOutlet, ...]:
    """All outlets, in the table's order."""
    return tuple(_known_outlet(row) for row in rows("outlets.tsv"))


def _known_outlet(row: dict[str, str]) -> KnownOutlet:
    return KnownOutlet(
        name=row["name"],
        kind=row["kind"],
        country=None if row["country"] == "-" else row["country"],
        domain=row["domain"],
        aliases=cells(row["aliases"]),
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
            name=row["name"].removeprefix("="), kind=row["kind"], spellings=(row["name"], *cells(row["aliases"]))
        )
        for row in rows("equipment.tsv")
    )


@cache
def equipment_families() -> tuple[tuple[str, str], ...]:
    """Kind and pattern of designations that come in series, in the table's order; `~` is a hyphen, space or nothing."""
    return tuple((row["kind"], row["pattern"]) for row in rows("equipment_families.tsv"))
