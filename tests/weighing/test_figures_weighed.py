from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.figures import find_figures
from sayso.records import (
    Certainty,
    Claim,
    Document,
    Origin,
    OriginLink,
    Origins,
    Range,
    Reading,
    RuleName,
    Span,
    Speaker,
    Weighing,
)
from sayso.weighing.figures import RULES, weigh
from sayso.weighing.figures.coding import coded

_SAID = re.compile(r"^(?P<who>[A-Z][\w ]*?) (?:said|reported) (?:that )?(?P<what>.*)$")


def report(
    name: str, text: str, published: str | None = None, outlet: str | None = None, certainty: Certainty = "certain"
) -> Reading:
    """A reading of sentences split at full stops; "X said Y" gives Y to the speaker X."""
    bounds: list[tuple[int, int]] = []
    claims: list[Claim] = []
    for match in re.finditer(r"[^.]+\.?", text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        bounds.append((start, match.end()))
        said = _SAID.match(match[0].strip())
        if said:
            who = start + said.start("who")
            source = Speaker(start=who, end=who + len(said["who"]), text=said["who"], entity=said["who"])
            content = Span.cut(text, start + said.start("what"), match.end())
            claims.append(Claim(id=f"c{start}", source=source, cue=None, content=(content,), certainty=certainty))
    return Reading(
        document=Document(id=name, sha256="0", text=text, published=published, outlet=outlet),
        claims=tuple(claims),
        figures=find_figures(text, bounds, claims),
        sentences=tuple(bounds),
    )


def roots(readings: list[Reading], same: dict[str, str] | None = None) -> Origins:
    """Every document its own origin, but for those that `same` sends to another one's."""
    same = same or {}
    links = tuple(
        OriginLink(
            id=r.document.id,
            origin=f"o-{same.get(r.document.id, r.document.id)}",
            relation="reprint" if r.document.id in same else "original",
            of=same.get(r.document.id),
        )
        for r in readings
    )
    held = {link.origin: tuple(x.id for x in links if x.origin == link.origin) for link in links}
    return Origins(documents=links, origins=tuple(Origin(id=k, documents=v) for k, v in held.items()))


def weighed(*readings: Reading, rule: RuleName = "airwars", **how: object) -> Weighing:
    return weigh(list(readings), roots(list(readings)), rule=rule, **how)  # type: ignore[arg-type]


def three(found: Range) -> tuple[float | None, float | None, float | None]:
    return found.minimum, found.best, found.maximum


def killed(*texts: str, rule: RuleName = "airwars") -> tuple[float | None, float | None, float | None]:
    readings = [report(f"d{i}", text, f"2031-03-0{i + 1}") for i, text in enumerate(texts)]
    return three(weighed(*readings, rule=rule).figures["killed"])


def test_nothing_claimed_is_unknown_not_zero() -> None:
    figures = weighed(report("d", "The road to Velde is closed.")).figures
    assert three(figures["killed"]) == three(figures["injured"]) == (None, None, None)


def test_harm_that_no_report_speaks_of_beside_counted_harm_is_none_and_says_so() -> None:
    injured = weighed(report("d", "Six people were killed.")).figures["injured"]
    assert three(injured) == (0, 0, 0)
    assert injured.reasons[-1].step == "Silence"


@pytest.mark.parametrize(
    "text", ["People were wounded.", "Six to eight people were wounded.", "At least nine people were hurt."]
)
def test_loose_counting_is_too_weak_to_make_silence_mean_none(text: str) -> None:
    assert weighed(report("d", text)).figures["killed"].minimum is None


def test_minimum_and_maximum_are_those_of_the_accounts() -> None:
    assert killed("Six people were killed.", "Eight people were killed.", "Eight people died.") == (6, 8, 8)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Children were killed.", (2, 2)),
        ("Dozens of people were killed.", (12, 24)),
        ("A large number of people were killed.", (12, 24)),
        ("Hundreds of people were killed.", (100, 200)),
        ("At least five people were killed.", (5, 5)),
        ("More than ten people were killed.", (10, 11)),
        ("Up to nine people were killed.", (9, 9)),
    ],
)
def test_airwars_codes_words(text: str, expected: tuple[int, int]) -> None:
    least, _, most = killed(text)
    assert (least, most) == expected


@pytest.mark.parametrize("rule", ["ucdp", "acled", "gtd"])
def test_the_other_rules_take_the_number_that_more_than_gives(rule: RuleName) -> None:
    assert killed("More than ten people were killed.", rule=rule) == (10, 10, 10)


