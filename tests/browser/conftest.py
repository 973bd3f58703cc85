"""A real browser on a real `sayso serve`: each test that decides something gets its own copy of a bundled case."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.driving import CASES, CHROMIUM, FLAGS, STATIC, Served, Watch, opened, serve

from sayso.workbench import build_demo

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--screenshots", action="store_true", help="write docs/img anew (pytest tests/browser --screenshots)"
    )


@pytest.fixture(scope="session", autouse=True)
def built() -> None:
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install '.[dev]')")
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine (apt-get install chromium)")
    if not (STATIC / "index.html").is_file():
        pytest.skip("the page is not built (make web; needs Node)")


@pytest.fixture(scope="session")
def browser(built: None) -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - it may not be installed

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, built: None) -> Callable[[str], Path]:
    """Bundled cases, each built once in a session."""
    folder = tmp_path_factory.mktemp("cases")

    def make(name: str) -> Path:
        if not (folder / name).exists():
            for _ in build_demo(folder, name=name):
                pass
        return folder / name

    return make


@pytest.fixture(scope="session", params=CASES)
def shown(request: pytest.FixtureRequest, made: Callable[[str], Path]) -> Iterator[Served]:
    """Each bundled case, only to be looked at."""
    yield from serve(made(request.param))


@pytest.fixture(params=CASES)
def worked(request: pytest.FixtureRequest, made: Callable[[str], Path], tmp_path: Path) -> Iterator[Served]:
    """A copy of each bundled case, to be worked on."""
    shutil.copytree(made(request.param), tmp_path / request.param)
    yield from serve(tmp_path / request.param)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def page(browser: Browser, watch: Watch) -> Iterator[Page]:
    """One page at the size of a laptop."""
    made = opened(browser, watch)
    yield made
    made.context.close()
    assert not watch.foreign, f"the page asked for something elsewhere: {watch.foreign}"
    assert not watch.errors, f"the page complained: {watch.errors}"
