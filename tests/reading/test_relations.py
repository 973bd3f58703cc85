from __future__ import annotations

import pytest

from sayso.reading.reader import read_plainly
from sayso.records import Document, StatedRelation


def relations(text: str) -> tuple[StatedRelation, ...]:
    return read_plainly(Document(id="d", sha256="", text=text)).relations


@pytest.mark.parametrize(
    ("text", "subject", "kind", "other"),
    [
        ("The Radwan Force, an elite unit of Hezbollah, was there.", "Radwan Force", "part_of", "Hezbollah"),
        ("Kataib Hezbollah belongs to the Popular Mobilization Forces.", "Kataib Hezbollah", "part_of",
         "Popular Mobilization Forces"),
        ("Hezbollah had trained the group.", "the group", "trained_by", "Hezbollah"),
        ("The Houthis are backed by Iran, he said.", "Houthis", "backed_by", "Iran"),
        ("Turkish-backed Syrian National Army men fled.", "Syrian National Army", "backed_by", "Turkey"),
        ("The Tharqun Brigade pledged allegiance to Islamic State.", "Tharqun Brigade", "loyal_to", "Islamic State"),
        ("The Tharqun Brigade, which is allied with Hezbollah, fled.", "Tharqun Brigade", "allied_with", "Hezbollah"),
    ],
)  # fmt: skip
def test_what_is_said_of_actors(text: str, subject: str, kind: str, other: str) -> None:
    (found,) = relations(text)
    assert (found.subject.text, found.kind, found.object.entity, found.negated) == (subject, kind, other, False)
    assert text[found.start : found.end] == found.text
    assert text[found.subject.start : found.subject.end] == found.subject.text


def test_a_denied_tie_is_negated() -> None:
    (found,) = relations("The Tharqun Brigade is not backed by Iran.")
    assert found.negated


def test_a_tie_in_somebodys_words_names_the_claim() -> None:
    text = "The Dorrin Monitor said that the Tharqun Brigade is backed by Iran."
    reading = read_plainly(Document(id="d", sha256="", text=text))
    (found,) = reading.relations
    claim = next(c for c in reading.claims if c.id == found.claim)
    assert claim.source is not None
    assert "Monitor" in claim.source.text


@pytest.mark.parametrize(
    "text",
    [
        "Hezbollah fighters were seen near Homs.",
        "Orla Venn, a member of the Krill family, spoke.",
        "Hezbollah denied the report. Iran backed down.",
        "The Tharqun Brigade was hit by Israel.",
        "The road to Homs, part of the valley, is closed.",
    ],
)
def test_other_sentences_state_no_tie(text: str) -> None:
    assert relations(text) == ()
