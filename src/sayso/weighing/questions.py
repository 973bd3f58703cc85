"""The questions that any account of a violent happening raises, and how texts answer them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.records import Reading

__all__ = ["agents_at", "targets_in", "unanswered"]

_NAME = r"(?:[A-Z][\w’'‘-]{0,40}|US|of|the|and|for|led|US-led|coalition)"
_AGENT = re.compile(
    r"\b(?:carried out|launched|conducted|committed|ordered|struck|hit|bombed|shelled|attacked|fired) by "
    rf"(?:the |a |an )?({_NAME}(?: {_NAME}){{0,8}})"
)
_PROPER = (
    r"(?<![\w’'‘-])((?:[A-Z][\w’'‘-]{0,40})(?: (?:of the |of |the )?(?:al-|el-|ash-"
    r"|as-)?[A-Z][\w’'‘-]{0,40}){0,4}(?: unit| brigade"
    r"| group| regiment"
    r"| forces)?)"
)
_ASIDE = r"(?:, [^,.]{3,60},)?"
_GROUPS = r"(?:fighters|civilians|soldiers|militiamen|troops|members|farmers|villagers|policemen|insurgents|militants)"
_TARGETS = (
    re.compile(rf"{_PROPER}{_ASIDE} (?:bore|suffered|took|sustained) [^.]{{0,30}}?(?:losses|casualties|damage|brunt)"),
    re.compile(rf"{_PROPER}{_ASIDE} made up (?:most|the bulk|the main part|the majority) of"),
    re.compile(
        r"(?:[Tt]he dead|[Tt]hose killed|people killed|[Cc]asualties|[Vv]ictims)[^.]{0,60}? (?:were"
        r"|was) (?:all |mostly )?"
        rf"((?:[\w-]{{1,40}} ){{0,2}}{_GROUPS}(?: (?:of|from) [^,.;]{{2,40}})?)"
    ),
    re.compile(
        rf"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven"
        rf"|twelve) ({_GROUPS} of the {_PROPER}) (?:were|was) killed"
    ),
)
_HEDGED = re.compile(
    r"\b(?:possibl[ey]|may|might|could|perhaps|unclear|not (?:immediately )?(?:clear|known)|unknown"
    r"|whether)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’']?\s+|\n+")


class _Question(NamedTuple):
    """`raised` by any document, `answered` by a sentence; `together`: only by one that also matches `raised`."""

    says: str
    raised: re.Pattern[str]
    answered: re.Pattern[str]
    together: bool


def _question(says: str, raised: str, answered: str, *, together: bool = False) -> _Question:
    return _Question(says, re.compile(raised, re.IGNORECASE), re.compile(answered, re.IGNORECASE), together)


_DEAD = r"\b(?:killed|dead|deaths?|died|casualties|victims)\b"
_HAPPENED = r"\b(?:killed|struck|strike|hit|bombed|shot|explosion|explode[ds]?|attack(?:ed)?)\b"
_QUESTIONS = (
    _question(
        "Whether any of the dead were civilians.",
        _DEAD,
        r"\b(?:civilians?|non-?combatants?|child(?:ren)?|women|bystanders?|villagers|passengers|combatants?|fighters?"
        r"|soldiers?|militants?|militiamen|boys?|girls?)\b",
        together=True,
    ),
    _question(
        "Who gave the order.",
        r"\b(?:air ?strikes?|strikes?|shelling|bombardment|raid|operation|drone|rockets?)\b",
        r"\b(?:ordered (?:the|a|that|to|it)|gave the order|authori[sz]ed|approved (?:the|a)"
        r"|(?:decision|decided) to (?:strike|bomb|attack|fire))\b",
    ),
    _question(
        "At what time of day it happened.",
        _HAPPENED,
        r"\b\d{1,2}(?::\d{2}|\.\d{2})\b|\b\d{1,2} ?[ap]\.?m\b|\b(?:noon|midnight|dawn|dusk|sunrise|sunset|morning"
        r"|afternoon|evening|overnight|at night|o'clock)\b",
    ),
    _question("Whether anyone was injured.", _DEAD, r"\b(?:injur(?:ed|ies|y)|wounded|wounds?|hurt|hospitali[sz]ed)\b"),
    _question(
        "Exactly where it happened.",
        _HAPPENED,
        r"\b(?:\d+ ?(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?)\b|kilomet(?:er|re)s|coordinates|street|road|highway"
        r"|avenue|crossing|bridge|school|hospital|market|village of|town of|block of)",
    ),
)


def agents_at(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names, behind "by", who carried out an attack."""
    for match in _AGENT.finditer(text):
        start, end = match.span(1)
        end -= len(match[1]) - len(re.sub(r"(?: (?:of|the|and|for))+$", "", match[1]))
        if end - start > 2 and text[start].isupper():
            yield start, end


def targets_in(text: str) -> list[str]:
    """Return whom a text names as hit by it."""
    return [" ".join(m.group(1).split()) for pattern in _TARGETS for m in pattern.finditer(text)]


def unanswered(readings: Sequence[Reading]) -> Iterator[str]:
    """Yield the common questions that these documents raise and that none answers without a hedge."""
    sentences = [s for r in readings for s in _SENTENCE.split(r.document.text) if s.strip()]
    firm = [s for s in sentences if not _HEDGED.search(s)]
    for q in _QUESTIONS:
        raised = any(q.raised.search(s) for s in sentences)
        if raised and not any(q.answered.search(s) and (not q.together or q.raised.search(s)) for s in firm):
            yield q.says
