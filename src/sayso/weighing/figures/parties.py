"""Who speaks for a side of the fight, and what their word on the status of the dead is worth."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from sayso.records import Account
from sayso.weighing.figures.sums import VAGUE

_PARTY = re.compile(
    r"\b(?:army|military|armed forces|defen[cs]e (?:ministry|minister|forces?|secretary)|ministry of defen[cs]e|"
    r"coalition|air force|navy|pentagon|militia|rebels?|insurgents?|militants?|fighters?|front|brigades?|regime|"
    r"command|general staff)\b",
    re.IGNORECASE,
)


_STATE = re.compile(r"\b(?:ministry|minister|government|presidency|authorities|officials?|security)\b", re.IGNORECASE)
_ENEMY = re.compile(
    r"\b(?:fighters?|militants?|terrorists?|gunmen|insurgents?|rebels?|jihadists?|combatants?|militiamen)\b",
    re.IGNORECASE,
)


def partisan(account: Account) -> bool:
    """True for an account by a party to the fight: an army, a ministry of defence, an armed group.

    Any other part of a state shows itself as one where it says that the dead were the enemy's fighters.
    """
    if account.speaker is None:
        return False
    return _PARTY.search(account.speaker) is not None or (
        _STATE.search(account.speaker) is not None and _enemy(account)
    )


def _enemy(account: Account) -> bool:
    return account.of is not None and _ENEMY.search(account.of) is not None


def high_only(accounts: Sequence[Account]) -> list[Account]:
    """Those accounts without a least number that are a party's, so that they bear on the maximum only."""
    return [a for a in accounts if partisan(a) and a.wording != "at_most"]


def hold_parties(accounts: Sequence[Account]) -> list[Account]:
    """A party that calls the dead fighters gives no evidence of it: its number counts in the maximum only.

    Where nobody else counts, its number stands.
    """
    free = {a.what for a in accounts if a.used == "counts" and a.wording not in VAGUE and not partisan(a)}
    made = []
    for account in accounts:
        total = account.what in {"killed", "injured"} and account.what in free
        if total and account.used == "counts" and partisan(account) and _enemy(account):
            why = (
                f"{account.speaker} is a party to the fight and calls those {account.what} {account.of}; that is no "
                "evidence of their status, so the number counts in the maximum only."
            )
            made.append(structs.replace(account, used="maximum only", why=why))
        else:
            made.append(account)
    return made


def contest_status(accounts: Sequence[Account]) -> list[Account]:
    """Airwars: people whom one account calls civilians and another fighters count in the maximum only.

    A party's own word that those it struck were fighters is no evidence by itself, so it contests nothing.
    """
    fighters = [a for a in accounts if a.what == "killed: combatants" and a.used == "counts" and not partisan(a)]
    made = []
    for account in accounts:
        rivals = [f for f in fighters if (f.origin, f.speaker) != (account.origin, account.speaker)]
        if account.what == "killed: civilians" and account.used == "counts" and rivals:
            why = (
                f"Another account calls them {rivals[0].of or 'fighters'}; contested status counts in the maximum only."
            )
            made.append(structs.replace(account, used="maximum only", why=why))
        else:
            made.append(account)
    return made
