"""The way in as a whole: order, bytes untouched, ids, what the user tells."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.collect.makers import ENGLISH, article, gather, one, pdf, warc

from sayso.collect import CollectOptions, collect, extract
from sayso.collect.options import Part
from sayso.collect.parts import split
from sayso.errors import InputRefused, UsageError
from sayso.records import Capture, Refused


def test_bytes_are_untouched_and_hashed(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbfTwo hurt.\r\nSays the mayor.\r\n"
    (tmp_path / "a.txt").write_bytes(raw)
    taken = one(tmp_path / "a.txt")
    assert taken.raw == raw
    assert taken.document.sha256 == hashlib.sha256(raw).hexdigest()
    assert taken.document.text == "Two hurt.\nSays the mayor.\n"
    assert taken.document.encoding == "utf-8-sig"
    assert taken.capture.retrieved == "2031-04-05T12:00:00Z"
    assert taken.capture.method == "file"
    assert taken.capture.tool.startswith("sayso/")
    assert taken.capture.location == str(tmp_path / "a.txt") == taken.document.path


def test_bad_inputs_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(ENGLISH)
    (tmp_path / "2.txt").write_bytes(b"")
    (tmp_path / "3.html").write_text(article())
    taken, refused = gather(tmp_path, tmp_path / "none.txt")
    assert [Path(str(one.document.path)).name for one in taken] == ["1.txt", "3.html"]
    assert [Path(one.name).name for one in refused] == ["2.txt", "none.txt"]


def test_collect_is_lazy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    found = collect([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], options=CollectOptions())
    next(found)
    (tmp_path / "b.txt").write_text(ENGLISH + " More.")
    assert not isinstance(next(found), Refused)


def test_same_input_gives_same_output(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(article())
    (tmp_path / "b.txt").write_text(ENGLISH)
    assert gather(tmp_path) == gather(tmp_path)


def test_ids_depend_on_content_alone_until_they_collide(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(ENGLISH)
    alone = one(tmp_path / "b.txt").document.id
    taken, _ = gather(tmp_path)
    ids = [one.document.id for one in taken]
    assert ids[0] == alone
    assert len(set(ids)) == 3
    assert [one.document.id for one in gather(tmp_path)[0]] == ids


def test_rows_keep_their_ids_and_repeated_ones_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id":"x","text":"One."}\n{"id":"x","text":"Two."}\n{"id":7,"text":"Three."}\n')
    ids = [one.document.id for one in gather(tmp_path / "a.jsonl")[0]]
    assert ids[0] == "x"
    assert ids[1].startswith("x-")
    assert ids[2] == "7"


def test_a_file_named_twice_is_collected_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    assert len(gather(tmp_path, tmp_path / "a.txt", f"{tmp_path}/*.txt")[0]) == 1


def test_standard_input_of_every_kind() -> None:
    for raw in (ENGLISH.encode(), article().encode(), pdf([ENGLISH]), b'{"id":"x","text":"One."}\n'):
        taken, refused = gather("-", stdin=io.BytesIO(raw))
        assert not refused
        assert taken[0].raw.strip() == raw.strip()
        assert (taken[0].document.path, taken[0].capture.method) == ("-", "stdin")
    assert "Nothing is connected" in gather("-")[1][0].reason


def test_standard_input_that_cannot_be_sought() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise io.UnsupportedOperation

    lines = b"".join(b'{"id":"%d","text":"%s"}\n' % (n, b"word " * 3000) for n in range(20))
    assert len(gather("-", stdin=Pipe(lines))[0]) == 20
    assert len(gather("-", stdin=Pipe(gzip.compress(lines)))[0]) == 20
    archive = warc([("https://example.org/a", "text/html", article().encode())])
    assert len(gather("-", stdin=Pipe(archive))[0]) == 1
    long = ("A line. " * 30_000).encode()
    assert gather("-", stdin=Pipe(long))[0][0].raw == long
    assert "larger than the limit" in gather("-", stdin=Pipe(long), options=CollectOptions(max_bytes=1000))[1][0].reason


def test_what_the_user_tells_wins_over_what_was_found_but_not_over_what_is_stated(tmp_path: Path) -> None:
    told = CollectOptions(published="3 April 2031", outlet="Told Times")
    (tmp_path / "a.html").write_text(article().replace("<title>", '<meta name="date" content="2030-01-01"><title>'))
    found = one(tmp_path / "a.html").document
    assert (found.published, found.published_how) == ("2030-01-01", "meta date")
    found = one(tmp_path / "a.html", options=told).document
    assert (found.published, found.published_how, found.outlet) == ("2031-04-03", "told by the user", "Told Times")
    (tmp_path / "b.jsonl").write_text('{"id":"x","text":"One.","published":"2029-01-01"}\n')
    found = one(tmp_path / "b.jsonl", options=told).document
    assert (found.published, found.outlet) == ("2029-01-01", "Told Times")


def test_a_told_date_that_is_none_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="not understood"):
        collect([], options=CollectOptions(published="soon"))


def test_archived_bytes_give_the_same_document_again(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(
        article("Zażółć gęślą. " + ENGLISH).replace("utf-8", "iso-8859-2").encode("iso-8859-2")
    )
    (tmp_path / "b.pdf").write_bytes(pdf([ENGLISH]))
    (tmp_path / "c.txt").write_text(ENGLISH)
    (tmp_path / "d.jsonl").write_text(json.dumps({"id": "x", "text": ENGLISH}) + "\n")
    for taken in gather(tmp_path)[0]:
        first = taken.document
        again = extract(
            taken.raw,
            name=str(first.path),
            media_type=f"{first.media_type}; charset={first.encoding}",
            url=None,
            options=CollectOptions(),
        )
        assert again == [first]


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_text_of_a_row_is_verbatim(text: str) -> None:
    raw = json.dumps({"id": "x", "text": text}).encode()
    document = extract(raw, name="x.jsonl", media_type="application/x-ndjson", url=None, options=CollectOptions())[0]
    assert document.text == text


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).filter(str.strip),
    st.sampled_from(["\n", "\r\n"]),
)
def test_text_of_a_plain_file_is_all_there(line: str, end: str) -> None:
    text = f"Report{end}{line}{end}end of it{end}"
    document = extract(text.encode(), name="a.txt", media_type=None, url=None, options=CollectOptions())[0]
    assert document.text == text.replace("\r\n", "\n")


@given(
    st.binary(max_size=400),
    st.sampled_from(["a.txt", "a.html", "a.pdf", "a.docx", "a.eml", "a.xml", "a.jsonl", "a.mhtml", "a"]),
)
def test_no_bytes_end_in_anything_but_documents_or_a_refusal(raw: bytes, name: str) -> None:
    _whatever(raw, name)


@pytest.mark.parametrize(
    "start",
    [
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"<html>",
        b"<rss>",
        b"WARC/1.0\r\n",
        b"\x1f\x8b\x08\0",
        b"From: a@b\nDate: x\nSubject: y\n",
        b"MIME-Version: 1.0\nFrom: x\nContent-Type: multipart/related; boundary=b\n\n--b\n",
        b"\xff\xfe",
        b"---\nTitle: ",
    ],
)
@settings(max_examples=40)
@given(raw=st.binary(max_size=200))
def test_no_broken_format_ends_in_anything_but_documents_or_a_refusal(start: bytes, raw: bytes) -> None:
    _whatever(start + raw, "a")


def _whatever(raw: bytes, name: str) -> None:
    capture = Capture(retrieved="2031-04-05T12:00:00Z", method="stdin", tool="sayso/test", location="-")
    whole = Part(name=name, path=name, raw=b"", media_type=None, url=None, capture=capture)
    with contextlib.suppress(InputRefused):
        for part in split(io.BytesIO(raw), whole, size=len(raw), limit=10_000):
            assert isinstance(part, Refused) or part.kind is not None
    try:
        documents = extract(raw, name=name, media_type=None, url=None, options=CollectOptions())
    except InputRefused as refused:
        documents, why = [], refused.reason
    else:
        why = "none."
    assert all(document.text.strip() for document in documents)
    assert why.endswith(".")
    assert "reader failed" not in why, why
