"""Who is named, the sources with their grades, and the documents with what each depends on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.records import Actor, OriginLink, Passage, SourceProfile, content_id
from sayso.reporting.blocks import Block, Cell, Paragraph, Run, Section, Sentence, Table
from sayso.reporting.naming import capital, is_nobody, plain, unresolved
from sayso.reporting.notes import name_of
from sayso.reporting.phrases import FOLD_AT, Desk, ours, record, theirs
from sayso.reporting.words import inline, moment, one_line, plural, tied

MOST_ACTORS = 60
MOST_SAID = 3
"""Statements of one tie that are cited."""
MOST_REPEATED = 3
"""Rows that may give the same reason before it is said once for all."""
_CAST = (
    "Persons, bodies and units as written; spellings were linked by the program. Offices and allegiances are what"
    " documents claim, not findings."
)
_RELATIONS = {
    "original": "origin",
    "independent": "independent",
    "reprint": "reprint of",
    "rewrite": "rewrite of",
    "cites": "cites",
}


def _only(name: str, title: str, *said: Sentence) -> Section:
    return Section(id=name, title=title, blocks=(Paragraph(sentences=said),))


def cast_section(desk: Desk) -> Section:
    """Who is named, what documents call them, under which spellings, and in how many documents."""
    places = {p.name.casefold() for r in desk.view.readings for p in r.places}
    places |= {p.text.casefold() for r in desk.view.readings for p in r.places}
    places |= {one_line(i.place or "").casefold() for i in desk.view.incidents}
    actors = [a for a in desk.view.actors if a.name.casefold() not in places]
    shown = sorted(actors, key=lambda a: (-len(a.documents), -a.mentions, a.name))[:MOST_ACTORS]
    if not shown:
        return _only("cast", "Who is named", record("Nobody is named in the documents that could be read."))
    # Whom documents describe stands open; a long list of bare names is for looking up.
    first = [a for a in shown if desk.view.described.get(a.id)][:FOLD_AT] if len(shown) > FOLD_AT else shown
    rest = [a for a in shown if a not in first]
    left = len(actors) - len(shown)
    more = f" {plural(left, 'name')} with fewer mentions are left out." if left else ""
    decided = sum(actor.decided for actor in shown)
    head = _CAST + (f" {plural(decided, 'name')} settled by a person." if decided else "")
    blocks: list[Block] = []
    if first:
        blocks.append(_table(desk, "actors", head + ("" if rest else more), first, None))
    if rest:
        many = f"{plural(len(rest), 'further name') if first else plural(len(rest), 'name')} and their spellings"
        caption = "Named, without being described." if first else head
        blocks.append(_table(desk, "named", caption + more, rest, many if len(rest) > FOLD_AT or first else None))
    return Section(id="cast", title="Who is named", blocks=tuple(blocks))


def _table(desk: Desk, name: str, caption: str, actors: Sequence[Actor], folded: str | None) -> Table:
    said = any(actor.ties for actor in actors)
    ties = ("Said to be",) if said else ()
    columns = ("Name", "Kind", "Called, as documents put it", "Also written", *ties, "Documents", "Mentions")
    rows = tuple(_actor(desk, a, said=said) for a in actors)
    return Table(id=name, caption=caption, columns=columns, rows=rows, folded=folded)


def _actor(desk: Desk, actor: Actor, *, said: bool) -> tuple[Cell, ...]:
    other = [s for s in actor.spellings if s != actor.name]
    runs: list[Run] = []
    for spelling in other[:6]:
        runs += [ours("; ")] if runs else []
        where = _first_mention(desk, actor, spelling)
        runs.append(
            theirs(spelling, desk.book.document(where.document)) if where else Run(one_line(spelling), theirs=True)
        )
    firsts = [p for s in (actor.name, *other[:6]) if (p := _first_mention(desk, actor, s))]
    known = [ours(one_line(actor.known_as))] if actor.known_as and actor.known_as != actor.name else []
    name = [ours(one_line(actor.name)), *((ours(" ("), *known, ours(")")) if known else ())]
    return (
        Cell(runs=tuple(name), notes=desk.cite(firsts)),
        Cell(runs=(ours(_kind(desk, actor)),)),
        _called(desk, actor),
        Cell(runs=tuple(runs) or (ours("–"),)),
        *((_ties(desk, actor),) if said else ()),
        Cell(runs=(ours(str(len(actor.documents))),), number=True),
        Cell(runs=(ours(str(actor.mentions)),), number=True),
    )


def _kind(desk: Desk, actor: Actor) -> str:
    """What it is: an outlet only where it is no person and no force that also publishes."""
    return "outlet" if actor.type == "organization" and actor.name in desk.outlets else actor.type.replace("_", " ")


def _ties(desk: Desk, actor: Actor) -> Cell:
    """What is said that it is to others, with whose words and where they stand."""
    words = "; ".join(tied(tie) for tie in actor.ties)
    return Cell(
        runs=(ours(words or "–"),), notes=desk.cite(s.passage for t in actor.ties for s in t.stated[:MOST_SAID])
    )


def _called(desk: Desk, actor: Actor) -> Cell:
    """Office, allegiance and backing in the words of the documents, which alone stand for them."""
    said = desk.view.described.get(actor.id, ())
    runs: list[Run] = []
    for passage in said:
        runs += [ours("; ")] if runs else []
        runs.append(theirs(passage.text, desk.book.document(passage.document)))
    return Cell(runs=tuple(runs) or (ours("–"),), notes=desk.cite(said))


def _first_mention(desk: Desk, actor: Actor, spelling: str) -> Passage | None:
    wanted = set(actor.documents)
    for reading in desk.view.readings:
        if reading.document.id in wanted:
            for mention in reading.mentions:
                if mention.text == spelling:
                    return desk.passage(reading.document, mention.start, mention.end)
            at = reading.document.text.find(spelling)
            if at >= 0 and spelling:
                return desk.passage(reading.document, at, at + len(spelling))
    return None


def sources_section(desk: Desk) -> Section:
    """Sources with their grades, and documents with what each depends on."""
    sources = tuple(
        (
            Cell(
                runs=(
                    ours(capital(plain(p.name)) if p.kind == "speaker" else one_line(p.name)),
                    *((ours(" distrusted"),) if p.distrusted else ()),
                )
            ),
            Cell(runs=(ours(p.kind),)),
            Cell(grade=p.grade, runs=() if p.grade else (ours("not graded"),)),
            _proposed(desk, p),
            Cell(runs=(ours(str(p.documents)),), number=True),
            Cell(runs=(ours(str(p.claims)),), number=True),
            Cell(runs=(ours("; ".join(dict.fromkeys(desk.origin(o) for o in p.origins)) or "–"),)),
        )
        for p in desk.view.sources
        if not (p.kind == "speaker" and (unresolved(p.name) or is_nobody(p.name)))
    )
    usual = _usual(desk)
    tables: list[Block] = []
    if sources:
        tables.append(
            Table(
                id="grades",
                caption="Sources. Grades are Admiralty: reliability of the source A to F, credibility of its"
                " information 1 to 6; two axes, never merged.",
                columns=(
                    "Source",
                    "Kind",
                    "Grade",
                    "Its record supports",
                    "Documents",
                    "Claims",
                    "Origins it speaks through",
                ),
                rows=sources,
                folded=plural(len(sources), "source") + ("" if desk.letters else ", none of them graded yet")
                if len(sources) > FOLD_AT
                else None,
            )
        )
    tables.append(
        Table(
            id="documents",
            caption="Documents by what they depend on. Reprints, rewrites and citations of one origin count once."
            + (f" Independent: {inline(usual)}" if usual else ""),
            columns=("Document", "Published", "Depends on", "Why", "SHA-256"),
            rows=tuple(_document(desk, r.document.id, usual) for r in desk.view.readings),
        )
    )
    return Section(id="sources", title="Sources and independence", blocks=tuple(tables))


def _proposed(desk: Desk, source: SourceProfile) -> Cell:
    """The letter that a source's record in the case supports, with the counts; never a person's grade."""
    found = source.proposed
    if found is None:
        return Cell(runs=(ours("–"),))
    if found.letter == "F":
        return Cell(runs=(ours("F: too few figures to compare"),))
    told = f"{found.letter}: {found.agree} of {found.compared} comparable figures agree with other origins"
    corrected = f", {found.corrected} replaced by its own later one" if found.corrected else ""
    return Cell(runs=(ours(told + corrected),), notes=desk.cite(p for r in found.reasons[:1] for p in r.passages))


def _usual(desk: Desk) -> str:
    """Find the reason that most independent documents share, to be said once above the table; else nothing."""
    links = [k for k in desk.view.origins.documents if k.relation == "independent"]
    said = Counter(_why(k) for k in links if not any(r.passages for r in k.reasons))
    words, count = said.most_common(1)[0] if said else ("", 0)
    return words if count > MOST_REPEATED else ""


def _why(link: OriginLink) -> str:
    return " ".join(one_line(reason.says) for reason in link.reasons[:2])


def _document(desk: Desk, name: str, usual: str) -> tuple[Cell, ...]:
    document, link = desk.documents[name], desk.relation_of.get(name)
    title = [ours(one_line(name_of(document)), strong=True)]
    if document.title and document.title != name_of(document):
        title += [ours(" "), theirs(document.title, document)]
    relation = _RELATIONS[link.relation] if link else "not compared"
    if link and link.of:
        other = desk.documents.get(link.of)
        relation += f" {name_of(other)}" if other else f" {one_line(link.of)}"
    why = _why(link) if link else ""
    why = "" if why == usual else why
    notes = desk.cite(p for reason in (link.reasons[:2] if link else ()) for p in reason.passages[:1])
    how = f" ({one_line(document.published_how)})" if document.published_how else ""
    return (
        Cell(runs=tuple(title), anchor=content_id("d", document.id)),
        Cell(runs=(ours(moment(document.published) + how),)),
        Cell(runs=(ours(relation),)),
        Cell(runs=(ours(why or "–"),), notes=notes),
        Cell(runs=(ours(f"{document.sha256[:12]}…"),)),
    )
