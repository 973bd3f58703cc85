"""RSS and Atom."""

from __future__ import annotations

from pathlib import Path

from tests.collect.makers import ARABIC, ENGLISH, gather

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Wire</title>
<item><title>Two &amp;amp; more hurt</title><link>https://wire.example/1</link><author>desk@wire.example (R. Example)</author>
<pubDate>Wed, 02 Apr 2031 10:05:00 +0300</pubDate><description>short</description>
<content:encoded><![CDATA[<p>{ENGLISH}</p><p>See <a href="https://other.example/">there</a>.</p><script>x()</script>]]></content:encoded></item>
<item><title>{ARABIC}</title><link>https://wire.example/2</link></item>
<item><description>No title, no link.</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Pier Blog</title>
<entry><title>Hurt</title><id>tag:1</id><link href="https://blog.example/1"/><updated>2031-04-02T10:05:00Z</updated>
<published>2031-04-01T09:00:00Z</published><author><name>Rana Example</name></author><content type="html">{ENGLISH}</content></entry>
<entry><title>Only changed</title><id>tag:2</id><updated>2031-04-03T10:05:00Z</updated><summary>Words.</summary></entry></feed>"""


def test_every_entry_of_rss_is_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(RSS)
    taken, refused = gather(tmp_path / "a.xml")
    assert not refused
    first, second, third = (one.document for one in taken)
    assert first.text == f"{ENGLISH}\n\nSee there."
    assert (first.title, first.outlet, first.url) == ("Two & more hurt", "Harbour Wire", "https://wire.example/1")
    assert (first.published, first.published_how) == ("2031-04-02T10:05+03:00", "feed entry published")
    assert first.links == ("https://other.example/",)
    assert (second.text, second.published, second.language) == (ARABIC, None, "ar")
    assert (third.text, third.url) == ("No title, no link.", None)
    assert len({first.id, second.id, third.id}) == 3
    assert {one.raw for one in taken} == {RSS.encode()}


def test_atom(tmp_path: Path) -> None:
    (tmp_path / "a.atom").write_text(ATOM)
    first, second = (one.document for one in gather(tmp_path / "a.atom")[0])
    assert (first.outlet, first.author, first.published) == ("Pier Blog", "Rana Example", "2031-04-01T09:00+00:00")
    assert (second.published, second.published_how) == ("2031-04-03T10:05+00:00", "feed entry updated")


def test_ids_of_entries_do_not_depend_on_their_neighbours_names(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(RSS)
    (tmp_path / "b.xml").write_text(RSS)
    one = [taken.document.id for taken in gather(tmp_path / "a.xml")[0]]
    two = [taken.document.id for taken in gather(tmp_path / "b.xml")[0]]
    assert one == two


def test_an_entry_of_nothing_but_comments_and_a_feed_in_utf16(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(
        RSS.replace("short", "").replace("<p>" + ENGLISH, "<!-- no -->").replace("utf-8", "utf-16"), "utf-16"
    )
    taken, refused = gather(tmp_path / "a.xml")
    assert not refused
    assert len(taken) == 3


def test_a_broken_feed_gives_the_entries_that_are_whole(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(RSS[: RSS.index("<item><description>")])
    taken, refused = gather(tmp_path / "a.xml")
    assert [one.document.url for one in taken] == ["https://wire.example/1", "https://wire.example/2"]
    assert not refused
