"""What is shown in frames and never with the powers of the page: archived copies and the report."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import MediaType, Response, get
from litestar.params import FromPath, FromQuery, QueryParameter

from sayso.desk.web.documents import name_of, original
from sayso.desk.web.immediate import Name
from sayso.desk.web.originals import FILE, SANDBOX, drawn_page, file_of, framed
from sayso.desk.web.room import AsWeighed, Here, Room, missing
from sayso.desk.web.weighed import Rule, written
from sayso.records import Document
from sayso.workbench import Weighed


def _held(room: Room, name: str) -> tuple[Document, bytes]:
    """A document with its untouched bytes, checked against their hash."""
    found = room.live.now().reviewed.get(name)
    if found is None:
        raise missing("document", name)
    return found.reading.document, room.live.case.store.raw(name)


@get("/frames/documents/{document:str}", media_type=MediaType.HTML, sync_to_thread=True)
def copy(room: Here, document: Name, images: FromQuery[bool] = False) -> Response[bytes]:  # noqa: FBT002 - a query
    """An archived copy in a sandbox: no script, no request; `images` shows pictures inside the copy itself."""
    held, raw = _held(room, document)
    return framed(held, raw, original(held).kind, images=images)


@get("/frames/documents/{document:str}/pages/{page:int}", media_type="image/png", sync_to_thread=True)
def page(
    room: Here, document: Name, page: FromPath[int], scale: Annotated[float, QueryParameter(ge=0.1, le=4)] = 1.5
) -> Response[bytes]:
    """One page of an archived PDF, drawn as PNG."""
    held, raw = _held(room, document)
    if original(held).kind != "pdf":
        raise missing("page of", document)
    return drawn_page(raw, page, scale)


@get("/api/documents/{document:str}/original", media_type=FILE, sync_to_thread=True)
def whole(room: Here, document: Name) -> Response[bytes]:
    """The untouched bytes of a document, as a file."""
    held, raw = _held(room, document)
    return file_of(held, raw, name_of(held).rsplit("/", 1)[-1])


def report_page(room: Room, weighed: Weighed, rule: Rule, *, redact: bool = False) -> Response[Any]:
    """The report as a page of its own, without any script."""
    view = room.live.whole(weighed, rule)
    body = written("report.html", lambda target: room.live.case.report(target, view=view, redact=redact)).content
    policy = SANDBOX.format(images="data:")
    return Response(body, media_type=MediaType.HTML, headers={"Content-Security-Policy": policy})


@get("/frames/report", media_type=MediaType.HTML, sync_to_thread=True)
def report(
    room: Here,
    weighed: AsWeighed,
    rule: FromQuery[Rule] = "airwars",
    redact: FromQuery[bool] = False,  # noqa: FBT002 - a query
) -> Response[bytes]:
    """The report as it will be, for a frame."""
    return report_page(room, weighed.state, rule, redact=redact)


HANDLERS = [copy, page, whole, report]
