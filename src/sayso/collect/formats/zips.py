"""Zip archives, looked at before anything in them is unpacked."""

from __future__ import annotations

import zipfile
from typing import BinaryIO, Literal

from sayso.errors import InputRefused

# Real documents unpack to ten or twenty times their size; a bomb to a thousand times and more.
_MOST_RATIO = 150
_SMALL = 2_000_000
_MOST_FILES = 20_000
_OTHERS = {
    "xl/workbook.xml": "an Excel workbook; save the reports in it as text or .docx",
    "ppt/presentation.xml": "a PowerPoint file; save it as PDF",
    "META-INF/container.xml": "an e-book (EPUB); save it as HTML or text",
    "content.xml": "an OpenDocument file; save it as .docx",
}


def check_zip(stream: BinaryIO, name: str, *, limit: int, whole: bool = True) -> list[zipfile.ZipInfo]:
    """List the files in a zip archive, once it is safe to unpack.

    The sizes it declares are binding: `zipfile` reads no more than them and then fails on the checksum.

    Args:
        stream: seekable.
        name: what to call it when refusing.
        limit: most bytes it may unpack to, all files together.
        whole: whether all files will be in memory together; if not, `limit` holds for none but their density.

    Raises:
        InputRefused: broken, locked, or it would unpack to too much.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            files = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise InputRefused(name, "This zip archive is broken or cut off; get an undamaged copy.") from None
    if any(file.flag_bits & 0x1 for file in files):
        raise InputRefused(name, "It is locked with a password; save it without one.")
    if len(files) > _MOST_FILES:
        raise InputRefused(name, f"It holds {len(files)} files, more than any document does; it was not unpacked.")
    unpacked = sum(file.file_size for file in files)
    packed = sum(file.compress_size for file in files)
    dense = unpacked > _SMALL and unpacked > _MOST_RATIO * max(packed, 1)
    if dense or (whole and unpacked > limit):
        raise InputRefused(
            name,
            f"It would unpack from {packed / 1e6:.2g} to {unpacked / 1e6:.0f} MB (a zip bomb?); it was left packed.",
        )
    return files


def inside_zip(files: list[zipfile.ZipInfo], name: str) -> Literal["docx", "wacz"]:
    """Tell what a zip archive is.

    Raises:
        InputRefused: neither a Word document nor a WACZ.
    """
    names = {file.filename for file in files}
    if "word/document.xml" in names:
        return "docx"
    if "datapackage.json" in names and any(one.startswith("archive/") for one in names):
        return "wacz"
    for mark, what in _OTHERS.items():
        if mark in names:
            raise InputRefused(name, f"This is {what}.")
    raise InputRefused(name, "This is a zip archive; unpack it and name the folder.")
