from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso
from sayso.collect import CollectOptions
from sayso.reading.model import look
from sayso.reading.sentences import split
from sayso.records import Claim, Reading, Span
from sayso.workbench import read_inputs


def read(text: str) -> Reading:
    reading = sayso.read(text, published="2031-03-09")
    assert reading.document.text == text
    assert reading.document.unread is None
    return reading


def content(claim: Claim) -> str:
    return " … ".join(s.text for s in claim.content)


def sayings(reading: Reading, who: str, what: str) -> list[Claim]:
    """Claims of a source that names `who` whose content holds `what`."""
    return [c for c in reading.claims if c.source is not None and who in c.source.text and what in content(c)]


def one(reading: Reading, who: str, what: str) -> Claim:
    found = sayings(reading, who, what)
    told = [(c.source and c.source.text, c.cue and c.cue.text, content(c)) for c in reading.claims]
    assert len(found) == 1, f"{who} says {what}: {told}"
    return found[0]


def cue(claim: Claim) -> str:
    assert claim.cue is not None
    return claim.cue.text


def test_a_headline_without_quotation_marks() -> None:
    reading = read("Army denies striking school, blames rebels")
    denial = one(reading, "Army", "striking school")
    assert cue(denial) == "denies"
    assert denial.polarity == "denied"
    assert "rebels" not in content(denial)
    assert cue(one(reading, "Army", "rebels")) == "blames"


def test_every_claim_of_a_bullet_list() -> None:
    reading = read(
        "What is known so far:\n\n- The Harbour Ministry said four people were killed.\n"
        "- Residents told Radio Zan they heard two blasts.\n- The Orlan Brigade denied firing on the port.\n"
    )
    killed = one(reading, "Harbour Ministry", "four people were killed")
    blasts = one(reading, "Residents", "they heard two blasts")
    denied = one(reading, "Orlan Brigade", "firing on the port")
    assert [c.polarity for c in (killed, blasts, denied)] == ["affirmed", "affirmed", "denied"]
    assert all("\n" not in content(c) for c in (killed, blasts, denied))  # no item runs into the next


def test_questions_and_answers() -> None:
    reading = read("Q: Did your forces fire on the market?\nA: We did not fire on the market. We were far away.\n")
    answer = one(reading, "A", "We did not fire on the market.")
    assert answer.source is not None
    assert answer.source.text == "A"
    assert "Did your forces" not in content(answer)
    assert not sayings(reading, "Q", "We did not fire")


def test_a_transcript_with_names() -> None:
    reading = read(
        "COLONEL BRANDT: The convoy turned back at noon.\nREPORTER: How many soldiers were wounded?\n"
        "COLONEL BRANDT: Three soldiers were wounded.\n"
    )
    first = one(reading, "COLONEL BRANDT", "The convoy turned back at noon")
    second = one(reading, "COLONEL BRANDT", "Three soldiers were wounded")
    assert all("How many" not in content(c) for c in (first, second))
    assert not sayings(reading, "REPORTER", "Three soldiers")


def test_a_live_blog_with_times() -> None:
    reading = read(
        "14:05 The interior ministry says eleven people were hurt.\n\n"
        "14:20 Mayor Lena Orsk told reporters that the bridge is closed.\n\n"
        "15:10 — According to the Zanport Fire Service, the depot is still burning.\n"
    )
    hurt = one(reading, "interior ministry", "eleven people were hurt")
    bridge = one(reading, "Lena Orsk", "the bridge is closed")
    depot = one(reading, "Zanport Fire Service", "the depot is still burning")
    for claim, time in ((hurt, "05"), (bridge, "20"), (depot, "10")):
        assert claim.source is not None
        assert time not in claim.source.text
        assert time not in content(claim)


def test_wire_text_in_capitals() -> None:
    reading = read(
        "ZANPORT, MARCH 8 (HARBOUR WIRE) - THE DEFENCE MINISTRY SAID ON SATURDAY THAT TWO SHIPS WERE HIT. "
        "A REBEL SPOKESMAN DENIED THE ATTACK."
    )
    hit = one(reading, "DEFENCE MINISTRY", "TWO SHIPS WERE HIT")
    assert "ATTACK" not in content(hit)
    assert one(reading, "REBEL SPOKESMAN", "THE ATTACK").polarity == "denied"


