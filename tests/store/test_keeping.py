"""What is new, what is known, what is a snapshot; and what lies in the archive then."""

from __future__ import annotations

import errno
import tempfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.engine.default import DefaultDialect
from warcio.archiveiterator import ArchiveIterator

from sayso.errors import CaseDamaged, CaseError, InputRefused
from sayso.records import Capture
from sayso.store import CaseStore, StoreOptions, create, open_case
from sayso.store.warcs import files

from .conftest import Make, collected

URL = "http://gazette.example/boats"


def records_in(folder: Path) -> list[Any]:
    found: list[Any] = []
    for name in files(folder):
        with (folder / name).open("rb") as source:
            found.extend(
                (record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), record.raw_stream.read())
                for record in ArchiveIterator(source, check_digests="raise")
            )
    return found


def test_the_same_bytes_again_add_nothing(case: CaseStore, folder: Path, make: Make) -> None:
    assert case.keep(make()) == "new"
    size, log = (folder / files(folder)[0]).stat().st_size, len(case.custody())
    assert case.keep(make()) == "known"
    assert case.keep(make(path="elsewhere/copy.txt")) == "known"
    assert case.keep(make(path="elsewhere/copy.txt", name="doc-named-after-its-path")) == "known"
    assert (folder / files(folder)[0]).stat().st_size == size
    assert len(case.custody()) == log
    assert len(case.documents()) == 1


def test_a_changed_page_is_a_snapshot(case: CaseStore, make: Make) -> None:
    pages = [make(f"Version {number}.", url=URL) for number in range(3)]
    assert [case.keep(page) for page in pages] == ["new", "snapshot", "snapshot"]
    assert case.keep(pages[1]) == "known"
    assert case.snapshots(URL) == [page.document for page in pages]
    assert case.document_for(URL) == pages[2].document
    assert [case.raw(page.document.id) for page in pages] == [page.raw for page in pages]
    assert [row["details"]["previous"] for row in case.custody() if row["event"] == "stored"] == [
        None,
        pages[0].document.id,
        pages[1].document.id,
    ]


def test_a_page_whose_bytes_changed_and_whose_text_did_not_is_a_snapshot(case: CaseStore, make: Make) -> None:
    assert case.keep(make("Same.", raw=b"<p>Same.</p>", url=URL)) == "new"
    assert case.keep(make("Same.", raw=b"<b>Same.</b>", url=URL)) == "snapshot"


def test_the_same_bytes_at_another_address_are_another_document(case: CaseStore, folder: Path, make: Make) -> None:
    assert case.keep(make(url=URL)) == "new"
    assert case.keep(make(url=f"{URL}/mirror")) == "new"
    assert [kind for kind, _, _ in records_in(folder)] == ["warcinfo", "response", "response"]


class TestManyDocumentsInOneFile:
    def feed(self, make: Make, raw: bytes, texts: list[str]) -> list[Any]:
        items = [f"http://gazette.example/item/{number}" for number in range(len(texts))]
        return [
            make(text, raw=raw, url="http://gazette.example/feed", item=item)
            for text, item in zip(texts, items, strict=True)
        ]

    def test_the_bytes_are_stored_once(self, case: CaseStore, folder: Path, make: Make) -> None:
        assert case.keep_many(self.feed(make, b"<rss>1</rss>", ["One.", "Two.", "One."])) == ["new"] * 3
        assert len(records_in(folder)) == 2
        assert len({copy.record_id for copy in case.copies()}) == 1
        assert case.raw(case.documents()[2].id) == b"<rss>1</rss>"

    def test_only_changed_items_of_a_changed_feed_are_snapshots(self, case: CaseStore, make: Make) -> None:
        case.keep_many(self.feed(make, b"<rss>1</rss>", ["One.", "Two."]))
        later = self.feed(make, b"<rss>2</rss>", ["One.", "Two, corrected.", "Three."])
        assert case.keep_many(later) == ["known", "snapshot", "new"]
        assert [document.text for document in case.snapshots("http://gazette.example/item/1")] == [
            "Two.",
            "Two, corrected.",
        ]

    def test_lines_of_a_changed_list(self, case: CaseStore, make: Make) -> None:
        first = [make(text, raw=b"[1]", path="list.jsonl", name=name) for name, text in (("a", "One."), ("b", "Same."))]
        second = [
            make(text, raw=b"[2]", path="list.jsonl", name=name) for name, text in (("a", "One!"), ("b", "Same."))
        ]
        assert case.keep_many(first) == ["new", "new"]
        assert case.keep_many(second) == ["snapshot", "known"]
        assert [document.id for document in case.documents()] == ["a", "b", "a.2"]
        assert case.keep_many(second) == ["known", "known"]

    def test_one_id_in_two_files_is_two_documents(self, case: CaseStore, make: Make) -> None:
        assert case.keep(make("One.", path="x.jsonl", name="1")) == "new"
        assert case.keep(make("Two.", path="y.jsonl", name="1")) == "new"
        assert [document.id for document in case.documents()] == ["1", "1.2"]
        assert case.keep(make("Two.", path="y.jsonl", name="1")) == "known"

    def test_equal_texts_in_one_file_are_both_kept(self, case: CaseStore, make: Make) -> None:
        assert [case.keep(make("Same.", raw=b"[]", name=name)) for name in "ab"] == ["new", "new"]


def test_another_extractor_adds_a_version_and_overwrites_none(case: CaseStore, make: Make) -> None:
    case.keep(make("Text as first read.", raw=b"<p>"))
    better = make("Text as read better.", raw=b"<p>", extractor="sayso-text/2", title="A better title")
    assert case.keep(better) == "known"
    assert case.documents() == [better.document]
    assert [one.text for one in case.texts(better.document.id)] == ["Text as first read.", "Text as read better."]
    assert case.save_text(better.document) is False
    again = msgspec.structs.replace(better.document, text="And better.", extractor="sayso-text/3")
    assert case.save_text(again) is True
    assert case.documents()[0].text == "And better."
    assert [finding for finding in case.verify() if not finding.ok] == []


