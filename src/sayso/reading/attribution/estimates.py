"""Attributions made by naming a number: "hospital sources put the number of dead at 14"."""

from __future__ import annotations

from sayso.knowledge.wordlists import words
from sayso.reading.attribution.boundaries import clause_end
from sayso.reading.attribution.found import Found
from sayso.reading.attribution.groups import group_at, relative_before
from sayso.reading.attribution.noun_phrases import subject_before
from sayso.reading.attribution.units import Unit

__all__ = ["find_estimates"]

_PUT = words("put puts putting placed places")
_COUNTED = words(
    "toll tolls number numbers count total figure casualties deaths dead killed injured wounded victims losses"
)
_REACH = 9  # tokens between the verb and "at"


def find_estimates(unit: Unit) -> list[Found]:
    """Find who puts a number at what: verb, thing counted, "at", number."""
    found: list[Found] = []
    for i, token in enumerate(unit.tokens):
        if token.low not in _PUT or token.kind not in "wv":
            continue
        at = next((k for k in range(i + 1, i + 1 + _REACH) if unit.low(k) == "at"), None)
        if at is None or not any(unit.kind(k) == "#" for k in range(at + 1, at + 5)):
            continue
        group = group_at(unit, i)
        subject = subject_before(unit, group.start)
        if subject is None or group.be:
            continue
        content = [unit.chars((i + 1, clause_end(unit, i + 1, phrase=True)))]
        relative = relative_before(unit, subject)
        if relative is not None:
            close = unit.find(at, unit.n, ",")
            content = [unit.chars(relative), unit.chars((i + 1, unit.n if close is None else close))]
        who, cue = unit.chars(subject), (unit.at(group.start).start, unit.at(i).end)
        counted = any(t.low in _COUNTED for t in unit.between(i + 1, at))
        score = 0.8 if counted else 0.6
        found.append(Found(source=who, cue=cue, content=content, rule="estimate", lemma="put", score=score))
    return found
