"""Documents that mean harm, and documents beyond all measure: nothing runs, and the page stays quick."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.driving import ROOMS, Served, Watch, opened, serve

from sayso.workbench import Case

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

HARM = "<img src=x onerror='window.harmed=1'><script>window.harmed=1</script>"
PAGE = f"""<!doctype html><title>Strike &lt;script&gt;window.harmed=1&lt;/script&gt; {HARM}</title>
<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">
<script>window.harmed=1; parent.harmed=1; fetch('/api/undo', {{method: 'POST'}})</script>
<body onload="parent.harmed=1"><img src="https://elsewhere.example/pixel.png"><iframe src="javascript:parent.harmed=1"></iframe>
<p>Three people were killed at Ostrel on 4 March 2031, General <b>Ana &lt;svg onload=window.harmed=1&gt; Moravec</b> said.</p>
<a href="javascript:window.harmed=1">The spokesman</a> of the Ostrel Front denied that anybody had been killed, {HARM} he said.</body>"""
NOTE = f"""Outlet: {HARM}
Title: "><svg onload=window.harmed=1>
Published: 2031-03-05

Two people were killed at Ostrel on Tuesday, the "><script>window.harmed=1</script> Guard said. Olga <u onclick=harmed=1>Tarn</u> said that four people were hurt.

Ana Moravec, the mayor of Ostrel, said that two people were killed. Moravec denied that the Guard had fired.
"""


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Served]:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "note <b>x.txt").write_text(NOTE, encoding="utf-8")
    case = Case.new(tmp_path / "case", title=f"Ostrel {HARM}", note=HARM)
    with case:
        for _ in case.add([str(tmp_path / "page.html"), str(tmp_path / "note <b>x.txt")]):
            pass
    yield from serve(tmp_path / "case")


def test_nothing_in_a_document_runs(browser: Browser, hostile: Served) -> None:
    actor = hostile.ask("/api/actors")["actors"][0]["id"]
    guess = [
        {"do": "hypothesis", "name": f"They did it {HARM}", "prior": None},
        {"do": "rename_actor", "actor": actor, "name": HARM},
    ]
    hostile.ask("/api/decisions", {"who": HARM, "based_on": hostile.ask("/api/session")["version"], "decisions": guess})
    watch = Watch()
    page = opened(browser, watch)
    page.on("dialog", lambda _: watch.errors.append("harmed"))
    for room in ROOMS:
        page.goto(f"{hostile.url}/?again={room}#/{room}")
        page.locator("h1").first.wait_for()
        page.wait_for_timeout(400)
        assert page.evaluate("window.harmed") is None, room
    for document in hostile.ask("/api/documents")["documents"]:
        page.goto(f"{hostile.url}/#/reading/{document['id']}")
        page.locator(".text").wait_for()
        page.get_by_role("tab", name="Archived copy").click()
        page.locator("iframe").wait_for()
        page.wait_for_timeout(600)
        if page.get_by_label("show images").count():
            page.get_by_label("show images").check()
        page.wait_for_timeout(400)
        assert page.evaluate("window.harmed") is None
    assert watch.foreign == []
    assert "harmed" not in watch.errors
    assert page.url.startswith(hostile.url)
    page.context.close()


def huge(answer: dict[str, object]) -> dict[str, object]:
    """Two megabytes in one line, with 10,000 mentions and 2,000 claims in it."""
    part = (
        "At Ostrel 12 people were killed on 4 March 2031, the mayor said, and the road was shut again. "
        + "So it went on. " * 7
    )
    count = 2_000_000 // len(part) + 1
    text = part * count
    places: list[object] = []
    claims: list[object] = []
    times: list[object] = []
    figures: list[object] = []
    for n in range(count):
        at = n * len(part)
        places.append(
            {"start": at + 3, "end": at + 9, "text": "Ostrel", "name": "Ostrel", "place": "p-1", "decided": False}
        )
        figures.append(
            {
                "start": at + 10,
                "end": at + 19,
                "text": "12 people",
                "what": "killed",
                "of": "people",
                "low": 12,
                "high": 12,
                "wording": "exact",
            }
        )
        times.append({"start": at + 35, "end": at + 47, "text": "4 March 2031", "type": "DATE", "value": "2031-03-04"})
        if n % 5 == 0:
            claim = {
                "id": f"c-{n}", "source": {"start": at + 49, "end": at + 58, "text": "the mayor", "entity": None},
                "cue": {"start": at + 59, "end": at + 63, "text": "said"}, "content": [{"start": at, "end": at + 47, "text": part[:47]}],
                "via": [], "certainty": "certain", "polarity": "affirmed", "score": 0.9,
            }  # fmt: skip
            claims.append(
                {
                    "claim": claim,
                    "state": "proposed",
                    "who": None,
                    "when": None,
                    "decision": None,
                    "program": None,
                    "part_of": None,
                    "disagreement": [],
                }
            )
    assert len(places) + len(times) + len(figures) > 10_000
    document = {**answer["document"], "text": text, "title": "Endless"}  # type: ignore[dict-item]
    return {
        **answer,
        "document": document,
        "places": places,
        "times": times,
        "figures": figures,
        "claims": claims,
        "mentions": [],
    }


def test_two_megabytes_in_one_line_with_ten_thousand_mentions(page: Page, shown: Served) -> None:
    first = shown.ask("/api/documents")["documents"][0]["id"]
    made = json.dumps(huge(shown.ask(f"/api/documents/{first}")))

    def fulfil(route: Route) -> None:
        route.fulfill(body=made, content_type="application/json")

    page.route(f"**/api/documents/{first}", fulfil)
    page.goto(f"{shown.url}/#/reading/{first}")
    page.locator("mark.con").first.wait_for()
    page.keyboard.press("j")
    page.locator(".claim.on .n", has_text="2").wait_for()
    assert page.locator("mark").count() < 8000, "only what is near the window carries marks"
    assert page.locator(".claim").count() < 60, "only claims in sight are drawn"
    jump = """part => new Promise(done => { const port = document.querySelector('.scroll'); const began = performance.now();
        port.scrollTop = port.scrollHeight * part; requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began))) })"""
    # The least of three: a machine may be busy with something else for a while.
    took = min(page.evaluate(jump, part) for part in (0.5, 0.2, 0.8))
    assert took < 5_000, "milliseconds; 90 to 150 on two free cores"
    page.locator("mark.con").first.wait_for()
