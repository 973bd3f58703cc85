"""What fictional accounts agree on, contest and leave open."""

from __future__ import annotations

from typing import Literal

import msgspec
import pytest

from sayso.records import (
    Account,
    Claim,
    Document,
    Origin,
    OriginLink,
    Origins,
    Passage,
    PlaceMention,
    Polarity,
    Range,
    Reading,
    Span,
    Speaker,
    Statement,
    TimeMention,
    Weighing,
    Wording,
)
from sayso.weighing.agreement import agreement
from sayso.weighing.questions import agents_at, targets_in, unanswered
from sayso.weighing.sides import of_one_side, side_of
from sayso.weighing.voices import hear
from sayso.weighing.wordings import amount, as_sentence, at_least, by, number, question

NOTHING = Weighing(figures={}, accounts=())


def reading(
    name: str, *said: tuple[str | None, str] | tuple[str, str, Polarity], outlet: str | None = None, own: str = ""
) -> Reading:
    text = ""
    claims: list[Claim] = []
    sentences: list[tuple[int, int]] = []
    for n, entry in enumerate(said):
        who, content = entry[0], entry[1]
        polarity: Polarity = entry[2] if len(entry) == 3 else "affirmed"
        start = len(text)
        head = f"{who} said that " if who else ""
        text += f"{head}{content}. "
        source = Speaker(start=start, end=start + len(who), text=who, entity=who) if who else None
        at = start + len(head)
        claims.append(
            Claim(
                id=f"{name}{n}",
                source=source,
                cue=None,
                content=(Span.cut(text, at, at + len(content)),),
                polarity=polarity,
            )
        )
        sentences.append((start, len(text) - 1))
    if own:
        sentences.append((len(text), len(text) + len(own)))
        text += own
    document = Document(id=name, sha256="0", outlet=outlet or f"Outlet {name}", text=text, published="2031-05-09")
    return Reading(document=document, claims=tuple(claims), sentences=tuple(sentences))


def origins(*groups: str) -> Origins:
    """One origin a group; documents are single letters."""
    return Origins(
        documents=tuple(OriginLink(id=d, origin=f"o-{g}", relation="independent", of=None) for g in groups for d in g),
        origins=tuple(Origin(id=f"o-{g}", documents=tuple(g)) for g in groups),
    )


def says(statements: tuple[Statement, ...], standing: str) -> list[str]:
    return [s.says for s in statements if s.standing == standing]


BRIDGE_A = ("Arn Tollow", "gunners of the Pale Brigade shelled the bridge at Brackwater on Monday evening")
BRIDGE_B = (
    "Lise Orrin",
    "the Pale Brigade shelled the bridge at Brackwater on Monday, as evening fell, with heavy guns",
)


def test_two_origins_and_two_voices_make_agreement() -> None:
    found = agreement([reading("a", BRIDGE_A), reading("b", BRIDGE_B)], origins("a", "b"), NOTHING)
    agreed = [s for s in found if s.standing == "agreed"]
    assert [s.says for s in agreed] == [
        "Gunners of the Pale Brigade shelled the bridge at Brackwater on Monday evening."
    ]
    assert agreed[0].for_origins == ("o-a", "o-b")
    assert {p.document for p in agreed[0].passages} == {"a", "b"}


def test_one_origin_or_one_voice_does_not() -> None:
    copies = [reading("a", BRIDGE_A), reading("b", BRIDGE_B)]
    assert says(agreement(copies, origins("ab"), NOTHING), "agreed") == []
    same_voice = [reading("a", BRIDGE_A), reading("b", ("Arn Tollow", BRIDGE_B[1]))]
    assert says(agreement(same_voice, origins("a", "b"), NOTHING), "agreed") == []


