from __future__ import annotations

import msgspec
import pytest
from tests.reporting.landing import passage

from sayso.records import CaseView, Passage, Range, TimelineEntry
from sayso.reporting.blocks import Chronicle, Paragraph, Plot, Scores, Standings, Voices
from sayso.reporting.dossier import blocks_of, build, section_of
from sayso.reporting.notes import LONGEST_QUOTE, NoteBook
from sayso.reporting.words import (
    brief,
    counted,
    direction,
    listed,
    moment,
    number,
    quantity,
    safe_link,
    sentence,
    spread,
    three,
)


def test_sections_stand_in_reading_order(view: CaseView) -> None:
    names = [s.id for s in build(view).sections]
    assert names[:4] == ["summary", "figures", "why", "unknown"]
    assert names[-1] == "method"
    assert section_of(build(view), "refused") is not None
    assert section_of(build(msgspec.structs.replace(view, refused=())), "refused") is None


def test_notes_are_numbered_as_they_are_first_used_and_once_a_stretch(view: CaseView) -> None:
    notes = build(view).notes
    assert [n.number for n in notes] == list(range(1, len(notes) + 1))
    assert len({(n.document, n.start, n.end) for n in notes}) == len(notes)


def test_a_note_quotes_whole_sentences_and_marks_the_span(view: CaseView) -> None:
    book = NoteBook(view)
    words = passage("northline", "At least nine people")
    assert book.cite([words]) == (1,)
    assert book.cite([passage("northline", "died"), words]) == (1,)
    (note,) = book.notes()
    assert note.quote.startswith("OSTREL, Kesmar")
    assert note.quote.endswith("hospital staff said.")
    assert [text for text, marked in note.pieces() if marked] == ["At least nine people", "died"]
    assert "".join(text for text, _ in note.pieces()) == note.quote
    assert note.also == ("Evening Quay",)
    whole = Passage(document=note.document, start=note.start, end=note.end, text=note.quote)
    assert book.cite([whole]) == (1,)
    assert book.notes()[0].marks == note.marks


def test_a_very_long_sentence_is_quoted_around_the_span(view: CaseView) -> None:
    reading = view.readings[0]
    text = "word " * 2000 + "nine dead " + "more " * 2000
    document = msgspec.structs.replace(reading.document, text=text)
    one = msgspec.structs.replace(reading, document=document, sentences=((0, len(text)),))
    book = NoteBook(msgspec.structs.replace(view, readings=(one,)))
    at = text.index("nine")
    book.cite([Passage(document=document.id, start=at, end=at + 9, text="nine dead")])
    (note,) = book.notes()
    assert len(note.quote) <= LONGEST_QUOTE
    assert "nine dead" in note.quote
    assert note.quote == text[note.start : note.end]
    assert text[note.start - 1].isspace()
    assert text[note.end].isspace()


def test_copies_fold_into_their_origin(view: CaseView) -> None:
    rows = {r.label: r for r in blocks_of(build(view), Plot)[0].rows}
    assert rows["Northline Wire, hospital staff"].copies == 1
    assert rows["Tarn River Monitor"].copies == 0
    assert not any("Quay" in label for label in rows)


def test_plots_keep_every_wording_apart(view: CaseView) -> None:
    plot = blocks_of(build(view), Plot)[0]
    assert [r.mark for r in plot.rows] == ["range", "at_least", "exact", "about", "about", "exact", "at_most", "vague"]
    assert [r.aside for r in plot.rows] == [False] * 6 + [True, True]
    assert [r.limited for r in plot.rows] == [False] * 5 + [True, False, False]
    assert [r.use for r in plot.rows[6:]] == ["superseded", "set aside"]
    assert plot.top == 35
    assert plot.contested
    lines = ["".join(r.text for r in s.runs) for s in plot.lines]
    assert lines[0].startswith("The maximum rests on Ministry of Defence of Kesmar alone; without it 8")
    assert "fewer than six dead" in lines[2]
    assert all(s.notes for s in plot.lines)


def test_ties_are_written_as_ties(view: CaseView) -> None:
    (scores,) = blocks_of(build(view), Scores)
    ranks = [[rank for _, _, rank in row.scores] for row in scores.rows]
    assert ranks == [["1=", "3rd", "2="], ["1=", "1st", "1st"], ["1=", "2nd", "2="]]
    assert not scores.separated
    assert not scores.agree
    assert len(scores.changes) == 2
    assert scores.by_method == "A, B and C by counts, B by PARC and squares, A by Bayes"
    assert scores.tried == "Left out one at a time: one row and two sources. 2 of these change who leads."


