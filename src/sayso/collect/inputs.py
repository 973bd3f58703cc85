"""From what the user typed to single inputs: files, folders, globs, `-`, URLs. Order is the user's, then by name."""

from __future__ import annotations

import errno
import glob
import os
import re
import stat
from collections.abc import Iterator, Sequence

from sayso.records import Record, Refused

_SCHEME = re.compile(r"(?i)^([a-z][a-z0-9+.-]*)://")


class Found(Record, frozen=True, kw_only=True):
    """One input to open. Exactly one of: `path`, `url`, or neither (standard input)."""

    name: str
    path: str | None = None
    url: str | None = None


def expand(inputs: Sequence[str]) -> Iterator[Found | Refused]:
    """Turn the user's words into single inputs; folders are walked in order of names.

    Hidden files and folders (a leading dot) and editors' lock files (`~$...`) inside a folder are passed over; named
    outright they are taken. A file reached twice in one run is given once.
    """
    seen: set[tuple[int, int]] = set()
    for given in inputs:
        for found in _expand_one(given):
            if isinstance(found, Found) and found.path is not None:
                mark = _mark(found.path)
                if mark is not None and mark in seen:
                    continue
                if mark is not None:
                    seen.add(mark)
            yield found


def _mark(path: str) -> tuple[int, int] | None:
    """Device and inode, which tell one file from another whatever it is called; null if it cannot be asked."""
    try:
        status = os.stat(path)  # noqa: PTH116 - names that are not valid UTF-8 must pass untouched
    except OSError:
        return None
    return status.st_dev, status.st_ino


def shown(path: str) -> str:
    """Give a path as text that any output can carry, even if its name is not valid UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def _expand_one(given: str) -> Iterator[Found | Refused]:
    if not given:
        yield Refused(name="(no name)", reason="An empty name names no file.")
        return
    if given == "-":
        yield Found(name="standard input")
        return
    scheme = _SCHEME.match(given)
    if scheme:
        if scheme[1].lower() in {"http", "https"}:
            yield Found(name=given, url=given)
        else:
            yield Refused(name=given, reason=f"Only http and https addresses can be fetched, not {scheme[1]}://.")
        return
    if "\0" in given:
        yield Refused(name=given.replace("\0", "\N{REPLACEMENT CHARACTER}"), reason="A path cannot hold a NUL.")
        return
    if not os.path.lexists(given) and glob.has_magic(given):
        matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207 - the user's own pattern, absolute or not
        if not matches:
            yield Refused(name=given, reason="No file matches this pattern.")
        for match in matches:
            # A pattern such as ** also gives the folders on the way; their files come as matches of their own.
            if "**" not in given or not _is_folder(match):
                yield from _open_path(match)
        return
    yield from _open_path(given)


def _is_folder(path: str) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - unlike Path.is_dir it says no rather than fail for a name too long


def _open_path(path: str) -> Iterator[Found | Refused]:
    if _is_folder(path):
        yield from _walk(path)
        return
    yield _judge(path)


def _judge(path: str) -> Found | Refused:
    """Take a regular file, refuse anything else."""
    name = shown(path)
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - as above
    except OSError as error:
        return Refused(name=name, reason=why_not_opened(error, is_link=os.path.islink(path)))  # noqa: PTH114 - as above
    if not stat.S_ISREG(mode):
        return Refused(
            name=name, reason="This is not a regular file but a device, pipe or socket; use - to read a pipe."
        )
    return Found(name=name, path=path)


def why_not_opened(error: OSError, *, is_link: bool = False) -> str:
    """Say in a sentence why the system did not open a file or folder."""
    if error.errno == errno.ELOOP:
        return "This link leads back to itself."
    if isinstance(error, FileNotFoundError):
        return "This link points to something that is not there." if is_link else "There is no such file or folder."
    if isinstance(error, PermissionError):
        return "You do not have permission to read this; ask for access or copy it to a folder of your own."
    if error.errno == errno.ENAMETOOLONG:
        return "This name is too long to be a path."
    return f"The system could not read it ({error.strerror or type(error).__name__})."


def _walk(top: str) -> Iterator[Found | Refused]:
    """Walk a folder without recursion, so that no depth of folders can exhaust the stack."""
    empty = True
    stack: list[tuple[str, frozenset[tuple[int, int]]]] = [(top, frozenset())]
    while stack:
        path, above = stack.pop()
        if not _is_folder(path):
            empty = False
            yield _judge(path)
            continue
        mark = _mark(path)
        if mark is not None and mark in above:
            empty = False
            yield Refused(
                name=shown(path), reason="This link leads back to a folder that holds it; it is not followed."
            )
            continue
        try:
            with os.scandir(path) as entries:
                names = sorted(entry.name for entry in entries if not entry.name.startswith((".", "~$")))
        except OSError as error:
            empty = False
            yield Refused(name=shown(path), reason=why_not_opened(error))
            continue
        if {"case.db", "archive"} <= set(names):
            empty = False
            yield Refused(name=shown(path), reason="This is a sayso case, not a folder of reports; name its reports.")
            continue
        inside = above if mark is None else above | {mark}
        stack.extend((os.path.join(path, name), inside) for name in reversed(names))  # noqa: PTH118 - as above
    if empty:
        yield Refused(name=shown(top), reason="This folder holds no files.")
