"""The header above a note is read, and only a header."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.collect.makers import ENGLISH, one

from sayso.collect.noteheader import read_header

HEADER = (
    "Outlet: Harbour Wire\nTitle: Two hurt: the mayor speaks\nPublished: 2 April 2031\nAuthor: R. Example\n"
    "URL: https://example.org/pier\nNote: paraphrase, for teaching\n\n"
)


def test_text_begins_after_the_header(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HEADER + "\n" + ENGLISH)
    taken = one(tmp_path / "a.txt")
    document = taken.document
    assert document.text == ENGLISH
    assert taken.raw.startswith(b"Outlet:")
    assert document.outlet == "Harbour Wire"
    assert document.title == "Two hurt: the mayor speaks"
    assert (document.published, document.published_how) == ("2031-04-02", "header line")
    assert document.author == "R. Example"
    assert document.url == "https://example.org/pier"


def test_header_between_markdown_fences(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f'---\ntitle: "Two hurt"\ndate: 2031-04-02\n---\n\n# Other\n\n{ENGLISH}')
    document = one(tmp_path / "a.md").document
    assert (document.title, document.published) == ("Two hurt", "2031-04-02")
    assert document.text.startswith("Other\n\nTwo people")
    (tmp_path / "b.md").write_text(f"# A heading #\n\n{ENGLISH}")
    assert one(tmp_path / "b.md").document.title == "A heading"


@pytest.mark.parametrize(
    "text",
    [
        "Outlet: Harbour Wire",
        "Outlet: Harbour Wire\nThe mayor: two people were hurt\n\nMore.",
        "The mayor said: no\nTitle: x\n\nMore.",
        "\nTitle: x\n\nMore.",
        "---\nTitle: x\n---\nMore.",
        "Note: two people were hurt, she said.\n\nMore.",
        "",
    ],
)
def test_anything_else_is_text(text: str) -> None:
    assert read_header(text).length == 0


def test_a_date_that_is_not_understood_is_unknown_and_that_is_said() -> None:
    header = read_header("Published: last Tuesday\n\nText.")
    assert header.published is None
    assert header.published_how == "header line 'last Tuesday' was not understood"
