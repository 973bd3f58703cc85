"""Through whom: "told the Coast Herald that ...", "the agency, quoting an officer, said ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading.attribution.found import Found
from sayso.reading.attribution.lexicon import OBJECT_PRONOUNS, PRONOUNS, TIME_WORDS

__all__ = ["name_channels"]

Bounds = tuple[int, int]
_TELLING = frozenset(("tell", "inform"))
_CITING = frozenset(("cite", "quote"))
# Who is told: a short noun phrase right behind the cue, up to what is said, to a mark, or to when and where it was.
_WHO = re.compile(
    r"\s+(?P<who>(?:(?:the|a|an|its|our|one|another)\s+)?[\w’'&.@-]+(?:\s+(?!(?:that|in|on|at|during|by|from|this|last|"
    r"late|early|over|via|yesterday|today|to|how|why|what|whether|about|of|he|she|they|it|we)\b)[\w’'&.-]+){0,4}?)"
    r"(?=\s*(?:\Z|[,.;:“\"(])|\s+(?:that|in|on|at|during|by|from|this|last|late|early|over|via|yesterday|today|how|why|"
    r"what|whether|about|of)\b)"
)
_NO_CHANNEL = PRONOUNS | OBJECT_PRONOUNS | {"her", "that"}
_PRESS = frozenset(("reporters", "journalists", "the press", "the media", "media"))
"""Told to everybody: names no one through whom it came."""
_BEHIND = re.compile(r",? (?:quoting|citing)\b.*\Z", re.DOTALL)
_WHEN = frozenset(("later", "earlier", "again", "afterwards", "too"))
_MANNER = re.compile(r"[a-z]{3,}ly")
_LONGEST = 60


def name_channels(text: str, found: Sequence[Found]) -> None:
    """Give each candidate in `found` the channels that the words around its cue name."""
    for f in found:
        told = _told(text, f)
        if told is not None:
            f.via.append(told)
    cited = [g.source for g in found if g.lemma in _CITING and g.source is not None]
    for f in found:
        if f.source is not None and any(f.source[0] < start and end <= f.source[1] for start, end in cited):
            f.source = _alone(text, f.source)
    for f in found:
        if f.lemma in _CITING and f.source is not None:
            f.via += [
                g.source for g in found if g is not f and g.source is not None and g.source != f.source and _same(f, g)
            ]


def _told(text: str, f: Found) -> Bounds | None:
    """Who is told; nobody where a pronoun stands or what is said follows at once."""
    if f.lemma not in _TELLING:
        return None
    low = f.cue[1]
    if any(text.startswith("to ", start) for start, _ in f.content):
        return None  # "told his men to clear the square": they are ordered, and pass nothing on
    high = min([s for s, _ in f.content if s >= low] + [low + _LONGEST, len(text)])
    who = _WHO.match(text[low:high])
    if who is None:
        return None
    start, end = (low + at for at in who.span("who"))
    end -= len(text[start:end]) - len(text[start:end].rstrip(" .,"))
    words = text[start:end].split()
    while len(words) > 1 and (words[-1].lower() in TIME_WORDS | _WHEN or _MANNER.fullmatch(words[-1])):
        end -= len(words.pop()) + 1
    named = " ".join(words).lower()
    return None if not words or named in TIME_WORDS | _NO_CHANNEL | _PRESS else (start, end)


def _alone(text: str, source: Bounds) -> Bounds:
    """A source without whom it quotes: "the agency, quoting an officer,"."""
    behind = _BEHIND.search(text, *source)
    return source if behind is None else (source[0], behind.start())


def _same(f: Found, g: Found) -> bool:
    """Whether two say the same words."""
    a = {at for s, e in f.content for at in range(s, e)}
    b = {at for s, e in g.content for at in range(s, e)}
    return 2 * len(a & b) > len(a | b)
