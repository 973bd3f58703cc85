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
from pathlib import Path

import pytest

Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A case with one document, served as users serve it."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "note.txt").write_text("The ministry said that nine people were killed near Vell.\n", encoding="utf-8")
    for words in (["new", "case"], ["add", "case", "note.txt"]):
        subprocess.run([sys.executable, "-m", "sayso", *words], cwd=folder, check=True, capture_output=True)
    server = subprocess.Popen(
        [sys.executable, "-m", "sayso", "serve", "case", "--port", "0"],
        cwd=folder, stderr=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert server.stderr is not None
    told = server.stderr.readline()
    found = re.search(r"http://127\.0\.0\.1:(\d+)/", told)
    assert found, told
    yield int(found[1])
    server.terminate()
    server.wait(timeout=20)
    server.stderr.close()


def ask(port: int, path: str, host: str | None = None) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    result = answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
    connection.close()
    return result


def test_the_dossier_is_the_page_and_loads_nothing_from_elsewhere(port: int) -> None:
    status, headers, body = ask(port, "/")
    assert status == 200
    assert b"nine people were killed" in body
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "script-src" not in headers["content-security-policy"]


def test_the_api_prints_what_show_prints(port: int) -> None:
    status, _, body = ask(port, "/api/figures")
    assert status == 200
    assert json.loads(body)["figures"]["killed"]["best"] == 9
    assert json.loads(ask(port, "/api/search?words=ministry")[2])[0]["passage"]["text"]


def test_errors_have_one_form(port: int) -> None:
    status, _, body = ask(port, "/api/weather")
    assert status == 404
    assert set(json.loads(body)) == {"error", "status"}
    assert "summary" in json.loads(body)["error"]


def test_other_host_names_are_turned_away(port: int) -> None:
    assert ask(port, "/api/figures", host="evil.example")[0] == 400
    assert ask(port, "/api/figures", host=f"localhost:{port}")[0] == 200


def test_the_api_describes_itself(port: int) -> None:
    assert "/api/{part}" in json.loads(ask(port, "/schema/openapi.json")[2])["paths"]


def test_ctrl_c_is_the_way_to_stop_it(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "sayso", "new", "case"], cwd=tmp_path, check=True, capture_output=True)
    server = subprocess.Popen(
        [sys.executable, "-m", "sayso", "serve", "case", "--port", "0"], cwd=tmp_path, stderr=subprocess.PIPE, text=True
    )
    assert server.stderr is not None
    assert "Serving case" in server.stderr.readline()
    time.sleep(1)  # the line comes before the server takes signals into its own hands
    server.send_signal(signal.SIGINT)
    assert server.wait(timeout=20) == 0
    assert server.stderr.read() == ""
    server.stderr.close()


def test_a_missing_case_is_a_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sayso", "serve", "nowhere"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "nowhere" in done.stderr
