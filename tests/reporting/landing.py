"""A fictional case for the room's tests: shells on the ferry landing at Ostrel. Country, outlets and people are invented."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from sayso.records import (
    Account,
    Actor,
    ArchivedCopy,
    Capture,
    CaseView,
    Claim,
    Decision,
    Document,
    Evidence,
    EvidenceScore,
    Explanation,
    Figure,
    HypothesisScore,
    Incident,
    LeftOut,
    Matrix,
    Mention,
    Origin,
    OriginLink,
    Origins,
    Passage,
    PlaceMention,
    Range,
    Reading,
    Reason,
    Refused,
    SourceProfile,
    Span,
    Speaker,
    Statement,
    TimelineEntry,
    TimeMention,
    Verdict,
    Weighing,
)

TEXTS: dict[str, tuple[str | None, str | None, str | None, str, str]] = {
    "monitor": (
        "Tarn River Monitor",
        "Field note 88",
        "2034-09-12T20:10+00:00",
        "en",
        (
            "Ostrel, 12 September. Shells hit the ferry landing at Ostrel shortly after five in the afternoon. "
            "Eight to eleven people were killed, most of them passengers waiting for the last boat. "
            "Our observer counted four craters on the upper ramp. We do not know who fired."
        ),
    ),
    "northline": (
        "Northline Wire",
        "Shells strike ferry landing in Kesmar",
        "2034-09-12T22:40+00:00",
        "en",
        (
            "OSTREL, Kesmar (Northline) - At least nine people died when shells struck a crowded ferry landing on Tuesday, "
            "hospital staff said. Dr Ilse Varn, who runs the night ward, said 14 people were being treated for wounds. "
            "The army of Kesmar said its guns had not fired that day. "
            "A harbour pilot said the fire came from the east bank, where the Lantern Brigade holds the heights."
        ),
    ),
    "quay": (
        "Evening Quay",
        "Ferry landing hit, nine dead",
        "2034-09-13",
        "en",
        (
            "OSTREL, Kesmar (Northline) - At least nine people died when shells struck a crowded ferry landing on Tuesday, "
            "hospital staff said. Dr Ilse Varn, who runs the night ward, said 14 people were being treated for wounds."
        ),
    ),
    "gazette": (
        "Ostrel Gazette",
        "Ten names on the town hall door",
        "2034-09-14",
        "en",
        (
            "The town clerk read ten names from the steps of the town hall on Thursday. "
            "The youngest, Mika Dorn, was six. The clerk said the list was complete."
        ),
    ),
    "ministry": (
        "Ministry of Defence of Kesmar",
        "Statement 41",
        "2034-09-13T09:00+00:00",
        "en",
        (
            "The terrorists of the Lantern Brigade shelled their own citizens at Ostrel. Thirty-one people were martyred. "
            "No army gun was within range. The aim of the crime was to stop the talks on the ferry treaty."
        ),
    ),
    "lantern": (
        "صوت المنارة",
        "بيان",
        "2034-09-13T11:30+03:00",
        "ar",
        "قال ناطق باسم لواء المنارة إن مدفعية الجيش قصفت مرسى أوستريل. قُتل نحو تسعة مدنيين وجُرح العشرات.",
    ),
    "leaflet": (
        None,
        None,
        None,
        "en",
        "Neighbours of Ostrel! Dozens died at the landing because the army wanted the upper ramp for its bridge.",
    ),
    "desk": (
        "Coastline Review",
        "What is known about Ostrel",
        "2034-09-16",
        "en",
        (
            "A Western diplomat said about ten people had died, and called the strike a mistake in reading the map. "
            "Earlier, the Review had reported fewer than six dead, citing the same diplomat. "
            "The fuel barge moored there, a craft of the class Heron-2, burned out; one to two other boats sank."
        ),
    ),
}

HIT = "Shells hit the ferry landing at Ostrel shortly after five in the afternoon."


def document(name: str) -> Document:
    """Make the document called `name`, as collected."""
    outlet, title, published, language, text = TEXTS[name]
    return Document(
        id=f"doc-{name}",
        path=f"pile/{name}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        outlet=outlet,
        title=title,
        published=published,
        published_how="meta date" if published else None,
        language=language,
        text=text,
        url=None if outlet is None else f"https://{name}.example/{name}/88",
    )


def passage(name: str, words: str) -> Passage:
    """Find `words` in a document."""
    text = TEXTS[name][4]
    at = text.index(words)
    return Passage(document=f"doc-{name}", start=at, end=at + len(words), text=words)


def span(name: str, words: str) -> Span:
    """Find `words` in a document, as a span."""
    found = passage(name, words)
    return Span(start=found.start, end=found.end, text=words)


def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((m.start(), m.end()) for m in re.finditer(r"\S(?:(?!\. ).)*[.!]?", text, re.DOTALL))


def claim(name: str, source: str | None, cue: str, content: str, entity: str | None = None, **more: Any) -> Claim:
    """Write a claim down by its words."""
    speaker = None
    if source is not None:
        at = span(name, source)
        speaker = Speaker(start=at.start, end=at.end, text=at.text, entity=entity)
    return Claim(
        id=f"c-{name}-{span(name, content).start}",
        source=speaker,
        cue=span(name, cue),
        content=(span(name, content),),
        score=0.8,
        **more,
    )


def _claims() -> dict[str, tuple[Claim, ...]]:
    return {
        "northline": (
            claim(
                "northline",
                "hospital staff",
                "said",
                "At least nine people died when shells struck a crowded ferry landing on Tuesday",
            ),
            claim(
                "northline",
                "Dr Ilse Varn",
                "said",
                "14 people were being treated for wounds",
                entity="Ilse Varn",
                via=(span("northline", "Northline"),),
            ),
            claim(
                "northline",
                "The army of Kesmar",
                "said",
                "its guns had not fired that day",
                entity="Army of Kesmar",
                polarity="denied",
            ),
            claim("northline", "A harbour pilot", "said", "the fire came from the east bank", certainty="probable"),
        ),
        "quay": (
            claim(
                "quay",
                "hospital staff",
                "said",
                "At least nine people died when shells struck a crowded ferry landing on Tuesday",
            ),
        ),
        "gazette": (claim("gazette", "The clerk", "said", "the list was complete", entity="town clerk"),),
        "lantern": (
            claim(
                "lantern",
                "ناطق باسم لواء المنارة",
                "قال",
                "مدفعية الجيش قصفت مرسى أوستريل",
            ),
        ),
        "desk": (
            claim("desk", "A Western diplomat", "said", "about ten people had died", certainty="possible"),
            claim("desk", "A Western diplomat", "called", "the strike a mistake in reading the map"),
        ),
    }


def _account(name: str, words: str, low: float | None, high: float | None, wording: Any, **more: Any) -> Account:
    outlet = TEXTS[name][0]
    values: dict[str, Any] = {
        "id": f"a-{name}-{len(words)}",
        "what": "killed",
        "of": "people",
        "group": None,
        "origin": f"o-{name}",
        "speaker": None,
        "documents": (f"doc-{name}",),
        "grade": None,
        "as_of": None,
        "used": "counts",
        "why": "It is a number of its own.",
        "proposed": False,
    }
    values.update(more)
    return Account(low=low, high=high, wording=wording, outlet=outlet, passage=passage(name, words), **values)


def _accounts() -> tuple[Account, ...]:
    return (
        _account("monitor", "Eight to eleven people", 8, 11, "range", grade="B2", documents=("doc-monitor",)),
        _account(
            "northline",
            "At least nine people",
            9,
            None,
            "at_least",
            speaker="hospital staff",
            grade="B2",
            documents=("doc-northline", "doc-quay"),
        ),
        _account("gazette", "ten names", 10, 10, "exact", grade="B2"),
        _account("lantern", "نحو تسعة مدنيين", 9, 9, "about", grade="D4", speaker="لواء المنارة"),
        _account("desk", "about ten people", 10, 10, "about", speaker="a Western diplomat", grade="C3", proposed=True),
        _account(
            "desk",
            "fewer than six dead",
            None,
            5,
            "at_most",
            speaker="a Western diplomat",
            used="superseded",
            why="The same source later said about ten.",
        ),
        _account(
            "ministry",
            "Thirty-one people",
            31,
            31,
            "exact",
            grade="D4",
            used="maximum only",
            why="A party to the fighting may raise the maximum only.",
        ),
        _account(
            "leaflet",
            "Dozens",
            12,
            24,
            "dozens",
            grade="E5",
            used="set aside",
            why="A number wins over a vague word.",
        ),
        _account(
            "northline",
            "14 people",
            14,
            14,
            "exact",
            what="injured",
            speaker="Ilse Varn",
            grade="B2",
        ),
        _account(
            "lantern",
            "العشرات",
            12,
            24,
            "dozens",
            what="injured",
            grade="D4",
            used="set aside",
            why="A number wins over a vague word.",
        ),
        _account("desk", "one to two other boats", 1, 2, "range", what="destroyed", of="boats", grade="C3"),
    )


def _weighing(accounts: tuple[Account, ...], rule: Any = "airwars") -> Weighing:
    steps = (
        Reason(
            step="gather",
            says="Seven passages give a number of killed.",
            passages=(passage("monitor", "Eight to eleven people"), passage("northline", "At least nine people")),
        ),
        Reason(
            step="explicit over vague",
            says="“Dozens” is set aside, since numbers exist.",
            passages=(passage("leaflet", "Dozens"),),
        ),
        Reason(step="choose", says="The lowest claimed is 8, the highest 31; most accounts allow 10."),
    )
    killed = {
        "airwars": Range(minimum=8, best=10, maximum=31, origins=6, contested=True, rule="airwars", reasons=steps),
        "ucdp": Range(minimum=8, best=10, maximum=31, origins=6, contested=True, rule="ucdp"),
        "acled": Range(minimum=8, best=8, maximum=8, origins=6, contested=True, rule="acled"),
        "gtd": Range(minimum=10, best=10, maximum=10, origins=6, contested=True, rule="gtd"),
    }[rule]
    return Weighing(
        figures={
            "killed": killed,
            "injured": Range(minimum=14, best=14, maximum=14, origins=1, contested=False, rule=rule),
            "destroyed: boats": Range(minimum=1, best=1, maximum=2, origins=1, contested=False, rule=rule),
        },
        accounts=accounts,
    )


def _statements() -> tuple[Statement, ...]:
    return (
        Statement(
            standing="agreed",
            says="Shells hit the ferry landing at Ostrel.",
            for_origins=("o-monitor", "o-northline", "o-ministry", "o-lantern"),
            against_origins=(),
            passages=(
                passage("monitor", "Shells hit the ferry landing at Ostrel"),
                passage("northline", "shells struck a crowded ferry landing on Tuesday"),
            ),
        ),
        Statement(
            standing="contested",
            says="Who fired: the army, or the Lantern Brigade.",
            for_origins=("o-lantern", "o-leaflet"),
            against_origins=("o-ministry", "o-northline"),
            passages=(
                passage("lantern", "مدفعية الجيش قصفت مرسى أوستريل"),
                passage("ministry", "The terrorists of the Lantern Brigade shelled their own citizens at Ostrel"),
            ),
        ),
        Statement(
            standing="single",
            says="A fuel barge burned out.",
            for_origins=("o-desk",),
            against_origins=(),
            passages=(passage("desk", "The fuel barge moored there, a craft of the class Heron-2, burned out"),),
        ),
        Statement(
            standing="unknown",
            says="Which battery fired.",
            for_origins=(),
            against_origins=(),
            passages=(),
        ),
        Statement(
            standing="unknown",
            says="Whether a warning was given, the Monitor does not know.",
            for_origins=("o-monitor",),
            against_origins=(),
            passages=(passage("monitor", "We do not know who fired."),),
        ),
    )


def _matrix() -> tuple[Matrix, Verdict]:
    names = ("Clearing the ramp for a bridge", "Stopping the ferry treaty", "A misread map")
    matrix = Matrix(
        hypotheses=names,
        evidence=(
            Evidence(
                name="Craters lie on the upper ramp",
                cells=("CC", "N", "I"),
                credibility="high",
                relevance="high",
                grade="B2",
                source="Tarn River Monitor",
                passages=(passage("monitor", "Our observer counted four craters on the upper ramp."),),
            ),
            Evidence(
                name="Talks were to open that week",
                cells=("N", "C", "NA"),
                credibility="low",
                relevance="medium",
                grade="D4",
                source="Ministry of Defence of Kesmar",
            ),
            Evidence(
                name="A diplomat calls it a mistake",
                cells=("II", "I", "CC"),
                credibility="medium",
                relevance="medium",
                grade="C3",
                source="Coastline Review",
                passages=(passage("desk", "called the strike a mistake in reading the map"),),
            ),
            Evidence(name="Four rounds fell close together", cells=("C", "C", None), source="Tarn River Monitor"),
        ),
        priors=(1 / 3, 1 / 3, 1 / 3),
    )
    verdict = Verdict(
        method="bayes",
        hypotheses=(
            HypothesisScore(
                name=names[0],
                scores={"counts": 1, "parc": 2.0, "squared": 4.0, "bayes": 0.4},
                rank=1,
                probability=0.55,
                low=0.31,
                high=0.74,
                words="likely",
                ranks={"counts": 1, "parc": 3, "squared": 2},
            ),
            HypothesisScore(
                name=names[1],
                scores={"counts": 1, "parc": 1.0, "squared": 1.0, "bayes": -0.7},
                rank=2,
                probability=0.27,
                low=0.12,
                high=0.41,
                words="unlikely",
                ranks={"counts": 1, "parc": 1, "squared": 1},
            ),
            HypothesisScore(
                name=names[2],
                scores={"counts": 1, "parc": 1.41, "squared": 4.0, "bayes": -1.2},
                rank=3,
                probability=0.18,
                low=0.07,
                high=0.52,
                words="very unlikely",
                ranks={"counts": 1, "parc": 2, "squared": 2},
            ),
        ),
        leaders=(names[0],),
        separated=False,
        evidence=(
            EvidenceScore(name="Craters lie on the upper ramp", diagnosticity=1.25, between_leaders=1.0, decides=True),
            EvidenceScore(name="Talks were to open that week", diagnosticity=0.5, between_leaders=0.5, decides=False),
            EvidenceScore(name="A diplomat calls it a mistake", diagnosticity=1.7, between_leaders=1.0, decides=True),
            EvidenceScore(
                name="Four rounds fell close together", diagnosticity=0.0, between_leaders=0.0, decides=False
            ),
        ),
        without=(
            LeftOut(kind="row", name="Craters lie on the upper ramp", leaders=(names[1], names[2]), changes=True),
            LeftOut(kind="source", name="Tarn River Monitor", leaders=(names[2],), changes=True),
            LeftOut(kind="source", name="Coastline Review", leaders=(names[0],), changes=False),
        ),
        leaders_by_method={"counts": names, "parc": (names[1],), "squared": (names[1],), "bayes": (names[0],)},
    )
    return matrix, verdict


def _readings() -> tuple[Reading, ...]:
    claims = _claims()
    readings = []
    for name in TEXTS:
        text = TEXTS[name][4]
        more: dict[str, Any] = {}
        if name == "northline":
            at = span(name, "At least nine people")
            more["figures"] = (
                Figure(
                    start=at.start,
                    end=at.end,
                    text=at.text,
                    what="killed",
                    of="people",
                    low=9,
                    high=None,
                    wording="at_least",
                    claim=claims[name][0].id,
                ),
            )
            place = span(name, "OSTREL")
            more["places"] = (
                PlaceMention(
                    start=place.start,
                    end=place.end,
                    text=place.text,
                    name="Ostrel",
                    country="KX",
                    lat=12.5,
                    lon=44.25,
                    precision="settlement",
                    score=0.9,
                ),
            )
            day = span(name, "Tuesday")
            more["times"] = (TimeMention(start=day.start, end=day.end, text=day.text, type="DATE", value="2034-09-12"),)
            who = span(name, "Lantern Brigade")
            more["mentions"] = (
                Mention(start=who.start, end=who.end, text=who.text, type="armed_group", entity="Lantern Brigade"),
            )
        if name == "lantern":
            who = span(name, "لواء المنارة")
            more["mentions"] = (
                Mention(start=who.start, end=who.end, text=who.text, type="armed_group", entity="Lantern Brigade"),
            )
        if name == "leaflet":
            why = span(name, "because the army wanted the upper ramp for its bridge")
            more["explanations"] = (
                Explanation(start=why.start, end=why.end, text=why.text, cue="because", certainty="certain"),
            )
        if name == "ministry":
            why = span(name, "The aim of the crime was to stop the talks on the ferry treaty")
            more["explanations"] = (
                Explanation(start=why.start, end=why.end, text=why.text, cue="aim", certainty="certain"),
            )
        readings.append(
            Reading(document=document(name), claims=claims.get(name, ()), sentences=_sentences(text), **more)
        )
    return tuple(readings)


def _origins() -> Origins:
    links = []
    for name in TEXTS:
        reprint = name == "quay"
        links.append(
            OriginLink(
                id=f"doc-{name}",
                origin="o-northline" if reprint else f"o-{name}",
                relation="reprint" if reprint else "original" if name == "northline" else "independent",
                of="doc-northline" if reprint else None,
                reasons=(
                    Reason(
                        step="same words",
                        says="Every sentence of it stands in the other, word for word.",
                        passages=(passage("quay", "OSTREL, Kesmar (Northline)"),),
                    ),
                )
                if reprint
                else (),
            )
        )
    return Origins(
        documents=tuple(links),
        origins=tuple(
            Origin(
                id=f"o-{name}",
                documents=("doc-northline", "doc-quay") if name == "northline" else (f"doc-{name}",),
            )
            for name in TEXTS
            if name != "quay"
        ),
    )


def _copy(name: str, index: int) -> ArchivedCopy:
    made = document(name)
    return ArchivedCopy(
        document=made.id,
        warc="archive/000001.warc.gz",
        offset=1000 * index,
        length=900,
        record_id=f"<urn:uuid:00000000-0000-4000-8000-{index:012d}>",
        sha256=made.sha256,
        capture=Capture(
            retrieved=f"2034-09-17T08:{index:02d}:00Z",
            method="http" if made.url else "file",
            tool="sayso/0.1.0",
            location=made.url or made.path or "",
        ),
    )


def landing_case(**changes: Any) -> CaseView:
    """Make the whole view; `changes` replace fields of it."""
    matrix, verdict = _matrix()
    accounts = _accounts()
    weighing = _weighing(accounts)
    names = [n for n in TEXTS if n != "leaflet"]
    fields: dict[str, Any] = {
        "name": "ostrel-2034",
        "title": "Shells on the ferry landing at Ostrel",
        "now": "2034-09-17T09:41:00Z",
        "note": "fictional example",
        "readings": _readings(),
        "copies": tuple(_copy(n, i) for i, n in enumerate(names)),
        "refused": (Refused(name="pile/log.pdf", reason="It is encrypted; save a copy without the password."),),
        "origins": _origins(),
        "incidents": (
            Incident(
                id="i-1",
                documents=tuple(f"doc-{n}" for n in TEXTS),
                date="2034-09-12",
                place="Ostrel, Kesmar",
                killed=weighing.figures["killed"],
                injured=weighing.figures["injured"],
                reasons=(
                    Reason(
                        step="date",
                        says="Seven of eight documents name that Tuesday.",
                        passages=(passage("monitor", "Ostrel, 12 September"), passage("northline", "Tuesday")),
                    ),
                ),
            ),
        ),
        "weighing": weighing,
        "other_rules": {rule: _weighing(accounts, rule) for rule in ("ucdp", "acled", "gtd")},
        "statements": _statements(),
        "actors": (
            Actor(
                id="actor-1",
                name="Lantern Brigade",
                type="armed_group",
                spellings=("Lantern Brigade", "لواء المنارة"),
                documents=("doc-northline", "doc-ministry", "doc-lantern"),
                mentions=3,
            ),
            Actor(
                id="actor-2",
                name="Ilse Varn",
                type="person",
                spellings=("Dr Ilse Varn",),
                documents=("doc-northline", "doc-quay"),
                mentions=2,
            ),
        ),
        "sources": tuple(
            SourceProfile(
                name=TEXTS[n][0] or "",
                kind="outlet",
                documents=1,
                claims=len(_claims().get(n, ())),
                origins=(f"o-{n}" if n != "quay" else "o-northline",),
                grade={"monitor": "B2", "northline": "B2", "ministry": "D4", "lantern": "D4"}.get(n),
                distrusted=False,
            )
            for n in names
        ),
        "timeline": (
            TimelineEntry(
                when="2034-09-12TAF",
                says=HIT,
                passage=passage("monitor", HIT),
                speaker="Tarn River Monitor",
            ),
            TimelineEntry(
                when="2034-09-12",
                says="Shells struck on Tuesday",
                passage=passage("northline", "shells struck a crowded ferry landing on Tuesday"),
            ),
            TimelineEntry(
                when="2034-09-14",
                says="The town clerk read ten names from the steps of the town hall on Thursday.",
                passage=passage(
                    "gazette", "The town clerk read ten names from the steps of the town hall on Thursday."
                ),
            ),
        ),
        "matrix": matrix,
        "verdict": verdict,
        "decisions": (
            Decision(
                id=1,
                kind="grade",
                subject="Tarn River Monitor",
                value="B2",
                who="A. Reader",
                when="2034-09-17T09:40:00Z",
            ),
        ),
        "without_each": {
            "Ministry of Defence of Kesmar": {"killed": (8.0, 10.0, 11.0)},
            "Tarn River Monitor": {"killed": (9.0, 10.0, 31.0)},
        },
    }
    fields.update(changes)
    return CaseView(**fields)
