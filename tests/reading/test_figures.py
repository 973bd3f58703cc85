from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.figures import find_figures, find_headline
from sayso.records import Claim, Figure, Span


def read(text: str, *claims: Claim) -> tuple[Figure, ...]:
    """Figures of a text taken as one sentence a full stop."""
    bounds, start = [], 0
    for part in text.split(". "):
        bounds.append((start, min(len(text), start + len(part) + 1)))
        start += len(part) + 2
    return find_figures(text, bounds, claims)


def brief(text: str) -> list[tuple[str, str, float | None, float | None, str]]:
    return [(f.text, f.what, f.low, f.high, f.wording) for f in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twenty-one people were killed.", [("Twenty-one people", "killed", 21, 21, "exact")]),
        ("A dozen villagers were wounded.", [("A dozen villagers", "injured", 12, 12, "exact")]),
        ("The raid killed one to two guards.", [("one to two guards", "killed", 1, 2, "range")]),
        ("The raid killed six to eight people.", [("six to eight people", "killed", 6, 8, "range")]),
        ("The raid killed 6-8 people.", [("6-8 people", "killed", 6, 8, "range")]),
        ("Between 30 and 40 people were hurt.", [("Between 30 and 40 people", "injured", 30, 40, "range")]),
        ("A raid ended there, killing over 80 soldiers.", [("over 80 soldiers", "killed", 80, None, "at_least")]),
        ("More than 1,200 people died.", [("More than 1,200 people", "killed", 1200, None, "at_least")]),
        ("At least five shepherds died.", [("At least five shepherds", "killed", 5, None, "at_least")]),
        ("Up to 30 fighters were killed.", [("Up to 30 fighters", "killed", None, 30, "at_most")]),
        ("About 12 civilians died.", [("About 12 civilians", "killed", 12, 12, "about")]),
        ("Nearly 40 people were wounded.", [("Nearly 40 people", "injured", 40, 40, "about")]),
        ("Dozens were wounded.", [("Dozens", "injured", 12, None, "dozens")]),
        ("Hundreds of people were displaced.", [("Hundreds of people", "displaced", 100, None, "hundreds")]),
        ("Children were killed.", [("Children", "killed", 2, None, "plural")]),
        ("No one was hurt.", [("No one", "injured", 0, 0, "none")]),
        ("No casualties were reported.", [("No casualties", "casualties", 0, 0, "none")]),
        (
            "Eighteen thousand people were displaced.",
            [("Eighteen thousand people", "displaced", 18000, 18000, "exact")],
        ),
    ],
)
def test_numbers_in_words_and_digits(
    text: str, expected: list[tuple[str, str, float | None, float | None, str]]
) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Militia killed six and wounded four.", {("six", "killed"), ("four", "injured")}),
        ("12 dead, 30 injured in Velde.", {("12", "killed"), ("30", "injured")}),
        ("A man was killed and two others injured.", {("A man", "killed"), ("two others", "injured")}),
        ("The blast killed nine people and left 14 wounded.", {("nine people", "killed"), ("14", "injured")}),
        ("Three of the wounded later died.", {("Three of the wounded", "killed"), ("Three of the wounded", "injured")}),
        ("The death toll rose to 14.", {("14", "killed")}),
        ("The deaths of five people shook Tarbo.", {("five people", "killed")}),
        ("A farmer was fatally shot.", {("A farmer", "killed")}),
        ("Six people were shot, one fatally.", {("Six people", "shot"), ("one", "killed")}),
        ("His wife and two children were killed.", {("His wife", "killed"), ("two children", "killed")}),
        ("The driver and two passengers died.", {("The driver", "killed"), ("two passengers", "killed")}),
        ("Guards shot and killed a farmer.", {("a farmer", "killed")}),
        ("Fifty prisoners were executed.", {("Fifty prisoners", "killed")}),
        ("Nine workers are missing.", {("Nine workers", "missing")}),
        ("Police arrested 40 protesters.", {("40 protesters", "detained")}),
        ("The strike destroyed one to two T-62 tanks.", {("one to two T-62 tanks", "destroyed")}),
        ("One boat was destroyed.", {("One boat", "destroyed")}),
        ("Five people were killed and one boat was destroyed.", {("Five people", "killed"), ("one boat", "destroyed")}),
        ("400 soldiers were deployed to the river.", {("400 soldiers", "deployed")}),
        ("About 3,000 border troops had been deployed.", {("About 3,000 border troops", "deployed")}),
        ("They want to deploy 150,000 ground troops.", {("150,000 ground troops", "deployed")}),
        ("The deal is worth $350 billion.", {("$350 billion", "money")}),
        ("They stopped 20 kilometers from the gate.", {("20 kilometers", "distance")}),
        ("A 55 km zone was agreed.", {("55 km", "distance")}),
    ],
)
def test_each_number_goes_to_its_own_verb(text: str, expected: set[tuple[str, str]]) -> None:
    found = {(f.text, f.what) for f in read(text)}
    assert expected <= found
    assert len(found) == len(expected)


