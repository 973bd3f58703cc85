"""Dead among the injured: who is counted as hurt in one report and as dead in another."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from msgspec.structs import replace

from sayso.records import Account
from sayso.weighing.figures.holding import Held
from sayso.weighing.figures.sums import VAGUE


def died_since(held: Sequence[Held], gone: Container[int]) -> dict[int, str]:
    """Why a number of injured (by its place in `held`) no longer stands: another report counts some of them as dead.

    The sign is that both reports count the same people in all, dead and injured, and the other one more of them dead;
    and that the injured are told one by one, so that equal numbers are no chance.
    Statements in `gone` stand no longer anyway.
    """
    dead: dict[str, float] = {}
    hurt: dict[str, float] = {}
    firm = [(i, h) for i, h in enumerate(held) if i not in gone and h.stated.high and h.stated.wording not in VAGUE]
    for _, item in firm:
        counts = {"killed": dead, "injured": hurt}.get(item.stated.key)
        if counts is not None:
            counts[item.document] = max(counts.get(item.document, 0), item.stated.high or 0)
    found = {}
    for i, item in firm:
        if item.stated.key != "injured" or item.stated.how not in {"listed", "named"}:
            continue
        before = dead.get(item.document, 0)
        for other, after in dead.items():
            if after > before and after + hurt.get(other, 0) == before + (item.stated.high or 0):
                more = after - before
                found[i] = f"Another report counts as many people, {more:g} more of them dead: they died since."
                break
    return found


_DIES = re.compile(r"\b(?:dies|died|succumb\w*|dying|now dead|dead after)\b", re.IGNORECASE)


def died_by(held: Sequence[Held], gone: Container[int]) -> dict[int, float]:
    """What a number of dead (by its place in `held`) amounts to by now, where a later report tells of a death since.

    That is a report of a later day whose title says that somebody has died, and which counts one more: a difference
    that one death does not explain is a contradiction, and stays one.
    """
    dead = [
        (i, h)
        for i, h in enumerate(held)
        if i not in gone and h.stated.key == "killed" and h.stated.high and h.stated.wording not in VAGUE
    ]
    last: dict[float, str] = {}
    for _, item in dead:
        document = item.reading.document
        if item.stated.low and document.published and _DIES.search(document.title or ""):
            last[item.stated.low] = max(last.get(item.stated.low, ""), _day(item))
    found = {}
    for i, old in dead:
        number, day = old.stated.high or 0, _day(old)
        while day < last.get(number + 1, ""):
            number, day = number + 1, last[number + 1]
        if number != old.stated.high:
            found[i] = number
    return found


def brought_up(account: Account) -> Account:
    """An account with the number that it amounts to by now, behind which it stands; most are as they were."""
    return account if account.since is None else replace(account, low=account.since, high=account.since, used="counts")


def _day(item: Held) -> str:
    """Day of publication; one that sorts last where it is not known, so that it is never earlier."""
    return (item.reading.document.published or "9")[:10]
