"""Values that lean on a happening: `the day before the attack`, from the day that the text gives to the attack."""

from __future__ import annotations

import re

from sayso.reading.times import calendar_readers as dated
from sayso.reading.times.context import Context, Found
from sayso.reading.times.lexicon import number_of
from sayso.reading.times.relative_readers import UNKNOWN, letter
from sayso.reading.times.values import moved

__all__ = ["before_event"]

Match = re.Match[str]


def before_event(match: Match, context: Context) -> Found | None:
    """`one day before the attack`: from the attack's day if the text gives it one, else kept unknown.

    The day may stand in the same phrase (`before the attack on 18 May`) or anywhere in the text beside the same word,
    or beside another word for the same kind of happening (`the convoy was struck on 18 May`), if that is one day only.
    """
    said = match["unit"].lower().removesuffix("s")
    if said in ("second", "minute", "hour"):
        return None
    unit = letter(match["unit"])
    count = number_of(match["count"]) if match["count"] else None if match["unit"].lower().endswith("s") else 1.0
    context.leant_on = match.end("event")
    anchor = dated.date_behind(match, context) or context.happenings.day_of(match["event"])
    if anchor is None or count is None:
        return Found("DATE", UNKNOWN.get(unit, "XXXX-XX-XX"), leans_on=match["event"])
    back = match["side"].lower() in ("before", "prior to")
    value = moved(anchor, -count if back else count, "D" if said == "night" else unit)
    if value and said == "night":
        value = f"{value}TNI"
    return Found("TIME" if said == "night" else "DATE", value) if value else None
