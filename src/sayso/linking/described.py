"""What documents call an actor: office, allegiance, backing, in the words that stand right beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.records import Actor, Passage, Reading

__all__ = ["described"]

MOST = 4
"""Descriptions kept of one actor; the first of each wording."""
_REACH = 110
"""Code points after a name in which its apposition must end."""
_BEFORE = re.compile(
    r"((?:[\w\u2019'-]+-(?:backed|led|aligned|affiliated|allied|controlled|run|trained|funded|linked|sponsored|supported)"
    r"|(?:pro|anti)-[\w-]+)(?: [\w\u2019'-]+){0,3}?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BACKING = re.compile(
    r",?\s+(?:which (?:is|are|was|were) |who (?:is|are|was|were) |that (?:is|are) |is |are |was |were )?"
    r"((?:backed|led|supported|funded|armed|controlled|run|owned|trained) by|loyal to|allied (?:with|to)"
    r"|affiliated (?:with|to)|close to|a member of|members of|aligned with|linked to|part of)\s+[^,.;:()\n]{2,60}"
)
_APPOSITION = re.compile(
    r",\s+((?:an?|the|its|their|his|her)\s[^,.;:()\n]{3,90}"
    r"|(?:[a-z-]+ )?(?:\w*(?:minister|president|secretary|spokes\w+|ambassador|commander|director|head|chief|leader"
    r"|member|mayor|governor|adviser|official|officer|editor|author|founder))\s(?:of|for|to|at|in)\s[^,.;:()\n]{3,80})[,.;]"
)
_OPENING = re.compile(
    r"\b((?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?)\s(?:[\w\u2019'-]+\s){0,3}(?:minister|president|secretary|spokes\w+|ambassador|commander"
    r"|director|head|chief|leader|mayor|governor|adviser|official|officer|editor|neighbou?r|trader|resident|witness|doctor))"
    r",\s+$"
)
_VERB = re.compile(r"\s(?:were|was|are|is|had|has|have|says?|said|told|tells?|will|would)\b")
_RELATIVE = re.compile(r"\s(?:that|which|who|whose)\b")
_KINDS = frozenset(("person", "organization", "armed_group"))


def described(readings: Iterable[Reading], actors: Sequence[Actor]) -> dict[str, tuple[Passage, ...]]:
    """Passages that say what an actor is, by the actor's id, in the order of the documents; each wording once.

    An office before the name, an apposition behind it, `X-backed` before it or `backed by X` behind it. What is said is
    the document's word, and nothing is made of it.
    """
    of = {spelling: actor.id for actor in actors if actor.type in _KINDS for spelling in actor.spellings}
    found: dict[str, dict[str, Passage]] = {}
    for reading in readings:
        text = reading.document.text
        offices = {m.end: m.start for m in reading.mentions if m.type == "role"}
        for mention in reading.mentions:
            actor = of.get(mention.text)
            if actor is None or mention.type == "role":
                continue
            for start, end in _beside(text, mention.start, mention.end, offices):
                words = " ".join(text[start:end].split())
                here = found.setdefault(actor, {})
                if len(here) < MOST:
                    passage = Passage(document=reading.document.id, start=start, end=end, text=text[start:end])
                    here.setdefault(words.casefold(), passage)
    return {actor: tuple(said.values()) for actor, said in found.items()}


def _beside(text: str, start: int, end: int, offices: dict[int, int]) -> list[tuple[int, int]]:
    """Where the words lie that describe the name at start:end."""
    spans = []
    gap = start - 1 if text[start - 1 : start].isspace() else start
    if gap in offices:
        spans.append((offices[gap], gap))
    before = _BEFORE.search(text, max(start - 70, 0), start)
    if before:
        spans.append(before.span(1))
    opening = _OPENING.search(text, max(start - 70, 0), start)
    if opening:
        spans.append(opening.span(1))
    after = text[end : end + _REACH]
    if backing := _BACKING.match(after):
        verb = _VERB.search(after, backing.start(1), backing.end())
        spans.append((end + backing.start(1), end + (verb.start() if verb else backing.end())))
    elif (apposition := _APPOSITION.match(after)) and not _is_clause(apposition[1]):
        spans.append((end + apposition.start(1), end + apposition.end(1)))
    return spans


def _is_clause(words: str) -> bool:
    """Whether what follows a name is the next member of a list or a clause with its own verb, and not an apposition."""
    verb, relative = _VERB.search(words), _RELATIVE.search(words)
    return verb is not None and (relative is None or relative.start() > verb.start())
