"""Who speaks for a side of the fight, and what their word on the status of the dead is worth."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from sayso.records import Account

_PARTY = re.compile(
    r"\b(?:army|military|armed forces|defen[cs]e (?:ministry|minister|forces?|secretary)|ministry of defen[cs]e|"
    r"coalition|air force|navy|pentagon|militia|rebels?|insurgents?|militants?|fighters?|front|brigades?|regime|"
    r"command|general staff)\b",
    re.IGNORECASE,
)


def partisan(account: Account) -> bool:
    """True for an account by a party to the fight: an army, a ministry of defence, an armed group."""
    return account.speaker is not None and _PARTY.search(account.speaker) is not None


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
