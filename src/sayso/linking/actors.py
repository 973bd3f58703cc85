"""Mentions of one actor meet, over spellings and over documents. Conservative: doubt keeps two apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.knowledge import names, tables
from sayso.knowledge.words import words
from sayso.records import Actor, Mention, MentionType, Passage, Reading, Reason, content_id

__all__ = ["cast", "same_name"]

_ACTING = ("person", "organization", "armed_group")
_CLOSE, _NEAR = 88.0, 70.0  # of 100; the less is left of a name, the closer it has to be
_SHORT = 5
# Words that tell two groups apart however alike the rest is spelled.
_TELLING = frozenset(
    [
        "state",
        "jihad",
        "defense",
        "defence",
        "protection",
        "units",
        "forces",
        "north",
        "south",
        "east",
        "west",
        "first",
        "second",
        "new",
        "free",
    ]
)


#: Arabic for a formation, which leads the name there and ends it in English: Liwa Tharqun, Tharqun Brigade.
_FORMATION = {
    "liwa": "brigade", "jaysh": "army", "jaish": "army", "harakat": "movement", "harakah": "movement",
    "katibat": "battalion", "kataib": "battalions", "firqat": "division", "faylaq": "legion",
}  # fmt: skip


@dataclass
class _Group:
    key: str
    type: Counter[str] = field(default_factory=Counter)
    spellings: Counter[str] = field(default_factory=Counter)
    documents: dict[str, None] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    known: tables.KnownActor | None = None
    steps: dict[str, str] = field(default_factory=dict)
    mentions: int = 0


def _core(name: str) -> str:
    """A name folded, without titles in front, legal forms behind and particles inside; `Venn, Orla` is turned round."""
    last, comma, first = name.partition(",")
    turned = f"{first} {last}" if comma and first.strip() and "," not in first else name
    parts = names.bare(turned).split()
    while len(parts) > 1 and parts[0] in words("courtesy"):
        parts = parts[1:]
    while len(parts) > 1 and parts[-1] in words("legal forms"):
        parts = parts[:-1]
    if len(parts) > 1 and parts[0] in _FORMATION:
        parts = [*parts[1:], _FORMATION[parts[0]]]
    return " ".join(p for at, p in enumerate(parts) if at == 0 or p not in words("particles")) or names.bare(name)


def same_name(one: str, other: str) -> bool:
    """Whether two spellings are of one name: equal when folded, or alike in letters and equal in consonants.

    Close is not enough: `Iran` and `Iraq`, `Islamic Jihad` and `Islamic State` stay apart.
    """
    left, right = _core(one), _core(other)
    if left and left.replace(" ", "") == right.replace(" ", ""):
        return True
    ours, others = left.split(), right.split()
    short = min(len(left), len(right)) < _SHORT
    if short or len(ours) != len(others) or (set(ours) ^ set(others)) & _TELLING:
        return False
    consonants = names.skeleton(left)
    if len(consonants) < 3 or consonants != names.skeleton(right):  # two are shared by too many names
        return False
    if left.isascii() != right.isascii():
        return True
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - loaded only where spellings are compared

    return bool(ratio(left, right) >= (_CLOSE if len(consonants) < 4 else _NEAR))


def cast(readings: Sequence[Reading]) -> tuple[Actor, ...]:
    """All persons, organisations and armed groups of the readings, most mentioned first.

    Two names meet when the table of known actors says so, when a document introduced one as short for the other, or
    when they are one name in two spellings. `known_as` is the table's name, null for actors that it lacks.
    """
    groups: dict[str, _Group] = {}
    outlets = {names.bare(r.document.outlet) for r in readings if r.document.outlet}
    for reading in readings:
        for mention in reading.mentions:
            if mention.type not in _ACTING:
                continue
            entity = mention.entity or mention.text
            # Who publishes a document of the case is no person, whatever one sentence made of the name.
            kind = "organization" if names.bare(entity) in outlets and mention.type == "person" else mention.type
            known = tables.actor(entity) or tables.actor(mention.text) if kind != "person" else None
            key = f"known:{known.name}" if known else f"{_sort(kind)}:{names.bare(entity)}"
            group = groups.setdefault(key, _Group(key))
            _add(group, mention, kind, entity, reading)
            group.known = known or group.known
            if known:
                group.steps["table"] = f"The table of known actors lists these names under {known.name}."
            elif names.fold(mention.text) != names.fold(entity):
                group.steps["in text"] = f"A document uses {mention.text} for {entity}."
    merged = _merged(sorted(groups.values(), key=lambda g: (-g.mentions, g.key)))
    return tuple(_actor(g) for g in sorted(merged, key=lambda g: (-g.mentions, g.key)))


def _sort(kind: str) -> str:
    return "person" if kind == "person" else "group"


def _add(group: _Group, mention: Mention, kind: MentionType, entity: str, reading: Reading) -> None:
    group.type[kind] += 1
    group.names[entity] += 1
    group.spellings[" ".join(mention.text.split())] += 1
    group.documents[reading.document.id] = None
    group.mentions += 1
    if len(group.passages) < 3:  # enough to show why
        where = Passage(document=reading.document.id, start=mention.start, end=mention.end, text=mention.text)
        group.passages.append(where)


def _merged(groups: list[_Group]) -> list[_Group]:
    """Put spellings of one name together; only names with equal skeletons are compared."""
    by_skeleton: dict[tuple[str, str], list[_Group]] = {}
    kept: list[_Group] = []
    for group in groups:
        name = _name(group)
        slot = (_sort(group.type.most_common(1)[0][0]), names.skeleton(_core(name)))
        home = next((g for g in by_skeleton.get(slot, []) if _meets(g, group)), None)
        if home is None:
            by_skeleton.setdefault(slot, []).append(group)
            kept.append(group)
        else:
            _absorb(home, group)
    return _surnames(kept)


def _meets(home: _Group, group: _Group) -> bool:
    if home.known and group.known and home.known.name != group.known.name:
        return False
    return same_name(_name(home), _name(group))


def _absorb(home: _Group, group: _Group) -> None:
    home.steps["spelling"] = f"{_name(home)} and {_name(group)} are spellings of one name."
    for counter, more in ((home.type, group.type), (home.names, group.names), (home.spellings, group.spellings)):
        counter.update(more)
    home.documents.update(group.documents)
    home.mentions += group.mentions
    home.passages.extend(group.passages[: max(0, 4 - len(home.passages))])
    home.known = home.known or group.known
    home.steps.update({k: v for k, v in group.steps.items() if k not in home.steps})


def _surnames(groups: list[_Group]) -> list[_Group]:
    """A person named by surname alone joins the one person of that surname; where there are several, it stays."""
    full: dict[str, list[_Group]] = {}
    for group in groups:
        parts = names.fold(_name(group)).split()
        if _sort(group.type.most_common(1)[0][0]) == "person" and len(parts) > 1:
            full.setdefault(parts[-1], []).append(group)
    kept: list[_Group] = []
    for group in groups:
        parts = names.fold(_name(group)).split()
        alone = _sort(group.type.most_common(1)[0][0]) == "person" and len(parts) == 1
        homes = full.get(parts[0], []) if alone and parts else []
        if len(homes) == 1 and homes[0] is not group:
            homes[0].steps["surname"] = f"{_name(group)} is the only surname of its kind beside {_name(homes[0])}."
            _absorb_quietly(homes[0], group)
        else:
            kept.append(group)
    return kept


def _absorb_quietly(home: _Group, group: _Group) -> None:
    steps = dict(home.steps)
    _absorb(home, group)
    home.steps = {**{k: v for k, v in group.steps.items() if k not in steps}, **steps}
    home.names.subtract(group.names)


def _name(group: _Group) -> str:
    """The name as most used; of equals the longest, then the first by letters."""
    if group.known:
        return group.known.name
    return min(group.names.items(), key=lambda n: (-n[1], -len(n[0]), n[0]))[0]


def _actor(group: _Group) -> Actor:
    kind = min(group.type.items(), key=lambda t: (-t[1], t[0]))[0]
    name = min(group.names.items(), key=lambda n: (-n[1], -len(n[0]), n[0]))[0]
    spellings = tuple(sorted(group.spellings, key=lambda s: (-group.spellings[s], s)))
    reasons = tuple(
        Reason(step=step, says=says, passages=tuple(group.passages)) for step, says in sorted(group.steps.items())
    )
    return Actor(
        id=content_id("actor", group.key),
        name=name,
        type=group.known.kind if group.known else kind,
        spellings=spellings,
        documents=tuple(group.documents),
        mentions=group.mentions,
        known_as=group.known.name if group.known else None,
        reasons=reasons if len(spellings) > 1 or group.known else (),
    )
