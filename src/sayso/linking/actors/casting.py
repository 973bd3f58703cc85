"""The cast of a case: whom its documents mention, each once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.knowledge import names, tables
from sayso.knowledge.words import words
from sayso.linking.actors.deciding import apply
from sayso.linking.actors.described import add_described
from sayso.linking.actors.grouping import Group, Member, sort_of
from sayso.linking.actors.joining import joined
from sayso.linking.actors.likely import perhaps_same
from sayso.linking.actors.ties import ties
from sayso.records import Actor, Decision, Mention, MentionType, Reading

__all__ = ["Gathered", "cast", "gather", "settle_cast"]

_ACTING = ("person", "organization", "armed_group")
_FEWEST = 2  # letters of a name, without an article


class Gathered(NamedTuple):
    """Who is mentioned in some readings, before anybody decided on it."""

    groups: tuple[Group, ...]
    readings: Sequence[Reading]


def cast(readings: Sequence[Reading], decisions: Sequence[Decision] = ()) -> tuple[Actor, ...]:
    """All persons, organisations and armed groups of the readings, most mentioned first.

    Two names meet when the table of known actors says so, when a document of the case introduced one as short for the
    other, or when they are one name in two spellings. Names that are only alike are told as `perhaps` the same. What
    persons decided (those of kind `actor`, oldest first) is applied last and stands over all of it. What the reports
    say that actors are to each other stands with each actor, as somebody's words.
    """
    return settle_cast(gather(readings), decisions)


def gather(readings: Sequence[Reading]) -> Gathered:
    """Put mentions together that mean one actor: most of the work of `cast`, and none of it hangs on decisions."""
    groups: dict[str, Group] = {}
    for key, known, member in _members(readings):
        group = groups.setdefault(key, Group(key))
        group.known = known or group.known
        group.add([member])
        if known:
            group.steps["table"] = f"The table of known actors lists these names under {known.name}."
        elif names.fold(member.mention.text) != names.fold(member.entity):
            group.steps["in text"] = f"A document uses {member.spelling} for {member.entity}."
    merged = joined(sorted(groups.values(), key=_rank), readings)
    add_described(merged, readings)
    return Gathered(tuple(merged), readings)


def settle_cast(gathered: Gathered, decisions: Sequence[Decision]) -> tuple[Actor, ...]:
    """Apply to what was gathered what persons decided; what was gathered stays as it is. As `cast`, which does both."""
    settled = sorted(apply([group.copy() for group in gathered.groups], decisions), key=_rank)
    alike, stated = perhaps_same(settled), ties(settled, gathered.readings)
    return tuple(g.actor(alike.get(g.id, ()), stated.get(g.id, ())) for g in settled)


def _rank(group: Group) -> tuple[int, str]:
    return -len(group.members), group.key


def _members(readings: Sequence[Reading]) -> Iterator[tuple[str, tables.KnownActor | None, Member]]:
    """Every mention of an actor, with the key under which equal names fall together and the table's row for it."""
    outlets = {names.bare(r.document.outlet) for r in readings if r.document.outlet}
    sure = {k.name for r in readings for m in r.mentions if (k := _known(m)) is not None}
    places = {names.bare(p.text) for r in readings for p in r.places}
    places |= {names.bare(m.text) for r in readings for m in r.mentions if m.type in ("place", "facility")}
    for reading in readings:
        where = {p.country for p in reading.places if p.country}
        armed = {(e.start, e.end) for e in reading.equipment}
        for mention in reading.mentions:
            if mention.type not in _ACTING or not _names_somebody(mention) or (mention.start, mention.end) in armed:
                continue
            entity = mention.entity or mention.text
            kind = _kind(mention, outlets)
            known = _known(mention) or _fitting(mention, where, sure)
            if kind == "armed_group" and not known and names.bare(entity) in places:
                continue  # elsewhere in the case it is a place, and a place does not fight
            key = f"known:{known.name}" if known else f"{sort_of(kind)}:{names.bare(entity)}"
            yield key, known, Member(mention, kind, entity, reading.document.id)


def _known(mention: Mention) -> tables.KnownActor | None:
    if mention.type not in _ACTING or mention.type == "person":
        return None
    return tables.actor(mention.entity or mention.text) or tables.actor(mention.text)


def _fitting(mention: Mention, where: set[str], sure: set[str]) -> tables.KnownActor | None:
    """The one actor that a name which many have stands for here: its country, its parent or itself is in the case."""
    if mention.type == "person":
        return None
    fitting = [k for k in tables.possible_actors(mention.text) if {k.name, k.part_of} & sure or k.country in where]
    return fitting[0] if len(fitting) == 1 else None


def _names_somebody(mention: Mention) -> bool:
    return len(names.bare(mention.text)) >= _FEWEST and not mention.text.endswith("-")


def _kind(mention: Mention, outlets: set[str]) -> MentionType:
    """Who publishes a document of the case is no person, whatever a sentence made of it, unless named like one."""
    entity = mention.entity or mention.text
    if mention.type == "person" and names.bare(entity) in outlets and entity.split()[0] not in words("first names"):
        return "organization"
    return mention.type