def test_what_is_passed_on_from_a_report_that_is_held_is_no_second_origin() -> None:
    told = "four of the wounded divers died on the road to Marrin clinic"
    one = reading("a", ("an orderly", told), outlet="Gulf Post")
    own = reading("b", ("a nurse", told), outlet="Radio Marrin")
    carried = reading("b", ("the local Gulf Post", told), outlet="Radio Marrin")
    other = reading("b", ("the Gulf Postal Union", told), outlet="Radio Marrin")

    def said(second: Reading) -> list[str]:
        return [s.says for s in agreement([one, second], origins("a", "b"), NOTHING) if s.standing == "agreed"]

    assert len(said(own)) == len(said(other)) == 1
    assert said(carried) == []


def test_two_of_one_side_do_not_bear_each_other_out() -> None:
    told = "officers fired in self-defence after stones hit the station on Quay Street"
    chief = reading("a", ("Vellish police commissioner Ana Belo", told))
    name = chief.claims[0].source
    assert name is not None
    called = msgspec.structs.replace(chief.claims[0], source=msgspec.structs.replace(name, entity="Ana Belo"))
    chief = msgspec.structs.replace(chief, claims=(called,))

    def said(second: Reading) -> list[str]:
        return [s.says for s in agreement([chief, second], origins("a", "b"), NOTHING) if s.standing == "agreed"]

    assert said(reading("b", own=f"{told[0].upper()}{told[1:]}.", outlet="Vellish Police Service")) == []
    assert said(reading("b", ("the police", told))) == []
    assert len(said(reading("b", ("a baker", told)))) == 1
    assert len(said(reading("b", ("Ormian police", told)))) == 1


@pytest.mark.parametrize(
    ("words", "same"),
    [
        (("the defence ministry", "the Ormian army"), True),
        (("Ormian military", "the Vellish army"), False),
        (("the police", "the Libyan coast guard"), False),
        (("a nurse", "a nurse"), False),
        (("Vell police", "police chief of Vell", "the police"), True),
    ],
)
def test_sides(words: tuple[str, ...], same: bool) -> None:
    assert of_one_side([side_of(w) for w in words]) is same


def test_what_one_denies_is_contested_and_no_longer_agreed() -> None:
    denial: tuple[str, str, Polarity] = (
        "Pale Brigade",
        "its gunners shelled the bridge at Brackwater on Monday evening",
        "denied",
    )
    three = [reading("a", BRIDGE_A), reading("b", BRIDGE_B), reading("c", denial)]
    found = agreement(three, origins("a", "b", "c"), NOTHING)
    assert says(found, "agreed") == []
    (contested,) = [s for s in found if s.standing == "contested"]
    assert "denied by Pale Brigade" in contested.says
    assert contested.against_origins == ("o-c",)
    assert "o-a" in contested.for_origins


def test_what_one_speaker_denies_in_two_reports_is_contested_once() -> None:
    words = "its gunners shelled the bridge at Brackwater on Monday evening"
    denials = [reading(name, ("Pale Brigade", words, "denied")) for name in ("b", "c")]
    found = agreement([reading("a", BRIDGE_A), *denials], origins("a", "b", "c"), NOTHING)
    (contested,) = [s for s in found if s.standing == "contested"]
    assert contested.against_origins == ("o-b", "o-c")


def test_what_is_perhaps_somebodys_words_is_not_the_outlets() -> None:
    sure = reading("a", BRIDGE_A, outlet="Wire")
    claim = sure.claims[0]
    unsure = msgspec.structs.replace(sure, claims=(msgspec.structs.replace(claim, score=0.4),))
    for one in (sure, unsure):
        assert {v.who for v in hear([one], origins("a"))} == {BRIDGE_A[0]}


def test_two_speakers_of_one_report_contest_each_other() -> None:
    said = "gunners of the Pale Brigade shelled the bridge at Brackwater on Monday"
    one = reading("a", ("Ana Belo", said), ("Colonel Denn", said, "denied"))
    found = [s for s in agreement([one], origins("a"), NOTHING) if s.standing == "contested"]
    assert found[0].says.endswith("Said by Ana Belo, denied by Colonel Denn.")
    assert found[0].for_origins == found[0].against_origins == ("o-a",)
    one = reading("a", ("Colonel Denn", said), ("Colonel Denn", said, "denied"))
    assert not [s for s in agreement([one], origins("a"), NOTHING) if s.says.startswith("“")]


