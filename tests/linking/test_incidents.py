"""Incidents among fictional local reports."""

from __future__ import annotations

import random

import pytest

from sayso.linking.incidents import group_incidents
from sayso.linking.incidents.description import claimed_day, claimed_place
from sayso.linking.incidents.joining import link
from sayso.linking.incidents.scoring import COMPARISONS, log_odds, prior_shift
from sayso.records import Document, IncidentGroup, PlaceMention, Reading, TimeMention

FIRE = (
    (
        "f1",
        "2031-05-06",
        "Fire at rope works kills seven in Meridock",
        "A fire destroyed the rope works on Lantern Quay in Meridock on Tuesday. Harbour master Orla Venn said that seven workers died.",
    ),
    (
        "f2",
        "2031-05-07",
        "Meridock mourns rope workers",
        "Meridock lit candles on Lantern Quay for the seven who died when the rope works burned on Tuesday. Orla Venn spoke at the quay.",
    ),
    (
        "f3",
        "2031-05-20",
        "Owner of rope works charged",
        "Tove Halden, who owned the rope works on Lantern Quay in Meridock, was charged over the fire of 6 May that killed seven workers.",
    ),
)
CRASH = (
    (
        "c1",
        "2031-05-06",
        "Two hurt as tram leaves rails in Brackwater",
        "A tram left the rails at Weir Street in Brackwater on Tuesday. The driver, Pell Ostrom, 44, and a girl of six were hurt.",
    ),
    (
        "c2",
        "2031-05-06",
        "Brackwater tram overturns",
        "Pell Ostrom, the driver of line 9, was hurt on Tuesday when a tram overturned on Weir Street, Brackwater. A six-year-old girl broke an arm.",
    ),
)
ROBBERY = (
    (
        "r1",
        "2031-05-09",
        "Jeweller robbed at Fennhold",
        "Three masked men robbed the jeweller Silas Marne at Fennhold on Friday. They left in a green van. Nobody was hurt.",
    ),
)


def reading(name: str, published: str | None, title: str, text: str) -> Reading:
    return Reading(document=Document(id=name, sha256="0", title=title, published=published, text=text))


READINGS = tuple(reading(*row) for row in (*FIRE, *CRASH, *ROBBERY))


def partition(groups: tuple[IncidentGroup, ...]) -> set[frozenset[str]]:
    return {frozenset(g.documents) for g in groups}


TRUE = {frozenset({"f1", "f2", "f3"}), frozenset({"c1", "c2"}), frozenset({"r1"})}


def test_reports_of_one_happening_join_and_others_stay_apart() -> None:
    assert partition(group_incidents(READINGS)) == TRUE


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_input_does_not_matter(seed: int) -> None:
    shuffled = random.Random(seed).sample(READINGS, len(READINGS))
    groups = group_incidents(shuffled)
    assert partition(groups) == TRUE
    by_id = {g.id: (g.date, g.place) for g in group_incidents(READINGS)}
    assert {g.id: (g.date, g.place) for g in groups} == by_id
    first = {r.document.id: i for i, r in enumerate(shuffled)}
    assert [first[g.documents[0]] for g in groups] == sorted(first[g.documents[0]] for g in groups)


def test_every_document_falls_in_exactly_one_group() -> None:
    groups = group_incidents(READINGS)
    assert sorted(i for g in groups for i in g.documents) == sorted(r.document.id for r in READINGS)


def test_date_and_place_are_those_most_documents_claim_and_are_proved() -> None:
    fire = next(g for g in group_incidents(READINGS) if "f1" in g.documents)
    assert (fire.date, fire.place) == ("2031-05-06", "Meridock")
    texts = {r.document.id: r.document.text for r in READINGS}
    shown = [p for r in fire.reasons for p in r.passages]
    assert {p.text for p in shown} >= {"Tuesday", "6 May"}
    assert all(texts[p.document][p.start : p.end] == p.text for p in shown)


def test_times_and_places_of_the_reading_are_used() -> None:
    text = "Guns fired on the ridge, and two shepherds were killed there. Vellum is the nearest town."
    document = Document(id="x", sha256="0", text=text, published="2031-06-02")
    at = text.index("the ridge")
    filled = Reading(
        document=document,
        times=(TimeMention(start=0, end=4, text="Guns", type="DATE", value="2031-06-01"),),
        places=(
            PlaceMention(start=at, end=at + 9, text="the ridge", name="Korra Ridge", precision="point"),
            PlaceMention(start=at, end=at + 9, text="the ridge", name="Sarvia", precision="country"),
        ),
    )
    (group,) = group_incidents([filled])
    assert (group.date, group.place) == ("2031-06-01", "Korra Ridge")


