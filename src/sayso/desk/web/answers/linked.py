"""Answers about who copied whom, who is who, and where things are."""

from __future__ import annotations

from typing import Any

from sayso.desk.web.answers.base import Answer, OriginRow
from sayso.records import Actor, Decision, OriginLink, Passage, Record


class GraphNode(Record, frozen=True, kw_only=True):
    """One document in the graph of origins."""

    id: str
    label: str
    outlet: str | None
    published: str | None
    origin: str


class GraphLink(Record, frozen=True, kw_only=True):
    """How one document came about; `of` is the one that it goes back to."""

    id: str
    of: str | None
    relation: str
    origin: str
    why: str
    overruled: bool
    decision: int | None


class OriginGraph(Answer, frozen=True, kw_only=True):
    """Who copied or cited whom."""

    nodes: tuple[GraphNode, ...]
    links: tuple[GraphLink, ...]
    origins: tuple[OriginRow, ...]


class OneLink(Answer, frozen=True, kw_only=True):
    """One document's origin with all reasons."""

    link: OriginLink
    decision: Decision | None


class Actors(Answer, frozen=True, kw_only=True):
    """Everybody who is mentioned, most mentioned first; reasons without their passages."""

    actors: tuple[Actor, ...]


class OneActor(Answer, frozen=True, kw_only=True):
    """One actor with passages that mention it, at most 200."""

    actor: Actor
    passages: tuple[Passage, ...]


class PlaceRow(Record, frozen=True, kw_only=True):
    """One place: how exact it is known (`radius_km` around it), how often and where it is named."""

    id: str
    name: str
    country: str | None
    precision: str
    radius_km: float | None
    mentions: int
    documents: tuple[str, ...]
    spellings: tuple[str, ...]
    decided: bool
    score: float
    says: str
    when: tuple[str, ...]


class Places(Answer, frozen=True, kw_only=True):
    """Places on the map as GeoJSON (longitude first), and those whose position nobody knows."""

    features: dict[str, Any]
    unplaced: tuple[PlaceRow, ...]


class OnePlace(Answer, frozen=True, kw_only=True):
    """One place with passages that name it, at most 200."""

    place: PlaceRow
    lat: float | None
    lon: float | None
    passages: tuple[Passage, ...]
