"""The work itself, on both bundled cases, in a real browser; the command line then sees the same case."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.browser.driving import Served, Watch, go, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PARTS = ("claims", "actors", "origins", "sources", "hypotheses")


def state(served: Served) -> dict[str, Any]:
    return {part: json.loads(served.sayso("show", part, "--json")) for part in PARTS}


def decided(served: Served, count: int) -> None:
    served.until("/api/session", lambda s: s["counts"]["decided"] == count)


def review_ten_by_keyboard(page: Page, served: Served) -> None:
    go(page, served, "reading")
    done = 0
    while done < 10:
        page.locator(".claim").first.wait_for()
        here = min(int(page.locator(".ch h2 .q").inner_text()), 10 - done)
        title = page.locator(".dh h2").inner_text()
        for n in range(here):
            page.locator(".claim.on .n", has_text=str(n + 1)).wait_for()
            page.keyboard.press("x" if done % 4 == 3 else "a")
            done += 1
            decided(served, done)
        while done < 10 and page.locator(".dh h2").inner_text() == title:
            page.keyboard.press("]")
            page.wait_for_timeout(150)
    states = [
        c["state"]
        for d in served.ask("/api/documents")["documents"]
        for c in served.ask(f"/api/documents/{d['id']}")["claims"]
    ]
    assert (states.count("accepted"), states.count("rejected")) == (8, 2)


def mark_a_claim(page: Page, served: Served) -> None:
    before = int(page.locator(".ch h2 .q").inner_text())
    box = page.locator(".text p").last.bounding_box()
    assert box
    page.mouse.move(box["x"] + 2, box["y"] + 14)
    page.mouse.down()
    page.mouse.move(box["x"] + 160, box["y"] + 14, steps=6)
    page.mouse.up()
    page.locator(".picked").wait_for()
    page.keyboard.press("m")
    page.locator(".claim.on .dec", has_text="marked").wait_for()
    assert int(page.locator(".ch h2 .q").inner_text()) == before + 1
    page.locator(".claim.on").get_by_role("button", name="probable").click()
    page.locator(".claim.on .cert", has_text="probable").wait_for()
    page.keyboard.press("Escape")


def merge_two_actors(page: Page, served: Served) -> None:
    go(page, served, "cast")
    count = len(served.ask("/api/actors")["actors"])
    boxes = page.locator(".list input[type=checkbox]")
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.keyboard.press("m")
    page.get_by_role("dialog").get_by_role("button", name="Merge").click()
    served.until("/api/actors", lambda a: len(a["actors"]) == count - 1)


def overrule_an_origin(page: Page, served: Served) -> None:
    go(page, served, "origins")
    page.locator(".node").nth(1).click()
    kept = page.locator("#or-rel").input_value()
    page.locator("#or-rel").select_option("independent" if kept not in ("original", "independent") else "reprint")
    if page.locator("#or-of").count():
        page.locator("#or-of").select_option(index=1)
    page.get_by_role("button", name="Overrule").click()
    page.locator("aside .dec", has_text="overruled").wait_for()


def rate_the_matrix(page: Page, served: Served) -> None:
    go(page, served, "explanations")
    cell = page.locator('[data-cell="0 0"] button')
    key, rating = ("5", "II") if "II" not in cell.inner_text() else ("1", "CC")
    leading = page.locator(".sc tbody tr").first.inner_text()
    cell.focus()
    page.keyboard.press(key)
    served.until("/api/hypotheses", lambda h: [r["rating"] for r in h["ratings"]] == [rating])
    page.keyboard.press("ArrowRight")
    page.keyboard.press("i")
    page.keyboard.press("i")
    served.until(
        "/api/hypotheses",
        lambda h: "II" in [r["rating"] for r in h["ratings"] if r["hypothesis"] == h["matrix"]["hypotheses"][1]],
    )
    page.wait_for_timeout(1000)
    assert page.locator(".sc tbody tr").first.inner_text() != leading, "scores follow a rating"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('td').dataset.cell") == "1 1"


def distrust_a_source(page: Page, served: Served) -> None:
    go(page, served, "figures")
    page.keyboard.press("d")
    page.locator("[role=switch][aria-checked=true]").wait_for()
    page.locator("tr.was").wait_for()
    page.get_by_role("button", name="Keep this decision").click()
    served.until("/api/sources", lambda s: any(x["distrusted"] for x in s["sources"]))


def export_a_report(page: Page, served: Served) -> None:
    go(page, served, "report")
    with page.expect_download() as download:
        page.get_by_role("button", name="Markdown").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert served.ask("/api/session")["title"] in text


def undo_all(page: Page, served: Served) -> None:
    for _ in range(60):
        now = served.ask("/api/session")
        if now["can_undo"] is None:
            return
        page.keyboard.press("u")
        moved_on(served, now["version"])
    raise AssertionError("there was no end to undoing")


def moved_on(served: Served, version: str) -> None:
    served.until("/api/session", lambda s: s["version"] != version)


def test_the_whole_work_and_back(page: Page, worked: Served) -> None:
    before = state(worked)
    review_ten_by_keyboard(page, worked)
    mark_a_claim(page, worked)
    merge_two_actors(page, worked)
    overrule_an_origin(page, worked)
    rate_the_matrix(page, worked)
    distrust_a_source(page, worked)
    export_a_report(page, worked)
    after = state(worked)
    assert [part for part in PARTS if after[part] == before[part]] == [], "the command line sees each decision"
    undo_all(page, worked)
    assert state(worked) == before


def test_edit_split_and_grade_by_keyboard(page: Page, worked: Served) -> None:
    go(page, worked, "reading")
    count = int(page.locator(".ch h2 .q").inner_text())
    page.keyboard.press("g")
    page.keyboard.press("B")
    page.locator(".claim.on .grade").wait_for()
    page.keyboard.press("3")
    worked.until(
        "/api/history", lambda h: len([d for d in h["decisions"] if d["decision"]["who"] != "the bundled case"]) >= 2
    )
    page.keyboard.press("s")
    page.locator(".split").wait_for()
    page.keyboard.press("Enter")
    page.locator(".ch h2 .q", has_text=str(count + 1)).wait_for()
    page.keyboard.press("u")
    page.locator(".ch h2 .q", has_text=str(count)).wait_for()
    page.locator(".claim.on button.name").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("A spokesman who is named")
    page.keyboard.press("Enter")
    page.locator(".claim.on .name", has_text="A spokesman who is named").wait_for()


def test_search_opens_where_the_words_stand(page: Page, shown: Served) -> None:
    go(page, shown, "overview")
    page.keyboard.press("/")
    page.keyboard.type("strike" if shown.case.name == "al-tanf-2017" else "market")
    page.locator("#hits li").first.wait_for()
    page.keyboard.press("Enter")
    page.locator("mark.hit").first.wait_for()
    assert page.locator("mark.hit").first.is_visible()


def test_claims_filter_and_many_at_once(page: Page, worked: Served) -> None:
    go(page, worked, "claims")
    page.locator("[aria-label=Speaker]").select_option(index=1)
    shown = int(page.locator(".count").inner_text().split(" of ")[0])
    page.keyboard.press("*")
    page.keyboard.press("a")
    page.locator("[role=rowgroup] .dec").first.wait_for()
    states = worked.ask("/api/claims")["columns"]["state"]
    assert states.count(1) >= shown > 0


def test_two_people_see_each_other(browser: Browser, watch: Watch, worked: Served) -> None:
    page = opened(browser, watch)
    page.context.route("**/api/events", lambda route: route.abort())
    go(page, worked, "reading")
    claim = page.locator(".claim.on").get_attribute("data-claim")
    version = worked.ask("/api/session")["version"]
    worked.ask("/api/decisions", {"who": "BO", "based_on": version, "decisions": [{"do": "reject", "claim": claim}]})
    page.keyboard.press("a")
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("BO rejected the claim").wait_for()
    dialog.get_by_role("button", name="Decide as I did").click()
    worked.until(f"/api/claims/{claim}", lambda c: c["view"]["state"] == "accepted")
    page.context.close()


def test_what_others_decide_is_told_as_it_happens(page: Page, worked: Served) -> None:
    go(page, worked, "reading")
    claim = page.locator(".claim").nth(1).get_attribute("data-claim")
    worked.until("/api/session", lambda s: s["weighed"] == s["version"])
    worked.decide("BO", {"do": "reject", "claim": claim})
    page.locator(".toast", has_text="BO rejected the claim").wait_for()
    assert page.locator(".toast").inner_text().count("BO") == 1
    page.locator(f'[data-claim="{claim}"] .rej').wait_for()
    page.locator(".toast").wait_for(state="detached")  # it leaves by itself, with no motion asked for


def test_a_place_is_put_on_the_map_by_hand(page: Page, worked: Served) -> None:
    go(page, worked, "map")
    tab = page.get_by_role("tab", name="Not on the map")
    if not worked.ask("/api/places")["unplaced"]:
        page.locator("aside table .link").first.click()
        page.get_by_role("button", name="Correct").click()
    else:
        tab.click()
        page.get_by_role("button", name="Place it").first.click()
    page.locator("#pl-lat").fill("33.5")
    page.locator("#pl-lon").fill("38.6")
    page.get_by_role("button", name="Put there").click()
    worked.until(
        "/api/places", lambda p: any(f["geometry"]["coordinates"] == [38.6, 33.5] for f in p["features"]["features"])
    )
    page.wait_for_load_state("networkidle")  # the page asks again by itself; the server must not go before


def test_files_are_added_and_refused_by_name(page: Page, worked: Served) -> None:
    go(page, worked, "add")
    documents = len(worked.ask("/api/documents")["documents"])
    report = "Outlet: Ostrava Ledger\nTitle: Two hurt\n\nTwo people were hurt, the mayor of Ostrel said."
    files = [
        {"name": "report.txt", "mimeType": "text/plain", "buffer": report.encode()},
        {"name": "nothing.txt", "mimeType": "text/plain", "buffer": b""},
    ]
    page.locator("input[type=file]").set_input_files(files)  # type: ignore[arg-type]
    page.locator(".ref", has_text="nothing.txt").first.wait_for()
    worked.until("/api/documents", lambda d: len(d["documents"]) == documents + 1)
    page.locator(".have", has_text="Ostrava Ledger").wait_for()
