"""The ordered grammar: named patterns, compiled once. Earlier rules win where two matches are equally long."""

from __future__ import annotations

import re
from functools import cache

from sayso.reading.times.lexicon import (
    DAY,
    DAYPART,
    FEAST,
    MONTH,
    NUMBER,
    PLAIN_NUMBER,
    SEASON,
    UNIT,
    VAGUE_NUMBER,
    WEEKDAY,
    YEAR,
    ZONE,
)

__all__ = ["RULES", "compiled"]

_ABOUT = (
    r"(?:(?:almost|nearly|more than|less than|fewer than|at least|at most|up to|over|no more than|not more than|"
    r"roughly|approximately|about|around|just over|just under|only|as long as|as little as|barely|some)\s)"
)
_PHASE = (
    r"(?:(?:(?:very )?(?:early|late|mid)(?: in| on)?[- ]|(?:the )?(?:beginning|start|end|middle|rest|remainder|first half|"
    r"second half|latter half|early part|last part|latter part|height|close|eve) of (?:the )?|earlier |later |(?:first |second )half of ))"
)
_CLOCK = (
    r"(?:(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?:\s?(?:[ap]\.?m\b\.?|hours|hrs))?|(?:1[0-2]|0?[1-9])\s?(?:[ap]\.m\.?|[ap]m\b)"
    r"|(?:noon|midnight|midday)\b|(?:1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o['’]clock)"
)
_STEP = r"(?:last|this|next|past|previous|following|coming|current|same|that|preceding|prior|the)"
_DETERMINED = rf"(?:the\s+)?(?:{_STEP}\s+)"
_EVENT = (
    r"(?:the|his|her|their|its|an?|this|that)\s+(?:[\w’'-]+\s+){0,3}?(?:attack|strike|airstrike|air strike|bombing|blast|explosion|shelling|raid|"
    r"incident|killings?|massacre|crash|election|vote|offensive|assault|war|ceasefire|truce|earthquake|meeting|talks|summit)"
)
_HEAD_DAY = rf"(?:(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?)?"
_TAIL_TIME = rf"(?:,?\s+(?:at\s+)?(?P<clock>{_CLOCK})(?:\s+\(?(?P<zone>{ZONE})\)?)?)?"
_ORD = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"

