"""From readings of one incident to ranges, each with its reasons."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sayso.records import Account, Origins, Range, Reading, Reason, RuleName, Weighing
from sayso.weighing.figures.accounts import accounts_of, desk_of, held_of
from sayso.weighing.figures.statements import VAGUE
from sayso.weighing.figures.rules import Choice, Value, choose, explicit, values_of


def weigh(
    readings: Sequence[Reading],
    origins: Origins,
    *,
    rule: RuleName = "airwars",
    grades: Mapping[str, str] = {},
    distrusted: Collection[str] = (),
    decided: Collection[str] = (),
) -> Weighing:
    """Weigh every figure claimed of one incident.

    Args:
        readings: the documents that report it, in any order.
        origins: which of them share an origin; a document not listed there is its own.
        rule: airwars, ucdp, acled or gtd (`RULES`).
        grades: Admiralty letter or grade by outlet or speaker.
        distrusted: outlets or speakers whose accounts are set aside.
        decided: ids of accounts that a person confirmed.

    Returns:
        A range for `killed`, `injured` and whatever else is claimed, and all accounts. Each number is one that was
        claimed; none is an average.
    """
    accounts = accounts_of(held_of(readings, origins), desk_of(grades, distrusted, decided))
    keys = sorted({a.what for a in accounts} - {"killed", "injured", "shot", "casualties"})
    figures: dict[str, Range] = {}
    final: list[Account] = []
    for key in ["killed", "injured", *keys, *sorted({a.what for a in accounts} & {"shot", "casualties"})]:
        own = [a for a in accounts if a.what == key]
        made, own = _range(own, rule, key)
        figures[key] = made
        final.extend(own)
    _silence(figures, rule, final)
    return Weighing(figures=figures, accounts=tuple(final))


def _range(accounts: Sequence[Account], rule: RuleName, key: str) -> tuple[Range, list[Account]]:
    if rule == "acled" and key.startswith("injured"):
        why = Reason(step="Choose", says="The ACLED rule does not count the injured.")
        return Range(
            minimum=None, best=None, maximum=None, origins=0, contested=False, rule=rule, reasons=(why,)
        ), list(accounts)
    values = values_of(accounts, rule)
    kept = explicit(values)
    choice = choose(kept, rule)
    origins = {v.account.origin for v in kept}
    made = Range(
        minimum=choice.minimum,
        best=choice.best,
        maximum=choice.maximum,
        origins=len(origins),
        contested=_contested(kept),
        rule=rule,
        reasons=_reasons(accounts, kept, choice, key),
    )
    return made, list(accounts)


def _contested(values: Sequence[Value]) -> bool:
    """True when two accounts of different origin or speaker allow no common number."""
    lows = [(v.low if v.low is not None else 0, v) for v in values]
    highs = [(v.high if v.high is not None else float("inf"), v) for v in values]
    return any(
        low > high and (a.account.origin, a.account.speaker) != (b.account.origin, b.account.speaker)
        for low, a in lows
        for high, b in highs
    )


def _reasons(accounts: Sequence[Account], kept: Sequence[Value], choice: Choice, key: str) -> tuple[Reason, ...]:
    if not accounts:
        return (Reason(step="Gather", says=f"No account gives a figure of {key}."),)
    steps = [
        Reason(
            step="Gather",
            says=f"{len(accounts)} {'account speaks' if len(accounts) == 1 else 'accounts speak'} of {key}.",
            passages=tuple(a.passage for a in accounts),
        )
    ]
    copies = [a for a in accounts if len(a.documents) > 1]
    if copies:
        steps.append(
            Reason(
                step="Fold copies",
                says="Documents of one origin count once.",
                passages=tuple(a.passage for a in copies),
            )
        )
    steps.extend(
        Reason(step="Keep the latest", says=a.why, passages=(a.passage,)) for a in accounts if a.used == "superseded"
    )
    steps.extend(Reason(step="Set aside", says=a.why, passages=(a.passage,)) for a in accounts if a.used == "set aside")
    steps.append(Reason(step="Choose", says=choice.why, passages=tuple(v.account.passage for v in kept)))
    return tuple(steps)


def _silence(figures: dict[str, Range], rule: RuleName, accounts: Sequence[Account]) -> None:
    """Reports that count one kind of harm and are silent on the other say none of it: 0, with that reason."""
    firm = {
        key: any(a.what == key and a.used == "counts" and a.wording not in VAGUE for a in accounts)
        for key in ("killed", "injured")
    }
    for key, other in (("killed", "injured"), ("injured", "killed")):
        if (
            figures[key].minimum is None
            and figures[other].minimum is not None
            and not (rule == "acled" and key == "injured")
        ):
            says = f"Every account that counts the {other} is silent on anyone {key}; recorders code that as none."
            figures[key] = Range(
                minimum=0, best=0, maximum=0, origins=figures[other].origins, contested=False, rule=rule,
                reasons=(*figures[key].reasons, Reason(step="Silence", says=says, passages=figures[other].reasons[-1].passages)),
            )  # fmt: skip
