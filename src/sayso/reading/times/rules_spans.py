"""Rules for years, decades, feasts, sets, durations and the vague ones. Name, pattern."""

from __future__ import annotations

from sayso.reading.times.feast_readers import FEAST
from sayso.reading.times.lexicon import DAYPART, MONTH, NUMBER, PLAIN_NUMBER, SEASON, UNIT, YEAR
from sayso.reading.times.pieces import ABOUT, PHASE

__all__ = ["SPANS"]

SPANS: tuple[tuple[str, str], ...] = (
    (
        "year_words",
        (
            r"\b(?:the\s+year\s+)?(?P<all>(?>(?:nineteen|eighteen)[- ](?:(?:twenty|thirty|forty|fifty|sixty|"
            "seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|"
            r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|oh[- ]\w+)|two thousand(?: (?:and )?"
            r"(?:one|two|three|four|five|six|seven|eight|nine))?))\b(?!\s+(?:people|men|women|\w+ers)\b)"
        ),
    ),
    (
        "fiscal",
        (
            rf"\b(?:the\s+)?(?:fiscal(?:\s+year)?|financial\s+year)\s+(?P<year>{YEAR})|(?-i:\bFY\s?(?P<year3>20\d\d|\d\d)\b)|"
            rf"\bthe\s+year\s+(?P<year2>{YEAR})\b|"
            r"\bthe\s+fiscal\s+year\b"
        ),
    ),
    ("years_range", rf"(?<![\d$€£#])(?P<y1>{YEAR})\s?[-–/]\s?(?P<y2>\d{{4}}|\d\d)(?!\d|[-/]\d)"),
    (
        "decade",
        (
            r"\b(?P<the>the\s+)?(?P<phase>early[- ]|late[- ]|mid[- ]?|early to mid[- ]|mid[- ]to[- ]late\s)?(?:"
            r"(?P<year>(?:1[5-9]|20)\d0)['’]?s|['’](?P<short>[2-9]0)s|"
            r"(?<=the )(?:(?:early|late|mid)[- ])?(?P<short2>[2-9]0)s|(?P<word>twenties|thirties|forties|"
            r"fifties|sixties|seventies|eighties|nineties))\b"
        ),
    ),
    (
        "century",
        (
            r"\b(?P<the>the\s+)?(?P<phase>early[- ]|late[- ]|mid[- ]?|turn of the\s+)?(?P<n>\d{1,2}(?:st|nd|rd|"
            "th)|first|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)"
            r"[- ]century\b"
        ),
    ),
    ("month_alone", rf"\b(?P<phase>{PHASE})?(?P<month>{MONTH})(?!\s*\d|['’]s\b(?=\s+(?-i:[A-Z]))|-)"),
    (
        "year",
        (
            rf"(?<![\w$€£#/.,:+-])(?P<about>mid-|post-|pre-|early |late |mid )?(?P<year>{YEAR})(?![\w%/+-]|"
            r"['’]s? (?!\w))"
        ),
    ),
    (
        "feast",
        (
            rf"\b(?:(?P<step>last|this|next)\s+)?(?P<feast>{FEAST})\b(?:\s+(?P<week>week|weekend))?(?:,?\s+(?:of\s+)?"
            rf"(?P<year>{YEAR}))?(?!\s+(?-i:[A-Z]))"
        ),
    ),
    (
        "every",
        (
            rf"\b(?:every|each)\s+(?:(?P<other>other|second|third|few|{PLAIN_NUMBER})\s+)?(?P<unit>{UNIT}|"
            rf"{DAYPART}|{MONTH}|{SEASON})\b"
        ),
    ),
    (
        "adverb_set",
        (
            r"\b(?P<word>daily|weekly|monthly|annually|annual|yearly|hourly|quarterly(?!\s[a-z])|nightly|biweekly|"
            r"fortnightly|semiannual(?:ly)?)\b(?!\s+(?-i:[A-Z]))"
        ),
    ),
    (
        "times_per",
        rf"\b(?:once|twice|three times|four times|several times)\s+(?:a|per|every|each)\s+(?P<unit>{UNIT})\b",
    ),
    (
        "per_unit",
        (
            r"(?<=\s)(?:a|per)\s+(?P<unit>second|minute|hour|day|week|month|year|night)\b(?!\s+(?:ago|earlier|"
            r"later|before|after|of|on|when|in which|that)\b|-|['’])"
        ),
    ),
    (
        "duration_compound",
        (
            rf"\b(?P<count>{PLAIN_NUMBER}|several|multi|single)-(?P<unit>second|minute|hour|day|week|month|year|decade|"
            r"century)(?:-(?:long|old)|s?-olds?)?\b(?!-)"
        ),
    ),
    (
        "duration",
        (
            rf"\b(?P<about>{ABOUT}|(?:a\s+)?(?:total|period) of\s+)?(?P<det>the\s+(?:full\s+|first\s+)?|"
            rf"another\s+|every\s+)?(?P<count>{NUMBER})\s+(?P<more>more\s+|full\s+|whole\s+|business\s+|"
            rf"working\s+|straight\s+|consecutive\s+|long\s+|additional\s+|solid\s+)?(?P<unit>{UNIT})(?:\s+"
            rf"(?:and|or)\s+(?:(?P<count2>{PLAIN_NUMBER}|a half|a)\s*)?(?P<unit2>{UNIT})?)?(?!['’]s\s+(?:old)|\s+"
            r"(?:old|of age)\b)\b"
        ),
    ),
    (
        "compound",
        (
            rf"\b(?P<parts>{PLAIN_NUMBER}\s(?:{UNIT})(?:(?:,|,?\sand)?\s{PLAIN_NUMBER}\s(?:{UNIT})){{1,5}})\b"
            r"(?:\s(?P<side>ago|earlier|later|before|after|from now)\b)?"
        ),
    ),
    (
        "duration_range",
        (
            rf"\b(?P<low>{PLAIN_NUMBER})\s?(?:-|–|to|or|and)\s?(?P<high>{PLAIN_NUMBER})[\s-]"
            rf"(?P<unit>{UNIT})\b(?!\s+(?:old|of age|ago|later|earlier|before|after)\b|-old)"
        ),
    ),
    ("unit_half", r"\b(?:a|an)\s+(?P<unit>minute|hour|day|week|month|year)\s+and\s+a\s+half\b"),
    (
        "bare_units",
        (
            r"\b(?<=for )(?P<unit>seconds|minutes|hours|days|weeks|months|years|decades|centuries)\b|\b"
            r"(?P<unit2>(?:weeks|days|months|hours|years|decades|minutes|centuries))(?P<ago>\s+ago|\s+earlier|"
            r"\s+later)?\b"
        ),
    ),
    (
        "unit_long",
        (
            r"\b(?P<unit>day|week|month|year|decade|hour|night|century|decades|years|months|weeks|days|hours)"
            r"-long\b|\b(?:all\s+(?P<unit2>day|week|night|year|month)(?:\s+long)?)\b"
        ),
    ),
    (
        "full_year",
        (
            r"\b(?:for|during|in|throughout)\s+(?P<all>the\s+(?:full\s+|whole\s+|entire\s+)?year)\b(?!\s+(?:of|"
            r"to|that|when|after|before|in|\d|ended|ending|earlier|ago)|-)"
        ),
    ),
    ("year_ended", r"\bthe\s+(?:fiscal\s+)?year(?=\s+(?:that\s+)?end(?:ed|ing)\b)"),
    ("the_day", r"\b(?P<all>the\s+(?P<unit>weekend))\b(?!\s+of)"),
    (
        "present",
        (
            r"\b(?:right\s+now|now|currently|at\s+present|at\s+the\s+moment|at\s+this\s+time|nowadays|"
            r"these\s+days|at\s+this\s+point)\b|\bcurrent(?=\s+[a-z])"
        ),
    ),
    (
        "past_ref",
        (
            r"\b(?:recently|lately|formerly|in\s+the\s+(?P<past>past)(?!\s+\w+\s+(?:"
            + UNIT
            + r")|\s+"
            + UNIT
            + r")|once\s+upon\s+a\s+time|long\s+ago|"
            r"not\s+long\s+ago|(?:some|a\s+short|a\s+long|a)\s+(?:time|while)\s+ago|a\s+while\s+back|"
            r"years\s+gone\s+by|the\s+recent\s+past|the\s+past(?=[.,;]|\s+and))\b|\brecent(?=\s+[a-z])"
        ),
    ),
    (
        "future_ref",
        (
            r"\b(?:soon|(?:in\s+)?(?P<future>the\s+(?:near\s+|foreseeable\s+|immediate\s+|not-too-distant\s+|"
            r"distant\s+)?future)(?=[\s.,;])|(?:in\s+)?the\s+(?P<days>coming\s+(?:days|weeks|months|years)))\b"
            r"(?!\s+(?:as|after)\b)"
        ),
    ),
)
