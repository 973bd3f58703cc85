"""What a person decides about the cast of a case: who is one, who is another, what somebody is called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sayso.errors import UsageError
from sayso.knowledge import names
from sayso.linking import find_actor, nearest_actor, settle_cast
from sayso.records import Actor, Decision
from sayso.workbench.basis import Grounded
from sayso.workbench.decisions import check_name

__all__ = ["CastDecisions"]

_FEW = 5


class CastDecisions(Grounded):
    """The part of a `Case` that is about its actors. Actors are named by a name, a spelling or their id."""

    def actors(self) -> tuple[Actor, ...]:
        """Everybody whom the documents mention, most mentioned first, with what was decided about them applied."""
        return self.basis().cast(self._store.decisions())

    def merge_actors(self, actors: Sequence[str], *, who: str, name: str | None = None) -> Decision:
        """Say that several actors are one, whatever the program made of their names.

        Args:
            actors: two or more, each by name, spelling or id.
            who: in whose name.
            name: what the one is to be called; else it keeps the name of the first.

        Raises:
            UsageError: an actor is not in the case or a name fits several, or fewer than two are left.
        """
        found = [self._actor(each) for each in actors]
        if len({a.id for a in found}) < 2:
            raise UsageError("Only two or more different actors can be merged: name each of them.")
        value = {"action": "merge", "actors": [_named(a) for a in found], "name": _given(name)}
        return self._store.decide("actor", found[0].name, value, who)

    def split_actor(
        self, actor: str, spellings: Sequence[str] = (), *, who: str, documents: Sequence[str] = (),
        name: str | None = None,
    ) -> Decision:  # fmt: skip
        """Say that some mentions of an actor mean another.

        Args:
            actor: whom they were taken for.
            spellings: those that mean the other, in all documents unless `documents` says in which.
            who: in whose name.
            documents: ids; without spellings, all mentions in them mean the other.
            name: what the other is to be called; else its most used spelling.

        Raises:
            UsageError: no such actor, spelling or document, or nothing or everything would be split off.
        """
        found = self._actor(actor)
        wanted = [check_name(s, "spelling") for s in spellings]
        held = {names.key(s) for s in (found.name, *found.spellings)}
        if missing := next((s for s in wanted if names.key(s) not in held), None):
            raise UsageError(f'{found.name} is not written "{missing}" in this case; {_written(found)}.')
        if missing := next((d for d in documents if d not in found.documents), None):
            raise UsageError(f"{found.name} is not mentioned in a document {missing}.")
        if not wanted and not documents:
            raise UsageError("Say which spellings, or which documents, mean another actor.")
        value = {
            "action": "split", "actors": [_named(found)], "spellings": wanted, "documents": list(documents),
            "name": _given(name),
        }  # fmt: skip
        if len(self._after(value)) == len(self.actors()):
            raise UsageError(
                f"That is every mention of {found.name}, so nothing would be left of it: rename it instead."
            )
        return self._store.decide("actor", found.name, value, who)

    def rename_actor(self, actor: str, name: str, *, who: str) -> Decision:
        """Say what an actor is called here; its spellings stay as written.

        Raises:
            UsageError: no such actor, or an empty name.
        """
        found = self._actor(actor)
        value = {"action": "rename", "actors": [_named(found)], "name": check_name(name, "name")}
        return self._store.decide("actor", found.name, value, who)

    def _after(self, value: dict[str, Any]) -> tuple[Actor, ...]:
        """The cast as it would be once this was decided, too."""
        tried = Decision(id=0, kind="actor", subject="", value=value, who="", when="")
        return settle_cast(self.basis().gathered, [*self._store.decisions(), tried])

    def _actor(self, name: str) -> Actor:
        wanted = check_name(name, "actor")
        actors = self.actors()
        found = find_actor(actors, wanted)
        if not found:
            near = nearest_actor(actors, wanted)
            hint = f"do you mean {near.name}?" if near else "sayso show CASE actors lists them."
            raise UsageError(f'Nobody in this case is called "{wanted}"; {hint}')
        if len(found) > 1:
            some = ", ".join(f"{a.name} ({a.type.replace('_', ' ')}, {a.id})" for a in found[:_FEW])
            raise UsageError(f'"{wanted}" may be several actors: {some}. Give the id of the one that you mean.')
        return found[0]


def _named(actor: Actor) -> dict[str, str]:
    return {"id": actor.id, "name": actor.name}


def _given(name: str | None) -> str | None:
    return None if name is None else check_name(name, "name")


def _written(actor: Actor) -> str:
    return "it is written " + ", ".join(actor.spellings[:_FEW])
