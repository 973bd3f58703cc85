"""How each rule reads a worded figure as a least and a greatest number."""

from __future__ import annotations

import re

from sayso.records import Account, RuleName

Coded = tuple[float | None, float | None]

#: Airwars: unspecified plural 2-2, dozens or large numbers 12-24.
_AIRWARS: dict[str, Coded] = {
    "plural": (2, 2),
    "dozens": (12, 24),
    "tens": (20, 40),
    "hundreds": (100, 200),
    "thousands": (1000, 2000),
}
#: ACLED: the most conservative reading; tens 10, dozens 12, hundreds 100.
_ACLED: dict[str, Coded] = {
    "plural": (2, 2),
    "dozens": (12, 12),
    "tens": (10, 10),
    "hundreds": (100, 100),
    "thousands": (1000, 1000),
}


_BEYOND = re.compile(r"(?:more than|over|greater than|in excess of)\s", re.IGNORECASE)


def coded(account: Account, rule: RuleName) -> Coded:
    """Least and greatest number that `rule` allows for an account; None where it leaves one open.

    An open end is closed by the least number that the words allow: "at least 5" is 5-5, "more than 5" by Airwars the
    number given and the least that it can mean, 5-6, by the others, which take the number given, 5-5. "Up to 9" counts
    in the maximum only.
    """
    table = _AIRWARS if rule == "airwars" else _ACLED
    if account.wording in table:
        return table[account.wording]
    low, high = account.low, account.high
    if rule == "airwars" and account.wording == "at_least" and low is not None and high is None:
        return low, low + (_BEYOND.match(account.passage.text) is not None)
    if account.wording == "at_most":
        return None, high
    return low, high if high is not None else low
