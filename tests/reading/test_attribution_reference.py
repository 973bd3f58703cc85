"""The reference text of the project, where a checkout has it: who is found to speak there (names only)."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.reading.attribution import find_claims
from sayso.reading.explanations import find_explanations
from sayso.reading.sentences import split

_TEXT = Path(__file__).parents[3] / "shared" / "reference" / "al-tanf-2017.txt"
_SPEAKERS = {
    "US military", "Syrian Observatory for Human Rights", "DEBKAfile", "Farsnews", "Al Masdar news", "regime military source",
    "Gennady Gatilov", "Sergey Lavrov", "Bahram Qassemi", "Jerome Corsi", "James Mattis", "Mohammed Jamjoon", "military source",
    "Israeli security chiefs", "Mike Cernovich", "US State Department", "Sean Spicer", "Rex Tillerson and Nikki Haley",
    "Operation Inherent Resolve coalition",
}  # fmt: skip

pytestmark = pytest.mark.skipif(not _TEXT.is_file(), reason="the reference text lies outside the repository")


def test_its_speakers_are_found() -> None:
    text = _TEXT.read_text(encoding="utf-8")
    found = {c.source.entity for c in find_claims(text, split(text)) if c.source is not None}
    assert len(_SPEAKERS & found) >= len(_SPEAKERS) - 1, sorted(_SPEAKERS - {f for f in found if f})


def test_its_chains_are_found() -> None:
    text = _TEXT.read_text(encoding="utf-8")
    by_entity = {c.source.entity: c for c in find_claims(text, split(text)) if c.source is not None}
    assert [v.text for v in by_entity["military source"].via] == ["Mohammed Jamjoon"]
    assert [v.text for v in by_entity["Israeli security chiefs"].via] == ["DEBKAfile"]
    assert [v.text for v in by_entity["regime military source"].via] == ["Syrian state media"]


def test_its_explanations_are_found_with_few_others() -> None:
    text = _TEXT.read_text(encoding="utf-8")
    sentences = split(text)
    assert 14 <= len(find_explanations(text, sentences, ())) <= 26
