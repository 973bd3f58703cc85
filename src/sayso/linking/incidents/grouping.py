"""The public function of this part of the room: readings in, groups out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.linking.incidents.deciding import regroup
from sayso.linking.incidents.description import claimed_day, claimed_place
from sayso.linking.incidents.followups import join_by_place
from sayso.linking.incidents.index import IncidentIndex, Memory
from sayso.linking.incidents.proposing import propose_joins
from sayso.records import Document, IncidentGroup, ProposedJoin, Reading, Reason, Regrouping, content_id

__all__ = ["group_incidents", "index_keys"]

_SHOWN = 5


def index_keys(documents: Sequence[Document]) -> list[tuple[str, str]]:
    """Return what an index knows documents by: id, and what tells one version of the text from another."""
    return [(d.id, content_id("text", d.title or "", d.published or "", d.url or "", d.text)) for d in documents]


def group_incidents(
    readings: Sequence[Reading], *, decided: Sequence[Regrouping] = (), index: IncidentIndex | None = None
) -> tuple[IncidentGroup, ...]:
    """Group documents by the happening that they report, by words, names, places, ages and days.

    Every document falls in exactly one group, that of its main matter; where it may report another incident too, or
    belong there, that one lists it among its `proposed` documents. Of readings with the same document id the last
    stands. The order of the input changes only the order of the answer (with an index, see there).

    Args:
        readings: in any order.
        decided: what people decided about incidents, oldest first; their word stands.
        index: one that is up to date with the readings' documents; none: one is made, which learns from all of them.

    Returns:
        Groups in order of their first document; date (ISO day) and place as most of their documents claim, null if
        none does.
    """
    by_id = {r.document.id: r for r in readings}
    kept = index
    if kept is None:
        kept = IncidentIndex(Memory(), steps=lambda documents: documents)
        kept.sync(index_keys([r.document for r in by_id.values()]), lambda ids: [by_id[i].document for i in ids])
    linked = [[by_id[i] for i in group] for group in kept.groups()]
    place = {name: i for i, name in enumerate(by_id)}
    groups = [sorted((r.document.id for r in g), key=place.__getitem__) for g in join_by_place(linked)]
    groups.sort(key=lambda g: place[g[0]])
    settled = regroup(groups, decided)
    order = sorted(range(len(settled.groups)), key=lambda n: place[settled.groups[n][0]])
    final = [settled.groups[n] for n in order]
    fixed = {name for one in decided for name in one.documents}
    proposed = propose_joins(kept, final, fixed)
    return tuple(
        _group([by_id[i] for i in final[at]], kept, settled.reasons[n], proposed.get(at, ()))
        for at, n in enumerate(order)
    )


def _group(
    readings: Sequence[Reading],
    index: IncidentIndex,
    decided: tuple[Reason, ...],
    proposed: tuple[ProposedJoin, ...],
) -> IncidentGroup:
    day = claimed_day(readings)
    place = claimed_place(readings)
    ids = tuple(r.document.id for r in readings)
    reasons = [c.reason for c in (day, place) if c]
    if len(ids) > 1 and not decided:
        reasons.insert(0, _together(ids, index))
    return IncidentGroup(
        id=content_id("incident", *sorted(ids)),
        documents=ids,
        date=day.value if day else None,
        place=place.value if place else None,
        reasons=(*decided, *reasons),
        proposed=proposed,
    )


def _together(ids: Sequence[str], index: IncidentIndex) -> Reason:
    features = [index.features(name) for name in ids]
    held = Counter(word for f in features for word in f.weights)
    telling = sorted((w for w, n in held.items() if n > 1), key=lambda w: (-held[w] * index.rarity.of(w), w))[:_SHOWN]
    days = sorted(f.day for f in features if f.day is not None)
    span = f", published within {days[-1] - days[0]} days" if len(days) > 1 else ""
    return Reason(
        step="joined", says=f"Proposed as one incident: {len(features)} documents{span}, sharing {', '.join(telling)}."
    )
