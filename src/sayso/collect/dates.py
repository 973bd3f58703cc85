"""Dates as found, brought to ISO 8601 with the precision that is known. What cannot be understood stays unknown."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(
    r"(?P<y>\d{4})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?)?"
    r"(?:[T ]+(?P<time>\d{1,2}:\d{2})(?::(?P<s>\d{2})(?:[.,]\d+)?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?")
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TAIL = r"(?:,?\s*(?:at\s+)?(?P<time>\d{1,2}:\d{2})(?::\d{2})?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<m>[a-z]+)\.?,?[\s-]+(?P<y>\d{{4}}){_TAIL}",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<m>[a-z]+)\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}}){_TAIL}",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(r"(?P<m>[a-z]+)\.?,?\s+(?P<y>\d{4})", re.IGNORECASE)
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})|(\d{4})[/.](\d{1,2})[/.](\d{1,2})")


def normalise(value: str) -> str | None:
    """Bring a date as written to ISO 8601, keeping its precision: `2017-05`, `2017-05-18`, `2017-05-18T19:05+03:00`.

    Understands ISO 8601, RFC 2822, and English dates in words. `5/8/2017`, which is another day in another country,
    is unknown; `18/5/2017` is not.

    Returns:
        The date, or null when it is not understood or no such day exists.
    """
    value = " ".join(value.split()).strip(" .,")
    if match := _ISO.fullmatch(value):
        return _build(match["y"], match["m"], match["d"], match["time"], match["zone"], match["s"])
    if match := _COMPACT.fullmatch(value):
        year, month, day, hour, minute, second, zone = match.groups()
        return _build(year, month, day, f"{hour}:{minute}" if hour else None, zone, second)
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        if match := pattern.fullmatch(value):
            month = _MONTHS.get(match["m"].lower())
            return _build(match["y"], month, match["d"], match["time"], match["zone"]) if month else None
    if match := _MONTH_YEAR.fullmatch(value):
        month = _MONTHS.get(match["m"].lower())
        return _build(match["y"], month, None, None, None) if month else None
    if match := _SLASHED.fullmatch(value):
        return _slashed(*match.groups())
    return _mail_date(value)


def _slashed(first: str, second: str, year: str, year_first: str, month: str, day: str) -> str | None:
    if year_first:
        return _build(year_first, month, day, None, None)
    one, two = int(first), int(second)
    if one > 12 or one == two:
        return _build(year, two, one, None, None)
    return _build(year, one, two, None, None) if two > 12 else None


def _mail_date(value: str) -> str | None:
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - keeps the command's start fast

    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return from_datetime(moment)


def from_datetime(moment: datetime) -> str:
    """ISO form of a moment, to the minute, or to the second where seconds are told."""
    return moment.replace(microsecond=0).isoformat(timespec="seconds" if moment.second else "minutes")


def _build(
    year: str,
    month: str | int | None,
    day: str | int | None,
    time: str | None,
    zone: str | None,
    second: str | None = None,
) -> str | None:
    if not 1000 <= int(year) <= 2999:
        return None
    if month is None:
        return year if time is None else None
    if not 1 <= int(month) <= 12:
        return None
    if day is None:
        return f"{year}-{int(month):02d}" if time is None else None
    try:
        whole = date(int(year), int(month), int(day)).isoformat()
        if time is None:
            return whole
        hour, minute = time.split(":")
        if int(hour) > 23 or int(minute) > 59:
            return None
        clock = f"{int(hour):02d}:{minute}" + (f":{second}" if second and second != "00" else "")
        return from_datetime(datetime.fromisoformat(f"{whole}T{clock}{_offset(zone)}"))
    except ValueError:
        return None


def _offset(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone.upper() in {"Z", "UTC", "GMT"}:
        return "+00:00"
    digits = zone[1:].replace(":", "")
    return f"{zone[0]}{digits[:2]}:{digits[2:] or '00'}"


_URL_DATE = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)")


def in_url(url: str | None) -> str | None:
    """Day that an address carries in its path (`/2017/05/18/`), or null."""
    match = _URL_DATE.search(url or "")
    return _build(match[1], match[2], match[3], None, None) if match else None


LATEST = (date(2100, 1, 1) - timedelta(days=1)).isoformat()
"""Upper bound handed to htmldate, whose own default is today: the same page must give the same date every day."""
