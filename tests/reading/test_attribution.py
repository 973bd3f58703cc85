from __future__ import annotations

import pytest

from sayso.reading.attribution import find_claims
from sayso.reading.sentences import split
from sayso.records import Claim

Row = tuple[str | None, str, list[str]]


def claims(text: str) -> tuple[Claim, ...]:
    return find_claims(text, split(text))


def rows(text: str) -> list[Row]:
    return [
        (c.source.text if c.source else None, c.cue.text if c.cue else "", [s.text for s in c.content])
        for c in claims(text)
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        # indirect speech
        ("Mira Denn said that the ferry was empty.", ("Mira Denn", "said", ["that the ferry was empty."])),
        ("Mira Denn has repeatedly said the ferry was empty.", ("Mira Denn", "has repeatedly said", ["the ferry was empty."])),
        ("The army said on Friday it had shot down a drone.", ("The army", "said", ["it had shot down a drone."])),
        ("Denn said, among other things, that it sank.", ("Denn", "said", ["that it sank."])),
        ("Residents told Radio Zan they saw three jets.", ("Residents", "told", ["they saw three jets."])),
        ("FRO warned the toll may rise.", ("FRO", "warned", ["the toll may rise."])),
        ("Baro went on to say that it was old.", ("Baro", "went on to say", ["that it was old."])),
        ("Denn asked whether the port was open.", ("Denn", "asked", ["whether the port was open."])),
        ("The ministry vowed to answer the raid.", ("The ministry", "vowed", ["to answer the raid."])),
        # the speaker stands after or within what is said
        ("The ferry was empty, Denn said.", ("Denn", "said", ["The ferry was empty"])),
        ("The ferry was empty, said Mira Denn.", ("Mira Denn", "said", ["The ferry was empty"])),
        ("The ferry, the harbour ministry said, was empty.", ("the harbour ministry", "said", ["The ferry", "was empty."])),
        ("The ferry was empty, according to the Freland Coast Guard.",
         ("the Freland Coast Guard", "according to", ["The ferry was empty"])),
        ("According to two officials in Zanport, the ferry carried weapons.",
         ("two officials in Zanport", "According to", ["the ferry carried weapons."])),
        ("The fund, according to one report, holds two ships.", ("one report", "according to", ["The fund", "holds two ships."])),
        # direct speech
        ("“The ferry was empty,” said Mira Denn, the port captain.",
         ("Mira Denn, the port captain", "said", ["“The ferry was empty,”"])),
        ('"I heard the blast," Orlan recalled. "Then we ran."', ("Orlan", "recalled", ['"I heard the blast,"', '"Then we ran."'])),
        ("''It's ours,'' Mr. Baro said.", ("Mr. Baro", "said", ["''It's ours,''"])),
        ("'The ferry was empty,' Denn said.", ("Denn", "said", ["'The ferry was empty,'"])),
        ("Mira Denn added: “We checked twice.”", ("Mira Denn", "added", ["“We checked twice.”"])),
        # mixed speech
        ("The opposition says “at least 40 people” were killed.", ("The opposition", "says", ["“at least 40 people” were killed."])),
        ("The ferry was “a wreck,” Denn said.", ("Denn", "said", ["The ferry was “a wreck,”"])),
        # colon forms
        ("Denn: “We saw nothing.”", ("Denn", ":", ["“We saw nothing.”"])),
        ("Mayor Jan Baro: The ferry was carrying weapons", ("Mayor Jan Baro", ":", ["The ferry was carrying weapons"])),
        ("Ferry was carrying weapons: Baro", ("Baro", ":", ["Ferry was carrying weapons"])),
        # passives
        ("The crew were described by the Coast Herald as smugglers.",
         ("the Coast Herald", "were described by", ["The crew", "smugglers."])),
        ("It was reported by Zanfile that the ferry sank.", ("Zanfile", "was reported by", ["that the ferry sank."])),
        ("The ferry is said to have carried six to eight men.", (None, "is said", ["The ferry", "to have carried six to eight men."])),
        ("The ferry reportedly carried weapons.", (None, "reportedly", ["The ferry", "carried weapons."])),
        ("It seems that the ferry was empty.", (None, "seems", ["that the ferry was empty."])),
        # nouns
        ("Allegations by the Freland navy that the ferry carried weapons were not new.",
         ("the Freland navy", "Allegations by", ["that the ferry carried weapons were not new."])),
        ("The town laughed at the navy's claim that the ferry was armed.",
         ("the navy", "'s claim", ["that the ferry was armed."])),
        ("Reports that the ferry sank could not be checked.", (None, "Reports", ["that the ferry sank could not be checked."])),
        # belief and attitude
        ("The navy believes the ferry was hit by a mine.", ("The navy", "believes", ["the ferry was hit by a mine."])),
        ("Denn hopes to open the port.", ("Denn", "hopes", ["to open the port."])),
        ("Security chiefs were gravely concerned about the strait.", ("Security chiefs", "were gravely concerned about", ["the strait."])),
        ("Freland accused Zan of shelling the port.", ("Freland", "accused", ["Zan of shelling the port."])),
        # what reports of casualties bring
        ("Nine feared dead in market raid", (None, "feared", ["Nine", "dead in market raid"])),
        ("Rebels said to have shot down a jet", (None, "said", ["Rebels", "to have shot down a jet"])),
        ("Hospital sources put the number of dead at 14.", ("Hospital sources", "put", ["the number of dead at 14."])),
        ("The toll, which officials put at 30, may rise.", ("officials", "put", ["which", "at 30"])),
        ("Local media reported at least six deaths.", ("Local media", "reported", ["at least six deaths."])),
        ("Denn said about 40 people were hurt.", ("Denn", "said", ["about 40 people were hurt."])),
        ("A 24-year-old woman told police she was shot.", ("A 24-year-old woman", "told", ["she was shot."])),
        ("“We saw smoke,” a resident who asked not to be named told Radio Zan.",
         ("a resident who asked not to be named", "told", ["“We saw smoke,”"])),
        ("Multiple other sources indicated that six were hurt.", ("Multiple other sources", "indicated", ["that six were hurt."])),
        ("All sources attributed the raid to the navy.", ("All sources", "attributed", ["the raid to the navy."])),
        ("An official who heard the blast said it was loud.", ("An official who heard the blast", "said", ["it was loud."])),
        ("Officials, however, say it sank.", ("Officials", "say", ["it sank."])),
        ("US says strike killed six", ("US", "says", ["strike killed six"])),
        ("THE ARMY DENIED THAT IT FIRED.", ("THE ARMY", "DENIED", ["THAT IT FIRED."])),
        ("State TV: Six dead in raid", ("State TV", ":", ["Six dead in raid"])),
        ("The Orlan family said it sank.", ("The Orlan family", "said", ["it sank."])),
        # relative clauses
        ("The strike, which the navy says was a mistake, killed six.", ("the navy", "says", ["which", "was a mistake"])),
        ("The mayor, who said the port was shut, left.", ("who", "said", ["the port was shut"])),
    ],
)  # fmt: skip
def test_constructs(text: str, row: Row) -> None:
    assert row in rows(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Denn said the ferry was empty and Baro said it was full.", [["the ferry was empty"], ["it was full."]]),
        ("Denn said the ferry was empty and added that it was old.", [["the ferry was empty"], ["that it was old."]]),
        (
            "Witnesses say there were two blasts, but the police insist there was one.",
            [["there were two blasts"], ["there was one."]],
        ),
        (
            "Denn said the ferry was empty, adding that it had been old.",
            [["the ferry was empty"], ["that it had been old."]],
        ),
        (
            "Denn said the ferry was empty, according to Zanfile.",
            [["Denn said the ferry was empty"], ["the ferry was empty"]],
        ),
    ],
)
def test_what_is_said_ends_where_somebody_else_speaks(text: str, expected: list[list[str]]) -> None:
    assert [content for _, _, content in rows(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The convoy left the port on Monday.",
        "The claims office was shut.",
        "Its report was long.",
        "A company called Orlan Lines owned it.",
        "He read two reports.",
        "The two states signed a treaty.",
        "",
        "Said.",
        "said said said",
        "“Nobody here speaks.”",
        "Nobody has claimed responsibility for the attack.",
        "No one told us why.",
    ],
)
def test_no_claim_where_nobody_speaks(text: str) -> None:
    assert [row for row in rows(text) if row[0] is not None] == []


