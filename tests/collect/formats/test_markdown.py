"""Markdown becomes the text that a reader of the page sees."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest
from tests.collect.makers import one

NOTE = """---
outlet: Harbour Notes
date: 2031-04-02
---

# What I saw at the *pier*

On **Tuesday** the mayor, of the *Harbour List*,
said ["two hurt"](https://pier.example/a). A file_name_here stays, 2 * 3 too.

- flour
- **eggs**
  1. brown
  2. white

> The pier is closed. ![A pier](pier.jpg)

| who | hurt |
|-----|------|
| guests | **2** |

Last ~~words~~ <b>words</b>.
"""
SEEN = """What I saw at the pier

On Tuesday the mayor, of the Harbour List,
said "two hurt". A file_name_here stays, 2 * 3 too.

- flour
- eggs
  1. brown
  2. white

The pier is closed. A pier

who\thurt
guests\t2

Last words words.
"""


def test_marks_leave_the_text_and_the_bytes_stay(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(NOTE, encoding="utf-8")
    document = one(tmp_path / "a.md").document
    assert document.text == SEEN
    assert (document.title, document.outlet) == ("What I saw at the pier", "Harbour Notes")
    assert document.links == ("https://pier.example/a",)
    assert document.sha256 == hashlib.sha256(NOTE.encode()).hexdigest()
    assert document.extractor == "sayso-markdown/2"


@pytest.mark.parametrize("piece", ["*", "[", "`a", "> ", "_a ", "![](", "- ", "<a", "|a\n"])
def test_hostile_markdown_ends_soon(tmp_path: Path, piece: str) -> None:
    (tmp_path / "a.md").write_text("It was said.\n\n" + piece * (200_000 // len(piece)), encoding="utf-8")
    began = time.process_time()
    assert one(tmp_path / "a.md").document.text.startswith("It was said.")
    assert time.process_time() - began < 8
