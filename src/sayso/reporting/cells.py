"""Lines of terminal cells: measured with wide characters in mind, cut with an ellipsis, coloured last."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size

from sayso.reporting.words import direction, one_line

Line = list[tuple[str, str]]
"""Parts of a line with their style: a key of `STYLES`, or empty."""

STYLES = {
    "head": "1",
    "title": "1",
    "quiet": "2",
    "agreed": "34",
    "contested": "33",
    "unknown": "2",
    "single": "36",
    "theirs": "3",
    "mark": "1",
    "band": "1;36",
    "warn": "33",
}

_ISOLATE, _END = "\u2068", "\u2069"


def isolate(text: str) -> str:
    """Put right-to-left words into a directional isolate, so that the line around them keeps its order."""
    return f"{_ISOLATE}{text}{_END}" if direction(text) == "rtl" else text


def fit(text: str, width: int) -> str:
    """Cut `text` to `width` cells, with an ellipsis where something was left out."""
    text = one_line(text)
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return isolate(text)
    cut = set_cell_size(text, width - 1).rstrip()
    return isolate(cut) + "…"


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Cut or fill `text` to exactly `width` cells."""
    text = fit(text, width)
    space = " " * max(width - cell_len(text), 0)
    return space + text if right else text + space


def wrap(text: str, width: int) -> list[str]:
    """Break `text` at spaces into lines of at most `width` cells; a longer word is cut where it must be."""
    lines: list[str] = []
    line = ""
    for piece in one_line(text).split(" "):
        word = piece
        while cell_len(word) > width:
            room = width - cell_len(line) - (1 if line else 0)
            if room < 2:
                lines.append(line)
                line = ""
                continue
            head = set_cell_size(word, room).rstrip()
            lines.append(f"{line} {head}".lstrip())
            word, line = word[len(head) :], ""
        if line and cell_len(line) + 1 + cell_len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".lstrip() if line else word
    if line:
        lines.append(line)
    return [isolate(part) for part in lines]


def paint(lines: Iterable[Line], width: int, *, colour: bool) -> str:
    """Join lines: each cut to `width` cells, without trailing space; styles as ANSI codes only when `colour`."""
    drawn = []
    for line in lines:
        room = width
        parts: list[tuple[str, str]] = []
        for text, style in line:
            size = cell_len(text)
            if size > room:
                parts.append((set_cell_size(text, room), style))
                room = 0
                break
            parts.append((text, style))
            room -= size
        while parts and not parts[-1][0].rstrip():
            parts.pop()
        if parts:
            parts[-1] = (parts[-1][0].rstrip(), parts[-1][1])
        drawn.append("".join(f"\x1b[{STYLES[s]}m{t}\x1b[0m" if colour and s and t.strip() else t for t, s in parts))
    return "\n".join(drawn) + "\n"