def test_an_explicit_number_wins_over_a_vague_one() -> None:
    found = weighed(report("a", "Dozens of people were killed."), report("b", "Seven people were killed.")).figures[
        "killed"
    ]
    assert three(found) == (7, 7, 7)
    assert "Explicit over vague" in {reason.step for reason in found.reasons}


def test_the_missing_are_not_among_the_dead() -> None:
    figures = weighed(report("d", "Four people were killed. Nine people are missing under the rubble.")).figures
    assert three(figures["killed"]) == (4, 4, 4)
    assert three(figures["missing"]) == (9, 9, 9)


def test_mostly_children_is_half() -> None:
    assert weighed(report("d", "The raid killed 12 people, mostly children.")).figures["killed: children"].minimum == 6


def test_contested_status_counts_in_the_maximum_only_unless_the_perpetrator_alone_says_so() -> None:
    towns = "Town council said five civilians were killed. "
    independent = weighed(report("d", towns + "Hill Monitor said five fighters were killed.")).accounts
    by_army = weighed(report("d", towns + "The Army of Orin said five fighters were killed.")).accounts
    assert {a.used for a in independent if a.what == "killed: civilians"} == {"maximum only"}
    assert {a.used for a in by_army if a.what == "killed: civilians"} == {"counts"}


def test_parts_nest_in_their_total() -> None:
    figures = weighed(
        report("d", "The raid killed 12 people, among them 4 children. Two of the dead were nurses.")
    ).figures
    assert three(figures["killed"]) == (12, 12, 12)
    assert three(figures["killed: children"]) == (4, 4, 4)


def test_members_of_a_list_add_up() -> None:
    assert killed("His wife and two children were killed.") == (3, 3, 3)
    assert killed("The driver and two passengers died.") == (3, 3, 3)


def test_victims_told_one_by_one_are_counted_once_each() -> None:
    text = (
        "A shell killed Omar Belo, his wife Rana Belo and their son Samir Belo. Omar Belo, 40, was killed at the door. "
        "Neighbours mourned Rana Belo."
    )
    assert killed(text) == (3, 3, 3)


def test_a_number_and_the_names_that_fill_it_nest() -> None:
    text = "Rana Said was killed alongside her three children: 17-year-old Mo Said and 15-year-old Adel Said."
    assert killed(text) == (4, 4, 4)


def test_the_shot_who_died_are_not_among_the_injured() -> None:
    figures = weighed(report("d", "Six people were shot, one fatally.")).figures
    assert three(figures["killed"]) == (1, 1, 1)
    assert three(figures["injured"]) == (5, 5, 5)


def test_who_died_later_is_no_longer_injured() -> None:
    first = report("a", "Omar Belo, 31, was wounded in Tarbo.", "2031-03-01")
    second = report("b", "Omar Belo, 31, has died.", "2031-03-04")
    figures = weighed(first, second).figures
    assert three(figures["killed"]) == (1, 1, 1)
    assert three(figures["injured"]) == (0, 0, 0)


def test_a_later_figure_of_the_same_speaker_replaces_the_earlier_one() -> None:
    one = report("a", "Orin Rescue said four people were killed.", "2031-03-01", "Velde Post")
    two = report("b", "Orin Rescue said nine people were killed.", "2031-03-02", "Tarbo Radio")
    found = weighed(two, one)
    assert three(found.figures["killed"]) == (9, 9, 9)
    assert [a.used for a in found.accounts if a.what == "killed"] == ["superseded", "counts"]
    assert not found.figures["killed"].contested


def test_words_of_updating_replace_within_one_text() -> None:
    assert killed("Orin Rescue said four people were killed. Orin Rescue said the death toll rose to nine.") == (
        9,
        9,
        9,
    )


def test_several_speakers_in_one_text_are_accounts_of_their_own() -> None:
    found = weighed(report("d", "Orin Rescue said six people were killed. Hill Monitor said nine people were killed."))
    assert three(found.figures["killed"])[::2] == (6, 9)
    assert found.figures["killed"].origins == 2
    assert found.figures["killed"].contested
    assert {a.speaker for a in found.accounts if a.what == "killed"} == {"Orin Rescue", "Hill Monitor"}


def test_what_is_only_possible_counts_in_the_maximum_only() -> None:
    sure = report("a", "Orin Rescue said six people were killed.")
    maybe = report("b", "Hill Monitor said two people were killed.", certainty="possible")
    high = report("c", "Hill Monitor said eleven people were killed.", certainty="possible")
    assert three(weighed(sure, maybe).figures["killed"])[::2] == (6, 6)
    assert three(weighed(sure, high).figures["killed"])[::2] == (6, 11)


