"""What the handlers share: the case kept at hand, documents being added, and answers made once for each state."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar, cast

import msgspec
from litestar import MediaType, Request, Response
from litestar.di import NamedDependency
from litestar.exceptions import HTTPException
from litestar.params import QueryParameter

from sayso.desk.web.adding import Adding
from sayso.desk.web.answers.base import Answer
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
        self.closed = False

    def close(self) -> None:
        """Finish what is under way and let go of the case."""
        self.closed = True
        self.live.tell()
        self.adding.close()
        self.live.close()

    def has_claim(self, now: Now, document: str, *claims: str) -> bool:
        """Whether a document has one of these claims, as it stands or as it was decided on."""
        if "claims" not in now.kept:
            now.kept["claims"] = {
                name: {*(c.id for c in done.reading.claims), *(r.claim for r in done.reviews)}
                for name, done in now.reviewed.items()
            }
        return not now.kept["claims"][document].isdisjoint(claims)

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


@dataclass(frozen=True)
class Telling(Generic[S]):
    """A question about one state of the case, and the way to answer it once for all who ask the same."""

    request: Request[Any, Any, Any]
    state: S

    def all(self, make: Callable[[S], T], *, key: str | None = None) -> Response[T]:
        """Answer with what `make` makes of the state, made once; with 304 if the page has the same already.

        The tag is that of the content without its version, so that a part which a decision did not change is not sent
        again. `key` tells this question from others; that is its address, where it is not given.
        """
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
    return Telling(request, room.live.now())


def of_weighed(request: Request[Any, Any, Any], room: Here, version: Wait = None) -> Telling[Weighed]:
    """A question about the newest state that has been weighed; with `version`, one that covers it."""
    return Telling(request, room.weighed(version))


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
