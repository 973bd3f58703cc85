"""The file of derived things: mappings that come back as they were left, and that a case can do without."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import CaseDamaged
from sayso.store.shelf import FILE, FileShelf


def test_mappings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    shelf = FileShelf(tmp_path, write=True)
    words, numbers = shelf.space("words", list[tuple[int, float]]), shelf.space("numbers", str)
    words["mill"] = [(1, 0.1), (2, 1 / 3)]
    numbers[-(2**62)] = "far"
    numbers[7] = "near"
    shelf.save()
    shelf.close()
    again = FileShelf(tmp_path, write=True)
    words, numbers = again.space("words", list[tuple[int, float]]), again.space("numbers", str)
    assert words["mill"] == [(1, 0.1), (2, 1 / 3)]
    assert sorted(numbers) == [-(2**62), 7]
    assert "mill" not in numbers
    del numbers[7]
    with pytest.raises(KeyError):
        numbers[7]
    with pytest.raises(KeyError):
        del numbers[7]
    assert dict(numbers) == {-(2**62): "far"}
    again.save()
    again.clear()
    assert len(words) == len(numbers) == 0
    again.close()  # cleared, and not saved
    last = FileShelf(tmp_path, write=False)
    assert dict(last.space("numbers", str)) == {-(2**62): "far"}
    last.close()


def test_a_shelf_that_is_read_saves_nothing(tmp_path: Path) -> None:
    shelf = FileShelf(tmp_path, write=False)
    shelf.space("words", int)["mill"] = 1
    shelf.save()
    shelf.close()
    assert not (tmp_path / FILE).exists()


def test_a_reader_sees_one_state_while_another_writes(tmp_path: Path) -> None:
    writer = FileShelf(tmp_path, write=True)
    space = writer.space("words", int)
    space["mill"] = 1
    writer.save()
    reader = FileShelf(tmp_path, write=False)
    space["mill"] = 2
    space["barge"] = 3
    writer._connection.execute("PRAGMA busy_timeout = 10")  # type: ignore[union-attr]  # it is open
    writer.save()
    assert dict(reader.space("words", int)) == {"mill": 1}
    reader.close()
    writer.save()
    writer.close()
    reader = FileShelf(tmp_path, write=False)
    assert dict(reader.space("words", int)) == {"mill": 2, "barge": 3}
    reader.close()


def test_a_file_that_breaks_is_named_in_a_sentence(tmp_path: Path) -> None:
    shelf = FileShelf(tmp_path, write=True)
    space = shelf.space("words", str)
    space.update({f"word{n}": "x" * 500 for n in range(400)})
    shelf.save()
    shelf.close()
    whole = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(whole[: len(whole) // 2] + b"\xff" * (len(whole) // 2))
    broken = FileShelf(tmp_path, write=False)
    with pytest.raises(CaseDamaged, match="delete it"):
        list(broken.space("words", str).items())
    broken.close()
