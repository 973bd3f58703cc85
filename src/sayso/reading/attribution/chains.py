"""From candidates to claims: one per saying, nested in what holds it, with the chain it came through."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.reading.attribution.certainty import certainty_of, hedge_of, left_open, polarity_of, told_by_word
from sayso.reading.attribution.cues import ADJECTIVES, CUES
from sayso.reading.attribution.finder import find_in
from sayso.reading.attribution.found import Found
from sayso.reading.attribution.lexicon import PRONOUNS
from sayso.reading.attribution.speakers import Resolver
from sayso.records import Certainty, Claim, Polarity, Span, Speaker, content_id

__all__ = ["candidates", "claims_from", "made_claims", "trimmed"]

Bounds = tuple[int, int]
_ATTITUDES = (
    frozenset(form.lemma.word for form in CUES.values() if form.lemma.kind in {"attitude", "stance"}) | ADJECTIVES
)
_BESIDE = re.compile(
    r"\b(?:speaking to|talking to|quoted by|cited by|interviewed by|citing|quoting) "
    r"(?!(?:tele|video)?phone\b|e-?mail\b|video\b|text\b)(?P<channel>[^,;:.]{2,80})"
)
_NOTE = re.compile(r"(?<=[.!?…\"”’])(?:\d{1,3}|\[\d{1,3}\])\Z")
_EDGE = " \t\r\n,;:"


def claims_from(text: str, found: Sequence[Found], sentences: Sequence[Bounds]) -> tuple[Claim, ...]:
    """Make claims of candidates: drop rivals for the same words, resolve speakers, nest."""
    return made_claims(text, _settled(text, found), sentences)


def candidates(text: str, sentences: Sequence[Bounds]) -> list[Found]:
    """What rules find in a document, rivals settled."""
    return _settled(text, find_in(text, sentences))


def _settled(text: str, found: Sequence[Found]) -> list[Found]:
    """Merge each candidate's content, and keep the best where two share cue words."""
    for f in found:
        f.content = _merged(text, f.content)
    return _without_rivals(text, [f for f in found if f.content])


def made_claims(text: str, kept: Sequence[Found], sentences: Sequence[Bounds]) -> tuple[Claim, ...]:
    """Make a claim of each candidate: resolve speakers in reading order, nest, name the chain."""
    resolver = Resolver(text, sentences)
    order = sorted(range(len(kept)), key=lambda k: (kept[k].source or kept[k].cue, kept[k].cue))
    entities = {k: resolver.resolve(*kept[k].source) for k in order if kept[k].source is not None}  # type: ignore[misc]
    digest = content_id("t", text)
    claims: list[Claim] = []
    holders: list[tuple[int, int, Claim]] = []
    for k in sorted(range(len(kept)), key=lambda k: (_extent(kept[k])[0], -_extent(kept[k])[1], kept[k].cue)):
        claim = _claim(text, kept[k], entities.get(k), digest, holders)
        claims.append(claim)
        holders.extend((s.start, s.end, claim) for s in claim.content)
    claims.sort(key=lambda c: (_bounds(c), c.id))
    return tuple(claims)


def _extent(f: Found) -> Bounds:
    spans = [f.cue, *f.content] + ([f.source] if f.source is not None else [])
    return min(s for s, _ in spans), max(e for _, e in spans)


def _bounds(claim: Claim) -> Bounds:
    spans = [*claim.content, *([claim.cue] if claim.cue is not None else [])]
    return min(s.start for s in spans), max(s.end for s in spans)


def _without_rivals(text: str, found: Sequence[Found]) -> list[Found]:
    """Keep the best candidate where two share cue words."""
    taken: dict[int, Found] = {}
    kept: list[Found] = []
    for f in sorted(found, key=lambda f: (-f.score, f.cue, f.rule)):
        words = range(f.cue[0], f.cue[1])
        if any(w in taken for w in words):
            continue
        for w in words:
            taken[w] = f
        kept.append(f)
    kept.sort(key=lambda f: f.cue)
    contents = {tuple(f.content) for f in kept if f.source is not None}
    return [f for f in kept if not _echo(text, f, kept) and (f.source is not None or tuple(f.content) not in contents)]


