"""What a denial denies: who did what, so that only what says they did is set against it.

"The brigade denied that it had fired rockets at the market" contradicts "the brigade fired at the market"; it does not
contradict "rockets struck the market", though the words are much the same.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from sayso.weighing.voices import STOP, WORD, Voice

__all__ = ["contradicts"]

_HELPED = re.compile(
    r"\b(?P<help>had|has|have|was|were|is|are|did|does|do|would|will|be|been|being)\s+"
    r"(?:(?:not|ever|never|been|be|being|\w+ly)\s+)*(?P<deed>[a-z]{3,})\b"
)
_BARE = re.compile(
    r"\b(?P<deed>[a-z]{3,}(?:ed|ing)|struck|hit|shot|took|sent|gave|held|led|broke|began|blew)\b", re.IGNORECASE
)
_OWN = frozenset(["it", "they", "we", "i", "he", "she", "them", "us"])
_BLAME = frozenset(["responsible", "responsibility", "involved", "involvement", "behind", "role", "part", "accused"])
"""Words by which it is denied to have done something, and which are no deed themselves."""
_PASSIVE = frozenset(["was", "were", "is", "are", "be", "been", "being"])
_IRREGULAR: Final = {
    "struck": "strik", "shot": "shoot", "took": "tak", "sent": "send", "gave": "giv", "held": "hold", "led": "lead",
    "broke": "break", "began": "begin", "blew": "blow",
}  # fmt: skip
_ATTACKS: Final = frozenset(
    ["fir", "launch", "shoot", "shell", "strik", "hit", "bomb", "attack", "target", "raid", "bombard"]
)
"""Roots that tell of one deed in other words: who denies having shelled a place answers who says that they fired."""


class _Deed(NamedTuple):
    """What is denied: the root of its verb, and the words that say who did it; none where that is the denier."""

    root: str
    who: frozenset[str]


def contradicts(denial: Voice, said: Voice) -> bool:
    """Tell whether something affirmed, in words much like those of a denial, says what the denial denies.

    It must tell of the same deed, and of those who are denied to have done it: named in the denial, or the denier.
    Where no deed can be made out in the denial, the likeness of the words has to do.
    """
    deed = _deed(denial)
    if deed is None:
        return True
    roots = {_root(word) for word in _words(said.passage.text)}
    same = deed.root in roots or (deed.root in _ATTACKS and bool(roots & _ATTACKS))
    return same and (not deed.who or bool(deed.who & roots))


def _deed(denial: Voice) -> _Deed | None:
    text = denial.passage.text
    found = _HELPED.search(text)
    if found is None or found["deed"] in STOP:
        found = _BARE.search(text)
    if found is None:
        return None
    before = list(map(str.casefold, WORD.findall(text[: found.start()])))
    who = frozenset(_root(word) for word in before if word not in STOP | _BLAME and len(word) > 2)
    blamed = found["deed"].casefold() in _BLAME or not _BLAME.isdisjoint(before)
    active = found.groupdict().get("help") not in _PASSIVE and (not before or before[-1] in _OWN)
    if not who and (blamed or active):
        who = frozenset(map(_root, _words(denial.who)))
    return _Deed("attack" if found["deed"].casefold() in _BLAME else _root(found["deed"].casefold()), who)


def _words(text: str) -> list[str]:
    return [word for word in map(str.casefold, WORD.findall(text)) if word not in STOP and len(word) > 2]


def _root(word: str) -> str:
    """What forms of a verb or noun share: fire, fires, fired, firing; carry, carries, carried."""
    word = word.removesuffix("'s").removesuffix("’s")
    word = _IRREGULAR.get(word, word)
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return f"{word[:-1]}y" if word.endswith("i") else word
