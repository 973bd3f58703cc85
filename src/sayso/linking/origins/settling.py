"""From what ties documents to one another, and what persons decided, to a partition into origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sayso.linking.origins.ties import Bonds, Common, Paper, Tie, order_of
from sayso.records import Origin, OriginLink, Origins, Reason, content_id
from sayso.records.accounts import Relation

__all__ = ["Overrules", "settle_origins"]

Overrules = Mapping[str, tuple[Relation, str | None]]
"""What a person decided, by document id: its relation, and the document that it is of."""

_NONE: Overrules = MappingProxyType({})
_LITTLE = 8
_AS_MUCH = 0.25
_QUOTED = 3


def settle_origins(bonds: Bonds, overrules: Overrules = _NONE) -> Origins:
    """Partition documents into origins, from `find_bonds` and what persons decided: no text is looked at.

    As `trace_origins`, which asks both.
    """
    papers = bonds.papers
    places = {paper.id: i for i, paper in enumerate(papers)}
    decided = {places[i]: (relation, of) for i, (relation, of) in overrules.items() if i in places}
    chosen = _choose(papers, _overruled(bonds.ties, decided, places))
    commons = [c for c in bonds.commons if not {c.a, c.b} & decided.keys()]
    return _assemble(bonds, chosen, commons, decided)


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


def _choose(papers: Sequence[Paper], ties: Sequence[Tie]) -> dict[int, Tie]:
    """Give every document its strongest tie, without ever closing a circle."""
    parent: dict[int, Tie] = {}
    ranked = sorted(
        ties, key=lambda t: (-t.strength, order_of(papers[t.child]), order_of(papers[t.parent]), t.relation)
    )
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
    bonds: Bonds,
    chosen: Mapping[int, Tie],
    commons: Sequence[Common],
    decided: Mapping[int, tuple[Relation, str | None]],
) -> Origins:
    papers = bonds.papers
    joined, shared = _join(papers, chosen, commons)
    root = {i: joined.get(_root(chosen, i), _root(chosen, i)) for i in range(len(papers))}
    members: dict[int, list[int]] = defaultdict(list)
    for i in range(len(papers)):
        members[root[i]].append(i)
    names = {r: content_id("origin", papers[r].id) for r in members}
    quoted = _quoted(bonds, root)
    links = []
    for i, paper in enumerate(papers):
        relation, of, reasons = _link(papers, i, chosen.get(i), shared.get(i, ()), len(members[root[i]]))
        if i in decided:
            relation = decided[i][0]
            reasons = (
                Reason(step="decided", says=f"A person decided: {relation}{f' of {of}' if of else ''}."),
                *reasons,
            )
        elif relation in ("independent", "original"):
            reasons = (*reasons, *bonds.cited[i], *quoted.get(i, ()))
        links.append(OriginLink(id=paper.id, origin=names[root[i]], relation=relation, of=of, reasons=reasons))
    origins = [Origin(id=names[r], documents=tuple(papers[i].id for i in m)) for r, m in members.items()]
    # `members` was filled in document order, so its origins already stand in order of their first document.
    return Origins(documents=tuple(links), origins=tuple(origins))


def _quoted(bonds: Bonds, root: Mapping[int, int]) -> dict[int, tuple[Reason, ...]]:
    """Reasons that say of documents which quotations they share with others, where these are of another origin."""
    found: dict[int, list[Reason]] = defaultdict(list)
    for shared in bonds.quotations:
        if root[shared.a] != root[shared.b]:
            found[shared.a].append(shared.reasons[0])
            found[shared.b].append(shared.reasons[1])
    return {i: tuple(sorted(some, key=lambda r: r.says)[:_QUOTED]) for i, some in found.items()}


def _join(
    papers: Sequence[Paper], chosen: Mapping[int, Tie], commons: Sequence[Common]
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
        first, second = sorted((head(common.a), head(common.b)), key=lambda i: order_of(papers[i]))
        if first != second:
            stands[second] = first
    return {i: head(i) for i in stands}, shared


def _link(
    papers: Sequence[Paper], index: int, tie: Tie | None, shared: tuple[Reason, ...], together: int
) -> tuple[Relation, str | None, tuple[Reason, ...]]:
    if tie is not None:
        return tie.relation, papers[tie.parent].id, tie.reasons
    if shared:
        return "cites", None, shared
    if together > 1:
        return (
            "original",
            None,
            (Reason(step="root", says="Other documents go back to this one; it goes back to none that is held."),),
        )
    if papers[index].size < _LITTLE:
        return (
            "independent",
            None,
            (Reason(step="too little", says="Hardly any text of its own is left once page furniture is set aside."),),
        )
    return "independent", None, (Reason(step="alone", says="No other document shares its text or is its only source."),)