def test_bytes_that_are_not_the_documents_are_refused(case: CaseStore, make: Make) -> None:
    good = make()
    with pytest.raises(InputRefused, match="SHA-256"):
        case.keep(msgspec.structs.replace(good, raw=b"other"))
    with pytest.raises(InputRefused, match="half characters"):
        case.keep(make("broken \ud800", raw=b"x"))
    assert case.keep_many([]) == []
    with pytest.raises(InputRefused):
        case.keep_many([good, msgspec.structs.replace(make("More."), raw=b"other")])
    assert case.documents() == []
    assert [finding for finding in case.verify() if not finding.ok] == []


def test_headers_travel_along_but_nothing_is_decoded_twice(case: CaseStore, folder: Path, make: Make) -> None:
    headers = (
        ("Content-Type", "text/html"),
        ("Content-Encoding", "gzip"),
        ("Transfer-Encoding", "chunked"),
        ("X-Odd", "a\r\nInjected: b"),
    )
    case.keep(make("Plain.", url=URL, headers=headers))
    with (folder / files(folder)[0]).open("rb") as source:
        record = next(one for one in ArchiveIterator(source) if one.rec_type == "response")
    assert record.http_headers.get_statuscode() == "200"
    assert [name for name, _ in record.http_headers.headers] == [
        "Content-Type",
        "X-Archive-Orig-Content-Encoding",
        "X-Archive-Orig-Transfer-Encoding",
        "X-Odd",
    ]
    assert case.copies()[0].capture.headers == headers
    assert case.raw(case.documents()[0].id) == b"Plain."


def test_where_a_file_was_is_a_legal_address(case: CaseStore, folder: Path, make: Make) -> None:
    case.keep(make(path="/reports/a b.txt"))
    case.keep(make("Two.", path="reports/ä.txt"))
    assert [target for _, target, _ in records_in(folder)[1:]] == [
        "file:///reports/a%20b.txt",
        "urn:sayso:reports%2F%C3%A4.txt",
    ]


def test_an_archive_file_that_is_full_is_followed_by_another(folder: Path, make: Make) -> None:
    with create(folder, options=StoreOptions(archive_limit=1500)) as case:
        for number in range(8):
            case.keep(make(f"Report {number}."))
        assert len(files(folder)) > 1
        assert [finding for finding in case.verify() if not finding.ok] == []
        kinds = [kind for kind, _, _ in records_in(folder)]
        assert kinds.count("warcinfo") == len(files(folder))
        assert [case.raw(document.id) for document in case.documents()] == [f"Report {n}.".encode() for n in range(8)]


def test_lost_bytes_are_said_to_be_lost(case: CaseStore, folder: Path, make: Make) -> None:
    case.keep(make())
    case.close()
    (folder / files(folder)[0]).unlink()
    with open_case(folder) as again, pytest.raises(CaseDamaged, match="sayso verify"):
        again.raw(make().document.id)


@pytest.mark.parametrize("where", ["archive", "log", "commit"])
def test_a_full_disk_changes_nothing(
    case: CaseStore, folder: Path, make: Make, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    case.keep(make())

    def full(*_args: Any, **_more: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    place = {
        "archive": "sayso.store.archive.os.fsync",
        "log": "sayso.store.writing.append_lines",
        "commit": "sayso.store.writing.insert_rows",
    }[where]
    before = (folder / "custody.log").read_bytes(), (folder / files(folder)[0]).read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(place, full)
        with pytest.raises(CaseError, match="No space left on device"):
            case.keep(make("More."))
    assert ((folder / "custody.log").read_bytes(), (folder / files(folder)[0]).read_bytes()) == before
    assert case.keep(make("More.")) == "new"
    assert [finding for finding in case.verify() if not finding.ok] == []


def test_an_interruption_right_after_the_commit_takes_nothing_back(
    case: CaseStore, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_self: DefaultDialect, connection: Any) -> None:
        connection.commit()
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(DefaultDialect, "do_commit", interrupted)
        with pytest.raises(KeyboardInterrupt):
            case.keep(make())
    assert case.keep(make()) == "known"
    assert [finding for finding in case.verify() if not finding.ok] == []


@settings(max_examples=15, deadline=None)
@given(told=st.lists(st.tuples(st.text(min_size=1), st.binary(), st.none() | st.text()), min_size=1, max_size=8))
def test_whatever_the_text_and_the_bytes_they_come_back(told: list[tuple[str, bytes, str | None]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        made = [
            collected(text, raw=bytes([number]) + raw, title=title, path=f"{number}.txt")
            for number, (text, raw, title) in enumerate(told)
        ]
        with create(Path(place) / "case") as case:
            assert case.keep_many(made) == ["new"] * len(made)
        with open_case(Path(place) / "case") as case:
            assert case.documents() == [one.document for one in made]
            assert [case.raw(one.document.id) for one in made] == [one.raw for one in made]
            assert [finding for finding in case.verify() if not finding.ok] == []


def test_a_capture_by_import_keeps_its_address(case: CaseStore, make: Make) -> None:
    told = make(url=URL)
    capture = Capture(retrieved="2030-01-01T00:00:00Z", method="warc", tool="sayso/test", location="old.warc.gz")
    assert case.keep(msgspec.structs.replace(told, capture=capture)) == "new"
    assert case.keep(told) == "known"
    assert case.copies()[0].capture.method == "warc"
