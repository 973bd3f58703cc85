"""Making, opening and closing a case, and what it gives back."""

from __future__ import annotations

import errno
import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update
from warcio.archiveiterator import ArchiveIterator

from sayso.errors import CaseBusy, CaseDamaged, CaseError, CaseExists, CaseNotFound, InputRefused, UsageError
from sayso.records import Claim, Reading, Refused, Span
from sayso.store import CaseStore, StoreOptions, create, open_case
from sayso.store.dialects import engine_for
from sayso.store.locking import being_written
from sayso.store.schema import schema_version

from .conftest import Make


def test_everything_kept_comes_back_as_it_was(case: CaseStore, folder: Path, make: Make) -> None:
    first, second = make(), make("Officials denied it.\u2028Nobody was hurt.", url="http://gazette.example/2?a=ü b")
    assert [case.keep(first), case.keep(second)] == ["new", "new"]
    case.close()
    with open_case(folder) as again:
        assert again.documents() == [first.document, second.document]
        assert again.raw(second.document.id) == second.raw
        assert [copy.capture for copy in again.copies()] == [first.capture, second.capture]
        assert again.document_for("http://gazette.example/2?a=ü b") == second.document
        assert again.document_for("reports/one.txt") == first.document
        assert again.document_for("nothing") is None
        assert again.name == "quell"
        assert again.path == folder


def test_a_copy_is_found_at_its_offset_by_any_warc_reader(case: CaseStore, folder: Path, make: Make) -> None:
    case.keep(make())
    case.keep(make("A page.", url="http://gazette.example/page"))
    for copy, kind, raw in zip(case.copies(), ("resource", "response"), (make().raw, b"A page."), strict=True):
        with (folder / copy.warc).open("rb") as source:
            source.seek(copy.offset)
            record = next(iter(ArchiveIterator(source)))
            assert (record.rec_type, record.content_stream().read()) == (kind, raw)
            assert record.rec_headers.get_header("WARC-Record-ID").strip("<>") == copy.record_id
            assert record.rec_headers.get_header("WARC-Payload-Digest") == f"sha256:{copy.sha256}"
            assert record.rec_headers.get_header("WARC-Date") == "2031-04-06T07:08:09Z"


def test_there_is_one_case_at_a_place(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(CaseNotFound, match="sayso new"):
        open_case(folder)
    create(folder).close()
    with pytest.raises(CaseExists, match="already"):
        create(folder)
    with pytest.raises(UsageError, match="not an empty folder"):
        create(tmp_path)
    (tmp_path / "empty").mkdir()
    create(tmp_path / "empty").close()
    open_case(tmp_path / "empty" / "case.db").close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "quell"]


def test_a_file_that_is_no_case_is_named_as_such(folder: Path) -> None:
    folder.mkdir()
    (folder / "case.db").write_text("a shopping list, and a long one at that")
    with pytest.raises(CaseDamaged, match="not a database"):
        open_case(folder)
    (folder / "case.db").unlink()
    connection = sqlite3.connect(folder / "case.db")
    connection.execute("CREATE TABLE birds (name TEXT)")
    connection.close()
    with pytest.raises(CaseNotFound, match="not made by sayso"):
        open_case(folder)


def test_a_case_of_a_newer_sayso_is_left_alone(case: CaseStore, folder: Path) -> None:
    case.close()
    engine = engine_for(folder / "case.db", write=True)
    with engine.begin() as connection:
        connection.execute(update(schema_version).values(version_num="9999"))
    engine.dispose()
    for write in (False, True):
        with pytest.raises(CaseError, match="newer sayso"):
            open_case(folder, write=write)
    assert not being_written(folder)


def test_one_writer_and_any_number_of_readers(case: CaseStore, folder: Path, make: Make) -> None:
    case.keep(make())
    with pytest.raises(CaseBusy, match="Another sayso is writing"):
        open_case(folder, write=True)
    with open_case(folder) as reader:
        assert len(reader.documents()) == 1
        case.keep(make("More."))
        assert len(reader.documents()) == 2
        assert all(finding.ok for finding in reader.verify())
        with pytest.raises(UsageError, match="reading only"):
            reader.keep(make())
    case.close()
    open_case(folder, write=True).close()


