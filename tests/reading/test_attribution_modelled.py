"""What the model marks becomes claims: heads of cues, channels, nesting, footnotes, stance."""

import msgspec
import pytest

from sayso.reading.attribution import claims_of, spoken_by_the_outlet
from sayso.reading.attribution.heads import head_of
from sayso.reading.model.marks import Attributed
from sayso.reading.model.stance import Stance
from sayso.reading.sentences import split
from sayso.records import Claim, Speaker

SURE = Stance("certain", 0.9, "affirmed", 0.9)


def mark(
    text: str, source: str | None, cue: str, *content: str, nested: bool = False, stance: Stance | None = SURE,
    score: float = 0.9,
) -> Attributed:  # fmt: skip
    def at(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    return Attributed(
        source=None if source is None else at(source), cue=at(cue), content=tuple(at(c) for c in content),
        nested=nested, score=score, stance=stance, features=(),
    )  # fmt: skip


def claims(text: str, *marks: Attributed) -> tuple[Claim, ...]:
    return claims_of(text, marks, split(text))


@pytest.mark.parametrize(
    ("cue", "head"),
    [
        ("said", "say"), ("has repeatedly said in a statement", "say"), ("is believed", "believe"), (":", "say"),
        ("according to", "say"), ("According to", "say"), ("was reportedly told", "reportedly"), ("did not deny", "deny"),
        ("in a statement", "statement"), ("are concerned about", "concerned"), ("posted on a wall", "post"), ("—", "say"),
    ],
)  # fmt: skip
def test_the_word_that_a_cue_hangs_on(cue: str, head: str) -> None:
    assert head_of(cue) == head


@pytest.mark.parametrize(
    ("text", "content", "via"),
    [
        ("Baro told the Coast Herald that it sank.", "that it sank", ["the Coast Herald"]),
        ("“It sank,” Baro told Radio Vell on Monday.", "“It sank,”", ["Radio Vell"]),
        ("Baro told the Vell Post Friday that it sank.", "that it sank", ["the Vell Post"]),
        ("Baro told Radio Vell separately that it sank.", "that it sank", ["Radio Vell"]),
        ("Baro told her that it sank.", "that it sank", []),
        ("Baro told me later that it sank.", "that it sank", []),
        ("Baro told reporters that it sank.", "that it sank", []),
        ("Baro told his crew to leave.", "to leave", []),
        ("Baro told that it sank.", "that it sank", []),
    ],
)
def test_who_is_told_is_a_channel(text: str, content: str, via: list[str]) -> None:
    (claim,) = claims(text, mark(text, "Baro", "told", content))
    assert [v.text for v in claim.via] == via


def test_who_quotes_is_a_channel_of_whom_it_quotes() -> None:
    text = "The Vell Post, quoting an officer, said the dam had burst."
    outlet, officer = (
        mark(text, "The Vell Post", "said", "the dam had burst"),
        mark(text, "an officer", "quoting", "the dam had burst"),
    )
    by = {c.source.text: c for c in claims(text, outlet, officer) if c.source}
    assert [v.text for v in by["an officer"].via] == ["The Vell Post"]
    assert by["The Vell Post"].via == ()


def test_who_quotes_is_named_without_whom_it_quotes() -> None:
    text = "The Vell Post, quoting an officer, said the dam had burst."
    outlet = mark(text, "The Vell Post, quoting an officer,", "said", "the dam had burst")
    officer = mark(text, "an officer", "quoting", "the dam had burst")
    by = {c.source.text: [v.text for v in c.via] for c in claims(text, outlet, officer) if c.source}
    assert by == {"The Vell Post": [], "an officer": ["The Vell Post"]}


def test_a_call_is_no_channel() -> None:
    text = "Two women interviewed by telephone said that it sank."
    (claim,) = claims(text, mark(text, "Two women interviewed by telephone", "said", "that it sank"))
    assert claim.via == ()


def test_who_is_cited_says_it_through_who_cites() -> None:
    text = "According to Radio Vell, citing a dock worker, four boats burned."
    told = mark(text, "Radio Vell", "According to", "four boats burned")
    cited = mark(text, None, "citing", "a dock worker", "four boats burned")
    first, second = claims(text, told, cited)
    assert {c.source.text: [v.text for v in c.via] for c in (first, second) if c.source} == {
        "Radio Vell": [],
        "a dock worker": ["Radio Vell"],
    }
    assert second.content == first.content
    text = "The dam had burst, an envoy said, citing two engineers."
    said, cited = mark(text, "an envoy", "said", "The dam had burst"), mark(text, None, "citing", "two engineers")
    by = {c.source.text: (c.content[0].text, [v.text for v in c.via]) for c in claims(text, said, cited) if c.source}
    assert by["two engineers"] == ("The dam had burst", ["an envoy"])
    text = "The Vell Post reported, citing a source in the fire service, that ten boats burned."
    told = mark(text, "The Vell Post", "reported", "that ten boats burned")
    cited = mark(text, "The Vell Post", "citing", "a source in the fire service, that ten boats burned")
    by = {c.source.text: (c.content[0].text, [v.text for v in c.via]) for c in claims(text, told, cited) if c.source}
    assert by["a source in the fire service"] == ("that ten boats burned", ["The Vell Post"])
    text = "The airline stayed away, citing safety."
    (claim,) = claims(text, mark(text, "The airline", "citing", "safety"))
    assert claim.content[0].text == "safety"


def test_who_is_quoted_as_saying_speaks() -> None:
    text = "Two divers were quoted by Radio Vell as saying that the hull was whole."
    marked = mark(text, "Radio Vell", "were quoted", "Two divers", "as saying that the hull was whole")
    (claim,) = claims(text, marked)
    assert claim.source is not None
    assert (claim.source.text, [v.text for v in claim.via]) == ("Two divers", ["Radio Vell"])
    assert claim.content[0].text.startswith("that the hull was whole")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("A guard who asked not to be named left.", "who", "asked", "not to be named"),
        ("A nurse, who refused to give her name, left.", "who", "refused", "to give her name"),
        ("The ministry declined to comment on it.", "The ministry", "declined", "to comment on it"),
        ("She offered no evidence.", "She", "offered", "no evidence"),
        ("She did not comment on the raid.", "She", "did not comment on", "the raid"),
        ("Reports, which cite a senior officer, are old.", "which", "cite", "a senior officer"),
        ("The raid, which, if true, indicates a change, was quiet.", "which, if true", "indicates", "a change"),
    ],
)
def test_a_formula_of_reporting_is_no_saying(text: str, source: str, cue: str, content: str) -> None:
    assert claims(text, mark(text, source, cue, content)) == ()


