"""The plain finder: sentences in, candidate attributions out, in one pass over the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sayso.reading.attribution.according import find_according, find_colon
from sayso.reading.attribution.cues import CUES
from sayso.reading.attribution.estimates import find_estimates
from sayso.reading.attribution.found import Found
from sayso.reading.attribution.nominal import find_nominal
from sayso.reading.attribution.passive import find_passive
from sayso.reading.attribution.quotes import Quote, find_quotes, spoken
from sayso.reading.attribution.tokens import Token, tokenize
from sayso.reading.attribution.units import Unit
from sayso.reading.attribution.verbal import find_verbal

__all__ = ["find_in", "nobodys"]

Bounds = tuple[int, int]
_LONGEST = 300  # tokens looked at together; a longer "sentence" is read in pieces
_FIRM = 0.75  # score of plain speech
_NOBODY = re.compile(r"(?:nobody|no[ -]one)\b", re.IGNORECASE)
_UNCLAIMED = frozenset(("claim", "say", "tell", "admit", "acknowledge", "explain", "report", "confirm"))
_DEPTH = 2  # quotation within quotation


def find_in(text: str, sentences: Sequence[Bounds]) -> list[Found]:
    """Find all candidate attributions of a document, outermost first, in reading order."""
    end = len(text)
    quotes = find_quotes(text, 0, end)
    found: list[Found] = []
    _layer(text, sentences, quotes, 0, found)
    return found


def _layer(text: str, sentences: Sequence[Bounds], quotes: list[Quote], depth: int, found: list[Found]) -> None:
    speech = [q for q in quotes if spoken(text, q)]
    starts = [q.start for q in speech]
    last: Found | None = None
    last_end = -1
    pending: list[Bounds] = []  # paragraphs of a quotation whose speaker comes after the last of them
    for start, end in _units(sentences, speech):
        inside = speech[bisect_left(starts, start) : bisect_left(starts, end)]
        tokens = tokenize(text, start, end, inside)
        if last is not None and _goes_on(text, tokens, last, last_end, start):
            last_end = end
            continue
        here: list[Found] = []
        for piece in _pieces(tokens):
            here += [f for f in _read(Unit(piece), quoted=depth > 0) if not nobodys(text, f)]
        pending = _carry(inside, pending, here)
        found += here
        waiting = [f for f in here if f.awaits]
        for f in here:
            f.quoted = f.quoted or (bool(f.content) and text[f.content[-1][1] - 1] in "\"”»'")
        direct = [f for f in here if f.quoted or _ends(f, end, text)]
        last = waiting[-1] if waiting else (direct[-1] if direct else None)
        last_end = end
    if depth < _DEPTH:
        for quote in speech:
            if quote.end - quote.start > 12:
                _inside(text, sentences, quote, depth + 1, found)


def nobodys(text: str, f: Found) -> bool:
    """Whether it is nobody's claim: "Nobody has claimed responsibility", "No one told us".

    What nobody doubts or disputes is still a claim: the author's, that all agree.
    """
    return f.lemma in _UNCLAIMED and f.source is not None and _NOBODY.match(text, *f.source) is not None


def _ends(f: Found, end: int, text: str) -> bool:
    """Whether a sentence ends in what is said: a quotation right after it in the paragraph is by the same speaker."""
    said = bool(f.content) and text[f.content[-1][1] : end].strip(" .”\"'’") == ""
    return said and f.rule in {"that", "bare", "after-quote", "inverted", "quote"} and f.score >= _FIRM


def _carry(inside: Sequence[Quote], pending: list[Bounds], here: Sequence[Found]) -> list[Bounds]:
    """Give waiting paragraphs to the speaker of the quotation that goes on with them; keep those that wait on."""
    if not inside:
        return []
    first, last = inside[0], inside[-1]
    if first.goes_on and pending:
        owner = next((f for f in here if any(s <= first.start < e for s, e in f.content)), None)
        if owner is not None:
            owner.content = [*pending, *owner.content]
            return []
    waiting = pending if first.goes_on else []
    return [*waiting, (last.start, last.end)] if not last.closed and not here else []


def _inside(text: str, sentences: Sequence[Bounds], quote: Quote, depth: int, found: list[Found]) -> None:
    """Read the sentences of a quotation as a layer of their own."""
    lead = 2 if text.startswith(("''", "``"), quote.start) else 1
    tail = 2 if text.startswith("''", quote.end - 2) else 1 if quote.closed else 0
    start, end = quote.start + lead, quote.end - tail
    if end <= start:
        return
    first = bisect_right(sentences, (start, len(text) + 1)) - 1
    parts: list[Bounds] = []
    for a, b in sentences[max(first, 0) : bisect_left(sentences, (end, 0))]:
        part = max(a, start), min(b, end)
        if part[0] < part[1]:
            parts.append(part)
    if parts:
        _layer(text, parts, find_quotes(text, start, end), depth, found)


def _units(sentences: Sequence[Bounds], quotes: Sequence[Quote]) -> Iterator[Bounds]:
    """Join sentences that one quotation runs through."""
    at = 0
    k = 0
    while k < len(sentences):
        start, end = sentences[k]
        k += 1
        while at < len(quotes) and quotes[at].start < end:
            while k < len(sentences) and sentences[k][0] < quotes[at].end:
                end = sentences[k][1]
                k += 1
            at += 1
        yield start, end


def _pieces(tokens: list[Token]) -> Iterator[list[Token]]:
    if len(tokens) <= _LONGEST:
        yield tokens
        return
    for start in range(0, len(tokens), _LONGEST):
        yield tokens[start : start + _LONGEST]


def _read(unit: Unit, *, quoted: bool) -> list[Found]:
    found = (
        find_according(unit)
        + find_estimates(unit)
        + find_verbal(unit, quoted=quoted)
        + find_passive(unit, quoted=quoted)
    )
    if not quoted:
        found += find_nominal(unit) + find_colon(unit)
    return found


def _goes_on(text: str, tokens: Sequence[Token], last: Found, last_end: int, start: int) -> bool:
    """Whether this sentence is nothing but quotation that goes on with what `last` says; then take it in."""
    body = [t for t in tokens if t.kind not in ".,#)("]
    if not body:
        return False
    gap = text[last_end:start]
    paragraph = gap.count("\n") > 1
    if all(t.kind == "Q" for t in body):
        if last.awaits or not paragraph or last.quoted:
            last.content.append((body[0].start, body[-1].end))
            last.awaits = False
            last.quoted = True
            return True
        return False
    woven = (
        not paragraph
        and last.quoted
        and (body[0].kind == "Q" or (body[0].kind == "c" and body[1:2] and body[1].kind == "Q"))
    )
    if woven and not any(t.low in CUES for t in body):
        last.content.append((body[0].start, body[-1].end))
        return True
    if last.awaits and not last.content:
        last.content.append((tokens[0].start, tokens[-1].end))
        last.awaits = False
        return True
    return False