def test_a_disputed_number_is_not_said_to_be_agreed() -> None:
    first = reading("a", ("Arn Tollow", "nine millers drowned when the weir at Brackwater broke on Monday"))
    second = reading("b", ("Lise Orrin", "four millers drowned when the weir at Brackwater broke on Monday"))
    assert all(
        "nine" not in s and "four" not in s
        for s in says(agreement([first, second], origins("a", "b"), NOTHING), "agreed")
    )


def account(
    name: str,
    low: float | None,
    high: float | None,
    *,
    wording: Wording = "exact",
    used: Literal["counts", "set aside"] = "counts",
) -> Account:
    return Account(
        id=f"acc-{name}-{low}",
        what="killed",
        of="people",
        group=None,
        low=low,
        high=high,
        wording=wording,
        origin=f"o-{name}",
        speaker=None,
        outlet=None,
        documents=(name,),
        grade=None,
        as_of=None,
        used=used,
        why="",
        passage=Passage(document=name, start=0, end=1, text="x"),
    )


def killed(minimum: float, best: float, maximum: float, *, contested: bool) -> dict[str, Range]:
    return {
        "killed": Range(minimum=minimum, best=best, maximum=maximum, origins=3, contested=contested, rule="airwars")
    }


def test_figures_give_what_all_grant_and_what_is_disputed() -> None:
    accounts = (
        account("a", 6, 8, wording="range"),
        account("b", 6, 6),
        account("c", 20, 20),
        account("d", 90, 90, used="set aside"),
    )
    weighing = Weighing(figures=killed(6, 6, 20, contested=True), accounts=accounts)
    found = agreement([], origins("a", "b", "c", "d"), weighing)
    assert says(found, "agreed") == ["At least six people were killed."]
    assert says(found, "contested") == ["How many were killed: six, or six to eight, or 20."]
    contested = next(s for s in found if s.standing == "contested")
    assert (contested.for_origins, contested.against_origins) == (("o-b",), ("o-a", "o-c"))


def test_a_number_of_one_speaker_in_two_reports_is_no_agreement() -> None:
    def found(*speakers: str) -> list[str]:
        told = tuple(msgspec.structs.replace(account(n, 6, 6), speaker=s) for n, s in zip("ab", speakers, strict=True))
        return says(
            agreement([], origins("a", "b"), Weighing(figures=killed(6, 6, 6, contested=False), accounts=told)),
            "agreed",
        )

    assert found("The Sea Office", "Sea Office") == []
    assert found("The Sea Office", "a nurse") == ["Six people were killed."]


def test_distances_and_sums_of_money_are_each_of_their_own() -> None:
    far = [msgspec.structs.replace(account(n, km, km), what="distance") for n, km in (("a", 40), ("b", 700))]
    figures = {"distance": killed(40, 40, 700, contested=True)["killed"]}
    assert agreement([], origins("a", "b"), Weighing(figures=figures, accounts=tuple(far))) == ()
    drones = [msgspec.structs.replace(account(n, k, k), what="drones") for n, k in (("a", 6), ("b", 10))]
    figures = {"drones": killed(6, 6, 10, contested=True)["killed"]}
    found = agreement([], origins("a", "b"), Weighing(figures=figures, accounts=tuple(drones)))
    assert [s.says for s in found] == ["At least six drones.", "How many drones: six, or ten."]


def test_one_report_may_bring_both_numbers() -> None:
    both = (account("a", 2, 2), msgspec.structs.replace(account("a", 8, 8), speaker="a nurse"))
    weighing = Weighing(figures=killed(2, 2, 8, contested=True), accounts=both)
    (found,) = agreement([], origins("a"), weighing)
    assert found.for_origins == found.against_origins == ("o-a",)


