"""The published rules that choose minimum, best and maximum among claimed values. None of them averages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from sayso.records import Account, RuleName
from sayso.weighing.figures.coding import coded
from sayso.weighing.figures.dying import brought_up
from sayso.weighing.figures.parties import partisan
from sayso.weighing.figures.sums import VAGUE
from sayso.weighing.speakers import apart, voice_of

RULES: tuple[RuleName, ...] = ("airwars", "ucdp", "acled", "gtd")

_LETTERS = "ABCFDE"
"""Admiralty letters, the best first; F, which cannot be judged, is where an ungraded source stands."""
ONE_BY_ONE = "The victims are told one by one"
"""How the reason of an account opens that was counted from people told one by one."""


class Choice(NamedTuple):
    """What a rule chose, and in one sentence why."""

    minimum: float | None
    best: float | None
    maximum: float | None
    why: str


class Value(NamedTuple):
    """One account as coded: least and greatest number, whether it may set the minimum."""

    low: float | None
    high: float | None
    account: Account


def values_of(accounts: Sequence[Account], rule: RuleName) -> list[Value]:
    """Code the accounts that count. Beside others, one for the maximum only, or a party's (UCDP), has no low."""
    found = []
    able = [a for a in map(brought_up, accounts) if a.used in {"counts", "maximum only"}]
    neutral = any(not partisan(a) for a in able)
    firmer = any(a.used == "counts" for a in able)
    for account in able:
        low, high = coded(account, rule)
        if (firmer and account.used == "maximum only") or (rule == "ucdp" and neutral and partisan(account)):
            low = None
        if low is not None or high is not None:
            found.append(Value(low, high, account))
    return found


def explicit(values: Sequence[Value]) -> list[Value]:
    """Explicit numbers win over vague words; vague ones stay only when nothing else was said.

    A count of people told one by one is no statement of the whole: it gives way to a vague word that claims more, but
    stays beside a mere plural.
    """
    totals = [v for v in values if v.account.wording not in VAGUE and not counted(v.account)]
    firm = [v for v in values if v.account.wording not in VAGUE]
    if totals or not firm:
        return firm or list(values)
    vague = [
        v
        for v in values
        if v.low is not None
        and v.account.wording in VAGUE
        and (v.account.wording != "plural" or v.account.speaker is not None)
    ]
    told = max(v.low or 0 for v in firm)
    more = [v for v in vague if (v.low or 0) > told]
    if more:
        # "A number of people" are at least two: beside the one told of that is one to two, no more and no less.
        return [*firm, *more] if all(v.account.wording == "plural" for v in more) else more
    # What nobody else bears out stays in the maximum, beside the people told one by one.
    beyond = [v for v in values if v.low is None and v.account.wording in VAGUE and (v.high or 0) > told]
    return [*firm, *beyond]


def counted(account: Account) -> bool:
    """True for an account that was counted from people told one by one."""
    return ONE_BY_ONE in account.why


def choose(values: Sequence[Value], rule: RuleName) -> Choice:
    """Apply `rule` to coded values. With none, everything is null."""
    if not values:
        return Choice(None, None, None, "Nobody gives a figure.")
    lows = [v.low for v in values if v.low is not None]
    highs = [v.high for v in values if v.high is not None]
    least = min(lows) if lows else min(highs)
    most = max(highs) if highs else max(lows)
    return _RULE[rule](values, least, most)


def _airwars(values: Sequence[Value], least: float, most: float) -> Choice:
    best = _supported(values)
    return Choice(
        least,
        best,
        most,
        "Minimum and maximum are the lowest and highest figures of the credible accounts; "
        "the best figure is the one that most independent origins allow.",
    )


def _ucdp(values: Sequence[Value], least: float, most: float) -> Choice:
    best = _supported(values)
    return Choice(
        least,
        best,
        most,
        "Low and high are the lowest and highest reliable figures, the best the one that most origins allow.",
    )


def _acled(_values: Sequence[Value], least: float, most: float) -> Choice:
    return Choice(least, least, most, "The most conservative figure is taken and the dispute is noted.")


def _gtd(values: Sequence[Value], least: float, most: float) -> Choice:
    counts = Counter(v.low for v in _one_each(values) if v.low is not None)
    if counts:
        ranked = counts.most_common()
        if sum(counts.values()) > 2 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            return Choice(least, ranked[0][0], most, "The figure that the majority of origins gives.")
    best = min(_rank_of(v.account.grade) for v in values)
    equal = [v for v in values if _rank_of(v.account.grade) == best and v.low is not None]
    dates = sorted({v.account.as_of for v in equal if v.account.as_of})
    latest = {v.low for v in equal if dates and v.account.as_of == dates[-1]}
    if len(latest) == 1:
        return Choice(least, next(iter(latest)), most, "The latest figure among equally good sources.")
    if len(alone := {v.low for v in equal}) == 1:
        return Choice(least, next(iter(alone)), most, "The figure of the best graded source.")
    return Choice(least, least, most, "Sources are equally good and no later one settles it: the lowest figure.")


def _one_each(values: Sequence[Value]) -> list[Value]:
    """One value an origin, its latest, and of those one a voice."""
    latest = {value.account.origin: value for value in values}
    return list({voice_of(value.account): value for value in latest.values()}.values())


def _rank_of(grade: str | None) -> int:
    """Place of a source by its Admiralty letter, the best first: one that nobody judged comes before a bad one."""
    return _LETTERS.index((grade or "F")[0].upper())


def _supported(values: Sequence[Value]) -> float:
    """The claimed value that most origins allow.

    Ties go to a number that somebody states before one counted from people told one by one, then to the better grade,
    then to what more reports of different origin carry, then to the smaller number: what is more is not yet confirmed
    by a second origin.
    """
    able = [v for v in values if v.low is not None] or list(values)
    claimed = sorted({n for v in able for n in (v.low, v.high) if n is not None})

    def rank(n: float) -> tuple[int, bool, int, int, float]:
        backing = [v for v in values if (v.low if v.low is not None else 0) <= n <= _most(v, n)]
        grade = min((_rank_of(v.account.grade) for v in backing), default=_rank_of(None))
        stated = not all(counted(v.account) for v in backing)
        return independent(backing), stated, -grade, len({v.account.origin for v in backing}), -n

    return max(claimed, key=rank)


def independent(values: Sequence[Value]) -> int:
    """How many independent origins stand behind some values."""
    return len(apart((v.account.origin, voice_of(v.account)) for v in values))


def _most(value: Value, n: float) -> float:
    """The greatest number up to `n` that an account allows; "at least two" allows any number from two on."""
    return n if value.high is None or value.account.wording == "at_least" else value.high


_RULE = {"airwars": _airwars, "ucdp": _ucdp, "acled": _acled, "gtd": _gtd}