@pytest.mark.parametrize(
    "text",
    [
        "The 13-year-old lives at 12 Harbour Street.",
        "It happened on 18 May 2017 at 7 p.m.",
        "Some 40 percent of the dead rivers are gone.",
        "Call 555-0134 about the shooting.",
        "He was charged with three counts of murderous intent.",
        "Guards fired a .45 and a 9 mm pistol.",
        "The road from Velde to Tarbo is closed.",
        "Nobody could say if a raid would have killed thirty people.",
    ],
)
def test_dates_ages_addresses_shares_and_what_might_have_been_are_no_figures(text: str) -> None:
    assert [f for f in read(text) if f.what in {"killed", "injured", "shot"}] == []


def test_an_age_is_not_a_count() -> None:
    assert brief("A 13-year-old boy was shot.") == [("A 13-year-old boy", "shot", 1, 1, "exact")]
    assert brief("Ana Belo, 54, was killed.") == [("Ana Belo, 54", "killed", 1, 1, "exact")]


def test_groups_tell_which_part_of_the_whole_is_counted() -> None:
    figures = read("The raid killed 12 people, among them 4 children. Five soldiers died. Two women were killed.")
    assert [(f.text, f.group) for f in figures] == [
        ("12 people", None),
        ("4 children", "children"),
        ("Five soldiers", "combatants"),
        ("Two women", "women"),
    ]


def test_victims_told_by_name_are_figures_of_one_each() -> None:
    figures = read("A shell hit the house, killing Omar Belo, his wife Rana and their son Samir.")
    assert [(f.text, f.what, f.low) for f in figures] == [
        ("Omar Belo", "killed", 1),
        ("his wife Rana", "killed", 1),
        ("their son Samir", "killed", 1),
    ]
    assert figures[0].group == "named"


def test_those_killed_alongside_are_counted_too() -> None:
    text = "Rana Said was killed alongside her two sons: 27-year-old Mo Said and 25-year-old Adel Said."
    assert [f.text for f in read(text)] == [
        "Rana Said",
        "two sons",
        "27-year-old Mo Said",
        "25-year-old Adel Said",
    ]


def test_a_pronoun_goes_back_to_its_subject() -> None:
    assert ("Omar Belo, 30", "killed") in {
        (f.text, f.what) for f in read("Omar Belo, 30, was taken away and later he died.")
    }


def test_harm_told_by_nouns() -> None:
    figures = read("Orin Press reported martyrs and wounded. Dozens of martyrs and wounded arrived.")
    assert [(f.what, f.wording) for f in figures] == [
        ("killed", "plural"),
        ("injured", "plural"),
        ("killed", "dozens"),
        ("injured", "dozens"),
    ]


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("Six people were killed.", False),
        ("Six people were killed on Monday.", False),
        ("Last year 400 people were killed there.", True),
        ("More than 900 people have died since the war began.", True),
        ("In 2016 a raid killed 80 soldiers.", True),
        ("An earlier attack killed nine people.", True),
        ("Nine people have been killed in 75 days.", True),
        ("Another alleged Orlian strike killed nine people.", True),
        ("The previous day, a raid on the same house killed nine people.", True),
        ("Three days earlier, on 5 May, nine people were killed in the house.", True),
        ("Nine people died on Monday, the previous day of rain over.", False),
        ("Nine people were killed, some by another shell of the same strike.", False),
        ("They are executing 50 prisoners a day.", True),
    ],
)
def test_other_happenings_are_background(text: str, background: bool) -> None:
    assert [f.background for f in read(text)] == [background]


def test_negation_is_kept() -> None:
    (figure,) = read("The driver was not injured.")
    assert figure.negated
    assert figure.wording == "exact"


def test_the_innermost_claim_holds_the_figure() -> None:
    text = "The mayor said that guards told him six people were killed."
    outer = Claim(id="c1", source=None, cue=None, content=(Span.cut(text, 15, len(text)),))
    inner = Claim(id="c2", source=None, cue=None, content=(Span.cut(text, 32, len(text)),), within="c1")
    assert [f.claim for f in read(text, outer, inner)] == ["c2"]


def test_of_is_verbatim() -> None:
    (figure,) = read("The strike killed six to eight non-local fighters.")
    assert figure.of == "non-local fighters"


PIECES = (
    "Ana Belo Omar six 12 twenty-one dozens of people children were was killed wounded shot and died , . "
    "– ( ) his wife aged 54 year-old between to or 2017 May at least over $ % km tanks destroyed the a no "
    "one not said martyrs he she himself 3,000 9mm $5 “ ” who fatally injuries"
)
WORDS = PIECES.split()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_every_span_proves_itself_and_the_order_is_that_of_the_text(text: str) -> None:
    figures = find_figures(text, [(0, len(text))], ())
    for figure in figures:
        assert text[figure.start : figure.end] == figure.text
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.of is None or figure.of in text
    assert list(figures) == sorted(figures, key=lambda f: (f.start, f.end, f.what))
    assert figures == find_figures(text, [(0, len(text))], ())


