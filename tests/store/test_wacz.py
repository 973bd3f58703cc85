"""What is exported can be read by others: WARC from end to end, WACZ by its specification."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from sayso.errors import UsageError
from sayso.store import CaseStore, StoreOptions, create
from sayso.store.wacz import surt
from sayso.store.warcs import files

from .conftest import Make


@pytest.fixture
def package(folder: Path, options: StoreOptions, make: Make, tmp_path: Path) -> zipfile.ZipFile:
    with create(folder, options=StoreOptions(clock=options.clock, archive_limit=1500)) as case:
        for number in range(4):
            case.keep(make(f"Page {number}.", url=f"http://www.gazette.example/{number}?B=1&a=2"))
        case.keep(make("A file.", path="reports/ä.txt"))
        case.set_setting("title", "The boats")
        case.export_wacz(tmp_path / "boats.wacz")
        assert [finding for finding in case.verify() if not finding.ok] == []
    return zipfile.ZipFile(io.BytesIO((tmp_path / "boats.wacz").read_bytes()))


def test_the_package_lists_and_hashes_all_that_it_holds(package: zipfile.ZipFile) -> None:
    about = json.loads(package.read("datapackage.json"))
    assert (about["profile"], about["wacz_version"], about["title"]) == ("data-package", "1.1.1", "The boats")
    listed = {one["path"] for one in about["resources"]}
    assert listed == set(package.namelist()) - {"datapackage.json", "datapackage-digest.json"}
    for one in about["resources"]:
        data = package.read(one["path"])
        assert (one["bytes"], one["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
        assert one["path"].endswith("/" + one["name"])
    digest = json.loads(package.read("datapackage-digest.json"))
    assert digest["path"] == "datapackage.json"
    assert digest["hash"] == f"sha256:{hashlib.sha256(package.read('datapackage.json')).hexdigest()}"


def test_archives_are_stored_so_that_ranges_can_be_read(package: zipfile.ZipFile) -> None:
    assert {info.compress_type for info in package.infolist()} == {zipfile.ZIP_STORED}
    assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_index_line_leads_to_its_record(package: zipfile.ZipFile) -> None:
    lines = gzip.decompress(package.read("indexes/index.cdx.gz")).decode().splitlines()
    assert lines == sorted(lines)
    assert len(lines) == 5
    assert lines[0].startswith("example,gazette)/0?a=2&b=1 20310406070809 {")
    for line in lines:
        entry: dict[str, Any] = json.loads(line.split(" ", 2)[2])
        data = package.read(f"archive/{entry['filename']}")[int(entry["offset"]) :][: int(entry["length"])]
        record = next(iter(ArchiveIterator(io.BytesIO(data), check_digests="raise")))
        assert record.rec_headers.get_header("WARC-Target-URI") == entry["url"]
        assert "sha256:" + hashlib.sha256(record.content_stream().read()).hexdigest() == entry["digest"]


def test_every_document_is_a_page_with_an_address_of_the_index(package: zipfile.ZipFile) -> None:
    head, *pages = [json.loads(line) for line in package.read("pages/pages.jsonl").decode().splitlines()]
    assert (head["format"], head["id"]) == ("json-pages-1.0", "pages")
    assert len(pages) == 5
    index = gzip.decompress(package.read("indexes/index.cdx.gz")).decode()
    for page in pages:
        assert json.dumps(page["url"]) in index
        assert page["ts"] == "2031-04-06T07:08:09Z"
        assert page["title"] == "Boats lost at Quell"


def test_one_warc_holds_the_whole_archive(folder: Path, make: Make, tmp_path: Path) -> None:
    with create(folder, options=StoreOptions(archive_limit=700)) as case:
        for number in range(3):
            case.keep(make(f"Report {number}."))
        assert len(files(folder)) > 1
        case.export_warc(tmp_path / "all.warc.gz")
        case.export_warc(tmp_path / "all.warc")
    for name in ("all.warc.gz", "all.warc"):
        with (tmp_path / name).open("rb") as source:
            payloads = [one.content_stream().read() for one in ArchiveIterator(source) if one.rec_type == "resource"]
        assert payloads == [b"Report 0.", b"Report 1.", b"Report 2."]


def test_an_empty_case_can_be_exported(case: CaseStore, tmp_path: Path) -> None:
    case.export_wacz(tmp_path / "empty.wacz")
    case.export_warc(tmp_path / "empty.warc.gz")
    with zipfile.ZipFile(tmp_path / "empty.wacz") as package:
        assert package.testzip() is None


def test_an_export_that_fails_leaves_nothing_behind(case: CaseStore, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="could not be written"):
        case.export_wacz(tmp_path / "no" / "such" / "folder.wacz")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["quell"]


@pytest.mark.parametrize(
    ("url", "sorted_form"),
    [
        ("https://www.Gazette.example:443/A/b", "example,gazette)/a/b"),
        ("http://gazette.example:8080", "example,gazette:8080)/"),
        ("urn:sayso:a%2Fb.txt", "urn:sayso:a%2Fb.txt"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_sort_friendly_addresses(url: str, sorted_form: str) -> None:
    assert surt(url) == sorted_form