def test_reprinted_claims_are_not_shown_twice(view: CaseView) -> None:
    (voices,) = blocks_of(build(view), Voices)
    assert voices.total == 9
    assert len(voices.rows) == 8
    assert [v.outlet for v in voices.rows].count("Evening Quay") == 0
    denied = [v for v in voices.rows if v.denied]
    assert [v.speaker for v in denied] == ["Army of Kesmar"]


def test_the_summary_keeps_agreed_contested_and_unknown_apart(view: CaseView) -> None:
    (standings,) = blocks_of(build(view), Standings)
    assert [r.standing for r in standings.rows] == ["agreed", "contested", "single", "unknown", "unknown"]
    assert [r.support for r in standings.rows] == ["4 origins", "2 against 2", "1 origin", "no claim", "1 origin"]
    assert [s.sentence.about for s in standings.rows] == ["incident"] * 3 + ["record", "incident"]


def test_unknown_figures_are_said_and_not_drawn_as_zero(view: CaseView) -> None:
    none = Range(minimum=None, best=None, maximum=None, origins=0, contested=False, rule="airwars")
    weighing = msgspec.structs.replace(view.weighing, figures={"killed": none, "injured": none}, accounts=())
    dossier = build(msgspec.structs.replace(view, weighing=weighing, without_each={}))
    assert blocks_of(dossier, Plot) == ()
    said = [r.text for s in dossier.sections for b in s.blocks for x in getattr(b, "sentences", ()) for r in x.runs]
    assert "How many people were killed is not known: no document gives a figure." in said


def test_the_timeline_is_in_order_and_drawn_by_day(view: CaseView) -> None:
    (chronicle,) = blocks_of(build(view), Chronicle)
    assert [m.iso for m in chronicle.rows] == sorted(m.iso for m in chronicle.rows)
    places = [m.position for m in chronicle.rows if m.position is not None]
    assert places == sorted(places)
    assert all(0 <= p <= 1 for p in places)
    assert len(chronicle.published) == 7


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2034-09-12", "12 September 2034"),
        ("2034-09", "September 2034"),
        ("2034", "2034"),
        ("2034-09-12T20:10+00:00", "12 September 2034, 20:10 UTC"),
        ("2034-09-12T20:10:05Z", "12 September 2034, 20:10 UTC"),
        ("2034-09-12T20:10+03:00", "12 September 2034, 20:10 +03:00"),
        ("2034-09-12TAF", "12 September 2034, afternoon"),
        ("2034-W10", "week 10 of 2034"),
        ("XXXX-WXX-6", "a Saturday"),
        ("2034-SP", "spring 2034"),
        ("2034-09-12/2034-09-14", "12 September 2034 to 14 September 2034"),
        ("PRESENT_REF", "PRESENT_REF"),
        ("2034-13", "2034-13"),
        (None, "undated"),
        ("", "undated"),
    ],
)
def test_dates_keep_the_precision_they_have(value: str | None, words: str) -> None:
    assert moment(value) == words


def test_short_words() -> None:
    assert brief("2034-09-12T20:10Z") == "12 Sep 2034"
    assert brief(None) == "undated"
    assert [spread(6, 8), spread(6, None), spread(None, 8), spread(6, 6), spread(None, None)] == [
        "6–8",
        "6 or more",
        "8 or fewer",
        "6",
        "no number",
    ]
    assert three(6, 7, 20, "-") == "6\u00a0-\u00a07\u00a0-\u00a020"
    assert three(7, 7, 7) == "7"
    assert three(None, None, None) == "unknown"
    assert three(6, 7, None) == "6\u00a0–\u00a07\u00a0–\u00a0?"
    assert [number(3000), number(2.5), number(None)] == ["3,000", "2.5", "unknown"]
    assert quantity("killed") == "People killed"
    assert quantity("destroyed: T-62 tanks") == "T-62 tanks destroyed"
    assert counted(3, "origin") == "three origins"
    assert counted(13, "origin") == "13 origins"
    assert counted(1, "origin", first=True) == "One origin"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert sentence("who  knows") == "Who knows."
    assert sentence("Is it?") == "Is it?"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://a.example/x", True),
        ("http://a.example", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("//a.example/x", False),
        ("https:///nohost", False),
        ("https://a.example/\u202ex", False),
        ('https://a.example/"onclick=', False),
        ("java\nscript:alert(1)", False),
        ("http://[broken", False),
        (None, False),
    ],
)
def test_only_plain_web_addresses_become_links(url: str | None, kept: bool) -> None:
    assert (safe_link(url) is not None) == kept


@pytest.mark.parametrize(
    ("text", "language", "way"),
    [("abc", "ar", "ltr"), ("قال", None, "rtl"), ("12 – 14", "ar", "rtl"), ("12", "en", "ltr"), ("שלום", None, "rtl")],
)
def test_direction_follows_the_first_letter(text: str, language: str | None, way: str) -> None:
    assert direction(text, language) == way


