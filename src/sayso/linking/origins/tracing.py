"""From ties between documents to a partition into origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sayso.linking.origins.citations import Citation, find_citations
from sayso.linking.origins.copies import find_copies, near_pairs, same_pages
from sayso.linking.origins.pages import Page, passage, prepare
from sayso.linking.origins.quotations import note_quotations
from sayso.linking.origins.rarity import Rarity
from sayso.linking.origins.resting import Common, aim, find_commons, find_corrections, find_resting
from sayso.linking.origins.ties import Tie
from sayso.records import Document, Origin, OriginLink, Origins, Reading, Reason, content_id
from sayso.records.accounts import Relation

__all__ = ["trace_origins"]

_NONE: Mapping[str, tuple[Relation, str | None]] = MappingProxyType({})
_LITTLE = 8
_AS_MUCH = 0.25


def trace_origins(
    documents: Sequence[Document],
    readings: Sequence[Reading] = (),
    *,
    overrules: Mapping[str, tuple[Relation, str | None]] = _NONE,
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
    unique = list({d.id: d for d in documents}.values())
    pages = prepare(unique)
    near = near_pairs(pages)
    rarity = Rarity(pages)
    citations = aim(pages, find_citations(pages, readings), near, rarity)
    ties = [
        *same_pages(pages),
        *find_copies(pages, citations, near, rarity),
        *find_resting(pages, citations),
        *find_corrections(pages, near, rarity),
    ]
    places = {d.id: i for i, d in enumerate(unique)}
    decided = {places[i]: (relation, of) for i, (relation, of) in overrules.items() if i in places}
    chosen = _choose(pages, _overruled(ties, decided, places))
    commons = [c for c in find_commons(pages, citations, near, rarity) if not {c.a, c.b} & decided.keys()]
    return _assemble(pages, chosen, commons, citations, decided)


def _overruled(
    ties: Sequence[Tie], decided: Mapping[int, tuple[Relation, str | None]], places: Mapping[str, int]
) -> list[Tie]:
    alone = {i for i, (relation, _) in decided.items() if relation == "independent"}
    kept = [t for t in ties if t.child not in decided and t.parent not in alone]
    for index, (relation, of) in decided.items():
        target = places.get(of) if of is not None else None
        if relation in ("reprint", "rewrite", "cites") and target is not None and target != index:
            kept.append(Tie(index, target, relation, 9.0, ()))
    return kept


def _choose(pages: Sequence[Page], ties: Sequence[Tie]) -> dict[int, Tie]:
    """Give every document its strongest tie, without ever closing a circle."""
    parent: dict[int, Tie] = {}
    ranked = sorted(ties, key=lambda t: (-t.strength, pages[t.child].order(), pages[t.parent].order(), t.relation))
    for tie in ranked:
        if tie.child in parent:
            continue
        at = tie.parent
        while at in parent and at != tie.child:
            at = parent[at].parent
        if at != tie.child:
            parent[tie.child] = tie
    _lift(parent, ranked)
    return parent


def _lift(parent: dict[int, Tie], ranked: Sequence[Tie]) -> None:
    """Tie a document to what its parent depends on, where it owes that about as much: the wire, not another reprint."""
    between = {(t.child, t.parent): t for t in reversed(ranked)}
    for child in sorted(parent):
        tie = parent[child]
        while tie.parent in parent:
            above = between.get((child, parent[tie.parent].parent))
            if above is None or above.strength < tie.strength - _AS_MUCH:
                break
            tie = above
        parent[child] = tie


def _root(chosen: Mapping[int, Tie], index: int) -> int:
    while index in chosen:
        index = chosen[index].parent
    return index


def _assemble(
    pages: Sequence[Page],
    chosen: Mapping[int, Tie],
    commons: Sequence[Common],
    citations: Sequence[Sequence[Citation]],
    decided: Mapping[int, tuple[Relation, str | None]],
) -> Origins:
    joined, shared = _join(pages, chosen, commons)
    root = {i: joined.get(_root(chosen, i), _root(chosen, i)) for i in range(len(pages))}
    members: dict[int, list[int]] = defaultdict(list)
    for i in range(len(pages)):
        members[root[i]].append(i)
    names = {r: content_id("origin", pages[r].document.id) for r in members}
    quoted = note_quotations(pages, [root[i] for i in range(len(pages))])
    links = []
    for i, page in enumerate(pages):
        relation, of, reasons = _link(pages, i, chosen.get(i), shared.get(i, ()), len(members[root[i]]))
        if i in decided:
            relation = decided[i][0]
            reasons = (
                Reason(step="decided", says=f"A person decided: {relation}{f' of {of}' if of else ''}."),
                *reasons,
            )
        elif relation in ("independent", "original"):
            reasons = (*reasons, *_cited(pages, citations[i], i), *quoted.get(i, ()))
        links.append(OriginLink(id=page.document.id, origin=names[root[i]], relation=relation, of=of, reasons=reasons))
    origins = [Origin(id=names[r], documents=tuple(pages[i].document.id for i in m)) for r, m in members.items()]
    # `members` was filled in document order, so its origins already stand in order of their first document.
    return Origins(documents=tuple(links), origins=tuple(origins))


def _join(
    pages: Sequence[Page], chosen: Mapping[int, Tie], commons: Sequence[Common]
) -> tuple[dict[int, int], dict[int, tuple[Reason, ...]]]:
    """Join roots that rest on one source outside: which root stands for which, and the reasons by document."""
    stands: dict[int, int] = {}
    shared: dict[int, tuple[Reason, ...]] = {}

    def head(index: int) -> int:
        while index in stands:
            index = stands[index]
        return index

    for common in commons:
        if common.a in chosen or common.b in chosen:
            continue
        for index, reason in zip((common.a, common.b), common.reasons, strict=True):
            shared.setdefault(index, (reason,))
        first, second = sorted((head(common.a), head(common.b)), key=lambda i: pages[i].order())
        if first != second:
            stands[second] = first
    return {i: head(i) for i in stands}, shared


def _link(
    pages: Sequence[Page], index: int, tie: Tie | None, shared: tuple[Reason, ...], together: int
) -> tuple[Relation, str | None, tuple[Reason, ...]]:
    if tie is not None:
        return tie.relation, pages[tie.parent].document.id, tie.reasons
    if shared:
        return "cites", None, shared
    if together > 1:
        return (
            "original",
            None,
            (Reason(step="root", says="Other documents go back to this one; it goes back to none that is held."),),
        )
    if pages[index].size < _LITTLE:
        return (
            "independent",
            None,
            (Reason(step="too little", says="Hardly any text of its own is left once page furniture is set aside."),),
        )
    return "independent", None, (Reason(step="alone", says="No other document shares its text or is its only source."),)


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
