"""Keeping between sessions what was worked out from a case: files in a folder beside it that may be deleted.

They are copies of what would be worked out again, never a source. Each names what it was made from, the digest of the
program among it, and is passed over when any of that differs.
"""

from __future__ import annotations

import contextlib
import hashlib
import sys
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from sayso.records import Record

__all__ = ["FOLDER", "Kept", "Nowhere", "digest", "program"]

FOLDER = "kept"
"""In the case folder."""

T = TypeVar("T")


class _File(Record, frozen=True, kw_only=True):
    of: str
    body: msgspec.Raw


@cache
def program(*rooms: str) -> str:
    """Digest of the code and tables of some rooms, of all without any, and of the Python that runs them."""
    package = Path(__file__).resolve().parent.parent
    whole = hashlib.sha256(f"{sys.version_info.major}.{sys.version_info.minor}".encode())
    for top in [package / room for room in sorted(rooms)] or [package]:
        for path in sorted(top.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                whole.update(path.relative_to(package).as_posix().encode())
                whole.update(path.read_bytes())
    return whole.hexdigest()


def digest(*parts: Any) -> str:
    """Digest of what something was made from; equal content, equal digest."""
    return hashlib.sha256(msgspec.json.encode(parts, order="deterministic")).hexdigest()


class Kept:
    """What is kept beside one case, by name. Several processes may use it: the last one wins, whole files only."""

    def __init__(self, case: Path) -> None:
        self._folder = case / FOLDER

    def take(self, name: str, of: str, kind: type[T]) -> T | None:
        """Return what was kept under a name, if it was made from the same; null if not, or if it cannot be read."""
        try:
            file = msgspec.msgpack.decode((self._folder / f"{name}.msgpack").read_bytes(), type=_File)
            return msgspec.msgpack.decode(file.body, type=kind) if file.of == of else None
        except (OSError, msgspec.MsgspecError):
            return None

    def keep(self, name: str, of: str, value: Any) -> None:
        """Write something down under a name; a folder that cannot be written to is no fault."""
        encode = msgspec.msgpack.encode
        part = self._folder / f".{name}.part"
        with contextlib.suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            part.write_bytes(encode(_File(of=of, body=msgspec.Raw(encode(value)))))
            part.replace(self._folder / f"{name}.msgpack")


class Nowhere(Kept):
    """Keeps nothing: where a case is so small that working it out again is as quick."""

    def take(self, name: str, of: str, kind: type[T]) -> T | None:  # noqa: ARG002 - as `Kept`
        """Return nothing."""
        return None

    def keep(self, name: str, of: str, value: Any) -> None:
        """Write nothing."""
