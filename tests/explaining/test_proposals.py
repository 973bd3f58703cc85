"""Hypotheses proposed from explanations that reports offer."""

from __future__ import annotations

from sayso.explaining import propose
from sayso.records import Document, Explanation, Reading


def _reading(name: str, *explanations: str) -> Reading:
    text = " ".join(explanations)
    found = []
    for passage in explanations:
        start = text.index(passage)
        found.append(
            Explanation(start=start, end=start + len(passage), text=passage, cue="because", certainty="possible")
        )
    document = Document(id=name, sha256="0" * 64, text=text)
    return Reading(document=document, explanations=tuple(found))


def test_passages_that_share_their_words_are_one_hypothesis() -> None:
    proposals = propose(
        [
            _reading("a", "to keep smugglers off the ferry road", "because the pilot misread the harbour lights"),
            _reading("b", "in order to keep the smugglers from using the ferry road"),
            _reading("c", "the harbour lights were misread by a tired pilot"),
            _reading("d", "as a reply to the new toll"),
        ]
    )
    assert [[passage.document for passage in proposal.passages] for proposal in proposals] == [
        ["a", "b"],
        ["a", "c"],
        ["d"],
    ]
    assert proposals[0].name == "to keep smugglers off the ferry road"


def test_every_passage_stands_in_its_document() -> None:
    readings = [_reading("a", "to  keep the road", "because of the  toll"), _reading("b", "the road and the toll")]
    texts = {reading.document.id: reading.document.text for reading in readings}
    passages = [passage for proposal in propose(readings) for passage in proposal.passages]
    assert len(passages) == 3
    assert all(texts[p.document][p.start : p.end] == p.text for p in passages)


def test_one_shared_name_is_no_shared_explanation() -> None:
    assert len(propose([_reading("a", "to warn Orvane", "to please Orvane")])) == 2


def test_what_every_report_repeats_weighs_nothing() -> None:
    passages = [
        f"the Teal Harbour fire was set {why}" for why in ("for insurance", "out of envy", "by lightning", "for a dare")
    ]
    assert len(propose([_reading(str(n), passage) for n, passage in enumerate(passages)])) == 4


def test_nothing_offered_nothing_proposed() -> None:
    assert propose([_reading("a")]) == ()
    assert propose([]) == ()
