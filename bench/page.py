"""Time the workbench's page on a made-up case in a real browser: opening, filters, scrolling, deciding, searching.

    python -m bench.page [--documents 5000] [--case FOLDER]

Every time is taken inside the page, from the act to the second frame after it. Beside each stands what the method
itself costs in the same run: the same wait with nothing done, and frames of the same page while nothing scrolls. The
case is made and weighed first, unless it is there. Needs Playwright, Chromium and the built page (`make web`).
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench.workbench import over_a_case

if TYPE_CHECKING:
    from playwright.sync_api import Page

FILTERS = ("Speaker", "Outlet", "Actor", "Place", "Day", "Origin", "Certainty", "Decided or not")
FLAGS = ["--no-sandbox"]

IN_PAGE = """
const frame = () => new Promise(requestAnimationFrame);
window.settled = async () => { await frame(); await frame(); };
window.timed = async (act) => {
  const began = performance.now();
  act();
  await settled();
  return performance.now() - began;
};
window.until = async (holds) => {
  const began = performance.now();
  while (!holds()) {
    if (performance.now() - began > 60000) throw new Error("it never came to be");
    await frame();
  }
};
window.frames = async (count, each) => {
  const found = [];
  let last = await frame();
  for (let n = 0; n < count; n++) {
    each(n);
    const now = await frame();
    found.push(now - last);
    last = now;
  }
  return found;
};
"""


def told(what: str, milliseconds: list[float], beside: str = "") -> None:
    """Print the median and the worst of some times."""
    print(f"{what:44} median {median(milliseconds):8.1f} ms  worst {max(milliseconds):8.1f} ms  {beside}", flush=True)


@contextmanager
def served(case: Path) -> Iterator[tuple[str, float]]:
    """Serve a case as people do; gives the address and when the command was given."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "sayso", "serve", str(case), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        assert process.stderr is not None
        try:
            for line in process.stderr:
                if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                    yield found.group(), began
                    return
            raise SystemExit("sayso serve did not start.")
        finally:
            process.terminate()
            process.wait()


def weighed_once(case: Path) -> None:
    """Open the case and close it once it is weighed, as after a first session; closing keeps its first screen."""
    with served(case) as (url, began), chromium() as page:
        page.goto(url)
        page.wait_for_function("document.querySelector('.status').textContent.startsWith('Offline')", timeout=900_000)
        page.locator("section h2").first.wait_for()
        print(f"{'weighed before, from the command':44} {1000 * (time.perf_counter() - began):8.1f} ms")