def test_nobody_speaks_where_it_is_established() -> None:
    text = "It has been established that the dam was mined."
    (claim,) = claims(text, mark(text, "It", "has been established", "that the dam was mined"))
    assert claim.source is None
    text = "It was told that the dam was mined."
    (claim,) = claims(text, mark(text, "It", "was told", "that the dam was mined"))
    assert claim.source is not None


@pytest.mark.parametrize(
    ("said", "certainty"),
    [
        ("a patrol may have taken the boat for another", "possible"),
        ('the crew "might well have been" asleep', "possible"),
        ("the crew probably believed it was empty", "probable"),
        ("Governor Ansa Krill is said to have fled", "probable"),
        ("the crew left, because the dam may have been mined", "certain"),
        ("the crew that could have helped was asleep", "certain"),
        ("five boats sank", "certain"),
    ],
)
def test_a_hedge_on_what_is_said_lessens_it(said: str, certainty: str) -> None:
    text = f"Baro said {said}."
    assert claims(text, mark(text, "Baro", "said", said))[0].certainty == certainty


def test_a_doubt_denies_and_is_not_firm() -> None:
    text = "Baro doubts that the dam was mined."
    (claim,) = claims(text, mark(text, "Baro", "doubts", "that the dam was mined"))
    assert (claim.certainty, claim.polarity) == ("possible", "denied")


def test_what_the_words_leave_open_is_not_denied_though_the_model_sees_a_denial() -> None:
    denied = Stance("certain", 0.9, "denied", 0.9)
    for cue, certainty in (
        ("could not verify", "unknown"),
        ("did not deny", "unknown"),
        ("cannot rule out", "possible"),
    ):
        text = f"Baro {cue} that the dam was mined."
        (claim,) = claims(text, mark(text, "Baro", cue, "that the dam was mined", stance=denied))
        assert (claim.certainty, claim.polarity) == (certainty, "affirmed")


def test_what_is_called_false_is_denied_by_who_calls_it_so() -> None:
    text = "Claims by some sailors that the patrol beat them are baseless."
    sailors = mark(text, "some sailors", "Claims", "that the patrol beat them are baseless")
    first, own = sorted(claims(text, sailors), key=lambda c: c.polarity)
    assert [s.text for s in (*first.content, *own.content)] == ["that the patrol beat them"] * 2
    assert (own.source, own.cue, own.polarity) == (None, None, "denied")
    text = "Reports that the dam was mined are untrue, the governor said."
    governor = mark(text, "the governor", "said", "untrue")
    by = {c.polarity: c for c in claims(text, governor)}
    assert by["denied"].source is not None
    assert (by["denied"].source.text, by["denied"].content[0].text) == ("the governor", "that the dam was mined")


def test_what_stands_inside_another_came_through_its_speaker() -> None:
    text = "A military source told Radio Vell that drivers had reported tanks."
    outer, inner = claims(
        text,
        mark(text, "A military source", "told", "that drivers had reported tanks"),
        mark(text, "drivers", "had reported", "tanks", nested=True),
    )
    assert inner.within == outer.id
    assert [v.text for v in inner.via] == ["A military source", "Radio Vell"]
    assert outer.within is None


def test_a_footnote_number_is_nothing_said() -> None:
    text = "Minister Ada Denn responded:11\n\n“The strike was unlawful.”12"
    (claim,) = claims(text, mark(text, "Minister Ada Denn", "responded:", "11", "“The strike was unlawful.”12"))
    assert [c.text for c in claim.content] == ["“The strike was unlawful.”"]
    text = "Baro counted 11 tanks."
    (claim,) = claims(text, mark(text, "Baro", "counted", "11 tanks"))
    assert [c.text for c in claim.content] == ["11 tanks"]


