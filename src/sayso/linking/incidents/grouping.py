"""The one public function of this part of the room: readings in, groups out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.linking.incidents.description import claimed_day, claimed_place
from sayso.linking.incidents.features import Features, describe
from sayso.linking.incidents.followups import join_by_place
from sayso.linking.incidents.joining import candidates, link
from sayso.linking.incidents.scoring import compare, log_odds, prior_shift
from sayso.records import IncidentGroup, Reading, Reason, content_id

__all__ = ["group_incidents"]

_THRESHOLD = -0.9
"""Mean log odds above which groups join; chosen on `gva/dev`, by folds, for the F1 of pairs."""

_WORTH = -6.0
_SHOWN = 5


def group_incidents(readings: Sequence[Reading]) -> tuple[IncidentGroup, ...]:
    """Group documents by the happening that they report, by words, names, places, ages and days.

    Every document falls in exactly one group (one that tells of several happenings, in that of its main matter, or
    its own). Of readings with the same document id the last stands. The order of the input changes only the order of
    the answer.

    Returns:
        Groups in order of their first document; date (ISO day) and place as most of their documents claim, null if
        none does.
    """
    unique = list({r.document.id: r for r in readings}.values())
    # Sorted by id inside, so that equal scores break the same way whatever the input order.
    ranked = sorted(unique, key=lambda r: r.document.id)
    features, rarity = describe(ranked)
    shift = prior_shift(len(ranked))
    odds: dict[tuple[int, int], float] = {}
    for a, b in candidates(features):
        value = log_odds(compare(features[a], features[b], rarity)) + shift
        if value > _WORTH:
            odds[a, b] = value
    place = {r.document.id: i for i, r in enumerate(unique)}
    linked = [[ranked[i] for i in g] for g in link(odds, len(ranked), _THRESHOLD)]
    groups = [sorted(g, key=lambda r: place[r.document.id]) for g in join_by_place(linked)]
    groups.sort(key=lambda g: place[g[0].document.id])
    known = {f.id: f for f in features}
    return tuple(_group(g, known, rarity) for g in groups)


def _group(readings: Sequence[Reading], known: Mapping[str, Features], rarity: Mapping[str, float]) -> IncidentGroup:
    day = claimed_day(readings)
    place = claimed_place(readings)
    ids = tuple(r.document.id for r in readings)
    reasons = [c.reason for c in (day, place) if c]
    if len(ids) > 1:
        reasons.insert(0, _together([known[i] for i in ids], rarity))
    return IncidentGroup(
        id=content_id("incident", *sorted(ids)),
        documents=ids,
        date=day.value if day else None,
        place=place.value if place else None,
        reasons=tuple(reasons),
    )


def _together(features: Sequence[Features], rarity: Mapping[str, float]) -> Reason:
    held: dict[str, int] = {}
    for f in features:
        for word in f.weights:
            held[word] = held.get(word, 0) + 1
    telling = sorted((w for w, n in held.items() if n > 1), key=lambda w: (-held[w] * rarity[w], w))[:_SHOWN]
    days = sorted(f.day for f in features if f.day is not None)
    span = f", published within {days[-1] - days[0]} days" if len(days) > 1 else ""
    return Reason(
        step="joined", says=f"Proposed as one incident: {len(features)} documents{span}, sharing {', '.join(telling)}."
    )
