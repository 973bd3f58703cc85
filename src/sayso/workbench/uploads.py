"""Documents handed over by a page: files with the names that they had there, and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from sayso.collect import CollectOptions, collect
from sayso.errors import UsageError
from sayso.records import Collected
from sayso.workbench.case import AddEvent, Case

__all__ = ["add_uploads", "check_address", "place_for"]

_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_LONGEST = 150


def check_address(text: str) -> str:
    """Return an address without blanks around it.

    Raises:
        UsageError: it is no http or https address. Whoever asks from a page names no files of this machine.
    """
    address = text.strip()
    if not _ADDRESS.fullmatch(address):
        raise UsageError(f'"{address[:80]}" is no address: give one that starts with http:// or https://.')
    return address


def place_for(folder: Path, number: int, name: str) -> Path:
    """Where to put the `number`th uploaded file so that it keeps its name, and nothing but its name.

    Args:
        folder: an empty folder for this upload.
        number: tells apart files of one name.
        name: as the page gives it; folders in it, and what no file system takes, are left out.
    """
    bare = re.sub(r"[\x00-\x1f\x7f]", "", name.replace("\\", "/").rsplit("/", 1)[-1]).strip().lstrip(".")
    bare = bare.encode("utf-8", "replace").decode()
    stem, dot, suffix = bare.rpartition(".")
    if len(bare.encode()) > _LONGEST:
        bare = f"{(stem or bare).encode()[: _LONGEST - 20].decode('utf-8', 'ignore')}{dot}{suffix[:10]}"
    home = folder / str(number)
    home.mkdir()
    return home / (bare or "upload")


def add_uploads(
    case: Case, folder: Path, files: Sequence[Path], addresses: Sequence[str], options: CollectOptions
) -> Iterator[AddEvent]:
    """Collect uploaded files and addresses into a case and read what is new; as `Case.add`.

    Args:
        case: open for writing.
        folder: where `place_for` put the files; its name goes into no record.
        files: as `place_for` gave them.
        addresses: as `check_address` gave them.
        options: what the person told of outlet and date.
    """
    before = re.compile(re.escape(f"{folder}/") + r"\d+/")
    for item in collect([*map(str, files), *addresses], options=options):
        if not isinstance(item, Collected):
            yield case.refuse_row(before.sub("", item.name), before.sub("", item.reason))
            continue
        document, capture = item.document, item.capture
        path = None if document.path is None else before.sub("", document.path)
        yield case.keep(
            msgspec.structs.replace(
                item,
                document=msgspec.structs.replace(document, path=path),
                capture=msgspec.structs.replace(capture, location=before.sub("", capture.location)),
            )
        )
    yield from case.read_new()
