"""Credibility of an item, 1-6: what origins other than its own say of the same, apart from who says it."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from sayso.records import Account, Credibility, Passage, Reason
from sayso.weighing.speakers import apart, plain_name

__all__ = ["Echo", "counted", "credibility_of", "echoes", "graded", "stands", "verb", "who_says"]

_SHOWN: Final = 3
_COMPARED: Final = frozenset({"counts", "maximum only", "superseded"})


class Echo(NamedTuple):
    """Origins, apart from an account's own, that agree with it and that contradict it; a few passages of each.

    `together`: the most of those that contradict it which allow one number. `first`: it is dated before all that these
    say, which is all dated.
    """

    agree: frozenset[str]
    against: frozenset[str]
    together: int
    passages: tuple[Passage, ...]
    first: bool

    @property
    def balance(self) -> int:
        """How many more origins agree with it than agree on any other number."""
        return len(self.agree) - self.together


def credibility_of(accounts: Sequence[Account]) -> dict[str, Credibility]:
    """Credibility 1-6 of each account of one incident, by its id, from independent origins alone.

    1 confirmed: another origin gives the same and none contradicts. 2 probably true: more agree than give any other
    number. 3 possibly true: as many. 4 doubtful: fewer agree; or none does, and no two that contradict give one number.
    5 improbable: none agrees, two or more that contradict give one number. 6 cannot be judged: no other origin speaks
    of it. A number that a later report brings up to date by a death since agrees with both. The source's own grade
    plays no part.
    """
    return {
        name: graded(echo.agree, echo.against, echo.passages, together=echo.together)
        for name, (_, echo) in echoes(accounts).items()
    }


def who_says(account: Account) -> str:
    """The speaker, else the outlet; empty where neither is known."""
    return account.speaker or account.outlet or ""


def echoes(accounts: Sequence[Account]) -> dict[str, tuple[Account, Echo]]:
    """Of each account that can be compared, what others say of the same quantity; what was replaced echoes nothing."""
    asked: dict[tuple[str, str | None], list[Account]] = defaultdict(list)
    for account in accounts:
        if account.used in _COMPARED and not (account.low is None and account.high is None):
            asked[account.what, account.group].append(account)
    found = {}
    for some in asked.values():
        said = _Said([a for a in some if stands(a)])
        found.update({account.id: (account, said.echo(account)) for account in some})
    return found


def stands(account: Account) -> bool:
    """False for what its source replaced; a number that deaths since have made another was right in its day."""
    return account.used != "superseded" or account.since is not None


class _Said:
    """All that is said of one quantity, by origin: a case of thousands of accounts is compared origin by origin."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self._by_origin: dict[str, list[Account]] = defaultdict(list)
        self._origins_of: dict[str, set[str]] = defaultdict(set)
        self._values: dict[tuple[float, float], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for account in accounts:
            who = plain_name(who_says(account))
            self._by_origin[account.origin].append(account)
            self._origins_of[who].add(account.origin)
            self._values[_bounds(account)][account.origin].add(who)
        self._place = {origin: place for place, origin in enumerate(self._by_origin)}
        dates = {origin: [a.as_of or "" for a in some] for origin, some in self._by_origin.items()}
        self._earliest = {origin: min(some) for origin, some in dates.items()}
        self._all = self._speakers((-math.inf, math.inf))
        self._near: dict[tuple[float, float], dict[str, set[str]]] = {}
        self._near_apart: dict[tuple[float, float], frozenset[str]] = {}
        self._all_apart = self._apart(self._all)
        self._allow = self._numbers()

    def _speakers(self, bounds: tuple[float, float]) -> dict[str, set[str]]:
        """Who gives, in each origin, a value that shares some number with `bounds`."""
        found: dict[str, set[str]] = defaultdict(set)
        for (low, high), speakers in self._values.items():
            if max(low, bounds[0]) <= min(high, bounds[1]):
                for origin, some in speakers.items():
                    found[origin] |= some
        return found

    def echo(self, account: Account) -> Echo:
        """What origins and speakers other than those of `account` say."""
        bounds, who = _bounds(account), plain_name(who_says(account))
        if bounds not in self._near:
            self._near[bounds] = self._speakers(bounds)
            self._near_apart[bounds] = self._apart(self._near[bounds])
        near = self._near[bounds]
        mine = self._origins_of[who]
        agree = self._near_apart[bounds] - {o for o in mine if near.get(o) == {who}} - {account.origin}
        against = self._all_apart - {o for o in mine if self._all[o] == {who}} - {account.origin} - near.keys()
        when = account.as_of or ""
        return Echo(
            agree,
            against,
            self._together(against),
            tuple(self._passages(account, agree, agrees=True) + self._passages(account, against, agrees=False)),
            first=bool(when) and all(self._earliest[origin] > when for origin in (*agree, *against)),
        )

    def _apart(self, said: Mapping[str, set[str]]) -> frozenset[str]:
        """Origins that are independent of each other, by the voices that speak in them."""
        ordered = sorted(said, key=self._place.__getitem__)
        return frozenset(apart((origin, voice) for origin in ordered for voice in sorted(said[origin])))

    def _numbers(self) -> list[frozenset[str]]:
        """For each number that somebody gives, the origins that allow it; the most first."""
        ends = {n for value in self._values for n in value if math.isfinite(n)}
        allow = (
            frozenset(o for (low, high), some in self._values.items() if low <= n <= high for o in some)
            for n in sorted(ends)
        )
        return sorted(allow, key=len, reverse=True)

    def _together(self, against: frozenset[str]) -> int:
        """The most of some origins that allow one number."""
        most = 0
        for origins in self._allow:
            if len(origins) <= most or most == len(against):
                break
            most = max(most, len(origins & against))
        return most

    def _passages(self, account: Account, origins: Collection[str], *, agrees: bool) -> list[Passage]:
        low, high = _bounds(account)
        found = []
        for origin in heapq.nsmallest(_SHOWN, origins, key=self._place.__getitem__):
            for other in self._by_origin[origin]:
                least, most = _bounds(other)
                if (max(low, least) <= min(high, most)) is agrees:
                    found.append(other.passage)
                    break
        return found


def _bounds(account: Account) -> tuple[float, float]:
    low, high = account.low, account.high
    least, most = -math.inf if low is None else low, math.inf if high is None else high
    return least, most if account.since is None else max(most, account.since)


def graded(
    agree: Collection[str], against: Collection[str], passages: Sequence[Passage], *, together: int | None = None
) -> Credibility:
    """Credibility of an item from the other origins that agree with it and those that contradict it.

    `together`: the most of the latter that say one and the same; all of them where it is not given.
    """
    more, fewer = len(agree), len(against)
    rivals = fewer if together is None else together
    contradict = f"{counted(fewer, 'origin')} {verb(fewer, 'contradict')} it"
    if rivals < fewer:
        contradict += f", {'no two' if rivals == 1 else rivals} of them alike"
    others = f"{counted(more, 'origin')} apart from its own {verb(more, 'agree')}"
    if not more and not fewer:
        digit, why = 6, "No other origin speaks of it: it cannot be judged."
    elif not more:
        digit, why = (4 if rivals == 1 else 5), f"No other origin agrees, {contradict}."
    elif not fewer:
        digit, why = 1, f"{others}, none contradicts it."
    else:
        digit, why = (2 if more > rivals else 3 if more == rivals else 4), f"{others}, {contradict}."
    reason = Reason(step="Credibility", says=why, passages=tuple(passages))
    return Credibility(digit=digit, agree=more, against=fewer, reasons=(reason,))


def counted(number: int, what: str) -> str:
    """A number with its noun."""
    return f"{number} {what if number == 1 else what + 's'}"


def verb(count: int, many: str, one: str = "") -> str:
    """A verb in the number that goes with a count."""
    return (one or f"{many}s") if count == 1 else many
