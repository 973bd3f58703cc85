from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

import sayso
from sayso.desk.web.api import guarded, make_app
from sayso.desk.web.room import Room
from sayso.workbench import Live

HOST = "127.0.0.1:8321"
REPORTS = {
    "a-wire.txt": (
        "outlet: Harbour Wire\n\nThe Orm Monitor said on 9 March 2031 that nine people were killed near the old mill "
        "at Vell in Norway. The mayor, Ida Brandt, denied that any soldier was there.\n"
    ),
    "b-ledger.txt": (
        "outlet: Meridian Ledger\n\nA hospital official, Jon Falk, said on 10 March 2031 that fourteen people were "
        "killed near the old mill at Vell in Norway. Ida Brandt told reporters that the mill stored fuel, because the "
        "army wanted it there.\n"
    ),
    "c-post.txt": (
        "outlet: Kell Post\n\nThe Orm Monitor said on 9 March 2031 that nine people were killed near the old mill at "
        "Vell in Norway. The mayor, Ida Brandt, denied that any soldier was there. First printed elsewhere.\n"
    ),
}


class Page:
    """What the page does: asks, decides, remembers the version that it saw."""

    def __init__(self, client: TestClient[Any], who: str = "Ann") -> None:
        self.client = client
        self.who = who
        self.version = self.get("/api/session")["version"]

    def get(self, path: str, **params: Any) -> Any:
        answer = self.client.get(path, params=params)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def weighed(self, path: str, **params: Any) -> Any:
        """An answer that shows all that was decided."""
        return self.get(path, version=self.version, **params)

    def post(self, path: str, **body: Any) -> tuple[int, Any]:
        answer = self.client.post(path, json={"who": self.who, "based_on": self.version, **body})
        found = answer.json()
        if answer.status_code == 200:
            self.version = found["version"]
        return answer.status_code, found

    def decide(self, *acts: dict[str, Any]) -> Any:
        status, found = self.post("/api/decisions", decisions=list(acts))
        assert status == 200, found
        return found

    def claims(self) -> dict[str, str]:
        """Claim ids by the beginning of what is claimed."""
        columns = self.get("/api/claims")["columns"]
        return dict(zip(columns["text"], columns["id"], strict=True))

    def claim(self, words: str) -> str:
        return next(name for text, name in self.claims().items() if words in text)


def make_case(folder: Path, reports: dict[str, str]) -> Path:
    (folder / "reports").mkdir()
    for name, text in reports.items():
        (folder / "reports" / name).write_text(text, encoding="utf-8")
    with sayso.Case.new(folder / "case", title="The mill at Vell") as case:
        list(case.add([str(folder / "reports")]))
    return folder / "case"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return make_case(tmp_path, REPORTS)


@pytest.fixture
def client(case: Path) -> Iterator[TestClient[Any]]:
    yield from served(case)


def served(case: Path, token: str | None = None) -> Iterator[TestClient[Any]]:
    app = make_app(Room(Live(case), who="Ann", page=False))
    whole: Any = guarded(app, hosts={HOST}, token=token)
    with TestClient(whole, base_url=f"http://{HOST}") as inside:
        yield inside


@pytest.fixture
def page(client: TestClient[Any]) -> Page:
    return Page(client)


def body_of(answer: Any) -> Any:
    return json.loads(answer.content)
