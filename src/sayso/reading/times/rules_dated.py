"""Rules for days, clock times and what is named by them. Name, pattern; names are those of the readers."""

from __future__ import annotations

from sayso.reading.times.lexicon import DAY, DAYPART, MONTH, UNIT, WEEKDAY, WORD_DAY, YEAR, ZONE
from sayso.reading.times.pieces import CLOCK, HEAD_DAY, ORD, PHASE, TAIL_TIME

__all__ = ["DATED"]

_JOIN = r"\s?(?:-|–|—|to|and|through|until|or|&)\s?(?:the\s+)?"
_DAYS = rf"{DAY}(?:,\s?{DAY}){{0,6}}{_JOIN}{DAY}"
_PART = rf"{DAYPART}|(?:early|small)\s+hours"
_WHEN = (
    rf"(?:,?\s+(?:on\s+|in the\s+)?(?P<when>(?:(?:{WEEKDAY}),?\s+)?(?:the\s+)?"
    rf"(?:(?P<m1>{MONTH})\s+(?P<d1>{DAY})|(?P<d2>{DAY})(?:\s+of)?\s+(?P<m2>{MONTH}))(?:,?\s+(?P<year>{YEAR}))?|"
    rf"(?:{WEEKDAY})(?:\s+{DAYPART})?|yesterday|today|tomorrow|{DAYPART}))?"
)

