"""The parts of a case as lists for people: short entries that read well at 80 columns, files by the names they have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.workbench.lines import (
    Line,
    moment,
    moment_of,
    name_of,
    one_line,
    pad,
    plural,
    shortlist,
    three,
    tied,
    wrap,
)

if TYPE_CHECKING:
    from sayso.records import CaseView, Claim, Document, Incident, OriginLink, PlaceMention
    from sayso.workbench import Hit

Drawn = Iterator[Line]


def file_name(document: Document) -> str:
    """What people call it: the file's name, or the address."""
    return one_line(Path(document.path).name if document.path else document.url or document.id)


def labels(view: CaseView) -> dict[str, str]:
    """A name for every document, by id; those that share a file are told apart by the row's own id, or a number."""
    documents = [r.document for r in view.readings]
    shared = Counter(map(file_name, documents))
    seen: Counter[str] = Counter()
    found = {}
    for document in documents:
        name = file_name(document)
        seen[name] += 1
        own = f"#{seen[name]}" if document.id.startswith("d-") else one_line(document.id)
        found[document.id] = name if shared[name] == 1 else f"{name} {own}"
    return found


def ends(left: str, right: str, width: int, *, indent: int = 0, style: str = "head") -> Line:
    """A line with something at both ends; the left one is cut where there is not room for both."""
    room = max(width - len(right) - 2 - indent, 10)
    return [(" " * indent, ""), (pad(left, room), style), ("  ", ""), (right, "quiet")]


def folded(text: str, width: int, *, indent: int = 2, style: str = "") -> Drawn:
    """Text broken into lines, indented."""
    for line in wrap(text, width - indent):
        yield [(" " * indent + line, style)]


def quoted(text: str) -> str:
    """Put words into quotation marks, unless they bring their own."""
    words = one_line(text)
    return words if words[:1] in '“"«„' and words[-1:] in '”"»“' else f"“{words}”"


def columns(head: tuple[str, ...], rows: Sequence[tuple[str, ...]], width: int) -> Drawn:
    """A table whose first column takes what room is left and whose others are narrow and stand to the right.

    A first cell for which there is no room stands whole on lines of its own, because people type such names again.
    """
    sizes = [max(len(row[i]) for row in (head, *rows)) for i in range(1, len(head))]
    room = max(width - sum(sizes) - 2 * len(sizes), 12)
    first = min(room, max(len(row[0]) for row in (head, *rows)))
    for number, row in enumerate((head, *rows)):
        style = "" if number else "quiet"
        name, rest = row[0], "".join("  " + pad(c, size, right=True) for c, size in zip(row[1:], sizes, strict=True))
        if len(name) > room:
            yield from folded(name, width, indent=0)
            name = ""
        yield [(pad(name, first), style), (rest, style)]


def documents(view: CaseView, width: int) -> Drawn:
    """Every document: file and date, then outlet and headline; unread and refused ones with the reason."""
    names = labels(view)
    for document in (r.document for r in view.readings):
        yield ends(names[document.id], f"{moment(document.published)}", width)
        title = one_line(document.title or "") or "no title"
        yield from folded(f"{one_line(document.outlet or '') or 'outlet unknown'}: {title}", width)
        if document.unread:
            yield from folded(f"kept but not read: {document.unread}", width, style="warn")
    if view.refused:
        yield [("", "")]
    for refused in view.refused:
        yield from folded(f"refused {refused.name}: {refused.reason}", width, indent=0, style="warn")


def speaker(claim: Claim) -> str:
    """Who says it and through whom."""
    unnamed = "nobody named" if claim.cue else "the outlet, in its own voice"
    name = one_line(claim.source.entity or claim.source.text) if claim.source else unnamed
    return name + "".join(f", via {one_line(v.text)}" for v in claim.via)


def timeline(view: CaseView, width: int) -> Drawn:
    """Dated sentences by time; one that several documents share stands once."""
    names = labels(view)
    places: dict[tuple[str, str], list[str]] = {}
    who: dict[tuple[str, str], str | None] = {}
    for entry in view.timeline:
        key = (moment_of(entry), one_line(entry.says))
        places.setdefault(key, []).append(names.get(entry.passage.document, entry.passage.document))
        who.setdefault(key, entry.speaker)
    last = None
    for (when, says), found in places.items():
        if when != last:
            yield [(when, "head")]
            last = when
        yield from folded(says, width)
        said = f"{one_line(who[when, says] or '')}, in " if who[when, says] else "in "
        yield from folded(said + shortlist(list(dict.fromkeys(found)), 2), width, indent=4, style="quiet")


