"""Days, months and feasts of the Hijri calendar, in the calendar of TIMEX3.

Converted by the Umm al-Qura tables of `hijridate` (years 1343 to 1500, 1924 to 2077 CE). Countries that wait for the
new moon to be seen begin a month a day earlier or later, so a converted day carries `give_or_take=1`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from sayso.reading.times.calendar_readers import day_number
from sayso.reading.times.context import Context, Found
from sayso.reading.times.lexicon import WORD_DAYS

__all__ = ["FEAST", "MONTH", "day", "feast", "month"]

Match = re.Match[str]
_AL = r"[ -]?(?:[aA]?l|[uU]l|[aA]r|[aA]th)?[ -]?"
_SECOND = r"(?:[TtṮ]h?[āa]n[īiy]+(?:ah?)?|[AaĀ]kh?ir(?:ah?)?|II)"
_FIRST = r"(?:[AaĀ]wwal|[UuŪ]l[āa]h?|I(?!I))"
_MONTHS = (
    r"Mu[hḥ]arram",
    r"[SṢ]afar",
    rf"Rab[iī][’'ʿ]?{_AL}{_FIRST}",
    rf"Rab[iī][’'ʿ]?{_AL}{_SECOND}",
    rf"[JG]um[aā]da?[’'ʿ]?{_AL}{_FIRST}",
    rf"[JG]um[aā]da?[’'ʿ]?{_AL}{_SECOND}",
    r"Rajab",
    r"Sha[’'ʿ]?a?b[aā]n",
    r"Rama(?:dh?|ḍ|z)[aā]n",
    r"Shaww?[aā]l",
    rf"[DZ]h?[uū]{_AL}[QK][aāi][aʿ’']?[dD]a?d?ah?",
    rf"[DZ]h?[uū]{_AL}[HḤ]ijj?ah?",
)
MONTH = "(?-i:" + "|".join(_MONTHS) + ")"
_FEASTS = {"fitr": (10, 1), "adha": (12, 10), "ashura": (1, 10), "arbaeen": (2, 20), "mawlid": (3, 12)}
FEAST = r"(?-i:Eid[ -](?:al|ul)-?[ -]?(?:Fitr|Adha)|[‘’']?Ashura(?:[’']?)|Arba[’']?een|Mawlid(?: al-Nabi)?)"


def _number(words: str) -> int:
    return next(n for n, pattern in enumerate(_MONTHS, 1) if re.fullmatch(pattern, words))


@lru_cache(maxsize=4096)
def _converted(year: int, month: int, day: int) -> date | None:
    """The day in the Gregorian calendar; null beyond the tables and for a day that the month does not have."""
    from hijridate import Hijri  # noqa: PLC0415 - few texts need the tables

    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def _nearest(month: int, day: int, match: Match, context: Context) -> date | None:
    """Such a day of the year that brings it closest to publication; one a month ahead only if the sentence looks ahead.

    Null when the publication day is unknown.
    """
    published = context.published
    if published is None:
        return None
    guess = (published.year - 622) * 33 // 32
    days = [d for year in range(guess - 2, guess + 4) if (d := _converted(year, month, day))]
    reach = 366 if context.future(match.start(), match.end()) else 30
    return min(
        (d for d in days if (d - published).days <= reach), key=lambda d: (abs((d - published).days), d), default=None
    )


def _stretch(first: date, last: date) -> str:
    """The shortest month, year, decade or century that holds both days: a Hijri month seldom is one of ours."""
    a, b = first.isoformat(), last.isoformat()
    return next((a[:size] for size in (7, 4, 3, 2) if a[:size] == b[:size]), "XXXX")


def day(match: Match, context: Context) -> Found | None:
    """`12 Ramadan 1438`, `the first day of Ramadan`: as that day, give or take one."""
    words = match["d1"] or match["d2"] or match["d3"]
    on = WORD_DAYS.get(words.lower().replace(" ", "-")) or day_number(words)
    name = _number(match["m1"] or match["m2"] or match["m3"])
    year = match["y1"] or match["y2"] or match["y3"]
    found = _converted(int(year), name, on) if year else _nearest(name, on, match, context)
    if found is None:
        return Found("DATE", "XXXX-XX-XX")
    return Found("DATE", found.isoformat(), give_or_take=1)


def month(match: Match, context: Context) -> Found | None:  # noqa: ARG001 - all readers take a match and a context
    """`Ramadan 1438`, `1438 AH`: the shortest stretch of our calendar that holds it."""
    name = _number(match["month"]) if match["month"] else None
    year = int(match["year"] or match["year2"])
    first = _converted(year, name or 1, 1)
    after = _converted(year, name + 1, 1) if name and name < 12 else _converted(year + 1, 1, 1)
    if first is None or after is None:
        return Found("DATE", "XXXX")
    return Found("DATE", _stretch(first, after - timedelta(days=1)))


def feast(match: Match, context: Context) -> Found | None:
    """`Eid al-Fitr`, `Ashura 2017`: its first day, give or take one."""
    words = re.sub(r"[^a-z]", "", match["feast"].lower())
    month_, day_ = next(value for name, value in _FEASTS.items() if name in words)
    if match["year"]:
        guess = (int(match["year"]) - 622) * 33 // 32
        near = (_converted(year, month_, day_) for year in range(guess - 2, guess + 3))
        days = [d for d in near if d is not None and d.year == int(match["year"])]
        found = days[0] if len(days) == 1 else None
    else:
        found = _nearest(month_, day_, match, context)
    if found is None:
        return Found("DATE", "XXXX-XX-XX")
    return Found("DATE", found.isoformat(), give_or_take=1)
