"""Questions about what follows from the documents, answered with the newest state that has been weighed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

from litestar import Response, get
from litestar.params import FromQuery, QueryParameter

from sayso.desk.web import amounts, documents, links
from sayso.desk.web.answers.decided import ReportSections, SectionRow
from sayso.desk.web.answers.documents import DocumentCredibility, Documents
from sayso.desk.web.answers.linked import Actors, OneActor, OneLink, OriginGraph
from sayso.desk.web.answers.weighed import Contradictions, Figures, Incidents, OneFigure, Overview, Sources, Timeline
from sayso.desk.web.immediate import Name
from sayso.desk.web.originals import FILE, headers
from sayso.desk.web.room import AsWeighed, Here, missing
from sayso.workbench import Weighed, forms

Rule = Literal["airwars", "ucdp", "acled", "gtd"]

_MANY = 40
"""Sources up to which what each of them changes is worked out unasked."""


@get("/api/overview", sync_to_thread=True)
def overview(room: Here, weighed: AsWeighed) -> Response[Overview]:
    """The incident in one screen."""
    return weighed.all(lambda w: amounts.overview(w, room.live.now()))


@get("/api/documents", sync_to_thread=True)
def listed(weighed: AsWeighed) -> Response[Documents]:
    """All documents, their origins, and what was refused."""
    return weighed.all(documents.listed)


@get("/api/documents/{document:str}/credibility", sync_to_thread=True)
def credibility(weighed: AsWeighed, document: Name) -> Response[DocumentCredibility]:
    """How credible each claim of a document is by what independent origins say, with reasons."""
    return weighed.one("document", document, lambda w: documents.credibility(w, document))


@get("/api/figures", sync_to_thread=True)
def figures(weighed: AsWeighed, rule: FromQuery[Rule] = "airwars") -> Response[Figures]:
    """All quantities as ranges."""
    return weighed.all(lambda w: amounts.figures(w, rule))


@get("/api/figures/{key:str}", sync_to_thread=True)
def figure(  # noqa: PLR0917 - the framework calls it by name
    room: Here,
    weighed: AsWeighed,
    key: Name,
    rule: FromQuery[Rule] = "airwars",
    left_out: Annotated[list[str] | None, QueryParameter(name="without", max_items=50)] = None,
    each: FromQuery[bool] = False,  # noqa: FBT002 - a query
) -> Response[OneFigure]:
    """One quantity: accounts, the rule step by step, other rules; `without` leaves sources out to see what changes.

    `each` works out what every single source changes, even where there are many.
    """

    def make(state: Weighed) -> OneFigure | None:
        what_if = room.live.without(state, left_out, rule) if left_out else None
        known = each or bool(state.whole) or amounts.speakers(state.view) <= _MANY
        view = room.live.whole(state) if known else state.view
        return amounts.one_figure(view, key, rule, what_if, each=known)

    return weighed.one("figure", key, make)


@get("/api/contradictions", sync_to_thread=True)
def contradictions(weighed: AsWeighed) -> Response[Contradictions]:
    """What accounts say against each other, side by side."""
    return weighed.all(amounts.contradictions)


@get("/api/origins", sync_to_thread=True)
def origins(weighed: AsWeighed) -> Response[OriginGraph]:
    """Who copied or cited whom."""
    return weighed.all(links.origins)


@get("/api/origins/{document:str}", sync_to_thread=True)
def origin(weighed: AsWeighed, document: Name) -> Response[OneLink]:
    """Why one document is held to go back to where it does."""
    return weighed.one("document", document, lambda w: links.one_link(w, document))


@get("/api/sources", sync_to_thread=True)
def sources(weighed: AsWeighed) -> Response[Sources]:
    """Outlets and speakers with their grades."""
    return weighed.all(links.sources)


@get("/api/actors", sync_to_thread=True)
def actors(weighed: AsWeighed) -> Response[Actors]:
    """Everybody who is mentioned."""
    return weighed.all(links.actors)


@get("/api/actors/{actor:str}", sync_to_thread=True)
def actor(weighed: AsWeighed, actor: Name) -> Response[OneActor]:
    """One actor with the passages that mention it."""
    return weighed.one("actor", actor, lambda w: links.one_actor(w, actor))


@get("/api/incidents", sync_to_thread=True)
def incidents(weighed: AsWeighed) -> Response[Incidents]:
    """Every happening that the documents report."""
    return weighed.all(amounts.incidents)


@get("/api/timeline", sync_to_thread=True)
def timeline(weighed: AsWeighed) -> Response[Timeline]:
    """Dated sentences in time order."""
    return weighed.all(amounts.whole_timeline)


@get("/api/report/sections", sync_to_thread=True)
def sections(room: Here, weighed: AsWeighed) -> Response[ReportSections]:
    """The sections of the report, and what people wrote into them."""

    def make(state: Weighed) -> ReportSections:
        own = state.view.written
        rows = (
            SectionRow(id=name, title=title, written=tuple(w for w in own if w.section == name))
            for name, title in room.live.sections(state).items()
        )
        return ReportSections(sections=tuple(rows))

    return weighed.all(make)


# -- taking away -----------------------------------------------------------------------------------------------------


def written(name: str, write: Callable[[Path], None]) -> Response[bytes]:
    """A file to keep, made in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="sayso-") as folder:
        target = Path(folder) / name
        write(target)
        body = target.read_bytes()
    return Response(
        body,
        headers={
            **headers(images=False),
            "Content-Type": FILE,
            "Content-Disposition": f'attachment; filename="{name}"',
        },
    )


@get("/api/report", media_type=FILE, sync_to_thread=True)
def report(
    room: Here,
    weighed: AsWeighed,
    form: FromQuery[Literal["html", "md", "docx", "pdf"]] = "html",
    rule: FromQuery[Rule] = "airwars",
    redact: FromQuery[bool] = False,  # noqa: FBT002 - a query
) -> Response[bytes]:
    """The footnoted report as a file; `redact` takes private and sensitive names out."""
    view = room.live.whole(weighed.state, rule)
    return written(f"report.{form}", lambda target: room.live.case.report(target, view=view, redact=redact))


@get("/api/exports/{form:str}", media_type=FILE, sync_to_thread=True)
def export(
    room: Here,
    weighed: AsWeighed,
    form: Name,
    redact: FromQuery[bool] = False,  # noqa: FBT002 - a query
) -> Response[bytes]:
    """The case in another tool's form, as a file; `redact` takes private and sensitive names out."""
    if form not in forms():
        raise missing("form called", form)
    view = room.live.whole(weighed.state)
    return written(f"case.{form}", lambda target: room.live.case.export(form, target, view=view, redact=redact))


HANDLERS = [overview, listed, credibility, figures, figure, contradictions, origins, origin, sources, actors, actor,
            incidents, timeline, sections, report, export]  # fmt: skip
