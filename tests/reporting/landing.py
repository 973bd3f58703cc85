"""A fictional case for the room's tests: shells on the ferry landing at Ostrel. Country, outlets and people are invented."""

from __future__ import annotations

from typing import Any

from tests.reporting.landing_figures import (
    accounts_of_case,
    copy_of,
    origins_of_case,
    statements_of_case,
    weighing_of_case,
)
from tests.reporting.landing_readings import claims_of_case, readings_of_case
from tests.reporting.landing_texts import HIT, TEXTS, document, passage
from tests.reporting.landing_why import matrix_of_case

from sayso.records import (
    Actor,
    CaseView,
    Decision,
    Incident,
    Reason,
    Refused,
    SourceProfile,
    TimelineEntry,
)

__all__ = ["TEXTS", "document", "landing_case", "passage"]


def landing_case(**changes: Any) -> CaseView:
    """Make the whole view; `changes` replace fields of it."""
    matrix, verdict = matrix_of_case()
    accounts = accounts_of_case()
    weighing = weighing_of_case(accounts)
    names = [n for n in TEXTS if n != "leaflet"]
    fields: dict[str, Any] = {
        "name": "ostrel-2034",
        "title": "Shells on the ferry landing at Ostrel",
        "now": "2034-09-17T09:41:00Z",
        "note": "fictional example",
        "readings": readings_of_case(),
        "copies": tuple(copy_of(n, i) for i, n in enumerate(names)),
        "refused": (Refused(name="pile/log.pdf", reason="It is encrypted; save a copy without the password."),),
        "origins": origins_of_case(),
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
        "other_rules": {rule: weighing_of_case(accounts, rule) for rule in ("ucdp", "acled", "gtd")},
        "statements": statements_of_case(),
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
                claims=len(claims_of_case().get(n, ())),
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
