"""Admiralty grades that the record in a case supports: proposed letters of sources, worked-out credibility of items.

Both are proposals with their counts. They are two axes and are never merged, and neither touches what a person decided.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from sayso.records import Account, Credibility, Incident, Origins, Passage, ProposedGrade, Reason
from sayso.weighing.speakers import plain_name

__all__ = ["credibility_of", "graded", "propose_grades"]

Letter = Literal["A", "B", "C", "D", "E", "F"]

_LEAST: Final = 3
"""Figures of a source that somebody independent speaks to, without which it cannot be judged."""
_MANY: Final = 10
"""... and without which no source is proposed as A, whatever they say."""
_SHARES: Final = (0.8, 0.6, 0.4)
"""Shares of agreeing figures from which B, C and D are proposed: ours, since the scale defines its letters in words."""
_DIRECT: Final = 0.5
"""Share of a source's documents that are its own reporting, under which its letter is one lower."""
_SHOWN: Final = 3
_COMPARED: Final = frozenset({"counts", "maximum only", "superseded"})


class _Echo(NamedTuple):
    """Origins, apart from an account's own, that agree with it and that contradict it; a few passages of each.

    `first`: it is dated before all that these say, which is all dated.
    """

    agree: frozenset[str]
    against: frozenset[str]
    passages: tuple[Passage, ...]
    first: bool

    @property
    def balance(self) -> int:
        """How many more origins agree than contradict."""
        return len(self.agree) - len(self.against)


def propose_grades(incidents: Iterable[Incident], origins: Origins) -> dict[str, ProposedGrade]:
    """Propose a letter for every source that gives a figure, from its record over all incidents of a case.

    Counted are its figures that another origin and another speaker speaks to as well: they agree where more origins
    allow a common number than do not. Beside that: figures that came before any other origin's and were borne out
    later, figures that it replaced itself, and whether its documents are its own reporting. Being contradicted by
    origins that agree with each other is no proof of error: a person decides.

    Args:
        incidents: all of the case, with their accounts weighed without anybody's grades or distrust.
        origins: of the same documents.

    Returns:
        By plain name of the source. `F` (cannot be judged) where fewer than three figures can be compared.
    """
    record: dict[str, list[tuple[Account, _Echo]]] = defaultdict(list)
    for incident in incidents:
        for account, echo in _echoes(incident.figures).values():
            record[plain_name(_who(account))].append((account, echo))
    links = {link.id: link.relation for link in origins.documents}
    return {name: _proposed(some, links) for name, some in sorted(record.items()) if name}


def credibility_of(accounts: Sequence[Account]) -> dict[str, Credibility]:
    """Credibility 1-6 of each account of one incident, by its id, from independent origins alone.

    1 confirmed: another origin gives the same and none contradicts. 2 probably true: more agree than contradict. 3
    possibly true: as many agree as contradict. 4 doubtful: fewer agree, or one contradicts and none agrees. 5
    improbable: two or more contradict and none agrees. 6 cannot be judged: no other origin speaks of it. The source's
    own grade plays no part.
    """
    return {name: graded(echo.agree, echo.against, echo.passages) for name, (_, echo) in _echoes(accounts).items()}


def _who(account: Account) -> str:
    return account.speaker or account.outlet or ""


def _echoes(accounts: Sequence[Account]) -> dict[str, tuple[Account, _Echo]]:
    """Of each account that can be compared, what others say of the same quantity; superseded ones echo nothing."""
    asked: dict[tuple[str, str | None], list[Account]] = defaultdict(list)
    for account in accounts:
        if account.used in _COMPARED and not (account.low is None and account.high is None):
            asked[account.what, account.group].append(account)
    found = {}
    for some in asked.values():
        said = _Said([a for a in some if a.used != "superseded"])
        found.update({account.id: (account, said.echo(account)) for account in some})
    return found


