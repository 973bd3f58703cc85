"""What one outlet or one speaker says twice is no second origin, in votes and in what is agreed."""

from __future__ import annotations

from sayso.linking import trace_origins
from sayso.reading import read
from sayso.records import Document, Range, Reading, Statement, Weighing
from sayso.weighing import agreement, weigh
from sayso.weighing.speakers import apart
from sayso.weighing.wordings import at_least

RADIO, WIRE, POST = "Radio Senn", "Brackwater Wire", "Halden Post"
STRIKE = "An air strike hit the ferry landing at Corvane on Saturday."
Report = tuple[str, str, str]


def readings_of(*reports: Report) -> list[Reading]:
    """Readings of reports, each an outlet, a day and a text; a line before a blank one is the title."""
    found = []
    for number, (outlet, day, text) in enumerate(reports):
        title, _, body = text.rpartition("\n\n")
        found.append(
            read(
                Document(
                    id=f"d{number}", sha256=str(number), outlet=outlet, title=title or None, published=day,
                    language="en", text=body,
                )
            )
        )  # fmt: skip
    return found


def weighed(*reports: Report) -> Weighing:
    """Reports of one incident, weighed."""
    found = readings_of(*reports)
    return weigh(found, trace_origins([r.document for r in found], found))


def killed(*reports: Report) -> Range:
    """How many were killed by these reports."""
    return weighed(*reports).figures["killed"]


def three(found: Range) -> tuple[float | None, float | None, float | None]:
    """Minimum, best, maximum."""
    return found.minimum, found.best, found.maximum


def test_origins_are_apart_when_neither_the_origin_nor_the_voice_is_the_same() -> None:
    assert apart([("o1", "radio"), ("o2", "radio"), ("o3", "wire"), ("o3", "post")]) == ("o1", "o3")
    assert apart([("o1", "mayor"), ("o2", "mayor")]) == ("o1",)
    assert apart([]) == ()


def test_an_outlet_that_says_it_again_is_one_origin() -> None:
    again = (
        "Days after the air strike on Corvane, which killed nine people, the ferry runs. Nets hang on the burnt quay."
    )
    reports = [
        (RADIO, "2031-05-04", f"{STRIKE} Nine people were killed."),
        (RADIO, "2031-05-06", again),
        (WIRE, "2031-05-05", "Eleven people were killed when bombs fell on the landing at Corvane on Saturday."),
        (POST, "2031-05-05", "Corvane buried eleven people killed on Saturday in the attack from the air."),
    ]
    found = killed(*reports)
    assert three(found) == (9, 11, 11)
    assert found.origins == 3


def test_one_speaker_whom_two_outlets_carry_is_one_origin() -> None:
    mayor = "The mayor of Corvane, Petra Ansel, said that {} people were killed on Saturday. {}"
    reports = [
        (RADIO, "2031-05-04", mayor.format("nine", "Rain kept the boats in.")),
        (
            WIRE,
            "2031-05-04",
            "Petra Ansel, mayor of Corvane, told reporters: nine people were killed in Saturday's attack.",
        ),
        (POST, "2031-05-04", f"{STRIKE} It killed eleven people."),
    ]
    assert killed(*reports).origins == 2


def test_reports_break_a_tie_of_origins_before_the_smaller_number_does() -> None:
    again = "Days after the air strike on Corvane, which killed twelve people, the ferry runs. Nets hang on the quay."
    reports = [
        (RADIO, "2031-05-04", f"{STRIKE} Twelve people were killed."),
        (RADIO, "2031-05-06", again),
        (WIRE, "2031-05-05", "Eleven people were killed when bombs fell on the landing at Corvane on Saturday."),
    ]
    assert three(killed(*reports)) == (11, 12, 12)


def test_who_counted_one_less_before_a_death_stands_behind_the_later_number() -> None:
    reports = [
        (RADIO, "2031-05-04", f"{STRIKE} Twelve people were killed."),
        (POST, "2031-05-04", "Bombs fell on the landing at Corvane on Saturday and killed 12 people."),
        ("Fennick Notes", "2031-05-05", "The attack on the Corvane landing on Saturday left three people dead."),
        (
            WIRE,
            "2031-05-07",
            "Wounded man dies after Corvane strike\n\nA wounded man died; 13 people were killed in all.",
        ),
    ]
    weighing = weighed(*reports)
    found = weighing.figures["killed"]
    assert three(found) == (3, 13, 13)
    assert found.origins == 4
    since = {a.outlet: (a.used, a.since) for a in weighing.accounts if a.what == "killed" and a.low == 12}
    assert since == {RADIO: ("superseded", 13), POST: ("superseded", 13)}
    steps = [r.says for r in found.reasons if r.step == "Keep the latest"]
    assert steps == ["A later report tells of a death since and counts 13."] * 2


