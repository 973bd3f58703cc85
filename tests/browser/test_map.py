"""A person's own map file is drawn from their disk; one that is none is refused with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.driving import ROOMS, Served, Watch, go
from tests.browser.tilefile import archive

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route


def choose(page: Page, name: str, content: bytes) -> None:
    box = page.get_by_label("Your own map file")
    box.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})


def test_ones_own_map_file_is_drawn_and_asks_nobody(page: Page, watch: Watch, shown: Served) -> None:
    asked: list[str] = []
    told: list[str] = []
    page.on("console", lambda m: told.append(m.text) if m.text.startswith("map:") else None)
    go(page, shown, "map")
    page.locator(".map[data-drawn]").wait_for()
    box = page.locator(".maplibregl-canvas")
    before = box.screenshot()
    assert box.screenshot() == before, "the map is still"
    page.on("request", lambda r: asked.append(r.url))
    choose(page, "own.pmtiles", archive())
    page.locator('.map[data-own="water roads"]').wait_for()
    assert box.screenshot() != before, "the lake covers the land"
    assert [url for url in asked if not url.startswith((f"{shown.url}/", "blob:"))] == []
    assert (told, watch.foreign) == ([], [])


def test_what_is_no_map_file_is_refused_with_a_sentence(page: Page, shown: Served) -> None:
    go(page, shown, "map")
    page.locator(".map[data-drawn]").wait_for()
    choose(page, "holiday.pmtiles", b"no tiles at all" * 100)
    page.get_by_text("holiday.pmtiles could not be drawn").wait_for()
    choose(page, "own.pmtiles", archive())
    page.locator(".map[data-own]").wait_for()
    page.get_by_text("holiday.pmtiles could not be drawn").wait_for(state="detached")


def test_coasts_that_arrive_after_the_room_was_left_disturb_nobody(page: Page, watch: Watch, shown: Served) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/countries-*", hold)
    go(page, shown, "map")
    for _ in range(100):  # a handler is called only while the page is asked something
        if held:
            break
        page.wait_for_timeout(50)
    assert held, "the map asks for its coasts"
    page.evaluate("location.hash = '#/claims'")
    page.locator(ROOMS["claims"]).first.wait_for()
    with page.expect_response("**/countries-*") as answer:
        held[0].continue_()
    answer.value.finished()
    page.wait_for_timeout(500)
    assert watch.errors == []
    page.unroute("**/countries-*")
    page.evaluate("location.hash = '#/map'")
    page.locator(".map[data-drawn]").wait_for()
