"""Rules that count from somewhere, and for months, quarters, seasons and years. Name, pattern."""

from __future__ import annotations

from sayso.reading.times.lexicon import DAY, MONTH, NUMBER, PLAIN_NUMBER, SEASON, UNIT, VAGUE_NUMBER, WEEKDAY, YEAR
from sayso.reading.times.pieces import ABOUT, EVENT, ORD, PHASE

__all__ = ["RELATIVE"]

RELATIVE: tuple[tuple[str, str], ...] = (
    (
        "ago",
        (
            rf"\b(?P<about>{ABOUT})?(?:as recently as\s+)?(?P<count>{NUMBER})\s+(?P<unit>{UNIT})(?:\s+(?:and\s+"
            rf"(?:a\s+half|one|two|three|four)\s*(?:{UNIT})?|or\s+(?:so|two|more)))?\s+(?P<side>ago|earlier|previously|later|"
            r"afterwards?|thereafter|from now|from today|hence|before that|after that|on)\b(?!\s+the\s+\w+\s+of)"
        ),
    ),
    (
        "ago_from",
        (
            rf"\b(?P<count>{NUMBER})\s+(?P<unit>{UNIT})\s+(?P<side>before|after|from|prior to|following)\s+"
            rf"(?P<from>yesterday|today|tomorrow|{WEEKDAY}|last\s+{WEEKDAY}|{MONTH}\s+{DAY})"
        ),
    ),
    (
        "before_event",
        (
            rf"\b(?:the|(?P<count>{NUMBER}))\s+(?P<unit>{UNIT})\s+(?P<side>before|after|prior to|following)"
            rf"(?=\s+{EVENT}\b)"
        ),
    ),
    (
        "step_span",
        (
            r"\b(?:(?:within|during|in|over|for|throughout)\s+)??(?P<all>(?:the\s+)?(?P<step>last|past|next|"
            rf"coming|previous|following|first|final|preceding|this past)\s+(?P<count>{PLAIN_NUMBER}|"
            rf"{VAGUE_NUMBER})[- ](?:(?:full|business|working|trading|straight|consecutive|fiscal|calendar|more)"
            rf"\s+)?(?P<unit>{UNIT}))\b"
        ),
    ),
    (
        "step_unit",
        (
            r"\b(?:(?P<lead>earlier|later|early|late|sometime|the end of|the beginning of|the start of)\s+)?"
            rf"(?P<phase>{PHASE})?(?P<step>last|this|next|the last|the next|the past|past|the previous|"
            "the following|the coming|the current|that|the same|the preceding|the prior|coming|that same|"
            "previous|prior|the first|the opening|current)[- ](?:(?:full|fiscal|calendar|business|financial|"
            r"entire)\s+)?(?P<unit>week|weekend|month|quarter|year|decade|century|millennium)\b(?!s\b|-old|"
            "-long)"
        ),
    ),
    ("over_next", r"\bthe\s+(?P<unit>week|weekend|month|year)\s+(?P<side>after\s+next|before\s+last)\b"),
    (
        "step_month",
        (
            rf"\b(?P<phase>{PHASE})?(?P<step>last|this|next|this past|this coming|the following|the previous)\s+"
            rf"(?P<month>{MONTH})(?!\s*\d)"
        ),
    ),
    (
        "step_season",
        (
            rf"\b(?P<phase>{PHASE})?(?P<step>last|this|next|this past|this coming|the following|the previous|"
            rf"the)\s+(?P<season>{SEASON})\b(?:\s+of\s+(?P<year>{YEAR}|nineteen[- ][a-z]+(?:[- ][a-z]+)?))?"
            r"(?!(?<=the fall)\s+(?:from|in)|\s+(?:of|to)\b)"
        ),
    ),
    ("season_year", rf"\b(?P<phase>{PHASE})?(?P<season>{SEASON})(?:\s+of)?\s+(?P<year>{YEAR})\b"),
    (
        "quarter",
        (
            rf"\b(?:the\s+)?(?P<year1>this year['’]s\s+|last year['’]s\s+|next year['’]s\s+|{YEAR}['’]?s?\s+)?(?:"
            rf"(?P<phase>{PHASE}))?(?P<det>the\s+)?(?:fiscal(?:\s+\d{{4}}['’]s)?\s+|latest\s+|recent\s+)?"
            rf"(?P<n>{ORD})(?:\s+fiscal|\s+calendar)?[- ]quarter\b(?!\s?-century|\s+of\s+(?:the|a)\s+century)(?:"
            rf"(?:\s+of|\s+in|,)?\s+(?P<year>(?:fiscal\s+)?{YEAR}|this year|last year|next year))?"
        ),
    ),
    (
        "year_period",
        rf"\b(?:the\s+)?(?P<year>{YEAR})\s+(?:(?:first|latest)[- ])?(?P<unit>quarter|period)\b",
    ),
    (
        "quarter_ended",
        (
            rf"\b(?:the|its|their)\s+(?:(?:fiscal|latest)\s+)?quarter(?=\s+(?:that\s+)?end(?:ed|ing)\s+"
            rf"(?P<month>{MONTH})(?:\s+{DAY})?(?:,?\s+(?P<year>{YEAR}))?)"
        ),
    ),
    ("quarter_short", rf"(?-i:\bQ(?P<n>[1-4]))(?:[ /-](?:of\s)?(?:FY\s?)?(?P<year>{YEAR}))?"),
    (
        "the_quarter",
        (
            r"\b(?P<det>the|its|their)\s+(?:latest|most recent|current|just-ended|latest fiscal)\s+(?:quarter|"
            r"period)\b"
        ),
    ),
    ("overnight", rf"\bovernight\b(?!-)(?:\s+(?:on\s+|from\s+)?(?P<weekday>{WEEKDAY}))?"),
    ("bare_quarter", r"\bthe\s+quarter\b(?!\s+of\b|-)"),
    (
        "year_ago",
        (
            rf"\b(?:the\s+|its\s+|a\s+)?(?P<all>year[- ](?:ago|earlier|before))(?:\s+(?:(?P<n>{ORD})\s+)?"
            r"(?P<unit>quarter|period|"
            r"month|level|result|figure))?\b"
        ),
    ),
    (
        "halves",
        (
            rf"(?-i:\bH(?P<digit>[12]))\s(?P<year2>{YEAR})|"
            rf"\b(?:the\s+)?(?P<n>first|second|last|latter)[- ]half(?:\s+of\s+(?P<year>(?:fiscal\s+)?{YEAR}|this year|"
            r"last year|next year|the year))?\b(?!\s+(?:an?|of)\b)"
        ),
    ),
    (
        "first_months",
        (
            rf"\b(?:the\s+)?(?:first\s+|latest\s+|last\s+)?(?P<count>{PLAIN_NUMBER})[- ](?P<unit>month|week|year)"
            r"s?[- ]period\b"
        ),
    ),
    (
        "phase_year",
        (
            rf"\b(?P<phase>{PHASE})(?P<year>{YEAR}|(?:the\s+|this\s+|next\s+|last\s+)?(?:fiscal\s+)?(?:year|"
            r"month|week|decade|century|quarter|day))\b"
        ),
    ),
)
