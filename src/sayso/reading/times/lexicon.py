"""Words of time: months, weekdays, units, numbers, seasons, parts of the day, zones."""

from __future__ import annotations

import re

from sayso.knowledge import numbers

__all__ = [
    "DAY", "DAYPART", "DAYPARTS", "MONTH", "MONTHS", "NUMBER", "ORDINALS", "PLAIN_NUMBER", "SEASON", "SEASONS",
    "UNIT", "UNITS", "VAGUE_NUMBER", "WEEKDAY", "WEEKDAYS", "WORD_DAY", "WORD_DAYS", "YEAR", "ZONE", "number_of",
]  # fmt: skip

_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

MONTHS: dict[str, int] = {name[:3].lower(): n for n, name in enumerate(_MONTH_NAMES, 1)}
"""First three letters, lower case, to 1..12."""
WEEKDAYS: dict[str, int] = {name[:3].lower(): n for n, name in enumerate(_DAY_NAMES)}
"""First three letters, lower case, to 0 (Monday) .. 6."""

# "may", "march", "sun" are common words, so these count only with a capital.
_SHORT_MONTHS = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?+"
MONTH = (
    "(?-i:" + "|".join((*_MONTH_NAMES, *(n.upper() for n in _MONTH_NAMES))) + rf"|{_SHORT_MONTHS}"
    "|january|february|april|june|july|august|september|october|november|december"
    r"|(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?+)"
)
WEEKDAY = (
    "(?-i:(?:" + "|".join((*_DAY_NAMES, *(n.upper() for n in _DAY_NAMES), *(n.lower() for n in _DAY_NAMES))) + r")\b"
    r"|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)"
)
DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
WORD_DAYS: dict[str, int] = {
    word: n
    for n, word in enumerate(
        (*_ORDINALS, "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
         "eighteenth", "nineteenth", "twentieth", *(f"twenty-{word}" for word in _ORDINALS[:9]), "thirtieth",
         "thirty-first"), 1)
}  # fmt: skip
"""Days of a month in words."""
WORD_DAY = "(?:" + "|".join(word.replace("-", "[- ]") for word in reversed(WORD_DAYS)) + ")"
YEAR = r"(?:1[5-9]|20)\d\d(?!\d|\.\d|,\d{3})"
ZONE = (
    r"(?-i:(?:GMT|UTC)(?:\s?[+-]\s?\d{1,2}(?::?[0-5]\d)?)?|[ECMP][SD]?T|BST|CET|CEST|EET|EEST|MSK|TRT|IST|AST|Zulu|Z)"
    r"(?![a-z\d])"
    r"|(?:local|(?-i:[A-Z][a-z]+)|Greenwich [Mm]ean|"
    r"(?:Eastern|Central|Pacific|Mountain)(?: (?:standard|daylight))?) time"
)

UNITS: dict[str, str] = {
    "second": "S", "sec": "S", "minute": "M", "min": "M", "hour": "H", "hr": "H", "day": "D", "night": "D",
    "week": "W", "fortnight": "F", "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y",
    "decade": "E", "century": "C", "centurie": "C",
    "millennium": "K",
}  # fmt: skip
"""Singular unit to its TIMEX3 letter; E is ten years, C a hundred, F two weeks. Seconds, minutes and
hours come after a T."""
UNIT = r"(?:second|minute|min|hour|hr|fortnight|day|night|week|month|quarter|year|decade|centurie|century|centurie)s?"

SEASONS: dict[str, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON = r"(?:spring|summer|autumn|fall|winter)"
DAYPARTS: dict[str, str] = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "nights": "NI", "overnight": "NI",
    "early hour": "MO", "small hour": "MO", "mornings": "MO", "afternoons": "AF", "evenings": "EV",
    "dawn": "MO", "dusk": "EV", "lunchtime": "MI", "midday": "MI", "daytime": "DT",
}  # fmt: skip
DAYPART = r"(?:morning|afternoon|evening|night|dawn|dusk|lunchtime|midday)"
ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
"""Of quarters."""
_VALUES: dict[str, float] = {w: float(n) for w, n in (numbers.UNITS | numbers.TENS).items()}
_VALUES.update({w: float(n) for n, w in enumerate(_ORDINALS, 1)})
_VALUES.update(
    {
        "a": 1,
        "an": 1,
        "single": 1,
        "half": 0.5,
        "couple": 2,
        "dozen": 12,
        "hundred": 100,
        "thousand": 1000,
        "million": 1e6,
    }
)

_WORD = "(?:" + "|".join((*reversed(numbers.UNITS), *numbers.TENS)) + ")"
_WORD_NUMBER = (
    rf"(?:{_WORD}(?:[- ]{_WORD})?(?: hundred| thousand)?|"
    r"(?:a |an )?(?:half[- ](?:a[- ])?dozen|dozen|hundred|couple(?: of)?)"
    r"|a couple(?: of)?)"
)
PLAIN_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?(?:[ -]1/2)?(?:½)?|{_WORD_NUMBER})(?: and a half)?"
VAGUE_NUMBER = (
    r"(?:a few|a good few|few|several|many|some|recent|a number of|dozens of|hundreds of|scores of|countless|numerous"
    r"|coming|a matter of|past few|last few|next few|just a few|only a few)"
)
NUMBER = rf"(?:{PLAIN_NUMBER}|{VAGUE_NUMBER}|a|an|half an?|one and a half)"
_VAGUE = re.compile(VAGUE_NUMBER, re.IGNORECASE)


def number_of(words: str) -> float | None:
    """The value of a number in digits or words (`2 1/2`, `twenty-four`, `a couple of`); null when it is vague."""
    text = words.lower().replace(",", "").replace("½", " 1/2").strip()
    extra = 0.0
    for tail in (" and a half", " 1/2", "-1/2"):
        if text.endswith(tail):
            text, extra = text[: -len(tail)].strip(), 0.5
    if text.startswith("half a"):
        return 6.0 if "dozen" in text else 0.5
    if _VAGUE.match(text):
        return None
    try:
        return float(text) + extra
    except ValueError:
        pass
    total = 0.0
    for word in text.replace("-", " ").split():
        if word == "of":
            continue
        value = _VALUES.get(word)
        if value is None:
            return None
        total = max(total, 1.0) * value if value >= 100 or word in ("dozen", "couple") else total + value
        if word in ("couple", "dozen") and text.startswith(("a ", word)):
            total = value
    return total + extra
