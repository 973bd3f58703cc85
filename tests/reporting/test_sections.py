"""Map, reactions, cast, and what stands around the scores."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import msgspec
import pytest

from sayso.explaining import panel, parse_matrix, score
from sayso.records import CaseView, HypothesisLink, Indicator, PlaceMention, PostMortem, RowPull, Statement
from sayso.reporting.blocks import Map, Paragraph, Section, Standings, Table, Voices
from sayso.reporting.dossier import blocks_of, build, section_of


def _section(view: CaseView, name: str) -> Section:
    found = section_of(build(view), name)
    assert found is not None
    return found


def _map(view: CaseView) -> Map:
    return blocks_of(build(view), Map)[0]


def _located(view: CaseView, *spots: tuple[str, float, float]) -> CaseView:
    """The same case in which the first document names these places, and no other is on the map."""
    main = max(view.incidents, key=lambda i: len(i.documents))
    readings = []
    for reading in view.readings:
        text = reading.document.text
        places = tuple(
            PlaceMention(start=i, end=i + 1, text=text[i : i + 1], name=name, lat=lat, lon=lon, precision="settlement")
            for i, (name, lat, lon) in enumerate(spots if reading.document.id == main.documents[0] else ())
        )
        readings.append(msgspec.structs.replace(reading, places=places))
    return msgspec.structs.replace(view, readings=tuple(readings))


def test_places_lie_where_their_coordinates_say(view: CaseView) -> None:
    drawn = _map(
        _located(view, ("Middle", 30.0, 40.0), ("North", 31.0, 40.0), ("East", 30.0, 41.0), ("Far", 52.0, 13.0))
    )
    spots = {s.label: s for s in drawn.spots}
    assert set(spots) == {"Middle", "North", "East"}
    assert spots["North"].y < spots["Middle"].y == spots["East"].y
    assert spots["East"].x > spots["Middle"].x == spots["North"].x
    # A degree of longitude is shorter than one of latitude by the cosine of the latitude.
    ratio = (spots["East"].x - spots["Middle"].x) / (spots["Middle"].y - spots["North"].y)
    assert ratio == pytest.approx(math.cos(math.radians(30)), rel=0.02)
    # The scale is as long as it says: a degree of latitude is 111.32 km.
    kilometre = (spots["Middle"].y - spots["North"].y) / 111.32
    assert drawn.scale_width == pytest.approx(drawn.scale * kilometre, rel=0.02)
    assert drawn.beyond == ("Far (3,210 km north-west)",)
    for lines in (drawn.meridians, drawn.parallels):
        assert 2 <= len(lines) <= 7
    assert all(0 <= s.x <= drawn.width and 0 <= s.y <= drawn.height for s in drawn.spots)


def test_labels_do_not_touch(view: CaseView) -> None:
    spots = _map(_located(view, *((f"Village {i}", 30 + i / 500, 40 + i / 500) for i in range(6)))).spots
    lines = sorted(s.y + s.lift for s in spots)
    assert all(b - a >= 11.9 for a, b in pairwise(lines))


def test_one_place_alone_and_places_across_the_date_line_are_drawn(view: CaseView) -> None:
    assert len(_map(_located(view, ("Only", -80.0, 10.0))).spots) == 1
    spots = {s.label: s.x for s in _map(_located(view, ("West", 0.0, 179.5), ("East", 0.0, -179.5))).spots}
    assert spots["West"] < spots["East"]


def test_no_map_is_drawn_of_nothing(view: CaseView) -> None:
    assert section_of(build(_located(view)), "map") is None


def test_who_stands_against_whom_is_said(bundled: dict[str, CaseView]) -> None:
    rows = [row for block in blocks_of(build(bundled["exercise"]), Standings) for row in block.rows]
    contested = [row for row in rows if row.standing == "contested"]
    assert contested
    assert all(row.between and " against " in row.between for row in contested)
    assert all(row.between is None for row in rows if row.standing == "agreed")


def test_reactions_are_words_of_judgement(bundled: dict[str, CaseView]) -> None:
    block = next(b for b in _section(bundled["al-tanf-2017"], "reactions").blocks if isinstance(b, Voices))
    said = {row.speaker: row.words.text for row in block.rows}
    assert "unlawful" in said["Sergey Lavrov"]
    assert "unacceptable" in said["Gennady Gatilov"]
    assert not any("six and eight" in words for words in said.values())


def test_offices_and_allegiances_are_the_documents_words(bundled: dict[str, CaseView]) -> None:
    table = next(
        b for b in _section(bundled["al-tanf-2017"], "cast").blocks if isinstance(b, Table) and b.id == "actors"
    )
    called = {row[0].runs[0].text: row[2] for row in table.rows}
    assert "foreign minister of Russia" in called["Sergey Lavrov"].runs[0].text
    assert all(run.theirs for run in called["Sergey Lavrov"].runs)
    assert called["Sergey Lavrov"].notes
    assert table.folded is None


def test_all_that_was_judged_stands_around_the_scores(view: CaseView) -> None:
    ann = parse_matrix("e,A,B,C\n1,CC,I,N\n2,C,II,N\n3,N,,I\n", "m")
    bo = parse_matrix("e,A,B,C\n1,I,I,N\n2,C,II,N\n3,N,,I\n", "m")
    matrix = msgspec.structs.replace(ann, links=(HypothesisLink(first="A", second="C", kind="overlaps"),))
    full = msgspec.structs.replace(
        view,
        matrix=matrix,
        verdict=score(matrix, yardstick="phia"),
        panel=panel({"Ann": ann, "Bo": bo}, ann),
        indicators=(
            Indicator(says="Tracks appear", by="2034-12-01", ratings={"A": "CC"}, who="Ann", made="2034-09-18", probability=0.7),
        ),
        post_mortem=PostMortem(
            true=("B",), note="Inquiry", who="Ann", when="2035-01-01", probabilities={"A": 0.7, "B": 0.2, "C": 0.1}, led=False,
            brier=1.14, even=0.667, rival="A", misled=(RowPull(evidence="1", source=None, origin=None, pull=-1.1),), helped=(),
        ),
    )  # fmt: skip
    why = _section(full, "why")
    text = " ".join(r.text for b in why.blocks if isinstance(b, Paragraph) for s in b.sentences for r in s.runs)
    assert "A and C do not exclude each other" in text
    assert re.search(r"puts? [ABC] ahead|[ABC] would be ahead", text)
    assert "E1 for A: Ann CC, Bo I" in text
    assert "B turned out true. Inquiry." in text
    assert "Rows that pulled towards A instead: E1" in text
    tables = {b.id for b in why.blocks if isinstance(b, Table)}
    assert {"analysts", "indicators"} <= tables
    method = " ".join(
        r.text for b in _section(full, "method").blocks if isinstance(b, Paragraph) for s in b.sentences for r in s.runs
    )
    assert "PHIA" in method


def test_an_origin_that_is_one_speaker_in_a_text_is_called_by_that_speaker(view: CaseView) -> None:
    first, *rest = view.weighing.accounts
    own = msgspec.structs.replace(first, origin="origin-0123", speaker="the harbour master")
    weighing = msgspec.structs.replace(view.weighing, accounts=(own, *rest))
    known = view.origins.origins[0].id
    statement = Statement(
        standing="contested",
        says="How many were killed: two, or four.",
        for_origins=("origin-0123",),
        against_origins=(known,),
        passages=(own.passage,),
    )
    changed = msgspec.structs.replace(view, weighing=weighing, statements=(statement,))
    row = blocks_of(build(changed), Standings)[0].rows[0]
    assert row.between is not None
    assert row.between.startswith("Harbour master against ")
    assert "origin-" not in row.between
