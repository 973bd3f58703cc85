"""What people decided about incidents, laid over what is proposed: their word stands, whatever comes later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.records import Reason, Regrouping

__all__ = ["Decided", "regroup"]


class Decided(NamedTuple):
    """Groups of document ids in input order, and for every group what people decided about it."""

    groups: list[list[str]]
    reasons: list[tuple[Reason, ...]]


def regroup(groups: Sequence[Sequence[str]], decided: Sequence[Regrouping]) -> Decided:
    """Lay decisions over groups, oldest first, so that a later word wins over an earlier one.

    Decisions name documents, not groups: a group changes with every document that comes, its documents stay. Names of
    documents that are not there are passed over.
    """
    order = {name: i for i, name in enumerate(n for group in groups for n in group)}
    home = {name: number for number, group in enumerate(groups) for name in group}
    said: dict[int, list[Reason]] = {}
    following = len(groups)
    for one in decided:
        held = [name for name in one.documents if name in home]
        if not held or (one.beside is not None and one.beside not in home):
            continue
        if one.together:
            target = home[held[0]]
            others = {home[name] for name in held} - {target}
            home = {name: target if at in others else at for name, at in home.items()}
            for other in sorted(others):
                said.setdefault(target, []).extend(said.pop(other, []))
        elif one.beside is not None:
            target = home[one.beside]
            home |= dict.fromkeys(held, target)
        else:
            target, following = following, following + 1
            home |= dict.fromkeys(held, target)
        said.setdefault(target, []).append(_reason(one, len(held)))
    found: dict[int, list[str]] = {}
    for name in order:
        found.setdefault(home[name], []).append(name)
    return Decided(list(found.values()), [tuple(said.get(number, ())) for number in found])


def _reason(one: Regrouping, documents: int) -> Reason:
    if one.together:
        return Reason(step="decided", says=f"{one.who} decided that what was proposed apart is one incident.")
    what = "a document belongs" if documents == 1 else f"{documents} documents belong"
    where = "here" if one.beside is not None else "to an incident of their own"
    return Reason(step="decided", says=f"{one.who} decided that {what} {where}.")
