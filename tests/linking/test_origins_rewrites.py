"""Two accounts of one statement, each in words of its own, and two that only tell of the same accident."""

from __future__ import annotations

from sayso.linking.origins import trace_origins
from sayso.linking.origins.pages import prepare
from sayso.linking.origins.retelling import Retold, retold
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


def test_an_account_that_changes_every_verb_is_a_rewrite_by_its_sentences() -> None:
    found = {link.id: link for link in trace_origins(DOCUMENTS).documents}
    assert found["bugle"].relation == "rewrite"
    assert found["bugle"].of == "herald"
    assert "sentences that the other tells in nearly the same words and order" in found["bugle"].reasons[0].says


def test_a_witness_of_the_same_accident_stays_a_second_origin() -> None:
    found = {link.id: link for link in trace_origins(DOCUMENTS).documents}
    assert found["own"].relation == "independent"
    assert found["own"].origin != found["herald"].origin


def told_again(one: str, other: str) -> Retold:
    a, b = prepare([made("one", one, "One", "What was seen"), made("other", other, "Other", "What was heard")])
    assert retold(b, a) == retold(a, b), "which of the two is asked for first is the same"
    return retold(a, b)


def test_a_sentence_may_be_told_in_two_and_is_half_told_or_not_at_all() -> None:
    whole = "The mill burned down on Friday night after a lamp fell over in the loft."
    halves = "The mill has burned down. It burned on Friday night after a lamp had fallen over in its loft."
    assert told_again(whole, halves).sentences == 1.0
    added = "Nobody from the parish council would speak about the insurance that it had let lapse in spring."
    told = told_again(
        f"{whole} {added}", f"{halves} The council of the neighbouring parish sent blankets, bread and two carts."
    )
    assert 0.4 < told.sentences < 0.7
    facts = (
        "On Friday, fire took the mill. Neighbours blame one fallen lamp, they say it was left in that loft by night."
    )
    assert told_again(whole, facts).sentences == 0.0, "the same facts in another phrasing"


def test_the_order_of_words_counts_over_the_whole_report() -> None:
    first = "A lamp fell over in the loft of the mill."
    second = "Six carts of flour were lost before the brigade came."
    third = "The owner, Jory Pell, was not at home that night."
    told = told_again(f"{first} {second} {third}", f"{third} {second} {first}")
    assert told.sentences == 1.0
    assert told.order < 0.5
    assert told_again("", first) == Retold(0.0, 0.0)


def test_another_number_in_the_same_words_is_another_account() -> None:
    monitor = "The river guard said on 2 June that nine hands were hurt near the north pier at Tarn Landing in spring."
    doctor = "A doctor, Jon Falk, said on 3 June that fourteen hands were hurt near the north pier at Tarn Landing in spring."
    told = told_again(monitor, doctor)
    assert (told.sentences, told.order > 0.5) == (0.0, True)
    same = doctor.replace("3 June", "2 June").replace("fourteen", "9")
    assert told_again(monitor, same).sentences == 1.0, "nine and 9 are one number"
