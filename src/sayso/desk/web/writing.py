"""What changes a case: decisions, undoing, adding; and the stream that tells pages of it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from litestar import Request, Response, get, post
from litestar.datastructures import UploadFile
from litestar.exceptions import HTTPException
from litestar.params import JSONBody, MultipartBody
from litestar.response import ServerSentEvent, ServerSentEventMessage

from sayso.desk.web import documents
from sayso.desk.web.answers.base import OneJob
from sayso.desk.web.answers.decided import Decided
from sayso.desk.web.answers.documents import ClaimView
from sayso.desk.web.deciding import Deciding, Doer, Redoing, Undoing
from sayso.desk.web.room import Here, Room, fresh
from sayso.records import Decision, Record
from sayso.workbench import Case, CollectOptions, Progress, Version, check_address

Ask = Request[Any, Any, Any]

_MOST = 1000
"""Decisions of one request."""

_PAUSE = 1.0
"""Seconds after which a stream looks for changes that nobody told it of."""

_BEAT = 15.0
"""Seconds after which a silent stream says that it is there."""


def _person(who: str) -> str:
    name = " ".join(who.split())
    if not name or len(name) > 200 or not name.isprintable():
        raise HTTPException(status_code=400, detail="Say in whose name this is decided, in a few words.")
    return name


def _done(request: Ask, room: Room, rows: list[Decision]) -> Response[Decided]:
    now = room.live.now()
    touched = {d.subject for d in rows if d.kind == "claim"}
    touched |= {d.subject for d in rows if d.kind == "grade" and not isinstance(d.value, str)}
    made = {c["id"] for d in rows if d.kind == "claim" for c in d.value["claims"]}
    views: list[ClaimView] = []
    if touched:
        for name in now.holding(touched | made):
            found = documents.claim_views(now, now.reviewed[name])
            views += [v for v in found if v.claim.id in touched or v.claim.id in made]
    return fresh(request, Decided(decisions=tuple(rows), claims=tuple(views)), str(now.version))


@post("/api/decisions", sync_to_thread=True, status_code=200)
def decide(request: Ask, room: Here, data: JSONBody[Deciding]) -> Response[Decided]:
    """Decide: all of it or none, one step of undoing. 409 names what somebody else decided meanwhile."""
    if not 0 < len(data.decisions) <= _MOST:
        raise HTTPException(status_code=400, detail=f"Send between 1 and {_MOST} decisions at a time.")
    who, based_on, now = _person(data.who), Version.parse(data.based_on), room.live.now()
    latest = room.live.latest()

    def write(case: Case) -> None:
        doer = Doer(case, now, who, latest.view if latest else None)
        for act in data.decisions:
            doer.do(act)

    return _done(request, room, room.live.decide(based_on, write))


@post("/api/undo", sync_to_thread=True, status_code=200)
def undo(request: Ask, room: Here, data: JSONBody[Undoing]) -> Response[Decided]:
    """Take back one's newest step that stands, or that of the decision named."""
    who = _person(data.who)
    return _done(request, room, room.live.undo(Version.parse(data.based_on), who, data.decision))


@post("/api/redo", sync_to_thread=True, status_code=200)
def redo(request: Ask, room: Here, data: JSONBody[Redoing]) -> Response[Decided]:
    """Decide again what one undid last."""
    return _done(request, room, room.live.redo(Version.parse(data.based_on), _person(data.who)))


class Addresses(Record, frozen=True, kw_only=True):
    """Addresses to fetch, with what is known of them."""

    urls: tuple[str, ...]
    outlet: str | None = None
    published: str | None = None


@dataclass
class Files:
    """Files to take in, with what is known of them."""

    files: list[UploadFile]
    outlet: str | None = None
    published: str | None = None


@post("/api/fetch", sync_to_thread=True, status_code=202)
def fetch(request: Ask, room: Here, data: JSONBody[Addresses]) -> Response[OneJob]:
    """Fetch addresses into the case; nothing else is ever fetched. The job tells what came of each."""
    if not 0 < len(data.urls) <= _MOST:
        raise HTTPException(status_code=400, detail=f"Send between 1 and {_MOST} addresses at a time.")
    addresses = [check_address(one) for one in data.urls]
    job = room.adding.begin([], addresses, CollectOptions(outlet=data.outlet, published=data.published))
    return fresh(request, OneJob(job=job), str(room.live.version()))


@post("/api/add", status_code=202)
async def add(request: Ask, room: Here, data: MultipartBody[Files]) -> Response[OneJob]:
    """Take files into the case. The job tells what came of each, and why what was refused."""
    if not 0 < len(data.files) <= _MOST:
        raise HTTPException(status_code=400, detail=f"Send between 1 and {_MOST} files at a time.")
    options = CollectOptions(outlet=data.outlet or None, published=data.published or None)
    files = [(one.filename, partial(_copy, one)) for one in data.files]
    job = await asyncio.to_thread(room.adding.begin, files, (), options)
    return fresh(request, OneJob(job=job), str(room.live.version()))


def _copy(upload: UploadFile, target: Path) -> None:
    with target.open("wb") as out:
        shutil.copyfileobj(upload.file, out)


@get("/api/events", media_type="text/event-stream")
async def events(room: Here) -> ServerSentEvent:
    """A stream that says when there is a new version, when it is weighed, and how jobs go on."""
    return ServerSentEvent(_news(room))


async def _news(room: Room) -> AsyncIterator[ServerSentEventMessage]:
    told: tuple[str, str | None] | None = None
    jobs: dict[str, tuple[str, int]] = {}
    progress: Progress | None = None
    silent = 0.0
    while not room.closed:
        version = await asyncio.to_thread(room.live.version)
        weighed = await asyncio.to_thread(room.weighed_version)
        state = (str(version), str(weighed) if weighed else None)
        if room.live.progress != progress:
            progress, silent = room.live.progress, 0.0
            step = dict(progress._asdict()) if progress else None
            yield ServerSentEventMessage(event="weighing", data=msgspec.json.encode(step).decode())
        if state != told:
            told, silent = state, 0.0
            news = {"version": state[0], "weighed": state[1]}
            yield ServerSentEventMessage(event="version", data=msgspec.json.encode(news).decode())
        marks = room.adding.marks()
        for job in [j for j in room.adding.jobs() if jobs.get(j.id) != marks.get(j.id)]:
            silent = 0.0
            yield ServerSentEventMessage(event="job", data=msgspec.json.encode(job).decode())
        jobs = marks
        if silent >= _BEAT:
            silent = 0.0
            yield ServerSentEventMessage(comment="still here")
        await asyncio.to_thread(room.live.wait, _PAUSE)
        await asyncio.to_thread(room.live.stir)  # another process may have written
        silent += _PAUSE


HANDLERS = [decide, undo, redo, fetch, add, events]
