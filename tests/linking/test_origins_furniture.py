"""Furniture over many pages: what repeats on otherwise different pages goes, what a wire spreads stays."""

from __future__ import annotations

import random

from sayso.linking.origins import outlet_key, report_spans, trace_origins
from sayso.linking.origins.forms import furniture_by_form
from sayso.linking.origins.furniture import segments
from sayso.records import Document

PLACES = [
    "Aldmoor",
    "Brenna",
    "Corvik",
    "Dunfell",
    "Eskmere",
    "Farnholt",
    "Gillow",
    "Haverby",
    "Ister",
    "Jarnvik",
    "Kelda",
    "Lorne",
]
THINGS = [
    "orchard",
    "tannery",
    "brewery",
    "sawmill",
    "foundry",
    "archive",
    "observatory",
    "greenhouse",
    "cannery",
    "quarry",
    "tramway",
    "granary",
]
PEOPLE = ["Abel", "Berit", "Cato", "Dagny", "Eskil", "Frida", "Gorm", "Hilde", "Ivar", "Jorun", "Knut", "Liv"]
MENU = (
    "Our newsroom answers every letter that readers send to the tower.\n"
    "Members of the lantern club pay less at the theatre and the swimming hall.\n"
    "The weather desk promises mist in the valleys and frost on the hills.\n"
)


def page(n: int, outlet: str) -> Document:
    place, thing, person = PLACES[n], THINGS[n], PEOPLE[n]
    rng = random.Random(n)

    def word() -> str:
        return "".join(rng.choice("bdfgklmnprst") + rng.choice("aeiou") for _ in range(3))

    own = " ".join(
        f"{person} {rng.choice(['found', 'sold', 'lost', 'built'])} the {word()} {word()} of {word()} near {place}."
        for _ in range(12)
    )
    return Document(
        id=f"p{n:02}",
        sha256="0",
        outlet=outlet,
        title=f"{thing.title()} of {place} changes hands",
        url=f"https://{outlet}.example/{n}",
        text=f"{MENU}The {thing} of {place} changes hands. {own}\nWritten at the desk of the lantern club by {person}.",
    )


def test_lines_that_repeat_over_different_pages_go() -> None:
    pages = [page(n, "gazette") for n in range(6)]
    for document, spans in zip(pages, report_spans(pages), strict=True):
        kept = "\n".join(document.text[a:b] for a, b in spans)
        assert "weather desk" not in kept
        assert "changes hands" in kept
    assert len(trace_origins(pages).origins) == 6


def test_furniture_shared_by_two_pages_of_one_outlet_goes() -> None:
    pages = [page(n, "gazette") for n in range(2)]
    assert all(
        "weather desk" not in d.text[a:b] for d, spans in zip(pages, report_spans(pages), strict=True) for a, b in spans
    )


def test_a_report_in_many_outlets_stays() -> None:
    story = (
        "The ferry Marigold ran onto the Teeth reef off Ister in fog on Sunday night. Its captain, Runa Vale, brought all 61 passengers ashore. "
        "Divers will look at the hull on Thursday. The line has closed until the channel is marked anew."
    )
    rng = random.Random(5)
    pages = []
    for n, outlet in enumerate(["alpha", "bravo", "carol", "delta"]):
        own = " ".join(f"{outlet}{rng.randint(1000, 9999)} notes {rng.choice(THINGS)} matter" for _ in range(8))
        pages.append(
            Document(
                id=outlet,
                sha256="0",
                outlet=outlet,
                title="Ferry Marigold aground off Ister",
                published=f"2031-02-0{n + 2}",
                text=f"{story}\n{own}.",
            )
        )
    origins = trace_origins(pages)
    assert len(origins.origins) == 1
    assert [link.relation for link in origins.documents] == ["original", "reprint", "reprint", "reprint"]


def test_form_alone_tells_furniture_and_leaves_reports_alone() -> None:
    for line in (
        "Share this article",
        "Subscribe",
        "© 2031 Gazette",
        "Sign up for our newsletter",
        "Home | News | Sport | Contact",
        "Follow us on the networks",
    ):
        assert furniture_by_form([line]) == [True]
    for line in (
        "Shares of the bridge company fell by a third.",
        "The registered nurse found three survivors.",
        "Follow-up searches on the ridge found two more bodies.",
        "She signed the treaty at noon.",
    ):
        assert furniture_by_form([line]) == [False]


