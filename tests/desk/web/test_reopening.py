"""A large case opened again: its first screen is there before the case is loaded, and says what it shows."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from bench.workbench import build
from litestar.testing import TestClient
from tests.desk.web.conftest import HOST, Page

from sayso.desk.web.api import guarded, make_app
from sayso.desk.web.room import Room
from sayso.workbench import Case, Live
from sayso.workbench.basis import Basis
from sayso.workbench.keeping import FOLDER

FIRST = ("overview", "documents", "places", "claims")


@contextmanager
def opened(case: Path) -> Iterator[tuple[Page, Room]]:
    room = Room(Live(case), who="Ann", page=False)
    whole: Any = guarded(make_app(room), hosts={HOST}, token=None)
    with TestClient(whole, base_url=f"http://{HOST}") as client:
        yield Page(client), room


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of enough documents to be kept, weighed and closed once."""
    folder = tmp_path_factory.mktemp("large") / "case"
    build(folder, 220)
    with opened(folder) as (page, _):
        page.weighed("/api/overview")
    return folder


@pytest.fixture
def large(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / built.name))


@pytest.fixture
def held_back(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Loading a case waits for this."""
    gate = threading.Event()

    def load(store: Any) -> Basis:
        assert gate.wait(60)
        return Basis(store)

    monkeypatch.setattr("sayso.workbench.live.Basis", load)
    return gate


def test_the_first_screen_is_there_before_the_case_is_loaded(large: Path, held_back: threading.Event) -> None:
    with opened(large) as (page, room):
        session = page.get("/api/session")
        early = {name: page.client.get(f"/api/{name}") for name in FIRST}
        assert not room.live.is_loaded
        assert session["weighed"] == session["version"]
        assert session["weighing"] == {"step": "documents", "done": 0, "of": 1}
        assert session["counts"]["documents"] == 220
        assert session["counts"]["claims"] == early["claims"].json()["n"]
        held_back.set()
        until(lambda: room.live.latest() is not None and room.live.progress is None)
        for name, answer in early.items():
            again = page.client.get(f"/api/{name}")
            assert (again.status_code, again.content, again.headers["ETag"]) == (
                200, answer.content, answer.headers["ETag"],
            )  # fmt: skip
            tagged = page.client.get(f"/api/{name}", headers={"If-None-Match": answer.headers["ETag"]})
            assert tagged.status_code == 304
        assert page.get("/api/session") | {"weighing": None} == session | {"weighing": None}


def test_what_was_decided_since_is_never_hidden_by_what_was_kept(large: Path, held_back: threading.Event) -> None:
    with Case.open(large, write=True) as case:
        claim = case.readings()[0].claims[0].id
        case.reject_claim(claim, who="Ben")
    with opened(large) as (page, room):
        session, overview = page.get("/api/session"), page.get("/api/overview")
        assert not room.live.is_loaded
        assert session["weighed"] != session["version"]
        assert overview["version"] == session["weighed"]
        assert session["standing"] == 1
        held_back.set()
        columns = page.get("/api/claims")["columns"]
        assert columns["state"][columns["id"].index(claim)] == 2  # rejected
        assert page.weighed("/api/overview")["version"] == session["version"]
    with opened(large) as (page, room):
        assert page.get("/api/session")["weighed"] == session["version"]  # closing kept the state of then


def test_what_another_program_kept_is_not_shown(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.workbench.live.program", lambda *rooms: f"a newer program {rooms}")
    with opened(large) as (page, room):
        assert room.live.is_loaded  # the page's first question had to wait for it
        assert page.weighed("/api/overview")["version"] == page.version


def test_a_kept_screen_of_a_later_state_than_the_case_is_not_shown(large: Path) -> None:
    later = Path(shutil.copytree(large, large.parent / "later" / large.name))
    with opened(later) as (page, _):
        name = page.get("/api/sources")["sources"][0]["name"]
        page.decide({"do": "distrust", "source": name, "distrusted": True})
        page.weighed("/api/overview")
    shutil.rmtree(large / FOLDER)
    shutil.copytree(later / FOLDER, large / FOLDER)  # as where a case was put back from a copy
    with opened(large) as (page, room):
        assert room.live.is_loaded
        assert page.weighed("/api/overview")["version"] == page.version
