"""Texts without labels come out of every format as running text, and those that quality is measured on stay out."""

import gzip
import json
from pathlib import Path

import pytest
from training.reader import corpora, unlabelled
from training.reader.corpora import EVALS, lines

LONG = "The ministry of Tarn said that the depot at Vell had been emptied before the fire broke out on Sunday."


def laid(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf8")


def read(folder: Path, name: str) -> list[str]:
    return [one.text for one in corpora.load(folder, name, unlabelled.SETS)]


def test_messages_in_capitals_lose_their_numbers(tmp_path: Path) -> None:
    body = "VELL, 4 JAN 90 -- [TEXT] THE MINISTRY OF TARN\nSAID THAT THE DEPOT HAD BEEN EMPTIED BEFORE THE FIRE.\n\n   NOBODY WAS HURT."
    message = f"DEV-MUC3-0001 (NOSC)\n\n{body}\n"
    laid(tmp_path, "muc/TASK/CORPORA/dev/dev-muc3-0001-0002", message + "\n" + message.replace("0001", "0002"))
    expected = (
        "VELL, 4 JAN 90 -- [TEXT] THE MINISTRY OF TARN SAID THAT THE DEPOT HAD BEEN EMPTIED BEFORE THE FIRE.\n"
        "NOBODY WAS HURT."
    )
    assert read(tmp_path, "muc") == [expected, expected]


def test_marked_up_texts_lose_their_marks(tmp_path: Path) -> None:
    marked = LONG.replace("Sunday", '<TIMEX3 tid="t1" type="DATE">Sunday</TIMEX3>').replace("fire", "fire &amp; smoke")
    laid(tmp_path, "tempeval3/a/b.tml", f"<TimeML><DOCID>x</DOCID><TEXT>\n{marked}\n</TEXT></TimeML>")
    laid(tmp_path, "geoparsing/GeoVirus.xml", f"<articles><article><text>{LONG}</text></article></articles>")
    tokens = "".join(
        f'<token number="{at}" sentence="{at // 10}" t_id="{at}">{word}</token>\n'
        for at, word in enumerate(LONG.split())
    )
    laid(tmp_path, "meantime/intra-doc_annotation/corpus/one.xml", f"<Document>{tokens}</Document>")
    assert read(tmp_path, "timeml") == [LONG.replace("fire", "fire & smoke")]
    assert read(tmp_path, "geovirus") == [LONG]
    assert read(tmp_path, "meantime") == [LONG.replace("Vell had", "Vell\nhad")]


@pytest.mark.parametrize("name", ["gva", "airwars-gaza"])
def test_reports_that_are_measured_on_stay_out(tmp_path: Path, name: str) -> None:
    measured = next(row["id"] for row in lines(EVALS / "incident_attributions.jsonl"))
    (tmp_path / name).mkdir()
    with gzip.open(tmp_path / name / "dev.jsonl.gz", "wt", encoding="utf8") as packed:
        for number, text in ((measured, LONG), ("other", LONG + " Again."), ("short", "Fire.")):
            packed.write(json.dumps({"id": number, "text": text}) + "\n")
    assert read(tmp_path, name) == [LONG + " Again."]


def test_a_set_that_is_not_there_is_named_and_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert all(not corpora.load(tmp_path, name, unlabelled.SETS) for name in unlabelled.SETS)
    assert capsys.readouterr().out.splitlines() == [f"{name} is not there: left out." for name in unlabelled.SETS]
