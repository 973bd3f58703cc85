"""Lists of the dead as analysts write them: names, kin, ages and what opens or breaks a list."""

from __future__ import annotations

import pytest

from sayso.reading.figures import find_figures


def told(text: str) -> list[str]:
    """Everybody that a sentence tells of one by one as dead, or as a victim."""
    found = find_figures(text, [(0, len(text))], ())
    return [f.text for f in found if f.what in {"killed", "casualties"} and (f.low, f.high) == (1, 1)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The victims were identified in local reports as: Omar Belo (50), his wife Ana Belo and Sami Belo.", 3),
        ("He listed the names of the three children killed – Laila Belo (4), her sister Juri Belo (5) and Amir Belo.", 3),
        ("A 45-year-old woman called Randa Belo was killed.", 1),
        ("Both Saeed Belo (75 years old) and his wife Ward Belo (60 years old) were killed.", 2),
        ("Ana Belo lost her life together with her son Ali Belo.", 2),
        ("Both died, as did her daughters Tala Belo (8) and Yara Belo (6).", 2),
        ("Omar Belo “Abu Ali” and his wife Rana Belo “al-Orm” (aged 37) were killed.", 2),
        ("Sami Belo, who was 12 years old and likely a nephew of Ali, Omar and Adel based on his name, was killed.", 1),
        ("Omar Belo was killed alongside Adel’s wife.", 2),
        ("She announced the deaths of Dr. Orm’s wife, 54-year-old Laila Orm, and their son, a 14-year-old Ali Orm.", 2),
        ("His 56 or 57-year-old cousin Karim Belo was killed.", 1),
        ("Friends posted a memorial for Omar Belo and an obituary of Ana Orm.", 2),
        ("Yahya Orm memorialized his aunt Ana Belo and her daughter Rima Belo.", 2),
        ("Nadia Orm, also known as Umm Sami, was killed alongside her son, Sami Orm.", 2),
        ("Ana Orm was killed as well as a pair of brothers called Ali Belo and Nur Belo.", 3),
        ("Two were killed in the attack: Omar Belo and Ana Belo.", 2),
        ("Three were killed in the attack in Tarbo. Omar Belo and Ana Belo live there.", 0),
    ],
)  # fmt: skip
def test_people_of_a_list_are_found(text: str, people: int) -> None:
    assert len(told(text)) == people


@pytest.mark.parametrize(
    "text",
    [
        "Many mourned him in posts, including his uncle Omar Belo and his cousin Ali Belo.",
        "Um Seraj shared a picture of the body after he was killed.",
        "She grieved the death of her niece Rana Orm, her husband and son; Ana Belo and Sara Belo mourned their cousin.",
        "The town planned a memorial of the war, said Ana Belo.",
        "Omar Orm was killed with two of his children, Ali and Rima; a third child, Nur Belo, survived.",
    ],
)
def test_who_mourns_is_alive(text: str) -> None:
    assert not any("Belo" in name or "Seraj" in name for name in told(text))


def counts(text: str) -> list[tuple[str, float | None]]:
    return [
        (f.what, f.low)
        for f in find_figures(text, [(0, len(text))], ())
        if not f.background and f.wording in {"exact", "plural"}
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Both names have been matched with the ministry's list of fatalities.", [("killed", 2)]),
        ("All three victim names were found on the list of names of the health ministry.", [("killed", 3)]),
        ("Orin News spoke of 22 “martyrs”.", [("killed", 22)]),
        ("The maximum injury toll is five.", [("injured", 5)]),
        ("Three of Omar Belo’s brothers were killed.", [("killed", 3)]),
        ("He said that 27 members of the family had been killed up until that point in the war.", []),
        ("29 people were killed across attacks in Tarbo.", []),
        ("A teen who shot two, including a guard, was killed.", [("killed", 1), ("shot", 2), ("shot", 1)]),
        ("A witness said that four people in their family were killed or injured.", [("casualties", 4)]),
        ("Tributes told of 139 civilians, 133 of which were killed.", [("killed", 133)]),
        ("Orin News spoke of a number of killed people.", [("killed", 2)]),
        ("A number of injured people were taken to hospital.", [("injured", 2)]),
        (
            "Ten people had been killed and a number of injured people had been taken to the hospital.",
            [("killed", 10), ("injured", 2)],
        ),
    ],
)
def test_numbers_about_a_list_are_read(text: str, expected: list[tuple[str, float]]) -> None:
    assert counts(text) == expected


def test_the_age_of_somebodys_wife_is_no_count() -> None:
    assert told("Ahmed Belo, 25, and his wife, Warda Orm, 21 were also killed.") != []
    assert ("killed", 21) not in counts("Ahmed Belo, 25, and his wife, Warda Orm, 21 were also killed.")
