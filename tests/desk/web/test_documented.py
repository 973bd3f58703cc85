"""The API is what its description says, and no request that the description allows breaks it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
import uvicorn
from hypothesis import HealthCheck, Phase, given, settings
from tests.desk.web.conftest import REPORTS, make_case

from sayso.desk.web.api import guarded, make_app
from sayso.desk.web.room import Room
from sayso.workbench import Live


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, str]]:
    """A small case behind a real server, and its address."""
    case = make_case(tmp_path_factory.mktemp("fuzzed"), {"b-ledger.txt": REPORTS["b-ledger.txt"]})
    app = make_app(Room(Live(case), who="Ann", page=False))
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    whole = guarded(app, hosts={f"127.0.0.1:{port}"}, token=None)
    server = uvicorn.Server(uvicorn.Config(whole, log_level="error", lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield app, f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=20)


@pytest.fixture(scope="module")
def schema(served: tuple[Any, str]) -> Any:
    app, address = served
    loaded = schemathesis.openapi.from_dict(app.openapi_schema.to_schema())
    loaded.config.update(base_url=address)
    return loaded


def test_every_answer_is_described_by_its_records(served: tuple[Any, str]) -> None:
    paths = served[0].openapi_schema.to_schema()["paths"]
    assert len(paths) > 30
    for path, methods in paths.items():
        for method, told in methods.items():
            good = next(v for k, v in told["responses"].items() if k.startswith("2"))
            assert told["description"].strip().endswith("."), (path, method)
            if path.startswith("/api/") and "application/json" in good.get("content", {}):
                assert "$ref" in good["content"]["application/json"]["schema"], path
    acts = served[0].openapi_schema.to_schema()["components"]["schemas"]
    assert {"Deciding", "Problem"} - acts.keys() <= {"Problem"}


def broken_by(operation: Any) -> list[str]:
    """Requests that this operation's description allows and that were not answered as they should be."""
    broken: list[str] = []

    @settings(max_examples=8, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        answer = case.call(timeout=60)
        told = answer.json() if answer.status_code >= 400 else {"error": "", "status": 0}
        if answer.status_code >= 500 or not {"error", "status"} <= set(told):
            broken.append(f"{case.as_curl_command()}: {answer.status_code} {answer.text[:300]}")

    ask()
    return broken


def test_no_request_that_is_described_breaks_it(schema: Any) -> None:
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 30
    for operation in operations:
        # A stream has no end, and nothing here goes to the network.
        if operation.path not in ("/api/events", "/api/fetch"):
            assert broken_by(operation) == []


def test_the_case_is_whole_after_all_that(served: tuple[Any, str]) -> None:
    room: Room = served[0].state.room
    assert [f for f in room.live.case.verify() if not f.ok] == []


def test_it_is_closed_with_the_server(tmp_path: Path) -> None:
    live = Live(make_case(tmp_path, {"a.txt": "A nurse said that two people were killed.\n"}))
    room = Room(live, who="Ann", page=False)
    room.close()
    room.close()
    assert room.closed
