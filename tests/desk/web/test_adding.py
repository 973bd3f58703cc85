"""Documents handed over by a page: kept under their names, refused with reasons; nothing of this machine is reached."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from litestar.testing import TestClient
from tests.desk.web.conftest import Page

from sayso.workbench import place_for


def finished(page: Page, job: str) -> Any:
    for _ in range(600):
        found = page.get(f"/api/jobs/{job}")["job"]
        if found["state"] in ("done", "failed"):
            return found
        time.sleep(0.1)
    raise AssertionError(found)


def test_files_are_kept_under_their_names_and_refusals_say_why(page: Page, client: TestClient[Any]) -> None:
    files = [
        ("files", ("../../etc/../a wire.txt", b"A nurse said that two people were killed near Vell.", "text/plain")),
        ("files", ("empty.txt", b"", "text/plain")),
        ("files", ("a wire.txt", b"A driver said that three people were killed near Vell.", "text/plain")),
    ]
    answer = client.post("/api/add", files=files, data={"outlet": "Orm Herald", "published": "2031-03-12"})
    assert answer.status_code == 202, answer.text
    job = finished(page, answer.json()["job"]["id"])
    assert (job["state"], job["stored"], job["read"]) == ("done", 2, 2)
    assert [(r["name"], bool(r["reason"])) for r in job["refused"]] == [("empty.txt", True)]
    page.version = page.get("/api/session")["version"]
    rows = page.weighed("/api/documents")
    new = [d for d in rows["documents"] if d["outlet"] == "Orm Herald"]
    assert [(d["name"], d["published"]) for d in new] == [("a wire.txt", "2031-03-12")] * 2
    assert [r["name"] for r in rows["refused"]] == ["empty.txt"]
    one = page.get(f"/api/documents/{new[0]['id']}")
    assert one["copy"]["capture"]["location"] == "a wire.txt"
    assert "tmp" not in str(one["copy"])


def test_only_addresses_are_fetched_never_files_of_this_machine(
    page: Page, client: TestClient[Any], case: Path
) -> None:
    for wrong in ("/etc/passwd", "file:///etc/passwd", str(case), "-", "", "ftp://x.example/a", "http://"):
        answer = client.post("/api/fetch", json={"urls": [wrong]})
        assert answer.status_code == 422, wrong
        assert "no address" in answer.json()["error"]
    answer = client.post("/api/fetch", json={"urls": ["http://127.0.0.1:9/none"]})
    job = finished(page, answer.json()["job"]["id"])
    assert (job["state"], len(job["refused"])) == ("done", 1)
    assert client.post("/api/add", files=[("files", ("a.txt", b"x"))], data={"published": "soon"}).status_code == 202
    assert finished(page, "2")["error"]


def test_names_are_only_names(tmp_path: Path) -> None:
    names = [
        "../up",
        "a/b/c.txt",
        "c:\\x\\y.txt",
        ".hidden",
        "",
        "\x00\n",
        "x" * 400 + ".html",
        "ليل.txt",
        "a\udcff.txt",
    ]
    for number, name in enumerate(names):
        place = place_for(tmp_path, number, name)
        assert place.parent == tmp_path / str(number)
        place.write_bytes(b"x")
        assert not place.name.startswith(".")
    assert place_for(tmp_path, 99, "x" * 400 + ".html").suffix == ".html"
