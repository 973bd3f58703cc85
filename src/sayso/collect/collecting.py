"""The way in: from what the user named to documents with their bytes, one at a time."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import msgspec

from sayso import __version__
from sayso.collect.extracting import extract_as, told_date
from sayso.collect.inputs import Found, expand, shown, why_not_opened
from sayso.collect.options import CollectOptions, Part
from sayso.collect.parts import split
from sayso.errors import InputRefused
from sayso.records import Capture, Collected, Document, Refused, content_id

TOOL = f"sayso/{__version__}"


def collect(
    inputs: Sequence[str],
    *,
    options: CollectOptions,
    stdin: BinaryIO | None = None,
    now: Callable[[], datetime] | None = None,
) -> Iterator[Collected | Refused]:
    """Collect what the user names, in that order, holding no more than one input in memory.

    Inputs are files, folders (recursive, by name), globs, `-` for `stdin`, and http(s) URLs, the only thing that is
    ever fetched. One input may give many documents: a feed, JSON Lines, a web archive, a message with attachments
    (named `message.eml/report.pdf`). What cannot be taken is given as `Refused`, and the rest goes on.

    A document's id is that of its JSON Lines row, or made of its bytes and address; where two documents of one run
    would share an id (the same bytes under two names, a repeated row id), the later one's is made with its name too.

    Args:
        inputs: the user's words.
        options: limits, and what the user tells of date and outlet.
        stdin: where `-` reads from.
        now: the clock for `Capture.retrieved`; the system's, in UTC, if not given.

    Raises:
        UsageError: at once, if `options.published` is no date.
    """
    told_date(options)
    return _collect(inputs, options, stdin, now or (lambda: datetime.now(UTC)))


def _collect(
    inputs: Sequence[str], options: CollectOptions, stdin: BinaryIO | None, now: Callable[[], datetime]
) -> Iterator[Collected | Refused]:
    taken: set[str] = set()
    for found in expand(inputs):
        if isinstance(found, Refused):
            yield found
            continue
        try:
            for part in _parts(found, options, stdin, now):
                if isinstance(part, Refused):
                    yield part
                else:
                    yield from _documents(part, options, taken)
        except InputRefused as refused:
            yield Refused(name=refused.name, reason=refused.reason)
        except OSError as error:
            yield Refused(name=found.name, reason=why_not_opened(error))
        except Exception as error:  # noqa: BLE001 - the edge for what is cut into parts, as `extract_as` is for parts
            reason = f"It could not be opened ({type(error).__name__}: {str(error)[:200]})."
            yield Refused(name=found.name, reason=reason)


def _parts(
    found: Found, options: CollectOptions, stdin: BinaryIO | None, now: Callable[[], datetime]
) -> Iterator[Part | Refused]:
    retrieved = now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if found.url is not None:
        from sayso.collect.fetch import fetch  # noqa: PLC0415 - keeps the command's start fast

        fetched = fetch(found.url, options=options, retrieved=retrieved, tool=TOOL)
        whole = Part(
            name=found.name,
            path=None,
            raw=b"",
            media_type=fetched.media_type,
            url=fetched.url,
            capture=fetched.capture,
            strict=False,
        )
        yield from split(io.BytesIO(fetched.body), whole, size=len(fetched.body), limit=options.max_bytes)
        return
    method = "file" if found.path is not None else "stdin"
    location = shown(found.path) if found.path is not None else "-"
    capture = Capture(retrieved=retrieved, method=method, tool=TOOL, location=location)
    if found.path is None:
        if stdin is None:
            yield Refused(name=found.name, reason="Nothing is connected to standard input.")
            return
        whole = Part(name=found.name, path="-", raw=b"", media_type=None, url=None, capture=capture, strict=False)
        yield from split(stdin, whole, size=None, limit=options.max_bytes)
        return
    whole = Part(name=found.name, path=location, raw=b"", media_type=None, url=None, capture=capture)
    with Path(found.path).open("rb") as stream:
        size = Path(found.path).stat().st_size
        yield from split(stream, whole, size=size, limit=options.max_bytes)


def _documents(part: Part, options: CollectOptions, taken: set[str]) -> Iterator[Collected | Refused]:
    assert part.kind is not None
    try:
        documents = extract_as(
            part.kind,
            part.raw,
            name=part.name,
            path=part.path,
            media_type=part.media_type,
            url=part.url,
            options=options,
        )
    except InputRefused as refused:
        yield Refused(name=refused.name, reason=refused.reason)
        return
    for document in documents:
        yield Collected(document=_distinct(document, part.name, taken), raw=part.raw, capture=part.capture)


def _distinct(document: Document, name: str, taken: set[str]) -> Document:
    """Give a document an id of its own within the run."""
    if document.id in taken:
        prefix = "d" if document.id.startswith("d-") else document.id
        fresh = content_id(prefix, document.sha256, document.url or "", name)
        count = 1
        while fresh in taken:
            count += 1
            fresh = content_id(prefix, document.sha256, document.url or "", name, count)
        document = msgspec.structs.replace(document, id=fresh)
    taken.add(document.id)
    return document
