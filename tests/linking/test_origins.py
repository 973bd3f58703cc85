"""Origins of a small set of reports about a fire in a fictional town."""

from __future__ import annotations

import random
import time

import pytest

from sayso.linking.incidents import group_incidents
from sayso.linking.origins import report_spans, trace_origins
from sayso.records import Claim, Document, OriginLink, Origins, Reading, Span, Speaker

STORY = (
    "MERIDOCK, Sarvia (Tessel Wire) - A fire destroyed the rope works on Lantern Quay in Meridock before dawn on Tuesday. "
    "The harbour master, Orla Venn, said that seven workers had died and that eleven were being treated for burns. "
    "The flames spread from the drying loft to two barges, which sank within the hour. "
    "Nobody had found the cause by the evening, Venn said."
)
RETOLD = (
    "Seven workers died when a fire destroyed the rope works at Lantern Quay, Meridock, in the hours before dawn on Tuesday, "
    "harbour master Orla Venn said. Eleven others were being treated for burns. "
    "From the drying loft the flames spread to two barges; both sank within the hour. No cause was found by evening."
)
OWN = (
    "I live opposite the rope works. At four in the morning my window lit up red. "
    "My neighbour Ketil Strand carried buckets until his sleeves caught. "
    "“We counted nine bodies under the tarpaulins,” Strand told the Quayside Voice. "
    "Families of the night shift say that the loft doors had been chained since last winter."
)
CITING = (
    "The rope works of Meridock has burned down, the Quayside Voice reported on Wednesday. "
    "According to the Quayside Voice, a neighbour counted nine bodies under the tarpaulins. "
    "The paper said that the loft doors had been chained since last winter."
)
FURTHER = (
    "The rope works of Meridock has burned down, the Quayside Voice reported. "
    "But the owner of the works, Tove Halden, said in an interview that no door was ever locked. "
    "Halden said that the insurer had inspected the loft in spring. "
    "The union of rope makers has called a strike for Friday and wants an inquiry of its own."
)
FIXED = (
    "Correction: An earlier version of this report gave a wrong number of dead. "
    "A fire destroyed the rope works on Lantern Quay in Meridock before dawn on Tuesday. "
    "The harbour master, Orla Venn, now says that eight workers died."
)
ELSEWHERE = (
    "The cellist Ansa Mirel opened the winter season at the Corn Exchange with three sonatas. "
    "The hall was full and the applause long. She returns in March with the Loom Quartet."
)
MENU = "Home\nSubscribe now\nShare this story\nThe Gazette is a member of the Sarvian press council and follows its code.\nWrite to our readers' desk with your views on what we print here.\nAll rights reserved, Sarvia Media House.\n"


def doc(name: str, text: str, outlet: str | None, published: str | None = None, **more: object) -> Document:
    return Document(id=name, sha256="0", text=text, outlet=outlet, published=published, **more)  # type: ignore[arg-type]


WIRE = doc("wire", STORY, "Tessel Wire", "2031-05-06", title="Fire destroys rope works in Meridock")
REPRINT = doc("reprint", f"{MENU}{STORY}\n{MENU}", "Sarvia Gazette", "2031-05-06", title="Seven dead on Lantern Quay")
PART = doc(
    "part",
    " ".join(STORY.split(". ")[:2]) + ".\nSource: Tessel Wire",
    "Coast Courier",
    "2031-05-07",
    title="Rope works burns",
)
REWRITE = doc("rewrite", RETOLD, "Orm Post", "2031-05-07", title="Rope works fire kills seven")
VOICE = doc("voice", OWN, "Quayside Voice", "2031-05-06", title="What I saw from my window")
CITES = doc("cites", CITING, "Inland Daily", "2031-05-08", title="Nine dead in Meridock, paper says")
REPORTS = doc("reports", FURTHER, "Fathom", "2031-05-08", title="Owner denies chained doors")
CORRECTED = doc("corrected", FIXED, "Tessel Wire", "2031-05-08", title="Correction: Fire destroys rope works")
CONCERT = doc(
    "concert", f"{MENU}{ELSEWHERE}\n{MENU}", "Sarvia Gazette", "2031-05-06", title="Mirel opens the winter season"
)
ALL = (WIRE, REPRINT, PART, REWRITE, VOICE, CITES, REPORTS, CORRECTED, CONCERT)


