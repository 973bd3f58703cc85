"""Statements with the origin and the documents that carry them: copies fold here."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from sayso.records import Origins, Reading, content_id
from sayso.weighing.carriers import Carriers
from sayso.weighing.figures.entries import HARM, Entry, entries_of
from sayso.weighing.figures.statements import Stated, doubted_in, stated_in
from sayso.weighing.figures.sums import announced
from sayso.weighing.figures.titles import lead, titled
from sayso.weighing.figures.victims import Victim, victims_of
from sayso.weighing.figures.voiced import voiced
from sayso.weighing.speakers import Speakers, plain_name


class Held(NamedTuple):
    """A statement, the first document that carries it, its origin, and the documents of it that repeat it.

    `root` is the origin of that document, or of the held report that it passes the statement on from; `who` a key that
    all names of one speaker share, the outlet's where the outlet speaks for itself; `speaker` who says it over all
    documents, which may be told by another one of its origin.
    `reading` has the title before the text, which `lead` code points move (`sayso.weighing.figures.titles`), and
    `announced` is the number that this title gives for the same quantity. `names` are those of the speaker, as
    compared.
    """

    stated: Stated
    reading: Reading
    origin: str
    documents: tuple[str, ...]
    root: str
    who: str
    speaker: str | None
    lead: int = 0
    announced: float | None = None
    names: frozenset[str] = frozenset()

    @property
    def document(self) -> str:
        """Id of the first document that carries it."""
        return self.reading.document.id


class Desk(NamedTuple):
    """What a user told of sources: letters by name, names to set aside, accounts a person confirmed."""

    grades: Mapping[str, str]
    distrusted: frozenset[str]
    decided: Collection[str]

    def distrusts(self, item: Held) -> str | None:
        """Name of the speaker, outlet, author or document of `item` that the user distrusts; None if none is."""
        document = item.reading.document
        names = (item.speaker, item.stated.speaker, document.outlet, document.author, document.id)
        named = next((name for name in names if name and folded(name) in self.distrusted), None)
        return named or (item.speaker if item.names & self.distrusted else None)

    def grade(self, item: Held) -> str | None:
        """Admiralty grade of the speaker, else of the outlet."""
        said = map(folded, filter(None, (item.speaker, *sorted(item.names), item.reading.document.outlet)))
        return next((self.grades[name] for name in said if name in self.grades), None)


def folded(name: str) -> str:
    """A name as compared: case, spacing and a leading article do not matter."""
    return plain_name(name)


def desk_of(grades: Mapping[str, str], distrusted: Collection[str], decided: Collection[str]) -> Desk:
    """Prepare a user's word on sources for look-up by folded name."""
    return Desk({folded(k): v for k, v in sorted(grades.items())}, frozenset(map(folded, distrusted)), decided)


def held_of(readings: Sequence[Reading], origins: Origins) -> list[Held]:
    """All statements in order of publication; the same statement within one origin is held once."""
    links = {link.id: link.origin for link in origins.documents}
    second = {link.id for link in origins.documents if link.of is not None}
    plain = sorted(readings, key=lambda r: (r.document.published or "", r.document.id in second, r.document.id))
    ordered = [titled(r) for r in plain]
    leads = {r.document.id: lead(r) for r in plain}
    every = {r.document.id: entries_of(r, leads[r.document.id]) for r in ordered}
    told = {name: [e for e in some if e.doubt is None] for name, some in every.items()}
    people = _people(told, links)
    speakers, carriers = Speakers(plain, links), Carriers(plain, links)
    spoken: list[tuple[Stated, Reading, str]] = []
    for reading in ordered:
        root = links.get(reading.document.id, reading.document.id)
        elsewhere = [v for other, own in people.items() if other != root for v in own]
        name = reading.document.id
        spoken.extend(
            (stated, reading, _carried(stated, reading, carriers) or root)
            for stated in stated_in(told[name], elsewhere)
        )
        spoken.extend((stated, reading, root) for stated in doubted_in([e for e in every[name] if e.doubt is not None]))
    found: dict[tuple[object, ...], Held] = {}
    first: dict[tuple[object, ...], tuple[object, ...]] = {}
    names = voiced(spoken, origins, speakers)
    for (stated, reading, root), speaker in zip(spoken, names, strict=True):
        name = reading.document.id
        who = speakers.identity(speaker or reading.document.outlet or f"document {name}")
        value = (root, stated.key, stated.low, stated.high, stated.wording, stated.how, stated.doubt)
        key: tuple[object, ...] = (*value, stated.speaker and who)
        known = found.get(key)
        if known is None and value in first and found[first[value]].document != name:
            key = first[value]  # another report of this origin gives the same number, whoever is named for it there
            known = found[key]
        first.setdefault(value, key)
        if known is None:
            own = _origin(stated, told[name], root) if root == links.get(name, name) else root
            count = announced(told[name], stated.key)
            spoken_of = speakers.names_of(speaker) if speaker else frozenset()
            found[key] = Held(stated, reading, own, (name,), root, who, speaker, leads[name], count, spoken_of)
        elif name not in known.documents:
            found[key] = known._replace(documents=(*known.documents, name))
    return list(found.values())


def _carried(stated: Stated, reading: Reading, carriers: Carriers) -> str | None:
    """The origin of another report that is held, where what is stated is passed on from it; else null."""
    start = stated.start
    around = [c for c in reading.claims if any(s.start <= start < s.end for s in c.content)]
    return next((o for c in around if (o := carriers.channel_of(c, reading.document)) is not None), None)


def _people(told: Mapping[str, Sequence[Entry]], links: Mapping[str, str]) -> dict[str, list[Victim]]:
    """The dead that each origin tells of one by one."""
    people: dict[str, list[Victim]] = {}
    for name, entries in told.items():
        dead = [v for v in victims_of(entries) if v.fate == "killed"]
        people.setdefault(links.get(name, name), []).extend(dead)
    return people


def _origin(stated: Stated, entries: Sequence[Entry], root: str) -> str:
    """Origin of a statement: in a text that brings several speakers together each speaker is one."""
    speakers = {folded(e.speaker) for e in entries if e.speaker and e.figure.what in HARM}
    if stated.speaker is None or len(speakers) < 2:
        return root
    return content_id("origin", "speaker", folded(stated.speaker))
