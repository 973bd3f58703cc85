"""What people decide: rows with who and when, undone by later rows, changed by nobody."""

from __future__ import annotations

from typing import Any, get_args

import msgspec
from sqlalchemy import Connection, select

from sayso.errors import UsageError
from sayso.records import Decision, DecisionKind
from sayso.store.schema import decisions
from sayso.store.writing import Work

_UNDO = "undo"


def add_decision(work: Work, kind: DecisionKind, subject: str, value: Any, who: str) -> Decision:
    """Write one decision.

    Raises:
        UsageError: there is no such kind, or the value cannot be written as JSON.
    """
    if kind not in get_args(DecisionKind):
        raise UsageError(f"There is no decision of the kind {kind!r}; there are {', '.join(get_args(DecisionKind))}.")
    try:
        plain = msgspec.json.decode(msgspec.json.encode(value))
    except (TypeError, ValueError) as error:
        raise UsageError(f"What is decided about {subject} cannot be written down as JSON: {error}.") from error
    number = work.next_id(decisions.c.id)
    row = {"id": number, "kind": kind, "subject": subject, "value": plain, "who": who, "time": work.now, "undoes": None}
    work.add(decisions, row)
    work.note("decided", f"{kind} {subject}", decision=number, who=who, value=plain)
    return Decision(id=number, kind=kind, subject=subject, value=plain, who=who, when=work.now)


def list_decisions(connection: Connection, *, active_only: bool) -> list[Decision]:
    """Give decisions, oldest first; those undone are marked, or left out."""
    rows = connection.execute(select(decisions).order_by(decisions.c.id)).all()
    undone = {row.undoes for row in rows if row.undoes is not None}
    made = [
        Decision(
            id=row.id,
            kind=row.kind,
            subject=row.subject,
            value=row.value,
            who=row.who,
            when=row.time,
            undone=row.id in undone,
        )
        for row in rows
        if row.undoes is None
    ]
    return [one for one in made if not (active_only and one.undone)]


def undo_newest(work: Work, who: str) -> Decision | None:
    """Undo the newest decision that stands, by a row that says so; null when none stands."""
    standing = list_decisions(work.connection, active_only=True)
    if not standing:
        return None
    last = standing[-1]
    number = work.next_id(decisions.c.id)
    row = {"id": number, "kind": _UNDO, "subject": last.subject, "value": None, "who": who, "time": work.now}
    work.add(decisions, {**row, "undoes": last.id})
    work.note("undone", f"{last.kind} {last.subject}", decision=last.id, who=who)
    return msgspec.structs.replace(last, undone=True)