def test_an_undisputed_figure_is_stated_exactly() -> None:
    weighing = Weighing(figures=killed(1, 1, 1, contested=False), accounts=(account("a", 1, 1), account("b", 1, 1)))
    assert says(agreement([], origins("a", "b"), weighing), "agreed") == ["One person was killed."]


def test_day_and_place_that_origins_share_are_agreed() -> None:
    def placed(name: str) -> Reading:
        text = "Shells hit the mill at Brackwater on Monday."
        at = text.index("Brackwater")
        return Reading(
            document=Document(id=name, sha256="0", text=text, published="2031-05-06"),
            sentences=((0, len(text)),),
            places=(PlaceMention(start=at, end=at + 10, text="Brackwater", name="Brackwater"),),
            times=(
                TimeMention(start=len(text) - 7, end=len(text) - 1, text="Monday", type="DATE", value="2031-05-05"),
            ),
        )

    found = says(agreement([placed("a"), placed("b")], origins("a", "b"), NOTHING), "agreed")
    assert found[:2] == ["It was on 5 May 2031.", "It was at or near Brackwater."]
    assert says(agreement([placed("a"), placed("b")], origins("ab"), NOTHING), "agreed") == []


def test_a_night_alone_tells_no_day() -> None:
    def dated(name: str, text: str, words: str, value: str) -> Reading:
        at = text.index(words)
        time = TimeMention(start=at, end=at + len(words), text=words, type="TIME", value=value)
        document = Document(id=name, sha256="0", text=text, published="2031-05-09")
        return Reading(document=document, sentences=((0, len(text)),), times=(time,))

    nights = [
        dated("a", "Drones struck the depot overnight.", "overnight", "2031-05-08TNI"),
        dated("b", "An attack was repelled last night.", "last night", "2031-05-08TNI"),
    ]
    mornings = [
        dated("c", "Drones struck the depot this morning.", "this morning", "2031-05-09TMO"),
        dated("d", "Drones struck it on Friday.", "Friday", "2031-05-09"),
    ]
    assert not says(agreement(nights, origins("a", "b"), NOTHING), "agreed")
    found = says(agreement([*nights, *mornings], origins("a", "b", "c", "d"), NOTHING), "agreed")
    assert [s for s in found if "May" in s] == ["It was on 9 May 2031."]


def test_the_happening_is_called_what_most_origins_call_it() -> None:
    def told(name: str, text: str) -> Reading:
        at = text.index("Brackwater")
        place = PlaceMention(start=at, end=at + 10, text="Brackwater", name="Brackwater")
        return Reading(document=Document(id=name, sha256="0", text=text), sentences=((0, len(text)),), places=(place,))

    three = [
        told("a", "An air strike destroyed the mill at Brackwater."),
        told("b", "Strikes on Brackwater killed two."),
        told("c", "A fire after the raid destroyed half of Brackwater."),
    ]
    assert (
        says(agreement(three, origins("a", "b", "c"), NOTHING), "agreed")[0] == "The strike was at or near Brackwater."
    )


def test_rival_answers_are_contested() -> None:
    first = reading("a", ("Arn Tollow", "the depot was bombed by the Pale Brigade in the night"))
    second = reading("b", ("Lise Orrin", "the depot was bombed by the Seventh Fleet in the night"))
    assert "Who carried it out: Pale Brigade, or Seventh Fleet." in says(
        agreement([first, second], origins("a", "b"), NOTHING), "contested"
    )
    text = "It was carried out by the Army of Orm and two others."
    assert [text[start:end] for start, end in agents_at(text)] == ["Army of Orm"]
    assert targets_in("The Loom Guard, a band of weavers, suffered most of the losses.") == [
        "Loom Guard"
    ] or targets_in("The Loom Guard, a band of weavers, suffered most of the losses.") == ["The Loom Guard"]
    assert targets_in("Those killed on the road were mostly farmers from Dunfell.") == ["farmers from Dunfell"]


