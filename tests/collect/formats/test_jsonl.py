"""JSON Lines."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest
from tests.collect.makers import gather

from sayso.collect import CollectOptions, read_rows
from sayso.records import Refused

ROW = {
    "id": "x1",
    "text": "Two hurt.\r\n\u202bقتل\u202c  \ufeff",
    "published": "2031-04-02T10:05:00+03:00",
    "outlet": "Harbour Wire",
    "title": "Pier",
    "url": "https://wire.example/1",
    "author": "R. Example",
    "other": [1, None],
}


def test_fields_and_bytes(tmp_path: Path) -> None:
    line = json.dumps(ROW, ensure_ascii=False).encode()
    (tmp_path / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + line + b"\r\n\n" + b'{"id":"x2","text":"T","publisher":"P"}')
    taken, refused = gather(tmp_path / "a.jsonl")
    assert not refused
    first, second = (one.document for one in taken)
    assert first.text == ROW["text"]
    assert (first.id, first.outlet, first.title, first.url, first.author) == (
        "x1",
        "Harbour Wire",
        "Pier",
        "https://wire.example/1",
        "R. Example",
    )
    assert (first.published, first.published_how) == ("2031-04-02T10:05+03:00", "JSON Lines row")
    assert first.path == str(tmp_path / "a.jsonl")
    assert taken[0].raw == b"\xef\xbb\xbf" + line
    assert (second.id, second.outlet, second.published, second.published_how) == ("x2", "P", None, None)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("rubbish", "not JSON"),
        ('["x"]', "not an object"),
        ('{"id": "x"}', 'no "text"'),
        ('{"id": "x", "documents": []}', "are none"),
        ('{"id": "x", "documents": [{"id": "y"}]}', 'no "text"'),
        ('{"id": "x", "documents": [7]}', 'no "text"'),
        ('{"id": "x", "text": null}', "not a string"),
        ('{"id": "x", "text": " "}', "is empty"),
        ('{"id": "x", "text": "t", "published": ["2031"]}', '"published" of this line is not a string'),
        ('{"id": "x", "text": "\\ud800"}', "not JSON"),
        ('{"id": "x", "text": "t"} {"id": "y"}', "not JSON"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_bad_lines_are_named_and_the_rest_goes_on(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id":"a","text":"One."}\n' + line + '\n{"id":"b","text":"Two."}\n')
    taken, refused = gather(path)
    assert [one.document.id for one in taken] == ["a", "b"]
    assert [one.name for one in refused] == [f"{path}:2"]
    assert says in refused[0].reason


def test_a_row_of_documents_gives_each(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"id":"i","documents":[{"id":"a","text":"One."},{"text":"Two."},{"text":"Two."}]}'
    )
    taken, _ = gather(tmp_path / "a.jsonl")
    assert [one.document.text for one in taken] == ["One.", "Two.", "Two."]
    assert taken[0].document.id == "a"
    assert len({one.document.id for one in taken}) == 3


def test_a_date_that_is_not_understood_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id":"a","text":"One.","published":"Tuesday"}')
    document = gather(tmp_path / "a.jsonl")[0][0].document
    assert (document.published, document.published_how) == (None, "JSON Lines row: 'Tuesday' was not understood")


def test_larger_files_than_the_limit_are_streamed_but_not_larger_lines(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(n), "text": "word " * 100}) for n in range(100)]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines))
    assert len(gather(path, options=CollectOptions(max_bytes=2000))[0]) == 100
    lines.insert(50, json.dumps({"id": "long", "text": "word " * 1000}))
    path.write_text("\n".join(lines))
    taken, refused = gather(path, options=CollectOptions(max_bytes=2000))
    assert len(taken) == 100
    assert [one.name for one in refused] == [f"{path}:51"]


def test_gzip_of_several_members(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(
        gzip.compress(b'{"id":"a","text":"One."}\n{"id":"b",') + gzip.compress(b'"text":"Two."}\n') + b"\0" * 512
    )
    assert [one.document.id for one in gather(path)[0]] == ["a", "b"]
    path.write_bytes(path.read_bytes() + b"rubbish")
    taken, refused = gather(path)
    assert len(taken) == 2
    assert "broken" in refused[0].reason


def test_read_rows_from_anything(tmp_path: Path) -> None:
    raw = b'{"id":"a","documents":[{"id":"b","text":"One."}]}\nrubbish\n'
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(raw))
    for source in (raw, gzip.compress(raw), path, str(path), io.BytesIO(raw)):
        row, bad = read_rows(source, "rows")
        assert row == {"id": "a", "documents": [{"id": "b", "text": "One."}]}
        assert isinstance(bad, Refused)
        assert bad.name == "rows:2"
    (missing,) = read_rows(tmp_path / "none", "none")
    assert isinstance(missing, Refused)
    assert "no such file" in missing.reason
