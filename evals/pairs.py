"""Which claim of a reader answers which attribution of the gold, and what is wrong with those that do not fit.

Spans are compared as the scorer does: trimmed at both ends, discontinuous ones whole. `matched` is the scorer's rule of
when a claim is right; the scorer itself gives only counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

Spans = list[tuple[int, int]]
EDGE = " \t\r\n\"'“”‘’«».,;:!?()[]—–-"
HALF = 0.5


class Marked(NamedTuple):
    """One attribution, trimmed; a part that is not there is empty. `score` is the reader's own, 0..1."""

    source: Spans
    cue: Spans
    content: Spans
    score: float = 1.0


def trimmed(text: str, value: Any) -> Spans:
    """Spans of one part, as gold (`[[start, end]...]`) or a reading (an object or a list of them, or null) has it."""
    parts = [] if value is None else value if isinstance(value, list) else [value]
    spans = []
    for part in parts:
        start, end = (part["start"], part["end"]) if isinstance(part, dict) else part
        while start < end and text[start] in EDGE:
            start += 1
        while end > start and text[end - 1] in EDGE:
            end -= 1
        if end > start:
            spans.append((start, end))
    return sorted(spans)


def marked(text: str, rows: Iterable[dict[str, Any]]) -> list[Marked]:
    """Attributions of the gold, or claims of a reading, as they are compared."""
    return [
        Marked(
            trimmed(text, row.get("source")),
            trimmed(text, row.get("cue")),
            trimmed(text, row.get("content")),
            row.get("score", 1.0),
        )
        for row in rows
    ]


def attributed(text: str, claims: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Claims that somebody makes: what the outlet says in its own voice is no attribution."""
    return [c for c in claims if trimmed(text, c.get("source")) or trimmed(text, c.get("cue"))]


def chars(spans: Spans) -> set[int]:
    """Characters that spans cover."""
    return {at for start, end in spans for at in range(start, end)}


def overlap(a: set[int], b: set[int]) -> float:
    """Shared characters over all of both, 0..1."""
    return len(a & b) / len(a | b) if a & b else 0.0


def matched(gold: Sequence[Marked], found: Sequence[Marked]) -> list[tuple[int, int]]:
    """Pairs (gold, found) that count as right: content shares half, and sources meet or both lack."""
    contents = [chars(c.content) for c in found]
    used: set[int] = set()
    pairs = []
    for number, one in enumerate(gold):
        here = chars(one.content)
        best, at = max(
            ((overlap(here, c), -i) for i, c in enumerate(contents) if i not in used and here & c), default=(0.0, 0)
        )
        a, b = chars(one.source), chars(found[-at].source) if best >= HALF else set()
        if best >= HALF and (a & b or not (a or b)):
            used.add(-at)
            pairs.append((number, -at))
    return pairs


def _paired(gold: Sequence[Marked], found: Sequence[Marked], right: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """`right`, and of what is left those that share words of saying or of content, the closest first."""
    taken_gold, taken_found = {g for g, _ in right}, {f for _, f in right}
    near = []
    for g, one in enumerate(gold):
        for f, other in enumerate(found):
            close = overlap(chars(one.content), chars(other.content)) + bool(chars(one.cue) & chars(other.cue))
            if close and g not in taken_gold and f not in taken_found:
                near.append((-close, g, f))
    pairs = list(right)
    for _, g, f in sorted(near):
        if g not in taken_gold and f not in taken_found:
            taken_gold.add(g)
            taken_found.add(f)
            pairs.append((g, f))
    return pairs


def faults(gold: Marked, found: Marked) -> list[str]:
    """What differs between an attribution and the claim that answers it; empty when all is exact."""
    wrong = []
    if gold.source != found.source:
        if not gold.source:
            wrong.append("source where there is none")
        elif not found.source:
            wrong.append("source missing")
        else:
            wrong.append("source boundary" if chars(gold.source) & chars(found.source) else "wrong source")
    if gold.cue != found.cue:
        wrong.append("cue boundary" if chars(gold.cue) & chars(found.cue) else "another cue")
    if gold.content != found.content:
        wrong.append(_content_fault(gold.content, found.content))
    return wrong


def _content_fault(gold: Spans, found: Spans) -> str:
    if not chars(gold) & chars(found):
        return "content elsewhere"
    same_start, same_end = gold[0][0] == found[0][0], gold[-1][1] == found[-1][1]
    if same_start and same_end:
        return "content's pieces"
    if same_start:
        return "content's end"
    return "content's start" if same_end else "content's start and end"


def inside(marks: Sequence[Marked]) -> list[bool]:
    """Whether each stands inside what another says."""
    contents = [chars(m.content) for m in marks]
    return [
        bool(m.cue) and any(chars(m.cue) <= c for i, c in enumerate(contents) if i != at) for at, m in enumerate(marks)
    ]


def mistakes(gold: Sequence[Marked], found: Sequence[Marked]) -> Counter[tuple[str, str]]:
    """Count what went wrong in one document: (class, aspect), to be summed over documents.

    Aspects: `in all`; `alone`, where nothing else is wrong with that claim; `lost`, where the claim does not count as
    right; `nested`, inside what another says.
    """
    right = matched(gold, found)
    pairs = _paired(gold, found, right)
    count: Counter[tuple[str, str]] = Counter()
    for name, number in (("gold", len(gold)), ("claims", len(found)), ("paired", len(pairs)), ("right", len(right))):
        count[name, "in all"] = number
    for pair in pairs:
        wrong = faults(gold[pair[0]], found[pair[1]])
        for name in wrong or ["all exact"]:
            count[name, "in all"] += 1
            count[name, "alone"] += len(wrong) == 1
            count[name, "lost"] += pair not in right
    for name, marks, taken in (
        ("missed attribution", gold, {g for g, _ in pairs}),
        ("spurious", found, {f for _, f in pairs}),
    ):
        for at, nested in enumerate(inside(marks)):
            count[name, "in all"] += at not in taken
            count[name, "nested"] += at not in taken and nested
    return count


def report(title: str, count: Counter[tuple[str, str]]) -> list[str]:
    """Lines that say how often each class occurs."""
    head = ("gold", "claims", "paired", "right", "all exact")
    told = ", ".join(f"{count[name, 'in all']} {name}" for name in head)
    unpaired = ("missed attribution", "spurious")
    lines = [
        f"#   {name:28} {count[name, 'in all']:5}   inside another's content {count[name, 'nested']}"
        for name in unpaired
    ]
    rest = sorted({n for n, _ in count} - {*head, *unpaired})
    lines += [
        f"#   {name:28} {count[name, 'in all']:5}   alone {count[name, 'alone']}, claim lost {count[name, 'lost']}"
        for name in sorted(rest, key=lambda n: -count[n, "in all"])
    ]
    return [f"# {title}: {told}", *lines]
