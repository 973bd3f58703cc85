"""Verification finds what was done to a case, names it, and never raises."""

from __future__ import annotations

import gzip
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from sayso.records import Finding, Reading, Refused
from sayso.store import CaseStore, StoreOptions, create, open_case
from sayso.store.custody import Entry, line
from sayso.store.warcs import files

from .conftest import Make, collected


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed case with something in every table, its archive in two files."""
    folder = tmp_path_factory.mktemp("model") / "quell"
    with create(folder, options=StoreOptions(operator="Ada", archive_limit=1500)) as case:
        for number in range(5):
            case.keep(collected(f"Report {number}.", url=f"http://gazette.example/{number}"))
        case.save_reading(Reading(document=case.documents()[0]))
        case.refuse(Refused(name="b.pdf", reason="It needs a password."))
        case.decide("grade", "Quell Gazette", "B2")
        case.decide("grade", "Quell Gazette", "C3")
        case.undo()
        case.set_setting("title", "The boats")
    assert len(files(folder)) == 2
    return folder


@pytest.fixture
def filled(model: Path, folder: Path) -> Path:
    """A copy of the model, to be damaged."""
    shutil.copytree(model, folder)
    return folder


def wrong(folder: Path) -> list[Finding]:
    with open_case(folder) as case:
        return [finding for finding in case.verify() if not finding.ok]


def change(folder: Path, statement: str) -> None:
    connection = sqlite3.connect(folder / "case.db")
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_an_untouched_case_is_sound(filled: Path) -> None:
    assert wrong(filled) == []
    with open_case(filled) as case:
        said = [finding.says for finding in case.verify()]
    assert len(said) == 6
    head = msgspec.json.decode((filled / "custody.log").read_bytes().splitlines()[-1])["hash"]
    assert head in said[1]


def test_any_flipped_byte_of_the_archive_is_found_and_named(filled: Path) -> None:
    chosen = random.Random(20310406)
    with open_case(filled) as case:
        records = {(copy.warc, copy.offset): copy for copy in case.copies()}
        for name in files(filled):
            path = filled / name
            good = path.read_bytes()
            for place in {*range(12), len(good) - 1, *chosen.sample(range(len(good)), 25)}:
                flipped = bytearray(good)
                flipped[place] ^= 1 << chosen.randrange(8)
                path.write_bytes(flipped)
                bad = [finding for finding in case.verify() if not finding.ok]
                assert len(bad) == 1, (name, place)
                hit = [
                    copy for copy in records.values() if copy.warc == name and 0 <= place - copy.offset < copy.length
                ]
                assert all(copy.record_id in bad[0].says and copy.document in bad[0].says for copy in hit)
            path.write_bytes(good)
        assert [finding for finding in case.verify() if not finding.ok] == []


def test_a_missing_archive_file_names_every_record_that_was_in_it(filled: Path) -> None:
    with open_case(filled) as case:
        gone = [copy.document for copy in case.copies() if copy.warc == files(filled)[0]]
    (filled / files(filled)[0]).unlink()
    said = " ".join(finding.says for finding in wrong(filled))
    assert all(name in said for name in gone)
    assert "the file archive/sayso-00001.warc.gz is not there" in said


@pytest.mark.parametrize("which", [0, 1])
def test_a_cut_archive_is_found(filled: Path, which: int) -> None:
    path = filled / files(filled)[which]
    path.write_bytes(path.read_bytes()[:-40])
    assert [finding for finding in wrong(filled) if "ends before it does" in finding.says]


def test_bytes_slipped_in_between_archive_files_are_found(filled: Path) -> None:
    path = filled / files(filled)[0]
    path.write_bytes(path.read_bytes() + b"more")
    assert [finding.subject for finding in wrong(filled)] == ["archive/sayso-00001.warc.gz"]


def test_an_archive_of_others_is_pointed_out_and_left_alone(
    filled: Path, options: StoreOptions, tmp_path: Path, make: Make
) -> None:
    with open_case(filled, write=True, options=options) as case:
        case.export_warc(tmp_path / "whole.warc.gz")
    theirs = gzip.compress(b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 2\r\n\r\nhi\r\n\r\n")
    for name in ("aaa.warc.gz", "zzz.warc.gz"):
        (filled / "archive" / name).write_bytes(theirs)
    ours = filled / files(filled)[-1]
    ours.write_bytes(ours.read_bytes() + theirs)
    with open_case(filled, write=True, options=options) as case:
        case.keep(make("Written after it."))
        assert case.raw(case.documents()[-1].id) == b"Written after it."
    assert [path.read_bytes() for path in sorted((filled / "archive").glob("[az]*.warc.gz"))] == [theirs, theirs]
    assert theirs in ours.read_bytes()
    assert [finding.subject for finding in wrong(filled)][-2:] == ["archive/aaa.warc.gz", "archive/zzz.warc.gz"]
    assert any("does not follow the one before it" in finding.says for finding in wrong(filled))


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE documents SET url = 'http://other.example/' WHERE number = 2", "The row of the document"),
        ("UPDATE documents SET capture = '{}' WHERE number = 2", "The row of the document"),
        ("UPDATE texts SET text = 'Report 9.' WHERE id = 2", "The row of the text 2"),
        ("UPDATE texts SET details = replace(details, 'Gazette', 'Herald') WHERE id = 2", "The row of the text 2"),
        ("UPDATE records SET stored = '2030' WHERE kind = 'response'", "The row of the archive record"),
        ("UPDATE readings SET body = replace(body, 'plain/1', 'model/1')", "The row of the reading 1"),
        ("UPDATE refusals SET reason = 'No.'", "The row of the refused input 1"),
        ("UPDATE decisions SET value = '\"A1\"' WHERE id = 1", "The row of the decision 1"),
        ("UPDATE settings SET value = '\"Ships\"'", "The row of the setting title"),
        ("DELETE FROM decisions WHERE id = 3", "decision 3 is in the custody log but no longer"),
        ("DELETE FROM readings", "reading 1 is in the custody log but no longer"),
        ("DELETE FROM texts WHERE id = 2", "has no text"),
        ("DELETE FROM documents WHERE number = 2", "is in the custody log but no longer"),
        ("DELETE FROM records WHERE kind = 'response'", "has no archive record"),
        (
            "INSERT INTO decisions (id, kind, subject, value, who, time) VALUES (9, 'grade', 'x', '\"A1\"', 'y', 'z')",
            "The decision 9 is in the case but not in the custody log",
        ),
        ("UPDATE custody SET operator = 'Eve' WHERE seq = 3", "Entry 3 of the custody log"),
        ("UPDATE custody SET details = '{}' WHERE seq = 3", "Entry 3 of the custody log"),
        ("DELETE FROM custody WHERE seq = 3", "lacks entry 3"),
        ("DELETE FROM custody WHERE seq = (SELECT max(seq) FROM custody)", "was cut"),
        ("DELETE FROM custody", "was cut"),
        ("DELETE FROM meta WHERE key = 'custody_head'", "was cut"),
        ("UPDATE custody SET details = 'no json' WHERE seq = 3", "cannot be read"),
        ("UPDATE documents SET capture = 'no json' WHERE number = 2", "cannot be read"),
        ("UPDATE custody SET event = x'ff' WHERE seq = 3", "cannot be read"),
        ("DROP TABLE texts", "cannot be read"),
    ],
)
def test_a_changed_row_is_found(filled: Path, statement: str, says: str) -> None:
    change(filled, statement)
    said = [finding.says for finding in wrong(filled)]
    assert any(says in one for one in said), said


def test_a_database_of_an_earlier_day_put_back_is_found(
    filled: Path, options: StoreOptions, make: Make, tmp_path: Path
) -> None:
    before = (filled / "case.db").read_bytes()
    with open_case(filled, write=True, options=options) as case:
        case.keep(make("Seen later."))
        case.keep(make("And later still."))
    (filled / "case.db").write_bytes(before)
    assert any("an older case.db was put back" in finding.says for finding in wrong(filled))
    # Opening it for writing loses no archived byte, and the log remembers.
    size = (filled / files(filled)[-1]).stat().st_size
    with open_case(filled, write=True, options=options) as case:
        assert (filled / files(filled)[-1]).stat().st_size == size
        assert case.keep(make("Seen later.")) == "new"
    assert [finding.says for finding in wrong(filled) if "older case.db" not in finding.says.lower()] == []
    assert wrong(filled) != []


def cut_last(lines: list[bytes]) -> list[bytes]:
    return lines[:-1]


def cut_middle(lines: list[bytes]) -> list[bytes]:
    return lines[:4] + lines[5:]


def torn(lines: list[bytes]) -> list[bytes]:
    return [*lines[:-1], lines[-1][:20]]


def changed(lines: list[bytes]) -> list[bytes]:
    return [*lines[:4], lines[4].replace(b"Ada", b"Eve"), *lines[5:]]


def garbage(lines: list[bytes]) -> list[bytes]:
    return [*lines, b"\xff\x00garbage\n"]


def forged(lines: list[bytes]) -> list[bytes]:
    last = msgspec.json.decode(lines[-1], type=Entry)
    more = msgspec.structs.replace(last, seq=last.seq + 1, prev="0" * 64)
    return [*lines, line(msgspec.structs.replace(more, hash=more.digest()))]


def emptied(_lines: list[bytes]) -> list[bytes]:
    return []


@pytest.mark.parametrize("damage", [cut_last, cut_middle, torn, changed, garbage, forged, emptied])
def test_a_damaged_text_copy_is_found_and_not_healed_in_silence(
    filled: Path, options: StoreOptions, damage: Callable[[list[bytes]], list[bytes]]
) -> None:
    log = filled / "custody.log"
    log.write_bytes(b"".join(damage(log.read_bytes().splitlines(keepends=True))))
    assert [finding.subject for finding in wrong(filled)] == ["custody.log"]
    with open_case(filled, write=True, options=options) as case:
        case.set_setting("note", "still here")
    assert [finding.subject for finding in wrong(filled)] == ["custody.log"]


def test_a_missing_text_copy_is_found(filled: Path) -> None:
    (filled / "custody.log").unlink()
    assert [finding.subject for finding in wrong(filled)] == ["custody.log"]


def test_a_log_cut_in_both_places_is_found(filled: Path) -> None:
    log = filled / "custody.log"
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:-1]))
    change(filled, "DELETE FROM custody WHERE seq = (SELECT max(seq) FROM custody)")
    assert any("was cut" in finding.says for finding in wrong(filled))


def test_a_rewritten_log_no_longer_answers_for_the_rows(filled: Path) -> None:
    entries = [msgspec.json.decode(row, type=Entry) for row in (filled / "custody.log").read_bytes().splitlines()]
    kept, prev = [], ""
    for entry in entries[:-4]:
        bare = msgspec.structs.replace(entry, prev=prev)
        kept.append(msgspec.structs.replace(bare, hash=bare.digest()))
        prev = kept[-1].hash
    (filled / "custody.log").write_bytes(b"".join(map(line, kept)))
    change(filled, f"DELETE FROM custody WHERE seq > {kept[-1].seq}")
    change(filled, f"UPDATE meta SET value = '{kept[-1].seq} {prev}' WHERE key = 'custody_head'")
    assert any("not in the custody log" in finding.says for finding in wrong(filled))


def test_flipped_bytes_of_the_database_never_raise(filled: Path) -> None:
    chosen = random.Random(7)
    path = filled / "case.db"
    good = path.read_bytes()
    with open_case(filled) as case:
        for place in chosen.sample(range(100, len(good)), 40):
            flipped = bytearray(good)
            flipped[place] ^= 1 << chosen.randrange(8)
            path.write_bytes(flipped)
            assert case.verify()
            case._engine.dispose()
        path.write_bytes(good)


def test_a_record_swapped_for_another_good_one_is_found(filled: Path) -> None:
    with open_case(filled) as case:
        first, second = [copy for copy in case.copies() if copy.warc == files(filled)[0]][:2]
    path = filled / first.warc
    data = path.read_bytes()
    one = data[first.offset : first.offset + first.length]
    two = data[second.offset : second.offset + second.length]
    path.write_bytes(data[: first.offset] + two + one + data[second.offset + second.length :])
    said = " ".join(finding.says for finding in wrong(filled))
    assert first.record_id in said
    assert second.record_id in said


def test_a_writing_case_can_verify_itself(case: CaseStore, make: Make) -> None:
    case.keep(make())
    assert [finding for finding in case.verify() if not finding.ok] == []