def places(view: CaseView, width: int) -> Drawn:
    """Places that were found on the map, then names that were not."""
    spots: dict[tuple[object, ...], list[PlaceMention]] = {}
    where: dict[tuple[object, ...], set[str]] = {}
    for reading in view.readings:
        for place in reading.places:
            area = place.area and (place.area.lat, place.area.lon, place.area.radius_km)
            spot = (place.lat is None, place.name, place.country or "", place.lat, place.lon, place.precision, area)
            spots.setdefault(spot, []).append(place)
            where.setdefault(spot, set()).add(reading.document.id)
    for key in sorted(spots, key=str):
        found = spots[key]
        first = found[0]
        country = f", {one_line(first.country)}" if first.country else ""
        known = first.lat is not None and first.lon is not None
        kind = "ground beside it" if first.precision == "offset" else first.precision
        there = f"{first.lat:.4f}, {first.lon:.4f} · {kind}" if known else "not on the map"
        yield ends(one_line(first.name) + country, there, width)
        written = [text for text in dict.fromkeys(one_line(p.text) for p in found) if text != first.name]
        told = f"{plural(len(found), 'mention')} in {plural(len(where[key]), 'document')}"
        yield from folded(told + (f", written {shortlist(written)}" if written else ""), width)
        if first.area is not None:
            near = f"{first.area.lat:.2f}, {first.area.lon:.2f}"
            yield from folded(f"meant: the ground within {first.area.radius_km:g} km of {near}", width)


def actors(view: CaseView, width: int) -> Drawn:
    """Everybody who is mentioned, most mentioned first: other spellings, what is said of them, who may be the same."""
    names = {actor.id: one_line(actor.name) for actor in view.actors}
    for actor in view.actors:
        told = f"{plural(actor.mentions, 'mention')} in {plural(len(actor.documents), 'document')}"
        yield ends(names[actor.id], f"{actor.type.replace('_', ' ')} · {told}", width)
        if actor.known_as and actor.known_as != actor.name:
            yield from folded(f"known as {one_line(actor.known_as)}", width)
        others = [one_line(s) for s in (*actor.spellings, *actor.described) if s != actor.name]
        if others:
            yield from folded(f"also written {shortlist(others, 8)}", width)
        for tie in actor.ties:
            yield from folded(tied(tie), width)
        for says in (r.says for r in actor.reasons if r.step == "decided"):
            yield from folded(one_line(says), width)
        alike = [names[other] for other in actor.perhaps if other in names]
        if alike:
            yield from folded(f"perhaps the same as {shortlist(alike)}; a person says so with sayso actor merge", width)


def _why(link: OriginLink) -> str:
    return one_line(link.reasons[0].says) if link.reasons else ""


def origins(view: CaseView, width: int) -> Drawn:
    """Each independent origin with the documents that go back to it, how, and why in a sentence."""
    names, links = labels(view), {link.id: link for link in view.origins.documents}
    outlets = {r.document.id: name_of(r.document) for r in view.readings}
    yield [(f"{plural(len(links), 'document')}, {plural(len(view.origins.origins), 'independent origin')}", "head")]
    for number, origin in enumerate(view.origins.origins, start=1):
        yield [("", "")]
        yield ends(
            f"{number}. {outlets.get(origin.documents[0], '')}", plural(len(origin.documents), "document"), width
        )
        for name in origin.documents:
            link = links[name]
            of = f" of {names[link.of]}" if link.of in names else ""
            preposition = of if link.relation in ("reprint", "rewrite") else of.replace(" of ", " ", 1)
            yield from folded(f"{names[name]}: {link.relation}{preposition}", width, indent=3)
            if len(origin.documents) > 1 or link.relation not in ("original", "independent"):
                yield from folded(_why(link), width, indent=5, style="quiet")


def _toll(incident: Incident) -> str:
    pairs = (("killed", incident.killed), ("injured", incident.injured))
    return " · ".join(f"{word} {three(r.minimum, r.best, r.maximum)}" for word, r in pairs)


def incidents(view: CaseView, width: int) -> Drawn:
    """Each happening: when, where, how many hurt, and in which documents."""
    names = labels(view)
    for incident in view.incidents:
        where = one_line(incident.place or "") or "place unknown"
        yield ends(f"{moment(incident.date)}, {where}", plural(len(incident.documents), "document"), width)
        yield from folded(_toll(incident), width)
        yield from folded(", ".join(names.get(i, i) for i in incident.documents), width, indent=4, style="quiet")
        for join in incident.proposed:
            asked = f"perhaps also {names.get(join.document, join.document)} ({join.likelihood:.0%})"
            yield from folded(f"{asked}: {' '.join(r.says for r in join.reasons)}", width, indent=4, style="quiet")


def found(hits: Sequence[Hit], width: int) -> Drawn:
    """Hits of a search: where, then the words."""
    for hit in hits:
        place = f"{hit.passage.start}-{hit.passage.end}"
        yield ends(f"{hit.outlet or 'outlet unknown'}: {hit.title or hit.document}", place, width)
        yield from folded(hit.passage.text, width)


ROWS: dict[str, Callable[[CaseView, int], Drawn]] = {
    "documents": documents,
    "timeline": timeline,
    "places": places,
    "actors": actors,
    "origins": origins,
    "incidents": incidents,
}
"""How the parts that nobody grades are drawn; `sayso.desk.graded` has them all."""
