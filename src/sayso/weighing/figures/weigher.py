"""From readings of one incident to ranges, each with its reasons."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sayso.knowledge.numbers import EACH_ITS_OWN
from sayso.records import Account, Origins, Range, Reading, Reason, RuleName, Weighing
from sayso.weighing.figures.accounts import accounts_of
from sayso.weighing.figures.holding import Held, desk_of, held_of
from sayso.weighing.figures.parties import contest_status, high_only, hold_parties
from sayso.weighing.figures.reasons import reasons_of
from sayso.weighing.figures.rules import Value, choose, explicit, independent, values_of
from sayso.weighing.figures.silence import outweighed, silence


def weigh(
    readings: Sequence[Reading],
    origins: Origins,
    *,
    rule: RuleName = "airwars",
    grades: Mapping[str, str] = {},
    distrusted: Collection[str] = (),
    decided: Collection[str] = (),
    held: Sequence[Held] | None = None,
) -> Weighing:
    """Weigh every figure claimed of one incident.

    Args:
        readings: the documents that report it, in any order.
        origins: which of them share an origin; a document not listed there is its own.
        rule: airwars, ucdp, acled or gtd (`RULES`).
        grades: Admiralty letter or grade by outlet or speaker.
        distrusted: outlets or speakers whose accounts are set aside.
        decided: ids of accounts that a person confirmed: they count, and are no longer marked as proposed.
        held: what `held_of` gives for the same readings and origins, where they are weighed more than once.

    Returns:
        A range for `killed`, `injured` and whatever else is claimed, and all accounts. Each number is one that was
        claimed, counted from people told one by one, or coded by the rule from words; none is an average. Where
        reports count one kind of harm exactly and none speaks of the other, the other is 0, with that as its reason;
        where the counting is loose or there is none, it is null.
    """
    stated = held_of(readings, origins) if held is None else held
    accounts = accounts_of(stated, desk_of(grades, distrusted, decided))
    accounts = hold_parties(accounts)
    if rule == "airwars":
        accounts = contest_status(accounts)
    accounts, doubted = outweighed(accounts)
    present = {a.what for a in accounts}
    figures: dict[str, Range] = {}
    for key in dict.fromkeys(["killed", "injured", *sorted(present)]):
        figures[key] = _range([a for a in accounts if a.what == key], rule, key)
    silence(figures, rule, accounts, doubted)
    order = {key: i for i, key in enumerate(figures)}
    return Weighing(figures=figures, accounts=tuple(sorted(accounts, key=lambda a: order[a.what])))


def _range(accounts: Sequence[Account], rule: RuleName, key: str) -> Range:
    if rule == "acled" and key.startswith("injured"):
        why = Reason(step="Choose", says="The ACLED rule does not count the injured.")
        return Range(minimum=None, best=None, maximum=None, origins=0, contested=False, rule=rule, reasons=(why,))
    values = values_of(accounts, rule)
    kept = explicit(values)
    choice = choose(kept, rule)
    return Range(
        minimum=choice.minimum,
        best=choice.best,
        maximum=choice.maximum,
        origins=independent(kept),
        contested=key not in EACH_ITS_OWN and (_contested(kept) or _denied(accounts, kept)),
        rule=rule,
        reasons=reasons_of(
            accounts, values, kept, choice, key, parties=high_only([v.account for v in values if v.low is None])
        ),
    )


def _denied(accounts: Sequence[Account], values: Sequence[Value]) -> bool:
    """True when somebody denies a number that another speaker's account allows."""
    given = [(v.account.speaker, v.low or 0, v.high) for v in values]
    return any(
        low <= a.low and (high is None or a.low <= high) and who != a.speaker
        for a in accounts
        if a.doubt == "denies" and a.low is not None
        for who, low, high in given
    )


def _contested(values: Sequence[Value]) -> bool:
    """True when two accounts of different origin or speaker allow no common number."""
    lows: dict[tuple[str, str | None], float] = {}
    highs: dict[tuple[str, str | None], float] = {}
    for value in values:
        source = (value.account.origin, value.account.speaker)
        if value.low is not None:
            lows[source] = max(lows.get(source, value.low), value.low)
        if value.high is not None:
            highs[source] = min(highs.get(source, value.high), value.high)
    most = sorted(lows, key=lambda s: -lows[s])[:2]
    least = sorted(highs, key=lambda s: highs[s])[:2]
    return any(lows[one] > highs[two] for one in most for two in least if one != two)
