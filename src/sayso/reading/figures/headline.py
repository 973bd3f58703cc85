"""Figures that a title claims where the text does not repeat the title."""

from __future__ import annotations

from msgspec import structs

from sayso.reading.figures.finder import find_figures
from sayso.records import Figure

_OPENING = 400
"""How far from its beginning a text may repeat its title; a later repetition leads to another page."""
_CAPITALS = 0.6
"""Share of words with a capital from which on a title is set in capitals, which then mark no names."""


def find_headline(title: str | None, text: str) -> tuple[Figure, ...]:
    """Find the quantities that a title claims.

    Args:
        title: of a document; null if it has none.
        text: of the same document; a title that it opens with is read there.

    Returns:
        Figures in order of the title, as spans of it. In a title a comma joins ("man, woman killed") and, where its
        words are set in capitals, a capital makes no name. Who is only named there is left to the text, since places
        and outlets look the same, and so are people without a number ("many dead").
    """
    if not title or not title.strip() or _folded(title) in _folded(text[: len(title) + _OPENING]):
        return ()
    read = _lowered(title) if _capitalised(title) else title
    found = tuple(
        f
        for f in find_figures(read, [(0, len(title))], (), headline=True)
        if f.group != "named" and f.wording != "plural"
    )
    if read is title:
        return found
    return tuple(structs.replace(f, text=title[f.start : f.end], of=f.of and _cased(f.of, f, title)) for f in found)


def _folded(text: str) -> str:
    return " ".join(text.lower().split())


def _capitalised(title: str) -> bool:
    words = [w for w in title.split() if w[:1].isalpha()]
    return sum(w[0].isupper() for w in words) >= _CAPITALS * len(words)


def _lowered(title: str) -> str:
    """The title in small letters, of the same length."""
    return "".join(low if len(low := c.lower()) == 1 else c for c in title)


def _cased(of: str, figure: Figure, title: str) -> str:
    at = _lowered(title).find(of, figure.start, figure.end)
    return title[at : at + len(of)] if at >= 0 else of
