"""Groups that mean one actor meet: spellings, acronyms, short forms, surnames. Each step says why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from sayso.knowledge import names
from sayso.knowledge.words import words
from sayso.linking.actors.comparing import core, same_name
from sayso.linking.actors.grouping import Group, sort_of
from sayso.records import Reading

__all__ = ["joined"]

_ACRONYM = re.compile(r"\s?\(\s?(?:or |known as |hereafter )?[\"“'‘]?(?:the )?((?:[A-Z]\.?){2,8})[\"”'’]?\s?[);,]")
_CAPITALS = re.compile(r"(?:[A-Z]\.?){2,8}")
_NO_INITIAL = frozenset(["of", "the", "for", "and", "in", "on", "to", "a", "an", "al"])


def joined(groups: Sequence[Group], readings: Sequence[Reading]) -> list[Group]:
    """Put together what means one actor; the groups come in the order in which they take others in."""
    kept = _spellings(groups)
    kept = _into(kept, "acronym", _acronyms(kept, readings))
    kept = _into(kept, "short form", _short_forms(kept))
    kept = _into(kept, "given name", _persons(kept, "has another form of the given name of", _given))
    kept = _into(kept, "initials", _persons(kept, "gives initials of", _initials))
    return _into(kept, "surname", _persons(kept, "is the only surname of its kind beside", _alone))


def _spellings(groups: Sequence[Group]) -> list[Group]:
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
    return not _known_apart(home, group) and same_name(home.name, group.name)


def _known_apart(home: Group, group: Group) -> bool:
    return bool(home.known and group.known and home.known.name != group.known.name)


def _into(groups: Sequence[Group], step: str, homes: Iterable[tuple[Group, Group, str]]) -> list[Group]:
    """Let groups go into others, given as (group, home, why); one that took others in goes with them."""
    gone: dict[int, Group] = {}
    for group, home, why in list(homes):
        while id(home) in gone:
            home = gone[id(home)]  # noqa: PLW2901 - followed to where it went
        if home is group or id(group) in gone or _known_apart(home, group):
            continue
        home.steps[step] = why
        home.absorb(group, named=False)
        gone[id(group)] = home
    return [g for g in groups if id(g) not in gone]


def initials_fit(name: str, acronym: str) -> bool:
    """Whether an acronym is the initials of a name's words, small words aside (`Dorrin Rights Monitor`, `DRM`)."""
    parts = [w for w in re.split(r"[\s-]+", name) if w]
    wanted = acronym.replace(".", "").casefold()
    every = "".join(w[0] for w in parts).casefold()
    telling = "".join(w[0] for w in parts if w.casefold() not in _NO_INITIAL).casefold()
    return wanted in (every, telling)


def _acronyms(groups: Sequence[Group], readings: Sequence[Reading]) -> Iterator[tuple[Group, Group, str]]:
    """An acronym that some document of the case introduced for one name, and none for another, means that one."""
    texts = {r.document.id: r.document.text for r in readings}
    meant: dict[str, dict[int, tuple[Group, str]]] = {}
    for group in groups:
        for member in group.members:
            match = _ACRONYM.match(texts[member.document], member.mention.end)
            written = match[1] if match else ""
            if written and initials_fit(member.entity, written):
                meant.setdefault(names.key(written), {})[id(group)] = (group, member.entity)
            elif _CAPITALS.fullmatch(member.spelling) and initials_fit(member.entity, member.spelling):
                meant.setdefault(names.key(member.spelling), {})[id(group)] = (group, member.entity)
    for group in groups:
        homes = meant.get(names.key(group.written), {})
        if len(homes) == 1 and not group.known and sort_of(group.kind) == "group":
            home, name = next(iter(homes.values()))
            yield group, home, f"A document of the case introduces {group.written} as short for {name}."


def _short_forms(groups: Sequence[Group]) -> Iterator[tuple[Group, Group, str]]:
    """The first or last words of one longer name mean that one: `Ministry of the Interior`, `coalition`.

    The longer name has to stand in a document that has the short one; a word for a kind of body alone may be explained
    by any document.
    """
    bodies = [(g, _forms(g)) for g in groups if sort_of(g.kind) == "group"]
    having: dict[str, list[tuple[Group, set[tuple[str, ...]]]]] = {}
    for body in bodies:
        for word in {word for form in body[1] for word in form}:
            having.setdefault(word, []).append(body)
    for group, _ in bodies:
        short = core(group.written).split()
        if group.known or not _may_be_short(short):
            continue
        fitting = [
            home
            for home, forms in having.get(short[0], ())
            if home is not group and any(len(f) > len(short) and _is_part(short, f) for f in forms)
        ]
        documents = {m.document for m in group.members}
        near = [home for home in fitting if documents & {m.document for m in home.members}]
        homes = near or (fitting if len(short) == 1 else [])
        if len(homes) == 1:
            yield group, homes[0], f"{group.written} is short for {homes[0].name}, and fits no other in the case."


def _forms(group: Group) -> set[tuple[str, ...]]:
    return {tuple(core(s).split()) for s in (group.name, *group.spellings)}


def _may_be_short(short: Sequence[str]) -> bool:
    """One word alone is short for a longer name only where it says what kind of body it is."""
    return len(short) > 1 or (bool(short) and short[0] in _kinds_of_body())


@cache
def _kinds_of_body() -> frozenset[str]:
    return frozenset(w.lower() for w in words("bodies") | words("armed")) | {"coalition", "ministry"}


def _is_part(short: Sequence[str], form: Sequence[str]) -> bool:
    if {"ministry", "department"} & set(form):
        return set(short) < set(form)  # these are compared without order
    return tuple(short) in (tuple(form[: len(short)]), tuple(form[-len(short) :]))


def _persons(
    groups: Sequence[Group], says: str, fits: Callable[[Sequence[str], Sequence[str]], bool]
) -> Iterator[tuple[Group, Group, str]]:
    """A person joins the one other of that surname whose given names it fits; where there are several, it stays."""
    people = [(g, core(g.name, person=True).split()) for g in groups if sort_of(g.kind) == "person"]
    by_surname: dict[str, list[tuple[Group, list[str]]]] = {}
    for group, parts in people:
        if len(parts) > 1:
            by_surname.setdefault(parts[-1], []).append((group, parts))
    for group, parts in people:
        if not parts:
            continue
        bearers = [g for g, p in by_surname.get(parts[-1], []) if g is not group and fits(parts[:-1], p[:-1])]
        if len(bearers) == 1:
            yield group, bearers[0], f"{group.name} {says} {bearers[0].name}."


def _alone(ours: Sequence[str], _: Sequence[str]) -> bool:
    """Whether there is a surname only; a title before it says no more."""
    return not ours


def _initials(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether all given names are initials of the other's, which are spelled out."""
    spelled = bool(ours) and all(len(p) == 1 for p in ours) and any(len(t) > 1 for t in theirs)
    return spelled and all(a == b[0] for a, b in zip(ours, theirs, strict=False))


def _given(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether one is the usual short form of the other: `Mike`, `Michael`."""
    short = _short_names()
    return len(ours) == len(theirs) == 1 and short.get(ours[0]) == theirs[0]


@cache
def _short_names() -> Mapping[str, str]:
    return dict(each.split("=") for each in words("short names"))
