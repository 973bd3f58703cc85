"""Reprints and rewrites: documents tied by the words they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from sayso.linking.origins.citations import Citation
from sayso.linking.origins.furniture import content_words
from sayso.linking.origins.pages import Page, came_first, passage, within
from sayso.linking.origins.rarity import Rarity
from sayso.linking.origins.ties import Tie
from sayso.linking.shingles import Shared, Words, candidate_pairs, containment, jaccard, shared_runs
from sayso.records import Passage, Reason

__all__ = ["REPRINT", "find_copies", "near_pairs"]

REPRINT = 0.5
"""Share of a document's five-word shingles that must lie in another for it to count as a reprint."""

_WORTH = 0.04
_LEAST_AT_ALL = 8
_PART = 0.25
_PART_RUN = 35
_LEAST_WORDS = 20
_TOLD = 1 / 3
_REWRITE = 0.45
_REWRITE_PHRASES = 0.08
_REWRITE_RARE = 0.4
_REWRITE_LEAST_RARE = 4
_REWRITE_DAYS = 14
_REWRITE_LONGER = 6
_SHOWN = 3


def near_pairs(pages: Sequence[Page]) -> dict[int, list[int]]:
    """Return for every document those that share some of its phrases, in rising order."""
    near: dict[int, list[int]] = defaultdict(list)
    for a, b, shared in candidate_pairs([p.skeleton for p in pages], least=2):
        if shared >= _WORTH * min(len(pages[a].skeleton), len(pages[b].skeleton)):
            near[a].append(b)
            near[b].append(a)
    return near


def find_copies(
    pages: Sequence[Page], citations: Sequence[Sequence[Citation]], near: Mapping[int, Sequence[int]], rarity: Rarity
) -> list[Tie]:
    """Find reprints (whole or part) and rewrites among documents that `near_pairs` names."""
    ties = (
        _tie(pages, citations, rarity, a, b)
        for a in sorted(near)
        for b in near[a]
        if a < b and min(pages[a].size, pages[b].size) >= _LEAST_AT_ALL
    )
    return [tie for tie in ties if tie]


class _Pair:
    """A later document beside an earlier one: their words and shared runs, worked out when first asked for."""

    def __init__(self, parent: Page, child: Page) -> None:
        self.parent = parent
        self.child = child

    @cached_property
    def ours(self) -> Words:
        """Words of the child."""
        return self.child.words()

    @cached_property
    def theirs(self) -> Words:
        """Words of the parent."""
        return self.parent.words()

    @cached_property
    def runs(self) -> list[Shared]:
        """What they share, in the order of the child."""
        return shared_runs(self.ours.keys, self.theirs.keys)

    def longest(self) -> int:
        """Return the number of words in the longest shared run."""
        return max((r.a_end - r.a_start for r in self.runs), default=0)

    def tells(self) -> bool:
        """Is what they share what one of their titles speaks of? Furniture that no rule caught is not."""
        pages = (self.child, self.parent)
        titles = [t for page in pages if len(t := content_words(page.document.title or "")) >= 3]
        shared = {k for r in self.runs for k in self.ours.keys[r.a_start : r.a_end]}
        return not titles or any(len(t & shared) >= _TOLD * len(t) for t in titles)

    def shown(self) -> tuple[Passage, ...]:
        """Return the longest shared runs, each as it stands in the child and in the parent."""
        ours, theirs = self.ours, self.theirs
        runs = self.runs or shared_runs(ours.keys, theirs.keys, 3)
        longest = sorted(runs, key=lambda r: (r.a_start - r.a_end, r.a_start))[:_SHOWN]
        shown: list[Passage] = []
        for run in sorted(longest, key=lambda r: r.a_start):
            shown.append(passage(self.child.document, ours.starts[run.a_start], ours.ends[run.a_end - 1]))
            shown.append(passage(self.parent.document, theirs.starts[run.b_start], theirs.ends[run.b_end - 1]))
        return tuple(shown)


def _tie(pages: Sequence[Page], citations: Sequence[Sequence[Citation]], rarity: Rarity, a: int, b: int) -> Tie | None:
    parent, child, known = _direction(pages, citations, a, b)
    p, c = pages[parent], pages[child]
    pair = _Pair(p, c)
    forth, back = containment(c.plain, p.plain), containment(p.plain, c.plain)
    share = max(forth, back)
    enough = min(p.size, c.size) >= _LEAST_WORDS or jaccard(c.plain, p.plain) >= 0.9
    if share >= REPRINT and enough and pair.tells():
        return Tie(child, parent, "reprint", 3 + share / 2, _copied(pair, known, kind="reprint", share=share))
    if forth >= _PART and pair.longest() >= _PART_RUN and pair.tells():
        return Tie(child, parent, "reprint", 2.5 + forth / 2, _copied(pair, known, kind="part reprint", share=forth))
    phrases = containment(c.skeleton, p.skeleton)
    if min(p.size, c.size) < _LEAST_WORDS or p.size > _REWRITE_LONGER * c.size or phrases < _REWRITE_PHRASES:
        return None
    weighed, rare, count = rarity.shared(c, p)
    told = weighed >= _REWRITE and rare >= _REWRITE_RARE and count >= _REWRITE_LEAST_RARE
    if not told or not within(p, c, _REWRITE_DAYS):
        return None
    strength = 1 + (phrases + weighed) / 2
    return Tie(child, parent, "rewrite", strength, _copied(pair, known, kind="rewrite", share=weighed))


def _direction(pages: Sequence[Page], citations: Sequence[Sequence[Citation]], a: int, b: int) -> tuple[int, int, str]:
    """Tell parent from child, and by what: a credit to the other outlet, the dates, or nothing ("order unknown")."""
    for parent, child in ((a, b), (b, a)):
        if any(c.document == parent for c in citations[child]) and not any(
            c.document == child for c in citations[parent]
        ):
            return parent, child, "the second credits the first"
    first = came_first(pages[a].document, pages[b].document)
    if first is not None:
        return (a, b, "by their dates") if first else (b, a, "by their dates")
    parent, child = sorted((a, b), key=lambda i: pages[i].order())
    return parent, child, ""


def _copied(pair: _Pair, known: str, *, kind: str, share: float) -> tuple[Reason, ...]:
    parent = pair.parent
    name = parent.document.outlet or parent.outlet or f"“{parent.document.title or parent.document.id}”"
    what = {
        "reprint": f"{share:.0%} of the words of one stand word for word in the other",
        "part reprint": f"a passage makes up {share:.0%} of this document and stands word for word in the other",
        "rewrite": f"{share:.0%} of what it says, by the weight of its words, is there too, often in the same order",
    }[kind]
    order = f"Order: {known}." if known else "Order unknown: neither credits nor dates tell which came first."
    return (
        Reason(step=kind, says=f"Shares its text with the report of {name}: {what}.", passages=pair.shown()),
        Reason(step="order", says=order),
    )
