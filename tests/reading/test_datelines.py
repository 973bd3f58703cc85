"""The town where a report was written says nothing."""

from __future__ import annotations

import pytest

from sayso.reading.datelines import behind_dateline

BEHIND = {
    "SENN - Velmara on Friday denied it.": "Velmara",
    "SENN, Velmara (BW) – Velmara on Friday denied it.": "Velmara",
    "An opening line.\nSENN - Velmara denied it.": "Velmara",
}


@pytest.mark.parametrize("text", BEHIND)
def test_a_speaker_begins_behind_the_dateline(text: str) -> None:
    start, end = text.index("SENN"), text.index(" ", text.rindex("Velmara"))
    span = behind_dateline(text, (start, end))
    assert span is not None
    assert text[slice(*span)] == BEHIND[text]


@pytest.mark.parametrize(
    ("text", "said"), [("Harbour Board said so.", "Harbour Board"), ("The SENN - ORM line said so.", "SENN - ORM line")]
)
def test_other_speakers_stay_as_they_are(text: str, said: str) -> None:
    span = (text.index(said), text.index(said) + len(said))
    assert behind_dateline(text, span) == span
    assert behind_dateline(text, None) is None
