"""JSON Lines: one object a line, plain or gzip-compressed. `text` is taken verbatim, to the code point."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from sayso.collect.dates import normalise
from sayso.collect.formats.unpacking import unpacked
from sayso.collect.inputs import why_not_opened
from sayso.collect.options import Draft, Labelled
from sayso.errors import InputRefused
from sayso.records import Record, Refused

MAX_LINE = 100_000_000


class Line(Record, frozen=True, kw_only=True):
    """One line without its line end; `number` counts from 1."""

    number: int
    raw: bytes


def read_rows(
    source: Path | str | bytes | BinaryIO, name: str, *, max_line: int = MAX_LINE
) -> Iterator[dict[str, Any] | Refused]:
    """Read JSON Lines objects from a path, bytes or a stream, plain or gzip-compressed, one at a time.

    Blank lines are passed over. A line that is not a JSON object is given as `Refused` with the name `name:line`,
    and reading goes on; a stream that breaks off or cannot be opened gives one `Refused` and ends.

    Args:
        source: where the lines are; a stream is read from where it stands and left open.
        name: what to call it when refusing.
        max_line: largest line in bytes.
    """
    if isinstance(source, (str, Path)):
        try:
            with Path(source).open("rb") as opened:
                yield from read_rows(opened, name, max_line=max_line)
        except OSError as error:
            yield Refused(name=name, reason=why_not_opened(error))
        return
    stream = io.BytesIO(source) if isinstance(source, bytes) else source
    for line in split_lines(stream, name, max_line=max_line):
        if isinstance(line, Refused):
            yield line
            continue
        try:
            yield parse_row(line.raw, f"{name}:{line.number}")
        except InputRefused as refused:
            yield Refused(name=refused.name, reason=refused.reason)


def split_lines(stream: BinaryIO, name: str, *, max_line: int) -> Iterator[Line | Refused]:
    """Cut a stream into lines, unpacking gzip on the way; memory stays within one line.

    A line over `max_line` bytes ends the reading, as does a broken or absurdly dense compression: what came before
    is given, then one `Refused`.
    """
    number = held = 0
    begun: list[bytes] = []  # pieces of the line being read, joined once it ends
    try:
        for block in unpacked(stream, name):
            *ended, rest = block.split(b"\n")
            for piece in ended:
                number += 1
                whole = b"".join((*begun, piece))
                begun, held = [], 0
                if len(whole) > max_line:
                    yield Refused(name=f"{name}:{number}", reason=_too_long(max_line))
                elif whole.strip():
                    yield Line(number=number, raw=whole.removesuffix(b"\r"))
            begun.append(rest)
            held += len(rest)
            if held > max_line:
                yield Refused(name=f"{name}:{number + 1}", reason=f"{_too_long(max_line)} Nothing after it was read.")
                return
    except InputRefused as refused:
        yield Refused(name=refused.name, reason=f"{refused.reason} {number} complete lines before that were read.")
        return
    whole = b"".join(begun)
    if whole.strip():
        yield Line(number=number + 1, raw=whole.removesuffix(b"\r"))


def _too_long(max_line: int) -> str:
    return f"This line is longer than the limit of {max_line / 1e6:g} MB."


def parse_row(raw: bytes, name: str) -> dict[str, Any]:
    """Decode one line.

    Raises:
        InputRefused: not UTF-8, not JSON, or not an object.
    """
    try:
        row = msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"))
    except UnicodeDecodeError:
        raise InputRefused(name, "This line is not UTF-8, as JSON Lines must be.") from None
    except (msgspec.DecodeError, RecursionError) as error:
        raise InputRefused(name, f"This line is not JSON ({str(error).rstrip('.')}).") from None
    if not isinstance(row, dict):
        raise InputRefused(name, "This line is JSON, but not an object with a text.")
    return row


def draft_jsonl(raw: bytes, labelled: Labelled) -> list[Draft]:
    """Draft every row in `raw`; from the archive that is one line.

    A row that brings `documents` instead of a text (an incident, as `weigh --each` takes it) gives each of them.
    """
    drafts: list[Draft] = []
    for line in split_lines(io.BytesIO(raw), labelled.name, max_line=labelled.max_bytes):
        if isinstance(line, Refused):
            raise InputRefused(line.name, line.reason)
        row = parse_row(line.raw, labelled.name)
        inner = row.get("documents")
        if "text" in row or not isinstance(inner, list):
            drafts.append(draft_row(row, labelled.name))
        elif not inner:
            raise InputRefused(labelled.name, 'The "documents" of this line are none.')
        else:
            each = (draft_row(one, labelled.name) for one in inner)
            drafts.extend(msgspec.structs.replace(one, key=str(number)) for number, one in enumerate(each, start=1))
    return drafts


def draft_row(row: object, name: str) -> Draft:
    """Draft one row: `{"id", "text", "published"?, "outlet"?, "title"?, "url"?, "author"?, "publisher"?}`.

    Raises:
        InputRefused: no text, an empty text, or a field that is not a string.
    """
    if not isinstance(row, dict) or "text" not in row:
        raise InputRefused(name, 'This line has no "text".')
    text = row["text"]
    if not isinstance(text, str):
        raise InputRefused(name, 'The "text" of this line is not a string.')
    if not text.strip():
        raise InputRefused(name, 'The "text" of this line is empty.')
    said = _string(row, "published", name)
    published = normalise(said) if said else None
    how = None if said is None else "JSON Lines row" if published else f"JSON Lines row: {said!r} was not understood"
    return Draft(
        text=text,
        extractor="sayso-jsonl/1",
        title=_string(row, "title", name),
        outlet=_string(row, "outlet", name) or _string(row, "publisher", name),
        author=_string(row, "author", name),
        published=published,
        published_how=how,
        encoding="utf-8",
        url=_string(row, "url", name),
        stated=frozenset({"outlet", "published"}),
        id=_string(row, "id", name),
    )


def _string(row: dict[str, Any], key: str, name: str) -> str | None:
    value = row.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise InputRefused(name, f'The "{key}" of this line is not a string.')
    return str(value)
