"""What the tests of the page share: a served case, a watched page, and the way to a room."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "src" / "sayso" / "desk" / "web" / "static"
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
CASES = ("al-tanf-2017", "exercise")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--no-sandbox", "--enable-unsafe-swiftshader", "--use-gl=angle", "--use-angle=swiftshader"]
PATIENCE = 60.0
"""Seconds: CI machines are slow when all tests run at once."""


@dataclass
class Served:
    """One case and the address at which it is served."""

    case: Path
    url: str

    def sayso(self, *words: str) -> str:
        """What the command line answers, about this very case."""
        command = [sys.executable, "-m", "sayso", words[0], str(self.case), *words[1:]]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout

    def ask(self, path: str, body: object = None) -> Any:
        """What the HTTP API answers to somebody who is not the page."""
        data = None if body is None else json.dumps(body).encode()
        asked = urllib.request.Request(self.url + path, data=data, headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
            return json.load(answer)

    def decide(self, who: str, *acts: dict[str, Any]) -> None:
        """Decide as somebody else would, on the newest state."""
        based_on = self.ask("/api/session")["version"]
        self.ask("/api/decisions", {"who": who, "based_on": based_on, "decisions": list(acts)})

    def until(self, path: str, holds: Callable[[Any], bool]) -> Any:
        """Ask until the answer is as it should be."""
        end = time.monotonic() + PATIENCE
        while not holds(answer := self.ask(path)):
            assert time.monotonic() < end, f"{path} never came to be as expected: {json.dumps(answer)[:600]}"
            time.sleep(0.1)
        return answer


@dataclass
class Watch:
    """What a page must never do, written down as it happens."""

    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


def serve(case: Path) -> Iterator[Served]:
    command = [sys.executable, "-m", "sayso", "serve", str(case), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stderr is not None
            said = ""
            for line in process.stderr:
                said += line
                if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                    yield Served(case, found.group())
                    break
            else:
                pytest.fail(f"sayso serve did not start: {said}")
        finally:
            process.terminate()


def opened(browser: Browser, watch: Watch, *, dark: bool = False, size: tuple[int, int] = (1280, 800)) -> Page:
    """Give a page that can reach this machine only and whose complaints are kept."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        accept_downloads=True,
    )
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()

    # Only what would really leave the machine comes by here: the page's own policy stops the rest before.
    def refuse(route: Route) -> None:
        watch.foreign.append(route.request.url)
        route.abort()

    context.route(re.compile(r"^(?!http://127\.0\.0\.1:|blob:|data:|about:)"), refuse)
    page.on("pageerror", lambda e: watch.errors.append(str(e)))
    # A refused request is judged by its answer, not by the browser's remark on it; conflicts are part of the work.
    page.on(
        "console",
        lambda m: watch.errors.append(m.text) if m.type == "error" and "Failed to load" not in m.text else None,
    )
    page.on(
        "response",
        lambda r: watch.errors.append(f"{r.status} {r.url}") if r.status >= 400 and r.status != 409 else None,
    )
    return page


ROOMS = {
    "overview": "section h2", "reading": ".claim", "claims": "[role=rowgroup] .tr", "claims?tab=contradictions": "section h2",
    "figures": "table.rp", "explanations": "table.mx", "origins": ".node", "map": "aside table, aside ul", "cast": "article h2",
    "cast?tab=sources": "[role=rowgroup] .tr", "cast?tab=incidents": "section h2", "report": "iframe", "add": ".drop",
}  # fmt: skip
"""Each room with something that stands in it once it is drawn."""


def go(page: Page, served: Served, room: str) -> None:
    """Open a room anew and wait until it is drawn."""
    page.goto(f"{served.url}/?again={time.monotonic_ns()}#/{room}")
    page.locator(ROOMS[room.split("/", maxsplit=1)[0] if room not in ROOMS else room]).first.wait_for()


def drawn(page: Page) -> None:
    """Wait until nothing asks a question and the keys are those of the room again."""
    page.locator("dialog[open]").wait_for(state="detached")
    page.locator("input:focus, textarea:focus, select:focus").wait_for(state="detached")


def complaints(page: Page) -> list[str]:
    """Serious and critical findings of axe-core, with where they are."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate("async () => await axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{v['id']} ({v['impact']}): {n['html'][:160]} {n.get('failureSummary', '')[:300]}"
        for v in found["violations"]
        if v["impact"] in ("serious", "critical")
        for n in v["nodes"][:3]
    ]
