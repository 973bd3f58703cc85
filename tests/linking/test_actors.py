from __future__ import annotations

import pytest

from sayso.linking.actors import cast, same_name
from sayso.records import Actor, Document, Mention, MentionType, Reading


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