@contextmanager
def chromium() -> Iterator[Page]:
    """A page of the size of a laptop."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - it may not be installed

    where = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.set_default_timeout(120_000)
        page.add_init_script(IN_PAGE)
        yield page
        browser.close()


def opening(page: Page, url: str, began: float) -> None:
    """From the command, and from the address, to the first screen."""
    asked = time.perf_counter()
    page.goto(url)
    page.locator("section h2").first.wait_for()
    now = time.perf_counter()
    print(f"{'first screen, reopened: from the address':44} {1000 * (now - asked):8.1f} ms")
    print(f"{'  from the command':44} {1000 * (now - began):8.1f} ms")


def filters(page: Page) -> None:
    """Set every filter of the claims table to three of its values, then words; each beside a wait with nothing done."""
    began = time.perf_counter()
    page.evaluate("location.hash = '#/claims'")
    page.locator("[role=rowgroup] .tr").first.wait_for()
    page.wait_for_function("document.querySelector('[role=search] .count').textContent.match(/[1-9]/)")
    print(f"{'claims table, first shown':44} {1000 * (time.perf_counter() - began):8.1f} ms")
    page.evaluate("settled()")
    idle = [page.evaluate("timed(() => {})") for _ in range(9)]
    told("nothing done (the method itself)", idle)
    choose = """async ([label, n]) => {
      const field = [...document.querySelectorAll('[role=search] select')].find((s) => s.ariaLabel === label);
      if (field.options.length < 2) return [0];
      field.selectedIndex = n === 0 ? 0 : 1 + Math.floor((n - 1) * (field.options.length - 1) / 4);
      return [await timed(() => field.dispatchEvent(new Event('change', { bubbles: true })))];
    }"""
    for label in FILTERS:
        told(f"filter: {label}", [page.evaluate(choose, [label, n])[0] for n in (1, 2, 3, 4, 0)])
    write = """(words) => timed(() => { const f = document.querySelector('[role=search] input');
      f.value = words; f.dispatchEvent(new Event('input', { bubbles: true })); })"""
    told("filter: words", [page.evaluate(write, words) for words in ("k", "ki", "killed", "killed near", "")])
    order = """(n) => timed(() => { const f = document.querySelector('.order select'); f.selectedIndex = n;
      f.dispatchEvent(new Event('change', { bubbles: true })); })"""
    told("order", [page.evaluate(order, n) for n in (1, 2, 0)])


def scrolling(page: Page, what: str, port: str) -> None:
    """Frames while a list is scrolled by a screen a frame and jumped through, beside frames while nothing moves."""
    still = page.evaluate("frames(120, () => {})")
    moved = f"const port = document.querySelector({port!r});"
    steps = page.evaluate(f"() => {{ {moved} return frames(120, () => port.scrollTop += 400); }}")
    jumps = page.evaluate(
        f"() => {{ {moved} return frames(60, (n) => port.scrollTop = port.scrollHeight * ((n * 37) % 60) / 60); }}"
    )
    late = sum(frame > 50 for frame in [*steps, *jumps])
    told(f"{what}: frames, nothing moves", still)
    told(f"{what}: frames, scrolled", steps)
    told(f"{what}: frames, jumped through", jumps, f"{late} of {len(steps) + len(jumps)} over 50 ms")


def deciding(page: Page) -> None:
    """Accept claims by key and take it back, from the key to the mark on the row."""
    page.evaluate("document.querySelector('[role=rowgroup]').scrollTop = 0")
    press = """async (key) => {
      const chips = () => document.querySelectorAll('[role=rowgroup] .tr')[%d].textContent;
      const before = chips(); const began = performance.now();
      document.querySelector('main').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await until(() => chips() !== before);
      return performance.now() - began;
    }"""
    times: dict[str, list[float]] = {"a": [], "u": []}
    for row in range(6):
        page.locator("[role=rowgroup] .tr").nth(row).click()
        for key, found in times.items():
            page.wait_for_timeout(2500)
            found.append(page.evaluate(press % row, key))
    told("accept a claim, from key to mark", times["a"])
    told("undo it", times["u"])


def searching(page: Page) -> None:
    """Search the case, from the last letter to other hits."""
    page.keyboard.press("/")
    field = page.locator("dialog input")
    field.wait_for()
    search = """async (words) => {
      const field = document.querySelector('dialog input'), hits = () => document.querySelector('dialog').textContent;
      const before = hits(); const began = performance.now();
      field.value = words; field.dispatchEvent(new Event('input', { bubbles: true }));
      await until(() => hits() !== before);
      return performance.now() - began;
    }"""
    found = []
    for words in ("killed", "people near", "reprinted", "march"):
        found.append(page.evaluate(search, words))
        page.wait_for_timeout(400)
    told("search, from the last letter to hits", found)
    page.keyboard.press("Escape")


def measure(case: Path) -> None:
    """Print all times of one case that has been weighed before."""
    with served(case) as (url, began), chromium() as page:
        opening(page, url, began)
        page.wait_for_timeout(8000)  # what is loaded and weighed behind the first screen is another matter
        filters(page)
        scrolling(page, "claims", "[role=rowgroup]")
        deciding(page)
        searching(page)
        page.evaluate("location.hash = '#/reading'")
        page.locator("aside .docs a").first.wait_for()
        scrolling(page, "documents", "aside .docs .port")


def measure_again(case: Path) -> None:
    """Measure as after a first session."""
    weighed_once(case)
    measure(case)


if __name__ == "__main__":
    over_a_case("bench.page", __doc__, measure_again)
