"""Every kind of wrong input is refused by name, with a sentence, without a traceback, without reading what it need not."""

from __future__ import annotations

import gzip
import io
import os
import socket
import struct
import zipfile
from pathlib import Path

import pytest
from tests.collect.makers import ENGLISH, article, gather, locked_pdf, page, pdf, reason, warc

from sayso.collect import CollectOptions
from sayso.records import Refused


@pytest.mark.parametrize(
    ("name", "raw", "says"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\n ", "no text"),
        ("a.txt", bytes(range(256)) * 20, "binary"),
        ("a.txt", b"\x7fELF\x02\x01\x01\0" + b"\0" * 50, "a program"),
        ("a.txt", pdf([ENGLISH]), "bytes are a PDF"),
        ("a.txt", article().encode(), "bytes are a web page"),
        ("a.html", pdf([ENGLISH]), "bytes are a PDF"),
        ("a.pdf", ENGLISH.encode(), "bytes are plain text"),
        ("a.docx", ENGLISH.encode(), "bytes are plain text"),
        ("a.jsonl", article().encode(), "bytes are a web page"),
        ("a.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 99, "picture"),
        ("a.mp4", b"\0\0\0\x20ftypisom" + b"\0" * 99, "video"),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 ", "media"),
        ("a.rtf", b"{\\rtf1 hello}", "RTF"),
        ("a.csv", b"object,source,value\n1,2,3\n", "table"),
        ("a.json", b'[{"id": "x"}]', "JSON Lines"),
        ("a.mbox", b"From a@b.example Wed Apr  2 10:05:00 2031\nFrom: a@b.example\n\nText.\n", "mailbox"),
        ("a", b'{\n  "id": "x"\n}', "JSON Lines"),
        ("a", b'[{"id": "x"}]', "JSON Lines"),
        ("a.pdf", b"%PDF-1.4\nrubbish", "broken"),
        ("a.pdf", pdf([ENGLISH])[:200], "broken"),
        ("a.pdf", locked_pdf(), "password"),
        ("a.pdf", pdf([]), "OCR"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Office"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.docx", b"PK\x03\x04 cut off", "broken"),
        ("a.jsonl.gz", gzip.compress(b'{"id":"x","text":"One."}\n' * 9, mtime=0)[:-12], "breaks off"),
        ("a.gz", gzip.compress(ENGLISH.encode(), mtime=0), "unpack it first"),
        ("a.jsonl.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\0\xffrubbish!", "compression is broken"),
        ("a.xml", b"<?xml version='1.0'?><rss version='2.0'><channel></channel></rss>", "no entries"),
        ("a.arc", b"filedesc://x.arc 0.0.0.0 20310402 text/plain 1\n", "ARC"),
        ("a.xml", b"<!-- made by hand --><data><x>1</x></data>", "neither a feed"),
        ("a.xml", b"<?xml version='1.0'?><data><x>1</x></data>", "neither a feed"),
        ("a.html", page("").encode(), "No text was found"),
        ("a.html", page("<div>" * 3000 + "deep" + "</div>" * 3000).encode(), "nested"),
        ("a.eml", b"From: a@b.example\nDate: Tue, 1 Apr 2031 10:00:00 +0000\nMIME-Version: 1.0\n\n\n", "no text"),
        ("a.mhtml", b"MIME-Version: 1.0\nFrom: x\nContent-Type: multipart/related; boundary=b\n\n--b--\n", "no HTML"),
        ("a.warc", b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n", "no readable page"),
    ],
)
def test_refused_with_a_sentence(tmp_path: Path, name: str, raw: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(raw)
    taken, refused = gather(tmp_path / name)
    refused = [one for one in refused if says in one.reason]
    assert len(refused) == 1, gather(tmp_path / name)
    assert refused[0].name == str(tmp_path / name)
    assert refused[0].reason[0].isupper()
    assert refused[0].reason.endswith(".")
    assert not [one for one in taken if one.document.media_type != "application/x-ndjson"]


def test_oversized_is_refused_without_being_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as out:
        out.write(b"word " * 20_000)
        out.truncate(200_000_000)
    read = 0
    original = io.BufferedReader.read

    class Counting(io.BufferedReader):
        def read(self, size: int | None = -1, /) -> bytes:
            nonlocal read
            piece = original(self, size)
            read += len(piece)
            return piece

    monkeypatch.setattr(Path, "open", lambda self, _mode: Counting(io.FileIO(str(self))))
    assert "larger than the limit of 100 MB" in reason(huge)
    assert "200 MB" in reason(huge)
    assert read <= 2 * 65_536


def test_text_in_no_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("قال المتحدث إن شخصين أصيبا".encode() + b"\xff\xfe\xc3" + ENGLISH.encode())
    assert "UTF-8, but byte" in reason(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_bytes("A word in two bytes".encode("utf-16") + b"\x00")
    assert "UTF-16" in reason(tmp_path / "b.txt")


def test_files_that_are_no_files(tmp_path: Path) -> None:
    assert "no such file" in reason(tmp_path / "none.txt")
    os.mkfifo(tmp_path / "pipe")
    assert "not a regular file" in reason(tmp_path / "pipe")
    assert "not a regular file" in reason("/dev/null")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        assert "not a regular file" in reason(tmp_path / "s")
    (tmp_path / "dangling").symlink_to(tmp_path / "gone")
    assert "not there" in reason(tmp_path / "dangling")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert "back to itself" in reason(tmp_path / "self")
    assert "too long" in reason("x" * 5000)
    assert "NUL" in reason("a\0b")
    assert "empty name" in reason("")
    assert "ftp" in reason("ftp://example.org/a")


def test_folders_that_cannot_be_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    assert "no files" in reason(tmp_path / "empty")
    shut = tmp_path / "in" / "shut"
    shut.mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text(ENGLISH)
    scandir = os.scandir

    def guarded(path: str) -> os._ScandirIterator[str]:
        if path == str(shut):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)  # the tests may run as root, whom no folder keeps out
    taken, refused = gather(tmp_path / "in")
    assert len(taken) == 1
    assert [(one.name, "permission" in one.reason) for one in refused] == [(str(shut), True)]


def test_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)

    def shut(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", shut)
    assert "permission" in reason(tmp_path / "a.txt")


def test_loops_of_links(tmp_path: Path) -> None:
    inner = tmp_path / "top" / "inner"
    inner.mkdir(parents=True)
    (inner / "a.txt").write_text(ENGLISH)
    (inner / "loop").symlink_to(tmp_path / "top")
    (tmp_path / "top" / "also").symlink_to(inner)
    taken, refused = gather(tmp_path / "top")
    assert len(taken) == 1
    assert refused
    assert all("leads back to a folder that holds it" in one.reason for one in refused)


def _docx(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return out.getvalue()


def test_zip_bombs_and_lies_inside_docx(tmp_path: Path) -> None:
    bomb = _docx({"word/document.xml": b"0" * 30_000_000})
    (tmp_path / "bomb.docx").write_bytes(bomb)
    assert "bomb" in reason(tmp_path / "bomb.docx")
    # A file that claims to be small but unpacks to much: the claim is binding, and the checksum then fails.
    real = struct.pack("<I", 30_000_000)
    assert bomb.count(real) >= 1
    (tmp_path / "lie.docx").write_bytes(bomb.replace(real, struct.pack("<I", 1000)))
    assert "broken" in reason(tmp_path / "lie.docx")
    (tmp_path / "locked.docx").write_bytes(_locked(_docx({"word/document.xml": b"<x/>"})))
    assert "password" in reason(tmp_path / "locked.docx")
    laughs = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "' + b"&a;" * 50 + b'">]><w>&b;</w>'
    (tmp_path / "laughs.docx").write_bytes(_docx({"word/document.xml": laughs, "[Content_Types].xml": laughs}))
    assert reason(tmp_path / "laughs.docx")


def _locked(raw: bytes) -> bytes:
    """Set the flag of encryption on every file in a zip."""
    out = bytearray(raw)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(mark)
        while at >= 0:
            out[at + offset] |= 1
            at = raw.find(mark, at + 4)
    return bytes(out)


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"xl/workbook.xml": b"<x/>"}, "Excel"),
        ({"ppt/presentation.xml": b"<x/>"}, "PowerPoint"),
        ({"META-INF/container.xml": b"<x/>"}, "e-book"),
        ({"a.txt": b"hello"}, "unpack it"),
        ({"word/document.xml": b"not xml"}, "broken"),
        ({"word/document.xml": b"<x/>"}, "broken"),
    ],
)
def test_zip_archives_that_are_no_document(tmp_path: Path, files: dict[str, bytes], says: str) -> None:
    (tmp_path / "a.zip").write_bytes(_docx(files))
    assert says in reason(tmp_path / "a.zip")


