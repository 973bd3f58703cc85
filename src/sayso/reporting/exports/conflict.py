"""Columns of the conflict data sets, UCDP GED and ACLED, so that a case can stand beside theirs.

Sides, actors and event types are left empty: they are codings that only a person makes. In ACLED, actor1 and actor2 are
not attacker and defender, so nothing here may be read as one.
"""

from __future__ import annotations

import datetime as dt

from sayso.records import CaseView
from sayso.reporting.exports.rows import Value, day_of, killed_by, link_of, main_incident, place_of, sheet, statements
from sayso.reporting.words import number, one_line

GED = [
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
]
"""Columns of the UCDP Georeferenced Event Dataset, as in version 24.1."""

ACLED = [
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
]
"""Columns of an ACLED export; ours has no byte order mark."""

_GED_WHERE = {"point": 1, "settlement": 1, "offset": 2, "admin": 4, "country": 6}
_ACLED_WHERE = {"point": 1, "settlement": 1, "offset": 2, "admin": 3, "country": 3}


def _row(columns: list[str], values: dict[str, Value]) -> list[Value]:
    return [values.get(column) for column in columns]


def ucdp(view: CaseView) -> str:
    """One row for the incident: best, high and low by the UCDP rule; unknown cells stay empty."""
    incident = main_incident(view)
    if incident is None:
        return sheet(GED, ())
    killed = killed_by(view, "ucdp")
    place = place_of(view, incident.place)
    year, month, day = day_of(incident.date)
    documents = [r.document for r in view.readings if r.document.id in incident.documents]
    first, last = _first_last(year, month, day)
    return sheet(
        GED,
        [
            _row(
                GED,
                {
                    "id": incident.id,
                    "year": int(year) if year else None,
                    "number_of_sources": len(view.origins.origins),
                    "source_article": "; ".join(link_of(d) for d in documents),
                    "source_office": "; ".join(one_line(d.outlet or "unknown") for d in documents),
                    "source_date": "; ".join(d.published or "undated" for d in documents),
                    "source_headline": "; ".join(one_line(d.title or "untitled") for d in documents),
                    "source_original": "; ".join(dict.fromkeys(_speakers(view))),
                    "where_prec": _GED_WHERE[place.precision] if place else None,
                    "where_coordinates": place.name if place else None,
                    "where_description": incident.place,
                    "latitude": place.lat if place else None,
                    "longitude": place.lon if place else None,
                    "geom_wkt": f"POINT ({place.lon} {place.lat})" if place else None,
                    "country": place.country if place else None,
                    "date_prec": 1 if day else 4 if month else 5 if year else None,
                    "date_start": first,
                    "date_end": last,
                    "best": killed.best if killed else None,
                    "high": killed.maximum if killed else None,
                    "low": killed.minimum if killed else None,
                },
            )
        ],
    )


def _speakers(view: CaseView) -> list[str]:
    return [one_line(a.speaker) for a in view.weighing.accounts if a.speaker and a.what == "killed"]


def _first_last(year: str, month: str, day: str) -> tuple[str | None, str | None]:
    """First and last day that a partial date can mean."""
    try:
        if day:
            return (f"{year}-{month}-{day}",) * 2
        if month:
            after = dt.date(int(year), int(month), 28) + dt.timedelta(days=4)
            last = after - dt.timedelta(days=after.day)
            return f"{year}-{month}-01", last.isoformat()
    except ValueError:
        return None, None
    return (f"{year}-01-01", f"{year}-12-31") if year else (None, None)


def acled(view: CaseView) -> str:
    """One row for the incident: the most conservative figure as fatalities, the dispute in the notes."""
    incident = main_incident(view)
    if incident is None:
        return sheet(ACLED, ())
    killed = killed_by(view, "acled")
    place = place_of(view, incident.place)
    year, month, day = day_of(incident.date)
    notes = statements(view)
    if killed is not None and killed.contested and killed.minimum is not None:
        main = view.weighing.figures["killed"]
        notes += (
            f" The number killed is disputed: {number(main.minimum)} to {number(main.maximum)} are claimed."
            if _both(main)
            else ""
        )
    return sheet(
        ACLED,
        [
            _row(
                ACLED,
                {
                    "event_id_cnty": incident.id,
                    "event_date": incident.date if day else None,
                    "year": int(year) if year else None,
                    "time_precision": 1 if day else 3 if month else None,
                    "country": place.country if place else None,
                    "location": place.name if place else incident.place,
                    "latitude": place.lat if place else None,
                    "longitude": place.lon if place else None,
                    "geo_precision": _ACLED_WHERE[place.precision] if place else None,
                    "source": "; ".join(
                        dict.fromkeys(
                            one_line(r.document.outlet)
                            for r in view.readings
                            if r.document.id in incident.documents and r.document.outlet
                        )
                    ),
                    "notes": notes.strip(),
                    "fatalities": killed.best if killed else None,
                    "timestamp": _seconds(view.now),
                },
            )
        ],
    )


def _both(main: object) -> bool:
    return getattr(main, "minimum", None) is not None and getattr(main, "maximum", None) is not None


def _seconds(now: str | None) -> int | None:
    """Seconds since 1970 of the newest stored row."""
    try:
        moment = dt.datetime.fromisoformat(now or "")
    except ValueError:
        return None
    return int(moment.timestamp()) if moment.tzinfo else None
