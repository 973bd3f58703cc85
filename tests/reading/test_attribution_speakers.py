from __future__ import annotations

import pytest

from sayso.reading.attribution import find_claims
from sayso.reading.attribution.speakers import Resolver
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
        ("Freland's General Staff said it sank.", "General Staff"),
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


def resolved(text: str, *sources: str) -> list[str | None]:
    """Resolve the sources in reading order, each looked for behind the one before."""
    resolver, at, found = Resolver(text, split(text)), 0, []
    for source in sources:
        start = text.index(source, at)
        at = start + len(source)
        found.append(resolver.resolve(start, at))
    return found


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Mira Denn, a Harbour campaign aide during her failed 2008 run", "Mira Denn"),
        ("Rex Orlan, founder and head of Zan and Freland Veterans of the Coast,", "Rex Orlan"),
        ("Harbour Party presidential nominee Mira Denn", "Mira Denn"),
        ("the late singer Mira Denn", "Mira Denn"),
        ("a dockworker named Mira Denn, who lost a brother,", "Mira Denn"),
        ("Zanfile's Mira Denn", "Mira Denn"),
        ("Orlan's spokesman Jan Baro", "Jan Baro"),
        ("Orlan's attorney, Jan Baro,", "Jan Baro"),
        ("his wife, Mira,", "Mira"),
        ("one of her advisers, Jan Baro,", "Jan Baro"),
        ("another critic, Jan Baro", "Jan Baro"),
        ("the party chairwoman, Senator Mira Denn of Zan,", "Mira Denn"),
        ("former Gov. Rex Orlan of Zan, a rival,", "Rex Orlan"),
        ("a spokesman for Mr. Baro", "spokesman for Mr. Baro"),
        ("aides to Mr. Baro", "aides to Mr. Baro"),
        ("groups backing Mira Denn", "groups backing Mira Denn"),
        ("Harbour officials, including Gov. Mira Denn,", "Harbour officials"),
        ("the family, protesters and civic leaders", "family, protesters and civic leaders"),
        ("the Free Isles, Zan and Freland", "Free Isles and Zan and Freland"),
        ("the leaders of the Free Isles, Zan and Freland", "leaders of the Free Isles, Zan and Freland"),
        ("two analysts, Rex Orlan and Mira Denn,", "Rex Orlan and Mira Denn"),
        ("Sen. Mira Denn (Zan) and former mayor Rex Orlan", "Mira Denn and Rex Orlan"),
        ("the U.N.", "U.N."),
    ],
)
def test_the_name_in_a_whole_noun_phrase(source: str, expected: str) -> None:
    assert resolved(f"It sank, said {source} on Monday.", source) == [expected]


@pytest.mark.parametrize(
    ("text", "sources", "expected"),
    [
        (  # what a quotation names is not who spoke it
            "Orlan, a pilot who left, said it sank. “Vote for Admiral Jan Baro,” he said.",
            ("Orlan, a pilot who left,", "he"),
            ["Orlan", "Orlan"],
        ),
        (  # the role tells that it is a person, and which
            "Kell Tann, the port's spokeswoman, met Admiral Jan Baro. “It sank,” she said.",
            ("she",),
            ["Kell Tann"],
        ),
        ("Kell Tann, 31, said it sank, but he stayed.", ("Kell Tann, 31,", "he"), ["Kell Tann"] * 2),
        ("While he agreed that it was old, Mr. Baro said it sank.", ("he",), ["Baro"]),
        ("Mr. Orlan's ship sank. He said it was old.", ("He",), ["Orlan"]),
        ("Mr. Orlan left. He’s sure it sank.", ("He’s",), ["Orlan"]),
        ("Ivan Baro wrote to Ivan Baro. Maria Baro sang. Mrs. Baro said so.", ("Mrs. Baro",), ["Maria Baro"]),
        ("Port officials said it sank. He was sure.", ("Port officials", "He"), ["Port officials", None]),
        ("Port officials said it sank. They were sure.", ("Port officials", "They"), ["Port officials"] * 2),
        ("Port officials said it sank. It was sure.", ("Port officials", "It"), ["Port officials", None]),
        ("A report said it sank. They were sure.", ("A report", "They"), ["report", None]),
        ("The Ministry of Harbours lost a ship. The ministry said so.", ("The ministry",), ["Ministry of Harbours"]),
        ("The Zan Relief Fund (ZRF) left. The ZRF said so.", ("The ZRF",), ["Zan Relief Fund"]),
        ("Harbour Party nominee Mira Denn left. The Harbour nominee said so.", ("The Harbour nominee",), ["Mira Denn"]),
        ("Captain Orlan met Captain Tann. He said it sank.", ("He",), ["Orlan"]),
        ("Voters said it sank. He was sure.", ("Voters", "He"), ["Voters", None]),
    ],
)
def test_who_is_meant_later(text: str, sources: tuple[str, ...], expected: list[str | None]) -> None:
    assert resolved(text, *sources) == expected


def test_a_name_in_a_headline_in_title_case_is_no_full_name() -> None:
    text = "Derelict Baro Must Go Now\n\nMr. Baro said it sank."
    assert resolved(text, "Mr. Baro") == ["Baro"]


def test_a_toss_up_between_two_stays_open() -> None:
    assert resolved("Much is known of Captain Tann and of Captain Orlan. He said it sank.", "He") == [None]
