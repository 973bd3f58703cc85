"""What the model marks becomes claims: heads of cues, channels, nesting, footnotes, stance."""

import pytest

from sayso.reading.attribution import claims_of
from sayso.reading.attribution.heads import head_of
from sayso.reading.model.marks import Attributed
from sayso.reading.model.stance import Stance
from sayso.reading.sentences import split
from sayso.records import Claim

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
        ("Baro told her that it sank.", "that it sank", []),
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