def test_gzip_bombs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.collect.formats.unpacking._BOMB_FROM", 1_000_000)
    line = b'{"id":"x","text":"' + b"a" * 9_000_000 + b'"}\n'
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(line, 9))
    assert "bomb" in reason(tmp_path / "a.jsonl.gz")
    monkeypatch.undo()
    archive = warc([("https://example.org/a", "text/html", b"<p>" + b"a " * 1_000_000)])
    (tmp_path / "a.warc.gz").write_bytes(archive)
    taken, refused = gather(tmp_path / "a.warc.gz", options=CollectOptions(max_bytes=500_000))
    assert not taken
    assert "larger than the limit" in refused[0].reason


def test_entities_that_multiply(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    feed = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]><rss version="2.0"><channel><title>x</title><item><title>t</title><description>&l11;</description></item></channel></rss>'
    (tmp_path / "a.xml").write_text(feed)
    taken, refused = gather(tmp_path / "a.xml")
    assert all(len(one.document.text) < 10_000 for one in taken)
    assert len(taken) + len(refused) == 1
    html = f"<!DOCTYPE html [<!ENTITY l0 'ha'>{laughs}]><html><body><p>{ENGLISH} &l11;</p></body></html>"
    (tmp_path / "b.html").write_text(html)
    taken, _ = gather(tmp_path / "b.html")
    assert all(len(one.document.text) < 10_000 for one in taken)


