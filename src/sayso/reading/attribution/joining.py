"""The rules as a second reader: where a plain construct says more than the model dares to.

Rules find few things and rarely err in these: "X said that ...", a quotation and who says it, "according to X". Where
the model has marked nothing there, or is unsure of what it marked, their reading stands. With the
first weights this moved F1 of claims by less than .002, up on articles kept aside, down on PolNeAR's development part;
it is there so that a plain sentence among strange ones is read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from sayso.reading.attribution.cues import CUES
from sayso.reading.attribution.found import Found
from sayso.reading.attribution.lexicon import OBJECT_PRONOUNS, PRONOUNS
from sayso.reading.attribution.quotes import Quote, find_quotes

__all__ = ["adds_somebody", "complete_quotations", "continue_quotations", "with_rules"]

Chars = tuple[int, int]
_SAYING = frozenset(form.lemma.word for form in CUES.values() if form.lemma.kind in {"speech", "evidence"})
_NOBODY_NEW = PRONOUNS | OBJECT_PRONOUNS | {"", "this", "that", "which"}
_BEFORE = re.compile(r"(?:had|has|have)\s", re.IGNORECASE)

_UNSURE = 0.55
_PLAIN, _FIRM = 0.8, 0.9
_ALONE = {"object": 0.55, "passive": 0.55, "after-clause": 0.7}
"""Score from which a construct is believed where the model says nothing; `_PLAIN` for the others."""
_SURE_RULES = frozenset(("according", "after-quote", "inverted", "quote", "colon"))
_UNMISTAKABLE = "quoted"
"""A construct in which one speaks and another passes it on, whatever the model makes of it."""


def with_rules(text: str, marked: Sequence[Found], ruled: Sequence[Found]) -> list[Found]:
    """Join both readings.

    Args:
        text: the document's whole text.
        marked: what the model marked, each with its calibrated score.
        ruled: what rules found, rivals among them already settled; their scores say how reliable the construct is.

    Returns:
        The marks, some of them replaced, and what rules alone found; in no particular order.
    """
    kept = list(marked)
    inside = [piece for f in marked for piece in f.content]
    for rule in ruled:
        rival = next((f for f in kept if f.cue[0] < rule.cue[1] and rule.cue[0] < f.cue[1]), None)
        if rival is not None and rule.score >= _PLAIN:
            if _agree(rule, rival):
                rival.score = max(rival.score, rule.score)
            elif rule.rule == _UNMISTAKABLE or (rival.score < _UNSURE and rule.rule in _SURE_RULES):
                kept[kept.index(rival)] = rule
        elif rival is None and rule.score >= _ALONE.get(rule.rule, _PLAIN):
            within = any(s <= rule.cue[0] and rule.cue[1] <= e for s, e in inside)
            if not within or (adds_somebody(text, rule) and (rule.score >= _FIRM or _BEFORE.match(text, *rule.cue))):
                kept.append(rule)
    return kept


def adds_somebody(text: str, f: Found) -> bool:
    """Whether a saying inside another's words names who said it: "told us that drivers had reported ...".

    What speakers say of their own minds ("he said he believed ...") adds nobody to a chain.
    """
    who = "" if f.source is None else text[slice(*f.source)].lower()
    return f.lemma in _SAYING and who not in _NOBODY_NEW


def _agree(a: Found, b: Found) -> bool:
    """Whether two readings of one cue have the same speaker and nearly the same content."""
    first = {at for s, e in a.content for at in range(s, e)}
    second = {at for s, e in b.content for at in range(s, e)}
    met = a.source is not None and b.source is not None and a.source[0] < b.source[1] and b.source[0] < a.source[1]
    return (met or a.source is b.source is None) and 5 * len(first & second) >= 4 * len(first | second)


def complete_quotations(text: str, marked: Sequence[Found]) -> None:
    """Give what is said the rest of a quotation that was cut: all of it has one speaker, if the cue stands outside.

    Only where what was marked reaches an end of the quotation, and nobody else's cue stands in the rest.
    """
    quotes = [q for q in find_quotes(text, 0, len(text)) if q.closed]
    starts = [q.start for q in quotes]
    cues = sorted(f.cue[0] for f in marked)
    for f in marked:
        whole: list[Chars] = []
        for piece in f.content:
            start, end = _completed(piece, f.cue[0], quotes, starts, cues)
            if whole and start < whole[-1][1]:  # two pieces of one quotation
                start, end = whole[-1][0], max(end, whole.pop()[1])
            whole.append((start, end))
        f.content = whole


def _completed(
    piece: Chars, cue: int, quotes: Sequence[Quote], starts: Sequence[int], cues: Sequence[int]
) -> Chars:  # fmt: skip
    start, end = piece
    for quote in quotes[max(bisect_left(starts, start) - 1, 0) : bisect_left(starts, end)]:
        low, high = quote.start + 1, quote.end - 1  # what is said may be marked without the marks
        if quote.start <= cue < quote.end:
            continue
        if start <= low < end < high and not _any_in(cues, end, high):
            end = quote.end
        if low < start < high <= end and not _any_in(cues, low, start):
            start = quote.start
    return start, end


def _any_in(places: Sequence[int], start: int, end: int) -> bool:
    return bisect_left(places, start) < bisect_left(places, end)


def continue_quotations(text: str, found: Sequence[Found]) -> None:
    """Give a quotation that goes on in the next paragraphs to whom it began with, where nobody else has them."""
    quotes = find_quotes(text, 0, len(text))
    if not any(q.goes_on for q in quotes):
        return
    for f in found:
        others = [piece for other in found if other is not f for piece in other.content]
        for before, after in pairwise(quotes):
            if not after.goes_on or not _meets(f.content, before.start, before.end):
                continue
            if not _meets(f.content, after.start, after.end) and not _meets(others, after.start, after.end):
                f.content.append((after.start, after.end))
        f.content.sort()


def _meets(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(s < end and start < e for s, e in spans)
