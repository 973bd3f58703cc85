"""What persons decided about actors: these are one, this is another, it is called so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.knowledge import names
from sayso.linking.actors.grouping import Group, Member
from sayso.records import Actor, Decision

__all__ = ["apply", "find_actor"]


def apply(groups: list[Group], decisions: Sequence[Decision]) -> list[Group]:
    """Apply the decisions of kind `actor` in their order, so that a later word is about what an earlier one made.

    A decision about an actor that is not there (any more) changes nothing and stays on record.
    """
    for decision in decisions:
        if decision.kind == "actor":
            groups = _ACTIONS[decision.value["action"]](groups, decision)
    return groups


def find_actor(actors: Sequence[Actor], name: str) -> tuple[Actor, ...]:
    """The actors that go by a name: one by its id, else by the name shown, else by any spelling. Empty when none."""
    wanted = names.key(name)
    return (
        tuple(a for a in actors if a.id == name)
        or tuple(a for a in actors if names.key(a.name) == wanted)
        or tuple(a for a in actors if wanted in {names.key(n) for n in (a.known_as or "", *a.spellings)})
    )


def _named(groups: Sequence[Group], actor: Mapping[str, Any]) -> Group | None:
    """The group that a decision means: by id, else by name, since documents added later may have given another id."""
    wanted = names.key(actor["name"])
    by_id = (g for g in groups if g.id == actor["id"])
    shown = (g for g in groups if names.key(g.given or g.written) == wanted)
    written = (g for g in groups if wanted in {names.key(n) for n in (g.name, *g.names, *g.spellings)})
    return next(by_id, None) or next(shown, None) or next(written, None)


def _merge(groups: list[Group], decision: Decision) -> list[Group]:
    found = [g for g in (_named(groups, a) for a in decision.value["actors"]) if g is not None]
    parts = list({id(g): g for g in found}.values())
    if len(parts) < 2:
        return groups
    home, *others = parts
    says = " and ".join((home.given or home.written, *(g.given or g.written for g in others)))
    for other in others:
        home.absorb(other)
    home.given = decision.value.get("name") or home.given or home.written
    home.decided.append(f"{decision.who} said that {says} are one.")
    return [g for g in groups if not any(g is o for o in others)]


def _split(groups: list[Group], decision: Decision) -> list[Group]:
    home = _named(groups, decision.value["actors"][0])
    if home is None:
        return groups
    wanted = {names.key(s) for s in decision.value["spellings"]}
    documents = set(decision.value["documents"])

    def leaves(member: Member) -> bool:
        spelled = not wanted or {names.key(member.spelling), names.key(member.entity)} & wanted
        return bool(spelled) and (not documents or member.document in documents)

    leaving = [m for m in home.members if leaves(m)]
    staying = [m for m in home.members if not leaves(m)]
    if not leaving or not staying:
        return groups
    name = decision.value.get("name")
    part = Group(f"{home.key}:split:{decision.id}", given=name)
    part.add(leaving)
    rest = Group(home.key, known=home.known, steps=home.steps, given=home.given, decided=home.decided)
    rest.add(staying)
    says = f"{decision.who} said that {name or part.written} is not {rest.given or rest.written}."
    part.decided.append(says)
    rest.decided.append(says)
    at = next(i for i, g in enumerate(groups) if g is home)
    return [*groups[:at], rest, part, *groups[at + 1 :]]


def _rename(groups: list[Group], decision: Decision) -> list[Group]:
    found = _named(groups, decision.value["actors"][0])
    if found is not None:
        found.decided.append(
            f"{decision.who} named it {decision.value['name']}; before it was {found.given or found.written}."
        )
        found.given = decision.value["name"]
    return groups


_ACTIONS = {"merge": _merge, "split": _split, "rename": _rename}