def test_entities_that_read_files(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hidden words of mine")
    inside = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    feed = f'<?xml version="1.0"?>{inside}<rss version="2.0"><channel><item><title>t</title><description>d &x;</description></item></channel></rss>'
    (tmp_path / "a.xml").write_text(feed)
    for taken in gather(tmp_path / "a.xml")[0]:
        assert "hidden words" not in taken.document.text


def test_truncated_warc_keeps_what_is_whole(tmp_path: Path) -> None:
    pages = [
        (f"https://example.org/{n}", "text/html", (article() + f"<!-- {os.urandom(500).hex()} -->").encode())
        for n in range(4)
    ]
    for name, whole in (("a.warc.gz", warc(pages)), ("a.warc", warc(pages, gzip=False))):
        for cut in (40, 200, 400):
            (tmp_path / name).write_bytes(whole[:-cut])
            taken, refused = gather(tmp_path / name)
            assert [one.document.url for one in taken] == [f"https://example.org/{n}" for n in range(3)], (name, cut)
            assert len(refused) == 1
            assert refused[0].name.startswith(str(tmp_path / name))
            assert "breaks off" in refused[0].reason


def test_warc_with_a_flipped_byte_is_refused_there(tmp_path: Path) -> None:
    pages = [(f"https://example.org/{n}", "text/html", (article() + f"<p>{n}</p>").encode()) for n in range(3)]
    raw = bytearray(warc(pages, gzip=False))
    at = raw.find(b"Two people", raw.find(b"Two people") + 1)
    raw[at] ^= 1
    (tmp_path / "a.warc").write_bytes(bytes(raw))
    taken, refused = gather(tmp_path / "a.warc")
    assert [one.document.url for one in taken] == ["https://example.org/0", "https://example.org/2"]
    assert [one.name for one in refused] == [f"{tmp_path}/a.warc#https://example.org/1"]
    assert "digest" in refused[0].reason


def test_nothing_is_written_to_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.html").write_text(page("x"))
    (tmp_path / "b.warc").write_bytes(
        warc([("https://example.org/", "text/html", article().encode())], gzip=False) + b"rubbish\r\n"
    )
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.4\nrubbish")
    (tmp_path / "d.xml").write_bytes(b"<rss><channel><item>")
    gather(tmp_path)
    assert capfd.readouterr() == ("", "")


def test_an_unforeseen_failure_of_a_reader_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("no such luck")

    monkeypatch.setattr("sayso.collect.formats.text.draft_text", fail)
    monkeypatch.setattr("sayso.collect.formats.warc.split_warc", fail)
    (tmp_path / "a.txt").write_text(ENGLISH)
    (tmp_path / "a.warc").write_bytes(b"WARC/1.0\r\n")
    (tmp_path / "b.md").write_text(ENGLISH)
    taken, refused = gather(tmp_path)
    assert len(taken) == 1
    assert "no such luck" in refused[1].reason
    assert isinstance(refused[0], Refused)
    assert "no such luck" in refused[0].reason
