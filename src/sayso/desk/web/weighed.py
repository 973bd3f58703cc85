"""Questions about what follows from the documents, answered with the newest state that has been weighed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from litestar import Request, Response, get
from litestar.params import FromQuery, QueryParameter

from sayso.desk.web import amounts, documents, links
from sayso.desk.web.answers.base import Answer
from sayso.desk.web.answers.decided import ReportSections, SectionRow
from sayso.desk.web.answers.documents import Documents
from sayso.desk.web.answers.linked import Actors, OneActor, OneLink, OriginGraph
from sayso.desk.web.answers.weighed import Contradictions, Figures, Incidents, OneFigure, Overview, Sources, Timeline
from sayso.desk.web.immediate import Name, missing
from sayso.desk.web.originals import FILE, headers
from sayso.desk.web.room import Here, Room, answer, shown
from sayso.workbench import Weighed, forms

Ask = Request[Any, Any, Any]
Wait = Annotated[str | None, QueryParameter(max_length=40, description="Wait until this version is weighed.")]
Rule = Literal["airwars", "ucdp", "acled", "gtd"]
T = TypeVar("T", bound=Answer)

_MANY = 40
"""Sources up to which what each of them changes is worked out unasked."""


def _told(request: Ask, room: Room, version: str | None, make: Callable[[Weighed], T | None], name: str = "") -> Any:
    state = room.weighed(version)
    made = make(state)
    if made is None:
        raise missing(request.url.path.split("/")[2].rstrip("s"), name)
    return answer(request, state, lambda: made, key=_key(request))


def _key(request: Ask) -> str:
    """What tells two questions apart: not how long somebody is ready to wait."""
    rest = sorted((k, v) for k, v in request.query_params.multi_items() if k != "version")
    return f"{request.url.path}?{rest}"


def _once(request: Ask, room: Room, version: str | None, make: Callable[[Weighed], T]) -> Any:
    kept = None if request.url.query else room.screen.weighed(request.url.path)
    if kept is not None:
        return shown(request, kept)
    state = room.weighed(version)
    return answer(request, state, lambda: make(state), key=_key(request))


@get("/api/overview", sync_to_thread=True)
def overview(request: Ask, room: Here, version: Wait = None) -> Response[Overview]:
    """The incident in one screen."""
    return _once(request, room, version, lambda w: amounts.overview(w, room.live.now()))  # type: ignore[no-any-return]


@get("/api/documents", sync_to_thread=True)
def listed(request: Ask, room: Here, version: Wait = None) -> Response[Documents]:
    """All documents, their origins, and what was refused."""
    return _once(request, room, version, documents.listed)  # type: ignore[no-any-return]


@get("/api/figures", sync_to_thread=True)
def figures(request: Ask, room: Here, rule: FromQuery[Rule] = "airwars", version: Wait = None) -> Response[Figures]:
    """All quantities as ranges."""
    return _once(request, room, version, lambda w: amounts.figures(w, rule))  # type: ignore[no-any-return]


@get("/api/figures/{key:str}", sync_to_thread=True)
def figure(  # noqa: PLR0917 - the framework calls it by name
    request: Ask,
    room: Here,
    key: Name,
    rule: FromQuery[Rule] = "airwars",
    left_out: Annotated[list[str] | None, QueryParameter(name="without", max_items=50)] = None,
    each: FromQuery[bool] = False,  # noqa: FBT002 - a query
    version: Wait = None,
) -> Response[OneFigure]:
    """One quantity: accounts, the rule step by step, other rules; `without` leaves sources out to see what changes.

    `each` works out what every single source changes, even where there are many.
    """

    def make(state: Weighed) -> OneFigure | None:
        what_if = room.live.without(state, left_out, rule) if left_out else None
        known = each or bool(state.whole) or amounts.speakers(state.view) <= _MANY
        view = room.live.whole(state) if known else state.view
        return amounts.one_figure(view, key, rule, what_if, each=known)

    return _told(request, room, version, make, key)  # type: ignore[no-any-return]


@get("/api/contradictions", sync_to_thread=True)
def contradictions(request: Ask, room: Here, version: Wait = None) -> Response[Contradictions]:
    """What accounts say against each other, side by side."""
    return _once(request, room, version, amounts.contradictions)  # type: ignore[no-any-return]


@get("/api/origins", sync_to_thread=True)
def origins(request: Ask, room: Here, version: Wait = None) -> Response[OriginGraph]:
    """Who copied or cited whom."""
    return _once(request, room, version, links.origins)  # type: ignore[no-any-return]


@get("/api/origins/{document:str}", sync_to_thread=True)
def origin(request: Ask, room: Here, document: Name, version: Wait = None) -> Response[OneLink]:
    """Why one document is held to go back to where it does."""
    return _told(request, room, version, lambda w: links.one_link(w, document), document)  # type: ignore[no-any-return]


@get("/api/sources", sync_to_thread=True)
def sources(request: Ask, room: Here, version: Wait = None) -> Response[Sources]:
    """Outlets and speakers with their grades."""
    return _once(request, room, version, links.sources)  # type: ignore[no-any-return]


@get("/api/actors", sync_to_thread=True)
def actors(request: Ask, room: Here, version: Wait = None) -> Response[Actors]:
    """Everybody who is mentioned."""
    return _once(request, room, version, links.actors)  # type: ignore[no-any-return]


@get("/api/actors/{actor:str}", sync_to_thread=True)
def actor(request: Ask, room: Here, actor: Name, version: Wait = None) -> Response[OneActor]:
    """One actor with the passages that mention it."""
    return _told(request, room, version, lambda w: links.one_actor(w, actor), actor)  # type: ignore[no-any-return]


@get("/api/incidents", sync_to_thread=True)
def incidents(request: Ask, room: Here, version: Wait = None) -> Response[Incidents]:
    """Every happening that the documents report."""
    return _once(request, room, version, amounts.incidents)  # type: ignore[no-any-return]


@get("/api/timeline", sync_to_thread=True)
def timeline(request: Ask, room: Here, version: Wait = None) -> Response[Timeline]:
    """Dated sentences in time order."""
    return _once(request, room, version, amounts.whole_timeline)  # type: ignore[no-any-return]


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
    form: FromQuery[Literal["html", "md", "docx", "pdf"]] = "html",
    rule: FromQuery[Rule] = "airwars",
    version: Wait = None,
) -> Response[bytes]:
    """The footnoted report as a file."""
    view = room.live.whole(room.weighed(version), rule)
    return written(f"report.{form}", lambda target: room.live.case.report(target, view=view))


@get("/api/report/sections", sync_to_thread=True)
def sections(request: Ask, room: Here, version: Wait = None) -> Response[ReportSections]:
    """The sections of the report, and what people wrote into them."""

    def make(state: Weighed) -> ReportSections:
        written = state.view.written
        titles = room.live.sections(state)
        return ReportSections(
            sections=tuple(
                SectionRow(id=name, title=title, written=tuple(w for w in written if w.section == name))
                for name, title in titles.items()
            )
        )

    return _once(request, room, version, make)  # type: ignore[no-any-return]


@get("/api/exports/{form:str}", media_type=FILE, sync_to_thread=True)
def export(room: Here, form: Name, version: Wait = None) -> Response[bytes]:
    """The case in another tool's form, as a file."""
    if form not in forms():
        raise missing("form called", form)
    view = room.live.whole(room.weighed(version))
    return written(f"case.{form}", lambda target: room.live.case.export(form, target, view=view))


HANDLERS = [overview, listed, figures, figure, contradictions, origins, origin, sources, actors, actor, incidents,
            timeline, report, sections, export]  # fmt: skip
