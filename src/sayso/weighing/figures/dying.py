"""Dead among the injured: who is counted as hurt in one report and as dead in another."""

from __future__ import annotations

import os
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


_DIES = re.compile(r"\b(?:dies|died|succumb\w*|has died|dying|now dead|dead after)\b", re.IGNORECASE)
MODE = os.environ.get("DIES", "title")


def died_by(held: Sequence[Held], gone: Container[int]) -> dict[int, str]:
    """Why a number of dead no longer stands: a later report tells of one who has died since."""
    found = {}
    own = [
        (i, h)
        for i, h in enumerate(held)
        if i not in gone and h.stated.key == "killed" and h.stated.high and h.stated.wording not in VAGUE
    ]
    for _, new in own:
        title = new.reading.document.text[: new.lead]
        if MODE == "off" or (MODE == "title" and not _DIES.search(new.reading.document.title or "")):
            continue
        for i, old in own:
            d, e = old.reading.document.published, new.reading.document.published
            if (
                d
                and e
                and d[:10] < e[:10]
                and (old.stated.high or 0) < (new.stated.low or 0)
                and (MODE != "one" or (old.stated.high or 0) + 1 == (new.stated.low or 0))
            ):
                found[i] = "A later report tells of a death since."
    return found
