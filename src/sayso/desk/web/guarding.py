"""Who may ask: this machine's own pages, or those that know the token; and what every answer says about itself."""

from __future__ import annotations

import hmac
from collections.abc import Collection
from typing import Any
from urllib.parse import unquote

import msgspec
from litestar.datastructures import MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from sayso.desk.web.answers.base import Problem

COOKIE = "sayso"
SLASH = "\ue02f"
"""Stands for a slash inside a name while the handler is looked for; a character for private use."""

PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Nothing from elsewhere is loaded, nothing is told to elsewhere; only the scripts of the built page run."""

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), usb=()",
}

_SAFE = ("GET", "HEAD", "OPTIONS")


class Guard:
    """Turns away what does not come from a page of this server, before anything else looks at it.

    A page elsewhere may have a name that it controls point here (so `Host` must be ours), may post a form here (so
    `Origin` must be ours), or may put an answer into itself (so a browser must not call it cross-site).
    """

    def __init__(self, app: ASGIApp, *, hosts: Collection[str], token: str | None) -> None:
        """Guard an app reached as one of `hosts` (`name:port`); `token` is asked for, unless it is null."""
        self._app = app
        self._hosts = frozenset(hosts)
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or pass on."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        headers = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in scope["headers"]}
        refused = self._refused(scope["method"], scope["path"], headers)
        given = _query(scope).get("token") if self._token and scope["path"] == "/" else None
        scope["path"] = _path(scope)
        if refused is None and self._token and given is not None:
            await self._greet(send, given)
        elif refused is None and not self._knows(headers):
            refused = 401, "This server asks for its token: open the address that it printed when it was started."
        if refused is not None:
            await _say(send, *refused)
        elif given is None or not self._token:
            await self._app(scope, receive, _marked(send))

    def _refused(self, method: str, path: str, headers: dict[str, str]) -> tuple[int, str] | None:
        if headers.get("host", "").lower() not in self._hosts:
            return 403, "This server answers only to the name by which it was started."
        origin = headers.get("origin")
        if origin is not None and origin.lower() not in {f"http://{host}" for host in self._hosts}:
            return 403, "Only pages of this server may ask it."
        site = headers.get("sec-fetch-site")
        opened = method == "GET" and path == "/" and headers.get("sec-fetch-mode") == "navigate"
        if site in ("cross-site", "same-site") and not opened:
            return 403, "Only pages of this server may ask it."
        if method not in _SAFE and site == "none":
            return 403, "Only pages of this server may ask it."
        return None

    def _knows(self, headers: dict[str, str]) -> bool:
        if self._token is None:
            return True
        kind, _, told = headers.get("authorization", "").partition(" ")
        cookies = dict(part.strip().partition("=")[::2] for part in headers.get("cookie", "").split(";"))
        known = (told if kind.lower() == "bearer" else "", cookies.get(COOKIE, ""))
        return any(hmac.compare_digest(one.encode(), self._token.encode()) for one in known)

    async def _greet(self, send: Send, given: str) -> None:
        """Take the token out of the address and keep it in a cookie that no script and no other site can use."""
        assert self._token is not None
        if not hmac.compare_digest(given.encode(), self._token.encode()):
            await _say(send, 401, "This is not the token of this server: open the address that it printed.")
            return
        cookie = f"{COOKIE}={self._token}; HttpOnly; SameSite=Strict; Path=/"
        headers = [*_raw(HEADERS), (b"location", b"/"), (b"set-cookie", cookie.encode())]
        await send({"type": "http.response.start", "status": 303, "headers": headers})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def _query(scope: Scope) -> dict[str, str]:
    from urllib.parse import parse_qsl  # noqa: PLC0415 - only where a token is asked for

    return dict(parse_qsl(scope.get("query_string", b"").decode("latin-1")))


def _path(scope: Scope) -> str:
    """The path, with a slash inside a name (an id that somebody gave a document) set apart from those between names."""
    whole = scope.get("raw_path") or scope["path"].encode()
    return "/".join(unquote(part).replace("/", SLASH) for part in whole.decode("latin-1").split("?")[0].split("/"))


def with_slashes(scope: Scope) -> None:
    """Give names in the path their slashes back, once the handler is found."""
    scope["path_params"] = {
        name: value.replace(SLASH, "/") if isinstance(value, str) else value
        for name, value in scope["path_params"].items()
    }


def _raw(headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    return [(k.lower().encode(), v.encode("latin-1")) for k, v in headers.items()]


def _marked(send: Send) -> Send:
    """Put the headers on every answer; a stricter policy of its own stays."""

    async def marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            told = MutableScopeHeaders(message)
            for name, value in {**HEADERS, "Content-Security-Policy": PAGE}.items():
                if name not in told:
                    told[name] = value
        await send(message)

    return marked


async def _say(send: Send, status: int, sentence: str) -> None:
    body = msgspec.json.encode(Problem(error=sentence, status=status))
    headers: list[Any] = [*_raw({**HEADERS, "Content-Type": "application/json", "Content-Security-Policy": PAGE})]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