def test_background_and_denied_figures_do_not_count() -> None:
    assert killed("Six people were killed. Last year 400 people were killed. Ten people were not killed.") == (6, 6, 6)


def test_a_distrusted_source_is_set_aside_and_bears_on_nobody_else() -> None:
    text = "Orin Rescue said six people were killed. Hill Monitor said nine people were killed."
    found = weighed(report("d", text), distrusted=["hill  monitor"])
    assert three(found.figures["killed"]) == (6, 6, 6)
    (aside,) = [a for a in found.accounts if a.used == "set aside"]
    assert aside.speaker == "Hill Monitor"
    assert "distrusted" in aside.why
    outlet = weighed(
        report("a", "Six people died.", outlet="Velde Post"), report("b", "Ten people died."), distrusted=["Velde Post"]
    )
    assert three(outlet.figures["killed"]) == (10, 10, 10)


def test_grades_are_shown_and_break_ties() -> None:
    one, two = (
        report("a", "Six people died.", outlet="Velde Post"),
        report("b", "Ten people died.", outlet="Tarbo Radio"),
    )
    found = weighed(one, two, grades={"velde post": "D", "TARBO RADIO": "B2"})
    assert found.figures["killed"].best == 10
    assert {a.outlet: a.grade for a in found.accounts if a.what == "killed"} == {"Velde Post": "D", "Tarbo Radio": "B2"}
    assert weighed(one, two, grades={"Velde Post": "A"}).figures["killed"].best == 6


@pytest.mark.parametrize("rule", ["airwars", "gtd"])
@pytest.mark.parametrize(("grade", "best"), [("C", 6), ("D", 10), ("E4", 10)])
def test_a_source_known_to_be_bad_comes_after_one_that_nobody_judged(grade: str, best: int, rule: RuleName) -> None:
    one = report("a", "Six people died.", outlet="Velde Post")
    two = report("b", "Ten people died.", outlet="Tarbo Radio")
    assert weighed(one, two, grades={"Velde Post": grade}, rule=rule).figures["killed"].best == best


def test_an_account_that_a_person_confirmed_counts_and_is_no_longer_proposed() -> None:
    reading = report("d", "Six people were killed. Four people were killed at the gate.")
    (part,) = [a for a in weighed(reading).accounts if a.used == "folded"]
    found = weighed(reading, decided=[part.id])
    assert {a.id: (a.used, a.proposed) for a in found.accounts}[part.id] == ("counts", False)
    assert found.figures["killed"].minimum == 4


def test_ucdp_lets_a_party_to_the_fight_set_the_high_figure_only() -> None:
    text = "Hill Monitor said nine people were killed. The Orin Army said four people were killed."
    found = weighed(report("d", text), rule="ucdp").figures["killed"]
    assert three(found) == (9, 9, 9)
    assert "Parties" in {reason.step for reason in found.reasons}
    more = "Hill Monitor said nine people were killed. The Orin Army said forty people were killed."
    assert three(weighed(report("d", more), rule="ucdp").figures["killed"]) == (9, 9, 40)


def test_acled_takes_the_most_conservative_figure_and_no_injured() -> None:
    figures = weighed(
        report("a", "Dozens of people were killed. Nine people were wounded."),
        report("b", "Tens of people died."),
        rule="acled",
    ).figures
    assert figures["killed"].best == 10
    assert three(figures["injured"]) == (None, None, None)


def test_gtd_takes_the_majority_then_the_latest_then_the_lowest() -> None:
    assert killed("Six people died.", "Nine people died.", "Six people died.", rule="gtd") == (6, 6, 9)
    assert killed("Six people died.", "Nine people died.", rule="gtd") == (6, 9, 9)
    undated = [report("a", "Six people died."), report("b", "Nine people died.")]
    assert three(weighed(*undated, rule="gtd").figures["killed"]) == (6, 6, 9)


def test_things_have_keys_of_their_own() -> None:
    figures = weighed(report("d", "The strike destroyed one to two T-62 tanks and killed six to eight people.")).figures
    assert three(figures["destroyed: T-62 tanks"])[::2] == (1, 2)
    assert three(figures["killed"])[::2] == (6, 8)


def test_reasons_are_sentences_that_lead_to_passages() -> None:
    reading = report("d", "Orin Rescue said six people were killed. Hill Monitor said dozens of people were killed.")
    for found in weighed(reading).figures.values():
        assert found.reasons
        for reason in found.reasons:
            assert reason.says.endswith(".")
            for passage in reason.passages:
                assert reading.document.text[passage.start : passage.end] == passage.text


