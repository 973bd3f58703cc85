"""Questions answered at once, with what is stored now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, get_args

import msgspec
from litestar import Request, Response, get
from litestar.params import PathParameter, QueryParameter

from sayso import __version__
from sayso.desk.web import amounts, atlas, documents, history
from sayso.desk.web.answers.base import Jobs, OneJob, Session, Weighing
from sayso.desk.web.answers.decided import Explaining, History, MarkedNames
from sayso.desk.web.answers.documents import Changes, ClaimTable, Hits, OneClaim, OneDocument
from sayso.desk.web.answers.linked import OnePlace, Places
from sayso.desk.web.originals import page_count
from sayso.desk.web.room import AsStored, Here, fresh, missing
from sayso.desk.web.table import changed_since, table_key
from sayso.records import Decision, RuleName
from sayso.workbench import Now, Version, forms, report_forms

Ask = Request[Any, Any, Any]
Name = Annotated[str, PathParameter(min_length=1, max_length=400)]


@get("/api/session", sync_to_thread=True)
def session(
    request: Ask, room: Here, who: Annotated[str | None, QueryParameter(max_length=200)] = None
) -> Response[Session]:
    """What a page asks first: the case, its counts, what this person can undo."""
    live, store, person = room.live, room.live.case.store, who or room.who
    version, counts = live.version(), None if live.is_loaded else room.screen.counts
    rows: Sequence[Decision] = store.decisions() if counts else ()
    if counts is None:
        now, latest = live.now(), live.latest()
        version, rows, counts = now.version, now.decisions, amounts.counts(now, latest.view if latest else None)
    mine = [d for d in rows if d.who == person]
    weighed, progress = room.weighed_version(), live.progress
    made = Session(
        weighed=str(weighed) if weighed else None,
        weighing=Weighing(step=progress.step, done=progress.done, of=progress.of) if progress else None,
        fault=live.fault,
        name=store.name,
        title=store.setting("title") or store.name,
        note=store.setting("note"),
        who=room.who,
        software=f"sayso {__version__}",
        page=room.page,
        rule=live.rule,
        rules=get_args(RuleName),
        forms=forms(),
        report_forms=report_forms(),
        counts=counts,
        jobs=room.adding.jobs(),
        standing=len(rows),
        can_undo=mine[-1] if mine else None,
        can_redo=store.can_redo(person),
    )
    return fresh(request, made, str(version))


@get("/api/documents/{document:str}", sync_to_thread=True)
def document(room: Here, now: AsStored, document: Name) -> Response[OneDocument]:
    """One document with everything that was read and decided in it."""

    def make(state: Now) -> OneDocument | None:
        found = documents.one(state, document)
        if found is None or found.original.kind != "pdf":
            return found
        pages = page_count(room.live.case.store.raw(document))
        return msgspec.structs.replace(found, original=msgspec.structs.replace(found.original, pages=pages))

    return now.one("document", document, make)


@get("/api/documents/{document:str}/diff", sync_to_thread=True)
def diff(
    now: AsStored, document: Name, earlier: Annotated[str, QueryParameter(name="with", max_length=400)]
) -> Response[Changes]:
    """What differs between this document and another capture of it, word by word; the other is the earlier one."""

    def make(state: Now) -> Changes:
        for name in (document, earlier):
            if name not in state.reviewed:
                raise missing("document", name)
        texts = [state.reviewed[name].reading.document for name in (earlier, document)]
        return documents.compared(*texts)

    return now.all(make)


@get("/api/claims", sync_to_thread=True)
def claims(
    room: Here, now: AsStored, since: Annotated[str | None, QueryParameter(max_length=40)] = None
) -> Response[ClaimTable]:
    """All claims by column; with `since`, those of documents that may have changed, if that is known."""
    latest = room.live.latest()
    only = None
    if since:
        known = Version.parse(since)
        only = changed_since(now.state, known, room.live.case.store.decided_since(known.decided))
    actors = latest.view.actors if latest else ()
    origins = {link.id: link.origin for link in latest.view.origins.documents} if latest else {}
    key = table_key(latest.version if latest else None, since if only is not None else None)
    return now.all(lambda state: room.tables.table(state, actors, origins, only), key=key)


@get("/api/claims/{claim:str}", sync_to_thread=True)
def claim(room: Here, now: AsStored, claim: Name) -> Response[OneClaim]:
    """One claim with everything that was decided about it."""

    def make(state: Now) -> OneClaim | None:
        for name in state.holding([claim]):
            for view in documents.claim_views(state, state.reviewed[name]):
                if view.claim.id == claim:
                    rows = [d for d in room.live.case.store.decisions(active_only=False) if d.subject == claim]
                    return OneClaim(document=name, view=view, history=tuple(rows))
        return None

    return now.one("claim", claim, make)


@get("/api/hypotheses", sync_to_thread=True)
def hypotheses(room: Here, now: AsStored) -> Response[Explaining]:
    """Explanations: the matrix, its scores, what the reports offer, who rated what, predictions, the look back."""
    latest = room.live.latest()
    key = f"hypotheses {latest.version if latest else ''}"  # rows on claims know their origin from the weighing
    return now.all(lambda state: history.explaining(room.live, state), key=key)


@get("/api/names", sync_to_thread=True)
def names(now: AsStored) -> Response[MarkedNames]:
    """Names that people marked as sensitive, or as public."""
    return now.all(history.marked_names)


@get("/api/history", sync_to_thread=True)
def past(
    request: Ask,
    room: Here,
    limit: Annotated[int, QueryParameter(ge=1, le=1000)] = 100,
    before: Annotated[int | None, QueryParameter(ge=0, le=2**53)] = None,
) -> Response[History]:
    """Who decided what, newest first, undone decisions among them."""
    now = room.live.now()
    rows = room.live.case.store.decisions(active_only=False)
    return fresh(request, history.history(rows, limit=limit, before=before), str(now.version))


@get("/api/search", sync_to_thread=True)
def search(
    request: Ask,
    room: Here,
    words: Annotated[str, QueryParameter(max_length=1000)],
    limit: Annotated[int, QueryParameter(ge=1, le=500)] = 50,
) -> Response[Hits]:
    """Passages that hold all the words, in any script; quotation marks keep words together."""
    found = tuple(room.live.case.search(words, limit=limit))
    return fresh(request, Hits(hits=found), str(room.live.version()))


@get("/api/places", sync_to_thread=True)
def places(now: AsStored) -> Response[Places]:
    """Places as GeoJSON, and those that are not on the map."""
    return now.all(atlas.on_the_map)


@get("/api/places/{place:str}", sync_to_thread=True)
def place(now: AsStored, place: Name) -> Response[OnePlace]:
    """One place with the passages that name it."""
    return now.one("place", place, lambda state: atlas.one_place(state, place))


@get("/api/jobs", sync_to_thread=True)
def jobs(request: Ask, room: Here) -> Response[Jobs]:
    """Everything that was added in this session."""
    return fresh(request, Jobs(jobs=room.adding.jobs()), str(room.live.version()))


@get("/api/jobs/{job:str}", sync_to_thread=True)
def job(request: Ask, room: Here, job: Name) -> Response[OneJob]:
    """One of them."""
    found = next((one for one in room.adding.jobs() if one.id == job), None)
    if found is None:
        raise missing("job", job)
    return fresh(request, OneJob(job=found), str(room.live.version()))


HANDLERS = [session, document, diff, claims, claim, hypotheses, names, past, search, places, place, jobs, job]
