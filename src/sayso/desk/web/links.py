"""Who copied or cited whom, and who is who."""

from __future__ import annotations

import msgspec

from sayso.desk.web.answers.linked import Actors, GraphLink, GraphNode, OneActor, OneLink, OriginGraph
from sayso.desk.web.answers.weighed import Sources
from sayso.desk.web.documents import name_of, origin_rows
from sayso.records import Actor, Passage
from sayso.workbench import Weighed

_SHOWN = 200


def origins(weighed: Weighed) -> OriginGraph:
    """The graph: a node and a link for every document; `of` null for those that go back to none that is held."""
    view = weighed.view
    decided = {d.subject: d.id for d in view.decisions if d.kind == "origin"}
    documents = {r.document.id: r.document for r in view.readings}
    nodes, links = [], []
    for link in view.origins.documents:
        document = documents[link.id]
        nodes.append(
            GraphNode(
                id=link.id,
                label=document.title or name_of(document),
                outlet=document.outlet,
                published=document.published,
                origin=link.origin,
            )
        )
        links.append(
            GraphLink(
                id=link.id,
                of=link.of,
                relation=link.relation,
                origin=link.origin,
                why=link.reasons[0].says if link.reasons else "",
                overruled=link.id in decided,
                decision=decided.get(link.id),
            )
        )
    return OriginGraph(nodes=tuple(nodes), links=tuple(links), origins=origin_rows(view))


def one_link(weighed: Weighed, document: str) -> OneLink | None:
    """One document's origin with all reasons; null when there is no such document."""
    view = weighed.view
    link = next((one for one in view.origins.documents if one.id == document), None)
    if link is None:
        return None
    rows = [d for d in view.decisions if d.kind == "origin" and d.subject == document]
    return OneLink(link=link, decision=rows[-1] if rows else None)


def sources(weighed: Weighed) -> Sources:
    """Outlets and speakers with their grades."""
    return Sources(sources=weighed.view.sources)


def _bare(actor: Actor) -> Actor:
    reasons = tuple(msgspec.structs.replace(r, passages=()) for r in actor.reasons)
    return msgspec.structs.replace(actor, reasons=reasons)


def actors(weighed: Weighed) -> Actors:
    """The cast, most mentioned first."""
    return Actors(actors=tuple(map(_bare, weighed.view.actors)))


def one_actor(weighed: Weighed, name: str) -> OneActor | None:
    """One actor with the passages that mention it under one of its spellings; null when there is none of that id."""
    found = next((a for a in weighed.view.actors if a.id == name), None)
    if found is None:
        return None
    spellings, documents = {found.name, *found.spellings}, set(found.documents)
    passages: list[Passage] = []
    for reading in (r for r in weighed.view.readings if r.document.id in documents):
        mine = [m for m in reading.mentions if m.text in spellings or m.entity in spellings]
        passages += [Passage(document=reading.document.id, start=m.start, end=m.end, text=m.text) for m in mine]
        if len(passages) >= _SHOWN:
            break
    return OneActor(actor=_bare(found), passages=tuple(passages[:_SHOWN]))
