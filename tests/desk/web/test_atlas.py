"""Places over the API: what is one place for the map and its list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from tests.desk.web.conftest import Page, make_case, served

REPORTS = {
    "a.txt": "outlet: Harbour Wire\n\nNine people were killed in Sarn Keppel on Friday, the Orm Monitor said.\n",
    "b.txt": "outlet: Kell Post\n\nEight people were killed in Sarn Keppel on Friday, the mayor, Ida Brandt, said.\n",
    "c.txt": "outlet: Meridian Ledger\n\nSARN KEPPEL, Friday (ML) - Nine people were killed, police said.\n",
}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient[Any]]:
    yield from served(make_case(tmp_path, REPORTS))


def test_a_dateline_in_capitals_names_no_other_place(page: Page) -> None:
    unplaced = page.get("/api/places")["unplaced"]
    (row,) = [row for row in unplaced if row["name"].casefold() == "sarn keppel"]
    assert row["name"] == "Sarn Keppel"
    assert row["mentions"] == 3
    assert sorted(row["spellings"]) == ["SARN KEPPEL", "Sarn Keppel"]
