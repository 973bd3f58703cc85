"""`sayso serve` as people start it: what it says, how it stops, what it refuses."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served")
    (folder / "note.txt").write_text("The ministry said that nine people were killed near Vell.\n", encoding="utf-8")
    for words in (["new", "case"], ["add", "case", "note.txt"]):
        subprocess.run([sys.executable, "-m", "sayso", *words], cwd=folder, check=True, capture_output=True)
    return folder / "case"


@contextmanager
def serving(case: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str, int]]:
    """A server as users start it, what it said first, and its port."""
    server = subprocess.Popen(
        [sys.executable, "-m", "sayso", "serve", str(case), "--port", "0", *options],
        stderr=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1", "SAYSO_USER": "Ann"},
    )  # fmt: skip
    assert server.stderr is not None
    try:
        told = server.stderr.readline()
        found = re.search(r"http://[^/]+:(\d+)/", told)
        assert found, told
        yield server, told, int(found[1])
    finally:
        server.terminate()
        server.wait(timeout=20)
        server.stderr.close()


def ask(port: int, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, body=body, headers={k.replace("_", "-"): v for k, v in headers.items()})
    answer = connection.getresponse()
    result = answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
    connection.close()
    return result


def test_it_serves_the_case_decides_and_tells_of_it(case: Path) -> None:
    with serving(case) as (_, told, port):
        assert "on this machine only" in told
        status, headers, body = ask(port, "/")
        assert status == 200
        assert "default-src 'none'" in headers["content-security-policy"]
        session = json.loads(ask(port, "/api/session")[2])
        assert (session["who"], session["counts"]["documents"]) == ("Ann", 1)
        assert json.loads(ask(port, "/api/figures/killed")[2])["range"]["best"] == 9
        assert "/api/decisions" in json.loads(ask(port, "/schema/openapi.json")[2])["paths"]
        assert ask(port, "/api/session", Host="evil.example")[0] == 403
        events = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        events.request("GET", "/api/events")
        stream = events.getresponse()
        first = stream.readline() + stream.readline()
        assert b"event: version" in first
        decision = {"do": "distrust", "source": "The ministry", "distrusted": True}
        sent = {"who": "Ann", "based_on": session["version"], "decisions": [decision]}
        status, _, body = ask(
            port, "/api/decisions", "POST", json.dumps(sent).encode(), Content_Type="application/json"
        )
        assert status == 200, body
        seen = b""
        while json.loads(body)["version"].encode() not in seen:
            seen += stream.readline()
        events.close()


def test_without_the_built_page_it_says_so_and_shows_the_dossier(case: Path, tmp_path: Path) -> None:
    code = (
        "import sys, sayso.desk.web.pages as pages; from pathlib import Path\n"
        "pages.STATIC = Path(sys.argv[2]); from sayso.desk.web import serve\n"
        "serve(Path(sys.argv[1]), port=0, say=lambda s: print(s, file=sys.stderr, flush=True))"
    )
    server = subprocess.Popen([sys.executable, "-c", code, str(case), str(tmp_path)], stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    found = re.search(r":(\d+)/", server.stderr.readline())
    assert found
    assert "make web builds it" in server.stderr.readline()
    status, headers, body = ask(int(found[1]), "/")
    server.terminate()
    server.wait(timeout=20)
    server.stderr.close()
    assert status == 200
    assert b"nine people were killed" in body
    assert headers["content-security-policy"].startswith("sandbox;")


def test_other_machines_need_the_token_that_it_prints(case: Path) -> None:
    with serving(case, "--host", "0.0.0.0") as (_, told, port):
        token = re.search(r"\?token=([\w-]{20,})", told)
        assert token
        assert ask(port, "/api/session")[0] == 401
        assert ask(port, "/api/session", Authorization=f"Bearer {token[1]}")[0] == 200


def test_ctrl_c_is_the_way_to_stop_it(case: Path) -> None:
    with serving(case) as (server, _, _):
        time.sleep(2)  # the line comes before the server takes signals into its own hands
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=30) == 0


@pytest.mark.parametrize(
    ("words", "part"),
    [(["nowhere"], "nowhere"), (["case", "--host", "no.such.host.invalid"], "no host of this machine")],
)
def test_what_cannot_be_served_is_a_sentence(case: Path, words: list[str], part: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sayso", "serve", *words], cwd=case.parent, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert part in done.stderr
