"""The ordered grammar: named patterns, compiled once. Earlier rules win where two matches are equally long."""

from __future__ import annotations

import re
from functools import cache

from sayso.reading.times.rules_dated import DATED
from sayso.reading.times.rules_hijri import HIJRI
from sayso.reading.times.rules_relative import RELATIVE
from sayso.reading.times.rules_spans import SPANS

__all__ = ["REACH", "RULES", "compiled", "needs", "triggers"]

RULES = (*DATED, *HIJRI, *RELATIVE, *SPANS)

# A rule runs only near words that it cannot do without: one quick scan finds them all.
_TRIGGERS: dict[str, str] = {
    "unit": r"second|minute|mins?\b|hour|hrs?\b|fortnight|day|night|week|month|quarter|year|decade|centur|"
    r"millenni|period|q[1-4]\b|fy\s?\d",
    "month": "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
    "weekday": r"(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day|\.)",
    "relative": "yesterday|today|tomorrow|tonight",
    "part": "overnight|morning|afternoon|evening|dawn|dusk|lunchtime|midday|noon|midnight|o['’]clock",
    "season": "spring|summer|autumn|fall|winter",
    "feast": (
        "christmas|boxing|new year|valentine|halloween|independence|veterans|victory|armistice|bastille|st\\. pat|"
        "saint pat|earth day|april fools|all saints|thanksgiving|black fri|cyber|labor|memorial|martin luther|mlk|"
        "president|columbus|mother['’]s|"
        "father['’]s|easter|good fri|palm sun|ash wed|maundy|whit mon|ascension|clean mon|"
        "ramadan"
    ),
    "hijri": (
        "mu[hḥ]arram|[sṣ]afar|rab[iī]|[jg]um[aā]d|rajab|sha[’'ʿ]?a?b[aā]n|rama[dḍz]|shaww?[aā]l|[dz]h?u|eid|ashura|arba|"
        "mawlid"
    ),
    "words": "nineteen|eighteen|two thousand|(?:twen|thir|for|fif|six|seven|eigh|nine)ties",
    "adverb": "daily|weekly|monthly|annual|yearly|hourly|quarterly|nightly|biweekly|fortnightly|semiannual",
    "set": "every|each",
    "half": "half",
    "vague": (
        "now|currently|current|present|moment|nowadays|these|this|recently|recent|lately|formerly|previously|"
        "past|ago|while|soon|future|coming|once|long"
    ),
    "digit": r"['’]?\d[\d,.:/]*",
}
_KINDS_OF_RULES = """
digit        iso numeric numeric_month halves clock clock_range quarter_short years_range decade year
digit        phase_year fiscal
month        word_day log_date nth_weekday week_in quarter_ended range_month range_days month_day day_month
month        month_year part_of_date week_of step_month month_alone
weekday      weekday part_of_day_of nth_weekday weekday_of_week day_alone
part         clock clock_range part_clock near_day overnight
relative     relative_day
season       step_season season_year
words        year_words decade
month        feast
feast        feast hijri_day hijri_month
hijri        hijri_day hijri_month hijri_feast
digit        hijri_month day_alone
set          every
adverb       adverb_set
half         halves
vague        present past_ref future_ref
unit         near_day quarter_short phase_year fiscal adverb_set week_in
"""
REACH = 70
"""How far, in characters, a match may stretch to either side of a word that it needs."""


def needs(rule: str) -> tuple[str, ...]:
    """The kinds of words of which a rule needs one; most rules need a unit."""
    return _needs().get(rule, ("unit",))


@cache
def _needs() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _KINDS_OF_RULES.strip().splitlines():
        kind, *rules = line.split()
        for rule in rules:
            found[rule] = (*found.get(rule, ()), kind)
    return found


@cache
def triggers() -> re.Pattern[str]:
    """Finds the words that rules need; the group's name is the kind."""
    return re.compile(
        r"\b(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _TRIGGERS.items()) + ")", re.IGNORECASE
    )


@cache
def compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """All rules, compiled on first use."""
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in RULES)