def test_long_lines_stay_fast() -> None:
    text = "six , and " * 4000 + "people were killed " + "(Abu " * 3000
    began = time.process_time()
    find_figures(text, [(0, len(text))], ())
    assert time.process_time() - began < 8


def test_a_title_is_read_in_its_own_way_where_the_text_does_not_repeat_it() -> None:
    found = find_headline("Man, Woman Killed In Tarbo Mill Shooting; 3 Hurt", "Police closed the road.")
    assert [(f.text, f.what) for f in found] == [("Man", "killed"), ("Woman", "killed"), ("3", "injured")]
    assert find_headline("Two killed at the mill", "Two killed at the mill\n\nPolice closed the road.") == ()


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            "Also killed in the strike were Omar Belo (34 years old), his wife, Ana Belo (25 years old) and their son.",
            3,
        ),
        ("Malika Belo, and her daughter Jana Belo were also among those killed.", 2),
        ("The Belo family lost thirteen family members.", 13),
        ("Omar Belo was killed, as were his two sons.", 3),
        ("He read the names of the dead: Suzan Belo (41), Nadeem Orm (20), and Safa Velde (1).", 3),
    ],
)
def test_people_told_one_by_one_are_found(text: str, killed: int) -> None:
    dead = [f for f in find_figures(text, [(0, len(text))], ()) if f.what == "killed" and f.wording == "exact"]
    assert sum(f.high or 0 for f in dead) == killed


def what_is_read(text: str) -> list[tuple[str, str]]:
    return [(f.text, f.what) for f in find_figures(text, [(0, len(text))], ()) if not f.background and not f.negated]


def test_a_list_of_victims_leaves_open_who_lived() -> None:
    text = "He read the names of the victims: Suzan Belo (41), Nadeem Orm (20), and Safa Velde (1)."
    assert {what for _, what in what_is_read(text)} == {"casualties"}


@pytest.mark.parametrize(
    "text",
    [
        "Two boys, 4 and 6, were taken home.",
        "A boy younger than 12 was shot.",
        "A 15-year veteran of the guard was hurt.",
        "The boy, who would have turned 15 in May, was killed.",
        "Omar Belo 21, was killed at the mill.",
        "Mo is shown in a 2014 family picture before he was killed.",
    ],
)
def test_ages_and_stretches_of_time_count_nobody(text: str) -> None:
    found = find_figures(text, [(0, len(text))], ())
    assert all((f.high or 0) <= 2 for f in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five men face charges of the attempted murder of three teenagers.", []),
        ("The bullet could have hit her in the chest and killed her.", []),
        ("Doctors say the girl is brain dead.", []),
        ("Residents did not mention any injuries or deaths.", []),
        ("Medics arrived and transported the shepherd to a hospital.", []),
        ("A shepherd was rushed to a hospital.", [("A shepherd", "injured")]),
        ("Two boys were sent to a hospital.", [("Two boys", "injured")]),
        ("A guard shoots dead three robbers.", [("three robbers", "killed")]),
        ("A man accidentally shot his friend before shooting himself.", [("A man", "shot"), ("his friend", "shot")]),
        ("A mother was shot in the head by her son.", [("A mother", "shot")]),
        ("A father wounded his son, then killed himself.", [("A father", "killed"), ("his son", "injured")]),
        ("Nine injured people and 14 civilians who had been killed arrived at the clinic.",
         [("Nine injured people", "injured"), ("14 civilians", "killed")]),
        ("There was one civilian death and two civilians injured.",
         [("one civilian death", "killed"), ("two civilians", "injured")]),
        ("A body was found in the rubble.", [("A body", "killed")]),
        ("ARLO BAY, KY (WAXX) – A guard was shot.", [("A guard", "shot")]),
        ("“We’re being killed,” a farmer said.", []),
    ],
)  # fmt: skip
def test_who_did_it_and_what_did_not_happen_are_no_figures(text: str, expected: list[tuple[str, str]]) -> None:
    assert [f for f in what_is_read(text) if f[1] in {"killed", "injured", "shot"}] == expected


def test_an_age_of_years_is_no_rate() -> None:
    text = "Omar Belo, who was only a year old, was killed."
    assert not any(f.background for f in find_figures(text, [(0, len(text))], ()))
    rate = "The guards kill two people a year."
    assert all(f.background for f in find_figures(rate, [(0, len(rate))], ()))


@pytest.mark.parametrize(
    "text", ["The ministry sent five doctors to the hospital.", "A nurse rushed to the hospital after the strike."]
)
def test_who_goes_to_a_hospital_to_help_is_not_injured(text: str) -> None:
    assert not [f for f in read(text) if f.what == "injured"]
