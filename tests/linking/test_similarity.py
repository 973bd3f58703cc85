from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.actors.similarity import LIKELY, similarity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orla Venn", "VENN, Orla"),
        ("Mohammed Okrani", "Muhammad al-Okrani"),
        ("Dr. Petro Koval", "Петро Коваль"),
        ("Benjamin Harlow", "Ben Harlow"),
        ("J. Harlow", "John Harlow"),
        ("Okrin Steel Limited Liability Company", "Okrin Steel LLC"),
        ("Fourth Velmar Brigade", "4th Velmar Brigade"),
        ("Brigade Twenty-One", "Brigade 21"),
        ("OrlaVenn", "Orla Venn"),
        ("Velmar Defence Centre", "Velmar Defense Center"),
        ("Angela Merkovar", "Angela Merkova"),
    ],
)
def test_likely_one(one: str, other: str) -> None:
    assert similarity(one, other) >= LIKELY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iran", "Iraq"),
        ("Islamic Jihad", "Islamic State"),
        ("People's Defense Forces", "People's Protection Units"),
        ("Orla Venn", "Petra Venn"),
        ("A. Venn", "Orla Venn"),
        ("Fourth Brigade", "Fifth Brigade"),
        ("Tarek al-Vellani", "Tarek al-Okrani"),
        ("", "Venn"),
        ("Okrin Oil Company", "Okrin Gas Company"),
    ],
)
def test_likely_two(one: str, other: str) -> None:
    assert similarity(one, other) < LIKELY


@given(st.text(max_size=30), st.text(max_size=30))
def test_it_is_a_share_and_symmetric_in_itself(one: str, other: str) -> None:
    value = similarity(one, other)
    assert 0.0 <= value <= 1.0
    assert similarity(one, one) == 1.0
    assert value == similarity(one, other)
