"""RSS and Atom feeds, from bytes alone: every entry is a document.

The archived bytes of an entry are those of the whole feed, untouched: an entry cut out and written again would be
bytes that nobody published. The documents of one feed thus share a SHA-256 and differ in id and address.
"""

from __future__ import annotations

import io
import time
from importlib.metadata import version
from typing import Any

from sayso.collect.dates import normalise
from sayso.collect.formats.html import full_text, links_of, parse
from sayso.collect.options import Draft, Labelled
from sayso.errors import InputRefused


def draft_feed(raw: bytes, labelled: Labelled) -> list[Draft]:
    """Draft every entry of a feed, in its order.

    Raises:
        InputRefused: broken beyond recovery, or without entries.
    """
    import feedparser  # noqa: PLC0415 - slow to import

    headers = {"content-type": f"application/xml; charset={labelled.charset}"} if labelled.charset else {}
    if labelled.url:
        headers["content-location"] = labelled.url
    # A stream, never a string: what looks like a path or an address would be opened.
    try:
        feed: Any = feedparser.parse(io.BytesIO(raw), response_headers=headers)
    except (IndexError, KeyError, TypeError, ValueError, AttributeError, AssertionError):  # slips of its loose parser
        raise InputRefused(labelled.name, "This feed is broken; get an undamaged copy.") from None
    if not feed.entries:
        reason = "This feed is broken; get an undamaged copy." if feed.bozo else "This feed has no entries."
        raise InputRefused(labelled.name, reason)
    outlet = _plain(feed.feed.get("title"), labelled.name)
    encoding = str(feed.get("encoding") or "utf-8")
    drafts = [_entry(entry, number, outlet, encoding, labelled) for number, entry in enumerate(feed.entries, start=1)]
    return [draft for draft in drafts if draft.text]


def _entry(entry: Any, number: int, outlet: str | None, encoding: str, labelled: Labelled) -> Draft:
    bodies = [str(one.get("value") or "") for one in entry.get("content", ())] + [str(entry.get("summary") or "")]
    body = max(bodies, key=len)
    title = _plain(entry.get("title"), labelled.name)
    link = str(entry.get("link") or "") or None
    text = ""
    links: tuple[str, ...] = ()
    if body.strip():
        tree = parse(body, labelled.name)
        text, links = full_text(tree), links_of(tree, link)
    published, how = _published(entry)
    return Draft(
        text=text or title or "",
        extractor=f"feedparser/{version('feedparser')} sayso-feed/1",
        title=title,
        outlet=outlet,
        author=str(entry.get("author") or "") or None,
        published=published,
        published_how=how,
        encoding=encoding,
        url=link,
        links=links,
        key=str(entry.get("id") or number),
    )


def _published(entry: Any) -> tuple[str | None, str | None]:
    # A feed of the RSS 1.0 kind has one date only, which feedparser calls `updated`.
    for key in ("published", "updated"):
        if key in entry:
            said = normalise(str(entry[key])) or _from_parsed(entry.get(f"{key}_parsed"))
            if said:
                return said, f"feed entry {key}"
    return None, None


def _from_parsed(moment: time.struct_time | None) -> str | None:
    return time.strftime("%Y-%m-%dT%H:%M+00:00", moment) if moment else None


def _plain(value: object, name: str) -> str | None:
    """A title without its markup."""
    text = str(value or "").strip()
    if "<" in text or "&" in text:
        text = full_text(parse(text, name))
    return " ".join(text.split()) or None