def links(origins: Origins) -> dict[str, OriginLink]:
    return {link.id: link for link in origins.documents}


def partition(origins: Origins) -> set[frozenset[str]]:
    return {frozenset(o.documents) for o in origins.origins}


def test_the_whole_set() -> None:
    found = links(trace_origins(ALL))
    assert {i: (link.relation, link.of) for i, link in found.items()} == {
        "wire": ("original", None),
        "reprint": ("reprint", "wire"),
        "part": ("reprint", "wire"),
        "rewrite": ("rewrite", "wire"),
        "voice": ("original", None),
        "cites": ("cites", "voice"),
        "reports": ("independent", None),
        "corrected": ("rewrite", "wire"),
        "concert": ("independent", None),
    }


def test_origins_cover_every_document_once_in_input_order() -> None:
    origins = trace_origins(ALL)
    assert [link.id for link in origins.documents] == [d.id for d in ALL]
    assert sorted(i for o in origins.origins for i in o.documents) == sorted(d.id for d in ALL)
    assert [o.documents[0] for o in origins.origins] == ["wire", "voice", "reports", "concert"]
    known = {o.id: set(o.documents) for o in origins.origins}
    assert all(link.id in known[link.origin] for link in origins.documents)


@pytest.mark.parametrize("seed", range(8))
def test_the_order_of_input_changes_nothing_but_the_order_of_the_answer(seed: int) -> None:
    shuffled = random.Random(seed).sample(ALL, len(ALL))
    assert links(trace_origins(shuffled)) == links(trace_origins(ALL))
    assert partition(trace_origins(shuffled)) == partition(trace_origins(ALL))


def test_every_passage_of_a_reason_proves_itself_and_a_copy_shows_both_texts() -> None:
    texts = {d.id: d.text for d in ALL}
    origins = trace_origins(ALL)
    for link in origins.documents:
        assert link.reasons
        for reason in link.reasons:
            for p in reason.passages:
                assert texts[p.document][p.start : p.end] == p.text
    shown = {p.document for r in links(origins)["reprint"].reasons for p in r.passages}
    assert shown == {"reprint", "wire"}


def test_a_citation_shows_the_citing_words_even_where_the_report_is_independent() -> None:
    found = links(trace_origins(ALL))
    assert any("Quayside Voice reported" in p.text for r in found["cites"].reasons for p in r.passages)
    mention = next(r for r in found["reports"].reasons if r.step == "mentions")
    assert "Quayside Voice" in mention.says
    assert any("Quayside Voice reported" in p.text for p in mention.passages)


def test_direction_follows_the_credit_then_the_dates() -> None:
    early_reprint = doc("a", f"{STORY}\nSource: Tessel Wire", "Coast Courier", None)
    undated_wire = doc("b", STORY, "Tessel Wire", None)
    found = links(trace_origins([early_reprint, undated_wire]))
    assert (found["a"].relation, found["a"].of) == ("reprint", "b")
    plain = STORY.replace(" (Tessel Wire)", "")
    dated = [doc("x", plain, "Orm Post", "2031-05-09"), doc("y", plain, "Fathom", "2031-05-07")]
    assert links(trace_origins(dated))["x"].of == "y"


def test_an_unknown_order_is_said_to_be_unknown() -> None:
    plain = STORY.replace(" (Tessel Wire)", "")
    same_day = [doc("x", plain, "Orm Post", "2031-05-07"), doc("y", plain, "Fathom", "2031-05-07T09:00")]
    reprint = next(link for link in trace_origins(same_day).documents if link.relation == "reprint")
    assert any("Order unknown" in r.says for r in reprint.reasons)


