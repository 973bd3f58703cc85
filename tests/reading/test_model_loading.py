from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from sayso.errors import DataMissing
from sayso.reading.model import loading, look
from sayso.reading.sentences import split

FILES = ("encoder.onnx", "roles.onnx", "tokenizer.json")
EVERY = (*FILES, "manifest.json")
_TEXT = "Mira Denn said that the ferry was empty."


@pytest.fixture
def standing(tmp_path: Path) -> Path:
    """A folder in the shape of a model's: its files are checked before any of them is opened."""
    folder = tmp_path / "model"
    folder.mkdir()
    for name in FILES:
        (folder / name).write_bytes(name.encode() * 100)
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    moves = {head: [[0.0] * tags] * (tags + 1) for head, tags in (("cue", 5), ("name", 13), ("role", 5))}
    (folder / "manifest.json").write_text(json.dumps({"version": "7", "digests": digests, "moves": moves}))
    return folder


@pytest.fixture
def unopened(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Lets a folder open whose files hold no model; lists what was opened."""
    seen: list[bytes] = []

    def take(raw: bytes) -> object:
        seen.append(raw)
        return object()

    monkeypatch.setattr(loading, "_session", take)
    monkeypatch.setattr(loading, "Pieces", take)
    return seen


def alter(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)


def refusal(folder: Path) -> str:
    with pytest.raises(DataMissing) as caught:
        loading.model(folder)
    said = str(caught.value)
    assert said[0].isalpha()
    assert said.endswith(".")
    assert "install sayso again" in said.lower()  # what to do
    assert caught.value.__suppress_context__ or caught.value.__context__ is None  # no trace of the inside for a user
    return said


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(standing: Path, unopened: list[bytes], name: str) -> None:
    (standing / name).unlink()
    assert refusal(standing).startswith(f"{name} of the reading model is missing")
    assert unopened == []


@pytest.mark.parametrize("name", FILES)
def test_an_altered_byte_is_found_and_nothing_is_opened(standing: Path, unopened: list[bytes], name: str) -> None:
    alter(standing / name)
    with pytest.raises(DataMissing, match=rf"^{name} of the reading model is not the file that was released"):
        loading.model(standing)
    assert unopened == []


@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_short_or_unknown_to_the_manifest_is_refused(
    standing: Path, unopened: list[bytes], name: str
) -> None:
    whole = (standing / name).read_bytes()
    (standing / name).write_bytes(whole[:-1])
    with pytest.raises(DataMissing, match=rf"^{name} "):
        loading.model(standing)
    (standing / name).write_bytes(whole)
    told = json.loads((standing / "manifest.json").read_text())
    del told["digests"][name]
    (standing / "manifest.json").write_text(json.dumps(told))
    loading.manifest.cache_clear()
    with pytest.raises(DataMissing, match=rf"^{name} "):
        loading.model(standing)
    assert unopened == []


_BROKEN = [b"", b"no JSON", b'{"version": "7"', b"\xff\xfe", b'"\xff"', b"[]", b"{}", b"null", b'{"version":7,"digests":{},"moves":{}}',
           b'{"version":"7","digests":{"encoder.onnx":3},"moves":{}}', b"[" * 50_000]  # fmt: skip


@pytest.mark.parametrize("raw", _BROKEN, ids=lambda raw: ascii(raw[:12]))
def test_a_manifest_that_is_none_is_refused_and_its_folder_named(standing: Path, raw: bytes) -> None:
    (standing / "manifest.json").write_bytes(raw)
    assert str(standing) in refusal(standing)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert str(tmp_path / "none") in refusal(tmp_path / "none")


@pytest.mark.parametrize("raw", [b"no JSON", None])
def test_a_broken_manifest_is_named(standing: Path, raw: bytes | None) -> None:
    (standing / "manifest.json").unlink()
    if raw is not None:
        (standing / "manifest.json").write_bytes(raw)
    assert "manifest.json" in refusal(standing)


def test_a_model_is_opened_once_a_process(standing: Path, unopened: list[bytes]) -> None:
    first = loading.model(standing)
    assert sorted(unopened) == sorted((standing / name).read_bytes() for name in FILES)
    shutil.rmtree(standing)
    assert loading.model(standing) is first
    assert loading.manifest(standing) is first.manifest
    assert len(unopened) == len(FILES)


def test_a_refusal_is_not_kept(standing: Path, unopened: list[bytes]) -> None:
    whole = (standing / "roles.onnx").read_bytes()
    alter(standing / "roles.onnx")
    refusal(standing)
    (standing / "roles.onnx").write_bytes(whole)
    assert loading.model(standing).manifest.version == "7"


# Of the shipped weights


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(loading.FOLDER, tmp_path / "copy"))


def test_the_shipped_folder_holds_what_it_needs_and_opens_anywhere(copied: Path) -> None:
    assert {p.name for p in copied.iterdir()} >= set(EVERY)
    known = loading.manifest(copied)
    assert set(known.digests) >= set(FILES)
    assert look(_TEXT, split(_TEXT), loading.model(copied)) == look(_TEXT, split(_TEXT))


@pytest.mark.parametrize("name", FILES)
def test_the_shipped_files_are_guarded(copied: Path, name: str) -> None:
    alter(copied / name)
    assert refusal(copied).startswith(f"{name} ")
    (copied / name).unlink()
    assert refusal(copied).startswith(f"{name} ")


def test_the_shipped_model_is_opened_once(monkeypatch: pytest.MonkeyPatch) -> None:
    look(_TEXT, split(_TEXT))
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("its files were read again"))
    assert look(_TEXT, split(_TEXT)) == look(_TEXT, split(_TEXT))


# What an import costs


def loaded(code: str) -> set[str]:
    script = f"import sys; {code}; print('\\n'.join(sorted({{m.split('.')[0] for m in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "code", ["import sayso", "import sayso.reading", "import sayso.reading.model.loading, sayso.reading.reader"]
)
def test_importing_opens_nothing(code: str) -> None:
    names = loaded(code)
    assert "sayso" in names
    assert names.isdisjoint({"onnxruntime", "tokenizers"})


def test_reading_the_manifest_opens_nothing(standing: Path) -> None:
    code = (
        "from pathlib import Path; from sayso.reading.model.loading import manifest; "
        f"assert manifest(Path({str(standing)!r})).version == '7'"
    )
    assert loaded(code).isdisjoint({"onnxruntime", "tokenizers"})


def test_the_first_reading_opens_it() -> None:
    names = loaded(f"import sayso; sayso.read({_TEXT!r})")
    assert names >= {"onnxruntime", "tokenizers"}


def test_a_reading_without_the_model_is_refused_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    none = tmp_path / "none"
    monkeypatch.setattr("sayso.reading.model.marks.model", lambda: loading.model(none))
    with pytest.raises(DataMissing, match="install sayso again"):
        sayso.read(_TEXT)
