"""The page under axe-core in a browser, in light and dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reporting.browser import axe, needs_chromium, violations

from sayso.records import CaseView
from sayso.reporting.dossier import build
from sayso.reporting.page import copies_page, html

SCHEMES = {"dark": "0", "light": "1"}


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> str:
    return axe(tmp_path_factory.mktemp("axe"))


@needs_chromium
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["al-tanf-2017", "exercise", "landing"])
def test_axe_finds_nothing_serious(
    name: str, scheme: str, script: str, view: CaseView, bundled: dict[str, CaseView], tmp_path: Path
) -> None:
    page = html(build({**bundled, "landing": view}[name]))
    found = violations(page, script, tmp_path, f"--blink-settings=preferredColorScheme={SCHEMES[scheme]}")
    assert [v for v in found if v["impact"] in ("serious", "critical")] == []


@needs_chromium
def test_nor_in_the_page_of_archived_texts(script: str, view: CaseView, tmp_path: Path) -> None:
    found = violations(copies_page(build(view), "report.md"), script, tmp_path)
    assert [v for v in found if v["impact"] in ("serious", "critical")] == []


@needs_chromium
def test_axe_would_see_what_is_wrong(script: str, tmp_path: Path) -> None:
    bad = '<!doctype html><html lang="en"><head><title>x</title></head><body><main><img src="data:,"></main></body></html>'
    assert "image-alt" in {v["id"] for v in violations(bad, script, tmp_path)}
