"""Starting the command must not pay for libraries that only some inputs need."""

from __future__ import annotations

import subprocess
import sys

HEAVY = [
    "trafilatura",
    "htmldate",
    "lxml",
    "docx",
    "httpx",
    "pypdfium2",
    "numpy",
    "feedparser",
    "warcio",
    "charset_normalizer",
    "py3langid",
    "zipfile",
    "email",
    "asyncio",
]


def test_importing_the_room_loads_no_heavy_library() -> None:
    code = f"import sys, sayso.collect; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
