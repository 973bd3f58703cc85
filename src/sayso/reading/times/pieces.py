"""Pieces that several rules of the grammar share."""

from __future__ import annotations

from sayso.reading.times.happenings import EVENT_NOUNS
from sayso.reading.times.lexicon import WEEKDAY, ZONE

__all__ = ["ABOUT", "CLOCK", "EVENT", "HEAD_DAY", "ORD", "PHASE", "TAIL_TIME"]

# "about", "over", "only" stay outside the expression, as annotators of TimeML mostly leave them.
ABOUT = (
    "(?:(?:almost|nearly|more than|less than|fewer than|at least|at most|up to|no more than|not more than|"
    r"roughly|approximately|just over|just under|barely)\s)"
)
PHASE = (
    "(?:(?:(?:very )?(?:early|late|mid)(?: in| on)?[- ]|(?:the )?(?:beginning|start|end|middle|rest|remainder|"
    "first half|second half|latter half|early part|last part|latter part|height|close|eve) of (?:the )?|"
    "(?:earlier|later|early|late) in (?=the )|earlier |"
    "later |(?:first |second )half of ))"
)
CLOCK = (
    r"(?:(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?:\s?(?:[ap]\.?m\b\.?|hours|hrs))?|(?:1[0-2]|0?[1-9])\s?"
    r"(?:[ap]\.m\.?|[ap]m\b)|(?:[01]\d|2[0-3])[0-5]\d(?:\s?(?:hours|hrs)\b|"
    r"(?=\s?(?:h\b|GMT|UTC|Z\b|local time)))|(?:noon|midnight|midday)\b|"
    "(?:1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|"
    "nine|ten|eleven|twelve) o['’]clock)"
)
EVENT = r"(?:the|his|her|their|its|an?|this|that)\s+(?:[\w’'-]+\s+){0,3}?(?P<event>" + EVENT_NOUNS + r")"
HEAD_DAY = rf"(?:(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?)?"
TAIL_TIME = rf"(?:,?\s+(?:at\s+)?(?P<clock>{CLOCK})(?:\s+(?P<par>\()?(?P<zone>{ZONE})(?(par)\)))?)?"
ORD = "(?:first|second|third|fourth|1st|2nd|3rd|4th)"