def test_a_quotation_over_paragraphs_is_one_claim() -> None:
    text = "Mira Denn answered:\n\n“The ferry was empty. It was going home.\n\n“Nobody was on board.”\n\nThe navy left."
    assert rows(text) == [
        ("Mira Denn", "answered", ["“The ferry was empty. It was going home.", "“Nobody was on board.”"])
    ]


def test_a_quotation_before_its_speaker_keeps_its_first_paragraph() -> None:
    text = "“The ferry was empty.\n\n“It was going home,” said Mira Denn."
    assert rows(text) == [("Mira Denn", "said", ["“The ferry was empty.", "“It was going home,”"])]


def test_quotations_right_after_a_speaker_go_on_with_the_same_claim() -> None:
    text = "“The ferry was empty,” Denn said. “We checked twice. It was old.”"
    assert rows(text) == [("Denn", "said", ["“The ferry was empty,”", "“We checked twice. It was old.”"])]


def test_a_block_after_a_colon_belongs_to_the_speaker_before_it() -> None:
    text = "According to Jan Orlan:3\n\n“A navy source said the ferry was armed. The source said that it sank.”"
    outer, first, second = claims(text)
    assert outer.source is not None
    assert outer.source.text == "Jan Orlan"
    assert [c.within for c in (first, second)] == [outer.id, outer.id]
    assert [v.text for v in first.via] == ["Jan Orlan"]
    assert second.source is not None
    assert second.source.entity == "navy source"


