from __future__ import annotations

import pytest

from sayso.reading.attribution import find_claims
from sayso.reading.sentences import split


def speakers(text: str) -> list[str | None]:
    return [c.source.entity if c.source else None for c in find_claims(text, split(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Freland Deputy Foreign Minister Jan Baro said it sank.", "Jan Baro"),
        ("Secretary of State Jan Baro said it sank.", "Jan Baro"),
        ("Freland Interior Ministry Spokesman Jan al-Baro said it sank.", "Jan al-Baro"),
        ("Mr. Baro said it sank.", "Baro"),
        ("Harbour House spokesman Jan Baro, following the raid, went so far as to call it a gift.", "Jan Baro"),
        ("The port's director, Mira Denn, said it sank.", "Mira Denn"),
        ("Mira Denn, the port's director, said it sank.", "Mira Denn"),
        ("Mira Denn of the Zan Relief Fund said it sank.", "Mira Denn of the Zan Relief Fund"),
        ("Maria Denn of the Zan Relief Fund said it sank.", "Maria Denn"),  # known by her given name to be a person
        ("The Zanport Relief Observatory (ZRO) said six died.", "Zanport Relief Observatory"),
        ("The Freland military said it sank.", "Freland military"),
        ("The Ministry of Harbours said it sank.", "Ministry of Harbours"),
        ("A military source said it sank.", "military source"),
        ("Two officials in Zanport said it sank.", "Two officials in Zanport"),
        ("The director of Zanport Hospital, Mira Denn, said it sank.", "Mira Denn"),
        ("The director of Zanport Hospital said it sank.", "director of Zanport Hospital"),
        ("Rex Orlan, the mayor, and Mira Denn, the envoy, both said it sank.", "Rex Orlan and Mira Denn"),
        ("Baro – who runs the port – said it sank.", "Baro"),
        ("Zanfile said it sank.", "Zanfile"),
        ("Maria Denn and Jan Baro both said it sank.", "Maria Denn and Jan Baro"),
        ("Some said it sank.", None),
        ("They said it sank.", None),
        ("He said it sank.", None),
        ("We said it sank.", None),
    ],
)
def test_the_name_of_a_speaker(text: str, expected: str | None) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maria Denn leads the port. She said it sank.", ["Maria Denn"]),
        ("Port captain Jan Baro met Maria Denn. She said it sank. He said it did not.", ["Maria Denn", "Jan Baro"]),
        ("“It sank,” said Maria Denn. “It was old,” she added.", ["Maria Denn", "Maria Denn"]),
        ("Admiral Jan Baro may have been right when he said it sank.", ["Jan Baro"]),
        ("Colonel Jan Baro spoke on Monday. Baro said it sank.", ["Jan Baro"]),
        ("Baro out, say voters\n\nColonel Jan Baro lost. “I go,” Baro said.", ["voters", "Jan Baro"]),
        ("A navy source said it sank. The source said it was old.", ["navy source", "navy source"]),
        (
            "The Freland Interior Ministry said it sank. The ministry said it was old.",
            ["Freland Interior Ministry"] * 2,
        ),
        ("Zanfile said it sank. It added that six died.", ["Zanfile", "Zanfile"]),
        (
            "The Zanport Relief Observatory (ZRO) said six died. ZRO said more may die.",
            ["Zanport Relief Observatory"] * 2,
        ),
        ("Zanfile claimed it sank. The site said six died.", ["Zanfile", "Zanfile"]),
        ("Foreign Minister Jan Baro spoke. The minister said it sank.", ["Jan Baro"]),
        ("The talks were led by Jan Baro, who said it sank.", ["Jan Baro"]),
    ],
)
def test_later_words_for_a_speaker(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


def test_a_pronoun_far_from_any_person_stays_open() -> None:
    text = "Maria Denn leads the port. " + "The sea was calm. " * 12 + "She said it sank."
    assert speakers(text) == [None]
