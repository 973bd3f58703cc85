"""Quotations that documents of different origins share: noted, for one speaker may stand behind both, and never a tie.

Two reporters at one press conference quote the same words and are two reporters still; where a document has nothing but
its speaker, `resting` finds that by the speaker's name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sayso.linking.origins.pages import QUOTED, Page, passage
from sayso.linking.shingles import Words, candidate_pairs, codes, shared_runs, shingles_of, words
from sayso.records import Passage, Reason

__all__ = ["note_quotations"]

_WORDS = 8
_MOST = 3


def note_quotations(pages: Sequence[Page], roots: Sequence[int]) -> dict[int, tuple[Reason, ...]]:
    """Return for documents that quote eight words or more which another origin quotes too a reason that says so.

    Args:
        pages: prepared documents.
        roots: for each of them, what stands for its origin.
    """
    quoted = [_quoted(p) for p in pages]
    sets = [shingles_of(codes(q.keys), _WORDS) if len(q.keys) >= _WORDS else codes(()) for q in quoted]
    found: dict[int, list[Reason]] = defaultdict(list)
    for a, b, _ in candidate_pairs(sets, least=1):
        if roots[a] == roots[b]:
            continue
        runs = shared_runs(quoted[a].keys, quoted[b].keys, _WORDS)
        if not runs:
            continue
        longest = max(runs, key=lambda r: (r.a_end - r.a_start, -r.a_start))
        ours = _passage(pages[a], quoted[a], longest.a_start, longest.a_end)
        theirs = _passage(pages[b], quoted[b], longest.b_start, longest.b_end)
        found[a].append(_reason(pages[b], ours, theirs))
        found[b].append(_reason(pages[a], theirs, ours))
    return {i: tuple(sorted(some, key=lambda r: r.says)[:_MOST]) for i, some in found.items()}


def _quoted(page: Page) -> Words:
    text = page.document.text
    spans = [m.span(1) for low, high in page.spans for m in QUOTED.finditer(text, low, high)]
    return words(text, spans)


def _passage(page: Page, cut: Words, start: int, end: int) -> Passage:
    return passage(page.document, cut.starts[start], cut.ends[end - 1])


def _reason(other: Page, mine: Passage, theirs: Passage) -> Reason:
    name = other.document.outlet or other.outlet or other.document.title or other.document.id
    says = f"It shares a quotation with the report of {name}: one speaker may stand behind both."
    return Reason(step="shared quotation", says=says, passages=(mine, theirs))
