"""A range drawn in characters: `├──┤`, `●──→`, `○`, `[┄┄]`, and the weighed band `━◇━`.

Used by the terminal, and by the formats that have no drawing of their own (Markdown, docx).
"""

from __future__ import annotations

from sayso.reporting.blocks import Plot, PlotRow
from sayso.reporting.words import NONE_MENTIONED, number, three

LIMITED = "◍ may raise the maximum only"
"""The legend of the mark that is drawn half full."""


def column(value: float, top: float, width: int) -> int:
    """Cell of `value` on a scale from 0 to `top` over `width` cells; beyond either end, the end."""
    return min(max(round(value / top * (width - 1)), 0), width - 1)


def ruler(plot: Plot, width: int) -> str:
    """Write the ticks of a plot so that each label is centred on its value; labels that would touch are left out."""
    line = [" "] * width
    free = 0
    for tick in plot.ticks:
        label = number(tick)
        start = min(max(column(tick, plot.top, width) - (len(label) - 1) // 2, 0), width - len(label))
        if start >= free:
            line[start : start + len(label)] = label
            free = start + len(label) + 1
    return "".join(line)


def bar(row: PlotRow, top: float, width: int) -> str:
    """Draw one account."""
    drawn = _drawn(row, top, width)
    # What does not count is drawn hollow. What may raise the maximum only bears its mark at its upper end, however it
    # is worded: the words stand beside it, and a ring would say `about`.
    marks = str.maketrans("●○◌┼├┤─", "◌◌◌◌╎╎┄") if row.aside else str.maketrans("●○┼┤]", "◍◍◍◍◍") if row.limited else {}
    return drawn.translate(marks)


def limited(plot: Plot) -> bool:
    """Whether a plot has the half-full mark, so that its legend is due."""
    return any(row.limited and not row.aside for row in plot.rows)


def weighed(plot: Plot, dash: str = "–") -> str:
    """Write the weighed range of a plot; `none mentioned` where nobody speaks of such harm."""
    return NONE_MENTIONED if plot.silent else three(plot.minimum, plot.best, plot.maximum, dash)


def _drawn(row: PlotRow, top: float, width: int) -> str:
    line = [" "] * width
    low = column(row.low if row.low is not None else 0, top, width)
    high = column(row.high if row.high is not None else top, top, width)
    beyond = (row.high is not None and row.high > top) or (row.low is not None and row.low > top)
    if row.low is None and row.high is None:
        return "no number".ljust(width)[:width]
    if row.mark == "at_least":
        _fill(line, low, width - 1, "●─→")
    elif row.mark == "at_most":
        _fill(line, 0, high, "←─●")
    elif row.mark == "vague" and low == high:
        at = min(low, width - 2)
        line[at : at + 2] = "[]"
    elif row.mark == "vague":
        _fill(line, low, high, "[┄→" if beyond else "[┄]")
    elif low == high:
        line[low] = "→" if beyond else {"about": "○", "exact": "●"}.get(row.mark, "┼")
    elif row.mark == "about":
        _fill(line, low, high, "○─○")
    else:
        _fill(line, low, high, "├─→" if beyond else "├─┤")
    return "".join(line)


def band(plot: Plot, width: int) -> str:
    """Draw the weighed minimum to maximum with the best figure on it; an open maximum runs to the end."""
    line = [" "] * width
    if plot.minimum is None and plot.best is None and plot.maximum is None:
        return "".join(line)
    low = column(plot.minimum or 0, plot.top, width)
    high = column(plot.maximum if plot.maximum is not None else plot.top, plot.top, width)
    for i in range(low, high + 1):
        line[i] = "━"
    if plot.best is not None:
        line[column(plot.best, plot.top, width)] = "◇"
    return "".join(line)


def _fill(line: list[str], low: int, high: int, marks: str) -> None:
    for i in range(low, high + 1):
        line[i] = marks[1]
    line[low] = marks[0]
    if high > low:
        line[high] = marks[2]
