"""A page opened in Chromium, headless and without a network, for what only a browser can tell."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed here")


def dump(page: Path, profile: Path, *flags: str) -> str:
    """The page's document once its scripts have run."""
    assert CHROMIUM is not None
    words = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        f"--user-data-dir={profile}", "--virtual-time-budget=60000", *flags, "--dump-dom", page.resolve().as_uri(),
    ]  # fmt: skip
    return subprocess.run(words, check=True, capture_output=True, text=True, timeout=300).stdout


def axe(folder: Path) -> str:
    """The source of axe-core, fetched by npm into a folder.

    A machine without npm or without a registry skips the test that asks for it.
    """
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed here, so axe-core cannot be had")
    done = subprocess.run([npm, "install", "--no-audit", "--no-fund", "--prefix", str(folder), "axe-core@4"],
                          check=False, capture_output=True, text=True, timeout=300)  # fmt: skip
    source = folder / "node_modules" / "axe-core" / "axe.min.js"
    if done.returncode or not source.is_file():
        pytest.skip("axe-core cannot be fetched here")
    return source.read_text(encoding="utf-8")


def violations(page: str, script: str, folder: Path, *flags: str) -> list[dict[str, Any]]:
    """What axe-core finds wrong with a page, everything that folds unfolded first."""
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page).replace("<details", "<details open")
    run = (
        "axe.run(document, {resultTypes: ['violations']}).then(found => {const out = document.createElement('pre');"
        "out.id = 'axe-found'; out.textContent = JSON.stringify(found.violations.map(v => ({id: v.id, impact: v.impact,"
        "nodes: v.nodes.slice(0, 3).map(n => n.html)}))); document.body.replaceChildren(out);})"
    )
    safe = (part.replace("</script", r"<\/script") for part in (script, run))
    scripts = "".join(f"<script>{part}</script>" for part in safe)
    target = folder / "page.html"
    target.write_text(page.replace("</body>", f"{scripts}</body>"), encoding="utf-8")
    found = re.search(r'<pre id="axe-found">(.*?)</pre>', dump(target, folder / "profile", *flags), re.DOTALL)
    assert found is not None, "axe-core did not finish"
    told: list[dict[str, Any]] = json.loads(html.unescape(found[1]))
    return told
