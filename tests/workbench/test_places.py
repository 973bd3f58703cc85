from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from sayso.errors import InputRefused, UsageError
from sayso.records import PlaceMention
from sayso.workbench import Case, add_places, added_places, pin_place

REPORT = "Two trucks were hit near Tell Okrin in Syria on Monday, the ministry said. Smoke rose over the Old Mill."
TABLE = "name,lat,lon,country\nTell Okrin,33.51,38.02,SY\nNowhere,91,0,SY\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    report = tmp_path / "report.txt"
    report.write_text(REPORT)
    (tmp_path / "places.csv").write_text(TABLE)
    with Case.new(tmp_path / "case") as made:
        list(made.add([str(report)]))
    return tmp_path / "case"


def placed(case: Path) -> dict[str, PlaceMention]:
    with Case.open(case) as opened:
        return {p.text: p for r in opened.view().readings for p in r.places}


def test_an_added_gazetteer_is_used_by_every_later_view(case: Path) -> None:
    assert placed(case)["Tell Okrin"].lat is None
    with Case.open(case, write=True) as opened:
        added = add_places(opened, case.parent / "places.csv", who="Ida")
    assert (added.places, added.form, added.known) == (1, "csv", False)
    assert [r.name for r in added.refused] == ["places.csv, line 3"]
    place = placed(case)["Tell Okrin"]
    assert (place.lat, place.lon, place.country, place.precision) == (33.51, 38.02, "SY", "offset")
    with Case.open(case) as opened:
        assert [p.lat for r in opened.readings() for p in r.places if p.text == "Tell Okrin"] == [33.51]


def test_adding_twice_changes_nothing(case: Path) -> None:
    with Case.open(case, write=True) as opened:
        add_places(opened, case.parent / "places.csv", who="Ida")
        length = len(opened.store.custody())
        assert add_places(opened, case.parent / "places.csv", who="Ida").known
        assert len(opened.store.custody()) == length
        assert len(added_places(opened)) == 1


def test_undo_takes_a_gazetteer_back_and_its_bytes_stay(case: Path) -> None:
    with Case.open(case, write=True) as opened:
        add_places(opened, case.parent / "places.csv", who="Ida")
        (row,) = added_places(opened)
        opened.undo(who="Ida")
        assert added_places(opened) == []
        assert opened.store.file(row.value["record"]).decode() == TABLE
    assert placed(case)["Tell Okrin"].lat is None


def test_a_pinned_place_is_found_and_wins(case: Path) -> None:
    with Case.open(case, write=True) as opened:
        add_places(opened, case.parent / "places.csv", who="Ida")
        pin_place(opened, "Tell Okrin", 33.0, 38.0, who="Ida", country="SY", kind="settlement")
        pin_place(opened, "Old Mill", 33.1, 38.1, who="Ida")
        pin_place(opened, "Old Mill", 33.2, 38.2, who="Ida")
    places = placed(case)
    assert (places["Tell Okrin"].lat, places["Old Mill"].lat, places["Old Mill"].precision) == (33.0, 33.2, "point")


def test_the_index_only_saves_time(case: Path) -> None:
    with Case.open(case, write=True) as opened:
        add_places(opened, case.parent / "places.csv", who="Ida")
    index = case / "places.bin"
    with_index = placed(case)
    index.write_bytes(index.read_bytes()[:-3])
    assert placed(case) == with_index
    index.unlink()
    assert placed(case) == with_index


def test_the_case_stays_whole_and_movable(case: Path) -> None:
    with Case.open(case, write=True) as opened:
        add_places(opened, case.parent / "places.csv", who="Ida")
        opened.export("wacz", case.parent / "case.wacz")
        opened.report(case.parent / "report.html")
    before = placed(case)
    (case.parent / "places.csv").unlink()
    moved = Path(shutil.move(case, case.parent / "elsewhere"))
    assert placed(moved) == before
    with Case.open(moved) as opened:
        assert [f for f in opened.verify() if not f.ok] == []


def test_standard_input_is_taken(case: Path) -> None:
    with Case.open(case, write=True) as opened:
        assert add_places(opened, "-", who="Ida", stdin=io.BytesIO(TABLE.encode())).places == 1


def test_what_cannot_be_taken_is_said(case: Path) -> None:
    with Case.open(case, write=True) as opened:
        with pytest.raises(InputRefused, match="cannot be read"):
            add_places(opened, case.parent / "absent.csv", who="Ida")
        with pytest.raises(UsageError, match="two letters"):
            add_places(opened, case.parent / "places.csv", who="Ida", country="Syria")
        with pytest.raises(UsageError, match="outside"):
            pin_place(opened, "Okrin", 91, 0, who="Ida")
        with pytest.raises(UsageError, match="names no place"):
            pin_place(opened, " ", 1, 1, who="Ida")
        assert added_places(opened) == []