def test_what_nobody_decided_is_said_once(view: CaseView) -> None:
    accounts = tuple(msgspec.structs.replace(a, proposed=True) for a in view.weighing.accounts)
    weighing = msgspec.structs.replace(view.weighing, accounts=accounts)
    dossier = build(msgspec.structs.replace(view, weighing=weighing))
    assert not any(row.proposed for plot in blocks_of(dossier, Plot) for row in plot.rows)
    said = [r.text for s in dossier.sections for b in s.blocks for x in getattr(b, "sentences", ()) for r in x.runs]
    assert said.count("All figures are proposed by the program; nobody has decided on any of them yet.") == 1
    some = [row.label for plot in blocks_of(build(view), Plot) for row in plot.rows if row.proposed]
    assert some == ["Coastline Review, Western diplomat"]


def test_a_number_that_only_the_rule_gives_is_told_as_the_rules(view: CaseView) -> None:
    figures = {
        **view.weighing.figures,
        "missing": Range(minimum=0, best=0, maximum=0, origins=1, contested=False, rule="airwars"),
    }
    weighing = msgspec.structs.replace(view.weighing, figures=figures)
    summary = section_of(build(msgspec.structs.replace(view, weighing=weighing)), "summary")
    assert summary is not None
    words = [s for b in summary.blocks if isinstance(b, Paragraph) for s in b.sentences if "missing" in s.runs[0].text]
    assert [s.runs[0].text for s in words] == [
        "No account gives a number of people missing; the Airwars rule codes it as 0."
    ]
    assert words[0].about == "record"


def test_reprints_of_a_dated_passage_are_one_row(view: CaseView) -> None:
    said = "At least nine people died when shells struck a crowded ferry landing on Tuesday"
    entries = tuple(
        TimelineEntry(when="2034-09-12", says=said, passage=passage(name, said)) for name in ("northline", "quay")
    )
    week = TimelineEntry(when="2034-W36", says="the last boat", passage=passage("monitor", "the last boat"))
    (chronicle,) = blocks_of(build(msgspec.structs.replace(view, timeline=(*entries, week))), Chronicle)
    assert [(m.iso, m.copies, len(m.notes)) for m in chronicle.rows] == [("2034-W36", 0, 1), ("2034-09-12", 1, 2)]
    assert chronicle.rows[0].position is None


def test_a_speaker_who_was_not_resolved_is_not_named_by_a_pronoun(view: CaseView) -> None:
    accounts = (msgspec.structs.replace(view.weighing.accounts[0], speaker="It"),)
    weighing = msgspec.structs.replace(view.weighing, accounts=accounts)
    plot = blocks_of(build(msgspec.structs.replace(view, weighing=weighing)), Plot)[0]
    assert plot.rows[0].label == "Tarn River Monitor, speaker not resolved"


def test_remarks_on_single_sources_say_what_moves(view: CaseView) -> None:
    without: dict[str, dict[str, tuple[float | None, float | None, float | None]]] = {
        "a": {"killed": (8, 12, 31)},
        "b": {"killed": (9, 9, 12)},
        "c": {"killed": (8, 10, 31)},
        "d": {"killed": (9, 10, 31)},
        "e": {"killed": (8, 10, 11)},
        "f": {"injured": (1, 2, 3)},
    }
    plot = blocks_of(build(msgspec.structs.replace(view, without_each=without)), Plot)[0]
    words = ["".join(r.text for r in s.runs).replace("\u00a0", " ") for s in plot.lines]
    assert words[:4] == [
        "Without b the whole range changes: 9 – 9 – 12.",
        "The minimum rests on d alone; without it 9 – 10 – 31.",
        "The maximum rests on e alone; without it 8 – 10 – 11.",
        "Without a the best figure changes: 8 – 12 – 31.",
    ]
    assert [s.about for s in plot.lines[:4]] == ["record"] * 4


def test_a_statement_without_a_passage_is_pointed_at(view: CaseView) -> None:
    bare = (msgspec.structs.replace(view.statements[0], passages=()), *view.statements[1:])
    says = [c.says for c in build(msgspec.structs.replace(view, statements=bare)).checks if not c.ok]
    assert says[0] == "1 statement leads to no passage."
    assert build(view).checks[0].ok


def test_what_does_not_count_in_full_has_its_reason(view: CaseView) -> None:
    plot = blocks_of(build(view), Plot)[0]
    words = {"".join(r.text for r in s.runs): s.notes for s in plot.lines}
    notes = words["Set aside: leaflet.txt. A number wins over a vague word."]
    assert notes
    assert "Maximum only: Ministry of Defence of Kesmar. A party to the fighting may raise the maximum only." in words