def test_one_death_after_another() -> None:
    reports = [
        (RADIO, "2031-05-04", f"{STRIKE} Twelve people were killed."),
        (POST, "2031-05-05", "Girl dies after Corvane strike\n\nA wounded girl died; 13 people were killed in all."),
        (
            WIRE,
            "2031-05-07",
            "Man dies after Corvane strike\n\nA wounded man died on Tuesday; 14 people were killed in all.",
        ),
    ]
    weighing = weighed(*reports)
    assert three(weighing.figures["killed"]) == (14, 14, 14)
    assert {a.since for a in weighing.accounts if a.outlet == RADIO and a.what == "killed"} == {14}


def corrected(text: str) -> Range:
    """How many were killed by a report of nine and the same outlet's later text."""
    return killed((RADIO, "2031-05-04", f"{STRIKE} Nine people were killed."), (RADIO, "2031-05-05", text))


def test_what_a_correction_takes_back_does_not_come_in_again() -> None:
    for text in (
        "Correction: Radio Senn reported on Saturday that nine people were killed at Corvane. Twelve people were killed.",
        "Correction: Twelve people were killed in the strike at Corvane. We reported on Saturday that nine were killed.",
        "Correction: An earlier version of this report said that nine people had been killed. Twelve people were killed.",
    ):
        found = corrected(text)
        assert three(found) == (12, 12, 12), text
        assert found.origins == 1, text


def test_what_an_outlet_recalls_without_correcting_it_stands() -> None:
    text = "Nine people were killed at Corvane, Radio Senn reported on Saturday. Police said twelve people were killed."
    assert three(corrected(text)) == (9, 9, 12)


def agreed(*reports: Report, distrusted: tuple[str, ...] = ()) -> dict[str, Statement]:
    """What is agreed, by what it says."""
    found = readings_of(*reports)
    origins = trace_origins([r.document for r in found], found)
    weighing = weigh(found, origins, distrusted=distrusted)
    told = agreement(found, origins, weighing, distrusted=distrusted)
    return {s.says: s for s in told if s.standing == "agreed"}


def test_an_outlet_agrees_with_itself_on_nothing() -> None:
    again = (
        "Days after the air strike on Corvane on Saturday, which killed nine people, the ferry runs between burnt nets."
    )
    own = [(RADIO, "2031-05-04", f"{STRIKE} Nine people were killed."), (RADIO, "2031-05-06", again)]
    assert agreed(*own) == {}
    other = (WIRE, "2031-05-05", "Nine people were killed when bombs fell on the landing on Saturday in the attack.")
    found = agreed(*own, other)
    assert found
    assert {len(s.for_origins) for s in found.values()} == {2}


def test_nothing_is_agreed_by_who_is_set_aside() -> None:
    reports = [
        (RADIO, "2031-05-04", f"{STRIKE} Nine people were killed."),
        (WIRE, "2031-05-05", "Nine people were killed when bombs fell on the landing on Saturday in the attack."),
    ]
    assert "The strike was on 3 May 2031." in agreed(*reports) or "It was on 3 May 2031." in agreed(*reports)
    assert agreed(*reports, distrusted=("radio senn",)) == {}


def test_one_boat_is_weighed_against_four_boats() -> None:
    reports = [
        (RADIO, "2031-05-04", f"{STRIKE} Four boats were destroyed."),
        (POST, "2031-05-04", "Bombs fell on Corvane on Saturday. One boat was destroyed."),
        (WIRE, "2031-05-04", "At Corvane one aircraft was destroyed on Saturday, and one ferry was destroyed."),
        (
            "Fennick Notes",
            "2031-05-04",
            "Two aircraft were destroyed at Corvane on Saturday, and two ferries were destroyed.",
        ),
    ]
    found = weighed(*reports).figures
    assert three(found["destroyed: boats"]) == (1, 1, 4)
    assert three(found["destroyed: aircraft"]) == (1, 1, 2)
    assert three(found["destroyed: ferries"]) == (1, 1, 2)


def test_one_of_what_is_named_in_the_plural_reads_well() -> None:
    assert at_least("killed: children", 1, exactly=True) == "Children killed: one."
    assert at_least("killed: children", 2, exactly=True) == "Two children were killed."
    assert at_least("killed", 1, exactly=False) == "At least one person was killed."
    assert at_least("bombs", 2, exactly=False) == "At least two bombs."
