"""Two accounts of one statement, each in words of its own, and two that only tell of the same accident."""

from __future__ import annotations

from sayso.linking.origins import trace_origins
from sayso.records import Document

HERALD = (
    "Two ferry hands were hurt on Saturday night when a boiler burst aboard the Heron at Tarn Landing, the river guard "
    "said. The burst happened at about 9:40 p.m. as the Heron took on coal by the north pier. Guards found Jory Pell, "
    "31, with burns to both hands, and Ines Crail, 24, with a broken wrist. Both were carried to the Cantor infirmary "
    "and are expected to live. The guard is looking into the valve."
)
BUGLE = (
    "A boiler that burst aboard the Heron has injured two ferry hands at Tarn Landing, according to the river guard. It "
    "gave way around 9:40 p.m. Saturday while the Heron loaded coal by the north pier. Jory Pell, 31, suffered burns to "
    "both hands; Ines Crail, 24, had a broken wrist. They were taken to the Cantor infirmary and should recover, the "
    "guard added. Guards now look at the valve."
)
OWN = (
    "I stood on the north pier when the boiler of the Heron burst. The stoker Ansel Moy pulled Jory Pell out by the "
    "collar and laid him on the coal sacks. “We had told the owner twice that the valve stuck,” Moy told the Lamp. Ines "
    "Crail was sitting on a bollard, holding her arm, and asked for water. Nobody from the owner has come to see them."
)


def made(name: str, text: str, outlet: str, title: str) -> Document:
    return Document(id=name, sha256="0", text=text, outlet=outlet, published="2031-06-02", title=title)


DOCUMENTS = [
    made("herald", HERALD, "Tarn Herald", "Two hurt as ferry boiler bursts"),
    made("bugle", BUGLE, "Cantor Bugle", "Boiler burst injures ferry hands"),
    made("own", OWN, "The Lamp", "What the stoker saw on the Heron"),
]


def test_an_account_that_changes_every_verb_is_a_rewrite_by_its_many_short_runs() -> None:
    found = {link.id: link for link in trace_origins(DOCUMENTS).documents}
    assert found["bugle"].relation == "rewrite"
    assert found["bugle"].of == "herald"
    assert "in runs of 3 or more" in found["bugle"].reasons[0].says


def test_a_witness_of_the_same_accident_stays_a_second_origin() -> None:
    found = {link.id: link for link in trace_origins(DOCUMENTS).documents}
    assert found["own"].relation == "independent"
    assert found["own"].origin != found["herald"].origin
