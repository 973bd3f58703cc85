"""What a person may say about a collection, and the small types that pass between this room's modules."""

from __future__ import annotations

from sayso.collect.sniff import Kind
from sayso.records import Capture, Record


class CollectOptions(Record, frozen=True, kw_only=True):
    """How to collect.

    Attributes:
        published: publication date told by the user (ISO 8601, any precision, or `18 May 2017`). It replaces a date
            found in the bytes, but not one that a JSON Lines row or a note's header states for itself.
        outlet: who published it, told by the user; same precedence.
        max_bytes: largest input, and largest record of an archive or line of JSON Lines, in bytes.
        fetch: whether URLs named by the user may be fetched.
        timeout: seconds for one URL from first to last byte, redirects included; also for each single read.
        max_fetch_bytes: largest body of a URL, in bytes after content decoding.
        max_redirects: how many redirects are followed for one URL.
    """

    published: str | None = None
    outlet: str | None = None
    max_bytes: int = 100_000_000
    fetch: bool = True
    timeout: float = 20.0
    max_fetch_bytes: int = 50_000_000
    max_redirects: int = 10


class Draft(Record, frozen=True, kw_only=True):
    """What one format module found in the bytes, before id, language and the user's own words are added.

    `stated` names what is the input's explicit word (a row's field, a note's header), which the user's options do not
    replace: `outlet`, `published`. `key` sets apart several documents in the same bytes. `id` is one given by the user.
    """

    text: str
    extractor: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    published_how: str | None = None
    encoding: str | None = None
    url: str | None = None
    links: tuple[str, ...] = ()
    stated: frozenset[str] = frozenset()
    id: str | None = None
    key: str = ""


class Part(Record, frozen=True, kw_only=True):
    """One piece of an input that is kept as untouched bytes of its own: a file, a row, a record, an attachment.

    `name` is what people are shown; `path` is null for what came from a URL; `media_type` is what was declared,
    `kind` what the bytes were found to be; null until that is known. `strict`: the suffix must fit.
    """

    name: str
    path: str | None
    raw: bytes
    media_type: str | None
    url: str | None
    capture: Capture
    strict: bool = True
    kind: Kind | None = None


class Labelled(Record, frozen=True, kw_only=True):
    """What one format module is handed beside the bytes: their name, the charset declared outside them, the URL."""

    name: str
    charset: str | None = None
    url: str | None = None
    max_bytes: int = 100_000_000
