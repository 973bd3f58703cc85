"""Web pages: main text, metadata with how it was found, links."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.collect.makers import ARABIC, ENGLISH, article, page

from sayso.collect import CollectOptions, extract
from sayso.records import Document


def _read(html: str, *, url: str | None = None) -> Document:
    return extract(html.encode(), name="a.html", media_type="text/html", url=url, options=CollectOptions())[0]


def test_main_text_without_menus_in_paragraphs_of_their_own() -> None:
    body = (
        "<nav><ul><li><a href='/a'>World</a></li><li><a href='/b'>Sport</a></li></ul></nav>"
        f"<article><h1>Two hurt at pier</h1><p>{ENGLISH}</p><p>A doctor <b>said</b> more\n  than that.<br>And so it was.</p>"
        "<h2>What is known</h2><ul><li>The pier was open when it happened.</li><li>A ferry had just left for the island.</li></ul>"
        "<table><tr><th>who</th><th>hurt</th></tr><tr><td>guests</td><td>2</td></tr></table>"
        "<blockquote>We saw smoke over the water.</blockquote></article>"
        "<footer>Copyright Harbour Wire. All rights reserved. Terms. Privacy.</footer>"
    )
    text = _read(page(body)).text
    assert text.split("\n\n") == [
        "Two hurt at pier",
        ENGLISH,
        "A doctor said more than that.\nAnd so it was.",
        "What is known",
        "The pier was open when it happened.",
        "A ferry had just left for the island.",
        "who\thurt\nguests\t2",
        "We saw smoke over the water.",
    ]


def test_all_text_of_a_small_page() -> None:
    document = _read(
        "<html><body><footer>Two hurt.<!-- note --> Says <i>the</i> mayor.</footer><script>x()</script></body></html>"
    )
    assert document.text == "Two hurt. Says the mayor."


def test_a_huge_page_loses_nothing() -> None:
    paragraphs = [f"Number {n} said that the pier was closed on day {n} of the year." for n in range(4000)]
    html = page("<article>" + "".join(f"<p>{one}</p>" for one in paragraphs) + "</article>")
    text = _read(html).text
    assert all(one in text for one in paragraphs)
    filler = "<p>" + "word " * 1_100_000 + "</p>"
    document = _read(page(f"<p>first words</p>{filler}<p>last words</p>"))
    assert document.text.startswith("first words")
    assert document.text.endswith("last words")
    assert document.extractor.startswith("lxml/")


@pytest.mark.parametrize(
    ("head", "body", "published", "how"),
    [
        ("<meta property='article:published_time' content='2031-04-02T10:05:00+03:00'>", "", "2031-04-02T10:05+03:00", "meta article:published_time"),
        ("<meta name='DC.date.issued' content='2031-04-02'>", "", "2031-04-02", "meta dc.date.issued"),
        ('<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2031-04-02T07:05Z"}]}</script>', "", "2031-04-02T07:05+00:00", "JSON-LD datePublished"),
        ("", "<span itemprop='datePublished' content='2031-04-02'>yesterday</span>", "2031-04-02", "itemprop datePublished"),
        ("", "<article><time datetime='2031-04-02T10:05'>now</time></article>", "2031-04-02T10:05", "time element in the article"),
        ("", "<time datetime='2031-01-01'>a</time><time datetime='2031-04-02' pubdate>b</time>", "2031-04-02", "time element (pubdate)"),
        ("<meta property='article:modified_time' content='2031-05-01'>", "", None, None),
        ("<meta name='date' content='soon'>", "", None, None),
        ('<script type="application/ld+json">{broken</script>', "", None, None),
        ("", "", None, None),
    ],
)  # fmt: skip
def test_date_of_publication_and_where_it_was_found(
    head: str, body: str, published: str | None, how: str | None
) -> None:
    document = _read(page(f"{body}<p>{ENGLISH}</p>", head=head))
    assert (document.published, document.published_how) == (published, how)


def test_date_in_the_address_and_by_search() -> None:
    document = _read(article(), url="https://www.example.org/2031/04/02/pier")
    assert (document.published, document.published_how) == ("2031-04-02", "address of the page")
    document = _read(page(f"<div class='post-date'>2 April 2021</div><article><p>{ENGLISH}</p></article>"))
    assert (document.published, document.published_how) == ("2021-04-02", "searched in the page (htmldate)")


def test_title_outlet_author() -> None:
    head = (
        "<meta property='og:site_name' content='Harbour Wire'><meta name='author' content='Rana Example'>"
        "<meta property='og:title' content='Two hurt at ferry pier'>"
    )
    document = _read(page(f"<article><p>{ENGLISH}</p></article>", head=head), url="https://www.wire.example/x")
    assert (document.title, document.outlet, document.author) == (
        "Two hurt at ferry pier",
        "Harbour Wire",
        "Rana Example",
    )
    document = _read(article(), url="http://www.wire.example:8080/x")
    assert document.outlet == "wire.example"
    assert _read(article()).outlet is None


def test_links_are_absolute_in_order_and_once() -> None:
    body = (
        f"<nav><a href='https://wire.example/sport'>Sport</a></nav><article><p>{ENGLISH} <a href='/b'>b</a> <a href='https://other.example/a#x'>a</a> <a href='b'>b again</a>"
        "<a href='mailto:x@example.org'>mail</a> <a href='javascript:x()'>x</a> <a href='#top'>top</a> <a href='http://[bad'>bad</a></p><p>{ENGLISH} More of it.</p></article><footer><a href='https://wire.example/terms'>Terms</a></footer>"
    )
    document = _read(page(body), url="https://wire.example/x")
    assert document.links == ("https://wire.example/b", "https://other.example/a")


def test_right_to_left_stays_as_written() -> None:
    document = _read(page(f"<article dir='rtl'><p>{ARABIC}</p><p>\u200f{ARABIC} (12)</p></article>"))
    assert document.text == f"{ARABIC}\n\n\u200f{ARABIC} (12)"
    assert document.unread is not None


def test_xhtml_with_a_declaration(tmp_path: Path) -> None:
    html = f"<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>{ENGLISH}</p></body></html>"
    assert _read(html).text == ENGLISH