class _Said:
    """All that is said of one quantity, by origin: a case of thousands of accounts is compared origin by origin."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self._by_origin: dict[str, list[Account]] = defaultdict(list)
        self._origins_of: dict[str, set[str]] = defaultdict(set)
        self._values: dict[tuple[float, float], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for account in accounts:
            who = plain_name(_who(account))
            self._by_origin[account.origin].append(account)
            self._origins_of[who].add(account.origin)
            self._values[_bounds(account)][account.origin].add(who)
        self._place = {origin: place for place, origin in enumerate(self._by_origin)}
        dates = {origin: [a.as_of or "" for a in some] for origin, some in self._by_origin.items()}
        self._earliest = {origin: min(some) for origin, some in dates.items()}
        self._all = self._speakers((-math.inf, math.inf))
        self._near: dict[tuple[float, float], dict[str, set[str]]] = {}

    def _speakers(self, bounds: tuple[float, float]) -> dict[str, set[str]]:
        """Who gives, in each origin, a value that shares some number with `bounds`."""
        found: dict[str, set[str]] = defaultdict(set)
        for (low, high), speakers in self._values.items():
            if max(low, bounds[0]) <= min(high, bounds[1]):
                for origin, some in speakers.items():
                    found[origin] |= some
        return found

    def echo(self, account: Account) -> _Echo:
        """What origins and speakers other than those of `account` say."""
        bounds, who = _bounds(account), plain_name(_who(account))
        if bounds not in self._near:
            self._near[bounds] = self._speakers(bounds)
        near = self._near[bounds]
        mine = self._origins_of[who]
        agree = near.keys() - {o for o in mine if near.get(o) == {who}} - {account.origin}
        against = self._all.keys() - {o for o in mine if self._all[o] == {who}} - {account.origin} - agree
        when = account.as_of or ""
        return _Echo(
            frozenset(agree),
            frozenset(against),
            tuple(self._passages(account, agree, agrees=True) + self._passages(account, against, agrees=False)),
            first=bool(when) and all(self._earliest[origin] > when for origin in (*agree, *against)),
        )

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
    return (-math.inf if low is None else low, math.inf if high is None else high)


def graded(agree: Collection[str], against: Collection[str], passages: Sequence[Passage]) -> Credibility:
    """Credibility of an item from the other origins that agree with it and those that contradict it."""
    more, fewer = len(agree), len(against)
    contradict = f"{_count(fewer, 'origin')} {_verb(fewer, 'contradict')} it"
    others = f"{_count(more, 'origin')} apart from its own {_verb(more, 'agree')}"
    if not more and not fewer:
        digit, why = 6, "No other origin speaks of it: it cannot be judged."
    elif not more:
        digit, why = (4 if fewer == 1 else 5), f"No other origin agrees, {contradict}."
    elif not fewer:
        digit, why = 1, f"{others}, none contradicts it."
    else:
        digit, why = (2 if more > fewer else 3 if more == fewer else 4), f"{others}, {contradict}."
    reason = Reason(step="Credibility", says=why, passages=tuple(passages))
    return Credibility(digit=digit, agree=more, against=fewer, reasons=(reason,))


class _Record(NamedTuple):
    """What a source's figures amount to, each list in the order of the incidents."""

    standing: Sequence[Account]
    compared: Sequence[Account]
    agree: Sequence[Account]
    against: Sequence[Account]
    first: Sequence[Account]
    borne_out: Sequence[Account]
    corrected: Sequence[Account]
    own: int
    documents: int

    @property
    def second_hand(self) -> bool:
        """Whether most of what carries its figures goes back to others."""
        return self.own < _DIRECT * self.documents

    def letter(self) -> Letter:
        """The letter that it supports."""
        if len(self.compared) < _LEAST:
            return "F"
        share = len(self.agree) / len(self.compared)
        letters: tuple[Letter, ...] = ("A", "B", "C", "D", "E")
        place = 0 if share == 1.0 and len(self.compared) >= _MANY else 1 + sum(share < least for least in _SHARES)
        return letters[min(place + self.second_hand, len(letters) - 1)]

    def reasons(self) -> Iterator[Reason]:
        """The counts in words."""
        even = len(self.compared) - len(self.agree) - len(self.against)
        yield _reason(
            "Agreement",
            f"Of {_count(len(self.standing), 'figure')}, {len(self.compared)} can be compared with other origins:"
            f" {len(self.agree)} agree with most of them, {len(self.against)} do not, {even} are evenly disputed.",
            self.compared,
        )
        if self.first:
            borne = f"{len(self.borne_out)} of these were borne out later"
            says = f"{_count(len(self.first), 'figure')} came before any other origin's; {borne}."
            yield _reason("Borne out", says, self.first)
        if self.corrected:
            says = f"It replaced {_count(len(self.corrected), 'figure')} by a later one of its own."
            yield _reason("Corrections", says, self.corrected)
        whole = f"{self.own} of {_count(self.documents, 'document')} that carry its figures"
        yield _reason("Directness", f"{whole} go back to no other; the rest reprint, rewrite or cite.", ())
        if len(self.compared) < _LEAST:
            yield _reason("Too little", f"Fewer than {_LEAST} can be compared: it cannot be judged.", ())
        elif self.second_hand:
            yield _reason("Second hand", "Most of what carries it goes back to others: one letter lower.", ())


def _proposed(some: Sequence[tuple[Account, _Echo]], relations: Mapping[str, str]) -> ProposedGrade:
    told = [(a, e) for a, e in some if a.used != "superseded"]
    compared = [(a, e) for a, e in told if e.agree or e.against]
    agree = [a for a, e in compared if e.balance > 0]
    first = [a for a, e in compared if e.first]
    documents = dict.fromkeys(a.passage.document for a, _ in some)
    record = _Record(
        standing=[a for a, _ in told],
        compared=[a for a, _ in compared],
        agree=agree,
        against=[a for a, e in compared if e.balance < 0],
        first=first,
        borne_out=[a for a in first if a in agree],
        corrected=[a for a, _ in some if a.used == "superseded"],
        own=sum(relations.get(name, "independent") in {"original", "independent"} for name in documents),
        documents=len(documents),
    )
    return ProposedGrade(
        letter=record.letter(),
        compared=len(record.compared),
        agree=len(record.agree),
        against=len(record.against),
        first=len(record.first),
        borne_out=len(record.borne_out),
        corrected=len(record.corrected),
        own_documents=record.own,
        documents=record.documents,
        reasons=tuple(record.reasons()),
    )


def _reason(step: str, says: str, accounts: Sequence[Account]) -> Reason:
    passages = tuple(dict.fromkeys(a.passage for a in accounts))[:_SHOWN]
    return Reason(step=step, says=says, passages=passages)


def _count(number: int, what: str) -> str:
    return f"{number} {what if number == 1 else what + 's'}"


def _verb(count: int, verb: str) -> str:
    return f"{verb}s" if count == 1 else verb
