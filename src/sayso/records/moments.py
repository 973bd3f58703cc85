"""The order of moments known with different precision."""

from __future__ import annotations

from datetime import UTC, date, datetime

__all__ = ["order_of"]

_FIRST_MONTH = {
    "SP": "03", "SU": "06", "FA": "09", "WI": "12", "H1": "01", "H2": "07", "Q1": "01", "Q2": "04", "Q3": "07",
    "Q4": "10",
}  # fmt: skip
_PART_BEGINS = {"MO": "06", "DT": "08", "MI": "12", "AF": "13", "EV": "18", "NI": "21"}


def order_of(value: str) -> str:
    """A string that sorts partial ISO and TIMEX3 values as time does, a coarser value before the finer ones in it.

    Weeks go by their Monday; seasons, quarters, halves and parts of the day by their start; clock times with a zone
    as UTC, those without as written.
    """
    if value[5:7] in _FIRST_MONTH:
        return f"{value[:4]}-{_FIRST_MONTH[value[5:7]]}"
    day, _, clock = value.partition("T")
    if clock in _PART_BEGINS:
        return f"{day}T{_PART_BEGINS[clock]}"
    try:
        if value[5:6] == "W":
            return date.fromisocalendar(int(value[:4]), int(value[6:8]), 1).isoformat()
        if clock[-1:] == "Z" or clock[-6:-5] in ("+", "-"):
            return datetime.fromisoformat(value).astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        pass  # no such week, no such hour: as written
    return value
