"""What people decide: rows with who and when, undone and done again by later rows, changed by nobody.

Rows written in one go are one step: they are undone together. Which those are, the custody log tells: entries of one
write share a batch. A row of kind `undo` takes the row that it names back; any other row that names an `undo` row is
the same decision made again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, get_args

import msgspec
from sqlalchemy import Connection, func, select

from sayso.errors import DecidedMeanwhile, UsageError
from sayso.records import Decision, DecisionKind
from sayso.store.schema import custody, decisions
from sayso.store.writing import Work

_UNDO = "undo"


def add_decision(
    work: Work, kind: DecisionKind, subject: str, value: Any, who: str, *, again: int | None = None
) -> Decision:
    """Write one decision; `again` is the `undo` row that it makes undone.

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
    row = {"id": number, "kind": kind, "subject": subject, "value": plain, "who": who, "time": work.now}
    work.add(decisions, {**row, "undoes": again})
    work.note("decided", f"{kind} {subject}", decision=number, who=who, value=plain)
    return Decision(id=number, kind=kind, subject=subject, value=plain, who=who, when=work.now)


def list_decisions(connection: Connection, *, active_only: bool) -> list[Decision]:
    """Give decisions, oldest first; those undone are marked, or left out."""
    rows = connection.execute(select(decisions).order_by(decisions.c.id)).all()
    undone = {row.undoes for row in rows if row.kind == _UNDO}
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
        if row.kind != _UNDO
    ]
    return [one for one in made if not (active_only and one.undone)]


def newest_row(connection: Connection) -> int:
    """Give the number of the newest row, undoing included; 0 when nothing was decided."""
    return int(connection.execute(select(func.coalesce(func.max(decisions.c.id), 0))).scalar_one())


# -- steps -----------------------------------------------------------------------------------------------------------


def undo_newest(work: Work, who: str, *, of: str | None = None, number: int | None = None) -> list[Decision]:
    """Undo the step of the newest decision that stands, by rows that say so.

    Args:
        work: the write.
        who: in whose name.
        of: only what this person decided.
        number: the decision whose step is meant, instead of the newest.

    Returns:
        What was undone, newest first; empty when nothing (of that person) stands.

    Raises:
        UsageError: the decision named is not there or does not stand.
    """
    standing = list_decisions(work.connection, active_only=True)
    mine = [d for d in standing if (of is None or d.who == of) and (number is None or d.id == number)]
    if not mine:
        if number is not None:
            raise UsageError(f"There is no decision {number} that stands, so it cannot be undone.")
        return []
    step = _step_of(work.connection, mine[-1].id)
    taken = [d for d in reversed(standing) if d.id in step]
    for one in taken:
        row = {"id": work.next_id(decisions.c.id), "kind": _UNDO, "subject": one.subject, "value": None, "who": who}
        work.add(decisions, {**row, "time": work.now, "undoes": one.id})
        work.note("undone", f"{one.kind} {one.subject}", decision=one.id, who=who)
    return [msgspec.structs.replace(one, undone=True) for one in taken]


def redo_newest(work: Work, who: str) -> list[Decision]:
    """Decide again what this person undid last; empty once they have decided something else since.

    The rows are new and stand at the end, in the order in which they were first decided.
    """
    undone = redoable(work.connection, who)
    return [add_decision(work, d.kind, d.subject, d.value, who, again=row) for d, row in undone]


def redoable(connection: Connection, who: str) -> list[tuple[Decision, int]]:
    """Give what `redo_newest` would decide again, each with the row that undid it."""
    rows = connection.execute(select(decisions).order_by(decisions.c.id)).all()
    again = {row.undoes for row in rows if row.kind != _UNDO and row.undoes is not None}
    stack: list[Any] = []
    for row in (r for r in rows if r.who == who):
        if row.kind == _UNDO:
            stack.append(row)
        elif row.undoes is None:
            stack = []  # a decision of another kind of one's own ends what can be done again
    stack = [row for row in stack if row.id not in again]
    if not stack:
        return []
    step = _step_of(connection, stack[-1].id, undo=True)
    by_id = {d.id: d for d in list_decisions(connection, active_only=False)}
    return [(by_id[row.undoes], row.id) for row in reversed(stack) if row.undoes in step]


def _step_of(connection: Connection, number: int, *, undo: bool = False) -> Collection[int]:
    """Give the decisions that were made (or undone) in one go with this one: those of one batch of the custody log.

    With `undo`, `number` is an `undo` row, and the decisions are those that were undone together.
    """
    event = "undone" if undo else "decided"
    if undo:
        number = int(connection.execute(select(decisions.c.undoes).where(decisions.c.id == number)).scalar_one())
    told = select(custody.c.batch, custody.c.details).where(custody.c.event == event)
    newest_first = connection.execute(told.order_by(custody.c.seq.desc()))
    batch = next((row.batch for row in newest_first if row.details.get("decision") == number), None)
    together = connection.execute(told.where(custody.c.batch == batch)) if batch is not None else ()
    return {number} | {int(row.details["decision"]) for row in together}


# -- two people at once ----------------------------------------------------------------------------------------------


def since(connection: Connection, number: int) -> list[Decision]:
    """Give decisions that were made, or undone, by rows after `number`, oldest first.

    One that was undone names who undid it, and when.
    """
    rows = connection.execute(select(decisions).where(decisions.c.id > number).order_by(decisions.c.id)).all()
    made = {row.id for row in rows if row.kind != _UNDO}
    taken = {row.undoes: row for row in rows if row.kind == _UNDO}
    return [
        msgspec.structs.replace(d, who=taken[d.id].who, when=taken[d.id].time) if d.id in taken else d
        for d in list_decisions(connection, active_only=False)
        if d.id in made or d.id in taken
    ]


def check_unchanged(connection: Connection, based_on: int, mine: Sequence[Decision], before: int) -> None:
    """See that nobody decided the same thing between the row `based_on` and the row `before`.

    Raises:
        DecidedMeanwhile: somebody did; it holds what they decided.
    """
    if before <= based_on:
        return
    keys = {key for d in mine for key in about(d)}
    ids = {d.id for d in mine}
    others = [d for d in since(connection, based_on) if d.id not in ids and about(d) & keys]
    if others:
        last = others[-1]
        done = "undid" if last.undone else "decided"
        raise DecidedMeanwhile(
            f"{last.who} {done} this ({last.kind} {last.subject}) at {last.when}, after you opened it.", tuple(others)
        )


def _joined(*parts: object) -> str:
    return "\x1f".join(map(str, parts))


_ABOUT: dict[str, Callable[[Decision], Iterable[str]]] = {
    # Analysts rate beside each other: a cell of one is no cell of another.
    "rating": lambda d: [_joined(d.subject, d.value.get("hypothesis"), d.value.get("analyst") or d.who)],
    "actor": lambda d: [str(actor["id"]) for actor in d.value.get("actors", ())],
    "incident": lambda d: [str(name) for name in d.value.get("documents", ())],
    # A pair, whichever of the two is named first; the first alone may be tied to others.
    "link": lambda d: [_joined(*sorted((d.subject, str(d.value.get("to")))))],
    "section": lambda d: [_joined(d.subject, d.value.get("place"))],
    # A case has one end, whatever it is called.
    "outcome": lambda _: [""],
}


def about(decision: Decision) -> set[tuple[str, str]]:
    """Name the things that a decision settles; two decisions clash when they share one."""
    try:
        names = set(_ABOUT[decision.kind](decision))
    except (KeyError, TypeError, AttributeError):
        names = {decision.subject}  # one whose subject says it all, or of a form that a later version wrote
    return {(decision.kind, name) for name in names}
