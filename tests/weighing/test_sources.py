"""Profiles of outlets and speakers."""

from __future__ import annotations

from sayso.records import Claim, Document, Origin, OriginLink, Origins, Reading, Span, Speaker
from sayso.weighing.sources import Brought, brought, profile_sources


def reading(name: str, outlet: str | None, *speakers: tuple[str, str | None] | None) -> Reading:
    text = "".join(f"{s[0]}: word. " if s else "bare word. " for s in speakers)
    claims = []
    at = 0
    for n, s in enumerate(speakers):
        head = s[0] if s else "bare"
        start = text.index(head, at)
        source = Speaker(start=start, end=start + len(head), text=head, entity=s[1]) if s else None
        at = start + len(head)
        word = text.index("word", at)
        claims.append(Claim(id=f"{name}{n}", source=source, cue=None, content=(Span.cut(text, word, word + 4),)))
    return Reading(document=Document(id=name, sha256="0", outlet=outlet, text=text), claims=tuple(claims))


ONE = reading("one", "Orm Post", ("the Tide Office", None), ("he", "Arn Tollow"), None)
TWO = reading("two", "The Orm Post", ("Tide Office", None), ("it", None))
THREE = reading("three", "Fathom", ("Tide Office", None))
FOUR = reading("four", None, ("Arn Tollow", None))
ORIGINS = Origins(
    documents=(
        OriginLink(id="one", origin="o1", relation="original", of=None),
        OriginLink(id="two", origin="o1", relation="reprint", of="one"),
        OriginLink(id="three", origin="o2", relation="independent", of=None),
        OriginLink(id="four", origin="o3", relation="independent", of=None),
    ),
    origins=(
        Origin(id="o1", documents=("one", "two")),
        Origin(id="o2", documents=("three",)),
        Origin(id="o3", documents=("four",)),
    ),
)


def test_outlets_and_speakers_are_counted_by_document_claim_and_origin() -> None:
    profiles = profile_sources(map(brought, [ONE, TWO, THREE, FOUR]), ORIGINS)
    assert [(p.kind, p.name, p.documents, p.claims, p.origins) for p in profiles] == [
        ("outlet", "Orm Post", 2, 5, ("o1",)),
        ("outlet", "Fathom", 1, 1, ("o2",)),
        ("speaker", "Tide Office", 3, 3, ("o1", "o2")),
        ("speaker", "Arn Tollow", 2, 2, ("o1", "o3")),
    ]


def test_grades_and_distrust_find_their_source_by_any_spelling() -> None:
    profiles = profile_sources(
        map(brought, [ONE, TWO, THREE]),
        ORIGINS,
        grades={"the tide office": "B2", "FATHOM": "D"},
        distrusted={"the Orm Post"},
    )
    graded = {p.name: (p.grade, p.distrusted) for p in profiles}
    assert graded == {
        "Orm Post": (None, True),
        "Fathom": ("D", False),
        "Tide Office": ("B2", False),
        "Arn Tollow": (None, False),
    }


def test_nothing_gives_nothing() -> None:
    assert profile_sources([], Origins(documents=(), origins=())) == ()


def test_all_names_of_a_speaker_are_one_source_that_any_of_them_grades_or_sets_aside() -> None:
    said = [
        Brought("a", None, 2, (("tarn relief board", "Tarn Relief Board", 1), ("orla venn", "Orla Venn", 1))),
        Brought("b", None, 1, (("trb", "TRB", 1),)),
    ]
    none = Origins(documents=(), origins=())
    fuller = {"trb": "Tarn Relief Board"}
    one, other = profile_sources(said, none, fuller=fuller, grades={"TRB": "B"}, distrusted=["the TRB"])
    assert (one.name, one.documents, one.claims, one.grade, one.distrusted) == ("Tarn Relief Board", 2, 2, "B", True)
    assert (other.name, other.grade, other.distrusted) == ("Orla Venn", None, False)
