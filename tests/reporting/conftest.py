"""Shared fixtures of the room `reporting`."""

from __future__ import annotations

import pytest
from tests.reporting.landing import landing_case

from sayso.records import CaseView


@pytest.fixture(scope="session")
def view() -> CaseView:
    """Give the ferry landing case."""
    return landing_case()
