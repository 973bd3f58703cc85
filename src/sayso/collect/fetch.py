"""Fetch one URL that the user named: within time, size and redirects, or not at all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from sayso.collect.options import CollectOptions
from sayso.errors import FetchRefused
from sayso.records import Capture, Record

if TYPE_CHECKING:
    import httpx

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Fetched(Record, frozen=True, kw_only=True):
    """A body as received, after content decoding, and how it came."""

    body: bytes
    media_type: str | None
    url: str
    capture: Capture


def fetch(url: str, *, options: CollectOptions, retrieved: str, tool: str) -> Fetched:
    """Fetch `url`.

    The whole exchange, redirects included, must end within `options.timeout` seconds, however slowly a server drips.

    Raises:
        FetchRefused: switched off, not http or https, too slow, too large, too many redirects, an error status, or a
            broken connection; the reason is a sentence.
    """
    if not options.fetch:
        raise FetchRefused(url, "Fetching is switched off, so no address is visited.")
    import asyncio  # noqa: PLC0415 - keeps the command's start fast

    # A thread of its own: the caller may be running an event loop already.
    with ThreadPoolExecutor(max_workers=1) as thread:
        answer = thread.submit(asyncio.run, _within_time(url, options, tool)).result()
    capture = Capture(
        retrieved=retrieved,
        method="http",
        tool=tool,
        location=answer.asked,
        final_url=answer.url,
        redirects=answer.redirects,
        status=answer.status,
        headers=answer.headers,
    )
    return Fetched(body=answer.body, media_type=answer.media_type, url=answer.url, capture=capture)


class _Answer(Record, frozen=True, kw_only=True):
    """What came over the wire."""

    asked: str
    url: str
    redirects: tuple[str, ...]
    status: int
    headers: tuple[tuple[str, str], ...]
    media_type: str | None
    body: bytes


async def _within_time(url: str, options: CollectOptions, tool: str) -> _Answer:
    import asyncio  # noqa: PLC0415 - as above

    import httpx  # noqa: PLC0415 - slow to import

    try:
        async with asyncio.timeout(options.timeout):
            return await _follow(url, options, tool)
    except (TimeoutError, httpx.TimeoutException):
        raise FetchRefused(url, f"The server did not finish answering within {options.timeout:g} seconds.") from None
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, ValueError) as error:
        raise FetchRefused(url, f"This is not an address that can be fetched ({_short(error)}).") from None
    except httpx.DecodingError:
        raise FetchRefused(url, "The server's compressed answer is broken.") from None
    except httpx.ConnectError as error:
        raise FetchRefused(url, f"No connection could be made ({_short(error)}).") from None
    except (httpx.HTTPError, OSError) as error:
        raise FetchRefused(url, f"The connection broke before the answer was complete ({_short(error)}).") from None


def _short(error: Exception) -> str:
    return str(error).rstrip(".") or type(error).__name__


async def _follow(url: str, options: CollectOptions, tool: str) -> _Answer:
    """Go from address to address until one answers with a body."""
    import httpx  # noqa: PLC0415 - slow to import

    hops: list[str] = []
    sent = {"User-Agent": tool, "Accept": "*/*", "Accept-Encoding": "identity"}
    async with httpx.AsyncClient(timeout=options.timeout, headers=sent, follow_redirects=False) as client:
        address = httpx.URL(url)
        while True:
            if address.scheme not in {"http", "https"} or not address.host:
                raise FetchRefused(url, f"It leads to {_bare(address)}, which is not an http or https address.")
            if address.port is not None and not 0 < address.port < 65_536:
                raise FetchRefused(url, f"It leads to {_bare(address)}, and there is no port {address.port}.")
            async with client.stream("GET", address) as response:
                onward = response.headers.get("location")
                if not (response.status_code in _REDIRECTS and onward):
                    body = await _body(response, url, options.max_fetch_bytes)
                    return _Answer(
                        asked=_bare(httpx.URL(url)),
                        url=_bare(address),
                        redirects=tuple(hops),
                        status=response.status_code,
                        headers=_headers(response),
                        media_type=response.headers.get("content-type"),
                        body=body,
                    )
            hops.append(_bare(address))
            address = address.join(onward)
            if _bare(address) in hops:
                raise FetchRefused(url, "Its redirects lead round in a circle.")
            if len(hops) > options.max_redirects:
                raise FetchRefused(url, f"It redirects more than {options.max_redirects} times.")


async def _body(response: httpx.Response, url: str, most: int) -> bytes:
    if not response.is_success:
        raise FetchRefused(url, f"The server answered {response.status_code} {response.reason_phrase}".strip() + ".")
    too_large = f"The answer is larger than the limit of {most / 1e6:g} MB."
    declared = response.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > most:
        raise FetchRefused(url, too_large)
    body = bytearray()
    async for piece in response.aiter_bytes(65_536):
        body += piece
        if len(body) > most:
            raise FetchRefused(url, too_large)
    return bytes(body)


def _bare(address: httpx.URL) -> str:
    """The address without a name and password in it, which must not be written into an archive."""
    return str(address.copy_with(userinfo=b"")) if address.userinfo else str(address)


def _headers(response: httpx.Response) -> tuple[tuple[str, str], ...]:
    """Headers as received; those that describe a coding which the stored body no longer has are renamed."""
    coded = "content-encoding" in response.headers
    undone = {"transfer-encoding"} | ({"content-encoding", "content-length"} if coded else set())
    return tuple(
        (f"X-Archive-Orig-{key}" if key.lower() in undone else key, value)
        for key, value in ((key.decode("latin-1"), value.decode("latin-1")) for key, value in response.headers.raw)
    )
