"""Shared fixtures of the room `reporting`."""

from __future__ import annotations

import pytest
from tests.reporting.landing import landing_case

from sayso.records import CaseView
from sayso.workbench import Case, build_demo


@pytest.fixture(scope="session")
def view() -> CaseView:
    """Give the ferry landing case."""
    return landing_case()


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, CaseView]:
    """Give the views of both bundled cases, by name."""
    folder = tmp_path_factory.mktemp("bundled")
    views = {}
    for name in ("al-tanf-2017", "exercise"):
        for _ in build_demo(folder, name=name):
            pass
        with Case.open(folder / name) as case:
            views[name] = case.view()
    return views
