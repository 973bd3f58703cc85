from __future__ import annotations

from sayso.linking.timeline import timeline
from sayso.reading import read_plainly
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


def test_the_ends_of_a_range_are_one_entry() -> None:
    text = "It went on between 3 and 5 May. It went on from 7 May to 9 May. It rained on 1 May and 2 May."
    times: tuple[tuple[str, str, TimeType], ...] = (
        ("3", "2017-05-03", "DATE"), ("5 May", "2017-05-05", "DATE"), ("7 May", "2017-05-07", "DATE"),
        ("9 May", "2017-05-09", "DATE"), ("1 May", "2017-05-01", "DATE"), ("2 May", "2017-05-02", "DATE"),
    )  # fmt: skip
    assert [e.when for e in timeline([reading("a", text, *times)])] == [
        "2017-05-01", "2017-05-02", "2017-05-03/2017-05-05", "2017-05-07/2017-05-09",
    ]  # fmt: skip


def test_a_range_runs_forward_and_at_one_precision() -> None:
    text = "It went from 9 May to 7 April. It went from 2016 to 3 May."
    times: tuple[tuple[str, str, TimeType], ...] = (
        ("9 May", "2017-05-09", "DATE"), ("7 April", "2017-04-07", "DATE"), ("2016", "2016", "DATE"),
        ("3 May", "2017-05-03", "DATE"),
    )  # fmt: skip
    assert all("/" not in e.when for e in timeline([reading("a", text, *times)]))


def test_the_margin_of_a_value_goes_along() -> None:
    text = "It fell on 12 Ramadan 1438."
    found = timeline([read_plainly(Document(id="a", sha256="0" * 64, text=text))])
    assert [(e.when, e.give_or_take) for e in found] == [("2017-06-07", 1)]


def test_what_leans_on_a_happening_has_its_place() -> None:
    text = "The convoy was struck on 18 May 2017. The day before the attack the road was closed."
    found = timeline([read_plainly(Document(id="a", sha256="0" * 64, text=text))])
    assert [e.when for e in found] == ["2017-05-17", "2017-05-18"]


def test_when_a_report_was_written_is_no_entry() -> None:
    def whens(text: str, *words: str) -> list[str]:
        times: list[tuple[str, str, TimeType]] = [(w, f"2031-05-0{n}", "DATE") for n, w in enumerate(words, start=1)]
        document = Document(id="a", sha256="0" * 64, text=text)
        bounds, start = [], 0
        for line in text.split("\n"):
            bounds.append((start, start + len(line)))
            start += len(line) + 1
        made = tuple(
            TimeMention(start=text.index(w), end=text.index(w) + len(w), text=w, type=kind, value=value)
            for w, value, kind in times
        )
        return [e.when for e in timeline([Reading(document=document, times=made, sentences=tuple(bounds))])]

    assert whens("By Ana Belo, 1 May 2031\nShells hit the quay on 2 May.", "1 May 2031", "2 May") == ["2031-05-02"]
    assert whens("Press statement, 1 May 2031\nVell, 2 May 2031", "1 May 2031", "2 May 2031") == []
    assert whens("Strike on Vell, 1 May 2031", "1 May 2031") == ["2031-05-01"]
    assert whens("Vell was quiet on 1 May 2031.", "1 May 2031") == ["2031-05-01"]
    assert whens("Four farmers left Vell on 1 May 2031", "1 May 2031") == ["2031-05-01"]
