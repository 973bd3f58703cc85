"""Without a case: the functions that `import sayso` offers."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

import sayso
from sayso.errors import InputRefused, UsageError
from sayso.records import Matrix, SourceClaim

TEXT = "The ministry said two people were killed at the mill near Vell on Saturday."


def test_a_reading_holds_its_text_untouched_and_cannot_be_changed() -> None:
    text = f"\n  {TEXT}\t“Ünïcode” \n"
    reading = sayso.read(text, published="2031-03-10", outlet="Harbour Wire", title="Blast")
    assert reading.document.text == text
    assert (reading.document.outlet, reading.document.title) == ("Harbour Wire", "Blast")
    assert [f.low for f in reading.figures if f.what == "killed"] == [2]
    assert [t.value for t in reading.times] == ["2031-03-08"]
    with pytest.raises(AttributeError):
        reading.document.outlet = "Another"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        reading.claims[0].score = 1.0  # type: ignore[misc]
    assert reading == sayso.read(text, published="2031-03-10", outlet="Harbour Wire", title="Blast")


def test_what_cannot_be_read_is_a_sentence() -> None:
    with pytest.raises(InputRefused):
        sayso.read("")
    with pytest.raises(UsageError, match="the other day"):
        sayso.read(TEXT, published="the other day")


def test_origins_take_documents_or_readings() -> None:
    readings = [
        sayso.read(TEXT, outlet="Harbour Wire", published="2031-03-09"),
        sayso.read(TEXT + "\n", outlet="Meridian Ledger", published="2031-03-10"),
        sayso.read("A crane fell into the harbour of Orm on Monday, police said.", outlet="Radio Orm"),
    ]
    found = sayso.origins([r.document for r in readings])
    assert len(found.origins) == 2
    assert found.documents[1].of == readings[0].document.id
    assert sayso.origins(readings) == found
    assert sayso.origins([r.document for r in readings], readings=readings) == found
    assert sayso.origins([]).documents == ()


def test_weigh_knows_its_rules() -> None:
    readings = [sayso.read(TEXT)]
    for rule in ("airwars", "ucdp", "acled", "gtd"):
        killed = sayso.weigh(readings, rule=rule).figures["killed"]
        assert (killed.minimum, killed.best, killed.maximum, killed.rule) == (2, 2, 2, rule)
    with pytest.raises(UsageError, match="choose one of airwars"):
        sayso.weigh(readings, rule="guess")  # type: ignore[arg-type]
    assert sayso.weigh([]).figures["killed"].best is None


def test_incidents_keep_happenings_apart() -> None:
    readings = [
        sayso.read(TEXT, published="2031-03-10"),
        sayso.read("Five people were injured when a bus overturned in Orm on Friday, police said.",
                   published="2031-05-04"),
    ]  # fmt: skip
    found = sayso.incidents(readings)
    assert [i.documents for i in found] == [(r.document.id,) for r in readings]
    assert (found[0].killed.best, found[1].injured.best) == (2, 5)


def test_resolve_takes_a_file_standard_input_or_claims(tmp_path: Path) -> None:
    table = "object,source,value\ntoll,Wire,9\ntoll,Ledger,9\ntoll,Radio,12\n"
    (tmp_path / "claims.csv").write_text(table, encoding="utf-8")
    claims = [
        SourceClaim(object="toll", source=s, value=v) for s, v in (("Wire", "9"), ("Ledger", "9"), ("Radio", "12"))
    ]
    found = sayso.resolve(claims, method="vote")
    assert found.objects[0].value == "9"
    assert sayso.resolve(tmp_path / "claims.csv", method="vote") == found
    assert sayso.resolve("-", method="vote", stdin=io.BytesIO(table.encode())) == found
    with pytest.raises(UsageError):
        sayso.resolve(claims, method="oracle")
    with pytest.raises(InputRefused, match="nothing is connected"):
        sayso.resolve("-")
    with pytest.raises(InputRefused, match="cannot be read"):
        sayso.resolve(tmp_path / "gone.csv")


def test_ach_takes_a_file_standard_input_or_a_matrix(tmp_path: Path) -> None:
    table = "evidence,A,B\nSmoke,CC,II\nSilence,N,I\n"
    (tmp_path / "matrix.csv").write_text(table, encoding="utf-8")
    verdict = sayso.ach(tmp_path / "matrix.csv")
    assert verdict.leaders == ("A",)
    assert sayso.ach("-", stdin=io.BytesIO(table.encode())) == verdict
    assert sayso.ach(tmp_path / "matrix.csv", method="counts").method == "counts"
    with pytest.raises(UsageError, match="no hypotheses"):
        sayso.ach(Matrix(hypotheses=(), evidence=()))


def test_records_go_to_json_and_back() -> None:
    reading = sayso.read(TEXT)
    assert msgspec.json.decode(msgspec.json.encode(reading), type=type(reading)) == reading


def test_the_package_names_what_it_offers_and_loads_none_of_it() -> None:
    assert {"Case", "ach", "incidents", "origins", "read", "resolve", "weigh"} <= set(dir(sayso))
    with pytest.raises(AttributeError, match="no attribute 'wiegh'"):
        sayso.wiegh  # noqa: B018
    code = (
        "import sys, sayso; "
        "print([m for m in ('msgspec', 'sqlalchemy', 'lxml', 'typer', 'numpy', 'onnxruntime') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
