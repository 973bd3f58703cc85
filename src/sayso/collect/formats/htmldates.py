"""When a page says it was published, and where it says so. The most explicit statement wins; the last is a search."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from sayso.collect.dates import LATEST, in_url, normalise

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META_FIRST = ("article:published_time", "og:article:published_time", "og:published_time", "datepublished")
_META_THEN = (
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "citation_publication_date", "publication_date", "publish-date", "pubdate", "publishdate", "dc.date", "date",
)  # fmt: skip
_MODIFIED = ("modified", "updated", "last-modified", "lastmod", "revised")


def find_published(tree: HtmlElement, url: str | None, searched: str | None) -> tuple[str | None, str | None]:
    """Find the publication date and say where it was found.

    Args:
        tree: the page.
        url: where it was, whose path may carry a day.
        searched: what htmldate found in the page's markup and text; used last.

    Returns:
        ISO date and where it stood (`meta article:published_time`), or two nulls. A date of change is never taken.
    """
    for date, where in _stated(tree):
        normal = normalise(date)
        if normal:
            return normal, where
    day = in_url(url)
    if day:
        return day, "address of the page"
    if searched:
        return normalise(searched), "searched in the page (htmldate)"
    return None, None


def _stated(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    metas = _metas(tree)
    for key in _META_FIRST:
        if key in metas:
            yield metas[key], f"meta {key}"
    for script in tree.iter("script"):
        if (script.get("type") or "").lower().startswith("application/ld+json"):
            for value in _json_ld(script.text or ""):
                yield value, "JSON-LD datePublished"
    for key in _META_THEN:
        if key in metas:
            yield metas[key], f"meta {key}"
    for element in tree.xpath("//*[@itemprop='datePublished']"):
        value = element.get("datetime") or element.get("content") or element.text_content()
        yield value.strip(), "itemprop datePublished"
    yield from _times(tree)


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = (meta.get("content") or meta.get("datetime") or "").strip()
        if content:
            found.setdefault(key, content)
    return found


def _times(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Time elements: one marked as publication, else the first in the article, else a lone one on the page."""
    times = [element for element in tree.iter("time") if element.get("datetime") and not _of_change(element)]
    for element in times:
        if element.get("pubdate") is not None:
            yield element.get("datetime"), "time element (pubdate)"
    inside = [element for element in times if any(one.tag in {"article", "main"} for one in element.iterancestors())]
    if inside:
        yield inside[0].get("datetime"), "time element in the article"
    elif len(times) == 1:
        yield times[0].get("datetime"), "time element"


def _json_ld(text: str) -> Iterator[str]:
    try:
        data = json.loads(text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return
    pending: list[Any] = [data]
    while pending:
        item = pending.pop(0)
        if isinstance(item, list):
            pending.extend(item)
        elif isinstance(item, dict):
            value = item.get("datePublished")
            if isinstance(value, str):
                yield value
            pending.extend(item.get(key) for key in ("@graph", "mainEntity"))


def htmldate_options() -> dict[str, Any]:
    """How htmldate searches: the original date, markup before text, and no bound that depends on today."""
    return {"original_date": True, "extensive_search": False, "max_date": LATEST}


def for_htmldate(tree: HtmlElement) -> HtmlElement:
    """A copy of the page without its dates of change, which htmldate would take for want of better."""
    copy = deepcopy(tree)
    for element in list(copy.iter("meta", "time")):
        if _of_change(element):
            element.drop_tree()
    return copy


def _of_change(element: HtmlElement) -> bool:
    said = " ".join(str(element.get(key) or "") for key in ("property", "name", "itemprop", "http-equiv", "class"))
    return any(word in said.lower() for word in _MODIFIED)
