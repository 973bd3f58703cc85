from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.attribution import find_claims
from sayso.reading.explanations import find_explanations
from sayso.reading.sentences import split
from sayso.records import Explanation


def explanations(text: str) -> tuple[Explanation, ...]:
    sentences = split(text)
    return find_explanations(text, sentences, find_claims(text, sentences))


@pytest.mark.parametrize(
    ("text", "cue", "certainty"),
    [
        ("The most likely explanation is that the mine was old.", "most likely explanation", "probable"),
        ("It is also possible that the navy acted alone.", "It is also possible that", "possible"),
        ("It could be that the crew fled.", "It could be that", "possible"),
        ("It is very likely that the order came from the port.", "It is very likely that", "probable"),
        ("There is also the possibility that the fuel caught fire.", "There is also the possibility that", "possible"),
        ("Another possibility is that the raid was staged.", "Another possibility is", "possible"),
        ("The reason for the closure was a lack of staff.", "The reason for the closure was", "probable"),
        ("The strike may have been an attempt to win votes.", "may have been an attempt", "possible"),
        ("The mayor could also be sending a message.", "could also be sending a message", "possible"),
        ("Could the raid be an attempt by Denn to stay in power?", "Could the raid be an attempt by Denn to stay in power?", "possible"),
        ("The raid was intended to frighten the crews.", "was intended to", "certain"),
        ("The ferry was shelled in retaliation for the raid.", "in retaliation for", "certain"),
        ("The navy struck to divert attention from the vote.", "to divert attention", "certain"),
        ("The convoy was attacked because it posed a threat.", "posed a threat", "certain"),
        ("The shelling began because of the blockade.", "because of", "certain"),
        ("The blast was caused by a gas leak.", "was caused by", "certain"),
        ("The strike hit the ferry by mistake.", "by mistake", "certain"),
        ("It was probably an error of aim.", "an error of aim", "probable"),
        ("The shells probably missed the post.", "probably missed", "probable"),
        (
            "An aide, who was not named because he was not allowed to speak, said the raid began because of a quarrel.",
            "because of",
            "certain",
        ),
        ("The raid was aimed at the crews.", "was aimed at", "certain"),
        ("Maybe the strike was a warning.", "Maybe the strike was", "possible"),
    ],
)  # fmt: skip
def test_ways_to_explain(text: str, cue: str, certainty: str) -> None:
    (found,) = explanations(text)
    assert (found.text, found.cue, found.certainty) == (text, cue, certainty)


@pytest.mark.parametrize(
    "text",
    [
        "The convoy left the port on Monday.",
        "She was late because the bus was full.",
        "He went home in order to sleep.",
        "The possible routes were few.",
        "All sources attributed the strike to the navy.",
        "The strike was carried out at noon.",
        "An aide, who asked not to be named because he was not allowed to speak to the press, saw the raid.",
        "Maybe not.",
        "",
    ],
)
def test_small_reasons_and_plain_reports_are_left_alone(text: str) -> None:
    assert explanations(text) == ()


def test_a_hedge_lessens_a_stated_reason() -> None:
    (found,) = explanations("The strike was perhaps ordered to frighten the crews.")
    assert found.certainty == "possible"


def test_an_explanation_inside_a_claim_names_it() -> None:
    text = "Zanfile reported that Denn said the strike was intended to frighten the crews."
    sentences = split(text)
    found = find_claims(text, sentences)
    (explanation,) = find_explanations(text, sentences, found)
    inner = next(c for c in found if c.source is not None and c.source.text == "Denn")
    assert explanation.claim == inner.id
    assert explanations("The strike was intended to frighten the crews.")[0].claim is None


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["the strike", " was ", "because ", "it is possible that ", "the reason for ", "in order to ", ". ", "\n\n", "a", "?", "could ",
             "be an attempt", "“", "”", "Denn said ", "é", "\x00"]
        ),
        max_size=60,
    ).map("".join)
)  # fmt: skip
def test_explanations_prove_themselves_and_stand_in_order(text: str) -> None:
    found = explanations(text)
    for explanation in found:
        assert text[explanation.start : explanation.end] == explanation.text
        assert explanation.cue in explanation.text
    assert [e.start for e in found] == sorted({e.start for e in found})


def test_a_very_long_sentence_is_looked_at_to_its_end() -> None:
    text = "the sea was calm and " * 300 + "the strike was intended to frighten the crews."
    (found,) = explanations(text)
    assert text[found.start : found.end] == found.text
    assert found.end == len(text)


@pytest.mark.parametrize("piece", ["because the strike ", "the reason for ", "could ", "a", "it is also ", "another "])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    began = time.process_time()
    find_explanations(text, split(text), ())
    assert time.process_time() - began < 4
