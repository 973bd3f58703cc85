"""Keeping between sessions what follows from a case's documents: a file in the case folder that may be deleted.

It is a copy of what would be worked out again, never a source: it names the digest of the documents, the readings and
the program that it was made from, and is passed over when any of them differs.
"""

from __future__ import annotations

import contextlib
import hashlib
from functools import cache
from pathlib import Path

import msgspec

from sayso.records import Origins, Record
from sayso.workbench.basis import Basis

__all__ = ["keep", "take"]

NAME = "basis.json"
"""In the case folder."""

_WORTH = 200
"""Documents below which working it out again is as quick."""

_ROOMS = ("knowledge", "linking", "records")


class _Kept(Record, frozen=True, kw_only=True):
    of: str
    origins: tuple[tuple[str, Origins], ...]


@cache
def _program() -> str:
    """Digest of the code and tables that origins come from."""
    package = Path(__file__).resolve().parent.parent
    whole = hashlib.sha256()
    for room in _ROOMS:
        for path in sorted((package / room).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                whole.update(path.relative_to(package).as_posix().encode())
                whole.update(path.read_bytes())
    return whole.hexdigest()


def _of(basis: Basis) -> str:
    whole = hashlib.sha256(_program().encode())
    for reading in basis.readings:
        whole.update(msgspec.json.encode(reading))
    return whole.hexdigest()


def keep(basis: Basis, folder: Path) -> None:
    """Write down what was worked out; a folder that cannot be written to is no fault."""
    if len(basis.readings) < _WORTH or not basis.fresh:
        return
    body = msgspec.json.encode(_Kept(of=_of(basis), origins=tuple(basis.state())))
    part = folder / f".{NAME}.part"
    with contextlib.suppress(OSError):
        part.write_bytes(body)
        part.replace(folder / NAME)
    basis.fresh = False


def take(basis: Basis, folder: Path) -> None:
    """Take up what was written down for the very same documents by the very same program, if anything."""
    if len(basis.readings) < _WORTH:
        return
    try:
        kept = msgspec.json.decode((folder / NAME).read_bytes(), type=_Kept)
    except (OSError, msgspec.MsgspecError):
        return
    if kept.of == _of(basis):
        basis.restore(kept.origins)
