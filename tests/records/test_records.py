"""Records are values: equal content, equal objects; they survive storage unchanged."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records import Figure, Range, Span, content_id


@given(text=st.text(min_size=1), data=st.data())
def test_a_span_is_the_words_at_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = Span.cut(text, start, end)
    assert text[span.start : span.end] == span.text


def test_equal_content_equal_objects_and_no_change_in_place() -> None:
    one, two = Span(start=0, end=3, text="six"), Span(start=0, end=3, text="six")
    assert one == two
    assert hash(one) == hash(two)
    with pytest.raises(AttributeError, match="immutable"):
        one.start = 1  # type: ignore[misc]


@pytest.mark.parametrize("number", [9, 9.5, None])
def test_numbers_come_back_from_storage_as_they_went(number: float | None) -> None:
    value = Range(minimum=number, best=number, maximum=number, origins=1, contested=False, rule="acled")
    raw = msgspec.json.encode(value)
    assert msgspec.json.encode(msgspec.json.decode(raw, type=Range)) == raw


def test_an_id_depends_on_content_alone() -> None:
    assert content_id("c", "a", 1) == content_id("c", "a", "1")
    assert content_id("c", "a", 1) != content_id("c", "a1")
    assert content_id("c", "\ud800").startswith("c-")


def test_unknown_is_null_and_stays_in_the_json() -> None:
    figure = Figure(start=0, end=3, text="six", what="killed", of=None, low=6, high=6, wording="exact")
    assert msgspec.json.decode(msgspec.json.encode(figure))["of"] is None
