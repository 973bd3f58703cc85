"""Whom `the group`, `the army`, `the monitor` mean: the one actor of that kind that was named last."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sayso.knowledge import names, tables
from sayso.linking.actors.grouping import Group, Member
from sayso.records import Mention, MentionType, Reading

__all__ = ["add_described"]

_BACK = 2  # sentences that a description may look back over, besides its own
_STATE = "armed forces"


class _Described(NamedTuple):
    kind: MentionType
    fits: Callable[[Group], bool]


def _has(*parts: str) -> Callable[[Group], bool]:
    return lambda g: any(part in names.fold(n) for n in (g.name, *g.spellings) for part in parts)


def _non_state(group: Group) -> bool:
    body = group.kind in ("armed_group", "organization") and not (group.known and group.known.role)
    return body and tables.outlet(group.name) is None


def _fighting(group: Group) -> bool:
    return (group.known.kind if group.known else group.kind) == "armed_group" and _non_state(group)


def _forces(group: Group) -> bool:
    return group.known.role == _STATE if group.known else _has("army", "military", "forces")(group)


_KINDS: dict[str, _Described] = {
    "group|movement|organi[sz]ation": _Described("organization", _non_state),
    "militia|unit|armed group|militant group|rebel group|rebels|militants": _Described("armed_group", _fighting),
    "army|military": _Described("armed_group", _forces),
    "coalition|alliance": _Described("armed_group", _has("coalition", "alliance", "operation")),
    "brigade": _Described("armed_group", _has("brigade")),
    "regiment": _Described("armed_group", _has("regiment")),
    "battalion": _Described("armed_group", _has("battalion")),
    "ministry": _Described("organization", _has("ministry")),
    "observatory|watchdog|monitor|monitoring group": _Described(
        "organization", _has("observatory", "monitor", "watch")
    ),
    "hospital": _Described("organization", _has("hospital")),
}
_WORDS = re.compile(
    rf"(?<![\w-])[Tt]he (?:{'|'.join(f'(?P<k{at}>{words})' for at, words in enumerate(_KINDS))})"
    r"(?![\w-]|[’'](?!s\b)| (?:of|for|against|in which|called|named|known|[A-Z]))"
)
_VERBS_ONLY = re.compile(r"(?:\s+[a-z]+){1,4}\s+")
_SAYING = re.compile(
    r"\b(?:sa(?:id|ys?)|told|that|because|when|while|after|as|if|since|confirmed|denied|claimed|added)\b"
)


def add_described(groups: Sequence[Group], readings: Sequence[Reading]) -> None:
    """Add descriptions to the groups that they mean.

    A description means the actor of its kind that was named last before it, in its own sentence or one of the two
    before; where that sentence names two that it fits, it stays open. Who does something to the group is not the group.
    """
    by_document: dict[str, list[tuple[int, int, Group]]] = {}
    for group in groups:
        for member in group.members:
            by_document.setdefault(member.document, []).append((member.mention.start, member.mention.end, group))
    for reading in readings:
        named = sorted(by_document.get(reading.document.id, []), key=lambda n: n[:2])
        for group, member in _meant(reading, named):
            group.add([member], named=False)
            group.steps.setdefault("described", f"A document says {member.spelling} for {group.name}.")


def _meant(reading: Reading, named: Sequence[tuple[int, int, Group]]) -> Iterator[tuple[Group, Member]]:
    text, starts = reading.document.text, [start for start, _ in reading.sentences]
    if not named or not starts:
        return
    taken = [(m.start, m.end) for m in reading.mentions]
    firsts = [start for start, _ in taken]
    by_sentence: dict[int, list[tuple[int, int, Group]]] = {}
    for start, end, group in named:
        by_sentence.setdefault(bisect_right(starts, start), []).append((start, end, group))
    for match in _WORDS.finditer(text):
        before = bisect_right(firsts, match.end() - 1) - 1
        if before >= 0 and taken[before][1] > match.start():
            continue  # already part of a name
        described = next(kind for at, kind in enumerate(_KINDS.values()) if match[f"k{at}"])
        sentence = bisect_right(starts, match.start())
        acting = _acting(text, by_sentence.get(sentence, ()), match.start())
        meant = _last(by_sentence, sentence, match.start(), described.fits, acting)
        if meant is not None:
            mention = Mention(start=match.start(), end=match.end(), text=match[0], type=described.kind)
            spelled = " ".join(match[0].split()).lower()
            yield meant, Member(mention, described.kind, spelled, reading.document.id, describes=True)


def _acting(text: str, named: Sequence[tuple[int, int, Group]], before: int) -> Group | None:
    """Who acts on what is described: `Hezbollah had trained the group`, unlike `Hezbollah said the group`."""
    ahead = [(end, group) for _, end, group in named if end <= before]
    words = _VERBS_ONLY.fullmatch(text, ahead[-1][0], before) if ahead else None
    return ahead[-1][1] if words and not _SAYING.search(words[0]) else None


def _last(
    by_sentence: Mapping[int, Sequence[tuple[int, int, Group]]], sentence: int, before: int,
    fits: Callable[[Group], bool], acting: Group | None,
) -> Group | None:  # fmt: skip
    for number in range(sentence, max(sentence - _BACK - 1, 0), -1):
        named = (g for start, _, g in by_sentence.get(number, ()) if start < before and g is not acting)
        found = {id(g): g for g in named if fits(g)}
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None
