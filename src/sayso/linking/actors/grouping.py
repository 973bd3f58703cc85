"""Mentions that mean one actor, while it is being settled who that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.knowledge import tables
from sayso.records import Actor, Mention, MentionType, Passage, Reason, content_id

__all__ = ["Group", "Member", "sort_of"]

_SHOWN = 3
"""Passages that show why; more would not show more."""


def sort_of(kind: str) -> str:
    """`person` or `group`: the two never meet by themselves."""
    return "person" if kind == "person" else "group"


@dataclass(frozen=True)
class Member:
    """One mention: `entity` is its name in its document, `kind` what it is taken for."""

    mention: Mention
    kind: MentionType
    entity: str
    document: str

    @property
    def spelling(self) -> str:
        """As written, in one line."""
        return " ".join(self.mention.text.split())


@dataclass
class Group:
    """Members of one actor. `given` is the name that a person gave, `decided` what persons said about it."""

    key: str
    known: tables.KnownActor | None = None
    members: list[Member] = field(default_factory=list)
    kinds: Counter[MentionType] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    spellings: Counter[str] = field(default_factory=Counter)
    steps: dict[str, str] = field(default_factory=dict)
    given: str | None = None
    decided: list[str] = field(default_factory=list)

    def add(self, members: Iterable[Member], *, named: bool = True) -> None:
        """Take members in; with `named` their names may become the actor's."""
        for member in members:
            self.members.append(member)
            self.kinds[member.kind] += 1
            self.spellings[member.spelling] += 1
            if named:
                self.names[member.entity] += 1

    def absorb(self, other: Group, *, named: bool = True) -> None:
        """Take another group in, with its reasons where ours lack that step."""
        self.add(other.members, named=False)
        if named:
            self.names.update(other.names)
        self.known = self.known or other.known
        self.steps = {**other.steps, **self.steps}
        self.decided += [d for d in other.decided if d not in self.decided]

    @property
    def kind(self) -> MentionType:
        """What most mentions take it for; of equals the first by letters."""
        return min(self.kinds.items(), key=lambda t: (-t[1], t[0]))[0]

    @property
    def written(self) -> str:
        """The name as most used; of equals the longest, then the first by letters."""
        used = self.names or Counter(m.entity for m in self.members)
        return min(used.items(), key=lambda n: (-n[1], -len(n[0]), n[0]))[0]

    @property
    def name(self) -> str:
        """The name by which it is compared: the table's where it is known."""
        return self.known.name if self.known else self.written

    @property
    def id(self) -> str:
        """Depends on what first made the group, not on what joined it."""
        return content_id("actor", self.key)

    def actor(self) -> Actor:
        """The record, with every spelling and why they are one."""
        spellings = tuple(sorted(self.spellings, key=lambda s: (-self.spellings[s], s)))
        steps = sorted(self.steps.items()) if len(spellings) > 1 or self.known else []
        steps += [("decided", says) for says in self.decided]
        return Actor(
            id=self.id,
            name=self.given or self.written,
            type=self.known.kind if self.known else self.kind,
            spellings=spellings,
            documents=tuple(dict.fromkeys(m.document for m in self.members)),
            mentions=len(self.members),
            known_as=self.known.name if self.known else None,
            reasons=tuple(Reason(step=step, says=says, passages=self._passages()) for step, says in steps),
            decided=bool(self.decided),
        )

    def _passages(self) -> tuple[Passage, ...]:
        return tuple(
            Passage(document=m.document, start=m.mention.start, end=m.mention.end, text=m.mention.text)
            for m in self._telling()
        )

    def _telling(self) -> list[Member]:
        """First one mention of each spelling, then others."""
        first = list({m.spelling: m for m in reversed(self.members)}.values())[::-1]
        return (first + [m for m in self.members if m not in first])[:_SHOWN]
