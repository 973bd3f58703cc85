"""What documents call an actor, in the words beside the name."""

from __future__ import annotations

import pytest

from sayso.linking import cast, described
from sayso.reading.mentions import find_mentions
from sayso.reading.sentences import split
from sayso.records import Document, Reading


def _called(text: str, *names: str) -> dict[str, list[str]]:
    document = Document(id="d", sha256="0", text=text)
    sentences = split(text)
    reading = Reading(document=document, mentions=find_mentions(text, sentences), sentences=tuple(sentences))
    actors = cast([reading])
    found = described([reading], actors)
    for passages in found.values():
        assert all(text[p.start : p.end] == p.text for p in passages)
    return {a.name: [p.text for p in found.get(a.id, ())] for a in actors if not names or a.name in names}


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Karl Dorn, the defence minister of Velmara, denied it.", "Karl Dorn", "the defence minister of Velmara"),
        ("Karl Dorn, spokesman for the Lake Council, denied it.", "Karl Dorn", "spokesman for the Lake Council"),
        ("On Friday the Tarn Brigade, backed by Velmara, denied it.", "Tarn Brigade", "backed by Velmara"),
        ("On Friday the pro-government Tarn Brigade denied it.", "Tarn Brigade", "pro-government"),
        ("Its spokesman, Karl Dorn, denied it on Friday.", "Karl Dorn", "Its spokesman"),
    ],
)
def test_words_beside_a_name_are_kept(text: str, name: str, words: str) -> None:
    found = _called(text)
    assert words in [said for key, all_said in found.items() if name in key or key in name for said in all_said], found


@pytest.mark.parametrize(
    "text",
    [
        "Karl Dorn, the hospital said, was not there.",
        "Karl Dorn, the Tarn Brigade and the police were there.",
        "Karl Dorn, speaking to reporters, denied it.",
        "Karl Dorn was in Vell.",
    ],
)
def test_clauses_and_lists_describe_nobody(text: str) -> None:
    assert _called(text).get("Karl Dorn", []) == []