def test_segments_prove_themselves_and_numbers_do_not_tell_them_apart() -> None:
    text = "Posted at 10:15 by the desk\nThe mill burned. “Nobody came,” she said."
    cut = segments(text)
    assert [text[s.start : s.end] for s in cut] == [
        "Posted at 10:15 by the desk",
        "The mill burned.",
        "“Nobody came,” she said.",
    ]
    assert segments("Posted at 11:45 by the desk")[0].key == cut[0].key


def test_outlet_key_unwraps_archives() -> None:
    wrapped = Document(
        id="a", sha256="0", text="", url="http://web.archive.org/web/20310101000000/http://www.gazette.example:80/x"
    )
    assert outlet_key(wrapped) == "gazette.example"
    assert outlet_key(Document(id="b", sha256="0", text="", url="https://m.gazette.example/x")) == "gazette.example"
    assert outlet_key(Document(id="c", sha256="0", text="", outlet="The Gazette ")) == "the gazette"
    assert outlet_key(Document(id="d", sha256="0", text="")) is None


def test_appeals_galleries_and_lists_of_clips_are_known_by_their_form() -> None:
    appeal = "Anyone with information about the fire is asked to call the harbour police at 555 0147."
    report = "The rope works burned for three hours, and anyone who came near was turned back."
    assert furniture_by_form([report, appeal, "Callers can remain anonymous."]) == [False, True, True]
    gallery = [
        "Photo: Orm Post Image 1 of 2 Smoke over Lantern Quay.",
        "Smoke over Lantern Quay.",
        "Photo: Orm Post Image 2 of 2 Firemen on the roof.",
        "Firemen on the roof.",
        report,
    ]
    assert furniture_by_form(gallery)[:3] == [True, True, True]
    assert furniture_by_form(gallery)[-1] is False
    clips = ["1:04 Choir sings in new hall", "0:31 Gulls take the pier", "2:10 How rope is made"]
    assert furniture_by_form([*clips, report]) == [True, True, True, False]
    # Two times of day are no list of clips.
    assert furniture_by_form(["9:10 The alarm was raised.", "9:25 The loft fell in.", report]) == [False] * 3


def release(n: int) -> Document:
    """A press release that a police force writes of every shooting, with another street and other people each time."""
    place, thing, person = PLACES[n], THINGS[n], PEOPLE[n]
    return Document(
        id=f"r{n}",
        sha256="",
        title=f"Investigation into Fatal Shooting at the {place} {thing}",
        text=(
            f"Tarn Police Department, for immediate release. Detectives {person} and Moe are looking into the fatal "
            f"shooting of a person at the {place} {thing}. The identity is pending verification by the institute of "
            "forensic sciences. Homicide division officers reported that patrol officers responded to a shooting call at "
            "the above address and found the victim had suffered a gunshot wound."
        ),
        published=f"2031-05-0{n + 1}",
        url=f"https://tarn-police.example/{n}",
    )


def test_a_form_that_a_police_force_fills_in_again_is_no_second_hand_report() -> None:
    notes = [
        Document(
            id=f"n{n}",
            sha256="",
            title=f"Fatal shooting by the {place} {THINGS[n]}",
            text=f"An investigation into a fatal shooting began at {place}, {PEOPLE[n]} said, {THINGS[n - 1]} and all.",
            url=f"https://{place.casefold()}-courier.example/{n}",
        )
        for n, place in enumerate(PLACES)
    ]
    traced = trace_origins([release(0), release(1), *notes])
    by_id = {link.id: link for link in traced.documents}
    assert by_id["r0"].origin != by_id["r1"].origin


def test_a_release_printed_by_two_papers_is_still_one_origin() -> None:
    copy = release(0)
    again = Document(id="again", sha256="", title=copy.title, text=copy.text, url="https://corvik-courier.example/7")
    traced = trace_origins([copy, again, *(page(n, "https://elsewhere.example") for n in range(2, 6))])
    by_id = {link.id: link for link in traced.documents}
    assert by_id["r0"].origin == by_id["again"].origin
