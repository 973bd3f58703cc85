"""Nobody but this server's own pages may ask, and nothing archived can do anything."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from tests.collect.makers import pdf
from tests.desk.web.conftest import HOST, Page, make_case, served

import sayso
from sayso.reading import READER
from sayso.records import Capture, Collected, Document, Mention, Reading

SCRIPT = "<script>parent.document.title='got you';fetch('/api/session')</script>"
IMAGE = base64.b64encode(b"\x89PNG").decode()
HOSTILE = {
    "page.html": (
        f"<html><head><title>{SCRIPT}</title><meta http-equiv='refresh' content='0;url=https://evil.example'></head>"
        f"<body onload=alert(1)><h1>Two people were killed</h1>{SCRIPT}<p>Mayor <b>&lt;img src=x onerror=alert(1)&gt;"
        "</b> said on 9 March 2031 that two people were killed near the mill.</p>"
        f"<img src='https://evil.example/x.png'><img src='data:image/png;base64,{IMAGE}'>"
        "<form action='/api/undo' method=post><button>go</button></form></body></html>"
    ),
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_case(tmp_path_factory.mktemp("hostile"), {"page.html": HOSTILE["page.html"]})


@pytest.fixture(scope="module")
def client(hostile: Path) -> Iterator[TestClient[Any]]:
    yield from served(hostile)


def test_every_answer_carries_the_policy(client: TestClient[Any]) -> None:
    for path in ("/", "/api/session", "/api/none", "/schema/openapi.json", "/assets/none.js"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "http" not in policy.replace("https:", "http")
        assert "unsafe-eval" not in policy
        assert "script-src 'self'" in policy or policy.startswith("sandbox;")


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:8321"},
        {"Host": "127.0.0.1"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
def test_pages_elsewhere_are_turned_away(client: TestClient[Any], headers: dict[str, str]) -> None:
    for method, path in (
        ("GET", "/api/session"),
        ("POST", "/api/undo"),
        ("POST", "/api/add"),
        ("GET", "/frames/report"),
    ):
        answer = client.request(method, path, headers=headers, json={} if method == "POST" else None)
        assert answer.status_code == 403
        assert answer.json()["status"] == 403
        assert "access-control-allow-origin" not in answer.headers


def test_a_link_from_elsewhere_may_open_the_page_and_nothing_else(client: TestClient[Any]) -> None:
    linked = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert client.get("/", headers=linked).status_code == 200
    assert client.get("/api/session", headers=linked).status_code == 403
    assert client.get("/api/session", headers={"Origin": f"http://{HOST}", "Sec-Fetch-Site": "same-origin"}).is_success


def test_a_form_of_another_page_cannot_decide(client: TestClient[Any]) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        answer = client.post("/api/undo", content=b'{"who":"x","based_on":"0.0"}', headers={"Content-Type": kind})
        assert answer.status_code in (400, 415, 422), kind
    assert client.get("/api/history").json()["decisions"] == []


def test_archived_pages_are_shown_without_any_power(client: TestClient[Any]) -> None:
    page = Page(client)
    (row,) = page.weighed("/api/documents")["documents"]
    one = page.get(f"/api/documents/{row['id']}")
    assert one["original"]["kind"] == "html"
    shown = client.get(one["original"]["url"])
    directives = [part.strip() for part in shown.headers["content-security-policy"].split(";")]
    assert "sandbox" in directives  # with no allow- word: no script, no origin of ours, no form, no window
    assert "default-src 'none'" in directives
    assert "img-src 'none'" in directives
    assert "form-action 'none'" in directives
    assert shown.text == HOSTILE["page.html"]  # as archived: it is the policy that tames it
    asked = client.get(one["original"]["url"], params={"images": True})
    assert "img-src data:" in asked.headers["content-security-policy"]
    kept = client.get(one["original"]["download"])
    assert kept.content.decode() == HOSTILE["page.html"]
    assert kept.headers["content-type"] == "application/octet-stream"
    assert kept.headers["content-disposition"].startswith("attachment")
    report = client.get("/frames/report")
    assert "<script" not in report.text
    assert report.headers["content-security-policy"].startswith("sandbox;")


def test_hostile_words_go_through_as_words(client: TestClient[Any]) -> None:
    page = Page(client)
    name = "<script>alert(1)</script>"
    page.decide({"do": "hypothesis", "name": name}, {"do": "distrust", "source": name, "distrusted": True})
    answer = client.get("/api/history")
    assert answer.headers["content-type"].startswith("application/json")
    assert name in answer.text
    assert "<script" not in client.get("/frames/report").text
    assert client.get("/%3Cscript%3Ealert(1)%3C/script%3E").headers["content-type"].startswith("application/json")
    for path in ("/assets/../../../pyproject.toml", "/..%2f..%2fapi.py", "/%2e%2e/api.py", "/api.py", "/%00.js"):
        assert client.get(path).status_code in (400, 404)


def test_two_megabytes_in_one_line_and_ten_thousand_mentions_are_answered(tmp_path: Path) -> None:
    name = "Ida "
    text = name * 500_000
    document = Document(id="long", sha256=sha256(text.encode()).hexdigest(), path="long.txt", text=text)
    mentions = tuple(Mention(start=at * 4, end=at * 4 + 3, text="Ida", type="person") for at in range(10_000))
    capture = Capture(retrieved="2031-04-01T00:00:00Z", method="file", tool="test", location="long.txt")
    with sayso.Case.new(tmp_path / "case") as case:
        case.keep(Collected(document=document, raw=text.encode(), capture=capture))
        case.store.save_reading(Reading(document=document, mentions=mentions, reader=READER))
    for client in served(tmp_path / "case"):
        one = client.get("/api/documents/long").json()
        assert (len(one["document"]["text"]), len(one["mentions"])) == (2_000_000, 10_000)
        assert client.get("/api/claims").json()["n"] == 0
        assert client.get("/api/search", params={"words": "Ida"}).json()["hits"]
        assert client.get("/frames/documents/long").headers["content-type"] == "text/plain; charset=utf-8"


def test_ids_that_people_gave_may_hold_slashes(tmp_path: Path) -> None:
    row = '{"id": "set/one/2", "text": "A nurse said that two people were killed on Saturday."}\n'
    for client in served(make_case(tmp_path, {"rows.jsonl": row})):
        assert client.get("/api/documents/set%2Fone%2F2").json()["document"]["id"] == "set/one/2"
        assert client.get("/api/documents/set/one/2").status_code == 404
        assert client.get("/frames/documents/set%2Fone%2F2").is_success


def test_pages_of_a_pdf_are_drawn_here(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.pdf").write_bytes(pdf(["A nurse said that two people were killed on Saturday."]))
    with sayso.Case.new(tmp_path / "case") as case:
        list(case.add([str(tmp_path / "reports")]))
    for client in served(tmp_path / "case"):
        (name,) = Page(client).get("/api/claims")["documents"]
        one = client.get(f"/api/documents/{name}").json()
        assert (one["original"]["kind"], one["original"]["pages"]) == ("pdf", 1)
        drawn = client.get(f"/frames/documents/{name}/pages/1", params={"scale": 1})
        assert drawn.headers["content-type"] == "image/png"
        assert drawn.content.startswith(b"\x89PNG\r\n\x1a\n")
        assert client.get(f"/frames/documents/{name}/pages/2").status_code == 404
        assert client.get(f"/frames/documents/{name}/pages/1", params={"scale": 99}).status_code == 400


def test_from_another_machine_only_with_the_token(hostile: Path) -> None:
    for client in served(hostile, token="a-secret-word"):
        assert client.get("/api/session").status_code == 401
        assert client.get("/", follow_redirects=False).status_code == 401
        assert client.get("/api/session", headers={"Authorization": "Bearer wrong"}).status_code == 401
        assert client.get("/api/session", headers={"Authorization": "Bearer a-secret-word"}).is_success
        assert client.get("/?token=wrong", follow_redirects=False).status_code == 401
        entered = client.get("/?token=a-secret-word", follow_redirects=False)
        assert (entered.status_code, entered.headers["location"]) == (303, "/")
        cookie = entered.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert client.get("/api/session", headers={"Cookie": cookie.split(";")[0]}).is_success
        assert client.get("/api/session", headers={"Cookie": "sayso=wrong"}).status_code == 401