def test_the_model_tells_how_firmly_and_rules_where_it_cannot() -> None:
    text = "Baro denied that the dam had burst."
    told = mark(text, "Baro", "denied", "that the dam had burst", stance=Stance("possible", 0.6, "affirmed", 0.6))
    (claim,) = claims(text, told)
    assert (claim.certainty, claim.polarity) == ("possible", "denied")  # the word itself denies
    (claim,) = claims(text, told._replace(stance=None))
    assert (claim.certainty, claim.polarity) == ("certain", "denied")
    text = "Baro would hear nothing of it that the dam had burst."
    told = mark(text, "Baro", "would hear", "that the dam had burst", stance=Stance("certain", 0.9, "denied", 0.8))
    assert claims(text, told)[0].polarity == "denied"


def test_a_claim_is_asserted_from_half_on() -> None:
    text = "Baro said it sank."
    text = "It sank on the way to Orm, so wrote Baro to his brother."
    assert claims(text, mark(text, "Baro", "wrote", "It sank", score=0.5))[0].asserted
    assert not claims(text, mark(text, "Baro", "wrote", "It sank", score=0.499))[0].asserted


def test_two_readers_who_agree_are_believed() -> None:
    text = "Baro said it sank."
    (claim,) = claims(text, mark(text, "Baro", "said", "it sank", score=0.4))
    assert claim.score > 0.7


def test_a_plain_sentence_is_read_though_the_model_says_nothing() -> None:
    (claim,) = claims("Baro said that it sank.")
    assert (claim.source and claim.source.text, [c.text for c in claim.content]) == ("Baro", ["that it sank."])


def test_an_outlets_own_people_are_its_own_voice() -> None:
    text = "Our reporters have counted eleven graves."
    assert claims(text, mark(text, "Our reporters", "have counted", "eleven graves")) == ()


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "“We left at dawn,” said Captain Hartig. “The road was empty.\n\n“Then the shelling began.”"
    (claim,) = claims(text, mark(text, "Captain Hartig", "said", "“We left at dawn,”", "“The road was empty."))
    assert [c.text for c in claim.content][-1] == "“Then the shelling began.”"


def test_a_quotation_that_was_cut_is_given_whole() -> None:
    text = 'Ms. Orrin said: "The dam held. Nobody in the valley was hurt." Others stayed away.'
    (claim,) = claims(text, mark(text, "Ms. Orrin", "said", '"The dam held.'))
    assert claim.content[0].text == '"The dam held. Nobody in the valley was hurt."'
    (claim,) = claims(text, mark(text, "Ms. Orrin", "said", 'Nobody in the valley was hurt."'))
    assert claim.content[0].text == '"The dam held. Nobody in the valley was hurt."'
    pieces = '"The dam held.', 'Nobody in the valley was hurt."'
    (claim,) = claims(text, mark(text, "Ms. Orrin", "said", *pieces))
    assert [c.text for c in claim.content] == ['"The dam held. Nobody in the valley was hurt."']


def test_what_a_quoted_speaker_believes_ends_where_it_ends() -> None:
    text = '"I believe the dam will hold, and we are leaving anyway," Ms. Orrin said.'
    found = claims(text, mark(text, "I", "believe", "the dam will hold"))
    assert [c.content[0].text for c in found if c.cue is not None and c.cue.text == "believe"] == ["the dam will hold"]


def test_a_quotation_is_not_given_past_the_cue_of_another() -> None:
    text = 'Ms. Orrin said: "The dam held. Mr. Vale told me that it would." Others stayed away.'
    marks = [mark(text, "Ms. Orrin", "said", '"The dam held.'), mark(text, "Mr. Vale", "told", "that it would")]
    by_cue = {c.cue.text: c.content[0].text for c in claims(text, *marks) if c.cue is not None}
    assert by_cue == {"said": '"The dam held.', "told": "that it would"}


def test_what_nobody_claimed_is_nobodys_claim() -> None:
    text = "Nobody has claimed responsibility."
    assert claims(text, mark(text, "Nobody", "has claimed", "responsibility")) == ()


def test_we_are_the_outlet_outside_quotations() -> None:
    text = "We believe that the dam was mined. “We believe that it held,” Baro said."
    ours = mark(text, "We", "believe", "that the dam was mined")
    (claim,) = [c for c in claims(text, ours) if c.source and c.source.text == "We" and c.source.start == 0]
    assert claim.source is not None
    assert claim.source.entity is None
    (named,) = spoken_by_the_outlet(text, [claim], "Vell Rights League")
    assert named.source is not None
    assert (named.source.entity, named.id) == ("Vell Rights League", claim.id)
    assert spoken_by_the_outlet(text, [claim], None) == (claim,)
    quoted = msgspec.structs.replace(claim, source=Speaker(start=36, end=38, text="We", entity=None))
    assert spoken_by_the_outlet(text, [quoted], "Vell Rights League") == (quoted,)
