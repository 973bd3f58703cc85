"""Reprints and rewrites: documents tied by the words they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.linking.origins.citations import Citation
from sayso.linking.origins.pages import Page, came_first, passage
from sayso.linking.origins.ties import Tie
from sayso.linking.shingles import candidate_pairs, containment, jaccard, shared_runs
from sayso.records import Passage, Reason
from sayso.records.accounts import Relation

__all__ = ["REPRINT", "alike", "find_copies", "near_pairs"]

REPRINT = 0.5
"""Share of a document's five-word shingles that must lie in another for it to count as a reprint."""

_WORTH = 0.04
_LEAST_AT_ALL = 8
_PART = 0.25
_PART_RUN = 35
_LEAST_WORDS = 20
_REWRITE_CONTENT = 0.5
_REWRITE_SKELETON = 0.1
_REWRITE_DAYS = 31
_SHOWN = 3


def alike(a: Page, b: Page) -> float:
    """Return the share of content words of the shorter report that the other has too, 0..1."""
    small, large = (a, b) if len(a.content) <= len(b.content) else (b, a)
    return containment(small.content, large.content)


def near_pairs(pages: Sequence[Page]) -> dict[int, list[int]]:
    """Return for every document those that share some of its phrases, in rising order."""
    near: dict[int, list[int]] = defaultdict(list)
    for a, b, shared in candidate_pairs([p.skeleton for p in pages], least=2):
        if shared >= _WORTH * min(len(pages[a].skeleton), len(pages[b].skeleton)):
            near[a].append(b)
            near[b].append(a)
    return near


def find_copies(
    pages: Sequence[Page], citations: Sequence[Sequence[Citation]], near: Mapping[int, Sequence[int]]
) -> list[Tie]:
    """Find reprints (whole or part) and rewrites among documents that `near_pairs` names."""
    ties = (
        _tie(pages, citations, a, b)
        for a in sorted(near)
        for b in near[a]
        if a < b and min(pages[a].size, pages[b].size) >= _LEAST_AT_ALL
    )
    return [tie for tie in ties if tie]


def _tie(pages: Sequence[Page], citations: Sequence[Sequence[Citation]], a: int, b: int) -> Tie | None:
    parent, child, known = _direction(pages, citations, a, b)
    p, c = pages[parent], pages[child]
    forth = containment(c.plain, p.plain)
    back = containment(p.plain, c.plain)
    small = min(p.size, c.size)
    if max(forth, back) >= REPRINT and (small >= _LEAST_WORDS or jaccard(c.plain, p.plain) >= 0.9):
        return Tie(child, parent, "reprint", 3 + max(forth, back) / 2, _copied(p, c, known, "reprint", max(forth, back)))
    if small < _LEAST_WORDS:
        return None
    if forth >= _PART and _longest(c, p) >= _PART_RUN:
        return Tie(child, parent, "reprint", 2.5 + forth / 2, _copied(p, c, known, "part reprint", forth))
    close = containment(c.skeleton, p.skeleton)
    words_in_common = containment(c.content, p.content)
    if words_in_common >= _REWRITE_CONTENT and close >= _REWRITE_SKELETON and _within(p, c):
        return Tie(child, parent, "rewrite", 1 + (close + words_in_common) / 2, _copied(p, c, known, "rewrite", words_in_common))
    return None


def _longest(a: Page, b: Page) -> int:
    runs = shared_runs(a.words().keys, b.words().keys)
    return max((r.a_end - r.a_start for r in runs), default=0)


def _within(a: Page, b: Page) -> bool:
    first, second = (p.document.published for p in (a, b))
    if not first or not second or len(first) < 10 or len(second) < 10:
        return True
    return abs(_day(first) - _day(second)) <= _REWRITE_DAYS


def _day(iso: str) -> int:
    from datetime import date  # noqa: PLC0415 - kept beside its only use

    try:
        return date.fromisoformat(iso[:10]).toordinal()
    except ValueError:
        return 0


def _direction(pages: Sequence[Page], citations: Sequence[Sequence[Citation]], a: int, b: int) -> tuple[int, int, str]:
    """Tell parent from child, and by what: a credit to the other outlet, the dates, or nothing ("order unknown")."""
    for parent, child in ((a, b), (b, a)):
        if any(c.document == parent for c in citations[child]) and not any(c.document == child for c in citations[parent]):
            return parent, child, "the second credits the first"
    first = came_first(pages[a].document, pages[b].document)
    if first is not None:
        return (a, b, "by their dates") if first else (b, a, "by their dates")
    parent, child = sorted((a, b), key=lambda i: pages[i].order())
    return parent, child, ""


def _copied(parent: Page, child: Page, known: str, kind: str, share: float) -> tuple[Reason, ...]:
    name = parent.document.outlet or parent.outlet or parent.document.id
    shown = _shown(parent, child)
    what = {
        "reprint": f"{share:.0%} of the words of one stand word for word in the other",
        "part reprint": f"a passage makes up {share:.0%} of this document and stands word for word in the other",
        "rewrite": f"{share:.0%} of its content words, often in the same order, are those of the other",
    }[kind]
    order = f"Order: {known}." if known else "Order unknown: the dates do not tell which came first."
    return (
        Reason(step=kind, says=f"Shares its text with the report of {name}: {what}.", passages=shown),
        Reason(step="order", says=order),
    )


def _shown(parent: Page, child: Page) -> tuple[Passage, ...]:
    """Return the longest shared runs, each as it stands in the child and in the parent."""
    ours, theirs = child.words(), parent.words()
    runs = shared_runs(ours.keys, theirs.keys) or shared_runs(ours.keys, theirs.keys, 3)
    longest = sorted(runs, key=lambda r: (r.a_start - r.a_end, r.a_start))[:_SHOWN]
    shown: list[Passage] = []
    for run in sorted(longest, key=lambda r: r.a_start):
        shown.append(passage(child.document, ours.starts[run.a_start], ours.ends[run.a_end - 1]))
        shown.append(passage(parent.document, theirs.starts[run.b_start], theirs.ends[run.b_end - 1]))
    return tuple(shown)