DATED: tuple[tuple[str, str], ...] = (
    (
        "iso",
        (
            r"(?<![\w/-])(?P<iso>\d{4}(?P<sep>[-/])[01]\d(?P=sep)[0-3]\d)"
            r"(?:[T ](?P<hm>[0-2]\d:[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?"
            r"(?P<z>Z|[+-]\d\d:?\d\d)?)?(?![\w/-])"
        ),
    ),
    ("numeric", r"(?<![\w/.-])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?![\w/-])"),
    ("numeric_month", r"(?<![\w/.-])(?P<m>0?[1-9]|1[0-2])/(?P<y>(?:19|20)\d\d)(?![\w/-])"),
    (
        "range_month",
        (rf"\b(?P<month>{MONTH})\s+(?P<days>{_DAYS})(?:,?\s+(?P<year>{YEAR}))?(?!\s*{UNIT})"),
    ),
    (
        "range_days",
        (rf"\b(?:the\s+)?(?P<days>{_DAYS})(?:\s+of)?\s+(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?"),
    ),
    (
        "month_day",
        (
            rf"\b(?P<phase>{PHASE})?{HEAD_DAY}(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY})(?!\s?-?(?:year|"
            rf"percent|people)|\s?-\d)(?:(?:\s?,\s?|\s+)(?P<year>{YEAR}|this year|last year|next year))?{TAIL_TIME}"
        ),
    ),
    (
        "day_month",
        (
            rf"\b{HEAD_DAY}(?:the\s+)?(?P<day>{DAY})(?:\s+of)?\s+(?P<month>{MONTH})(?:(?:,?\s+|\s+(?:of|in)\s+)"
            rf"(?P<year>{YEAR}|this year|last year|next year))?{TAIL_TIME}"
        ),
    ),
    (
        "month_year",
        (
            rf"\b(?P<phase>{PHASE})?(?P<month>{MONTH})(?:,?\s+|\s+of\s+)(?P<year>(?:the year )?{YEAR}|this year|"
            r"last year|next year|nineteen[- ][a-z]+(?:[- ][a-z]+)?)\b"
        ),
    ),
    (
        "week_of",
        (
            rf"\b(?:the\s+)?week\s+(?:of|beginning|ending|ended)\s+(?P<month>{MONTH})\s+(?P<day>{DAY})(?:,?\s+"
            rf"(?P<year>{YEAR}))?"
        ),
    ),
    (
        "clock",
        (
            rf"(?<![\d$€£.,:])(?:(?:shortly|just|soon)\s(?:before|after)\s)?\b(?P<clock>{CLOCK})(?:\s+(?P<par>\()?"
            rf"(?P<zone>{ZONE})(?(par)\)))?{_WHEN}(?![\d%])"
        ),
    ),
    (
        "clock_range",
        (
            r"\b(?:between|from)\s+(?P<first>(?:2[0-3]|[01]?\d)(?:[:.][0-5]\d)?(?:\s?(?P<half>[ap])\.?m\b\.?)?)"
            rf"\s?(?:-|–|to|and|until|till)\s?(?P<clock>{CLOCK})(?:\s+(?P<par>\()?(?P<zone>{ZONE})(?(par)\)))?{_WHEN}"
            r"(?![\d%])"
        ),
    ),
    (
        "part_clock",
        (
            r"\b(?P<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+in the\s+"
            "(?P<part>morning|afternoon|evening)"
        ),
    ),
    (
        "weekday",
        (
            r"\b(?:(?P<early>early|late|earlier|later)\s+)?(?:(?P<step>last|this|next|this past|this coming|"
            rf"the following|the previous|following|every|each|the first|the last)\s+)?(?P<weekday>{WEEKDAY})"
            rf"(?P<plural>s)?(?:\s+(?P<part>{DAYPART}s?)\b)?{TAIL_TIME}"
        ),
    ),
    (
        "nth_weekday",
        (
            rf"\b(?:the\s+)?(?P<n>{ORD}|last|final)\s+(?P<weekday>{WEEKDAY})\s+(?:of|in)\s+(?:the\s+)?"
            rf"(?:(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}|this year|last year|next year))?|"
            r"(?P<step>this|last|next)\s+month)\b"
        ),
    ),
    (
        "week_in",
        (
            rf"\b(?:the\s+)?(?P<n>{ORD}|last|final)\s+week\s+(?:of|in)\s+(?:the\s+)?(?:(?P<alone>{YEAR})|(?P<month>{MONTH})"
            rf"(?:,?\s+(?P<year>{YEAR}|this year|last year|next year))?|(?P<step>this|last|next)\s+month)\b"
        ),
    ),
    (
        "weekday_of_week",
        (
            rf"\b(?:(?P<w1>{WEEKDAY})\s+(?:of\s+)?(?P<s1>this|last|next)\s+week|(?P<s2>this|last|next)\s+week(?:\s+on)?\s+"
            rf"(?P<w2>{WEEKDAY}))\b"
        ),
    ),
    (
        "day_alone",
        (
            rf"\b(?:(?P<weekday>{WEEKDAY}),?\s+the|(?:(?<=\bon )|(?<=\bby )|(?<=\bsince )|(?<=\buntil ))the)\s+"
            r"(?P<day>(?:[12]?1st|2?2nd|2?3rd|(?:[12]?[4-9]|1[0-3]|[23]0)th|31st))(?=[.,;:!?)]|\s+(?:and|of\s+the|at|to|when|as|he|she|they|it|we)\b|\s*$)"
        ),
    ),
    (
        "word_day",
        (
            rf"\b{HEAD_DAY}(?:(?P<month>{MONTH})\s+(?:the\s+)?(?P<n1>{WORD_DAY})|(?:the\s+)?(?P<n2>{WORD_DAY})\s+(?:day\s+)?of\s+"
            rf"(?P<month2>{MONTH}))\b(?:,?\s+(?:of\s+)?(?P<year>{YEAR}|nineteen[- ][a-z]+(?:[- ][a-z]+)?))?"
        ),
    ),
    (
        "log_date",
        (
            rf"(?<![\w/.-])(?:(?P<d>[0-3]?\d)(?P<sep>[-/]|\.\s?)(?P<m>{MONTH})[-/ ]?(?P<y>{YEAR})|"
            rf"(?P<y2>{YEAR})(?P<sep2>[-/])(?P<m2>{MONTH})(?P=sep2)(?P<d2>[0-3]?\d)|(?P<m3>{MONTH})-(?P<y3>{YEAR}))(?![\w/-])"
        ),
    ),
    ("part_of_day_of", rf"\b(?:the\s+)?(?P<part>{_PART})\s+(?:of|on)\s+(?P<weekday>{WEEKDAY})"),
    (
        "part_of_date",
        (
            rf"\b(?:the\s+)?(?P<part>{_PART})\s+(?:of|on)\s+(?:{WEEKDAY},?\s+)?(?:(?P<m1>{MONTH})\s+(?P<d1>{DAY})|(?P<d2>{DAY})\s+"
            rf"(?P<m2>{MONTH}))(?:,?\s+(?P<year>{YEAR}))?"
        ),
    ),
    (
        "relative_day",
        (
            r"\b(?:(?:the\s+)?(?P<skip>day\s+(?:before|after))\s+)?(?:(?:early|late|later|earlier)\s+)?"
            r"(?P<day>yesterday|today|tomorrow|tonight)\b(?!['’]s\s+(?:world|society|youth))(?:\s+"
            rf"(?P<part>{DAYPART}))?{TAIL_TIME}"
        ),
    ),
    (
        "near_day",
        (
            r"\b(?:(?:early|late|later|earlier)\s+)?(?P<step>this|last|that|the next|the following|the previous|"
            rf"the same|that same|next|the other)\s+(?P<part>{DAYPART}|day)\b(?!s|-)"
        ),
    ),
    ("early_later_day", r"\b(?:earlier|later)\s+(?:in\s+)?(?:the|that|this)\s+(?:same\s+)?day\b"),
)
