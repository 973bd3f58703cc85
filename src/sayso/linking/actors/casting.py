"""The cast of a case: whom its documents mention, each once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.knowledge import names, tables
from sayso.linking.actors.comparing import core, same_name
from sayso.linking.actors.deciding import apply
from sayso.linking.actors.grouping import Group, Member, sort_of
from sayso.records import Actor, Decision, Reading

__all__ = ["cast"]

_ACTING = ("person", "organization", "armed_group")


def cast(readings: Sequence[Reading], decisions: Sequence[Decision] = ()) -> tuple[Actor, ...]:
    """All persons, organisations and armed groups of the readings, most mentioned first.

    Two names meet when the table of known actors says so, when a document introduced one as short for the other, or
    when they are one name in two spellings. `known_as` is the table's name, null for actors that it lacks. What
    persons decided (those of kind `actor`, oldest first) is applied last and stands over all of it.
    """
    groups: dict[str, Group] = {}
    for key, known, member in _members(readings):
        group = groups.setdefault(key, Group(key))
        group.known = known or group.known
        group.add([member])
        if known:
            group.steps["table"] = f"The table of known actors lists these names under {known.name}."
        elif names.fold(member.mention.text) != names.fold(member.entity):
            group.steps["in text"] = f"A document uses {member.spelling} for {member.entity}."
    merged = _surnames(_spellings(sorted(groups.values(), key=_rank)))
    return tuple(g.actor() for g in sorted(apply(merged, decisions), key=_rank))


def _rank(group: Group) -> tuple[int, str]:
    return -len(group.members), group.key


def _members(readings: Sequence[Reading]) -> Iterator[tuple[str, tables.KnownActor | None, Member]]:
    """Every mention of an actor, with the key under which equal names fall together and the table's row for it."""
    outlets = {names.bare(r.document.outlet) for r in readings if r.document.outlet}
    for reading in readings:
        for mention in reading.mentions:
            if mention.type not in _ACTING:
                continue
            entity = mention.entity or mention.text
            # Who publishes a document of the case is no person, whatever one sentence made of the name.
            kind = "organization" if names.bare(entity) in outlets and mention.type == "person" else mention.type
            known = tables.actor(entity) or tables.actor(mention.text) if kind != "person" else None
            key = f"known:{known.name}" if known else f"{sort_of(kind)}:{names.bare(entity)}"
            yield key, known, Member(mention, kind, entity, reading.document.id)


def _spellings(groups: list[Group]) -> list[Group]:
    """Put spellings of one name together; only names with equal skeletons are compared."""
    by_skeleton: dict[tuple[str, str], list[Group]] = {}
    kept: list[Group] = []
    for group in groups:
        slot = (sort_of(group.kind), names.skeleton(core(group.name)))
        home = next((g for g in by_skeleton.get(slot, []) if _meets(g, group)), None)
        if home is None:
            by_skeleton.setdefault(slot, []).append(group)
            kept.append(group)
        else:
            home.steps["spelling"] = f"{home.name} and {group.name} are spellings of one name."
            home.absorb(group)
    return kept


def _meets(home: Group, group: Group) -> bool:
    if home.known and group.known and home.known.name != group.known.name:
        return False
    return same_name(home.name, group.name)


def _surnames(groups: list[Group]) -> list[Group]:
    """A person named by surname alone joins the one person of that surname; where there are several, it stays."""
    full: dict[str, list[Group]] = {}
    for group in groups:
        parts = names.fold(group.name).split()
        if sort_of(group.kind) == "person" and len(parts) > 1:
            full.setdefault(parts[-1], []).append(group)
    kept: list[Group] = []
    for group in groups:
        parts = names.fold(group.name).split()
        alone = sort_of(group.kind) == "person" and len(parts) == 1
        homes = full.get(parts[0], []) if alone else []
        if len(homes) == 1 and homes[0] is not group:
            homes[0].steps["surname"] = f"{group.name} is the only surname of its kind beside {homes[0].name}."
            homes[0].absorb(group, named=False)
        else:
            kept.append(group)
    return kept
