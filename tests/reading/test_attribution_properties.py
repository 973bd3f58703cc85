from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.attribution import find_claims
from sayso.reading.sentences import split
from sayso.records import Claim, Span

_PIECES = [
    "Mira Denn", "said", " that ", "the ferry", " was ", "empty", ". ", ", ", ": ", "“", "”", '"', "''", "‘", "’", "\n\n", "\n", " and ",
    "He", " according to ", "by ", "claims", "’s ", " told ", "Radio Zan", " — ", "(", ")", "; ", "denied", "seems", " to ", "reportedly ",
    "saying", "Mr. ", "12", "which ", "is said", "as ", "quoted ", "!", "…", "وقال", "\u202e", "é", "\U0001f6a2", "\x00", "\xa0", "U.S.",
]  # fmt: skip


def claims(text: str) -> tuple[Claim, ...]:
    return find_claims(text, split(text))


def spans(claim: Claim) -> list[Span]:
    return [*claim.content, *claim.via, *([claim.cue] if claim.cue else []), *([claim.source] if claim.source else [])]


def first(claim: Claim) -> int:
    return min(s.start for s in (*claim.content, *([claim.cue] if claim.cue else [])))


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.lists(st.sampled_from(_PIECES), max_size=80).map("".join), st.text(max_size=120)))
def test_claims_of_any_text_are_sound(text: str) -> None:
    found = claims(text)
    for claim in found:
        assert claim.cue is not None
        assert claim.content
        for span in spans(claim):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.text
        ends = [(s.start, s.end) for s in claim.content]
        assert ends == sorted(ends)
        assert all(a[1] <= b[0] for a, b in pairwise(ends))
        assert 0 <= claim.score <= 1
    assert [first(c) for c in found] == sorted(first(c) for c in found)
    assert len({c.id for c in found}) == len(found)
    assert {c.within for c in found} - {None} <= {c.id for c in found}
    assert claims(text) == found


def test_a_claim_lies_in_the_content_of_the_one_it_is_within() -> None:
    text = "Zanfile reported that Mira Denn told Radio Zan that a source said the ferry sank."
    by_id = {c.id: c for c in claims(text)}
    inner = [c for c in by_id.values() if c.within is not None]
    assert len(inner) == 2
    for claim in inner:
        holder = by_id[claim.within or ""]
        assert any(s.start <= first(claim) and max(x.end for x in claim.content) <= s.end for s in holder.content)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000, "a'" * 100_000, '"' * 50_000, "“" * 50_000, "“a” " * 25_000, "'a " * 50_000, "Aa " * 50_000, "Aa and " * 25_000,
        "X: " * 30_000, "(" * 100_000, "- " * 80_000, "\n" * 200_000, "officials of " * 20_000 + "said it is.", "A. " * 50_000,
        "he said he " * 2_000, "X's claim that " * 2_000, "according to " * 2_000,
    ],
    ids=lambda text: ascii(text[:14]),
)  # fmt: skip
def test_hostile_text_takes_linear_time(text: str) -> None:
    began = time.process_time()
    claims(text)
    assert time.process_time() - began < 6


def test_every_part_of_a_long_text_is_read() -> None:
    line = "Mira Denn said the ferry sank. “It was old,” she added.\n\n"
    found = claims(line * 400)
    assert len(found) == 800
    assert found[-1].content[0].start > len(line) * 399


def test_a_sentence_without_end_is_read_to_its_end() -> None:
    text = "the sea and " * 400 + "Mira Denn said that it sank."
    assert [c.source.text for c in claims(text) if c.source is not None] == ["Mira Denn"]
