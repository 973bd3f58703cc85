"""Rules for days, months and feasts of the Hijri calendar. Name, pattern."""

from __future__ import annotations

from sayso.reading.times.hijri_readers import FEAST, MONTH
from sayso.reading.times.lexicon import DAY, WORD_DAY, YEAR

__all__ = ["HIJRI"]

_ERA = r"(?:\s?(?-i:A\.H\.|AH\b|Hijri\b|H\b))"

HIJRI: tuple[tuple[str, str], ...] = (
    (
        "hijri_day",
        (
            rf"\b(?:(?:the\s+)?(?P<d1>{DAY})(?:\s+of)?\s+(?P<m1>{MONTH})(?:,?\s+(?P<y1>1[34]\d\d){_ERA}?(?!\d))?|"
            rf"(?P<m2>{MONTH})\s+(?P<d2>{DAY}),?\s+(?P<y2>1[34]\d\d){_ERA}?(?!\d)|"
            rf"(?:the\s+)?(?P<d3>{WORD_DAY})\s+day\s+of\s+(?P<m3>{MONTH})(?:,?\s+(?P<y3>1[34]\d\d){_ERA}?(?!\d))?)"
        ),
    ),
    (
        "hijri_month",
        rf"\b(?P<month>{MONTH}),?\s+(?P<year>1[34]\d\d){_ERA}?(?!\d)|\b(?P<year2>1[34]\d\d){_ERA}(?!\w)",
    ),
    ("hijri_feast", rf"\b(?:the\s+first\s+day\s+of\s+)?(?P<feast>{FEAST})(?:\s+(?:of\s+)?(?P<year>{YEAR}))?"),
)
