"""A case in a temporary folder, and documents to put into it."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sayso.records import Capture, Collected, Document, content_id
from sayso.store import CaseStore, StoreOptions, create

Make = Callable[..., Collected]


def collected(
    text: str = "The harbour office said two boats were lost.",
    *,
    url: str | None = None,
    path: str | None = "reports/one.txt",
    raw: bytes | None = None,
    name: str | None = None,
    title: str | None = "Boats lost at Quell",
    extractor: str = "sayso-text/1",
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),),
    item: str | None = None,
    unread: str | None = None,
) -> Collected:
    """Make a collected document; with `url` as if fetched, `item` is then the address that the document itself names."""
    data = text.encode() if raw is None else raw
    digest = hashlib.sha256(data).hexdigest()
    named = item or url
    document = Document(
        id=name or content_id("doc", digest, named),
        path=None if url else path,
        sha256=digest,
        outlet="Quell Gazette",
        title=title,
        published="2031-04-05",
        language="en",
        text=text,
        url=named,
        extractor=extractor,
        unread=unread,
    )
    capture = Capture(
        retrieved="2031-04-06T07:08:09Z",
        method="http" if url else "file",
        tool="sayso/test",
        location=url or path or "-",
        final_url=url,
        status=200 if url else None,
        headers=headers if url else (),
    )
    return Collected(document=document, raw=data, capture=capture)


@pytest.fixture
def make() -> Make:
    return collected


@pytest.fixture
def options() -> StoreOptions:
    start, ticks = datetime(2031, 4, 6, 8, 0, 0, tzinfo=UTC), itertools.count()
    return StoreOptions(operator="Ada", clock=lambda: start + timedelta(seconds=next(ticks)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "quell"


@pytest.fixture
def case(folder: Path, options: StoreOptions) -> Iterator[CaseStore]:
    with create(folder, options=options) as opened:
        yield opened
