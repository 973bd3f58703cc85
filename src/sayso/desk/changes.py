"""What a decision changed, in lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.desk.boards import share
from sayso.desk.lists import Drawn, columns, folded
from sayso.workbench.lines import one_line, plural, quantity, three

if TYPE_CHECKING:
    from sayso.records import Range, Reweighed

__all__ = ["changed"]


def changed(found: Reweighed, width: int) -> Drawn:
    """Ranges before and after, what is no longer or newly agreed or contested, then the explanations."""
    if found.nothing:
        yield from folded("Figures, agreement and explanations stay as they were.", width, indent=0)
        return
    for key, (before, after) in found.figures.items():
        yield from folded(f"{quantity(key)}: {_told(before)} becomes {_told(after)}", width, indent=0)
    for label, statements in (("No longer", found.gone), ("Now", found.new)):
        for one in statements:
            yield from folded(f"{label} {one.standing}: {one_line(one.says)}", width, indent=0)
    for label, rows in (
        ("Evidence that no longer counts", found.rows),
        ("Evidence that counts again", found.rows_back),
    ):
        for name in rows:
            yield from folded(f"{label}: {one_line(name)}", width, indent=0)
    if found.chances:
        told = sorted(found.chances, key=lambda c: c.hypothesis)
        lines = [(one_line(c.hypothesis), _chance(c.before), _chance(c.after)) for c in told]
        yield [("", "")]
        yield from columns(("explanation", "before", "now"), lines, width)
        then, now = (" and ".join(map(one_line, leaders)) or "nothing" for leaders in found.leaders)
        lead = f"Still ahead: {now}." if then == now else f"Ahead before: {then}. Ahead now: {now}."
        yield from folded(lead, width, indent=0)


def _told(found: Range | None) -> str:
    if found is None:
        return "unknown"
    amounts = three(found.minimum, found.best, found.maximum)
    state = ", contested" if found.contested else ""
    return f"{amounts} ({plural(found.origins, 'origin')}{state})" if amounts != "unknown" else amounts


def _chance(value: float | None) -> str:
    return "–" if value is None else share(value)
