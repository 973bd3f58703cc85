from __future__ import annotations

import time

import pytest

from sayso.reading.quotation import find_quotations


def test_the_nearest_word_of_saying_and_the_nearest_name_are_taken() -> None:
    text = "The port was shut. “The ferry was empty,” Mira Denn said on Monday."
    (claim,) = find_quotations(text)
    assert claim.source is not None
    assert claim.cue is not None
    assert (claim.source.text, claim.cue.text, claim.content[0].text) == ("Mira Denn", "said", "“The ferry was empty,”")
    assert text[claim.content[0].start : claim.content[0].end] == claim.content[0].text


def test_it_is_as_simple_as_it_says() -> None:
    assert find_quotations("Mira Denn said the ferry was empty.") == ()  # no marks, no claim
    assert find_quotations("They call it “the old lady”.") == ()  # no word of saying
    (claim,) = find_quotations("said “we left”")
    assert claim.source is None


def test_claims_stand_in_text_order() -> None:
    text = "“One,” said Denn. \"Two,\" said Baro. ''Three,'' said Orlan."
    assert [c.content[0].text for c in find_quotations(text)] == ["“One,”", '"Two,"', "''Three,''"]


@pytest.mark.parametrize("text", ['"' * 100_000, "“" * 100_000, "“a” " * 50_000, "''" * 50_000, "“" + "a" * 500_000])
def test_hostile_text_takes_linear_time(text: str) -> None:
    began = time.process_time()
    find_quotations(text)
    assert time.process_time() - began < 4