def _echo(text: str, f: Found, kept: Sequence[Found]) -> bool:
    """Whether this is only the speaker's own state of mind in what it says ("Baro said he believed ...")."""
    if f.lemma not in _ATTITUDES or f.source is None or text[slice(*f.source)].lower() not in PRONOUNS:
        return False
    k = bisect_left(kept, f.cue, key=lambda g: g.cue)
    low, high = _extent(f)
    return any(
        g is not f and any(start <= low and high <= end for start, end in g.content)
        for g in kept[max(0, k - 6) : k + 6]
    )


def _trim(text: str, start: int, end: int, *, edge: str = _EDGE) -> Bounds:
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return start, end


def _without_note(text: str, start: int, end: int) -> Bounds:
    """Drop a footnote number glued to the last full stop."""
    note = _NOTE.search(text, max(start, end - 8), end)
    return (start, note.start()) if note is not None and note.start() > start else (start, end)


def trimmed(text: str, content: Sequence[Bounds]) -> list[Bounds]:
    """Content in text order without white space, commas and footnote numbers at its edges; empty pieces are gone."""
    pieces = sorted(_without_note(text, *_trim(text, *piece)) for piece in content)
    return [(start, end) for start, end in pieces if start < end and not _is_note(text, start, end)]


def _is_note(text: str, start: int, end: int) -> bool:
    """Whether a piece is nothing but a footnote number, glued to what stands before it ("responded:11")."""
    return end - start <= 3 and text[start:end].isdigit() and text[start - 1 : start] in tuple('.,:;!?"”’')


def _merged(text: str, content: Sequence[Bounds]) -> list[Bounds]:
    """Content in text order; pieces with only white space between become one within a paragraph."""
    merged: list[Bounds] = []
    for start, end in trimmed(text, content):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif merged and text[merged[-1][1] : start].isspace() and "\n" not in text[merged[-1][1] : start]:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _certainty(text: str, f: Found) -> Certainty:
    """As the words of saying alone tell; else as the model sees it, and less firm where what is said is hedged.

    By rules where no model has looked.
    """
    if f.stance is None:
        return certainty_of(text, f)
    told = left_open(text, f) or told_by_word(f.lemma)
    if told is None and f.stance.certainty == "certain" and f.content:
        told = hedge_of(text[slice(*f.content[0])])
    return told or f.stance.certainty


def _polarity(text: str, f: Found) -> Polarity:
    """Denied where the words of saying deny outright, or where the model sees that the source does.

    What they leave open is not denied, whatever the model sees.
    """
    if f.stance is None or f.stance.polarity == "affirmed" or left_open(text, f) is not None:
        return polarity_of(text, f)
    return f.stance.polarity


def _claim(text: str, f: Found, entity: str | None, digest: str, holders: Sequence[tuple[int, int, Claim]]) -> Claim:
    low, high = _extent(f)
    high = low + len(text[low:high].rstrip(" .!?…"))  # a final mark may stand in the one and not in the other
    holder: Claim | None = None
    for start, end, claim in reversed(holders[-60:]):
        if start <= low and high <= end:
            holder = claim
            break
    via = [Span.cut(text, *_trim(text, *v, edge=_EDGE + ".")) for v in f.via]
    if f.source is not None:
        beside = _BESIDE.search(text, *f.source)
        via += [] if beside is None else [Span.cut(text, *beside.span("channel"))]
    if holder is not None and holder.source is not None:
        via += [Span.cut(text, holder.source.start, holder.source.end), *holder.via]
    source = None
    if f.source is not None:
        start, end = _trim(text, *f.source)
        if start == end:  # a comma alone
            start, end = f.source
        source = Speaker(start=start, end=end, text=text[start:end], entity=entity)
    start, end = _trim(text, *f.cue)
    cue = Span.cut(text, start, end) if start < end else Span.cut(text, *f.cue)  # a colon alone is a cue
    spans = tuple(Span.cut(text, s, e) for s, e in f.content)
    return Claim(
        id=content_id("c", digest, f.source, f.cue, f.content),
        source=source,
        cue=None if f.own else cue,
        content=spans,
        via=tuple(via),
        certainty=_certainty(text, f),
        polarity=_polarity(text, f),
        score=round(min(1.0, max(0.0, f.score)), 3),
        within=None if holder is None else holder.id,
    )
