from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.reporting.hostile import hostile_case
from tests.reporting.landing import TEXTS, landing_case

from sayso.errors import UsageError
from sayso.records import CaseView, Reading
from sayso.reporting import FORMATS, export
from sayso.reporting.exports import WRITERS
from sayso.reporting.exports.conflict import ACLED, GED
from sayso.reporting.exports.references import tex
from sayso.reporting.exports.rows import cell, day_of


def _table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def _written(view: CaseView, fmt: str, folder: Path) -> str:
    export(view, fmt, folder / "out")
    return (folder / "out").read_text(encoding="utf-8")


def test_every_format_has_a_writer_and_says_so() -> None:
    assert set(FORMATS) == {*WRITERS, "timemap"}


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("case", [landing_case, hostile_case])
def test_same_view_same_bytes(fmt: str, case: Any, tmp_path: Path) -> None:
    made = []
    for name in ("one.zip", "two.zip"):
        export(case(), fmt, tmp_path / name)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    assert made[0]


def test_an_unknown_format_is_refused_with_the_known_ones(view: CaseView, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no export format xls; choose one of acled, .*ucdp"):
        export(view, "xls", tmp_path / "x")
    assert not (tmp_path / "x").exists()


def test_claims_give_their_words_back(view: CaseView, tmp_path: Path) -> None:
    rows = _table(_written(view, "csv", tmp_path))
    assert len(rows) == sum(len(r.claims) for r in view.readings)
    for row in rows:
        text = TEXTS[row["document"].removeprefix("doc-")][4]
        assert text[int(row["start"]) : int(row["end"])] == row["content"]
    assert [r["polarity"] for r in rows].count("denied") == 1
    assert {r["speaker"] for r in rows} >= {"Ilse Varn", "Army of Kesmar"}


def test_figures_hold_accounts_and_ranges_of_all_rules(view: CaseView, tmp_path: Path) -> None:
    rows = _table(_written(view, "figures-csv", tmp_path))
    accounts = [r for r in rows if not r["use"].startswith("weighed")]
    assert len(accounts) == len(view.weighing.accounts)
    killed = {r["use"]: (r["low"], r["best"], r["high"]) for r in rows if r["use"].startswith("weighed, ")}
    assert killed["weighed, airwars"] == ("1", "1", "2")
    first = next(r for r in rows if r["use"] == "weighed, airwars")
    assert (first["quantity"], first["low"], first["best"], first["high"]) == ("killed", "8", "10", "31")
    assert next(r for r in accounts if r["wording"] == "at_least")["high"] == ""


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("\tx", "'\tx"),
        ("\r=1", "'\n=1"),
        ("plain = text", "plain = text"),
        ("", ""),
        (None, ""),
        (-3.0, -3),
        (2.5, 2.5),
        (True, "true"),
    ],
)
def test_cells_never_start_a_formula(value: Any, written: Any) -> None:
    assert cell(value) == written


@pytest.mark.parametrize("fmt", ["csv", "figures-csv", "ucdp", "acled", "atlos", "matrix-csv"])
def test_no_sheet_of_a_hostile_case_holds_a_formula(fmt: str, tmp_path: Path) -> None:
    for row in csv.reader(io.StringIO(_written(hostile_case(), fmt, tmp_path))):
        for value in row:
            assert value.lstrip()[:1] not in set("=+@") or not value, value
            assert value.lstrip()[:1] != "-" or re.fullmatch(r"-?\d+(\.\d+)?", value)
            assert not re.search("[\x00-\x08\x1b\u202a-\u202e]", value)


def test_json_lines_read_back_as_readings(view: CaseView, tmp_path: Path) -> None:
    lines = _written(view, "jsonl", tmp_path).splitlines()
    assert tuple(msgspec.json.decode(line, type=Reading) for line in lines) == view.readings


def test_json_reads_back_as_the_view(view: CaseView, tmp_path: Path) -> None:
    assert msgspec.json.decode(_written(view, "json", tmp_path), type=CaseView) == view


def test_geojson_places_points_and_leaves_the_unlocated_without(view: CaseView, tmp_path: Path) -> None:
    made = json.loads(_written(view, "geojson", tmp_path))
    assert [f["properties"]["kind"] for f in made["features"]] == ["incident", "place"]
    assert made["features"][0]["geometry"] == {"type": "Point", "coordinates": [44.25, 12.5]}
    quote = made["features"][1]["properties"]["passages"][0]
    assert TEXTS["northline"][4][quote["start"] : quote["end"]] == quote["text"] == "OSTREL"
    bare = msgspec.structs.replace(view, readings=tuple(msgspec.structs.replace(r, places=()) for r in view.readings))
    assert json.loads(_written(bare, "geojson", tmp_path))["features"][0]["geometry"] is None


def test_csl_leaves_out_what_is_unknown(view: CaseView, tmp_path: Path) -> None:
    items = {i["id"]: i for i in json.loads(_written(view, "csl-json", tmp_path))}
    assert items["doc-monitor"]["issued"] == {"date-parts": [[2034, 9, 12]]}
    assert items["doc-monitor"]["accessed"] == {"date-parts": [[2034, 9, 17]]}
    assert {"issued", "URL", "container-title"}.isdisjoint(items["doc-leaflet"])


def test_bibtex_keys_are_unique_and_braces_balance(tmp_path: Path) -> None:
    text = _written(hostile_case(), "bibtex", tmp_path)
    keys = re.findall(r"^@\w+\{([^,]+),$", text, re.MULTILINE)
    assert len(keys) == 9
    assert len(set(keys)) == 9
    bare = re.sub(r"\\[{}]", "", text)
    assert bare.count("{") == bare.count("}")
    assert "\\$" not in tex("a b")
    assert tex("50% & {x}_\\") == r"50\% \& \{x\}\_\textbackslash{}"


