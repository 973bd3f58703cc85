"""Bodies of states as reports call them: Syrian army, Syria's troops, Ministry of Defence of Syria are of one state."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sayso.knowledge import names
from sayso.knowledge.tsv import cells, rows

__all__ = ["ARMED", "StateBody", "state_body", "state_named", "states_of"]

ARMED = frozenset({"armed forces", "air force", "navy"})
"""Roles of those that fight."""
_CALLED = {
    "armed forces": r"(?:regular |armed |ground |government |regime |state |national )?"
    r"(?:army|military|forces|troops|soldiers)|army (?:forces|troops|soldiers|units)|(?:defence|defense) forces",
    "air force": r"(?:arab )?air ?force",
    "navy": r"navy|naval forces",
    "government": r"government|regime",
    "foreign ministry": r"(?:foreign|external) (?:affairs )?ministry|ministry of (?:foreign|external) affairs",
    "defence ministry": r"defen[cs]e (?:ministry|department)|ministry of (?:national )?defen[cs]e",
    "interior ministry": r"interior ministry|ministry of (?:the )?interior",
    "health ministry": r"(?:public )?health ministry|ministry of (?:public )?health",
    "justice ministry": r"justice ministry|ministry of justice",
    "parliament": r"parliament",
}


class StateBody(NamedTuple):
    """`country` is ISO 3166-1, `called` the usual English name, `role` as in the table of actors."""

    country: str
    called: str
    role: str


@cache
def _adjectives() -> dict[str, tuple[str, str]]:
    """Country and its first adjective, by every folded word for whose a body is."""
    found: dict[str, tuple[str, str]] = {}
    for row in rows("peoples.tsv"):
        words = cells(row["adjectives"])
        for word in (*words, row["name"], f"{row['name']}s"):  # folding takes the apostrophe out of Syria's
            found.setdefault(names.fold(word), (row["iso"], words[0]))
    return found


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    whose = "|".join(re.escape(w) for w in sorted(_adjectives(), key=lambda w: (-len(w), w)))
    body = "|".join(f"(?P<{role.replace(' ', '_')}>{called})" for role, called in _CALLED.items())
    front = re.compile(rf"(?:the )?(?P<whose>{whose}) (?:{body})")
    return front, re.compile(rf"(?:the )?(?:{body}) of (?:the )?(?P<whose>{whose})")


def state_body(name: str) -> StateBody | None:
    """Whose body of which role a name is; null when it is none. Nobody is known to be meant by `the army` alone."""
    folded = names.fold(name)
    for pattern in _patterns():
        match = pattern.fullmatch(folded)
        if match is not None:
            role = next(r for r in _CALLED if match[r.replace(" ", "_")])
            country, adjective = _adjectives()[match["whose"]]
            return StateBody(country, f"{adjective} {role}", role)
    return None


def states_of(word: str) -> str | None:
    """The country that an adjective (`Iraqi`, `US`) is of; null if none."""
    found = _adjectives().get(names.fold(word))
    return found[0] if found else None


@cache
def _names() -> dict[str, str]:
    return {row["iso"]: row["name"] for row in rows("peoples.tsv")}


def state_named(word: str) -> str | None:
    """The usual English name of the state that a name or adjective is of (`Turkish` gives `Turkey`); null if none."""
    country = states_of(word.removeprefix("the "))
    return _names()[country] if country else None
