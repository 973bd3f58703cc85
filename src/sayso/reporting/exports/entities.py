"""FollowTheMoney entities, one JSON object a line, for Aleph and the tools around it.

Written without the library, which pulls PyICU. Schemata and properties follow followthemoney 4: Event, Article,
Person, Organization, Mention, Note. `Mention.resolved` holds persons and organisations only. `Event.involved` stays
empty: to be named in a report is not to have taken part, and who took part is for a person to say.
"""

from __future__ import annotations

import json
from typing import Any

from sayso.records import Actor, CaseView, Claim, Document, content_id
from sayso.reporting.exports.rows import day_of, link_of, main_incident, statements
from sayso.reporting.notes import name_of
from sayso.reporting.words import clean, one_line, quantity, range_words, safe_link

SCHEMATA = {"person": "Person", "organization": "Organization", "armed_group": "Organization"}


def follow_the_money(view: CaseView) -> str:
    """Write the incident, documents, actors, their mentions and the claims as entities."""
    actors = [a for a in view.actors if a.type in SCHEMATA]
    lines = [_event(view)] if view.incidents else []
    lines += [_article(view, r.document) for r in view.readings]
    lines += [_actor(view, a) for a in actors]
    lines += _mentions(view, actors)
    lines += _claims(view)
    return "".join(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n" for line in lines)


def _id(view: CaseView, *parts: object) -> str:
    return content_id("sayso", view.name, *parts)


def _entity(name: str, schema: str, properties: dict[str, list[str | None]]) -> dict[str, Any]:
    """Make an entity; FollowTheMoney values are lists of strings, and what is unknown is left out."""
    kept = {key: [clean(v) for v in values if v] for key, values in properties.items()}
    return {"id": name, "schema": schema, "properties": {k: v for k, v in kept.items() if v}}


def _date(value: str | None) -> str | None:
    """A date as FollowTheMoney takes it: ISO 8601 with the precision that is known."""
    return "-".join(p for p in day_of(value) if p) or None


def _event(view: CaseView) -> dict[str, Any]:
    incident = main_incident(view)
    assert incident is not None
    figures = "; ".join(f"{quantity(k)}: {range_words(r)}" for k, r in view.weighing.figures.items() if r.origins)
    return _entity(
        _id(view, "incident", incident.id),
        "Event",
        {
            "name": [one_line(view.title)],
            "date": [_date(incident.date)],
            "location": [incident.place],
            "summary": [statements(view)],
            "notes": [figures],
        },
    )


def _article(view: CaseView, document: Document) -> dict[str, Any]:
    return _entity(
        _id(view, "document", document.id),
        "Article",
        {
            "name": [one_line(document.title or name_of(document))],
            "title": [document.title],
            "author": [document.author],
            "publisher": [document.outlet],
            "publishedAt": [_date(document.published)],
            "sourceUrl": [safe_link(document.url)],
            "language": [_language(document.language)],
            "mimeType": [document.media_type],
            "fileName": [None if document.url else link_of(document).replace("\\", "/").rpartition("/")[2]],
            "bodyText": [document.text],
            "notes": [f"SHA-256 of the archived bytes: {document.sha256}"],
        },
    )


def _language(code: str | None) -> str | None:
    """FollowTheMoney wants three letters; only languages whose code we are sure of are written."""
    three = {
        "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "he": "heb", "it": "ita",
        "pt": "por", "ru": "rus", "tr": "tur", "uk": "ukr", "ur": "urd", "zh": "zho",
    }  # fmt: skip
    return three.get(code or "")


def _actor(view: CaseView, actor: Actor) -> dict[str, Any]:
    return _entity(
        _id(view, "actor", actor.id),
        SCHEMATA[actor.type],
        {"name": [actor.name], "alias": [s for s in actor.spellings if s != actor.name]},
    )


def _mentions(view: CaseView, actors: list[Actor]) -> list[dict[str, Any]]:
    """One mention for each actor in each document; a spelling that no document holds is not made up."""
    lines = []
    for actor in actors:
        for reading in view.readings:
            if reading.document.id not in actor.documents:
                continue
            names = [s for s in dict.fromkeys((actor.name, *actor.spellings)) if s in reading.document.text]
            if names:
                lines.append(
                    _entity(
                        _id(view, "mention", actor.id, reading.document.id),
                        "Mention",
                        {
                            "document": [_id(view, "document", reading.document.id)],
                            "name": list(names),
                            "resolved": [_id(view, "actor", actor.id)],
                            "detectedSchema": [SCHEMATA[actor.type]],
                        },
                    )
                )
    return lines


def _offsets(claim: Claim) -> str:
    return f"{claim.content[0].start}-{claim.content[-1].end}"


def _claims(view: CaseView) -> list[dict[str, Any]]:
    """Every claim as a note on its document: speaker, words, offsets."""
    lines = []
    for reading in view.readings:
        document = reading.document
        for claim in reading.claims:
            if not claim.content:
                continue
            who = one_line(claim.source.entity or claim.source.text) if claim.source else name_of(document)
            words = " … ".join(one_line(c.text) for c in claim.content)
            lines.append(
                _entity(
                    _id(view, "claim", document.id, claim.id),
                    "Note",
                    {
                        "name": [f"Claim by {who}"],
                        "description": [f"{who}: “{words}”"],
                        "notes": [f"{claim.certainty}, {claim.polarity}; characters {_offsets(claim)}"],
                        "entity": [_id(view, "document", document.id)],
                    },
                )
            )
    return lines
