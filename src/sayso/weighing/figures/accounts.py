"""Statements become accounts, each with what becomes of it and why, before a rule is applied."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.knowledge.numbers import whole
from sayso.records import Account, content_id
from sayso.weighing.figures.holding import Desk, Held
from sayso.weighing.figures.nesting import Fate, fates
from sayso.weighing.figures.rules import ONE_BY_ONE
from sayso.weighing.figures.titles import placed

_HOW = {
    "implied": "Nobody dead is counted; the words take one death for granted.",
    "named": f"{ONE_BY_ONE}, by name, and were counted.",
    "listed": f"{ONE_BY_ONE} and were counted.",
    "derived": "Worked out from those shot or hurt less those killed.",
    "half": "Most of a number is coded as half of it.",
}
_COUNTS = Fate("counts", "An account by a source that nobody distrusts.")


def accounts_of(held: Sequence[Held], desk: Desk) -> list[Account]:
    """Accounts in a fixed order. What a distrusted source says bears on no other account."""
    made = []
    trusted = []
    for item in held:
        name = desk.distrusts(item)
        if name is not None:
            made.append(_account(item, desk, Fate("set aside", f"{name} is distrusted.")))
        elif item.stated.doubt is not None:
            says = f"{item.speaker or 'The report'} {item.stated.doubt} this number, so it is no account of theirs."
            made.append(_account(item, desk, Fate("set aside", says)))
        else:
            trusted.append(item)
    found = fates(trusted)
    for i, item in enumerate(trusted):
        fate = found.get(i, _COUNTS)
        if fate.used == "counts" and item.stated.certainty == "possible":
            fate = Fate("maximum only", "The source gives it as a possibility only.")
        made.append(_account(item, desk, fate))
    return sorted(made, key=lambda a: (a.what, a.as_of or "", a.passage.document, a.passage.start, a.id))


def _account(item: Held, desk: Desk, fate: Fate) -> Account:
    stated, document = item.stated, item.reading.document
    passage = placed(stated.passages[0], item.lead)
    used, why, since = fate
    name = content_id(
        "account", item.origin, stated.key, stated.speaker, passage.document, passage.start, stated.how, stated.low,
        stated.high,
    )  # fmt: skip
    confirmed = name in desk.decided
    if confirmed and used in {"folded", "superseded", "maximum only"}:
        used, why, since = "counts", "A person confirmed this account.", None
    return Account(
        id=name,
        what=stated.key,
        of=stated.of,
        group=stated.group,
        low=whole(stated.low),
        high=whole(stated.high),
        wording=stated.wording,
        origin=item.origin,
        speaker=item.speaker,
        outlet=document.outlet,
        documents=item.documents,
        grade=desk.grade(item),
        as_of=document.published,
        used=used,
        why=f"{why} {_HOW[stated.how]}" if stated.how in _HOW else why,
        passage=passage,
        certainty=stated.certainty,
        proposed=not confirmed,
        since=whole(since),
        doubt=stated.doubt,
    )
