"""Where rules mend what the model marked: said with made-up marks, so that no weights decide whether these hold."""

from __future__ import annotations

from sayso.reading.attribution.chains import candidates
from sayso.reading.attribution.found import Found
from sayso.reading.attribution.joining import with_rules
from sayso.reading.sentences import split


def joined(text: str, *marks: tuple[str | None, str, str]) -> list[tuple[str | None, str, list[str]]]:
    """What comes of marks (source, cue, content) once the rules have read the text too, in text order of the cues."""

    def at(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    marked = [
        Found(
            source=None if who is None else at(who), cue=at(cue), content=[at(said)], rule="model", lemma=cue, score=0.7
        )
        for who, cue, said in marks
    ]
    found = sorted(with_rules(text, marked, candidates(text, split(text))), key=lambda f: f.cue)
    return [
        (None if f.source is None else text[slice(*f.source)], text[slice(*f.cue)], [text[a:b] for a, b in f.content])
        for f in found
    ]


def test_a_clause_put_in_does_not_end_what_is_said() -> None:
    text = "The convoy, according to a spokesman for the army, carried weapons."
    mark = ("a spokesman for the army", "according to", "The convoy")
    assert joined(text, mark) == [(mark[0], mark[1], ["The convoy", "carried weapons"])]
    text = "The village, witnesses told Radio Vell, had been evacuated."
    assert joined(text, ("witnesses", "told", "The village"))[0][2] == ["The village", "had been evacuated"]


def test_what_follows_a_whole_clause_is_not_added_to_it() -> None:
    text = "The bridge was mined, according to two engineers, who asked for help."
    mark = ("two engineers", "according to", "The bridge was mined")
    assert joined(text, mark) == [(mark[0], mark[1], ["The bridge was mined"])]


def test_a_second_saying_of_one_speaker_ends_the_first() -> None:
    text = "Minister Ada Korvin said the dam was intact and warned against panic in the valley."
    found = joined(text, ("Ada Korvin", "said", "the dam was intact and warned against panic in the valley"))
    assert found[0] == ("Ada Korvin", "said", ["the dam was intact"])
    assert found[1][1].startswith("warned")
    assert "panic" in found[1][2][0]


def test_what_somebody_is_said_to_have_done_stays_in_what_is_said() -> None:
    text = "The minister said the army had left the valley and the mayor had warned the town."
    said = "the army had left the valley and the mayor had warned the town"
    assert joined(text, ("The minister", "said", said))[0] == ("The minister", "said", [said])


def test_a_saying_without_a_speaker_takes_the_one_that_a_rule_found() -> None:
    text = "Residents said the shells came from the north and blamed the army."
    found = joined(text, ("Residents", "said", "the shells came from the north"), (None, "blamed", "the army"))
    assert found[1] == ("Residents", "blamed", ["the army"])
