"""Confidence is apart from likelihood, and has its reasons."""

from __future__ import annotations

from sayso.explaining import parse_matrix, score


def _rows(*rows: str) -> str:
    return "e,A,B,origin\n" + "".join(f"{n},{row},o{n}\n" for n, row in enumerate(rows))


def test_many_origins_that_agree_make_it_high() -> None:
    verdict = score(parse_matrix(_rows(*["C,I"] * 6, "I,C"), "m"))
    assert (verdict.confidence, verdict.doubts) == ("high", ())


def test_a_very_likely_explanation_may_stand_on_one_source() -> None:
    verdict = score(parse_matrix(_rows("CC,II", "N,N"), "m"))
    assert verdict.hypotheses[0].words == "very likely"
    assert verdict.confidence == "low"
    assert "it rests on 2 independent origins" in verdict.doubts
    assert "nothing was found that speaks against a leader" in verdict.doubts
    assert any("leaving out one thing changes who leads" in says for says in verdict.doubts)


def test_each_doubt_is_named_and_counts() -> None:
    verdict = score(parse_matrix(_rows(*["C,I"] * 6, "I,C", "C,"), "m"))
    assert (verdict.confidence, verdict.doubts) == ("moderate", ("cells are not rated yet",))