def test_reading_goes_on_while_another_thread_writes(case: CaseStore, folder: Path, make: Make) -> None:
    seen: list[int] = []
    failed: list[Any] = []
    done = threading.Event()

    def watch() -> None:
        with open_case(folder) as reader:
            while not done.is_set():
                documents, copies = reader.documents(), reader.copies()
                seen.append(len(documents))
                failed.extend(finding for finding in reader.verify() if not finding.ok)
                assert len(copies) >= len(documents)

    thread = threading.Thread(target=watch)
    thread.start()
    for number in range(60):
        case.keep(make(f"Report {number}."))
    done.set()
    thread.join()
    assert seen == sorted(seen)
    assert failed == []


def test_several_threads_may_use_one_case(case: CaseStore, make: Make) -> None:
    threads = [threading.Thread(target=lambda n=n: [case.keep(make(f"{n} {i}")) for i in range(10)]) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(case.documents()) == 40
    assert [finding for finding in case.verify() if not finding.ok] == []


def test_refusals_stay_and_the_present_state_is_seen(case: CaseStore, make: Make) -> None:
    broken = Refused(name="reports/one.txt", reason="It is empty.")
    for refused in (broken, broken, Refused(name="b.pdf", reason="It needs a password.")):
        case.refuse(refused)
    assert [one.name for one in case.refused()] == ["reports/one.txt", "b.pdf"]
    case.keep(make())
    assert [one.name for one in case.refused()] == ["reports/one.txt", "b.pdf"]
    assert [one.name for one in case.refused(latest=True)] == ["b.pdf"]


def test_names_that_are_no_text_are_noted_or_refused(case: CaseStore, make: Make) -> None:
    case.refuse(Refused(name="b\udcff.pdf", reason="It cannot be opened."))
    assert case.refused()[0].name == "b\\udcff.pdf"
    with pytest.raises(InputRefused, match="half characters"):
        case.keep(make(path="b\udcff.txt"))
    with pytest.raises(UsageError, match="half characters"):
        case.set_setting("title", "b\udcff")
    with pytest.raises(UsageError, match="half characters"):
        case.decide("grade", "b\udcff", "B2")
    assert [finding for finding in case.verify() if not finding.ok] == []


def test_a_folder_that_cannot_be_written_is_said_so(
    case: CaseStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.close()

    def denied(*_args: Any, **_more: Any) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("sayso.store.locking.os.open", denied)
    with pytest.raises(CaseError, match="cannot be written to: Permission denied"):
        open_case(folder, write=True)


def test_settings_are_kept_with_every_value_in_the_log(case: CaseStore, options: StoreOptions) -> None:
    assert case.setting("title") is None
    case.set_setting("title", "The boats")
    case.set_setting("title", {"en": "Boats at Quell"}, who="Ben")
    assert case.setting("title") == {"en": "Boats at Quell"}
    told = [row["details"]["value"] for row in case.custody() if row["event"] == "setting"]
    assert told == ["The boats", {"en": "Boats at Quell"}]


def test_newest_is_the_time_of_the_newest_row_not_of_a_visit(folder: Path, options: StoreOptions, make: Make) -> None:
    with create(folder, options=options) as case:
        assert case.newest() is None
        case.keep(make())
        before = case.newest()
        assert before is not None
        assert before.startswith("2031-04-06T08:00:")
    with open_case(folder, options=options) as case:
        assert case.newest() == before


def test_the_same_adds_at_the_same_times_give_the_same_bytes(tmp_path: Path, make: Make) -> None:
    fixed = StoreOptions(operator="Ada", clock=lambda: datetime(2031, 4, 6, tzinfo=UTC))
    for name in ("one", "two"):
        with create(tmp_path / name, options=fixed) as case:
            case.keep(make())
            case.decide("grade", "Quell Gazette", "B2")
            case.set_setting("title", ("The boats",))
            case.export_wacz(tmp_path / name / "boats.wacz")
    for part in ("archive/sayso-00001.warc.gz", "custody.log", "boats.wacz"):
        assert (tmp_path / "one" / part).read_bytes() == (tmp_path / "two" / part).read_bytes()


class TestReadings:
    def reading(self, case: CaseStore, number: int = 0, reader: str = "plain/1") -> Reading:
        document = case.documents()[number]
        claim = Claim(id="c-1", source=None, cue=None, content=(Span.cut(document.text, 0, 3),))
        return Reading(document=document, claims=(claim,), reader=reader)

    def test_what_was_read_is_no_longer_unread(self, case: CaseStore, make: Make) -> None:
        case.keep(make())
        case.keep(make("Not for us.", unread="There is no reader for this language."))
        case.keep(make("A second report."))
        assert len(case.unread("plain/1")) == 2
        case.save_reading(self.reading(case))
        assert [document.text for document in case.unread("plain/1")] == ["A second report."]
        assert len(case.unread("model/1")) == 2
        assert case.readings() == [self.reading(case)]

    def test_the_newest_reader_wins_and_the_older_reading_stays(self, case: CaseStore, make: Make) -> None:
        case.keep(make())
        for reader in ("plain/1", "model/1", "model/1"):
            case.save_reading(self.reading(case, reader=reader))
        assert [reading.reader for reading in case.readings()] == ["model/1"]
        assert [row["details"]["reader"] for row in case.custody() if row["event"] == "read"] == ["plain/1", "model/1"]
        case.save_reading(self.reading(case, reader="plain/1"))
        assert [reading.reader for reading in case.readings()] == ["plain/1"]

    def test_some_readings_in_stored_order(self, case: CaseStore, make: Make) -> None:
        for number in range(3):
            case.keep(make(f"Report {number}."))
        for number in (2, 0, 1):
            case.save_reading(self.reading(case, number))
        ids = [document.id for document in case.documents()]
        assert [reading.document.id for reading in case.readings()] == ids
        assert [reading.document.id for reading in case.readings([ids[2], ids[0]])] == [ids[0], ids[2]]
        assert case.readings([]) == []

    def test_a_reading_keeps_to_the_text_that_it_read(self, case: CaseStore, make: Make) -> None:
        case.keep(make(raw=b"raw"))
        old = self.reading(case)
        case.save_reading(old)
        case.keep(make("Another text of the same bytes.", raw=b"raw", extractor="sayso-text/2"))
        assert case.readings() == [old]
        assert [document.extractor for document in case.unread("plain/1")] == ["sayso-text/2"]
        assert [document.extractor for document in case.texts(old.document.id)] == ["sayso-text/1", "sayso-text/2"]

    def test_a_reading_of_another_text_is_refused(self, case: CaseStore, make: Make) -> None:
        case.keep(make())
        strange = make("Something else.", name=make().document.id).document
        with pytest.raises(UsageError, match="not the one"):
            case.save_reading(Reading(document=strange))
        with pytest.raises(UsageError, match="no document"):
            case.save_reading(Reading(document=make("Unknown.").document))


def test_importing_the_room_loads_no_database_library() -> None:
    code = "import sys, sayso.store; print([m for m in ('sqlalchemy', 'alembic', 'warcio') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"[]"


def test_opening_a_current_case_loads_no_alembic(case: CaseStore, folder: Path) -> None:
    case.close()
    code = (
        "import sys, pathlib, sayso.store as s; s.open_case(pathlib.Path(sys.argv[1])).close();"
        "print('alembic' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, check=True)
    assert ran.stdout.strip() == b"False"


def test_a_case_on_read_only_media_can_be_read(
    case: CaseStore, folder: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.keep(make())
    case.close()
    before = sorted(path.name for path in folder.iterdir())
    monkeypatch.setattr("os.access", lambda *_args: False)
    with open_case(folder) as reader:
        assert len(reader.documents()) == 1
        assert sorted(path.name for path in folder.iterdir()) == before


def test_a_case_read_all_along_sees_what_other_processes_write_after_this_one_wrote(folder: Path) -> None:
    create(folder).close()
    with open_case(folder) as reading:
        assert reading.decisions() == []
        with open_case(folder, write=True) as writing:
            writing.decide("grade", "Quell Gazette", "A1")
        code = (
            "import sys; from pathlib import Path; from sayso.store import open_case\n"
            "with open_case(Path(sys.argv[1]), write=True) as case: case.decide('grade', 'Quell Gazette', 'B2', 'Ben')"
        )
        subprocess.run([sys.executable, "-c", code, str(folder)], check=True)
        assert [d.value for d in reading.decisions()] == ["A1", "B2"]
