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
_PUT_IN = frozenset(("according", "after-clause"))
"""Constructs that may stand in the middle of what is said."""
_CLAUSE = frozenset(("bare", "that"))
"""Constructs with what is said behind the words of saying, so that a second saying may follow it."""
_AND = frozenset(("and", "but"))
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
    kept = [*marked, *_said_besides(text, marked, ruled)]
    inside = [piece for f in marked for piece in f.content]
    for rule in ruled:
        rival = next((f for f in kept if f.cue[0] < rule.cue[1] and rule.cue[0] < f.cue[1]), None)
        if rival is not None and _cut_short(rival, rule):
            rival.content.append(_without_stop(text, *rule.content[1]))
        if rival is not None and rival.source is None and _alike(rival.content, rule.content):
            rival.source = rule.source
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


def _said_besides(text: str, marked: Sequence[Found], ruled: Sequence[Found]) -> list[Found]:
    """Second sayings of one speaker that a mark has run over: "said the dam was intact and warned against panic".

    What was marked ends before them from here on.
    """
    by_cue = {f.cue: f for f in marked if len(f.content) == 1}
    in_order = sorted(ruled, key=lambda r: r.cue)
    begins = [r.cue[0] for r in in_order]
    more = []
    for first in in_order:
        f = by_cue.get(first.cue)
        if f is None or first.rule not in _CLAUSE or not _one_speaker(f, first):
            continue
        (start, end), stop = f.content[0], first.content[0][1]
        for then in in_order[bisect_left(begins, stop) : bisect_left(begins, end)]:
            joined = start < stop and then.source == first.source and then.lemma in _SAYING
            if joined and text[stop : then.cue[0]].strip(" ,") in _AND:
                f.content = [_without_stop(text, start, stop)]
                more += [] if any(m.cue[0] < then.cue[1] and then.cue[0] < m.cue[1] for m in marked) else [then]
                break
    return more


def adds_somebody(text: str, f: Found) -> bool:
    """Whether a saying inside another's words names who said it: "told us that drivers had reported ...".

    What speakers say of their own minds ("he said he believed ...") adds nobody to a chain.
    """
    who = "" if f.source is None else text[slice(*f.source)].lower()
    return f.lemma in _SAYING and who not in _NOBODY_NEW


def _agree(a: Found, b: Found) -> bool:
    """Whether two readings of one cue have the same speaker and nearly the same content."""
    return (_one_speaker(a, b) or a.source is b.source is None) and _alike(a.content, b.content)


def _one_speaker(a: Found, b: Found) -> bool:
    return a.source is not None and b.source is not None and a.source[0] < b.source[1] and b.source[0] < a.source[1]


def _alike(a: Sequence[Chars], b: Sequence[Chars]) -> bool:
    first, second = ({at for s, e in pieces for at in range(s, e)} for pieces in (a, b))
    return 5 * len(first & second) >= 4 * len(first | second)


def _cut_short(marked: Found, rule: Found) -> bool:
    """Whether a mark ends where a clause was put in: "The bridge, according to engineers, had been mined"."""
    if rule.rule not in _PUT_IN or len(rule.content) != 2 or len(marked.content) != 1:
        return False
    return _one_speaker(marked, rule) and _alike(marked.content, rule.content[:1])


def _without_stop(text: str, start: int, end: int) -> Chars:
    return start, end - (text[end - 1] == ".")


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
