"""The HTTP API: what `sayso show --json` prints, under `/api`, and the dossier at `/`.

Described by OpenAPI at `/schema/openapi.json`. Answers only to loopback host names, so that a page elsewhere cannot
reach it through a name that it controls.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import msgspec
from litestar import Litestar, MediaType, Request, Response, get
from litestar.config.allowed_hosts import AllowedHostsConfig
from litestar.datastructures import ResponseHeader
from litestar.exceptions import HTTPException
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin

from sayso import __version__
from sayso.desk.showing import PARTS, What
from sayso.errors import SaysoError
from sayso.workbench import Case

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
"""Nothing from elsewhere is loaded, nothing is told to elsewhere, no script runs."""


def _problem(status: int, sentence: str) -> Response[bytes]:
    body = msgspec.json.encode({"error": sentence, "status": status})
    return Response(body, status_code=status, media_type=MediaType.JSON, headers=HEADERS)


def _refused(_: Request[Any, Any, Any], fault: HTTPException) -> Response[bytes]:
    return _problem(fault.status_code, fault.detail or "The request cannot be answered.")


def _failed(_: Request[Any, Any, Any], fault: SaysoError) -> Response[bytes]:
    return _problem(409, str(fault))


def make_app(case: Path, *, port: int) -> Litestar:
    """Build the application for one case, as reached on `port`; the case is opened for reading at every request."""

    @get("/", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
    def page() -> bytes:
        with tempfile.TemporaryDirectory() as folder, Case.open(case) as opened:
            target = Path(folder) / "report.html"
            opened.report(target)
            return target.read_bytes()

    @get("/api/{part:str}", media_type=MediaType.JSON, sync_to_thread=True, summary="One part of the case")
    def answer(part: str) -> bytes:
        if part not in PARTS:
            raise HTTPException(status_code=404, detail=f"There is no part {part}: ask for one of {', '.join(PARTS)}.")
        with Case.open(case) as opened:
            return msgspec.json.encode(PARTS[What(part)](opened.view()))

    @get("/api/search", media_type=MediaType.JSON, sync_to_thread=True, summary="Search the case")
    def search(words: str, limit: int = 50) -> bytes:
        with Case.open(case) as opened:
            return msgspec.json.encode(opened.search(words, limit=max(1, min(limit, 1000))))

    return Litestar(
        route_handlers=[page, answer, search],
        allowed_hosts=AllowedHostsConfig(allowed_hosts=[f"{name}:{port}" for name in ("127.0.0.1", "localhost")]),
        openapi_config=OpenAPIConfig(title="sayso", version=__version__, render_plugins=[JsonRenderPlugin()]),
        exception_handlers={HTTPException: _refused, SaysoError: _failed},
        response_headers=[ResponseHeader(name=k, value=v) for k, v in HEADERS.items()],
    )
