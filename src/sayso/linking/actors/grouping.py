"""Mentions that mean one actor, while it is being settled who that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.knowledge import tables
from sayso.records import Actor, ActorTie, Mention, MentionType, Passage, Reason, content_id

__all__ = ["Group", "Member", "sort_of"]

_SHOWN = 3
"""Passages that show why; more would not show more."""


def sort_of(kind: str) -> str:
    """`person` or `group`: the two never meet by themselves."""
    return "person" if kind == "person" else "group"


@dataclass(frozen=True)
class Member:
    """One mention: `entity` is its name in its document, `kind` what it is taken for.

    One that `describes` (`the group`) names nobody by itself.
    """

    mention: Mention
    kind: MentionType
    entity: str
    document: str
    describes: bool = False

    @property
    def spelling(self) -> str:
        """As written, in one line; a description in small letters."""
        text = " ".join(self.mention.text.split())
        return text.lower() if self.describes else text


@dataclass
class Group:
    """Members of one actor.

    `described` counts words such as `the group`; `apart` holds keys of groups that a person told from it; `given` is
    the name that a person gave, `decided` what persons said about it.
    """

    key: str
    known: tables.KnownActor | None = None
    members: list[Member] = field(default_factory=list)
    kinds: Counter[MentionType] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    spellings: Counter[str] = field(default_factory=Counter)
    described: Counter[str] = field(default_factory=Counter)
    apart: set[str] = field(default_factory=set)
    steps: dict[str, str] = field(default_factory=dict)
    given: str | None = None
    decided: list[str] = field(default_factory=list)

    def copy(self) -> Group:
        """Another group of the same members, on which persons may decide while this one stays."""
        return Group(
            key=self.key,
            known=self.known,
            members=list(self.members),
            kinds=Counter(self.kinds),
            names=Counter(self.names),
            spellings=Counter(self.spellings),
            described=Counter(self.described),
            apart=set(self.apart),
            steps=dict(self.steps),
            given=self.given,
            decided=list(self.decided),
        )

    def add(self, members: Iterable[Member], *, named: bool = True) -> None:
        """Take members in; with `named` their names may become the actor's."""
        for member in members:
            self.members.append(member)
            if member.describes:
                self.described[member.spelling] += 1
                continue
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
        self.apart |= other.apart
        self.decided += [d for d in other.decided if d not in self.decided]

    @property
    def kind(self) -> MentionType:
        """What most mentions take it for; of equals the first by letters."""
        return min(self.kinds.items(), key=lambda t: (-t[1], t[0]))[0]

    @property
    def written(self) -> str:
        """The name as most used; of equals one that is not all capitals, the longest, then the first by letters."""
        used = self.names or Counter(m.entity for m in self.members)
        return min(used.items(), key=lambda n: (-n[1], " " in n[0] and n[0].isupper(), -len(n[0]), n[0]))[0]

    @property
    def name(self) -> str:
        """The name by which it is compared: the table's where it is known."""
        return self.known.name if self.known else self.written

    @property
    def shown(self) -> str:
        """The name by which people are shown it: the one that a person gave, else the most used."""
        return self.given or self.written

    @property
    def id(self) -> str:
        """Depends on what first made the group, not on what joined it."""
        return content_id("actor", self.key)

    def actor(self, perhaps: tuple[str, ...] = (), ties: tuple[ActorTie, ...] = ()) -> Actor:
        """The record, with every spelling and why they are one; `perhaps` are ids of those that may be the same."""
        spellings = tuple(sorted(self.spellings, key=lambda s: (-self.spellings[s], s)))
        steps = sorted(self.steps.items()) if len(spellings) > 1 or self.known else []
        steps += [("decided", says) for says in self.decided]
        return Actor(
            id=self.id,
            name=self.shown,
            type=self.known.kind if self.known else self.kind,
            spellings=spellings,
            documents=tuple(dict.fromkeys(m.document for m in self.members)),
            mentions=len(self.members),
            known_as=self.known.name if self.known else None,
            reasons=tuple(Reason(step=step, says=says, passages=self._passages()) for step, says in steps),
            decided=bool(self.decided),
            perhaps=perhaps,
            ties=ties,
            described=tuple(sorted(self.described, key=lambda s: (-self.described[s], s))),
        )

    def _passages(self) -> tuple[Passage, ...]:
        return tuple(
            Passage(document=m.document, start=m.mention.start, end=m.mention.end, text=m.mention.text)
            for m in self._telling()
        )

    def _telling(self) -> list[Member]:
        """First one mention of each spelling, then others."""
        first: dict[str, Member] = {}
        for member in self.members:
            first.setdefault(member.spelling, member)
        told = list(first.values())[:_SHOWN]
        return told + [m for m in self.members if not any(m is t for t in told)][: _SHOWN - len(told)]