def test_unknown_stays_unknown() -> None:
    (group,) = group_incidents([reading("x", None, "", "nothing is told here of when or where")])
    assert (group.date, group.place, group.reasons) == (None, None, ())
    (bare,) = group_incidents([reading("x", None, "Blast", "A mine exploded on Tuesday, killing a shepherd.")])
    assert bare.date is None


def test_a_day_after_publication_is_no_day_of_the_happening() -> None:
    (group,) = group_incidents(
        [
            reading(
                "x",
                "2031-05-07",
                "",
                "The trial over the fire starts on 9 June 2031. The fire killed seven on 6 May 2031.",
            )
        ]
    )
    assert group.date == "2031-05-06"


def test_nothing_in_nothing_out() -> None:
    assert group_incidents([]) == ()


def test_comment_without_a_day_joins_the_only_incident_of_its_place() -> None:
    comment = reading(
        "k", None, "Bishop speaks", "Bishop Arn Tollow prayed for peace in Meridock. Ropes can be made again, he said."
    )
    groups = partition(group_incidents([*READINGS, comment]))
    assert frozenset({"f1", "f2", "f3", "k"}) in groups


def test_two_happenings_at_one_place_on_different_days_stay_apart() -> None:
    later = reading(
        "z",
        "2031-08-12",
        "Gull eggs stolen",
        "Thieves hit the bird islands at Meridock on 11 August 2031 and took forty eggs. A warden, Lise Orrin, was shot at.",
    )
    assert frozenset({"z"}) in partition(group_incidents([*READINGS, later]))


def test_average_linkage_joins_what_agrees_on_the_whole() -> None:
    assert link({(0, 1): 2.0, (1, 2): 2.0, (0, 2): 2.0}, 3, 0.0) == [[0, 1, 2]]
    # One strong bridge between two groups does not join them: the other pairs were never candidates.
    odds = {(0, 1): 3.0, (2, 3): 3.0, (1, 2): 2.0}
    assert link(odds, 4, 0.0) == [[0, 1], [2, 3]]
    assert link({}, 2, 0.0) == [[0], [1]]


def test_the_model_prefers_what_it_should() -> None:
    nothing = (0.0,) * len(COMPARISONS)
    assert log_odds(nothing) < -5
    for good in ("words", "title", "streets", "rarest"):
        better = tuple(1.0 if c == good else 0.0 for c in COMPARISONS)
        assert log_odds(better) > log_odds(nothing)
    for bad in ("other ages", "days"):
        worse = tuple(1.0 if c == bad else 0.0 for c in COMPARISONS)
        assert log_odds(worse) < log_odds(nothing)
    assert prior_shift(10) > prior_shift(100) > prior_shift(10_000)


def test_where_people_were_brought_is_not_where_it_happened() -> None:
    texts = {
        "b1": "A ferry sank near Quillon on Tuesday. Twelve survivors were taken to Brackwater.",
        "b2": "The ferry capsized at Quillon, a diver said. A doctor at the clinic in Brackwater said that nine were there.",
        "b3": "A man who survived said by phone from a hospital in Brackwater that the ferry was hit near Quillon.",
    }

    def read(name: str, text: str) -> Reading:
        places = tuple(
            PlaceMention(start=at, end=at + len(place), text=place, name=place)
            for place in ("Quillon", "Brackwater")
            if (at := text.find(place)) >= 0
        )
        document = Document(id=name, sha256="0", title="The ferry", published="2031-05-06", text=text)
        return Reading(document=document, places=tuple(sorted(places, key=lambda p: p.start)))

    found = claimed_place([read(*row) for row in texts.items()])
    assert found is not None
    assert found.value == "Quillon"


def test_a_night_yields_to_a_day_that_is_named_as_often() -> None:
    def told(name: str, words: str, value: str) -> Reading:
        text = f"Drones struck the depot {words}."
        time = TimeMention(start=24, end=24 + len(words), text=words, type="TIME", value=value)
        return Reading(document=Document(id=name, sha256="0", text=text, published="2031-05-09"), times=(time,))

    found = claimed_day([told("a", "overnight", "2031-05-08TNI"), told("b", "on Friday", "2031-05-09")])
    assert found is not None
    assert found.value == "2031-05-09"
