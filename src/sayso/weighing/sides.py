"""Which side a speaker is of: the police, an army, a coastguard. Two of one side do not bear each other out."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final, NamedTuple

from sayso.records import Reading
from sayso.weighing.forces import KIND_OF
from sayso.weighing.speakers import plain_name

__all__ = ["NONE", "Side", "letterhead", "of_one_side", "side_of", "sides_in"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

_KINDS: Final = {word: "police" if kind == "gendarme" else kind for word, kind in KIND_OF.items()}
"""Gendarmes and police report of each other's work as one; who of them did something is another question."""
_PLAIN: Final = frozenset(
    """
    the ministry department office service force forces press statement command general chief commissioner minister
    spokesman spokeswoman spokesperson colonel major captain commander of and for
    """.split()  # noqa: SIM905 - a word list reads best as words
)
_HEAD: Final = 160


class Side(NamedTuple):
    """The kind of body a speaker is or speaks for, and whose it is said to be ("Ormian"); both may be empty."""

    kinds: frozenset[str]
    names: frozenset[str]


NONE: Final = Side(frozenset(), frozenset())


def side_of(words: str, person: str = "") -> Side:
    """Read the side from the words for a speaker ("Vellish police chief Ana Belo", without the name of the person)."""
    own = set(person.split())
    found = [
        w.removesuffix("'s").removesuffix("’s")
        for w in _WORD.findall(words.replace("oast guard", "oastguard"))
        if w not in own
    ]
    kinds = frozenset(_KINDS[w.casefold()] for w in found if w.casefold() in _KINDS)
    names = (w.casefold() for w in found if w[:1].isupper())
    return Side(kinds, frozenset(n for n in names if n not in _PLAIN and n not in _KINDS)) if kinds else NONE


def sides_in(reading: Reading) -> dict[str, Side]:
    """Sides of the speakers of a document by plain name; its own voice stands under the empty name."""
    found: dict[str, Side] = {}
    for claim in reading.claims:
        if claim.source is None:
            continue
        name = claim.source.entity or claim.source.text
        given = side_of(claim.source.text, "" if side_of(name).kinds else name)
        if given.kinds:
            found.setdefault(plain_name(name), given)
    found[""] = side_of(reading.document.outlet or letterhead(reading) or "")
    return found


def letterhead(reading: Reading) -> str | None:
    """The body in capitals at the head of a report that names no outlet; null where there is none."""
    heads = (m for m in reading.mentions if m.end <= _HEAD and m.type in ("organization", "armed_group"))
    return next((m.text for m in heads if m.text.isupper() and " " in m.text), None)


def of_one_side(sides: Collection[Side]) -> bool:
    """Whether all speakers are of one kind, and of nobody else's: "Ormian army" and "Vellish army" are two."""
    if not sides or not frozenset.intersection(*(s.kinds for s in sides)):
        return False
    named = [s.names for s in sides if s.names]
    return all(a & b for a in named for b in named)