def test_a_quotation_over_several_paragraphs_is_one_speakers() -> None:
    reading = read(
        "“We left at dawn,” Captain Ruel Hartig said. “The road was empty.\n\n"
        "“Then the shelling began.\n\n“Nobody helped us.”\n\nThe road is open again.\n"
    )
    for words in ("We left at dawn", "The road was empty", "Then the shelling began", "Nobody helped us"):
        one(reading, "Ruel Hartig", words)
    assert not any("open again" in content(c) for c in reading.claims)
    assert not any("\n\n" in s.text for c in reading.claims for s in c.content)


_CHAIN = "A military source told the Harbour Post that drivers had reported seeing tanks."


def test_a_chain_is_told_from_its_end_to_its_beginning() -> None:
    reading = read(_CHAIN)
    inner = one(reading, "drivers", "seeing tanks")
    outer = one(reading, "A military source", "drivers had reported seeing tanks")
    assert inner.within == outer.id
    assert outer.within is None
    assert cue(inner).endswith("reported")
    assert "told" in cue(outer)
    assert "A military source" in [v.text for v in inner.via]


def test_whom_it_was_told_to_is_part_of_the_chain() -> None:
    assert any("Harbour Post" in v.text for v in one(read(_CHAIN), "A military source", "tanks").via)


def test_two_sayings_of_one_speaker() -> None:
    reading = read("Minister Ada Korvin said the dam was intact and warned against panic in the valley.")
    said, warned = one(reading, "Ada Korvin", "the dam was intact"), one(reading, "Ada Korvin", "panic in the valley")
    assert (cue(said), cue(warned).split()[0]) == ("said", "warned")
    assert "panic" not in content(said)
    assert "dam" not in content(warned)


@pytest.mark.parametrize(
    ("text", "who", "pieces"),
    [
        ("“The convoy,” said Major Teel, “never left the base.”", "Major Teel", ("The convoy", "never left the base")),
        ("The ferry, the harbour ministry said, was empty.", "harbour ministry", ("The ferry", "was empty")),
        (
            "The bridge, according to two engineers in Orm, had been mined.",
            "two engineers",
            ("The bridge", "had been mined"),
        ),
    ],
)
def test_a_discontinuous_quotation_is_one_claim(text: str, who: str, pieces: tuple[str, str]) -> None:
    claim = one(read(text), who, pieces[0])
    assert len(claim.content) == 2
    assert all(want in span.text for want, span in zip(pieces, claim.content, strict=True))
    assert who not in content(claim)
    assert cue(claim) not in content(claim)


def test_what_nobody_says_is_no_ones_claim() -> None:
    reading = read(
        "The road to Orm is nine kilometres long. It runs along the river. Rain fell on the valley at night."
    )
    assert reading.claims == ()


# A long document

_SAID = "Deputy governor Tamsin Vael told Radio Zan that the northern bridge had collapsed."


@pytest.fixture(scope="module")
def long() -> Reading:
    chance = random.Random(7)
    what = ("The road", "A grey truck", "The old mill", "Heavy rain", "The market", "A line of trees")
    does = ("stood beside", "lay north of", "reached", "ran along", "was cut off from")
    where = ("the river", "the quarry near Orm", "the wide valley below the hills", "the depot", "two low houses")
    filler: list[str] = []
    for _ in range(1_400):
        lines = [(chance.choice(what), chance.choice(does), chance.choice(where)) for _ in range(chance.randint(1, 5))]
        filler.append(" ".join(f"{' '.join(line)}." for line in lines))
    return read("\n\n".join([_SAID, *filler[:700], _SAID, *filler[700:], _SAID]))


def test_a_long_document_is_read_to_its_end(long: Reading) -> None:
    text = long.document.text
    assert len(text.split()) > 30_000
    found = [c.source.start for c in sayings(long, "Tamsin Vael", "northern bridge had collapsed") if c.source]
    assert len(found) == 3
    places = (0, text.index(_SAID, 1), text.rindex(_SAID))
    assert all(at <= start < at + len(_SAID) for at, start in zip(places, found, strict=True))


