from __future__ import annotations

from sayso.linking.timeline import timeline
from sayso.records import Claim, Document, Reading, Span, Speaker, TimeMention, TimeType


def reading(name: str, text: str, *times: tuple[str, str, TimeType], claims: tuple[Claim, ...] = ()) -> Reading:
    bounds, start = [], 0
    for part in text.split(". "):
        bounds.append((start, min(start + len(part) + 1, len(text))))
        start += len(part) + 2
    made = tuple(
        TimeMention(start=text.index(w), end=text.index(w) + len(w), text=w, type=kind, value=value)
        for w, value, kind in times
    )
    document = Document(id=name, sha256="0" * 64, text=text)
    return Reading(document=document, times=made, sentences=tuple(bounds), claims=claims)


def test_entries_stand_in_the_order_of_time() -> None:
    found = timeline(
        [
            reading(
                "a",
                "It fell on 18 May. It was built in 2016.",
                ("18 May", "2017-05-18", "DATE"),
                ("2016", "2016", "DATE"),
            ),
            reading("b", "Talks opened on 2 May.", ("2 May", "2017-05-02", "DATE")),
        ]
    )
    assert [(e.when, e.passage.document) for e in found] == [("2016", "a"), ("2017-05-02", "b"), ("2017-05-18", "a")]
    assert found[0].says == "It was built in 2016."


def test_unknown_times_lengths_and_vague_ones_have_no_place() -> None:
    text = "For three days, recently, yesterday, it rained."
    times: tuple[tuple[str, str, TimeType], ...] = (
        ("three days", "P3D", "DURATION"), ("recently", "PAST_REF", "DATE"), ("yesterday", "XXXX-XX-XX", "DATE"),
    )  # fmt: skip
    assert timeline([reading("a", text, *times)]) == ()


def test_weeks_quarters_and_seasons_sort_among_days() -> None:
    text = "w then d then q then s"
    times: tuple[tuple[str, str, TimeType], ...] = (
        ("w", "2017-W20", "DATE"), ("d", "2017-05-16", "DATE"), ("q", "2017-Q1", "DATE"), ("s", "2017-SU", "DATE"),
    )  # fmt: skip
    assert [e.when for e in timeline([reading("a", text, *times)])] == ["2017-Q1", "2017-W20", "2017-05-16", "2017-SU"]


def test_the_innermost_speaker_says_it() -> None:
    text = "Venn said that Oke said that it fell on 18 May."

    def claim(name: str, start: int) -> Claim:
        at = text.index(name)
        speaker = Speaker(start=at, end=at + len(name), text=name, entity=f"Orla {name}")
        return Claim(id=name, source=speaker, cue=None, content=(Span.cut(text, start, len(text)),))

    claims = (claim("Venn", 15), claim("Oke", 29))
    (entry,) = timeline([reading("a", text, ("18 May", "2017-05-18", "DATE"), claims=claims)])
    assert entry.speaker == "Orla Oke"
    assert text[entry.passage.start : entry.passage.end] == entry.passage.text
