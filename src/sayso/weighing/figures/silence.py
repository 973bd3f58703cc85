"""What reports do not say: those that count one kind of harm and are silent on the other."""

from __future__ import annotations

from collections.abc import Collection, MutableMapping, Sequence

from msgspec import structs

from sayso.records import Account, Range, Reason, RuleName
from sayso.weighing.figures.rules import counted

_PAIRS = (("killed", "injured"), ("injured", "killed"))
_CLOSED = frozenset({"exact", "about", "at_most", "none"})
_USED = frozenset({"counts", "maximum only"})
_TWICE = 2


def outweighed(accounts: Sequence[Account]) -> tuple[list[Account], frozenset[str]]:
    """Doubt a kind of harm of which more origins are silent, though they count the other kind, than speak of it.

    An origin speaks of those killed (or injured) where it counts them, and is silent of them where it counts exactly
    the injured (or killed) in reports that say nothing of the first kind. A number in an outlet's own voice yields to
    twice as many silent origins, injured people told one by one, whom nobody numbers, to as many. Dead people told one
    by one, what a named source says, and what a person confirmed yield to none: a claim is more than silence. What is
    doubted bears on the maximum only.

    Returns:
        The accounts, and the kinds doubted.
    """
    doubted = {}
    for key, other in _PAIRS:
        own = [a for a in accounts if a.what == key and a.used == "counts"]
        told = {d for a in accounts if a.what == key and a.used in _USED for d in a.documents}
        speaking = {a.origin for a in own}
        silent = {a.origin for a in accounts if _exact(a, other) and not told.intersection(a.documents)}
        listed = all(counted(a) for a in own)
        if not own or (listed and key == "killed") or any(a.speaker or not a.proposed for a in own):
            continue
        if len(silent) >= len(speaking) * (1 if listed else _TWICE):
            doubted[key] = _why(len(silent), key, other)
    made = [
        structs.replace(a, used="maximum only", why=f"{a.why} {doubted[a.what]}")
        if a.what in doubted and a.used == "counts"
        else a
        for a in accounts
    ]
    return made, frozenset(doubted)


def _exact(account: Account, what: str) -> bool:
    return account.what == what and account.used == "counts" and account.wording == "exact"


def _why(silent: int, key: str, other: str) -> str:
    origins, verbs = ("origin", ("counts", "speaks")) if silent == 1 else ("origins", ("count", "speak"))
    return f"{silent} other {origins} {verbs[0]} the {other} and {verbs[1]} of nobody {key}: in the maximum only."


def silence(
    figures: MutableMapping[str, Range], rule: RuleName, accounts: Sequence[Account], doubted: Collection[str] = ()
) -> None:
    """Reports that count one kind of harm exactly and are silent on the other say none of it: 0, with that reason.

    A number is exact for this where it is closed above ("as many as four", "nobody was hurt"). "At least four" or a
    vague word shows that the report does not know the whole: then silence stays unknown. Of a doubted kind the greatest
    number that anybody gives stays the maximum.
    """
    firm = {a.what for a in accounts if a.used == "counts" and a.wording in _CLOSED}
    spoken = {a.what for a in accounts if a.used in _USED} - set(doubted)
    for key, other in _PAIRS:
        if (
            key in spoken
            or other not in firm
            or figures[other].minimum is None
            or (rule == "acled" and key == "injured")
        ):
            continue
        says = (
            f"Origins that count the {other} and speak of nobody {key} outweigh those that do: none at the least."
            if key in doubted
            else f"The {other} are counted exactly, nobody speaks of anyone {key}: coded as none, claimed by no origin."
        )
        reason = Reason(step="Silence", says=says, passages=figures[other].reasons[-1].passages)
        figures[key] = structs.replace(
            figures[key], minimum=0, best=0, maximum=figures[key].maximum or 0 if key in doubted else 0,
            contested=False, reasons=(*figures[key].reasons, reason),
        )  # fmt: skip