def test_common_questions_stay_open_until_somebody_answers_without_a_hedge() -> None:
    bare = reading("a", own="An air strike killed people on the ridge.")
    assert set(unanswered([bare])) == {
        "Whether any of the dead were civilians.",
        "Who gave the order.",
        "At what time of day it happened.",
        "Whether anyone was injured.",
        "Exactly where it happened.",
    }
    hedged = reading("b", own="General Ossian may have ordered the strike himself.")
    assert "Who gave the order." in set(unanswered([bare, hedged]))
    firm = reading(
        "c",
        own="General Ossian ordered the strike at 4.30 p.m. It killed two farmers and their children, and wounded a third.",
    )
    assert set(unanswered([bare, firm])) == {"Exactly where it happened."}
    assert list(unanswered([reading("d", own="The choir sang in the square.")])) == []


def test_statements_are_few_ordered_and_the_same_each_time() -> None:
    readings = [
        reading(
            c,
            *(
                (f"Speaker {c}{n}", f"the tower number {n} of Brackwater castle was struck by shells of the fleet")
                for n in range(9)
            ),
        )
        for c in "abcd"
    ]
    found = agreement(readings, origins("a", "b", "c", "d"), NOTHING)
    assert found == agreement(readings, origins("a", "b", "c", "d"), NOTHING)
    order = ["agreed", "contested", "unknown"]
    assert [s.standing for s in found] == sorted((s.standing for s in found), key=order.index)
    assert len(found) <= 13


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("governor had bridge closed 'at any price'", "Governor had bridge closed 'at any price'."),
        ("“We aimed at the mill, not at the school,”", "We aimed at the mill, not at the school."),
        ("'They burned the mill down on Friday", "They burned the mill down on Friday."),
        ('"Our men fired first," and it was "self-defence"', '"Our men fired first," and it was "self-defence".'),
        ("a driver called and said, 'The bridge is gone.'", "A driver called and said, 'The bridge is gone.'"),
    ],
)
def test_a_sentence_keeps_the_marks_of_a_quotation_inside_it(said: str, written: str) -> None:
    assert as_sentence(said) == written


def test_wordings() -> None:
    assert [number(n) for n in (0, 3, 12, 13, 2500, 2.5)] == ["none", "three", "twelve", "13", "2,500", "2.5"]
    assert amount(account("a", 6, 8, wording="range")) == "six to eight"
    assert amount(account("a", 6, None, wording="at_least")) == "at least six"
    assert amount(account("a", None, 4, wording="at_most")) == "up to four"
    assert amount(account("a", 7, 7, wording="about")) == "about seven"
    assert amount(account("a", 12, 24, wording="dozens")) == "dozens"
    assert question("destroyed: T-62 tanks") == "How many T-62 tanks were destroyed"
    assert at_least("destroyed: T-62 tanks", 1, exactly=False) == "T-62 tanks destroyed: at least one."
    assert (
        as_sentence("MERIDOCK, Sarvia (Tessel Wire) - Fire destroyed the works on Tuesday, killing seven.")
        == "Fire destroyed the works on Tuesday."
    )
    assert as_sentence("that the loft doors were chained") == "The loft doors were chained."
    assert as_sentence("the council in case it rained") is None
    assert as_sentence("too short") is None


@pytest.mark.parametrize(
    ("who", "written"),
    [
        ("Two relatives", "two relatives"),
        ("The mayor", "the mayor"),
        ("Residents", "residents"),
        ("Two Rivers Radio", "Two Rivers Radio"),
        ("The Lantern", "The Lantern"),
        ("Orla Venn", "Orla Venn"),
        ("army", "army"),
    ],
)
def test_a_described_speaker_stands_in_lower_case_behind_by(who: str, written: str) -> None:
    assert by(who) == written
