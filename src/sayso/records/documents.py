"""What was collected: documents, how they came, and what was refused."""

from __future__ import annotations

from sayso.records.spans import Record


class Document(Record, frozen=True, kw_only=True):
    """One report as collected.

    Attributes:
        id: derived from bytes and URL, or given by the user (JSON Lines `id`).
        path: where the user said it is; null for a URL.
        sha256: of the untouched bytes, hexadecimal.
        outlet: who published it, as found or as told; null if unknown.
        published: ISO 8601 with the precision that is known (`2017-05`, `2017-05-18`, `2017-05-18T19:05+00:00`).
        language: ISO 639-1 code, or null.
        text: the working text; all offsets refer to it.
        url: where it was fetched from or says it comes from.
        published_how: where the date was found (`meta article:published_time`), null if unknown.
        media_type: what the bytes were found to be.
        encoding: how the bytes were decoded; null where that does not apply.
        extractor: name and version of what made `text`.
        links: addresses that the report itself links to, in order, without repeats.
        unread: why the text cannot be read yet (a language without a reader), as a sentence; null when it can.
    """

    id: str
    path: str | None = None
    sha256: str
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    text: str
    url: str | None = None
    published_how: str | None = None
    media_type: str = "text/plain"
    encoding: str | None = None
    extractor: str = "sayso-text/1"
    links: tuple[str, ...] = ()
    unread: str | None = None


class Capture(Record, frozen=True, kw_only=True):
    """How the bytes of a document reached us; written to the archive and the custody log.

    Attributes:
        retrieved: UTC, `YYYY-MM-DDTHH:MM:SSZ`.
        method: `file`, `stdin`, `http`, `warc`, `import`.
        tool: name and version of the tool that took it.
        location: path or URL as the user named it.
        final_url: after redirects; null for files.
        redirects: every address on the way, in order.
        status: HTTP status, or null.
        headers: HTTP response headers as received; empty for files.
    """

    retrieved: str
    method: str
    tool: str
    location: str
    final_url: str | None = None
    redirects: tuple[str, ...] = ()
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()


class Collected(Record, frozen=True, kw_only=True):
    """One document with its untouched bytes and how they came."""

    document: Document
    raw: bytes
    capture: Capture


class Refused(Record, frozen=True, kw_only=True):
    """One input that was not taken: its name and a sentence with the reason and what to do."""

    name: str
    reason: str
