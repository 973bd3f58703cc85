"""What a title counts, and how far it bounds what the text below it tells."""

from __future__ import annotations

import re
import time

import pytest

from sayso.reading.figures import find_figures, find_headline
from sayso.records import Claim, Document, Origin, OriginLink, Origins, Reading, Span, Speaker, Weighing
from sayso.weighing.figures import weigh


def report(name: str, title: str, text: str, published: str | None = None) -> Reading:
    bounds = [(m.start(), m.end()) for m in re.finditer(r"[^.\s][^.]*\.?", text)]
    return Reading(
        document=Document(id=name, sha256="0", text=text, title=title, published=published),
        figures=find_figures(text, bounds, ()),
        headline=find_headline(title, text),
        sentences=tuple(bounds),
    )


def weighed(*readings: Reading) -> Weighing:
    """Weigh reports that each are an origin of their own."""
    links = tuple(
        OriginLink(id=r.document.id, origin=f"o-{r.document.id}", relation="original", of=None) for r in readings
    )
    return weigh(
        list(readings),
        Origins(documents=links, origins=tuple(Origin(id=x.origin, documents=(x.id,)) for x in links)),
    )


def best(what: str, *readings: Reading) -> tuple[float | None, float | None, float | None]:
    found = weighed(*readings).figures[what]
    return found.minimum, found.best, found.maximum


def test_more_than_the_title_counts_may_be_others_and_bears_on_the_maximum_only() -> None:
    one = report(
        "a", "Two killed at Tarbo mill", "Two men were killed at the mill. Nine people died in Tarbo overnight."
    )
    assert best("killed", one) == (2, 2, 9)
    (beyond,) = [a for a in weighed(one).accounts if a.what == "killed" and a.low == 9]
    assert (beyond.used, beyond.why) == ("maximum only", "The title counts 2; this may count others too.")


@pytest.mark.parametrize("title", ["Two hurt at Tarbo mill", "Four people shot at Tarbo mill"])
def test_a_title_that_tells_of_the_hurt_alone_says_that_nobody_died(title: str) -> None:
    text = "Police look for the gunman. A baker, Omar Belo, was killed in Velde on the same road."
    assert best("killed", report("a", title, text)) == (0, 0, 1)


def test_a_death_that_came_after_the_title_counts() -> None:
    text = "Two men were wounded at the mill. One of the men later died."
    assert best("killed", report("a", "Two hurt at Tarbo mill", text))[1] == 1


@pytest.mark.parametrize(
    ("title", "text", "dead"),
    [
        (
            "Second victim of Tarbo shooting dies",
            "A woman hurt at the mill has died. Omar Belo was killed on the spot.",
            2,
        ),
        ("2nd victim of Tarbo shooting dies", "Police named nobody.", 2),
        (
            "Father kills his son, himself in Tarbo",
            "Omar Belo killed his son Samir Belo, 9. Belo then killed himself.",
            2,
        ),
    ],
)
def test_a_title_of_a_later_death_or_of_a_killers_own_counts_not_all(title: str, text: str, dead: int) -> None:
    assert best("killed", report("a", title, text))[1] == dead


def test_a_number_of_a_title_stands_where_the_text_has_a_vague_word_only() -> None:
    assert best("injured", report("a", "Four hurt in Tarbo", "All victims were injured."))[1] == 4


def test_who_is_hurt_in_one_report_and_dead_in_another_that_counts_as_many_is_dead() -> None:
    first = report("a", "Mill closed", "A man was killed. A woman was wounded.", "2031-03-01")
    later = report("b", "Mill open again", "Two people were killed.", "2031-03-04")
    found = weighed(first, later)
    (hurt,) = [a for a in found.accounts if a.what == "injured"]
    assert (hurt.used, "they died since" in hurt.why) == ("superseded", True)
    more = report("b", "Mill open again", "Three people were killed.", "2031-03-04")
    (hurt,) = [a for a in weighed(first, more).accounts if a.what == "injured"]
    assert (hurt.used, "they died since" in hurt.why) == ("maximum only", False)


def test_a_number_given_as_such_is_not_taken_for_people_told_one_by_one() -> None:
    first = report("a", "Mill closed", "One person was killed. Nine people were wounded.", "2031-03-01")
    later = report("b", "Mill open again", "Ten people were killed.", "2031-03-04")
    assert {a.used for a in weighed(first, later).accounts if a.what == "injured"} == {"counts"}


def test_a_later_report_of_a_death_replaces_a_smaller_number() -> None:
    first = report("a", "One killed, one hurt at Tarbo mill", "A man was killed and a woman was hurt.", "2031-03-01")
    later = report("b", "Second victim dies after mill attack", "A second victim has died.", "2031-03-04")
    assert best("killed", first, later) == (2, 2, 2)
    (old,) = [a for a in weighed(first, later).accounts if a.what == "killed" and a.high == 1 and a.used != "folded"]
    assert (old.used, "tells of a death since" in old.why) == ("superseded", True)
    earlier = report("b", "Second victim dies after mill attack", "A second victim has died.", "2031-02-27")
    assert best("killed", first, earlier)[0] == 1


