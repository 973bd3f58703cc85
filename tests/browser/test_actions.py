"""Single actions that change a case, in a real browser on both bundled cases: each is done, seen, and undone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from tests.browser.driving import Served, Watch, complaints, drawn, go

if TYPE_CHECKING:
    from playwright.sync_api import Page


def undo(page: Page, served: Served, path: str, before: Any, part: Callable[[Any], Any]) -> None:
    """Take the newest step back with its key, and see that all is as it was."""
    page.keyboard.press("u")
    served.until(path, lambda answer: part(answer) == before)


def test_a_place_is_dragged_to_correct_it(page: Page, worked: Served) -> None:
    def places(answer: Any) -> dict[str, Any]:
        return {f["id"]: f["geometry"]["coordinates"] for f in answer["features"]["features"]}

    told = worked.ask("/api/places")
    if not told["features"]["features"]:  # nothing in this case is known to the gazetteer
        act = {"do": "place", "place": told["unplaced"][0]["id"], "lat": 33.4, "lon": 38.2}
        worked.decide("Ann", act)
    go(page, worked, "map")
    page.locator(".map[data-drawn]").wait_for()
    before = places(worked.ask("/api/places"))
    # A dot that no other lies upon.
    spot = page.evaluate(
        """() => [...document.querySelectorAll('.place-dot')].map(e => [e, e.getBoundingClientRect()])
        .map(([e, r]) => [e, r.x + r.width / 2, r.y + r.height / 2])
        .filter(([e, x, y]) => document.elementFromPoint(x, y) === e).map(([e, x, y]) => [x, y])[0]"""
    )
    page.mouse.move(*spot)
    page.mouse.down()
    page.mouse.move(spot[0] + 60, spot[1] + 25, steps=8)
    page.mouse.up()
    after = places(worked.until("/api/places", lambda a: places(a) != before))
    (moved,) = [name for name in after if after[name] != before.get(name)]
    assert after[moved][0] > before[moved][0], "to the east"
    assert after[moved][1] < before[moved][1], "and to the south"
    assert {k: v for k, v in after.items() if k != moved} == {k: v for k, v in before.items() if k != moved}
    page.locator(".place-dot.decided").first.wait_for()
    undo(page, worked, "/api/places", before, places)


def test_an_actor_is_split(page: Page, worked: Served) -> None:
    def cast(answer: Any) -> list[Any]:
        return sorted((a["name"], sorted(a["spellings"])) for a in answer["actors"])

    told = worked.ask("/api/actors")
    before, one = cast(told), next(a for a in told["actors"] if len(a["spellings"]) > 1)
    other = one["spellings"][-1] if one["spellings"][-1] != one["name"] else one["spellings"][0]
    go(page, worked, "cast")
    page.goto(f"{worked.url}/#/cast/{one['id']}?tab=actors")
    page.get_by_role("heading", name=one["name"]).wait_for()
    page.locator("article .lines q, article .lines .theirs").first.wait_for()  # where it is named
    page.locator(".sp label", has=page.get_by_text(other, exact=True)).locator("input").check()
    page.get_by_role("button", name="Split the ticked ones off").click()
    after = worked.until("/api/actors", lambda a: cast(a) != before)
    assert any(a["spellings"] == [other] for a in after["actors"])
    assert any(a["name"] == one["name"] and other not in a["spellings"] for a in after["actors"])
    undo(page, worked, "/api/actors", before, cast)


def test_a_section_of_the_report_is_written_into(page: Page, worked: Served) -> None:
    def written(answer: Any) -> list[Any]:
        return [(w["place"], w["text"]) for s in answer["sections"] if s["id"] == "summary" for w in s["written"]]

    go(page, worked, "report")
    preview = page.frame_locator("iframe")
    preview.locator("h1").wait_for()
    page.get_by_role("tab", name="Edit sections").click()
    page.get_by_role("button", name="Write into Summary").click()
    words = page.get_by_label("Your words in Summary")
    words.fill("We spoke to two witnesses ourselves.")
    page.get_by_label("Where they stand").select_option("after")
    page.get_by_role("button", name="Keep").click()
    page.locator(".own", has_text="We spoke to two witnesses").wait_for()
    worked.until("/api/report/sections", lambda a: written(a) == [("after", "We spoke to two witnesses ourselves.")])
    page.get_by_role("tab", name="Preview").click()
    preview.get_by_text("We spoke to two witnesses ourselves.").wait_for()
    page.get_by_role("tab", name="Edit sections").click()
    page.locator(".own").get_by_role("button", name="Edit").click()
    words.fill("We spoke to three witnesses ourselves.")
    page.get_by_label("Where they stand").select_option("instead")
    page.get_by_role("button", name="Keep").click()
    worked.until(
        "/api/report/sections", lambda a: written(a) == [("instead", "We spoke to three witnesses ourselves.")]
    )
    page.get_by_role("button", name="Keep").wait_for(state="detached")
    undo(page, worked, "/api/report/sections", [("after", "We spoke to two witnesses ourselves.")], written)
    page.locator(".own", has_text="two witnesses").wait_for()
    page.get_by_role("button", name="Take out").click()
    worked.until("/api/report/sections", lambda a: written(a) == [])


def test_many_claims_are_rejected_at_once(page: Page, worked: Served) -> None:
    def states(answer: Any) -> list[int]:
        return [int(state) for state in answer["columns"]["state"]]

    go(page, worked, "claims")
    page.locator("[aria-label=Speaker]").select_option(index=1)
    page.locator(".count").wait_for()
    shown = int(page.locator(".count").inner_text().split(" of ")[0])
    assert shown > 1
    before = states(worked.ask("/api/claims"))
    figures = worked.ask("/api/figures")["figures"]
    page.keyboard.press("*")
    page.keyboard.press("x")
    after = worked.until("/api/claims", lambda a: states(a).count(2) >= shown)
    assert states(after).count(2) - before.count(2) >= shown
    page.locator("[role=rowgroup] .rej").first.wait_for()
    worked.until("/api/overview", lambda o: o["counts"]["rejected"] >= shown)
    undo(page, worked, "/api/claims", before, states)  # all of them are one step
    worked.until("/api/figures", lambda f: f["figures"] == figures)


def test_new_evidence_is_written_down_and_rated(page: Page, worked: Served) -> None:
    def rows(answer: Any) -> list[Any]:
        return [(e["name"], e["cells"]) for e in answer["matrix"]["evidence"]]

    go(page, worked, "explanations")
    before = rows(worked.ask("/api/hypotheses"))
    page.get_by_role("button", name="New evidence").click()
    page.get_by_label("What it says").fill("A log of the convoy was found")
    page.get_by_role("button", name="Write down").click()
    told = worked.until("/api/hypotheses", lambda a: len(rows(a)) == len(before) + 1)
    assert told["matrix"]["evidence"][-1]["relevance"] == "medium"
    cell = page.locator(f'[data-cell="{len(before)} 0"] button')
    cell.focus()
    page.keyboard.press("5")
    worked.until("/api/hypotheses", lambda a: rows(a)[-1][1][0] == "II")
    page.locator("h1").click()
    undo(page, worked, "/api/hypotheses", None, lambda a: rows(a)[-1][1][0])
    undo(page, worked, "/api/hypotheses", before, rows)


def test_incidents_are_joined_parted_and_chosen(page: Page, worked: Served) -> None:
    def groups(answer: Any) -> list[Any]:
        return sorted((sorted(i["document_ids"]), i["subject"]) for i in answer["incidents"])

    told = worked.ask("/api/incidents")
    before = groups(told)
    go(page, worked, "cast?tab=incidents")
    boxes = page.locator("section header input[type=checkbox]")

    def undone() -> None:
        undo(page, worked, "/api/incidents", before, groups)
        # The page follows a moment later; what is clicked next must be one of the incidents that are there again.
        boxes.nth(len(before)).wait_for(state="detached")
        boxes.nth(len(before) - 1).wait_for()

    boxes.nth(0).check()
    boxes.nth(1).check()
    page.get_by_role("button", name="Merge 2 chosen").click()
    worked.until("/api/incidents", lambda a: len(a["incidents"]) == len(before) - 1)
    undone()

    # The first document of the first incident reports something of its own.
    choice = page.locator("section select").first
    choice.focus()
    choice.select_option("own")
    after = worked.until("/api/incidents", lambda a: groups(a) != before)
    assert len(after["incidents"]) == len(before) + 1
    undone()

    page.get_by_role("button", name="Make the case about it").first.click()
    worked.until("/api/incidents", lambda a: groups(a) != before)
    undone()


class Shelf(BaseHTTPRequestHandler):
    """A site of one page."""

    def do_GET(self) -> None:
        body = b"<html><head><title>Two hurt at Ostrel</title></head><body><article><p>Two people were hurt at Ostrel on 4 March 2031, the mayor, Ana Moravec, said. She denied that anybody had been killed there.</p></article></body></html>"
        found = self.path == "/report.html"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body if found else b"gone")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Shelf)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_addresses_are_pasted_and_refused_with_the_reason(page: Page, watch: Watch, worked: Served, site: str) -> None:
    count = len(worked.ask("/api/documents")["documents"])
    go(page, worked, "add")
    page.get_by_label("Addresses").fill(f"{site}/report.html\n{site}/nowhere.html\nhttp://nowhere.invalid/a")
    page.get_by_label("Outlet").fill("Ostrel Post")
    page.get_by_role("button", name="Fetch these addresses").click()
    job = page.locator("section.job").first
    job.get_by_role("heading", name="Done").wait_for()
    refused = job.locator(".ref")
    assert refused.count() == 2
    assert all(len(text) > 40 for text in refused.all_inner_texts()), "each with its reason"
    assert any("nowhere.html" in text and "404" in text for text in refused.all_inner_texts())
    worked.until("/api/documents", lambda d: len(d["documents"]) == count + 1)
    page.locator(".have", has_text="Ostrel Post").wait_for()
    # What is no address is told before anything is fetched.
    page.get_by_label("Addresses").fill("file:///etc/passwd")
    page.get_by_role("button", name="Fetch these addresses").click()
    page.get_by_role("alert").filter(has_text="is no address").wait_for()
    assert watch.errors == [f"422 {worked.url}/api/fetch"]
    watch.errors.clear()


def test_explanations_are_tied_foretold_and_looked_back_on(page: Page, worked: Served) -> None:
    go(page, worked, "explanations")
    first, second = worked.ask("/api/hypotheses")["matrix"]["hypotheses"][:2]
    page.get_by_label("One explanation").select_option(first)
    page.get_by_label("The other explanation").select_option(second)
    page.get_by_role("button", name="Tie", exact=True).click()
    page.get_by_role("button", name=f"Untie {first} and {second}").wait_for()
    page.get_by_text("One or more of").wait_for()

    page.get_by_role("button", name="New prediction").click()
    page.get_by_label("What would happen").fill("A log of the convoy is found")
    page.get_by_label("Until").fill("2031-06-30")
    page.locator("#in-h0").select_option("CC")
    page.locator("#in-h1").select_option("I")
    page.get_by_role("button", name="Write down").click()
    told = worked.until("/api/hypotheses", lambda h: len(h["indicators"]) == 1)
    assert told["indicators"][0]["ratings"] == {first: "CC", second: "I"}
    page.get_by_role("button", name="Settle it").click()
    page.get_by_label("It did not").check()
    page.get_by_label("How it is known").fill("Nothing was found")
    page.get_by_role("dialog").get_by_role("button", name="Settle it").click()
    page.locator("section", has=page.locator("#ex-watch")).get_by_text("Brier score").wait_for()

    page.get_by_role("button", name="Say what turned out true").click()
    page.get_by_role("dialog").get_by_label(second).check()
    page.get_by_role("button", name="Record it").click()
    page.locator("section", has=page.locator("#ex-back")).get_by_text("Brier score").wait_for()
    assert worked.ask("/api/hypotheses")["post_mortem"]["true"] == [second]
    drawn(page)
    assert complaints(page) == []
    for part in ("post_mortem", "settled", "indicators", "links"):
        page.keyboard.press("u")
        gone: dict[str, Callable[[Any], bool]] = {
            "post_mortem": lambda h: h["post_mortem"] is None,
            "settled": lambda h: h["indicators"][0]["state"] == "open",
            "indicators": lambda h: not h["indicators"],
            "links": lambda h: not h["matrix"]["links"],
        }
        worked.until("/api/hypotheses", gone[part])


def test_analysts_who_differ_stand_side_by_side(page: Page, worked: Served) -> None:
    matrix = worked.ask("/api/hypotheses")["matrix"]
    cell = {"do": "rate", "evidence": matrix["evidence"][1]["name"], "hypothesis": matrix["hypotheses"][1]}
    worked.decide("Ann", {**cell, "rating": "CC"})
    worked.decide("Ben", {**cell, "rating": "II"})
    go(page, worked, "explanations")
    part = page.locator("section", has=page.locator("#ex-panel"))
    part.get_by_role("rowheader", name="Ben").wait_for()
    part.get_by_text("4 steps").wait_for()
    part.locator("li button").first.click()
    assert page.evaluate("document.activeElement.closest('td')?.dataset.cell") == "1 1"


def test_a_name_is_marked_as_sensitive_and_the_preview_shows_none(page: Page, worked: Served) -> None:
    go(page, worked, "report")
    preview = page.frame_locator("iframe")
    preview.locator("h1").wait_for()
    text = preview.locator("body").inner_text()
    one = next(a for a in worked.ask("/api/actors")["actors"] if a["name"] in text)
    go(page, worked, "cast")
    page.goto(f"{worked.url}/#/cast/{one['id']}?tab=actors")
    page.locator("article h2", has_text=one["name"]).wait_for()
    page.get_by_role("switch", name="Sensitive").click()
    worked.until("/api/names", lambda n: [(m["name"], m["sensitive"]) for m in n["names"]] == [(one["name"], True)])
    go(page, worked, "report")
    page.locator("section", has=page.locator("#re-n")).get_by_text(one["name"]).wait_for()
    page.get_by_label("Without the names of private persons").check()
    page.locator("iframe[src*='redact=true']").wait_for()
    preview.get_by_text("█").first.wait_for()
    assert one["name"] not in preview.locator("body").inner_text()
    page.locator("h1").first.click()
    undo(page, worked, "/api/names", [], lambda n: n["names"])


def test_grading_a_claim_shows_what_independent_origins_say_of_it(page: Page, shown: Served) -> None:
    rows = shown.ask("/api/documents")["documents"]
    found = [(r["id"], shown.ask(f"/api/documents/{r['id']}/credibility")["claims"]) for r in rows]
    marks = [(document, claim, one) for document, claims in found for claim, one in claims.items()]
    # One that others speak to, where the case has one.
    document, claim, worked = min(marks, key=lambda m: (m[2]["digit"] == 6, not m[2]["reasons"][0]["passages"]))
    go(page, shown, "reading")
    page.evaluate("where => { location.hash = where }", f"#/reading/{document}?claim={claim}")
    page.locator(f'.claim.on[data-claim="{claim}"]').wait_for()
    page.keyboard.press("g")
    told = page.locator(".claim.on .worked")
    told.wait_for()
    assert f"Worked out: {worked['digit']}" in told.inner_text()
    assert worked["reasons"][0]["says"] in told.inner_text()
    assert complaints(page) == []
    page.keyboard.press("Escape")
    told.wait_for(state="detached")
