"""The built page from the package's own files; without it, the dossier."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from litestar import MediaType, Response, get
from litestar.exceptions import HTTPException
from litestar.params import FromPath

from sayso.desk.web.frames import report_page
from sayso.desk.web.room import Here

STATIC = Path(__file__).resolve().parent / "static"
"""Made by `make web` in a checkout, part of every wheel."""

_TYPES = {
    ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8", ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png",
    ".ico": "image/x-icon", ".woff2": "font/woff2", ".wasm": "application/wasm", ".pmtiles": "application/octet-stream",
    ".geojson": "application/geo+json", ".pbf": "application/x-protobuf", ".webmanifest": "application/manifest+json",
    ".txt": "text/plain; charset=utf-8", ".map": "application/json",
}  # fmt: skip


def is_built() -> bool:
    """Whether the page is there."""
    return (STATIC / "index.html").is_file()


@get("/", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def index(room: Here) -> Response[Any]:
    """The page; where it was not built, the dossier."""
    if not room.page:
        return report_page(room, room.weighed(None), room.live.rule)
    return Response((STATIC / "index.html").read_bytes(), headers={"Content-Type": _TYPES[".html"]})


@get("/{path:path}", sync_to_thread=True, include_in_schema=False)
def file(room: Here, path: FromPath[Path]) -> Response[bytes]:
    """A file of the built page."""
    name = str(path).lstrip("/")
    wanted = (STATIC / name).resolve() if name.isprintable() else STATIC
    kind = _TYPES.get(wanted.suffix)
    if not room.page or kind is None or STATIC not in wanted.parents or not wanted.is_file():
        raise HTTPException(status_code=404, detail="There is nothing at this address.")
    # The names of built files hold a digest of their content, so the browser may keep what is no part of a case.
    kept = {"Cache-Control": "private, max-age=31536000, immutable"} if "assets" in wanted.parts else {}
    return Response(wanted.read_bytes(), headers={"Content-Type": kind, **kept})


HANDLERS = [index, file]
