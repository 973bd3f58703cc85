"""Admiralty letters that the record of the sources in a case supports: proposals with their counts.

They are one axis, and the credibility of an item is the other: the two are never merged, and neither touches what a
person decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from sayso.records import Account, Incident, Origins, ProposedGrade, Reason
from sayso.weighing.credibility import Echo, counted, echoes, stands, verb, who_says
from sayso.weighing.speakers import plain_name

__all__ = ["propose_grades"]

Letter = Literal["A", "B", "C", "D", "E", "F"]

_LEAST: Final = 3
"""Figures of a source that others bear out or contradict, without which it cannot be judged."""
_MANY: Final = 10
"""... and without which no source is proposed as A, whatever they say."""
_SHARES: Final = (0.8, 0.6, 0.4)
"""Shares of agreeing figures from which B, C and D are proposed: ours, since the scale defines its letters in words."""
_DIRECT: Final = 0.5
"""Share of a source's documents that are its own reporting, under which its letter is one lower."""
_SHOWN: Final = 3


def propose_grades(incidents: Iterable[Incident], origins: Origins) -> dict[str, ProposedGrade]:
    """Propose a letter for every source that gives a figure, from its record over all incidents of a case.

    Counted are its figures that another origin and another speaker speaks to as well: they agree where more of these
    origins allow a common number with it than allow any other number. Beside that: figures that came before any other
    origin's and were borne out later, figures that it replaced itself, and whether its documents are its own reporting.
    Being contradicted by origins that agree with each other is no proof of error: a person decides.

    Args:
        incidents: all of the case, with their accounts weighed without anybody's grades or distrust.
        origins: of the same documents.

    Returns:
        By plain name of the source. `F` (cannot be judged) where fewer than three figures are decided either way.
    """
    record: dict[str, list[tuple[Account, Echo]]] = defaultdict(list)
    for incident in incidents:
        replaced = set()
        for account, echo in echoes(incident.figures).values():
            name = plain_name(who_says(account))
            said = name, account.what, account.group, account.low, account.high
            # A correction that repeats what was wrong replaces one figure, not two.
            if stands(account) or said not in replaced:
                record[name].append((account, echo))
            if not stands(account):
                replaced.add(said)
    links = {link.id: link.relation for link in origins.documents}
    return {name: _proposed(some, links) for name, some in sorted(record.items()) if name}


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

    @property
    def decided(self) -> int:
        """How many of its figures have more origins behind them than any other number, or fewer."""
        return len(self.agree) + len(self.against)

    def letter(self) -> Letter:
        """The letter that it supports."""
        if self.decided < _LEAST:
            return "F"
        share = len(self.agree) / self.decided
        letters: tuple[Letter, ...] = ("A", "B", "C", "D", "E")
        best = len(self.agree) == len(self.compared) >= _MANY
        place = 0 if best else 1 + sum(share < least for least in _SHARES)
        return letters[min(place + self.second_hand, len(letters) - 1)]

    def reasons(self) -> Iterator[Reason]:
        """The counts in words."""
        even = len(self.compared) - len(self.agree) - len(self.against)
        yield _reason(
            "Agreement",
            f"Of {counted(len(self.standing), 'figure')}, {len(self.compared)} can be compared with other origins:"
            f" {len(self.agree)} {verb(len(self.agree), 'agree')} with more of these than any other number does,"
            f" {len(self.against)} with fewer, {even} with as many.",
            self.compared,
        )
        if self.first:
            were = "was" if len(self.borne_out) == 1 else "were"
            says = f"{counted(len(self.first), 'figure')} came before any other origin's; {len(self.borne_out)} {were}"
            yield _reason("Borne out", f"{says} borne out later.", self.first)
        if self.corrected:
            says = f"It replaced {counted(len(self.corrected), 'figure')} by a later one of its own."
            yield _reason("Corrections", says, self.corrected)
        yield _reason("Directness", self._directness(), ())
        if self.decided < _LEAST:
            what = "can be compared" if len(self.compared) < _LEAST else "are decided either way"
            yield _reason("Too little", f"Fewer than {_LEAST} {what}: it cannot be judged.", ())
        elif self.second_hand:
            yield _reason("Second hand", "Most of what carries it goes back to others: one letter lower.", ())

    def _directness(self) -> str:
        if self.documents == 1:
            own = "goes back to no other" if self.own else "reprints, rewrites or cites another"
            return f"The one document that carries its figures {own}."
        if self.own == self.documents:
            all_of = "Both" if self.documents == 2 else f"All {self.documents}"
            return f"{all_of} documents that carry its figures go back to no other."
        whole = f"{self.own} of {self.documents} documents that carry its figures {verb(self.own, 'go', 'goes')}"
        return f"{whole} back to no other; the rest reprint, rewrite or cite."


def _proposed(some: Sequence[tuple[Account, Echo]], relations: Mapping[str, str]) -> ProposedGrade:
    told = [(a, e) for a, e in some if stands(a)]
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
        corrected=[a for a, _ in some if not stands(a)],
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
