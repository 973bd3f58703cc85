"""Every room, on both bundled cases: it draws, stays at home, and can be used by everybody."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

import pytest
from tests.browser.driving import AXE, ROOMS, ROOT, STATIC, Served, Watch, complaints, go, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PICTURES = {"overview": "overview", "reading": "reading", "claims": "claims", "figures": "figures", "explanations": "explanations",
            "origins": "origins", "map": "map", "cast": "actors", "report": "report", "add": "add"}  # fmt: skip

NAMES = re.compile(
    r"https?://(www\.w3\.org/|svelte\.dev/e/|maplibre\.org|maplibre\.invalid|github\.com/|wiki\.openstreetmap\.org/wiki/This_map)"
)
"""Addresses that stand in the build as names or in messages; nothing asks for them, as the pages' own requests show."""


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_draws_and_axe_finds_nothing_serious(page: Page, shown: Served, room: str) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (npm ci in frontend)")
    go(page, shown, room)
    page.wait_for_timeout(300)
    assert complaints(page) == []


@pytest.mark.parametrize("room", ["overview", "reading", "explanations", "figures", "cast?tab=sources"])
def test_dark_has_as_much_contrast(browser: Browser, watch: Watch, shown: Served, room: str) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (npm ci in frontend)")
    page = opened(browser, watch, dark=True)
    go(page, shown, room)
    page.wait_for_timeout(300)
    assert complaints(page) == []
    page.context.close()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_room_breaks_the_policy_of_its_own_page(
    browser: Browser, watch: Watch, shown: Served, *, dark: bool
) -> None:
    page = opened(browser, watch, dark=dark)
    page.add_init_script(
        "window.broken = []; document.addEventListener('securitypolicyviolation', "
        "e => broken.push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}`))"
    )
    policy = page.goto(shown.url + "/")
    assert policy is not None
    assert "unsafe" not in policy.headers["content-security-policy"]
    for room in ROOMS:
        go(page, shown, room)
        for key in ("?", "h", "/"):  # what opens over every room
            page.keyboard.press(key)
            page.locator("dialog[open]").wait_for()
            page.keyboard.press("Escape")
            page.locator("dialog[open]").wait_for(state="detached")
        assert page.evaluate("broken") == [], room
    page.evaluate("document.head.append(Object.assign(document.createElement('style'), {textContent: 'p {}'}))")
    page.wait_for_timeout(300)
    assert len(page.evaluate("broken")) == len(watch.errors) == 1, "such a thing would have been seen"
    page.context.close()


@pytest.mark.parametrize("size", [(1280, 800), (3840, 2160)], ids=["laptop", "4K"])
def test_nothing_runs_over_the_edge(browser: Browser, watch: Watch, shown: Served, size: tuple[int, int]) -> None:
    page = opened(browser, watch, size=size)
    for room in ROOMS if size[0] < 2000 else ("overview", "reading", "explanations"):
        go(page, shown, room)
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, room
    page.context.close()


def test_no_name_is_an_id(page: Page, shown: Served) -> None:
    for room in ROOMS:
        go(page, shown, room)
        text = page.locator("#app").inner_text()
        assert not re.search(r"\[object |undefined|NaN", text), room
        assert not re.search(r"\b(?:d|origin|incident|claim|account|actor|place)-[0-9a-f]{12}\b", text), room


def test_the_build_asks_for_nothing_elsewhere() -> None:
    for path in STATIC.rglob("*"):
        if path.suffix in {".js", ".mjs", ".css", ".html", ".svg"}:
            text = path.read_text(encoding="utf-8")
            for found in re.finditer(r"https?://[\w-]+\.[^\s\"'`)\\<]+", text):
                assert NAMES.match(found.group()), (path.name, found.group())
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=", page), "the page carries script or style inside"


def test_the_lock_names_no_registry() -> None:
    lock = (ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock


def picture(page: Page, name: str) -> None:
    """Write what the page shows, as WebP: a third of the size of PNG."""
    taken = page.context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": 82})
    (ROOT / "docs" / "img" / f"workbench-{name}.webp").write_bytes(base64.b64decode(taken["data"]))


def test_screenshots(browser: Browser, watch: Watch, shown: Served, pytestconfig: pytest.Config) -> None:
    if not pytestconfig.getoption("--screenshots", default=False):
        pytest.skip("pictures are written with: pytest tests/browser --screenshots")
    if shown.case.name != "al-tanf-2017":
        chosen = {"figures": "figures", "origins": "origins", "reading": "reading"}
    else:
        chosen = {k: v for k, v in PICTURES.items() if k not in ("figures", "origins", "reading")}
    page = opened(browser, watch)
    for room, name in chosen.items():
        go(page, shown, room)
        if room in ("overview", "map"):
            page.locator(".map[data-drawn]").wait_for()
        if room == "report":
            page.frame_locator("iframe").locator("h1").wait_for()
        page.wait_for_timeout(800)
        picture(page, name)
    page.context.close()
    if shown.case.name == "exercise":
        night = opened(browser, watch, dark=True)
        go(night, shown, "overview")
        night.wait_for_timeout(2000)
        picture(night, "dark")
        night.context.close()
