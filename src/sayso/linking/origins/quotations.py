"""Quotations that documents share: noted where origins differ, for one speaker may stand behind both, and never a tie.

Two reporters at one press conference quote the same words and are two reporters still; where a document has nothing but
its speaker, `resting` finds that by the speaker's name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.linking.origins.pages import QUOTED, Page, passage
from sayso.linking.origins.ties import SharedQuotation
from sayso.linking.shingles import Words, candidate_pairs, codes, shared_runs, shingles_of, words
from sayso.records import Passage, Reason

__all__ = ["find_quotations"]

_WORDS = 8


def find_quotations(pages: Sequence[Page]) -> Iterator[SharedQuotation]:
    """Find documents that quote the same eight words or more; of each two the longest such quotation."""
    quoted = [_quoted(p) for p in pages]
    sets = [shingles_of(codes(q.keys), _WORDS) if len(q.keys) >= _WORDS else codes(()) for q in quoted]
    for a, b, _ in candidate_pairs(sets, least=1):
        runs = shared_runs(quoted[a].keys, quoted[b].keys, _WORDS)
        if not runs:
            continue
        longest = max(runs, key=lambda r: (r.a_end - r.a_start, -r.a_start))
        ours = _passage(pages[a], quoted[a], longest.a_start, longest.a_end)
        theirs = _passage(pages[b], quoted[b], longest.b_start, longest.b_end)
        yield SharedQuotation(a, b, (_reason(pages[b], ours, theirs), _reason(pages[a], theirs, ours)))


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
