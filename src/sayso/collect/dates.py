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
_LONGEST = 100
_ZONE = r"(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?"
_ISO = re.compile(
    r"(?P<y>\d{4})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?)?"
    rf"(?:[T ]+(?P<clock>\d{{1,2}}:\d{{2}}(?::\d{{2}})?)(?:[.,]\d+)?\s*{_ZONE})?",
    re.IGNORECASE,
)
_COMPACT = re.compile(
    rf"(?P<y>\d{{4}})(?P<m>\d{{2}})(?P<d>\d{{2}})(?:T?(?P<clock>\d{{4}}(?:\d{{2}})?){_ZONE})?", re.IGNORECASE
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TAIL = rf"(?:,?\s*(?:at\s+)?(?P<clock>\d{{1,2}}:\d{{2}}(?::\d{{2}})?)\s*{_ZONE})?"
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<m>[a-z]+)\.?,?[\s-]+(?P<y>\d{{4}}){_TAIL}",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<m>[a-z]+)\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}}){_TAIL}",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(r"(?P<m>[a-z]+)\.?,?\s+(?P<y>\d{4})", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")


def normalise(value: str) -> str | None:
    """Bring a date as written to ISO 8601 with its precision: `2017-05`, `2017-05-18`, `2017-05-18T19:05+03:00`.

    Understands ISO 8601, RFC 2822, and English dates in words. `5/8/2017`, which is another day in another country,
    is unknown; `18/5/2017` is not.

    Returns:
        The date, or null when it is not understood or no such day exists.
    """
    value = " ".join(value.split()).strip(" .,")
    if len(value) > _LONGEST:
        return None
    for pattern in (_ISO, _COMPACT, _DAY_FIRST, _MONTH_FIRST, _MONTH_YEAR, _YEAR_FIRST):
        if match := pattern.fullmatch(value):
            return _from_groups(match.groupdict())
    if match := _SLASHED.fullmatch(value):
        return _slashed(int(match[1]), int(match[2]), match[3])
    return _mail_date(value)


def _slashed(one: int, two: int, year: str) -> str | None:
    """Day and month in either order, if only one order makes a date."""
    if one > 12 or one == two:
        return _build(year, two, one)
    return _build(year, one, two) if two > 12 else None


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


def _from_groups(groups: dict[str, str | None]) -> str | None:
    month, day, clock = groups["m"], groups.get("d"), groups.get("clock")
    if month is not None and not month.isdigit():
        month = str(_MONTHS.get(month.lower(), 13))  # 13 is no month, which is what an unknown word is
    whole = _build(groups["y"] or "", month and int(month), day and int(day))
    if whole is None or clock is None:
        return whole
    if day is None:
        return None  # a time without a day is no date
    digits = "".join(piece.zfill(2) for piece in clock.split(":"))
    hour, minute, second = digits[:2], digits[2:4], digits[4:] or "00"
    try:
        return from_datetime(datetime.fromisoformat(f"{whole}T{hour}:{minute}:{second}{_offset(groups.get('zone'))}"))
    except ValueError:
        return None


def _build(year: str, month: int | str | None, day: int | str | None = None) -> str | None:
    if not 1000 <= int(year) <= 2999:
        return None
    if month is None:
        return year
    try:
        exact = date(int(year), int(month), 1 if day is None else int(day)).isoformat()
    except ValueError:
        return None
    return exact[:7] if day is None else exact


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
    return _build(match[1], match[2], match[3]) if match else None


LATEST = (date(2100, 1, 1) - timedelta(days=1)).isoformat()
"""Upper bound handed to htmldate, whose own default is today: the same page must give the same date every day."""

_AT_END = re.compile(
    rf"(?:{_WEEKDAY}\d{{1,2}}(?:st|nd|rd|th)?\s+[A-Za-z]{{3,9}}\.?,?\s+\d{{4}}|"
    rf"{_WEEKDAY}[A-Za-z]{{3,9}}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}})$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:published|posted|issued|date|dated|(?:(?:press|media|official)\s+)?(?:statement|release|communiqu[eé]|"
    r"(?:press|media)\s+(?:note|briefing)))(?:\s+(?:on|of))?\s*[:,–—-]?\s*",
    re.IGNORECASE,
)
_FIRST_LINES = 6


def in_first_lines(text: str) -> tuple[str | None, str | None]:
    """Day in a dateline of its own among the first six lines: `Port Example, 2 April 2031`, `Published 2 April 2031`.

    Before the date may stand only such a label, or names: up to two words in the first line, which may be a title
    that names the day of the event, and up to six in the others, all with a capital.

    Returns:
        ISO date and `line 2 of the text`, or two nulls.
    """
    lines = [line.strip() for line in text[:2000].split("\n") if line.strip()][:_FIRST_LINES]
    for number, line in enumerate(lines, start=1):
        match = _AT_END.search(line) if len(line) <= _LONGEST else None
        if match is None:
            continue
        before = line[: match.start()]
        words = re.findall(r"\w+", before)
        named = all(word[0].isupper() for word in words) and not line.isupper()
        found = normalise(match[0])
        if found and (_LABEL.fullmatch(before) or (named and len(words) <= (2 if number == 1 else 6))):
            return found, f"line {number} of the text"
    return None, None
