"""What reports do not say: those that count one kind of harm and are silent on the other."""

from __future__ import annotations

import os
from collections.abc import Collection, MutableMapping, Sequence

from msgspec import structs

from sayso.records import Account, Range, Reason, RuleName
from sayso.weighing.figures.rules import counted

_PAIRS = (("killed", "injured"), ("injured", "killed"))
_CLOSED = frozenset({"exact", "about", "at_most", "none"})
MODE = os.environ.get("SIL", "9,2,1,2")


def outweighed(accounts: Sequence[Account]) -> tuple[list[Account], frozenset[str]]:
    """Doubt a kind of harm on which more origins are silent, though they count the other kind, than speak of it.

    An origin speaks of it where it counts those killed (or injured), and is silent where another report of an own origin
    counts exactly the injured (or killed) and nobody of the first kind. A stated number yields to twice as many silent
    origins; injured people told one by one, whom no report numbers, to as many. What is doubted bears on the maximum only.

    Returns:
        The accounts, and the kinds doubted.
    """
    doubted = {}
    k = [int(x) for x in MODE.split(",")]
    for key, other in _PAIRS:
        own = [a for a in accounts if a.what == key and a.used == "counts"]
        spoken = {d for a in accounts if a.what == key and a.used in {"counts", "maximum only"} for d in a.documents}
        silent = {
            a.origin
            for a in accounts
            if a.what == other and a.used == "counts" and a.wording == "exact" and not spoken.intersection(a.documents)
        }
        speaking = {a.origin for a in own}
        told = all(counted(a) for a in own)
        times = k[(key == "injured") * 2 + (not told)]
        if speaking and len(silent) >= times * len(speaking):
            doubted[key] = (
                f"{_origins(len(silent))} the {other} and speak{'s' * (len(silent) == 1)} of nobody {key}: in the maximum only."
            )
    made = [
        structs.replace(a, used="maximum only", why=f"{a.why} {doubted[a.what]}")
        if a.what in doubted and a.used == "counts"
        else a
        for a in accounts
    ]
    return made, frozenset(doubted)


def silence(
    figures: MutableMapping[str, Range], rule: RuleName, accounts: Sequence[Account], doubted: Collection[str] = ()
) -> None:
    """Reports that count one kind of harm exactly and are silent on the other say none of it: 0, with that reason.

    A number is exact for this where it is closed above ("as many as four", "nobody was hurt"). "At least four" or a vague
    word shows that the report does not know the whole: then silence stays unknown. Of a doubted kind the greatest number
    that anybody gives stays the maximum.
    """
    firm = {a.what for a in accounts if a.used == "counts" and a.wording in _CLOSED}
    spoken = {a.what for a in accounts if a.used in {"counts", "maximum only"}} - set(doubted)
    for key, other in _PAIRS:
        if (
            key in spoken
            or other not in firm
            or figures[other].minimum is None
            or (rule == "acled" and key == "injured")
        ):
            continue
        says = (
            f"Most origins count the {other} exactly and speak of nobody {key}: coded as none at least."
            if key in doubted
            else f"The {other} are counted exactly, nobody speaks of anyone {key}: coded as none, claimed by no origin."
        )
        reason = Reason(step="Silence", says=says, passages=figures[other].reasons[-1].passages)
        figures[key] = structs.replace(
            figures[key], minimum=0, best=0, maximum=figures[key].maximum or 0 if key in doubted else 0,
            contested=False, reasons=(*figures[key].reasons, reason),
        )  # fmt: skip


def _origins(number: int) -> str:
    return f"{number} other origin counts" if number == 1 else f"{number} other origins count"
