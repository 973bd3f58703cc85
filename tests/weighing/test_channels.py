"""A number that came through a held report is that report's; a press office speaks for its body."""

from __future__ import annotations

from tests.weighing.test_independence import readings_of, weighed

from sayso.weighing.speakers import Speakers, own_voice

WIRE = (
    "Brackwater Wire",
    "2031-05-04",
    "An air strike hit Corvane on Saturday, wounding more than 30 people, a doctor at the clinic told Brackwater Wire.",
)


def injured(*reports: tuple[str, str, str]) -> int:
    """How many independent origins count the injured."""
    return weighed(*reports).figures["injured"].origins


def test_what_a_paper_has_from_a_held_wire_is_no_second_origin() -> None:
    paper = "It was a day of blood at Corvane. More than 30 people were hurt, a doctor told Brackwater Wire."
    assert injured(WIRE, ("Halden Post", "2031-05-05", paper)) == 1


def test_what_a_paper_has_from_a_wire_that_is_not_held_is_its_own() -> None:
    paper = "It was a day of blood at Corvane. More than 30 people were hurt, a doctor told the Senn Agency."
    assert injured(WIRE, ("Halden Post", "2031-05-05", paper)) == 2


def test_a_body_that_speaks_to_a_paper_has_not_spoken_through_its_own_statement() -> None:
    clinic = ("Landing Clinic", "2031-05-06", "The Landing Clinic has treated 44 wounded people since Saturday.")
    paper = ("Halden Post", "2031-05-05", "The Landing Clinic said that 30 people had been wounded.")
    values = {a.low for a in weighed(clinic, paper).accounts if a.what == "injured"}
    assert values == {30, 44}


def test_a_press_office_and_a_kind_speak_for_their_body() -> None:
    mail = ("Harbour Coalition press office", "2031-05-04", "Twenty-two people were killed on the quay.")
    wire = ("Brackwater Wire", "2031-05-05", "The opposition Harbour Coalition has put the toll at 22.")
    other = ("Halden Post", "2031-05-05", "The former Harbour Coalition has put the toll at 22.")
    readings = readings_of(mail, wire, other)
    speakers = Speakers(readings, {})
    one = speakers.identity("Harbour Coalition")
    assert speakers.identity("Harbour Coalition press office") == one
    assert speakers.identity("opposition Harbour Coalition") == one
    assert speakers.identity("former Harbour Coalition") != one
    assert weighed(mail, wire).figures["killed"].origins == 1


def test_people_of_one_town_are_not_one_speaker() -> None:
    report = "Residents of North Corvane said two people died. Police in North Corvane said four people died."
    speakers = Speakers(readings_of(("Halden Post", "2031-05-04", report)), {})
    assert speakers.identity("residents of North Corvane") != speakers.identity("police in North Corvane")


def test_an_outlet_called_by_a_part_of_its_name() -> None:
    assert own_voice("THE MINISTRY", "Ministry of the Interior of Velmara")
    assert own_voice("Observation Mission", "Joint Observation Mission")
    assert not own_voice("the interior", "Ministry of the Interior of Velmara")
    assert not own_voice("Velmara", "Ministry of the Interior of Velmara")
    assert not own_voice("the Ministry of Health", "Ministry of the Interior of Velmara")
    assert not own_voice("the Ministry", None)


def test_one_outlet_calls_one_department_by_two_names() -> None:
    reports = [
        ("Quay Live", "2031-05-04", "The city's health department said that four people had died."),
        ("Quay Live", "2031-05-05", "The health department said on Monday that six people had died."),
    ]
    speakers = Speakers(readings_of(*reports), {})
    assert speakers.identity("city's health department") == speakers.identity("health department")
