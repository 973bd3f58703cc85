"""Incidents over the API: joined, a document moved, and what the case is about; each undone again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from tests.desk.web.conftest import Page, make_case, served

REPORTS = {
    "a.txt": "outlet: Harbour Wire\n\nNine people were killed on 8 March 2031 when the old mill at Vell in Norway was "
    "shelled, the Orm Monitor said.\n",
    "b.txt": "outlet: Kell Post\n\nThe shelling of the old mill at Vell in Norway on 8 March 2031 killed eight people, "
    "the mayor, Ida Brandt, said.\n",
    "c.txt": "outlet: Meridian Ledger\n\nThree people were hurt on 2 June 2031 when a ferry ran aground off Haifa in "
    "Israel, the port said.\n",
}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient[Any]]:
    yield from served(make_case(tmp_path, REPORTS))


def grouped(page: Page) -> dict[str, list[str]]:
    """Documents by incident, all by the names of the files."""
    names = {d["id"]: d["name"] for d in page.weighed("/api/documents")["documents"]}
    rows = page.weighed("/api/incidents")["incidents"]
    return {i["id"]: sorted(names[d] for d in i["document_ids"]) for i in rows}


def subject(page: Page) -> str:
    return str(next(i["id"] for i in page.weighed("/api/incidents")["incidents"] if i["subject"]))


def document(page: Page, name: str) -> str:
    return str(next(d["id"] for d in page.weighed("/api/documents")["documents"] if d["name"] == name))


def test_incidents_are_merged_and_parted_again(page: Page) -> None:
    before = grouped(page)
    assert sorted(before.values()) == [["a.txt", "b.txt"], ["c.txt"]]
    page.decide({"do": "merge_incidents", "incidents": list(before)})
    assert list(grouped(page).values()) == [["a.txt", "b.txt", "c.txt"]]
    assert page.get("/api/history")["decisions"][0]["says"] == "Ann said that 3 documents report one incident."
    page.post("/api/undo")
    assert grouped(page) == before


def test_a_document_is_moved_to_another_incident_and_to_one_of_its_own(page: Page) -> None:
    before = grouped(page)
    ferry = next(name for name, documents in before.items() if documents == ["c.txt"])
    page.decide({"do": "move_document", "document": document(page, "b.txt"), "incident": ferry})
    assert sorted(grouped(page).values()) == [["a.txt"], ["b.txt", "c.txt"]]
    page.decide({"do": "move_document", "document": document(page, "b.txt"), "incident": None})
    assert sorted(grouped(page).values()) == [["a.txt"], ["b.txt"], ["c.txt"]]
    page.post("/api/undo")
    page.post("/api/undo")
    assert grouped(page) == before


def test_the_case_is_about_the_incident_that_was_chosen(page: Page) -> None:
    mill = subject(page)
    ferry = next(name for name in grouped(page) if name != mill)
    assert page.weighed("/api/figures/killed")["range"]["best"] is not None
    page.decide({"do": "choose_incident", "incident": ferry})
    assert subject(page) == ferry
    assert page.weighed("/api/figures/injured")["range"]["best"] == 3
    page.post("/api/undo")
    assert subject(page) == mill


def test_senseless_groups_are_refused_with_a_sentence(page: Page) -> None:
    mill = subject(page)
    for act in (
        {"do": "merge_incidents", "incidents": [mill]},
        {"do": "merge_incidents", "incidents": [mill, mill]},
        {"do": "merge_incidents", "incidents": [mill, "incident-none"]},
        {"do": "move_document", "document": "d-none", "incident": mill},
        {"do": "move_document", "document": document(page, "a.txt"), "incident": mill},
        {"do": "move_document", "document": document(page, "c.txt"), "incident": None},
        {"do": "choose_incident", "incident": "incident-none"},
    ):
        status, told = page.post("/api/decisions", decisions=[act])
        assert (status, told["error"][-1]) == (422, "."), told


def test_two_people_moving_the_same_document_see_each_other(client: TestClient[Any], page: Page) -> None:
    ben = Page(client, "Ben")
    mill, name = subject(page), document(page, "b.txt")
    ferry = next(one for one in grouped(page) if one != mill)
    page.decide({"do": "move_document", "document": name, "incident": ferry})
    status, told = ben.post("/api/decisions", decisions=[{"do": "move_document", "document": name, "incident": None}])
    assert (status, told["conflicts"][0]["who"]) == (409, "Ann")
