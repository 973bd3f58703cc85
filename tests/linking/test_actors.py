from __future__ import annotations

import pytest
from msgspec import structs

from sayso.linking.actors import cast, same_name
from sayso.records import (
    Actor,
    Claim,
    Document,
    EquipmentMention,
    Mention,
    MentionType,
    Reading,
    Span,
    Speaker,
    StatedRelation,
)


def reading(name: str, *mentions: tuple[str, MentionType, str | None]) -> Reading:
    text, made = "", []
    for written, kind, entity in mentions:
        start = len(text)
        text += written + "; "
        made.append(Mention(start=start, end=start + len(written), text=written, type=kind, entity=entity))
    return Reading(document=Document(id=name, sha256="0" * 64, text=text), mentions=tuple(made))


def by_name(actors: tuple[Actor, ...]) -> dict[str, Actor]:
    return {a.known_as or a.name: a for a in actors}


def test_names_of_a_known_group_meet_over_documents_and_scripts() -> None:
    actors = cast(
        [
            reading("a", ("Hezbollah", "armed_group", None), ("ISIL", "organization", None)),
            reading("b", ("Hizbullah", "armed_group", None), ("Daesh", "organization", None)),
            reading("c", ("حزب الله", "organization", None), ("داعش", "organization", None)),
        ]
    )
    assert {a.known_as for a in actors} == {"Hezbollah", "Islamic State"}
    assert by_name(actors)["Hezbollah"].documents == ("a", "b", "c")
    assert set(by_name(actors)["Hezbollah"].spellings) == {"Hezbollah", "Hizbullah", "حزب الله"}
    assert by_name(actors)["Hezbollah"].reasons[0].passages[0].document == "a"


