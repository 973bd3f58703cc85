"""Figures, statements and origins of the landing case."""

from __future__ import annotations

from typing import Any

from tests.reporting.landing_texts import TEXTS, document, passage

from sayso.records import (
    Account,
    ArchivedCopy,
    Capture,
    Origin,
    OriginLink,
    Origins,
    Range,
    Reason,
    Statement,
    Weighing,
)


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


def accounts_of_case() -> tuple[Account, ...]:
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


def weighing_of_case(accounts: tuple[Account, ...], rule: Any = "airwars") -> Weighing:
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


def statements_of_case() -> tuple[Statement, ...]:
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


def origins_of_case() -> Origins:
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


def copy_of(name: str, index: int) -> ArchivedCopy:
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
