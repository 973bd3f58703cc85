"""What the bytes are, whatever they are called; and whether the name is a false label."""

from __future__ import annotations

import re
import zlib
from pathlib import PurePosixPath
from typing import Literal, get_args

import msgspec

from sayso.collect.encoding import BOMS, known, readable
from sayso.errors import InputRefused

Kind = Literal["text", "markdown", "html", "mhtml", "pdf", "docx", "eml", "feed", "jsonl", "warc", "wacz"]
Packed = Literal["zip", "gzip"]
KINDS: tuple[Kind, ...] = get_args(Kind)

HEAD = 65_536
"""How many bytes from the start decide."""

MEDIA_TYPES: dict[Kind, str] = {
    "text": "text/plain",
    "markdown": "text/markdown",
    "html": "text/html",
    "mhtml": "multipart/related",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "eml": "message/rfc822",
    "feed": "application/rss+xml",
    "jsonl": "application/x-ndjson",
    "warc": "application/warc",
    "wacz": "application/wacz",
}
_BY_MEDIA: dict[str, Kind] = {media: kind for kind, media in MEDIA_TYPES.items()} | {
    "application/xhtml+xml": "html",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "application/jsonl": "jsonl",
    "application/x-jsonlines": "jsonl",
    "text/x-markdown": "markdown",
}
_BY_SUFFIX: dict[str, Kind] = {
    "txt": "text", "text": "text", "log": "text", "md": "markdown", "markdown": "markdown",
    "html": "html", "htm": "html", "xhtml": "html", "mht": "mhtml", "mhtml": "mhtml", "pdf": "pdf", "docx": "docx",
    "eml": "eml", "rss": "feed", "atom": "feed", "jsonl": "jsonl", "ndjson": "jsonl", "jsonl.gz": "jsonl",
    "ndjson.gz": "jsonl", "warc": "warc", "warc.gz": "warc", "wacz": "wacz",
}  # fmt: skip
_CALLED: dict[Kind | Packed, str] = {
    "text": "plain text", "markdown": "Markdown", "html": "a web page", "mhtml": "a saved web page (MHTML)",
    "pdf": "a PDF", "docx": "a Word document", "eml": "a mail message", "feed": "a news feed", "jsonl": "JSON Lines",
    "warc": "a web archive (WARC)", "wacz": "a web archive (WACZ)", "zip": "a zip archive", "gzip": "gzip-compressed",
}  # fmt: skip
_PROGRAMS = ("js", "ts", "py", "sh", "bat", "c", "h", "cpp", "java", "go", "rs", "php", "ini", "toml", "yaml", "yml")
_NOT_READ = {
    "csv": "This is a table; save the reports in it as text or JSON Lines.",
    "tsv": "This is a table; save the reports in it as text or JSON Lines.",
    "json": "This is JSON, but not JSON Lines; put one object with id and text on each line and name it .jsonl.",
    "mbox": "This is a whole mailbox; save its messages as .eml.",
    "rtf": "RTF is not read; save it as .docx or .txt.",
    "css": "This is a style sheet, not a report.",
    "svg": "This is a picture (SVG), not a report.",
    **dict.fromkeys(_PROGRAMS, "This is a program or its settings, not a report."),
}
# Magic numbers of what holds no text that could be read here.
_MEDIA_MAGIC = (
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"ID3", "sound (MP3)"),
    (b"OggS", "sound or video (Ogg)"),
    (b"fLaC", "sound (FLAC)"),
    (b"\x1aE\xdf\xa3", "video (Matroska or WebM)"),
    (b"\0\0\x01\xba", "video (MPEG)"),
    (b"FLV\x01", "video (Flash)"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it first"),
    (b"7z\xbc\xaf'\x1c", "a 7-Zip archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ\0", "an xz archive; unpack it first"),
    (b"(\xb5/\xfd", "a Zstandard archive; unpack it first"),
    (b"SQLite format 3\0", "a database (SQLite)"),
    (b"{\\rtf", "RTF; save it as .docx or .txt"),
    (b"filedesc://", "an ARC, the web archive of old; convert it to WARC first"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIL_HEADER = re.compile(
    rb"(?i)^(from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|content-type"
    rb"|snapshot-content-location|dkim-signature|x-[a-z-]+|reply-to|sender|cc|list-[a-z]+|arc-[a-z-]+)[ \t]*:"
)
_FEED = re.compile(rb"<(?:[A-Za-z0-9]+:)?(rss|feed|RDF)[\s>]")
_HTML = re.compile(rb"(?i)<(!doctype\s+html|html|head|body)[\s>]")


def suffix_of(name: str) -> str:
    """Lower-case ending of a name without the dot; `.jsonl.gz` and `.warc.gz` count as one."""
    last = PurePosixPath(name.replace("\\", "/")).name.lower()
    pieces = last.split(".")
    if len(pieces) > 2 and pieces[-1] == "gz":
        return ".".join(pieces[-2:])
    return pieces[-1] if len(pieces) > 1 else ""


def charset_of(media_type: str | None) -> str | None:
    """The charset parameter of a media type, if it is one that is known."""
    match = re.search(r"charset\s*=\s*[\"']?([^\s;\"']+)", media_type or "", re.IGNORECASE)
    return known(match[1]) if match else None


def sniff(head: bytes, *, name: str, media_type: str | None = None, strict: bool = True) -> Kind | Packed:
    """Tell what an input is from its first bytes; its name and declared type only decide between kinds of text.

    Args:
        head: up to `HEAD` first bytes.
        name: the input's name; its suffix is a label to be checked.
        media_type: what a server or archive declared; never trusted against the bytes.
        strict: refuse when suffix and bytes disagree (files); addresses and archives' records are not held to theirs.

    Raises:
        InputRefused: empty, binary, not readable here, or mislabelled.
    """
    if not head:
        raise InputRefused(name, "It is empty.")
    suffix = suffix_of(name)
    labelled = _BY_SUFFIX.get(suffix) if strict else None
    found = _magic(head, name)
    if found is None:
        _refuse_binary(head, name, labelled)
        if strict and suffix in _NOT_READ:
            raise InputRefused(name, _NOT_READ[suffix])
        declared = _BY_MEDIA.get((media_type or "").partition(";")[0].strip().lower())
        found = _text_kind(head, labelled, declared)
        if found == "text" and labelled is None:
            _refuse_data(head, name, suffix)
    _refuse_mislabelled(found, labelled, suffix, name)
    return found


def _magic(head: bytes, name: str) -> Kind | Packed | None:
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in head:
            raise InputRefused(name, "This Word document is locked with a password; save it without one.")
        raise InputRefused(
            name, "This is an old Office file (.doc, .xls, .msg) or a locked one; save it as .docx, or a mail as .eml."
        )
    for magic, what in _MEDIA_MAGIC:
        if head.startswith(magic):
            raise InputRefused(name, f"This is {what}; no text can be read from it.")
    if head[4:8] == b"ftyp":
        raise InputRefused(name, "This is video or a picture (MP4 family); no text can be read from it.")
    if head.startswith(b"RIFF") and head[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        raise InputRefused(name, f"This is {head[8:12].decode().strip()} media; no text can be read from it.")
    return None


def _refuse_binary(head: bytes, name: str, labelled: Kind | None) -> None:
    """Refuse bytes that are no text. UTF-16 and UTF-32 hold NULs, and are let through to be decoded."""
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"))
    controls = sum(head.count(byte) for byte in range(32) if byte not in b"\t\n\r\f\x1b\x0b")
    if wide or not controls:
        return
    for codec in ("utf-16-le", "utf-16-be"):
        text = head[: len(head) // 2 * 2].decode(codec, "replace")
        if b"\0" in head and readable(text) and sum(char.isascii() for char in text) > 0.5 * len(text):
            return
    if begins_as(head) == "html" and controls < 0.01 * len(head):
        return  # servers leave strays in pages, and browsers pass over them
    if b"\0" in head or controls > 0.01 * len(head):
        label = f"It is named .{labelled}, but its" if labelled == "pdf" else "Its"
        raise InputRefused(name, f"{label} bytes are binary data, not text.")


def _text_kind(head: bytes, labelled: Kind | None, declared: Kind | None) -> Kind:
    """Tell kinds of text apart: by how they begin, then by label, then by declared type."""
    begins = begins_as(head)
    if labelled in {"text", "markdown"} and begins in {"eml", "jsonl", None}:
        return labelled  # a text may quote a mail's header or a line of JSON
    if labelled in {"jsonl", "eml", "mhtml"} and begins in {"eml", "mhtml", "jsonl", None}:
        return labelled
    if labelled == "html" and begins is None:
        return "html"
    if begins is not None:
        return begins
    if declared in {"html", "markdown", "jsonl", "eml"}:
        return declared
    return "text"


def _refuse_data(head: bytes, name: str, suffix: str) -> None:
    """Refuse what is text only to a machine: XML that is neither feed nor page, JSON that is not JSON Lines."""
    start = _narrow(head).lstrip()
    if start.startswith(b"<?xml") or (suffix == "xml" and start.startswith(b"<")):
        raise InputRefused(name, "This is XML, but neither a feed nor a page.")
    if re.match(rb'[{\[]\s*(["{\[]|-?\d|true|false|null|[}\]])', start):
        try:
            msgspec.json.decode(head)
        except msgspec.DecodeError as error:
            if len(head) < HEAD or "truncated" not in str(error):
                return
        raise InputRefused(name, _NOT_READ["json"])


def _narrow(head: bytes) -> bytes:
    """The head without byte order mark, brought to UTF-8 if the mark is that of a wider encoding."""
    for bom, codec in BOMS:
        if head.startswith(bom):
            return head.removeprefix(bom) if codec == "utf-8-sig" else head.decode(codec, "ignore").encode()
    return head


def begins_as(head: bytes) -> Kind | None:
    """What the beginning of a text shows it to be: feed, page, mail, JSON Lines; null for anything else."""
    start = _narrow(head).lstrip()[:4096]
    if start.startswith(b"<"):
        if _FEED.search(start) and not _HTML.match(start):
            return "feed"
        if _HTML.search(start):
            return "html"
    if start.startswith(b"{") and re.match(rb'\{\s*"[^"\n]{1,80}"\s*:', start):
        return "jsonl" if b"\n" not in start.split(b":", 1)[0] else None
    lines = start.splitlines()
    mail = 0
    for line in lines[:60]:
        if not line.strip():
            break
        if _MAIL_HEADER.match(line):
            mail += 1
        elif not line.startswith((b" ", b"\t")) and not re.match(rb"[A-Za-z0-9-]+:", line):
            return None
    if mail >= 2 and re.search(rb"(?im)^(mime-version|message-id|received|date)[ \t]*:", start):
        return "mhtml" if re.search(rb"(?i)multipart/related", start) and b"ocation:" in head else "eml"
    return None


def _refuse_mislabelled(found: Kind | Packed, labelled: Kind | None, suffix: str, name: str) -> None:
    if labelled is None or found == labelled:
        return
    if (labelled in {"docx", "wacz"} and found == "zip") or (labelled in {"jsonl", "warc"} and found == "gzip"):
        return  # looked into later
    raise InputRefused(name, f"It is named .{suffix}, but its bytes are {_CALLED[found]}; give it the right name.")


def unpacked_head(head: bytes, name: str) -> bytes:
    """First bytes inside a gzip stream.

    Raises:
        InputRefused: the stream is broken from the start.
    """
    try:
        return zlib.decompressobj(31).decompress(head, HEAD)
    except zlib.error:
        raise InputRefused(name, "Its gzip compression is broken; get an undamaged copy.") from None


def inside_gzip(head: bytes, name: str) -> Kind:
    """Tell what a gzip stream holds: JSON Lines or a WARC.

    Raises:
        InputRefused: something else, or broken.
    """
    inner = unpacked_head(head, name)
    if inner.startswith(b"WARC/"):
        kind: Kind = "warc"
    elif suffix_of(name) in {"jsonl.gz", "ndjson.gz"} or begins_as(inner) == "jsonl":
        kind = "jsonl"
    else:
        raise InputRefused(name, "It is gzip-compressed, but holds neither JSON Lines nor a WARC; unpack it first.")
    labelled = _BY_SUFFIX.get(suffix_of(name))
    _refuse_mislabelled(kind, labelled, suffix_of(name), name)
    return kind
