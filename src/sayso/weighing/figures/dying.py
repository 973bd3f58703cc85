"""Dead among the injured: who is counted as hurt in one report and as dead in another."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

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


def died_by(held: Sequence[Held], gone: Container[int]) -> dict[int, str]:
    """Why a number of dead (by its place in `held`) no longer stands: a later report tells of a death since.

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
    return {
        i: f"A later report tells of a death since and counts {old.stated.high + 1:g}."
        for i, old in dead
        if old.stated.high and _day(old) < last.get(old.stated.high + 1, "")
    }


def _day(item: Held) -> str:
    """Day of publication; one that sorts last where it is not known, so that it is never earlier."""
    return (item.reading.document.published or "9")[:10]
