"""What the handlers share: the case kept at hand, documents being added, and answers made once for each state."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, TypeVar, cast

import msgspec
from litestar import MediaType, Request, Response
from litestar.di import NamedDependency
from litestar.exceptions import HTTPException

from sayso.desk.web.adding import Adding
from sayso.desk.web.answers.base import Answer
from sayso.desk.web.screen import Kept, Screen
from sayso.desk.web.table import Tables
from sayso.workbench import Live, Now, Version, Weighed

T = TypeVar("T", bound=Answer)

_MOST = 400
"""Answers kept for one state of a case."""


class Room:
    """One served case.

    Attributes:
        live: the case.
        adding: documents that are being added to it.
        who: in whose name decisions are made unless the page says otherwise.
        page: whether the built page is there.
    """

    def __init__(self, live: Live, *, who: str, page: bool) -> None:
        self.live = live
        self.adding = Adding(live)
        self.who = who
        self.page = page
        self.tables = Tables()
        self.screen = Screen(live, self.tables)
        live.when_weighed = self.keep_screen
        self.closed = False

    def close(self) -> None:
        """Finish what is under way and let go of the case."""
        self.closed = True
        self.live.tell()
        self.adding.close()
        if (latest := self.live.latest()) is not None:
            self.keep_screen(latest)
        self.live.close()

    def keep_screen(self, weighed: Weighed) -> None:
        """Keep the first screen of a state for the next time that the case is opened."""
        self.screen.keep(weighed, encoded)

    def weighed_version(self) -> Version | None:
        """The newest state of which weighed answers are there, in this session or kept from the last."""
        latest = self.live.latest()
        return latest.version if latest else self.screen.version

    def weighed(self, version: str | None) -> Weighed:
        """The newest weighed state; with `version`, one that covers it.

        Raises:
            HTTPException: 503 when it is not there in time or weighing failed.
        """
        wanted = Version.parse(version) if version else None
        found = self.live.weighed(wanted)
        if found is None:
            says = self.live.fault or "The case is still being weighed; ask again in a moment."
            raise HTTPException(status_code=503, detail=says)
        return found


Here = NamedDependency[Room]
"""The room, as handlers ask for it."""


def answer(
    request: Request[Any, Any, Any], state: Now | Weighed, make: Callable[[], T], *, key: str | None = None
) -> Response[T]:
    """Answer with what `make` makes of a state, made once; with 304 if the page has the same already.

    The tag is that of the content without its version, so that a part which a decision did not change is not sent
    again.
    """
    name = key or f"{request.url.path}?{request.url.query}"
    if name not in state.kept:
        if len(state.kept) >= _MOST:
            state.kept.pop(next(iter(state.kept)))
        state.kept[name] = encoded(make(), str(state.version))
    body, tag = cast("tuple[bytes, str]", state.kept[name])
    return cast("Response[T]", tagged(request, body, tag, str(state.version)))


def encoded(made: Answer, version: str) -> tuple[bytes, str]:
    """Encode an answer as of a version, with the tag of its content."""
    bare = msgspec.json.encode(made)
    tag = f'"{hashlib.sha256(bare).hexdigest()[:20]}"'
    empty = b'{"version":""'
    return bare.replace(empty, b'{"version":' + msgspec.json.encode(version), 1), tag


def tagged(request: Request[Any, Any, Any], body: bytes, tag: str, version: str) -> Any:
    """Answer with encoded JSON, or with 304 where the request names its tag."""
    headers = {"ETag": tag, "X-Sayso-Version": version}
    if request.headers.get("If-None-Match") == tag:
        return Response(b"", status_code=304, headers=headers, media_type=MediaType.JSON)
    return Response(body, headers=headers, media_type=MediaType.JSON)


def shown(request: Request[Any, Any, Any], kept: Kept) -> Any:
    """Answer with what was kept from the last session."""
    return tagged(request, kept.body, kept.tag, kept.version)


def fresh(request: Request[Any, Any, Any], made: T, version: str) -> Response[T]:
    """Answer with something that is made anew for every question."""
    body, tag = encoded(made, version)
    return cast("Response[T]", tagged(request, body, tag, version))