NUMBERS = st.sampled_from(
    ["two", "six", "9", "14", "dozens of", "at least 5", "up to 30", "three to seven", "about 40"]
)
HARM = st.sampled_from(["were killed", "were wounded", "were shot", "are missing", "died"])
SPEAKERS = st.sampled_from(["", "Orin Rescue said ", "Hill Monitor said ", "The Orin Army said "])
SENTENCE = st.builds(lambda who, n, harm: f"{who}{n} people {harm}.", SPEAKERS, NUMBERS, HARM)
TEXTS = st.lists(st.lists(SENTENCE, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=4)
DATES = ("2031-03-01", "2031-03-02", None)


def made(texts: list[str]) -> list[Reading]:
    return [report(f"d{i}", text, DATES[i % 3], f"Outlet {i % 2}") for i, text in enumerate(texts)]


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(RULES))
def test_every_number_is_a_claimed_value_and_minimum_best_maximum_are_in_order(
    texts: list[str], rule: RuleName
) -> None:
    readings = made(texts)
    found = weigh(readings, roots(readings), rule=rule)
    for key, value in found.figures.items():
        claimed = {n for a in found.accounts if a.what == key for n in coded(a, rule)} | {0}
        assert set(three(value)) <= claimed | {None}
        if value.minimum is not None and value.best is not None and value.maximum is not None:
            assert value.minimum <= value.best <= value.maximum


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.sampled_from(RULES), st.randoms(use_true_random=False))
def test_the_order_of_documents_never_matters(texts: list[str], rule: RuleName, random: object) -> None:
    readings = made(texts)
    shuffled = list(readings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert weigh(readings, roots(readings), rule=rule) == weigh(shuffled, roots(shuffled), rule=rule)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.sampled_from(RULES))
def test_a_reprint_of_the_same_origin_changes_nothing_but_the_documents(texts: list[str], rule: RuleName) -> None:
    readings = made(texts)
    copy = report("copy", texts[0], DATES[0], "Outlet 0")
    alone = weigh(readings, roots(readings), rule=rule)
    both = weigh([*readings, copy], roots([*readings, copy], {"copy": "d0"}), rule=rule)
    assert {k: (*three(v), v.origins, v.contested) for k, v in alone.figures.items()} == {
        k: (*three(v), v.origins, v.contested) for k, v in both.figures.items()
    }
    assert [a.id for a in alone.accounts] == [a.id for a in both.accounts]


def test_accounts_are_told_apart() -> None:
    readings = made(["Two people were killed. 9 people were killed.", "Hill Monitor said six people died."])
    names = [a.id for a in weigh(readings, roots(readings)).accounts]
    assert all(one != two for one, two in itertools.combinations(names, 2))


def test_a_correction_by_the_same_outlet_is_no_second_source() -> None:
    first = report("a", "The hospital director said 21 people were wounded.", "2031-03-01", "Velde Wire")
    mended = report("b", "Correction. Ilse Maran said 12 people were wounded.", "2031-03-01", "Velde Wire")
    for order in ([first, mended], [mended, first]):
        found = weigh(order, roots(order, {"b": "a"}))
        assert three(found.figures["injured"]) == (12, 12, 12)
        assert {a.used for a in found.accounts if a.low == 21} == {"superseded"}


def test_reports_of_one_origin_give_one_account_of_one_number_whoever_they_name() -> None:
    wire = report("a", "The hospital director said 21 people were wounded.", "2031-03-01", "Velde Wire")
    rewrite = report(
        "b", "Some 21 people were hurt. Officials said 21 people were wounded.", "2031-03-02", "Tarbo Post"
    )
    found = weigh([wire, rewrite], roots([wire, rewrite], {"b": "a"}))
    assert [a.documents for a in found.accounts if a.wording == "exact"] == [("a", "b")]


def test_a_distrusted_author_is_set_aside() -> None:
    reading = report("a", "Six people died.")
    signed = Reading(
        document=Document(id="a", sha256="0", text=reading.document.text, author="Hill Monitor"),
        figures=reading.figures,
        sentences=reading.sentences,
    )
    assert weighed(signed, distrusted=["Hill Monitor"]).figures["killed"].minimum is None


def test_it_said_is_no_speaker_of_its_own() -> None:
    found = weighed(report("a", "It said six people were killed.", outlet="Velde Post"))
    assert {a.speaker for a in found.accounts} == {None}
