"""Who a speaker is over all documents, and what follows for figures."""

from __future__ import annotations

import pytest

from sayso.linking.origins import trace_origins
from sayso.reading import read
from sayso.records import Account, Document, Origins, Reading, Weighing
from sayso.weighing.figures import weigh
from sayso.weighing.speakers import Speakers, name_of
from sayso.weighing.voices import hear


def report(name: str, text: str, published: str, outlet: str | None = None) -> Reading:
    """A made-up report, read."""
    return read(Document(id=name, sha256="", text=text, published=published, outlet=outlet))


def weighed(*readings: Reading) -> Weighing:
    """All of one incident, each an origin of its own unless its text says otherwise."""
    return weigh(readings, trace_origins([r.document for r in readings], readings))


def accounts(found: Weighing, what: str = "killed") -> dict[tuple[float | None, str], Account]:
    return {(a.low, a.used): a for a in found.accounts if a.what == what}


@pytest.mark.parametrize("words", ["It", "A report", "They"])
def test_words_for_nobody_name_no_speaker(words: str) -> None:
    reading = report("a", f"{words} said that five people were killed at the mill.", "2031-03-01")
    assert all(name_of(claim) is None for claim in reading.claims)


def test_a_person_and_the_house_they_direct_are_one_speaker() -> None:
    first = report("a", "At least four people were killed, the director of Velde Hospital said.", "2031-03-01", "Wire")
    second = report(
        "b", "The director of Velde Hospital, Ilse Maran, said that seven people were killed.", "2031-03-02", "Courier"
    )
    speakers = Speakers([first, second], {})
    assert speakers.identity("Ilse Maran") == speakers.identity("Velde Hospital")
    assert speakers.identity("Ilse Maran") != speakers.identity("Harbour Police")
    assert speakers.shown("director of Velde Hospital") == "Ilse Maran"
    found = weighed(first, second)
    assert found.figures["killed"].minimum == 7
    old = accounts(found)[4, "superseded"]
    assert old.speaker == "Ilse Maran"
    assert "Ilse Maran" in old.why


def test_a_surname_and_letters_are_the_one_speaker_whom_some_document_gives_in_full() -> None:
    full = report(
        "a",
        "Ilse Maran, a surgeon, said that six people were killed at the mill. The Harbour Relief Board (HRB) said"
        " that nine people were injured.",
        "2031-03-01",
        "Wire",
    )
    short = report(
        "b",
        "Maran said that seven people were killed at the mill. HRB said that nine were injured.",
        "2031-03-02",
        "Post",
    )
    speakers = Speakers([full, short], {})
    assert speakers.shown("Maran") == "Ilse Maran"
    assert speakers.identity("HRB") == speakers.identity("Harbour Relief Board")
    found = weighed(full, short)
    assert accounts(found)[6, "superseded"].speaker == "Ilse Maran"
    assert found.figures["killed"].minimum == 7
    assert found.figures["injured"].origins == 1


def test_a_surname_that_two_people_bear_is_nobodys() -> None:
    both = report(
        "a",
        "Ilse Maran said that six people were killed. Orla Maran, the mayor, spoke at the mill.",
        "2031-03-01",
        "Wire",
    )
    short = report("b", "Maran said that seven people were killed.", "2031-03-02", "Post")
    speakers = Speakers([both, short], {})
    assert speakers.shown("Maran") == "Maran"
    assert speakers.identity("Maran") != speakers.identity("Ilse Maran")


def test_the_names_of_one_known_actor_are_one_speaker() -> None:
    first = report("a", "SOHR said that six people were killed at the mill.", "2031-03-01", "Wire")
    second = report(
        "b", "The Syrian Observatory for Human Rights said that six people were killed.", "2031-03-02", "Post"
    )
    assert Speakers([first, second], {}).shown("SOHR") == "Syrian Observatory for Human Rights"
    assert weighed(first, second).figures["killed"].origins == 1


@pytest.mark.parametrize("name", ["SOHR", "Syrian Observatory for Human Rights"])
def test_who_is_set_aside_or_graded_by_one_name_is_so_by_all(name: str) -> None:
    first = report(
        "a", "SOHR said that the army shelled the mill and that six people were killed.", "2031-03-01", "Wire"
    )
    second = report(
        "b",
        "The Syrian Observatory for Human Rights said that the army shelled the mill and killed six people.",
        "2031-03-02",
        "Post",
    )
    other = report("c", "Orla Venn, a nurse, said that seven people were killed at the mill.", "2031-03-02", "Courier")
    readings = [first, second, other]
    origins = trace_origins([r.document for r in readings], readings)
    without = weigh(readings, origins, distrusted=[name])
    assert {a.low for a in without.accounts if a.used == "counts" and a.what == "killed"} == {7}
    assert {v.who for v in hear(readings, origins, [name])} == {"Orla Venn"}
    assert {v.who for v in hear(readings, origins)} == {"Orla Venn", "Syrian Observatory for Human Rights"}
    graded = weigh(readings, origins, grades={name: "B"})
    assert {a.grade for a in graded.accounts if a.low == 6} == {"B"}


def test_a_share_of_the_wounded_is_no_toll() -> None:
    first = report("a", "The harbour office said that nine people were killed.", "2031-03-01", "Wire")
    second = report("b", "Two of the wounded died during the night.", "2031-03-02", "Courier")
    found = weighed(first, second)
    assert (found.figures["killed"].minimum, found.figures["killed"].maximum) == (9, 9)


def test_a_state_that_calls_the_dead_fighters_raises_the_maximum_only() -> None:
    free = report("a", "Orla Venn, a nurse, said that six people were killed at the mill.", "2031-03-01", "Wire")
    state = report("b", "The interior ministry said that nine militants were killed.", "2031-03-01", "State Courier")
    found = weighed(free, state)
    assert (found.figures["killed"].minimum, found.figures["killed"].best, found.figures["killed"].maximum) == (6, 6, 9)
    assert "Parties" in {reason.step for reason in found.figures["killed"].reasons}
    alone = weighed(state).figures["killed"]
    assert (alone.minimum, alone.maximum) == (9, 9)


def test_a_headline_is_of_the_speaker_below_it() -> None:
    text = "At least five dead at mill\n\nAt least five people were killed at the mill, police in Velde said."
    found = weighed(report("a", text, "2031-03-01", "Wire"))
    assert [a.speaker for a in found.accounts if a.what == "killed" and a.used == "counts"] == ["police in Velde"]


def test_without_readings_there_is_nobody() -> None:
    assert weigh([], Origins(documents=(), origins=())).accounts == ()