def test_a_round_up_does_not_make_two_reports_one_origin() -> None:
    both = doc("both", f"{STORY}\n{OWN}", "Orm Post", "2031-05-09")
    origins = trace_origins([WIRE, VOICE, both])
    assert partition(origins) in (
        {frozenset({"wire", "both"}), frozenset({"voice"})},
        {frozenset({"voice", "both"}), frozenset({"wire"})},
    )


def test_two_documents_on_a_wire_that_is_not_held_share_its_origin() -> None:
    first = doc(
        "p",
        RETOLD.replace("harbour master Orla Venn said", "Tessel Wire reported").replace(
            "No cause was found by evening.", "Tessel Wire reported no cause."
        ),
        "Orm Post",
        "2031-05-07",
    )
    second = doc(
        "q",
        "Tessel Wire reported that seven workers died in Meridock on Tuesday, when fire destroyed the rope works at Lantern Quay. "
        "Two barges sank after flames spread from the drying loft, Tessel Wire reported.",
        "Inland Daily",
        "2031-05-07",
    )
    found = links(trace_origins([first, second]))
    assert found["p"].origin == found["q"].origin


def test_documents_that_rest_on_the_police_are_not_one_origin_for_that() -> None:
    first = doc(
        "p",
        "Two boys fell from the weir at Brackwater on Sunday, police said. One of them drowned, police said.",
        "Orm Post",
    )
    second = doc(
        "q", "Police said a boy drowned at Brackwater. The second child is in hospital, police said.", "Fathom"
    )
    assert len(trace_origins([first, second]).origins) == 2


def test_a_wire_that_is_not_held_is_named_in_the_reasons() -> None:
    tagged = STORY.replace("Tessel Wire", "AP")
    found = links(trace_origins([doc("p", tagged, "Orm Post", "2031-05-07"), doc("q", tagged, "Fathom", "2031-05-08")]))
    assert (found["q"].relation, found["q"].of) == ("reprint", "p")
    credit = next(r for r in found["p"].reasons if r.step == "credit")
    assert [p.text for p in credit.passages] == ["AP"]


def test_a_shared_quotation_is_noted_and_ties_nothing() -> None:
    quote = "“The river took the lower road within an hour of the siren and we had no boats left,”"
    first = doc(
        "p",
        f"{quote} warden Lise Orrin said. Schools in Dunfell close until Monday, parents were told by letter.",
        "Orm Post",
    )
    second = doc(
        "q",
        f"Insurers met in Aldmoor on Friday over the cost of the flood. {quote} Orrin told them. A fund of two million opens in May.",
        "Fathom",
    )
    found = trace_origins([first, second])
    assert len(found.origins) == 2
    for link in found.documents:
        note = next(r for r in link.reasons if r.step == "shared quotation")
        assert [p.document for p in note.passages] == [link.id, {"p": "q", "q": "p"}[link.id]]
        assert all("took the lower road" in p.text for p in note.passages)


def test_links_to_a_held_document_are_citations() -> None:
    root = doc("root", OWN, "Quayside Voice", "2031-05-06", url="https://voice.example/fire")
    child = doc(
        "child",
        "A neighbour counted nine bodies under the tarpaulins after the rope works burned. The loft doors had been chained since last winter.",
        "Fathom",
        "2031-05-07",
        links=("https://www.voice.example/fire/",),
    )
    found = links(trace_origins([root, child]))
    assert (found["child"].relation, found["child"].of) in (("cites", "root"), ("rewrite", "root"))


