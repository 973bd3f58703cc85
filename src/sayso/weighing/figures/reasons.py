"""Why a range is what it is: the steps taken, as sentences with the passages they looked at."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records import Account, Passage, Reason
from sayso.weighing.figures.rules import Choice, Value
from sayso.weighing.figures.sums import VAGUE

_HARM = frozenset({"killed", "injured", "missing", "detained", "displaced", "destroyed", "damaged", "deployed"})
_PEOPLE = _HARM - {"destroyed", "damaged"}


def worded(key: str) -> str:
    """A quantity as people say it: `people killed`, `children killed`, `T-62 tanks destroyed`, `distance`."""
    what, _, of = key.partition(": ")
    if of and what in _HARM:
        return f"{of} {what}"
    return f"people {what}" if what in _PEOPLE and not of else key


def reasons_of(
    accounts: Sequence[Account],
    values: Sequence[Value],
    kept: Sequence[Value],
    choice: Choice,
    key: str,
    *,
    parties: Sequence[Account],
) -> tuple[Reason, ...]:
    """The steps from all accounts of `key` to what the rule chose; a step that did nothing is left out."""
    if not accounts:
        return (Reason(step="Gather", says=f"No account gives a figure for {worded(key)}."),)
    give = "account gives" if len(accounts) == 1 else "accounts give"
    steps = [Reason(step="Gather", says=f"{len(accounts)} {give} a figure for {worded(key)}.", passages=_of(accounts))]
    copies = [a for a in accounts if len(a.documents) > 1]
    if copies:
        count = sum(len(a.documents) - 1 for a in copies)
        told = "repetition within one origin counts" if count == 1 else "repetitions within one origin count"
        steps.append(Reason(step="Fold copies", says=f"{count} {told} once with the first.", passages=_of(copies)))
    for used, step in (("superseded", "Keep the latest"), ("set aside", "Set aside"), ("folded", "Parts and totals")):
        steps.extend(Reason(step=step, says=a.why, passages=(a.passage,)) for a in accounts if a.used == used)
    words = [v for v in values if v.account.wording not in {"exact", "none", "range"}]
    if words:
        says = "; ".join(dict.fromkeys(f"“{_line(v.account.passage.text)}” is read as {_span(v)}" for v in words))
        steps.append(Reason(step="Read the words", says=f"{says}.", passages=_of([v.account for v in words])))
    dropped = [v.account for v in values if v not in kept]
    if dropped:
        vague = all(a.wording in VAGUE for a in dropped)
        says = (
            "An explicit number wins over a vague word."
            if vague
            else "A word that claims more wins over a partial count."
        )
        steps.append(Reason(step="Explicit over vague", says=says, passages=_of(dropped)))
    status = [a for a in accounts if a.used == "maximum only" and a not in parties]
    steps.extend(Reason(step="Maximum only", says=a.why, passages=(a.passage,)) for a in status)
    for a in parties:
        says = (
            a.why
            if a.used == "maximum only"
            else f"{a.speaker} is a party to the fight: its figure can raise the maximum only."
        )
        steps.append(Reason(step="Parties", says=says, passages=(a.passage,)))
    steps.append(Reason(step="Choose", says=choice.why, passages=_of([v.account for v in kept])))
    return tuple(steps)


def _of(accounts: Sequence[Account]) -> tuple[Passage, ...]:
    return tuple(a.passage for a in accounts)


def _line(text: str) -> str:
    return " ".join(text.split())


def _span(value: Value) -> str:
    low = "open" if value.low is None else f"{value.low:g}"
    high = "open" if value.high is None else f"{value.high:g}"
    return low if low == high else f"{low} to {high}"
