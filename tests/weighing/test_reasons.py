from __future__ import annotations

import pytest

from sayso.weighing.figures.reasons import worded


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("killed", "people killed"),
        ("killed: children", "children killed"),
        ("destroyed: T-62 tanks", "T-62 tanks destroyed"),
        ("destroyed", "destroyed"),
        ("distance", "distance"),
    ],
)
def test_a_quantity_is_named_as_people_say_it(key: str, words: str) -> None:
    assert worded(key) == words
