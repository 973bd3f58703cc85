"""What the handlers share: the case kept at hand, documents being added, and answers made once for each state."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cached_property
from typing import Annotated, Any, Generic, TypeVar, cast

import msgspec
from litestar import MediaType, Request, Response
from litestar.di import NamedDependency
from litestar.exceptions import HTTPException
from litestar.params import QueryParameter

from sayso.desk.web.adding import Adding
from sayso.desk.web.answers.base import Answer
from sayso.desk.web.screen import Kept, Screen
from sayso.desk.web.table import Tables
from sayso.workbench import Live, Now, Version, Weighed

T = TypeVar("T", bound=Answer)
S = TypeVar("S", Now, Weighed)

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


def missing(what: str, name: str) -> HTTPException:
    """A 404 that names what is not there."""
    return HTTPException(status_code=404, detail=f"There is no {what} {name[:80]} in this case.")


class Telling(Generic[S]):
    """A question about one state of the case, and the way to answer it once for all who ask the same."""

    def __init__(
        self, request: Request[Any, Any, Any], find: Callable[[], S], kept: Callable[[str], Kept | None]
    ) -> None:
        """Take the request, how its state is found, and how an answer that the last session kept, by its address."""
        self.request = request
        self._find: Callable[[], S] = find
        self._from_last = kept

    @cached_property
    def state(self) -> S:
        """The state that is asked about, found when first needed: a kept answer needs none."""
        return self._find()

    def all(self, make: Callable[[S], T], *, key: str | None = None) -> Response[T]:
        """Answer with what `make` makes of the state, made once; with 304 if the page has the same already.

        The tag is that of the content without its version, so that a part which a decision did not change is not sent
        again. `key` tells this question from others; that is its address, where it is not given. While the case is
        being loaded, what the last session kept is the answer to a bare address.
        """
        last = None if self.request.url.query else self._from_last(self.request.url.path)
        if last is not None:
            return cast("Response[T]", tagged(self.request, last.body, last.tag, last.version))
        name = key or self._key()
        kept = self.state.kept
        if name not in kept:
            made = encoded(make(self.state), str(self.state.version))
            if len(kept) >= _MOST:
                kept.pop(next(iter(kept)))
            kept[name] = made
        body, tag = cast("tuple[bytes, str]", kept[name])
        return cast("Response[T]", tagged(self.request, body, tag, str(self.state.version)))

    def one(self, what: str, name: str, make: Callable[[S], T | None]) -> Response[T]:
        """Answer about one thing, as `all` does.

        Raises:
            HTTPException: 404 when `make` finds nothing of that name.
        """

        def found(state: S) -> T:
            made = make(state)
            if made is None:
                raise missing(what, name)
            return made

        return self.all(found)

    def _key(self) -> str:
        """What tells two questions apart: not how long somebody is ready to wait."""
        rest = sorted((k, v) for k, v in self.request.query_params.multi_items() if k != "version")
        return f"{self.request.url.path}?{rest}"


Wait = Annotated[str | None, QueryParameter(max_length=40, description="Wait until this version is weighed.")]


def of_now(request: Request[Any, Any, Any], room: Here) -> Telling[Now]:
    """A question about what is stored now."""
    return Telling(request, room.live.now, room.screen.stored)


def of_weighed(request: Request[Any, Any, Any], room: Here, version: Wait = None) -> Telling[Weighed]:
    """A question about the newest state that has been weighed; with `version`, one that covers it."""
    return Telling(request, lambda: room.weighed(version), room.screen.weighed)


AsStored = NamedDependency[Telling[Now]]
AsWeighed = NamedDependency[Telling[Weighed]]
"""Questions, as handlers ask for them: `now` and `weighed`."""


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


def fresh(request: Request[Any, Any, Any], made: T, version: str) -> Response[T]:
    """Answer with something that is made anew for every question."""
    body, tag = encoded(made, version)
    return cast("Response[T]", tagged(request, body, tag, version))
