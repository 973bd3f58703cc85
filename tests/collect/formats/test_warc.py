"""Web archives: WARC and WACZ."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from pathlib import Path

import pytest
from tests.collect.makers import ENGLISH, article, gather, pdf, reason, warc
from warcio.warcwriter import WARCWriter

from sayso.collect import CollectOptions

PAGES = [
    ("https://wire.example/2031/04/02/pier", "text/html; charset=utf-8", article().encode()),
    ("https://wire.example/style.css", "text/css", b"p { color: red }"),
    ("https://wire.example/robots.txt", "text/plain", b"User-agent: *"),
    ("https://wire.example/report", "application/octet-stream", pdf([ENGLISH])),
    ("https://wire.example/blob", "application/octet-stream", b"\x00\x01\x02"),
    ("https://wire.example/note", "text/plain", ENGLISH.encode()),
]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "unnamed"])
def test_readable_records_are_documents_with_their_own_address_and_time(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(warc(PAGES, gzip=name != "a.warc"))
    taken, refused = gather(path)
    assert not refused
    assert [one.document.url for one in taken] == [PAGES[0][0], PAGES[3][0], PAGES[5][0]]
    first = taken[0]
    assert first.raw == article().encode()
    assert (first.document.path, first.document.published) == (str(path), "2031-04-02")
    assert (first.capture.retrieved, first.capture.method, first.capture.status) == (
        "2031-04-02T10:05:00Z",
        "warc",
        200,
    )
    assert (first.capture.location, first.capture.final_url) == (str(path), PAGES[0][0])
    assert ("Content-Type", "text/html; charset=utf-8") in first.capture.headers
    assert taken[1].document.media_type == "application/pdf"


def test_failed_answers_are_no_documents(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(warc(PAGES[:1], status="404 Not Found"))
    assert "no readable page (2 records looked at)" in reason(tmp_path / "a.warc.gz")


def test_resources_and_revisits(tmp_path: Path) -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for address, media in (
        ("file:///case/a.txt", "text/plain"),
        ("urn:text:https://wire.example/", "text/plain"),
        ("https://wire.example/x", "text/html"),
    ):
        writer.write_record(
            writer.create_warc_record(
                address,
                "resource",
                payload=io.BytesIO(ENGLISH.encode()),
                length=len(ENGLISH.encode()),
                warc_content_type=media,
            )
        )
    writer.write_record(
        writer.create_revisit_record(
            "https://wire.example/x", "sha1:ABC", "https://wire.example/x", "2031-04-02T10:05:00Z"
        )
    )
    (tmp_path / "a.warc.gz").write_bytes(out.getvalue())
    taken, refused = gather(tmp_path / "a.warc.gz")
    assert not refused
    assert [(one.document.url, one.document.text) for one in taken] == [
        (None, ENGLISH),
        ("https://wire.example/x", ENGLISH),
    ]


def test_codings_that_cannot_be_undone(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(
        warc([("https://wire.example/", "text/html", b"\x0b\x02\x80hi\x03")], coding="zstd")
    )
    assert "compressed in a way that cannot be undone here (zstd)" in reason(tmp_path / "a.warc.gz")
    packed = gzip.compress(article().encode())
    (tmp_path / "b.warc.gz").write_bytes(warc([("https://wire.example/", "text/html", packed)], coding="gzip"))
    assert gather(tmp_path / "b.warc.gz")[0][0].raw == article().encode()
    for name, coding, body in (("c", "gzip", article().encode()), ("d", "deflate", zlib.compress(article().encode()))):
        (tmp_path / name).write_bytes(warc([("https://wire.example/", "text/html", body)], coding=coding))
        assert gather(tmp_path / name)[0][0].raw == article().encode()
    broken = warc([("https://wire.example/", "text/html", packed[:-30])], coding="gzip")
    (tmp_path / "e.warc.gz").write_bytes(broken)
    assert "breaks off" in reason(tmp_path / "e.warc.gz")
    broken = warc([("https://wire.example/", "text/html", packed[:40] + b"xxxxxxx" + packed[47:])], coding="gzip")
    (tmp_path / "f.warc.gz").write_bytes(broken)
    assert "damaged" in reason(tmp_path / "f.warc.gz")


def test_damage_to_the_compression_of_the_archive(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    raw = bytearray(warc([(f"https://wire.example/{n}", "text/plain", (ENGLISH + str(n)).encode()) for n in range(3)]))
    raw[-60:-40] = b"\xff" * 20
    (tmp_path / "a.warc.gz").write_bytes(raw)
    taken, refused = gather(tmp_path / "a.warc.gz")
    assert [one.document.url for one in taken] == ["https://wire.example/0", "https://wire.example/1"]
    assert "broken" in refused[0].reason
    assert capfd.readouterr() == ("", "")


def _wacz(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return out.getvalue()


def test_wacz(tmp_path: Path) -> None:
    files = {
        "datapackage.json": b"{}",
        "archive/b.warc.gz": warc(PAGES[5:]),
        "archive/a.warc.gz": warc(PAGES[:1]),
        "indexes/index.cdx": b"x",
    }
    path = tmp_path / "a.wacz"
    path.write_bytes(_wacz(files))
    taken, refused = gather(path)
    assert not refused
    assert [one.document.url for one in taken] == [PAGES[0][0], PAGES[5][0]]
    files["archive/a.warc.gz"] = files["archive/a.warc.gz"][:-60]
    path.write_bytes(_wacz(files))
    taken, refused = gather(path)
    assert [one.document.url for one in taken] == [PAGES[5][0]]
    assert refused[0].name.startswith(f"{path}/archive/a.warc.gz")
    path.write_bytes(_wacz({"datapackage.json": b"{}", "archive/x.txt": b"x"}))
    assert "holds no WARC" in reason(path)


def test_an_archive_larger_than_the_limit_is_streamed(tmp_path: Path) -> None:
    pages = [(f"https://wire.example/{n}", "text/plain", (ENGLISH + str(n)).encode()) for n in range(50)]
    (tmp_path / "a.warc").write_bytes(warc(pages, gzip=False))
    assert len(gather(tmp_path / "a.warc", options=CollectOptions(max_bytes=1000))[0]) == 50