def test_a_person_decides() -> None:
    freed = trace_origins(ALL, overrules={"rewrite": ("independent", None)})
    assert links(freed)["rewrite"].relation == "independent"
    assert len(next(o for o in freed.origins if "rewrite" in o.documents).documents) == 1
    assert "A person decided" in links(freed)["rewrite"].reasons[0].says
    tied = links(trace_origins(ALL, overrules={"concert": ("cites", "voice"), "missing": ("cites", "voice")}))
    assert (tied["concert"].relation, tied["concert"].of, tied["concert"].origin) == (
        "cites",
        "voice",
        tied["voice"].origin,
    )
    turned = links(trace_origins(ALL, overrules={"wire": ("reprint", "reprint"), "reprint": ("original", None)}))
    assert (turned["wire"].of, turned["reprint"].relation) == ("reprint", "original")


def test_two_decisions_in_a_circle_do_not_hang() -> None:
    circle = trace_origins([WIRE, VOICE], overrules={"wire": ("reprint", "voice"), "voice": ("reprint", "wire")})
    assert len(circle.origins) == 1


def test_claims_of_readings_add_speakers() -> None:
    text = "Quayside Voice: a neighbour counted nine bodies under the tarpaulins. The loft doors had been chained since last winter."
    child = doc("child", text, "Fathom", "2031-05-07")
    source = Speaker(start=0, end=14, text=text[:14], entity="Quayside Voice")
    claim = Claim(id="c", source=source, cue=None, content=(Span.cut(text, 16, len(text)),))
    found = links(trace_origins([VOICE, child], [Reading(document=child, claims=(claim,))]))
    assert (found["child"].relation, found["child"].of) == ("cites", "voice")


def test_nothing_and_empty_documents_are_taken() -> None:
    assert trace_origins([]) == Origins(documents=(), origins=())
    empty = trace_origins([doc("e", "", None), doc("f", "\n\n", None)])
    assert [link.relation for link in empty.documents] == ["independent", "independent"]


def test_furniture_is_cut_and_the_report_stays() -> None:
    spans = dict(zip([d.id for d in ALL], report_spans(ALL), strict=True))
    kept = " ".join(REPRINT.text[a:b] for a, b in spans["reprint"])
    assert "seven workers had died" in kept
    for gone in ("Subscribe now", "Share this story", "All rights reserved", "press council", "readers' desk"):
        assert gone not in kept


@pytest.mark.parametrize("unit", ["Aaa-", "Aaa said ", "\n", "(A", "“a” ", "Aaa of ", "in Aaa "])
def test_hostile_texts_cost_little(unit: str) -> None:
    # Half a second each at most; what these guard against took minutes.
    text = unit * (60_000 // len(unit))
    began = time.process_time()
    trace_origins([doc("a", text, "Fathom"), doc("b", f"{text}.", "Orm Post")])
    group_incidents([Reading(document=doc("a", text, "Fathom"))])
    assert time.process_time() - began < 10


def test_a_page_collected_twice_is_one_origin_even_without_a_report() -> None:
    page = "Close. Get mail on Tove Marne daily! Whenever Tove Marne posts new content, you get a mail with a link."
    twice = [doc(name, page, "Orm Post", "2031-05-06", title="Rope works burns on the quay") for name in ("one", "two")]
    other = doc("other", page, "Orm Post", "2031-05-06", title="Choir sings in the new hall")
    found = links(trace_origins([*twice, other]))
    assert found["one"].origin == found["two"].origin != found["other"].origin
    assert (found["two"].relation, found["two"].of) == ("reprint", "one")
    assert "collected twice" in found["two"].reasons[0].says


def test_two_reports_of_one_fire_that_share_facts_and_no_sentences_stay_apart() -> None:
    other = (
        "Flames took the old rope works at Lantern Quay on Tuesday, killing seven of the night shift. "
        "Orla Venn, who runs the harbour, spoke of a loft that went up like paper. Eleven lie in the hospital of Orm."
    )
    found = trace_origins([WIRE, doc("own", other, "Fathom", "2031-05-06", title="Seven die at rope works")])
    assert len(found.origins) == 2
