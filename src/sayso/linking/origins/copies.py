"""Reprints and rewrites: documents tied by the words they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from sayso.linking.origins.citations import Citation
from sayso.linking.origins.furniture import headline_words
from sayso.linking.origins.pages import Page, came_first, passage, within
from sayso.linking.origins.rarity import Rarity
from sayso.linking.origins.retelling import retold
from sayso.linking.origins.ties import Tie
from sayso.linking.shingles import SIZE, Shared, Words, candidate_pairs, containment, jaccard, shared_runs
from sayso.records import Passage, Reason

__all__ = ["REPRINT", "find_copies", "near_pairs", "same_pages"]

REPRINT = 0.5
"""Share of a document's five-word shingles that must lie in another for it to count as a reprint."""

_WORTH = 0.04
_LEAST_AT_ALL = 8
_PART = 0.25
_PART_RUN = 35
_PART_COVERED = 0.45
_PART_COVERED_RUN = 12
_LEAST_WORDS = 20
_TOLD = 0.25
_STEM = 5
_REWRITE = 0.45
_REWRITE_PHRASES = 0.05
_REWRITE_RUN = 4
_REWRITE_COVERED = 0.34
_REWRITE_RARE = 0.4
_REWRITE_LEAST_RARE = 3
_REWRITE_LEAST_RARE_LATER = 8
_REWRITE_DAYS = 14
_REWRITE_LONGER = 3
_REWRITE_TELLING = 2
_HALF_COVERED = 0.5
_RETOLD = 0.4
_RETOLD_SENTENCES = 0.5
_RETOLD_ORDER = 0.36
_RETOLD_RARE = 0.3
_SHOWN = 3


def same_pages(pages: Sequence[Page]) -> list[Tie]:
    """Tie copies of a page that was collected twice: equal headline, outlet and text, even where no report is left."""
    first: dict[tuple[str | None, str, str], int] = {}
    ties = []
    for index in sorted(range(len(pages)), key=lambda i: pages[i].order()):
        document = pages[index].document
        title = (document.title or "").casefold().strip()
        key = (pages[index].outlet, title, document.text)
        if title and pages[index].outlet and first.setdefault(key, index) != index:
            says = "The same page, collected twice: outlet, headline and text are equal."
            ties.append(Tie(index, first[key], "reprint", 4.0, (Reason(step="reprint", says=says),)))
    return ties


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

    def __init__(self, parent: Page, child: Page, rarity: Rarity) -> None:
        self.rarity = rarity
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

    def covered(self, size: int = SIZE) -> float:
        """Return the share of the shorter one's words that lie in shared runs of `size` words or more, 0..1."""
        runs = self.runs if size == SIZE else shared_runs(self.ours.keys, self.theirs.keys, size)
        return min(1.0, sum(r.a_end - r.a_start for r in runs) / min(self.child.size, self.parent.size))

    def tells(self, *, in_runs: bool = True) -> bool:
        """Is what they share what one of their titles speaks of? Furniture that no rule caught is not.

        Args:
            in_runs: look for the title's words in shared runs only, not among all shared words.
        """
        titles = [t for page in (self.child, self.parent) if len(t := headline_words(page.document)) >= 3]
        if in_runs:
            shared = {k for r in self.runs for k in self.ours.keys[r.a_start : r.a_end]}
        else:
            shared = set(self.ours.keys) & set(self.theirs.keys)
        # By their first letters: "sheriff's" and "shootings" in the text answer "sheriff" and "shooting" in a headline.
        stems = {k[:_STEM] for k in shared}
        return not titles or any(self._told(title, stems) for title in titles)

    def _told(self, title: frozenset[str], stems: set[str]) -> bool:
        """Is enough of a title told? "Fatal shooting" stands in all releases of a police force, its street in one."""
        weights = self.rarity.weights(sorted(title))
        return sum(x for word, x in weights.items() if word[:_STEM] in stems) >= _TOLD * sum(weights.values())

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
    pair = _Pair(p, c, rarity)
    forth, back = containment(c.plain, p.plain), containment(p.plain, c.plain)
    share = max(forth, back)
    enough = min(p.size, c.size) >= _LEAST_WORDS or jaccard(c.plain, p.plain) >= 0.9
    if share >= REPRINT and enough and pair.tells():
        return Tie(child, parent, "reprint", 3 + share / 2, _copied(pair, known, kind="reprint", share=share))
    if enough and _in_part(pair, forth, share) and pair.tells():
        return Tie(child, parent, "reprint", 2.5 + share / 2, _copied(pair, known, kind="part reprint", share=share))
    told = _rewritten(pair, rarity)
    if told is None:
        return None
    covered, weighed, how = told
    reasons = _copied(pair, known, kind="rewrite", share=covered, how=how)
    return Tie(child, parent, "rewrite", 1 + (covered + weighed) / 2, reasons)


def _in_part(pair: _Pair, forth: float, share: float) -> bool:
    if share < _PART:
        return False
    if forth >= _PART and pair.longest() >= _PART_RUN:
        return True
    return pair.covered() >= _PART_COVERED and pair.longest() >= _PART_COVERED_RUN


def _rewritten(pair: _Pair, rarity: Rarity) -> tuple[float, float, str] | None:
    """Return how much of the shorter one the other has, by its words and by their weight (0..1), and how.

    Null for no rewrite. Whoever changes each verb and figure leaves few common runs; then sentences are compared.
    """
    small, large = sorted((pair.child, pair.parent), key=lambda p: (p.size, p.document.id))
    if small.size < _LEAST_WORDS or large.size > _REWRITE_LONGER * small.size:
        return None
    if containment(small.skeleton, large.skeleton) < _REWRITE_PHRASES:
        return None
    weighed, rare, count = rarity.shared(small, large)
    close, telling = within(small, large, _REWRITE_DAYS), rarity.telling(small, large)
    least = _REWRITE_LEAST_RARE if close else _REWRITE_LEAST_RARE_LATER
    if weighed < _RETOLD or rare < _RETOLD_RARE or count < least:
        return None
    found: tuple[float, float, str] | None = None
    covered = pair.covered(_REWRITE_RUN)
    if weighed >= _REWRITE and rare >= _REWRITE_RARE and covered >= _REWRITE_COVERED:
        # Half of the words in common runs speak for themselves, less does with words that hardly another document has.
        if covered >= _HALF_COVERED or telling >= _REWRITE_TELLING:
            found = covered, weighed, f"stand in the other too, in runs of {_REWRITE_RUN} or more"
    elif close and telling >= _REWRITE_TELLING:
        told = retold(small, large)
        if told.sentences >= _RETOLD_SENTENCES and told.order >= _RETOLD_ORDER:
            how = "stand in sentences that the other tells in nearly the same words and order"
            found = told.sentences, weighed, how
    return found if found and pair.tells(in_runs=False) else None


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


def _copied(pair: _Pair, known: str, *, kind: str, share: float, how: str = "") -> tuple[Reason, ...]:
    parent = pair.parent
    name = parent.document.outlet or parent.outlet or f"“{parent.document.title or parent.document.id}”"
    what = {
        "reprint": f"{share:.0%} of the words of one stand word for word in the other",
        "part reprint": f"a passage makes up {share:.0%} of this document and stands word for word in the other",
        "rewrite": f"{share:.0%} of the words of the shorter one {how}",
    }[kind]
    order = f"Order: {known}." if known else "Order unknown: neither credits nor dates tell which came first."
    return (
        Reason(step=kind, says=f"Shares its text with the report of {name}: {what}.", passages=pair.shown()),
        Reason(step="order", says=order),
    )