def test_spellings_of_an_unknown_group_meet() -> None:
    actors = cast(
        [
            reading("a", ("Saraya al-Velmar", "armed_group", None)),
            reading("b", ("Saraya Al-Velmar", "armed_group", None), ("Saraya al Velmaar", "armed_group", None)),
        ]
    )
    assert len(actors) == 1
    assert actors[0].mentions == 3
    assert actors[0].known_as is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Islamic Jihad", "Islamic State"),
        ("Iran", "Iraq"),
        ("People's Defense Units", "People's Protection Units"),
        ("Mali", "Malawi"),
        ("Northern Front", "Southern Front"),
        ("", "Front"),
    ],
)
def test_near_names_stay_apart(one: str, other: str) -> None:
    assert not same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Velmar", "Velmar"),
        ("Mohammed Okrani", "Muhammad Okrani"),
        ("Deir ez-Zor", "Deir Ezzor"),
        ("Petro Koval", "Петро Коваль"),
        ("Dr. Orla Venn", "Orla Venn"),
        ("Venn, Orla", "Orla Venn"),
        ("Okrin Steel Ltd", "Okrin Steel Limited"),
        ("Hadi bin Okrani", "Hadi ben Okrani"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


def test_a_surname_joins_the_only_bearer() -> None:
    actors = cast([reading("a", ("Orla Venn", "person", "Orla Venn")), reading("b", ("Venn", "person", "Venn"))])
    assert [(a.name, a.mentions, a.documents) for a in actors] == [("Orla Venn", 2, ("a", "b"))]


def test_a_surname_of_two_stays_alone() -> None:
    actors = cast(
        [
            reading("a", ("Orla Venn", "person", None)),
            reading("b", ("Petra Venn", "person", None)),
            reading("c", ("Venn", "person", None)),
        ]
    )
    assert {a.name for a in actors} == {"Orla Venn", "Petra Venn", "Venn"}


def test_a_person_and_a_group_of_one_name_stay_apart() -> None:
    actors = cast([reading("a", ("Orla Venn", "person", None), ("Orla Venn", "organization", None))])
    assert len(actors) == 2


def test_places_and_roles_are_no_actors() -> None:
    assert cast([reading("a", ("Homs", "place", None), ("President", "role", None))]) == ()


def test_order_of_readings_does_not_change_who_meets() -> None:
    pile = [
        reading("a", ("Orla Venn", "person", None), ("ISIS", "armed_group", None)),
        reading("b", ("Venn", "person", None)),
        reading("c", ("Da'esh", "armed_group", None)),
    ]
    forth, back = cast(pile), cast(pile[::-1])
    assert sorted((a.id, a.mentions, sorted(a.spellings)) for a in forth) == sorted(
        (a.id, a.mentions, sorted(a.spellings)) for a in back
    )


def test_the_outlet_of_a_document_is_no_person() -> None:
    wire = Document(id="a", sha256="0" * 64, text="", outlet="Velmara Wire")
    (found,) = cast([Reading(document=wire), reading("b", ("Velmara Wire", "person", None))])
    assert (found.name, found.type) == ("Velmara Wire", "organization")


def written(name: str, text: str, *marks: tuple[str, MentionType], outlet: str | None = None) -> Reading:
    """A reading of `text` with a mention for each mark, in order; every line is a sentence."""
    made, at = [], 0
    for words, kind in marks:
        at = text.index(words, at)
        made.append(Mention(start=at, end=at + len(words), text=words, type=kind, entity=words))
        at += len(words)
    sentences, start = [], 0
    for line in text.splitlines(keepends=True):
        sentences.append((start, start + len(line)))
        start += len(line)
    document = Document(id=name, sha256="0" * 64, text=text, outlet=outlet)
    return Reading(document=document, mentions=tuple(made), sentences=tuple(sentences))


def test_an_acronym_introduced_in_one_document_is_that_name_in_another() -> None:
    actors = cast(
        [
            written("a", "The Dorrin Rights Monitor (DRM) counted nine.", ("Dorrin Rights Monitor", "organization")),
            written("b", "The DRM counted ten.", ("DRM", "organization")),
        ]
    )
    assert [(a.name, set(a.spellings), a.documents) for a in actors] == [
        ("Dorrin Rights Monitor", {"Dorrin Rights Monitor", "DRM"}, ("a", "b"))
    ]
    assert "A document of the case introduces DRM as short for Dorrin Rights Monitor." in [
        r.says for a in actors for r in a.reasons
    ]


def test_an_acronym_of_two_names_stays_alone() -> None:
    actors = cast(
        [
            written("a", "The Dorrin Rights Monitor (DRM) spoke.", ("Dorrin Rights Monitor", "organization")),
            written("b", "The Delta River Mission (DRM) spoke.", ("Delta River Mission", "organization")),
            written("c", "The DRM spoke.", ("DRM", "organization")),
        ]
    )
    assert len(actors) == 3


def test_ministries_meet_whichever_way_round() -> None:
    actors = cast(
        [
            written(
                "a", "Ministry of the Interior of Okria spoke.", ("Ministry of the Interior of Okria", "organization")
            ),
            written("b", "interior ministry of Okria spoke.", ("interior ministry of Okria", "organization")),
            written(
                "c",
                "The Ministry of the Interior of Okria spoke.\nThe Ministry of the Interior denied it.",
                ("Ministry of the Interior of Okria", "organization"),
                ("Ministry of the Interior", "organization"),
            ),
            written("d", "Health ministry of Okria spoke.", ("Health ministry of Okria", "organization")),
        ]
    )
    assert [(len(a.documents), a.mentions) for a in actors] == [(3, 4), (1, 1)]


def test_titles_initials_and_short_given_names_are_no_other_person() -> None:
    actors = cast(
        [
            reading("a", ("Michael Orvane", "person", None), ("President Orvane", "person", None)),
            reading("b", ("Mike Orvane", "person", None), ("M. Orvane", "person", None)),
            reading("c", ("Lena Orvane-Krill", "person", None)),
        ]
    )
    assert {(a.name, a.mentions) for a in actors} == {("Michael Orvane", 4), ("Lena Orvane-Krill", 1)}


def test_the_group_is_the_one_named_last() -> None:
    text = (
        "Saraya al-Velmar claimed the attack.\nThe group said that it would go on.\n"
        "The Tharqun Front and Liwa Okrin denied it.\nThe group was not heard again.\n"
    )
    marks: tuple[tuple[str, MentionType], ...] = (
        ("Saraya al-Velmar", "armed_group"),
        ("Tharqun Front", "armed_group"),
        ("Liwa Okrin", "armed_group"),
    )
    actors = {a.name: a for a in cast([written("a", text, *marks)])}
    assert (actors["Saraya al-Velmar"].described, actors["Saraya al-Velmar"].mentions) == (("the group",), 2)
    assert actors["Tharqun Front"].described == ()  # two fit, so it stays open
    assert actors["Saraya al-Velmar"].spellings == ("Saraya al-Velmar",)


def test_who_acts_on_the_group_is_not_the_group() -> None:
    text = "Saraya al-Velmar led the convoy.\nHezbollah had trained the group.\n"
    first, second = cast([written("a", text, ("Saraya al-Velmar", "armed_group"), ("Hezbollah", "armed_group"))])
    by_mentions = {a.name: a.mentions for a in (first, second)}
    assert by_mentions == {"Saraya al-Velmar": 2, "Hezbollah": 1}


def test_bodies_of_one_state_are_one_actor() -> None:
    actors = cast(
        [
            reading("a", ("Syrian army", "armed_group", None), ("Syrian government troops", "armed_group", None)),
            reading("b", ("Syria’s military", "armed_group", None), ("Syrian foreign ministry", "organization", None)),
            reading("c", ("Jordanian army", "armed_group", None)),
        ]
    )
    assert {(a.known_as, a.mentions) for a in actors} == {
        ("Syrian Arab Army", 3),
        ("Syrian foreign ministry", 1),
        ("Jordanian Armed Forces", 1),
    }


def test_a_name_that_many_have_counts_only_where_the_context_fits() -> None:
    alone = cast([reading("a", ("PDF", "organization", None))])
    assert [a.known_as for a in alone] == [None]
    there = cast([reading("a", ("National Unity Government", "organization", None), ("PDF", "armed_group", None))])
    assert {a.known_as for a in there} == {"National Unity Government", "People's Defence Force"}


def test_weapons_and_places_are_no_actors() -> None:
    text = "The T-62 stood at Fort Okrin.\nFort Okrin was quiet.\n"
    made = written("a", text, ("T-62", "armed_group"), ("Fort Okrin", "facility"), ("Fort Okrin", "armed_group"))
    weapon = EquipmentMention(start=4, end=8, text="T-62", name="T-62", kind="tank")
    assert cast([structs.replace(made, equipment=(weapon,))]) == ()


def test_names_that_are_only_alike_are_proposed() -> None:
    actors = cast(
        [
            reading("a", ("Angela Merkovar", "person", None)),
            reading("b", ("Angela Merkova", "person", None)),
            reading("c", ("Piet Oramel", "person", None)),
        ]
    )
    by = {a.name: a for a in actors}
    assert by["Angela Merkovar"].perhaps == (by["Angela Merkova"].id,)
    assert by["Angela Merkova"].perhaps == (by["Angela Merkovar"].id,)
    assert by["Piet Oramel"].perhaps == ()


def test_what_is_said_of_an_actor_stands_with_whose_word_it_is() -> None:
    text = "Monitor said that Saraya al-Velmar is backed by Okria.\n"
    made = written("a", text, ("Saraya al-Velmar", "armed_group"), outlet="Harbour Post")
    subject, other = Speaker(start=18, end=34, text=text[18:34], entity=text[18:34]), text.index("Okria")
    claim = Claim(
        id="c1",
        source=Speaker(start=0, end=7, text="Monitor", entity="Dorrin Monitor"),
        cue=None,
        content=(Span.cut(text, 13, 53),),
        certainty="probable",
        score=0.9,
    )
    tie = StatedRelation(
        start=18,
        end=53,
        text=text[18:53],
        kind="backed_by",
        subject=subject,
        object=Speaker(start=other, end=other + 5, text="Okria", entity="Okria"),
        claim="c1",
    )
    again = structs.replace(tie, negated=True, claim=None)
    (actor,) = cast([structs.replace(made, claims=(claim,), relations=(tie, again))])
    (found,) = actor.ties
    assert (found.kind, found.name, found.actor) == ("backed_by", "Okria", None)
    assert [(s.speaker, s.outlet, s.denied, s.certainty) for s in found.stated] == [
        ("Dorrin Monitor", "Harbour Post", False, "probable"),
        (None, "Harbour Post", True, "certain"),
    ]
    assert found.stated[0].passage.text == "Saraya al-Velmar is backed by Okria"


@pytest.mark.parametrize(
    ("names", "known"),
    [
        (("Hezbollah", "Hizbullah", "Hizballah", "حزب الله", "Lebanese Hezbollah"), "Hezbollah"),
        (("ISIL", "ISIS", "IS", "Daesh", "داعش"), "Islamic State"),
        (("PMU", "PMF", "Hashd al-Shaabi", "Iraqi Popular Mobilization Units"), "Popular Mobilization Forces"),
        (("Saraya al-'Areen", "Areen", "Saraya Al-‘Areen"), "Saraya al-Areen"),
    ],
)
def test_names_of_the_reference_groups_meet(names: tuple[str, ...], known: str) -> None:
    actors = cast([reading(f"d{at}", (name, "armed_group", None)) for at, name in enumerate(names)])
    assert [a.known_as for a in actors] == [known]
    assert len(actors[0].documents) == len(names)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Islamic Jihad", "Islamic State"),
        ("Iran", "Iraq"),
        ("People's Defense Forces", "People's Protection Units"),
        ("Hezbollah", "Kataib Hezbollah"),
    ],
)
def test_near_groups_stay_two(one: str, other: str) -> None:
    actors = cast([reading("a", (one, "armed_group", None)), reading("b", (other, "armed_group", None))])
    assert len(actors) == 2
    assert all(a.perhaps == () for a in actors)
