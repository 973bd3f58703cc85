"""What a decision changed: the same case weighed as it was and as it is."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records import CaseView, Chance, Decision, Range, Reweighed, Statement
from sayso.store import CaseStore
from sayso.workbench.basis import Basis
from sayso.workbench.view import make_view

__all__ = ["changes_between", "reweighed"]


def reweighed(store: CaseStore, basis: Basis, before: Sequence[Decision]) -> Reweighed:
    """Weigh a case by the decisions that stood `before` and by those that stand now, and say what differs."""
    then, now = (make_view(store, basis, decisions=rows, each=False) for rows in (before, store.decisions()))
    return changes_between(then, now)


def changes_between(before: CaseView, after: CaseView) -> Reweighed:
    """What differs between two views of one case; figures in the order of the later view, then those that went."""
    keys = dict.fromkeys((*after.weighing.figures, *before.weighing.figures))
    pairs = {key: (before.weighing.figures.get(key), after.weighing.figures.get(key)) for key in keys}
    out, back = _set_aside(before), _set_aside(after)
    chances = _chances(before, after)
    return Reweighed(
        figures={key: (one, other) for key, (one, other) in pairs.items() if _amounts(one) != _amounts(other)},
        gone=tuple(s for s in before.statements if _plain(s) not in set(map(_plain, after.statements))),
        new=tuple(s for s in after.statements if _plain(s) not in set(map(_plain, before.statements))),
        rows=tuple(name for name in back if name not in out),
        rows_back=tuple(name for name in out if name not in back),
        chances=chances if any(c.before != c.after for c in chances) else (),
        leaders=(
            before.verdict.leaders if before.verdict else (),
            after.verdict.leaders if after.verdict else (),
        ),
    )


def _amounts(found: Range | None) -> tuple[object, ...] | None:
    """What of a range is told; one that nobody claims is as if it were not there."""
    if found is None or found.minimum is found.best is found.maximum is None:
        return None
    return (found.minimum, found.best, found.maximum, found.origins, found.contested)


def _plain(statement: Statement) -> tuple[str, str]:
    return statement.standing, statement.says


def _set_aside(view: CaseView) -> tuple[str, ...]:
    return tuple(row.name for row in view.matrix.evidence if row.set_aside) if view.matrix else ()


def _chances(before: CaseView, after: CaseView) -> tuple[Chance, ...]:
    then = {h.name: h.probability for h in before.verdict.hypotheses} if before.verdict else {}
    now = {h.name: h.probability for h in after.verdict.hypotheses} if after.verdict else {}
    return tuple(
        Chance(hypothesis=name, before=then.get(name), after=now.get(name)) for name in dict.fromkeys((*now, *then))
    )