def test_the_same_sentence_gives_the_same_claim_anywhere(long: Reading) -> None:
    alone = read(_SAID)
    told = [
        (c.source and c.source.text, cue(c), [s.text for s in c.content], c.certainty, c.polarity)
        for c in (*sayings(alone, "Tamsin Vael", "bridge"), *sayings(long, "Tamsin Vael", "bridge"))
    ]
    assert len(told) == 4
    assert told[1:] == told[:1] * 3


# Places that prove themselves

_SENTENCES = (
    "Mira Denn said on Saturday that two people were killed in the village of Orm.", "“The ferry was empty,” Captain Ruel Hartig said.",
    "The Orlan Brigade denied striking the school in retaliation for the raid.", "Residents told Radio Zan they heard a T-62 tank.",
    "According to the Coast Herald, six to eight soldiers were hurt last week.", "Rain fell on the valley.",
)  # fmt: skip
_GLUE = (
    " ", "\n", "\n\n", "\r\n\r\n", " \u2028", "\u2029", " \u200b ", "\u200d ", " \u202e ", "\u2066 \u2069", " e\u0301\u0301\u0301 ", " \ufeff",
    " \U0001f468\u200d\U0001f469\u200d\U0001f467 ", " ❤\ufe0f ", " وقال ", " 軍は否定した。", " ﬁ ", " İ ", "\x00", " \x1b[0m ", "\x85", "\xa0",
    " \U0001f3f4\U000e0067\U000e007f ", " x" + "y" * 300 + " ", " “ ", " '' ",
)  # fmt: skip


def lists(reading: Reading) -> list[list[Span]]:
    r = reading
    of_claims = [s for c in r.claims for s in (c.source, c.cue, *c.content, *c.via) if s is not None]
    others = (r.mentions, r.places, r.times, r.figures, r.equipment, r.explanations)
    return [of_claims, *map(list, others)]


def test_every_list_has_something_to_prove() -> None:
    assert all(lists(read("\n\n".join(_SENTENCES))))


_PARTS = st.tuples(st.sampled_from(_SENTENCES), st.lists(st.sampled_from(_GLUE), min_size=1, max_size=3).map("".join))


@settings(max_examples=25, deadline=None)
@given(st.lists(_PARTS.map("".join), min_size=3, max_size=9).map("".join))
def test_every_span_proves_itself(text: str) -> None:
    reading = sayso.read(text, published="2031-03-09")
    assert reading.document.text == text
    for listed in lists(reading):
        for span in listed:
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.text
    for listed in lists(reading)[1:]:
        places = [(s.start, s.end) for s in listed]
        assert places == sorted(places)
    for claim in reading.claims:
        assert claim.content
        assert all(a.end <= b.start for a, b in pairwise(claim.content))
        assert 0 <= claim.score <= 1
    assert sayso.read(text, published="2031-03-09") == reading


@pytest.mark.parametrize("glue", _GLUE, ids=ascii)
def test_hostile_characters_hide_no_claim(glue: str) -> None:
    reading = sayso.read(f"{_SENTENCES[0]} {glue} {_SENTENCES[2]}", published="2031-03-09")
    one(reading, "Mira Denn", "two people were killed")
    one(reading, "Orlan Brigade", "striking the school")


def test_lone_surrogates_are_looked_at_too() -> None:
    text = f"\ud800 {_SENTENCES[0]} \udfff {_SENTENCES[2]}"
    marks = look(text, split(text))
    assert [text[slice(*m.source)] for m in marks.attributions if m.source] == ["Mira Denn", "The Orlan Brigade"]


# The same bytes


def test_the_same_bytes_twice_and_with_two_workers(tmp_path: Path) -> None:
    names = []
    for number in range(6):
        path = tmp_path / f"{number}.txt"
        path.write_text(
            "\n\n".join([f"Report {number}.", *_SENTENCES[number:], *_SENTENCES[:number], _CHAIN]), encoding="utf-8"
        )
        names.append(str(path))
    told = CollectOptions(published="2031-03-09")
    once, again, shared = (
        [msgspec.json.encode(r) for r in read_inputs(names, options=told, workers=workers)] for workers in (1, 1, 2)
    )
    assert len(once) == 6
    assert all(b"Mira Denn" in raw and b'"claims":[{' in raw for raw in once)
    assert again == once
    assert shared == once