def test_an_unclosed_quotation_ends_at_its_footnote() -> None:
    text = "Denn said, “The ferry was empty and old.12 Jan Baro said the port was shut."
    assert [(source, content) for source, _, content in rows(text)] == [
        ("Denn", ["“The ferry was empty and old."]),
        ("Jan Baro", ["the port was shut."]),
    ]


def test_footnote_numbers_are_no_part_of_what_is_said() -> None:
    assert rows("Denn said that the ferry sank.4 It was old.") == [("Denn", "said", ["that the ferry sank."])]


def test_channels_are_named_in_via() -> None:
    (told,) = claims("A navy source told the Coast Herald that the ferry sank.")
    assert [v.text for v in told.via] == ["the Coast Herald"]
    reported, _ = claims("Six people died, state television reported, citing a military source.")
    assert [v.text for v in reported.via] == ["a military source"]
    citing, _ = claims("Zanfile, quoting unnamed officials, reported that the ferry sank.")[::-1]
    assert [v.text for v in citing.via] == ["unnamed officials"]
    (quoted,) = claims("Denn was quoted by Zanfile as saying the ferry was empty.")
    assert quoted.source is not None
    assert (quoted.source.text, [v.text for v in quoted.via]) == ("Denn", ["Zanfile"])
    (spoke,) = claims("According to a source speaking to Radio Zan, the ferry sank.")
    assert [v.text for v in spoke.via] == ["Radio Zan"]


def test_one_quoted_by_another_comes_through_the_other() -> None:
    outer, inner = claims("The Coast Herald quoted Mira Denn as saying the ferry was empty.")
    assert outer.source is not None
    assert outer.source.text == "The Coast Herald"
    assert inner.source is not None
    assert inner.source.text == "Mira Denn"
    assert inner.within == outer.id
    assert [v.text for v in inner.via] == ["The Coast Herald"]


def test_ones_own_state_of_mind_is_not_a_second_claim() -> None:
    assert len(claims("Mira Denn said she believed the ferry was empty.")) == 1
    assert len(claims("It has been reported by Jan Orlan that Denn wants to close the port.")) == 2


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Denn confirmed that the ferry sank.", "certain"),
        ("Denn said the ferry sank.", "certain"),
        ("Denn said the ferry probably sank.", "probable"),
        ("Denn said the ferry may have sunk.", "possible"),
        ("Denn believes the ferry sank.", "probable"),
        ("Denn fears the ferry sank.", "possible"),
        ("The ferry is said to have sunk.", "probable"),
        ("The ferry allegedly carried weapons.", "possible"),
        ("Denn asked whether the ferry sank.", "unknown"),
    ],
)
def test_certainty(text: str, certainty: str) -> None:
    assert [c.certainty for c in claims(text)] == [certainty]


@pytest.mark.parametrize(
    ("text", "polarity", "content"),
    [
        ("Jan Baro denied that the ferry was armed.", "denied", "that the ferry was armed."),
        ("The ministry rejected claims that the ferry had been hit.", "denied", "that the ferry had been hit."),
        ("Baro did not say whether the ferry was hit.", "affirmed", "whether the ferry was hit."),
        ("No group has claimed responsibility for the blast.", "denied", "responsibility for the blast."),
        ("Baro did not deny that the ferry was armed.", "affirmed", "that the ferry was armed."),
        ("Baro said that nobody was hurt.", "affirmed", "that nobody was hurt."),
    ],
)
def test_polarity(text: str, polarity: str, content: str) -> None:
    (claim,) = claims(text)
    assert (claim.polarity, [s.text for s in claim.content]) == (polarity, [content])


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Baro has not confirmed that the ferry sank.", "unknown"),
        ("Baro did not deny that the ferry was armed.", "unknown"),
        ("Baro did not say whether the ferry sank.", "unknown"),
        ("Baro confirmed that the ferry sank.", "certain"),
        ("Baro denied that the ferry was armed.", "certain"),
    ],
)
def test_what_settles_nothing_is_neither_affirmed_firmly_nor_denied(text: str, certainty: str) -> None:
    (claim,) = claims(text)
    assert claim.certainty == certainty
    assert (claim.polarity == "denied") == ("denied" in text)


def test_scores_rank_constructs() -> None:
    (direct,) = claims("“The ferry was empty,” Denn said.")
    (nominal,) = claims("Few heard the navy's claim that the ferry was armed.")
    (hearsay,) = claims("The ferry seems to be old.")
    assert 1 >= direct.score > nominal.score > hearsay.score > 0


def test_ids_depend_on_text_and_place() -> None:
    first, second = claims("Denn said it sank. Denn said it sank.")
    assert first.id != second.id
    assert claims("Denn said it sank. Denn said it sank.") == (first, second)
    assert claims("Denn said it sank. Denn said it sank!")[0].id != first.id
