"""What is said below a plot: the steps of the rule, what a range rests on, what gave way and what does not count."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records import Account, Range, Reason
from sayso.reporting.blocks import Sentence
from sayso.reporting.naming import label
from sayso.reporting.phrases import Desk, ours, told
from sayso.reporting.words import (
    RULES,
    counted,
    listed,
    one_line,
    range_words,
    sentence,
    shortlist,
    silent,
    three,
)

MOST_GONE = 30
"""Figures that gave way and are named; the rest is counted."""


def label_of(desk: Desk, account: Account) -> str:
    """Name an account: its speaker, or who carries it."""
    return label(account.speaker, desk.book.document(account.passage.document), account.outlet)


def step(desk: Desk, reason: Reason) -> Sentence:
    """Write one step of a rule with the passages it looked at."""
    head = one_line(reason.step.replace("_", " ")).capitalize()
    return Sentence(
        runs=(ours(f"{head}. ", strong=True), ours(sentence(reason.says))),
        notes=desk.cite(reason.passages),
        about="incident" if reason.passages else "record",
    )


def rests_on(desk: Desk, key: str, weighed: Range, accounts: Sequence[Account]) -> list[Sentence]:
    """Say what hangs on a single source, from the ranges that the case worked out with each left out.

    What moves an end of the range comes before what moves the best figure alone.
    """
    lines = []
    now = (weighed.minimum, weighed.best, weighed.maximum)
    if silent(weighed):
        return []
    for name, changed in desk.view.without_each.items():
        if key not in changed or changed[key] == now:
            continue
        then, who = changed[key], one_line(name)
        mine = [a for a in accounts if name in (a.speaker, a.outlet) and a.used != "folded"]
        who = next((label_of(desk, a) for a in mine if a.speaker == name), who)
        low, high = then[0] != now[0], then[2] != now[2]
        others = [a for a in accounts if a not in mine and a.used in {"counts", "maximum only"}]
        if all(v is None for v in then) or (not any(then) and not others):
            text = f"The whole range rests on {who} alone; without it nothing is claimed"
        elif low != high and _narrower(now, then):
            text = f"The {'minimum' if low else 'maximum'} rests on {who} alone; without it {three(*then)}"
        else:
            part = "whole range" if low and high else "minimum" if low else "maximum" if high else "best figure"
            text = f"Without {who} the {part} changes: {three(*then)}"
        lines.append((not low and not high, told(text, desk.cite(a.passage for a in mine))))
    return [line for _, line in sorted(lines, key=lambda pair: pair[0])]


def _narrower(now: Sequence[float | None], then: Sequence[float | None]) -> bool:
    """Whether an end moved inwards: only then did it rest on what was left out."""
    up = now[0] is not None and (then[0] is None or then[0] > now[0])
    down = then[2] is not None and (now[2] is None or then[2] < now[2])
    return up or down


def same(desk: Desk, key: str, weighed: Range) -> tuple[Sentence, ...]:
    """Say once that the other rules give the same, instead of repeating the range for each."""
    others = {name: other.figures[key] for name, other in desk.view.other_rules.items() if key in other.figures}
    if not others or any(range_words(o) != range_words(weighed) for o in others.values()):
        return ()
    names = listed([RULES.get(name, name).removesuffix(" rule") for name in others])
    rules = "rules give" if len(others) > 1 else "rule gives"
    return (
        Sentence(runs=(ours("Other rules. ", strong=True), ours(f"The {names} {rules} the same.")), about="record"),
    )


def gave_way(desk: Desk, accounts: Sequence[Account]) -> list[Sentence]:
    """Name every earlier figure that its own source has replaced, with the reason."""
    lines = []
    gone = [account for account in accounts if account.used == "superseded"]
    for account in gone[:MOST_GONE]:
        words, why = one_line(account.passage.text), sentence(account.why)
        text = f"An earlier figure of {label_of(desk, account)}, “{words}”, gave way. {why}"
        lines.append(told(text, desk.cite([account.passage])))
    if len(gone) > MOST_GONE:
        more = counted(len(gone) - MOST_GONE, "further earlier figure", first=True)
        lines.append(told(f"{more} gave way to later ones of the same sources; the export of figures has them", ()))
    return lines


def not_counted(desk: Desk, shown: Sequence[Account]) -> list[Sentence]:
    """Give the reason for every account that the rule did not let count in full; equal reasons in one sentence."""
    reasons: dict[tuple[str, str], list[Account]] = {}
    for account in shown:
        if account.used in {"set aside", "maximum only", "folded"} and account.why:
            reasons.setdefault((account.used, one_line(account.why)), []).append(account)
    return [
        told(
            f"{used.capitalize()}: {shortlist(list(dict.fromkeys(label_of(desk, a) for a in group)))}. {sentence(why)}",
            desk.cite(a.passage for a in group),
        )
        for (used, why), group in reasons.items()
    ]
