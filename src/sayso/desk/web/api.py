"""The HTTP API under `/api`, archived copies under `/frames`, and the page: one case, described by OpenAPI.

Described at `/schema/openapi.json`. What the page shows comes from here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import msgspec
from litestar import Litestar, MediaType, Request, Response
from litestar.di import Provide
from litestar.exceptions import HTTPException, ValidationException
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.types import ASGIApp

from sayso import __version__
from sayso.desk.web import frames, history, immediate, pages, weighed, writing
from sayso.desk.web.answers.base import Problem
from sayso.desk.web.guarding import Guard, with_slashes
from sayso.desk.web.room import Room, of_now, of_weighed
from sayso.errors import CaseBusy, CaseDamaged, DecidedMeanwhile, SaysoError
from sayso.records import Decision

LARGEST = 1_000_000_000
"""Bytes of one upload."""


def _problem(status: int, sentence: str, **more: Any) -> Response[Any]:
    body = msgspec.json.encode(Problem(error=sentence, status=status, **more))
    return Response(body, status_code=status, media_type=MediaType.JSON)


def _refused(_: Request[Any, Any, Any], fault: HTTPException) -> Response[Any]:
    if isinstance(fault, ValidationException):
        extra = fault.extra if isinstance(fault.extra, list) else []
        parts = [f"{e.get('key', 'body')}: {e.get('message', '')}" for e in extra if isinstance(e, dict)]
        return _problem(400, f"The request is not understood. {'; '.join(parts) or fault.detail}")
    return _problem(fault.status_code, fault.detail or "The request cannot be answered.")


def _failed(request: Request[Any, Any, Any], fault: SaysoError) -> Response[Any]:
    if isinstance(fault, DecidedMeanwhile):
        conflicts = tuple(d for d in fault.decisions if isinstance(d, Decision))
        room: Room = request.app.state.room
        told = tuple(history.says(d) for d in conflicts)
        return _problem(409, str(fault), conflicts=conflicts, says=told, version=str(room.live.version()))
    if isinstance(fault, CaseBusy):
        return _problem(423, str(fault))
    return _problem(500 if isinstance(fault, CaseDamaged) else 422, str(fault))


def _broken(_: Request[Any, Any, Any], fault: Exception) -> Response[Any]:
    says = f"Something went wrong inside sayso ({type(fault).__name__}). Nothing stored was lost. Please report it."
    return _problem(500, says)


def make_app(room: Room) -> Litestar:
    """Build the application that serves one case."""

    def give() -> Room:
        return room

    def close() -> None:
        room.close()

    def named(request: Request[Any, Any, Any]) -> None:
        with_slashes(request.scope)

    app = Litestar(
        before_request=named,
        route_handlers=[*pages.HANDLERS, *immediate.HANDLERS, *weighed.HANDLERS, *writing.HANDLERS, *frames.HANDLERS],
        dependencies={
            "room": Provide(give, sync_to_thread=False),
            "now": Provide(of_now, sync_to_thread=True),
            "weighed": Provide(of_weighed, sync_to_thread=True),
        },
        openapi_config=OpenAPIConfig(
            title="sayso", version=__version__, render_plugins=[JsonRenderPlugin()], use_handler_docstrings=True
        ),
        exception_handlers={HTTPException: _refused, SaysoError: _failed, Exception: _broken},
        request_max_body_size=LARGEST,
        on_shutdown=[close],
        debug=False,
    )
    app.state.room = room
    return app


def guarded(app: Litestar, *, hosts: Collection[str], token: str | None) -> ASGIApp:
    """The application behind its guard."""
    return Guard(app, hosts=hosts, token=token)
