"""Feasts of the Gregorian calendar: on a fixed day, on a weekday of a month, or counted from Easter."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from sayso.reading.times.context import Context, Found
from sayso.reading.times.values import iso_week

__all__ = ["FEAST", "feast"]

Match = re.Match[str]
_FIXED: dict[str, tuple[int, int]] = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "valentine's day": (2, 14), "halloween": (10, 31),
    "independence day": (7, 4), "veterans day": (11, 11), "may day": (5, 1), "victory day": (5, 9),
    "armistice day": (11, 11), "bastille day": (7, 14), "st. patrick's day": (3, 17), "saint patrick's day": (3, 17),
    "earth day": (4, 22), "juneteenth": (6, 19), "april fools' day": (4, 1), "all saints' day": (11, 1),
}  # fmt: skip
"""Month, day."""
_MOVING: dict[str, tuple[int, int, int, int]] = {
    "thanksgiving day": (11, 3, 4, 0), "thanksgiving": (11, 3, 4, 0), "black friday": (11, 3, 4, 1),
    "cyber monday": (11, 3, 4, 4), "labor day": (9, 0, 1, 0), "memorial day": (5, 0, -1, 0),
    "martin luther king day": (1, 0, 3, 0), "mlk day": (1, 0, 3, 0), "presidents' day": (2, 0, 3, 0),
    "columbus day": (10, 0, 2, 0), "mother's day": (5, 6, 2, 0), "father's day": (6, 6, 3, 0),
}  # fmt: skip
"""Month, weekday (0 is Monday), which one of the month (-1 the last), days after it; as the United States keep them."""
_FROM_EASTER = {
    "easter sunday": 0, "easter monday": 1, "easter": 0, "good friday": -2, "palm sunday": -7, "ash wednesday": -46,
    "maundy thursday": -3, "whit monday": 50, "ascension day": 39, "clean monday": -48,
}  # fmt: skip
"""Days after Easter Sunday of the Western churches."""
_NO_CASE = (
    "christmas",
    "thanksgiving",
    "easter",
    "halloween",
    "new year",
    "valentine",
    "mother",
    "father",
    "saint pat",
)


def _pattern(name: str) -> str:
    """Matches the name in any case if no other words look like it, else in capitals only."""
    free = name.startswith(_NO_CASE)
    words = name if free else " ".join(word[0].upper() + word[1:] for word in name.split()).replace("Mlk", "MLK")
    pattern = words.replace(".", r"\.").replace("'", "['’]").replace(" ", r"\s")
    return pattern if free else f"(?-i:{pattern})"


_NAMES = sorted((*_FIXED, *_MOVING, *_FROM_EASTER), key=lambda name: (-len(name), name))
FEAST = "(?:" + "|".join(map(_pattern, _NAMES)) + "|(?-i:Ramadan))"


def _easter(year: int) -> date:
    """Gregorian Easter Sunday (Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    k = (32 + 2 * e + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _day(name: str, year: int) -> date | None:
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return _easter(year) + timedelta(days=_FROM_EASTER[name])
    if name in _MOVING:
        month, weekday, which, after = _MOVING[name]
        days = range(1, calendar.monthrange(year, month)[1] + 1)
        found = [day for n in days if (day := date(year, month, n)).weekday() == weekday]
        return found[which - (which > 0)] + timedelta(days=after)
    return None


def feast(match: Match, context: Context) -> Found | None:
    """`last Thanksgiving`, `Christmas Eve 2016`; Ramadan moves and keeps an unknown value."""
    name = " ".join(match["feast"].lower().replace("’", "'").split())
    year = int(match["year"]) if match["year"] else _year(name, match, context)
    day = _day(name, year) if year else None
    if day is None:
        return Found("DATE", "XXXX-XX-XX")
    if match["week"]:
        return Found("DATE", iso_week(day))
    return Found("DATE", day.isoformat())


def _year(name: str, match: Match, context: Context) -> int | None:
    """The year of a feast without one: the nearest, and one months ahead only where the sentence looks ahead."""
    published = context.published
    here = _day(name, published.year) if published else None
    if published is None or here is None:
        return None
    step = (match["step"] or "").lower()
    if (step == "last" and here >= published) or (
        not step and (here - published).days > 120 and not context.future(match.start(), match.end())
    ):
        return published.year - 1
    return published.year + (step == "next" and here <= published)
