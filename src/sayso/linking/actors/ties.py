"""What reports say that actors are to each other, under the actor it is said of; nobody's word is made a fact."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence

from sayso.knowledge import names, tables
from sayso.linking.actors.grouping import Group
from sayso.records import ActorTie, Passage, Reading, RelationKind, Speaker, StatedRelation, StatedTie

__all__ = ["ties"]


class _Standing:
    """Which group is mentioned where, in some of the documents."""

    def __init__(self, groups: Sequence[Group], documents: Container[str]) -> None:
        self._spans: dict[str, list[tuple[int, int, Group]]] = {}
        for group in groups:
            for member in group.members:
                if member.document not in documents:
                    continue
                spot = (member.mention.start, member.mention.end, group)
                self._spans.setdefault(member.document, []).append(spot)
        for spans in self._spans.values():
            spans.sort(key=lambda s: s[:2])
        self._known = {g.known.name: g for g in reversed(groups) if g.known}

    def at(self, document: str, party: Speaker) -> Group | None:
        """The group whose mention shares characters with a party, else the one that its name is known to be of."""
        spans = self._spans.get(document, [])
        first = bisect_left(spans, party.end, key=lambda s: s[0]) - 1
        for start, end, group in reversed(spans[max(0, first - 1) : first + 1]):
            if start < party.end and party.start < end:
                return group
        known = tables.actor(party.entity) if party.entity else None
        return self._known.get(known.name) if known else None


def ties(groups: Sequence[Group], readings: Sequence[Reading]) -> dict[str, tuple[ActorTie, ...]]:
    """By the id of an actor, what is said that it is to others; in the order in which the readings say it first."""
    standing = _Standing(groups, {reading.document.id for reading in readings if reading.relations})
    found: dict[str, dict[tuple[RelationKind, str], tuple[Group | None, str, list[StatedTie]]]] = {}
    for reading in readings:
        for relation in reading.relations:
            subject = standing.at(reading.document.id, relation.subject)
            other = standing.at(reading.document.id, relation.object)
            name = other.shown if other else relation.object.entity or relation.object.text
            if subject is None or subject is other:
                continue
            key = relation.kind, other.id if other else names.key(name)
            stated = found.setdefault(subject.id, {}).setdefault(key, (other, name, []))[2]
            stated.append(_stated(relation, reading))
    return {
        subject: tuple(
            ActorTie(kind=kind, name=name, actor=other.id if other else None, stated=tuple(stated))
            for (kind, _), (other, name, stated) in told.items()
        )
        for subject, told in found.items()
    }


def _stated(relation: StatedRelation, reading: Reading) -> StatedTie:
    """Whose words it is: the speaker of the claim that holds it, else the outlet."""
    claim = next((c for c in reading.claims if c.id == relation.claim), None)
    source = claim.source if claim else None
    return StatedTie(
        passage=Passage(document=reading.document.id, start=relation.start, end=relation.end, text=relation.text),
        speaker=(source.entity or source.text) if source else None,
        outlet=reading.document.outlet,
        denied=relation.negated != (claim is not None and claim.polarity == "denied"),
        certainty=claim.certainty if claim else "certain",
    )