def test_a_difference_that_one_death_does_not_explain_stays() -> None:
    first = report("a", "Five killed at Tarbo mill", "Five people were killed.", "2031-03-01")
    later = report("b", "Wounded baker dies after mill attack", "Forty people were killed at the mill.", "2031-03-04")
    assert [a.used for a in weighed(first, later).accounts if a.what == "killed" and a.high == 5] == ["counts"]


def test_two_strikes_may_be_one_happening() -> None:
    one = report("a", "Four killed at market", "Four people were killed at the market.")
    two = report("b", "Nine killed as two strikes hit market", "Nine people were killed.")
    assert [a.used for a in weighed(one, two).accounts if a.what == "killed" and a.high == 9] == ["counts"]


def test_silence_outweighs_neither_a_named_source_nor_a_person() -> None:
    silent = [report(n, "One dead at Tarbo mill", "One person was killed at the mill.") for n in "bc"]
    text = "A baker was killed. Two women were wounded, the coroner said."
    at, end = text.index("Two"), text.index(",")
    coroner = Speaker(start=text.index("the coroner"), end=text.index(" said"), text="the coroner", entity="coroner")
    said = Claim(id="c1", source=coroner, cue=None, content=(Span.cut(text, at, end),), certainty="certain")
    bounds = ((0, 19), (20, len(text)))
    quoted = Reading(
        document=Document(id="a", sha256="0", text=text), claims=(said,), figures=find_figures(text, bounds, [said]),
        sentences=bounds,
    )  # fmt: skip
    assert best("injured", quoted, *silent)[1] == 2
    told = report("a", "Baker killed at mill", "A baker was killed. A woman was wounded.")
    alone = Origins(documents=(), origins=())
    found = weigh([told, *silent], alone)
    (hurt,) = [a for a in found.accounts if a.what == "injured"]
    assert found.figures["injured"].best == 0
    assert weigh([told, *silent], alone, decided=[hurt.id]).figures["injured"].best == 1


def test_a_report_that_sums_several_happenings_bounds_one_of_them() -> None:
    alone = report("a", "Teen killed on Vine Street", "A teenager was shot dead on Vine Street.")
    sums = report("b", "Nine dead in two shootings", "Nine people were killed in Tarbo.")
    assert best("killed", alone, sums) == (1, 1, 9)
    assert best("killed", sums) == (9, 9, 9)  # with nothing beside it there is nothing to bound


def test_most_origins_silent_on_the_injured_leave_those_told_one_by_one_in_the_maximum() -> None:
    told = report("a", "Baker killed at mill", "A baker was killed. A woman was wounded.")
    silent = [report(n, "One dead at Tarbo mill", "One person was killed at the mill.") for n in "bc"]
    assert best("injured", told) == (1, 1, 1)
    assert best("injured", told, *silent) == (0, 0, 1)
    (hurt,) = [a for a in weighed(told, *silent).accounts if a.what == "injured"]
    assert hurt.why.endswith("2 other origins count the killed and speak of nobody injured: in the maximum only.")
    stated = report("a", "Baker killed at mill", "A baker was killed. Two women were wounded.")
    assert best("injured", stated, silent[0]) == (2, 2, 2)  # a number stated yields to twice as many only
    assert best("injured", stated, *silent) == (0, 0, 2)


def test_the_dead_told_one_by_one_do_not_yield_to_silence() -> None:
    told = report("a", "Attack at mill", "A baker, Omar Belo, was killed at the mill. Two women were wounded.")
    silent = [report(n, "Two hurt at Tarbo mill", "Two women were wounded at the mill.") for n in "bcd"]
    assert best("killed", told, *silent)[2] == 1
    assert next(a for a in weighed(told, *silent).accounts if a.what == "killed").used == "counts"


def test_nobody_hurt_means_that_nobody_died() -> None:
    assert best("killed", report("a", "Shots fired at Tarbo mill", "Nobody was hurt."))[1] == 0
    assert best("killed", report("a", "Attack at mill", "At least four people were wounded."))[1] is None


def test_a_trade_in_a_title_is_no_name() -> None:
    one = report("a", "Baker killed at Tarbo mill", "A baker, Omar Belo, 44, was killed at the mill.")
    assert best("killed", one) == (1, 1, 1)


def test_one_endless_sentence_is_weighed_in_time() -> None:
    text = "He killed two guards and a baker and then and " + "before he and she and " * 8_000 + "left."
    began = time.process_time()
    assert best("killed", report("a", "Mill closed", text))[1] == 3
    assert time.process_time() - began < 20
