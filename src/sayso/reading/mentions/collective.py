"""Bodies named by whose they are: the US military, Syrian state media, Iranian-backed militias."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.knowledge.tables import actor
from sayso.reading.mentions.drafts import Draft
from sayso.reading.mentions.lexicon import DEMONYMS
from sayso.records import MentionType

__all__ = ["collectives"]

_OTHERS = (
    "US U.S. UK NATO Assad Asad Assad’s Assad's US-led U.S.-led Saudi-led Russian-backed Iranian-backed Turkish-backed "
    "Iran-backed Kremlin-backed Rwandan-backed"
)
_OWNER = r"[A-Z][a-z]+(?:\s[A-Z][a-z]+)?"
_OF_WHAT = (
    r"(?:(?:special|ground|security|armed|government|defen[cs]e|regime|coalition|air|naval|military|border|rebel|allied|"
    r"opposition|state)\s+)?"
)
_ARMED = (
    r"army|military|forces|troops|navy|air\s+force|militias?|rebels|fighters|guards?|coalition(?!\s+(?:warplanes|jets))"
)
_BODY = (
    r"government|regime|authorities|police|parliament|opposition|embassy|intelligence|officials|state\s+media|"
    r"state\s+television|state\s+TV|health\s+ministry|defen[cs]e\s+ministry|foreign\s+ministry|interior\s+ministry"
)


@cache
def _pattern() -> re.Pattern[str]:
    people = sorted({*DEMONYMS, *_OTHERS.split()}, key=lambda w: (-len(w), w))
    whose = "|".join(map(re.escape, people))
    whose = rf"(?:{whose})|{_OWNER}['’]s"
    return re.compile(rf"(?<![\w-])(?:{whose})\s+{_OF_WHAT}(?:(?P<armed>{_ARMED})|(?P<body>{_BODY}))\b")


def collectives(text: str) -> Iterator[Draft]:
    """All of them, in text order; a known actor's name where the table has one."""
    for match in _pattern().finditer(text):
        known = actor(match[0])
        kind: MentionType = "armed_group" if match["armed"] else "organization"
        yield Draft(match.start(), match.end(), known.kind if known else kind, known.name if known else None, 3)