def test_claim_reviews_rate_in_words_only(view: CaseView, tmp_path: Path) -> None:
    items = json.loads(_written(view, "claimreview", tmp_path))["@graph"]
    assert len(items) == len(view.statements)
    assert items[1]["reviewRating"] == {"@type": "Rating", "alternateName": "Contested: 2 origins for, 2 against"}
    assert all({"claimReviewed", "itemReviewed", "reviewRating", "url"} <= set(i) for i in items)


def test_ged_row_uses_the_ucdp_rule(view: CaseView, tmp_path: Path) -> None:
    (row,) = _table(_written(view, "ucdp", tmp_path))
    assert tuple(row) == tuple(GED)
    assert len(GED) == 49
    assert (row["low"], row["best"], row["high"]) == ("8", "10", "31")
    assert (row["date_start"], row["date_end"], row["date_prec"], row["where_prec"]) == (
        "2034-09-12",
        "2034-09-12",
        "1",
        "1",
    )
    assert row["side_a"] == row["deaths_civilians"] == row["type_of_violence"] == ""


@pytest.mark.parametrize(
    ("date", "start", "end", "precision"),
    [
        ("2034-02", "2034-02-01", "2034-02-28", "4"),
        ("2034", "2034-01-01", "2034-12-31", "5"),
        (None, "", "", ""),
        ("2034-12", "2034-12-01", "2034-12-31", "4"),
    ],
)
def test_ged_dates_span_what_is_known(
    view: CaseView, tmp_path: Path, date: str | None, start: str, end: str, precision: str
) -> None:
    incident = msgspec.structs.replace(view.incidents[0], date=date)
    (row,) = _table(_written(msgspec.structs.replace(view, incidents=(incident,)), "ucdp", tmp_path))
    assert (row["date_start"], row["date_end"], row["date_prec"]) == (start, end, precision)


def test_acled_row_takes_the_most_conservative_figure_and_notes_the_dispute(view: CaseView, tmp_path: Path) -> None:
    text = _written(view, "acled", tmp_path)
    assert not text.startswith("\ufeff")
    (row,) = _table(text)
    assert tuple(row) == tuple(ACLED)
    assert len(ACLED) == 31
    assert row["fatalities"] == "8"
    assert "8 to 31 are claimed" in row["notes"]
    assert row["actor1"] == row["actor2"] == ""
    assert row["timestamp"] == "2042098860"


def test_follow_the_money_lines_hang_together(view: CaseView, tmp_path: Path) -> None:
    entities = [json.loads(line) for line in _written(view, "ftm", tmp_path).splitlines()]
    ids = [e["id"] for e in entities]
    assert len(ids) == len(set(ids))
    schemata = {e["schema"] for e in entities}
    assert schemata == {"Event", "Article", "Person", "Organization", "Mention", "Note"}
    by_id = {e["id"]: e["schema"] for e in entities}
    for entity in entities:
        assert all(isinstance(v, str) and v for values in entity["properties"].values() for v in values)
        for name, wanted in (
            ("resolved", {"Person", "Organization"}),
            ("document", {"Article"}),
            ("entity", {"Article"}),
        ):
            assert {by_id[i] for i in entity["properties"].get(name, ())} <= wanted
        assert "involved" not in entity["properties"]


def test_timemap_sheets_in_a_folder_or_a_zip(view: CaseView, tmp_path: Path) -> None:
    export(view, "timemap", tmp_path / "sheets")
    export(view, "timemap", tmp_path / "sheets.zip")
    with zipfile.ZipFile(tmp_path / "sheets.zip") as packed:
        assert packed.namelist() == ["EXPORT_EVENTS.csv", "EXPORT_SOURCES.csv", "EXPORT_ASSOCIATIONS.csv"]
        for name in packed.namelist():
            assert packed.read(name) == (tmp_path / "sheets" / name).read_bytes()
    events = _table((tmp_path / "sheets" / "EXPORT_EVENTS.csv").read_text(encoding="utf-8"))
    assert events[0]["date"] == "09/12/2034"
    assert (events[0]["latitude"], events[0]["longitude"]) == ("12.5", "44.25")
    sources = {r["id"] for r in _table((tmp_path / "sheets" / "EXPORT_SOURCES.csv").read_text(encoding="utf-8"))}
    assert {e["source1"] for e in events} <= sources


def test_matrix_sheet_holds_cells_and_options(view: CaseView, tmp_path: Path) -> None:
    rows = _table(_written(view, "matrix-csv", tmp_path))
    assert rows[0]["evidence"] == "prior"
    assert rows[1]["evidence"] == "Craters lie on the upper ramp"
    assert rows[1]["grade"] == "B2"
    assert [rows[4][h] for h in view.matrix.hypotheses] == ["C", "C", ""] if view.matrix else False


def test_atlos_sheet_has_its_three_columns(view: CaseView, tmp_path: Path) -> None:
    (row,) = _table(_written(view, "atlos", tmp_path))
    assert list(row) == ["status", "description", "sensitive"]
    assert "Agreed: Shells hit" in row["description"]


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("2034-09-12T10:00Z", ("2034", "09", "12")),
        ("2034-09", ("2034", "09", "")),
        ("2034-W10", ("2034", "", "")),
        (None, ("", "", "")),
    ],
)
def test_partial_dates_come_apart(value: str | None, parts: tuple[str, str, str]) -> None:
    assert day_of(value) == parts
