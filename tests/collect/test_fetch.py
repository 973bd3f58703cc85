"""Fetching from a server on this machine: a good one, a slow one, a huge one, a broken one, a lying one."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import http.server
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from tests.collect.makers import ENGLISH, article, gather, pdf, warc

from sayso.collect import CollectOptions
from sayso.records import Refused

STOP = threading.Event()


class Handler(http.server.BaseHTTPRequestHandler):
    """Behaves as the path says."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def give(self, body: bytes, media: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def go(self, location: str) -> None:
        self.give(b"", status=302, Location=location)

    def do_GET(self) -> None:
        self.close_connection = True
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            getattr(self, "at_" + self.path.strip("/").split("/")[0].split("?")[0].replace("-", "_"))()

    def at_page(self) -> None:
        self.give(article().encode())

    def at_agent(self) -> None:
        self.give(f"{ENGLISH} {self.headers['User-Agent']}".encode(), "text/plain")

    def at_first(self) -> None:
        self.go("/second")

    def at_second(self) -> None:
        self.go("page?from=second#part")

    def at_loop(self) -> None:
        self.go("/loop")

    def at_long(self) -> None:
        self.go(f"/long/{time.monotonic_ns()}")

    def at_elsewhere(self) -> None:
        self.go("file:///etc/hostname")

    def at_missing(self) -> None:
        self.give(b"gone", status=404)

    def at_hang(self) -> None:
        STOP.wait(20)

    def at_drip(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        while not STOP.wait(0.1):
            self.wfile.write(b"x")
            self.wfile.flush()

    def at_trickle(self) -> None:
        self.send_response(200)
        self.end_headers()
        while not STOP.wait(0.1):
            self.wfile.write(b"word ")
            self.wfile.flush()

    def at_huge(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(200):
            self.wfile.write(b"word " * 20_000)

    def at_boast(self) -> None:
        self.give(b"small", Content_Length="9000000000")

    def at_short(self) -> None:
        self.give(article().encode(), Content_Length="90000")

    def at_chunks(self) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        whole = article().encode()
        self.wfile.write(b"%x\r\n%s\r\n" % (len(whole), whole))
        if "cut" not in self.path:
            self.wfile.write(b"0\r\n\r\n")

    def at_reset(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "90000")
        self.end_headers()
        self.wfile.write(b"some")
        self.wfile.flush()
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    def at_rubbish(self) -> None:
        self.wfile.write(b"\x00\x01 this is no HTTP\r\n\r\n")

    def at_packed(self) -> None:
        self.give(gzip.compress(article().encode()), Content_Encoding="gzip")

    def at_bomb(self) -> None:
        self.give(gzip.compress(b" " * 8_000_000), Content_Encoding="gzip")

    def at_packed_badly(self) -> None:
        self.give(b"not gzip", Content_Encoding="gzip")

    def at_report(self) -> None:
        self.give(pdf([ENGLISH]), "text/plain")

    def at_picture(self) -> None:
        self.give(b"\xff\xd8\xff\xe0" + b"\0" * 50, "image/jpeg")

    def at_empty(self) -> None:
        self.give(b"")

    def at_rows(self) -> None:
        self.give(b'{"id":"x","text":"One."}\n{"id":"y","text":"Two."}\n', "application/octet-stream")

    def at_archive(self) -> None:
        self.give(warc([("https://example.org/a", "text/html", article().encode())]), "application/octet-stream")

    def at_russian(self) -> None:
        text = "Мэр сообщил, что на пристани пострадали два человека."
        self.give(f"<html><body><p>{text}</p></body></html>".encode("cp1251"), "text/html; charset=windows-1251")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    STOP.clear()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as serving:
        serving.daemon_threads = True
        serving.block_on_close = False
        thread = threading.Thread(target=serving.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}"
        STOP.set()
        serving.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def test_a_page(server: str) -> None:
    (taken,), refused = gather(f"{server}/page")
    assert not refused
    document, capture = taken.document, taken.capture
    assert taken.raw == article().encode()
    assert ENGLISH in document.text
    assert (document.url, document.path, document.outlet) == (f"{server}/page", None, "127.0.0.1")
    assert (capture.method, capture.status, capture.redirects) == ("http", 200, ())
    assert (capture.location, capture.final_url) == (f"{server}/page", f"{server}/page")
    assert ("Content-Length", str(len(taken.raw))) in capture.headers


def test_redirects_and_final_address_are_recorded(server: str) -> None:
    (taken,), _ = gather(f"{server}/first")
    assert taken.capture.location == f"{server}/first"
    assert taken.capture.redirects == (f"{server}/first", f"{server}/second")
    assert taken.capture.final_url == taken.document.url == f"{server}/page?from=second#part"


def test_the_bytes_decide_what_came(server: str) -> None:
    assert gather(f"{server}/report")[0][0].document.media_type == "application/pdf"
    assert [one.document.id for one in gather(f"{server}/rows")[0]] == ["x", "y"]
    (taken,), _ = gather(f"{server}/archive")
    assert (taken.document.url, taken.capture.method) == ("https://example.org/a", "warc")
    assert gather(f"{server}/russian")[0][0].document.text.startswith("Мэр")


def test_codings_are_undone_and_said(server: str) -> None:
    (taken,), _ = gather(f"{server}/packed")
    assert taken.raw == article().encode()
    assert ("X-Archive-Orig-Content-Encoding", "gzip") in taken.capture.headers
    (taken,), _ = gather(f"{server}/chunks")
    assert taken.raw == article().encode()
    assert ("X-Archive-Orig-Transfer-Encoding", "chunked") in taken.capture.headers


def test_a_name_and_password_are_not_recorded(server: str) -> None:
    (taken,), _ = gather(f"{server}/page".replace("//", "//me:secret@"))
    assert "secret" not in repr(taken)


def test_says_who_asks(server: str) -> None:
    assert "sayso/" in gather(f"{server}/agent")[0][0].document.text


@pytest.mark.parametrize("path", ["hang", "drip", "trickle"])
def test_slow_servers_are_given_up(server: str, path: str) -> None:
    start = time.monotonic()
    taken, refused = gather(f"{server}/{path}", f"{server}/page", options=CollectOptions(timeout=0.6))
    assert time.monotonic() - start < 3
    assert refused == [
        Refused(name=f"{server}/{path}", reason="The server did not finish answering within 0.6 seconds.")
    ]
    assert len(taken) == 1


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("huge", "larger than the limit of 1 MB"),
        ("boast", "larger than the limit of 1 MB"),
        ("bomb", "larger than the limit of 1 MB"),
        ("short", "broke before the answer was complete"),
        ("chunks/cut", "broke before the answer was complete"),
        ("reset", "broke before the answer was complete"),
        ("rubbish", "broke before the answer was complete"),
        ("packed-badly", "compressed answer is broken"),
        ("loop", "in a circle"),
        ("long", "redirects more than 10 times"),
        ("elsewhere", "not an http or https address"),
        ("missing", "answered 404 Not Found"),
        ("picture", "picture"),
        ("empty", "empty"),
    ],
)
def test_refused(server: str, path: str, says: str) -> None:
    taken, refused = gather(f"{server}/{path}", options=CollectOptions(max_fetch_bytes=1_000_000))
    assert not taken
    assert [one.name for one in refused] == [f"{server}/{path}"]
    assert says in refused[0].reason
    assert refused[0].reason.endswith(".")


def test_addresses_that_lead_nowhere() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    (refused,) = gather(f"http://127.0.0.1:{port}/")[1]
    assert "No connection" in refused.reason
    for bad in ("http://", "http://[::1", "https://exa mple/", "http://127.0.0.1:99999/"):
        (refused,) = gather(bad)[1]
        assert refused.name == bad
        assert refused.reason.endswith(".")


def test_nothing_is_fetched_when_that_is_switched_off(server: str) -> None:
    taken, refused = gather(f"{server}/page", options=CollectOptions(fetch=False))
    assert not taken
    assert "switched off" in refused[0].reason


def test_works_inside_a_running_event_loop(server: str) -> None:
    async def inside() -> int:
        return len(gather(f"{server}/page")[0])

    # In a thread of its own: a browser test of the same process may keep a loop in this one.
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(lambda: asyncio.run(inside())).result() == 1