# Name, pattern. Names are those of the functions in `readers`.
RULES: tuple[tuple[str, str], ...] = (
    ("iso", r"(?<![\w-])(?P<iso>\d{4}-[01]\d-[0-3]\d)(?:[T ](?P<hm>[0-2]\d:[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?P<z>Z|[+-]\d\d:?\d\d)?)?(?![\w-])"),
    ("numeric", r"(?<![\w/.-])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?![\w/-])"),
    (
        "range_month",
        rf"\b(?:between\s+)?(?P<month>{MONTH})\s+(?P<d1>{DAY})\s?(?:-|–|—|to|and|through)\s?(?P<d2>{DAY})(?:,?\s+(?P<year>{YEAR}))?(?!\s*{UNIT})",
    ),
    (
        "range_days",
        rf"\b(?P<d1>{DAY})\s?(?:-|–|—|to|and|through)\s?(?P<d2>{DAY})\s+(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?",
    ),
    (
        "month_day",
        rf"\b(?P<phase>{_PHASE})?{_HEAD_DAY}(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY})(?!\s?-?(?:year|percent|people|\d))"
        rf"(?:(?:,\s?|\s+)(?P<year>{YEAR}|this year|last year|next year))?{_TAIL_TIME}",
    ),
    (
        "day_month",
        rf"\b{_HEAD_DAY}(?:the\s+)?(?P<day>{DAY})(?:\s+of)?\s+(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}|this year|last year|next year))?{_TAIL_TIME}",
    ),
    (
        "month_year",
        rf"\b(?P<phase>{_PHASE})?(?P<month>{MONTH})(?:,?\s+|\s+of\s+)(?P<year>(?:the year )?{YEAR}|this year|last year|next year|"
        rf"nineteen[- ][a-z]+(?:[- ][a-z]+)?)\b",
    ),
    ("week_of", rf"\b(?:the\s+)?week\s+(?:of|beginning|ending|ended)\s+(?P<month>{MONTH})\s+(?P<day>{DAY})(?:,?\s+(?P<year>{YEAR}))?"),
    (
        "clock",
        rf"(?<![\d$€£.,:])(?:(?:shortly|just|soon)\s(?:before|after)\s)?\b(?P<clock>{_CLOCK})(?:\s+\(?(?P<zone>{ZONE})\)?)?"
        rf"(?:,?\s+(?:on\s+|in the\s+)?(?P<when>(?:{WEEKDAY})(?:\s+{DAYPART})?|yesterday|today|tomorrow|{DAYPART}))?(?![\d%])",
    ),
    ("part_clock", rf"\b(?P<hour>\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+in the\s+(?P<part>morning|afternoon|evening)"),
    (
        "weekday",
        rf"\b(?:(?P<early>early|late|earlier|later)\s+)?(?:(?P<step>last|this|next|this past|this coming|the following|"
        rf"the previous|following|every|each|the first|the last)\s+)?(?P<weekday>{WEEKDAY})(?P<plural>s)?(?:\s+(?P<part>{DAYPART}s?)\b)?{_TAIL_TIME}",
    ),
    ("part_of_day_of", rf"\bthe\s+(?P<part>{DAYPART})\s+of\s+(?P<weekday>{WEEKDAY})"),
    (
        "relative_day",
        rf"\b(?:(?:the\s+)?(?P<skip>day\s+(?:before|after))\s+)?(?:(?:early|late|later|earlier)\s+)?(?P<day>yesterday|today|tomorrow|tonight)\b"
        rf"(?!['’]s\s+(?:world|society|youth))(?:\s+(?P<part>{DAYPART}))?{_TAIL_TIME}",
    ),
    (
        "near_day",
        rf"\b(?:(?:early|late|later|earlier)\s+)?(?P<step>this|last|that|the next|the following|the previous|the same|that same|next|the other)\s+(?P<part>{DAYPART}|day)\b(?!s|-)",
    ),
    ("early_later_day", r"\b(?:earlier|later)\s+(?:in\s+)?(?:the|that|this)\s+(?:same\s+)?day\b"),
    (
        "ago",
        rf"\b(?P<about>{_ABOUT})?(?:as recently as\s+)?(?P<count>{NUMBER})\s+(?P<unit>{UNIT})(?:\s+(?:and\s+(?:a\s+half|one|two|three|four)\s*(?:{UNIT})?))?\s+"
        r"(?P<side>ago|earlier|previously|later|afterwards?|thereafter|from now|from today|hence|before that|after that|on)\b(?!\s+the\s+\w+\s+of)",
    ),
    ("ago_from", rf"\b(?P<count>{NUMBER})\s+(?P<unit>{UNIT})\s+(?P<side>before|after|from|prior to|following)\s+(?P<from>yesterday|today|tomorrow|{WEEKDAY}|last\s+{WEEKDAY}|{MONTH}\s+{DAY})"),
    ("before_event", rf"\b(?:the|(?P<count>{NUMBER}))\s+(?P<unit>{UNIT})\s+(?P<side>before|after|prior to|following)(?=\s+{_EVENT}\b)"),
    (
        "step_span",
        rf"\b(?:(?:within|during|in|over|for|throughout)\s+)??(?P<all>(?:the\s+)?(?P<step>last|past|next|coming|previous|following|first|final|preceding|this past)\s+"
        rf"(?P<count>{PLAIN_NUMBER}|{VAGUE_NUMBER})[- ](?:(?:full|business|working|trading|straight|consecutive|fiscal|calendar|more)\s+)?(?P<unit>{UNIT}))\b",
    ),
    (
        "step_unit",
        rf"\b(?:(?P<lead>earlier|later|early|late|sometime|at the end of|by the end of)\s+)?(?P<phase>{_PHASE})?(?P<step>last|this|next|the last|the next|the past|past|the previous|the following|the coming|the current|"
        r"that|the same|the preceding|the prior|coming|that same|previous|prior|the first|the opening|current)[- ](?:(?:full|fiscal|calendar|business|financial|entire)\s+)?(?P<unit>week|weekend|month|quarter|year|decade|century|millennium)\b(?!s\b|-old|-long)",
    ),
    ("step_month", rf"\b(?P<phase>{_PHASE})?(?P<step>last|this|next|this past|this coming|the following|the previous)\s+(?P<month>{MONTH})(?!\s*\d)"),
    ("step_season", rf"\b(?P<phase>{_PHASE})?(?P<step>last|this|next|this past|this coming|the following|the previous|the)\s+(?P<season>{SEASON})\b(?:\s+of\s+(?P<year>{YEAR}|nineteen[- ][a-z]+(?:[- ][a-z]+)?))?(?!\s+(?:of|to|from|in))"),
    ("season_year", rf"\b(?P<phase>{_PHASE})?(?P<season>{SEASON})(?:\s+of)?\s+(?P<year>{YEAR})\b"),
    (
        "quarter",
        rf"\b(?P<year1>this year['’]s\s+|last year['’]s\s+|next year['’]s\s+|{YEAR}['’]?s?\s+)?(?:(?P<phase>{_PHASE}))?(?P<det>the\s+)?(?:fiscal(?:\s+\d{{4}}['’]s)?\s+|latest\s+|recent\s+)?(?P<n>{_ORD})(?:\s+fiscal|\s+calendar)?[- ]quarter\b"
        rf"(?!\s?-century|\s+of\s+(?:the|a)\s+century)(?:(?:\s+of|\s+in|,)?\s+(?P<year>(?:fiscal\s+)?{YEAR}|this year|last year|next year))?",
    ),
    ("quarter_short", rf"(?-i:\bQ(?P<n>[1-4]))(?:[ /-](?P<year>{YEAR}))?"),
    ("the_quarter", r"\b(?P<det>the|its|their)\s+(?:latest|most recent|current|just-ended|latest fiscal)\s+(?:quarter|period)\b"),
    ("bare_quarter", r"\bthe\s+quarter\b(?!\s+of\b|-)"),
    ("year_ago", r"\b(?:the\s+|its\s+|a\s+)?(?P<all>year[- ](?:ago|earlier|before))(?:\s+(?P<unit>quarter|period|month|level|result|figure))?\b"),
    ("halves", rf"\b(?:the\s+)?(?P<n>first|second)[- ]half(?:\s+of\s+(?P<year>(?:fiscal\s+)?{YEAR}|this year|last year|next year|the year))?\b(?!\s+(?:an?|of)\b)"),
    ("first_months", rf"\b(?:the\s+)?(?:first\s+|latest\s+|last\s+)?(?P<count>{PLAIN_NUMBER})[- ](?P<unit>month|week|year)s?[- ]period\b"),
    ("phase_year", rf"\b(?P<phase>{_PHASE})(?P<year>{YEAR}|(?:the\s+|this\s+|next\s+|last\s+)?(?:fiscal\s+)?(?:year|month|week|decade|century|quarter|day))\b"),
    ("year_words", r"\b(?:the\s+year\s+)?(?P<all>(?:nineteen|eighteen)[- ](?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|oh[- ]\w+)|two thousand(?: (?:and )?(?:one|two|three|four|five|six|seven|eight|nine))?)\b(?!\s+\w+s\b)"),
    ("fiscal", rf"\b(?:the\s+)?fiscal(?:\s+year)?\s+(?P<year>{YEAR})|\bthe\s+year\s+(?P<year2>{YEAR})\b|\bthe\s+fiscal\s+year\b"),
    ("years_range", rf"(?<![\d$€£#])(?P<y1>{YEAR})\s?[-–/]\s?(?P<y2>\d{{4}}|\d\d)(?!\d|[-/]\d)"),
    ("decade", rf"\b(?P<the>the\s+)?(?P<phase>early[- ]|late[- ]|mid[- ]?|early to mid[- ]|mid[- ]to[- ]late\s)?(?:(?P<year>(?:1[5-9]|20)\d0)['’]?s|['’](?P<short>[2-9]0)s|(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b"),
    ("century", rf"\b(?P<the>the\s+)?(?P<phase>early[- ]|late[- ]|mid[- ]?|turn of the\s+)?(?P<n>\d{{1,2}}(?:st|nd|rd|th)|first|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)[- ]century\b"),
    ("month_alone", rf"\b(?P<phase>{_PHASE})?(?P<month>{MONTH})(?!\s*\d|['’]s\b(?=\s+[A-Z])|-)"),
    ("year", rf"(?<![\w$€£#/.,:+-])(?P<about>mid-|post-|pre-|early |late |mid )?(?P<year>{YEAR})(?![\w%/+-]|['’]s? (?!\w))"),
    ("feast", rf"\b(?:(?P<step>last|this|next|on)\s+)?(?P<feast>{FEAST})\b(?:\s+(?P<week>week|weekend))?(?:,?\s+(?P<year>{YEAR}))?(?!\s+[A-Z])"),
    ("every", rf"\b(?:every|each)\s+(?:(?P<other>other|second|third|few|{PLAIN_NUMBER})\s+)?(?P<unit>{UNIT}|{DAYPART}|{MONTH}|{SEASON})\b"),
    ("adverb_set", r"\b(?P<word>daily|weekly|monthly|annually|annual|yearly|hourly|quarterly|nightly|biweekly|fortnightly|semiannual(?:ly)?)\b(?!\s+[A-Z])"),
    ("times_per", rf"\b(?:once|twice|three times|four times|several times)\s+(?:a|per|every|each)\s+(?P<unit>{UNIT})\b"),
    ("per_unit", r"(?<=\s)(?:a|per)\s+(?P<unit>second|minute|hour|day|week|month|year|night)\b(?!\s+(?:ago|earlier|later|before|after|of|on|when|in which|that)\b|-|['’])"),
    (
        "duration_compound",
        rf"\b(?P<count>{PLAIN_NUMBER}|several|multi)-(?P<unit>second|minute|hour|day|week|month|year|decade|century)(?:-(?:long|old)|s?-olds?)?\b(?!-)",
    ),
    (
        "duration",
        rf"\b(?P<about>{_ABOUT}|(?:a\s+)?(?:total|period) of\s+)?(?P<det>the\s+(?:full\s+|first\s+)?|another\s+|every\s+)?(?P<count>{NUMBER})\s+(?P<more>more\s+|full\s+|whole\s+|business\s+|working\s+|straight\s+|consecutive\s+|long\s+|additional\s+|solid\s+)?(?P<unit>{UNIT})"
        rf"(?:\s+(?:and|or)\s+(?:(?P<count2>{PLAIN_NUMBER}|a half|a)\s*)?(?P<unit2>{UNIT})?)?(?!['’]s\s+(?:old)|\s+(?:old|of age)\b)\b",
    ),
    ("unit_half", r"\b(?:a|an)\s+(?P<unit>minute|hour|day|week|month|year)\s+and\s+a\s+half\b"),
    ("bare_units", r"\b(?<=for )(?P<unit>seconds|minutes|hours|days|weeks|months|years|decades|centuries)\b|\b(?P<unit2>(?:weeks|days|months|hours|years|decades|minutes|centuries))(?P<ago>\s+ago|\s+earlier|\s+later)?\b"),
    ("unit_long", r"\b(?P<unit>day|week|month|year|decade|hour|night|century|decades|years|months|weeks|days|hours)-long\b|\b(?:all\s+(?P<unit2>day|week|night|year|month)(?:\s+long)?)\b"),
    ("the_day", r"\b(?P<all>the\s+(?P<unit>weekend))\b(?!\s+of)"),
    ("present", r"\b(?:right\s+now|now|currently|at\s+present|at\s+the\s+moment|at\s+this\s+time|nowadays|these\s+days|at\s+this\s+point)\b|\bcurrent(?=\s+[a-z])"),
    ("past_ref", r"\b(?:recently|lately|formerly|previously|in\s+the\s+(?P<past>past)|once\s+upon\s+a\s+time|long\s+ago|not\s+long\s+ago|(?:some|a\s+short|a\s+long|a)\s+(?:time|while)\s+ago|a\s+while\s+back|years\s+gone\s+by|the\s+recent\s+past|the\s+past(?=[.,;]|\s+and))\b|\brecent(?=\s+[a-z])"),
    ("future_ref", r"\b(?:soon|(?:in\s+)?(?P<future>(?:the\s+)?(?:near\s+|foreseeable\s+|immediate\s+|not-too-distant\s+|distant\s+)?future)(?=[\s.,;])|(?:in\s+)?the\s+(?P<days>coming\s+(?:days|weeks|months|years)))\b(?!\s+(?:as|after)\b)"),
)  # fmt: skip


@cache
def compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """All rules, compiled on first use."""
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in RULES)
