"""Which documents go back to one origin: what their texts tell of it, and the answer."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from sayso.linking.origins.citations import Citation, find_citations
from sayso.linking.origins.copies import find_copies, near_pairs, same_pages
from sayso.linking.origins.pages import Page, passage, prepare
from sayso.linking.origins.quotations import find_quotations
from sayso.linking.origins.rarity import Rarity
from sayso.linking.origins.resting import aim, find_commons, find_corrections, find_resting
from sayso.linking.origins.settling import Overrules, settle_origins
from sayso.linking.origins.ties import Bonds
from sayso.records import Document, Origins, Reading, Reason

__all__ = ["find_bonds", "trace_origins"]

_NONE: Overrules = MappingProxyType({})


def trace_origins(
    documents: Sequence[Document], readings: Sequence[Reading] = (), *, overrules: Overrules = _NONE
) -> Origins:
    """Tell which documents go back to one origin, how, and why.

    Every document depends on at most one other, the one it owes most to, and a document's origin is the root it leads
    back to: so a round-up that copies two reports joins the nearer one and does not make the two one origin.

    Relations: `reprint` (text of the other, whole or part), `rewrite` (the other's content in other words, and an
    outlet's correction of its own report), `cites` (what it reports goes back to the other, and it names no speaker
    of its own; with
    `of` null: to a source that we do not hold, shared with another document), `original` (others depend on it),
    `independent` (alone in its origin, though it may cite others: its reasons say whom).

    Direction comes from credits, then dates. Where neither tells, the dated before the undated, then the longer, then
    the smaller id stands as root, for grouping only, and the reasons say "order unknown".

    Args:
        documents: in any order; the order changes nothing but the order of the answer.
        readings: of the same documents, where they exist; their claims add to the speakers found here.
        overrules: what a person decided, by document id: its relation, and the document it is of. `independent` and
            `original` cut it loose from what it was thought to depend on, `independent` also from what was thought to
            depend on it. They always win, and the reasons say so. Ids that are not among the documents are passed over.

    Returns:
        Links in input order; origins in order of their first document.
    """
    return settle_origins(find_bonds(documents, readings), overrules)


def find_bonds(documents: Sequence[Document], readings: Sequence[Reading] = ()) -> Bonds:
    """Find all that ties documents to one another in their texts, their claims and their dates: most of the work.

    It does not hang on what persons decide, so it can be kept while the documents stay. Arguments as `trace_origins`;
    of documents with the same id the last stands.
    """
    pages = prepare(list({d.id: d for d in documents}.values()))
    near = near_pairs(pages)
    rarity = Rarity(pages)
    citations = aim(pages, find_citations(pages, readings), near, rarity)
    ties = (
        *same_pages(pages),
        *find_copies(pages, citations, near, rarity),
        *find_resting(pages, citations),
        *find_corrections(pages, near, rarity),
    )
    return Bonds(
        papers=tuple(p.paper() for p in pages),
        ties=ties,
        commons=tuple(find_commons(pages, citations, near, rarity)),
        cited=tuple(_cited(pages, own, i) for i, own in enumerate(citations)),
        quotations=tuple(find_quotations(pages)),
    )


def _cited(pages: Sequence[Page], citations: Sequence[Citation], index: int) -> tuple[Reason, ...]:
    """Say whom a document that depends on none cites of those we hold, and whom it credits of those we do not."""
    reasons = []
    for target in sorted({c.document for c in citations if c.document is not None}):
        mine = [c for c in citations if c.document == target and c.end > c.start]
        name = pages[target].document.outlet or mine[0].name if mine else pages[target].document.id
        shown = tuple(passage(pages[index].document, c.start, c.end) for c in mine[:3])
        says = f"It cites {name}, but does not rest on it alone."
        reasons.append(Reason(step="mentions", says=says, passages=shown))
    credited = {c.key: c for c in reversed(citations) if c.kind in ("tag", "credit") and not c.held and c.end > c.start}
    for key in sorted(credited):
        c = credited[key]
        says = f"It credits {c.name}, which is not among the documents."
        reasons.append(Reason(step="credit", says=says, passages=(passage(pages[index].document, c.start, c.end),)))
    return tuple(reasons)
