"""What was read in the documents of the landing case."""

from __future__ import annotations

from typing import Any

from tests.reporting.landing_texts import TEXTS, document, sentences_of, span

from sayso.records import (
    Claim,
    Explanation,
    Figure,
    Mention,
    PlaceMention,
    Reading,
    Speaker,
    TimeMention,
)


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


def claims_of_case() -> dict[str, tuple[Claim, ...]]:
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


def readings_of_case() -> tuple[Reading, ...]:
    claims = claims_of_case()
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
            Reading(document=document(name), claims=claims.get(name, ()), sentences=sentences_of(text), **more)
        )
    return tuple(readings)
